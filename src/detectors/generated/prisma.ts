import { pathFrom } from "../paths.ts";
import type { GeneratorConfig } from "./generator-config.ts";

/** The `generator` blocks of a Prisma schema, which is settings and source in one. Those without `output` write into node_modules. */
export const prisma: GeneratorConfig = {
  files: ["schema.prisma"],

  read: (text, folder, file) =>
    [...text.matchAll(/^generator\s+\w+\s*\{([^}]*)\}/gm)].flatMap(([, block = ""]) => {
      const [, output = ""] = /^\s*output\s*=\s*"([^"]+)"/m.exec(block) ?? [];
      const out = output === "" ? undefined : pathFrom(folder, output);
      if (out === undefined) return [];
      return {
        generator: "prisma",
        command: "npx prisma generate",
        isSource: (path: string) => path === (folder === "" ? file : `${folder}/${file}`),
        isGenerated: (path: string) => path.startsWith(`${out}/`) || path === out,
      };
    }),
};
