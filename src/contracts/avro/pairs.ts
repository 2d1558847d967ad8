import type { AvroType } from "./avro-type.ts";
import { branchFor, branchMeant, namesMatch, writtenField } from "./matching.ts";

/** What was written, and as what it is read. */
export type AvroPair = readonly [writer: AvroType, reader: AvroType];

/** All pairs that reading comes to, each once. Types may hold themselves. */
export const pairsFrom = function* (root: AvroPair, mostPairs: number): Generator<AvroPair, "too many" | undefined> {
  const seen = new Map<AvroType, Set<AvroType>>();
  const open: AvroPair[] = [root];
  let count = 0;
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [writer, reader] = pair;
    const met = seen.get(writer) ?? new Set();
    seen.set(writer, met);
    if (met.has(reader)) continue;
    met.add(reader);
    count += 1;
    if (count > mostPairs) return "too many";
    yield pair;
    open.push(...[...within(pair)].reverse());
  }
  return undefined;
};

const within = function* ([writer, reader]: AvroPair): Generator<AvroPair> {
  if (writer.kind === "union") for (const branch of writer.branches) yield [branch, reader];
  else if (reader.kind === "union") {
    const branch = branchFor(writer, reader) ?? branchMeant(writer, reader);
    if (branch) yield [writer, branch];
  } else if (writer.kind === "array" && reader.kind === "array") yield [writer.items, reader.items];
  else if (writer.kind === "map" && reader.kind === "map") yield [writer.values, reader.values];
  else if (writer.kind === "record" && reader.kind === "record" && namesMatch(writer, reader)) {
    for (const field of reader.fields) {
      const written = writtenField(writer, field);
      if (written) yield [written.type, field.type];
    }
  }
};
