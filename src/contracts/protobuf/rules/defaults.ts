import type { Field } from "../schema/schema.ts";
import { textOfBytes } from "../syntax/string-literal.ts";

/** Do both mean the same by saying nothing? Where one of them has no default, there is nothing to compare. */
export const isSameDefault = (before: Field, after: Field): boolean => {
  const [old, current] = [before.defaultValue, after.defaultValue];
  if (old === null || current === null || (isEmpty(old) && isEmpty(current))) return true;
  if (typeof old === "string" || typeof current === "string") return old === current;
  // A double cannot be what a float was to the last digit.
  const isNarrow = before.type.kind === "float" || after.type.kind === "float";
  return isSameNumber(narrowed(old, isNarrow), narrowed(current, isNarrow));
};

/** As it would be written. */
export const defaultWords = ({ defaultValue, type }: Field): string => {
  if (typeof defaultValue === "string") return JSON.stringify(textOfBytes(defaultValue));
  return type.kind === "bool" ? `${defaultValue === 1n}` : `${defaultValue}`;
};

const isEmpty = (value: bigint | number | string): boolean => value === "" || value === 0n || value === 0;

const narrowed = (value: bigint | number, isNarrow: boolean): bigint | number =>
  isNarrow && typeof value === "number" ? Math.fround(value) : value;

/** Across bigint and number `<` compares what they stand for, exactly. */
const isSameNumber = (old: bigint | number, current: bigint | number): boolean =>
  Object.is(old, NaN) || Object.is(current, NaN) ? Object.is(old, current) : !(old < current) && !(current < old);
