import * as z from "zod/mini";
import type { JsonObject } from "../base/canonical-json.ts";

const id = /^[a-z2-7]{20}$/;

/** A writer or agent id. The form leaves no room for `__proto__` and its kin, so it is safe as a key. */
export const keyId = z.string().check(z.regex(id));

/** Identity of a conflict. */
export const fingerprint = z.string().check(z.regex(id));

/** `<writer>.<seq>.<place>`. */
export const eventId = z.string().check(z.regex(/^[a-z2-7]{20}\.\d{1,16}\.\d{1,6}$/));

/** A name, a branch, a path: something that stands on one line. */
export const line = z.string().check(z.minLength(1), z.maxLength(4096));

/** Prose. The log holds the body as a whole to 64 KiB. */
export const text = z.string().check(z.maxLength(65_536));

/** Several of `line`. */
export const lines = z.array(line);

/** A counter or sequence number. */
export const count = z.number().check(z.int(), z.nonnegative());

const deepest = 32;

/** Any object out of JSON. Nested at most 32 deep: what comes later (copying, canonical JSON) recurses. */
export const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value) && isShallow(value, deepest),
  `expected an object, nested at most ${deepest} deep`,
);

const isShallow = (value: unknown, levels: number): boolean => {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
};
