import type { ManifestFormat } from "./manifest.ts";
import { pythonRequirement } from "./python-requirement.ts";

/** pip's lists: `requirements.txt`, `requirements-dev.txt`, `requirements/base.in`, `constraints.txt`. */
export const requirementsTxt: ManifestFormat = {
  ecosystem: "PyPI",
  matches: (path) => /(?:^|\/)(?:[\w.-]*(?:requirements|constraints)[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/.test(path),

  read: (text) =>
    text
      .replace(/\\\r?\n/g, " ")
      .split("\n")
      .map((line) => line.replace(/(?:^|\s)#.*$/, "").replace(/\s--.*$/, ""))
      .flatMap((line) => (line.trimStart().startsWith("-") ? [] : (pythonRequirement("requirements", line) ?? []))),
};
