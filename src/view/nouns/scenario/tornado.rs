//! Which uncertain parameters matter most to the saving of a scenario.

use super::Source;
use super::drawn::Asked;
use crate::model::Fraction;
use crate::reform::chance::{self, Case, Draws, Scale};
use crate::text::{Lang, number};
use crate::view::gauge::swing;
use crate::view::nouns::uncertainty::{described, named};
use crate::view::{Cell, Table, declare, statistic};
use crate::words::Message;
use crate::words::Result;
use crate::words::uncertainty::UncertaintyWord as W;

/// How wide each half of a bar is at most.
const HALF: usize = 12;

declare! {
    TORNADO = "tornado" of "scenario tornado" {
        "of", W::Of, "text", Programs;
        "what", W::What, "text", People;
        "spread", W::Spread, "spread", Programs;
        "low", W::Low, "number";
        "likely", W::Likely, "number?", Programs;
        "high", W::High, "number";
        "point", W::Point, "number";
        "saved_at_low", W::SavedLow, "number";
        "saved_at_high", W::SavedHigh, "number";
        "point_saved", W::SavedInUse, "number", Programs;
        "percent_at_low", W::PercentLow, "percent?";
        "percent_at_high", W::PercentHigh, "percent?";
        "bar", W::Bar, "text", People;
        "correlation", W::Correlation, "number?", Programs;
        "variance_share_percent", W::VarianceShare, "percent?";
    }
}

/// The parameters that matter to a scenario, stored or special, the widest first and at most so many.
///
/// # Errors
/// There is no scenario or programme of this name, a figure is too large to compute exactly, or the workspace cannot be read.
pub fn tornado(
    from: &Source<'_>,
    scenario: &str,
    programme: Option<&str>,
    draws: &Draws,
    scale: Scale,
    limit: usize,
) -> Result<Table> {
    let asked = Asked::read(from, scenario, programme)?;
    let case = asked.case()?;
    let mut table = bars(from, &asked, &case, draws, (scale, limit))?;
    table.notes.extend(asked.notes(&case));
    Ok(table)
}

/// The bars of a case.
pub(super) fn bars(
    from: &Source<'_>,
    asked: &Asked,
    case: &Case<'_>,
    draws: &Draws,
    (scale, limit): (Scale, usize),
) -> Result<Table> {
    let answer = chance::tornado(case, draws, scale)?;
    let percent = |value: Option<Fraction>| value.map_or(Cell::Empty, Cell::Percent);
    let share = answer.percent.map_or_else(|| "–".to_owned(), |p| Cell::Percent(p).shown(from.lang));
    let saved = W::SavedPoint.with(from.lang, &[&Cell::Dong(answer.saved).shown(from.lang), &share]);
    let bars = &answer.bars[..answer.bars.len().min(limit)];
    let point = match scale {
        Scale::Saved => answer.saved,
        Scale::Percent => answer.percent.unwrap_or_default(),
    };
    let ends = bars.iter().flat_map(|bar| <[Fraction; 2]>::from(bar.ends(scale)));
    let widest = ends.map(|end| end.apart(point)).max().unwrap_or_default();
    let mut table = Table::of(&TORNADO, from.lang);
    table.head = format!("{}. {saved}", asked.over(from.lang));
    for bar in bars {
        let of = &bar.uncertainty.of;
        let (low, high) = bar.ends(scale);
        let [left, right] = swing(low.less(point), high.less(point), widest, HALF);
        table.push(vec![
            of.as_str().into(),
            named(of, described(from.reader, of, from.day)?.as_ref()),
            Cell::worded(bar.uncertainty.spread, from.lang),
            Cell::Exact(bar.uncertainty.low),
            bar.uncertainty.likely.map_or(Cell::Empty, Cell::Exact),
            Cell::Exact(bar.uncertainty.high),
            Cell::Exact(bar.point),
            Cell::Dong(bar.saved_low),
            Cell::Dong(bar.saved_high),
            Cell::Dong(answer.saved),
            percent(bar.percent_low),
            percent(bar.percent_high),
            format!("{left:>HALF$}│{right:<HALF$}").into(),
            bar.correlation.map_or(Cell::Empty, |r| Cell::Exact(statistic(r, 2))),
            bar.variance_share.map_or(Cell::Empty, |share| Cell::Percent(statistic(share * 100.0, 2))),
        ]);
    }
    // People read what the bars are measured by.
    let others = match scale {
        Scale::Saved => ["percent_at_low", "percent_at_high"],
        Scale::Percent => ["saved_at_low", "saved_at_high"],
    };
    others.iter().for_each(|key| table.for_programs(key));
    if bars.len() < answer.bars.len() {
        table.notes.push(W::MoreBars.said(&[&(answer.bars.len() - bars.len())]));
    }
    if !bars.is_empty() {
        let times = |lang: Lang| number::whole(draws.draws as i128, lang);
        table.notes.push(W::TornadoNote.said_by(|lang| vec![times(lang), draws.seed.to_string()]));
    }
    Ok(table)
}
