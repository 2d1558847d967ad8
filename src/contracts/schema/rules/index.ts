import type { SchemaRule } from "../goal.ts";
import { alternative } from "./alternative.ts";
import { contains } from "./contains.ts";
import { content } from "./content.ts";
import { defaultChanged } from "./default-changed.ts";
import { dependentRequired } from "./dependent-required.ts";
import { enumerated } from "./enumerated.ts";
import { format } from "./format.ts";
import { itemRefused } from "./item-refused.ts";
import { maxItems, maxLength, maxProperties, minItems, minLength, minProperties } from "./limits.ts";
import { multipleOf } from "./multiple-of.ts";
import { negation } from "./negation.ts";
import { overlap } from "./overlap.ts";
import { pattern } from "./pattern.ts";
import { propertyLimited } from "./property-limited.ts";
import { propertyNames } from "./property-names.ts";
import { propertyRefused } from "./property-refused.ts";
import { maximum, minimum } from "./range.ts";
import { refused } from "./refused.ts";
import { required } from "./required.ts";
import { type } from "./type.ts";
import { uniqueItems } from "./unique-items.ts";
import { unresolved } from "./unresolved.ts";
import { values } from "./values.ts";

/** All of them; what is cheap to ask comes first. */
export const schemaRules: readonly SchemaRule[] = [
  refused,
  type,
  values,
  enumerated,
  required,
  minimum,
  maximum,
  multipleOf,
  minLength,
  maxLength,
  pattern,
  format,
  content,
  minItems,
  maxItems,
  uniqueItems,
  minProperties,
  maxProperties,
  dependentRequired,
  propertyRefused,
  propertyLimited,
  propertyNames,
  itemRefused,
  contains,
  negation,
  alternative,
  overlap,
  unresolved,
  defaultChanged,
];
