import type { NumberedTool } from "./numbered-tool.ts";

/** `database/migrations/2024_01_31_120000_title.php`; modules have their own folder. */
export const laravel: NumberedTool = {
  name: "Laravel",
  advice: "A later time in its file name is enough.",

  claim(path) {
    const [, sequence, time] = /^((?:.*\/)?migrations)\/(\d{4}_\d{2}_\d{2}_\d{6})_\w+\.php$/i.exec(path) ?? [];
    return sequence === undefined || time === undefined ? undefined : { sequence, slots: [time], migration: path, counter: null };
  },
};
