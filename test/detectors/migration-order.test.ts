import { expect, test } from "vitest";
import type { Hazard } from "../../src/detectors/detector.ts";
import { migrationOrder } from "../../src/detectors/migration-order.ts";
import { textsWanted } from "../../src/detectors/texts-wanted.ts";
import { mirroredPair } from "../../src/model/pair.ts";
import { type Edits, type Files, pairOfFiles } from "../support/pair-of-files.ts";

const found = (ours: Edits, theirs: Edits, base: Files = {}): Hazard[] => [...migrationOrder.detect(pairOfFiles(base, ours, theirs))];
const places = (ours: Edits, theirs: Edits, base: Files = {}): string[] => found(ours, theirs, base).map(({ place }) => place);

/** A new file for each path, each with a text of its own. */
const added = (...paths: string[]): Edits => Object.fromEntries(paths.map((path) => [path, `-- ${path}`]));

const django = (dependencies: string, more = ""): string =>
  `from django.db import migrations\n\nclass Migration(migrations.Migration):\n${more}\n    dependencies = [\n        ${dependencies}\n    ]\n    operations = []\n`;
const alembic = (revision: string, down: string, more = ""): string =>
  `"""title"""\nrevision: str = "${revision}"\ndown_revision: Union[str, None] = ${down}\n${more}\ndef upgrade(): pass\n`;

test.each([
  ["Rails, one version", "db/migrate/20240131120000_add_a.rb", "db/migrate/20240131120000_add_b.rb", "db/migrate#20240131120000"],
  ["Rails, one name", "db/migrate/20240131120000_add_a.rb", "db/migrate/20240201120000_add_a.rb", "db/migrate#add_a"],
  ["Rails, another database", "db/pets_migrate/1_a.rb", "db/pets_migrate/01_b.rb", "db/pets_migrate#1"],
  ["Flyway", "db/migration/V5__a.sql", "db/migration/V5__b.sql", "db/migration#V5"],
  ["Flyway, one version written in two ways", "sql/V1_2.0__a.sql", "sql/V1.02__b.sql", "sql#V1.2"],
  ["Flyway, undo", "db/migration/U5__a.sql", "db/migration/U5__b.sql", "db/migration#U5"],
  [
    "Prisma",
    "prisma/migrations/20240131120000_a/migration.sql",
    "prisma/migrations/20240131120000_b/migration.sql",
    "prisma/migrations#20240131120000",
  ],
  ["Diesel", "migrations/2024-01-31-120000_a/up.sql", "migrations/2024-01-31-120000_b/up.sql", "migrations#20240131120000"],
  ["Drizzle", "drizzle/0004_brave_thor.sql", "drizzle/0004_shy_hulk.sql", "drizzle#4"],
  [
    "Laravel",
    "database/migrations/2024_01_31_120000_a.php",
    "database/migrations/2024_01_31_120000_b.php",
    "database/migrations#2024_01_31_120000",
  ],
  ["Ecto, one name", "priv/repo/migrations/20240131120000_a.exs", "priv/repo/migrations/20240201120000_a.exs", "priv/repo/migrations#a"],
  ["EF Core", "Data/Migrations/20240131120000_A.cs", "Data/Migrations/20240131120000_B.cs", "Data/Migrations#20240131120000"],
  ["golang-migrate", "store/sql/000005_a.up.sql", "store/sql/000005_b.up.sql", "store/sql#5"],
  ["Knex", "migrations/20240131120000_a.js", "migrations/20240131120000_b.ts", "migrations#20240131120000"],
  ["Sequelize", "src/migrations/20240131120000-a.js", "src/migrations/20240131120000-b.js", "src/migrations#20240131120000"],
  ["TypeORM", "src/migration/1700000000000-A.ts", "src/migration/1700000000000-B.ts", "src/migration#1700000000000"],
  ["goose", "db/migrations/00005_a.sql", "db/migrations/00005_b.go", "db/migrations#5"],
  ["numbers of different width", "migrations/5_a.sql", "migrations/005_b.sql", "migrations#5"],
  ["by database", "migrations/postgres/005_a.sql", "migrations/postgres/005_b.sql", "migrations/postgres#5"],
])("one place in a sequence, claimed twice: %s", (_tool, mine, other, place) => {
  expect(places(added(mine), added(other))).toEqual([place]);
});

test.each([
  ["Rails, different versions and names", "db/migrate/20240131120000_add_a.rb", "db/migrate/20240131120001_add_b.rb"],
  ["Rails, different databases", "db/migrate/20240131120000_add_a.rb", "db/pets_migrate/20240131120000_add_a.rb"],
  ["Flyway, different versions", "db/migration/V5__a.sql", "db/migration/V5.1__b.sql"],
  ["Flyway, repeatable", "db/migration/R__a.sql", "db/migration/R__b.sql"],
  ["Flyway, a version and its undo", "db/migration/V5__a.sql", "db/migration/U5__a.sql"],
  ["Flyway, different schemas", "db/migration/users/V5__a.sql", "db/migration/orders/V5__a.sql"],
  ["Prisma, different times", "prisma/migrations/20240131120000_a/migration.sql", "prisma/migrations/20240131120001_b/migration.sql"],
  ["Laravel, the same year", "database/migrations/2024_01_31_120000_a.php", "database/migrations/2024_01_31_120001_b.php"],
  ["golang-migrate, one migration in two directions", "sql/000005_a.up.sql", "sql/000005_a.down.sql"],
  ["decision records", "docs/0001-use-sql.md", "docs/0001-use-rust.md"],
  ["decision records about migrations", "docs/migrations/0001-a.md", "docs/migrations/0001-b.md"],
  ["numbered files that are no migrations", "chapters/005_a.sql", "chapters/005_b.sql"],
  ["fixtures", "tests/fixtures/migrations/005_a.sql", "tests/fixtures/migrations/005_b.sql"],
  ["data beside migrations", "migrations/005_a.csv", "migrations/005_b.csv"],
  ["days are no numbers", "migrations/2024-01-31-a.sql", "migrations/2024-01-31-b.sql"],
  ["numbers mean nothing in Python", "migrations/005_a.py", "migrations/005_b.py"],
])("nothing collides: %s", (_tool, mine, other) => {
  expect(places(added(mine), added(other))).toEqual([]);
});

test("what is found says who claims what, and which number is free", () => {
  const [ours, theirs] = [
    added("db/migrations/005_a.up.sql", "db/migrations/005_a.down.sql"),
    added("db/migrations/005_b.up.sql", "db/migrations/006_c.up.sql"),
  ];
  expect(found(ours, theirs)).toMatchObject([
    {
      severity: "high",
      place: "db/migrations#5",
      files: ["db/migrations/005_a.down.sql", "db/migrations/005_a.up.sql", "db/migrations/005_b.up.sql"],
      summary: "Both worktrees add migration 5 to db/migrations: 005_a.down.sql, 005_a.up.sql, 005_b.up.sql",
      evidence: { slot: "5", nextFree: "007", theirs: { files: ["db/migrations/005_b.up.sql"] } },
      suggestedAction: "The side that lands second renames its migration to the next free number, 007.",
    },
  ]);
});

test.each([
  ["-- +goose Up", "goose"],
  ["-- migrate:up", "dbmate"],
  ["create table a ();", "numbered migrations"],
])("%s tells which tool it is", (text, tool) => {
  const [hazard] = found({ "migrations/5_a.sql": text }, { "migrations/5_b.sql": `${text}\n` });
  expect(hazard?.evidence["tool"]).toBe(tool);
});

test("the same migration on both sides, and an edit of an old one, claim nothing", () => {
  expect(places(added("migrations/5_a.sql"), added("migrations/5_a.sql"))).toEqual([]);
  expect(places({ "migrations/4_z.sql": "edited" }, added("migrations/5_a.sql"), { "migrations/4_z.sql": "z" })).toEqual([]);
  expect(
    places({ "migrations/4_y.sql": "z", "migrations/4_z.sql": null }, added("migrations/4_b.sql"), { "migrations/4_z.sql": "z" }),
  ).toEqual([]);
});

test("a migration that was moved to a number claims it, and leaves the one it had", () => {
  const base = { "migrations/4_z.sql": "z" };
  const moved = { "migrations/4_z.sql": null, "migrations/5_z.sql": "z" };
  expect(places(moved, added("migrations/5_a.sql"), base)).toEqual(["migrations#5"]);
  expect(places(moved, added("migrations/6_a.sql"), base)).toEqual([]);
});

test("two files of one path are one claim each, since git says the rest", () => {
  expect(places({ "migrations/5_a.sql": "one" }, { "migrations/5_a.sql": "two" })).toEqual(["migrations#5"]);
});

test("Drizzle is known by its journal, wherever it lies", () => {
  const side = (name: string): Edits => ({ [`src/db/out/0004_${name}.sql`]: name, "src/db/out/meta/_journal.json": name });
  expect(found(side("a"), side("b"))).toMatchObject([{ place: "src/db/out#4", evidence: { tool: "Drizzle" } }]);
  expect(places({ "src/db/out/0004_a.sql": "a" }, { "src/db/out/0004_b.sql": "b" })).toEqual([]);
});

test("Django: two migrations after one are two leaves, whatever their numbers", () => {
  const [ours, theirs] = [
    { "shop/migrations/0004_a.py": django('("shop", "0003_z"),') },
    { "shop/migrations/0005_b.py": django("('shop', '0003_z')") },
  ];
  expect(found(ours, theirs)).toMatchObject([
    {
      place: "shop/migrations#after 0003_z",
      summary: "Both worktrees add a migration after 0003_z to shop/migrations: 0004_a.py, 0005_b.py",
      evidence: { tool: "Django", ours: { dependsOn: ["0003_z"] } },
      suggestedAction:
        "The side that lands second runs `python manage.py makemigrations --merge` after the merge, or puts its migration behind the other one.",
    },
  ]);
});

test("Django: a label that is not the folder's name is found by the number before", () => {
  const text = (more: string) => django(`("auth", "0012_x"), ("market", "0003_z"), # ${more}`);
  expect(places({ "shop/migrations/0004_a.py": text("a") }, { "shop/migrations/0004_b.py": text("b") })).toEqual([
    "shop/migrations#after 0003_z",
  ]);
});

test.each<[string, Edits, Edits]>([
  [
    "different apps",
    { "shop/migrations/0004_a.py": django('("shop", "0003_z")') },
    { "blog/migrations/0004_a.py": django('("blog", "0003_z")') },
  ],
  [
    "a squash",
    { "shop/migrations/0001_squashed.py": django("", '    replaces = [("shop", "0001_initial")]') },
    { "shop/migrations/0001_b.py": django("") },
  ],
  ["no migration", { "shop/migrations/0004_a.py": "dependencies = []" }, { "shop/migrations/0004_b.py": django('("shop", "0003_z")') }],
  [
    "different parents",
    { "shop/migrations/0004_a.py": django('("shop", "0003_z")') },
    { "shop/migrations/0005_b.py": django('("shop", "0004_y")') },
  ],
  [
    "one goes behind the other, which it has taken over",
    { "shop/migrations/0004_a.py": django('("shop", "0003_z")') },
    { "shop/migrations/0004_a.py": django('("shop", "0003_z")'), "shop/migrations/0005_b.py": django('("shop", "0004_a")') },
  ],
  [
    "a merge migration joins them",
    { "shop/migrations/0004_a.py": django('("shop", "0003_z")') },
    {
      "shop/migrations/0004_b.py": django('("shop", "0003_z"),'),
      "shop/migrations/0005_merge.py": django('("shop", "0004_a"), ("shop", "0004_b")'),
    },
  ],
])("Django: %s, nothing forks", (_name, ours, theirs) => {
  expect(places(ours, theirs)).toEqual([]);
});

test("Alembic: two revisions after one are two heads, unless they are joined or branches by intent", () => {
  const ours = { "alembic/versions/aaa_x.py": alembic("aaa", '"zzz"') };
  expect(places(ours, { "alembic/versions/bbb_y.py": alembic("bbb", "'zzz'") })).toEqual(["alembic/versions#after zzz"]);
  expect(places({ "v/versions/a.py": alembic("aaa", "None") }, { "v/versions/b.py": alembic("bbb", "None") })).toEqual([
    "v/versions#first",
  ]);
  expect(places(ours, { "alembic/versions/bbb_y.py": alembic("bbb", "'yyy'") })).toEqual([]);
  expect(places(ours, { "alembic/versions/bbb_y.py": alembic("bbb", "'zzz'", "branch_labels = ('b',)") })).toEqual([]);
  expect(
    places(ours, { "alembic/versions/bbb_y.py": alembic("bbb", "'zzz'"), "alembic/versions/m.py": alembic("mmm", '("aaa", "bbb")') }),
  ).toEqual([]);
});

test("texts are read only where both sides add to one sequence", () => {
  const wanted = (ours: Edits, theirs: Edits) => textsWanted(pairOfFiles({}, ours, theirs)).size;
  expect(wanted(added("a/migrations/0004_a.py"), added("b/migrations/0004_b.py"))).toBe(0);
  expect(wanted(added("a/migrations/0004_a.py"), added("a/migrations/0004_b.py"))).toBe(2);
});

test("seen from the other side it is the same hazard", () => {
  const input = pairOfFiles({}, added("db/migrate/1_a.rb", "m/migrations/2_a.sql"), added("db/migrate/1_b.rb", "m/migrations/2_b.sql"));
  const short = ({ place, files, summary, suggestedAction }: Hazard) => ({ place, files, summary, suggestedAction });
  expect([...migrationOrder.detect(mirroredPair(input))].map(short)).toEqual([...migrationOrder.detect(input)].map(short));
});
