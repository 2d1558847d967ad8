import type { StructureRule } from "../../rule.ts";
import { eventAdded } from "./event-added.ts";
import { eventAnswerHeaderRequired } from "./event-answer-header-required.ts";
import { eventAnswerMediaTypeRemoved } from "./event-answer-media-type-removed.ts";
import { eventAnswerRemoved } from "./event-answer-removed.ts";
import { eventBodyBecameOptional } from "./event-body-became-optional.ts";
import { eventMediaTypeRemoved } from "./event-media-type-removed.ts";
import { eventParameterBecameOptional } from "./event-parameter-became-optional.ts";
import { eventParameterRemoved } from "./event-parameter-removed.ts";
import { eventRemoved } from "./event-removed.ts";

/**
 * What the provider calls at the consumer's: webhooks and callbacks. Directions are turned round: the consumer receives the call and sends
 * the answer.
 */
export const eventRules: readonly StructureRule[] = [
  eventRemoved,
  eventAdded,
  eventParameterRemoved,
  eventParameterBecameOptional,
  eventBodyBecameOptional,
  eventMediaTypeRemoved,
  eventAnswerRemoved,
  eventAnswerMediaTypeRemoved,
  eventAnswerHeaderRequired,
];
