//! `merge-local`: local announcements put together with their procedures.

use super::args::MergeLocalArgs;
use super::context::Context;
use super::output;
use crate::words::local::LocalWord as W;
use crate::words::{Message, Result};
use serde_json::{Value, json};

/// Puts them together: those named, or all.
pub(super) fn run(context: &Context, args: &MergeLocalArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let codes = Some(args.codes.as_slice()).filter(|codes| !codes.is_empty());
    let done = context.desk(&mut workspace, "merge-local", "").merge_local(codes)?;
    let merged = &done.value;
    if !context.quiet {
        merged.notes.iter().for_each(|said| output::remark(said.text(context.lang)));
    }
    let pairs: Vec<Value> =
        merged.merged.iter().map(|(local, national)| json!({ "code": local, "procedure": national })).collect();
    let said = match merged.merged.len() {
        0 => W::None.said(&[]),
        count => W::Merged.said(&[&count, &merged.measures]),
    };
    context.done_with(&workspace, &done, &said, json!({ "merged": pairs, "measures": merged.measures }))
}
