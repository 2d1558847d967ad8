import { type LandingFacts, notAsked, type Work } from "../../fold/readiness/work.ts";
import { type TreeEntry, treeEntries } from "../../git/objects.ts";
import type { Change } from "../../model/change.ts";
import type { Digest } from "../../model/digest.ts";
import type { Oid } from "../../model/ids.ts";
import type { Nerve } from "../nerve.ts";

/** More paths than this are not compared one by one with the landing branch. */
const mostCompared = 500;

type Folder = ReadonlyMap<string, TreeEntry["oid"]>;

/** Tells, of work in this clone's worktrees, what its digest leaves open. A question to a git process that stays for each folder, each once. */
export class LandingReader {
  readonly #nerve: Nerve;
  readonly #tips = new Map<string, Promise<Oid | undefined>>();
  readonly #folders = new Map<string, Promise<Folder>>();

  constructor(nerve: Nerve) {
    this.#nerve = nerve;
  }

  /** Commits are what lands: how much of the worktree is in none. */
  async uncommitted({ head, base, snapshot }: Digest): Promise<Work["uncommitted"]> {
    if (head === null) return "everything";
    const tree = await this.#nerve.log.objects.find(`${head}^{tree}`);
    if (!tree) return null;
    if (tree.oid === snapshot) return "nothing";
    return head === base ? "everything" : "some";
  }

  /** Where the landing branch went since the work's base. */
  async landing({ landing, base, changes }: Digest): Promise<LandingFacts> {
    const tip = landing === null ? undefined : await this.tip(landing);
    if (tip === undefined || base === null) return { moved: null, overlap: [], asked: notAsked };
    if (tip === base) return { moved: false, overlap: [], asked: notAsked };
    // A name with a line feed in it cannot be asked for.
    const compared = changes.filter(({ path, oldPath = "" }) => !`${path}${oldPath}`.includes("\n")).slice(0, mostCompared);
    const overlaps = await Promise.all(compared.map((change) => this.#overlaps(change, tip)));
    return { moved: true, overlap: compared.filter((_, place) => overlaps[place]).map(({ path }) => path), asked: notAsked };
  }

  /** The commit a landing branch stands at, called as `readLanding` calls it. */
  tip(name: string): Promise<Oid | undefined> {
    const known = this.#tips.get(name) ?? this.#findTip(name);
    this.#tips.set(name, known);
    return known;
  }

  async #findTip(name: string): Promise<Oid | undefined> {
    if (name.includes("\n")) return;
    for (const ref of [`refs/heads/${name}`, `refs/remotes/${name}`, name]) {
      const found = await this.#nerve.log.objects.find(`${ref}^{commit}`);
      if (found) return found.oid;
    }
    return;
  }

  /** Whether the landing branch has something else at a changed path than the change began with, and than it ended with. */
  async #overlaps({ path, oldPath = path, oldBlob, newBlob }: Change, tip: Oid): Promise<boolean> {
    const [before, after] = await Promise.all([this.#blobAt(tip, oldPath), this.#blobAt(tip, path)]);
    if (after === newBlob && (oldPath === path || before === null)) return false;
    return before !== oldBlob || (oldPath !== path && after !== null);
  }

  async #blobAt(tip: Oid, path: string): Promise<Oid | null> {
    const slash = path.lastIndexOf("/");
    const folder = await this.#folder(slash < 0 ? `${tip}^{tree}` : `${tip}:${path.slice(0, slash)}`);
    return folder.get(path.slice(slash + 1)) ?? null;
  }

  #folder(name: string): Promise<Folder> {
    const known = this.#folders.get(name) ?? this.#readFolder(name);
    this.#folders.set(name, known);
    return known;
  }

  async #readFolder(name: string): Promise<Folder> {
    const { log, repository } = this.#nerve;
    const found = await log.objects.find(name);
    if (found?.type !== "tree") return new Map();
    return new Map(treeEntries(found.content, repository.objectFormat).map((entry) => [entry.name, entry.oid]));
  }
}
