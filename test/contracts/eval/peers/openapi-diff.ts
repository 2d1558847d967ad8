import openApiDiff from "openapi-diff";
import { type Compare, contractIn } from "../tool.ts";

/** https://bitbucket.org/atlassian/openapi-diff: OpenAPI 2 and 3.0, one file. */
export const compare: Compare = async ({ before, after, entry }) => {
  try {
    const outcome = await openApiDiff.diffSpecs({
      sourceSpec: specIn(contractIn(before, entry)),
      destinationSpec: specIn(contractIn(after, entry)),
    });
    const found = outcome.breakingDifferencesFound ? outcome.breakingDifferences : [];
    return { kind: "answered", breaking: found.length > 0, said: found.map(({ code }) => code) };
  } catch (error) {
    // Its own errors are about the contract; others are its bugs.
    if (error instanceof Error && "code" in error && String(error.code).startsWith("OPENAPI_DIFF_")) {
      return { kind: "refused", reason: error.message };
    }
    throw error;
  }
};

const specIn = ({ path, text }: { readonly path: string; readonly text: string }) => ({
  content: text,
  location: path,
  format: /^\s*["']?swagger["']?\s*:|[{,]\s*"swagger"\s*:/m.test(text) ? ("swagger2" as const) : ("openapi3" as const),
});
