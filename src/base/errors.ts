/** `usage`: the words were wrong (exit 2). `environment`: the repository, git, the disk or the network was (exit 3). */
export type ErrorCode = "usage" | "environment";

/** Something the user can act on: `message` says what is wrong in one sentence, `hint` what to do about it. All else that throws is our bug. */
export class NerveError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "NerveError";
    this.code = code;
    this.hint = options.hint;
  }
}
