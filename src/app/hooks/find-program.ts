import fs from "node:fs/promises";
import path from "node:path";

/**
 * What `nerveplane/hooks/program` would start: the recorded command, else `git-nerve` on the PATH of this process, else nothing (null).
 * `text` is that file, its bytes as latin1.
 */
export const findProgram = async (text: string): Promise<string | null> => {
  const recorded = recordedWords(Buffer.from(text, "latin1").toString("utf8"));
  const places = recorded.filter((word) => path.isAbsolute(word));
  if (places.length > 0 && (await areAllThere(places))) return recorded.join(" ");
  const names = process.platform === "win32" ? ["git-nerve.cmd", "git-nerve.exe", "git-nerve"] : ["git-nerve"];
  for (const folder of (process.env["PATH"] ?? "").split(path.delimiter).filter(path.isAbsolute)) {
    for (const name of names) if (await isExecutable(path.join(folder, name))) return path.join(folder, name);
  }
  return null;
};

/** The words of the line that starts it, as `shellWord` wrote them. */
const recordedWords = (text: string): string[] => {
  const command = /; then exec (.*) "\$@"; fi$/ms.exec(text)?.[1] ?? "";
  return [...command.matchAll(/'((?:[^']|'\\'')*)'(?: |$)/g)].map(([, word = ""]) => word.replaceAll("'\\''", "'"));
};

const areAllThere = async ([first = "", ...rest]: readonly string[]): Promise<boolean> => {
  if (!(await isExecutable(first))) return false;
  const readable = await Promise.all(rest.map((place) => isReadable(place)));
  return readable.every(Boolean);
};

const isExecutable = (place: string): Promise<boolean> => isReadable(place, fs.constants.X_OK);

const isReadable = (place: string, how = fs.constants.R_OK): Promise<boolean> =>
  fs.access(place, how).then(
    () => true,
    () => false,
  );
