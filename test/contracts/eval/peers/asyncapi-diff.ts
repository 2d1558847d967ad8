import { diff } from "@asyncapi/diff";
import { type Compare, contractIn } from "../tool.ts";
import { dereferenced, valueOf } from "./document.ts";

/** https://github.com/asyncapi/diff: documents without references. */
export const compare: Compare = ({ before, after, entry }) => {
  const [old, current] = [before, after].map((files) => dereferenced(valueOf(contractIn(files, entry).text)));
  const found = diff(old, current).breaking();
  if (typeof found === "string") throw new Error(found);
  return { kind: "answered", breaking: found.length > 0, said: found.map(({ action, path }) => `${action} ${path}`) };
};
