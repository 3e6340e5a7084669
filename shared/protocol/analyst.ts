import { z } from 'zod';
import { defineCall, noContent } from './analyst-call.ts';
import {
  auditEntrySchema,
  auditPageQuerySchema,
  backupSchema,
  backupsSchema,
  companySettingsSchema,
  eraseConfirmationSchema,
  erasureSchema,
  importPreviewRequestSchema,
  importPreviewSchema,
  importQuerySchema,
  outcomeImportQuerySchema,
  personSchema,
  poolSchema,
  retentionSchema,
  rulePacksSchema,
  tokenSchema,
} from './company-data.ts';
import { policiesSchema } from './policy.ts';
import { reportDataSchema } from './report.ts';
import { importSummarySchema, statementSchema } from './sidecar.ts';
import {
  trainingEventSchema,
  trainingOptionsSchema,
  trainingRunDetailSchema,
  trainingRunSchema,
} from './training-run.ts';

const byId = z.object({ id: z.string().min(1).max(200) });

/**
 * Every call of the dashboard, once: the sidecar makes its routes of this table, the extension's worker checks and sends
 * by it, and the pages take their types from it.
 */
export const analystCalls = {
  pool: defineCall({
    method: 'get',
    route: '/candidates',
    summary: 'How many candidates, postings and outcomes there are; no person',
    reply: poolSchema,
  }),
  previewImport: defineCall({
    method: 'post',
    route: '/imports/preview',
    summary: 'What an import would make of the columns of a file; writes nothing',
    body: importPreviewRequestSchema,
    reply: importPreviewSchema,
  }),
  importCandidates: defineCall({
    method: 'post',
    route: '/candidates',
    summary: 'Imports a table of candidates, streamed',
    inQuery: importQuerySchema,
    sends: 'table',
    reply: importSummarySchema,
  }),
  importOutcomes: defineCall({
    method: 'post',
    route: '/outcomes',
    summary: 'Imports postings, steps of people, self-reports or monthly totals, streamed',
    inQuery: outcomeImportQuerySchema,
    sends: 'table',
    reply: importSummarySchema,
  }),
  person: defineCall({
    method: 'get',
    route: '/candidates/{id}',
    summary: 'Everything kept about one person',
    inPath: byId,
    reply: personSchema,
  }),
  erasePerson: defineCall({
    method: 'delete',
    route: '/candidates/{id}',
    summary: 'Erases one person everywhere, backups of this tool too; cannot be undone',
    inPath: byId,
    body: eraseConfirmationSchema,
    reply: erasureSchema,
  }),
  retention: defineCall({
    method: 'get',
    route: '/retention',
    summary: 'How many people are past the retention time, and the floors of the law',
    reply: retentionSchema,
  }),
  eraseExpired: defineCall({
    method: 'post',
    route: '/retention/erase-expired',
    summary: 'Erases everyone whose retention time is over; cannot be undone',
    reply: erasureSchema,
  }),
  backups: defineCall({
    method: 'get',
    route: '/backups',
    summary: 'Backups that this tool made',
    reply: backupsSchema,
  }),
  backUp: defineCall({
    method: 'post',
    route: '/backups',
    summary: 'Copies both databases into a new folder of the data folder',
    status: 201,
    reply: backupSchema,
  }),
  settings: defineCall({
    method: 'get',
    route: '/settings',
    summary: "The company's switches",
    reply: companySettingsSchema,
  }),
  saveSettings: defineCall({
    method: 'put',
    route: '/settings',
    summary: "Replaces the company's switches",
    body: companySettingsSchema,
    reply: companySettingsSchema,
  }),
  rulePacks: defineCall({
    method: 'get',
    route: '/rule-packs',
    role: 'recruiter',
    summary: "The company's rule packs, in the order in which they are merged",
    reply: rulePacksSchema,
  }),
  trainingRuns: defineCall({
    method: 'get',
    route: '/training-runs',
    summary: 'Training runs, newest first',
    reply: z.object({ runs: z.array(trainingRunSchema) }),
  }),
  startTraining: defineCall({
    method: 'post',
    route: '/training-runs',
    summary: 'Starts a training run in a process of its own; one at a time',
    body: trainingOptionsSchema,
    status: 202,
    reply: trainingRunSchema,
  }),
  trainingRun: defineCall({
    method: 'get',
    route: '/training-runs/{id}',
    summary: 'A run with its curve and, when done, its record',
    inPath: byId,
    reply: trainingRunDetailSchema,
  }),
  trainingRunEvents: defineCall({
    method: 'get',
    route: '/training-runs/{id}/events',
    summary: 'A run as it goes on; closing the connection leaves the run alone',
    inPath: byId,
    replies: 'events',
    reply: trainingEventSchema,
  }),
  stopTraining: defineCall({
    method: 'post',
    route: '/training-runs/{id}/stop',
    summary: 'Stops a run; it can go on later from its last checkpoint',
    inPath: byId,
    reply: trainingRunSchema,
  }),
  resumeTraining: defineCall({
    method: 'post',
    route: '/training-runs/{id}/resume',
    summary: 'Lets a stopped or failed run go on from its last checkpoint',
    inPath: byId,
    status: 202,
    reply: trainingRunSchema,
  }),
  policies: defineCall({
    method: 'get',
    route: '/policies',
    summary: 'Versions of the policy, what each prefers in plain words, and which is in force',
    reply: policiesSchema,
  }),
  promotePolicy: defineCall({
    method: 'post',
    route: '/policies/{id}/promote',
    summary: 'Puts a policy in force that passed every check of its own run',
    inPath: byId,
    reply: policiesSchema,
  }),
  rollBackPolicy: defineCall({
    method: 'post',
    route: '/policies/roll-back',
    summary: 'Withdraws the policy in force, so that the one before it is in force again',
    reply: policiesSchema,
  }),
  statements: defineCall({
    method: 'get',
    route: '/statements',
    role: 'recruiter',
    summary: 'Sentences about the company that its own people entered as true',
    reply: z.object({ statements: z.array(statementSchema) }),
  }),
  saveStatement: defineCall({
    method: 'put',
    route: '/statements/{id}',
    summary: 'Adds or changes a statement',
    inPath: byId,
    body: statementSchema.omit({ id: true }),
    reply: statementSchema,
  }),
  removeStatement: defineCall({
    method: 'delete',
    route: '/statements/{id}',
    summary: 'Removes a statement',
    inPath: byId,
    reply: noContent,
  }),
  tokens: defineCall({
    method: 'get',
    route: '/tokens',
    summary: 'Paired clients, oldest first',
    reply: z.object({ tokens: z.array(tokenSchema) }),
  }),
  revokeToken: defineCall({
    method: 'delete',
    route: '/tokens/{id}',
    role: 'recruiter',
    summary: 'Revokes a token; `current` is the one of this request',
    inPath: byId,
    reply: noContent,
  }),
  auditLog: defineCall({
    method: 'get',
    route: '/audit-log',
    summary: 'Who saw which figures, imported, exported, erased; newest first',
    inQuery: auditPageQuerySchema,
    reply: z.object({ entries: z.array(auditEntrySchema) }),
  }),
  report: defineCall({
    method: 'get',
    route: '/report',
    summary: 'The report with the figures, as data',
    inQuery: z.object({ format: z.literal('json') }),
    reply: reportDataSchema,
  }),
} as const;

export type AnalystCalls = typeof analystCalls;
export type AnalystCallName = keyof AnalystCalls;
/** What a call takes and gives, by its name. */
export type AnalystBody<Name extends AnalystCallName> = AnalystCalls[Name]['body'] extends z.ZodType
  ? z.input<AnalystCalls[Name]['body']>
  : undefined;
export type AnalystReply<Name extends AnalystCallName> = z.output<AnalystCalls[Name]['reply']>;
