import type { SourceText, Span } from "./language.ts";

/** New contents by path; null for a file that goes. */
export type Work = ReadonlyMap<string, string | null>;

/** What was asked cannot be done to this subject the way a careful agent would do it. Another one is tried. */
export class Unfit extends Error {}

/** Changes to the files of one side, gathered in any order. */
export class Patch {
  readonly #files: ReadonlyMap<string, SourceText>;
  readonly #edits = new Map<string, Map<string, Span & { readonly text: string }>>();
  readonly #whole = new Map<string, string | null>();
  readonly #moves = new Map<string, string>();

  constructor(files: ReadonlyMap<string, SourceText>) {
    this.#files = files;
  }

  /** The same replacement twice is one. */
  replace(path: string, { start, end }: Span, text: string): void {
    const edits = this.#edits.get(path) ?? new Map<string, Span & { readonly text: string }>();
    this.#edits.set(path, edits.set(`${start} ${end} ${text}`, { start, end, text }));
  }

  insert(path: string, at: number, text: string): void {
    this.replace(path, { start: at, end: at }, text);
  }

  append(path: string, text: string): void {
    const before = this.#files.get(path)?.text ?? "";
    this.insert(path, before.length, `${before === "" || before.endsWith("\n") ? "" : "\n"}\n${text}`);
  }

  /** Throws (unfit) when there is such a file. */
  create(path: string, text: string): void {
    if (this.#files.has(path) || this.#whole.has(path)) throw new Unfit("the new file is there already");
    this.#whole.set(path, text);
  }

  remove(path: string): void {
    this.#whole.set(path, null);
  }

  /** Edits of the file are those of the old path. */
  move(from: string, to: string): void {
    if (this.#files.has(to)) throw new Unfit("the new file is there already");
    this.#moves.set(from, to);
  }

  /** Throws (unfit) when two edits overlap. */
  work(): Work {
    const done = new Map(this.#whole);
    for (const path of new Set([...this.#edits.keys(), ...this.#moves.keys()])) {
      if (this.#whole.has(path)) continue;
      const text = edited(this.#files.get(path)?.text ?? "", [...(this.#edits.get(path)?.values() ?? [])]);
      const target = this.#moves.get(path);
      done.set(target ?? path, text);
      if (target) done.set(path, null);
    }
    return done;
  }
}

const edited = (text: string, edits: readonly (Span & { readonly text: string })[]): string => {
  let [done, at] = ["", 0];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Unfit("two edits overlap");
    done += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return done + text.slice(at);
};
