import fs from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { logRef } from "../../src/git/refs.ts";
import { electRemote } from "../../src/git/remote.ts";
import { isRace, setbackOf, wordsOf } from "../../src/git/remote-words.ts";
import { type Clone, cloneOf, newRemote, refsIn, writeHook } from "./clones.ts";

const talkative = async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  await alice.say("one");
  return { remote, alice, log: logRef(alice.key.id) };
};

/** Lets `script` stand in for ssh; the command for the far end is its last argument. */
const overSsh = (clone: Clone, host: string, script: string) => {
  const file = path.join(path.dirname(clone.dir), "ssh");
  fs.writeFileSync(file, `#!/bin/sh\nfor last; do :; done\n${script}\n`, { mode: 0o755 });
  clone.git("remote", "set-url", "origin", host);
  vi.stubEnv("GIT_SSH_COMMAND", file);
  onTestFinished(() => void vi.unstubAllEnvs());
};

test("a hook that declines: failed, in the remote's own words, and all is pushed once it lets us", async () => {
  const { remote, alice, log } = await talkative();
  writeHook(remote, "pre-receive", "printf 'only \\033[31mbranches\\033[0m here\\n' >&2; exit 1");
  expect(await alice.sync()).toMatchObject({
    outcome: "failed",
    pushed: [],
    reason: expect.stringMatching(/did not take refs\/nerveplane\/.*pre-receive hook declined.*only branches here/),
  });
  fs.rmSync(path.join(remote.dir, "hooks/pre-receive"));
  expect(await alice.sync()).toMatchObject({ outcome: "synced", pushed: [log] });
});

test("a hook that takes heads and tags only: the others' logs are still fetched", async () => {
  const { remote, alice } = await talkative();
  const bob = await cloneOf(remote);
  await bob.say("two");
  await bob.sync();
  writeHook(remote, "update", 'case "$1" in refs/heads/*|refs/tags/*) ;; *) echo "ref $1 is not allowed" >&2; exit 1;; esac');
  expect(await alice.sync()).toMatchObject({
    outcome: "failed",
    fetched: [logRef(bob.key.id)],
    reason: expect.stringMatching(/hook declined.*is not allowed/),
  });
});

test("a remote that hides the namespace", async () => {
  const { remote, alice } = await talkative();
  remote.git("config", "receive.hideRefs", "refs/nerveplane");
  expect(await alice.sync()).toMatchObject({ outcome: "failed", reason: expect.stringContaining("deny updating a hidden ref") });
});

test("an account that may only read", async () => {
  const { remote, alice } = await talkative();
  overSsh(
    alice,
    `git@example.invalid:${remote.dir}`,
    'case "$last" in git-receive-pack*) echo "ERROR: Write access to repository not granted." >&2; exit 1;; *) eval "$last";; esac',
  );
  const { outcome, reason } = await alice.sync();
  expect(outcome).not.toBe("synced");
  expect(reason).toContain("Write access to repository not granted");
});

test.skipIf(process.getuid?.() === 0)("a folder that nobody may write to", async () => {
  const { remote, alice } = await talkative();
  fs.chmodSync(path.join(remote.dir, "objects"), 0o555);
  onTestFinished(() => fs.chmodSync(path.join(remote.dir, "objects"), 0o755));
  expect(await alice.sync()).toMatchObject({ outcome: "failed", reason: expect.stringContaining("unpacker error") });
});

test("a remote that is gone: deferred, and nothing is lost when it comes back", async () => {
  const { remote, alice, log } = await talkative();
  const away = `${remote.dir}.away`;
  fs.renameSync(remote.dir, away);
  expect(await alice.sync()).toMatchObject({
    outcome: "deferred",
    fetched: [],
    pushed: [],
    reason: expect.stringContaining("does not appear to be a git repository"),
  });
  fs.renameSync(away, remote.dir);
  expect(await alice.sync()).toMatchObject({ outcome: "synced", pushed: [log] });
});

test("stopped while the remote does not answer: deferred", async () => {
  const { remote, alice, log } = await talkative();
  overSsh(alice, `git@example.invalid:${remote.dir}`, `[ -e '${alice.dir}/go' ] || exec sleep 60; eval "$last"`);
  const stop = new AbortController();
  const going = alice.sync({ signal: stop.signal });
  setTimeout(() => stop.abort(), 300);
  expect(await going).toMatchObject({ outcome: "deferred", reason: expect.stringContaining("stopped") });
  alice.write("go", "");
  expect(await alice.sync()).toMatchObject({ outcome: "synced", pushed: [log] });
});

test("stopped in the middle of a push: the next exchange finishes it", async () => {
  const { remote, alice, log } = await talkative();
  writeHook(remote, "pre-receive", `touch '${remote.dir}/arrived'; [ -e '${remote.dir}/go' ] || exec sleep 60`);
  const stop = new AbortController();
  const going = alice.sync({ signal: stop.signal });
  await vi.waitUntil(() => fs.existsSync(path.join(remote.dir, "arrived")), { timeout: 20_000 });
  stop.abort();
  expect(await going).toMatchObject({ outcome: "deferred", pushed: [], reason: expect.stringContaining("stopped") });
  remote.write("go", "");
  expect(await alice.sync()).toMatchObject({ outcome: "synced" });
  expect(refsIn(remote, "refs/nerveplane")).toEqual([`${log} ${alice.tipOf(alice)}`]);
});

test("a ref that another push holds for a moment is pushed with the next try", async () => {
  const { remote, alice, log } = await talkative();
  const lock = path.join(remote.dir, `${log}.lock`);
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  fs.writeFileSync(lock, "");
  writeHook(remote, "post-receive", "true");
  writeHook(remote, "pre-receive", `[ -e '${remote.dir}/tried' ] && rm -f '${lock}'; touch '${remote.dir}/tried'`);
  expect(await alice.sync()).toMatchObject({ outcome: "synced", pushed: [log] });
});

test("in the background ssh is told to ask nothing, unless the user has an ssh command of his own", async () => {
  const { remote, alice } = await talkative();
  const bin = path.join(path.dirname(alice.dir), "bin");
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, "ssh"), `#!/bin/sh\necho "$0 $*" >> '${bin}/asked'\nfor last; do :; done\neval "$last"\n`, {
    mode: 0o755,
  });
  fs.copyFileSync(path.join(bin, "ssh"), path.join(bin, "own-ssh"));
  vi.stubEnv("PATH", `${bin}:${process.env["PATH"]}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  alice.git("remote", "set-url", "origin", `git@example.invalid:${remote.dir}`);
  const asked = async (background: boolean) => {
    fs.rmSync(path.join(bin, "asked"), { force: true });
    expect(await alice.sync({ background })).toMatchObject({ outcome: "synced" });
    return fs.readFileSync(path.join(bin, "asked"), "utf8");
  };
  expect(await asked(true)).toContain("bin/ssh -o BatchMode=yes");
  expect(await asked(false)).not.toContain("BatchMode");
  alice.git("config", "core.sshCommand", "own-ssh");
  expect(await asked(true)).toMatch(/own-ssh/);
  expect(await asked(true)).not.toContain("BatchMode");
});

test("settings and programs that the user's environment names reach git", async () => {
  const { remote, alice, log } = await talkative();
  alice.git("remote", "set-url", "origin", "team:plane");
  for (const [name, value] of Object.entries({
    EDITOR: "vi",
    PAGER: "less",
    GIT_ASKPASS: "/bin/false",
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: `url.${remote.dir}.insteadOf`,
    GIT_CONFIG_VALUE_0: "team:plane",
    GIT_CONFIG_KEY_1: "core.pager",
    GIT_CONFIG_VALUE_1: "less",
  })) {
    vi.stubEnv(name, value);
  }
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await alice.sync()).toMatchObject({ outcome: "synced", pushed: [log] });
});

test("a ref that stays held: deferred, in the remote's words", async () => {
  const { remote, alice, log } = await talkative();
  const lock = path.join(remote.dir, `${log}.lock`);
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  fs.writeFileSync(lock, "");
  expect(await alice.sync()).toMatchObject({ outcome: "deferred", pushed: [], reason: expect.stringContaining("cannot lock ref") });
});

test("progress is told in words", async () => {
  const { alice } = await talkative();
  const told: string[] = [];
  await alice.sync({ onProgress: (text) => void told.push(text) });
  expect(told).toContainEqual(expect.stringMatching(/^push: \S.* \d+%$/));
});

test("the words of a remote fit one line, without escapes, progress or passwords", () => {
  const stderr = [
    "remote: Counting objects:  50% (1/2)\rremote: Counting objects: 100% (2/2), done.",
    "remote: \u001b[31mNo space\u001b[0m left on\u0007 device",
    "fatal: unable to access 'https://me:secret@example.com/r.git/': The requested URL returned error: 503",
  ].join("\n");
  expect(wordsOf(stderr)).toBe(
    "No space left on device; unable to access 'https://example.com/r.git/': The requested URL returned error: 503",
  );
});

for (const words of [
  "[rejected] (fetch first)",
  "[rejected] (stale info)",
  "[remote rejected] (cannot lock ref 'refs/nerveplane/x/y': is at 1 but expected 2)",
  "[remote rejected] (failed to update ref)",
  "[remote rejected] (incorrect old value provided)",
  "error: Unable to create '/r.git/refs/x.lock': File exists.",
]) {
  test(`a race, and so tried again: ${words}`, () => expect(isRace(words)).toBe(true));
}

test("refusals are not races", () => {
  expect(isRace("[remote rejected] (pre-receive hook declined)")).toBe(false);
  expect(isRace("[remote rejected] (deny updating a hidden ref)")).toBe(false);
});

for (const [stderr, outcome] of [
  ["ssh: Could not resolve hostname nowhere: Name or service not known", "deferred"],
  ["fatal: unable to access 'https://x/': Failed to connect to x port 443: Connection refused", "deferred"],
  ["fatal: unable to access 'https://x/': The requested URL returned error: 429", "deferred"],
  ["git@github.com: Permission denied (publickey).", "failed"],
  ["fatal: could not read Username for 'https://x': terminal prompts disabled", "failed"],
  ["remote: Repository not found.\nfatal: repository 'https://x/' not found", "failed"],
  ["fatal: mismatched algorithms: client sha1; server sha256", "failed"],
] as const) {
  test(`${outcome}: ${stderr.split("\n", 1)[0]}`, () => expect(setbackOf(stderr).outcome).toBe(outcome));
}

test("a clone of another object format says so and is left as it was", async () => {
  const alice = await cloneOf(newRemote());
  alice.git("remote", "set-url", "origin", newRemote("--object-format=sha256").dir);
  await alice.say("one");
  const refs = refsIn(alice);
  expect(await alice.sync()).toMatchObject({ outcome: "failed", reason: expect.stringMatching(/algorithm/) });
  expect(refsIn(alice)).toEqual(refs);
});

test("which remote: the one that is set, else the only one, else origin, else the user has to say", async () => {
  const alice = await cloneOf(newRemote());
  const elect = (wanted?: string) => electRemote(alice.log.repository, wanted);
  expect(await elect()).toBe("origin");
  alice.git("remote", "add", "upstream", "/nowhere");
  expect(await elect()).toBe("origin");
  expect(await elect("upstream")).toBe("upstream");
  alice.git("remote", "rename", "origin", "mine");
  await expect(elect()).rejects.toMatchObject({ code: "environment", hint: expect.stringContaining("git config nerve.remote") });
  alice.git("config", "nerve.remote", "mine");
  expect(await elect()).toBe("mine");
  alice.git("config", "nerve.remote", "gone");
  await expect(elect()).rejects.toThrow("nerve.remote is gone, which is no remote of this repository");
  await expect(elect("nobody")).rejects.toThrow("nobody is no remote of this repository");
  alice.git("config", "--unset", "nerve.remote");
  alice.git("remote", "remove", "mine");
  expect(await elect()).toBe("upstream");
  alice.git("remote", "remove", "upstream");
  expect(await elect()).toBeUndefined();
});
