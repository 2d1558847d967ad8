import { type NumberedTool, numberedClaim } from "./numbered-tool.ts";

/** `migrations/20240131120000_title/migration.sql`: Prisma, and Drizzle since its version 1. */
export const prisma: NumberedTool = {
  name: "Prisma",
  advice: "Then run `prisma migrate dev` on the merged schema to see that nothing is left over.",

  claim: (path) => claimOf(/^((?:.*\/)?(?:migrations|drizzle))\/((\d+)_[^/]+)\/migration\.sql$/, path),
};

/** `migrations/2024-01-31-120000_title/{up,down}.sql`; Diesel takes the dashes out of the version. */
export const diesel: NumberedTool = {
  name: "Diesel",
  advice: "Then run `diesel migration redo` and commit the schema file that it writes.",

  claim: (path) => claimOf(/^((?:.*\/)?migrations)\/(([\d-]+)_[^/]+)\/(?:up|down)\.sql$/, path),
};

const claimOf = (pattern: RegExp, path: string) => {
  const [, sequence, title, number] = pattern.exec(path) ?? [];
  return sequence === undefined || title === undefined || number === undefined
    ? undefined
    : numberedClaim(sequence, number.replaceAll("-", ""), `${sequence}/${title}`);
};
