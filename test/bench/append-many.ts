import { once } from "node:events";
import { requireWriter } from "../../src/identity/writer.ts";
import { appendEvents } from "../../src/log/append.ts";
import { openLog, someDraft } from "../support/log.ts";

/** A process of the crowd: `append-many <dir> <count>`. Says that it is ready, waits for a word on stdin, and appends event after event. */
const [dir = "", count = "0"] = process.argv.slice(2);
const log = await openLog(dir);
const { key } = requireWriter(log.repository.nerveDir);
process.stdout.write("ready\n");
await once(process.stdin, "data");
for (let i = 0; i < Number(count); i++) {
  const drafts = [someDraft(`${process.pid} says ${i}`)];
  await appendEvents(log, { writer: key.id, key, name: "bench", drafts, lamport: 0, at: new Date().toISOString() });
}
await log.close();
