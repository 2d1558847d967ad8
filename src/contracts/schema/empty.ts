import type { Atom } from "./atom.ts";
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
  const isEmptyBelow = (atoms: readonly Atom[], levels: number) => isEmpty(conjoin(atoms), conjoin, shapeOf, depth + levels);
  if (open.every((type) => type === typeBits.object) && [...shape.required.keys()].some((name) => isEmptyBelow(atomsAt(shape, name), 1)))
    return true;
  // Choices within choices multiply, so they are left alone.
  if (depth > 0 || shape.choices.length > fewest) return false;
  return shape.choices.some(
    ({ branches }) => branches.length <= widest && branches.every((branch) => isEmptyBelow([...conjunction.atoms, branch], 2)),
  );
};

const deepest = 3;
const widest = 20;
const fewest = 4;

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
