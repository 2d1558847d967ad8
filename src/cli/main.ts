import path from "node:path";
import { CommanderError, Command as Program } from "commander";
import { type Nerve, openNerve } from "../app/nerve.ts";
import { NerveError } from "../base/errors.ts";
import { version } from "../base/version.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { Output } from "./output.ts";

/** Exit codes: 0 done, 1 findings, 2 wrong words, 3 the surroundings (repository, git, disk, network). */
const exitCodes = { usage: 2, environment: 3 } as const;

/** Runs one command line; the exit code. The only place where errors are caught. */
export const main = async (argv: readonly string[]): Promise<number> => {
  const out = new Output(process.stdout, process.stderr);
  // A reader that went away (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : exitCodes.environment));
  const run = new Run(out);
  try {
    await (await programFor(argv, run)).parseAsync(argv, { from: "user" });
    return run.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    if (!(error instanceof NerveError)) throw error;
    if (run.json) out.json({ error: { code: error.code, message: error.message, hint: error.hint ?? null } });
    out.note(`git nerve: ${error.message}`);
    if (error.hint) out.note(`  ${error.hint}`);
    return exitCodes[error.code];
  } finally {
    await run.close();
  }
};

/** What one invocation opens and ends with. */
class Run {
  readonly out: Output;
  code = 0;
  json = false;
  #nerve: Promise<Nerve> | undefined;

  constructor(out: Output) {
    this.out = out;
  }

  nerve(cwd: string): Promise<Nerve> {
    this.#nerve ??= openNerve(cwd, (sentence) => this.out.note(sentence));
    return this.#nerve;
  }

  async close(): Promise<void> {
    const nerve = await this.#nerve?.catch(() => undefined);
    await nerve?.close();
  }
}

/** All commands by name; only the one that is called is loaded. */
const programFor = async (argv: readonly string[], run: Run): Promise<Program> => {
  const program = new Program("git nerve")
    .description("Keeps parallel coding agents (and people) from breaking each other.")
    .option("-C <dir>", "run as if started in <dir>", (dir: string, before: string | undefined) => path.resolve(before ?? ".", dir))
    .version(version, "-V, --version")
    .helpCommand("help [command]", "how to use a command")
    .showSuggestionAfterError()
    .exitOverride();
  const words = argv.filter((word, i) => !word.startsWith("-") && argv[i - 1] !== "-C");
  const called = words[0] === "help" ? words[1] : words[0];
  for (const { name, summary, hidden, load } of commands) {
    const child = program
      .command(name, { hidden: hidden ?? false })
      .summary(summary)
      .description(summary);
    if (name === called) describe(child, (await load()).default, run, program);
  }
  if (called === undefined && !argv.some((word) => ["-h", "--help", "-V", "--version"].includes(word))) {
    program.action(() => program.help({ error: true }));
  }
  return program;
};

const describe = (program: Program, command: Command, run: Run, root: Program): void => {
  program.description(command.about).exitOverride();
  if (command.args) program.arguments(command.args);
  const options = Object.entries(command.options ?? {});
  for (const [name, { placeholder, about, repeatable }] of options) {
    const flags = `--${dashed(name)}${placeholder && ` ${placeholder}`}`;
    if (repeatable) program.option(flags, about, (value: string, before: string[] | undefined) => [...(before ?? []), value]);
    else program.option(flags, about);
  }
  program.option("--json", "one JSON document on stdout");
  program.addHelpText("after", `\nExamples:\n${command.examples.map(([line, does]) => `  $ ${line}\n      ${does}`).join("\n")}`);
  for (const [name, subcommand] of Object.entries(command.subcommands ?? {})) {
    describe(program.command(name).summary(subcommand.about.split(". ")[0] ?? ""), subcommand, run, root);
  }
  const body = command.run;
  if (!body) return;
  program.action(async () => {
    const raw = program.optsWithGlobals<Record<string, unknown>>();
    run.json = raw["json"] === true;
    const values = Object.fromEntries(options.map(([name, option]) => [name, option.read(raw[name], dashed(name))]));
    const cwd = path.resolve(typeof raw["C"] === "string" ? raw["C"] : ".");
    const call = { out: run.out, cwd, args: program.args, options: { ...values, json: run.json }, nerve: () => run.nerve(cwd) };
    run.code = (await body(call)) ?? 0;
  });
};

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
