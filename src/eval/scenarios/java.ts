import { code } from "../code.ts";
import { broken, unreachable } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const folder = "src/main/java/com/acme";
const storePath = `${folder}/store/Store.java`;
const reportPath = `${folder}/report/Report.java`;

const store = code`
  package com.acme.store;

  public class Store {
      public static String load(String id) {
          return "item " + id;
      }

      public void save(String id, String text) {
          System.out.println(id + text);
      }
  }
`;

const base = {
  [storePath]: store,
  [`${folder}/store/Shelf.java`]: code`
    package com.acme.store;

    public class Shelf {
        public static String load(String id) {
            return id;
        }
    }
  `,
  [`${folder}/Main.java`]: code`
    package com.acme;

    public class Main {
        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }
  `,
};

const report = code`
  package com.acme.report;

  import com.acme.store.Store;

  public class Report {
      public String header() {
          return Store.load("1");
      }
  }
`;

/** Classes of other packages and of the same one, static and other methods. */
export const java: readonly Scenario[] = [
  {
    name: "Java: a static method is renamed, a new class of another package calls it",
    base,
    alice: { [storePath]: [["String load(", "String fetch("]] },
    bob: { [reportPath]: report },
    expected: [broken(`${storePath}#Store.load`, reportPath)],
  },
  {
    name: "Java: a class moves to another package, a new class imports it from the old one",
    base,
    alice: { [`${folder}/data/Store.java`]: { from: storePath, edits: [["package com.acme.store", "package com.acme.data"]] } },
    bob: { [reportPath]: report },
    expected: [unreachable(storePath, reportPath)],
  },
  {
    name: "Java: a class is removed, a new class of its own package uses it without an import",
    base,
    alice: { [storePath]: null },
    bob: {
      [`${folder}/store/Cupboard.java`]: code`
        package com.acme.store;

        public class Cupboard {
            private final Store store = new Store();

            public void put(String id) {
                store.save(id, "");
            }
        }
      `,
    },
    expected: [unreachable(storePath, `${folder}/store/Cupboard.java`)],
  },
  {
    name: "Java: a parameter is added that every caller has to give",
    base,
    alice: { [storePath]: [["load(String id)", "load(String id, String tenant)"]] },
    bob: { [reportPath]: report },
    expected: [broken(`${storePath}#Store.load`, reportPath)],
  },
  {
    name: "Java: a method is made private, a new class calls it",
    base,
    alice: { [storePath]: [["public void save", "private void save"]] },
    bob: {
      [reportPath]: code`
        package com.acme.report;

        import com.acme.store.Store;

        public class Report {
            public void print(Store store) {
                store.save("1", "one");
            }
        }
      `,
    },
    expected: [broken(`${storePath}#Store.save`, reportPath)],
  },
  {
    name: "Java: an overload is added",
    base,
    alice: {
      [storePath]: [
        [
          "    public void save",
          "    public static String load(String id, String tenant) {\n        return tenant + load(id);\n    }\n\n    public void save",
        ],
      ],
    },
    bob: { [reportPath]: report },
    expected: [],
  },
  {
    name: "Java: another class has a method of the name that goes",
    base,
    alice: { [storePath]: [["String load(", "String fetch("]] },
    bob: { [reportPath]: report.replaceAll("Store", "Shelf") },
    expected: [],
  },
  {
    name: "Java: another package has a class of the name that goes",
    base: { ...base, [`${folder}/cache/Store.java`]: store.replace("com.acme.store", "com.acme.cache") },
    alice: { [storePath]: null },
    bob: { [reportPath]: report.replace("com.acme.store", "com.acme.cache") },
    expected: [],
  },
];
