import type { Edit } from "../model/pair.ts";

/** Written by a tool that can write it again: nobody merges such a file by hand. */
export const isLockfile = (path: string): boolean => lockfiles.has(path.slice(path.lastIndexOf("/") + 1));

/** Both sides only add lines at the end, as to a registry, barrel or changelog: git sees a conflict, and keeping both settles it. */
export const bothAppend = (ours: Edit | undefined, theirs: Edit | undefined): boolean =>
  ours?.kind === "text" && theirs?.kind === "text" && ours.appendsOnly && theirs.appendsOnly;

const lockfiles: ReadonlySet<string> = new Set([
  ...["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock"],
  ...["Cargo.lock", "go.sum", "go.work.sum", "poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pixi.lock"],
  ...["composer.lock", "Gemfile.lock", "mix.lock", "pubspec.lock", "Podfile.lock", "Package.resolved", "flake.lock"],
  ...["gradle.lockfile", "packages.lock.json", "paket.lock", "Cartfile.resolved", "conan.lock", "MODULE.bazel.lock", ".terraform.lock.hcl"],
]);
