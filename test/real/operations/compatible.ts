import type { Aspect } from "../language.ts";
import { Unfit } from "../patch.ts";
import { freshName, requireReferences } from "../stage.ts";
import { type UseForm, useForms } from "../uses/use.ts";
import { offeredOtherwise } from "./offered-otherwise.ts";
import type { Operation } from "./operation.ts";
import { moveWithReexport } from "./move.ts";
import { renameInside, requireCallable } from "./parameters.ts";

const harmless = { breaks: new Set<UseForm>(), spares: new Set<UseForm>(useForms) };
const aspect: Aspect = {};

/** It does the same, or more, by other means. */
const changeBody: Operation = {
  name: "only the body changed",
  ...harmless,

  apply(subject, { language }, patch) {
    const { body } = requireCallable(subject);
    if (!body) throw new Unfit("it has no statements");
    patch.insert(subject.path, body.at, language.pen.idle(body.indent));
    return { aspect };
  },
};

const offerMore: Operation = {
  name: "optional parameter added",
  ...harmless,

  apply(subject, { language }, patch) {
    const { list, parameters } = requireCallable(subject);
    if (parameters.some(({ rest, named }) => rest || named)) throw new Unfit("nothing can follow its last parameter");
    const last = parameters.at(-1);
    const text = language.pen.optionalParameter("mode");
    patch.insert(subject.path, last ? last.whole.end : list.start, last ? `, ${text}` : text);
    return { aspect };
  },
};

/** Only for callers who pass it by its place. */
const renameParameter: Operation = {
  name: "parameter renamed",
  ...harmless,

  apply(subject, stage, patch) {
    const { parameters } = requireCallable(subject);
    const found = parameters.find(({ name, named, rest }) => name !== null && !named && !rest);
    if (!found?.name) throw new Unfit("it has no parameter with a name");
    if (requireReferences(stage, subject).some(({ call }) => call?.named.some(({ name }) => name === found.name)))
      throw new Unfit("it is passed by name");
    renameInside(subject, found.name, found.nameAt, stage, patch);
    return { aspect };
  },
};

const addExport: Operation = {
  name: "another export added",
  ...harmless,

  apply(subject, stage, patch) {
    patch.append(subject.path, stage.language.pen.unrelated(freshName(stage, `${subject.name}Extra`, subject.path), true));
    return { aspect };
  },
};

/** What leaves every use as good as it was. */
export const compatible: readonly Operation[] = [changeBody, offerMore, renameParameter, addExport, moveWithReexport, ...offeredOtherwise];
