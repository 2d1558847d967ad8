import { removeMember, renameMember } from "./members.ts";
import { deleteModule, moveModule } from "./modules.ts";
import { move } from "./move.ts";
import type { Operation } from "./operation.ts";
import { becomeAsync, renameNamed, requireLess, requireMore, swap } from "./parameters.ts";
import { makePrivate, remove } from "./removal.ts";
import { rename } from "./rename.ts";

/** What breaks the uses of others. */
export const operations: readonly Operation[] = [
  ...[rename, move, remove, makePrivate],
  ...[requireMore, requireLess, swap, becomeAsync, renameNamed],
  ...[removeMember, renameMember, moveModule, deleteModule],
];
