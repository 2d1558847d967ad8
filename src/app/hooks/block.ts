/** The first lines of a hook that had to be made because there was none. */
const ownHead = "#!/bin/sh\n# Made by git nerve, and removed with it.\n";

const blockPattern = /^# >>> git nerve >>>.*\n(?:(?!# >>> git nerve >>>).*\n)*?# <<< git nerve <<<.*(?:\n|$)/gm;

/** Shells that read our lines as POSIX sh does. */
const shebangOfShell = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-S[ \t]+)?)?(?:\S*\/)?(?:ba|da|a|k|mk|z)?sh(?:[ \t]+[^\r\n]*)?\n/;

/** True for a script of a shell into which our lines can go. Texts here are bytes as latin1, so that any file survives the way through. */
export const isShellScript = (text: string): boolean => shebangOfShell.test(text) && !text.includes("\0");

/** A hook of ours alone. */
export const ownScript = (block: string): string => `${ownHead}${block}`;

/** The script with our lines in front of everything it does, instead of those it has. */
export const withBlock = (text: string, block: string): string => {
  if (isOwn(text)) return ownScript(block);
  const rest = text.replace(blockPattern, "");
  const start = rest.indexOf("\n") + 1;
  return rest.slice(0, start) + block + rest.slice(start);
};

/** The script as it would be without us; null when nothing but us was in it. */
export const withoutBlock = (text: string): string | null => {
  if (!holdsBlock(text)) return text;
  if (isOwn(text)) return null;
  const rest = text.replace(blockPattern, "");
  return rest.startsWith(ownHead) ? rest.replace(ownHead, "#!/bin/sh\n") : rest;
};

export const holdsBlock = (text: string): boolean => text.search(blockPattern) >= 0;

/** True when the first thing the script does is ours: only comments stand before it. */
export const startsWithBlock = (text: string): boolean => {
  const at = text.search(blockPattern);
  return (
    at > 0 &&
    text
      .slice(0, at)
      .split("\n")
      .every((line) => line === "" || line.startsWith("#"))
  );
};

const isOwn = (text: string): boolean => text.startsWith(ownHead) && text.replace(blockPattern, "") === ownHead;
