import type { State } from "../model/state.ts";

/** Lamport ticks after which a settled conflict is forgotten. */
const memory = 4096;

/**
 * Events from one round of forgetting to the next. Counting events makes the moment part of the state, so all clones forget alike;
 * thousands of them pay for looking at every conflict once.
 */
export const forgetInterval = 4096;

/**
 * Drops conflicts that were seen to be gone, or dismissed, more than 4096 ticks before `lamport`. One that was resolved by hand and is still
 * seen stays, and so does every suppression: a dismissed conflict that is seen again needs no record to be kept silent.
 */
export const forgetSettled = (state: State, lamport: number): void => {
  for (const [fingerprint, { settled }] of state.conflicts) {
    if (settled !== null && lamport - settled > memory) state.conflicts.delete(fingerprint);
  }
};
