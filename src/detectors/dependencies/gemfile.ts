import type { ManifestFormat, Requirement } from "./manifest.ts";

/** Bundler's `Gemfile`, as far as each gem stands on a line of its own, which is how everybody writes it. */
export const gemfile: ManifestFormat = {
  ecosystem: "RubyGems",
  matches: (path) => /(?:^|\/)Gemfile$/.test(path),
  read: (text) => text.split("\n").flatMap((line) => [...gem(line)]),
};

function* gem(line: string): Generator<Requirement> {
  const [, name, rest = ""] = /^\s*gem[\s(]\s*["']([\w.-]+)["'](.*)$/.exec(line) ?? [];
  if (name === undefined) return;
  const [versions = ""] = /^(?:\s*,\s*["'][^"']*["'])*/.exec(rest) ?? [];
  const sources = [...rest.matchAll(/\b(git|github|path|branch|tag|ref)(?::\s*|["']?\s*=>\s*)["']([^"']+)["']/g)];
  const wants = [
    ...[...versions.matchAll(/["']([^"']*)["']/g)].map(([, version]) => version),
    ...sources.map(([, key, at]) => `${key} ${at}`),
  ];
  yield { section: "gems", name, wants: wants.join(", ") };
}
