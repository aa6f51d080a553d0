-- Version 14: what was heard of a place of exchange the last time, so that it can be said without asking, and so that a place which was put back to an earlier
-- day is found out.
CREATE TABLE heard (
  hub TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  -- So many changes of this data file it had.
  sent INTEGER NOT NULL,
  -- The agency there, where the place numbers the changes of an agency.
  agency TEXT,
  agency_number INTEGER,
  agency_hash TEXT
) STRICT;
