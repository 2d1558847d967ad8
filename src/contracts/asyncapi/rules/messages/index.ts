import type { StructureRule } from "../../rule.ts";
import { contentTypeAdded } from "./content-type-added.ts";
import { contentTypeChanged } from "./content-type-changed.ts";
import { contentTypeRemoved } from "./content-type-removed.ts";
import { correlationIdChanged } from "./correlation-id-changed.ts";
import { messageAdded } from "./message-added.ts";
import { messageRemoved } from "./message-removed.ts";
import { messageRenamed } from "./message-renamed.ts";
import { payloadAdded } from "./payload-added.ts";
import { payloadAvro } from "./payload-avro.ts";
import { payloadFormatChanged } from "./payload-format-changed.ts";
import { payloadRemoved } from "./payload-removed.ts";
import { payloadTextChanged } from "./payload-text-changed.ts";

/** What goes through channels and how it is written. What is in a payload is looked at by the rules of schemas. */
export const messageRules: readonly StructureRule[] = [
  messageRemoved,
  messageAdded,
  messageRenamed,
  contentTypeChanged,
  contentTypeRemoved,
  contentTypeAdded,
  payloadRemoved,
  payloadAdded,
  payloadFormatChanged,
  payloadTextChanged,
  payloadAvro,
  correlationIdChanged,
];
