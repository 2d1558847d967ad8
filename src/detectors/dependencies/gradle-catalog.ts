import { plain, tableOf, tomlIn } from "../settings-text.ts";
import { type ManifestFormat, requirementsIn } from "./manifest.ts";

/** Gradle's version catalog, `libs.versions.toml`: its versions, and those that stand with a library or plugin itself. */
export const gradleCatalog: ManifestFormat = {
  ecosystem: "Gradle",
  matches: (path) => path.endsWith(".versions.toml"),

  read(text) {
    const value = tomlIn(text);
    if (value === undefined) return undefined;
    const catalog = tableOf(value);
    return [
      ...requirementsIn("versions", catalog["versions"], version),
      ...requirementsIn("libraries", catalog["libraries"], pinned),
      ...requirementsIn("plugins", catalog["plugins"], pinned),
    ];
  },
};

const version = (value: unknown): string | undefined => plain(value) ?? (Object.keys(tableOf(value)).length > 0 ? rich(value) : undefined);

/** `strictly`, `require`, `prefer` and the like. */
const rich = (value: unknown): string =>
  Object.entries(tableOf(value))
    .map(([key, text]) => `${key} ${String(text)}`)
    .sort()
    .join(", ");

/** "group:name:1.2.3" or a table; one that refers to `versions` says nothing of its own. */
const pinned = (value: unknown): string | undefined => plain(value)?.split(":").at(-1) ?? version(tableOf(value)["version"]);
