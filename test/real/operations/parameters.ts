import type { Callable, CallSite, Parameter, Reference, Span, Subject } from "../language.ts";
import { type Patch, Unfit } from "../patch.ts";
import { freshName, requireFile, requireReferences, type Stage } from "../stage.ts";
import type { UseForm } from "../uses/use.ts";
import type { Operation } from "./operation.ts";

const breaks: ReadonlySet<UseForm> = new Set([
  ...(["new file", "existing file", "through a barrel", "namespace import", "aliased import"] as const),
  ...(["new test file", "existing test file", "in the defining file", "in a file that imports it already", "late import"] as const),
]);

/** Whoever only passes it on does not care how it is called. */
const spares: ReadonlySet<UseForm> = new Set(["re-export"]);

/** Every call has to say one thing more. */
export const requireMore: Operation = {
  name: "required parameter added",
  breaks,
  spares,

  apply(subject, stage, patch) {
    const { pen } = stage.language;
    const { list, parameters } = requireCallable(subject);
    const loose = parameters.findIndex(({ optional, rest, named }) => optional || rest || named);
    const place = loose < 0 ? parameters.length : loose;
    insertInto(subject.path, { list, spans: parameters.map(({ whole }) => whole) }, place, pen.requiredParameter("mode"), patch);
    for (const [path, call] of callsOf(subject, stage)) {
      if (call.positional.length < place) throw new Unfit("arguments are passed by name");
      insertInto(
        path,
        { list: call.list, spans: [...call.positional, ...call.named.map(({ whole }) => whole)] },
        place,
        pen.sampleArgument,
        patch,
      );
    }
    return { aspect: {} };
  },
};

/** It needs one thing less, and calls do not say it any more. */
export const requireLess: Operation = {
  name: "parameter removed",
  breaks,
  spares,

  apply(subject, stage, patch) {
    const { list, parameters, body } = requireCallable(subject);
    const at = parameters.findIndex(({ optional, rest, named, name }) => !optional && !rest && !named && name !== null);
    const gone = parameters[at];
    if (!gone || !body) throw new Unfit("it has no parameter that could go");
    cutFrom(subject.path, { list, spans: parameters.map(({ whole }) => whole) }, at, stage, patch);
    patch.insert(subject.path, body.at, stage.language.pen.vanished(gone, body.indent));
    for (const [path, call] of callsOf(subject, stage)) {
      const spans = [...call.positional, ...call.named.map(({ whole }) => whole)];
      const named = call.named.findIndex(({ name }) => name === gone.name);
      if (call.positional.length <= at && named < 0) throw new Unfit("a call says less than it must");
      cutFrom(path, { list: call.list, spans }, call.positional.length > at ? at : call.positional.length + named, stage, patch);
    }
    return { aspect: {} };
  },
};

/** Two things are said the other way round. */
export const swap: Operation = {
  name: "parameters swapped",
  breaks,
  spares,

  apply(subject, stage, patch) {
    const { parameters } = requireCallable(subject);
    const at = parameters.findIndex((one, i) => isPlain(one) && isPlain(parameters[i + 1]) && one.type !== parameters[i + 1]?.type);
    const [first, second] = [parameters[at], parameters[at + 1]];
    if (!first || !second) throw new Unfit("it has no two parameters of different types");
    exchange(subject.path, first.whole, second.whole, stage, patch);
    for (const [path, call] of callsOf(subject, stage)) {
      const [one, other] = [call.positional[at], call.positional[at + 1]];
      if (one && other) exchange(path, one, other, stage, patch);
      else if (call.positional.length > at) throw new Unfit("one of the two is passed by name");
    }
    return { aspect: {} };
  },
};

/** Whoever passes it by name has to say another name. */
export const renameNamed: Operation = {
  name: "parameter renamed, passed by name",
  breaks,
  spares,

  apply(subject, stage, patch) {
    if (!stage.language.pen.takesNames) throw new Unfit("nothing is passed by name");
    const { parameters } = requireCallable(subject);
    const found = parameters.find(({ name, optional, rest }) => name !== null && !optional && !rest);
    if (!found?.name) throw new Unfit("it has no parameter that must be passed");
    const name = renameInside(subject, found.name, found.nameAt, stage, patch);
    for (const [path, call] of callsOf(subject, stage)) {
      const passed = call.named.find((argument) => argument.name === found.name);
      if (passed) patch.replace(path, passed.nameAt, name);
    }
    return { aspect: { named: true } };
  },
};

/** A promise of what it gave is all it gives now; callers wait for it. */
export const becomeAsync: Operation = {
  name: "became async",
  breaks,
  spares,

  apply(subject, stage, patch) {
    const { asyncAt, returns } = requireCallable(subject);
    const { pen } = stage.language;
    const promised = returns && pen.promised(returns.type);
    if (asyncAt === null || !returns || promised === null || promised === undefined)
      throw new Unfit("it does not say that it returns something plain");
    patch.insert(subject.path, asyncAt, "async ");
    patch.replace(subject.path, returns, promised);
    for (const [path, call] of callsOf(subject, stage)) {
      if (!call.mayAwait) throw new Unfit("a caller cannot wait");
      patch.insert(path, call.whole.start, "(await ");
      patch.insert(path, call.whole.end, ")");
    }
    return { aspect: { result: true } };
  },
};

/** Gives a parameter another name, in the head and in the body; the new name. */
export const renameInside = (subject: Subject, name: string, nameAt: Span, stage: Stage, patch: Patch): string => {
  const renewed = freshName(stage, `${name}Given`, subject.path);
  const text = requireFile(stage, subject.path).text.slice(subject.whole.start, subject.whole.end);
  const words = new RegExp(`(?<![\\w$.])${name}(?![\\w$]|\\s*:(?!:)|\\s*=(?!=))`, "g");
  for (const { index } of text.matchAll(words)) {
    const start = subject.whole.start + index;
    patch.replace(subject.path, { start, end: start + name.length }, renewed);
  }
  patch.replace(subject.path, nameAt, renewed);
  return renewed;
};

export const requireCallable = ({ callable }: Subject): Callable => {
  if (!callable) throw new Unfit("it cannot be called");
  return callable;
};

/** Every call of it. Throws (unfit) when it is also used in a way that nobody can put right at a glance. */
export const callsOf = (subject: Subject, stage: Stage): (readonly [string, CallSite])[] => {
  const uses = requireReferences(stage, subject).filter(({ role }) => role !== "import" && role !== "reexport" && role !== "listed");
  return uses.map(({ path, call }: Reference) => {
    if (!call || call.spread) throw new Unfit("it is used in other ways than plain calls");
    return [path, call] as const;
  });
};

interface Listed {
  readonly list: Span;
  readonly spans: readonly Span[];
}

const insertInto = (path: string, { list, spans }: Listed, place: number, text: string, patch: Patch): void => {
  const [next, last] = [spans[place], spans[place - 1]];
  if (next) patch.insert(path, next.start, `${text}, `);
  else patch.insert(path, last ? last.end : list.start, last ? `, ${text}` : text);
};

const cutFrom = (path: string, { spans }: Listed, at: number, stage: Stage, patch: Patch): void => {
  const [gone, next, last] = [spans[at], spans[at + 1], spans[at - 1]];
  if (!gone) throw new Unfit("there is nothing to cut");
  const trailing = /^\s*,/.exec(stage.language.files.get(path)?.text.slice(gone.end) ?? "")?.[0].length ?? 0;
  if (next) patch.replace(path, { start: gone.start, end: next.start }, "");
  else patch.replace(path, { start: last ? last.end : gone.start, end: gone.end + (last ? 0 : trailing) }, "");
};

const isPlain = (parameter: Parameter | undefined): boolean =>
  parameter !== undefined && parameter.name !== null && !parameter.optional && !parameter.rest && !parameter.named;

const exchange = (path: string, one: Span, other: Span, { language }: Stage, patch: Patch): void => {
  const text = language.files.get(path)?.text ?? "";
  patch.replace(path, one, text.slice(other.start, other.end));
  patch.replace(path, other, text.slice(one.start, one.end));
};
