import { apiCompare } from "api-smart-diff";
import { type Compare, contractIn } from "../tool.ts";
import { valueOf } from "./document.ts";

/** https://github.com/udamir/api-smart-diff: OpenAPI 3, AsyncAPI 2 and JSON Schema; what it does not know it takes for a JSON Schema. */
export const compare: Compare = ({ before, after, entry }) => {
  const [old, current] = [contractIn(before, entry), contractIn(after, entry)];
  const { diffs } = apiCompare(valueOf(old.text), valueOf(current.text), {
    externalSources: { before: valuesOf(old.others), after: valuesOf(current.others) },
  });
  const found = diffs.filter(({ type }) => type === "breaking");
  return { kind: "answered", breaking: found.length > 0, said: found.map(({ action, path }) => `${action} ${path.join("/")}`) };
};

const valuesOf = (texts: ReadonlyMap<string, string>): Record<string, unknown> =>
  Object.fromEntries([...texts].map(([path, text]) => [path, valueOf(text)]));
