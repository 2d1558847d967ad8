/** Settings of a generator that say what it makes from what. */
export interface GeneratorConfig {
  /** Names under which the settings may lie in a folder, the likeliest one first. */
  readonly files: readonly string[];
  /** What the text in `folder` declares; nothing when it cannot be read. */
  read(text: string, folder: string, file: string): readonly GeneratorRule[];
}

export interface GeneratorRule {
  readonly generator: string;
  /** Runs it again. */
  readonly command: string;
  isSource(path: string): boolean;
  isGenerated(path: string): boolean;
  /** Whether this source bears on this result, where not every one bears on all. */
  readonly concerns?: (source: string, generated: string) => boolean;
}
