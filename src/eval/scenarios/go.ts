import { code } from "../code.ts";
import { broken, onePackage } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  package store

  type Item struct {
  	ID    string
  	Label string
  }

  func Load(id string) Item {
  	return Item{ID: id, Label: prefix(id)}
  }

  func (item Item) Title() string {
  	return item.Label
  }

  func prefix(id string) string {
  	return "item " + id
  }
`;

const base = {
  "go.mod": code`
    module example.com/shop

    go 1.22
  `,
  "store/store.go": store,
  "main.go": code`
    package main

    func main() {
    	println("hello")
    }
  `,
};

const report = code`
  package report

  import "example.com/shop/store"

  func Report() string {
  	return store.Load("1").ID
  }
`;

/** Members of packages, of the same package without an import, methods and fields. */
export const go: readonly Scenario[] = [
  {
    name: "Go: a function is renamed, a new package calls it",
    base,
    alice: { "store/store.go": [["func Load(", "func Fetch("]] },
    bob: { "report/report.go": report },
    expected: [broken("store/store.go#Load", "report/report.go")],
  },
  {
    name: "Go: a function is renamed, a new package calls it under another name of the package",
    base,
    alice: { "store/store.go": [["func Load(", "func Fetch("]] },
    bob: { "report/report.go": report.replace('import "', 'import data "').replace("store.Load", "data.Load") },
    expected: [broken("store/store.go#Load", "report/report.go")],
  },
  {
    name: "Go: a function is renamed, a new file of its own package calls it",
    base,
    alice: {
      "store/store.go": [
        ["Label: prefix(id)", "Label: label(id)"],
        ["func prefix(", "func label("],
      ],
    },
    bob: {
      "store/list.go": code`
        package store

        func Labels(ids []string) []string {
        	var labels []string
        	for _, id := range ids {
        		labels = append(labels, prefix(id))
        	}
        	return labels
        }
      `,
    },
    expected: [broken("store/store.go#prefix", "store/list.go")],
  },
  {
    name: "Go: a parameter is added that every caller has to give",
    base,
    alice: { "store/store.go": [["func Load(id string)", "func Load(id string, tenant string)"]] },
    bob: { "report/report.go": report },
    expected: [broken("store/store.go#Load", "report/report.go")],
  },
  {
    name: "Go: a method is renamed, a new function calls it on a parameter of that type",
    base,
    alice: { "store/store.go": [["Title() string", "Heading() string"]] },
    bob: {
      "report/report.go": code`
        package report

        import "example.com/shop/store"

        func TitleOf(item store.Item) string {
        	return item.Title()
        }
      `,
    },
    expected: [broken("store/store.go#Item.Title", "report/report.go")],
  },
  {
    name: "Go: a function is removed, another package has one of that name",
    base: { ...base, "cache/cache.go": store.replace("package store", "package cache") },
    alice: { "store/store.go": [["func Load(", "func Fetch("]] },
    bob: { "report/report.go": report.replace("shop/store", "shop/cache").replace("store.Load", "cache.Load") },
    expected: [onePackage("store/store.go", "report/report.go")],
  },
  {
    name: "Go: a function is removed, a variable has the name of its package",
    base,
    alice: { "store/store.go": [["func Load(", "func Fetch("]] },
    bob: {
      "report/report.go": code`
        package report

        type shelf struct{}

        func (shelf) Load(id string) string { return id }

        func Report() string {
        	store := shelf{}
        	return store.Load("1")
        }
      `,
    },
    expected: [onePackage("store/store.go", "report/report.go")],
  },
  {
    name: "Go: a parameter that takes any number is added",
    base,
    alice: { "store/store.go": [["func Load(id string)", "func Load(id string, tags ...string)"]] },
    bob: { "report/report.go": report },
    expected: [onePackage("store/store.go", "report/report.go")],
  },
  {
    name: "Go: a function moves to another file of its package",
    base,
    alice: {
      "store/store.go": [['func prefix(id string) string {\n\treturn "item " + id\n}\n', ""]],
      "store/prefix.go": code`
        package store

        func prefix(id string) string {
        	return "item " + id
        }
      `,
    },
    bob: {
      "store/list.go": code`
        package store

        func First() string {
        	return prefix("1")
        }
      `,
    },
    expected: [onePackage("store/store.go", "store/prefix.go", "store/list.go")],
  },
];
