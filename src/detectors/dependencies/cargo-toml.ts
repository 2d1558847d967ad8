import { plain, tableOf, tomlIn } from "../settings-text.ts";
import { type ManifestFormat, type Requirement, requirementsIn } from "./manifest.ts";

/** Cargo's tables, those of a workspace, of a target and of `[patch]` as well. Features are not versions: Cargo unites them. */
export const cargoToml: ManifestFormat = {
  ecosystem: "crates.io",
  matches: (path) => /(?:^|\/)Cargo\.toml$/.test(path),

  read(text) {
    const value = tomlIn(text);
    if (value === undefined) return undefined;
    const manifest = tableOf(value);
    const workspace = tableOf(manifest["workspace"]);
    return [
      ...dependenciesOf("", manifest),
      ...Object.entries(tableOf(manifest["target"])).flatMap(([target, tables]) => dependenciesOf(`target.${target}.`, tableOf(tables))),
      ...requirementsIn("workspace.dependencies", workspace["dependencies"], demand),
      ...Object.entries(tableOf(manifest["patch"])).flatMap(([source, table]) => requirementsIn(`patch.${source}`, table, demand)),
      ...rust("package", tableOf(manifest["package"])["rust-version"]),
      ...rust("workspace.package", tableOf(workspace["package"])["rust-version"]),
    ];
  },
};

const dependenciesOf = (prefix: string, tables: Readonly<Record<string, unknown>>): Requirement[] =>
  ["dependencies", "dev-dependencies", "build-dependencies"].flatMap((section) =>
    requirementsIn(`${prefix}${section}`, tables[section], demand),
  );

/** A version or a table that says where the crate comes from; "^1.2" is what "1.2" means. */
const demand = (value: unknown): string | undefined => {
  const version = plain(value);
  if (version !== undefined) return version.replace(/^\^\s*/, "");
  const table = tableOf(value);
  if (table["workspace"] === true) return "workspace";
  const said = ["version", "package", "registry", "git", "branch", "tag", "rev", "path"].flatMap((key) => {
    const text = plain(table[key]);
    return text === undefined ? [] : [key === "version" ? text.replace(/^\^\s*/, "") : `${key} ${text}`];
  });
  return said.length === 0 ? undefined : said.join(", ");
};

const rust = (section: string, value: unknown): Requirement[] =>
  typeof value === "string" ? [{ section, name: "rust-version", wants: value }] : [];
