import fs from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { newMachine } from "../support/machine.ts";
import { play } from "./story.ts";

const stories = fs.readdirSync(import.meta.dirname).filter((file) => file.endsWith(".md") && file !== "README.md");

// UPDATE_STORIES=1 writes down what the commands print now. Read it before you commit it: the stories are the manual.
const update = process.env["UPDATE_STORIES"] === "1";

describe.concurrent("what the stories tell is what happens", () => {
  test.for(stories)("%s", { timeout: 120_000 }, async (file, { expect, onTestFinished }) => {
    const place = path.join(import.meta.dirname, file);
    const told = fs.readFileSync(place, "utf8");
    const happened = await play(told, newMachine(onTestFinished));
    if (update) fs.writeFileSync(place, happened);
    else expect(happened).toBe(told);
  });
});
