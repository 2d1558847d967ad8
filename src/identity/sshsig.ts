import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/**
 * SSH signatures as git makes and checks them: the armoured SSHSIG format of OpenSSH (PROTOCOL.sshsig), namespace "git", Ed25519 only.
 * Done natively because a `git verify-commit` costs a process and an ssh-keygen each.
 */

/** 32 raw bytes of an Ed25519 public key. */
export type RawPublicKey = Buffer;

const keyType = "ssh-ed25519";
const magic = Buffer.from("SSHSIG");
const namespace = "git";
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** The armoured signature of `payload`, ending in a line feed. */
export const signPayload = (payload: Uint8Array, key: KeyObject, publicKey: RawPublicKey): string => {
  const signature = sign(null, signedData(payload, "sha512"), key);
  const blob = Buffer.concat([
    magic,
    uint32(1),
    field(publicKeyBlob(publicKey)),
    field(namespace),
    field(""),
    field("sha512"),
    field(Buffer.concat([field(keyType), field(signature)])),
  ]);
  return armour(blob);
};

export interface Signature {
  /** Who claims to have signed; nothing is proved until `verifySignature` says so. */
  readonly publicKey: RawPublicKey;
  readonly hash: "sha256" | "sha512";
  readonly bytes: Buffer;
}

/**
 * Takes an armoured signature apart. Undefined when it is not an Ed25519 SSHSIG for git, or not exactly as ssh-keygen writes it: one
 * signature has one form, so nobody can give a signed commit another id.
 */
export const findSignature = (armoured: string): Signature | undefined => {
  const [, base64] = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n?$/.exec(armoured) ?? [];
  if (!base64) return;
  const blob = Buffer.from(base64, "base64");
  if (armour(blob).trimEnd() !== armoured.trimEnd()) return;
  if (!blob.subarray(0, magic.length).equals(magic) || blob.length < 10 || blob.readUInt32BE(6) !== 1) return;
  const [keyBlob, space, reserved, hash, wrapped, ...surplus] = fields(blob.subarray(10)) ?? [];
  if (!keyBlob || !space || !reserved || !hash || !wrapped || surplus.length > 0) return;
  const [type, publicKey, ...more] = fields(keyBlob) ?? [];
  const [signatureType, bytes, ...rest] = fields(wrapped) ?? [];
  if (type?.toString() !== keyType || signatureType?.toString() !== keyType || more.length + rest.length > 0) return;
  if (publicKey?.length !== 32 || bytes?.length !== 64 || space.toString() !== namespace || reserved.length > 0) return;
  const algorithm = hash.toString();
  if (algorithm !== "sha256" && algorithm !== "sha512") return;
  return { publicKey, hash: algorithm, bytes };
};

/** True when `signature` was made over `payload` by the key it names. Runs in the thread pool: many at once use every core. */
export const verifySignature = (payload: Uint8Array, signature: Signature): Promise<boolean> =>
  new Promise((resolve) => {
    verify(null, signedData(payload, signature.hash), publicKeyObject(signature.publicKey), signature.bytes, (error, valid) =>
      resolve(!error && valid),
    );
  });

/** `ssh-ed25519 AAAA…`, as in an allowed-signers file. */
export const publicKeyLine = (publicKey: RawPublicKey): string => `${keyType} ${publicKeyBlob(publicKey).toString("base64")}`;

/** The raw key of a `ssh-ed25519 AAAA…` line; undefined when it is something else. */
export const findPublicKey = (line: string): RawPublicKey | undefined => {
  const [type, base64, ...rest] = line.trim().split(" ");
  if (type !== keyType || !base64 || rest.length > 0) return;
  const [inner, publicKey, ...surplus] = fields(Buffer.from(base64, "base64")) ?? [];
  return inner?.toString() === keyType && publicKey?.length === 32 && surplus.length === 0 ? publicKey : undefined;
};

const keyObjects = new Map<string, KeyObject>();

const publicKeyObject = (publicKey: RawPublicKey): KeyObject => {
  const name = publicKey.toString("hex");
  const known = keyObjects.get(name);
  if (known) return known;
  const made = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: "der", type: "spki" });
  // Making a key object costs as much as a verification; a plane has few keys, but a hostile one may have many.
  if (keyObjects.size > 1000) keyObjects.clear();
  keyObjects.set(name, made);
  return made;
};

const armour = (blob: Buffer): string => {
  const lines = blob.toString("base64").match(/.{1,70}/g) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join("\n")}\n-----END SSH SIGNATURE-----\n`;
};

const signedData = (payload: Uint8Array, hash: "sha256" | "sha512"): Buffer =>
  Buffer.concat([magic, field(namespace), field(""), field(hash), field(createHash(hash).update(payload).digest())]);

const publicKeyBlob = (publicKey: RawPublicKey): Buffer => Buffer.concat([field(keyType), field(publicKey)]);

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** The SSH wire form of a string: its length in four bytes, then its bytes. */
const field = (value: string | Buffer): Buffer => {
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  return Buffer.concat([uint32(bytes.length), bytes]);
};

/** All fields of `bytes`; undefined when they do not fill it exactly. */
const fields = (bytes: Buffer): Buffer[] | undefined => {
  const found: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return;
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) return;
    found.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return found;
};
