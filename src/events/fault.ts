import type * as z from "zod/mini";

/** The first thing that is wrong with a body, for whoever wrote it: `body.counters: expected a record`. */
export const faultOf = ({ issues: [issue] }: z.core.$ZodError): string => {
  if (!issue) return "body: does not fit";
  const place = ["body", ...issue.path.map(String)].join(".");
  return `${place.slice(0, 200)}: ${complaint(issue)}`;
};

const complaint = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${issue.expected}`;
    case "invalid_value":
      return `expected one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "too_big":
      return `at most ${issue.maximum}${issue.origin === "string" ? " characters" : ""}`;
    case "too_small":
      return issue.origin === "string" ? "is empty" : `at least ${issue.minimum}`;
    case "custom":
      return issue.message;
    default:
      return "has the wrong form";
  }
};
