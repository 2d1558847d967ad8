import type { ContractFormat } from "../../../src/contracts/format.ts";
import type { Section } from "./question.ts";
import type { Answer } from "./tool.ts";

/** How far we and the labels name the same rules. One rule of one pair counts once; the lists say "<pair> <rule>". */
export interface Naming {
  readonly both: number;
  readonly onlyTheirs: readonly string[];
  readonly onlyOurs: readonly string[];
}

/** Undefined where our rules are not called after those of the labels. */
export const namingOf = ({ format, questions }: Section, answers: readonly Answer[]): Naming | undefined => {
  if (!calledAlike.has(format)) return undefined;
  const onlyTheirs: string[] = [];
  const onlyOurs: string[] = [];
  let both = 0;
  for (const [place, { id, rules }] of questions.entries()) {
    const answer = answers[place];
    const ours = new Set(answer?.kind === "answered" ? answer.rules : []);
    const theirs = new Set(rules.map((rule) => `${format}/${rule.toLowerCase().replaceAll("_", "-")}`));
    both += [...theirs].filter((rule) => ours.has(rule)).length;
    onlyTheirs.push(...[...theirs].filter((rule) => !ours.has(rule)).map((rule) => `${id} ${rule}`));
    onlyOurs.push(...[...ours].filter((rule) => !theirs.has(rule)).map((rule) => `${id} ${rule}`));
  }
  return { both, onlyTheirs, onlyOurs };
};

/** Our rules of protobuf have the names that buf gave them. */
const calledAlike: ReadonlySet<ContractFormat> = new Set(["protobuf"]);
