import type { Message } from "../read/api.ts";

/** What a person calls it: "message userSignedUp". */
export const messageName = ({ names }: Message): string => {
  const name = names.find((one) => one !== undefined);
  return name === undefined ? "the message" : `message ${name}`;
};

/** At the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
