import type { Choice } from "../atom.ts";
import { candidates, closest } from "../candidates.ts";
import { finding, type Goal, saying, type SchemaPair, type SchemaRule } from "../goal.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeNames } from "../types.ts";

/** Values that fit none of the branches of `anyOf` or `oneOf`. Where one branch is plainly meant, what that one refuses is said instead. */
export const alternative: SchemaRule = {
  id: "alternative",

  *check(pair) {
    for (const choice of pair.a.choices) {
      yield {
        kind: "any",
        options: options(pair, choice),
        otherwise() {
          const meant = closest(pair, choice);
          if (meant) return { kind: "pair", given: pair.given, asked: pair.conjoin([meant]) };
          return finding("alternative", choice.at, sentence(pair, choice));
        },
      };
    }
  },
};

const options = function* (pair: SchemaPair, choice: Choice): Generator<Goal> {
  for (const branch of candidates(pair, choice)) yield { kind: "pair", given: pair.given, asked: pair.conjoin([branch]) };
};

const sentence = (pair: SchemaPair, choice: Choice): string => {
  const name = placeName(choice.at);
  const what = describe(pair);
  return saying(pair, `${name} may no longer be ${what}: no alternative fits it.`, `${name} may now be ${what}, which no alternative had.`);
};

/** What a person would call the values: by the name of the last definition, else by their types. */
const describe = ({ given, g }: SchemaPair): string => {
  const pointer = given.atoms.findLast((atom) => /\/(?:definitions|\$defs|schemas)\/[^/]+$/.test(atom.pointer))?.pointer;
  return pointer === undefined ? (g.types === 127 ? "anything" : typeNames(g.types)) : placeName(pointer);
};
