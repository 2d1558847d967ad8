import { Ecmascript } from "./ecmascript.ts";
import { Go } from "./go.ts";
import { Java } from "./java.ts";
import type { Linker, ModuleSystem } from "./module-system.ts";
import { Python } from "./python.ts";
import { Rust } from "./rust.ts";

/** How to tell a system's files by their path, and how to start it for one version of the code. */
export interface SystemEntry {
  readonly files: RegExp;
  start(linker: Linker): ModuleSystem;
}

/** All there are. A new module system is its own file and one line here. */
export const moduleSystems: readonly SystemEntry[] = [
  { files: /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/, start: ({ tree }) => new Ecmascript(tree) },
  { files: /\.pyi?$/, start: ({ tree }) => new Python(tree) },
  { files: /\.go$/, start: ({ tree }) => new Go(tree) },
  { files: /\.rs$/, start: (linker) => new Rust(linker) },
  { files: /\.java$/, start: (linker) => new Java(linker) },
];
