import type { StructureRule } from "../../rule.ts";
import { bodyBecameOptional } from "./body-became-optional.ts";
import { bodyBecameRequired } from "./body-became-required.ts";
import { bodyRemoved } from "./body-removed.ts";
import { formFieldFormChanged } from "./form-field-form-changed.ts";
import { formFieldStyleChanged } from "./form-field-style-changed.ts";
import { optionalBodyAdded } from "./optional-body-added.ts";
import { requestMediaTypeAdded } from "./request-media-type-added.ts";
import { requestMediaTypeRemoved } from "./request-media-type-removed.ts";
import { requestSchemaAdded } from "./request-schema-added.ts";
import { requiredBodyAdded } from "./required-body-added.ts";

/** What is sent, and in which forms. */
export const bodyRules: readonly StructureRule[] = [
  requiredBodyAdded,
  optionalBodyAdded,
  bodyRemoved,
  bodyBecameRequired,
  bodyBecameOptional,
  requestMediaTypeRemoved,
  requestMediaTypeAdded,
  requestSchemaAdded,
  formFieldFormChanged,
  formFieldStyleChanged,
];
