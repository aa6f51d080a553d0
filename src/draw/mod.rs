//! Draws of uncertain parameters: distributions in, draws and what they say out.
//!
//! A [`Sampler`] draws a parameter a column at a time by inverting its distribution function (`quantile` where that has no closed form);
//! a [`Program`] makes figures of many parameters (`expr`), columns of draws at a time (`lanes`); [`share_out`] puts the blocks on
//! threads. The same seed gives the same draws on every machine, whatever the threads and the width of its vectors. What the parameters
//! stand for is nobody's business here.

mod expr;
mod lanes;
mod program;
mod quantile;
mod sampler;
mod summary;
#[cfg(test)]
mod tests;
mod threads;

pub use expr::{Expr, Term};
pub use lanes::{BLOCK, Column};
pub use program::{Block, Program, Stream};
pub use sampler::{Sampler, Samplers, Shape};
pub use summary::{Along, Distribution};
pub use threads::{Draws, share_out};
