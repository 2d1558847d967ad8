import { NerveError } from "../base/errors.ts";
import { allowedSigners, type LogKey } from "../identity/allowed-signers.ts";
import { confirmWriter, type Pin, pinsFile, pinWriters, readPins, type SeenWriter } from "../identity/pins.ts";
import { type NameClash, nameClashes, type Trust, trustOf } from "../identity/trust.ts";
import type { WriterId } from "../model/ids.ts";
import type { Nerve } from "./nerve.ts";
import type { View } from "./view.ts";

export interface WriterTrust {
  readonly writer: WriterId;
  readonly name: string;
  readonly key: string | null;
  readonly trust: Trust;
}

/** Everybody whose log is here, this clone first, and how far this user believes them. New ones are remembered, outside of the repository, as provisional. */
export const readTrust = async (nerve: Nerve, view: View): Promise<{ writers: WriterTrust[]; clashes: NameClash[] }> => {
  const self = nerve.writer().key.id;
  const seen = seenWriters(view);
  const pins = await pinWriters(
    pinsFile(),
    seen.filter(({ writer }) => writer !== self),
    new Date().toISOString(),
  );
  const known = { self, pins, revoked: view.state.revoked };
  const writers = [...view.heads.values()].map(({ writer, key, name }) => ({
    writer,
    name: name ?? "",
    key,
    trust: trustOf(writer, known),
  }));
  return {
    writers: writers.sort((a, b) => Number(b.trust === "self") - Number(a.trust === "self") || (a.name < b.name ? -1 : 1)),
    clashes: nameClashes(
      pins,
      seen.filter(({ writer }) => writer !== self),
    ),
  };
};

/** Levels of trust alone, by what is pinned already: for reports that change nothing. */
export const trustIn = (nerve: Nerve, view: View): ((writer: WriterId) => Trust) => {
  const known = { self: nerve.writer().key.id, pins: readPins(pinsFile()), revoked: view.state.revoked };
  return (writer) => trustOf(writer, known);
};

/** The user says that a writer is who it says it is. Throws (usage) when no such log is here. */
export const confirm = async (view: View, words: string): Promise<Pin> => {
  const found = seenWriters(view).filter(({ writer }) => words.length >= 4 && writer.startsWith(words));
  const [only] = found;
  if (only && found.length === 1) return confirmWriter(pinsFile(), only, new Date().toISOString());
  throw new NerveError(
    "usage",
    found.length > 1
      ? `writer ${words} could be any of ${found.map(({ writer }) => writer).join(", ")}`
      : `there is no writer ${words} here`,
    {
      hint: "See: git nerve trust",
    },
  );
};

/** An allowed-signers file for stock git: every key that may sign in a log here. */
export const exportTrust = ({ heads, state }: View): string => {
  const keys: LogKey[] = [];
  for (const { writer, key, agents } of heads.values()) {
    if (key) keys.push({ writer, id: writer, key });
    for (const id of agents) {
      const agent = state.agents.get(id);
      if (agent?.writer === writer) keys.push({ writer, id, key: agent.key });
    }
  }
  return allowedSigners(keys, state.revoked);
};

const seenWriters = ({ heads }: View): SeenWriter[] =>
  [...heads.values()].flatMap(({ writer, key, name }) => (key === null ? [] : [{ writer, key, name: name ?? "" }]));
