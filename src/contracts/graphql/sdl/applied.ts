import { type ConstDirectiveNode, Kind } from "graphql/language/index.js";
import { valueText } from "./default-value.ts";
import { isCompositionDirective } from "./federation.ts";
import type { Applied, Sdl } from "./sdl.ts";
import { quoted } from "../rules/words.ts";

/** Why something is deprecated, as it stands in quotes; undefined where it is not. */
export const deprecation = (element: { readonly applied: readonly Applied[] }): string | undefined => {
  const applied = element.applied.find(({ name }) => name.value === "deprecated");
  return applied && quoted(stringArgument(applied, "reason") ?? "No longer supported");
};

/** Where the format of a scalar is described; undefined where nobody says. */
export const specification = ({ applied }: { readonly applied: readonly Applied[] }): string | undefined => {
  const specifiedBy = applied.find(({ name }) => name.value === "specifiedBy");
  return specifiedBy && stringArgument(specifiedBy, "url");
};

export const isOneOf = ({ applied }: { readonly applied: readonly Applied[] }): boolean =>
  applied.some(({ name }) => name.value === "oneOf");

/**
 * The directives whose meaning only the server knows, by name, each as all its applications in the order of their text. What the
 * specification defines has rules of its own, where it belongs.
 */
export const customDirectives = (element: { readonly applied: readonly Applied[] }, sdl: Sdl): Map<string, string> => {
  const texts = new Map<string, string[]>();
  for (const node of element.applied) {
    const name = node.name.value;
    if (isRuledElsewhere(name, element) || isCompositionDirective(name)) continue;
    const known = texts.get(name) ?? [];
    known.push(appliedText(node, sdl));
    texts.set(name, known);
  }
  return new Map([...texts].map(([name, all]) => [name, all.sort().join(" ")]));
};

/** `@auth(role: ADMIN)`: an argument that is left out stands with its default. */
const appliedText = ({ name, arguments: nodes }: ConstDirectiveNode, sdl: Sdl): string => {
  const values = new Map((nodes ?? []).map((node) => [node.name.value, node.value]));
  const declared = sdl.directives.get(name.value)?.arguments;
  for (const { name: missing, defaultValue } of declared?.values() ?? []) {
    if (defaultValue && !values.has(missing)) values.set(missing, defaultValue);
  }
  const texts = [...values].map(([argument, value]) => `${argument}: ${valueText(value, declared?.get(argument)?.type, sdl)}`);
  return texts.length === 0 ? `@${name.value}` : `@${name.value}(${texts.sort().join(", ")})`;
};

/** `@oneOf` has a meaning on input objects and fields alone. */
const isRuledElsewhere = (name: string, element: object): boolean =>
  name === "deprecated" || name === "specifiedBy" || (name === "oneOf" && (!("kind" in element) || element.kind === "input"));

const stringArgument = ({ arguments: nodes }: Applied, name: string): string | undefined => {
  const value = nodes?.find((node) => node.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
};
