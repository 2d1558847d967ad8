import type { Json, JsonObject } from "../base/canonical-json.ts";

/** What one side of a conflict did, as a sentence without a subject; evidence of a form that has no sentence is shown as it is. */
export const sideText = (side: JsonObject): string => {
  const { path, line, status, lines, change, did, uses, files, fileCount, dependsOn, manifest, before, wants, sources, manifests } = side;
  if (Array.isArray(uses)) return `uses it at ${listed(uses.filter(isObject).map(useText), uses.length)}`;
  if (typeof did === "string") return didTexts[did] ?? did;
  if (typeof manifest === "string")
    return `${demandText(wants)} in ${manifest}, ${before === null ? "new there" : `from ${plain(before ?? "")}`}`;
  if (Array.isArray(sources)) return sourcesText(sources.map(plain), side["changesGenerated"] === true);
  if (Array.isArray(manifests))
    return manifests.length > 0 ? `changes it with ${listed(manifests.map(plain), manifests.length)}` : "changes it";
  if (Array.isArray(files)) {
    const needs = Array.isArray(dependsOn) && dependsOn.length > 0 ? `, after ${dependsOn.map(plain).join(", ")}` : "";
    return `changes ${listed(files.map(plain), Number(fileCount ?? files.length))}${needs}`;
  }
  if (Array.isArray(lines)) return `${plain(change ?? "changed")} in ${plain(path ?? "")}, lines ${lines.join("-")}${hunksText(side)}`;
  if (typeof status === "string") return `${status} ${plain(path ?? "")}${hunksText(side)}`;
  if (typeof path === "string" && typeof line === "number") return `${path}:${line}`;
  return plain(side);
};

const useText = ({ path, line, form, within }: JsonObject): string =>
  `${path}:${line} (${form}${typeof within === "string" ? ` in ${within}` : ""})`;

const sourcesText = (sources: readonly string[], generated: boolean): string => {
  const what = [
    ...(sources.length > 0 ? [`changes ${listed(sources, sources.length)}`] : []),
    ...(generated ? ["writes the generated file"] : []),
  ];
  return what.join(" and ") || "changes neither";
};

const demandText = (wants: Json | undefined): string =>
  wants === null ? "removes it" : wants === "" ? "takes any version" : `takes ${plain(wants ?? "")}`;

/** `line 5`, `lines 5-9`, `2 lines after 9`: in the numbering of the base, which both sides share. */
const hunksText = ({ hunks, hunkCount, blob }: JsonObject): string => {
  const lines = Array.isArray(hunks) ? hunks.filter(isObject).map(hunkText) : [];
  const more = Number(hunkCount) > lines.length ? ` and ${Number(hunkCount) - lines.length} more` : "";
  const where = lines.length > 0 ? `: ${lines.join(", ")}${more}` : "";
  return `${where}${typeof blob === "string" ? `, now blob ${blob.slice(0, 10)}` : ""}`;
};

const hunkText = ({ start, count, added }: JsonObject): string => {
  const [first, removed, inserted] = [Number(start), Number(count), Number(added)];
  if (removed === 0) return `${inserted === 1 ? "a line" : `${inserted} lines`} after ${first}`;
  const at = removed === 1 ? `line ${first}` : `lines ${first}-${first + removed - 1}`;
  return inserted === 0 ? `${at} removed` : at;
};

const listed = (items: readonly string[], total: number): string => {
  const shown = items.slice(0, 5);
  const more = (Number.isNaN(total) ? items.length : total) - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
};

export const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

export const plain = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

const didTexts: Readonly<Record<string, string>> = {
  removed: "removes it",
  renamed: "renames it",
  moved: "moves it",
  "made private": "makes it private",
  "module moved": "moves its module",
  "module deleted": "deletes its module",
  "signature changed": "changes how it is called",
  "became async": "makes it async",
  "not re-exported": "re-exports it no more",
  "import removed": "imports it no more",
};
