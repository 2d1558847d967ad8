import { type RawPath, rawPath } from "../git/raw-path.ts";
import { type Trees, treeMode } from "../git/trees.ts";
import type { Oid } from "../model/ids.ts";

/** Files that make a folder a package of its own, by ecosystem: npm, Python, Go, Rust, Maven, Gradle, .NET, PHP, Ruby, Elixir, Swift, Dart. */
const manifests: ReadonlySet<string> = new Set([
  "package.json",
  "pyproject.toml",
  "setup.py",
  "go.mod",
  "Cargo.toml",
  "pom.xml",
  "build.gradle",
  "build.gradle.kts",
  "composer.json",
  "Gemfile",
  "mix.exs",
  "Package.swift",
  "pubspec.yaml",
]);

/** Tells the package of paths in one snapshot: the folder of the nearest manifest ("" is the root), or null. */
export const packagesIn = (trees: Trees, snapshot: Oid): ((path: string) => Promise<string | null>) => {
  const folders = new Map<RawPath, Promise<Folder>>();
  const read = (folder: RawPath): Promise<Folder> => {
    const known = folders.get(folder);
    if (known) return known;
    const reading = readFolder(folder);
    folders.set(folder, reading);
    return reading;
  };
  const readFolder = async (folder: RawPath): Promise<Folder> => {
    if (folder === "") return folderOf(await trees.read(snapshot), null, "");
    const [parent, name] = split(folder);
    const above = await read(parent);
    const entry = above.entries?.get(name);
    if (entry?.mode !== treeMode) return { entries: undefined, package: above.package };
    return folderOf(await trees.read(entry.oid), above.package, folder);
  };
  return async (path) => {
    const found = (await read(split(rawPath(path))[0])).package;
    return found === null ? null : Buffer.from(found, "latin1").toString("utf8");
  };
};

interface Folder {
  /** Undefined for a folder that the snapshot does not have (any more). */
  readonly entries: Awaited<ReturnType<Trees["read"]>> | undefined;
  readonly package: RawPath | null;
}

const folderOf = (entries: NonNullable<Folder["entries"]>, above: RawPath | null, folder: RawPath): Folder => {
  const isPackage = [...entries.keys()].some((name) => manifests.has(name) || name.endsWith(".csproj"));
  return { entries, package: isPackage ? folder : above };
};

const split = (path: RawPath): [folder: RawPath, name: RawPath] => {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? ["", path] : [path.slice(0, slash), path.slice(slash + 1)];
};
