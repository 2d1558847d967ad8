/** Why an exchange with a remote did not happen. `deferred`: it may succeed by itself, later. `failed`: somebody has to do something. */
export interface Setback {
  readonly outcome: "deferred" | "failed";
  /** The remote's own words, or git's, in one line. */
  readonly reason: string;
}

/** What git's stderr says went wrong. */
export const setbackOf = (stderr: string): Setback => {
  const reason = wordsOf(stderr);
  return { outcome: needsSomebody.test(stderr) ? "failed" : "deferred", reason };
};

/** Trying again cannot help with these. All else (names that do not resolve, connections that break, servers in trouble) can pass. */
const needsSomebody = new RegExp(
  [
    "authentication failed",
    "could not read (username|password)",
    "terminal prompts disabled",
    "permission denied",
    "host key verification failed",
    "(repository|project) .*not found",
    "repository not found",
    "access (is )?denied",
    "returned error: 40[1-46]",
    "mismatched algorithms",
    "hash algorithm",
    "dubious ownership",
    "transport '.*' not allowed",
  ].join("|"),
  "i",
);

/**
 * Two processes were at one ref at once. Each transport, host and version of git has its own words for it; with one writer a ref the second
 * try goes through.
 */
export const isRace = (words: string): boolean => races.test(words);

const races = new RegExp(
  [
    "fetch first",
    "non-fast-forward",
    "stale info",
    "cannot lock ref",
    "failed to lock",
    "failed to update ref",
    "unable to (create|lock) .*\\.lock",
    "file exists",
    "reference already exists",
    "but expected",
    "incorrect old value",
    "remote ref updated since",
    "needs force",
  ].join("|"),
  "i",
);

/** The telling lines of a stderr as one line that is safe to print: no progress, no advice, no control characters, no passwords. */
export const wordsOf = (stderr: string): string => {
  const lines = stderr.split(/[\r\n]+/).map(plain);
  const telling = lines.filter((line) => /^(fatal|error|remote|ssh|kex_exchange|\S+@\S+):/i.test(line) && !noise.test(line));
  // What the remote says itself is worth more than git's conclusion that a push failed.
  const words = telling.map((line) => line.replace(/^(fatal|error|remote): */i, "").trim()).filter((line) => line !== "");
  const said = words.length > 0 ? words : lines.filter((line) => line !== "").slice(-1);
  return [...new Set(said)].slice(0, 3).join("; ").slice(0, 300) || "git gave no reason";
};

const noise =
  /\d+% \(|failed to push some refs|^remote: (total|enumerating|counting|compressing)|correct access rights|the repository exists/i;

const plain = (line: string): string =>
  line
    .replace(/\p{Cc}\[[0-9;]*[A-Za-z]|[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\/\/[^/@\s]*@/g, "//")
    .trim();
