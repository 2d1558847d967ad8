import {
  type ContractAnswer,
  type ContractChange,
  compatibilityDirections,
  contractFormats,
  levels,
  protobufLevels,
  readContractDiff,
} from "../../app/contracts/contract-diff.ts";
import { type Command, defineCommand } from "../command.ts";
import { choice, flag, texts } from "../options.ts";
import { type Output, paint } from "../output.ts";
import { plural } from "../show.ts";

const diff = defineCommand({
  about:
    "Compares two versions of a contract: OpenAPI 2 and 3, GraphQL, AsyncAPI 2 and 3, protobuf, JSON Schema or Avro, told apart by their content. Each is a file, a folder (of protobuf or GraphQL), or <rev>:<path>; no repository is needed for files. Exits 1 when something breaks consumers, and when something could not be assessed.",
  args: "<old> <new>",
  options: {
    format: choice("format", contractFormats, "what both are written in, where the content does not tell"),
    failOn: choice("level", ["breaking", "dangerous"], "what is bad enough to exit 1; breaking unless told"),
    level: choice("level", protobufLevels, "protobuf: what has to stay compatible; wire_json unless told"),
    protoPath: texts("folder", "protobuf: where imports are looked for, instead of upwards from the importing file"),
    direction: choice(
      "direction",
      compatibilityDirections,
      "JSON Schema, Avro: read = the new schema accepts what the old one did (unless told), write = the other way round",
    ),
    tolerant: flag("JSON Schema: a new property is none that somebody may have sent already, even where objects are open"),
  },
  examples: [
    ["git nerve contract diff main:openapi.yaml openapi.yaml", "what this worktree changes of a contract"],
    ["git nerve contract diff v1.graphql v2.graphql --fail-on dangerous", "two files, strictly"],
    ["git nerve contract diff origin/main:proto proto --level file", "all of a folder, down to what generated code looks like"],
    ["git nerve contract diff HEAD:event.avsc :event.avsc --direction both --json", "what is staged, as JSON"],
  ],

  async run({ out, cwd, args, options }) {
    const [old = "", current = ""] = args;
    const { format, level, direction, tolerant, protoPath: protoPaths } = options;
    out.progress("reading");
    const answer = await readContractDiff({
      ...{ cwd, old, new: current, protoPaths, tolerant },
      onCompare: (characters) => out.progress("comparing", { atOnce: characters > aSecond }),
      ...(format !== undefined && { format }),
      ...(level !== undefined && { level }),
      ...(direction !== undefined && { direction }),
    });
    if (options.json) out.json(answer);
    else show(out, answer);
    const isBad = (change: ContractChange) =>
      change.level === "breaking" || (change.level === "dangerous" && options.failOn === "dangerous");
    return answer.notAssessed.length > 0 || answer.changes.some(isBad) ? 1 : 0;
  },
});

/** Characters that take about a second. */
const aSecond = 3_000_000;

const show = (out: Output, { format, breaking, changes, notAssessed, notes }: ContractAnswer): void => {
  const ofLevel = (level: ContractChange["level"]) => changes.filter((change) => change.level === level);
  const counts = levels.map((level) => `${ofLevel(level).length} ${level}`).join(", ");
  const clear = notAssessed.length === 0 ? paint("green", "no changes") : "no changes in what could be read";
  if (breaking !== null) out.line(`${format}: ${changes.length === 0 ? clear : counts}`);
  for (const level of levels) {
    const found = ofLevel(level);
    if (found.length === 0) continue;
    out.line();
    out.line(paint(styles[level], level));
    showChanges(out, found.slice(0, mostListed));
    if (found.length > mostListed) out.line(`  and ${plural(found.length - mostListed, "more change")}: --json has them all`);
  }
  for (const { path, reason } of notAssessed) out.line(paint("yellow", `not assessed: ${path}: ${reason}`));
  for (const note of notes) out.note(note);
};

/** Where it is stands once, below all that is said of one place. */
const showChanges = (out: Output, changes: readonly ContractChange[]): void => {
  for (const [i, change] of changes.entries()) {
    out.line(`  ${change.message}`);
    const next = changes[i + 1];
    if (next === undefined || placeOf(next) !== placeOf(change)) out.line(paint("dim", `      ${placeOf(change)}`));
  }
};

const placeOf = ({ rule, direction, at }: ContractChange): string => [rule, direction, at].filter(Boolean).join("  ");

const styles = { breaking: "red", dangerous: "yellow", compatible: "green" } as const;

/** Of each level: more nobody reads. */
const mostListed = 50;

export default {
  about: "Contracts between programs, and what their changes do to those who rely on them.",
  examples: diff.examples,
  subcommands: { diff },
} satisfies Command;
