import { NerveError } from "../base/errors.ts";
import { verifySignature } from "../identity/sshsig.ts";
import { rawCommit, signerOf } from "../log/commit.ts";
import type { ConflictRecord } from "../model/conflict.ts";
import type { LogEvent } from "../model/event.ts";
import type { State } from "../model/state.ts";
import { type Delivery, route } from "../routing/route.ts";
import { findEvent } from "./find.ts";
import type { Nerve } from "./nerve.ts";
import type { View } from "./view.ts";

/** Everything that backs one statement of the plane. */
export interface Explanation {
  readonly event: LogEvent;
  /** The conflict that the question or the event is about. */
  readonly conflict: ConflictRecord | null;
  readonly signature: {
    readonly commit: string;
    readonly key: string;
    /** "writer" or the name of the agent whose key signed. */
    readonly signer: string;
    /** Checked just now, not remembered. */
    readonly verified: boolean;
  };
  /** Who hears of it by the state as it is now, and by which rule. */
  readonly recipients: readonly (Delivery & { readonly name: string })[];
}

/** Explains an event (`<writer>.<seq>.<n>`) or a conflict (its id). Throws (usage) when there is no such thing. */
export const explain = async (nerve: Nerve, view: View, words: string): Promise<Explanation> => {
  const asked = [...view.state.conflicts.values()].filter(({ fingerprint }) => words.length >= 4 && fingerprint.startsWith(words));
  if (asked.length > 1)
    throw new NerveError("usage", `${words} could be any of ${asked.map(({ id }) => id).join(", ")}`, { hint: "Write more of the id." });
  const event = await findEvent(nerve, view, asked[0]?.openedBy ?? words);
  if (!event) {
    throw new NerveError("usage", `there is no event or conflict ${words} here`, {
      hint: "See: git nerve events, git nerve conflicts list --all",
    });
  }
  const recipients = route(view.state, event).map((delivery) => ({
    ...delivery,
    name: view.state.agents.get(delivery.agent)?.name ?? delivery.agent,
  }));
  return { event, conflict: asked[0] ?? conflictOf(view.state, event), signature: await signatureOf(nerve, view.state, event), recipients };
};

const conflictOf = (state: State, { id }: LogEvent): ConflictRecord | null =>
  [...state.conflicts.values()].find(({ openedBy, closedBy }) => openedBy === id || closedBy === id) ?? null;

const signatureOf = async (nerve: Nerve, state: State, { commit, writer }: LogEvent): Promise<Explanation["signature"]> => {
  const found = await nerve.log.objects.find(commit);
  const raw = found && rawCommit(found.content);
  if (!raw?.signature) return { commit, key: "", signer: "nobody", verified: false };
  const key = signerOf(raw.signature);
  const signer = key === writer ? "writer" : (state.agents.get(key)?.name ?? "unknown");
  return { commit, key, signer, verified: await verifySignature(raw.payload, raw.signature) };
};
