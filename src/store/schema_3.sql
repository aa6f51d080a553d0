-- Version 3: choosing among measures, uncertainty, and what directives assign.

ALTER TABLE measure_kind ADD COLUMN level TEXT;
ALTER TABLE measure_kind ADD COLUMN weight TEXT;
ALTER TABLE measure ADD COLUMN level TEXT;
ALTER TABLE measure ADD COLUMN weight TEXT;
ALTER TABLE linked_service ADD COLUMN shared TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shared));
ALTER TABLE linked_service ADD COLUMN uptake TEXT;

CREATE TABLE instrument_level (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  rank INTEGER NOT NULL,
  authority TEXT NOT NULL,
  authority_en TEXT NOT NULL,
  effort TEXT NOT NULL,
  symbols TEXT NOT NULL CHECK (json_valid(symbols)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A scenario may name measures that were removed since; they are told, not lost.
CREATE TABLE scenario (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  programme TEXT REFERENCES programme (code),
  measures TEXT NOT NULL CHECK (json_valid(measures)),
  note TEXT NOT NULL,
  problem TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE uncertainty (
  of TEXT PRIMARY KEY,
  spread TEXT NOT NULL,
  low TEXT NOT NULL,
  likely TEXT,
  high TEXT NOT NULL,
  provenance TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE state_data (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  holder TEXT NOT NULL,
  instrument TEXT,
  items TEXT NOT NULL CHECK (json_valid(items)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE directive (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  date TEXT NOT NULL,
  issuer TEXT,
  document TEXT,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  code TEXT PRIMARY KEY,
  directive TEXT NOT NULL REFERENCES directive (code),
  title TEXT NOT NULL,
  title_en TEXT,
  leads TEXT NOT NULL CHECK (json_valid(leads)),
  cooperating TEXT NOT NULL CHECK (json_valid(cooperating)),
  deliverable TEXT NOT NULL,
  due TEXT,
  person TEXT,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  steps TEXT NOT NULL CHECK (json_valid(steps))
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  assignment TEXT REFERENCES assignment (code),
  "trigger" TEXT NOT NULL,
  lead TEXT,
  due TEXT,
  instruments TEXT NOT NULL CHECK (json_valid(instruments)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  unit TEXT NOT NULL,
  assignment TEXT REFERENCES assignment (code),
  baseline TEXT,
  target TEXT,
  due TEXT,
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0, 1)),
  readings TEXT NOT NULL CHECK (json_valid(readings)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
