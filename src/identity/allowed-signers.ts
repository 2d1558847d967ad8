import type { AgentId, WriterId } from "../model/ids.ts";
import { keyId } from "./keys.ts";
import { findPublicKey, publicKeyLine } from "./sshsig.ts";

/** A key that speaks in a writer's log: the writer's own (`id` is `writer`) or an agent's that the writer vouched for. */
export interface LogKey {
  readonly id: WriterId | AgentId;
  readonly writer: WriterId;
  /** `ssh-ed25519 AAAA…` */
  readonly key: string;
}

/**
 * The text of an allowed-signers file (ssh-keygen(1)), with which `git verify-commit` and `git log --show-signature` check logs: one line
 * `<id>@<writer> namespaces="git" ssh-ed25519 AAAA…` a key, sorted. Ids are derived from the keys and keys are encoded anew, so nothing that
 * somebody chose gets into a line; an entry whose id is not its key's is left out.
 *
 * Revoked keys, and the agents of a revoked writer, are left out altogether. `valid-before` would go by the date in the commit, which
 * whoever holds a stolen key writes as he likes; that a commit stood before the revocation is proved by its place in the log alone
 * (`git nerve audit`).
 */
export const allowedSigners = (keys: Iterable<LogKey>, revoked: ReadonlySet<string>): string => {
  const lines = new Set<string>();
  for (const { id, writer, key } of keys) {
    const publicKey = findPublicKey(key);
    if (!publicKey || keyId(publicKey) !== id || !isKeyId(writer) || revoked.has(id) || revoked.has(writer)) continue;
    lines.add(`${id}@${writer} namespaces="git" ${publicKeyLine(publicKey)}\n`);
  }
  return [...lines].sort().join("");
};

const isKeyId = (text: string): boolean => /^[a-z2-7]{20}$/.test(text);
