import type { StructureRule } from "../../rule.ts";
import { basePathChanged } from "./base-path-changed.ts";
import { operationMoved } from "./operation-moved.ts";
import { serverAdded } from "./server-added.ts";
import { serverRemoved } from "./server-removed.ts";

/** Where all of it is. */
export const serverRules: readonly StructureRule[] = [basePathChanged, operationMoved, serverRemoved, serverAdded];
