import fs from "node:fs";
import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import type { Repository } from "./repository.ts";
import { ResidentGit } from "./resident.ts";

export interface GitObject {
  readonly oid: Oid;
  readonly type: "commit" | "tree" | "blob" | "tag";
  readonly content: Buffer;
}

/** Reads objects through one resident `git cat-file --batch-command`. */
export class ObjectReader {
  readonly #resident: ResidentGit;

  constructor(repository: Repository, env: Readonly<Record<string, string>> = {}) {
    this.#resident = new ResidentGit(["cat-file", "--batch-command"], {
      cwd: repository.commonDir,
      env: { GIT_DIR: repository.commonDir, ...env },
    });
  }

  /**
   * The object `name` stands for (an id, a ref, `<id>:<path>`: no line feed in it). Undefined when there is none here, as git sees it: one
   * whose file is damaged from its first bytes on counts as missing. Throws (environment) when the damage comes later.
   */
  find(name: string): Promise<GitObject | undefined> {
    return this.#resident.ask(`contents ${name}\n`, async (answer) => {
      const header = await answer.line();
      const [, oid, type, size] = /^([0-9a-f]+) (commit|tree|blob|tag) (\d+)$/.exec(header) ?? [];
      if (!oid || !type) return undefined;
      const content = await answer.bytes(Number(size));
      await answer.bytes(1);
      return { oid, type: type as GitObject["type"], content };
    });
  }

  close(): Promise<void> {
    return this.#resident.close();
  }
}

type Writable = "commit" | "tree" | "blob";

/**
 * Writes objects through resident `git hash-object --stdin-paths` processes, one a type: git itself checks their form, knows the repository's
 * hash, and renames whole files into place, so that a kill at any point leaves no half object.
 */
export class ObjectWriter {
  readonly #repository: Repository;
  readonly #residents = new Map<Writable, ResidentGit>();
  readonly #draft: string;

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#draft = path.join(repository.nerveDir, "tmp", `object-${process.pid}-${made++}`);
  }

  /** Stores an object's bytes; its id. Throws (environment) when git refuses their form or the disk does not take them. */
  write(type: Writable, content: Uint8Array): Promise<Oid> {
    const draft = `${this.#draft}-${type}`;
    const question = () => {
      try {
        fs.mkdirSync(path.dirname(draft), { recursive: true });
        fs.writeFileSync(draft, content);
      } catch (cause) {
        throw new NerveError("environment", `${draft} cannot be written: ${(cause as Error).message}`, { cause });
      }
      return `${draft}\n`;
    };
    return this.#resident(type).ask(question, (answer) => answer.line());
  }

  async close(): Promise<void> {
    await Promise.all([...this.#residents.values()].map((resident) => resident.close()));
    for (const type of this.#residents.keys()) fs.rmSync(`${this.#draft}-${type}`, { force: true });
  }

  #resident(type: Writable): ResidentGit {
    const running = this.#residents.get(type);
    if (running) return running;
    const started = new ResidentGit(["hash-object", "-t", type, "-w", "--no-filters", "--stdin-paths"], {
      cwd: this.#repository.commonDir,
      env: { GIT_DIR: this.#repository.commonDir },
    });
    this.#residents.set(type, started);
    return started;
  }
}

let made = 0;

export interface TreeEntry {
  /** As in a tree object: "100644", "40000", … */
  readonly mode: string;
  readonly name: string;
  readonly oid: Oid;
}

/** The bytes of a tree. Entries are put into git's order (folders as if their name ended in a slash). */
export const treeBytes = (entries: readonly TreeEntry[]): Buffer => {
  const sortKey = ({ mode, name }: TreeEntry) => Buffer.from(mode === "40000" ? `${name}/` : name);
  const sorted = [...entries].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  return Buffer.concat(sorted.map(({ mode, name, oid }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, "hex")])));
};

/** The entries of a tree object's bytes. */
export const treeEntries = (bytes: Buffer, objectFormat: Repository["objectFormat"]): TreeEntry[] => {
  const length = objectFormat === "sha256" ? 32 : 20;
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const nul = bytes.indexOf(0, space);
    if (space < 0 || nul < 0 || nul + 1 + length > bytes.length) break;
    entries.push({
      mode: bytes.toString("latin1", at, space),
      name: bytes.toString("utf8", space + 1, nul),
      oid: bytes.toString("hex", nul + 1, nul + 1 + length),
    });
    at = nul + 1 + length;
  }
  return entries;
};
