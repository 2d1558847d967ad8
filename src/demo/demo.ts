import { Stage } from "./stage.ts";

const cart = `export interface Item {
  readonly price: number;
  readonly count: number;
}

export const total = (items: readonly Item[]): number => {
  let sum = 0;
  for (const { price, count } of items) sum += price * count;
  return sum;
};

export const isEmpty = (items: readonly Item[]): boolean => items.length === 0;
`;

/**
 * Plays the main job on a repository made for the purpose: two worktrees, a remote, a second clone; every line is a real command with its real
 * output. Throws when anything does not happen, or `signal` says stop; in any case nothing of it stays.
 */
export const playDemo = async (program: readonly string[], print: (line: string) => void, signal: AbortSignal): Promise<void> => {
  const stage = new Stage(program, print, signal);
  try {
    await prologue(stage);
    await clash(stage);
    await settle(stage);
    await unseen(stage);
    await teammate(stage);
    await proof(stage);
    stage.say("That was all real, and is gone now. On your own repository: git nerve init, then git nerve watch.");
  } finally {
    await stage.close();
  }
};

const prologue = async (stage: Stage): Promise<void> => {
  stage.say("A shop, a bare remote, and two agents in worktrees of their own.");
  stage.write("shop/src/cart.ts", cart);
  stage.write("shop/src/tax.ts", "export const rate = 0.19;\n");
  stage.write("shop/package.json", '{ "name": "shop" }\n');
  await stage.run("shop", "git init -q -b main . && git add -A && git commit -qm 'a shop'");
  await stage.run(".", "git clone -q --bare shop origin.git");
  await stage.run("shop", "git remote add origin ../origin.git && git fetch -q && git branch -q --set-upstream-to=origin/main");
  await stage.show("shop", "git worktree add -q -b discount ../alice && git worktree add -q -b rounding ../bob && git worktree list");
  await stage.show("shop", "git nerve init");
  stage.start("shop", "git nerve watch");
  await stage.until("the watcher runs", "shop", "git nerve status --json", (output) => output.includes('"running":true'));
};

const clash = async (stage: Stage): Promise<void> => {
  stage.say("Alice gives a discount, Bob rounds. Neither commits, and nobody tells anybody.");
  stage.write("alice/src/cart.ts", cart.replace("sum += price * count", "sum += price * count * (count >= 10 ? 0.9 : 1)"));
  stage.write("bob/src/cart.ts", cart.replace("sum += price * count", "sum += Math.round(price * count * 100) / 100"));
  const took = await stage.until("the conflict", "bob", "git nerve conflicts --json", (output) => output.includes('"merge_conflict"'));
  stage.say(`${took} ms later (start-up of the asking command included) it is in both inboxes, with evidence:`);
  await stage.show("alice", "git nerve inbox --wait 5");
  await stage.show("bob", "git nerve inbox --wait 5");
  const { conflicts } = JSON.parse(await stage.run("shop", "git nerve conflicts --json", [1])) as { conflicts: { id: string }[] };
  if (conflicts.length !== 1) throw new Error(`one conflict was expected, not ${conflicts.length}`);
  await stage.show("shop", `git nerve why ${conflicts[0]?.id}`);
};

const settle = async (stage: Stage): Promise<void> => {
  stage.say("Bob leaves the cart to Alice. The conflict resolves itself.");
  await stage.show("bob", "git checkout -q -- src/cart.ts");
  await stage.until("no open conflict", "bob", "git nerve conflicts --json", (output) => output.includes('"conflicts":[]'));
  await stage.show("bob", "git nerve inbox --wait 5");
  await stage.show("bob", "git nerve conflicts");
};

const unseen = async (stage: Stage): Promise<void> => {
  stage.say(
    "Bob gives the tax another name, and adapts all that uses it. Alice uses it in a new file. Git merges both without a word; the program is broken.",
  );
  stage.write("bob/src/tax.ts", "export const vat = 0.19;\n");
  stage.write(
    "alice/src/invoice.ts",
    'import { rate } from "./tax.js";\n\nexport const gross = (net: number): number => net * (1 + rate);\n',
  );
  await stage.until("what breaks", "alice", "git nerve conflicts --json", (output) => output.includes('"semantic_conflict"'));
  await stage.show("alice", "git nerve inbox --wait 5");
  await stage.run("bob", "git checkout -q -- src/tax.ts");
  await stage.until("no open conflict", "bob", "git nerve conflicts --json", (output) => output.includes('"conflicts":[]'));
};

const teammate = async (stage: Stage): Promise<void> => {
  stage.say("Carol has a clone on another machine. No code travels, only digests; she learns of Alice by plain git fetch.");
  await stage.show("shop", "git nerve sync");
  await stage.run(".", "git clone -q origin.git carol");
  stage.write("carol/src/cart.ts", cart.replace("let sum = 0", "let sum = -0"));
  await stage.show("carol", "git nerve sync");
  await stage.show("carol", "git nerve agents");
  const found = await stage.show("carol", "git nerve conflicts", [1]);
  if (!found.includes("alice")) throw new Error("Carol does not see the conflict with Alice");
  await stage.show("shop", "git nerve sync");
  await stage.until("the same conflict on Alice's side", "alice", "git nerve conflicts --json", (output) => output.includes('"carol"'));
  await stage.show("alice", "git nerve conflicts", [1]);
};

const proof = async (stage: Stage): Promise<void> => {
  stage.say("Everything that was said is a signed chain, which this program verifies, and stock git too.");
  await stage.show("shop", "git nerve audit");
  if ((await stage.run("shop", "command -v ssh-keygen", [0, 1, 127])) === "") {
    stage.say("Stock git asks ssh-keygen to verify signatures. It is not installed here, so that part is left out.");
    return;
  }
  await stage.run("shop", "git nerve trust export > ../signers");
  const refs = (await stage.run("shop", "git for-each-ref --format='%(refname)' refs/nerveplane/log")).trim().split("\n");
  for (const ref of refs) {
    await stage.show("shop", `git -c gpg.ssh.allowedSignersFile=../signers log --format='%G? %s' ${ref} | cut -c1-100`);
    const verdicts = (await stage.run("shop", `git -c gpg.ssh.allowedSignersFile=../signers log --format=%G? ${ref}`)).trim().split("\n");
    if (verdicts.some((verdict) => verdict !== "G")) throw new Error(`git does not accept every commit of ${ref}`);
  }
};
