import { type Random, randomFrom } from "../../real/random.ts";
import { type Edit, edits } from "./edits.ts";
import { asNode, type Node, type Operation, operationsOf } from "./specification.ts";

/** A new version of a specification, and what it means to consumers. */
export interface Revision {
  readonly name: string;
  readonly root: Node;
  readonly made: readonly Made[];
}

export interface Made {
  readonly edit: Edit;
  /** Where a diff should see it: at this pointer, or below it. */
  readonly at: string;
}

/** The revisions that a seed decides: one that says the same in other words, one that breaks nobody, and one that also breaks some. */
export const revisionsOf = (root: Node, { seed, times }: { readonly seed: number; readonly times: number }): Revision[] => {
  const rewritten = asNode(reworded(root, randomFrom(seed))) ?? root;
  const gentle = edits.filter(({ breaks }) => !breaks);
  return [
    { name: "the same in other words", root: rewritten, made: [] },
    { name: "breaks nobody", ...edited(root, gentle, times, randomFrom(seed)) },
    { name: "breaks some", ...edited(root, edits, times, randomFrom(seed)) },
  ];
};

/** Makes each edit some times, each in an operation of its own, and in schemas that no other edit touches. */
const edited = (original: Node, kinds: readonly Edit[], times: number, random: Random): Pick<Revision, "root" | "made"> => {
  const root = structuredClone(original);
  const made: Made[] = [];
  const touched = new Set<Node>();
  const left = random.shuffled(operationsOf(root));
  for (const edit of kinds) {
    for (let count = 0; count < times;) {
      const at = firstThatTakes(edit, left, touched, root, random);
      if (at === undefined) break;
      made.push({ edit, at });
      count += 1;
    }
  }
  return { root, made };
};

/** Tries operations until one takes the edit; that one is not left for others. */
const firstThatTakes = (edit: Edit, left: Operation[], touched: Set<Node>, root: Node, random: Random): string | undefined => {
  for (const [index, operation] of left.entries()) {
    const isFree = ({ node }: { readonly node: Node }) => !touched.has(node);
    const at = edit.apply({ ...operation, sent: operation.sent.filter(isFree), received: operation.received.filter(isFree) }, root, random);
    if (at === undefined) continue;
    left.splice(index, 1);
    for (const { node } of [...operation.sent, ...operation.received]) touched.add(node);
    return at;
  }
  return undefined;
};

/** Members in another order, as are lists in which order says nothing; other words for people. */
const reworded = (value: unknown, random: Random, name = ""): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item) => reworded(item, random));
    return unordered.has(name) ? random.shuffled(items) : items;
  }
  const node = asNode(value);
  if (!node) return value;
  const members = random.shuffled(Object.entries(node)).map(([key, member]): [string, unknown] => {
    if (data.has(key) || key.startsWith("x-")) return [key, member];
    return [key, key === "description" && typeof member === "string" ? `${member} Reworded.` : reworded(member, random, key)];
  });
  return Object.fromEntries(members);
};

const unordered: ReadonlySet<string> = new Set(["required", "enum", "parameters", "tags"]);

const data: ReadonlySet<string> = new Set(["example", "examples", "default", "const", "servers", "security"]);
