import type { ObjectReader, ObjectWriter } from "../git/objects.ts";
import type { RefWriter } from "../git/refs.ts";
import type { Repository } from "../git/repository.ts";

/** The open git processes that logs are read and written with. */
export interface LogPort {
  readonly repository: Repository;
  readonly objects: ObjectReader;
  readonly written: ObjectWriter;
  readonly refs: RefWriter;
}
