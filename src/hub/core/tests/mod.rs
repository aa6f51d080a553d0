#![allow(clippy::unwrap_used, clippy::panic)]

/// Whether everything is tried, which takes long: `NIGHTLY=1 cargo test --lib hub::core`.
fn nightly() -> bool {
    std::env::var_os("NIGHTLY").is_some()
}

mod act;
mod cases;
mod exhaustive;
mod model;
mod node;
mod properties;
mod simulator;
