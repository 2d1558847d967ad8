import type { Reference, Span } from "../language.ts";
import type { Patch } from "../patch.ts";
import type { Stage } from "../stage.ts";

/** A definition and all that mentions it say another name. */
export const renameAll = (
  path: string,
  at: Span,
  references: readonly Reference[],
  name: string,
  { language }: Stage,
  patch: Patch,
): void => {
  patch.replace(path, at, name);
  for (const { path: user, at: mention, isShorthand } of references) {
    const old = language.files.get(user)?.text.slice(mention.start, mention.end) ?? "";
    patch.replace(user, mention, isShorthand ? `${old}: ${name}` : name);
  }
};
