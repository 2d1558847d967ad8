import type { RangeNode, ReservedNode } from "./nodes.ts";
import { textOfBytes } from "./string-literal.ts";
import type { TokenReader } from "./token-reader.ts";

/** Whose numbers: the least and the greatest that there can be. `max` is the greatest. */
export interface NumberSpace {
  readonly least: number;
  readonly most: number;
}

export const fieldNumbers: NumberSpace = { least: 1, most: 536_870_911 };
/** Of extensions of a message of `message_set_wire_format`. */
export const messageSetNumbers: NumberSpace = { least: 1, most: 2_147_483_646 };
export const enumNumbers: NumberSpace = { least: -2_147_483_648, most: 2_147_483_647 };

/** After `reserved`: ranges, or names (in editions without quotes), up to the semicolon. */
export const reservedStatement = (reader: TokenReader, space: NumberSpace): ReservedNode => {
  const { kind } = reader.peek();
  const reserved: ReservedNode =
    kind === "string" || kind === "name" ? { ranges: [], names: names(reader) } : { ranges: ranges(reader, space), names: [] };
  reader.expect(";");
  return reserved;
};

/** `2, 9 to 11, 40 to max`. */
export const ranges = (reader: TokenReader, space: NumberSpace): RangeNode[] => {
  const found: RangeNode[] = [];
  do {
    const from = reader.integerWithin(space.least, space.most);
    if (!reader.skip("to")) found.push({ from, to: from });
    else found.push({ from, to: reader.skip("max") ? space.most : reader.integerWithin(from, space.most) });
  } while (reader.skip(","));
  return found;
};

const names = (reader: TokenReader): string[] => {
  const found: string[] = [];
  do found.push(reader.peek().kind === "name" ? reader.name() : textOfBytes(reader.bytes()));
  while (reader.skip(","));
  return found;
};
