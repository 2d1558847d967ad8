import { expect, test } from "vitest";
import { asked, facts } from "./code.ts";

const one = facts("function one");

test("relative names count folders upwards by their dots", async () => {
  const code = asked({ "app/__init__.py": one, "app/store.py": one, "app/db/__init__.py": one, "app/db/pool.py": one });
  expect(await code.module("app/main.py", ".store")).toBe("module app/store.py");
  expect(await code.module("app/main.py", ".")).toBe("module app/__init__.py");
  expect(await code.module("app/db/pool.py", "..store")).toBe("module app/store.py");
  expect(await code.module("app/db/__init__.py", ".pool")).toBe("module app/db/pool.py");
  expect(await code.module("app/db/pool.py", "..gone")).toBe("missing app/gone.py");
  expect(await code.module("app/db/pool.py", "....gone")).toBe("unknown");
});

test("absolute names are looked for above the package, in the project's folder and in its sources", async () => {
  const code = asked({
    "src/acme/__init__.py": one,
    "src/acme/store.py": one,
    "tests/test_store.py": one,
    "tools/pyproject.toml": "",
    "tools/kit/__init__.py": one,
    "tools/kit/saw.py": one,
  });
  expect(await code.module("src/acme/store.py", "acme")).toBe("module src/acme/__init__.py");
  expect(await code.module("tests/test_store.py", "acme.store")).toBe("module src/acme/store.py");
  expect(await code.module("tests/test_store.py", "acme.gone")).toBe("missing src/acme/gone.py");
  expect(await code.module("tools/kit/saw.py", "kit.saw")).toBe("module tools/kit/saw.py");
  expect(await code.module("tests/test_store.py", "kit.saw")).toBe("external");
  expect(await code.module("tests/test_store.py", "requests.sessions")).toBe("external");
  expect(await code.module("tests/test_store.py", "os.path")).toBe("external");
});

test("projects of a workspace know each other", async () => {
  const code = asked({
    "pyproject.toml": '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
    "packages/core/src/core/__init__.py": one,
    "packages/web/src/web/app.py": one,
  });
  expect(await code.module("packages/web/src/web/app.py", "core")).toBe("module packages/core/src/core/__init__.py");
});

test("a folder without __init__ is a package when there is Python in it, and no module of Python's own", async () => {
  const code = asked({
    "app/services/mail.py": one,
    "app/main.py": one,
    "docs/index.md": "",
    "email/notes.txt": "",
    "logging/setup.py": one,
  });
  expect(await code.module("app/main.py", "app.services")).toBe("module app/services/");
  expect(await code.module("app/main.py", "app.services.mail")).toBe("module app/services/mail.py");
  expect(await code.module("app/main.py", "app.services.gone")).toBe("missing app/services/gone.py");
  expect(await code.module("app/main.py", "docs")).toBe("external");
  expect(await code.module("app/main.py", "logging")).toBe("external");
  expect(await code.taken("app/main.py", "app", "services")).toBe("module app/services/");
  expect(await code.taken("app/main.py", "app.services", "mail")).toBe("module app/services/mail.py");
});

test("what is compiled, generated or ignored is not called missing", async () => {
  const code = asked({ ".gitignore": "_build.py\n", "app/__init__.py": one, "app/fast.pyx": "", "app/stub.pyi": one });
  expect(await code.module("app/__init__.py", ".fast")).toBe("unknown");
  expect(await code.module("app/__init__.py", "._version")).toBe("unknown");
  expect(await code.module("app/__init__.py", "._build")).toBe("unknown");
  expect(await code.module("app/__init__.py", ".api_pb2")).toBe("unknown");
  expect(await code.module("app/__init__.py", ".stub")).toBe("module app/stub.pyi");
  expect(await code.module("app/__init__.py", ".gone")).toBe("missing app/gone.py");
});

test("a module offers what it defines and imports, and a package its submodules", async () => {
  const code = asked({
    "app/__init__.py": facts("import Store, load as read from .store", "import ** from .words"),
    "app/store.py": facts("class Store", "function load", "private function _own"),
    "app/words.py": facts("all one two", "function one", "function two", "function three"),
    "app/more.py": facts("import ** from .store"),
    "main.py": facts(),
  });
  expect(await code.taken("main.py", "app", "Store")).toBe("app/store.py#Store");
  expect(await code.taken("main.py", "app", "read")).toBe("app/store.py#load");
  expect(await code.taken("main.py", "app", "store")).toBe("module app/store.py");
  expect(await code.taken("main.py", "app", "one")).toBe("app/words.py#one");
  expect(await code.taken("main.py", "app", "three")).toBe("missing app/__init__.py");
  expect(await code.taken("main.py", "app.store", "_own")).toBe("app/store.py#_own");
  expect(await code.taken("main.py", "app.more", "load")).toBe("app/store.py#load");
  expect(await code.taken("main.py", "app.more", "_own")).toBe("missing app/more.py");
  expect(await code.taken("main.py", "app", "__version__")).toBe("unknown");
  expect(await code.offer("app/__init__.py", "more")).toBe("module app/more.py");
});

test("of several imports of one name the one that leads somewhere counts; circles end", async () => {
  const code = asked({
    "app/__init__.py": facts("import dumps from orjson", "import dumps from .plain", "import a from .circle"),
    "app/plain.py": facts("function dumps"),
    "app/circle.py": facts("import a from ."),
    "app/all.py": facts("import ** from .other"),
    "app/other.py": facts("import ** from .all", "function o"),
  });
  expect(await code.offer("app/__init__.py", "dumps")).toBe("app/plain.py#dumps");
  expect(await code.offer("app/__init__.py", "a")).toBe("missing app/__init__.py");
  expect(await code.offer("app/all.py", "o")).toBe("app/other.py#o");
  expect(await code.offer("app/all.py", "p")).toBe("missing app/all.py");
});

test("`import a.b` binds a, and names may come from a star", async () => {
  const code = asked({
    "app/__init__.py": facts(),
    "app/store.py": facts("function load", "class Store", "method Store.save"),
    "main.py": facts("import * as app.store from app.store", "import * as s from app.store", "import ** from app.store"),
    "open.py": facts("import ** from numpy"),
  });
  expect(await code.use("main.py", "app.store.load")).toBe("app/store.py#load");
  expect(await code.use("main.py", "s.Store")).toBe("app/store.py#Store");
  expect(await code.use("main.py", "Store.save", "value")).toBe("app/store.py#Store.save");
  expect(await code.use("main.py", "s.gone")).toBe("missing app/store.py");
  expect(await code.use("main.py", "load")).toBe("app/store.py#load");
  expect(await code.use("main.py", "gone")).toBe("missing app/store.py");
  expect(await code.use("main.py", "print")).toBe("unbound");
  expect(await code.use("open.py", "array")).toBe("unknown");
  expect(await code.use("app/store.py", "nothing")).toBe("unbound");
});
