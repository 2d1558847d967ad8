import { buf } from "./buf.ts";
import type { GeneratorConfig } from "./generator-config.ts";
import { graphqlCodegen } from "./graphql-codegen.ts";
import { npmScripts } from "./npm-scripts.ts";
import { openapiTs, orval } from "./openapi-configs.ts";
import { prisma } from "./prisma.ts";
import { sqlc } from "./sqlc.ts";

/** Generators whose settings are read. A new one is its own file and one line here. */
export const generatorConfigs: readonly GeneratorConfig[] = [buf, graphqlCodegen, sqlc, prisma, orval, openapiTs, npmScripts];
