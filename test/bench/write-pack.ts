import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { Oid } from "../../src/model/ids.ts";

/** An object on its way into a pack. */
export interface NewObject {
  readonly type: "commit" | "tree";
  readonly content: Buffer;
}

/** The id that git gives an object in a SHA-1 repository. */
export const objectId = ({ type, content }: NewObject): Oid =>
  createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");

/** A pack (gitformat-pack(5), version 2, no deltas): the quickest way to hand git thousands of objects. */
export const packOf = (objects: readonly NewObject[]): Buffer => {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(objects.length);
  const parts: Buffer[] = [Buffer.from("PACK\0\0\0\x02"), count];
  for (const { type, content } of objects) parts.push(entryHeader(types[type], content.length), deflateSync(content, { level: 1 }));
  const body = Buffer.concat(parts);
  return Buffer.concat([body, createHash("sha1").update(body).digest()]);
};

const types = { commit: 1, tree: 2 } as const;

/** Type in three bits, size in four and then seven a byte, the lowest first; the top bit says that more follows. */
const entryHeader = (type: number, size: number): Buffer => {
  const bytes: number[] = [];
  let left = Math.floor(size / 16);
  let byte = (type << 4) | (size & 15);
  while (left > 0) {
    bytes.push(byte | 128);
    byte = left & 127;
    left = Math.floor(left / 128);
  }
  return Buffer.from([...bytes, byte]);
};
