import { folderOf, nameOf, upwards } from "../../../base/paths.ts";

/**
 * Tests in the order in which they are likely to be about the changed files: those that are changed or named after one, then those that share most
 * folders with one, then by path.
 */
export const inOrderOfNearness = (tests: readonly string[], changed: readonly string[]): string[] => {
  const subjects = new Set(changed.map(subjectOf));
  const folders = new Set(changed.flatMap((path) => upwards(folderOf(path))));
  const ranked = tests.map((path) => ({
    path,
    named: subjects.has(subjectOf(path)) ? 1 : 0,
    shared: Math.max(0, ...upwards(folderOf(path)).map((folder) => (folders.has(folder) ? folder.length : 0))),
  }));
  return ranked.sort((a, b) => b.named - a.named || b.shared - a.shared || (a.path < b.path ? -1 : 1)).map(({ path }) => path);
};

/** What a file, or the test of it, is about: "cart" for src/cart.ts, test/cart.test.ts, test_cart.py and CartTest.java. */
const subjectOf = (path: string): string =>
  nameOf(path)
    .toLowerCase()
    .replace(/\..*$/, "")
    .replace(/^test_?|[_-]?(?:tests?|spec)$/g, "");
