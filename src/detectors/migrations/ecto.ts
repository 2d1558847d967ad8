import { type NumberedTool, withoutZeros } from "./numbered-tool.ts";

/** `priv/repo/migrations/20240131120000_title.exs`. Ecto refuses two of one version, and two of one name. */
export const ecto: NumberedTool = {
  name: "Ecto",
  advice: "Give it a new name too if that is what collides.",

  claim(path) {
    const [, sequence, number, name] = /^((?:.*\/)?migrations)\/(\d+)_(\w+)\.exs$/.exec(path) ?? [];
    if (sequence === undefined || number === undefined || name === undefined) return undefined;
    return { sequence, slots: [withoutZeros(number), name], migration: path, counter: null };
  },
};
