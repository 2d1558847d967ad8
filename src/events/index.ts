import { agentJoined } from "./agent-joined.ts";
import { agentLeft } from "./agent-left.ts";
import { agentStatusChanged } from "./agent-status-changed.ts";
import { apiContractChanged } from "./api-contract-changed.ts";
import { approvalGranted } from "./approval-granted.ts";
import { branchReady } from "./branch-ready.ts";
import { checkpoint } from "./checkpoint.ts";
import { conflictDismissed } from "./conflict-dismissed.ts";
import { conflictOpened } from "./conflict-opened.ts";
import { conflictResolved } from "./conflict-resolved.ts";
import { dbMigrationAdded } from "./db-migration-added.ts";
import { decisionRecorded } from "./decision-recorded.ts";
import { decisionRejected } from "./decision-rejected.ts";
import { decisionSuperseded } from "./decision-superseded.ts";
import type { EventDefinition } from "./define-event.ts";
import { deploymentRiskDetected } from "./deployment-risk-detected.ts";
import { eventSchemaChanged } from "./event-schema-changed.ts";
import { filesChanged } from "./files-changed.ts";
import { keyRevoked } from "./key-revoked.ts";
import { memoryForgotten } from "./memory-forgotten.ts";
import { memoryRemembered } from "./memory-remembered.ts";
import { mergeRiskDetected } from "./merge-risk-detected.ts";
import { messageSent } from "./message-sent.ts";
import { reviewRequested } from "./review-requested.ts";
import { schemaChanged } from "./schema-changed.ts";
import { serviceDeclared } from "./service-declared.ts";
import { taskBlocked } from "./task-blocked.ts";
import { taskClaimed } from "./task-claimed.ts";
import { taskHandoffRequested } from "./task-handoff-requested.ts";
import { taskUpdated } from "./task-updated.ts";
import { testFailureReported } from "./test-failure-reported.ts";

/** Everything that can be said, in the order of the documentation; of several versions of a type the newest, which is the one to write, first. */
export const eventDefinitions: readonly EventDefinition[] = [
  agentJoined,
  agentLeft,
  agentStatusChanged,
  taskClaimed,
  taskUpdated,
  taskBlocked,
  taskHandoffRequested,
  reviewRequested,
  filesChanged,
  apiContractChanged,
  eventSchemaChanged,
  schemaChanged,
  dbMigrationAdded,
  testFailureReported,
  branchReady,
  decisionRecorded,
  decisionSuperseded,
  decisionRejected,
  conflictOpened,
  conflictResolved,
  conflictDismissed,
  mergeRiskDetected,
  deploymentRiskDetected,
  messageSent,
  memoryRemembered,
  memoryForgotten,
  serviceDeclared,
  approvalGranted,
  keyRevoked,
  checkpoint,
];

const versions = new Map(eventDefinitions.map((definition) => [`${definition.type} ${definition.v}`, definition]));

/** The definition of one version of a type; undefined for what only a newer git-nerve knows. */
export const findEventDefinition = (type: string, v: number): EventDefinition | undefined => versions.get(`${type} ${v}`);
