import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * Hands a temporary folder to `play`, and takes it away afterwards, however that ends. Meanwhile nothing of this machine's configuration counts for
 * this process and those that it starts: they are in an empty home.
 */
export const inPlayground = async <T>(play: (folder: string) => Promise<T>): Promise<T> => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "git-nerve-eval-")));
  const outside = { ...process.env };
  try {
    fs.mkdirSync(path.join(folder, "home"));
    for (const name of Object.keys(process.env)) if (/^(?:GIT|XDG)_/.test(name)) delete process.env[name];
    Object.assign(process.env, environment, { HOME: path.join(folder, "home") });
    return await play(folder);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in outside)) delete process.env[name];
    Object.assign(process.env, outside);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};

const environment = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Eval",
  GIT_AUTHOR_EMAIL: "eval@example.com",
  GIT_COMMITTER_NAME: "Eval",
  GIT_COMMITTER_EMAIL: "eval@example.com",
  TZ: "UTC",
};
