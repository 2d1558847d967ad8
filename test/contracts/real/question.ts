/** What the process of a tool is asked: which tool, and where the two versions stand. */
export interface Question {
  readonly tool: string;
  readonly before: string;
  readonly after: string;
}

/** What it came to. `milliseconds`: from two texts to the verdict, in a process that has done nothing before. */
export type Outcome =
  | {
      readonly kind: "answered";
      readonly breaking: boolean;
      readonly said: readonly string[];
      readonly milliseconds: number;
      readonly mebibytes: number;
    }
  | { readonly kind: "refused" | "failed"; readonly reason: string }
  | { readonly kind: "timed out" };
