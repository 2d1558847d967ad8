import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { emptyState } from "../../src/fold/empty-state.ts";
import { fold } from "../../src/fold/fold.ts";
import { findPlaneRef, planeNamespace } from "../../src/git/refs.ts";
import { openRepository } from "../../src/git/repository.ts";
import { Chain, emptyChain } from "../../src/log/chain.ts";
import { newRepository } from "../support/repository.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures/logs");

for (const version of fs.readdirSync(fixtures).filter((name) => /^v\d+$/.test(name))) {
  test(`a log that the first release of format ${version} wrote is read as it was meant`, async () => {
    const { dir, git } = newRepository({});
    const repository = await openRepository(dir);
    git("fetch", "-q", path.join(fixtures, version, "log.bundle"), `${planeNamespace}*:${planeNamespace}*`);
    const [ref = "", tip = ""] = git("for-each-ref", "--format=%(refname) %(objectname)", planeNamespace).split(" ");
    const chain = new Chain(repository, emptyChain(findPlaneRef(ref)?.writer ?? ""), tip);
    const state = emptyState();
    const events = [];
    for await (const commit of chain) {
      fold(state, commit.events);
      events.push(...commit.events);
    }
    expect(chain.fault).toBeNull();
    const read = {
      head: chain.head,
      events,
      agents: [...state.agents.values()],
      conflicts: [...state.conflicts.values()].map(({ fingerprint, kind, status, counters }) => ({ fingerprint, kind, status, counters })),
      unreadable: state.unreadable,
    };
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(path.join(fixtures, version, "expected.json"));
  });
}
