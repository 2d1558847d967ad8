import { type NumberedTool, withoutZeros } from "./numbered-tool.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/**
 * `V5.1__title.sql`, and `U5.1__title.sql` to undo it; in Java and Kotlin too, and Refinery's `V5__title.rs`. Repeatable ones (`R__`) have no place.
 * Versions compare number by number, so that 5, 5.0 and 5_0 are one: Flyway then finds "more than one migration with version 5".
 */
export const flyway: NumberedTool = {
  name: "Flyway",

  claim(path) {
    const [folder, file] = [folderOf(path), nameOf(path)];
    const [, kind, version] = /^([VU])(\d+(?:[._]\d+)*)__.+\.(?:sql|java|kt|rs)$/.exec(file) ?? [];
    if (kind === undefined || version === undefined) return undefined;
    const slot = `${kind}${canonical(version)}`;
    return { sequence: folder, slots: [slot], migration: path, counter: /^\d{1,7}$/.test(version) ? version : null };
  },
};

const canonical = (version: string): string =>
  version
    .split(/[._]/)
    .map(withoutZeros)
    .join(".")
    .replace(/(?:\.0)+$/, "");
