import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { base32 } from "../base/base32.ts";
import { NerveError } from "../base/errors.ts";
import { sha256 } from "../base/sha256.ts";
import { publicKeyLine, type RawPublicKey } from "./sshsig.ts";

/** An Ed25519 key of ours: a writer's or an agent's. The private half never leaves `.git/nerveplane/keys/`. */
export interface SigningKey {
  /** What the public key hashes to: the writer id or agent id. */
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: RawPublicKey;
  /** `ssh-ed25519 AAAA…` */
  readonly line: string;
}

/** The id that a public key proves: 20 base32 characters of its SHA-256. */
export const keyId = (publicKey: RawPublicKey): string => base32(sha256(publicKey), 20);

/** A new key, not stored anywhere yet. */
export const newKey = (): SigningKey => {
  // As text and read back: in Node 20, a garbage collection while a key that was generated as an object is exported waits for itself, for ever.
  const { privateKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "der" },
  });
  return signingKey(createPrivateKey(privateKey));
};

/** Stores a key as `<dir>/<id>`, PKCS #8 PEM, readable by its owner alone. */
export const writeKey = (dir: string, key: SigningKey): void => {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = path.join(dir, key.id);
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, key.privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
};

/** The stored key `id`; undefined when there is none. Throws (environment) when the file is not that key. */
export const findKey = (dir: string, id: string): SigningKey | undefined => {
  const file = path.join(dir, id);
  let pem: string;
  try {
    pem = fs.readFileSync(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return;
    throw new NerveError("environment", `the key ${file} cannot be read`, { cause, hint: "It must belong to you, mode 0600." });
  }
  const key = pemKey(pem);
  if (key?.id !== id)
    throw new NerveError("environment", `the key ${file} is damaged`, { hint: "Delete it: a new identity is made at the next command." });
  return key;
};

const pemKey = (pem: string): SigningKey | undefined => {
  try {
    return signingKey(createPrivateKey(pem));
  } catch {
    return;
  }
};

const signingKey = (privateKey: KeyObject): SigningKey => {
  // The key itself is the end of its SubjectPublicKeyInfo (RFC 8410).
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" }).subarray(-32);
  return { id: keyId(publicKey), privateKey, publicKey, line: publicKeyLine(publicKey) };
};
