import type { CodeTree } from "../code-tree.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/** What stands at a path without extension, as Node, TypeScript and bundlers look for it. */
export type ScriptFile = { readonly kind: "script"; readonly path: string } | { readonly kind: "asset" } | { readonly kind: "none" };

/**
 * The script that a path means: itself, with an extension, with the extension of the source that it is compiled from, or the index of a folder.
 * A file that is no script is an asset.
 */
export const findScript = async (tree: CodeTree, path: string): Promise<ScriptFile> => {
  const name = nameOf(path);
  const around = await tree.entries(folderOf(path));
  const names = name === "" ? [] : candidatesFor(name);
  for (const candidate of names) {
    if (around?.get(candidate) === "file") return { kind: "script", path: path.slice(0, path.length - name.length) + candidate };
  }
  if (name !== "" && around?.get(name) === "file") return { kind: "asset" };
  return name === "" || around?.get(name) === "folder" ? findIndex(tree, path) : { kind: "none" };
};

/** Where `findScript` looks for a path, likeliest first. */
export const scriptPaths = (path: string): string[] => {
  const name = nameOf(path);
  const stem = path.slice(0, path.length - name.length);
  return [...candidatesFor(name).map((candidate) => stem + candidate), `${path}/index.ts`];
};

/** Whether a path has an extension that no script has: then it names data, a style sheet, a component, … */
export const isAssetPath = (path: string): boolean => /\.[a-z][a-z0-9]*$/i.test(nameOf(path)) && assetEnding.test(path);

const assetEnding =
  /\.(?:vue|svelte|astro|mdx?|css|scss|sass|less|styl|pcss|json5?|jsonc|ya?ml|toml|txt|html?|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm|wav|pdf|wasm|node|graphql|gql|proto|csv|xml|glsl|hbs|ejs|pug|snap|ohm|sql)$/i;

const extensions = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.mts", ".d.cts"];
const script = /\.(?:[cm]?[jt]s|[jt]sx)$/;

const candidatesFor = (name: string): string[] => {
  const compiled = /^(.*)\.(js|jsx|mjs|cjs)$/.exec(name);
  const [, stem = "", ending = ""] = compiled ?? [];
  const sources = compiled ? (compiledFrom[ending] ?? []).map((extension) => stem + extension) : [];
  return [...sources, ...(script.test(name) ? [name] : []), ...extensions.map((extension) => name + extension)];
};

const compiledFrom: Readonly<Record<string, readonly string[]>> = {
  js: [".ts", ".tsx", ".d.ts"],
  jsx: [".tsx", ".d.ts"],
  mjs: [".mts", ".d.mts", ".d.ts"],
  cjs: [".cts", ".d.cts", ".d.ts"],
};

const findIndex = async (tree: CodeTree, folder: string): Promise<ScriptFile> => {
  const inside = await tree.entries(folder);
  const index = extensions.map((extension) => `index${extension}`).find((name) => inside?.get(name) === "file");
  return index === undefined ? { kind: "none" } : { kind: "script", path: folder === "" ? index : `${folder}/${index}` };
};
