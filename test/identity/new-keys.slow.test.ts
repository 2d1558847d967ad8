import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** In a process of its own: one that waits for itself hears no timer. With little room for what is young, it collects garbage all the time. */
test("thousands of keys are made, however often garbage is collected", () => {
  const program = `
    import { newKey } from "./src/identity/keys.ts";
    const ids = new Set(Array.from({ length: 25_000 }, () => newKey().id));
    console.log(ids.size);`;
  const said = execFileSync(
    path.join(root, "node_modules", ".bin", "tsx"),
    ["--max-semi-space-size=1", "--input-type=module", "-e", program],
    {
      cwd: root,
      encoding: "utf8",
      timeout: 100_000,
    },
  );
  expect(said.trim()).toBe("25000");
});
