import { listOf, tableOf, yamlIn } from "../settings-text.ts";
import { folderOf, nameOf } from "../../base/paths.ts";
import { pathFrom } from "../paths.ts";
import type { GeneratorConfig } from "./generator-config.ts";

/** `buf.gen.yaml`: each plugin writes below its `out`, a file or more for each `.proto`, named and placed after it. */
export const buf: GeneratorConfig = {
  files: ["buf.gen.yaml", "buf.gen.yml"],

  read: (text, folder) =>
    listOf(tableOf(yamlIn(text))["plugins"]).flatMap((plugin) => {
      const written = tableOf(plugin)["out"];
      const out = typeof written === "string" ? pathFrom(folder, written) : undefined;
      if (out === undefined) return [];
      return {
        generator: "buf",
        command: "buf generate",
        isSource: (path: string) => path.endsWith(".proto"),
        isGenerated: (path: string) => !path.endsWith(".proto") && (out === "" || path.startsWith(`${out}/`)),
        concerns: (source: string, generated: string) => isNamedAfter(source, generated) && isPlacedAfter(source, generated, out),
      };
    }),
};

const isNamedAfter = (source: string, generated: string): boolean => {
  const stem = nameOf(source).slice(0, -".proto".length);
  const file = nameOf(generated);
  return file.startsWith(stem) && suffix.test(file.slice(stem.length));
};

/** What plugins put behind the name of the `.proto`. */
const suffix =
  /^(?:[._](?:pb2?|grpc|services|connect|connecpy|gw|validate|vtproto|pbenum|pbjson|pbserver|swagger|openapi|serde|client|server|tonic|d))*\.\w+$/;

/** Plugins keep the folders below the root of the protos, or, in Go, take those of the package, whose last one is mostly the same. */
const isPlacedAfter = (source: string, generated: string, out: string): boolean => {
  const [from, to] = [folderOf(source), folderOf(generated)];
  return to === out || nameOf(from) === nameOf(to);
};
