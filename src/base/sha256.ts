import { createHash } from "node:crypto";

/** SHA-256, 32 bytes. The one hash of ours: ids and fingerprints; object ids are git's business. */
export const sha256 = (data: string | Uint8Array): Uint8Array => createHash("sha256").update(data).digest();
