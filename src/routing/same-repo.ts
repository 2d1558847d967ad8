import { presentAgents } from "../fold/select.ts";
import { audienceOf } from "./audience-of.ts";
import type { Rule } from "./rule.ts";

/** Everybody in the repository, of what concerns all: unless the event names its recipients, for then it is for them. */
export const sameRepo: Rule = {
  name: "same-repo",

  *recipients(state, event) {
    if (event.to.length > 0 || audienceOf(event) !== "repository") return;
    for (const { id } of presentAgents(state)) yield { agent: id, reason: "It concerns everybody who works in this repository." };
  },
};
