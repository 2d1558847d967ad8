import { type ContractChange, type ContractDiff, levels } from "../change.ts";
import { inOrderOf } from "../order.ts";
import type { ContractRule } from "../rule.ts";
import { isFederated } from "./sdl/federation.ts";
import { foldDefinitions } from "./sdl/fold-definitions.ts";
import { type ParsedSdl, parseSdl, type SdlTexts } from "./sdl/parse-sdl.ts";
import type { Sdl } from "./sdl/sdl.ts";

/** What these rules say of two versions of a schema: the worst first, then by place. */
export const compareTexts = (before: SdlTexts, after: SdlTexts, rules: readonly ContractRule<Sdl>[]): ContractDiff => {
  const [old, current] = [parseSdl(before), parseSdl(after)];
  if (old.kind === "not_assessed") return old;
  if (current.kind === "not_assessed") return current;
  if (old.kind === "parsed" && current.kind === "parsed") {
    const federated = isFederated(old.definitions) || isFederated(current.definitions);
    return {
      kind: "compared",
      changes: changesBetween(foldDefinitions(old.definitions, federated), foldDefinitions(current.definitions, federated), rules),
    };
  }
  return { kind: "compared", changes: [...unreadable(old, "old"), ...unreadable(current, "new")] };
};

const changesBetween = (before: Sdl, after: Sdl, rules: readonly ContractRule<Sdl>[]): ContractChange[] => {
  const changes: ContractChange[] = [];
  for (const { id, level, check } of rules) {
    for (const finding of check(before, after)) {
      const { at, message } = finding;
      changes.push({ rule: id, level: finding.level ?? level, direction: finding.direction ?? null, at, message });
    }
  }
  return changes.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || byPlace(a, b));
};

const byPlace = inOrderOf("at", "rule");

function* unreadable(parsed: ParsedSdl, version: string): Generator<ContractChange> {
  if (parsed.kind !== "unreadable") return;
  const { at, place, reason } = parsed;
  const message = `The ${version} version cannot be read as a GraphQL schema (${place}): ${reason}`;
  yield { rule: "graphql/unreadable", level: "breaking", direction: null, at, message };
}
