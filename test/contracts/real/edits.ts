import type { Random } from "../../real/random.ts";
import { asNode, entriesOf, type Node, type Operation, pointerTo, type Site } from "./specification.ts";

/** One thing that a release changes, with what that means to consumers. */
export interface Edit {
  readonly name: string;
  readonly breaks: boolean;
  /** Makes the change in place, and says where; undefined where the operation has nothing to change. */
  apply(operation: Operation, root: Node, random: Random): string | undefined;
}

/** Where edits take different sites, none takes the effect of another. */
export const edits: readonly Edit[] = [
  {
    name: "an operation goes",
    breaks: true,
    apply({ method, path, pointer, node }, root) {
      const item = asNode(asNode(root["paths"])?.[path]);
      // What is to be given up may go.
      if (!item || node["deprecated"] === true) return undefined;
      delete item[method];
      return pointer;
    },
  },
  {
    name: "a property that was always there goes from an answer",
    breaks: true,
    apply: ({ received }, _, random) =>
      withProperty(received, random, (name, { node, pointer }) => {
        if (!requiredIn(node).includes(name)) return undefined;
        node["required"] = requiredIn(node).filter((other) => other !== name);
        delete asNode(node["properties"])?.[name];
        return pointer;
      }),
  },
  {
    name: "a property has to be sent",
    breaks: true,
    apply: ({ sent }, _, random) =>
      withProperty(sent, random, (name, { node, pointer }) => {
        if (requiredIn(node).includes(name)) return undefined;
        node["required"] = [...requiredIn(node), name];
        return pointer;
      }),
  },
  {
    name: "a property is of another type",
    breaks: true,
    apply: ({ received, sent }, _, random) =>
      withProperty([...received, ...sent], random, (_name, { pointer }, property, at) => {
        const { type } = property;
        if (typeof type !== "string" || !["string", "integer", "boolean"].includes(type) || "enum" in property) return undefined;
        for (const keyword of Object.keys(property)) if (keyword !== "description") delete property[keyword];
        property["type"] = type === "boolean" ? "integer" : "boolean";
        return at ?? pointer;
      }),
  },
  {
    name: "a listed value is not taken any more",
    breaks: true,
    apply: ({ sent }, _, random) =>
      withProperty(sent, random, (_name, _site, property, at) => {
        const values = property["enum"];
        if (!Array.isArray(values) || values.length < 2) return undefined;
        property["enum"] = values.slice(1);
        return at;
      }),
  },
  {
    name: "a parameter has to be sent",
    breaks: true,
    apply({ node, pointer }, root) {
      const parameters = Array.isArray(node["parameters"]) ? node["parameters"] : [];
      node["parameters"] = [...parameters, { name: "revision-needed", in: "query", required: true, ...textIn(root) }];
      return pointer;
    },
  },
  {
    name: "a status is not answered any more",
    breaks: true,
    apply({ node, pointer }) {
      const responses = asNode(node["responses"]);
      const successes = Object.keys(responses ?? {}).filter((status) => status.startsWith("2"));
      const [status] = successes;
      if (!responses || status === undefined || successes.length > 1 || "default" in responses) return undefined;
      // What is shared stands elsewhere.
      if ("$ref" in (asNode(responses[status]) ?? {})) return undefined;
      responses["299"] = responses[status];
      delete responses[status];
      return pointerTo(pointer, "responses", status);
    },
  },
  {
    name: "a property may be sent",
    breaks: false,
    apply: ({ sent }, _, random) => added(sent, random),
  },
  {
    name: "a property is in the answer as well",
    breaks: false,
    apply: ({ received }, _, random) => added(received, random),
  },
  {
    name: "a parameter may be sent",
    breaks: false,
    apply({ node, pointer }, root) {
      const parameters = Array.isArray(node["parameters"]) ? node["parameters"] : [];
      node["parameters"] = [...parameters, { name: "revision-optional", in: "query", required: false, ...textIn(root) }];
      return pointer;
    },
  },
  {
    name: "a path comes",
    breaks: false,
    apply({ path, node }, root) {
      const paths = asNode(root["paths"]);
      if (!paths) return undefined;
      const { operationId: _, ...copy } = structuredClone(node);
      paths[`/revision${path}`] = { get: copy };
      return pointerTo("/paths", `/revision${path}`);
    },
  },
  {
    name: "an operation is to be given up",
    breaks: false,
    apply({ node, pointer }) {
      node["deprecated"] = true;
      return pointer;
    },
  },
  {
    name: "a property need not be sent",
    breaks: false,
    apply: ({ sent, received }, _, random) =>
      withProperty(sent, random, (name, site) => {
        const { node, pointer } = site;
        if (!requiredIn(node).includes(name) || received.some((other) => other.node === node)) return undefined;
        node["required"] = requiredIn(node).filter((other) => other !== name);
        return pointer;
      }),
  },
];

/** The schema of a text, as the version of the specification has it for parameters. */
const textIn = (root: Node): Node => ("swagger" in root ? { type: "string" } : { schema: { type: "string" } });

const requiredIn = (schema: Node): string[] => (Array.isArray(schema["required"]) ? schema["required"] : []);

const withProperty = (
  sites: readonly Site[],
  random: Random,
  change: (name: string, site: Site, property: Node, at: string) => string | undefined,
): string | undefined => {
  for (const site of random.shuffled(sites)) {
    for (const [name, property] of random.shuffled(entriesOf(site.node["properties"]))) {
      if ("$ref" in property || property["readOnly"] === true || property["writeOnly"] === true) continue;
      const at = change(name, site, property, pointerTo(site.pointer, "properties", name));
      if (at !== undefined) return at;
    }
  }
  return undefined;
};

const added = (sites: readonly Site[], random: Random): string | undefined => {
  if (sites.length === 0) return undefined;
  const { node, pointer } = random.pick(sites);
  const properties = asNode(node["properties"]);
  if (!properties || node["additionalProperties"] === false) return undefined;
  properties["revision_added"] = { type: "string", description: "New." };
  return pointerTo(pointer, "properties", "revision_added");
};
