import type { Conjoin, Conjunction } from "./conjunction.ts";
import { atomsAt } from "./places.ts";
import type { Shape } from "./shape.ts";
import { numeric, typeBits, type Types } from "./types.ts";

/** Whether it is plain to see that no value satisfies a conjunction. False does not mean that there is one. */
export const isEmpty = (conjunction: Conjunction, conjoin: Conjoin, shapeOf: (conjunction: Conjunction) => Shape, depth = 0): boolean => {
  const shape = shapeOf(conjunction);
  if (shape.values?.length === 0) return true;
  const open = singles.filter((type) => shape.types & type && !isImpossible(shape, type));
  if (open.length === 0) return true;
  if (depth === deepest) return false;
  const further = (atoms: Parameters<Conjoin>[0]) => isEmpty(conjoin(atoms), conjoin, shapeOf, depth + 1);
  if (open.every((type) => type === typeBits.object) && [...shape.required.keys()].some((name) => further(atomsAt(shape, name))))
    return true;
  return shape.choices.some(
    ({ branches }) => branches.length <= widest && branches.every((branch) => further([...conjunction.atoms, branch])),
  );
};

const deepest = 3;
const widest = 20;

const singles: readonly Types[] = [typeBits.null, typeBits.boolean, typeBits.object, typeBits.array, typeBits.string, numeric];

const isImpossible = ({ limits, lower, upper }: Shape, type: Types): boolean => {
  switch (type) {
    case typeBits.string:
      return (limits.minLength?.value ?? 0) > (limits.maxLength?.value ?? Number.POSITIVE_INFINITY);
    case typeBits.array:
      return (limits.minItems?.value ?? 0) > (limits.maxItems?.value ?? Number.POSITIVE_INFINITY);
    case typeBits.object:
      return (limits.minProperties?.value ?? 0) > (limits.maxProperties?.value ?? Number.POSITIVE_INFINITY);
    case numeric:
      if (lower === undefined || upper === undefined) return false;
      return lower.value > upper.value || (lower.value === upper.value && (lower.exclusive || upper.exclusive));
    default:
      return false;
  }
};
