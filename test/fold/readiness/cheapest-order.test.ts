import fc from "fast-check";
import { expect, test } from "vitest";
import { cheapestOrder } from "../../../src/fold/readiness/cheapest-order.ts";
import type { Frictions } from "../../../src/fold/readiness/frictions.ts";

/** `edges`: between which two, how much, and whether the first should precede. `stacks`: the first stands on the second. */
const frictions = (
  size: number,
  edges: readonly (readonly [a: number, b: number, weight: number, directed: boolean])[],
  stacks: readonly (readonly [number, number])[] = [],
): Frictions => ({
  size,
  weight: (a, b) => edges.find(([one, other]) => (one === a && other === b) || (one === b && other === a))?.[2] ?? 0,
  precedes: (a, b) => edges.find(([one, other, , directed]) => directed && one === a && other === b)?.[2] ?? 0,
  standsOn: (a, b) => stacks.some(([top, ground]) => top === a && ground === b),
});

/** What an order costs, told once more in the plainest way. */
const costOf = (order: readonly number[], { weight, precedes }: Frictions): number =>
  order
    .map((place, at) => {
      const adapts = Math.max(0, ...order.slice(0, at).map((before) => weight(place, before)));
      return adapts + order.slice(at + 1).reduce((sum, after) => sum + precedes(after, place), 0);
    })
    .reduce((sum, cost) => sum + cost, 0);

const permutations = (places: readonly number[]): number[][] =>
  places.length === 0
    ? [[]]
    : places.flatMap((first) => permutations(places.filter((each) => each !== first)).map((rest) => [first, ...rest]));

const edge = (size: number) => fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom(1, 3, 10), fc.boolean());
const edges = (size: number, maxLength: number) =>
  fc.uniqueArray(edge(size), { maxLength, selector: ([a, b]) => [a, b].sort().join() }).map((drawn) => drawn.filter(([a, b]) => a !== b));

test("of all orders of up to six, none costs less, and of those that cost the same the first is taken", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 }).chain((size) => fc.tuple(fc.constant(size), edges(Math.max(1, size), 8))),
      ([size, drawn]) => {
        const these = frictions(size, drawn);
        const all = permutations(Array.from({ length: size }, (_, place) => place));
        const least = Math.min(...all.map((order) => costOf(order, these)));
        expect(cheapestOrder(these)).toEqual(all.find((order) => costOf(order, these) === least));
      },
    ),
  );
});

test("beyond what can be weighed, each place still comes once, and nothing before what it stands on", () => {
  fc.assert(
    fc.property(edges(20, 40), fc.array(fc.tuple(fc.integer({ min: 10, max: 19 }), fc.nat(9))), (drawn, stacks) => {
      const order = cheapestOrder(frictions(20, drawn, stacks));
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, place) => place));
      for (const [top, ground] of stacks) expect(order.indexOf(ground)).toBeLessThan(order.indexOf(top));
    }),
  );
});

test("among many, one that is in everybody's way comes last, and one that everybody uses comes first", () => {
  const others = Array.from({ length: 19 }, (_, place) => place + 1);
  expect(
    cheapestOrder(
      frictions(
        20,
        others.map((other) => [0, other, 10, false] as const),
      ),
    ).at(-1),
  ).toBe(0);
  expect(
    cheapestOrder(
      frictions(
        20,
        others.map((other) => [19, 19 - other, 10, true] as const),
      ),
    )[0],
  ).toBe(19);
});
