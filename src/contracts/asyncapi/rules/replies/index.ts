import type { StructureRule } from "../../rule.ts";
import { replyAdded } from "./reply-added.ts";
import { replyAddressChanged } from "./reply-address-changed.ts";
import { replyRemoved } from "./reply-removed.ts";

/** Answers. */
export const replyRules: readonly StructureRule[] = [replyRemoved, replyAdded, replyAddressChanged];
