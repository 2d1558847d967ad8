import { type NumberedTool, numberedClaim } from "./numbered-tool.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/** `drizzle/0004_title.sql`, or in any folder whose `meta/_journal.json` the side changes with it. The number is the journal's `idx`. */
export const drizzle: NumberedTool = {
  name: "Drizzle",
  advice: "Drop it with `drizzle-kit drop` and generate it again on top of the merged schema, so that the journal and the snapshot fit.",

  claim(path, beside) {
    const [folder, file] = [folderOf(path), nameOf(path)];
    const [, number] = /^(\d{4,})_\w+\.sql$/.exec(file) ?? [];
    if (number === undefined || !(/(?:^|\/)drizzle$/.test(folder) || beside(`${folder}/meta/_journal.json`))) return undefined;
    return numberedClaim(folder, number, path);
  },
};
