-- Version 10: the answers of surveys behind the cells of cost sheets.
CREATE TABLE observation (
  regulation TEXT NOT NULL REFERENCES regulation (code),
  row TEXT NOT NULL,
  cell TEXT NOT NULL,
  respondent TEXT NOT NULL,
  value TEXT NOT NULL,
  date TEXT,
  source TEXT NOT NULL,
  PRIMARY KEY (regulation, row, cell, respondent)
) STRICT, WITHOUT ROWID;
