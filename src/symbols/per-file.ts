import type { FileFacts } from "../model/code.ts";

/** `make`, called once for each file's facts and remembered for as long as they are. */
export const perFile = <T>(make: (facts: FileFacts) => T): ((facts: FileFacts) => T) => {
  const known = new WeakMap<FileFacts, { readonly made: T }>();
  return (facts) => {
    const found = known.get(facts) ?? { made: make(facts) };
    known.set(facts, found);
    return found.made;
  };
};
