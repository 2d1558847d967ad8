import type { StructureRule } from "../../rule.ts";
import { linkRemoved } from "./link-removed.ts";
import { linkTargetChanged } from "./link-target-changed.ts";
import { otherResponseRemoved } from "./other-response-removed.ts";
import { responseAdded } from "./response-added.ts";
import { responseHeaderAdded } from "./response-header-added.ts";
import { responseHeaderBecameOptional } from "./response-header-became-optional.ts";
import { responseHeaderRemoved } from "./response-header-removed.ts";
import { responseHeaderStyleChanged } from "./response-header-style-changed.ts";
import { responseMediaTypeAdded } from "./response-media-type-added.ts";
import { responseMediaTypeRemoved } from "./response-media-type-removed.ts";
import { responseSchemaRemoved } from "./response-schema-removed.ts";
import { successResponseRemoved } from "./success-response-removed.ts";

/** What comes back: statuses, forms, headers and links. */
export const responseRules: readonly StructureRule[] = [
  successResponseRemoved,
  otherResponseRemoved,
  responseAdded,
  responseMediaTypeRemoved,
  responseMediaTypeAdded,
  responseSchemaRemoved,
  responseHeaderRemoved,
  responseHeaderBecameOptional,
  responseHeaderAdded,
  responseHeaderStyleChanged,
  linkRemoved,
  linkTargetChanged,
];
