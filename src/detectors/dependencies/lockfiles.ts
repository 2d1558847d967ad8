import { nameOf } from "../../base/paths.ts";

/** How a lock file comes about. */
export interface Lock {
  readonly manager: string;
  /** Names of the manifests that it follows from. */
  readonly manifests: readonly string[];
  /** Writes it again after a merge. */
  readonly command: string;
}

/** Undefined for lock files of tools that we know nothing more about. */
export const lockOf = (path: string): Lock | undefined => locks[nameOf(path)];

const npm: Lock = { manager: "npm", manifests: ["package.json"], command: "npm install" };
const bun: Lock = { manager: "bun", manifests: ["package.json"], command: "bun install" };
const go: Lock = { manager: "Go", manifests: ["go.mod", "go.work"], command: "go mod tidy" };

const locks: Readonly<Record<string, Lock>> = {
  "package-lock.json": npm,
  "npm-shrinkwrap.json": npm,
  "yarn.lock": { manager: "yarn", manifests: ["package.json"], command: "yarn install" },
  "pnpm-lock.yaml": { manager: "pnpm", manifests: ["package.json", "pnpm-workspace.yaml"], command: "pnpm install" },
  "bun.lock": bun,
  "bun.lockb": bun,
  "deno.lock": { manager: "Deno", manifests: ["deno.json", "deno.jsonc", "package.json"], command: "deno install" },
  "Cargo.lock": { manager: "Cargo", manifests: ["Cargo.toml"], command: "cargo update --workspace" },
  "go.sum": go,
  "go.work.sum": { ...go, command: "go work sync" },
  "poetry.lock": { manager: "Poetry", manifests: ["pyproject.toml"], command: "poetry lock" },
  "uv.lock": { manager: "uv", manifests: ["pyproject.toml"], command: "uv lock" },
  "pdm.lock": { manager: "PDM", manifests: ["pyproject.toml"], command: "pdm lock --update-reuse" },
  "Pipfile.lock": { manager: "Pipenv", manifests: ["Pipfile"], command: "pipenv lock" },
  "composer.lock": { manager: "Composer", manifests: ["composer.json"], command: "composer update --lock" },
  "Gemfile.lock": { manager: "Bundler", manifests: ["Gemfile"], command: "bundle install" },
  "mix.lock": { manager: "Mix", manifests: ["mix.exs"], command: "mix deps.get" },
  "pubspec.lock": { manager: "Dart", manifests: ["pubspec.yaml"], command: "dart pub get" },
  "Podfile.lock": { manager: "CocoaPods", manifests: ["Podfile"], command: "pod install" },
  "Package.resolved": { manager: "SwiftPM", manifests: ["Package.swift"], command: "swift package resolve" },
  "flake.lock": { manager: "Nix", manifests: ["flake.nix"], command: "nix flake lock" },
};
