import type { Json } from "../../base/canonical-json.ts";
import type { Conjoin, Conjunction } from "./conjunction.ts";
import { atomsAt, itemAtomsAt, namesIn } from "./places.ts";
import type { Shape } from "./shape.ts";
import { numeric, singleTypes, typeBits } from "./types.ts";

/**
 * A handful of values that are likely to satisfy a conjunction: small ones, large ones, with all properties and with the required ones.
 * Nothing is promised; `accepts` says whether one does. Each conjunction is gone through once: their parts are much the same. `spend` is told of each.
 */
export const sampling = (conjoin: Conjoin, shapeOf: (conjunction: Conjunction) => Shape, spend: () => void): Samples => {
  /** By how far they are inside of others. */
  const known = Array.from({ length: deepest + 1 }, () => new Map<Conjunction, readonly Json[]>());

  const samplesOf = (conjunction: Conjunction, depth: number): readonly Json[] => {
    const before = known[depth]?.get(conjunction);
    if (before) return before;
    spend();
    const samples = made(conjunction, depth);
    known[depth]?.set(conjunction, samples);
    return samples;
  };

  const made = (conjunction: Conjunction, depth: number): readonly Json[] => {
    const shape = shapeOf(conjunction);
    if (shape.values) return shape.values.slice(0, most);
    // A choice that is settled has a branch among the schemas.
    const open = shape.choices.find(({ branches }) => !branches.slice(0, most * most).some((atom) => conjunction.atoms.includes(atom)));
    if (open && depth < deepest) {
      const all = open.branches.slice(0, most).map((atom) => samplesOf(conjoin([...conjunction.atoms, atom]), depth + 1));
      return byTurns(all).slice(0, most * 2);
    }
    const first = (atoms: Parameters<Conjoin>[0]): Json | undefined =>
      depth < deepest ? samplesOf(conjoin(atoms), depth + 1)[0] : undefined;
    return singleTypes(shape.types)
      .flatMap((type): Json[] => {
        switch (type) {
          case typeBits.null:
            return [null];
          case typeBits.boolean:
            return [true, false];
          case typeBits.string:
            return textsFor(shape);
          case typeBits.array:
            return listsFor(shape, first);
          case typeBits.object:
            return objectsFor(shape, first);
          default:
            return type & numeric ? numbersFor(shape) : [];
        }
      })
      .slice(0, most * 2);
  };

  /** The first of each, then the second of each, and so on. */
  const byTurns = (all: readonly (readonly Json[])[]): Json[] => {
    const longest = Math.max(0, ...all.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) => all.flatMap((samples) => samples.slice(turn, turn + 1))).flat();
  };

  return (conjunction) => samplesOf(conjunction, 0);
};

export type Samples = (conjunction: Conjunction) => readonly Json[];

const most = 8;
const deepest = 4;

type First = (atoms: Parameters<Conjoin>[0]) => Json | undefined;

const numbersFor = ({ types, lower, upper, multiples }: Shape): number[] => {
  const step = multiples[0]?.value ?? 1;
  const least = lower && Math.ceil(lower.value / step) * step;
  const from =
    least !== undefined
      ? least + (lower?.exclusive && least === lower.value ? step : 0)
      : Math.min(0, upper ? Math.floor(upper.value / step) * step : 0);
  const between = types & typeBits.fraction && multiples.length === 0 ? [from + 0.5] : [];
  const numbers = [from, ...between, from + step, from + 2 * step, ...(upper ? [] : [from + 1000 * step])];
  if (upper) numbers.push(Math.floor(upper.value / step) * step, Math.floor(upper.value / step) * step - step);
  return numbers;
};

const textsFor = ({ limits: { minLength, maxLength }, formats }: Shape): string[] => {
  const shortest = Math.min(minLength?.value ?? 0, 1000);
  const longest = Math.min(maxLength?.value ?? shortest + 12, shortest + 100);
  return [
    "a".repeat(shortest),
    "1".repeat(Math.max(shortest, Math.min(longest, 1))),
    "a".repeat(longest),
    ...formats.flatMap(() => "2026-01-01"),
  ];
};

const listsFor = (shape: Shape, first: First): Json[] => {
  const least = Math.max(Math.min(shape.limits.minItems?.value ?? 0, 20), shape.contains.length);
  const item = (index: number): Json => {
    const contained = shape.contains[index]?.schema;
    return first([...itemAtomsAt(shape, index), ...(contained ? [contained] : [])]) ?? null;
  };
  return [least, least + 1, least + 2].map((length) => Array.from({ length }, (_, index) => item(index)));
};

const objectsFor = (shape: Shape, first: First): Json[] => {
  const made = (names: Iterable<string>): Json => {
    const members: [string, Json][] = [];
    for (const name of names) {
      const value = first(atomsAt(shape, name));
      if (value !== undefined || shape.required.has(name)) members.push([name, value ?? null]);
    }
    return Object.fromEntries(members);
  };
  const mentioned = [...shape.required.keys(), ...namesIn(shape)];
  return [made(shape.required.keys()), made(new Set(mentioned)), made(new Set([...mentioned, "other"]))];
};
