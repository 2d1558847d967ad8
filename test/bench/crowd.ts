import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { logRef, readRefs } from "../../src/git/refs.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { findWriter, requireWriter } from "../../src/identity/writer.ts";
import { Chain, emptyChain } from "../../src/log/chain.ts";
import type { Bench } from "./result.ts";
import { median, timed } from "./rounds.ts";
import { sampleRepository } from "./sample-repository.ts";

const processes = 16;
const eventsEach = 25;

/** Sixteen processes append to one log as fast as they can, while somebody reads it again and again. */
export const crowd: Bench = {
  name: "crowd",

  async run(sandbox) {
    const { dir } = await sampleRepository(sandbox);
    const repository = await openRepository(dir);
    requireWriter(repository.nerveDir);
    const children = Array.from({ length: processes }, () =>
      spawn(
        process.execPath,
        ["--import", import.meta.resolve("tsx"), path.join(import.meta.dirname, "append-many.ts"), dir, String(eventsEach)],
        {
          stdio: ["pipe", "pipe", "inherit"],
        },
      ),
    );
    sandbox.onEnd(() => children.map((child) => child.kill()));
    await Promise.all(children.map((child) => once(child.stdout, "data")));

    const reads: number[] = [];
    let failed = 0;
    let over = false;
    const reading = (async () => {
      while (!over) {
        const took = await timed(async () => {
          if ((await readSummaries(repository)).fault) failed++;
        });
        reads.push(took);
      }
    })();
    let died = 0;
    const took = await timed(async () => {
      for (const code of await Promise.all(children.map(appendAll))) if (code !== 0) died++;
    });
    over = true;
    await reading;

    const { summaries } = await readSummaries(repository);
    const expected = processes * eventsEach;
    const distinct = new Set(summaries).size;
    const alone: number[] = [];
    for (let round = 0; round < 9; round++) alone.push(await timed(() => readSummaries(repository)));
    return [
      {
        what: `${processes} processes append ${eventsEach} events each at once: missing or twice`,
        unit: "events",
        measured: expected - distinct + (summaries.length - distinct),
        budget: 0,
        note: `${expected} events in ${Math.round(took)} ms; ${died} processes gave up`,
      },
      {
        what: "readers meanwhile that did not get a good log",
        unit: "reads",
        measured: failed,
        budget: 0,
        note: `${reads.length} reads of the whole log, the slowest ${Math.round(Math.max(...reads))} ms; alone, of the log as it was in the end, ${Math.round(median(alone))} ms`,
      },
    ];
  },
};

/** Lets a process begin; its exit code once it is done. */
const appendAll = async (child: ChildProcess): Promise<number | null> => {
  child.stdin?.end("go\n");
  const [code] = await once(child, "close");
  return code;
};

const readSummaries = async (repository: Repository): Promise<{ summaries: string[]; fault: boolean }> => {
  const writer = findWriter(repository.nerveDir)?.id ?? "";
  const tip = (await readRefs(repository, logRef(writer))).get(logRef(writer));
  if (tip === undefined) return { summaries: [], fault: false };
  const chain = new Chain(repository, emptyChain(writer), tip);
  const summaries: string[] = [];
  for await (const { events } of chain) summaries.push(...events.map(({ summary }) => summary));
  return { summaries, fault: chain.fault !== null };
};
