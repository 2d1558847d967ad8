import { fitsGlob } from "../glob.ts";
import { folderOf, upwards } from "../../base/paths.ts";
import { pathFrom } from "../paths.ts";
import { jsonIn, listOf, tableOf, tomlIn, yamlIn } from "../settings-text.ts";

/** Whether two manifests of one ecosystem belong together: they lie in one folder, or a workspace above has both. `read` gives a file's text. */
export const inOneWorkspace = (a: string, b: string, ecosystem: string, read: (path: string) => string | undefined): boolean => {
  if (folderOf(a) === folderOf(b)) return true;
  const shared = upwards(folderOf(b));
  return workspaceFiles(a, ecosystem).some(({ path, members }) => {
    if (!shared.includes(folderOf(path))) return false;
    const text = read(path);
    const globs = text === undefined ? undefined : members(text);
    return globs !== undefined && [a, b].every((manifest) => isMember(folderOf(manifest), folderOf(path), globs));
  });
};

/** Paths of the files that may make a manifest part of a workspace. */
export const workspacePaths = (manifest: string, ecosystem: string): string[] =>
  workspaceFiles(manifest, ecosystem).map(({ path }) => path);

interface WorkspaceFile {
  readonly name: string;
  /** Globs of member folders, those with "!" excluded; undefined when it declares no workspace. */
  members(text: string): readonly string[] | undefined;
}

const workspaceFiles = (manifest: string, ecosystem: string): (WorkspaceFile & { readonly path: string })[] =>
  upwards(folderOf(manifest)).flatMap((folder) =>
    (declarations[ecosystem] ?? []).map((file) => ({ ...file, path: folder === "" ? file.name : `${folder}/${file.name}` })),
  );

const isMember = (folder: string, root: string, globs: readonly string[]): boolean => {
  if (folder === root) return true;
  const at = (glob: string): boolean => {
    const path = pathFrom(root, glob);
    return path !== undefined && fitsGlob(folder, path);
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
        const workspaces = tableOf(jsonIn(text))["workspaces"];
        return workspaces === undefined ? undefined : strings(Array.isArray(workspaces) ? workspaces : tableOf(workspaces)["packages"]);
      },
    },
    { name: "pnpm-workspace.yaml", members: (text) => strings(tableOf(yamlIn(text))["packages"]) },
  ],
  "crates.io": [{ name: "Cargo.toml", members: (text) => tableMembers(tableOf(tomlIn(text))["workspace"]) }],
  PyPI: [
    {
      name: "pyproject.toml",
      members: (text) => tableMembers(tableOf(tableOf(tableOf(tomlIn(text))["tool"])["uv"])["workspace"]),
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
