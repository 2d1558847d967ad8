/** A specification as a value that revisions change in place. */
export type Node = Record<string, unknown>;

/** A place in a specification. */
export interface Site {
  readonly node: Node;
  /** From the root. */
  readonly pointer: string;
}

export interface Operation extends Site {
  readonly method: string;
  readonly path: string;
  /** The objects with properties that it is sent, and that it answers with, where they stand: behind one reference or none. */
  readonly sent: readonly Site[];
  readonly received: readonly Site[];
}

/** The operations of OpenAPI 2 and 3. */
export const operationsOf = (root: Node): Operation[] =>
  entriesOf(root["paths"]).flatMap(([path, item]) =>
    entriesOf(item).flatMap(([method, node]) => {
      if (!methods.has(method)) return [];
      const pointer = pointerTo("/paths", path, method);
      const bodies = [...inContent(root, pointerTo(pointer, "requestBody"), node["requestBody"]), ...inParameters(root, pointer, node)];
      const answers = entriesOf(node["responses"])
        .filter(([status]) => status.startsWith("2"))
        .flatMap(([status, answer]) => {
          const at = opened(root, { node: answer, pointer: pointerTo(pointer, "responses", status) });
          const own = asNode(at.node["schema"]);
          return [
            ...inContent(root, at.pointer, at.node),
            ...(own ? [opened(root, { node: own, pointer: pointerTo(at.pointer, "schema") })] : []),
          ];
        });
      return [{ method, path, node, pointer, sent: bodies.filter(isPlain), received: answers.filter(isPlain) }];
    }),
  );

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "patch"]);

export const pointerTo = (pointer: string, ...tokens: readonly string[]): string =>
  tokens.reduce((path, token) => `${path}/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`, pointer);

export const asNode = (value: unknown): Node | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : undefined;

/** The members that are objects. */
export const entriesOf = (value: unknown): [string, Node][] =>
  Object.entries(asNode(value) ?? {}).flatMap(([name, member]) => {
    const node = asNode(member);
    return node ? [[name, node]] : [];
  });

const inContent = (root: Node, pointer: string, holder: unknown): Site[] =>
  entriesOf(asNode(holder)?.["content"]).flatMap(([media, { schema }]) => {
    const node = asNode(schema);
    return node && media.includes("json") ? [opened(root, { node, pointer: pointerTo(pointer, "content", media, "schema") })] : [];
  });

/** Bodies of OpenAPI 2. */
const inParameters = (root: Node, pointer: string, { parameters }: Node): Site[] =>
  Object.entries(Array.isArray(parameters) ? parameters : []).flatMap(([index, parameter]) => {
    const schema = asNode(parameter)?.["in"] === "body" ? asNode(asNode(parameter)?.["schema"]) : undefined;
    return schema ? [opened(root, { node: schema, pointer: pointerTo(pointer, "parameters", index, "schema") })] : [];
  });

const opened = (root: Node, site: Site): Site => {
  const reference = site.node["$ref"];
  if (typeof reference !== "string" || !reference.startsWith("#/")) return site;
  const tokens = reference.slice(2).split("/");
  const target = tokens
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<Node | undefined>((node, token) => asNode(node?.[token]), root);
  return target ? { node: target, pointer: reference.slice(1) } : site;
};

/** Where nothing else has a say, so that it is known what an edit does. */
const isPlain = ({ node }: Site): boolean =>
  asNode(node["properties"]) !== undefined && !["allOf", "anyOf", "oneOf", "nullable", "$ref"].some((keyword) => keyword in node);
