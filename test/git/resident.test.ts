import { expect, onTestFinished, test } from "vitest";
import { ResidentGit } from "../../src/git/resident.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const resident = ({ dir }: TestRepository, ...args: string[]) => {
  const git = new ResidentGit(args, { cwd: dir });
  onTestFinished(() => git.close());
  return git;
};

const typeOf = (git: ResidentGit, name: string) => git.ask(`info ${name}\n`, (answer) => answer.line());

const contentOf = (git: ResidentGit, name: string) =>
  git.ask(`contents ${name}\n`, async (answer) => {
    const [, , size] = (await answer.line()).split(" ");
    const content = await answer.bytes(Number(size));
    await answer.bytes(1);
    return content.toString("utf8");
  });

test("a thousand questions asked at once are answered each with its own answer", async () => {
  const repository = newRepository({ "a.txt": "a\n".repeat(50_000), "b.txt": "b" });
  const git = resident(repository, "cat-file", "--batch-command");
  const names = Array.from({ length: 1000 }, (_, i) => (i % 100 === 0 ? "HEAD:a.txt" : i % 3 === 0 ? "HEAD:b.txt" : `missing${i}`));
  const answers = await Promise.all(names.map((name) => (name.startsWith("HEAD") ? contentOf(git, name) : typeOf(git, name))));
  const expected = { "HEAD:a.txt": "a\n".repeat(50_000), "HEAD:b.txt": "b" } as Record<string, string>;
  expect(answers).toEqual(names.map((name) => expected[name] ?? `${name} missing`));
});

test("when the process dies, the question in flight fails and the next is answered by another", async () => {
  const repository = newRepository();
  const git = resident(repository, "cat-file", "--batch-command");
  const type = await typeOf(git, "HEAD");
  await expect(git.ask("nonsense\n", (answer) => answer.line())).rejects.toMatchObject({
    name: "NerveError",
    message: expect.stringContaining("unknown command"),
  });
  expect(await typeOf(git, "HEAD")).toBe(type);
});

test("questions that wait behind one that fails are answered all the same", async () => {
  const repository = newRepository();
  const git = resident(repository, "cat-file", "--batch-command");
  const asked = ["info HEAD\n", "nonsense\n", "info HEAD\n", "nonsense\n", "info HEAD\n"].map((question) =>
    git.ask(question, (answer) => answer.line()).catch(() => "failed"),
  );
  const head = `${repository.git("rev-parse", "HEAD")} commit`;
  expect((await Promise.all(asked)).map((said) => said.replace(/ \d+$/, ""))).toEqual([head, "failed", head, "failed", head]);
});

test("an answer that was not read to its end does not leak into the next", async () => {
  const repository = newRepository({ "a.txt": "one\ntwo\n" });
  const git = resident(repository, "cat-file", "--batch-command");
  const half = git.ask("contents HEAD:a.txt\n", async (answer) => {
    await answer.line();
    throw new Error("enough");
  });
  await expect(half).rejects.toThrow("enough");
  expect(await contentOf(git, "HEAD:a.txt")).toBe("one\ntwo\n");
});

test("a question that cannot be made fails alone", async () => {
  const repository = newRepository({ "a.txt": "one" });
  const git = resident(repository, "cat-file", "--batch-command");
  const unmade = git.ask(
    () => {
      throw new Error("no question");
    },
    (answer) => answer.line(),
  );
  await expect(unmade).rejects.toThrow("no question");
  expect(await contentOf(git, "HEAD:a.txt")).toBe("one");
});

test("a process that cannot start at all is said", async () => {
  const git = new ResidentGit(["cat-file", "--batch-command"], { cwd: "/nowhere" });
  await expect(git.ask("info HEAD\n", (answer) => answer.line())).rejects.toMatchObject({ name: "NerveError", code: "environment" });
  await git.close();
});

test("closing waits for what was asked, and a question after it starts anew", async () => {
  const repository = newRepository({ "a.txt": "one" });
  const git = resident(repository, "cat-file", "--batch-command");
  const asked = Promise.all([1, 2, 3].map(() => contentOf(git, "HEAD:a.txt")));
  await git.close();
  expect(await asked).toEqual(["one", "one", "one"]);
  expect(await contentOf(git, "HEAD:a.txt")).toBe("one");
});

test("who was let go for want of questions answers the next one all the same", async () => {
  const git = new ResidentGit(["cat-file", "--batch-command"], { cwd: newRepository().dir, restMs: 1 });
  onTestFinished(() => git.close());
  const type = await typeOf(git, "HEAD");
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await Promise.all([typeOf(git, "HEAD"), typeOf(git, "HEAD")])).toEqual([type, type]);
  }
});
