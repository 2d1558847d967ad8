import type { StructureRule } from "../../rule.ts";
import { bindingAddressChanged } from "./binding-address-changed.ts";
import { bindingChanged } from "./binding-changed.ts";

/** What protocols say. */
export const bindingRules: readonly StructureRule[] = [bindingAddressChanged, bindingChanged];
