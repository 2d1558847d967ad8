import type { Subject } from "../language.ts";
import { Unfit } from "../patch.ts";
import type { Stage } from "../stage.ts";

/** What a definition is called that uses the subject. It contains no name of the repository as a word. */
export const labelFor = ({ random }: Stage, { name }: Subject): string => `report_${name.replace(/\W/g, "")}_${random.below(1000)}`;

/** Module in file `to`, for an import in file `from`. Throws (unfit) when that cannot be written. */
export const requireModule = ({ language }: Stage, from: string, to: string): string => {
  const name = language.pen.moduleName(from, to);
  if (name === undefined) throw new Unfit("the module has no name");
  return name;
};
