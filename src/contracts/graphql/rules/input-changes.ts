import type { RuleFinding } from "../../rule.ts";
import { defaultText, isRequired } from "../sdl/default-value.ts";
import type { Kept } from "./pairs.ts";
import type { Sdl, SdlInput } from "../sdl/sdl.ts";
import { isWithin, typeText } from "../sdl/type-reference.ts";
import { shown } from "./words.ts";

type Inputs = Iterable<Kept<SdlInput>>;

/** What is sent has another type: breaking, unless all that was accepted still is. */
export function* typeChanges(inputs: Inputs, noun: string): Generator<RuleFinding> {
  for (const { at, old, current } of inputs) {
    const [was, is] = [typeText(old.type), typeText(current.type)];
    if (was === is) continue;
    const safe = acceptsAsBefore(old, current);
    const consequence = safe
      ? "all that was accepted still is"
      : isWithin(current.type, old.type)
        ? narrowed(old, current)
        : `what was sent as ${was} may be refused`;
    yield {
      at,
      direction: "request",
      level: safe ? "compatible" : "breaking",
      message: `${noun} ${at} changed type from ${was} to ${is}: ${consequence}.`,
    };
  }
}

/** The default went, and null is not accepted in its place. Where the type is no longer accepted either, that says it all. */
export function* becameRequired(inputs: Inputs, noun: string): Generator<RuleFinding> {
  for (const { at, old, current } of inputs) {
    if (!acceptsAsBefore(old, current) || isRequired(old) || !isRequired(current)) continue;
    yield { at, direction: "request", message: `${noun} ${at} lost its default and is now required: who leaves it out is refused.` };
  }
}

/** Another default, or one where there was none, or none where leaving it out is still allowed. */
export function* defaultChanges(inputs: Inputs, noun: string, before: Sdl, after: Sdl): Generator<RuleFinding> {
  for (const { at, old, current } of inputs) {
    const [was, is] = [defaultText(old, before), defaultText(current, after)];
    if (was === is || !acceptsAsBefore(old, current) || isRequired(current)) continue;
    const change =
      was === undefined
        ? `got the default ${shown(is ?? "")}`
        : is === undefined
          ? `lost its default ${shown(was)}`
          : `changed its default from ${shown(was)} to ${shown(is)}`;
    yield { at, direction: "request", message: `${noun} ${at} ${change}: who leaves it out gets something else.` };
  }
}

const narrowed = (old: SdlInput, current: SdlInput): string =>
  isRequired(current) && !isRequired(old) ? "it can no longer be null or left out" : "null is no longer accepted";

const acceptsAsBefore = (old: SdlInput, current: SdlInput): boolean => isWithin(old.type, current.type);
