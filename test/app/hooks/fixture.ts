import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { openRepository, type Repository } from "../../../src/git/repository.ts";
import { newRepository, repositoryAt, type TestRepository, temporaryFolder } from "../../support/repository.ts";

/** A repository with a bare remote called origin, and a stand-in for git-nerve that writes down how it was called. */
export interface HookScene {
  readonly repo: TestRepository;
  readonly repository: Repository;
  /** For `installHooks`. */
  readonly program: string[];
  /** What the stand-in was called with, one entry a call, as `pre-push origin <url> < <standard input>`. */
  calls(): string[];
  /** Waits until the stand-in was called `count` times (post-checkout runs it in the background). */
  called(count: number): Promise<string[]>;
  /** Shell that the stand-in does after it wrote down its call. */
  programDoes(shell: string): void;
  /** Writes an executable hook into git's own folder; returns its path. */
  hook(name: string, text: string | Buffer): string;
  /** Commits something and pushes it; what came of it. */
  push(from?: TestRepository): { readonly code: number; readonly stderr: string };
}

export const hookScene = async (folder = "repo"): Promise<HookScene> => {
  const base = temporaryFolder();
  const repo = folder === "repo" ? newRepository() : inFolder(path.join(base, folder));
  const remote = path.join(base, "remote.git");
  execFileSync("git", ["init", "-q", "--bare", remote]);
  repo.git("remote", "add", "origin", remote);
  const log = path.join(base, "calls");
  const script = path.join(base, "it's git nerve.sh");
  fs.mkdirSync(log);
  const programDoes = (shell: string) =>
    fs.writeFileSync(
      script,
      `t=$(mktemp '${log}/draft.XXXXXX')\nshift\n{ echo "$@"; cat; } >"$t"\nmv "$t" '${log}/call.'"\${t##*.}"\n${shell}\n`,
    );
  programDoes("exit 0");
  const calls = () =>
    fs
      .readdirSync(log)
      .filter((name) => name.startsWith("call."))
      .map((name) => fs.readFileSync(path.join(log, name), "utf8"));
  return {
    repo,
    repository: await openRepository(repo.dir),
    program: ["/bin/sh", script],
    calls,
    programDoes,
    called: async (count) => {
      for (let wait = 0; wait < 500 && calls().length < count; wait += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      return calls();
    },
    hook: (name, text) => {
      const place = path.join(repo.dir, ".git/hooks", name);
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.writeFileSync(place, text, { mode: 0o755 });
      return place;
    },
    push: (from = repo) => {
      from.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "--allow-empty", "-m", "work");
      const { status, stderr } = spawnSync("git", ["push", "-q", "origin", "HEAD"], { cwd: from.dir, encoding: "utf8" });
      return { code: status ?? -1, stderr };
    },
  };
};

/** What is in git's folder of hooks and in the configuration: names, kinds, modes and bytes. */
export const fingerprintOf = ({ repo }: HookScene): Record<string, string> => {
  const seen: Record<string, string> = { config: hashOf(path.join(repo.dir, ".git/config")) };
  const hooks = path.join(repo.dir, ".git/hooks");
  if (!fs.existsSync(hooks)) return seen;
  for (const name of fs.readdirSync(hooks, { recursive: true, encoding: "utf8" })) {
    const place = path.join(hooks, name);
    const stat = fs.lstatSync(place);
    const content = stat.isSymbolicLink() ? `-> ${fs.readlinkSync(place)}` : stat.isFile() ? hashOf(place) : "folder";
    seen[name] = `${stat.mode.toString(8)} ${content}`;
  }
  return { ...seen, hooks: fs.lstatSync(hooks).isSymbolicLink() ? `-> ${fs.readlinkSync(hooks)}` : "folder" };
};

const hashOf = (file: string): string => createHash("sha256").update(fs.readFileSync(file)).digest("hex");

const inFolder = (dir: string): TestRepository => {
  fs.renameSync(newRepository().dir, dir);
  return repositoryAt(dir);
};
