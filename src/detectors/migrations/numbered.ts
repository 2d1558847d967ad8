import type { Change } from "../../model/change.ts";
import type { PairInput, PairSide } from "../../model/pair.ts";
import { addedOnlyBy } from "./added.ts";
import type { Collision } from "./collision.ts";
import { numberedTools } from "./index.ts";
import type { Claim, NumberedTool } from "./numbered-tool.ts";

/** Places in numbered sequences that new migrations of both sides claim. */
export function* numberedCollisions(pair: PairInput): Generator<Collision> {
  const [ours, theirs] = [claimants(pair.ours, pair.theirs), claimants(pair.theirs, pair.ours)];
  const told = new Set<string>();
  for (const [key, mine] of ours) {
    const others = theirs.get(key) ?? [];
    const [first] = mine;
    if (!first || !areTwo(mine, others)) continue;
    const files = [pathsOf(mine), pathsOf(others)] as const;
    // Of one pair of files with the same number and the same name, the number is told.
    if (told.has(JSON.stringify(files))) continue;
    told.add(JSON.stringify(files));
    const { sequence } = first.claim;
    const nextFree = nextNumber([...allIn(sequence, ours), ...allIn(sequence, theirs)]);
    yield {
      tool: toolName(first.tool, [...mine, ...others], pair),
      sequence,
      slot: first.slot,
      ours: { files: files[0], dependsOn: null },
      theirs: { files: files[1], dependsOn: null },
      nextFree,
      advice: adviceFor(first.tool, nextFree),
    };
  }
}

interface Claimant {
  readonly tool: NumberedTool;
  readonly claim: Claim;
  readonly slot: string;
  readonly change: Change;
}

/** What one side claims, by tool, sequence and slot. */
const claimants = (side: PairSide, other: PairSide): Map<string, Claimant[]> => {
  const found = new Map<string, Claimant[]>();
  const beside = (path: string): boolean => side.changes.has(path);
  for (const change of addedOnlyBy(side, other)) {
    for (const { tool, claim } of claimOf(change.path, beside)) {
      const before = change.oldPath === undefined ? undefined : tool.claim(change.oldPath, beside);
      for (const slot of claim.slots) {
        // Renamed in its place: it claims nothing that it did not have.
        if (before?.sequence === claim.sequence && before.slots.includes(slot)) continue;
        const key = JSON.stringify([tool.name, claim.sequence, slot]);
        found.set(key, [...(found.get(key) ?? []), { tool, claim, slot, change }]);
      }
    }
  }
  return found;
};

function* claimOf(path: string, beside: (path: string) => boolean): Generator<{ tool: NumberedTool; claim: Claim }> {
  for (const tool of numberedTools) {
    const claim = tool.claim(path, beside);
    if (!claim) continue;
    yield { tool, claim };
    return;
  }
}

/** One side writing the way up and the other the way down make one migration together. */
const areTwo = (mine: readonly Claimant[], others: readonly Claimant[]): boolean => {
  const paths = new Set(pathsOf(mine));
  return others.some(({ claim, change }) => paths.has(change.path) || mine.some((one) => one.claim.migration !== claim.migration));
};

const pathsOf = (claimants: readonly Claimant[]): string[] => claimants.map(({ change }) => change.path).sort();

const allIn = (sequence: string, claims: ReadonlyMap<string, readonly Claimant[]>): Claimant[] =>
  [...claims.values()].flat().filter(({ claim }) => claim.sequence === sequence);

/** One more than the highest that is claimed: sequences are continued at their end. */
const nextNumber = (claimants: readonly Claimant[]): string | null => {
  const counters = claimants.map(({ claim }) => claim.counter);
  if (counters.includes(null)) return null;
  const written = counters.filter((counter) => counter !== null);
  return String(Math.max(...written.map(Number)) + 1).padStart(Math.max(...written.map(({ length }) => length)), "0");
};

const toolName = (tool: NumberedTool, claimants: readonly Claimant[], { code }: PairInput): string => {
  const names = claimants.map(({ change }) => tool.nameIn?.(code.texts.get(change.newBlob ?? "") ?? ""));
  return names.find((name) => name !== undefined) ?? tool.name;
};

const adviceFor = (tool: NumberedTool, nextFree: string | null): string => {
  const rename = `The side that lands second renames its migration to the next free ${nextFree === null ? "version" : `number, ${nextFree}`}.`;
  return tool.advice === undefined ? rename : `${rename} ${tool.advice}`;
};
