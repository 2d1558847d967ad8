import fs from "node:fs";
import path from "node:path";
import * as z from "zod/mini";
import { NerveError } from "../../../src/base/errors.ts";

const versionSchema = z.object({
  file: z.optional(z.string()),
  /** By the path under which the files refer to each other. */
  files: z.optional(z.record(z.string(), z.string())),
  /** Which of the files the contract is. */
  entry: z.optional(z.string()),
});

const pairSchema = z.object({
  id: z.string(),
  format: z.optional(z.string()),
  base: versionSchema,
  head: versionSchema,
  /** Null or absent: nobody knows, or it is a matter of policy. */
  breaking: z.optional(z.nullable(z.boolean())),
  /** By level: FILE, PACKAGE, WIRE_JSON, WIRE. */
  breakingAt: z.optional(z.record(z.string(), z.boolean())),
  /** What the tool found that the pair comes from. `level`: ERR, BREAKING, INCOMPATIBLE, or levels as FILE+PACKAGE. */
  expected: z.optional(
    z.array(z.object({ rule: z.string(), level: z.optional(z.string()), where: z.optional(z.string()), msg: z.optional(z.string()) })),
  ),
  kind: z.optional(z.string()),
});

export type LabelledPair = z.infer<typeof pairSchema>;

/** Pairs of contract versions with the verdict of somebody else, as they stand in `<folder>/pairs.json`. */
export interface Corpus {
  /** The folder's name. */
  readonly name: string;
  readonly folder: string;
  readonly pairs: readonly LabelledPair[];
}

/** All corpora in a folder of folders, by name; the folder may also be one itself. */
export const readCorpora = (root: string): Corpus[] => {
  const folders = [root, ...subfolders(root)].filter((folder) => fs.existsSync(path.join(folder, "pairs.json")));
  if (folders.length === 0) {
    throw new NerveError("environment", `There is no pairs.json in ${root}.`, { hint: "A corpus is a folder with a pairs.json." });
  }
  return folders.map((folder) => ({
    name: path.basename(path.resolve(folder)),
    folder,
    pairs: readPairs(path.join(folder, "pairs.json")),
  }));
};

const subfolders = (root: string): string[] => {
  if (!fs.existsSync(root)) throw new NerveError("environment", `There is no folder ${root}.`);
  const entries = fs.readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => path.join(root, name)).toSorted();
};

const readPairs = (file: string): LabelledPair[] => {
  try {
    return z.object({ pairs: z.array(pairSchema) }).parse(JSON.parse(fs.readFileSync(file, "utf8"))).pairs;
  } catch (cause) {
    throw new NerveError("environment", `${file} is not a list of labelled pairs.`, { cause });
  }
};
