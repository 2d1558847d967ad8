import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newKey } from "../../src/identity/keys.ts";
import { findPublicKey, findSignature, publicKeyLine, signPayload, verifySignature } from "../../src/identity/sshsig.ts";
import { temporaryFolder } from "../support/repository.ts";

const verifies = async (payload: Uint8Array, armoured: string) => {
  const signature = findSignature(armoured);
  return signature !== undefined && (await verifySignature(payload, signature));
};

test("what is signed verifies, whatever the bytes; over other bytes it does not", async () => {
  const key = newKey();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), async (payload, other) => {
      const armoured = signPayload(payload, key.privateKey, key.publicKey);
      expect(findSignature(armoured)?.publicKey).toEqual(key.publicKey);
      expect(await verifies(payload, armoured)).toBe(true);
      expect(await verifies(other, armoured)).toBe(Buffer.compare(payload, other) === 0);
    }),
  );
});

test("every change of a single byte of a signature is refused", async () => {
  const key = newKey();
  const payload = Buffer.from("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n");
  const armoured = signPayload(payload, key.privateKey, key.publicKey);
  expect(await verifies(payload, armoured)).toBe(true);
  const accepted: [number, number][] = [];
  const likely = [..." \t\r\n=-+/AQgwz09_\0\x80\xff"].map((char) => char.charCodeAt(0));
  for (let at = 0; at < armoured.length; at++) {
    for (const code of [...likely, armoured.charCodeAt(at) ^ 1]) {
      if (armoured.charCodeAt(at) === code) continue;
      const changed = armoured.slice(0, at) + String.fromCharCode(code) + armoured.slice(at + 1);
      if (await verifies(payload, changed)) accepted.push([at, code]);
    }
  }
  expect(accepted).toEqual([]);
});

test("no byte may be left out or put in; only the last line feed may be missing, as git cuts it off", async () => {
  const key = newKey();
  const payload = Buffer.from("x");
  const armoured = signPayload(payload, key.privateKey, key.publicKey);
  expect(await verifies(payload, armoured.trimEnd())).toBe(true);
  for (let at = 0; at < armoured.length - 1; at++) {
    expect(findSignature(armoured.slice(0, at) + armoured.slice(at + 1)), `without byte ${at}`).toBeUndefined();
    expect(findSignature(`${armoured.slice(0, at)}\n${armoured.slice(at)}`), `line feed at ${at}`).toBeUndefined();
  }
  expect(findSignature(armoured + armoured)).toBeUndefined();
});

/** An Ed25519 key pair as ssh-keygen makes it. */
const sshKey = () => {
  const file = path.join(temporaryFolder(), "key");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file]);
  return { file, line: fs.readFileSync(`${file}.pub`, "utf8").trim() };
};

const signedBySsh = (file: string, payload: string, ...options: string[]) =>
  execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-f", file, ...options], { input: payload, encoding: "utf8", stdio: "pipe" });

for (const hash of ["sha512", "sha256"]) {
  test(`what ssh-keygen signed over ${hash} verifies`, async () => {
    const { file, line } = sshKey();
    const armoured = signedBySsh(file, "hello", "-n", "git", "-O", `hashalg=${hash}`);
    expect(findSignature(armoured)?.publicKey).toEqual(findPublicKey(line));
    expect(await verifies(Buffer.from("hello"), armoured)).toBe(true);
    expect(await verifies(Buffer.from("hello "), armoured)).toBe(false);
  });
}

test("a signature made for another purpose than git is refused", async () => {
  const { file } = sshKey();
  expect(await verifies(Buffer.from("hello"), signedBySsh(file, "hello", "-n", "git"))).toBe(true);
  expect(findSignature(signedBySsh(file, "hello", "-n", "file"))).toBeUndefined();
});

test("a signature by another kind of key is refused", () => {
  const file = path.join(temporaryFolder(), "key");
  execFileSync("ssh-keygen", ["-q", "-t", "ecdsa", "-N", "", "-f", file]);
  expect(findSignature(signedBySsh(file, "hello", "-n", "git"))).toBeUndefined();
});

test("ssh-keygen verifies what we signed", () => {
  const key = newKey();
  const dir = temporaryFolder();
  const [signers, signature] = [path.join(dir, "signers"), path.join(dir, "signature")];
  fs.writeFileSync(signers, `alice namespaces="git" ${key.line}\n`);
  fs.writeFileSync(signature, signPayload(Buffer.from("hello"), key.privateKey, key.publicKey));
  const verify = (input: string) =>
    spawnSync("ssh-keygen", ["-Y", "verify", "-f", signers, "-I", "alice", "-n", "git", "-s", signature], { input }).status;
  expect(verify("hello")).toBe(0);
  expect(verify("hallo")).not.toBe(0);
});

test("a public key line holds one Ed25519 key and nothing else", () => {
  const { publicKey, line } = newKey();
  expect(findPublicKey(line)).toEqual(publicKey);
  expect(publicKeyLine(publicKey)).toBe(line);
  for (const other of ["", "ssh-ed25519", "ssh-rsa AAAA", `${line} comment`, line.slice(0, -8), line.replace("ssh-ed25519", "ssh-dss")]) {
    expect(findPublicKey(other)).toBeUndefined();
  }
});
