import type { Requirement } from "./manifest.ts";

/** One requirement as PEP 508 writes it: `Name[extra]>=1,<2; marker` or `name @ url`. Undefined when it is none. */
export const pythonRequirement = (section: string, text: string): Requirement | undefined => {
  const [, name, rest = ""] = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*?)\s*$/s.exec(text) ?? [];
  if (name === undefined) return undefined;
  const [demand = "", marker] = rest.startsWith("@") ? rest.split(/\s;/, 2) : rest.split(";", 2);
  if (demand !== "" && !/^\s*(?:[@(<>=!~])/.test(demand)) return undefined;
  const wants = demand.trim().startsWith("@") ? demand.replace(/\s+/g, " ").trim() : specifier(demand);
  return {
    section,
    name: pythonName(name),
    wants: marker === undefined ? wants : `${wants}; ${marker.replace(/\s+/g, " ").trim()}`.trim(),
  };
};

/** PEP 503: "Ruamel.Yaml" and "ruamel-yaml" are one. */
export const pythonName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

/** The order of the parts of a specifier says nothing. */
export const specifier = (text: string): string =>
  text
    .replace(/[()\s]/g, "")
    .split(",")
    .filter((part) => part !== "")
    .sort()
    .join(",");
