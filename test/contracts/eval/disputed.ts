import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as z from "zod/mini";

/** Labels that we think are wrong, by the pair's id, each with the reason. They are counted as they stand. */
export const readDisputed = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(z.record(z.string(), z.string()).parse(parse(fs.readFileSync(file, "utf8")) ?? {})));

const file = path.join(import.meta.dirname, "disputed.yaml");

/** Of the labels of a corpus. With more, it is not the labels that are wrong. */
export const mostDisputed = 0.05;
