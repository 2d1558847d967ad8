import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { globPattern } from "../glob.ts";
import { folderOf, foldersAbove, pathFrom } from "../paths.ts";
import { listOf, parsed, tableOf } from "./manifest.ts";

/** Whether two manifests of one ecosystem belong together: they lie in one folder, or a workspace above has both. `read` gives a file's text. */
export const inOneWorkspace = (a: string, b: string, ecosystem: string, read: (path: string) => string | undefined): boolean => {
  if (folderOf(a) === folderOf(b)) return true;
  return workspaceFiles(a, b, ecosystem).some(({ path, members }) => {
    const text = read(path);
    const globs = text === undefined ? undefined : members(text);
    return globs !== undefined && [a, b].every((manifest) => isMember(folderOf(manifest), folderOf(path), globs));
  });
};

/** Paths of files that may say that two manifests belong together. */
export const workspacePaths = (a: string, b: string, ecosystem: string): string[] =>
  folderOf(a) === folderOf(b) ? [] : workspaceFiles(a, b, ecosystem).map(({ path }) => path);

interface WorkspaceFile {
  readonly name: string;
  /** Globs of member folders, those with "!" excluded; undefined when it declares no workspace. */
  members(text: string): readonly string[] | undefined;
}

const workspaceFiles = (a: string, b: string, ecosystem: string): (WorkspaceFile & { readonly path: string })[] => {
  const shared = foldersAbove(b);
  return foldersAbove(a)
    .filter((folder) => shared.includes(folder))
    .flatMap((folder) =>
      (declarations[ecosystem] ?? []).map((file) => ({ ...file, path: folder === "" ? file.name : `${folder}/${file.name}` })),
    );
};

const isMember = (folder: string, root: string, globs: readonly string[]): boolean => {
  if (folder === root) return true;
  const at = (glob: string): boolean => {
    const path = pathFrom(root, glob);
    return path !== undefined && globPattern(path).test(folder);
  };
  const [out, into] = [globs.filter((glob) => glob.startsWith("!")), globs.filter((glob) => !glob.startsWith("!"))];
  return into.some(at) && !out.some((glob) => at(glob.slice(1)));
};

const strings = (value: unknown): string[] => listOf(value).filter((one) => typeof one === "string");

/** Members and exclusions of a TOML table such as Cargo's `[workspace]`. */
const tableMembers = (table: unknown): string[] | undefined =>
  table === undefined
    ? undefined
    : [...strings(tableOf(table)["members"]), ...strings(tableOf(table)["exclude"]).map((glob) => `!${glob}`)];

const declarations: Readonly<Record<string, readonly WorkspaceFile[]>> = {
  npm: [
    {
      name: "package.json",
      members(text) {
        const workspaces = tableOf(parsed(JSON.parse, text))["workspaces"];
        return workspaces === undefined ? undefined : strings(Array.isArray(workspaces) ? workspaces : tableOf(workspaces)["packages"]);
      },
    },
    { name: "pnpm-workspace.yaml", members: (text) => strings(tableOf(parsed(parseYaml, text))["packages"]) },
  ],
  "crates.io": [{ name: "Cargo.toml", members: (text) => tableMembers(tableOf(parsed(parseToml, text))["workspace"]) }],
  PyPI: [
    {
      name: "pyproject.toml",
      members: (text) => tableMembers(tableOf(tableOf(tableOf(parsed(parseToml, text))["tool"])["uv"])["workspace"]),
    },
  ],
  Go: [
    {
      name: "go.work",
      members: (text) =>
        [...text.replace(/\/\/.*$/gm, "").matchAll(/(?:^\s*use\s+|^\s+)(\.{0,2}[\w./-]+)\s*$/gm)].map(([, folder = ""]) => folder),
    },
  ],
};
