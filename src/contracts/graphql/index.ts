import type { ContractDiff } from "../change.ts";
import type { ContractRule } from "../rule.ts";
import { appliedDirectiveAdded } from "./applied-directive-added.ts";
import { appliedDirectiveChanged } from "./applied-directive-changed.ts";
import { appliedDirectiveRemoved } from "./applied-directive-removed.ts";
import { argumentBecameRequired } from "./argument-became-required.ts";
import { argumentDefaultChanged } from "./argument-default-changed.ts";
import { argumentRemoved } from "./argument-removed.ts";
import { argumentTypeChanged } from "./argument-type-changed.ts";
import { deprecated } from "./deprecated.ts";
import { deprecationReasonChanged } from "./deprecation-reason-changed.ts";
import { directiveAdded } from "./directive-added.ts";
import { directiveArgumentBecameRequired } from "./directive-argument-became-required.ts";
import { directiveArgumentDefaultChanged } from "./directive-argument-default-changed.ts";
import { directiveArgumentRemoved } from "./directive-argument-removed.ts";
import { directiveArgumentTypeChanged } from "./directive-argument-type-changed.ts";
import { directiveLocationAdded } from "./directive-location-added.ts";
import { directiveLocationRemoved } from "./directive-location-removed.ts";
import { directiveNotRepeatable } from "./directive-not-repeatable.ts";
import { directiveRemoved } from "./directive-removed.ts";
import { directiveRepeatable } from "./directive-repeatable.ts";
import { entityKeyAdded } from "./entity-key-added.ts";
import { entityKeyRemoved } from "./entity-key-removed.ts";
import { enumValueAdded } from "./enum-value-added.ts";
import { enumValueRemoved } from "./enum-value-removed.ts";
import { fieldAdded } from "./field-added.ts";
import { fieldRemoved } from "./field-removed.ts";
import { fieldTypeChanged } from "./field-type-changed.ts";
import { inputFieldBecameRequired } from "./input-field-became-required.ts";
import { inputFieldDefaultChanged } from "./input-field-default-changed.ts";
import { inputFieldRemoved } from "./input-field-removed.ts";
import { inputFieldTypeChanged } from "./input-field-type-changed.ts";
import { interfaceAdded } from "./interface-added.ts";
import { interfaceRemoved } from "./interface-removed.ts";
import { noLongerDeprecated } from "./no-longer-deprecated.ts";
import { oneOfAdded } from "./one-of-added.ts";
import { oneOfRemoved } from "./one-of-removed.ts";
import { optionalArgumentAdded } from "./optional-argument-added.ts";
import { optionalDirectiveArgumentAdded } from "./optional-directive-argument-added.ts";
import { optionalInputFieldAdded } from "./optional-input-field-added.ts";
import { possibleTypeAdded } from "./possible-type-added.ts";
import { requiredArgumentAdded } from "./required-argument-added.ts";
import { requiredDirectiveArgumentAdded } from "./required-directive-argument-added.ts";
import { requiredInputFieldAdded } from "./required-input-field-added.ts";
import { rootTypeAdded } from "./root-type-added.ts";
import { rootTypeChanged } from "./root-type-changed.ts";
import { rootTypeRemoved } from "./root-type-removed.ts";
import { specifiedByChanged } from "./specified-by-changed.ts";
import { typeAdded } from "./type-added.ts";
import { typeKindChanged } from "./type-kind-changed.ts";
import { typeRemoved } from "./type-removed.ts";
import { unionMemberAdded } from "./union-member-added.ts";
import { unionMemberRemoved } from "./union-member-removed.ts";
import { compareTexts } from "./compare-texts.ts";
import type { SdlTexts } from "./parse-sdl.ts";
import type { Sdl } from "./sdl.ts";

export type { SdlTexts } from "./parse-sdl.ts";

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
