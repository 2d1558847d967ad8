import { fitsGlob } from "../glob.ts";
import { pathFrom } from "../paths.ts";

/** Strings of a setting that may be one string or a list of strings, or of objects that have them as keys. */
export const written = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(written);
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
};

/** Whether a path is among the files, folders and globs written in settings of `folder`; those with "!" are left out. */
export const isAmong = (path: string, list: readonly string[], folder: string): boolean =>
  list.some((one) => !one.startsWith("!") && isAt(path, one, folder)) &&
  !list.some((one) => one.startsWith("!") && isAt(path, one.slice(1), folder));

const isAt = (path: string, one: string, folder: string): boolean => {
  if (/^\w+:\/\//.test(one)) return false;
  const place = pathFrom(folder, one);
  if (place === undefined) return false;
  return place === "" || path === place || path.startsWith(`${place}/`) || fitsGlob(path, place);
};
