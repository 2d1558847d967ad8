import type { Nerve } from "../app/nerve.ts";
import type { Output } from "./output.ts";

/** One option of a command: how it is written, what it is for, and how its raw value (as commander gives it) is read. */
export interface Option<T> {
  /** `<seconds>` for options that take a value; "" for flags. */
  readonly placeholder: string;
  readonly about: string;
  readonly repeatable: boolean;
  /** Throws a NerveError (usage) on a value that cannot be. */
  read(raw: unknown, name: string): T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

export type Values<O extends Options> = { readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never };

/** What a command is given to do its work. */
export interface Call<O extends Options> {
  readonly out: Output;
  /** Folder the command was called from, or that `-C` names. */
  readonly cwd: string;
  readonly args: readonly string[];
  readonly options: Values<O> & { readonly json: boolean };
  /** The plane of the repository here. Opened with the first call; closed by the caller. */
  nerve(): Promise<Nerve>;
  /**
   * Aborted when the user, the system or the reader of stdout wants an end; the reason is the signal's name. Asking for it is a promise to end
   * soon then: without, a signal simply kills.
   */
  untilEnded(): AbortSignal;
}

export interface CommandSpec<O extends Options> {
  /** A paragraph for `--help`. */
  readonly about: string;
  /** As commander writes them: `<id>`, `[remote]`, `<file...>`. */
  readonly args?: string;
  readonly options?: O;
  /** Command line and what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Exit code; 0 when it returns nothing. */
  run?(call: Call<O>): Promise<number | undefined>;
  readonly subcommands?: Readonly<Record<string, Command>>;
}

/** A command whose option types are its own business. */
export type Command = Omit<CommandSpec<Options>, "run"> & { run?(call: Call<Options>): Promise<number | undefined> };

/** Checks the shape and forgets the option types: from here on all commands are alike. */
export const defineCommand = <O extends Options = Record<never, never>>(spec: CommandSpec<O>): Command => spec as unknown as Command;
