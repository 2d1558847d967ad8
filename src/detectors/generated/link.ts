/** A generated file, and something that it is generated from. Both are among the changed paths of the pair. */
export interface Link {
  readonly source: string;
  readonly generated: string;
  /** Null when the header does not name it. */
  readonly generator: string | null;
  /** Runs it again; null when only the header tells of it. */
  readonly command: string | null;
  readonly declared: { readonly by: "header" | "settings" | "go:generate"; readonly path: string };
}
