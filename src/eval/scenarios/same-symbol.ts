import { code } from "../code.ts";
import { bothChange, oneFile } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const cart = code`
  export class Cart {
    readonly items: number[] = [];

    total(): number {
      let sum = 0;

      for (const item of this.items) {
        sum += item;
      }

      const rounded = Math.round(sum);

      return rounded;
    }

    isEmpty(): boolean {
      return this.items.length === 0;
    }
  }

  export function shipping(weight: number): number {
    const first = 3;

    const each = weight * 2;

    const fee = 1;

    return first + each + fee;
  }
`;

const cartBase = { "src/cart.ts": cart };

/** Both change one function in lines so far apart that git merges it; or different ones, or in ways that do not count. */
export const sameSymbol: readonly Scenario[] = [
  {
    name: "Both change one function, in different lines",
    base: cartBase,
    alice: { "src/cart.ts": [["const first = 3;", "const first = 4;"]] },
    bob: { "src/cart.ts": [["return first + each + fee;", "return Math.ceil(first + each + fee);"]] },
    expected: [bothChange("src/cart.ts#shipping")],
  },
  {
    name: "Both change one method of a class, in different lines",
    base: cartBase,
    alice: { "src/cart.ts": [["sum += item", "sum += item * 2"]] },
    bob: { "src/cart.ts": [["return rounded;", "return rounded / 100;"]] },
    committed: ["bob"],
    expected: [bothChange("src/cart.ts#Cart.total")],
  },
  {
    name: "Both change two functions, in different lines: two conflicts",
    base: cartBase,
    alice: {
      "src/cart.ts": [
        ["sum += item", "sum += item * 2"],
        ["const first = 3;", "const first = 4;"],
      ],
    },
    bob: {
      "src/cart.ts": [
        ["return rounded;", "return rounded / 100;"],
        ["const fee = 1;", "const fee = 2;"],
      ],
    },
    expected: [bothChange("src/cart.ts#Cart.total"), bothChange("src/cart.ts#shipping")],
  },
  {
    name: "Python: both change one function, in different lines",
    base: {
      "shop/cart.py": code`
        def total(items):
            sum = 0

            for item in items:
                sum += item

            rounded = round(sum)

            return rounded
      `,
    },
    alice: { "shop/cart.py": [["sum += item", "sum += item * 2"]] },
    bob: { "shop/cart.py": [["return rounded", "return rounded / 100"]] },
    expected: [bothChange("shop/cart.py#total")],
  },
  {
    name: "Go: both change one method, in different lines",
    base: {
      "cart/cart.go": code`
        package cart

        type Cart struct{ items []int }

        func (cart Cart) Total() int {
        	sum := 0

        	for _, item := range cart.items {
        		sum += item
        	}

        	rounded := sum / 10

        	return rounded
        }
      `,
    },
    alice: { "cart/cart.go": [["sum += item", "sum += item * 2"]] },
    bob: { "cart/cart.go": [["return rounded", "return rounded * 10"]] },
    expected: [bothChange("cart/cart.go#Cart.Total")],
  },
  {
    name: "Rust: both change one method, in different lines",
    base: {
      "src/lib.rs": code`
        pub struct Cart { items: Vec<u32> }

        impl Cart {
            pub fn total(&self) -> u32 {
                let mut sum = 0;

                for item in &self.items {
                    sum += item;
                }

                let rounded = sum / 10;

                rounded
            }
        }
      `,
    },
    alice: { "src/lib.rs": [["sum += item", "sum += item * 2"]] },
    bob: { "src/lib.rs": [["        rounded\n", "        rounded * 10\n"]] },
    expected: [bothChange("src/lib.rs#Cart.total")],
  },
  {
    name: "Java: both change one method, in different lines",
    base: {
      "src/Cart.java": code`
        class Cart {
            int[] items;

            int total() {
                int sum = 0;

                for (int item : items) {
                    sum += item;
                }

                int rounded = sum / 10;

                return rounded;
            }
        }
      `,
    },
    alice: { "src/Cart.java": [["sum += item", "sum += item * 2"]] },
    bob: { "src/Cart.java": [["return rounded", "return rounded * 10"]] },
    expected: [bothChange("src/Cart.java#Cart.total")],
  },
  {
    name: "One changes a function, the other one renames it and leaves its body",
    base: cartBase,
    alice: { "src/cart.ts": [["function shipping(", "function delivery("]] },
    bob: { "src/cart.ts": [["return first + each + fee;", "return Math.ceil(first + each + fee);"]] },
    expected: [bothChange("src/cart.ts#shipping")],
  },
  {
    name: "Both change different methods of one class",
    base: cartBase,
    alice: { "src/cart.ts": [["return this.items.length === 0", "return this.items.length < 1"]] },
    bob: { "src/cart.ts": [["sum += item", "sum += item * 2"]] },
    expected: [oneFile("src/cart.ts", "medium")],
  },
  {
    name: "Both change different functions of one file",
    base: cartBase,
    alice: { "src/cart.ts": [["const each = weight * 2", "const each = weight * 3"]] },
    bob: { "src/cart.ts": [["sum += item", "sum += item * 2"]] },
    expected: [oneFile("src/cart.ts", "medium")],
  },
  {
    name: "One changes a function, the other one only its comments and white space",
    base: cartBase,
    alice: { "src/cart.ts": [["  const first = 3;\n", "  // What the first parcel costs.\n  const first   = 3;\n"]] },
    bob: { "src/cart.ts": [["return first + each + fee;", "return Math.ceil(first + each + fee);"]] },
    expected: [oneFile("src/cart.ts", "low")],
  },
  {
    name: "Both change a function in the same way, and other functions besides",
    base: cartBase,
    alice: {
      "src/cart.ts": [
        ["sum += item", "sum += item * 2"],
        ["const first = 3;", "const first = 4;"],
      ],
    },
    bob: {
      "src/cart.ts": [
        ["sum += item", "sum += item * 2"],
        ["items.length === 0", "items.length < 1"],
      ],
    },
    expected: [oneFile("src/cart.ts")],
  },
  {
    name: "Both change functions of one name in different files",
    base: { ...cartBase, "src/basket.ts": cart },
    alice: { "src/cart.ts": [["const first = 3;", "const first = 4;"]] },
    bob: { "src/basket.ts": [["const fee = 1;", "const fee = 2;"]] },
    expected: [],
  },
  {
    name: "Both make the very same change to a function",
    base: cartBase,
    alice: { "src/cart.ts": [["const first = 3;", "const first = 4;"]] },
    bob: { "src/cart.ts": [["const first = 3;", "const first = 4;"]] },
    expected: [],
  },
];
