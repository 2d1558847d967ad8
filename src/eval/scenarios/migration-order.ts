import { code } from "../code.ts";
import type { Expected, Scenario } from "../scenario.ts";

const collide = (...files: readonly string[]): Expected => ({ kind: "migration_order", severity: "high", files });

const base = { "README.md": "# Shop\n" };

const djangoMigration = (after: string, field: string): string =>
  code`
    from django.db import migrations, models


    class Migration(migrations.Migration):
        dependencies = [("shop", "AFTER")]

        operations = [migrations.AddField("order", "FIELD", models.TextField(default=""))]
  `
    .replace("AFTER", after)
    .replace("FIELD", field);

const django = {
  "shop/__init__.py": "",
  "shop/migrations/__init__.py": "",
  "shop/migrations/0001_initial.py": djangoMigration("", "name").replace('("shop", "")', ""),
};

const alembicMigration = (revision: string, after: string, column: string): string =>
  code`
    """add COLUMN"""

    revision = "REVISION"
    down_revision = "AFTER"


    def upgrade():
        op.add_column("orders", sa.Column("COLUMN", sa.String()))
  `
    .replaceAll("COLUMN", column)
    .replace("REVISION", revision)
    .replace("AFTER", after);

const alembic = {
  "alembic.ini": "[alembic]\nscript_location = alembic\n",
  "alembic/versions/a1_initial.py": alembicMigration("a1", "", "id").replace('down_revision = ""', "down_revision = None"),
};

const knexMigration = code`
  exports.up = (knex) => knex.schema.alterTable("orders", (table) => table.text("note"));
  exports.down = (knex) => knex.schema.alterTable("orders", (table) => table.dropColumn("note"));
`;

/** Both add a migration, and the database tool has one place for the two of them; or only the names look like that. */
export const migrationOrder: readonly Scenario[] = [
  {
    name: "Rails: both add a migration of one version",
    base,
    alice: { "db/migrate/20240301120000_add_note.rb": "class AddNote < ActiveRecord::Migration[7.1]\nend\n" },
    bob: { "db/migrate/20240301120000_add_tax.rb": "class AddTax < ActiveRecord::Migration[7.1]\nend\n" },
    expected: [collide("db/migrate/20240301120000_add_note.rb", "db/migrate/20240301120000_add_tax.rb")],
  },
  {
    name: "Django: both add a migration after the same one",
    base: django,
    alice: { "shop/migrations/0002_note.py": djangoMigration("0001_initial", "note") },
    bob: { "shop/migrations/0002_tax.py": djangoMigration("0001_initial", "tax") },
    committed: ["alice"],
    expected: [collide("shop/migrations/0002_note.py", "shop/migrations/0002_tax.py")],
  },
  {
    name: "Flyway: both add a migration of one version",
    base: { ...base, "sql/V1__initial.sql": "CREATE TABLE orders (id int);\n" },
    alice: { "sql/V2__note.sql": "ALTER TABLE orders ADD note text;\n" },
    bob: { "sql/V2__tax.sql": "ALTER TABLE orders ADD tax int;\n" },
    expected: [collide("sql/V2__note.sql", "sql/V2__tax.sql")],
  },
  {
    name: "Prisma: both add a migration of one time",
    base,
    alice: { "prisma/migrations/20240301120000_note/migration.sql": 'ALTER TABLE "Order" ADD COLUMN "note" TEXT;\n' },
    bob: { "prisma/migrations/20240301120000_tax/migration.sql": 'ALTER TABLE "Order" ADD COLUMN "tax" INTEGER;\n' },
    expected: [collide("prisma/migrations/20240301120000_note/migration.sql", "prisma/migrations/20240301120000_tax/migration.sql")],
  },
  {
    name: "Knex: both add a migration of one number",
    base: { "migrations/001_initial.js": knexMigration },
    alice: { "migrations/002_note.js": knexMigration.replaceAll("note", "remark") },
    bob: { "migrations/002_tax.js": knexMigration.replaceAll("note", "tax") },
    committed: ["alice", "bob"],
    expected: [collide("migrations/002_note.js", "migrations/002_tax.js")],
  },
  {
    name: "Alembic: both add a revision after the same one",
    base: alembic,
    alice: { "alembic/versions/b2_note.py": alembicMigration("b2", "a1", "note") },
    bob: { "alembic/versions/c3_tax.py": alembicMigration("c3", "a1", "tax") },
    expected: [collide("alembic/versions/b2_note.py", "alembic/versions/c3_tax.py")],
  },
  {
    name: "Alembic: both add a revision, one side joins the two",
    base: alembic,
    alice: { "alembic/versions/b2_note.py": alembicMigration("b2", "a1", "note") },
    bob: {
      "alembic/versions/b2_note.py": alembicMigration("b2", "a1", "note"),
      "alembic/versions/c3_tax.py": alembicMigration("c3", "b2", "tax"),
    },
    expected: [],
  },
  {
    name: "Django: both add a migration, each in an app of its own",
    base: { ...django, "stock/__init__.py": "", "stock/migrations/__init__.py": "" },
    alice: { "shop/migrations/0002_note.py": djangoMigration("0001_initial", "note") },
    bob: { "stock/migrations/0002_tax.py": djangoMigration("0001_initial", "tax").replace('"shop"', '"stock"') },
    expected: [],
  },
  {
    name: "Rails: both add a migration, at different times",
    base,
    alice: { "db/migrate/20240301120000_add_note.rb": "class AddNote < ActiveRecord::Migration[7.1]\nend\n" },
    bob: { "db/migrate/20240301130000_add_tax.rb": "class AddTax < ActiveRecord::Migration[7.1]\nend\n" },
    expected: [],
  },
  {
    name: "Flyway: both add a migration, of different versions",
    base,
    alice: { "sql/V2__note.sql": "ALTER TABLE orders ADD note text;\n" },
    bob: { "sql/V3__tax.sql": "ALTER TABLE orders ADD tax int;\n" },
    expected: [],
  },
  {
    name: "Both add a decision record of one number",
    base,
    alice: { "docs/adr/0007-use-postgres.md": "# Use Postgres\n" },
    bob: { "docs/adr/0007-use-queues.md": "# Use queues\n" },
    expected: [],
  },
  {
    name: "Both add pictures of one number",
    base,
    alice: { "assets/002_cart.svg": "<svg/>\n" },
    bob: { "assets/002_door.svg": "<svg></svg>\n" },
    expected: [],
  },
  {
    name: "Both add the very same migration",
    base,
    alice: { "sql/V2__note.sql": "ALTER TABLE orders ADD note text;\n" },
    bob: { "sql/V2__note.sql": "ALTER TABLE orders ADD note text;\n", "README.md": "# Shop with notes\n" },
    expected: [],
  },
];
