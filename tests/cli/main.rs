//! The command line through its front door: the program itself, on a home of its own, as scripts use it.

#![allow(clippy::unwrap_used, clippy::panic)]

mod home;

mod assign;
mod chance;
mod contract;
mod cost;
mod cost_check;
mod cost_method;
mod counted;
mod desk;
mod documents;
mod doors;
mod evidence;
mod files;
mod filters;
mod forms;
mod import;
mod journal;
mod law;
mod law_amend;
mod law_draft;
mod law_outline;
mod law_references;
mod laws;
mod linked;
mod lists;
mod manners;
mod measures;
mod nouns;
mod outputs;
mod plans;
mod population;
mod programmes;
mod round_trip;
mod scenarios;
mod schemas;
mod solve;
mod suggest;
mod targets;
mod temporary;
mod verbs;
mod word;
mod wording;
mod workspace;
