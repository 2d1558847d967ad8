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

/** A JSON or TOML table; an empty one when it is anything else. */
export const tableOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};

/** A JSON or TOML list; an empty one when it is anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string without white space around it. */
export const plain = (value: unknown): string | undefined => (typeof value === "string" ? value.trim() : undefined);

/** What `parse` makes of the text; undefined when it throws, as parsers do on text with conflict markers in it. */
export const parsed = (parse: (text: string) => unknown, text: string): unknown => {
  try {
    return parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
};
