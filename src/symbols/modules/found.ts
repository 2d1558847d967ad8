import type { Definition, DefinitionKind, FileFacts } from "../../model/code.ts";
import { definitionsNamed, importsBinding } from "../facts-index.ts";
import type { Found, ModuleSystem } from "./module-system.ts";

/** Of what several ways lead to, the surest; when none leads anywhere, that the name is missing from `path`. */
export const firstSure = (found: readonly Found[], path: string): Found => {
  for (const kind of inOrder) {
    const one = found.find((candidate) => candidate.kind === kind);
    if (one) return one;
  }
  return { kind: "missing", path };
};

const inOrder: readonly Found["kind"][] = ["definition", "module", "unknown", "external", "unbound", "hidden", "missing"];

/** Of a file that does not parse somewhere, what is not found may stand there. */
export const marred = (path: string, { syntaxError }: FileFacts): Found => ({
  kind: "unknown",
  reason: `${path} has a syntax error on line ${syntaxError}`,
  marred: path,
});

/** The definition of that very name. Of several (a type beside a value, a field beside the method that reads it) the first that is a value, methods first. */
export const topDefinition = (facts: FileFacts, name: string): Definition | undefined => {
  const named = definitionsNamed(facts, name);
  return named.find(({ kind }) => kind === "method") ?? named.find(({ kind }) => kind !== "interface" && kind !== "type") ?? named[0];
};

/** Whether the name of a definition can say what type something has. */
export const isType = ({ kind }: Definition): boolean => !["function", "method", "variable", "field", "module"].includes(kind);

/** What a name means inside a definition whose members need no prefix there, such as a namespace or a class. */
export const enclosedDefinition = (
  facts: FileFacts,
  name: string,
  within: string | null,
  scopes: readonly DefinitionKind[],
): Definition | undefined => {
  const parts = within?.split(".") ?? [];
  for (let length = parts.length; length > 0; length--) {
    const scope = parts.slice(0, length).join(".");
    const opens = definitionsNamed(facts, scope).some(({ kind }) => scopes.includes(kind));
    const definition = opens ? topDefinition(facts, `${scope}.${name}`) : undefined;
    if (definition) return definition;
  }
};

/** What a name means that a file imports by that name; unbound when it does not. */
export const boundByImport = async (system: ModuleSystem, from: string, facts: FileFacts, name: string): Promise<Found> => {
  const ways = importsBinding(facts, name).map(({ statement, imported }) => system.resolveImport(from, statement, imported));
  return ways.length === 0 ? { kind: "unbound" } : firstSure(await Promise.all(ways), from);
};

/** The lines of a definition. */
export const linesOf = (text: string, { line, endLine }: Definition): string =>
  text
    .split("\n")
    .slice(line - 1, endLine)
    .join("\n");
