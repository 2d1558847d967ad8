import { jsonIn, plain, tableOf } from "../settings-text.ts";
import { type ManifestFormat, requirementsIn } from "./manifest.ts";

/** PHP's `require` and `require-dev`. */
export const composerJson: ManifestFormat = {
  ecosystem: "Packagist",
  matches: (path) => /(?:^|\/)composer\.json$/.test(path),

  read(text) {
    const value = jsonIn(text);
    if (value === undefined) return undefined;
    return ["require", "require-dev"].flatMap((section) => requirementsIn(section, tableOf(value)[section], plain));
  },
};
