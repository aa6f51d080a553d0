-- Version 9: checklists of a review, and what was answered for a regulation.
CREATE TABLE checklist (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  questions TEXT NOT NULL CHECK (json_valid(questions)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE review_answer (
  regulation TEXT NOT NULL REFERENCES regulation (code),
  checklist TEXT NOT NULL REFERENCES checklist (code),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  person TEXT,
  date TEXT,
  PRIMARY KEY (regulation, checklist, question)
) STRICT, WITHOUT ROWID;
