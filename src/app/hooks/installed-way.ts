import { holdsBlock } from "./block.ts";
import type { HookFacts } from "./facts.ts";
import { nerveHooks, placesOf } from "./layout.ts";
import { configuredName } from "./target.ts";
import type { HookWay } from "./way.ts";

/** What the files and entries of ours that are there were meant to be; undefined without any. */
export const findInstalledWay = ({ config, files, layout }: HookFacts): HookWay | undefined => {
  if (config.some(({ key }) => nerveHooks.some((hook) => key.startsWith(`hook.${configuredName(hook)}.`)))) return "config";
  if (files.has(layout.chainConfig)) return "chain";
  const holders = nerveHooks.flatMap((hook) => placesOf(layout, hook)).filter((place) => holdsBlock(files.get(place)?.text ?? ""));
  return files.has(layout.run) || holders.length > 0 ? "file" : undefined;
};
