//! Choosing against a search through all subsets, and against hand counts.
#![allow(clippy::unwrap_used, clippy::panic)]

mod brute;
mod given;
mod hand;
mod solvers;
