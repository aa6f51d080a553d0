//! `baseline`: frozen baselines of programmes.

use super::args::{BaselineCommand, BaselineFreezeArgs};
use super::context::Context;
use crate::desk::{Freeze, Frozen};
use crate::view::Format;
use crate::view::nouns::baseline;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};
use serde_json::{Value, json};

/// Runs a command of `baseline`.
pub(super) fn run(context: &Context, command: BaselineCommand) -> Result<()> {
    match command {
        BaselineCommand::Freeze(args) => freeze(context, &args),
        BaselineCommand::List => {
            let workspace = context.open()?;
            context.answer(&baseline::table(&context.source(&workspace, context.today()))?)
        }
        BaselineCommand::Drop(args) => {
            let mut workspace = context.open()?;
            let dropped = context.desk(&mut workspace, "baseline drop", "").drop_baseline(&args.programme)?;
            context.done(&workspace, &dropped, &CliMessage::Removed.said(&[&args.programme]))
        }
    }
}

fn freeze(context: &Context, args: &BaselineFreezeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let note = args.note.as_deref().unwrap_or("");
    let as_of = args.as_of.as_deref().map(|day| context.date(Some(day))).transpose()?;
    let asked = Freeze { programme: &args.programme, as_of, again: args.again };
    let frozen = context.desk(&mut workspace, "baseline freeze", note).freeze_baseline(asked)?;
    let (said, notes) = frozen.value.said();
    context.done_with(&workspace, &frozen, &said, answer(&frozen.value))?;
    if context.form() != Format::Json {
        notes.iter().for_each(|note| context.tell(note));
    }
    Ok(())
}

/// What was decided while freezing, for programs.
fn answer(frozen: &Frozen) -> Value {
    let rates: Vec<Value> = frozen.later_rates.iter().map(|r| json!({ "parameter": r.id, "from": r.from })).collect();
    json!({
        "programme": frozen.programme, "as_of": frozen.as_of, "replaced": frozen.replaced, "regulations": frozen.regulations,
        "activities": frozen.activities, "left_out_later": frozen.later, "left_out_gone": frozen.gone,
        "left_out_scope": frozen.outside,
        "counted_undated": frozen.undated, "later_rates": rates,
    })
}
