-- Version 5: what the triggers were when this program made them, so that opening the file sees at once whether all of them still stand.
CREATE TABLE seal (one INTEGER PRIMARY KEY CHECK (one = 1), triggers INTEGER NOT NULL) STRICT;

-- What took a change back, without reading every change.
CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;
