import { CommanderError } from "commander";
import { type ErrorCode, NerveError } from "../base/errors.ts";

/** What went wrong, as it is told. A fault of ours comes with its stack. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly stack?: string | undefined;
}

/** Reads anything that was thrown. "help" was asked for and is printed already: no failure. */
export const failureOf = (error: unknown): Failure | "help" => {
  if (error instanceof NerveError) return { code: error.code, message: error.message, hint: error.hint };
  if (error instanceof CommanderError) return error.exitCode === 0 ? "help" : wrongWords(error);
  const { code, path, message, stack } = asSystemError(error);
  const complaint = complaints[code ?? ""];
  if (complaint) return { code: "environment", message: path === undefined ? `${complaint} (${message})` : `${path}: ${complaint}` };
  return { code: "environment", message: "this is a bug in git nerve, not in what you did", stack };
};

const asSystemError = (error: unknown): NodeJS.ErrnoException => (error instanceof Error ? error : new Error(String(error)));

/** Commander prints `error: …`, and a suggestion in brackets on the second line. */
const wrongWords = ({ code, message }: CommanderError): Failure => {
  if (code === "commander.help") return { code: "usage", message: "no command was named", hint: "See: git nerve -h" };
  const [said = "", suggestion] = message.replace(/^error: /, "").split("\n");
  return { code: "usage", message: said, hint: suggestion?.replace(/^\((.*)\)$/, "$1") };
};

/** What the system refuses and the user can mend. */
const complaints: Readonly<Record<string, string>> = {
  EACCES: "no permission",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EMFILE: "too many open files",
  ENFILE: "too many open files on this system",
  ELOOP: "links that lead in a circle",
  ENAMETOOLONG: "the name is too long",
  EIO: "the disk cannot be read or written",
};
