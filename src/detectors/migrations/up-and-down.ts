import { type NumberedTool, numberedClaim } from "./numbered-tool.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/** `000005_title.up.sql` and `000005_title.down.sql`, in whatever folder: one migration in two files, as golang-migrate and sqlx have them. */
export const upAndDown: NumberedTool = {
  name: "golang-migrate or sqlx",

  claim(path) {
    const [folder, file] = [folderOf(path), nameOf(path)];
    const [, title, number] = /^((\d+)_.+)\.(?:up|down)\.(?:sql|json|cql|cypher)$/.exec(file) ?? [];
    return title === undefined || number === undefined ? undefined : numberedClaim(folder, number, `${folder}/${title}`);
  },
};
