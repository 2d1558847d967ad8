import type { Level } from "../../change.ts";
import type { SchemaFinding } from "../../schema/goal.ts";

/**
 * How bad a finding is for consumers, where that is not what the schema says. A response that holds a new enum value or property, or text
 * of another form, is wider by the letter; most consumers are prepared for it, and nearly every release has some. An enum that is gone is
 * no worse than one that grows.
 */
export const levelFor = ({ rule, level, at, message }: SchemaFinding, direction: "request" | "response"): Level => {
  if (level !== "breaking") return level;
  if (direction === "response" && (rule === "enum-value" || rule === "enumerated") && at.endsWith("/enum")) return "dangerous";
  if (direction === "response" && rule === "pattern") return "dangerous";
  if (direction === "response" && rule === "property-refused" && !message.startsWith("Properties")) return "dangerous";
  return level;
};
