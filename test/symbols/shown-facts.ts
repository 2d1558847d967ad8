import type { FileFacts, Unread } from "../../src/model/code.ts";

/**
 * Facts as JSON to be read by people: one fact a line, without what is null, false or empty, and without hashes, which say nothing by themselves.
 */
export const shownFacts = (facts: FileFacts | Unread): string => {
  const members = Object.entries(facts).filter(([key, value]) => key !== "tokens" && says(value));
  return `{\n${members.map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`).join(",\n")}\n}\n`;
};

const list = (facts: readonly unknown[]): string => `[\n${facts.map((fact) => `    ${JSON.stringify(fact, shorter)}`).join(",\n")}\n  ]`;

const hashes = new Set(["own", "body", "sketch"]);

const shorter = (key: string, value: unknown): unknown => (hashes.has(key) || (!says(value) && key !== "positional") ? undefined : value);

const says = (value: unknown): boolean => !(value === null || value === false || (Array.isArray(value) && value.length === 0));
