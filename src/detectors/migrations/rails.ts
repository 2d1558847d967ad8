import { type NumberedTool, withoutZeros } from "./numbered-tool.ts";

/**
 * `db/migrate/20240131120000_add_email.rb`, and `db/<database>_migrate/`. Rails refuses two migrations of one version
 * (DuplicateMigrationVersionError) and two of one name, whatever their versions (DuplicateMigrationNameError).
 */
export const rails: NumberedTool = {
  name: "Rails",
  advice: "Give it a new name too if that is what collides, then let `bin/rails db:migrate` write db/schema.rb again.",

  claim(path) {
    const [, sequence, number, name] = /^((?:.*\/)?db\/(?:\w+_)?migrate)\/(\d+)_([a-z0-9_]+)(?:\.\w+)?\.rb$/.exec(path) ?? [];
    if (sequence === undefined || number === undefined || name === undefined) return undefined;
    return { sequence, slots: [withoutZeros(number), name], migration: path, counter: number.length < 8 ? number : null };
  },
};
