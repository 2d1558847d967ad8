import type { ContractDiff } from "../change.ts";
import type { ContractRule } from "../rule.ts";
import { appliedDirectiveAdded } from "./rules/directives/applied-directive-added.ts";
import { appliedDirectiveChanged } from "./rules/directives/applied-directive-changed.ts";
import { appliedDirectiveRemoved } from "./rules/directives/applied-directive-removed.ts";
import { argumentBecameRequired } from "./rules/fields/argument-became-required.ts";
import { argumentDefaultChanged } from "./rules/fields/argument-default-changed.ts";
import { argumentRemoved } from "./rules/fields/argument-removed.ts";
import { argumentTypeChanged } from "./rules/fields/argument-type-changed.ts";
import { deprecated } from "./rules/deprecation/deprecated.ts";
import { deprecationReasonChanged } from "./rules/deprecation/deprecation-reason-changed.ts";
import { directiveAdded } from "./rules/directives/directive-added.ts";
import { directiveArgumentBecameRequired } from "./rules/directives/directive-argument-became-required.ts";
import { directiveArgumentDefaultChanged } from "./rules/directives/directive-argument-default-changed.ts";
import { directiveArgumentRemoved } from "./rules/directives/directive-argument-removed.ts";
import { directiveArgumentTypeChanged } from "./rules/directives/directive-argument-type-changed.ts";
import { directiveLocationAdded } from "./rules/directives/directive-location-added.ts";
import { directiveLocationRemoved } from "./rules/directives/directive-location-removed.ts";
import { directiveNotRepeatable } from "./rules/directives/directive-not-repeatable.ts";
import { directiveRemoved } from "./rules/directives/directive-removed.ts";
import { directiveRepeatable } from "./rules/directives/directive-repeatable.ts";
import { entityKeyAdded } from "./rules/federation/entity-key-added.ts";
import { entityKeyRemoved } from "./rules/federation/entity-key-removed.ts";
import { enumValueAdded } from "./rules/types/enum-value-added.ts";
import { enumValueRemoved } from "./rules/types/enum-value-removed.ts";
import { fieldAdded } from "./rules/fields/field-added.ts";
import { fieldRemoved } from "./rules/fields/field-removed.ts";
import { fieldTypeChanged } from "./rules/fields/field-type-changed.ts";
import { inputFieldBecameRequired } from "./rules/inputs/input-field-became-required.ts";
import { inputFieldDefaultChanged } from "./rules/inputs/input-field-default-changed.ts";
import { inputFieldRemoved } from "./rules/inputs/input-field-removed.ts";
import { inputFieldTypeChanged } from "./rules/inputs/input-field-type-changed.ts";
import { interfaceAdded } from "./rules/types/interface-added.ts";
import { interfaceRemoved } from "./rules/types/interface-removed.ts";
import { noLongerDeprecated } from "./rules/deprecation/no-longer-deprecated.ts";
import { oneOfAdded } from "./rules/inputs/one-of-added.ts";
import { oneOfRemoved } from "./rules/inputs/one-of-removed.ts";
import { optionalArgumentAdded } from "./rules/fields/optional-argument-added.ts";
import { optionalDirectiveArgumentAdded } from "./rules/directives/optional-directive-argument-added.ts";
import { optionalInputFieldAdded } from "./rules/inputs/optional-input-field-added.ts";
import { possibleTypeAdded } from "./rules/types/possible-type-added.ts";
import { requiredArgumentAdded } from "./rules/fields/required-argument-added.ts";
import { requiredDirectiveArgumentAdded } from "./rules/directives/required-directive-argument-added.ts";
import { requiredInputFieldAdded } from "./rules/inputs/required-input-field-added.ts";
import { rootTypeAdded } from "./rules/types/root-type-added.ts";
import { rootTypeChanged } from "./rules/types/root-type-changed.ts";
import { rootTypeRemoved } from "./rules/types/root-type-removed.ts";
import { specifiedByChanged } from "./rules/types/specified-by-changed.ts";
import { typeAdded } from "./rules/types/type-added.ts";
import { typeKindChanged } from "./rules/types/type-kind-changed.ts";
import { typeRemoved } from "./rules/types/type-removed.ts";
import { unionMemberAdded } from "./rules/types/union-member-added.ts";
import { unionMemberRemoved } from "./rules/types/union-member-removed.ts";
import { compareTexts } from "./compare-texts.ts";
import type { SdlTexts } from "./sdl/parse-sdl.ts";
import type { Sdl } from "./sdl/sdl.ts";

export type { SdlTexts } from "./sdl/parse-sdl.ts";

/** All there are, by what they are about. A new one is its own file and one line here, and a fixture folder. */
export const graphqlRules: readonly ContractRule<Sdl>[] = [
  typeRemoved,
  typeKindChanged,
  typeAdded,
  possibleTypeAdded,
  rootTypeRemoved,
  rootTypeChanged,
  rootTypeAdded,
  fieldRemoved,
  fieldTypeChanged,
  fieldAdded,
  argumentRemoved,
  requiredArgumentAdded,
  argumentBecameRequired,
  argumentTypeChanged,
  argumentDefaultChanged,
  optionalArgumentAdded,
  inputFieldRemoved,
  requiredInputFieldAdded,
  inputFieldBecameRequired,
  inputFieldTypeChanged,
  inputFieldDefaultChanged,
  optionalInputFieldAdded,
  oneOfAdded,
  oneOfRemoved,
  enumValueRemoved,
  enumValueAdded,
  unionMemberRemoved,
  unionMemberAdded,
  interfaceRemoved,
  interfaceAdded,
  specifiedByChanged,
  directiveRemoved,
  directiveArgumentRemoved,
  requiredDirectiveArgumentAdded,
  directiveArgumentBecameRequired,
  directiveArgumentTypeChanged,
  directiveArgumentDefaultChanged,
  optionalDirectiveArgumentAdded,
  directiveLocationRemoved,
  directiveNotRepeatable,
  directiveLocationAdded,
  directiveRepeatable,
  directiveAdded,
  appliedDirectiveAdded,
  appliedDirectiveRemoved,
  appliedDirectiveChanged,
  entityKeyRemoved,
  entityKeyAdded,
  deprecated,
  deprecationReasonChanged,
  noLongerDeprecated,
];

export interface GraphqlOptions {
  /** Those to compare by; all by default. */
  readonly rules?: readonly ContractRule<Sdl>[];
}

/**
 * Compares two versions of a schema, each given as SDL in one text or in several, which count as one. Places are schema coordinates
 * (`Type.field(argument:)`). Neither order nor layout nor descriptions count.
 */
export const diffGraphql = (before: SdlTexts, after: SdlTexts, { rules = graphqlRules }: GraphqlOptions = {}): ContractDiff =>
  compareTexts(before, after, rules);
