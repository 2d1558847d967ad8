import type { Edit } from "../model/pair.ts";

/** Written by a tool that can write it again: nobody merges such a file by hand. */
export const isLockfile = (path: string): boolean => lockfiles.has(path.slice(path.lastIndexOf("/") + 1));

/**
 * Both sides only add: lines at the end of a file, or entries to lists in it, as in a registry, barrel or changelog. Git often sees a conflict, and
 * keeping both settles it.
 */
export const bothAdd = (ours: Edit | undefined, theirs: Edit | undefined): "lines at its end" | "entries to lists in it" | null => {
  if (ours?.kind !== "text" || theirs?.kind !== "text") return null;
  if (ours.appendsOnly && theirs.appendsOnly) return "lines at its end";
  if (!ours.entries || !theirs.entries) return null;
  // One key with two values is no matter of keeping both.
  const keys = new Set(ours.entries);
  return theirs.entries.some((entry) => keys.has(entry)) ? null : "entries to lists in it";
};

/** Written for people to read: what git merges of it can read badly, and breaks nothing. */
export const isProse = (path: string): boolean => /\.(?:md|markdown|rst|adoc|asciidoc)$/i.test(path);

const lockfiles: ReadonlySet<string> = new Set([
  ...["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock"],
  ...["Cargo.lock", "go.sum", "go.work.sum", "poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pixi.lock"],
  ...["composer.lock", "Gemfile.lock", "mix.lock", "pubspec.lock", "Podfile.lock", "Package.resolved", "flake.lock"],
  ...["gradle.lockfile", "packages.lock.json", "paket.lock", "Cartfile.resolved", "conan.lock", "MODULE.bazel.lock", ".terraform.lock.hcl"],
]);
