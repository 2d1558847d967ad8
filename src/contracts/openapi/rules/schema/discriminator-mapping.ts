import { finding, type SchemaRule } from "../../../schema/goal.ts";
import { placeName } from "../../../schema/pointer.ts";
import { discriminatorOf } from "./discriminator.ts";

/** A value that told which alternative is meant tells another, or nothing. The names of the schemas themselves still do. */
export const discriminatorMapping: SchemaRule = {
  id: "discriminator-mapping",

  *check({ way, given, asked }) {
    const [old, current] = way === "narrowing" ? [given, asked] : [asked, given];
    const [was, now] = [discriminatorOf(old.atoms), discriminatorOf(current.atoms)];
    if (!was || !now || was.property !== now.property) return;
    for (const [value, target] of was.mapping) {
      const other = now.mapping.get(value);
      if (other === target) continue;
      const what = other === undefined ? "means nothing said now" : `means ${other} now`;
      const message = `The ${was.property} ${value} of ${placeName(now.at)} meant ${target}, and ${what}.`;
      yield finding("discriminator-mapping", now.at, message, "dangerous");
    }
  },
};
