import type { Keyed } from "../../apis/keyed.ts";
import { mapOf } from "../../schema/atom.ts";
import { flattened } from "../../schema/conjunction.ts";
import { isObject, member, print } from "../../documents/json.ts";
import type { Message } from "../read/api.ts";
import { type Kept, paired, type Recognition } from "./paired.ts";

/** Messages by their names; those that are called otherwise now, by what they hold. */
export const pairedMessages = (before: readonly Message[], after: readonly Message[]): Keyed<Message, Kept<Message>> => {
  const named = paired(before, after, [...byName, sameContents]);
  const kept = [...named.kept];
  const free = new Set(named.added);
  const propertiesOf = remembered(propertiesIn);
  const removed = named.removed.filter((old) => {
    const current = closest(old, free, named.removed.length === 1, propertiesOf);
    if (current === undefined) return true;
    kept.push({ old, current });
    free.delete(current);
    return false;
  });
  return { kept, removed, added: [...free] };
};

/** The key in the channel, the name of the component, `messageId`, `name`, and at last any of these for any other. */
const byName: readonly Recognition<Message>[] = [
  ({ names }) => known(names.slice(0, 1)),
  ({ names }) => known(names.slice(1, 2)),
  ({ names }) => known(names.slice(2, 3)),
  ({ names }) => known(names.slice(3, 4)),
  ({ names }) => known(names),
];

const known = (names: Message["names"]): string[] => names.filter((name) => name !== undefined);

const sameContents: Recognition<Message> = ({ payload, headers }) => {
  const text = contentsOf(payload);
  return text === undefined ? [] : [`${text} ${contentsOf(headers) ?? ""}`];
};

const contentsOf = (described: Message["payload"]): string | undefined => {
  if (described === undefined || described.kind === "unknown") return undefined;
  return print(described.kind === "schema" ? described.schema.schema : described.text);
};

/** The message that most people would say is the old one with another name. One that never had a name may be the only one that there is. */
const closest = (old: Message, others: ReadonlySet<Message>, isOnly: boolean, propertiesOf: PropertiesOf): Message | undefined => {
  const [only] = others;
  const isNameless = (message: Message) => known(message.names).length === 0;
  if (only && isOnly && others.size === 1 && (isNameless(old) || isNameless(only))) return only;
  let best: Message | undefined;
  let bestShare = 0;
  let tried = 0;
  for (const other of others) {
    if ((tried += 1) > widest) break;
    const isUnnamed = isNameless(old) || isNameless(other);
    const share = isUnnamed && isAlike(old, other) ? 1 : sharedPart(propertiesOf(old), propertiesOf(other));
    // Events of one application are much alike; with another name, one that is not nearly the same is another one.
    if (share > bestShare && share > (isUnnamed ? 0.5 : 0.7)) [best, bestShare] = [other, share];
  }
  return best;
};

const widest = 100;

/** From 0 to 1: how much of what either holds the other holds as well. */
const sharedPart = (own: ReadonlySet<string>, others: ReadonlySet<string>): number => {
  const shared = [...own].filter((name) => others.has(name)).length;
  return shared / Math.max(own.size, others.size, 1);
};

/** Whether both are a string, or both a number: what has no properties has little else to be known by. */
const isAlike = (one: Message, other: Message): boolean => {
  const [own, others] = [typeIn(one), typeIn(other)];
  return own !== undefined && own !== '"object"' && own === others;
};

const typeIn = ({ payload }: Message): string | undefined => {
  const schema = payload?.kind === "schema" ? payload.schema.schema : undefined;
  const type = isObject(schema) ? member(schema, "type") : undefined;
  return type === undefined ? undefined : print(type);
};

type PropertiesOf = (message: Message) => ReadonlySet<string>;

const remembered = (properties: PropertiesOf): PropertiesOf => {
  const asked = new Map<Message, ReadonlySet<string>>();
  return (message) => {
    const found = asked.get(message) ?? properties(message);
    asked.set(message, found);
    return found;
  };
};

const propertiesIn: PropertiesOf = ({ payload }) => {
  if (payload?.kind !== "schema") return new Set();
  return new Set([...flattened([payload.schema]).atoms].flatMap((atom) => [...mapOf(atom, "properties").keys()]));
};
