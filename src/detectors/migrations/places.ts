/** Whether a path can be a migration at all: what lies in tests, fixtures and documentation is data about migrations. */
export const isInEarnest = (path: string): boolean => !notMeant.test(path);

const notMeant =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|fixtures?|__fixtures__|test[-_]?data|mocks|__mocks__|snapshots|__snapshots__|docs?|adrs?|decisions|node_modules|vendor)\/|[._](?:test|spec)\.\w+$/i;
