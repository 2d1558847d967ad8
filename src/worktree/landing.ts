import { git, gitText } from "../git/exec.ts";
import { inRepository, type Repository } from "../git/repository.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { Oid } from "../model/ids.ts";

/** Where the work of a worktree will land, and where it set out from. */
export interface Landing {
  /** Short name of the branch; null when none can be told. */
  readonly branch: string | null;
  /** Merge base of HEAD and that branch; HEAD itself when there is none; null before the first commit. */
  readonly base: Oid | null;
  /** Why committed work could not be told apart from what was there before; null when it could. */
  readonly reason: string | null;
}

/** What the user's configuration says about landing. */
export interface LandingConfig {
  /** `nerve.base` */
  readonly base: string | null;
  /** `init.defaultBranch` */
  readonly defaultBranch: string | null;
}

/**
 * The branch that work lands on: the configured one, else the upstream, else `origin/HEAD`, else main or master. An upstream that is the same
 * branch's copy on a remote is passed over unless it is the default branch: pushing `feature` to `origin/feature` lands nothing.
 */
export const readLanding = async (repository: Repository, worktree: Worktree, config: LandingConfig): Promise<Landing> => {
  const { head } = worktree;
  const target = await readTarget(repository, worktree, config);
  if (head === null) return { branch: target?.name ?? null, base: null, reason: null };
  if (target === undefined)
    return { branch: null, base: head, reason: "no branch to land on was found, so only uncommitted work is compared; set nerve.base" };
  const { name, oid } = target;
  if (oid === null) return { branch: name, base: head, reason: `nerve.base is ${name}, which names no commit` };
  const { code, stdout } = await git(["merge-base", head, oid], inRepository(repository, { allow: [1, 128] }));
  const base = stdout.toString("latin1").trim();
  if (code === 0 && base) return { branch: name, base, reason: null };
  return { branch: name, base: head, reason: `no common commit with ${name} is in this clone, so only uncommitted work is compared` };
};

interface Target {
  readonly name: string;
  readonly oid: Oid | null;
}

const readTarget = async (repository: Repository, { branch }: Worktree, config: LandingConfig): Promise<Target | undefined> => {
  if (config.base !== null) {
    const { code, stdout } = await git(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", `${config.base}^{commit}`],
      inRepository(repository, { allow: [1, 128] }),
    );
    return { name: config.base, oid: code === 0 ? stdout.toString("latin1").trim() : null };
  }
  const defaults = [...new Set(["main", "master", ...(config.defaultBranch ? [config.defaultBranch] : [])])];
  const own = branch === null ? [] : [`refs/heads/${branch}`];
  const names = ["refs/remotes/origin/HEAD", ...defaults.flatMap((name) => [`refs/heads/${name}`, `refs/remotes/origin/${name}`])];
  const refs = await readRefFacts(repository, [...own, ...names]);
  const originHead = refs.get("refs/remotes/origin/HEAD");
  const upstream = refs.get(own[0] ?? "")?.upstream;
  if (upstream && branch !== null) {
    const isCopy = upstream.replace(/^refs\/remotes\/[^/]+\//, "") === branch;
    const isDefault = defaults.includes(branch) || originHead?.symref === upstream;
    const found = !isCopy || isDefault ? (await readRefFacts(repository, [upstream])).get(upstream) : undefined;
    if (found) return { name: shortName(upstream), oid: found.oid };
  }
  if (originHead) return { name: shortName(originHead.symref || "refs/remotes/origin/HEAD"), oid: originHead.oid };
  for (const name of names) {
    const found = refs.get(name);
    if (found) return { name: shortName(name), oid: found.oid };
  }
  return undefined;
};

interface RefFacts {
  readonly oid: Oid;
  readonly symref: string;
  readonly upstream: string;
}

const readRefFacts = async (repository: Repository, names: readonly string[]): Promise<Map<string, RefFacts>> => {
  const format = "%(refname)%00%(objectname)%00%(symref)%00%(upstream)";
  const text = await gitText(["for-each-ref", `--format=${format}`, ...names], inRepository(repository));
  const wanted = new Set(names);
  const facts = new Map<string, RefFacts>();
  for (const line of text.split("\n")) {
    const [name = "", oid = "", symref = "", upstream = ""] = line.split("\0");
    // A pattern matches whole folders too: `refs/heads/main` also finds `refs/heads/main/x`.
    if (wanted.has(name)) facts.set(name, { oid, symref, upstream });
  }
  return facts;
};

const shortName = (ref: string): string => ref.replace(/^refs\/(heads|remotes)\//, "");
