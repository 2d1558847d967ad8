import type { Content, MediaType } from "../read/api.ts";
import { widerMediaTypes } from "../../apis/media-type.ts";
import type { Kept } from "./contract-pair.ts";
import type { Keyed } from "../../apis/keyed.ts";

/**
 * Media types that mean the same to those who send or receive them. What could be sent still can where a range takes it; what is received
 * still is understood where it is a kind of what was (`problem+json` is JSON).
 */
export const contentPair = (old: Content, current: Content, direction: "request" | "response"): Keyed<MediaType, KeptMediaType> => {
  const partnerOf = direction === "request" ? widerIn(current) : narrowerIn(current);
  const kept: KeptMediaType[] = [];
  const removed: MediaType[] = [];
  const partners = new Set<string>();
  for (const [key, media] of old) {
    const partner = current.has(key) ? key : partnerOf(key);
    const match = partner === undefined ? undefined : current.get(partner);
    if (partner === undefined || match === undefined) removed.push(media);
    else {
      kept.push({ key, old: media, current: match });
      partners.add(partner);
    }
  }
  return { kept, removed, added: [...current].filter(([key]) => !partners.has(key)).map(([, media]) => media) };
};

/** Finds what takes all that a media type stands for. */
const widerIn =
  (content: Content) =>
  (key: string): string | undefined =>
    widerMediaTypes(key).find((wider) => content.has(wider));

/** Finds the first that a media type takes. */
const narrowerIn = (content: Content) => {
  const first = new Map<string, string>();
  for (const key of content.keys()) for (const wider of widerMediaTypes(key)) if (!first.has(wider)) first.set(wider, key);
  return (key: string): string | undefined => first.get(key);
};

export interface KeptMediaType extends Kept<MediaType> {
  /** The old name, in lower case. */
  readonly key: string;
}
