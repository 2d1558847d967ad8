import path from "node:path";
import { version } from "../base/version.ts";
import { readCache, writeCache } from "./files.ts";
import type { Nerve } from "./nerve.ts";
import type { Milestone } from "./stored-view.ts";

const cacheVersion = `1 ${version}`;

/** The view as it was some time ago, older first. Asked for only when an event comes late, so that all other starts need not read it. */
export const readMilestones = (nerve: Nerve): readonly Milestone[] =>
  readCache<readonly Milestone[]>(milestonesFile(nerve), cacheVersion) ?? [];

export const writeMilestones = (nerve: Nerve, milestones: readonly Milestone[]): void => {
  writeCache(milestonesFile(nerve), cacheVersion, milestones);
};

const milestonesFile = ({ repository }: Nerve): string => path.join(repository.nerveDir, "cache", "milestones");
