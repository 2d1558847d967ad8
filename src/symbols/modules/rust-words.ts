import type { Definition } from "../../model/code.ts";

/** Names that every module has from the standard prelude or the language, and those of macros that are called most. */
export const preludeNames: ReadonlySet<string> = new Set(
  (
    "Option Some None Result Ok Err Vec String Box ToString ToOwned Clone Copy Send Sync Sized Drop Fn FnMut FnOnce AsRef AsMut Into From TryFrom TryInto Default Eq " +
    "PartialEq Ord PartialOrd Iterator IntoIterator Extend DoubleEndedIterator ExactSizeIterator FromIterator Unpin Debug Hash Self drop bool char str i8 i16 i32 i64 " +
    "i128 isize u8 u16 u32 u64 u128 usize f32 f64 std core alloc self println print eprintln eprint format panic assert assert_eq assert_ne debug_assert " +
    "debug_assert_eq vec todo unimplemented unreachable write writeln matches include_str include_bytes env option_env concat stringify dbg cfg line file column"
  ).split(" "),
);

/** Methods that types get from traits of the standard library: by `derive`, or because everything has them. */
export const traitMethods: ReadonlySet<string> = new Set(
  (
    "as_any as_mut as_ref borrow borrow_mut clamp clone clone_from clone_into cmp collect default deref deref_mut eq extend filter fmt for_each from from_iter from_str " +
    "ge gt hash index index_mut into into_iter iter le lt map max min ne next not partial_cmp poll try_from try_into to_owned to_string type_id add sub mul div neg " +
    "add_assign sub_assign source description drop await unwrap read write flush write_all"
  ).split(" "),
);

/**
 * Whether a macro may make something: of a type, one that is derived or that its name is handed to; of a module's text, one that is called at the
 * top and is handed `name`, or that pulls in other text.
 */
export const mayComeOfMacros = (type: Definition | null, text: string, name = ""): boolean => {
  if (type) {
    const above = text
      .split("\n")
      .slice(Math.max(0, type.line - 12), type.line)
      .join("\n");
    const derived = [...above.matchAll(/#\[derive\(([^)]*)\)\]/g)]
      .flatMap(([, list = ""]) => list.split(/[\s,]+/))
      .filter((one) => one !== "");
    const plain = type.name.slice(type.name.lastIndexOf(".") + 1);
    if (derived.some((one) => !plainDerives.has(one)) || new RegExp(`\\bDeref(?:Mut)?\\s+for\\s+${plain}\\b`).test(text)) return true;
    return calledAtTop(text).some((body) => new RegExp(`\\b${plain}\\b`).test(body));
  }
  return /#\[path\b|\binclude!/.test(text) || calledAtTop(text).some((body) => new RegExp(`\\b${name.replace(/\W/g, "")}\\b`).test(body));
};

const plainDerives: ReadonlySet<string> = new Set(
  "Debug Clone Copy PartialEq Eq PartialOrd Ord Hash Default Serialize Deserialize serde::Serialize serde::Deserialize".split(" "),
);

/** The texts that macros called between items are handed, and those of the macros that a file makes itself. */
const calledAtTop = (text: string): string[] =>
  [
    ...text.matchAll(
      /^(?:\w+::)*\w+!\s*\w*\s*[({[][\s\S]*?^[)}\]]|^(?:\w+::)*\w+!\s*[({[].*$|^([ \t]+)macro_rules!\s*\w+\s*[({[][\s\S]*?^\1[)}\]]/gm,
    ),
  ].map(([body]) => body);
