//! tinhgon (tinh gọn: lean): catalogue a country's regulations, put a compliance cost on each, model cuts, and track progress
//! against reform targets.
//!
//! The map of the house; arrows point down only:
//!
//! | room | holds |
//! | --- | --- |
//! | [`cli`], [`tui`] | the two front ends |
//! | [`report`] | what a document says, its template, its rendering |
//! | [`view`] | an answer said once: cell, table, page → text, JSON, CSV, Markdown |
//! | [`desk`] | what an officer does: every verb once, one change, one answer |
//! | [`exchange`] | files of others in and out |
//! | [`hub`] | many data files, one truth: a folder |
//! | [`store`] | the workspace: one SQLite file, its journal, its search |
//! | [`reform`] | the effect of sets of measures, targets, progress |
//! | [`solve`] | choosing in whole numbers, with proof |
//! | [`draw`] | draws of uncertain parameters, and what they say |
//! | [`law`] | the law as structure: comparing texts |
//! | [`cost`] | compliance cost: sheets, figures, explanations |
//! | [`model`] | the nouns, plain data |
//! | [`words`] | what the program says, in two languages; how a fault is told |
//! | [`text`] | Vietnamese text, numbers, dates |

pub mod cli;
pub mod cost;
pub mod desk;
pub mod draw;
pub mod exchange;
pub mod hub;
pub mod law;
pub mod model;
pub mod reform;
pub mod report;
pub mod solve;
pub mod store;
pub mod text;
pub mod tui;
pub mod view;
pub mod words;
