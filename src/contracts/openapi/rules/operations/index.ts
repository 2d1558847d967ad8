import type { StructureRule } from "../../rule.ts";
import { operationAdded } from "./operation-added.ts";
import { operationIdChanged } from "./operation-id-changed.ts";
import { operationRemoved } from "./operation-removed.ts";

/** What can be called: by path and method, and by its name in generated code. */
export const operationRules: readonly StructureRule[] = [operationRemoved, operationAdded, operationIdChanged];
