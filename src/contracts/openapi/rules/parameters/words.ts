import type { Parameter } from "../../read/api.ts";

/** What a person calls it: "query parameter limit". */
export const parameterName = ({ in: place, name }: Parameter): string => `${place} parameter ${name}`;
