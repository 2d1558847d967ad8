import type { Json } from "../../../base/canonical-json.ts";
import type { Choice } from "../atom.ts";
import { finding, saying, type SchemaPair, type SchemaRule } from "../goal.ts";
import { quoted } from "../../documents/json.ts";
import { placeName } from "../../documents/pointer.ts";

/** Values that fit more than one branch of a `oneOf`, which allows one. It is said only with such a value in hand. */
export const overlap: SchemaRule = {
  id: "overlap",

  *check(pair) {
    for (const choice of pair.a.choices) {
      if (choice.kind !== "oneOf" || choice.exclusive || choice.branches.length > widest) continue;
      const value = witness(pair, choice);
      if (value === undefined) continue;
      const name = placeName(choice.at);
      yield finding(
        "overlap",
        choice.at,
        saying(
          pair,
          `${name} now fits more than one alternative where it may fit one only, for example ${quoted(value)}.`,
          `${name} may now fit more than one alternative, for example ${quoted(value)}.`,
        ),
      );
    }
  },
};

const widest = 40;

/** A value that is given, and that more than one branch takes for sure. */
const witness = ({ given, conjoin, isEmpty, accepts, samples }: SchemaPair, { branches }: Choice): Json | undefined => {
  const isWitness = (value: Json) =>
    accepts(given, value) === true && branches.filter((branch) => accepts(conjoin([branch]), value) === true).length > 1;
  for (const branch of branches) {
    const found = samples(conjoin([...given.atoms, branch])).find(isWitness);
    if (found !== undefined) return found;
  }
  if (branches.length > few) return undefined;
  for (const [index, one] of branches.entries()) {
    for (const other of branches.slice(index + 1)) {
      const both = conjoin([...given.atoms, one, other]);
      const found = isEmpty(both) ? undefined : samples(both).find(isWitness);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

/** Up to this many, what two of them have in common is looked for. */
const few = 8;
