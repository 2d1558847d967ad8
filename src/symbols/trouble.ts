import type { Definition } from "../model/code.ts";
import type { Misfit } from "./misfit.ts";

/** What is wrong with a use: it finds nothing, what it finds it may not have, nothing binds its name, or what it finds takes other arguments. */
export type Trouble =
  | { readonly kind: "missing" | "hidden" | "unbound" }
  | { readonly kind: "misfit"; readonly misfit: Misfit; readonly now: { readonly path: string; readonly definition: Definition } };
