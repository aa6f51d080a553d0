-- Version 1. Texts are cleaned before they come here; lists and numbered maps are JSON; dates are ISO; exact numbers that
-- may be fractions are text ("15", "0.2", "1/3"); money is whole đồng.

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  device TEXT NOT NULL,
  command TEXT NOT NULL,
  note TEXT NOT NULL,
  undoes INTEGER REFERENCES change (id),
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE op (
  seq INTEGER PRIMARY KEY,
  change INTEGER NOT NULL REFERENCES change (id),
  place TEXT NOT NULL,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX op_change ON op (change);
CREATE INDEX op_subject ON op (subject);

-- The change that is being made; a write while there is none is refused, because op.change must not be null.
CREATE TABLE open_change (one INTEGER PRIMARY KEY CHECK (one = 1), change INTEGER NOT NULL REFERENCES change (id)) STRICT;

CREATE TABLE agency (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  kind TEXT NOT NULL,
  official_code TEXT,
  names TEXT NOT NULL CHECK (json_valid(names)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
  number TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  issuer TEXT,
  issued TEXT,
  effective TEXT,
  expired TEXT,
  provenance TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE regulation (
  code TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  agency TEXT,
  field TEXT,
  decision TEXT,
  status TEXT NOT NULL,
  "from" TEXT,
  electronic INTEGER NOT NULL CHECK (electronic IN (0, 1)),
  provenance TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Its texts are long, so it keeps its rows out of the key's tree.
CREATE TABLE procedure (
  code TEXT PRIMARY KEY NOT NULL REFERENCES regulation (code),
  levels TEXT NOT NULL CHECK (json_valid(levels)),
  category TEXT,
  addressees TEXT NOT NULL CHECK (json_valid(addressees)),
  deciding_agency TEXT,
  performing_agency TEXT,
  cooperating_agency TEXT,
  authorised_agency TEXT,
  address TEXT,
  online_level TEXT,
  dossiers INTEGER,
  steps TEXT NOT NULL,
  requirements TEXT NOT NULL,
  description TEXT NOT NULL,
  url TEXT,
  verbatim TEXT NOT NULL CHECK (json_valid(verbatim))
) STRICT;

CREATE TABLE channel (
  regulation TEXT NOT NULL REFERENCES procedure (code),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  mode TEXT NOT NULL,
  limit_amount TEXT,
  limit_unit TEXT,
  limit_verbatim TEXT,
  fees TEXT NOT NULL CHECK (json_valid(fees)),
  fee_verbatim TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (regulation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE component (
  regulation TEXT NOT NULL REFERENCES procedure (code),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  "group" TEXT NOT NULL,
  name TEXT NOT NULL,
  form TEXT,
  originals INTEGER,
  copies INTEGER,
  certified INTEGER NOT NULL CHECK (certified IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (regulation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE basis (
  regulation TEXT NOT NULL REFERENCES procedure (code),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT,
  title TEXT NOT NULL,
  provision TEXT,
  issued TEXT,
  issuer TEXT,
  PRIMARY KEY (regulation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (
  regulation TEXT NOT NULL REFERENCES procedure (code),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  PRIMARY KEY (regulation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  regulation TEXT NOT NULL REFERENCES regulation (code),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  "group" TEXT NOT NULL,
  name TEXT NOT NULL,
  how TEXT NOT NULL,
  component TEXT,
  tariff TEXT NOT NULL,
  minutes TEXT NOT NULL,
  outsourcing INTEGER NOT NULL,
  charges INTEGER NOT NULL,
  staff TEXT NOT NULL,
  times TEXT NOT NULL,
  population INTEGER NOT NULL,
  provenance TEXT NOT NULL CHECK (json_valid(provenance)),
  source TEXT NOT NULL,
  PRIMARY KEY (regulation, id)
) STRICT, WITHOUT ROWID;

-- Counts rows of sheets without reading them.
CREATE INDEX activity_count ON activity (regulation);

CREATE TABLE measure_kind (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  counts_as TEXT NOT NULL,
  "order" INTEGER NOT NULL,
  targets TEXT NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
  code TEXT PRIMARY KEY,
  regulation TEXT NOT NULL REFERENCES regulation (code),
  kind TEXT NOT NULL REFERENCES measure_kind (id),
  targets TEXT NOT NULL CHECK (json_valid(targets)),
  "values" TEXT NOT NULL CHECK (json_valid("values")),
  title TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  provision TEXT,
  instrument TEXT,
  authority TEXT,
  current_text TEXT NOT NULL,
  proposed_text TEXT NOT NULL,
  person TEXT,
  due TEXT,
  provenance TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX measure_regulation ON measure (regulation);

CREATE TABLE measure_status (
  measure TEXT NOT NULL REFERENCES measure (code),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  date TEXT NOT NULL,
  document TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (measure, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  instrument TEXT,
  baseline TEXT NOT NULL,
  source TEXT NOT NULL,
  targets TEXT NOT NULL CHECK (json_valid(targets))
) STRICT, WITHOUT ROWID;

CREATE TABLE parameter (
  id TEXT NOT NULL,
  "from" TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  individual INTEGER NOT NULL CHECK (individual IN (0, 1)),
  provenance TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (id, "from")
) STRICT, WITHOUT ROWID;

CREATE TABLE linked_service (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  members TEXT NOT NULL CHECK (json_valid(members)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday (
  date TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE baseline (
  programme TEXT PRIMARY KEY REFERENCES programme (code),
  frozen_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_regulation (
  programme TEXT NOT NULL REFERENCES baseline (programme),
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  agency TEXT,
  field TEXT,
  processing_hours TEXT,
  electronic INTEGER NOT NULL CHECK (electronic IN (0, 1)),
  PRIMARY KEY (programme, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_activity (
  programme TEXT NOT NULL,
  regulation TEXT NOT NULL,
  id TEXT NOT NULL,
  "group" TEXT NOT NULL,
  component TEXT,
  minutes TEXT NOT NULL,
  hourly TEXT NOT NULL,
  outsourcing INTEGER NOT NULL,
  charges INTEGER NOT NULL,
  times TEXT NOT NULL,
  population INTEGER NOT NULL,
  PRIMARY KEY (programme, regulation, id),
  FOREIGN KEY (programme, regulation) REFERENCES frozen_regulation (programme, code)
) STRICT, WITHOUT ROWID;

-- Which noun a row of the search index stands for. The index holds folded words only; texts are read from the nouns.
CREATE TABLE search_entry (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  UNIQUE (kind, key)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'unicode61');
