//! A set of measures as an office calculates with it: each with its share of the saving, the regulations before and after, the targets; in the
//! workbook sums and percentages are formulas, and a measure that is left out takes its share with it.

use super::names::{Names, bare, printed};
use super::{Request, cannot_json};
use crate::cost::Sum;
use crate::model::{Fraction, Measure};
use crate::reform::share::in_whole;
use crate::reform::{Snapshot, progress, set_effect};
use crate::report::benefit::Benefit;
use crate::store::Workspace;
use crate::text::{Lang, collate};
use crate::view::{Bars, Cell, Follows, Sheet, whole};
use crate::words::cost::CostWord;
use crate::words::report::ReportWord as W;
use crate::words::{Fault, Message, Result, capital};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Data {
    as_of: String,
    scope: String,
    scope_kind: &'static str,
    stage: &'static str,
    measures: Vec<MeasureLine>,
    regulations: Vec<RegulationLine>,
    total: Benefit,
    /// Effort in points of the measures whose level is known.
    effort: Cell,
    /// How many of the regulations wait for the number of those who comply: their cost counts as nothing.
    waiting: usize,
    targets: Vec<TargetLine>,
}

#[derive(Serialize)]
struct MeasureLine {
    code: String,
    regulation: String,
    regulation_name: String,
    title: String,
    agency: String,
    instrument: String,
    due: Option<Date>,
    effort: Cell,
    /// Of the measure alone, đồng a year.
    alone: Cell,
    /// Its share of what the set saves on its regulation, whole đồng a year: the shares add up to the whole.
    share: i128,
}

#[derive(Serialize)]
struct RegulationLine {
    code: String,
    name: String,
    agency: String,
    /// Whole đồng a year: they add up to the totals.
    before: i128,
    saved: i128,
    after: i128,
    percent: Cell,
    waits: bool,
}

#[derive(Serialize)]
struct TargetLine {
    programme: String,
    programme_name: String,
    metric: String,
    unit: &'static str,
    baseline: i128,
    achieved: i128,
    percent: Cell,
    required: Cell,
    gap: i128,
    met: bool,
    due: Date,
}

/// The data of the document and its sheets.
///
/// # Errors
/// A figure does not fit; the workspace cannot be read.
pub(super) fn data(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let names = Names::read(workspace, request.lang)?;
    let chosen = request.measures(snapshot);
    let within = |code: &&str| snapshot.live.find(code).filter(|subject| request.scope.holds(subject));
    let codes: Vec<&str> = chosen.keys().copied().collect();
    let titles = workspace.regulation_names(&codes)?;
    let (mut measures, mut regulations) = (Vec::new(), Vec::new());
    let (mut shares, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
    let mut effort = Fraction::ZERO;
    for (code, own) in &chosen {
        let Some(subject) = within(code) else { continue };
        let effect = set_effect(subject, own, snapshot);
        let name = titles.get(&subject.code).map(|name| bare(name)).unwrap_or_default();
        let agency = names.agency(subject.agency.as_deref().unwrap_or_default());
        for measure in own {
            let worth = effect.each.iter().find(|each| each.code == measure.code);
            let points = snapshot.levels.effort(measure, snapshot.kinds.get(&measure.kind));
            effort = effort.more(points.unwrap_or(Fraction::ZERO));
            shares.push(worth.map(|each| each.share.annual).unwrap_or_default());
            let alone = worth.map(|each| Cell::Dong(each.alone)).unwrap_or_default();
            measures.push(line(measure, (&name, &agency), points, alone));
        }
        before.push(effect.before.annual);
        after.push(effect.after.outcome.annual);
        regulations.push(RegulationLine {
            code: subject.code.clone(),
            name,
            agency,
            before: 0,
            saved: 0,
            after: 0,
            percent: Cell::Empty,
            waits: subject.waits,
        });
    }
    let too_large = || Fault::input(CostWord::SumTooLarge.said(&[]));
    let (whole_shares, whole_before) =
        (in_whole(&shares).ok_or_else(too_large)?, in_whole(&before).ok_or_else(too_large)?);
    for (measure, share) in measures.iter_mut().zip(whole_shares) {
        measure.share = share;
    }
    let mut saved: BTreeMap<&str, i128> = BTreeMap::new();
    for measure in &measures {
        *saved.entry(&measure.regulation).or_default() += measure.share;
    }
    for (regulation, before) in regulations.iter_mut().zip(whole_before) {
        regulation.saved = saved.get(regulation.code.as_str()).copied().unwrap_or_default();
        (regulation.before, regulation.after) = (before, before - regulation.saved);
        regulation.percent = share_of(regulation.saved, before);
    }
    measures.sort_by(|a, b| b.share.cmp(&a.share).then_with(|| a.code.cmp(&b.code)));
    regulations.sort_by(|a, b| b.saved.cmp(&a.saved).then_with(|| collate::compare(&a.name, &b.name)));
    let data = Data {
        as_of: request.as_of.to_string(),
        scope: names.scope(workspace, request)?,
        scope_kind: request.scope.kind(),
        stage: request.stage.name(),
        total: Benefit::of(sum(&before)?, sum(&after)?),
        effort: Cell::Exact(effort),
        waiting: regulations.iter().filter(|regulation| regulation.waits).count(),
        targets: targets(snapshot, request),
        measures,
        regulations,
    };
    let sheets = sheets(&data, request.lang);
    Ok((serde_json::to_value(data).map_err(cannot_json)?, sheets))
}

fn sum(costs: &[Fraction]) -> Result<Fraction> {
    let mut sum = Sum::default();
    costs.iter().for_each(|cost| sum.add_fraction(*cost));
    sum.total().ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))
}

fn share_of(part: i128, whole: i128) -> Cell {
    let percent = part.checked_mul(100).and_then(|part| Fraction::new(part, whole));
    percent.filter(|_| whole > 0).map_or(Cell::Empty, Cell::Percent)
}

fn line(measure: &Measure, (name, agency): (&str, &str), effort: Option<Fraction>, alone: Cell) -> MeasureLine {
    MeasureLine {
        code: measure.code.clone(),
        regulation: measure.regulation.clone(),
        regulation_name: name.to_owned(),
        title: measure.title.clone(),
        agency: agency.to_owned(),
        instrument: measure.instrument.as_deref().map(printed).unwrap_or_default(),
        due: measure.due,
        effort: effort.map_or(Cell::Empty, Cell::Exact),
        alone,
        share: 0,
    }
}

/// Where the targets stand with these measures and no others.
fn targets(snapshot: &Snapshot, request: &Request) -> Vec<TargetLine> {
    let taken = |measure: &Measure| request.only.as_ref().is_none_or(|only| only.contains(&measure.code));
    let set =
        Snapshot { measures: snapshot.measures.iter().filter(|m| taken(m)).cloned().collect(), ..snapshot.clone() };
    let wanted = |code: &str| request.programme.as_deref().is_none_or(|programme| programme == code);
    let mut lines = Vec::new();
    for programme in set.programmes.iter().filter(|programme| wanted(&programme.code)) {
        let within: Cow<'_, Snapshot> = request.scope.narrowed(&set, &programme.code);
        for target in progress(&within, programme, request.as_of, None).targets {
            let figure = target.total.at(request.stage);
            lines.push(TargetLine {
                programme: programme.code.clone(),
                programme_name: programme.name_in(request.lang).to_owned(),
                metric: capital(target.target.metric.word(request.lang)),
                unit: super::progress::unit(target.target.metric, request.lang),
                baseline: whole(target.total.baseline),
                achieved: whole(figure.achieved),
                percent: figure.percent.map_or(Cell::Empty, Cell::Percent),
                required: Cell::Percent(target.target.percent),
                gap: figure.missing(),
                met: figure.met,
                due: target.target.due,
            });
        }
    }
    lines
}

/// The measures with a column to be filled, the regulations before and after, the targets.
fn sheets(data: &Data, lang: Lang) -> Vec<Sheet> {
    vec![measures_sheet(data, lang), regulations_sheet(data, lang), targets_sheet(data, lang)]
}

fn titles<const N: usize>(words: [W; N], lang: Lang) -> Vec<String> {
    words.map(|word| word.text(lang).to_owned()).to_vec()
}

/// Where the code of the regulation, the share and what is counted of it stand among the measures.
const TAKEN: u16 = 0;
const OF: u16 = 1;
const EFFORT: u16 = 6;
const SHARE: u16 = 8;
const COUNTED: u16 = 9;

fn measures_sheet(data: &Data, lang: Lang) -> Sheet {
    let (yes, no) = (W::Yes.text(lang), W::No.text(lang));
    let words = [
        W::Taken,
        W::Code,
        W::Name,
        W::Measure,
        W::Agency,
        W::DueDate,
        W::EffortPoints,
        W::SavedAlone,
        W::SavedShare,
        W::SavedCounted,
    ];
    let mut sheet =
        Sheet { name: W::ScenarioSheet.text(lang).to_owned(), columns: titles(words, lang), ..Sheet::default() };
    for (at, line) in data.measures.iter().enumerate() {
        sheet.rows.push(vec![
            yes.into(),
            line.regulation.as_str().into(),
            line.regulation_name.as_str().into(),
            line.title.as_str().into(),
            line.agency.as_str().into(),
            line.due.map_or(Cell::Empty, Cell::Day),
            line.effort.clone(),
            line.alone.clone(),
            Cell::Whole(line.share),
            Cell::Whole(line.share),
        ]);
        let [taken, share] = [TAKEN, SHARE].map(|column| Sheet::cell_name(at, column));
        sheet.formulas.insert((at, COUNTED), format!("=IF({taken}=\"{yes}\",{share},0)"));
    }
    let end = sheet.rows.len();
    if end == 0 {
        return sheet;
    }
    let total: i128 = data.measures.iter().map(|line| line.share).sum();
    let mut row = vec![Cell::Empty; words.len()];
    row[usize::from(OF)] = W::Total.text(lang).into();
    row[usize::from(EFFORT)] = data.effort.clone();
    (row[usize::from(SHARE)], row[usize::from(COUNTED)]) = (Cell::Whole(total), Cell::Whole(total));
    sheet.rows.push(row);
    for column in [SHARE, COUNTED] {
        sheet.formulas.insert((end, column), column_sum(column, end));
    }
    sheet.sums = 1;
    sheet.choices = vec![(TAKEN, vec![yes.to_owned(), no.to_owned()])];
    sheet
}

/// The sum of a column above a row.
fn column_sum(column: u16, end: usize) -> String {
    format!("=SUM({}:{})", Sheet::cell_name(0, column), Sheet::cell_name(end - 1, column))
}

fn regulations_sheet(data: &Data, lang: Lang) -> Sheet {
    let words = [W::Code, W::Name, W::Agency, W::CostBefore, W::CostSaved, W::CostAfter, W::PercentSaved];
    let mut sheet = Sheet {
        name: W::ScenarioRegulations.text(lang).to_owned(),
        columns: titles(words, lang),
        follows: vec![(5, Follows::Less(3, 4)), (6, Follows::Percent(4, 3))],
        bars: Some(Bars { names: 0, figures: vec![3, 5] }),
        ..Sheet::default()
    };
    let measures = W::ScenarioSheet.text(lang);
    let [of, counted] = [OF, COUNTED].map(|column| Sheet::range(measures, column, data.measures.len()));
    for (at, line) in data.regulations.iter().enumerate() {
        sheet.rows.push(vec![
            line.code.as_str().into(),
            line.name.as_str().into(),
            line.agency.as_str().into(),
            Cell::Whole(line.before),
            Cell::Whole(line.saved),
            Cell::Whole(line.after),
            line.percent.clone(),
        ]);
        sheet.formulas.insert((at, 4), format!("=SUMIF({of},{},{counted})", Sheet::cell_name(at, 0)));
    }
    let end = sheet.rows.len();
    if end == 0 {
        return sheet;
    }
    let sum = |of: fn(&RegulationLine) -> i128| data.regulations.iter().map(of).sum::<i128>();
    let (before, saved) = (sum(|line| line.before), sum(|line| line.saved));
    sheet.rows.push(vec![
        W::Total.text(lang).into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Whole(before),
        Cell::Whole(saved),
        Cell::Whole(before - saved),
        share_of(saved, before),
    ]);
    for column in [3, 4] {
        sheet.formulas.insert((end, column), column_sum(column, end));
    }
    sheet.sums = 1;
    sheet
}

fn targets_sheet(data: &Data, lang: Lang) -> Sheet {
    let words = [
        W::Programme,
        W::Metric,
        W::Unit,
        W::Baseline,
        W::Achieved,
        W::AchievedPercent,
        W::TargetPercent,
        W::Gap,
        W::Met,
        W::DueDate,
    ];
    let row = |line: &TargetLine| {
        vec![
            line.programme_name.as_str().into(),
            line.metric.as_str().into(),
            line.unit.into(),
            Cell::Whole(line.baseline),
            Cell::Whole(line.achieved),
            line.percent.clone(),
            line.required.clone(),
            Cell::Whole(line.gap),
            if line.met { W::Yes } else { W::No }.text(lang).into(),
            Cell::Day(line.due),
        ]
    };
    Sheet {
        name: W::ScenarioTargets.text(lang).to_owned(),
        columns: titles(words, lang),
        rows: data.targets.iter().map(row).collect(),
        follows: vec![(5, Follows::Percent(4, 3))],
        ..Sheet::default()
    }
}
