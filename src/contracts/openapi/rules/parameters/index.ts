import type { StructureRule } from "../../rule.ts";
import { optionalParameterAdded } from "./optional-parameter-added.ts";
import { parameterBecameOptional } from "./parameter-became-optional.ts";
import { parameterBecameRequired } from "./parameter-became-required.ts";
import { parameterDefaultChanged } from "./parameter-default-changed.ts";
import { parameterEmptyRefused } from "./parameter-empty-refused.ts";
import { parameterMediaTypeChanged } from "./parameter-media-type-changed.ts";
import { parameterMoved } from "./parameter-moved.ts";
import { parameterRemoved } from "./parameter-removed.ts";
import { parameterReservedRefused } from "./parameter-reserved-refused.ts";
import { parameterStyleChanged } from "./parameter-style-changed.ts";
import { requiredParameterAdded } from "./required-parameter-added.ts";

/** What is said outside the body: in the path, the query, headers and cookies. */
export const parameterRules: readonly StructureRule[] = [
  parameterRemoved,
  requiredParameterAdded,
  optionalParameterAdded,
  parameterBecameRequired,
  parameterBecameOptional,
  parameterMoved,
  parameterStyleChanged,
  parameterMediaTypeChanged,
  parameterEmptyRefused,
  parameterReservedRefused,
  parameterDefaultChanged,
];
