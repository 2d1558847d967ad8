import { Kind, type TypeNode } from "graphql/language/index.js";

/** As it is written: `[User!]!`. */
export const typeText = (type: TypeNode): string => {
  if (type.kind === Kind.NON_NULL_TYPE) return `${typeText(type.type)}!`;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : type.name.value;
};

/** The type without lists and exclamation marks: `User`. */
export const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/**
 * Whether whoever is ready for `wide` is ready for `narrow`: the same type, perhaps with fewer nulls. What is received may become narrower
 * and what is sent may become wider. A value for a list counts as no list, since a variable does not.
 */
export const isWithin = (narrow: TypeNode, wide: TypeNode): boolean => {
  if (wide.kind === Kind.NON_NULL_TYPE) return narrow.kind === Kind.NON_NULL_TYPE && isWithin(narrow.type, wide.type);
  if (narrow.kind === Kind.NON_NULL_TYPE) return isWithin(narrow.type, wide);
  if (wide.kind === Kind.LIST_TYPE) return narrow.kind === Kind.LIST_TYPE && isWithin(narrow.type, wide.type);
  return narrow.kind === Kind.NAMED_TYPE && narrow.name.value === wide.name.value;
};
