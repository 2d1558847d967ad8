import { cargoToml } from "./cargo-toml.ts";
import { composerJson } from "./composer-json.ts";
import { gemfile } from "./gemfile.ts";
import { goMod } from "./go-mod.ts";
import { gradleCatalog } from "./gradle-catalog.ts";
import type { ManifestFormat } from "./manifest.ts";
import { packageJson } from "./package-json.ts";
import { pnpmWorkspace } from "./pnpm-workspace.ts";
import { pyproject } from "./pyproject.ts";
import { requirementsTxt } from "./requirements-txt.ts";

/** All that are read. A new one is its own file and one line here. */
const formats: readonly ManifestFormat[] = [
  ...[packageJson, pnpmWorkspace, pyproject, requirementsTxt],
  ...[goMod, cargoToml, composerJson, gemfile, gradleCatalog],
];

/** How the file at a path says what it depends on; undefined when it does not. */
export const formatOf = (path: string): ManifestFormat | undefined => formats.find((format) => format.matches(path));
