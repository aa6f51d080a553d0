#![allow(clippy::unwrap_used, clippy::panic)]

/// Whether everything is tried, which takes long: `NIGHTLY=1 cargo test --lib hub::core`.
const NIGHTLY: bool = option_env!("NIGHTLY").is_some();

mod act;
mod cases;
mod exhaustive;
mod model;
mod node;
mod properties;
mod simulator;
