import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import { type GitOptions, git } from "./exec.ts";
import type { Repository } from "./repository.ts";

/** A commit or tree that somebody named. */
export interface NamedTree {
  readonly kind: "commit" | "tree";
  readonly id: Oid;
  readonly tree: Oid;
}

/**
 * What each name stands for, in order: a branch, tag, id, `rev^{tree}`, `rev:folder`, whatever git understands in the worktree the repository was
 * opened from. Undefined when the name is one but its object is missing or damaged. Throws (usage) when a name is none, or of something else.
 */
export const readNamed = async (
  repository: Repository,
  names: readonly string[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<(NamedTree | undefined)[]> => {
  const options = { cwd: repository.workTree ?? repository.gitDir, env: { GIT_DIR: repository.gitDir, ...env } };
  const ids: (Oid | undefined)[] = [];
  for (const name of names) ids.push(await findId(name, options));
  const questions = ids.flatMap((id) => (id ? [`${id}^{commit}`, `${id}^{tree}`, id] : []));
  const answers = (await check(questions, options)).values();
  return ids.map((id, place) => {
    if (!id) throw notATree(names[place] ?? "");
    const [commit, tree, self] = [answers.next().value, answers.next().value, answers.next().value];
    if (self?.type === "blob") throw notATree(names[place] ?? "");
    return tree && { kind: commit ? "commit" : "tree", id: commit?.id ?? tree.id, tree: tree.id };
  });
};

const findId = async (name: string, options: GitOptions): Promise<Oid | undefined> => {
  const { code, stdout } = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", name], { ...options, allow: [1, 128] });
  const id = stdout.toString("utf8").trim();
  return code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
};

/** Id and type of each object asked for; undefined where it is missing or damaged. */
const check = async (questions: readonly string[], options: GitOptions): Promise<({ id: Oid; type: string } | undefined)[]> => {
  const input = questions.map((question) => `${question}\n`).join("");
  const { stdout } = await git(["cat-file", "--batch-check=%(objectname) %(objecttype)"], { ...options, input });
  const lines = stdout.toString("utf8").split("\n");
  return questions.map((_, place) => {
    const [id = "", type = ""] = (lines[place] ?? "").split(" ");
    return ["commit", "tree", "blob", "tag"].includes(type) ? { id, type } : undefined;
  });
};

const notATree = (name: string): NerveError =>
  new NerveError("usage", `${name} names no commit or tree in this repository`, {
    hint: "Name a branch, a tag, a commit, or a tree such as HEAD^{tree}.",
  });
