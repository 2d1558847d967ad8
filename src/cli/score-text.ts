import { paint } from "./output.ts";

/** A readiness score in its colour, padded to `width`. */
export const scoreText = (score: number, width = 0): string =>
  paint(score === 100 ? "green" : score > 50 ? "yellow" : "red", String(score).padStart(width));
