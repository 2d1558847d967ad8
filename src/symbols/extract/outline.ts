import type { Node, Query, QueryCapture } from "web-tree-sitter";

/**
 * A node of the syntax tree that the query speaks of. A node with several captures is one piece with several roles, so that patterns can speak of
 * it independently of each other.
 */
export interface Piece {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly roles: string[];
  /** What each match said of it. */
  readonly said: Saying[];
  /** The nearest piece around it that gives structure; null at the top. */
  parent: Piece | null;
}

/** One match: the other pieces in it, by their role there. */
export interface Saying {
  readonly pattern: number;
  readonly fields: readonly (readonly [role: string, piece: Piece])[];
}

/** All that the query says of one text: its pieces in the order of the text, an outer one before what is in it. */
export interface Outline {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** `queries` as if they were one: what a later one says counts more. */
export const outlineOf = (text: string, root: Node, queries: readonly Query[]): Outline => {
  const pieces = new Map<number, Piece>();
  let before = 0;
  for (const query of queries) {
    for (const { patternIndex, captures } of query.matches(root)) hear(captures, before + patternIndex, pieces);
    before += query.patternCount();
  }
  return { text, pieces: nested([...pieces.values()]) };
};

const hear = (captures: readonly QueryCapture[], pattern: number, pieces: Map<number, Piece>): void => {
  const fields: [string, Piece][] = [];
  for (const { name, node } of captures) {
    if (name.startsWith("_")) continue;
    let piece = pieces.get(node.id);
    if (!piece) pieces.set(node.id, (piece = pieceOf(node)));
    if (!piece.roles.includes(name)) piece.roles.push(name);
    fields.push([name, piece]);
  }
  for (const [role, piece] of fields) if (isSubject(role)) piece.said.push({ pattern, fields });
};

export const textOf = ({ text }: Pick<Outline, "text">, { start, end }: Piece): string => text.slice(start, end);

export const has = ({ roles }: Piece, role: string): boolean => roles.includes(role);

/** The pieces that matches named `role` beside `piece`, in the order of the text. */
export const fieldsOf = ({ said }: Piece, role: string): Piece[] => {
  const found = new Set(said.flatMap(({ fields }) => fields.filter(([name]) => name === role).map(([, piece]) => piece)));
  return [...found].sort((a, b) => a.start - b.start);
};

/** The piece that a match named `role` beside `piece`. Of several patterns the last one in the query counts. */
export const fieldOf = ({ said }: Piece, role: string): Piece | undefined => {
  let found: Piece | undefined;
  let best = -1;
  for (const { pattern, fields } of said) {
    if (pattern < best) continue;
    for (const [name, piece] of fields) if (name === role) [found, best] = [piece, pattern];
  }
  return found;
};

/** The role of a family that the last of several patterns gives: "definition.function". */
export const roleOf = (piece: Piece, family: string): string | undefined => {
  let found: string | undefined;
  let best = -1;
  for (const { pattern, fields } of piece.said) {
    if (pattern < best) continue;
    for (const [role, one] of fields) {
      if (one === piece && role.startsWith(family) && role[family.length] === ".") [found, best] = [role, pattern];
    }
  }
  return found;
};

/** Whether a name is brought in from elsewhere where it stands: `const fs = require("fs")` is an import. */
export const isImported = (name: Piece): boolean => has(name, "local") || has(name, "imported") || has(name, "namespace");

/** `definition.function` and `definition` are both `definition`. */
export const isA = ({ roles }: Piece, family: string): boolean =>
  roles.some((role) => role.startsWith(family) && (role.length === family.length || role[family.length] === "."));

const families = (names: readonly string[]): ((role: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (role) => {
    const answer = known.get(role) ?? names.includes(role.split(".", 1)[0] ?? "");
    known.set(role, answer);
    return answer;
  };
};

const isSubject = families([
  ...["definition", "container", "parameter", "binding", "import", "export", "key", "mark"],
  ...["member", "call", "new", "same", "cast"],
  ...["callee", "constructor", "arguments", "callable", "starNames", "group"],
]);

const givesStructure = families(["definition", "container", "members", "scope", "callable", "declares", "export", "group", "selfless"]);

const pieceOf = (node: Node): Piece => ({
  node,
  start: node.startIndex,
  end: node.endIndex,
  line: node.startPosition.row + 1,
  roles: [],
  said: [],
  parent: null,
});

/** Puts the pieces in order and finds out what each is in. */
const nested = (pieces: Piece[]): Piece[] => {
  pieces.sort((a, b) => a.start - b.start || b.end - a.end || b.node.descendantCount - a.node.descendantCount);
  const around: Piece[] = [];
  for (const piece of pieces) {
    while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) < piece.end || (around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= piece.start)
      around.pop();
    piece.parent = around.at(-1) ?? null;
    if (piece.roles.some(givesStructure)) around.push(piece);
  }
  return pieces;
};
