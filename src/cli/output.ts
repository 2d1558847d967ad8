/**
 * Where a command's words go. Data goes to stdout, talk to stderr. Everything printed passes through `safe`: names, paths and messages come
 * from other people's repositories, and none of their control characters may reach a terminal.
 */
export class Output {
  readonly #stdout: NodeJS.WriteStream;
  readonly #stderr: NodeJS.WriteStream;
  #progress = false;

  constructor(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream) {
    this.#stdout = stdout;
    this.#stderr = stderr;
  }

  /** One line of the answer. */
  line(text = ""): void {
    this.#clearProgress();
    this.#stdout.write(`${shown(text, this.#stdout)}\n`);
  }

  /** The answer as one JSON document. */
  json(value: unknown): void {
    this.#stdout.write(`${JSON.stringify(value, null, this.#stdout.isTTY ? 2 : undefined)}\n`);
  }

  /** The answer as it is, unescaped: only for what other programs read (keys, allowed signers). */
  raw(text: string): void {
    this.#stdout.write(text);
  }

  /** Talk: not part of the answer. */
  note(text: string): void {
    this.#clearProgress();
    this.#stderr.write(`${shown(text, this.#stderr)}\n`);
  }

  /** What is going on, on a terminal, replaced by whatever is printed next. */
  progress(text: string): void {
    if (!this.#stderr.isTTY) return;
    this.#clearProgress();
    this.#stderr.write(shown(`… ${text}`, this.#stderr));
    this.#progress = true;
  }

  #clearProgress(): void {
    if (!this.#progress) return;
    this.#stderr.write("\r\u001b[2K");
    this.#progress = false;
  }
}

const styles = { bold: "1", dim: "2", red: "31", green: "32", yellow: "33", cyan: "36" } as const;

type Style = keyof typeof styles;

/** Marks text for a colour. The marks are private-use characters that `line` turns into escapes on a terminal and drops elsewhere. */
export const paint = (style: Style, text: string): string => `${mark(style)}${text}${endMark}`;

const firstMark = 0xf8e0;
const names = Object.keys(styles) as Style[];
const mark = (style: Style): string => String.fromCharCode(firstMark + names.indexOf(style));
const endMark = String.fromCharCode(firstMark - 1);

const shown = (text: string, stream: NodeJS.WriteStream): string => {
  const colours = stream.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
  return safe(text).replace(/[\uf8df-\uf8ef]/g, (character) => {
    if (!colours) return "";
    const name = names[character.charCodeAt(0) - firstMark];
    return `\u001b[${name ? styles[name] : "0"}m`;
  });
};

/** Text without anything that could move a cursor, hide or reorder text, or begin a new line. */
export const safe = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (character) =>
    character === "\n" || character === "\t" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
