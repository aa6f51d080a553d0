//! The law engine through its front door: real instruments, counted by hand or by their publisher.

#![allow(clippy::unwrap_used, clippy::panic)]

mod akn;
mod cases;
mod cite;
mod compare;
mod corpus;
mod draft;
mod everywhere;
mod files;
mod fuzz;
mod gazette;
mod hostile;
mod kinds;
mod operations;
mod outline;
mod passing;
mod proof;
mod told;
mod twice;

use std::path::PathBuf;

/// A file of the shared data.
fn shared(path: &str) -> PathBuf {
    let root = std::env::var_os("TINHGON_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    root.join("data").join(path)
}

/// The cleaned text of a file of the shared data.
fn shared_text(path: &str) -> String {
    tinhgon::text::clean(&std::fs::read_to_string(shared(path)).unwrap())
}
