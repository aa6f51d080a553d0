-- Version 12: how a programme counts (gross or net, stage, prices, ratios of out and in, valuation).
ALTER TABLE programme ADD COLUMN counting TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counting));
-- The time limits of a linked service and of its members.
ALTER TABLE linked_service ADD COLUMN limits TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(limits));
