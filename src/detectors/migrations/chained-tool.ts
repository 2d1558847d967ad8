/** A tool whose migrations each name the one they follow, so that two followers of one are two ends. */
export interface ChainedTool {
  readonly name: string;
  /** The sequence that a file may belong to, by its path alone. */
  sequenceOf(path: string): string | undefined;
  /** What the text says; undefined when it is no migration, or one that may stand beside others. */
  read(path: string, text: string): Link | undefined;
  /** The command that joins two ends. */
  readonly join: string;
}

export interface Link {
  readonly name: string;
  /** Names of what it follows in its own sequence; none for the first one. More than one joins ends. */
  readonly after: readonly string[];
}
