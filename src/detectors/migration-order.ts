import type { Oid } from "../model/ids.ts";
import type { PairInput } from "../model/pair.ts";
import type { Detector, Hazard } from "./detector.ts";
import { treesOf } from "./evidence.ts";
import { chainedCollisions, chainedTexts } from "./migrations/chained.ts";
import type { Collision } from "./migrations/collision.ts";
import { numberedCollisions } from "./migrations/numbered.ts";
import { nameOf } from "../base/paths.ts";
import { shownPath } from "./words.ts";

/** Two migrations, one on each side, claim one place in an ordered sequence: git merges them, the database tool does not. */
export const migrationOrder: Detector = {
  kind: "migration_order",
  standsAt: ({ files }) => files,

  *detect(pair) {
    for (const collision of numberedCollisions(pair)) yield hazardOf(collision, pair);
    for (const collision of chainedCollisions(pair)) yield hazardOf(collision, pair);
  },
};

/** Blobs that `migrationOrder` wants to read: none, unless both sides add migrations to one sequence. */
export const migrationTexts = (pair: PairInput): Oid[] => {
  const collide = new Set([...numberedCollisions(pair)].flatMap(({ ours, theirs }) => [...ours.files, ...theirs.files]));
  const blobs = [pair.ours, pair.theirs].flatMap(({ changes }) => [...collide].flatMap((path) => changes.get(path)?.newBlob ?? []));
  return [...blobs, ...chainedTexts(pair)];
};

const hazardOf = (collision: Collision, pair: PairInput): Hazard => {
  const { tool, sequence, slot, ours, theirs, nextFree, advice } = collision;
  const files = [...new Set([...ours.files, ...theirs.files])].sort();
  const place = `${sequence}#${slot}`;
  return {
    place,
    severity: "high",
    files,
    symbols: [],
    summary: `Both worktrees add ${shownPath(migrationAt(slot))} to ${shownPath(sequence)}: ${files.map((file) => shownPath(nameIn(sequence, file))).join(", ")}`,
    evidence: {
      tool,
      sequence,
      slot,
      nextFree,
      ours: { files: ours.files, dependsOn: ours.dependsOn },
      theirs: { files: theirs.files, dependsOn: theirs.dependsOn },
      trees: treesOf(pair),
    },
    suggestedAction: advice,
  };
};

const migrationAt = (slot: string): string => {
  if (slot === "first") return "a first migration";
  if (slot.startsWith("after ")) return `a migration ${slot}`;
  return /^[VU]?\d[\d._]*$/.test(slot) ? `migration ${slot}` : `a migration called ${slot}`;
};

const nameIn = (sequence: string, file: string): string =>
  file.startsWith(`${sequence}/`) ? file.slice(sequence.length + 1) : nameOf(file);
