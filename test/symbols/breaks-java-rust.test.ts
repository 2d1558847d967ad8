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
