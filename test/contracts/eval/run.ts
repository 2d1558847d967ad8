import type { Question, Section } from "./question.ts";
import { type Limits, respondentFor } from "./respondent.ts";
import type { Answer, Tool, ToolOptions } from "./tool.ts";

/** What one tool said of a section; an answer belongs to the question at its place. */
export interface Row {
  readonly tool: Tool;
  /** Undefined: it is not on this machine, and has no answers. */
  readonly version: string | undefined;
  readonly answers: readonly Answer[];
}

export interface SectionResult {
  readonly section: Section;
  readonly rows: readonly Row[];
}

/** Asks each tool that knows the format about each pair, one after the other: times are of a machine that does nothing else. */
export const runSection = async (
  section: Section,
  tools: readonly Tool[],
  options: ToolOptions,
  limits: Limits,
): Promise<SectionResult> => {
  const rows: Row[] = [];
  for (const tool of tools.filter(({ formats }) => formats.includes(section.format))) {
    const version = tool.readVersion(options);
    rows.push({ tool, version, answers: version === undefined ? [] : await answersOf(tool, section.questions, options, limits) });
  }
  return { section, rows };
};

const answersOf = async (tool: Tool, questions: readonly Question[], options: ToolOptions, limits: Limits): Promise<Answer[]> => {
  const respondent = respondentFor(tool, options, limits);
  try {
    const answers: Answer[] = [];
    for (const question of questions) answers.push(await respondent.ask(question));
    return answers;
  } finally {
    respondent.close();
  }
};
