import type { StructureRule } from "../../rule.ts";
import { eventAdded } from "./event-added.ts";
import { eventMediaTypeRemoved } from "./event-media-type-removed.ts";
import { eventRemoved } from "./event-removed.ts";

/** What the provider calls at the consumer's: webhooks and callbacks. */
export const eventRules: readonly StructureRule[] = [eventRemoved, eventAdded, eventMediaTypeRemoved];
