import { fieldOf, has, type Outline, type Piece, type Saying, textOf } from "./outline.ts";

/**
 * The module that one match of an import or export speaks of, as written. In groups (`use a::{b::{c}}`) with what stands before it: the `@prefix` of
 * every group around. Undefined when it speaks of none.
 */
export const moduleNameOf = (piece: Piece, saying: Saying, outline: Outline, separator: string): string | undefined => {
  const own = inMatch(saying, "module");
  const steps = own ? [textOf(outline, own)] : [];
  for (const group of groupsAround(piece)) {
    const prefix = fieldOf(group, "prefix");
    if (prefix) steps.unshift(textOf(outline, prefix));
  }
  return steps.length > 0 ? steps.join(separator) : undefined;
};

/** The statement that a match is a part of: the outermost group, or the piece itself. */
export const statementOf = (piece: Piece): Piece => groupsAround(piece).at(-1) ?? piece;

/** The first piece in one match that has this role there. */
export const inMatch = ({ fields }: Saying, role: string): Piece | undefined => fields.find(([name]) => name === role)?.[1];

const groupsAround = (piece: Piece): Piece[] => {
  const groups: Piece[] = [];
  for (let at = piece.parent; at; at = at.parent) if (has(at, "group")) groups.push(at);
  return groups;
};
