import type { StructureRule } from "../../rule.ts";
import { operationDeprecated } from "./operation-deprecated.ts";
import { parameterDeprecated } from "./parameter-deprecated.ts";
import { stabilityDecreased } from "./stability-decreased.ts";
import { sunsetEarlier } from "./sunset-earlier.ts";
import { sunsetRemoved } from "./sunset-removed.ts";
import { sunsetUnreadable } from "./sunset-unreadable.ts";

/** What is said of how long something lives and how firm it is, of operations and their parameters. */
export const lifecycleRules: readonly StructureRule[] = [
  operationDeprecated,
  parameterDeprecated,
  stabilityDecreased,
  sunsetRemoved,
  sunsetEarlier,
  sunsetUnreadable,
];
