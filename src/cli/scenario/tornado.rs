//! `scenario tornado`: which uncertain parameters matter most to the saving.

use super::chance::statistic;
use super::resolve::{ask, draws};
use crate::cli::args::{Format, TornadoArgs};
use crate::cli::context::Context;
use crate::cli::output::{Cell, Table};
use crate::cli::uncertainty::describe;
use crate::model::Fraction;
use crate::reform::chance::{Bar, Tornado, tornado};
use crate::store::Workspace;
use crate::text::messages::uncertainty::UncertaintyWord as W;
use crate::text::{Lang, Message, Result, Said, number};

/// How wide each half of a bar is at most.
const HALF: usize = 12;

/// Draws and answers.
pub(super) fn run(context: &Context, args: &TornadoArgs) -> Result<()> {
    let workspace = context.open()?;
    let asked = ask(context, &workspace, &args.draw)?;
    let case = asked.case()?;
    let answer = tornado(&case, &draws(&args.draw, 90))?;
    let said = |lang: Lang| {
        let percent = answer.percent.map_or_else(|| "–".to_owned(), |p| Cell::Percent(p).shown(lang));
        let saved = W::SavedPoint.with(lang, &[&Cell::Dong(answer.saved).shown(lang), &percent]);
        format!("{}. {saved}", asked.over(lang))
    };
    context.tell(&Said { vi: said(Lang::Vi), en: said(Lang::En) });
    let people = matches!(context.form(), Format::Table | Format::Md);
    let bars = &answer.bars[..answer.bars.len().min(args.limit)];
    context.answer(&if people { for_people(context, &workspace, &answer, bars)? } else { plain(context, bars) })?;
    if bars.len() < answer.bars.len() {
        context.tell(&W::MoreBars.said(&[&(answer.bars.len() - bars.len())]));
    }
    if !bars.is_empty() {
        let said = |lang: Lang| {
            W::TornadoNote.with(lang, &[&number::whole(i128::from(args.draw.draws), lang), &args.draw.seed])
        };
        context.tell(&Said { vi: said(Lang::Vi), en: said(Lang::En) });
    }
    asked.notes(context, &case);
    Ok(())
}

fn for_people(context: &Context, workspace: &Workspace, answer: &Tornado, bars: &[Bar]) -> Result<Table> {
    let columns = [
        ("what", W::What),
        ("low", W::Low),
        ("point", W::Point),
        ("high", W::High),
        ("saved_low", W::SavedLow),
        ("saved_high", W::SavedHigh),
        ("bar", W::Bar),
        ("variance_share", W::VarianceShare),
    ];
    let mut table = Table::new("tornado", context.lang, &columns);
    let apart = |saved: Fraction| float(saved) - float(answer.saved);
    let ends = bars.iter().flat_map(|bar| [bar.saved_low, bar.saved_high]);
    let widest = ends.map(|saved| apart(saved).abs()).fold(0.0, f64::max);
    for bar in bars {
        table.push(vec![
            describe(workspace, context, &bar.uncertainty.of)?.what.into(),
            Cell::Exact(bar.uncertainty.low),
            Cell::Exact(bar.point),
            Cell::Exact(bar.uncertainty.high),
            Cell::Dong(bar.saved_low),
            Cell::Dong(bar.saved_high),
            drawn(apart(bar.saved_low), apart(bar.saved_high), widest).into(),
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

/// For programs.
fn plain(context: &Context, bars: &[Bar]) -> Table {
    let columns = [
        ("of", W::Of),
        ("spread", W::Spread),
        ("low", W::Low),
        ("likely", W::Likely),
        ("high", W::High),
        ("point", W::Point),
        ("saved_at_low", W::SavedLow),
        ("saved_at_high", W::SavedHigh),
        ("swing", W::Swing),
        ("percent_at_low", W::PercentLow),
        ("percent_at_high", W::PercentHigh),
        ("correlation", W::Correlation),
        ("variance_share_percent", W::VarianceShare),
    ];
    let mut table = Table::new("tornado", context.lang, &columns);
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
            Cell::Dong(bar.swing()),
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
