-- Version 13: exchange with other data files. What came in and what was handed out, word for word; and what each row is after it. The rows of the
-- nouns and the journal follow from these and are written in the same transaction.
CREATE TABLE replica (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  agency TEXT NOT NULL,
  hub TEXT NOT NULL,
  -- Up to this change the journal was turned into changes of the exchange.
  derived INTEGER NOT NULL,
  clock INTEGER NOT NULL
) STRICT;

CREATE TABLE exchanged (
  seq INTEGER PRIMARY KEY,
  replica TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  body BLOB NOT NULL,
  -- The entry of the journal: that from which it was made, or that which it made here.
  change INTEGER REFERENCES change (id),
  UNIQUE (replica, number)
) STRICT;

CREATE TABLE exchanged_row (
  place TEXT NOT NULL,
  key TEXT NOT NULL,
  parent TEXT NOT NULL,
  base TEXT NOT NULL,
  -- The key of the row in its own table, while it is there.
  local TEXT,
  contested INTEGER NOT NULL,
  state BLOB NOT NULL,
  PRIMARY KEY (place, key)
) STRICT;
CREATE INDEX exchanged_row_base ON exchanged_row (place, parent, base);
CREATE INDEX exchanged_row_contested ON exchanged_row (place, key) WHERE contested > 0;

CREATE TABLE exchanged_name (
  place TEXT NOT NULL,
  key TEXT NOT NULL,
  on_place TEXT NOT NULL,
  on_key TEXT NOT NULL,
  how INTEGER NOT NULL,
  PRIMARY KEY (place, key, on_place, on_key, how)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchanged_name_on ON exchanged_name (on_place, on_key);
