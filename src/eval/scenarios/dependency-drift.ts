import { code } from "../code.ts";
import { onePackage } from "../expected.ts";
import type { Expected, Scenario } from "../scenario.ts";

const drift = (...files: readonly string[]): Expected => ({ kind: "dependency_drift", severity: "medium", files });

const manifest = (name: string, version: string): string =>
  code`
    {
      "name": "NAME",
      "version": "1.0.0",
      "dependencies": {
        "lodash": "VERSION"
      }
    }
  `
    .replace("NAME", name)
    .replace("VERSION", version);

const workspace = {
  "package.json": code`{ "name": "shop", "private": true, "workspaces": ["packages/*"] }`,
  "packages/api/package.json": manifest("@shop/api", "^4.17.0"),
  "packages/web/package.json": manifest("@shop/web", "^4.17.0"),
};

const lock = (version: string): string =>
  `${JSON.stringify({ name: "shop", lockfileVersion: 3, packages: { "node_modules/lodash": { version } } }, null, 2)}\n`;

const cargo = (name: string, version: string): string =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\n\n[dependencies]\nserde = "${version}"\n`;

/** Both take a dependency somewhere else, to two versions or to one. */
export const dependencyDrift: readonly Scenario[] = [
  {
    name: "npm: a dependency is taken to two versions, in two packages of a workspace",
    base: workspace,
    alice: { "packages/api/package.json": manifest("@shop/api", "^4.18.0") },
    bob: { "packages/web/package.json": manifest("@shop/web", "^5.0.0") },
    expected: [drift("packages/api/package.json", "packages/web/package.json")],
  },
  {
    name: "npm: a dependency that nobody had is added in two versions, in two packages of a workspace",
    base: workspace,
    alice: { "packages/api/package.json": [['"lodash"', '"zod": "^3.0.0",\n    "lodash"']] },
    bob: { "packages/web/package.json": [['"lodash"', '"zod": "^4.0.0",\n    "lodash"']] },
    committed: ["bob"],
    expected: [drift("packages/api/package.json", "packages/web/package.json")],
  },
  {
    name: "Cargo: a dependency is taken to two versions, in two crates of a workspace",
    base: {
      "Cargo.toml": '[workspace]\nmembers = ["api", "web"]\n',
      "api/Cargo.toml": cargo("api", "1.0.100"),
      "web/Cargo.toml": cargo("web", "1.0.100"),
    },
    alice: { "api/Cargo.toml": cargo("api", "1.0.200") },
    bob: { "web/Cargo.toml": cargo("web", "2.0.0") },
    expected: [drift("api/Cargo.toml", "web/Cargo.toml")],
  },
  {
    name: "pip: a dependency is taken to two versions, in two lists of requirements",
    base: { "requirements.txt": "django==4.2\n", "requirements-dev.txt": "django==4.2\npytest==8.0\n" },
    alice: { "requirements.txt": "django==5.0\n" },
    bob: { "requirements-dev.txt": "django==5.1\npytest==8.0\n" },
    expected: [drift("requirements.txt", "requirements-dev.txt")],
  },
  {
    name: "npm: a dependency is taken to one version by both, in two packages of a workspace",
    base: workspace,
    alice: { "packages/api/package.json": manifest("@shop/api", "^5.0.0") },
    bob: { "packages/web/package.json": manifest("@shop/web", "^5.0.0") },
    expected: [],
  },
  {
    name: "npm: both make the same update in the same file",
    base: workspace,
    alice: { "packages/api/package.json": manifest("@shop/api", "^5.0.0") },
    bob: { "packages/api/package.json": manifest("@shop/api", "^5.0.0") },
    expected: [],
  },
  {
    name: "npm: two different dependencies are updated, in two packages of a workspace",
    base: { ...workspace, "packages/web/package.json": manifest("@shop/web", "^4.17.0").replace("lodash", "react") },
    alice: { "packages/api/package.json": manifest("@shop/api", "^5.0.0") },
    bob: { "packages/web/package.json": manifest("@shop/web", "^4.18.0").replace("lodash", "react") },
    expected: [],
  },
  {
    name: "npm: one updates a dependency, the other one changes the version of a package",
    base: workspace,
    alice: { "packages/api/package.json": manifest("@shop/api", "^5.0.0") },
    bob: { "packages/web/package.json": [['"version": "1.0.0"', '"version": "1.1.0"']] },
    expected: [],
  },
  {
    name: "npm: the same dependency in a manifest and in a text about it",
    base: { ...workspace, "docs/setup.md": "Install lodash ^4.17.0.\n" },
    alice: { "packages/api/package.json": manifest("@shop/api", "^5.0.0") },
    bob: { "docs/setup.md": "Install lodash ^4.18.0.\n" },
    expected: [],
  },
  {
    name: "npm: both write the lock file only, at the same lines",
    base: { "package.json": manifest("shop", "^4.17.0"), "package-lock.json": lock("4.17.0") },
    alice: { "package-lock.json": lock("4.17.20") },
    bob: { "package-lock.json": lock("4.17.21") },
    expected: [{ kind: "merge_conflict", severity: "low", files: ["package-lock.json"] }],
  },
  {
    name: "npm: one updates a dependency, the other one works on the code",
    base: { "package.json": manifest("shop", "^4.17.0"), "src/main.ts": code`console.log("hello");` },
    alice: { "package.json": manifest("shop", "^5.0.0") },
    bob: { "src/main.ts": code`console.log("bob");` },
    expected: [onePackage("package.json", "src/main.ts")],
  },
];
