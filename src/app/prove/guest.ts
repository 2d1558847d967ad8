import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { preparePrivateStore, privateStore } from "../../git/private-store.ts";
import type { Repository } from "../../git/repository.ts";
import { CodeStore, factsFolder } from "../code/code-store.ts";

/** A repository to look at without leaving a trace, and the environment in which git then writes its objects. */
export interface Guest {
  readonly repository: Repository;
  readonly env: Readonly<Record<string, string>>;
  /** Reads the code of all comparisons, so that a file that many of them see is taken apart once. */
  readonly code: CodeStore;
}

/**
 * Lets `work` look at a repository as a guest: all that git and we write on the way goes to a temporary folder, which is gone afterwards,
 * however it ends. The repository itself is only read.
 */
export const asGuest = async <T>(repository: Repository, work: (guest: Guest) => Promise<T>): Promise<T> => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "git-nerve-prove-"));
  try {
    const guest = { ...repository, nerveDir: folder };
    await preparePrivateStore(guest);
    const env = privateStore(guest);
    const code = new CodeStore(guest, { env, cache: factsFolder(guest) });
    try {
      return await work({ repository: guest, env, code });
    } finally {
      await code.close();
    }
  } finally {
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};
