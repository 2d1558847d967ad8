import { plain, tableOf, yamlIn } from "../settings-text.ts";
import { type ManifestFormat, requirementsIn } from "./manifest.ts";

/** The versions that packages of a workspace take by `catalog:`. */
export const pnpmWorkspace: ManifestFormat = {
  ecosystem: "npm",
  matches: (path) => /(?:^|\/)pnpm-workspace\.yaml$/.test(path),

  read(text) {
    const value = yamlIn(text);
    if (value === undefined) return undefined;
    const { catalog, catalogs, overrides } = tableOf(value);
    return [
      ...requirementsIn("catalog", catalog, plain),
      ...Object.entries(tableOf(catalogs)).flatMap(([name, table]) => requirementsIn(`catalogs.${name}`, table, plain)),
      ...requirementsIn("overrides", overrides, plain),
    ];
  },
};
