import fs from "node:fs/promises";
import path from "node:path";
import type * as watcher from "@parcel/watcher";
import type { AsyncSubscription, Event } from "@parcel/watcher";

/** As much of the watcher as is used. */
export type NativeWatcher = Pick<typeof watcher, "subscribe">;

/** The native watcher, loaded when first asked for; undefined where there is none for this platform. */
export const findNativeWatcher = async (): Promise<NativeWatcher | undefined> => {
  try {
    const loaded = await import("@parcel/watcher");
    return "default" in loaded && loaded.default ? (loaded.default as NativeWatcher) : loaded;
  } catch {
    return undefined;
  }
};

/** What a folder's watch tells. */
export interface FolderReport {
  /** Paths that moved, relative to the folder; null when some may have been missed. */
  moved(paths: readonly string[] | null): void;
  /** The folder itself is gone. */
  gone(): void;
  /** It cannot be watched any more (limits of the system). */
  failed(reason: string): void;
}

/** A renewed subscription walks the whole folder: not more often than this. */
const renewalMs = 2_000;

/** Watches one folder and all below it, apart from what `ignore` (asked anew with every renewal) names, through the operating system's events. */
export class FolderWatch {
  readonly #native: NativeWatcher;
  readonly #folder: string;
  readonly #ignore: () => Promise<string[]>;
  readonly #report: FolderReport;
  #subscription: AsyncSubscription | undefined;
  #renewal: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(native: NativeWatcher, folder: string, ignore: () => Promise<string[]>, report: FolderReport) {
    this.#native = native;
    this.#folder = folder;
    this.#ignore = ignore;
    this.#report = report;
  }

  /** Rejects when the folder cannot be watched. */
  async start(): Promise<void> {
    const ignore = await this.#ignore();
    if (this.#closed) return;
    this.#subscription = await this.#native.subscribe(this.#folder, (error, events) => this.#receive(error, events), { ignore });
  }

  /** Watches anew, soon: what is ignored has changed, or events may have been missed. Whoever listens is told to look at everything then. */
  renew(): void {
    if (this.#closed || this.#renewal) return;
    this.#renewal = setTimeout(() => {
      this.#renewal = undefined;
      this.#work = this.#work.then(() => this.#restart());
    }, renewalMs);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#renewal);
    await this.#work;
    await this.#stop();
  }

  async #restart(): Promise<void> {
    if (this.#closed) return;
    await this.#stop();
    try {
      await this.start();
      this.#report.moved(null);
    } catch (error) {
      this.#report.failed(String(error));
    }
  }

  async #stop(): Promise<void> {
    const subscription = this.#subscription;
    this.#subscription = undefined;
    // Of a folder that was deleted, the system has ended the watch already, and says so.
    await subscription?.unsubscribe().catch(() => {});
  }

  #receive(error: Error | null, events: readonly Event[]): void {
    if (this.#closed) return;
    if (error) {
      this.#report.moved(null);
      this.renew();
      return;
    }
    if (events.some((event) => event.path === this.#folder && event.type === "delete")) {
      this.#report.gone();
      return;
    }
    const paths = events.map((event) => path.relative(this.#folder, event.path).replaceAll(path.sep, "/")).filter((each) => each !== "");
    if (paths.length > 0) this.#report.moved(paths);
    void this.#renewForMovedFolders(events);
  }

  /** A folder that was moved here is watched, those inside it are not (inotify, @parcel/watcher 2.6). */
  async #renewForMovedFolders(events: readonly Event[]): Promise<void> {
    for (const event of events) {
      if (event.type !== "create") continue;
      const entries = await fs.readdir(event.path, { withFileTypes: true }).catch(() => []);
      if (entries.some((entry) => entry.isDirectory())) return this.renew();
    }
  }
}
