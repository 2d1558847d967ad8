import { finding, saying, type SchemaRule } from "../goal.ts";
import { placeName } from "../../documents/pointer.ts";
import { numeric, typeBits, type Types } from "../types.ts";

/** Values that are not of the format. Where formats are annotations, that is dangerous at most. */
export const format: SchemaRule = {
  id: "format",

  *check(pair) {
    const { g, a, asked } = pair;
    const asserted = asked.atoms.some((atom) => atom.document.dialect.formats === "asserted");
    for (const { value, at } of a.formats) {
      if (g.values !== undefined || !(g.types & typesWith(value)) || g.formats.some((other) => isWithin(other.value, value))) continue;
      const name = placeName(at);
      const message = saying(pair, `${name} now has the format ${value}.`, `${name} no longer has the format ${value}.`);
      yield finding("format", at, message, asserted ? "breaking" : "dangerous");
    }
  },
};

const isWithin = (given: string, asked: string): boolean => given === asked || (within[given]?.includes(asked) ?? false);

/** Formats and the wider ones that hold all their values. */
const within: Readonly<Record<string, readonly string[]>> = {
  email: ["idn-email"],
  hostname: ["idn-hostname"],
  uri: ["uri-reference", "iri", "iri-reference"],
  "uri-reference": ["iri-reference"],
  iri: ["iri-reference"],
  "json-pointer": ["uri-reference", "iri-reference"],
  int32: ["int64", "float", "double"],
  int64: ["double"],
  float: ["double"],
};

/** A format speaks of one type, and others pass. */
const typesWith = (name: string): Types =>
  /^(?:u?int\d*|float|double|decimal|number)$/.test(name) ? numeric | typeBits.string : typeBits.string;
