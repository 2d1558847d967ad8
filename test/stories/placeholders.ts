import fs from "node:fs";
import path from "node:path";

/**
 * Stands names in for what differs from run to run: ids, object ids, times, processes, the home folder. Ids are numbered in the order in which
 * they appear, and can be written back into a later command: `git nerve why <conflict-1>`.
 */
export class Placeholders {
  readonly #home: string;
  readonly #kinds = new Map<string, "writer" | "agent" | "conflict">();
  readonly #names = new Map<string, string>();

  constructor(home: string) {
    this.#home = home;
  }

  /** A command of a story with the ids that its placeholders stand for. */
  reveal(command: string): string {
    let revealed = command;
    for (const [id, name] of this.#names) revealed = revealed.replaceAll(name, id);
    return revealed;
  }

  /** Output as the story shows it. */
  hide(output: string): string {
    this.#learn(output);
    const named = output
      .replace(/\b[a-z2-7]{7,20}\b/g, (word) => this.#nameOf(word) ?? word)
      .replaceAll(this.#home, "~")
      .replace(/ssh-ed25519 \S+/g, "ssh-ed25519 <key>")
      .replace(/\b([0-9a-f]{64}|[0-9a-f]{40}|(?=[a-f]*\d)[0-9a-f]{10})\b/g, "<oid>")
      .replace(/(quarantine\/\S+\/)[0-9a-f]{16}\b/g, "$1<oid>")
      .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g, "<time>")
      // In a table the next column starts where the longest time ends.
      .replace(/\b\d+[smhd] ago( *)/g, (_, gap: string) => `<time> ago${gap && "  "}`)
      .replace(/\bprocess \d+/g, "process <pid>");
    return sidesByName(named);
  }

  #learn(output: string): void {
    for (const folder of keyFolders(this.#home)) {
      this.#kinds.set(JSON.parse(fs.readFileSync(path.join(folder, "writer.json"), "utf8")).writer, "writer");
      const agents = path.join(folder, "agents");
      for (const file of fs.existsSync(agents) ? fs.readdirSync(agents) : []) {
        this.#kinds.set(JSON.parse(fs.readFileSync(path.join(agents, file), "utf8")).agent, "agent");
      }
    }
    for (const [id] of output.matchAll(/\b[a-z2-7]{10}(?= {2}\S+ × )/g)) this.#kinds.set(id, "conflict");
  }

  /** The name of the id that `word` is, or is the beginning of. */
  #nameOf(word: string): string | undefined {
    for (const [id, kind] of this.#kinds) {
      const isFingerprint = kind === "conflict" && word.length === 20 && word.startsWith(id);
      if (id !== word && !isFingerprint && !(word.length === 7 && id.startsWith(word))) continue;
      const name =
        this.#names.get(id) ?? `<${kind}-${[...this.#names.values()].filter((each) => each.startsWith(`<${kind}-`)).length + 1}>`;
      this.#names.set(id, name);
      return isFingerprint ? name.replace("conflict", "fingerprint") : name;
    }
    return undefined;
  }
}

/** Where the clones and bare repositories in a home keep their keys. */
const keyFolders = (home: string): string[] =>
  fs
    .readdirSync(home)
    .flatMap((name) => [path.join(home, name, ".git"), path.join(home, name)])
    .map((gitDir) => path.join(gitDir, "nerveplane", "keys"))
    .filter((folder) => fs.existsSync(path.join(folder, "writer.json")));

/** The two sides of a conflict are in the order of their ids, which is another one in each run: the stories show them by name. */
const sidesByName = (text: string): string =>
  text
    .replace(/^(?=.*<conflict-)(.*?)([\w-]+) × ([\w-]+)/gm, (_, start: string, a: string, b: string) => start + [a, b].sort().join(" × "))
    .replace(/(base <oid>), (\w+) <oid>, (\w+) <oid>/g, (_, base: string, a: string, b: string) =>
      [base, ...[a, b].sort().map((name) => `${name} <oid>`)].join(", "),
    )
    .replace(/((?:^ {2}between .*\n){2}|(?:^ {2}told .*\n){2}|(?:^ {2}\w+ +(?:added|deleted|modified) .*\n){2})/gm, (lines) =>
      lines
        .split(/(?<=\n)/)
        .sort()
        .join(""),
    );
