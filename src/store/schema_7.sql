-- Version 7: who complies. A regulation has a number of its own; the rows of its sheet may say nothing of theirs, and a number that nobody knows is
-- no number. The columns that may now say nothing are made anew with all that is in them.
CREATE TABLE population (
  regulation TEXT PRIMARY KEY NOT NULL REFERENCES regulation (code),
  count INTEGER,
  times TEXT,
  date TEXT,
  provenance TEXT NOT NULL,
  source TEXT NOT NULL,
  groups TEXT NOT NULL CHECK (json_valid(groups))
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_7 (
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
  times TEXT,
  population INTEGER,
  among TEXT,
  provenance TEXT NOT NULL CHECK (json_valid(provenance)),
  source TEXT NOT NULL,
  PRIMARY KEY (regulation, id)
) STRICT, WITHOUT ROWID;
INSERT INTO activity_7 SELECT regulation, id, position, "group", name, how, component, tariff, minutes, outsourcing, charges, staff, times,
  population, NULL, provenance, source FROM activity;
DROP TABLE activity;
ALTER TABLE activity_7 RENAME TO activity;
CREATE INDEX activity_count ON activity (regulation);

CREATE TABLE frozen_activity_7 (
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
  population INTEGER,
  percent TEXT,
  PRIMARY KEY (programme, regulation, id),
  FOREIGN KEY (programme, regulation) REFERENCES frozen_regulation (programme, code)
) STRICT, WITHOUT ROWID;
INSERT INTO frozen_activity_7 SELECT programme, regulation, id, "group", component, minutes, hourly, outsourcing, charges, times, population, NULL
  FROM frozen_activity;
DROP TABLE frozen_activity;
ALTER TABLE frozen_activity_7 RENAME TO frozen_activity;
