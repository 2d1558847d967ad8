import type { Conjoin, Conjunction } from "./conjunction.ts";
import { atomsAt } from "./places.ts";
import type { Shape } from "./shape.ts";
import { numeric, typeBits, type Types } from "./types.ts";

/** Whether it is plain to see that no value satisfies a conjunction. False does not mean that there is one. Each is looked at once. */
export const emptiness = (conjoin: Conjoin, shapeOf: (conjunction: Conjunction) => Shape): ((conjunction: Conjunction) => boolean) => {
  /** By how far below the one in question they are: what is farther away is looked at less closely. */
  const known = Array.from({ length: deepest + 1 }, () => new Map<Conjunction, boolean>());

  const isEmpty = (conjunction: Conjunction, depth: number): boolean => {
    const empty = known[depth]?.get(conjunction) ?? look(conjunction, depth);
    known[depth]?.set(conjunction, empty);
    return empty;
  };

  const look = (conjunction: Conjunction, depth: number): boolean => {
    const shape = shapeOf(conjunction);
    if (shape.values?.length === 0) return true;
    const open = singles.filter((type) => shape.types & type && !isImpossible(shape, type));
    if (open.length === 0) return true;
    if (depth === deepest) return false;
    if (open.every((type) => type === typeBits.object)) {
      for (const name of shape.required.keys()) if (isEmpty(conjoin(atomsAt(shape, name)), depth + 1)) return true;
    }
    // Choices within choices multiply, so they are left alone.
    if (depth > 0 || shape.choices.length > fewest) return false;
    return shape.choices.some(
      ({ branches }) =>
        branches.length <= widest && branches.every((branch) => isEmpty(conjoin([...conjunction.atoms, branch]), depth + 2)),
    );
  };

  return (conjunction) => isEmpty(conjunction, 0);
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
