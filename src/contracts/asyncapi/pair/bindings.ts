import type { Json } from "../../../base/canonical-json.ts";
import { type Atom, childOf } from "../../schema/atom.ts";
import { isList, isObject, member } from "../../documents/json.ts";
import { openedMap } from "../../apis/node.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { ContractPair } from "./contract-pair.ts";
import { directionOf, flowName } from "./exchanges.ts";
import { messageName } from "./words.ts";

/** What both versions say for one protocol, of one thing. */
export interface KeptBinding {
  readonly kind: "server" | "channel" | "operation" | "message";
  readonly protocol: string;
  /** What it binds, for sentences: "channel user/signedup". */
  readonly of: string;
  readonly direction: "publish" | "subscribe" | null;
  readonly old: Atom | undefined;
  readonly current: Atom | undefined;
  readonly at: string;
}

/** The bindings of everything that both versions have, protocol by protocol; also those that only one of them has. */
export const keptBindings = function* ({ servers, channels, exchanges }: ContractPair): Generator<KeptBinding> {
  for (const { old, current } of servers.kept) {
    yield* byProtocol(old.bindings, current.bindings, { kind: "server", of: `server ${current.name}`, direction: null }, current.at);
  }
  for (const { name, old, current, flows } of channels.kept) {
    yield* byProtocol(old.bindings, current.bindings, { kind: "channel", of: `channel ${name}`, direction: "publish" }, current.at);
    for (const { action, operations } of flows.kept) {
      for (const operation of operations.kept) {
        const what = { kind: "operation", of: flowName(action, name), direction: directionOf(action) } as const;
        yield* byProtocol(operation.old.bindings, operation.current.bindings, what, operation.current.at);
      }
    }
  }
  for (const { name, direction, messages } of exchanges) {
    for (const { old, current } of messages.kept) {
      if (old.isUnknown || current.isUnknown) continue;
      const what = { kind: "message", of: `${messageName(current)} of ${name}`, direction } as const;
      yield* byProtocol(old.bindings, current.bindings, what, current.at);
    }
  }
};

type What = Pick<KeptBinding, "kind" | "of" | "direction">;

const byProtocol = function* (old: Atom | undefined, current: Atom | undefined, what: What, at: string): Generator<KeptBinding> {
  const [before, after] = [protocolsOf(old), protocolsOf(current)];
  for (const protocol of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(protocol), after.get(protocol)];
    yield { ...what, protocol, old: one, current: other, at: other?.pointer ?? pointerTo(at, "bindings") };
  }
};

const protocolsOf = (bindings: Atom | undefined): Map<string, Atom> =>
  new Map([...openedMap({ unresolved: [] }, bindings)].filter(([protocol]) => !protocol.startsWith("x-")));

/** Schemas that clients meet in bindings, in both versions. */
export const boundSchemas = function* (pair: ContractPair): Generator<{
  readonly before: Atom;
  readonly after: Atom;
  readonly direction: "publish" | "subscribe";
  readonly subject: string;
  readonly user: string;
}> {
  for (const { kind, protocol, old, current, direction, of } of keptBindings(pair)) {
    for (const keyword of schemasIn[`${kind} ${protocol}`] ?? []) {
      const [before, after] = [old && childOf(old, keyword), current && childOf(current, keyword)];
      // Who connects or calls is the client, whichever way messages go then.
      const own = kind === "message" && direction ? direction : "publish";
      if (before && after)
        yield { before, after, direction: own, subject: `the ${protocol} ${keyword}`, user: `${of} (${protocol} ${keyword})` };
    }
  }
};

const schemasIn: Readonly<Record<string, readonly string[]>> = {
  "channel ws": ["query", "headers"],
  "operation http": ["query"],
  "message http": ["headers"],
  "message kafka": ["key"],
  "message anypointmq": ["headers"],
};

/** What a binding says to machines, without its schemas where both versions have them, which are compared as such. */
export const plainBinding = ({ kind, protocol, old, current }: KeptBinding, side: Atom | undefined): Json => {
  if (side === undefined || !isObject(side.schema)) return null;
  const both = (schemasIn[`${kind} ${protocol}`] ?? []).filter(
    (keyword) => old && current && childOf(old, keyword) && childOf(current, keyword),
  );
  return silent(Object.fromEntries(Object.entries(side.schema).filter(([name]) => !both.includes(name))));
};

const silent = (json: Json): Json => {
  if (isList(json)) return json.map(silent);
  if (!isObject(json)) return json;
  const kept = Object.entries(json).filter(([name]) => name !== "description" && name !== "bindingVersion" && !name.startsWith("x-"));
  return Object.fromEntries(kept.map(([name, value]) => [name, silent(value)]));
};

/** What stands in a binding under these names, one below the other. */
export const boundTo = (binding: Atom | undefined, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((json, name) => (isObject(json) ? member(json, name) : undefined), binding?.schema);
