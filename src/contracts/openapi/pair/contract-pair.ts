import type { Api, Operation, Parameter, Response } from "../read/api.ts";
import { basePathOf } from "../read/servers.ts";
import { keyed, type Keyed } from "../../apis/keyed.ts";

/** Two versions of a contract, with what belongs together paired. */
export interface ContractPair {
  readonly before: Api;
  readonly after: Api;
  /** The day on which they are compared, as year, month and day, if it is known. */
  readonly today: string | undefined;
  readonly operations: Keyed<Operation, KeptOperation>;
  readonly events: Keyed<Operation, KeptOperation>;
}

export interface KeptOperation {
  /** By its present name. */
  readonly name: string;
  readonly old: Operation;
  readonly current: Operation;
  readonly parameters: Keyed<Parameter, Kept<Parameter>>;
  /** Parameters of one name that are now somewhere else. They are not among the others. */
  readonly moved: readonly Kept<Parameter>[];
  readonly responses: Keyed<NamedResponse, Kept<NamedResponse>>;
}

export interface Kept<T> {
  readonly old: T;
  readonly current: T;
}

/** With its status: "200", "4XX", "default". */
export type NamedResponse = Response & { readonly status: string };

export const contractPair = (before: Api, after: Api, today?: string): ContractPair => ({
  before,
  after,
  today,
  operations: keyed(...sameTerms(before, after), keptOperation),
  events: keyed(before.events, after.events, keptOperation),
});

/** Operations by path. Where the base path became part of all paths or ceased to be, by the whole of it. */
const sameTerms = (before: Api, after: Api): [ReadonlyMap<string, Operation>, ReadonlyMap<string, Operation>] => {
  const [old, current] = [basePath(before), basePath(after)];
  if (old === undefined || current === undefined || old === current) return [before.operations, after.operations];
  const wholeOld = withBase(before.operations, old);
  const wholeCurrent = withBase(after.operations, current);
  const shared = (a: ReadonlyMap<string, Operation>, b: ReadonlyMap<string, Operation>) => [...a.keys()].filter((key) => b.has(key)).length;
  return shared(wholeOld, wholeCurrent) > shared(before.operations, after.operations)
    ? [wholeOld, wholeCurrent]
    : [before.operations, after.operations];
};

/** The one that all servers have. */
const basePath = ({ servers }: Api): string | undefined => {
  const paths = new Set(servers.map(basePathOf));
  return paths.size === 1 ? [...paths][0] : undefined;
};

const withBase = (operations: ReadonlyMap<string, Operation>, base: string): Map<string, Operation> =>
  new Map([...operations].map(([key, operation]) => [key.replace(" ", ` ${base}`), operation]));

const keptOperation = (old: Operation, current: Operation): KeptOperation => {
  const parameters = keyed(parametersByKey(old), parametersByKey(current), (before, after) => ({ old: before, current: after }));
  const moved = parameters.removed.flatMap((gone) => {
    const there = parameters.added.find((one) => one.in !== gone.in && one.name.toLowerCase() === gone.name.toLowerCase());
    return there ? [{ old: gone, current: there }] : [];
  });
  return {
    name: current.name,
    old,
    current,
    parameters: {
      kept: parameters.kept,
      removed: parameters.removed.filter((gone) => !moved.some((one) => one.old === gone)),
      added: parameters.added.filter((one) => !moved.some((other) => other.current === one)),
    },
    moved,
    responses: pairedResponses(old, current),
  };
};

const parametersByKey = ({ parameters }: Operation): Map<string, Parameter> =>
  new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.key}`, parameter]));

/** By status; those whose own status is not said any more, or was not said yet, by the range that it is in. */
const pairedResponses = (old: Operation, current: Operation): Keyed<NamedResponse, Kept<NamedResponse>> => {
  const exact = keyed(named(old), named(current), (before, after) => ({ old: before, current: after }));
  const kept = [...exact.kept];
  const removed = exact.removed.filter((gone) => {
    const range = named(current).get(rangeOf(gone.status)) ?? (isSuccess(gone.status) ? defaultAlone(current) : undefined);
    if (range) kept.push({ old: gone, current: range });
    return range === undefined;
  });
  const added = exact.added.filter((fresh) => {
    // One more way to fail is one that clients have room for, whatever comes with it.
    const range = isSuccess(fresh.status) ? (named(old).get(rangeOf(fresh.status)) ?? defaultAlone(old)) : undefined;
    if (range) kept.push({ old: range, current: fresh });
    return range === undefined;
  });
  return { kept, removed, added };
};

const named = ({ responses }: Operation): Map<string, NamedResponse> =>
  new Map([...responses].map(([status, response]) => [status, { ...response, status }]));

const rangeOf = (status: string): string => (/^\d/.test(status) ? `${status.charAt(0)}XX` : status);

/** Mostly what goes wrong is meant by it, unless nothing else is said. */
const defaultAlone = (operation: Operation): NamedResponse | undefined =>
  [...operation.responses.keys()].some(isSuccess) ? undefined : named(operation).get("default");

/** Whether a caller got what it asked for. */
export const isSuccess = (status: string): boolean => status.startsWith("2");
