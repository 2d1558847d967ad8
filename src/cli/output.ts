/**
 * Where a command's words go. Data goes to stdout, talk to stderr. Everything printed passes through `safe`: names, paths and messages come
 * from other people's repositories, and none of their control characters may reach a terminal.
 */
export class Output {
  readonly #stdout: NodeJS.WriteStream;
  readonly #stderr: NodeJS.WriteStream;
  #progress: string | undefined;
  #progressTimer: NodeJS.Timeout | undefined;
  #progressShown = false;

  constructor(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream) {
    this.#stdout = stdout;
    this.#stderr = stderr;
  }

  /** One line of the answer. */
  line(text = ""): void {
    this.#clearProgress();
    this.#stdout.write(`${shown(text, this.#stdout)}\n`);
  }

  /** The answer as one JSON document. What a terminal could take for a command is written as JSON's own escapes: the same value to any reader. */
  json(value: unknown): void {
    this.#clearProgress();
    const text = JSON.stringify(value, null, this.#stdout.isTTY ? 2 : undefined);
    this.#stdout.write(`${text.replace(unsafe, (character) => (character === "\n" ? character : escaped(character)))}\n`);
  }

  /** The answer as it is, unescaped: only for what other programs read (keys, allowed signers). */
  raw(text: string): void {
    this.#clearProgress();
    this.#stdout.write(text);
  }

  /** Talk: not part of the answer. */
  note(text: string): void {
    this.#clearProgress();
    this.#stderr.write(`${shown(text, this.#stderr)}\n`);
  }

  /**
   * What is going on, for a person who waits: on a terminal, and only once something takes its time. Replaced by whatever is printed next.
   * `atOnce`: it will take its time, and no timer runs meanwhile.
   */
  progress(text: string, { atOnce = false } = {}): void {
    if (!isTerminal(this.#stderr)) return;
    this.#progress = text;
    if (this.#progressShown || atOnce) this.#showProgress();
    else this.#progressTimer ??= setTimeout(() => this.#showProgress(), patienceMs).unref();
  }

  /** Nothing more will be said. */
  close(): void {
    this.#clearProgress();
  }

  #showProgress(): void {
    if (this.#progress === undefined) return;
    this.#stderr.write(`${this.#progressShown ? eraseLine : ""}${shown(`… ${this.#progress}`, this.#stderr)}`);
    this.#progressShown = true;
  }

  #clearProgress(): void {
    clearTimeout(this.#progressTimer);
    this.#progressTimer = undefined;
    this.#progress = undefined;
    if (!this.#progressShown) return;
    this.#stderr.write(eraseLine);
    this.#progressShown = false;
  }
}

const patienceMs = 700;

const eraseLine = "\r\u001b[2K";

/** One that understands escapes. */
const isTerminal = (stream: NodeJS.WriteStream): boolean => stream.isTTY === true && process.env["TERM"] !== "dumb";

const styles = { bold: "1", dim: "2", red: "31", green: "32", yellow: "33", cyan: "36" } as const;

type Style = keyof typeof styles;

/** Marks text for a colour. The marks are private-use characters that `line` turns into escapes on a terminal and drops elsewhere. */
export const paint = (style: Style, text: string): string => `${mark(style)}${text}${endMark}`;

/** A text without its marks. */
export const unpainted = (text: string): string => text.replace(marks, "");

const marks = /[\uf8df-\uf8ef]/g;
const firstMark = 0xf8e0;
const names = Object.keys(styles) as Style[];
const mark = (style: Style): string => String.fromCharCode(firstMark + names.indexOf(style));
const endMark = String.fromCharCode(firstMark - 1);

const shown = (text: string, stream: NodeJS.WriteStream): string => {
  const colours = hasColours(stream);
  return safe(text).replace(marks, (character) => {
    if (!colours) return "";
    const name = names[character.charCodeAt(0) - firstMark];
    return `\u001b[${name ? styles[name] : "0"}m`;
  });
};

/** https://no-color.org, and the FORCE_COLOR that Node itself honours. */
const hasColours = (stream: NodeJS.WriteStream): boolean => {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  return FORCE_COLOR === undefined || FORCE_COLOR === "" ? isTerminal(stream) : FORCE_COLOR !== "0";
};

/** Text without anything that could move a cursor, hide or reorder text, or begin a new line. */
export const safe = (text: string): string =>
  text.replace(unsafe, (character) => (character === "\n" || character === "\t" ? " " : escaped(character)));

const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
