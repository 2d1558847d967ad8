import type { ConflictRecord } from "../../model/conflict.ts";
import { type Frictions, frictionsBetween } from "./frictions.ts";
import { cheapestOrder } from "./cheapest-order.ts";
import type { Work } from "./work.ts";

/** One step of a suggested order. */
export interface Landing {
  readonly work: Work;
  /** Why here, in a sentence or two. */
  readonly because: string;
}

/**
 * An order in which to land all of `works` so that as few of them as possible have to be adapted to what landed before them. Work that stands on
 * other work comes after it. Who changes what another one uses comes before that one. Between orders that cost the same: fewest conflicts first,
 * then what is committed, then the smallest change, then the oldest. `conflicts` are the open ones. The same input, in whatever order, gives the same answer.
 */
export const landingOrder = (works: readonly Work[], conflicts: readonly ConflictRecord[]): Landing[] => {
  const total = totalOf(frictionsBetween(works, conflicts));
  const totals = new Map(works.map((work, place) => [work, total(place)]));
  const preferred = works.toSorted((a, b) => (totals.get(a) ?? 0) - (totals.get(b) ?? 0) || byState(a, b) || bySize(a, b) || byAge(a, b));
  const frictions = frictionsBetween(preferred, conflicts);
  const order = cheapestOrder(frictions);
  return order.flatMap((place, at) => {
    const work = preferred[place];
    return work ? [{ work, because: becauseOf(place, order.slice(0, at), preferred, frictions) }] : [];
  });
};

const totalOf =
  ({ size, weight }: Frictions) =>
  (place: number): number => {
    let total = 0;
    for (let other = 0; other < size; other++) total += weight(place, other);
    return total;
  };

/** What is committed can land now. */
const byState = (a: Work, b: Work): number => openness[a.uncommitted ?? "nothing"] - openness[b.uncommitted ?? "nothing"];

const openness = { nothing: 0, some: 1, everything: 2 } as const;

const bySize = (a: Work, b: Work): number => a.digest.changes.length - b.digest.changes.length;

const byAge = ({ agent: a }: Work, { agent: b }: Work): number =>
  compareText(a.joinedAt, b.joinedAt) || compareText(a.name, b.name) || compareText(a.id, b.id);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the place of one in the order has to do with the others. */
const becauseOf = (self: number, before: readonly number[], works: readonly Work[], frictions: Frictions): string => {
  const { weight, precedes, standsOn } = frictions;
  const earlier = [...before].sort((a, b) => a - b);
  const later = [...works.keys()].filter((place) => place !== self && !before.includes(place));
  const bases = earlier.filter((place) => standsOn(self, place));
  const users = later.filter((place) => precedes(self, place) > 0);
  const settled = earlier.filter((place) => !bases.includes(place) && weight(self, place) > 0);
  const waiting = later.filter((place) => !users.includes(place) && weight(self, place) > 0);
  const names = (places: readonly number[]) => listed(places.flatMap((place) => labelOf(works[place]) ?? []));
  const sentences = [
    ...(bases.length > 0 ? [`It stands on ${names(bases)}.`] : []),
    ...(users.length > 0
      ? [`It changes what ${names(users)} ${users.length === 1 ? "uses and adapts" : "use and adapt"} to afterwards.`]
      : []),
    ...(settled.length > 0 ? [`It adapts to ${names(settled)}, which ${settled.length === 1 ? "is" : "are"} in by then.`] : []),
    ...(waiting.length > 0
      ? [`${names(waiting)} ${waiting.length === 1 ? "adapts" : "adapt"} to it: ${advantage(self, waiting, works, frictions)}.`]
      : []),
  ];
  return sentences.length > 0 ? sentences.join(" ") : "It is in conflict with nobody.";
};

/** Why it comes before others that it is in conflict with. */
const advantage = (self: number, others: readonly number[], works: readonly Work[], frictions: Frictions): string => {
  const total = totalOf(frictions);
  const [work] = works.slice(self, self + 1);
  const rivals = others.flatMap((place) => works[place] ?? []);
  if (others.every((place) => total(place) > total(self))) return "it has less to settle with others";
  if (others.some((place) => place < self) || !work) return "that way fewer have to adapt";
  if (rivals.every((other) => byState(work, other) < 0)) return "more of it is committed";
  if (rivals.every((other) => bySize(work, other) < 0)) return "it is the smaller change";
  if (rivals.every((other) => bySize(work, other) === 0 && work.agent.joinedAt < other.agent.joinedAt)) return "it is as small, and older";
  return "one of them has to come first";
};

const labelOf = (work: Work | undefined): string | undefined => work && (work.digest.branch ?? work.agent.name);

/** "a", "a and b", "a, b and c"; of more than four the first three, and how many more. */
const listed = (names: readonly string[]): string => {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
};
