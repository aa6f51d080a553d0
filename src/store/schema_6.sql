-- Version 6: what a person's screens remember. Beside the journal, not in it.
CREATE TABLE kept (person TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, name)) STRICT, WITHOUT ROWID;
