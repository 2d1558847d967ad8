import type { FileFacts, Unread } from "../model/code.ts";

/** One version of all the code, read as far as somebody asks. Paths have forward slashes; "" is the root. */
export interface CodeTree {
  /** Names in a folder, and whether each is a folder; undefined when there is no such folder. */
  entries(folder: string): Promise<ReadonlyMap<string, "file" | "folder"> | undefined>;
  /** The text of a file such as a manifest or tsconfig; undefined when there is none or it is not text of a sensible size. */
  text(path: string): Promise<string | undefined>;
  /** What is in a source file; undefined when there is no such file or it is in no language that we read. */
  facts(path: string): Promise<FileFacts | Unread | undefined>;
}

export const isRead = (facts: FileFacts | Unread | undefined): facts is FileFacts => facts !== undefined && "definitions" in facts;
