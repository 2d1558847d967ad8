import { code } from "../code.ts";
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

/** What goes or changes has the name of what is used, or the use fits it still. */
export const pythonQuiet: readonly Scenario[] = [
  {
    name: "Python: a parameter is renamed that a new call gives by position",
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

        save("1", "one")
      `,
    },
    expected: [],
  },
  {
    name: "Python: another module defines the name that is used",
    base: { ...base, "app/cache.py": store },
    alice: { "app/store.py": loadGone },
    bob: {
      "app/report.py": code`
        from app.cache import load

        print(load("1"))
      `,
    },
    expected: [],
  },
  {
    name: "Python: a parameter with a default is added",
    base,
    alice: { "app/store.py": [["def load(key)", 'def load(key, tenant="main")']] },
    bob: {
      "app/report.py": code`
        from app.store import load

        print(load("1"))
      `,
    },
    expected: [],
  },
  {
    name: "Python: parameters that take anything are added",
    base,
    alice: { "app/store.py": [["def save(key, text)", "def save(key, text, *more, **options)"]] },
    bob: {
      "app/report.py": code`
        from app.store import save

        save("1", text="one")
      `,
    },
    expected: [],
  },
  {
    name: "Python: the name stands in a docstring, a string and a comment",
    base,
    alice: { "app/store.py": loadGone },
    bob: {
      "app/report.py": code`
        """Like load() from app.store."""
        from app.store import save

        # load("1") would do as well
        save("1", "from app.store import load; load('1')")
      `,
    },
    expected: [],
  },
  {
    name: "Python: a local variable has the name of what is removed",
    base,
    alice: { "app/store.py": loadGone },
    bob: {
      "app/report.py": code`
        from app.store import save


        def report(load):
            save("1", load("1"))
      `,
    },
    expected: [],
  },
  {
    name: "Python: a private helper is removed, another function of the module is used",
    base: {
      ...base,
      "app/text.py": code`
        def _trim(text):
            return text.strip()


        def title(text):
            return _trim(text).title()
      `,
    },
    alice: {
      "app/text.py": code`
        def title(text):
            return text.strip().title()
      `,
    },
    bob: {
      "app/report.py": code`
        from app.text import title

        print(title("one"))
      `,
    },
    expected: [],
  },
  {
    name: "Python: a function moves to another module, the old one still imports it",
    base,
    alice: {
      "app/store.py": [['def load(key):\n    return "item " + key\n', "from app.reading import load\n"]],
      "app/reading.py": code`
        def load(key):
            return "item " + key
      `,
    },
    bob: {
      "app/report.py": code`
        from app.store import load

        print(load("1"))
      `,
    },
    expected: [],
  },
  {
    name: "Python: a function is removed, a new file takes everything from the module and calls its own",
    base,
    alice: { "app/store.py": loadGone },
    bob: {
      "app/report.py": code`
        from app.store import *


        def load(key):
            return key


        save("1", load("1"))
      `,
    },
    expected: [],
  },
];
