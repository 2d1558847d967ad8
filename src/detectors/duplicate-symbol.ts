import type { SideCode, SymbolChange } from "../model/code.ts";
import type { PairInput } from "../model/pair.ts";
import type { Detector, Hazard } from "./detector.ts";
import { treesOf } from "./evidence.ts";
import { overlaps } from "./overlap.ts";
import { isTestFile } from "./test-file.ts";
import { shownPath } from "./words.ts";

/**
 * Both worktrees add the same thing: in one file, where the merge has it twice; or an export of one name in two files of a package, an HTTP
 * route, an environment variable, where two people solve one problem or two problems meet under one name.
 */
export const duplicateSymbol: Detector = {
  kind: "duplicate_symbol",

  *detect(pair) {
    yield* inOneFile(pair);
    yield* inOnePackage(pair);
    yield* marks(pair);
  },

  standsAt: ({ files }) => files,
};

function* inOneFile(pair: PairInput): Generator<Hazard> {
  for (const { place, files, ours, theirs } of overlaps(pair)) {
    const others = new Map(added(pair.code.theirs, theirs.path).map((symbol) => [symbol.name, symbol]));
    const owners = new Set<string>();
    for (const mine of added(pair.code.ours, ours.path)) {
      const other = others.get(mine.name);
      if (!other || mine.own === other.own) continue;
      // What is in something that both add comes with it.
      owners.add(mine.name);
      if (owners.has(ownerOf(mine.name))) continue;
      yield {
        place: `${place}#${mine.name}`,
        severity: "high",
        files,
        symbols: [mine.name],
        summary: `Both worktrees add ${shownPath(mine.name)} to ${shownPath(place)}, each its own`,
        evidence: evidenceOf(mine, other, pair),
        suggestedAction: `Agree on one ${shownPath(mine.name)}, or give one of the two another name.`,
      };
    }
  }
}

function* inOnePackage(pair: PairInput): Generator<Hazard> {
  const others = firstOf(offered(pair, "theirs"), ({ name }) => name);
  for (const mine of firstOf(offered(pair, "ours"), ({ name }) => name).values()) {
    const other = others.get(mine.name);
    if (!other || other.path === mine.path || other.kind !== mine.kind) continue;
    if (packageOf(pair, "ours", mine.path) !== packageOf(pair, "theirs", other.path)) continue;
    const files = [mine.path, other.path].sort();
    yield {
      place: `#${mine.name}`,
      severity: "medium",
      files,
      symbols: [mine.name],
      summary: `Both worktrees add an exported ${mine.kind} ${shownPath(mine.name)}, in ${files.map(shownPath).join(" and ")}`,
      evidence: evidenceOf(mine, other, pair),
      suggestedAction: `If both are for the same thing, keep one ${shownPath(mine.name)} and let the other side import it; if not, give one another name.`,
    };
  }
}

function* marks(pair: PairInput): Generator<Hazard> {
  const others = marksOf(pair.code.theirs);
  for (const [place, mine] of marksOf(pair.code.ours)) {
    const other = others.get(place);
    if (!other || pair.code.known.has(mine.key)) continue;
    const what = mine.kind === "route" ? "the HTTP route" : "the environment variable";
    const files = [...new Set([mine.path, other.path])].sort();
    yield {
      place: `#${place}`,
      severity: "medium",
      files,
      symbols: [],
      summary: `Both worktrees add ${what} ${shownPath(mine.key)}, in ${files.map(shownPath).join(" and ")}`,
      evidence: {
        [mine.kind]: mine.key,
        ours: { path: mine.path, line: mine.line },
        theirs: { path: other.path, line: other.line },
        trees: treesOf(pair),
      },
      suggestedAction: `Agree on what ${shownPath(mine.key)} means and on who adds it.`,
    };
  }
}

const marksOf = ({ marks: all }: SideCode): Map<string, SideCode["marks"][number]> =>
  firstOf(
    all.filter(({ path }) => !isTestFile(path)),
    ({ kind, key }) => `${kind} ${key}`,
  );

/** Of several under one key, the one that stands first: so that it is the same one from whichever side it is seen. */
const firstOf = <T extends { readonly path: string; readonly line: number }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, T> => {
  const sorted = [...items].sort((a, b) => (a.path < b.path ? 1 : a.path > b.path ? -1 : b.line - a.line));
  return new Map(sorted.map((item) => [keyOf(item), item]));
};

const added = ({ symbols }: SideCode, path: string): SymbolChange[] =>
  symbols.filter((symbol) => symbol.path === path && symbol.change === "added");

type Side = "ours" | "theirs";

/** Exports that a side adds and whose name says something. */
const offered = (pair: PairInput, side: Side): SymbolChange[] =>
  pair.code[side].symbols.filter(
    ({ path, name, kind, change, exported }) =>
      change === "added" && exported && tells.has(kind) && isTelling(name) && !pair.code.known.has(name) && !isTestFile(path),
  );

const packageOf = (pair: PairInput, side: Side, path: string): string | null => pair[side].changes.get(path)?.package ?? null;

const tells: ReadonlySet<SymbolChange["kind"]> = new Set(["function", "class", "interface", "struct", "trait", "enum", "type"]);

/** A name of two words or more, or of one long one, that no framework or habit asks for: `formatDate`, `Invoice`; not `run`, `Props`, `handler`. */
const isTelling = (name: string): boolean =>
  !name.includes(".") && name.length >= 6 && !habitual.has(name.toLowerCase().replaceAll("_", ""));

const habitual: ReadonlySet<string> = new Set([
  ...[
    "default",
    "options",
    "config",
    "configuration",
    "settings",
    "params",
    "context",
    "result",
    "response",
    "request",
    "handler",
    "handle",
  ],
  ...["service", "client", "server", "router", "routes", "controller", "module", "plugin", "register", "install", "activate", "deactivate"],
  ...["create", "update", "delete", "remove", "upgrade", "downgrade", "migrate", "execute", "process", "render", "resolve", "reducer"],
  ...["metadata", "generatemetadata", "generatestaticparams", "getstaticprops", "getserversideprops", "getstaticpaths", "loader", "action"],
  ...[
    "errorboundary",
    "layout",
    "loading",
    "template",
    "middleware",
    "component",
    "factory",
    "builder",
    "provider",
    "manager",
    "setupmodule",
  ],
  ...["teardown", "command", "commands", "schema", "schemas", "message", "messages", "payload", "filter", "mapper", "parser", "validate"],
]);

const ownerOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(".")));

const evidenceOf = (mine: SymbolChange, other: SymbolChange, pair: PairInput) => ({
  symbol: mine.name,
  symbolKind: [mine.kind, other.kind].sort()[0] ?? mine.kind,
  ours: { path: mine.path, line: mine.line },
  theirs: { path: other.path, line: other.line },
  trees: treesOf(pair),
});
