import fs from "node:fs/promises";
import path from "node:path";
import { NerveError } from "../../base/errors.ts";
import { addLocalConfig, removeLocalConfig } from "../../git/hooks.ts";
import type { Repository } from "../../git/repository.ts";
import type { HookStep } from "./steps.ts";

/** Takes the steps in order. Each is whole or not taken at all. Throws (environment) when the disk refuses one; the ones before it stand. */
export const applySteps = async (repository: Repository, steps: readonly HookStep[]): Promise<void> => {
  for (const step of steps) {
    try {
      await apply(repository, step);
    } catch (cause) {
      if (cause instanceof NerveError) throw cause;
      const { message } = cause as Error;
      throw new NerveError("environment", `the hooks are only partly changed: ${message}`, {
        hint: "Once that is mended, run the same command again: it goes on where it stopped.",
        cause,
      });
    }
  }
};

const apply = async (repository: Repository, step: HookStep): Promise<unknown> => {
  switch (step.do) {
    case "make-folder":
      return fs.mkdir(step.path, { recursive: true });
    case "write":
      return writeWhole(step.path, Buffer.from(step.text, "latin1"), step.mode);
    case "add-config":
      return addLocalConfig(repository, step.entry);
    case "remove-config":
      return removeLocalConfig(repository, step.entry);
    case "remove":
      return fs.rm(step.path, { force: true });
    case "remove-folder":
      // What others put into it meanwhile keeps it.
      return fs.rmdir(step.path).catch(() => {});
  }
};

/** git may start the hook at any moment: it finds the old file or the new one, never half of one. */
const writeWhole = async (place: string, bytes: Uint8Array, mode: number): Promise<void> => {
  const draft = `${place}.nerve-${process.pid}`;
  await fs.mkdir(path.dirname(place), { recursive: true });
  try {
    await fs.writeFile(draft, bytes);
    await fs.chmod(draft, mode);
    await fs.rename(draft, place);
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  }
};
