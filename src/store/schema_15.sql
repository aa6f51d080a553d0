-- Version 15: answers by hand to orders of amending instruments.
CREATE TABLE order_answer (
  instrument TEXT NOT NULL,
  at TEXT NOT NULL,
  mark TEXT NOT NULL,
  "order" TEXT NOT NULL,
  place TEXT NOT NULL,
  take TEXT NOT NULL,
  skip TEXT NOT NULL,
  base TEXT NOT NULL,
  note TEXT NOT NULL,
  person TEXT,
  date TEXT,
  PRIMARY KEY (instrument, at, mark)
) STRICT, WITHOUT ROWID;
