//! The command line through its front door: the program itself, on a home of its own, as scripts use it.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "cli/home.rs"]
mod home;

#[path = "cli/assign.rs"]
mod assign;
#[path = "cli/chance.rs"]
mod chance;
#[path = "cli/cost.rs"]
mod cost;
#[path = "cli/cost_check.rs"]
mod cost_check;
#[path = "cli/cost_method.rs"]
mod cost_method;
#[path = "cli/counted.rs"]
mod counted;
#[path = "cli/desk.rs"]
mod desk;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/doors.rs"]
mod doors;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/filters.rs"]
mod filters;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/journal.rs"]
mod journal;
#[path = "cli/law.rs"]
mod law;
#[path = "cli/law_amend.rs"]
mod law_amend;
#[path = "cli/law_draft.rs"]
mod law_draft;
#[path = "cli/law_outline.rs"]
mod law_outline;
#[path = "cli/law_references.rs"]
mod law_references;
#[path = "cli/laws.rs"]
mod laws;
#[path = "cli/linked.rs"]
mod linked;
#[path = "cli/manners.rs"]
mod manners;
#[path = "cli/measures.rs"]
mod measures;
#[path = "cli/nouns.rs"]
mod nouns;
#[path = "cli/outputs.rs"]
mod outputs;
#[path = "cli/round_trip.rs"]
mod round_trip;
#[path = "cli/scenarios.rs"]
mod scenarios;
#[path = "cli/schemas.rs"]
mod schemas;
#[path = "cli/solve.rs"]
mod solve;
#[path = "cli/suggest.rs"]
mod suggest;
#[path = "cli/targets.rs"]
mod targets;
#[path = "cli/verbs.rs"]
mod verbs;
#[path = "cli/workspace.rs"]
mod workspace;
