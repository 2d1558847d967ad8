import type { Scenario } from "../scenario.ts";
import { dependencyDrift } from "./dependency-drift.ts";
import { django } from "./django.ts";
import { duplicateSymbol } from "./duplicate-symbol.ts";
import { fastapi } from "./fastapi.ts";
import { files } from "./files.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { javascript } from "./javascript.ts";
import { migrationOrder } from "./migration-order.ts";
import { nestAndExpress } from "./nest-and-express.ts";
import { oneNameTwice } from "./one-name-twice.ts";
import { pythonBreaks } from "./python-breaks.ts";
import { pythonQuiet } from "./python-quiet.ts";
import { react } from "./react.ts";
import { rust } from "./rust.ts";
import { sameSymbol } from "./same-symbol.ts";
import { staleGenerated } from "./stale-generated.ts";
import { typescriptBreaks } from "./typescript-breaks.ts";
import { typescriptMembers } from "./typescript-members.ts";
import { typescriptNames } from "./typescript-names.ts";
import { typescriptQuiet } from "./typescript-quiet.ts";
import { typescriptShadows } from "./typescript-shadows.ts";
import { typescriptWays } from "./typescript-ways.ts";

/** All there are. A new one is an object in one of these files. */
export const scenarios: readonly Scenario[] = [
  ...[files, sameSymbol, duplicateSymbol, oneNameTwice, migrationOrder, dependencyDrift, staleGenerated],
  ...[typescriptBreaks, typescriptWays, typescriptMembers, typescriptNames, typescriptShadows, typescriptQuiet],
  ...[react, nestAndExpress, django, fastapi],
  ...[javascript, pythonBreaks, pythonQuiet, go, rust, java],
].flat();
