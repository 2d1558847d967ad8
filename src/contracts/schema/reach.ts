/** What stands at a node of a graph, and where it leads. */
export interface Telling<Node, Found> {
  readonly found: readonly Found[];
  readonly further: readonly Node[];
}

/**
 * All that a node leads to, through however many others. The graph is gone through once, whoever asks: nodes that lead to each other become
 * one part (Tarjan 1972, without recursion), and parts that lead to nothing are forgotten. `told` is asked once for each node.
 */
export const reach = <Node, Found>(told: (node: Node) => Telling<Node, Found>): ((from: Node) => readonly Found[]) => {
  const visits = new Map<Node, Visit<Node, Found>>();

  const explore = (from: Node): Visit<Node, Found> => {
    const path: Visit<Node, Found>[] = [];
    const unassigned: Visit<Node, Found>[] = [];
    const enter = (node: Node): Visit<Node, Found> => {
      const { found, further } = told(node);
      const visit: Visit<Node, Found> = { number: visits.size, low: visits.size, found, further, at: 0, part: undefined };
      visits.set(node, visit);
      path.push(visit);
      unassigned.push(visit);
      return visit;
    };
    const start = enter(from);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      if (visit.at < visit.further.length) {
        const next = visit.further[visit.at++];
        const known = next === undefined ? undefined : visits.get(next);
        if (known === undefined && next !== undefined) enter(next);
        else if (known !== undefined && known.part === undefined) visit.low = Math.min(visit.low, known.number);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) above.low = Math.min(above.low, visit.low);
      if (visit.low === visit.number) assign(unassigned.splice(unassigned.lastIndexOf(visit)));
    }
    return start;
  };

  const assign = (members: readonly Visit<Node, Found>[]): void => {
    const part: Part<Found> = { found: new Set(), further: new Set(), all: undefined };
    for (const member of members) member.part = part;
    for (const { found, further } of members) {
      for (const one of found) part.found.add(one);
      for (const node of further) {
        const other = visits.get(node)?.part;
        if (other && other !== part && (other.found.size > 0 || other.further.size > 0)) part.further.add(other);
      }
    }
  };

  return (from) => {
    const { part } = visits.get(from) ?? explore(from);
    return part === undefined ? [] : (part.all ??= allOf(part));
  };
};

interface Visit<Node, Found> extends Telling<Node, Found> {
  readonly number: number;
  /** The earliest visit that this one is known to lead back to. */
  low: number;
  /** How many of `further` were followed. */
  at: number;
  part: Part<Found> | undefined;
}

interface Part<Found> {
  readonly found: Set<Found>;
  readonly further: Set<Part<Found>>;
  /** Once somebody asked. */
  all: readonly Found[] | undefined;
}

const allOf = <Found>(part: Part<Found>): Found[] => {
  const found = new Set<Found>();
  const seen = new Set([part]);
  for (const one of seen) {
    for (const own of one.found) found.add(own);
    for (const next of one.further) seen.add(next);
  }
  return [...found];
};
