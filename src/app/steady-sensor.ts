import { NerveError } from "../base/errors.ts";
import { discardPrivateStore } from "../git/private-store.ts";
import type { WriterId } from "../model/ids.ts";
import type { Hints } from "./look.ts";
import type { Nerve } from "./nerve.ts";
import { mendOwnLog } from "./own-log.ts";
import { type Pass, Sensor } from "./sensor.ts";

/**
 * A sensor that survives what happens to its surroundings: a private store that is damaged or was thrown away in the middle of a pass, a log
 * that cannot go on, a clone that has become another writer. What it remembered is worth nothing then, and it begins anew.
 */
export class SteadySensor {
  readonly #nerve: Nerve;
  readonly #options: { readonly resident: boolean };
  #sensor: Sensor;
  #writer: WriterId | undefined;

  /** `resident`: it will make many passes. */
  constructor(nerve: Nerve, { resident = false }: { resident?: boolean } = {}) {
    this.#nerve = nerve;
    this.#options = { resident };
    this.#sensor = new Sensor(nerve, this.#options);
  }

  /** One pass over all worktrees, or over what `hints` say moved. */
  async pass(hints?: Hints): Promise<Pass> {
    await mendOwnLog(this.#nerve);
    const former = this.#writer;
    this.#writer = this.#nerve.writer().key.id;
    if (former !== undefined && former !== this.#writer) return this.#passAnew();
    try {
      return await this.#sensor.pass(hints);
    } catch (error) {
      if (!isAboutObjects(error)) throw error;
      // If it is the user's own store that is damaged, that shows again.
      await discardPrivateStore(this.#nerve.repository);
      return this.#passAnew();
    }
  }

  /** Milliseconds until a pass would have something to tell although nothing moves; undefined when nothing waits. */
  dueIn(): number | undefined {
    return this.#sensor.dueIn();
  }

  close(): Promise<void> {
    return this.#sensor.close();
  }

  async #passAnew(): Promise<Pass> {
    await this.#sensor.close();
    this.#sensor = new Sensor(this.#nerve, this.#options);
    return this.#sensor.pass();
  }
}

const isAboutObjects = (error: unknown): boolean =>
  error instanceof NerveError && /object|inflate|unpack|unable to read|could not read|bad tree/i.test(error.message);
