/** 20 base32 characters (100 bits) of the SHA-256 of the writer's raw Ed25519 public key: a log proves by itself whose it is. */
export type WriterId = string;

/** Like a writer id, of the agent's own key. */
export type AgentId = string;

/** `<writer>.<seq>.<place in the batch>`: derived, so nobody can choose it. */
export type EventId = string;

/** A git object id, 40 or 64 hexadecimal digits. */
export type Oid = string;

export const eventId = (writer: WriterId, seq: number, place: number): EventId => `${writer}.${seq}.${place}`;

/** What a person sees of an id: enough to tell apart, short enough to type. Every command takes any unique prefix. */
export const shortId = (id: string): string => {
  const [head = "", ...rest] = id.split(".");
  return [head.slice(0, 7), ...rest].join(".");
};
