import type * as z from "zod/mini";
import type { JsonObject } from "../base/canonical-json.ts";
import type { Draft, LogEvent } from "../model/event.ts";
import type { Severity } from "../model/severity.ts";
import type { State } from "../model/state.ts";
import { faultOf } from "./fault.ts";

/**
 * Who hears of an event that names no recipients: nobody; "named" = nobody but the owner of the task it is about;
 * "repository" = every agent that is present. Whoever is named in `to` hears of it in any case, and then nobody else is told.
 */
export type Audience = "nobody" | "named" | "repository";

/** What a draft may say beside its body. What is left out is empty, or the type's own default. */
export type DraftFields = Partial<Pick<Draft, "agent" | "severity" | "summary" | "scope" | "artifacts" | "requiredAction" | "to">>;

/** The body as its type knows it, or in one sentence why it is none. */
export type Parsed<Body> = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly reason: string };

/** A verified event whose body was found to fit. */
export type Told<Body> = Omit<LogEvent, "body"> & { readonly body: Body };

/** One thing that can be said on the plane, and what it means. */
export interface EventDefinition<Body = unknown> {
  readonly type: string;
  /** Version of the body. */
  readonly v: number;
  /** What a draft has unless it says otherwise. */
  readonly severity: Severity;
  readonly audience: Audience;
  readonly body: z.ZodMiniType;
  /** Reads untrusted JSON. Members the type does not know are dropped. Never throws. */
  parse(body: unknown): Parsed<Body>;
  /** An event of this type that nobody has signed yet. */
  draft(body: Body, fields?: DraftFields): Draft;
  /** Changes the state by what the event says. False, with the state untouched, when its body does not fit. Never throws. */
  apply(state: State, event: LogEvent): boolean;
}

interface EventOptions<Schema extends z.ZodMiniType<object>> {
  readonly type: string;
  readonly v: number;
  /** "info" when left out. */
  readonly severity?: Severity;
  readonly audience: Audience;
  readonly body: Schema;
  /** Left out where the event leaves no trace in the state. */
  readonly apply?: (state: State, event: Told<z.infer<Schema>>) => void;
}

/** Makes a definition out of what is particular to a type. */
export const defineEvent = <Schema extends z.ZodMiniType<object>>(options: EventOptions<Schema>): EventDefinition<z.infer<Schema>> => {
  const { type, v, severity = "info", audience, body: schema } = options;

  const parse = (body: unknown): Parsed<z.infer<Schema>> => {
    const { success, data, error } = schema.safeParse(body);
    return success ? { ok: true, body: data } : { ok: false, reason: faultOf(error) };
  };

  return {
    type,
    v,
    severity,
    audience,
    body: schema,
    parse,

    draft: (body, fields = {}) => ({
      type,
      v,
      agent: null,
      severity,
      summary: type.replaceAll("_", " "),
      scope: {},
      artifacts: [],
      requiredAction: null,
      to: [],
      ...fields,
      body: body as JsonObject,
    }),

    apply(state, event) {
      const parsed = parse(event.body);
      if (parsed.ok) options.apply?.(state, { ...event, body: parsed.body });
      return parsed.ok;
    },
  };
};
