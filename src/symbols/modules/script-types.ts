import { linesOf } from "./found.ts";
import type { Asked } from "./module-system.ts";

/**
 * Whether a type, or an object, of a script could have a member that its facts do not show: one with a computed name, one that a constructor
 * makes, one from a type that is worked out from others, one that every object has. `text` is that of its file.
 */
export const mayHaveMoreMembers = ({ definition, member, itself }: Asked, text: string): boolean => {
  const own = linesOf(text, definition);
  if (membersOfObjects.has(member)) return true;
  if (membersOfFunctions.has(member) && (definition.kind === "class" ? itself : isCallable(own))) return true;
  // An index signature, a mapped type, or a name in brackets.
  if (/\[\s*(?:readonly\s+)?\w+\s*(?::|\bin\b)|^\s*(?:(?:readonly|static|declare|async|get|set)\s+)*\*?\[/m.test(surfaceOf(own)))
    return true;
  const name = member.replace(/[^\w$]/g, "").replaceAll("$", "\\$");
  switch (definition.kind) {
    case "type":
      return !isObjectType(own);
    case "variable":
    case "field":
      return /\.\.\.|\b(?:as|satisfies)\b/.test(own) || new RegExp(`\\.${name}\\s*=[^=]`).test(text);
    case "class":
    case "interface":
      return (
        heritageOf(own) > definition.supertypes.length ||
        new RegExp(`\\b(?:public|private|protected|readonly|override)\\s+${name}\\s*[?:,)=]|\\bthis\\.${name}\\s*=[^=]`).test(own)
      );
    default:
      return false;
  }
};

/** The members of a type or object by themselves: without strings and comments, and without what stands in brackets inside of them. */
const surfaceOf = (text: string): string => {
  const plain = text.replace(/\/\*[^]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, "");
  const open: string[] = [];
  let surface = "";
  for (const sign of plain) {
    if (")]}".includes(sign)) open.pop();
    if ("([{".includes(sign)) open.push(sign);
    // `[key: string]: number` and `[name]() {}` are members; a list in a list is none.
    const braces = open.filter((one) => one === "{").length;
    if (braces <= 1 && !open.includes("(") && open.length - braces <= 1) surface += sign;
  }
  return surface;
};

const membersOfObjects: ReadonlySet<string> = new Set(
  "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__".split(" "),
);

const membersOfFunctions: ReadonlySet<string> = new Set("apply arguments bind call caller length name prototype".split(" "));

/** Whether a type says that its values can be called: `{ (id: string): void }`, `new (): Store`. */
const isCallable = (text: string): boolean => /(?:^|[{;,])\s*(?:new\s*)?(?:<[^>]*>\s*)?\(/m.test(text);

/** Whether `type T = {…}` is all there is. */
const isObjectType = (text: string): boolean => {
  const body = text.slice(text.indexOf("=") + 1).trim();
  return body.startsWith("{") && endOfBracket(body) === body.replace(/[\s;]+$/, "").length - 1;
};

const endOfBracket = (text: string): number => {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[{}]/g)) {
    depth += bracket === "{" ? 1 : -1;
    if (depth === 0) return index;
  }
  return -1;
};

/** How many types a class or interface says it is made from. */
const heritageOf = (text: string): number => {
  const [, heritage = ""] = /\b(?:class|interface)\b[^{]*?((?:\bextends\b|\bimplements\b)[\s\S]*?)\{/.exec(text) ?? [];
  if (heritage === "") return 0;
  let plain = heritage;
  for (let before = ""; before !== plain;) {
    before = plain;
    plain = plain.replace(/<[^<>]*>|\([^()]*\)/g, "");
  }
  return plain.split(/,|\b(?:extends|implements)\b/).filter((part) => part.trim() !== "").length;
};
