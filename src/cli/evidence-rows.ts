import type { Json, JsonObject } from "../base/canonical-json.ts";
import type { Conflict } from "../model/conflict.ts";
import { isObject, plain, sideText } from "./side-text.ts";

/**
 * The evidence of a conflict as labels and sentences: what each side did, what git says of the merge, which trees were compared. `ours` in it
 * is the first agent, `theirs` the second. What no sentence is known for is shown as it is, so that nothing stays hidden.
 */
export const evidenceRows = ({ agents, evidence }: Pick<Conflict, "agents" | "evidence">): (readonly [label: string, text: string])[] => {
  const [ours = "ours", theirs = "theirs"] = agents.map(({ name }) => name);
  const rows = [
    ...sideRow(ours, evidence["ours"]),
    ...sideRow(theirs, evidence["theirs"]),
    ...symbolRows(evidence),
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
  ...["symbol", "symbolKind", "cause", "detail", "definer", "became", "useCount", "usedIn", "dependency"],
]);

const sideRow = (name: string, side: Json | undefined): Row[] => (isObject(side) ? [[name, sideText(side)]] : []);

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
    appendOnly === true && "both only add",
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

const symbolRows = ({ symbol, symbolKind, definer, became, detail }: JsonObject): Row[] => {
  if (!isObject(definer)) return [];
  const what = symbol === "" ? "module" : `${plain(symbolKind ?? "")} ${plain(symbol ?? "")}`;
  const now = isObject(became)
    ? `, now ${became["symbol"] === "" ? "" : `${became["symbol"]} in `}${became["path"]}:${became["line"]}`
    : "";
  return [
    ["defined", `${what} in ${definer["path"]}:${definer["line"]}${now}`],
    ["broken", plain(detail ?? "")],
  ];
};

const treeRows = (trees: Json | undefined, ours: string, theirs: string): Row[] => {
  if (!isObject(trees)) return [];
  const named = { base: trees["base"], [ours]: trees["ours"], [theirs]: trees["theirs"], merged: trees["merged"] };
  const known = Object.entries(named).filter(([, oid]) => typeof oid === "string");
  return [["compared", known.map(([name, oid]) => `${name} ${short(String(oid))}`).join(", ")]];
};

const short = (oid: string): string => oid.slice(0, 10);
