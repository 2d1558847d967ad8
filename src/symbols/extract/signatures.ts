import type { Parameter, Signature } from "../../model/code.ts";
import { fieldOf, fieldsOf, has, type Outline, type Piece, textOf } from "./outline.ts";
import type { Values } from "./values.ts";

/** How the things in one text are called. */
export class Signatures {
  readonly #outline: Outline;
  readonly #values: Values;
  readonly #parameters = new Map<Piece, Piece[]>();

  constructor(outline: Outline, values: Values) {
    this.#outline = outline;
    this.#values = values;
    for (const piece of outline.pieces) {
      if (has(piece, "callable")) this.#parameters.set(piece, []);
      if (has(piece, "parameter") && !has(piece, "unpassed")) this.#parameters.get(callableAround(piece))?.push(piece);
    }
  }

  /**
   * Of definitions of one name. When some are captured as `@overload`, only these say how it is called. What any of them allows, the answer allows: it
   * has the parameters of the longest, optional from where a shorter one ends or takes any number, and of no name or type where they differ.
   */
  of(definitions: readonly Piece[]): Signature | null {
    const overloads = definitions.filter((piece) => has(piece, "overload"));
    const [first, ...others] = (overloads.length > 0 ? overloads : definitions).flatMap((piece) => this.#one(piece) ?? []);
    return first ? others.reduce(merged, first) : null;
  }

  #one(definition: Piece): Signature | undefined {
    const callable = has(definition, "callable") ? definition : fieldOf(definition, "called");
    const parameters = callable && this.#parameters.get(callable);
    if (!parameters) return undefined;
    return {
      parameters: parameters.map((parameter) => this.#parameter(parameter)),
      async: fieldOf(callable, "async") !== undefined,
      typeParameters: fieldsOf(callable, "typeParameter").filter((one) => !has(one, "optional")).length,
      returns: this.#values.typeName(fieldOf(callable, "returns")),
    };
  }

  #parameter(piece: Piece): Parameter {
    const [name, type] = [fieldOf(piece, "name"), fieldOf(piece, "type")];
    return {
      name: name && !fieldOf(piece, "positional") ? textOf(this.#outline, name) : null,
      type: type ? textOf(this.#outline, type).replace(/\s+/g, "") : null,
      optional: fieldOf(piece, "optional") !== undefined,
      rest: fieldOf(piece, "rest") !== undefined,
      named: fieldOf(piece, "named") !== undefined,
    };
  }
}

const callableAround = (parameter: Piece): Piece => {
  let at = parameter;
  while (at.parent && (at === parameter || !has(at, "callable"))) at = at.parent;
  return at;
};

const merged = (a: Signature, b: Signature): Signature => {
  const [long, short] = a.parameters.length >= b.parameters.length ? [a, b] : [b, a];
  const rest = short.parameters.filter((one) => one.rest && !long.parameters.some((other) => other.rest && other.named === one.named));
  return {
    parameters: [...long.parameters.map((parameter, at) => both(parameter, short.parameters[at])), ...rest],
    async: a.async && b.async,
    typeParameters: Math.min(a.typeParameters, b.typeParameters),
    returns: a.returns === b.returns ? a.returns : null,
  };
};

const both = (parameter: Parameter, other: Parameter | undefined): Parameter => {
  if (!other || other.rest !== parameter.rest) return { ...parameter, optional: parameter.optional || !parameter.rest };
  return {
    ...parameter,
    name: parameter.name === other.name || parameter.named ? parameter.name : null,
    type: parameter.type === other.type ? parameter.type : null,
    optional: parameter.optional || other.optional || (parameter.named && parameter.name !== other.name),
  };
};
