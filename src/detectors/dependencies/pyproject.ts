import { listOf, plain, tableOf, tomlIn } from "../settings-text.ts";
import type { ManifestFormat, Requirement } from "./manifest.ts";
import { pythonName, pythonRequirement, specifier } from "./python-requirement.ts";

/** PEP 621 and PEP 735, and the tables of Poetry; `Pipfile` has the same ones under other names. */
export const pyproject: ManifestFormat = {
  ecosystem: "PyPI",
  matches: (path) => /(?:^|\/)(?:pyproject\.toml|Pipfile)$/.test(path),

  read(text) {
    const value = tomlIn(text);
    if (value === undefined) return undefined;
    const manifest = tableOf(value);
    const project = tableOf(manifest["project"]);
    return [
      ...listed("project.dependencies", project["dependencies"]),
      ...Object.entries(tableOf(project["optional-dependencies"])).flatMap(([extra, list]) =>
        listed(`optional-dependencies.${extra}`, list),
      ),
      ...Object.entries(tableOf(manifest["dependency-groups"])).flatMap(([group, list]) => listed(`dependency-groups.${group}`, list)),
      ...listed("build-system.requires", tableOf(manifest["build-system"])["requires"]),
      ...interpreter(project["requires-python"]),
      ...poetry(tableOf(tableOf(manifest["tool"])["poetry"])),
      ...tabled("packages", manifest["packages"]),
      ...tabled("dev-packages", manifest["dev-packages"]),
    ];
  },
};

const listed = (section: string, list: unknown): Requirement[] =>
  listOf(list).flatMap((line) => (typeof line === "string" ? (pythonRequirement(section, line) ?? []) : []));

const interpreter = (value: unknown): Requirement[] =>
  typeof value === "string" ? [{ section: "requires-python", name: "python", wants: specifier(value) }] : [];

const poetry = (table: Readonly<Record<string, unknown>>): Requirement[] => [
  ...tabled("tool.poetry.dependencies", table["dependencies"]),
  ...tabled("tool.poetry.dev-dependencies", table["dev-dependencies"]),
  ...Object.entries(tableOf(table["group"])).flatMap(([group, value]) =>
    tabled(`tool.poetry.group.${group}`, tableOf(value)["dependencies"]),
  ),
];

const tabled = (section: string, table: unknown): Requirement[] =>
  Object.entries(tableOf(table)).flatMap(([name, demand]) => demands(demand).map((wants) => ({ section, name: pythonName(name), wants })));

/** A version, a table with a version or a source, or a list of such tables for different markers. */
const demands = (demand: unknown): string[] => {
  if (Array.isArray(demand)) return demand.flatMap(demands);
  const version = plain(demand);
  if (version !== undefined) return [specifier(version)];
  const table = tableOf(demand);
  const said = ["version", "git", "branch", "tag", "rev", "ref", "path", "url", "python", "markers"].flatMap((key) => {
    const value = plain(table[key]);
    return value === undefined ? [] : [key === "version" ? specifier(value) : `${key} ${value}`];
  });
  return said.length === 0 ? [] : [said.join(", ")];
};
