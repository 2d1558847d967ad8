import type { Member, Subject } from "../language.ts";
import { Unfit } from "../patch.ts";
import { freshName, requireReferences, type Stage } from "../stage.ts";
import type { UseForm } from "../uses/use.ts";
import type { Operation } from "./operation.ts";
import { renameAll } from "./rename-all.ts";

const breaks: ReadonlySet<UseForm> = new Set([
  ...(["new file", "existing file", "through a barrel", "namespace import", "aliased import", "type-only import"] as const),
  ...(["new test file", "existing test file", "in the defining file", "in a file that imports it already"] as const),
]);

const spares: ReadonlySet<UseForm> = new Set(["re-export"]);

/** A member that nobody uses goes. */
export const removeMember: Operation = {
  name: "member removed",
  breaks,
  spares,

  apply(subject, stage, patch) {
    const member = pickMember(subject, stage, (one) => stage.language.referencesTo(subject, one).length === 0);
    patch.replace(subject.path, member.whole, "");
    return { aspect: { member } };
  },
};

/** A member gets another name, and everybody says that. */
export const renameMember: Operation = {
  name: "member renamed",
  breaks,
  spares,

  apply(subject, stage, patch) {
    const member = pickMember(subject, stage, () => true);
    const references = requireReferences(stage, subject, member);
    const name = freshName(stage, `${member.name}Renewed`, subject.path, ...references.map(({ path }) => path));
    renameAll(subject.path, member.nameAt, references, name, stage, patch);
    return { aspect: { member } };
  },
};

const pickMember = (subject: Subject, { random }: Stage, suits: (member: Member) => boolean): Member => {
  if (!subject.exported) throw new Unfit("nobody else sees its members");
  const found = random.shuffled(subject.members).find(suits);
  if (!found) throw new Unfit("it has no such member");
  return found;
};
