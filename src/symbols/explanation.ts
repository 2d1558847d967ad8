import type { Change } from "../model/change.ts";
import type { Break, BreakCause, Definition } from "../model/code.ts";
import type { Altered, FileVersions } from "./altered-side.ts";
import { definitionsNamed } from "./facts-index.ts";
import { likeness } from "./likeness.ts";
import type { Found } from "./resolve.ts";
import { isOffered } from "./symbol-changes.ts";
import type { Trouble } from "./trouble.ts";

/** Why a use is broken, and what became of the thing it needs. */
export type Explanation = Omit<Break, "by" | "uses">;

interface Question {
  /** What the use means on its own side. */
  readonly sound: Found;
  readonly why: Trouble;
  /** What the other side did. */
  readonly altered: Altered;
  /** What the using side did: it may have moved the definer itself. */
  readonly own: ReadonlyMap<string, Change>;
}

/** Undefined for what has no place in the repository. */
export const explanationOf = ({ sound, why, altered, own }: Question): Explanation | undefined => {
  const target = targetOf(sound);
  if (!target) return;
  const { definition } = target;
  const origin = own.get(target.path)?.oldPath ?? target.path;
  const about = {
    symbol: definition?.name ?? "",
    kind: definition?.kind ?? ("module" as const),
    definer: { path: origin, line: definition?.line ?? 1 },
  };
  if (why.kind === "misfit") {
    const { path, definition: now } = why.now;
    const became = { path, symbol: now.name, line: now.line, likeness: 1 };
    return { ...about, cause: why.misfit.cause, became, detail: why.misfit.detail };
  }
  const file = altered.find(origin);
  const became = file ? successorOf(definition, origin, file, altered) : null;
  const cause = file ? causeOf(definition, why, origin, file, became) : why.kind === "unbound" ? "import removed" : "not re-exported";
  return { ...about, cause, became, detail: details[cause](became) };
};

const targetOf = (found: Found): { path: string; definition: Definition | null } | undefined => {
  if (found.kind === "definition") return found;
  const [path] = found.kind === "module" ? found.files : [];
  return path === undefined ? undefined : { path, definition: null };
};

const causeOf = (
  definition: Definition | null,
  why: Trouble,
  origin: string,
  { change, after }: FileVersions,
  became: Break["became"],
): BreakCause => {
  const gone = change.newBlob === null;
  const moved = !gone && change.path !== origin;
  const still = definition && after ? definitionsNamed(after, definition.name)[0] : undefined;
  if (!definition || (moved && still)) return moved ? "module moved" : "module deleted";
  if (still && why.kind === "unbound") return "import removed";
  if (still) return isOffered(after, still) && !isNarrower(still, definition) ? "not re-exported" : "made private";
  if (!became) return gone ? "module deleted" : "removed";
  return became.symbol === definition.name ? "moved" : "renamed";
};

/** Fewer may use it than before. */
const isNarrower = (now: Definition, before: Definition): boolean => reach.indexOf(now.visibility) < reach.indexOf(before.visibility);
const reach: readonly Definition["visibility"][] = ["private", "package", "public"];

/** Two bodies under two names are taken for the same thing from here on. */
const alike = 0.6;

/** Where the thing, or what is most like it, is now. What has both its name and a like body comes first, then the likest. */
const successorOf = (definition: Definition | null, origin: string, { change, after }: FileVersions, altered: Altered): Break["became"] => {
  const path = change.newBlob === null ? null : change.path;
  if (!definition) return path === null || path === origin ? null : { path, symbol: "", line: 1, likeness: 1 };
  const [still] = after ? definitionsNamed(after, definition.name) : [];
  if (still && path !== null) return { path, symbol: still.name, line: still.line, likeness: 1 };
  const candidates = altered.successors(definition, path).flatMap((candidate) => {
    const score = scoreOf(definition, candidate.definition);
    const near = candidate.path === path;
    const sameName = candidate.definition.name === definition.name;
    const enough = sameName ? 0.3 : near ? 0.4 : alike;
    return score < enough ? [] : [{ ...candidate, score, rank: score + (sameName ? 1 : 0) + (near ? 0.5 : 0) }];
  });
  const [best] = candidates.sort((a, b) => b.rank - a.rank || (a.path < b.path ? -1 : 1));
  if (!best) return null;
  const { name, line } = best.definition;
  return { path: best.path, symbol: name, line, likeness: Math.round(best.score * 100) / 100 };
};

/** 1 for the very same body, else how alike they are as far as that can be told; 0 for things of another kind or another owner. */
const scoreOf = (old: Definition, now: Definition): number => {
  if (old.kind !== now.kind || ownerOf(old.name) !== ownerOf(now.name)) return 0;
  if (old.body === now.body) return 1;
  if (old.sketch !== "" && now.sketch !== "") return likeness(old.sketch, now.sketch);
  return JSON.stringify([old.signature, old.type]) === JSON.stringify([now.signature, now.type]) ? 0.5 : 0;
};

const ownerOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(".")));

const details: Readonly<Record<BreakCause, (became: Break["became"]) => string>> = {
  removed: () => "it is gone",
  renamed: (became) => `it is called ${became?.symbol} now`,
  moved: (became) => `it is in ${became?.path} now`,
  "made private": () => "other files cannot use it any more",
  "module moved": (became) => `its module is ${became?.path} now`,
  "module deleted": () => "its module is gone",
  "signature changed": () => "it takes other arguments now",
  "became async": () => "it is async now",
  "not re-exported": () => "the module it is asked of does not export it any more",
  "import removed": () => "the file does not import it any more",
};
