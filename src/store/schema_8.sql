-- Version 8: documents that end, Saturdays and Sundays that are worked for another day, which regulations a programme covers.
ALTER TABLE regulation ADD COLUMN concerns TEXT;
ALTER TABLE programme ADD COLUMN scope TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(scope));
ALTER TABLE programme ADD COLUMN published TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(published));
ALTER TABLE measure_status ADD COLUMN until TEXT;
ALTER TABLE holiday ADD COLUMN worked INTEGER NOT NULL DEFAULT 0 CHECK (worked IN (0, 1));
