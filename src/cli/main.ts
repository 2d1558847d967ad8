import { failureOf } from "./failure.ts";
import { Output } from "./output.ts";
import { programFor } from "./program.ts";
import { Run } from "./run.ts";

/** Exit codes: 0 done, 1 findings, 2 wrong words, 3 the surroundings (repository, git, disk, network), or a fault of ours. */
const exitCodes = { usage: 2, environment: 3 } as const;

/** Runs one command line; the exit code. The only place where errors are caught. */
export const main = async (argv: readonly string[]): Promise<number> => {
  const out = new Output(process.stdout, process.stderr);
  const run = new Run(out);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that went away (`| head`) is no error: what runs comes to its end, in silence.
    if (error.code === "EPIPE") return run.end("SIGPIPE");
    out.note(`git nerve: the answer could not be written: ${error.message}`);
    process.exit(exitCodes.environment);
  });
  // Whoever closed stderr does not want to hear.
  process.stderr.on("error", () => {});
  try {
    const program = await programFor(argv, run);
    await program.parseAsync(helpLast(argv), { from: "user" });
    return run.code;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === "help") return 0;
    if (asksForJson(argv)) out.json({ error: { code: failure.code, message: failure.message, hint: failure.hint ?? null } });
    out.note(`git nerve: ${failure.message}`);
    if (failure.hint) out.note(`  ${failure.hint}`);
    if (failure.stack) process.stderr.write(`${failure.stack}\n`);
    return exitCodes[failure.code];
  } finally {
    await run.close();
  }
};

/** `help conflicts show` means `conflicts show --help`. */
const helpLast = (argv: readonly string[]): readonly string[] =>
  argv[0] === "help" && argv.length > 1 ? [...argv.slice(1), "--help"] : argv;

/** Also when the command line is so wrong that no option of it was understood. */
const asksForJson = (argv: readonly string[]): boolean =>
  argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined).includes("--json");
