//! `scenario diff`: which measures two scenarios do not share, and what each is worth.

use super::chosen::{figured, notes};
use super::show::measures_table;
use crate::cli::Answer;
use crate::cli::args::ScenarioDiffArgs;
use crate::cli::context::Context;
use crate::text::Lang;
use crate::view::Cell;
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result, Said};

/// Shows what differs; the answer is "no" where anything does.
pub(super) fn run(context: &Context, args: &ScenarioDiffArgs) -> Result<Answer> {
    let workspace = context.open()?;
    let snapshot = workspace.snapshot(context.today())?;
    let codes = [args.one.as_str(), args.other.as_str()];
    let all = figured(context, &workspace, &snapshot, &codes, args.programme.as_deref())?;
    let [one, other] = all.as_slice() else { return Ok(Answer::Done) };
    let difference = one.evaluation.difference(&other.evaluation)?;
    let same = difference.here.is_empty() && difference.there.is_empty();
    let mut table = measures_table(context, &snapshot, one, &difference.here);
    table.rows.extend(measures_table(context, &snapshot, other, &difference.there).rows);
    if same {
        context.tell(&S::SameMeasures.said(&[&one.scenario.code, &other.scenario.code]));
    }
    context.answer(&table)?;
    let (a, b) = (&one.totals, &other.totals);
    let said = |lang: Lang, word: S| {
        let dong = |value| Cell::Dong(value).shown(lang);
        let exact = |value| Cell::Exact(value).shown(lang);
        let (first, second) = (&one.scenario.code, &other.scenario.code);
        let apart = a.saved().less(b.saved());
        match word {
            S::DiffLine => word.with(lang, &[first, &dong(a.saved()), second, &dong(b.saved()), &dong(apart)]),
            _ => {
                let hours = (exact(a.hours_saved()), exact(b.hours_saved()));
                word.with(lang, &[first, &hours.0, second, &hours.1, &exact(a.effort), &exact(b.effort)])
            }
        }
    };
    for word in [S::DiffLine, S::DiffTime] {
        context.tell(&Said::by(|lang| said(lang, word)));
    }
    notes(context, &all);
    Ok(if same { Answer::Done } else { Answer::No })
}
