import type { ContractChange } from "./change.ts";

/** Orders changes by these members, the first one first, and by their sentences last. By code unit: the same on every machine. */
export const inOrderOf =
  (...members: readonly ("rule" | "direction" | "at")[]) =>
  (a: ContractChange, b: ContractChange): number => {
    for (const member of [...members, "message"] as const) {
      const [one, other] = [`${a[member]}`, `${b[member]}`];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  };
