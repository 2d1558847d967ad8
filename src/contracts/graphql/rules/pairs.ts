import { namedType } from "../sdl/type-reference.ts";
import type { Applied, Sdl, SdlDirective, SdlField, SdlInput, SdlKind, SdlType, SdlValue } from "../sdl/sdl.ts";

/** Something that both versions have, under one schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `@directive(argument:)`. */
export interface Kept<T> {
  readonly at: string;
  readonly old: T;
  readonly current: T;
}

type Named<T> = ReadonlyMap<string, T>;

/** Types of one name that are still of one of these kinds; of all kinds when none is said. */
export function* keptTypes(before: Sdl, after: Sdl, ...kinds: SdlKind[]): Generator<Kept<SdlType>> {
  for (const { at, old, current } of kept(before.types, after.types, (name) => name)) {
    if (old.kind === current.kind && (kinds.length === 0 || kinds.includes(old.kind))) yield { at, old, current };
  }
}

/** The fields of objects and interfaces. */
export function* keptFields(before: Sdl, after: Sdl): Generator<Kept<SdlField>> {
  for (const type of keptTypes(before, after, "object", "interface")) {
    yield* kept(type.old.fields, type.current.fields, (name) => `${type.at}.${name}`);
  }
}

/** The arguments of fields. */
export function* keptArguments(before: Sdl, after: Sdl): Generator<Kept<SdlInput>> {
  for (const field of keptFields(before, after)) {
    yield* kept(field.old.arguments, field.current.arguments, (name) => `${field.at}(${name}:)`);
  }
}

export function* keptInputFields(before: Sdl, after: Sdl): Generator<Kept<SdlInput>> {
  for (const type of keptTypes(before, after, "input")) {
    yield* kept(type.old.inputFields, type.current.inputFields, (name) => `${type.at}.${name}`);
  }
}

export function* keptValues(before: Sdl, after: Sdl): Generator<Kept<SdlValue>> {
  for (const type of keptTypes(before, after, "enum")) {
    yield* kept(type.old.values, type.current.values, (name) => `${type.at}.${name}`);
  }
}

export const keptDirectives = (before: Sdl, after: Sdl): Generator<Kept<SdlDirective>> =>
  kept(before.directives, after.directives, (name) => `@${name}`);

/** The arguments of directives. */
export function* keptDirectiveArguments(before: Sdl, after: Sdl): Generator<Kept<SdlInput>> {
  for (const directive of keptDirectives(before, after)) {
    yield* kept(directive.old.arguments, directive.current.arguments, (name) => `${directive.at}(${name}:)`);
  }
}

/** Everything that a directive can be applied to. */
export function* keptElements(before: Sdl, after: Sdl): Generator<Kept<{ readonly applied: readonly Applied[] }>> {
  yield { at: "schema", old: before, current: after };
  yield* keptTypes(before, after);
  yield* keptFields(before, after);
  yield* keptArguments(before, after);
  yield* keptInputFields(before, after);
  yield* keptValues(before, after);
}

/** What `of` has and `than` lacks. */
export function* lacking<T>(of: Named<T>, than: { has(name: string): boolean }): Generator<T> {
  for (const [name, member] of of) if (!than.has(name)) yield member;
}

/** The names that enter by arguments and input fields, and those that come back from fields. */
export const namesInUse = ({ types, directives }: Sdl): { sent: Set<string>; received: Set<string> } => {
  const [sent, received] = [new Set<string>(), new Set<string>()];
  const send = (inputs: Named<SdlInput>) => {
    for (const { type } of inputs.values()) sent.add(namedType(type));
  };
  for (const { fields, inputFields } of types.values()) {
    send(inputFields);
    for (const field of fields.values()) {
      send(field.arguments);
      received.add(namedType(field.type));
    }
  }
  for (const directive of directives.values()) send(directive.arguments);
  return { sent, received };
};

function* kept<T>(before: Named<T>, after: Named<T>, at: (name: string) => string): Generator<Kept<T>> {
  for (const [name, old] of before) {
    const current = after.get(name);
    if (current !== undefined) yield { at: at(name), old, current };
  }
}
