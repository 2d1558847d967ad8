import type { Atom } from "../../../schema/atom.ts";
import { finding, type SchemaRule } from "../../../schema/goal.ts";
import { placeName } from "../../../documents/pointer.ts";
import type { Lifecycle } from "../../read/api.ts";
import { lifecycleOf } from "../../read/lifecycle.ts";

/** Until when a property lives: a day that nobody can read, that comes earlier, or that is not said any more. */
export const sunset: SchemaRule = {
  id: "sunset",

  *check({ way, given, asked }) {
    const [old, current] = way === "narrowing" ? [given, asked] : [asked, given];
    const [was, now] = [endOf(old.atoms), endOf(current.atoms)];
    if (now === undefined && was === undefined) return;
    const said = (at: string, message: string) => finding("sunset", at, message);
    if (now === undefined) {
      const stays = current.atoms.find((atom) => lifecycleOf(atom).deprecated);
      if (stays) yield said(stays.pointer, `${placeName(stays.pointer)} stays deprecated, but when it goes is not said any more.`);
    } else if (now.date === undefined) {
      if (was === undefined || was.date !== undefined)
        yield said(now.at, `When ${placeName(now.at)} goes cannot be read: it is not a date like 2030-12-31.`);
    } else if (was?.date !== undefined && now.date < was.date) {
      yield said(now.at, `${placeName(now.at)} was to go on ${was.date}, and goes on ${now.date} already.`);
    }
  },
};

const endOf = (atoms: readonly Atom[]): Lifecycle["sunset"] =>
  atoms.map((atom) => lifecycleOf(atom).sunset).find((end) => end !== undefined);
