import { jsonIn, plain, tableOf } from "../settings-text.ts";
import { type ManifestFormat, type Requirement, requirementsIn } from "./manifest.ts";

/** npm, pnpm, yarn and bun. The package manager and the engines are versions that everybody has to agree on, too. */
export const packageJson: ManifestFormat = {
  ecosystem: "npm",
  matches: (path) => /(?:^|\/)package\.json$/.test(path),

  read(text) {
    const value = jsonIn(text);
    if (value === undefined) return undefined;
    const manifest = tableOf(value);
    return [
      ...tables.flatMap((section) => requirementsIn(section, manifest[section], plain)),
      ...nested("overrides", manifest["overrides"]),
      ...nested("resolutions", manifest["resolutions"]),
      ...nested("pnpm.overrides", tableOf(manifest["pnpm"])["overrides"]),
      ...packageManager(manifest["packageManager"]),
    ];
  },
};

const tables = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "engines"];

/** npm's overrides may be tables in tables; "." in one of them is the package itself. */
const nested = (section: string, table: unknown, above = ""): Requirement[] =>
  Object.entries(tableOf(table)).flatMap(([key, demand]) => {
    const name = key === "." ? above : above === "" ? key : `${above} > ${key}`;
    const wants = plain(demand);
    return wants === undefined ? nested(section, demand, name) : [{ section, name, wants }];
  });

/** `pnpm@9.1.0+sha512.…`: the hash follows from the version. */
const packageManager = (value: unknown): Requirement[] => {
  const [, name, wants] = /^([^@]+)@([^+]+)/.exec(plain(value) ?? "") ?? [];
  return name === undefined || wants === undefined ? [] : [{ section: "packageManager", name, wants }];
};
