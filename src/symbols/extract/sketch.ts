/** How many minima a sketch keeps; each is one hexadecimal digit, or "-" where nothing fell. */
const minima = 64;

/** Fewer tokens than this look alike by chance. */
const enough = 16;

/**
 * A minhash of runs of three tokens: bodies that share most of their runs share most digits. Each run falls into one of 64 bins by its hash, and
 * each bin keeps its lowest (one permutation hashing, Li, Owen & Zhang 2012), of which four bits are written down (b-bit minwise hashing, Li &
 * König 2010). "" for too few tokens.
 */
export const sketchOf = (tokens: readonly string[]): string => {
  if (tokens.length < enough) return "";
  const lowest = new Float64Array(minima).fill(Number.POSITIVE_INFINITY);
  let [first, second] = [fnv1a(tokens[0] ?? ""), fnv1a(tokens[1] ?? "")];
  for (let at = 2; at < tokens.length; at++) {
    const third = fnv1a(tokens[at] ?? "");
    const run = scrambled(Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b) ^ Math.imul(third + 2, 0xc2b2ae35));
    const bin = run % minima;
    if (run < (lowest[bin] ?? 0)) lowest[bin] = run;
    first = second;
    second = third;
  }
  // The bits that choose the bin say nothing more.
  return Array.from(lowest, (low) => (low === Number.POSITIVE_INFINITY ? "-" : ((low >>> 8) & 15).toString(16))).join("");
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
