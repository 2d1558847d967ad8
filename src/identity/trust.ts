import type { WriterId } from "../model/ids.ts";
import type { Pin, SeenWriter } from "./pins.ts";

/** How far this user believes a writer. `provisional`: seen, its events apply, but the user has not said whose it is. */
export type Trust = "self" | "trusted" | "provisional" | "revoked";

/** What the user's pins and the revocations in the logs say of a writer. A revocation ends even ourselves. */
export const trustOf = (
  writer: WriterId,
  known: { readonly self: WriterId | null; readonly pins: ReadonlyMap<WriterId, Pin>; readonly revoked: ReadonlySet<string> },
): Trust => {
  if (known.revoked.has(writer)) return "revoked";
  if (writer === known.self) return "self";
  return known.pins.get(writer)?.confirmedAt ? "trusted" : "provisional";
};

/** A writer calls itself what another one is known as. */
export interface NameClash {
  readonly name: string;
  readonly claimant: WriterId;
  /** Who had the name: confirmed, or seen earlier. */
  readonly known: WriterId;
}

/**
 * Writers that claim the name of one known before. A confirmed writer is no claimant under the name it was confirmed with: one person may
 * have several clones. Names are compared as people read them: without regard to case, width, spaces and invisible characters.
 */
export const nameClashes = (pins: ReadonlyMap<WriterId, Pin>, seen: readonly Omit<SeenWriter, "key">[]): NameClash[] => {
  const owners = new Map<string, Pin>();
  for (const pin of [...pins.values()].sort(byStanding)) {
    const name = readName(pin.name);
    if (!owners.has(name)) owners.set(name, pin);
  }
  const clashes: NameClash[] = [];
  for (const { writer, name } of seen) {
    const owner = owners.get(readName(name));
    const pin = pins.get(writer);
    const confirmed = pin?.confirmedAt && readName(pin.name) === readName(name);
    if (owner && owner.writer !== writer && !confirmed) clashes.push({ name, claimant: writer, known: owner.writer });
  }
  return clashes;
};

/** Confirmed before provisional, then who was seen first. */
const byStanding = (a: Pin, b: Pin): number =>
  Number(b.confirmedAt !== null) - Number(a.confirmedAt !== null) ||
  Date.parse(a.firstSeen) - Date.parse(b.firstSeen) ||
  (a.writer < b.writer ? -1 : 1);

const readName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, "")
    .toLowerCase();
