import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import { configEnvironment } from "./config-environment.ts";
import { gitText } from "./exec.ts";
import { type TalkOptions, talk } from "./network.ts";
import { planeNamespace, removeStaleLock, trackingNamespace } from "./refs.ts";
import { isRace, type Setback, setbackOf, wordsOf } from "./remote-words.ts";
import { findConfig, inRepository, type Repository } from "./repository.ts";

/**
 * The one remote to share with: `wanted`, else `nerve.remote`, else the only one, else `origin`. Undefined when there are no remotes. Throws
 * (environment) when it cannot be told: to share with a remote that nobody meant would be a leak.
 */
export const electRemote = async (repository: Repository, wanted?: string): Promise<string | undefined> => {
  const listed = await gitText(["remote"], inRepository(repository));
  const remotes = listed === "" ? [] : listed.split("\n");
  const named = wanted ?? ((await findConfig(repository, "nerve.remote")) || undefined);
  if (named !== undefined) {
    if (remotes.includes(named)) return named;
    throw new NerveError(
      "environment",
      wanted === undefined ? `nerve.remote is ${named}, which is no remote of this repository` : `${named} is no remote of this repository`,
      {
        hint: remotes.length > 0 ? `Its remotes: ${remotes.join(", ")}` : "It has none: see git remote add.",
      },
    );
  }
  if (remotes.length <= 1) return remotes[0];
  if (remotes.includes("origin")) return "origin";
  throw new NerveError("environment", `there are ${remotes.length} remotes and none is called origin: ${remotes.join(", ")}`, {
    hint: "Say which one to share with: git config nerve.remote <name>",
  });
};

/**
 * Brings the remote's logs and live refs into its tracking namespace, and removes from there what the remote no longer has. Touches nothing
 * else: no branch, tag or FETCH_HEAD, no refs that the user's own refspecs would update on the way. Null when done.
 */
export const fetchPlane = async (repository: Repository, remote: string, options: TalkOptions): Promise<Setback | null> => {
  const tracking = trackingNamespace(remote);
  const args = [
    ...["fetch", "--verbose", "--progress", "--prune", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"],
    ...["--no-auto-maintenance", "--no-write-commit-graph", "--no-show-forced-updates"],
    // An empty map: with explicit refspecs git else updates what remote.<name>.fetch says as well, by force in a mirror.
    "--refmap=",
    // In a partial clone the remote's filter would leave out the digests, and reading them would ask the remote for each.
    "--no-filter",
    ...["--", remote, ...["log", "live"].map((kind) => `+${planeNamespace}${kind}/*:${tracking}${kind}/*`)],
  ];
  const env = configEnvironment({ [`remote.${remote}.followRemoteHEAD`]: "never" });
  for (let attempt = 1; ; attempt++) {
    const { code, stderr } = await talk(repository, args, { ...options, env });
    if (code === 0) return null;
    if (!isRace(stderr) || attempt === attempts) return setbackOf(stderr);
    for (const [, ref = ""] of stderr.matchAll(/cannot lock ref '([^']+)'/g)) {
      if (ref.startsWith(tracking)) removeStaleLock(repository, ref);
    }
    await pause(attempt);
  }
};

const attempts = 4;

/** Waits a little, longer each time, before what lost a race is tried again. */
export const pause = (attempt: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** attempt));

/** One ref to push. A log only ever grows; a live ref is replaced, provided the remote still has `replaces` (null: has none). */
export type PushedRef =
  | { readonly ref: string; readonly commit: Oid; readonly replaces?: undefined }
  | { readonly ref: string; readonly commit: Oid; readonly replaces: Oid | null };

export interface Pushed {
  readonly pushed: readonly string[];
  /** What is said where somebody else was first at a ref: fetch, look again, and push again. Null when nobody was. */
  readonly race: Setback | null;
  /** Why the rest was not taken; null when nothing else is left. */
  readonly setback: Setback | null;
}

/** Pushes exactly these refs. Hooks of the user are not run: his pre-push hook may be what called us. */
export const pushPlane = async (
  repository: Repository,
  remote: string,
  refs: readonly PushedRef[],
  options: TalkOptions,
): Promise<Pushed> => {
  const leases = refs.flatMap(({ ref, replaces }) => (replaces === undefined ? [] : [`--force-with-lease=${ref}:${replaces ?? ""}`]));
  const args = [
    ...["push", "--porcelain", "--progress", "--no-verify", "--no-follow-tags", "--no-signed", "--recurse-submodules=no", ...leases],
    ...["--", remote, ...refs.map(({ ref, commit }) => `${commit}:${ref}`)],
  ];
  // A mirror takes no refspecs, and push options (`merge_request.create`) are meant for branches.
  const env = configEnvironment({ [`remote.${remote}.mirror`]: "false", "push.pushOption": "" });
  const { code, stdout, stderr } = await talk(repository, args, { ...options, env });
  const answers = answersOf(stdout);
  const refused = answers.filter(({ flag }) => flag === "!");
  const raced = refused.filter(({ summary }) => isRace(summary));
  const [firstRaced] = raced;
  const [firstRefused] = refused.filter((answer) => !raced.includes(answer));
  const unheard = answers.length === 0 && code !== 0 ? setbackOf(stderr) : null;
  return {
    pushed: answers.filter(({ flag }) => flag !== "!").map(({ ref }) => ref),
    race: firstRaced ? { ...refusal(firstRaced, stderr), outcome: "deferred" } : null,
    setback: firstRefused ? refusal(firstRefused, stderr) : unheard,
  };
};

interface RefAnswer {
  /** `!`: not taken. */
  readonly flag: string;
  readonly ref: string;
  readonly summary: string;
}

/** Of `push --porcelain`: `<flag>\t<from>:<to>\t<summary>` a ref. */
const answersOf = (stdout: string): RefAnswer[] =>
  stdout.split("\n").flatMap((line) => {
    const [, flag = "", ref = "", summary = ""] = /^(.)\t[^\t]*:([^\t]+)\t(.*)$/.exec(line) ?? [];
    return flag === "" ? [] : [{ flag, ref, summary }];
  });

const refusal = ({ ref, summary }: RefAnswer, stderr: string): Setback => {
  const lines = stderr.split("\n").filter((line) => /^(remote|error): /.test(line) && !line.includes("failed to push some refs"));
  const words = lines.length > 0 ? `: ${wordsOf(lines.join("\n"))}` : "";
  const outcome = summary.includes("[remote failure]") ? "deferred" : "failed";
  return { outcome, reason: `the remote did not take ${ref}: ${wordsOf(summary)}${words}` };
};
