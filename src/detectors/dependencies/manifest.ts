import { tableOf } from "../settings-text.ts";

/** A file in which somebody writes down what a package depends on. */
export interface ManifestFormat {
  /** "npm", "PyPI", …: in two of them the same name is not the same thing. */
  readonly ecosystem: string;
  matches(path: string): boolean;
  /** What it asks for, without regard to order and layout; undefined when it cannot be read. */
  read(text: string): readonly Requirement[] | undefined;
}

export interface Requirement {
  /** Where it stands, for example "devDependencies". */
  readonly section: string;
  /** In the form in which equal names are equal. */
  readonly name: string;
  /** The version, range or source that is asked for, in a form in which equal demands are equal. */
  readonly wants: string;
}

/** Requirements of a table `name -> demand`; what is not understood is left out. */
export const requirementsIn = (section: string, table: unknown, wantsOf: (demand: unknown) => string | undefined): Requirement[] =>
  Object.entries(tableOf(table)).flatMap(([name, demand]) => {
    const wants = wantsOf(demand);
    return wants === undefined ? [] : [{ section, name, wants }];
  });
