import { code } from "../code.ts";
import { broken, unreachable } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  def load(key):
      return "item " + key


  def save(key, text):
      print(key, text)


  class Store:
      def find(self, key):
          return load(key)
`;

const base = { "app/__init__.py": "", "app/store.py": store, "app/main.py": code`print("hello")` };

const loadGone = [
  ['def load(key):\n    return "item " + key\n\n\n', ""],
  ["return load(key)", 'return "item " + key'],
] as const;

const loadRenamed = [
  ["def load(key)", "def read(key)"],
  ["return load(key)", "return read(key)"],
] as const;

/** Imports of every form, keyword arguments, packages with an `__init__`. */
export const pythonBreaks: readonly Scenario[] = [
  {
    name: "Python: a function is removed, a new file imports it from the module",
    base,
    alice: { "app/store.py": loadGone },
    bob: {
      "app/report.py": code`
        from app.store import load

        print(load("1"))
      `,
    },
    expected: [broken("app/store.py#load", "app/report.py")],
  },
  {
    name: "Python: a function is renamed, a new file imports it relatively under another name",
    base,
    alice: { "app/store.py": loadRenamed },
    bob: {
      "app/report.py": code`
        from .store import load as read_item

        print(read_item("1"))
      `,
    },
    expected: [broken("app/store.py#load", "app/report.py")],
  },
  {
    name: "Python: a function is removed, a file that was there calls it as a member of the module",
    base,
    alice: { "app/store.py": loadGone },
    bob: {
      "app/main.py": code`
        from app import store

        print(store.load("1"))
      `,
    },
    expected: [broken("app/store.py#load", "app/main.py")],
  },
  {
    name: "Python: a function is removed, a new file calls it by the whole path of its module",
    base,
    alice: { "app/store.py": loadGone },
    bob: {
      "app/report.py": code`
        import app.store

        print(app.store.load("1"))
      `,
    },
    expected: [broken("app/store.py#load", "app/report.py")],
  },
  {
    name: "Python: a function is removed that the package passed on",
    base: {
      ...base,
      "app/__init__.py": code`
        from .store import load, save

        version = 1
      `,
    },
    alice: { "app/store.py": loadGone, "app/__init__.py": [["load, save", "save"]] },
    bob: {
      "tool.py": code`
        from app import load

        print(load("1"))
      `,
    },
    expected: [broken("app/store.py#load", "tool.py")],
  },
  {
    name: "Python: a module moves, a new file imports it from its old place",
    base,
    alice: { "app/data/__init__.py": "\n", "app/data/store.py": { from: "app/store.py" } },
    bob: {
      "app/report.py": code`
        from app.store import load

        print(load("1"))
      `,
    },
    expected: [unreachable("app/store.py", "app/report.py")],
  },
  {
    name: "Python: a parameter is added that every caller has to give",
    base,
    alice: {
      "app/store.py": [
        ["def load(key)", "def load(key, tenant)"],
        ["return load(key)", 'return load(key, "main")'],
      ],
    },
    bob: {
      "app/report.py": code`
        from app.store import load

        print(load("1"))
      `,
    },
    expected: [broken("app/store.py#load", "app/report.py")],
  },
  {
    name: "Python: a parameter is renamed that a new call gives by name",
    base,
    alice: {
      "app/store.py": [
        ["def save(key, text)", "def save(key, body)"],
        ["print(key, text)", "print(key, body)"],
      ],
    },
    bob: {
      "app/report.py": code`
        from app.store import save

        save("1", text="one")
      `,
    },
    expected: [broken("app/store.py#save", "app/report.py")],
  },
  {
    name: "Python: a function becomes async, a new call does not wait for it",
    base,
    alice: { "app/store.py": [["def save(key, text)", "async def save(key, text)"]] },
    bob: {
      "app/report.py": code`
        from app.store import save

        save("1", "one")
      `,
    },
    expected: [broken("app/store.py#save", "app/report.py")],
  },
  {
    name: "Python: a method is renamed, a new file calls it on a new object",
    base,
    alice: { "app/store.py": [["def find(self, key)", "def look_up(self, key)"]] },
    bob: {
      "app/report.py": code`
        from app.store import Store

        store = Store()
        print(store.find("1"))
      `,
    },
    expected: [broken("app/store.py#Store.find", "app/report.py")],
  },
  {
    name: "Python: a function is removed, a new file takes everything from the module and calls it",
    base,
    alice: { "app/store.py": loadGone },
    bob: {
      "app/report.py": code`
        from app.store import *

        save("1", load("1"))
      `,
    },
    expected: [broken("app/store.py#load", "app/report.py")],
  },
];
