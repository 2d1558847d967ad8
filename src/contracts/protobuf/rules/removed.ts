import type { Field, Named, ProtobufFile, ProtobufSchema } from "../schema/schema.ts";
import { filePairs } from "./pairs.ts";

/** Whatever stood in a file that stayed and stands in it no more. Names count without the package, so that a renamed package loses nothing. */
export function* removedFromFiles<T extends NamedInPackage>(
  before: ProtobufSchema,
  after: ProtobufSchema,
  declaredIn: (file: ProtobufFile) => readonly T[],
): Generator<{ readonly name: string; readonly path: string }> {
  for (const [old, current] of filePairs(before, after)) {
    const names = new Set(declaredIn(current).map(nameInPackage));
    for (const declared of declaredIn(old)) if (!names.has(nameInPackage(declared))) yield { name: declared.fullName, path: old.path };
  }
}

/** Whatever stood in a package that stayed and stands in no file of it any more. */
export function* removedFromPackages<T extends NamedInPackage>(
  before: ProtobufSchema,
  after: ProtobufSchema,
  declaredIn: (file: ProtobufFile) => readonly T[],
): Generator<string> {
  const names = new Set(declarationsOf(after, declaredIn).map(keyInPackages));
  for (const declared of declarationsOf(before, declaredIn)) {
    if (after.packages.has(declared.package) && !names.has(keyInPackages(declared))) yield declared.fullName;
  }
}

export const extensionsIn = ({ extensions }: ProtobufFile): Field[] => extensions.map(({ field }) => field);

type NamedInPackage = Pick<Named, "fullName" | "package">;

const declarationsOf = <T>({ files }: ProtobufSchema, declaredIn: (file: ProtobufFile) => readonly T[]): T[] =>
  [...files.values()].flatMap((file) => [...declaredIn(file)]);

const nameInPackage = ({ fullName, package: packageName }: NamedInPackage): string =>
  packageName === "" ? fullName : fullName.slice(packageName.length + 1);

const keyInPackages = (named: NamedInPackage): string => `${named.package} ${nameInPackage(named)}`;
