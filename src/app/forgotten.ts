import type { Digest } from "../model/digest.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Work that nobody touched for this long does not count any more, unless its agent is there. Of other machines we know only what they last said:
 * a clone that was thrown away says nothing more, and its work must not stand in the way for long.
 */
const forgottenMs = { here: 14 * day, elsewhere: 3 * day } as const;

/** Whether what an agent left behind is too old to count. `now` in milliseconds. */
export const isForgotten = ({ presence }: Digest, where: keyof typeof forgottenMs, now: number): boolean =>
  !presence.live && now - Date.parse(presence.lastSeen) >= forgottenMs[where];
