import { alembic } from "./alembic.ts";
import type { ChainedTool } from "./chained-tool.ts";
import { django } from "./django.ts";
import { drizzle } from "./drizzle.ts";
import { ecto } from "./ecto.ts";
import { entityFramework } from "./entity-framework.ts";
import { flyway } from "./flyway.ts";
import { diesel, prisma } from "./folder-per-migration.ts";
import { laravel } from "./laravel.ts";
import { numberedFiles } from "./numbered-files.ts";
import type { NumberedTool } from "./numbered-tool.ts";
import { rails } from "./rails.ts";
import { upAndDown } from "./up-and-down.ts";

/** Of several that know a file name the first one has it: what is sure comes before what is general. */
export const numberedTools: readonly NumberedTool[] = [
  ...[rails, flyway, laravel, prisma, diesel, drizzle, ecto, entityFramework],
  ...[upAndDown, numberedFiles],
];

/** A new one is its own file and one line here. */
export const chainedTools: readonly ChainedTool[] = [django, alembic];
