/** Schema of the main database. Never change a step that was released: add one. */
export const mainMigrations: readonly string[] = [
  `
  CREATE TABLE candidates (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL UNIQUE,
    source_hash TEXT NOT NULL,
    text TEXT NOT NULL,
    occupation TEXT,
    skills TEXT NOT NULL,
    licences TEXT NOT NULL,
    years REAL,
    qualification TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    legal_hold TEXT
  ) STRICT;

  CREATE VIRTUAL TABLE candidates_fts USING fts5 (
    occupation, skills, text, content = 'candidates', content_rowid = 'id', tokenize = 'porter unicode61'
  );
  CREATE TRIGGER candidates_fts_insert AFTER INSERT ON candidates BEGIN
    INSERT INTO candidates_fts (rowid, occupation, skills, text)
    VALUES (new.id, new.occupation, new.skills, new.text);
  END;
  CREATE TRIGGER candidates_fts_delete AFTER DELETE ON candidates BEGIN
    INSERT INTO candidates_fts (candidates_fts, rowid, occupation, skills, text)
    VALUES ('delete', old.id, old.occupation, old.skills, old.text);
  END;
  CREATE TRIGGER candidates_fts_update AFTER UPDATE OF occupation, skills, text ON candidates BEGIN
    INSERT INTO candidates_fts (candidates_fts, rowid, occupation, skills, text)
    VALUES ('delete', old.id, old.occupation, old.skills, old.text);
    INSERT INTO candidates_fts (rowid, occupation, skills, text)
    VALUES (new.id, new.occupation, new.skills, new.text);
  END;

  CREATE TABLE pool_revision (revision INTEGER NOT NULL) STRICT;
  INSERT INTO pool_revision VALUES (0);
  CREATE TRIGGER pool_revision_insert AFTER INSERT ON candidates BEGIN
    UPDATE pool_revision SET revision = revision + 1;
  END;
  CREATE TRIGGER pool_revision_update AFTER UPDATE ON candidates BEGIN
    UPDATE pool_revision SET revision = revision + 1;
  END;
  CREATE TRIGGER pool_revision_delete AFTER DELETE ON candidates BEGIN
    UPDATE pool_revision SET revision = revision + 1;
  END;

  CREATE TABLE postings (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    employer TEXT,
    department TEXT,
    location TEXT,
    published_on TEXT
  ) STRICT;
  CREATE TABLE posting_versions (
    id INTEGER PRIMARY KEY,
    posting_id INTEGER NOT NULL REFERENCES postings ON DELETE CASCADE,
    text TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    UNIQUE (posting_id, content_hash)
  ) STRICT;

  CREATE TABLE outcomes (
    posting_id INTEGER NOT NULL REFERENCES postings ON DELETE CASCADE,
    candidate_id INTEGER NOT NULL REFERENCES candidates ON DELETE CASCADE,
    stage TEXT NOT NULL,
    on_date TEXT NOT NULL,
    PRIMARY KEY (posting_id, candidate_id, stage)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX outcomes_by_candidate ON outcomes (candidate_id);

  CREATE TABLE statements (id TEXT PRIMARY KEY, text TEXT NOT NULL, topic TEXT NOT NULL, added_at TEXT NOT NULL)
    STRICT, WITHOUT ROWID;

  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    client TEXT NOT NULL,
    roles TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    last_used_on TEXT,
    revoked_at TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    posting_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    category TEXT NOT NULL,
    source TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE rewrites (
    id INTEGER PRIMARY KEY,
    text_hash TEXT NOT NULL,
    engine TEXT NOT NULL,
    edits TEXT NOT NULL,
    refused TEXT NOT NULL,
    verdict TEXT,
    made_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE measurements (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    measured_at TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE policies (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE promotions (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    policy_id TEXT NOT NULL REFERENCES policies,
    record TEXT NOT NULL,
    promoted_at TEXT NOT NULL,
    withdrawn_at TEXT
  ) STRICT;

  CREATE TABLE looks (
    id INTEGER PRIMARY KEY,
    salt TEXT NOT NULL,
    purpose TEXT NOT NULL,
    looked_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_log_keeps_entries BEFORE UPDATE ON audit_log BEGIN
    SELECT RAISE (ABORT, 'the audit log is append-only');
  END;
  CREATE TRIGGER audit_log_keeps_all BEFORE DELETE ON audit_log BEGIN
    SELECT RAISE (ABORT, 'the audit log is append-only');
  END;

  CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    source_hash TEXT NOT NULL,
    position INTEGER NOT NULL,
    summary TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT
  ) STRICT;

  CREATE TABLE backups (path TEXT PRIMARY KEY, made_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE training_runs (
    id TEXT PRIMARY KEY,
    options TEXT NOT NULL,
    state TEXT NOT NULL,
    started_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    finished_at TEXT,
    message TEXT NOT NULL,
    policy_id TEXT,
    model_record TEXT
  ) STRICT;
  CREATE TABLE training_points (
    run_id TEXT NOT NULL REFERENCES training_runs ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    point TEXT NOT NULL,
    PRIMARY KEY (run_id, epoch)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE proposals (
    id INTEGER PRIMARY KEY,
    original_hash TEXT NOT NULL,
    proposed_hash TEXT NOT NULL,
    shown TEXT NOT NULL,
    propensities TEXT NOT NULL,
    proposed_at TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- Words about single texts, from before words came from many postings.
  DELETE FROM measurements WHERE kind = 'estimate';
  `,
  `
  CREATE TABLE lexical_index (part TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
  -- It holds the words of every candidate: it goes as soon as one of them changes or goes, whoever does that.
  CREATE TRIGGER lexical_index_forgets_deleted AFTER DELETE ON candidates BEGIN
    DELETE FROM lexical_index;
  END;
  CREATE TRIGGER lexical_index_forgets_updated AFTER UPDATE OF text, occupation ON candidates BEGIN
    DELETE FROM lexical_index;
  END;
  `,
  `
  CREATE TABLE rule_packs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    saved_at TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- Another one after every change of what a list is made of, never one that was before, not in a restored backup either:
  -- what was made of the pool in one state is good as long as the pool is in it.
  ALTER TABLE pool_revision ADD COLUMN state TEXT NOT NULL DEFAULT '';
  UPDATE pool_revision SET state = hex(randomblob(16));
  DROP TRIGGER pool_revision_insert;
  DROP TRIGGER pool_revision_delete;
  CREATE TRIGGER pool_revision_insert AFTER INSERT ON candidates BEGIN
    UPDATE pool_revision SET revision = revision + 1, state = hex(randomblob(16));
  END;
  CREATE TRIGGER pool_revision_delete AFTER DELETE ON candidates BEGIN
    UPDATE pool_revision SET revision = revision + 1, state = hex(randomblob(16));
  END;
  CREATE TRIGGER pool_state_update
  AFTER UPDATE OF external_id, text, occupation, skills, licences, years, qualification ON candidates BEGIN
    UPDATE pool_revision SET state = hex(randomblob(16));
  END;

  DROP TRIGGER lexical_index_forgets_deleted;
  DROP TRIGGER lexical_index_forgets_updated;
  DROP TABLE lexical_index;
  CREATE TABLE made_of_pool (what TEXT NOT NULL, part TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (what, part)) STRICT;
  -- It holds words and skills of every candidate: it goes as soon as one of them changes or goes, whoever does that.
  CREATE TRIGGER made_of_pool_forgets_deleted AFTER DELETE ON candidates BEGIN
    DELETE FROM made_of_pool;
  END;
  CREATE TRIGGER made_of_pool_forgets_updated
  AFTER UPDATE OF external_id, text, occupation, skills, licences, years, qualification ON candidates BEGIN
    DELETE FROM made_of_pool;
  END;
  `,
  `
  CREATE TABLE candidate_vectors (
    candidate_id INTEGER NOT NULL REFERENCES candidates ON DELETE CASCADE,
    embedder TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (candidate_id, embedder)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER candidate_vectors_forget_changed AFTER UPDATE OF text, occupation ON candidates BEGIN
    DELETE FROM candidate_vectors WHERE candidate_id = new.id;
  END;
  `,
  `
  -- The vectors beside an encrypted database are sealed under it.
  CREATE TABLE vector_key (key BLOB NOT NULL) STRICT;
  `,
  `
  -- Sentences rewritten in two ways, until a person has chosen; then the id, a hash, and the choice are left.
  CREATE TABLE compared_pairs (
    model TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    model_side TEXT NOT NULL,
    texts TEXT,
    choice TEXT,
    PRIMARY KEY (model, id)
  ) STRICT, WITHOUT ROWID;
  `,
];
