import path from "node:path";

/** Source texts by their path below `src/`, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

/** What a folder may import besides itself: the arrows, from the bottom up. A new folder is a new row. */
const rows: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ["base"],
  git: ["base", "model"],
  identity: ["base", "model"],
  events: ["base", "model"],
  contracts: ["base", "model"],
  symbols: ["base", "model"],
  services: ["base", "model"],
  agents: ["base", "model"],
  worktree: ["base", "model", "git"],
  log: ["base", "model", "git", "identity"],
  detectors: ["base", "model", "contracts", "symbols", "services"],
  fold: ["base", "model", "events"],
  // Who hears of an event is declared with the event.
  routing: ["base", "model", "events", "fold", "services"],
  sync: ["base", "model", "git", "log", "identity"],
  app: [
    ...["base", "model", "git", "identity", "events", "contracts", "symbols", "services", "agents"],
    ...["worktree", "log", "detectors", "fold", "routing", "sync"],
  ],
  mcp: ["base", "model", "app"],
  tui: ["base", "model", "app"],
  demo: ["base", "model", "app"],
  // It makes the repositories that it judges on.
  eval: ["base", "model", "git", "app"],
  cli: ["base", "model", "app"],
};

/** What only `import()` may reach, so that a command loads nothing it does not run. */
const loadedLate: Readonly<Record<string, readonly string[]>> = { cli: ["mcp", "tui", "demo", "eval"] };

/** Folders whose code is a function of what it is handed: no files, clock, randomness or processes. */
const pure = ["base", "model", "events", "contracts", "symbols", "services", "detectors", "fold", "routing", "agents"];

const impure =
  /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.|process\.|setTimeout|setInterval|setImmediate|console\.|fetch\(|globalThis\.crypto|crypto\.(?:random|getRandom))/;

/** What breaks a rule, and why it may. */
type Exceptions = Readonly<Record<string, string>>;

const hashes: Exceptions = { "base/sha256.ts": "hashing is a function of its input; the runtime's is faster than ours" };

const startsProcesses: Exceptions = {
  "git/": "the one folder that runs git",
  "app/after-push.ts": "starts git-nerve itself in the background, so that a push does not wait",
  "demo/": "a surface that shows what a person would type, so it runs a shell like one",
};

const looksOutside: Exceptions = { "base/version.ts": "the version stands in package.json, and the bundler puts it in" };

const namesRefs: Exceptions = {
  "git/refs.ts": "makes the names and takes them apart",
  "cli/commands/trust.ts": "prints a line for the user to type",
  "demo/": "prints lines that a user would type",
};

const longest = 260;

/** Everything in `sources` that goes against the layout, one sentence each; none when all is well. */
export const architectureFaults = (sources: Sources): string[] => {
  const faults = [...sources].flatMap(([file, text]) => [...fileFaults(file, text, importsOf(text))]);
  return [...faults, ...cycles(sources)];
};

interface Import {
  readonly from: string;
  readonly names: string;
  readonly late: boolean;
}

function* fileFaults(file: string, text: string, imports: readonly Import[]): Generator<string> {
  const [folder = ""] = file.split("/");
  const code = withoutComments(text);
  const may = rows[folder];
  if (!file.includes("/") || !may) yield `${file} is in no folder that has a row`;
  for (const { from, names, late } of imports) {
    const [target = ""] = resolved(file, from)?.split("/") ?? [];
    if (target && target !== folder && !may?.includes(target) && !(target === ".." && isExcepted(looksOutside, file))) {
      const allowedLate = loadedLate[folder]?.includes(target);
      if (!allowedLate) yield `${file} imports ${from}: no arrow goes from ${folder} to ${target}`;
      // Of a type nothing is loaded.
      else if (!late && !/^type\b/.test(names)) yield `${file} imports ${from}: ${target} is loaded by import() only`;
    }
    if (pure.includes(folder) && isBuiltin(from) && !(isExcepted(hashes, file) && from === "node:crypto" && names === "{ createHash }")) {
      yield `${file} imports ${from}: ${folder} is pure`;
    }
    if (/^(?:node:)?child_process$/.test(from) && !isExcepted(startsProcesses, file)) yield `${file} starts processes`;
  }
  const [found] = impure.exec(code) ?? [];
  if (pure.includes(folder) && found) yield `${file} uses ${found}: ${folder} is pure`;
  if (/refs\/nerveplane/.test(code) && !isExcepted(namesRefs, file)) yield `${file} spells a ref name`;
  const lines = text.split("\n").length - 1;
  if (lines > longest) yield `${file} has ${lines} lines`;
}

/** An exception is for a file, or with a slash at its end for a folder. */
const isExcepted = (exceptions: Exceptions, file: string): boolean =>
  Object.keys(exceptions).some((name) => (name.endsWith("/") ? file.startsWith(name) : file === name));

const isBuiltin = (from: string): boolean =>
  /^(?:node:|(?:fs|os|path|crypto|child_process|process|url|util|timers|worker_threads)(?:\/|$))/.test(from);

const importsOf = (text: string): Import[] => {
  const code = withoutComments(text);
  // An import in a template is somebody else's: scenarios are full of them.
  const early = [
    ...code.replace(/`(?:\\.|[^\\`])*`/g, "``").matchAll(/^\s*(?:import|export)\b(?:([^"';]*?)\bfrom\s*)?\s*["']([^"']+)["']/gm),
  ];
  const late = [...code.matchAll(/\b(?:import|require)\s*\(\s*["'`]([^"'`]+)["'`]/g)];
  return [
    ...early.map(([, names = "", from = ""]) => ({ from, names: names.trim(), late: false })),
    ...late.map(([, from = ""]) => ({ from, names: "", late: true })),
  ];
};

/** Strings stay, so that a `//` in one is no comment. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|(["'])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|[^\\`])*`/g, (token) =>
    token.startsWith("/") ? token.replace(/[^\n]/g, "") : token,
  );

/** The path below `src/` that a relative import names; undefined for packages. What climbs out of `src/` starts with `..`. */
const resolved = (file: string, from: string): string | undefined => {
  if (!from.startsWith(".")) return;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), from));
};

function* cycles(sources: Sources): Generator<string> {
  const done = new Set<string>();
  const walk = function* (file: string, way: readonly string[]): Generator<string> {
    const at = way.indexOf(file);
    if (at >= 0) yield `${[...way.slice(at), file].join(" -> ")} is a cycle`;
    if (at >= 0 || done.has(file)) return;
    for (const { from, late } of importsOf(sources.get(file) ?? "")) {
      const next = resolved(file, from);
      if (!late && next && sources.has(next)) yield* walk(next, [...way, file]);
    }
    done.add(file);
  };
  for (const file of sources.keys()) yield* walk(file, []);
}
