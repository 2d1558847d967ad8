import { defineConfig } from "vitest/config";

// Tests are hermetic: whatever the machine's own git configuration says must not decide what they see.
const env = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.com",
  TZ: "UTC",
  LC_ALL: "C",
  NO_COLOR: "1",
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "quick",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.slow.test.ts"],
          env,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      { test: { name: "slow", include: ["test/**/*.slow.test.ts"], env, testTimeout: 300_000, hookTimeout: 60_000 } },
    ],
  },
});
