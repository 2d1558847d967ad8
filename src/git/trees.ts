import type { Oid } from "../model/ids.ts";
import { privateStore } from "./private-store.ts";
import type { RawPath } from "./raw-path.ts";
import { inRepository, type Repository } from "./repository.ts";
import { ResidentGit } from "./resident.ts";

/** One entry of a tree. Modes as git prints them, six digits: "040000" is a tree, "160000" a commit of another repository. */
export interface TreeEntry {
  readonly mode: string;
  readonly oid: Oid;
}

/** A folder's entries by name (raw, one component). */
export type Tree = ReadonlyMap<RawPath, TreeEntry>;

export const treeMode = "040000";
export const gitlinkMode = "160000";

/** Trees remembered: their content never changes, so neither does what is remembered of it. */
const remembered = 2_000;

/**
 * Reads and writes trees through two git processes that stay, for reads of what was read before through none. New trees go to the private
 * store. Close it, or the process will not end.
 */
export class Trees {
  readonly #reader: ResidentGit;
  readonly #writer: ResidentGit;
  readonly #rawOidLength: number;
  readonly #known = new Map<Oid, Tree>();

  /** `objects`: where git reads and writes, the private store unless told. */
  constructor(repository: Repository, objects: Readonly<Record<string, string>> = privateStore(repository)) {
    const { cwd, env } = inRepository(repository, { env: objects });
    this.#reader = new ResidentGit(["cat-file", "--batch-command"], { cwd, env: env ?? {} });
    this.#writer = new ResidentGit(["mktree", "-z", "--batch", "--missing"], { cwd, env: env ?? {} });
    this.#rawOidLength = repository.zero.length / 2;
  }

  /** The entries of a tree; also of a commit's. Rejects when the object is not there. */
  async read(oid: Oid): Promise<Tree> {
    const known = this.#known.get(oid);
    if (known) return known;
    const tree = entriesOf(await this.#contents(oid), this.#rawOidLength);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= remembered) this.#known.delete(oldest);
    this.#known.set(oid, tree);
    return tree;
  }

  /** Writes a tree, in whatever order its entries come. Does not ask whether the objects it names are there. */
  write(tree: Tree): Promise<Oid> {
    const records: string[] = [];
    for (const [name, { mode, oid }] of tree) records.push(`${mode} ${typeOf(mode)} ${oid}\t${name}\0`);
    return this.#writer.ask(Buffer.from(`${records.join("")}\0`, "latin1"), (answer) => answer.line());
  }

  /** Ends both processes. */
  async close(): Promise<void> {
    await Promise.all([this.#reader.close(), this.#writer.close()]);
  }

  #contents(oid: Oid): Promise<Buffer> {
    return this.#reader.ask(`contents ${oid}^{tree}\n`, async (answer) => {
      const header = await answer.line();
      const [, , size] = /^([0-9a-f]+) tree (\d+)$/.exec(header) ?? [];
      if (size === undefined) throw new Error(`git has no tree ${oid}: ${header}`);
      const contents = await answer.bytes(Number(size));
      await answer.bytes(1);
      return contents;
    });
  }
}

const typeOf = (mode: string): string => (mode === treeMode ? "tree" : mode === gitlinkMode ? "commit" : "blob");

/** `<mode> <name>NUL<raw object id>`, again and again; modes without leading zeros. */
const entriesOf = (contents: Buffer, rawOidLength: number): Tree => {
  const tree = new Map<RawPath, TreeEntry>();
  for (let at = 0; at < contents.length;) {
    const space = contents.indexOf(0x20, at);
    const end = contents.indexOf(0, space);
    const oid = contents.toString("hex", end + 1, end + 1 + rawOidLength);
    tree.set(contents.toString("latin1", space + 1, end), { mode: contents.toString("latin1", at, space).padStart(6, "0"), oid });
    at = end + 1 + rawOidLength;
  }
  return tree;
};
