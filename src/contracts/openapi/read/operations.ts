import { type Atom, childOf } from "../../schema/atom.ts";
import { isObject } from "../../documents/json.ts";
import type { Operation, SecurityScheme } from "./api.ts";
import { bodyOf } from "./body.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { opened, openedMap, type Reading, textIn } from "./node.ts";
import { parameterNodes, parametersOf } from "./parameters.ts";
import { responsesOf } from "./responses.ts";
import { securityOf } from "./security.ts";
import { ownServersOf } from "./servers.ts";

/** The operations of all paths, and what the provider calls in turn. */
export const operationsOf = (
  reading: Reading,
  schemes: ReadonlyMap<string, SecurityScheme>,
): { operations: Map<string, Operation>; events: Map<string, Operation> } => {
  const operations = new Map<string, Operation>();
  const events = new Map<string, Operation>();
  for (const [path, item] of pathItems(reading, reading.root, "paths", "x-ms-paths")) {
    for (const [method, node] of methodsOf(item)) {
      const name = `${method} ${path}`;
      const key = `${method} ${withoutNames(path)}`;
      // Two paths that differ in names only are not allowed. Where they stand, the names tell them apart.
      operations.set(operations.has(key) ? name : key, operationOf(reading, schemes, { name, path, item, node }));
      for (const [callback, expressions] of openedMap(reading, node, "callbacks")) {
        for (const [expression, inner] of pathItems(reading, expressions)) {
          for (const [verb, call] of methodsOf(inner)) {
            const what = `callback ${callback} (${verb} ${expression}) of ${name}`;
            // Its name is nothing that anyone sends. Where two take their address from one place, it tells them apart.
            const under = `callback ${verb} ${expression} of ${key}`;
            events.set(
              events.has(under) ? `${under} ${callback}` : under,
              operationOf(reading, schemes, { name: what, path: "", item: inner, node: call }),
            );
          }
        }
      }
    }
  }
  for (const [name, item] of pathItems(reading, reading.root, "webhooks", "x-webhooks")) {
    for (const [method, node] of methodsOf(item)) {
      const what = `webhook ${name} (${method})`;
      events.set(what, operationOf(reading, schemes, { name: what, path: "", item, node }));
    }
  }
  return { operations, events };
};

const pathItems = function* (reading: Reading, holder: Atom, ...keywords: string[]): Generator<[string, Atom]> {
  const maps = keywords.length === 0 ? [holder] : keywords.flatMap((keyword) => childOf(holder, keyword) ?? []);
  for (const map of maps) {
    for (const path of isObject(map.schema) ? Object.keys(map.schema) : []) {
      const item = path.startsWith("x-") ? undefined : opened(reading, childOf(map, path));
      if (item) yield [path, item];
    }
  }
};

const methodsOf = function* (item: Atom): Generator<[string, Atom]> {
  for (const method of methods) {
    const node = childOf(item, method);
    if (node) yield [method.toUpperCase(), node];
  }
};

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** A path whose parameters are told by their position. What follows a question mark (in `x-ms-paths`) stays. */
export const withoutNames = (path: string): string => path.replace(/\{[^{}]*\}/g, "{}");

interface Place {
  readonly name: string;
  readonly path: string;
  readonly item: Atom;
  readonly node: Atom;
}

const operationOf = (reading: Reading, schemes: ReadonlyMap<string, SecurityScheme>, { name, path, item, node }: Place): Operation => {
  const nodes = parameterNodes(reading, item, node);
  return {
    name,
    at: node.pointer,
    id: textIn(node, "operationId"),
    lifecycle: lifecycleOf(node),
    parameters: parametersOf(
      reading,
      nodes,
      [...path.matchAll(/\{([^{}]*)\}/g)].map(([, inner]) => inner ?? ""),
    ),
    body: bodyOf(reading, node, nodes),
    responses: responsesOf(reading, node),
    servers: reading.version === "2.0" ? undefined : ownServersOf(item, node),
    security: securityOf(reading, schemes, node),
  };
};
