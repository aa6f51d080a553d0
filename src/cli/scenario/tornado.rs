//! `scenario tornado`: which uncertain parameters matter most to the saving.

use super::chance::statistic;
use super::resolve::{ask, draws};
use crate::cli::args::TornadoArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::cli::uncertainty::describe;
use crate::model::Fraction;
use crate::reform::chance::{Bar, Scale, Tornado, tornado};
use crate::store::Workspace;
use crate::text::{Lang, number};
use crate::view::{Cell, Format, Table, declare};
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Message, Result, Said};

/// How wide each half of a bar is at most.
const HALF: usize = 12;

/// Draws and answers.
pub(super) fn run(context: &Context, args: &TornadoArgs) -> Result<()> {
    let workspace = context.open()?;
    let asked = ask(context, &workspace, &args.draw)?;
    let case = asked.case()?;
    let scale = if args.percent { Scale::Percent } else { Scale::Saved };
    let answer = tornado(&case, &draws(&args.draw, 90), scale)?;
    let said = |lang: Lang| {
        let percent = answer.percent.map_or_else(|| "–".to_owned(), |p| Cell::Percent(p).shown(lang));
        let saved = W::SavedPoint.with(lang, &[&Cell::Dong(answer.saved).shown(lang), &percent]);
        format!("{}. {saved}", asked.over(lang))
    };
    let bars = &answer.bars[..answer.bars.len().min(args.limit)];
    match context.form() {
        form @ (Format::Table | Format::Md) => {
            let width = context.width();
            let table = for_people(context, &workspace, &answer, bars)?.render(form, context.lang, width)?;
            let text = format!("{}\n\n{table}", said(context.lang));
            output::write(context.output.as_deref(), text.as_bytes())?;
        }
        _ => context.answer(&plain(context, &answer, bars))?,
    }
    if bars.len() < answer.bars.len() {
        context.tell(&W::MoreBars.said(&[&(answer.bars.len() - bars.len())]));
    }
    if !bars.is_empty() {
        let said = |lang: Lang| {
            W::TornadoNote.with(lang, &[&number::whole(i128::from(args.draw.draws), lang), &args.draw.seed])
        };
        context.tell(&Said::by(said));
    }
    asked.notes(context, &case);
    Ok(())
}

declare! {
    TORNADO_BARS = "tornado" of "" {
        "what", W::What, "names";
        "low", W::Low, "number";
        "point", W::Point, "number";
        "high", W::High, "number";
        "saved_low", W::SavedLow, "number";
        "saved_high", W::SavedHigh, "number";
        "bar", W::Bar, "text";
        "variance_share", W::VarianceShare, "percent?";
    }
}

fn for_people(context: &Context, workspace: &Workspace, answer: &Tornado, bars: &[Bar]) -> Result<Table> {
    let (low, high) = match answer.scale {
        Scale::Saved => (W::SavedLow, W::SavedHigh),
        Scale::Percent => (W::PercentLow, W::PercentHigh),
    };
    let mut table = Table::of(&TORNADO_BARS, context.lang);
    table.titled("saved_low", context.word(low));
    table.titled("saved_high", context.word(high));
    let (point, shown): (_, fn(Fraction) -> Cell) = match answer.scale {
        Scale::Saved => (answer.saved, Cell::Dong),
        Scale::Percent => (answer.percent.unwrap_or_default(), Cell::Percent),
    };
    let apart = |end: Fraction| float(end) - float(point);
    let ends = bars.iter().map(|bar| bar.ends(answer.scale));
    let widest = ends.flat_map(|(low, high)| [apart(low).abs(), apart(high).abs()]).fold(0.0, f64::max);
    for bar in bars {
        let (low, high) = bar.ends(answer.scale);
        table.push(vec![
            describe(workspace, context, &bar.uncertainty.of)?.0,
            Cell::Exact(bar.uncertainty.low),
            Cell::Exact(bar.point),
            Cell::Exact(bar.uncertainty.high),
            shown(low),
            shown(high),
            drawn(apart(low), apart(high), widest).into(),
            bar.variance_share.map_or(Cell::Empty, |share| Cell::Percent(statistic(share * 100.0))),
        ]);
    }
    Ok(table)
}

/// A bar of text: what the saving loses to the left of the mark, what it gains to the right; ░ at the low, █ at the high.
fn drawn(low: f64, high: f64, widest: f64) -> String {
    let length = |apart: f64| {
        // At most HALF, so that nothing is cut.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = if widest > 0.0 { (apart.abs() / widest * HALF as f64).round() as usize } else { 0 };
        length.min(HALF)
    };
    let (mut left, mut right) = (String::new(), String::new());
    // Where both lie on one side, the longer is drawn first and the shorter over it.
    let mut ends = [(low, '░'), (high, '█')];
    ends.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    for (apart, sign) in ends {
        let side = if apart < 0.0 { &mut left } else { &mut right };
        let under: String = side.chars().skip(length(apart)).collect();
        *side = sign.to_string().repeat(length(apart)) + &under;
    }
    let left: String = left.chars().rev().collect();
    format!("{left:>HALF$}│{right:<HALF$}")
}

#[allow(clippy::cast_precision_loss)]
fn float(value: Fraction) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}

declare! {
    TORNADO = "tornado" of "scenario tornado" {
        "of", W::Of, "text";
        "spread", W::Spread, "spread";
        "low", W::Low, "number";
        "likely", W::Likely, "number?";
        "high", W::High, "number";
        "point", W::Point, "number";
        "saved_at_low", W::SavedLow, "number";
        "saved_at_high", W::SavedHigh, "number";
        "point_saved", W::SavedInUse, "number";
        "percent_at_low", W::PercentLow, "percent?";
        "percent_at_high", W::PercentHigh, "percent?";
        "correlation", W::Correlation, "number?";
        "variance_share_percent", W::VarianceShare, "percent?";
    }
}

/// For programs.
fn plain(context: &Context, answer: &Tornado, bars: &[Bar]) -> Table {
    let mut table = Table::of(&TORNADO, context.lang);
    let percent = |value: Option<Fraction>| value.map_or(Cell::Empty, Cell::Percent);
    for bar in bars {
        table.push(vec![
            bar.uncertainty.of.clone().into(),
            bar.uncertainty.spread.name().into(),
            Cell::Exact(bar.uncertainty.low),
            bar.uncertainty.likely.map_or(Cell::Empty, Cell::Exact),
            Cell::Exact(bar.uncertainty.high),
            Cell::Exact(bar.point),
            Cell::Dong(bar.saved_low),
            Cell::Dong(bar.saved_high),
            Cell::Dong(answer.saved),
            percent(bar.percent_low),
            percent(bar.percent_high),
            bar.correlation.map_or(Cell::Empty, |r| Cell::Exact(statistic(r))),
            bar.variance_share.map_or(Cell::Empty, |share| Cell::Percent(statistic(share * 100.0))),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_show_both_ends_beside_the_mark() {
        assert_eq!(drawn(-50.0, 100.0, 100.0), "      ░░░░░░│████████████");
        assert_eq!(drawn(100.0, -50.0, 100.0), "      ██████│░░░░░░░░░░░░");
        assert_eq!(drawn(25.0, 100.0, 100.0), "            │░░░█████████");
        assert_eq!(drawn(-100.0, -50.0, 100.0), "░░░░░░██████│            ");
        assert_eq!(drawn(0.0, 0.0, 0.0), "            │            ");
    }
}
