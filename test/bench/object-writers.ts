import fs from "node:fs";
import path from "node:path";
import isomorphicGit from "isomorphic-git";
import { ObjectWriter } from "../../src/git/objects.ts";
import { openRepository } from "../../src/git/repository.ts";
import { newKey } from "../../src/identity/keys.ts";
import { logCommit } from "../../src/log/commit.ts";
import type { Bench } from "./result.ts";
import { inTurns } from "./rounds.ts";
import { sampleDrafts } from "./sample-log.ts";
import { sampleRepository } from "./sample-repository.ts";
import { run } from "./sandbox.ts";

/** Ways to store one commit of a log in a process that lives on: docs/decisions/0001-writing-objects.md. */
export const objectWriters: Bench = {
  name: "object-writers",

  async run(sandbox) {
    const { dir } = await sampleRepository(sandbox);
    const repository = await openRepository(dir);
    const resident = new ObjectWriter(repository);
    sandbox.onEnd(() => resident.close());
    const key = newKey();
    const [draft] = [...sampleDrafts(30)].slice(-1);
    if (!draft) throw new Error("there are no drafts");
    let seq = 0;
    const commit = (): Buffer => {
      const at = new Date(seq++ * 1000).toISOString();
      const said = { writer: key.id, parent: null, tree: repository.emptyTree, seq, lamport: seq, at, name: "bench", drafts: [draft] };
      return logCommit(said, key, repository.objectFormat);
    };
    await resident.write("tree", Buffer.alloc(0));
    const gitdir = path.join(dir, ".git");
    const taken = await inTurns(200, {
      resident: () => resident.write("commit", commit()),
      isomorphic: () => isomorphicGit.writeObject({ fs, gitdir, type: "commit", format: "content", object: commit() }),
      process: () => run(["git", "hash-object", "-t", "commit", "-w", "--stdin"], { cwd: dir, input: commit() }),
    });
    const sign = await inTurns(200, { commit });
    const baseline = { what: "a git hash-object that stays", measured: taken.resident };
    return [
      { what: "store a signed commit: a git hash-object that stays", unit: "ms", measured: taken.resident, note: noteOf(sign.commit) },
      { what: "isomorphic-git writeObject", unit: "ms", measured: taken.isomorphic, baseline },
      { what: "a git hash-object process each", unit: "ms", measured: taken.process, baseline },
    ];
  },
};

const noteOf = (ms: number): string => `making and signing the bytes is ${ms.toFixed(2)} ms of each figure`;
