import { expect, test } from "vitest";
import { dependencyDrift } from "../../src/detectors/dependency-drift.ts";
import type { Hazard } from "../../src/detectors/detector.ts";
import { filesWanted, textsWanted } from "../../src/detectors/texts-wanted.ts";
import { mirroredPair } from "../../src/model/pair.ts";
import { type Edits, type Files, pairOfFiles } from "../support/pair-of-files.ts";

const found = (base: Files, ours: Edits, theirs: Edits): Hazard[] => [...dependencyDrift.detect(pairOfFiles(base, ours, theirs))];
const places = (base: Files, ours: Edits, theirs: Edits): string[] => found(base, ours, theirs).map(({ place }) => place);

/** What drifts in one manifest of which there are three versions. */
const drifts = (path: string, base: string, ours: string, theirs: string): string[] =>
  found({ [path]: base }, { [path]: ours }, { [path]: theirs }).map(({ summary }) => summary);

const json = (value: unknown): string => JSON.stringify(value, null, 2);

test("one dependency taken to two versions is told with the demands of both sides", () => {
  const manifest = (react: string) => json({ name: "shop", dependencies: { react, zod: "^4.0.0" } });
  expect(
    found({ "package.json": manifest("^18.2.0") }, { "package.json": manifest("^18.3.0") }, { "package.json": manifest("^19.0.0") }),
  ).toMatchObject([
    {
      severity: "medium",
      place: "package.json#react",
      files: ["package.json"],
      summary: "react: one worktree takes it to ^18.3.0, the other takes it to ^19.0.0 (package.json)",
      evidence: {
        ecosystem: "npm",
        dependency: "react",
        ours: { section: "dependencies", before: "^18.2.0", wants: "^18.3.0" },
        theirs: { manifest: "package.json", wants: "^19.0.0" },
      },
      suggestedAction: "Agree on one version of react before either side lands, and install again after the merge.",
    },
  ]);
});

const npm = (fields: object): string => json({ name: "shop", ...fields });

test.each<[string, object, object, object, string]>([
  [
    "added on both sides",
    {},
    { dependencies: { a: "1" } },
    { dependencies: { a: "2" } },
    "a: one worktree takes it to 1, the other takes it to 2",
  ],
  [
    "added to two sections",
    {},
    { dependencies: { a: "1" } },
    { devDependencies: { a: "2" } },
    "a: one worktree takes it to 1, the other takes it to 2",
  ],
  [
    "removed and taken further",
    { dependencies: { a: "1" } },
    {},
    { dependencies: { a: "2" } },
    "a: one worktree removes it, the other takes it to 2",
  ],
  [
    "peers",
    { peerDependencies: { a: "1" } },
    { peerDependencies: { a: "2" } },
    { peerDependencies: { a: "3" } },
    "a: one worktree takes it to 2, the other takes it to 3",
  ],
  [
    "engines",
    { engines: { node: ">=18" } },
    { engines: { node: ">=20" } },
    { engines: { node: ">=22" } },
    "node: one worktree takes it to >=20, the other takes it to >=22",
  ],
  [
    "the package manager",
    { packageManager: "pnpm@9.0.0" },
    { packageManager: "pnpm@9.1.0+sha512.a" },
    { packageManager: "pnpm@10.0.0" },
    "pnpm: one worktree takes it to 10.0.0, the other takes it to 9.1.0",
  ],
  [
    "nested overrides",
    { overrides: { a: { b: "1" } } },
    { overrides: { a: { b: "2" } } },
    { overrides: { a: { b: "3" } } },
    "a > b: one worktree takes it to 2, the other takes it to 3",
  ],
])("package.json: %s", (_name, base, ours, theirs, sentence) => {
  expect(drifts("package.json", npm(base), npm(ours), npm(theirs))).toEqual([`${sentence} (package.json)`]);
});

test.each<[string, object, object, object]>([
  [
    "different dependencies",
    { dependencies: { a: "1", b: "1" } },
    { dependencies: { a: "2", b: "1" } },
    { dependencies: { a: "1", b: "2" } },
  ],
  ["the same version", { dependencies: { a: "1" } }, { dependencies: { a: "2" } }, { dependencies: { b: "1", a: "2" } }],
  ["order alone", { dependencies: { a: "1", b: "1" } }, { dependencies: { b: "1", a: "1" } }, { dependencies: { a: "2", b: "1" } }],
  [
    "a script",
    { dependencies: { a: "1" }, scripts: { a: "1" } },
    { dependencies: { a: "1" }, scripts: { a: "2" } },
    { dependencies: { a: "1" }, scripts: { a: "3" } },
  ],
  [
    "moved to where the other one has it too",
    { devDependencies: { a: "1" } },
    { dependencies: { a: "2" } },
    { devDependencies: { a: "2" } },
  ],
  ["removed on both sides", { dependencies: { a: "1" } }, {}, { scripts: {} }],
  [
    "a peer range beside a version",
    { peerDependencies: { a: "1" }, devDependencies: { a: "1" } },
    { peerDependencies: { a: "2" }, devDependencies: { a: "1" } },
    { peerDependencies: { a: "1" }, devDependencies: { a: "3" } },
  ],
])("package.json: %s is no drift", (_name, base, ours, theirs) => {
  expect(drifts("package.json", npm(base), npm(ours), npm(theirs))).toEqual([]);
});

test.each([
  [
    "pyproject.toml",
    '[project]\ndependencies = ["Ruamel.Yaml>=0.17,<1"]',
    '[project]\ndependencies = ["ruamel-yaml <1, >=0.18"]',
    '[project]\ndependencies = ["ruamel.yaml>=0.19"]',
    "ruamel-yaml",
  ],
  [
    "pyproject.toml",
    '[dependency-groups]\ntest = ["pytest>=7"]',
    '[dependency-groups]\ntest = ["pytest>=8"]',
    '[dependency-groups]\ntest = ["pytest>=9"]',
    "pytest",
  ],
  [
    "pyproject.toml",
    '[project]\nrequires-python = ">=3.9"',
    '[project]\nrequires-python = ">=3.10"',
    '[project]\nrequires-python = ">=3.12"',
    "python",
  ],
  [
    "pyproject.toml",
    '[tool.poetry.dependencies]\ndjango = "^4"',
    '[tool.poetry.dependencies]\ndjango = {version = "^5"}',
    '[tool.poetry.dependencies]\ndjango = "^6"',
    "django",
  ],
  ["requirements.txt", "django==4.2 # why", "django == 5.0", "django==5.1 --hash=sha256:0", "django"],
  [
    "go.mod",
    "module m\nrequire (\n\tgolang.org/x/net v0.1.0\n)",
    "module m\nrequire golang.org/x/net v0.2.0",
    "module m\nrequire (\n\tgolang.org/x/net v0.3.0\n)",
    "golang.org/x/net",
  ],
  ["go.mod", "go 1.21", "go 1.22", "go 1.23", "go"],
  ["go.mod", "replace a => ../a", "replace a => b v1.0.0", "", "a"],
  [
    "Cargo.toml",
    '[dependencies]\nserde = "1.0"',
    '[dependencies]\nserde = { version = "1.1" }',
    '[dependencies.serde]\nversion = "1.2"',
    "serde",
  ],
  [
    "Cargo.toml",
    '[workspace.dependencies]\nserde = "1"',
    '[workspace.dependencies]\nserde = "2"',
    '[workspace.dependencies]\nserde = { git = "https://x" }',
    "serde",
  ],
  [
    "Cargo.toml",
    "[target.'cfg(unix)'.dependencies]\nnix = \"1\"",
    "[target.'cfg(unix)'.dependencies]\nnix = \"2\"",
    "[target.'cfg(unix)'.dependencies]\nnix = \"3\"",
    "nix",
  ],
  ["Gemfile", 'gem "rails", "~> 7.0"', "gem 'rails', '~> 7.1'", 'gem("rails", "~> 8.0")', "rails"],
  ["composer.json", '{"require":{"php":"^8.1"}}', '{"require":{"php":"^8.2"}}', '{"require":{"php":"^8.3"}}', "php"],
  ["pnpm-workspace.yaml", "catalog:\n  react: 18", "catalog:\n  react: '18.3'", "catalog:\n  react: '^19'", "react"],
  ["gradle/libs.versions.toml", '[versions]\nkotlin = "1.9"', '[versions]\nkotlin = "2.0"', '[versions]\nkotlin = "2.1"', "kotlin"],
])("%s: %s", (path, base, ours, theirs, name) => {
  expect(places({ [path]: base }, { [path]: ours }, { [path]: theirs })).toEqual([`${path}#${name}`]);
});

test.each([
  [
    "pyproject.toml",
    '[project]\ndependencies = ["a>=1,<2"]',
    '[project]\ndependencies = ["A <2, >=1"]',
    '[project]\ndependencies = ["a>=3"]',
  ],
  ["requirements.txt", "a==1\nb==1", "b==1\n# all of it\na==1", "a==2\nb==1"],
  ["go.mod", "require a v1 // indirect", "require a v2 // indirect", "require a v3 // indirect"],
  ["Cargo.toml", '[dependencies]\na = "1"', '[dependencies]\na = { version = "^1", features = ["x"] }', '[dependencies]\na = "2"'],
  ["Cargo.toml", '[dependencies]\na = "1"', '[dependencies]\na = "2"\n<<<<<<< broken', '[dependencies]\na = "3"'],
  ["package.json", '{"dependencies":{"a":"1"}}', '{"dependencies":', '{"dependencies":{"a":"3"}}'],
])("%s: %s, and nothing drifts", (path, base, ours, theirs) => {
  expect(places({ [path]: base }, { [path]: ours }, { [path]: theirs })).toEqual([]);
});

const workspace: Files = {
  "package.json": json({ workspaces: ["packages/*", "!packages/old"] }),
  "packages/a/package.json": npm({ dependencies: { react: "^18" } }),
  "packages/b/package.json": npm({ dependencies: { react: "^18" } }),
  "packages/old/package.json": npm({ dependencies: { react: "^18" } }),
};
const taking = (folder: string, react: string): Edits => ({ [`${folder}/package.json`]: npm({ dependencies: { react } }) });

test("two packages of one workspace that take a dependency apart are told, under its name", () => {
  expect(found(workspace, taking("packages/a", "^19"), taking("packages/b", "^20"))).toMatchObject([
    {
      place: "npm:react",
      files: ["packages/a/package.json", "packages/b/package.json"],
      summary: "react: one worktree takes it to ^19 in packages/a/package.json, the other takes it to ^20 in packages/b/package.json",
    },
  ]);
});

test.each<[string, Files, Edits, Edits]>([
  ["the same version", workspace, taking("packages/a", "^19"), taking("packages/b", "^19")],
  ["what is left out of the workspace", workspace, taking("packages/a", "^19"), taking("packages/old", "^20")],
  ["no workspace", { ...workspace, "package.json": "{}" }, taking("packages/a", "^19"), taking("packages/b", "^20")],
  [
    "one has always gone its own way",
    { ...workspace, "packages/b/package.json": npm({ dependencies: { react: "^17" } }) },
    taking("packages/a", "^19"),
    taking("packages/b", "^20"),
  ],
  ["the version of the workspace", workspace, taking("packages/a", "workspace:*"), taking("packages/b", "^20")],
  [
    "one side has both already",
    workspace,
    { ...taking("packages/a", "^19"), ...taking("packages/b", "^19.1") },
    taking("packages/b", "^19.1"),
  ],
])("two packages: %s, no drift", (_name, base, ours, theirs) => {
  expect(places(base, ours, theirs)).toEqual([]);
});

test.each<[string, Files, Edits, Edits, string]>([
  ["pnpm", { "pnpm-workspace.yaml": "packages:\n  - 'apps/**'" }, taking("apps/x/a", "1"), taking("apps/b", "2"), "npm:react"],
  [
    "Cargo",
    { "Cargo.toml": '[workspace]\nmembers = ["crates/*"]' },
    { "crates/a/Cargo.toml": '[dependencies]\na = "1"' },
    { "crates/b/Cargo.toml": '[dependencies]\na = "2"' },
    "crates.io:a",
  ],
  ["Go", { "go.work": "use (\n\t./a\n\t./b\n)" }, { "a/go.mod": "require x v1" }, { "b/go.mod": "require x v2" }, "Go:x"],
  [
    "uv",
    { "pyproject.toml": '[tool.uv.workspace]\nmembers = ["libs/*"]' },
    { "libs/a/pyproject.toml": '[project]\ndependencies = ["x==1"]' },
    { "libs/b/pyproject.toml": '[project]\ndependencies = ["x==2"]' },
    "PyPI:x",
  ],
  ["one folder", {}, { "pyproject.toml": '[project]\ndependencies = ["x==1"]' }, { "requirements.txt": "x==2" }, "PyPI:x"],
])("a workspace as %s declares it", (_tool, base, ours, theirs, place) => {
  expect(places(base, ours, theirs)).toEqual([place]);
});

test("a lock file written on both sides is advice, with the command that writes it again", () => {
  const manifest = (name: string): string => npm({ dependencies: { [name]: "1" } });
  const side = (name: string): Edits => ({ "web/package.json": manifest(name), "web/pnpm-lock.yaml": name });
  expect(found({ "web/package.json": npm({}), "web/pnpm-lock.yaml": "" }, side("a"), { "web/pnpm-lock.yaml": "b" })).toMatchObject([
    {
      severity: "low",
      place: "web/pnpm-lock.yaml",
      evidence: { manager: "pnpm", ours: { manifests: ["web/package.json"] }, theirs: { manifests: [] } },
      suggestedAction: "Run `pnpm install` after the merge, so that web/pnpm-lock.yaml fits both sides' dependencies.",
    },
  ]);
  expect(places({}, { "yarn.lock": "same" }, { "yarn.lock": "same" })).toEqual([]);
});

test("nothing is read unless manifests meet", () => {
  const input = pairOfFiles(workspace, taking("packages/a", "^19"), { "src/a.ts": "a" });
  expect([[...textsWanted(input)], filesWanted(input)]).toEqual([[], []]);
});

test("seen from the other side it is the same hazard", () => {
  const ours = { ...taking("packages/a", "^19"), ...taking("packages/c", "^21"), "package.json": npm({ engines: { node: "1" } }) };
  const theirs = { ...taking("packages/b", "^20"), ...taking("packages/d", "^22"), "package.json": npm({ engines: { node: "2" } }) };
  const input = pairOfFiles({ ...workspace, "package.json": json({ workspaces: ["packages/*"] }) }, ours, theirs);
  const short = ({ place, files, summary }: Hazard) => ({ place, files, summary });
  expect([...dependencyDrift.detect(mirroredPair(input))].map(short)).toEqual([...dependencyDrift.detect(input)].map(short));
});
