import { join } from 'node:path';
import type { EmbeddingStore } from '../recommender/dense/kept-embeddings.ts';
import type { PersonClusterStore } from '../recommender/kept-clusters.ts';
import type { LexicalIndexStore } from '../recommender/lexical-index.ts';
import { type AuditLog, createAuditLog } from './audit-log.ts';
import { type BackupTable, createBackupTable } from './backups.ts';
import { createCandidateVectorTable } from './candidate-vectors.ts';
import { type CandidateTable, createCandidateTable } from './candidates.ts';
import { copyDatabase, type Database, openDatabase } from './database.ts';
import { createDecisionTable, type DecisionTable } from './decisions.ts';
import { withStorageErrors } from './errors.ts';
import { createImportTable, type ImportTable } from './imports.ts';
import { createLexicalIndexTable } from './lexical-index.ts';
import { createLookTable, type LookTable } from './looks.ts';
import { createMeasurementTable, type MeasurementTable } from './measurements.ts';
import { mainMigrations } from './migrations.ts';
import { createModelComparisonTable, type ModelComparisonTable } from './model-comparisons.ts';
import { createOutcomeTable, type OutcomeTable } from './outcomes.ts';
import { createPersonClusterTable } from './person-clusters.ts';
import { createPolicyTable, type PolicyTable } from './policies.ts';
import { createPostingTable, type PostingTable } from './postings.ts';
import { createPreparedMarket, type PreparedMarket } from './prepared-market.ts';
import { createProposalTable, type ProposalTable } from './proposals.ts';
import { createQualifiedPeople, type QualifiedPeople } from './qualified-people.ts';
import { createRewriteTable, type RewriteTable } from './rewrites.ts';
import { createRulePackTable, type RulePackTable } from './rule-packs.ts';
import { createSettingTable, type SettingTable } from './settings.ts';
import { createStatementTable, type StatementTable } from './statements.ts';
import { createTokenTable, type TokenTable } from './tokens.ts';
import { createTrainingRunTable, type TrainingRunTable } from './training-runs.ts';
import { createVectorKey, type VectorKey } from './vector-key.ts';

/** Name of the main database in the data folder. Self-reported attributes are in a file of their own. */
export const mainDatabaseFile = 'autorefine.sqlite';

/** Everything the sidecar keeps except self-reported attributes, which only `attributes.ts` opens. */
export interface Store {
  readonly directory: string;
  readonly candidates: CandidateTable;
  /** Everybody's id and qualification at once. */
  qualifiedPeople(): QualifiedPeople;
  readonly postings: PostingTable;
  readonly outcomes: OutcomeTable;
  readonly statements: StatementTable;
  readonly tokens: TokenTable;
  readonly settings: SettingTable;
  readonly rulePacks: RulePackTable;
  readonly decisions: DecisionTable;
  readonly rewrites: RewriteTable;
  readonly proposals: ProposalTable;
  readonly measurements: MeasurementTable;
  readonly policies: PolicyTable;
  readonly modelComparisons: ModelComparisonTable;
  readonly looks: LookTable;
  readonly trainingRuns: TrainingRunTable;
  readonly auditLog: AuditLog;
  readonly imports: ImportTable;
  readonly lexicalIndex: LexicalIndexStore;
  readonly candidateVectors: EmbeddingStore;
  readonly personClusters: PersonClusterStore;
  readonly preparedMarket: PreparedMarket;
  readonly vectorKey: VectorKey;
  readonly backups: BackupTable;
  /** Runs `work` in one transaction: all of it is committed, or nothing. @throws StorageError with the mend. */
  transaction<T>(work: () => T): T;
  /** A consistent copy of the main database while others go on reading and writing. */
  copyTo(path: string): void;
  /** Gives freed pages back, rebuilds the full-text index and empties the write-ahead log. */
  compact(): void;
  /** Problems found by SQLite's own check; empty when the file is sound. */
  integrityProblems(): string[];
  close(): void;
}

export interface StoreOptions {
  readonly now?: () => Date;
}

/**
 * Opens the main database of a data folder, creating folder and file when absent.
 * Several processes may have the same folder open; writes wait for each other up to five seconds.
 * @throws StorageError when the file is newer than this program, damaged, locked or not writable.
 */
export function openStore(directory: string, options: StoreOptions = {}): Store {
  const now = options.now ?? (() => new Date());
  const database = openDatabase(join(directory, mainDatabaseFile), mainMigrations);
  const candidates = createCandidateTable(database, now);
  return {
    directory,
    candidates,
    qualifiedPeople: createQualifiedPeople(database, candidates),
    postings: createPostingTable(database, now),
    outcomes: createOutcomeTable(database),
    statements: createStatementTable(database, now),
    tokens: createTokenTable(database),
    settings: createSettingTable(database),
    rulePacks: createRulePackTable(database, now),
    decisions: createDecisionTable(database, now),
    rewrites: createRewriteTable(database, now),
    proposals: createProposalTable(database, now),
    measurements: createMeasurementTable(database, now),
    policies: createPolicyTable(database, now),
    modelComparisons: createModelComparisonTable(database),
    looks: createLookTable(database, now),
    trainingRuns: createTrainingRunTable(database, now),
    auditLog: createAuditLog(database, now),
    imports: createImportTable(database, now),
    candidateVectors: createCandidateVectorTable(database, candidates.state),
    lexicalIndex: createLexicalIndexTable(database, candidates.state),
    personClusters: createPersonClusterTable(database, candidates.state),
    preparedMarket: createPreparedMarket(database, candidates.state),
    vectorKey: createVectorKey(database),
    backups: createBackupTable(database, now),
    transaction: (work) => withStorageErrors(() => database.transaction(work).immediate()),
    copyTo: (path) => withStorageErrors(() => copyDatabase(database, path), path),
    compact: () => withStorageErrors(() => compact(database)),
    integrityProblems: () => integrityProblems(database),
    close: () => {
      database.close();
    },
  };
}

function compact(database: Database): void {
  database.exec(`INSERT INTO candidates_fts (candidates_fts) VALUES ('rebuild')`);
  database.exec('VACUUM');
  database.pragma('wal_checkpoint(TRUNCATE)');
}

function integrityProblems(database: Database): string[] {
  const rows = database.pragma('integrity_check') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}
