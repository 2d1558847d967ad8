import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newKey } from "../../src/identity/keys.ts";
import { confirmWriter, pinsFile, pinWriters, readPins, type SeenWriter } from "../../src/identity/pins.ts";
import { nameClashes, trustOf } from "../../src/identity/trust.ts";
import { temporaryFolder } from "../support/repository.ts";
import { script } from "../support/script.ts";

const freshFile = () => pinsFile({ XDG_CONFIG_HOME: temporaryFolder() });

const someWriter = (name: string): SeenWriter => {
  const { id, line } = newKey();
  return { writer: id, name, key: line };
};

const [monday, tuesday, friday] = ["2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z", "2026-01-09T00:00:00Z"];

test("pins live in the user's configuration, a relative XDG_CONFIG_HOME is ignored", () => {
  expect(pinsFile({ XDG_CONFIG_HOME: "/x", HOME: "/home/alice" })).toBe("/x/nerveplane/writers.json");
  expect(pinsFile({ XDG_CONFIG_HOME: "x", HOME: "/home/alice" })).toBe("/home/alice/.config/nerveplane/writers.json");
  expect(pinsFile({ HOME: "/home/alice" })).toBe("/home/alice/.config/nerveplane/writers.json");
});

test("a writer is provisional at first sight and trusted once confirmed; seeing it again changes neither", async () => {
  const file = freshFile();
  const alice = someWriter("alice");
  const trust = () => trustOf(alice.writer, { self: null, pins: readPins(file), revoked: new Set() });
  expect(readPins(file).size).toBe(0);
  await pinWriters(file, [alice], monday);
  expect(trust()).toBe("provisional");
  await confirmWriter(file, alice, tuesday);
  await pinWriters(file, [{ ...alice, name: "mallory" }], friday);
  expect(readPins(file).get(alice.writer)).toEqual({ ...alice, firstSeen: monday, confirmedAt: tuesday });
  expect(trust()).toBe("trusted");
});

test("we trust ourselves, and nobody whose key was revoked", async () => {
  const file = freshFile();
  const [alice, me] = [someWriter("alice"), someWriter("me")];
  await confirmWriter(file, alice, monday);
  const known = { self: me.writer, pins: readPins(file) };
  expect(trustOf(me.writer, { ...known, revoked: new Set() })).toBe("self");
  expect(trustOf(alice.writer, { ...known, revoked: new Set() })).toBe("trusted");
  expect(trustOf(alice.writer, { ...known, revoked: new Set([alice.writer]) })).toBe("revoked");
  expect(trustOf(me.writer, { ...known, revoked: new Set([me.writer]) })).toBe("revoked");
});

test("the file is its owner's alone, and no draft or lock stays beside it", async () => {
  const file = freshFile();
  await pinWriters(file, [someWriter("alice")], monday);
  expect((fs.statSync(file).mode & 0o777).toString(8)).toBe("600");
  expect((fs.statSync(path.dirname(file)).mode & 0o777).toString(8)).toBe("700");
  expect(fs.readdirSync(path.dirname(file))).toEqual(["writers.json"]);
});

test("a pin whose writer is not what its key hashes to is not kept", async () => {
  const file = freshFile();
  const [alice, bob] = [someWriter("alice"), someWriter("bob")];
  await expect(pinWriters(file, [{ ...alice, key: bob.key }], monday)).rejects.toThrow();
  expect(readPins(file).size).toBe(0);
});

test("eight processes at once lose none of each other's writers", async () => {
  const file = freshFile();
  const program = script(`
    import { newKey } from "./src/identity/keys.ts";
    import { confirmWriter, pinWriters } from "./src/identity/pins.ts";
    for (let i = 0; i < 5; i++) {
      const { id, line } = newKey();
      const seen = { writer: id, name: "alice", key: line };
      await pinWriters(process.argv[2], [seen], "2026-01-05T00:00:00Z");
      await confirmWriter(process.argv[2], seen, "2026-01-06T00:00:00Z");
    }
  `);
  await Promise.all(Array.from({ length: 8 }, () => program.run(file)));
  const pins = [...readPins(file).values()];
  expect(pins).toHaveLength(40);
  expect(pins.filter(({ confirmedAt }) => confirmedAt === null)).toEqual([]);
});

test("the lock of a process that was killed is broken", async () => {
  const file = freshFile();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.lock`, "");
  fs.utimesSync(`${file}.lock`, 0, 0);
  await pinWriters(file, [someWriter("alice")], monday);
  expect(readPins(file).size).toBe(1);
  expect(fs.existsSync(`${file}.lock`)).toBe(false);
});

const damages: [string, (text: string) => string][] = [
  ["is empty", () => ""],
  ["was cut short", (text) => text.slice(0, -10)],
  ["is of another version", (text) => text.replace('"version": 1', '"version": 2')],
  ["is not a list", () => '{"version":1,"writers":{}}'],
  ["names a writer twice", (text) => text.replace(/\[([\s\S]*)\]/, "[$1,$1]")],
  ["holds a key that is not its writer's", (text) => text.replace(/ssh-ed25519 [^"]+/, newKey().line)],
];

for (const [what, damage] of damages) {
  test(`a file that ${what} is said to be damaged, and stays as it is`, async () => {
    const file = freshFile();
    const alice = someWriter("alice");
    await confirmWriter(file, alice, monday);
    expect(readPins(file).size).toBe(1);
    const damaged = damage(fs.readFileSync(file, "utf8"));
    fs.writeFileSync(file, damaged);
    const refusal = expect.objectContaining({ name: "NerveError", code: "environment", message: expect.stringContaining("damaged") });
    expect(() => readPins(file)).toThrow(refusal);
    await expect(pinWriters(file, [alice], friday)).rejects.toEqual(refusal);
    await expect(confirmWriter(file, alice, friday)).rejects.toEqual(refusal);
    expect(fs.readFileSync(file, "utf8")).toBe(damaged);
  });
}

test("who claims the name of a known writer is reported, however it is spelled", async () => {
  const file = freshFile();
  const [alice, bob] = [someWriter("Alice Doe"), someWriter("bob")];
  await pinWriters(file, [alice, bob], monday);
  for (const name of ["Alice Doe", "alice doe", " ALICE\u200bDoe ", "Ａlice Doe"]) {
    const mallory = someWriter(name);
    const pins = await pinWriters(file, [mallory], friday);
    expect(nameClashes(pins, [alice, bob, mallory])).toEqual([{ name, claimant: mallory.writer, known: alice.writer }]);
  }
  expect(nameClashes(readPins(file), [alice, bob, someWriter("carol")])).toEqual([]);
});

test("a confirmed writer has its name before one seen earlier, and a known one that takes another's name is reported", async () => {
  const file = freshFile();
  const [early, late, other] = [someWriter("alice"), someWriter("alice"), someWriter("bob")];
  await pinWriters(file, [early], monday);
  await confirmWriter(file, late, tuesday);
  await confirmWriter(file, other, tuesday);
  const pins = readPins(file);
  expect(nameClashes(pins, [early, late])).toEqual([{ name: "alice", claimant: early.writer, known: late.writer }]);
  expect(nameClashes(pins, [{ ...other, name: "alice" }])).toEqual([{ name: "alice", claimant: other.writer, known: late.writer }]);
});

test("two clones of one person clash no more once both are confirmed", async () => {
  const file = freshFile();
  const [desk, laptop] = [someWriter("alice"), someWriter("alice")];
  await pinWriters(file, [desk], monday);
  await pinWriters(file, [laptop], tuesday);
  expect(nameClashes(readPins(file), [desk, laptop])).toHaveLength(1);
  await confirmWriter(file, desk, friday);
  await confirmWriter(file, laptop, friday);
  expect(nameClashes(readPins(file), [desk, laptop])).toEqual([]);
});
