//! The workspace: one SQLite file with the nouns, the journal and the search index.
