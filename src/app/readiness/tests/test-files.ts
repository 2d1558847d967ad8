/**
 * Those of `paths` that are tests by the conventions of their language: `*.test.ts` and `*.spec.ts`, `__tests__`, `test_*.py` and `*_test.py`,
 * `*_test.go`, `*Test.java`, Rust's `tests/*.rs`. In a folder `test` where no script is named like one, each script is taken for a test.
 */
export const testsAmong = (paths: readonly string[]): string[] => {
  const named = paths.filter(isNamedTest);
  const folders = new Set(named.filter((path) => script.test(path)).map(testFolderOf));
  const unnamed = paths.filter((path) => {
    const folder = testFolderOf(path);
    return folder !== undefined && !folders.has(folder) && script.test(path) && !isSurrounding(path);
  });
  return [...new Set([...named, ...unnamed])];
};

const script = /(?<!\.d)\.[cm]?[jt]sx?$/;

const isNamedTest = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (script.test(name))
    return /[._-](?:test|tests|spec|e2e|cy)\.[cm]?[jt]sx?$/.test(name) || (/(?:^|\/)__tests__\//.test(path) && !isSurrounding(path));
  if (name.endsWith(".java")) return /^(?:Test[A-Z]\w*|\w+(?:Tests?|TestCase|IT))\.java$/.test(name);
  if (name.endsWith(".rs")) return /(?:^|\/)tests\/[^/]+\.rs$/.test(path);
  return /^test_.*\.py$|_test\.py$|^tests\.py$|_test\.go$/.test(name);
};

/** The outermost folder `test` or `tests` that a path is in. */
const testFolderOf = (path: string): string | undefined => /^(?:.*?\/)??tests?(?=\/)/.exec(path)?.[0];

/** What tests use rather than are. */
const isSurrounding = (path: string): boolean =>
  /(?:^|\/)(?:__mocks__|__fixtures__|__snapshots__|fixtures?|mocks?|helpers?|support|utils?|setup|data|testdata)(?:\/|\.\w+$)|(?:^|\/)[\w.-]*(?:config|setup|helpers?|utils?)\.\w+$/i.test(
    path,
  );
