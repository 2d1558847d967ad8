import type { Sandbox } from "./sandbox.ts";

/** One line of the report. Without a baseline the budget limits what was measured, with one the ratio. */
export interface Result {
  readonly what: string;
  readonly unit: "ms" | "MiB" | "wake-ups" | "events" | "reads";
  /** A median over rounds, unless `what` says otherwise. */
  readonly measured: number;
  /** Measured in the same run, in turns with the other. */
  readonly baseline?: { readonly what: string; readonly measured: number };
  /** Left out: reported only. */
  readonly budget?: number;
  readonly note?: string;
}

/** One budget of the design, or a question about ways to do something. */
export interface Bench {
  readonly name: string;
  /** Makes its own data in `sandbox`, which is removed afterwards. */
  run(sandbox: Sandbox): Promise<Result[]>;
}

/** Undefined where there is nothing to compare with. */
export const ratioOf = ({ measured, baseline }: Result): number | undefined => baseline && measured / baseline.measured;

/** Undefined where no budget is set. */
export const verdictOf = (result: Result): "ok" | "over" | undefined =>
  result.budget === undefined ? undefined : (ratioOf(result) ?? result.measured) <= result.budget ? "ok" : "over";
