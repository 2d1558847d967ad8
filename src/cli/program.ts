import path from "node:path";
import { Command as Program } from "commander";
import { NerveError } from "../base/errors.ts";
import { version } from "../base/version.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import type { Run } from "./run.ts";
import { suggestion } from "./suggest.ts";

/** The command line as commander understands it: all commands by name, but only the one that is called loaded and described. */
export const programFor = async (argv: readonly string[], run: Run): Promise<Program> => {
  const program = new Program("git nerve")
    .description("Keeps parallel coding agents (and people) from breaking each other.")
    .option("-C <dir>", "run as if started in <dir>", (dir: string, before: string | undefined) => path.resolve(before ?? ".", dir))
    .option("--json", jsonHelp)
    .version(version, "-V, --version")
    .helpCommand("help [command...]", "how to use a command")
    .addHelpText("after", "\nHow to use a command, with examples: git nerve help <command>")
    .showSuggestionAfterError()
    // What goes wrong is told in one place, whoever found it.
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const called = calledCommand(argv);
  const known = called === undefined || called === "help" || commands.some(({ name }) => name === called);
  if (!known) throw unknownCommand(called, publicNames);
  for (const { name, summary, hidden, load } of commands) {
    const child = program
      .command(name, { hidden: hidden ?? false })
      .summary(summary)
      .description(summary);
    if (name === called) describe(child, (await load()).default, run);
  }
  return program;
};

const jsonHelp = "one JSON document on stdout";

const publicNames = commands.flatMap(({ name, hidden }) => (hidden ? [] : [name]));

/** The first word that is no option of the program itself, and for `help <command>` the second one. */
const calledCommand = (argv: readonly string[]): string | undefined => {
  const words = argv.filter((word, i) => !word.startsWith("-") && argv[i - 1] !== "-C");
  return words[0] === "help" ? (words[1] ?? "help") : words[0];
};

const describe = (program: Program, command: Command, run: Run): void => {
  program.description(command.about).exitOverride();
  if (command.args) program.arguments(command.args);
  const options = Object.entries(command.options ?? {});
  for (const [name, { placeholder, about, repeatable }] of options) {
    const flags = `--${dashed(name)}${placeholder && ` ${placeholder}`}`;
    if (repeatable) program.option(flags, about, (value: string, before: string[] | undefined) => [...(before ?? []), value]);
    else program.option(flags, about);
  }
  program.option("--json", jsonHelp);
  program.addHelpText("after", `\nExamples:\n${command.examples.map(([line, does]) => `  $ ${line}\n      ${does}`).join("\n")}`);
  const subcommands = Object.entries(command.subcommands ?? {});
  for (const [name, subcommand] of subcommands) {
    describe(program.command(name).summary(subcommand.about.split(". ")[0]?.replace(/\.$/, "") ?? ""), subcommand, run);
  }
  const body = command.run;
  if (!body) return;
  // With subcommands, a word too many is one that was meant to be one of them.
  if (subcommands.length > 0) program.allowExcessArguments();
  program.action(async () => {
    const [stray] = subcommands.length > 0 ? program.args : [];
    if (stray !== undefined)
      throw unknownCommand(
        stray,
        subcommands.map(([name]) => name),
        program.name(),
      );
    const raw = program.optsWithGlobals<Record<string, unknown>>();
    const values = Object.fromEntries(options.map(([name, option]) => [name, option.read(raw[name], dashed(name))]));
    const cwd = path.resolve(typeof raw["C"] === "string" ? raw["C"] : ".");
    const call = {
      out: run.out,
      cwd,
      args: program.args,
      options: { ...values, json: raw["json"] === true },
      nerve: () => run.nerve(cwd),
      untilEnded: () => run.untilEnded(),
    };
    run.code = (await body(call)) ?? 0;
  });
};

const unknownCommand = (word: string, choices: readonly string[], group = ""): NerveError =>
  new NerveError("usage", `unknown command ${[group, word].filter(Boolean).join(" ")}`, {
    hint: suggestion(word, choices) ?? (group ? `One of: ${choices.join(", ")}` : "See: git nerve -h"),
  });

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
