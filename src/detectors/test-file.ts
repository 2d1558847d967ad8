/** Whether a path is that of a test or its surroundings, by the conventions of the languages that we read: what stands there is for nobody else. */
export const isTestFile = (path: string): boolean => {
  const parts = path.toLowerCase().split("/");
  const name = parts.pop() ?? "";
  return (
    parts.some((part) => folders.has(part)) ||
    /[._-](?:test|tests|spec|stories|e2e|bench|cy)\.[cm]?[jt]sx?$/.test(name) ||
    /^test_.*\.py$|_test\.(?:py|go)$|^conftest\.py$|tests?\.java$/.test(name)
  );
};

const folders: ReadonlySet<string> = new Set([
  ...[
    "test",
    "tests",
    "__tests__",
    "__mocks__",
    "spec",
    "specs",
    "e2e",
    "testdata",
    "fixtures",
    "__fixtures__",
    "mocks",
    "examples",
    "benches",
  ],
]);
