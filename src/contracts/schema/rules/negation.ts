import { type Atom, childrenOf, derived } from "../atom.ts";
import { finding, type Goal, saying, type SchemaPair, type SchemaRule } from "../goal.ts";
import { placeName } from "../../documents/pointer.ts";

/** Values that `not` shuts out. */
export const negation: SchemaRule = {
  id: "not",

  *check(pair) {
    for (const shutOut of pair.a.negations) {
      const at = shutOut.pointer;
      const name = placeName(at);
      const message = saying(pair, `${name} now may not be what \`not\` describes.`, `${name} may now be what \`not\` described.`);
      yield { kind: "any", options: reasons(pair, shutOut), otherwise: () => finding("not", at, message) };
    }
  },
};

/** Nothing that is given could be that, or the other side shuts out as much of it. */
const reasons = function* ({ given, g, direct, conjoin, isEmpty }: SchemaPair, shutOut: Atom): Generator<Goal> {
  if (isEmpty(conjoin([...given.atoms, shutOut]))) yield { kind: "all", goals: [] };
  const others = given.atoms.map(withoutNegation);
  for (const own of g.negations) {
    yield { kind: "pair", given: conjoin([shutOut]), asked: conjoin([own]) };
    // This speaks of the same values, of which less is known: done twice, it could rest on itself.
    if (!direct) yield { kind: "pair", given: conjoin([...others, shutOut]), asked: conjoin([own]), direct: true };
  }
};

const withoutNegation = (atom: Atom): Atom =>
  typeof atom.schema === "object" && "not" in atom.schema
    ? derived(
        atom,
        "without not",
        Object.fromEntries(Object.entries(atom.schema).filter(([keyword]) => keyword !== "not")),
        childrenOf(atom),
      )
    : atom;
