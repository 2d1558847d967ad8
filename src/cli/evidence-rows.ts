import type { Json, JsonObject } from "../base/canonical-json.ts";
import type { Conflict } from "../model/conflict.ts";

/**
 * The evidence of a conflict as labels and sentences: what each side did, what git says of the merge, which trees were compared. `ours` in it
 * is the first agent, `theirs` the second. What no sentence is known for is shown as it is, so that nothing stays hidden.
 */
export const evidenceRows = ({ agents, evidence }: Pick<Conflict, "agents" | "evidence">): (readonly [label: string, text: string])[] => {
  const [ours = "ours", theirs = "theirs"] = agents.map(({ name }) => name);
  const rows = [
    ...sideRows(ours, evidence["ours"]),
    ...sideRows(theirs, evidence["theirs"]),
    ...mergeRows(evidence),
    ...collapsedRows(evidence),
    ...treeRows(evidence["trees"], ours, theirs),
  ];
  for (const [name, value] of Object.entries(evidence)) if (!told.has(name)) rows.push([name, plain(value)]);
  return rows;
};

type Row = readonly [label: string, text: string];

/** Names in evidence that have a sentence here, or say again what the conflict itself says. */
const told = new Set([
  ...["ours", "theirs", "trees", "message", "distance", "also", "mergesCleanly", "reason", "appendOnly", "generated", "binary"],
  ...["count", "fileCount", "first", "packages", "path", "files", "type", "gitType", "stages"],
]);

const sideRows = (name: string, side: Json | undefined): Row[] => {
  if (!isObject(side)) return [];
  const { path, status, blob, hunks, hunkCount, files, fileCount } = side;
  if (Array.isArray(files)) return [[name, `changes ${listed(files, Number(fileCount))}`]];
  const lines = Array.isArray(hunks) ? hunks.filter(isObject).map(hunkText) : [];
  const more = Number(hunkCount) > lines.length ? ` and ${Number(hunkCount) - lines.length} more` : "";
  const where = lines.length > 0 ? `: ${lines.join(", ")}${more}` : "";
  return [[name, `${status} ${path}${where}${typeof blob === "string" ? `, now blob ${short(blob)}` : ""}`]];
};

/** `line 5`, `lines 5-9`, `2 lines after 9`: in the numbering of the base, which both sides share. */
const hunkText = ({ start, count, added }: JsonObject): string => {
  const [first, removed, inserted] = [Number(start), Number(count), Number(added)];
  if (removed === 0) return `${inserted === 1 ? "a line" : `${inserted} lines`} after ${first}`;
  const at = removed === 1 ? `line ${first}` : `lines ${first}-${first + removed - 1}`;
  return inserted === 0 ? `${at} removed` : at;
};

const mergeRows = ({ message, mergesCleanly, reason, distance, appendOnly, generated, binary, also }: JsonObject): Row[] => {
  const rows: Row[] = [];
  if (typeof message === "string" && message) rows.push(["merge", `git says ${message}`]);
  if (mergesCleanly === true) rows.push(["merge", "git merges it cleanly"]);
  if (mergesCleanly === false) rows.push(["merge", "git cannot merge it"]);
  if (mergesCleanly === null) rows.push(["merge", `not tried${typeof reason === "string" ? `: ${reason}` : ""}`]);
  if (distance === 0) rows.push(["distance", "none: the changes meet"]);
  else if (typeof distance === "number")
    rows.push(["distance", `${distance} untouched ${distance === 1 ? "line" : "lines"} between the changes`]);
  const remarks = [
    appendOnly === true && "both only add at the end",
    generated === true && "the file is generated",
    binary === true && "the file is binary",
  ].filter((remark) => typeof remark === "string");
  if (remarks.length > 0) rows.push(["remark", remarks.join(", ")]);
  if (Array.isArray(also) && also.length > 0) rows.push(["also", also.map(plain).join(", ")]);
  return rows;
};

const collapsedRows = ({ count, fileCount, first, packages }: JsonObject): Row[] => {
  const rows: Row[] = [];
  if (Array.isArray(packages)) rows.push(["packages", packages.map((name) => (name === "" ? "the root package" : plain(name))).join(", ")]);
  if (typeof count === "number") rows.push(["places", `${count} places in ${fileCount} files`]);
  if (Array.isArray(first))
    for (const each of first.filter(isObject).slice(0, 5)) rows.push(["", `${each["severity"]}  ${each["summary"]}`]);
  return rows;
};

const treeRows = (trees: Json | undefined, ours: string, theirs: string): Row[] => {
  if (!isObject(trees)) return [];
  const named = { base: trees["base"], [ours]: trees["ours"], [theirs]: trees["theirs"], merged: trees["merged"] };
  const known = Object.entries(named).filter(([, oid]) => typeof oid === "string");
  return [["compared", known.map(([name, oid]) => `${name} ${short(String(oid))}`).join(", ")]];
};

const listed = (files: readonly Json[], total: number): string => {
  const shown = files.slice(0, 5).map(plain);
  const more = (Number.isNaN(total) ? files.length : total) - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
};

const isObject = (value: Json | undefined): value is JsonObject => value !== null && typeof value === "object" && !Array.isArray(value);
const plain = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
const short = (oid: string): string => oid.slice(0, 10);
