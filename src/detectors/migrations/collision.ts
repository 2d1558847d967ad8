/** Two migrations, one of each side, that cannot both have their place. */
export interface Collision {
  readonly tool: string;
  readonly sequence: string;
  /** The place both claim: "5", or "after 0003_title". */
  readonly slot: string;
  readonly ours: Claimants;
  readonly theirs: Claimants;
  /** The next number that nobody claims, as it would be written; null where numbers are not counted. */
  readonly nextFree: string | null;
  /** What settles it, in a sentence or two. */
  readonly advice: string;
}

export interface Claimants {
  /** Sorted. */
  readonly files: readonly string[];
  /** Names of the migrations that they follow, where they say so. */
  readonly dependsOn: readonly string[] | null;
}
