import path from "node:path";
import { Readable } from "node:stream";
import type { SimpleGitOptions } from "simple-git";
import { NerveError } from "../base/errors.ts";
import { gitEnvironment } from "./exec.ts";
import { findConfig, type Repository } from "./repository.ts";

/** How one conversation with a remote is held. */
export interface TalkOptions {
  /** Nobody is there to answer a question: git and ssh then ask none, and give up sooner. */
  readonly background: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how far git is, in a few words. */
  readonly onProgress?: ((text: string) => void) | undefined;
}

/** What git said, whether it succeeded or not. */
export interface Talk {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Milliseconds without a sign of life after which git is stopped. People may be typing a password. */
const silence = { background: 30_000, foreground: 180_000 } as const;

/**
 * Runs a git command that talks to a remote, through simple-git: it tells progress, and stops git when the signal says so or git falls
 * silent. Pass `--progress` (a sign of life that git otherwise withholds where stderr is no terminal) and something that makes git print at
 * least a word: simple-git waits 50 ms longer for a process that said nothing. Throws (environment) when git was stopped.
 */
export const talk = async (
  repository: Repository,
  args: readonly string[],
  { background, signal, onProgress, env = {} }: TalkOptions & { readonly env?: Readonly<Record<string, string>> },
): Promise<Talk> => {
  // Loaded only here: it costs 22 ms, and most commands talk to nobody.
  const { simpleGit } = await import("simple-git");
  const environment = await networkEnvironment(repository, background, env);
  let said: Talk | undefined;
  const options: Partial<SimpleGitOptions> = {
    baseDir: topOf(repository),
    timeout: { block: background ? silence.background : silence.foreground },
    // Helpers that outlive git may hold its pipes: a second after git's own end there is nothing more to wait for.
    completion: { onClose: true, onExit: 1000 },
    allowEnvironment: Object.keys(environment),
    unsafe,
    progress: ({ method, stage, progress }) => onProgress?.(`${method}: ${stage.replace(/:$/, "")} ${progress}%`),
    errors(_error, { exitCode, stdOut, stdErr }) {
      said = { code: exitCode ?? -1, stdout: textOf(stdOut), stderr: textOf(stdErr) };
      return undefined;
    },
    ...(signal && { abort: signal }),
  };
  try {
    const pipes = new Set<NodeJS.ReadableStream>();
    await simpleGit(options)
      .env(environment)
      .outputHandler((_command, stdout, stderr) => void pipes.add(stdout).add(stderr))
      .raw([...args]);
    // An ssh that survived git would keep this process alive by holding them.
    for (const pipe of pipes) if (pipe instanceof Readable) pipe.destroy();
  } catch (cause) {
    throw new NerveError("environment", `git ${args[0]} could not be run: ${(cause as Error).message}`, { cause });
  }
  if (signal?.aborted) throw new NerveError("environment", `git ${args[0]} was stopped before it was done`);
  if (!said || said.code < 0) throw new NerveError("environment", `git ${args[0]} was stopped: the remote does not answer`);
  return said;
};

const textOf = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString("utf8");

/** Where git stands when the user talks to the remote: relative URLs count from there. */
const topOf = ({ commonDir, workTree }: Repository): string =>
  path.basename(commonDir) === ".git" ? path.dirname(commonDir) : (workTree ?? commonDir);

const networkEnvironment = async (
  repository: Repository,
  background: boolean,
  extra: Readonly<Record<string, string>>,
): Promise<NodeJS.ProcessEnv> => {
  const base = { GIT_DIR: repository.commonDir, ...extra };
  if (!background) return gitEnvironment({ ...base, GIT_TERMINAL_PROMPT: process.env["GIT_TERMINAL_PROMPT"] });
  const quiet = { ...base, GCM_INTERACTIVE: "never", SSH_ASKPASS_REQUIRE: "never" };
  return gitEnvironment((await hasOwnSsh(repository)) ? quiet : { ...quiet, GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=15" });
};

/** A user's own ssh command may be no OpenSSH, or a script with its own idea of options. */
const hasOwnSsh = async (repository: Repository): Promise<boolean> =>
  Boolean(process.env["GIT_SSH_COMMAND"] || process.env["GIT_SSH"] || (await findConfig(repository, "core.sshCommand")));

/**
 * simple-git guards against arguments and variables from strangers by refusing whatever could run a program: GIT_SSH_COMMAND, GIT_ASKPASS,
 * settings in GIT_CONFIG_COUNT, even EDITOR. Our arguments are constants, the names of refs and a remote that git itself listed; the
 * environment is the user's own and says how he reaches that remote, so it has to get through as it does when he types the command.
 */
const unsafe: NonNullable<SimpleGitOptions["unsafe"]> = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true,
  // Otherwise GIT_TEST_DISALLOW_ABBREVIATED_OPTIONS is set, and reaches the hooks of a remote that is a folder here.
  allowAbbreviatedOptions: true,
};
