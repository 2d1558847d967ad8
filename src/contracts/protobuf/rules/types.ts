import type { Enum, Field, FieldType, ProtobufSchema, ScalarKind, TypeReference } from "../schema/schema.ts";
import type { Pair } from "./pairs.ts";

type Kind = FieldType["kind"];

/** Has the type changed, to one that `isSameKind` or, of enums that go by another name, `isSameEnum` does not let pass? */
export const hasOtherType = (
  [before, after]: Pair<Field>,
  isSameKind: (before: Kind, after: Kind) => boolean,
  isSameEnum: (before: string, after: string) => boolean,
): boolean => {
  const [old, current] = [before.type, after.type];
  const isGuessed = isReference(old) && isReference(current) && (old.kind === "unknown" || current.kind === "unknown");
  if (!isGuessed && !isSameKind(old.kind, current.kind)) return true;
  if (!isReference(old) || !isReference(current) || isSameReference(old, current)) return false;
  // Nobody named the message of a map entry: what it holds is compared instead.
  if (before.entry && after.entry) return false;
  return !(current.kind === "enum" && isSameEnum(old.name, current.name));
};

/** What is only partly known is the same if the other may be what it says. */
export const isSameReference = (before: TypeReference, after: TypeReference): boolean =>
  before.name === after.name ||
  (before.kind === "unknown" && after.name.endsWith(`.${before.name}`)) ||
  (after.kind === "unknown" && before.name.endsWith(`.${after.name}`));

/** An enum that moved to another package or message and kept its own name and all its values. */
export const isMovedEnum =
  (before: ProtobufSchema, after: ProtobufSchema) =>
  (oldName: string, currentName: string): boolean => {
    const [old, current] = [before.enums.get(oldName), after.enums.get(currentName)];
    return old !== undefined && current !== undefined && old.name === current.name && hasAllValues(old, current);
  };

const hasAllValues = (old: Enum, current: Enum): boolean =>
  [...old.numbers].every(([name, number]) => current.numbers.get(name) === number);

/** Are two kinds the same, or do they stand in one row? */
export const isInOneRow =
  (rows: readonly (readonly ScalarKind[])[]) =>
  (before: Kind, after: Kind): boolean =>
    before === after || rows.some((row) => row.some((kind) => kind === before) && row.some((kind) => kind === after));

/** "Field acme.User.id changed type from int32 to string." */
export const typeSentence = ([before, after]: Pair<Field>): string =>
  `${after.title} changed type from ${typeWords(before)} to ${typeWords(after)}.`;

const typeWords = ({ type, entry }: Field): string => {
  if (entry) return `map<${typeWords(entry.key)}, ${typeWords(entry.value)}>`;
  if (!isReference(type)) return type.kind;
  return type.kind === "group" ? `${type.name} (delimited)` : type.name;
};

const isReference = (type: FieldType): type is TypeReference => "name" in type;
