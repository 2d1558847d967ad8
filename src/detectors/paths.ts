import { joined } from "../base/paths.ts";

/** A path as written in a file of `folder`, from the root; undefined when it leads out of the repository. */
export const pathFrom = (folder: string, written: string): string | undefined => joined(written.startsWith("/") ? "" : folder, written);
