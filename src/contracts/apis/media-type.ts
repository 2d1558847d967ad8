/** A name as it is compared: in lower case, without quality and character set, which do not change what is said. */
export const mediaTypeKey = (name: string): string => {
  const [type = "", ...parameters] = name
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const telling = parameters.filter((parameter) => parameter !== "" && !/^(?:q|charset)\s*=/.test(parameter));
  return [type, ...telling.sort()].join(";");
};

/** Whether who handles one handles the other: a range and what is in it, a syntax and what is written in it (`json`, `problem+json`). */
export const coversMediaType = (wide: string, narrow: string): boolean => {
  if (wide === narrow || wide === "*/*") return true;
  const [wideType = "", wideSub = ""] = wide.split("/");
  const [type = "", sub = ""] = narrow.split("/");
  if (wideType !== type) return false;
  return wideSub === "*" || sub.endsWith(`+${wideSub}`);
};

/** Whether values are written as text without types: forms, and everything that is no JSON or relative. */
export const isText = (key: string): boolean => /^(?:application\/x-www-form-urlencoded|multipart\/|text\/plain)/.test(key);
