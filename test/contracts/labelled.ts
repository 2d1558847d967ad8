import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** Two versions of a small contract and whether the second breaks what was right with the first: judged by a person, not by the engine. */
export interface LabelledPair {
  /** "objects: a property becomes required". */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly breaks: boolean;
  /** Where a format has two directions: whether the first version refuses what the second takes. */
  readonly back: boolean | undefined;
  readonly why: string;
}

/**
 * All of `fixtures/contracts-labelled/<format>`. Each file is a list of `{name, before, after, breaks, back, why}`; versions are texts, or the
 * JSON that they hold. `draft` is that of both JSON Schemas.
 */
export const labelledPairs = (format: string): LabelledPair[] => {
  const folder = path.join(root, format);
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((file) =>
      entries.parse(parse(fs.readFileSync(path.join(folder, file), "utf8"))).map(({ name, draft, before, after, breaks, back, why }) => ({
        name: `${path.parse(file).name}: ${name}`,
        before: textOf(before, draft),
        after: textOf(after, draft),
        breaks,
        back,
        why,
      })),
    );
};

const root = path.resolve(import.meta.dirname, "../../fixtures/contracts-labelled");

const version = z.json();
const entries = z.array(
  z.strictObject({
    name: z.string(),
    draft: z.union([z.literal(4), z.literal(6), z.literal(7), z.literal("2019-09"), z.literal("2020-12")]).optional(),
    before: version,
    after: version,
    breaks: z.boolean(),
    back: z.boolean().optional(),
    why: z.string().min(5),
  }),
);

const textOf = (value: z.infer<typeof version>, draft: number | string | undefined): string => {
  if (draft === undefined || typeof value !== "object" || value === null) return isSource(value) ? value : JSON.stringify(value);
  const $schema =
    typeof draft === "number" ? `http://json-schema.org/draft-0${draft}/schema#` : `https://json-schema.org/draft/${draft}/schema`;
  return JSON.stringify({ $schema, ...value });
};

/** A text of GraphQL and not the name of a type in Avro. */
const isSource = (value: unknown): value is string => typeof value === "string" && /\s/.test(value);
