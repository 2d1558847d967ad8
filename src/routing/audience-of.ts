import type { Audience } from "../events/define-event.ts";
import { findEventDefinition } from "../events/index.ts";
import type { LogEvent } from "../model/event.ts";

/** Who hears of the event if it names nobody. Of what we do not understand, only those it names: they can at least read the summary. */
export const audienceOf = ({ type, v }: LogEvent): Audience => findEventDefinition(type, v)?.audience ?? "nobody";
