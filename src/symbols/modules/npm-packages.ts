import { parse } from "yaml";
import type { CodeTree } from "../code-tree.ts";
import { foldersMatching } from "./folder-globs.ts";
import { looseJson, objectIn, stringsIn } from "./loose-json.ts";
import { joined, upwards } from "../../base/paths.ts";
import { remembered } from "./remembered.ts";

/** A folder with a package.json. */
export interface NpmPackage {
  readonly folder: string;
  readonly name: string | null;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Finds the npm packages of one version of the code, and reads each manifest once. */
export class NpmPackages {
  readonly #tree: CodeTree;
  readonly #byFolder = new Map<string, Promise<NpmPackage | undefined>>();
  readonly #workspaces = new Map<string, Promise<ReadonlyMap<string, NpmPackage>>>();

  constructor(tree: CodeTree) {
    this.#tree = tree;
  }

  /** The one that a folder belongs to. */
  async around(folder: string): Promise<NpmPackage | undefined> {
    for (const above of upwards(folder)) {
      const found = await this.#at(above);
      if (found) return found;
    }
  }

  /** The one of this repository that code in a folder means by a name: its own package, one that it links to, or one of its workspace. */
  async named(name: string, folder: string): Promise<NpmPackage | undefined> {
    const own = await this.around(folder);
    if (own?.name === name) return own;
    const linked = own && linkedFolder(own, name);
    if (linked !== undefined) return this.#at(linked);
    for (const above of upwards(folder)) {
      const found = (await this.#workspaceAt(above)).get(name);
      if (found) return found;
    }
  }

  /** Whether code in a folder has a dependency that is not of this repository. */
  async dependsOn(name: string, folder: string): Promise<boolean> {
    for (const above of upwards(folder)) {
      const found = await this.#at(above);
      if (found && dependencyOf(found, name) !== undefined) return true;
    }
    return false;
  }

  #at(folder: string): Promise<NpmPackage | undefined> {
    return remembered(this.#byFolder, folder, async () => {
      const text = await this.#textIn(folder, "package.json");
      if (text === undefined) return;
      const manifest = objectIn(looseJson(text));
      const name = manifest["name"];
      return { folder, name: typeof name === "string" ? name : null, manifest };
    });
  }

  /** By name; empty for a folder that is no root of a workspace. */
  #workspaceAt(root: string): Promise<ReadonlyMap<string, NpmPackage>> {
    return remembered(this.#workspaces, root, async () => {
      const found = new Map<string, NpmPackage>();
      for (const folder of await foldersMatching(this.#tree, root, await this.#membersOf(root))) {
        const member = await this.#at(folder);
        if (member?.name && !found.has(member.name)) found.set(member.name, member);
      }
      return found;
    });
  }

  async #membersOf(root: string): Promise<string[]> {
    const workspaces = (await this.#at(root))?.manifest["workspaces"];
    const pnpm = objectIn(parsedYaml((await this.#textIn(root, "pnpm-workspace.yaml")) ?? ""));
    const lerna = objectIn(looseJson((await this.#textIn(root, "lerna.json")) ?? "{}"));
    return [
      ...stringsIn(workspaces),
      ...stringsIn(objectIn(workspaces)["packages"]),
      ...stringsIn(pnpm["packages"]),
      ...stringsIn(lerna["packages"]),
    ];
  }

  async #textIn(folder: string, name: string): Promise<string | undefined> {
    if ((await this.#tree.entries(folder))?.get(name) !== "file") return;
    return this.#tree.text(joined(folder, name) ?? name);
  }
}

const dependencyOf = ({ manifest }: NpmPackage, name: string): unknown =>
  ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]
    .map((field) => objectIn(manifest[field])[name])
    .find((version) => version !== undefined);

const linkedFolder = (user: NpmPackage, name: string): string | undefined => {
  const version = dependencyOf(user, name);
  const [, path] = typeof version === "string" ? (/^(?:file|link|portal|workspace):(\.{1,2}\/.*)$/.exec(version) ?? []) : [];
  return path === undefined ? undefined : joined(user.folder, path);
};

const parsedYaml = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};
