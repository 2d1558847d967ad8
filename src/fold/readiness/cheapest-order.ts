import type { Frictions } from "./frictions.ts";

/** Up to this many all orders are weighed (by the sets that have landed: 1,024 at most); beyond, one step at a time. */
const mostWeighed = 10;

/**
 * All places in the order that costs least. Each one costs as much as the heaviest friction with what came before it, since adapting to several at
 * once is done once, and as much again where it comes before something that it should have followed. Of orders that cost the same, the one that
 * takes lower places first. What stands on something never comes before it. Exact for up to 10 places (the dynamic programme of Held and Karp,
 * 1962), greedy beyond.
 */
export const cheapestOrder = (frictions: Frictions): number[] =>
  frictions.size <= mostWeighed ? exactOrder(frictions) : greedyOrder(frictions);

const exactOrder = (frictions: Frictions): number[] => {
  const { size } = frictions;
  const known = new Map<number, number>();
  const landedIn = (set: number) => Array.from({ length: size }, (_, place) => place).filter((place) => set & (1 << place));
  const costWith = (set: number, place: number) => costOf(place, landedIn(set), frictions) + costOfRest(set | (1 << place));
  const costOfRest = (set: number): number => {
    const cached = known.get(set);
    if (cached !== undefined) return cached;
    const costs = candidates(landedIn(set), frictions).map((place) => costWith(set, place));
    const least = costs.length > 0 ? Math.min(...costs) : 0;
    known.set(set, least);
    return least;
  };
  const order: number[] = [];
  for (let set = 0; order.length < size;) {
    const next = leastBy(candidates(landedIn(set), frictions), (place) => costWith(set, place));
    order.push(next);
    set |= 1 << next;
  }
  return order;
};

/** Takes at each step what gains most, against its coming last of all that are left. */
const greedyOrder = (frictions: Frictions): number[] => {
  const order: number[] = [];
  while (order.length < frictions.size) order.push(leastBy(candidates(order, frictions), (place) => gainOf(place, order, frictions)));
  return order;
};

/** What landing `place` next costs all that are left, less what landing it last would: negative where now is better. */
const gainOf = (place: number, landed: readonly number[], frictions: Frictions): number => {
  const rest = remaining(landed, frictions).filter((other) => other !== place);
  let gain = overtaken(place, landed, frictions) - Math.max(0, heaviest(place, rest, frictions) - heaviest(place, landed, frictions));
  for (const other of rest) {
    gain += Math.max(0, frictions.weight(place, other) - heaviest(other, landed, frictions));
    gain -= frictions.precedes(place, other);
  }
  return gain;
};

/** What landing `place` costs when `landed` are in. */
const costOf = (place: number, landed: readonly number[], frictions: Frictions): number =>
  heaviest(place, landed, frictions) + overtaken(place, landed, frictions);

const heaviest = (place: number, landed: readonly number[], { weight }: Frictions): number =>
  Math.max(0, ...landed.map((other) => weight(place, other)));

/** What it comes before and should have followed. */
const overtaken = (place: number, landed: readonly number[], frictions: Frictions): number =>
  remaining(landed, frictions).reduce((sum, other) => sum + frictions.precedes(other, place), 0);

/** What may come next: all that stands on nothing which is still to come. Claims that go round in a circle bind nobody. */
const candidates = (landed: readonly number[], frictions: Frictions): number[] => {
  const rest = remaining(landed, frictions);
  const free = rest.filter((place) => !rest.some((other) => frictions.standsOn(place, other)));
  return free.length > 0 ? free : rest;
};

const remaining = (landed: readonly number[], { size }: Frictions): number[] =>
  Array.from({ length: size }, (_, place) => place).filter((place) => !landed.includes(place));

/** The first of those with the least cost; there is at least one. */
const leastBy = (places: readonly number[], cost: (place: number) => number): number => {
  let [best = 0] = places;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const each = cost(place);
    if (each >= least) continue;
    [best, least] = [place, each];
  }
  return best;
};
