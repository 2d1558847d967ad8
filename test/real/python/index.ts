import type { Language, Link, Reference, SourceText, Subject } from "../language.ts";
import { type Layout, penFor } from "./pen.ts";
import { startService } from "./service.ts";

/** What `survey.py` answers. */
interface Survey extends Layout {
  readonly files: Readonly<Record<string, SourceText>>;
  readonly subjects: readonly Subject[];
  readonly links: readonly Link[];
  /** By "path#name". */
  readonly references: Readonly<Record<string, readonly Reference[]>>;
  /** By "path#Class.member". */
  readonly memberReferences: Readonly<Record<string, readonly Reference[]>>;
}

/** Python as its own parser sees it, and a reader who follows imports. Throws (environment) without python3. */
export const openPython = async (dir: string): Promise<Language> => {
  const service = await startService(dir);
  const survey = (await service.ask({ ask: "survey" })) as Survey;
  return {
    name: "Python",
    files: new Map(Object.entries(survey.files)),
    subjects: survey.subjects,
    links: survey.links,
    referencesTo: ({ path, name }, member) =>
      (member ? survey.memberReferences[`${path}#${name}.${member.name}`] : survey.references[`${path}#${name}`]) ?? [],
    pen: penFor(survey),
    blindTo: new Set(["parameters swapped"]),
    problemsIn: async (work, paths) => {
      const answer = await service.ask({ ask: "problems", work: Object.fromEntries(work), paths: [...paths] });
      return new Map(Object.entries(answer as Record<string, number>));
    },
    close: () => service.close(),
  };
};
