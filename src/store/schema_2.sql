-- Version 2: the texts of instruments. A text is long, so it keeps its rows out of the key's tree; the tree of its provisions is
-- computed from it.

CREATE TABLE instrument_version (
  instrument TEXT NOT NULL REFERENCES instrument (number),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  "from" TEXT,
  source TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (instrument, name)
) STRICT;

-- Who rests on an instrument, and what changes it, without reading every row.
CREATE INDEX basis_number ON basis (number);
CREATE INDEX measure_instrument ON measure (instrument);
