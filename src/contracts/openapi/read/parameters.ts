import { type Atom, childOf, derived, listOf } from "../../schema/atom.ts";
import type { Parameter, ParameterPlace } from "./api.ts";
import { contentOf } from "./content.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { memberOf, opened, type Reading, textIn } from "./node.ts";
import { styleOf } from "./style.ts";

/** The parameter objects of an operation, those of its path included unless it says them anew. Bodies of OpenAPI 2 are among them. */
export const parameterNodes = (reading: Reading, path: Atom, operation: Atom): Atom[] => {
  const nodes = new Map<string, Atom>();
  for (const holder of [path, operation]) {
    for (const item of listOf(holder, "parameters")) {
      const node = opened(reading, item);
      if (node) nodes.set(`${textIn(node, "in")} ${textIn(node, "name")}`, node);
    }
  }
  return [...nodes.values()];
};

/** What an operation is told outside its body. `names` are those in the path's braces, in order. */
export const parametersOf = (reading: Reading, nodes: readonly Atom[], names: readonly string[]): Parameter[] => {
  const called = nodes.filter((node) => textIn(node, "in") === "path").map((node) => textIn(node, "name") ?? "");
  // Where a name is not in the path, it can only mean one that no other means.
  const unmeant = [...names.keys()].filter((position) => !called.includes(names[position] ?? ""));
  const strangers = called.filter((name) => !names.includes(name));
  const pathKey = (name: string): string => {
    const position = names.includes(name) ? names.indexOf(name) : unmeant[strangers.indexOf(name)];
    return position === undefined ? name : `{${position}}`;
  };
  return nodes.flatMap((node) => {
    const place = textIn(node, "in");
    const name = textIn(node, "name");
    if (name === undefined || !isPlace(place)) return [];
    // OpenAPI 3 has other words for these, and ignores them here.
    if (reading.version === "3" && place === "header" && /^(?:accept|content-type|authorization)$/i.test(name)) return [];
    const [media] = contentOf(node).entries();
    return [
      {
        in: place,
        name,
        key: place === "header" ? name.toLowerCase() : place === "path" ? pathKey(name) : name,
        at: node.pointer,
        required: place === "path" || memberOf(node, "required") === true,
        style: styleOf(node, place),
        mediaType: media?.[0],
        allowsEmpty: memberOf(node, "allowEmptyValue") === true,
        allowsReserved: memberOf(node, "allowReserved") === true,
        lifecycle: lifecycleOf(node),
        // A parameter of OpenAPI 2 is its own schema.
        schema: media
          ? media[1].schema
          : inPlace(place, childOf(node, "schema") ?? (textIn(node, "type") === undefined ? undefined : node)),
      },
    ];
  });
};

/** A part of a path that is empty makes another path. */
const inPlace = (place: ParameterPlace, schema: Atom | undefined): Atom | undefined =>
  place === "path" && schema && typeof schema.schema === "object"
    ? derived(schema, "in a path", { allOf: [schema.schema], minLength: 1 }, new Map([["/allOf/0", schema]]))
    : schema;

const isPlace = (place: string | undefined): place is ParameterPlace =>
  place === "path" || place === "query" || place === "header" || place === "cookie";
