import type { Requirement } from "./manifest.ts";

/** What one version of a manifest asks for: dependency -> section -> demand. */
export type Demands = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What both sides make of one dependency, in a manifest each. */
export interface Drift {
  readonly ecosystem: string;
  readonly name: string;
  readonly ours: Demand;
  readonly theirs: Demand;
}

/** What one side makes of a dependency. */
export interface Demand {
  readonly manifest: string;
  readonly section: string;
  /** Demand of the base; null when it had none. */
  readonly before: string | null;
  /** Null when the side no longer asks for it. */
  readonly wants: string | null;
}

/** Several demands in one section, as for different platforms, are one in which their order says nothing. */
export const demandsOf = (requirements: readonly Requirement[]): Demands => {
  const demands = new Map<string, Map<string, string>>();
  for (const { name, section, wants } of requirements) {
    const sections = demands.get(name) ?? new Map<string, string>();
    const known = sections.get(section);
    sections.set(section, known === undefined ? wants : [...new Set([...known.split(" | "), wants])].sort().join(" | "));
    demands.set(name, sections);
  }
  return demands;
};

/** Whether a section says what the package itself uses, rather than what it gets along with or what it makes others use. */
export const isOwnUse = (section: string): boolean =>
  !/peer|engines|override|resolution|packageManager|python$|rust|patch|replace|^go$|toolchain|catalog/i.test(section);
