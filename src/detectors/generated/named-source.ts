import { folderOf, nameOf, upwards } from "../../base/paths.ts";
import { pathFrom } from "../paths.ts";

/**
 * The path among `changed` that a generated file means by `written`. That may be a path from the root, from the file's own folder, or from wherever the
 * generator ran: then a path that ends so. A bare name is only believed of a folder that has to do with the file's own.
 */
export const namedSource = (written: string, generated: string, changed: readonly string[]): string | undefined => {
  const exact = [pathFrom("", written), pathFrom(folderOf(generated), written)];
  const found = changed.find((path) => path !== generated && exact.includes(path));
  if (found !== undefined) return found;
  const end = written.replace(/^(?:\.{0,2}\/)+/, "");
  const ending = changed.filter(
    (path) => path !== generated && path.endsWith(`/${end}`) && (end.includes("/") || areRelated(path, generated)),
  );
  return ending.sort((a, b) => sharedFolders(b, generated) - sharedFolders(a, generated) || (a < b ? -1 : 1))[0];
};

/** One lies below the other's folder, their folders have the same name, or the source lies where schemas do. */
const areRelated = (source: string, generated: string): boolean => {
  const [from, to] = [folderOf(source), folderOf(generated)];
  return (
    upwards(folderOf(source)).includes(to) ||
    upwards(folderOf(generated)).includes(from) ||
    nameOf(from) === nameOf(to) ||
    /^(?:protos?|api|apis|schemas?|quer(?:y|ies)|sql|graphql|specs?|openapi|idl|contracts)$/.test(nameOf(from))
  );
};

const sharedFolders = (a: string, b: string): number => {
  const above = upwards(folderOf(b));
  return upwards(folderOf(a)).filter((folder) => above.includes(folder)).length;
};
