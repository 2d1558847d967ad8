import { type ManifestFormat, parsed, plain, requirementsIn, tableOf } from "./manifest.ts";

/** PHP's `require` and `require-dev`. */
export const composerJson: ManifestFormat = {
  ecosystem: "Packagist",
  matches: (path) => /(?:^|\/)composer\.json$/.test(path),

  read(text) {
    const value = parsed(JSON.parse, text);
    if (value === undefined) return undefined;
    return ["require", "require-dev"].flatMap((section) => requirementsIn(section, tableOf(value)[section], plain));
  },
};
