import type { Hunk } from "../model/change.ts";
import type { Edit } from "../model/pair.ts";

/**
 * Reads patches as `git diff-tree --stdin -p -U1` writes them, with quoted paths: per pair of trees a line with their ids, then the files.
 * Lines of content are counted off by the hunk headers, so a file that looks like a patch is not mistaken for one.
 */
export const patchEdits = (bytes: Buffer): Map<string, Edit>[] => {
  const lines = bytes.toString("latin1").split("\n");
  const pairs: Map<string, Edit>[] = [];
  let path = "";
  let binary = false;
  let groups: Group[] = [];
  const finish = () => {
    // A file that became a symbolic link is two patches: the first one says what happened to the file.
    if (path !== "" && !pairs.at(-1)?.has(path)) pairs.at(-1)?.set(path, binary ? { kind: "binary" } : textEdit(groups));
    path = "";
    binary = false;
    groups = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("diff --git ")) {
      finish();
      path = samePath(line.slice("diff --git ".length));
    } else if (line.startsWith("rename to ")) path = unquoted(line.slice("rename to ".length));
    else if (line.startsWith("Binary files ")) binary = true;
    else if (line.startsWith("@@ ")) at = readHunk(lines, at, groups);
    else if (treeLine.test(line)) {
      finish();
      pairs.push(new Map());
    }
  }
  finish();
  return pairs;
};

const treeLine = /^[0-9a-f]{40,64} [0-9a-f]{40,64}$/;

/** Neighbouring lines taken out and put in. `last`: no line of the file follows. */
interface Group {
  /** Base line that the group begins at. */
  readonly line: number;
  readonly removed: string[];
  readonly added: string[];
  last: boolean;
}

/** Adds the groups of the hunk at `at` to `groups`; the number of the hunk's last line. */
const readHunk = (lines: readonly string[], at: number, groups: Group[]): number => {
  const [, start = "0", removed = "1", added = "1"] = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(lines[at] ?? "") ?? [];
  let before = Number(removed);
  let after = Number(added);
  let line = Number(start) + (before === 0 ? 1 : 0);
  let group: Group | undefined;
  while (before > 0 || after > 0) {
    const text = lines[++at];
    if (text === undefined) break;
    const sign = text[0];
    if (sign === "\\") continue;
    if (sign === " ") {
      if (group) group.last = false;
      group = undefined;
    } else if (!group) {
      group = { line, removed: [], added: [], last: true };
      groups.push(group);
    }
    if (sign !== "-") after--;
    else group?.removed.push(text.slice(1));
    if (sign === "+") group?.added.push(text.slice(1));
    else {
      before--;
      line++;
    }
  }
  return at;
};

const textEdit = (groups: readonly Group[]): Edit => {
  const hunks = groups.map(hunkOf);
  const [only] = hunks;
  const appendsOnly = hunks.length === 1 && only !== undefined && only.count === 0 && only.start > 0 && groups[0]?.last === true;
  return { kind: "text", hunks, appendsOnly, entries: entriesOf(groups) };
};

/** More of them nobody keeps apart by reading. */
const mostEntries = 100;

/** The entry before the first new one may get the comma that it lacked as the last of its list. */
const entriesOf = (groups: readonly Group[]): string[] | null => {
  const entries: string[] = [];
  for (const { removed, added } of groups) {
    const gainsComma = removed.length === 1 && added.length > 1 && added[0]?.trimEnd() === `${removed[0]?.trimEnd()},`;
    if (removed.length > 0 && !gainsComma) return null;
    const lines = gainsComma ? [...added.slice(1, -1), `${added.at(-1)?.trimEnd()},`] : added;
    for (const line of lines.map((text) => text.trim()).filter((text) => text !== "")) {
      if (!entryLine.test(line)) return null;
      entries.push(
        Buffer.from(
          line
            .replace(/^([^:=]+)[:=].*$/, "$1")
            .replace(/,$/, "")
            .trim(),
          "latin1",
        ).toString("utf8"),
      );
    }
  }
  return entries.length > 0 && entries.length <= mostEntries ? entries : null;
};

const entryLine =
  /^(?:import\b.*|export\s*(?:\*|\{).*|from\s.*|(?:pub\s+)?(?:use|mod)\s.*;|#.*|\/\/.*|@(?:import|use|forward)\b.*|[-*+]\s.*|[^()]*,|[\w.$]+\([^()]*\),)$/;

const hunkOf = ({ line, removed, added }: Group): Hunk => {
  // A last line that only gains its line feed is the same line: what follows it was appended.
  const same = removed.length > 0 && removed[0] === added[0] ? 1 : 0;
  const count = removed.length - same;
  const start = line + same;
  return { start: count === 0 ? start - 1 : start, count, added: added.length - same };
};

/** The path in `a/<path> b/<path>`, quoted or not: both halves are equally long unless the file was renamed. */
const samePath = (halves: string): string => unquoted(halves.slice(0, (halves.length - 1) / 2)).slice(2);

/** Undoes git's quoting of unusual paths (C escapes, octal bytes). */
const unquoted = (name: string): string => {
  if (!name.startsWith('"')) return Buffer.from(name, "latin1").toString("utf8");
  const plain = name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, code: string) => {
    if (code.length === 3) return String.fromCharCode(Number.parseInt(code, 8));
    return escapes[code] ?? code;
  });
  return Buffer.from(plain, "latin1").toString("utf8");
};

const escapes: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
