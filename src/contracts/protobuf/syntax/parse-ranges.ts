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

/** What is reserved, while it is being filled. */
export interface OpenReserved extends ReservedNode {
  readonly ranges: RangeNode[];
  readonly names: string[];
}

/** After `reserved`: ranges, or names (in editions without quotes), up to the semicolon, put into `reserved`. */
export const reservedStatement = (reader: TokenReader, reserved: OpenReserved, space: NumberSpace): void => {
  const { kind } = reader.peek();
  if (kind === "string" || kind === "name") addNames(reader, reserved.names);
  else addRanges(reader, reserved.ranges, space);
  reader.expect(";");
};

/** `2, 9 to 11, 40 to max`, put into `found`. */
export const addRanges = (reader: TokenReader, found: RangeNode[], space: NumberSpace): void => {
  do {
    const from = reader.integerWithin(space.least, space.most);
    if (!reader.skip("to")) found.push({ from, to: from });
    else found.push({ from, to: reader.skip("max") ? space.most : reader.integerWithin(from, space.most) });
  } while (reader.skip(","));
};

const addNames = (reader: TokenReader, found: string[]): void => {
  do found.push(reader.peek().kind === "name" ? reader.name() : textOfBytes(reader.bytes()));
  while (reader.skip(","));
};
