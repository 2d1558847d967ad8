import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findKey, keyId, newKey, writeKey } from "../../src/identity/keys.ts";
import { signPayload } from "../../src/identity/sshsig.ts";
import { temporaryFolder } from "../support/repository.ts";

const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);

test("a stored key comes back as it was and signs the same", () => {
  const dir = path.join(temporaryFolder(), "keys");
  const key = newKey();
  writeKey(dir, key);
  const found = findKey(dir, key.id);
  expect(found).toMatchObject({ id: key.id, line: key.line, publicKey: key.publicKey });
  const payload = Buffer.from("x");
  expect(found && signPayload(payload, found.privateKey, found.publicKey)).toBe(signPayload(payload, key.privateKey, key.publicKey));
});

test("only its owner can read a key or list the folder, whatever the umask", () => {
  const dir = path.join(temporaryFolder(), "deep", "keys");
  const before = process.umask(0);
  try {
    writeKey(dir, newKey());
  } finally {
    process.umask(before);
  }
  expect(modeOf(dir)).toBe("700");
  expect(fs.readdirSync(dir).map((name) => modeOf(path.join(dir, name)))).toEqual(["600"]);
});

test("an id is 20 base32 characters that only its key has", () => {
  const [a, b] = [newKey(), newKey()];
  expect(a.id).toMatch(/^[a-z2-7]{20}$/);
  expect(a.id).not.toBe(b.id);
  expect(keyId(Buffer.alloc(32))).toBe("mzuhvlpymk6xo3epygfy");
});

test("a key that is not there is not found", () => {
  expect(findKey(temporaryFolder(), newKey().id)).toBeUndefined();
});

const damages: [string, (pem: string) => string][] = [
  ["is empty", () => ""],
  ["was cut short", (pem) => pem.slice(0, 60)],
  ["is not a key", () => "hello"],
  ["is another key", () => newKey().privateKey.export({ type: "pkcs8", format: "pem" }) as string],
  ["is a key of another kind", () => execFileSync("openssl", ["genpkey", "-algorithm", "x25519"], { encoding: "utf8" })],
];

for (const [what, damage] of damages) {
  test(`a key file that ${what} is said to be damaged, not used`, () => {
    const dir = temporaryFolder();
    const key = newKey();
    writeKey(dir, key);
    const file = path.join(dir, key.id);
    expect(findKey(dir, key.id)?.id).toBe(key.id);
    fs.writeFileSync(file, damage(fs.readFileSync(file, "utf8")));
    expect(() => findKey(dir, key.id)).toThrow(
      expect.objectContaining({ code: "environment", message: expect.stringContaining("damaged") }),
    );
  });
}
