import { type NumberedTool, numberedClaim } from "./numbered-tool.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/**
 * `005_title.sql` and the like in a folder that is called after migrations: Knex, Sequelize, TypeORM, node-pg-migrate, goose, dbmate, sqlx, Supabase.
 * Python is left out: there a number orders nothing, see Django and Alembic. So are dates with signs in between, which may well be equal.
 */
export const numberedFiles: NumberedTool = {
  name: "numbered migrations",

  claim(path) {
    const [folder, file] = [folderOf(path), nameOf(path)];
    const [, title, number] = /^((\d+)[-_.].+?)(?:\.(?:sql|js|cjs|mjs|ts|cts|mts|go|php|rs|kt|java|cql|surql))+$/.exec(file) ?? [];
    if (title === undefined || number === undefined || !isSequence(folder) || separatedDate.test(file)) return undefined;
    return numberedClaim(folder, number, `${folder}/${title.replace(direction, "")}`);
  },

  nameIn: (text) => signs.find(([sign]) => sign.test(text))?.[1],
};

/** A folder called after migrations, or one below it such as `migrations/postgres`. */
const isSequence = (folder: string): boolean => /(?:^|[/_-])(?:migrations?|migrate)(?:\/\w+)?$/i.test(folder);

const separatedDate = /^(?:19|20)\d\d[-_.](?:0\d|1[0-2])[-_.]/;

const direction = /\.(?:do|undo|up|down)(?=\.|$)/;

const signs: readonly (readonly [RegExp, string])[] = [
  [/^-- *\+goose\b|\bgoose\.AddMigration/m, "goose"],
  [/^-- *migrate:up\b/m, "dbmate"],
  [/\bMigrationInterface\b/, "TypeORM"],
  [/\bqueryInterface\b/i, "Sequelize"],
  [/\bKnex\b|\bknex\b/, "Knex"],
  [/\bMigrationBuilder\b|\bpgm\b/, "node-pg-migrate"],
];
