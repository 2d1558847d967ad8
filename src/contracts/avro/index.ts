import type { ContractChange, ContractDiff } from "../change.ts";
import { inOrderOf } from "../order.ts";
import type { ContractRule } from "../rule.ts";
import type { AvroType } from "./avro-type.ts";
import { defaultChanged } from "./rules/default-changed.ts";
import { defaultInvalid } from "./rules/default-invalid.ts";
import { defaultRemoved } from "./rules/default-removed.ts";
import { enumSymbolDefaulted } from "./rules/enum-symbol-defaulted.ts";
import { enumSymbolMissing } from "./rules/enum-symbol-missing.ts";
import { fieldWithoutDefault } from "./rules/field-without-default.ts";
import { fixedSizeChanged } from "./rules/fixed-size-changed.ts";
import { loadedType } from "./loaded-type.ts";
import { logicalTypeChanged } from "./rules/logical-type-changed.ts";
import { nameChanged } from "./rules/name-changed.ts";
import { pairsFrom } from "./pairs.ts";
import { typeChanged } from "./rules/type-changed.ts";
import { unionBranchMissing } from "./rules/union-branch-missing.ts";

/** `read`: the new schema reads what the old one wrote (backward). `write`: the old one reads what the new one writes (forward). */
export type AvroDirection = "read" | "write" | "both";

export interface AvroOptions {
  /** `read` unless told. Changes that only matter the other way are compatible. */
  readonly direction?: AvroDirection;
  /** Other files, which define names that the two texts use. */
  readonly filesBefore?: ReadonlyMap<string, string>;
  readonly filesAfter?: ReadonlyMap<string, string>;
}

/** A rule sees a type as it was written and as it is read. */
export const avroRules: readonly ContractRule<AvroType>[] = [
  typeChanged,
  nameChanged,
  fixedSizeChanged,
  enumSymbolMissing,
  enumSymbolDefaulted,
  unionBranchMissing,
  fieldWithoutDefault,
  defaultInvalid,
  defaultRemoved,
  defaultChanged,
  logicalTypeChanged,
];

/**
 * What two versions of an Avro schema (`.avsc`) mean for those who read and write data, by schema resolution of the specification 1.12.
 * `at` is a JSON pointer into the schema that reads: the new one where the direction is `read`, the old one where it is `write`.
 */
export const diffAvro = (
  before: string,
  after: string,
  options: AvroOptions = {},
  rules: readonly ContractRule<AvroType>[] = avroRules,
): ContractDiff => {
  const { direction = "read" } = options;
  const current = loadedType(after, options.filesAfter, "new");
  const old = loadedType(before, options.filesBefore, "old");
  for (const side of [current, old]) {
    if (side.kind === "not_assessed") return side;
    if (side.kind === "unreadable") return { kind: "compared", changes: [side.change] };
  }
  if (old.kind !== "loaded" || current.kind !== "loaded") return { kind: "compared", changes: [] };

  const changes: ContractChange[] = [];
  for (const own of ["read", "write"] as const) {
    const matters = direction === own || direction === "both";
    const pairs = pairsFrom(own === "read" ? [old.type, current.type] : [current.type, old.type], mostPairs);
    for (let step = pairs.next(); ; step = pairs.next()) {
      if (step.done) {
        if (step.value === "too many") return { kind: "not_assessed", reason: "the schemas have too many combinations to look at" };
        break;
      }
      const [writer, reader] = step.value;
      for (const rule of rules) {
        for (const { at, message, level = rule.level } of rule.check(writer, reader)) {
          changes.push({ rule: rule.id, level: matters ? level : "compatible", direction: own, at, message });
        }
      }
    }
  }
  return { kind: "compared", changes: distinct(changes).toSorted(inOrderOf("direction", "at", "rule")) };
};

const mostPairs = 100_000;

/** A type that is met as a branch and alone says the same twice. */
const distinct = (changes: readonly ContractChange[]): ContractChange[] => [
  ...new Map(changes.map((change) => [JSON.stringify(change), change])).values(),
];
