/** A name as it is compared: in lower case, without quality and character set, which do not change what is said. */
export const mediaTypeKey = (name: string): string => {
  const [type = "", ...parameters] = name
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const telling = parameters.filter((parameter) => parameter !== "" && !/^(?:q|charset)\s*=/.test(parameter));
  return [type, ...telling.sort()].join(";");
};

/** Whether who handles one handles the other. */
export const coversMediaType = (wide: string, narrow: string): boolean => wide === narrow || widerMediaTypes(narrow).includes(wide);

/** What takes in a media type, the narrowest first: the syntax it is written in (`json` for `problem+json`), and the ranges it is in. */
export const widerMediaTypes = (key: string): string[] => {
  const [type = "", sub = ""] = key.split("/");
  const parts = sub.split("+");
  const syntaxes = parts.slice(1).map((_, i) => `${type}/${parts.slice(i + 1).join("+")}`);
  return [...syntaxes, `${type}/*`, "*/*"];
};

/** Whether values are written as text without types: forms, and everything that is no JSON or relative. */
export const isText = (key: string): boolean => /^(?:application\/x-www-form-urlencoded|multipart\/|text\/plain)/.test(key);
