import path from "node:path";
import { expect, test } from "vitest";
import { newRepository, type TestRepository } from "../support/repository.ts";
import { nerve } from "./command-line.ts";

const said = async (place: TestRepository, ...args: string[]): Promise<{ code: number | null; error?: { message: string } }> => {
  const { code, stdout } = await nerve([...args, "--json"], { cwd: place.dir });
  return { code, ...JSON.parse(stdout) };
};

test("two worktrees whose folders share a name have agents with names of their own", async () => {
  const here = newRepository();
  here.git("worktree", "add", "-q", "-b", "one", path.join(here.dir, "../x/wt"));
  here.git("worktree", "add", "-q", "-b", "two", path.join(here.dir, "../y/wt"));
  const { stdout } = await nerve(["agents", "--json"], { cwd: here.dir });
  const names = JSON.parse(stdout).agents.map(({ name }: { name: string }) => name);
  expect(new Set(names).size).toBe(3);
});

test("a name can be read, typed and told apart, or it is refused", async () => {
  const here = newRepository();
  const alice = here.worktree("alice");
  here.worktree("bob");
  for (const name of ["", "  ", "red\u001b[31m", "n".repeat(65), "sensor", "bob"]) {
    expect(await said(alice, "join", "--name", name)).toMatchObject({ code: 2 });
  }
  expect(await said(alice, "join", "--name", "日本語")).toMatchObject({ code: 0, name: "日本語" });
  expect(await said(alice, "join", "--name", "日本語")).toMatchObject({ code: 0, name: "日本語" });
});

test("a summary is one line that an inbox can show", async () => {
  const here = newRepository();
  const { code, error } = await said(here, "publish", "message_sent", "--summary", "x".repeat(301));
  expect(error?.message).toBe("the summary has more than 300 characters");
  expect(code).toBe(2);
  expect(await said(here, "publish", "message_sent", "--summary", "two\nlines")).toMatchObject({ code: 0 });
  const { stdout } = await nerve(["events", "--type", "message_sent", "--json"], { cwd: here.dir });
  expect(JSON.parse(stdout).events).toMatchObject([{ summary: "two lines" }]);
});
