-- Version 11: the agencies that take over from an agency, and the cases of time limits.
ALTER TABLE agency ADD COLUMN successors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(successors));
-- The cases of a time limit, each with its condition.
ALTER TABLE channel ADD COLUMN limit_cases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(limit_cases));
