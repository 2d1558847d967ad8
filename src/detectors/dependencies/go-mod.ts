import type { ManifestFormat, Requirement } from "./manifest.ts";

/** `go.mod` and `go.work`. What is only `// indirect` follows from the rest, and Go itself takes the higher of two versions of it. */
export const goMod: ManifestFormat = {
  ecosystem: "Go",
  matches: (path) => /(?:^|\/)go\.(?:mod|work)$/.test(path),

  read(text) {
    const found: Requirement[] = [];
    let block: string | undefined;
    for (const raw of text.split("\n")) {
      const line = raw.replace(/\/\/.*$/, "").trim();
      if (line === ")") block = undefined;
      else if (/^\w+\s*\($/.test(line)) block = line.replace(/\s*\($/, "");
      else if (line !== "" && !/\/\/\s*indirect\b/.test(raw)) found.push(...directive(block === undefined ? line : `${block} ${line}`));
    }
    return found;
  },
};

const directive = (line: string): Requirement[] => {
  const [verb = "", ...words] = line.split(/\s+/);
  const [name = "", version = ""] = words;
  if (verb === "require") return [{ section: verb, name, wants: version }];
  if (verb === "go" || verb === "toolchain") return [{ section: verb, name: verb, wants: name }];
  if (verb !== "replace") return [];
  const arrow = words.indexOf("=>");
  return [{ section: verb, name: words.slice(0, arrow).join(" "), wants: words.slice(arrow + 1).join(" ") }];
};
