import fs from "node:fs";
import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import { gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";
import { ResidentGit } from "./resident.ts";

/** Every ref of the plane. Their names are made and taken apart in this file only. */
export const planeNamespace = "refs/nerveplane/";

/** The epoch all logs start with. */
export const firstEpoch = "000001";

export const logRef = (writer: WriterId, epoch = firstEpoch): string => `${planeNamespace}log/${writer}/${epoch}`;

export const liveRef = (writer: WriterId): string => `${planeNamespace}live/${writer}`;

/** Where what was fetched from `remote` waits until it is verified. */
export const trackingRef = (remote: string, ref: string): string => `${trackingNamespace(remote)}${ref.slice(planeNamespace.length)}`;

export const trackingNamespace = (remote: string): string => `${remotesNamespace}${refComponent(remote)}/`;

export const remotesNamespace = `${planeNamespace}remotes/`;

/** Which ref of the remote a tracking ref stands for, whatever the remote; undefined when `ref` is none or stands for no log or live ref. */
export const findTrackedRef = (ref: string): PlaneRef | undefined => {
  const [, rest] = /^refs\/nerveplane\/remotes\/[^/]+\/(.+)$/.exec(ref) ?? [];
  return rest === undefined ? undefined : findPlaneRef(planeNamespace + rest);
};

/** A remote's name as one part of a ref's: git lets remotes be called `a/b`, `a.lock` or `ä b`. Percent-encoded, so two never share one. */
const refComponent = (name: string): string =>
  name.replace(/[^A-Za-z0-9_-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  );

/** Keeps what did not verify, as evidence. */
export const quarantineRef = (writer: WriterId, tip: Oid): string => `${quarantineNamespace}${writer}/${tip.slice(0, 16)}`;

/** Whose log a ref below `quarantineNamespace` is evidence about. */
export const findQuarantined = (ref: string): WriterId | undefined =>
  /^refs\/nerveplane\/quarantine\/([a-z2-7]{20})\/[0-9a-f]{16}$/.exec(ref)?.[1];

export const quarantineNamespace = `${planeNamespace}quarantine/`;

export type PlaneRef =
  { readonly kind: "log"; readonly writer: WriterId; readonly epoch: string } | { readonly kind: "live"; readonly writer: WriterId };

/** What a ref name means; undefined when it is not a log or live ref as we make them. */
export const findPlaneRef = (ref: string): PlaneRef | undefined => {
  const [, log, epoch] = /^refs\/nerveplane\/log\/([a-z2-7]{20})\/(\d{6})$/.exec(ref) ?? [];
  if (log && epoch) return { kind: "log", writer: log, epoch };
  const [, live] = /^refs\/nerveplane\/live\/([a-z2-7]{20})$/.exec(ref) ?? [];
  return live ? { kind: "live", writer: live } : undefined;
};

/** All refs below `namespace` with what they point at. */
export const readRefs = async (repository: Repository, namespace: string): Promise<Map<string, Oid>> => {
  const text = await gitText(["for-each-ref", "--format=%(objectname) %(refname)", namespace], inRepository(repository));
  const refs = new Map<string, Oid>();
  for (const line of text.split("\n")) {
    const space = line.indexOf(" ");
    if (space > 0) refs.set(line.slice(space + 1), line.slice(0, space));
  }
  return refs;
};

/** One ref to move: from exactly `from` (null: it must not exist) to `to` (null: delete). */
export interface RefUpdate {
  readonly ref: string;
  readonly from: Oid | null;
  readonly to: Oid | null;
}

/** Moves refs by compare-and-swap through one resident `git update-ref --stdin` (0.2 ms a transaction; a process each would cost 2 to 4 ms). */
export class RefWriter {
  readonly #repository: Repository;
  readonly #resident: ResidentGit;

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#resident = new ResidentGit(["update-ref", "--stdin"], {
      cwd: repository.commonDir,
      env: { GIT_DIR: repository.commonDir },
    });
  }

  /**
   * True when all of `updates` happened, false when none did: another process was first at one of them, or cleaned up a new object that
   * nothing pointed at yet (`git gc --prune=now`). Made anew, both may succeed.
   */
  async swap(...updates: readonly RefUpdate[]): Promise<boolean> {
    const zero = this.#repository.zero;
    const lines = updates.map(({ ref, from, to }) => (to ? `update ${ref} ${to} ${from ?? zero}` : `delete ${ref} ${from ?? zero}`));
    try {
      await this.#resident.ask(`start\n${lines.join("\n")}\nprepare\ncommit\n`, async (answer) => {
        for (const step of ["start: ok", "prepare: ok", "commit: ok"]) {
          const said = await answer.line();
          if (said !== step) throw new NerveError("environment", `git update-ref said: ${said}`);
        }
      });
      return true;
    } catch (error) {
      if (!(error instanceof NerveError)) throw error;
      if (/File exists/.test(error.message)) {
        for (const { ref } of updates) removeStaleLock(this.#repository, ref);
        return false;
      }
      if (/but expected|already exists|unable to resolve reference|reference is missing|nonexistent object/.test(error.message))
        return false;
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#resident.close();
  }
}

/** git holds a ref's lock for microseconds. */
const staleAfterMs = 10_000;

/** A git that was killed between locking and renaming leaves its lock for ever. Only for refs of ours: nobody else writes these. */
export const removeStaleLock = (repository: Repository, ref: string): void => {
  const lock = path.join(repository.commonDir, `${ref}.lock`);
  const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (made !== undefined && Date.now() - made > staleAfterMs) fs.rmSync(lock, { force: true });
};
