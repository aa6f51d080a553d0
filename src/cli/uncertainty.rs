//! `uncertainty set|list|remove`: parameters that are a range or a distribution.

use super::args::{UncertaintyCommand, UncertaintyRemoveArgs, UncertaintySetArgs};
use super::context::Context;
use super::cost_edit::{names, read_provenance, unknown};
use crate::desk::{uncertain_of, uncertain_value};
use crate::model::{Fraction, Spread, Uncertainty};
use crate::store::Workspace;
use crate::text::{Lang, clean_line, number};
use crate::view::nouns::uncertainty;
use crate::words::cli::CliMessage;
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Fault, Message, Result, Said};

/// Runs a command of `uncertainty`.
pub(super) fn run(context: &Context, command: UncertaintyCommand) -> Result<()> {
    match command {
        UncertaintyCommand::Set(args) => set(context, &args),
        UncertaintyCommand::List(options) => {
            let workspace = context.open()?;
            let table = uncertainty::table(&context.source(&workspace, context.today()))?;
            context.answer_list(table, &options, &workspace)
        }
        UncertaintyCommand::Remove(args) => remove(context, &args),
    }
}

fn set(context: &Context, args: &UncertaintySetArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let of = clean_line(&args.of);
    let uncertain = uncertain_of(&of)?;
    let spread = match &args.spread {
        None => Spread::Range,
        Some(typed) => Spread::parse(&typed.to_ascii_lowercase())
            .ok_or_else(|| unknown(typed, names(Spread::ALL, Spread::name)))?,
    };
    if args.from_observations {
        return observed(context, &mut workspace, &of, spread);
    }
    let read = |text: &str| uncertain_value(text, &uncertain).ok_or_else(|| Fault::usage(W::BadNumber.said(&[&text])));
    let given = |text: &Option<String>| read(text.as_deref().unwrap_or_default());
    let uncertainty = Uncertainty {
        of,
        spread,
        low: given(&args.low)?,
        likely: args.likely.as_deref().map(read).transpose()?,
        high: given(&args.high)?,
        provenance: read_provenance(args.provenance.as_deref())?,
        source: clean_line(args.source.as_deref().unwrap_or_default()),
    };
    let changed = context.desk(&mut workspace, "uncertainty set", "").set_uncertainty(&uncertainty)?;
    let point = changed.value;
    let said = |lang: Lang| stored(&uncertainty, point, lang);
    context.done(&workspace, &changed, &Said::by(said))?;
    uncertainty::doubt(&uncertainty, Some(point)).iter().for_each(|said| context.tell(said));
    Ok(())
}

/// States the range that the answers of surveys give.
fn observed(context: &Context, workspace: &mut Workspace, of: &str, spread: Spread) -> Result<()> {
    let changed = context.desk(workspace, "uncertainty set", "").observed_uncertainty(of, spread)?;
    let (uncertainty, found, point) = &changed.value;
    let said = |lang: Lang| {
        let percent = number::decimal(found.percent.numerator(), found.percent.denominator(), 2, lang);
        let middle = crate::cost::explain::show(found.middle, lang);
        let from = W::FromAnswersSaid.with(lang, &[&found.count, &middle, &percent]);
        format!("{}; {from}", stored(uncertainty, *point, lang))
    };
    context.done(workspace, &changed, &Said::by(said))?;
    uncertainty::doubt(uncertainty, Some(*point)).iter().for_each(|said| context.tell(said));
    Ok(())
}

/// What was stated, and the value in use.
fn stored(uncertainty: &Uncertainty, point: Fraction, lang: Lang) -> String {
    let show = |value: Fraction| crate::cost::explain::show(value, lang);
    let likely = uncertainty.likely.map(|likely| format!("{} – ", show(likely))).unwrap_or_default();
    let spread = uncertainty.spread.text(lang);
    let range = format!("{spread}, {} – {likely}{}", show(uncertainty.low), show(uncertainty.high));
    W::Stored.with(lang, &[&uncertainty.of, &range, &show(point)])
}

fn remove(context: &Context, args: &UncertaintyRemoveArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "uncertainty remove", "").remove_uncertainty(&args.of)?;
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&clean_line(&args.of)]))
}
