/** A tool whose migrations say their place in the sequence by their file names. */
export interface NumberedTool {
  readonly name: string;
  /** What a file claims; undefined when it is no migration of this tool. `beside` tells whether the same side changes another path, too. */
  claim(path: string, beside: (path: string) => boolean): Claim | undefined;
  /** What is to be done after a collision, beyond renaming the later migration. One sentence. */
  readonly advice?: string;
  /** The tool's own name as the text of a migration tells it, where the file name fits several tools. */
  readonly nameIn?: (text: string) => string | undefined;
}

export interface Claim {
  /** The folder in which a slot can be had once. */
  readonly sequence: string;
  /** Usually one number, in a form in which equal places are equal: "5", not "005". Rails and Ecto want a name to be unique as well. */
  readonly slots: readonly string[];
  /** The same for all files of one migration, such as its two directions. */
  readonly migration: string;
  /** The number as it is written, if the next one is simply one more. */
  readonly counter: string | null;
}

/** The claim of a file `<number><separator><title>` in a sequence. Counted when it has fewer digits than a date. */
export const numberedClaim = (sequence: string, number: string, migration: string): Claim => ({
  sequence,
  slots: [withoutZeros(number)],
  migration,
  counter: number.length < 8 ? number : null,
});

/** "005" and "5" are one number. */
export const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, "");
