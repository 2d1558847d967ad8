/** How many minima a sketch keeps; each is one hexadecimal digit. */
export const minima = 64;

/** Fewer tokens than this look alike by chance. */
const enough = 16;

/**
 * A b-bit minhash (Li & König 2010, b = 4) of runs of three tokens: bodies that share most of their runs share most digits. "" for too few tokens.
 */
export const sketchOf = (tokens: readonly string[]): string => {
  if (tokens.length < enough) return "";
  const lowest = new Uint32Array(minima).fill(0xffffffff);
  const hashes = tokens.map(fnv1a);
  const runs = new Set<number>();
  for (let at = 0; at + 2 < hashes.length; at++) {
    runs.add(
      (Math.imul(hashes[at] ?? 0, 0x9e3779b1) ^
        Math.imul((hashes[at + 1] ?? 0) + 1, 0x85ebca6b) ^
        Math.imul((hashes[at + 2] ?? 0) + 2, 0xc2b2ae35)) >>>
        0,
    );
  }
  for (const run of runs) {
    for (let at = 0; at < minima; at++) {
      const mixed = scrambled(run ^ Math.imul(at + 1, 0x9e3779b1));
      if (mixed < (lowest[at] ?? 0)) lowest[at] = mixed;
    }
  }
  return [...lowest].map((low) => (low & 15).toString(16)).join("");
};

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The last steps of MurmurHash3, 32 bits. */
const scrambled = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
