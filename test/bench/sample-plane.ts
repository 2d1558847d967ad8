import type { Nerve } from "../../src/app/nerve.ts";
import { openNerve } from "../../src/app/nerve.ts";
import { writeSampleLog } from "./sample-log.ts";
import { sampleRepository } from "./sample-repository.ts";
import { run, type Sandbox } from "./sandbox.ts";

/** A plane that one writer has filled, in a repository with one file. It is open until the bench is over. */
export interface SamplePlane {
  readonly dir: string;
  readonly nerve: Nerve;
  /** Of the log. */
  readonly tip: string;
}

export const samplePlane = async (sandbox: Sandbox, size: { events: number; perCommit: number }): Promise<SamplePlane> => {
  const { dir } = await sampleRepository(sandbox, { files: 1 });
  const nerve = await openNerve(dir, () => {});
  sandbox.onEnd(() => nerve.close());
  const tip = await writeSampleLog(nerve.repository, nerve.writer().key, size);
  return { dir, nerve, tip };
};

/** What stock git needs to print the same log. */
export const revList = ({ dir, tip }: Pick<SamplePlane, "dir" | "tip">): Promise<string> =>
  run(["git", "rev-list", "--header", tip], { cwd: dir });
