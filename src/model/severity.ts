export const severities = ["info", "low", "medium", "high", "blocking"] as const;

export type Severity = (typeof severities)[number];

/** Negative when `a` is milder than `b`. */
export const compareSeverity = (a: Severity, b: Severity): number => severities.indexOf(a) - severities.indexOf(b);
