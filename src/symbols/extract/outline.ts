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
  /** The nearest piece around it in which names mean something of their own; null stands for the file. */
  scope: Piece | null;
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
    const roles = rolesOf(query);
    for (const { patternIndex, captures } of query.matches(root)) hear(captures, before + patternIndex, roles, pieces);
    before += query.patternCount();
  }
  return { text, pieces: nested([...pieces.values()]) };
};

/** What its captures stand for; nothing for those that predicates alone ask for. */
const rolesOf = ({ captureNames }: Query): Map<string, Role> =>
  new Map(captureNames.filter((name) => !name.startsWith("_")).map((name) => [name, { role: literal(name), subject: isSubject(name) }]));

interface Role {
  readonly role: string;
  readonly subject: boolean;
}

/** The same text as the engine keeps for literals and keys: comparing two of those is comparing two addresses, which is done a million times a file. */
const literal = (text: string): string => Object.keys({ [text]: true })[0] ?? text;

const hear = (captures: readonly QueryCapture[], pattern: number, roles: ReadonlyMap<string, Role>, pieces: Map<number, Piece>): void => {
  const fields: [string, Piece][] = [];
  let saying: Saying | undefined;
  for (const { name, node } of captures) {
    const known = roles.get(name);
    if (!known) continue;
    let piece = pieces.get(node.id);
    if (!piece) pieces.set(node.id, (piece = pieceOf(node)));
    if (!piece.roles.includes(known.role)) piece.roles.push(known.role);
    fields.push([known.role, piece]);
    if (known.subject) piece.said.push((saying ??= { pattern, fields }));
  }
};

export const textOf = ({ text }: Pick<Outline, "text">, { start, end }: Piece): string => text.slice(start, end);

/** What a name says that may stand in quotes: `export { a as "b c" }`. */
export const nameIn = (outline: Pick<Outline, "text">, name: Piece): string => textOf(outline, name).replace(/^(["'`])(.*)\1$/, "$2");

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
export const isA = ({ roles }: Piece, family: string): boolean => {
  for (const role of roles) if (role === family || (role.startsWith(family) && role[family.length] === ".")) return true;
  return false;
};

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
  scope: null,
});

/** Puts the pieces in order and finds out what each is in. */
const nested = (pieces: Piece[]): Piece[] => {
  pieces.sort((a, b) => a.start - b.start || b.end - a.end || b.node.descendantCount - a.node.descendantCount);
  let around: Piece | null = null;
  for (const piece of pieces) {
    while (around && (around.end < piece.end || around.end <= piece.start)) around = around.parent;
    piece.parent = around;
    piece.scope = around && (isScope(around) ? around : around.scope);
    if (piece.roles.some(givesStructure)) around = piece;
  }
  return pieces;
};

/** Whether names that are bound in it mean something there only. */
export const isScope = (piece: Piece): boolean => has(piece, "scope") || has(piece, "scope.function") || has(piece, "members.scope");
