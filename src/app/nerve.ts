import { ObjectReader, ObjectWriter } from "../git/objects.ts";
import { RefWriter } from "../git/refs.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import { requireWriter, type Writer } from "../identity/writer.ts";
import type { LogPort } from "../log/port.ts";
import { type Config, readConfig } from "./config.ts";

/** An open plane: what every use case works on. Close it, or its git processes keep the program alive. */
export interface Nerve {
  readonly repository: Repository;
  readonly config: Config;
  readonly log: LogPort;
  /** Who this clone is. Made on first use. */
  readonly writer: () => Writer;
  /** Drops what is remembered of the writer, after it has become another one. */
  readonly forgetWriter: () => void;
  /** Something the user should know that is no error: told once, on stderr by the command line. */
  readonly tell: (sentence: string) => void;
  readonly close: () => Promise<void>;
}

/** Opens the plane of the repository that `dir` is in. Throws (environment) outside of one. */
export const openNerve = async (dir: string, tell: (sentence: string) => void): Promise<Nerve> => {
  const repository = await openRepository(dir);
  const config = await readConfig(repository);
  const log: LogPort = {
    repository,
    objects: new ObjectReader(repository),
    written: new ObjectWriter(repository),
    refs: new RefWriter(repository),
  };
  let writer: Writer | undefined;
  return {
    repository,
    config,
    log,
    tell,
    writer: () => {
      if (writer) return writer;
      writer = requireWriter(repository.nerveDir);
      const said = announcement(writer);
      if (said) tell(said);
      return writer;
    },
    forgetWriter: () => {
      writer = undefined;
    },
    close: async () => void (await Promise.all([log.objects.close(), log.written.close(), log.refs.close()])),
  };
};

const announcement = ({ made, former, key }: Writer): string | undefined => {
  if (made === "copied")
    return `These files are a copy of another clone's (writer ${former}): this clone is now writer ${key.id}, with keys of its own.`;
  if (made === "key lost") return `The key of writer ${former} is gone: this clone is now writer ${key.id}.`;
  if (made === "forked") return `The log of writer ${former} was continued elsewhere: this clone is now writer ${key.id}.`;
  return;
};
