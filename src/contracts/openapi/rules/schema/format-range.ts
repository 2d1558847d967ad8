import type { Shape } from "../../../schema/shape.ts";

export interface NumberRange {
  readonly least: number;
  readonly greatest: number;
}

/** The numbers of a format, both ends included; undefined where it has no ends. */
export const rangeOf = (format: string): NumberRange | undefined => {
  const [, unsigned, size] = /^(u?)int(8|16|32|64)$/.exec(format) ?? [];
  if (size === undefined) return undefined;
  const bits = Number(size);
  return unsigned ? { least: 0, greatest: 2 ** bits - 1 } : { least: -(2 ** (bits - 1)), greatest: 2 ** (bits - 1) - 1 };
};

/** The numbers that a schema lets through by its formats alone. */
export const formatRange = ({ formats }: Shape): NumberRange => {
  const ranges = formats.flatMap(({ value }) => rangeOf(value) ?? []);
  return { least: Math.max(...ranges.map(({ least }) => least)), greatest: Math.min(...ranges.map(({ greatest }) => greatest)) };
};
