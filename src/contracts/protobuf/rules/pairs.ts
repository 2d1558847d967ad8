import type { Enum, Field, Message, Method, ProtobufFile, ProtobufSchema, Service } from "../schema/schema.ts";

export type Pair<T> = readonly [before: T, after: T];

export const filePairs = (before: ProtobufSchema, after: ProtobufSchema): Iterable<Pair<ProtobufFile>> => kept(before.files, after.files);

export const messagePairs = (before: ProtobufSchema, after: ProtobufSchema): Iterable<Pair<Message>> =>
  kept(before.messages, after.messages);

export const enumPairs = (before: ProtobufSchema, after: ProtobufSchema): Iterable<Pair<Enum>> => kept(before.enums, after.enums);

export const servicePairs = (before: ProtobufSchema, after: ProtobufSchema): Iterable<Pair<Service>> =>
  kept(before.services, after.services);

export function* methodPairs(before: ProtobufSchema, after: ProtobufSchema): Generator<Pair<Method>> {
  for (const [old, current] of servicePairs(before, after)) yield* kept(old.methods, current.methods);
}

/** Fields of one number in a message that stayed, extensions of one number, and what maps are made of. Names may have changed. */
export function* fieldPairs(before: ProtobufSchema, after: ProtobufSchema): Generator<Pair<Field>> {
  for (const [old, current] of messagePairs(before, after)) {
    for (const pair of kept(old.fields, current.fields)) yield* withEntries(pair);
  }
  for (const [old, current] of kept(before.extensions, after.extensions)) yield* extensionPairs(old, current);
}

/** By name, where a number is used more than once. */
function* extensionPairs(before: readonly Field[], after: readonly Field[]): Generator<Pair<Field>> {
  const only = before.length === 1 && after.length === 1 ? after[0] : undefined;
  const named = new Map(after.map((field) => [field.fullName, field]));
  for (const old of before) {
    const current = only ?? named.get(old.fullName);
    if (current) yield [old, current];
  }
}

function* withEntries(pair: Pair<Field>): Generator<Pair<Field>> {
  yield pair;
  const [{ entry: old }, { entry: current }] = pair;
  if (!old || !current) return;
  yield [old.key, current.key];
  yield [old.value, current.value];
}

function* kept<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): Generator<Pair<V>> {
  for (const [key, old] of before) {
    const current = after.get(key);
    if (current !== undefined) yield [old, current];
  }
}
