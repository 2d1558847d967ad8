import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A folder of this package, told by a file that stands in it. Looked for upwards, because the bundle lies elsewhere than the source. */
export const requirePackageFolder = async (folder: string, witness: string): Promise<string> => {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    const found = path.join(at, folder);
    if (await exists(path.join(found, witness))) return found;
    if (at === path.dirname(at)) throw new Error(`this installation of git nerve lacks its folder ${folder}`);
  }
};

const exists = (file: string): Promise<boolean> =>
  fs.access(file).then(
    () => true,
    () => false,
  );
