import type { ChainedTool } from "./chained-tool.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/** `<app>/migrations/0004_title.py` with `dependencies = [("app", "0003_…")]`. The numbers mean nothing to Django: two leaves of one app do. */
export const django: ChainedTool = {
  name: "Django",
  join: "python manage.py makemigrations --merge",

  sequenceOf(path) {
    const [folder, file] = [folderOf(path), nameOf(path)];
    return /(?:^|\/)migrations$/.test(folder) && /^\w+\.py$/.test(file) && file !== "__init__.py" ? folder : undefined;
  },

  read(path, text) {
    const code = text.replace(/#.*$/gm, "");
    if (!/\bclass\s+Migration\s*\(/.test(code)) return undefined;
    // A squash stands beside what it replaces.
    if (/^\s+replaces\b[^=\n]*=/m.test(code)) return undefined;
    const name = nameOf(path).slice(0, -".py".length);
    const after = ownParents(path, name, dependenciesIn(code));
    return after && { name, after };
  },
};

interface Dependency {
  readonly app: string;
  readonly name: string;
}

const dependenciesIn = (code: string): Dependency[] => {
  const [, list = ""] = /^\s+dependencies\b[^=\n]*=\s*\[([\s\S]*?)\]/m.exec(code) ?? [];
  return [...list.matchAll(/\(\s*["']([^"']+)["']\s*,\s*["']([^"']+)["']\s*,?\s*\)/g)].map(([, app = "", name = ""]) => ({ app, name }));
};

/** The dependencies inside the app. Its label is its folder's name, unless its configuration says otherwise: then the number just before tells. */
const ownParents = (path: string, name: string, dependencies: readonly Dependency[]): string[] | undefined => {
  const label = path.split("/").at(-3);
  const own = dependencies.filter(({ app }) => app === label);
  const number = numberOf(name);
  if (own.length > 0 || number === 1) return own.map((dependency) => dependency.name);
  const before = dependencies.filter((dependency) => number !== undefined && numberOf(dependency.name) === number - 1);
  return before.length > 0 && new Set(before.map(({ app }) => app)).size === 1 ? before.map((dependency) => dependency.name) : undefined;
};

const numberOf = (name: string): number | undefined => {
  const [digits] = /^\d+/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
};
