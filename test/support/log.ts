import { ObjectReader, ObjectWriter } from "../../src/git/objects.ts";
import { RefWriter } from "../../src/git/refs.ts";
import { openRepository } from "../../src/git/repository.ts";
import type { LogPort } from "../../src/log/port.ts";
import type { Draft } from "../../src/model/event.ts";

/** The open processes that appending to the log at `dir` needs. Close them when done. */
export const openLog = async (dir: string): Promise<LogPort & { close(): Promise<void> }> => {
  const repository = await openRepository(dir);
  const port = {
    repository,
    objects: new ObjectReader(repository),
    written: new ObjectWriter(repository),
    refs: new RefWriter(repository),
  };
  return { ...port, close: async () => void (await Promise.all([port.objects.close(), port.written.close(), port.refs.close()])) };
};

/** A plain event that somebody might say. */
export const someDraft = (summary = "hello", fields: Partial<Draft> = {}): Draft => ({
  type: "message_sent",
  v: 1,
  agent: null,
  severity: "info",
  summary,
  scope: {},
  artifacts: [],
  requiredAction: null,
  to: [],
  body: {},
  ...fields,
});
