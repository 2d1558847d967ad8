import { allPairs } from "./all-pairs.ts";
import { append } from "./append.ts";
import { coldRead } from "./cold-read.ts";
import { contracts } from "./contracts.ts";
import { crowd } from "./crowd.ts";
import { extract } from "./extract.ts";
import { idleWatcher } from "./idle-watcher.ts";
import { largeSave } from "./large-save.ts";
import { objectWriters } from "./object-writers.ts";
import { pairCold } from "./pair-cold.ts";
import type { Bench } from "./result.ts";
import { saveToInbox } from "./save-to-inbox.ts";
import { status } from "./status.ts";
import { warmStart } from "./warm-start.ts";

/** In the order of the budgets; then what decisions rest on. */
export const benches: readonly Bench[] = [
  status,
  append,
  coldRead,
  warmStart,
  largeSave,
  saveToInbox,
  allPairs,
  pairCold,
  extract,
  idleWatcher,
  crowd,
  contracts,
  objectWriters,
];

/** Budgets that nothing can be measured for yet. */
export const notYet: readonly string[] = ["hook before an edit, nothing new"];
