import { expect, test } from "vitest";
import { breaksOf, type Edits, type Files } from "./code.ts";

const main = "src/main/java/com/acme";
const at = (text: string): Edits => ({ [`${main}/web/Page.java`]: `package com.acme.web;\n${text}\n` });

const java: Files = {
  [`${main}/store/Store.java`]: `package com.acme.store;

public class Store extends Base {
  public static final int LIMIT = 3;
  private final User owner;

  public Store(User owner) {
    this.owner = owner;
  }

  public static Store open() {
    return new Store(null);
  }

  public User find(String id) {
    return owner.named(id, LIMIT);
  }

  public void close() {
    owner.forget();
    owner.forget();
  }

  public User owner() {
    return owner;
  }

  private void check(int n) {
    owner.forget();
  }

  public static class Entry {
    public String key;
  }
}
`,
  [`${main}/store/Base.java`]: "package com.acme.store;\n\npublic class Base {\n  public void start(int n) {\n    run(n);\n  }\n}\n",
  [`${main}/store/User.java`]:
    "package com.acme.store;\n\npublic interface User {\n  String email();\n  User named(String id, int n);\n  void forget();\n}\n",
  [`${main}/store/Color.java`]: "package com.acme.store;\n\npublic enum Color {\n  RED,\n  BLUE\n}\n",
  [`${main}/store/Point.java`]: "package com.acme.store;\n\npublic record Point(int x, int y) {}\n",
};
const javaText = (name: string): string => java[`${main}/store/${name}.java`] ?? "";
const edited = (name: string, from: string | RegExp, to: string): Edits => {
  const text = javaText(name).replace(from, to);
  if (text === javaText(name)) throw new Error(`${name} has no ${from}`);
  return { [`${main}/store/${name}.java`]: text };
};
const page = (body: string, imports = "import com.acme.store.*;"): Edits => at(`${imports}\nclass Page {\n${body}\n}`);
const inJava = (expected: string): string => expected.replaceAll("@", `${main}/`);

test.each<[string, Edits, Edits, string]>([
  [
    "a method is gone",
    edited("Store", /  public void close[^}]*\}\n/, ""),
    page("  void show(Store store) { store.close(); }"),
    "ours removed @store/Store.java#Store.close: @web/Page.java:4 call",
  ],
  [
    "a method has another name",
    edited("Store", "User find(", "User lookUp("),
    page('  void show(Store store) { store.find("1"); }'),
    "ours renamed @store/Store.java#Store.find to @store/Store.java#Store.lookUp: @web/Page.java:4 call",
  ],
  [
    "a method takes more",
    edited("Store", "find(String id)", "find(String id, boolean deep)"),
    page('  void show() { new Store(null).find("1"); }'),
    "ours signature changed @store/Store.java#Store.find to @store/Store.java#Store.find: @web/Page.java:4 call",
  ],
  [
    "a constructor takes more",
    edited("Store", "Store(User owner)", "Store(User owner, int size)"),
    page("  Store store = new Store(null);"),
    "ours signature changed @store/Store.java#Store to @store/Store.java#Store: @web/Page.java:4 new",
  ],
  [
    "a class without a constructor gets one",
    edited("Base", "public class Base {\n", "public class Base {\n  public Base(int size) {}\n"),
    page("  Base base = new Base();"),
    "ours signature changed @store/Base.java#Base to @store/Base.java#Base: @web/Page.java:4 new",
  ],
  [
    "a method is private now",
    edited("Store", "public void close", "private void close"),
    page("  Store store;\n  void show() { this.store.close(); }"),
    "ours made private @store/Store.java#Store.close to @store/Store.java#Store.close: @web/Page.java:5 call",
  ],
  [
    "a class is its package's own now",
    edited("Store", "public class Store", "class Store"),
    page("  Store store;", "import com.acme.store.Store;"),
    "ours made private @store/Store.java#Store to @store/Store.java#Store: @web/Page.java:2 import, @web/Page.java:4 type",
  ],
  [
    "a class has another name",
    { [`${main}/store/Point.java`]: null, [`${main}/store/Dot.java`]: javaText("Point").replace("Point", "Dot") },
    page("  Point point;", "import com.acme.store.Point;"),
    "ours renamed @store/Point.java#Point to @store/Dot.java#Dot: @web/Page.java:2 import, @web/Page.java:4 type",
  ],
  [
    "a constant of an enum is gone",
    edited("Color", "  RED,\n", ""),
    page("  int show(Color color) {\n    switch (color) { case RED: return 1; default: return 2; }\n  }"),
    "ours removed @store/Color.java#Color.RED: @web/Page.java:5 value",
  ],
  [
    "a record has one component more",
    edited("Point", "int y", "int y, int z"),
    page("  Point point = new Point(1, 2);"),
    "ours signature changed @store/Point.java#Point to @store/Point.java#Point: @web/Page.java:4 new",
  ],
  [
    "a static method is asked for by an import",
    edited("Store", "Store open()", "Store create()"),
    page("  Object show() { return open(); }", "import static com.acme.store.Store.open;"),
    "ours renamed @store/Store.java#Store.open to @store/Store.java#Store.create: @web/Page.java:2 import, @web/Page.java:4 call",
  ],
  [
    "an inherited method takes more",
    edited("Base", "start(int n)", "start(int n, int m)"),
    page("  void show(Store store) { store.start(1); }"),
    "ours signature changed @store/Base.java#Base.start to @store/Base.java#Base.start: @web/Page.java:4 call",
  ],
  [
    "what a method returns has it no more",
    edited("User", "  String email();\n", ""),
    page("  String show() { return Store.open().owner().email() + new Page2().user.email(); }\n}\nclass Page2 {\n  User user;"),
    "ours removed @store/User.java#User.email: @web/Page.java:4 call",
  ],
  [
    "a nested class is gone",
    edited("Store", /  public static class Entry[^}]*\}\n/, ""),
    page("  Store.Entry entry;"),
    "ours removed @store/Store.java#Store.Entry: @web/Page.java:4 type",
  ],
])("Java, %s: the other side's use breaks", async (_, ours, theirs, expected) => {
  expect(await breaksOf(java, ours, theirs)).toEqual([inJava(expected)]);
  expect(await breaksOf(java, theirs, ours)).toEqual([inJava(expected).replace("ours", "theirs")]);
});

const closeGone = edited("Store", /  public void close[^}]*\}\n/, "");

test.each<[string, Edits, Edits]>([
  ["a name in a comment or a string", closeGone, page('  /** {@link Store#close} */\n  String text = "store.close()"; // store.close()')],
  ["a method of another type", closeGone, page("  void show(Reader store) { store.close(); }", "import java.io.Reader;")],
  ["a value of a type that is not known", closeGone, page("  void show(Object any) { make(any).close(); store.close(); }")],
  [
    "a local class of that name",
    edited("Store", "Store open()", "Store create()"),
    page("  void show() { class Store { void open() {} } new Store().open(); }"),
  ],
  [
    "one more overload",
    edited("Store", "  public void close", "  public void close(boolean now) {}\n\n  public void close"),
    page("  void show(Store store) { store.close(); }"),
  ],
  [
    "a private overload before it",
    edited("Store", "  public void close", "  private void close(int n) {}\n\n  public void close"),
    page("  void show(Store store) { store.close(); }"),
  ],
  [
    "a private field of its name",
    edited("Store", "  private final User owner;", "  private final User owner;\n  private boolean close;"),
    page("  void show(Store store) { store.close(); }"),
  ],
  [
    "any number of arguments",
    edited("Store", "find(String id)", "find(String id, int... more)"),
    page('  void show(Store store) { store.find("1"); }'),
  ],
  [
    "an overload beside the inherited method",
    edited("Store", "  public void close", "  public void start(int n, int m) {}\n\n  public void close"),
    page("  void show(Store store) { store.start(1); }"),
  ],
  [
    "parameters by other names",
    edited("Store", "find(String id)", "find(String key)"),
    page('  void show(Store store) { store.find("1"); }'),
  ],
  [
    "a record that can be made in one more way",
    edited("Point", "{}", "{\n  public Point(int x) {\n    this(x, 0);\n  }\n}"),
    page("  Point point = new Point(1, 2);"),
  ],
  [
    "a method moves up to what the class extends",
    {
      ...closeGone,
      ...edited("Base", "  public void start", "  public void close() {}\n\n  public void start"),
    },
    page("  void show(Store store) { store.close(); }"),
  ],
  [
    "protected, and used by an heir",
    edited("Store", "public void close", "protected void close"),
    page("}\nclass Heir extends Store {\n  Heir() { super(null); close(); }"),
  ],
  [
    "its own body",
    edited("Store", "    owner.forget();\n    owner.forget();", "    owner.forget();"),
    page("  void show(Store store) { store.close(); }"),
  ],
  [
    "package-private, in the same package",
    edited("Store", "public void close", "void close"),
    { [`${main}/store/Near.java`]: "package com.acme.store;\nclass Near {\n  void show(Store store) { store.close(); }\n}\n" },
  ],
  [
    "a method of an unnamed class",
    edited("Store", "User find(", "User lookUp("),
    page("  Object show = new Object() {\n    void find(int a, int b) {}\n    void go() { find(1, 2); }\n  };"),
  ],
])("Java, %s: nothing breaks", async (_, ours, theirs) => {
  expect(await breaksOf(java, ours, theirs)).toEqual([]);
  expect(await breaksOf(java, theirs, ours)).toEqual([]);
});

const rust: Files = {
  "Cargo.toml": '[package]\nname = "acme"\n',
  "src/lib.rs": "pub mod store;\npub mod user;\npub mod page;\nmod near;\npub use store::Store;\n",
  "src/near.rs": "",
  "src/page.rs": "",
  "src/user.rs": `#[derive(Debug)]
pub struct User {
    pub email: String,
    pub id: u32,
}

pub struct Pair(pub u8, pub u8);

pub enum Color {
    Red,
    Rgb(u8, u8, u8),
    Named { name: String },
}

pub trait Shape {
    fn area(&self, scale: u8) -> u32;
}

impl Shape for User {
    fn area(&self, scale: u8) -> u32 {
        self.id
    }
}
`,
  "src/store.rs": `use crate::user::User;

pub const LIMIT: u32 = 3;

pub struct Store {
    owner: User,
}

impl Store {
    pub fn new(owner: User) -> Self {
        Store { owner }
    }

    pub fn find(&self, id: &str) -> Option<User> {
        check(id, LIMIT);
        None
    }

    pub fn owner(&self) -> &User {
        &self.owner
    }
}

pub fn load(path: &str) -> User {
    check(path, LIMIT);
    parse(path)
}

pub(crate) fn check(id: &str, limit: u32) {
    assert!(id.len() < limit);
}

fn parse(text: &str) -> User {
    User { email: text.to_string(), id: 1 }
}
`,
};
const rustEdit = (name: string, from: string | RegExp, to: string): Edits => {
  const before = rust[`src/${name}.rs`] ?? "";
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} has no ${from}`);
  return { [`src/${name}.rs`]: after };
};
const rustPage = (text: string, uses = "use crate::store::*;\nuse crate::user::*;"): Edits => ({ "src/page.rs": `${uses}\n${text}\n` });

test.each<[string, Edits, Edits, string[]]>([
  [
    "a function is gone",
    rustEdit("store", /pub fn load[^}]*\}\n/, ""),
    rustPage('fn show() { crate::store::load("1"); }', ""),
    ["ours removed src/store.rs#load: src/page.rs:2 call"],
  ],
  [
    "a function has another name",
    rustEdit("store", "pub fn load", "pub fn read"),
    rustPage('fn show() { load("1"); }', "use crate::store::load;"),
    ["ours renamed src/store.rs#load to src/store.rs#read: src/page.rs:1 import, src/page.rs:2 call"],
  ],
  [
    "a function takes more",
    rustEdit("store", "load(path: &str)", "load(path: &str, deep: bool)"),
    rustPage('fn show() { load("1"); }', "use crate::store::load;"),
    ["ours signature changed src/store.rs#load to src/store.rs#load: src/page.rs:2 call"],
  ],
  [
    "a function is async now",
    rustEdit("store", "pub fn load", "pub async fn load"),
    rustPage('fn show() { load("1"); }', "use crate::store::load;"),
    ["ours became async src/store.rs#load to src/store.rs#load: src/page.rs:2 call"],
  ],
  [
    "a method has another name",
    rustEdit("store", "fn find", "fn look_up"),
    rustPage('fn show(store: &Store) { store.find("1"); }'),
    ["ours renamed src/store.rs#Store.find to src/store.rs#Store.look_up: src/page.rs:3 call"],
  ],
  [
    "an associated function takes more",
    rustEdit("store", "new(owner: User)", "new(owner: User, size: u8)"),
    rustPage("fn show(user: User) { Store::new(user); }", "use crate::{Store, user::User};"),
    ["ours signature changed src/store.rs#Store.new to src/store.rs#Store.new: src/page.rs:2 call"],
  ],
  [
    "what a function makes has it no more",
    rustEdit("store", "fn find", "fn look_up"),
    rustPage('fn show(user: User) {\n    let store = Store::new(user);\n    store.find("1");\n}'),
    ["ours renamed src/store.rs#Store.find to src/store.rs#Store.look_up: src/page.rs:5 call"],
  ],
  [
    "a struct has one field more",
    rustEdit("user", "pub id: u32,", "pub id: u32,\n    pub age: u8,"),
    rustPage("fn show() -> User { User { email: String::new(), id: 1 } }"),
    ["ours signature changed src/user.rs#User to src/user.rs#User: src/page.rs:3 new"],
  ],
  [
    "a struct has one field more, in the file itself",
    rustEdit("user", "pub id: u32,", "pub id: u32,\n    pub age: u8,"),
    {
      "src/user.rs": `${rust["src/user.rs"]}\nimpl User {\n    fn first() -> Self {\n        Self { email: String::new(), id: 1 }\n    }\n}\n`,
    },
    ["ours signature changed src/user.rs#User to src/user.rs#User: src/user.rs:27 new"],
  ],
  [
    "a field has another name",
    rustEdit("user", "pub email", "pub mail"),
    rustPage("fn show(user: &User) -> usize { user.email.len() }"),
    ["ours renamed src/user.rs#User.email to src/user.rs#User.mail: src/page.rs:3 value"],
  ],
  [
    "a case of an enum is gone",
    rustEdit("user", "    Red,\n", ""),
    rustPage("fn show(color: Color) -> bool { matches!(color, Color::Red) }"),
    ["ours removed src/user.rs#Color.Red: src/page.rs:3 value"],
  ],
  [
    "a case of an enum takes more",
    rustEdit("user", "Rgb(u8, u8, u8)", "Rgb(u8, u8, u8, u8)"),
    rustPage("fn show() -> Color { Color::Rgb(1, 2, 3) }"),
    ["ours signature changed src/user.rs#Color.Rgb to src/user.rs#Color.Rgb: src/page.rs:3 call"],
  ],
  [
    "a trait's method takes more",
    { "src/user.rs": (rust["src/user.rs"] ?? "").replaceAll("scale: u8", "scale: u8, turn: u8") },
    rustPage("fn show(user: &User) { user.area(1); }"),
    ["ours signature changed src/user.rs#User.area to src/user.rs#User.area: src/page.rs:3 call"],
  ],
  [
    "a re-export is dropped",
    { "src/lib.rs": (rust["src/lib.rs"] ?? "").replace("pub use store::Store;\n", "") },
    rustPage("fn show(store: Store) {}", "use crate::Store;"),
    ["ours not re-exported src/store.rs#Store: src/page.rs:1 import", "ours import removed src/store.rs#Store: src/page.rs:2 type"],
  ],
  [
    "a function is the module's own now",
    rustEdit("store", "pub fn load", "fn load"),
    rustPage('fn show() { load("1"); }', "use crate::store::load;"),
    ["ours made private src/store.rs#load to src/store.rs#load: src/page.rs:1 import, src/page.rs:2 call"],
  ],
])("Rust, %s: the other side's use breaks", async (_, ours, theirs, expected) => {
  expect(await breaksOf(rust, ours, theirs)).toEqual(expected);
  expect(await breaksOf(rust, theirs, ours)).toEqual(expected.map((one) => one.replace("ours", "theirs")));
});

const loadGone = rustEdit("store", /pub fn load[^}]*\}\n/, "");
const oneFieldMore = rustEdit("user", "pub id: u32,", "pub id: u32,\n    pub age: u8,");

test.each<[string, Edits, Edits]>([
  ["a name in a comment or a string", loadGone, rustPage('/// Calls [`load`].\nfn show() { "load()"; } // load()')],
  ["a local of that name", loadGone, rustPage("fn show(load: fn()) { load(); let load = 1; load; }", "use crate::store::LIMIT;")],
  ["a closure's parameter in a macro", loadGone, rustPage("fn show(list: Vec<u8>) { assert!(list.iter().all(|load| load > 1)); }")],
  ["a function of the file itself", loadGone, rustPage("fn load() {}\nfn show() { load(); self::load(); }", "")],
  ["a module of that name", loadGone, { "src/near.rs": "mod inner {\n    pub fn load() {}\n}\nfn show() { inner::load(); }\n" }],
  ["a method of another type", loadGone, rustPage("fn show(store: &Store, other: Other) { store.load(); other.load(); }")],
  [
    "a member that comes of a trait elsewhere",
    rustEdit("store", "fn find", "fn look_up"),
    rustPage('fn show(list: &[u8]) { list.iter().find("1"); }'),
  ],
  ["one field more, and the rest is filled", oneFieldMore, rustPage("fn show() -> User { User { id: 1, ..make() } }")],
  ["one field more, in a pattern with a rest", oneFieldMore, rustPage("fn show(user: User) { let User { email, .. } = user; }")],
  [
    "a field only some systems have",
    rustEdit("user", "pub id: u32,", "pub id: u32,\n    #[cfg(unix)]\n    pub inode: u64,"),
    rustPage("fn show() -> User { User { email: String::new(), id: 1 } }"),
  ],
  [
    "async, and awaited",
    rustEdit("store", "pub fn load", "pub async fn load"),
    rustPage('async fn show() { load("1").await; }', "use crate::store::load;"),
  ],
  ["another body", rustEdit("store", "check(path, LIMIT);", ""), rustPage('fn show() { load("1"); }', "use crate::store::load;")],
  [
    "for the crate only, and used in it",
    rustEdit("store", "pub fn load", "pub(crate) fn load"),
    rustPage('fn show() { load("1"); }', "use crate::store::load;"),
  ],
  [
    "a private field beside a method of its name",
    rustEdit("store", "owner: User,\n", "owner: User,\n    find: u8,\n"),
    rustPage('fn show(store: &Store) { store.find("1"); }'),
  ],
  [
    "moved, and passed on from where it was",
    {
      ...loadGone,
      "src/store.rs": `pub use crate::near::load;\n${loadGone["src/store.rs"]}`,
      "src/near.rs": "pub fn load(path: &str) {}\n",
    },
    rustPage('fn show() { load("1"); }', "use crate::store::load;"),
  ],
  [
    "a method that is called by its path",
    rustEdit("store", "find(&self, id: &str)", "find(&self, id: &str, deep: Option<bool>)"),
    rustPage("fn show() { let find = Store::find; }"),
  ],
])("Rust, %s: nothing breaks", async (_, ours, theirs) => {
  expect(await breaksOf(rust, ours, theirs)).toEqual([]);
  expect(await breaksOf(rust, theirs, ours)).toEqual([]);
});
