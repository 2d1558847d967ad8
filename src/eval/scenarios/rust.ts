import { code } from "../code.ts";
import { broken, onePackage } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  pub struct Item {
      pub id: String,
      pub label: String,
  }

  pub fn load(id: &str) -> Item {
      Item { id: id.to_string(), label: format!("item {}", id) }
  }

  impl Item {
      pub fn title(&self) -> String {
          self.label.clone()
      }
  }
`;

const base = {
  "Cargo.toml": code`
    [package]
    name = "shop"
    version = "0.1.0"
    edition = "2021"
  `,
  "src/lib.rs": code`
    pub mod cache;
    pub mod report;
    pub mod store;

    pub use store::load;
  `,
  "src/store.rs": store,
  "src/cache.rs": code`
    pub fn load(id: &str) -> String {
        id.to_string()
    }
  `,
  "src/report.rs": code`
    pub fn header() -> String {
        String::from("Report")
    }
  `,
};

/** `use` by every path that leads to a thing, `pub use`, fields and methods. */
export const rust: readonly Scenario[] = [
  {
    name: "Rust: a function is renamed, a module begins to use it",
    base,
    alice: { "src/store.rs": [["pub fn load(", "pub fn fetch("]], "src/lib.rs": [["store::load", "store::fetch"]] },
    bob: {
      "src/report.rs": code`
        use crate::store::load;

        pub fn header() -> String {
            load("1").id
        }
      `,
    },
    expected: [broken("src/store.rs#load", "src/report.rs")],
  },
  {
    name: "Rust: a function is renamed, a module calls it by its path",
    base,
    alice: { "src/store.rs": [["pub fn load(", "pub fn fetch("]], "src/lib.rs": [["store::load", "store::fetch"]] },
    bob: {
      "src/report.rs": code`
        pub fn header() -> String {
            crate::store::load("1").id
        }
      `,
    },
    expected: [broken("src/store.rs#load", "src/report.rs")],
  },
  {
    name: "Rust: a function is removed that the crate passed on",
    base,
    alice: { "src/store.rs": [["pub fn load(", "pub fn fetch("]], "src/lib.rs": [["pub use store::load;", "pub use store::fetch;"]] },
    bob: {
      "src/report.rs": code`
        use crate::load;

        pub fn header() -> String {
            load("1").id
        }
      `,
    },
    expected: [broken("src/store.rs#load", "src/report.rs")],
  },
  {
    name: "Rust: a function is made private, a module begins to use it",
    base: {
      ...base,
      "src/lib.rs": code`
        pub mod cache;
        pub mod report;
        pub mod store;
      `,
    },
    alice: { "src/store.rs": [["pub fn load(", "fn load("]] },
    bob: {
      "src/report.rs": code`
        use super::store::load;

        pub fn header() -> String {
            load("1").id
        }
      `,
    },
    expected: [broken("src/store.rs#load", "src/report.rs")],
  },
  {
    name: "Rust: a method is renamed, a new function calls it on a parameter of that type",
    base,
    alice: { "src/store.rs": [["pub fn title(", "pub fn heading("]] },
    bob: {
      "src/report.rs": code`
        use crate::store::Item;

        pub fn header(item: &Item) -> String {
            item.title()
        }
      `,
    },
    expected: [broken("src/store.rs#Item.title", "src/report.rs")],
  },
  {
    name: "Rust: a parameter is added that every caller has to give",
    base,
    alice: { "src/store.rs": [["load(id: &str)", "load(id: &str, tenant: &str)"]] },
    bob: {
      "src/report.rs": code`
        use crate::store;

        pub fn header() -> String {
            store::load("1").id
        }
      `,
    },
    expected: [broken("src/store.rs#load", "src/report.rs")],
  },
  {
    name: "Rust: another module has a function of the name that goes",
    base,
    alice: { "src/store.rs": [["pub fn load(", "pub fn fetch("]], "src/lib.rs": [["store::load", "store::fetch"]] },
    bob: {
      "src/report.rs": code`
        use crate::cache::load;

        pub fn header() -> String {
            load("1")
        }
      `,
    },
    expected: [onePackage("src/store.rs", "src/lib.rs", "src/report.rs")],
  },
  {
    name: "Rust: a function moves, its old module passes it on",
    base,
    alice: {
      "src/store.rs": `pub use crate::reading::load;\n\n${store.replace(/pub fn load[\s\S]*?\n}\n\n/, "")}`,
      "src/reading.rs": code`
        use crate::store::Item;

        pub fn load(id: &str) -> Item {
            Item { id: id.to_string(), label: format!("item {}", id) }
        }
      `,
      "src/lib.rs": [["pub mod report;", "pub mod reading;\npub mod report;"]],
    },
    bob: {
      "src/report.rs": code`
        use crate::store::load;

        pub fn header() -> String {
            load("1").id
        }
      `,
    },
    expected: [onePackage("src/store.rs", "src/reading.rs", "src/lib.rs", "src/report.rs")],
  },
];
