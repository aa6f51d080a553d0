//! The annex of a proposal: per agency and field, per regulation: content and reason, recommendation, benefit (spec of the decision's
//! annex), then the instruments to be amended.

use super::annex::{Aimed, InstrumentPart, aimed, instruments};
use super::benefit::Benefit;
use super::names::{Names, bare, issue_text, printed};
use super::{Request, amending};
use crate::cost::explain;
use crate::model::{CountsAs, Fraction, Measure, Provenance, Stage, instrument};
use crate::reform::share::in_whole;
use crate::reform::{MeasureEffect, Snapshot, Subject, set_effect};
use crate::store::Workspace;
use crate::text::{Lang, collate};
use crate::view::{Bars, Cell, Follows, Sheet};
use crate::words::cost::CostWord;
use crate::words::report::ReportWord as W;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Texts of instruments by number.
type Texts = BTreeMap<String, amending::Known>;

/// What is known of the regulations beside their figures, each read once for all of them.
struct Known {
    /// Names of the regulations by code.
    titles: HashMap<String, String>,
    /// Those in whose sheet some cell is an assumption.
    assumed: HashSet<String>,
    texts: Texts,
    names: Names,
}

/// What the template of a proposal gets.
#[derive(Debug, Serialize)]
struct Proposal {
    scope: String,
    /// `all`, `agency`, `field` or `regulation`.
    scope_kind: &'static str,
    as_of: String,
    stage: &'static str,
    agencies: Vec<AgencyPart>,
    instruments: Vec<InstrumentPart>,
    total: Benefit,
    regulations: usize,
    /// How many regulations the scope holds, and the share of them that measures change.
    in_scope: usize,
    share: Cell,
    /// Hours of a working day, where these are whole; 0 where they are not.
    working_day: i64,
    /// Those whose cost could be computed; the total is theirs.
    costed: usize,
    abolished: usize,
    simplified: usize,
    /// How many of the measures were approved already, or are in force.
    approved: usize,
}

#[derive(Debug, Serialize)]
struct AgencyPart {
    number: String,
    code: String,
    name: String,
    fields: Vec<FieldPart>,
    total: Benefit,
}

#[derive(Debug, Serialize)]
struct FieldPart {
    name: String,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    number: usize,
    code: String,
    name: String,
    kind: &'static str,
    kind_word: &'static str,
    abolished: bool,
    measures: Vec<MeasurePart>,
    cost: Option<Benefit>,
    /// Its sheet waits for the number of those who comply.
    waits: bool,
    assumed: bool,
    hours_before: Option<i64>,
    hours_after: Option<i64>,
    hours_saved: String,
    /// Shares are an average over some orders, because very many measures interact.
    shares_averaged: bool,
    issues: Vec<String>,
}

#[derive(Debug, Serialize)]
struct MeasurePart {
    code: String,
    kind: String,
    title: String,
    reason: String,
    evidence: String,
    provision: String,
    instrument: String,
    instrument_name: String,
    instrument_title: String,
    /// As the document cites it here: in full where it is named first, then by kind and number.
    instrument_cited: String,
    authority: String,
    status: &'static str,
    /// Whether it abolishes the regulation.
    abolishes: bool,
    /// Whether it was approved already, or is in force.
    approved: bool,
    status_date: String,
    document: String,
    due: String,
    person: String,
    note: String,
    current_text: String,
    proposed_text: String,
    /// What the amending instrument would order, in its words; none where the workspace has no text of the instrument.
    orders: Vec<String>,
    assumed: bool,
    saved_alone: Cell,
    /// Its fair share of what the measures of its regulation save, whole đồng a year; these add up to what they save together.
    saved_share: i128,
    /// Its fair share of the processing time that they save, working hours, as it is shown.
    hours_share: String,
}

/// The data of the document and its sheets.
pub(super) fn data(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let names = Names::read(workspace, request.lang)?;
    let measures = request.measures(snapshot);
    let within = |code: &&str| snapshot.live.find(code).filter(|subject| request.scope.holds(subject));
    let chosen: Vec<(&Subject, &[&Measure])> =
        measures.iter().filter_map(|(code, measures)| Some((within(code)?, measures.as_slice()))).collect();
    let codes: Vec<&str> = chosen.iter().map(|(subject, _)| subject.code.as_str()).collect();
    let known = Known {
        titles: workspace.regulation_names(&codes)?,
        assumed: workspace.assumed_sheets(&codes)?,
        texts: texts(workspace, chosen.iter().flat_map(|(_, measures)| measures.iter().copied()))?,
        names,
    };
    let names = &known.names;
    let mut agencies: BTreeMap<String, BTreeMap<String, Vec<Item>>> = BTreeMap::new();
    let mut sums: BTreeMap<String, (Fraction, Fraction)> = BTreeMap::new();
    let mut counted = Vec::new();
    for (subject, measures) in chosen {
        let (item, before, after) = item(request, snapshot, subject, measures, &known)?;
        let agency = subject.agency.clone().unwrap_or_default();
        let sum = sums.entry(agency.clone()).or_default();
        sum.0 = plus(sum.0, before)?;
        sum.1 = plus(sum.1, after)?;
        counted.extend(measures.iter().copied());
        agencies.entry(agency).or_default().entry(subject.field.clone().unwrap_or_default()).or_default().push(item);
    }
    let items = || agencies.values().flat_map(BTreeMap::values).flatten();
    let (regulations, abolished) = (items().count(), items().filter(|item| item.abolished).count());
    let costed = items().filter(|item| item.cost.is_some()).count();
    let mut total = (Fraction::ZERO, Fraction::ZERO);
    for (before, after) in sums.values() {
        total = (plus(total.0, *before)?, plus(total.1, *after)?);
    }
    let sheet = sheet(request.lang, &agencies, names);
    let in_scope = snapshot.live.subjects.iter().filter(|subject| request.scope.holds(subject)).count();
    let fraction = |count: usize| i64::try_from(count).map(Fraction::whole).unwrap_or_default();
    let proposal = Proposal {
        scope: names.scope(workspace, request)?,
        scope_kind: request.scope.kind(),
        as_of: request.as_of.to_string(),
        stage: request.stage.name(),
        instruments: instruments(&counted, snapshot, names),
        agencies: parts(agencies, &sums, names),
        total: Benefit::of(total.0, total.1),
        regulations,
        in_scope,
        share: Cell::share(fraction(regulations), fraction(in_scope)),
        working_day: Some(snapshot.working_day)
            .filter(|day| day.is_whole())
            .map_or(0, |day| whole_hours(day).unwrap_or(0)),
        costed,
        abolished,
        simplified: regulations - abolished,
        approved: counted.iter().filter(|measure| is_approved(measure, request.as_of)).count(),
    };
    let data = serde_json::to_value(proposal).map_err(|e| Fault::other(W::CannotRender.said(&[&"json"])).because(e))?;
    Ok((data, vec![sheet]))
}

fn plus(a: Fraction, b: Fraction) -> Result<Fraction> {
    Ok(a.more(b))
}

fn item(
    request: &Request,
    snapshot: &Snapshot,
    subject: &Subject,
    measures: &[&Measure],
    known: &Known,
) -> Result<(Item, Fraction, Fraction)> {
    let effect = set_effect(subject, measures, snapshot);
    let exact: Vec<Fraction> = effect.each.iter().map(|e| e.share.annual).collect();
    let whole = in_whole(&exact).ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
    let worth = |measure: &&Measure| {
        let at = effect.each.iter().position(|e| e.code == measure.code);
        at.and_then(|at| Some((effect.each.get(at)?, *whole.get(at)?)))
    };
    let (before, after) = (
        effect.before.processing_hours.and_then(whole_hours),
        effect.after.outcome.processing_hours.and_then(whole_hours),
    );
    let item = Item {
        number: 0,
        code: subject.code.clone(),
        name: known.titles.get(&subject.code).map(|name| bare(name)).unwrap_or_default(),
        kind: subject.kind.name(),
        kind_word: subject.kind.word(request.lang),
        abolished: effect.after.outcome.abolished,
        measures: measures.iter().map(|m| measure_part(m, request, snapshot, known, worth(m))).collect(),
        waits: subject.waits,
        cost: subject.known().map(|_| Benefit::of(effect.before.annual, effect.after.outcome.annual)),
        assumed: known.assumed.contains(&subject.code),
        hours_before: before.filter(|_| before != after && !effect.after.outcome.abolished),
        hours_after: after.filter(|_| before != after && !effect.after.outcome.abolished),
        hours_saved: explain::show(effect.hours_saved(), request.lang),
        shares_averaged: effect.each.iter().any(|e| e.share.averaged),
        issues: effect.after.issues.iter().map(|issue| issue_text(issue, measures, request.lang)).collect(),
    };
    Ok((item, effect.before.annual, effect.after.outcome.annual))
}

fn whole_hours(hours: Fraction) -> Option<i64> {
    i64::try_from(crate::view::whole(hours)).ok()
}

/// What the amending instrument would order for a measure: `Sửa đổi, bổ sung khoản 2 Điều 5 Thông tư số 39/2016/TT-NHNN`.
fn orders(measure: &Measure, snapshot: &Snapshot, texts: &Texts) -> Vec<String> {
    let text = measure.instrument.as_deref().and_then(|number| texts.get(number));
    let orders = text.map(|text| amending::orders_of(measure, snapshot, text)).unwrap_or_default();
    let number = measure.instrument.as_deref().unwrap_or_default();
    orders.into_iter().map(|order| format!("{order} {}", instrument::full_name(number))).collect()
}

/// The texts that the workspace has of the instruments that measures change, by number.
fn texts<'m>(workspace: &Workspace, measures: impl Iterator<Item = &'m Measure>) -> Result<Texts> {
    let mut texts = Texts::new();
    for number in measures.filter_map(|m| m.instrument.as_deref()) {
        if !texts.contains_key(number)
            && let Some(text) = amending::text_of(workspace, number)?
        {
            texts.insert(number.to_owned(), text);
        }
    }
    Ok(texts)
}

fn measure_part(
    measure: &Measure,
    request: &Request,
    snapshot: &Snapshot,
    known: &Known,
    worth: Option<(&MeasureEffect, i128)>,
) -> MeasurePart {
    let kind =
        snapshot.kinds.get(&measure.kind).map_or(measure.kind.as_str(), |kind| kind.name_in(request.lang)).to_owned();
    let authority = snapshot.levels.authority(measure, snapshot.kinds.get(&measure.kind), request.lang);
    let status = measure.statuses.iter().filter(|s| s.date <= request.as_of).max_by_key(|s| s.date);
    let Aimed { instrument, provision } = aimed(measure);
    MeasurePart {
        code: measure.code.clone(),
        kind,
        title: measure.title.clone(),
        reason: measure.reason.clone(),
        evidence: measure.evidence.clone(),
        provision,
        instrument_title: known.names.title(&instrument),
        instrument_name: instrument::full_name(&instrument),
        instrument_cited: known.names.citation(&instrument),
        instrument,
        authority: authority.unwrap_or_default().to_owned(),
        status: status.map_or("", |s| s.status.word(request.lang)),
        abolishes: snapshot.kinds.get(&measure.kind).is_some_and(|kind| kind.counts_as == CountsAs::Abolished),
        approved: is_approved(measure, request.as_of),
        status_date: status.map(|s| s.date.to_string()).unwrap_or_default(),
        document: status.and_then(|s| s.document.as_deref()).map(printed).unwrap_or_default(),
        due: measure.due.map(|day| day.to_string()).unwrap_or_default(),
        person: measure.person.clone().unwrap_or_default(),
        note: measure.note.clone(),
        current_text: measure.current_text.clone(),
        proposed_text: measure.proposed_text.clone(),
        orders: orders(measure, snapshot, &known.texts),
        assumed: measure.provenance == Provenance::Assumption,
        saved_alone: worth.map_or(Cell::Whole(0), |(effect, _)| Cell::Dong(effect.alone)),
        saved_share: worth.map_or(0, |(_, share)| share),
        hours_share: explain::show(worth.map(|(effect, _)| effect.share.hours).unwrap_or_default(), request.lang),
    }
}

fn parts(
    agencies: BTreeMap<String, BTreeMap<String, Vec<Item>>>,
    sums: &BTreeMap<String, (Fraction, Fraction)>,
    names: &Names,
) -> Vec<AgencyPart> {
    let mut parts: Vec<AgencyPart> = Vec::new();
    for (code, fields) in agencies {
        let (before, after) = sums.get(&code).copied().unwrap_or_default();
        let mut fields: Vec<FieldPart> = fields.into_iter().map(|(name, items)| FieldPart { name, items }).collect();
        fields.sort_by(|a, b| collate::compare(&a.name, &b.name));
        let mut number = 0;
        for item in fields.iter_mut().flat_map(|field| &mut field.items) {
            number += 1;
            item.number = number;
        }
        let name = names.agency(&code);
        parts.push(AgencyPart { number: String::new(), name, code, fields, total: Benefit::of(before, after) });
    }
    parts.sort_by(|a, b| collate::compare(&a.name, &b.name));
    let mut cited = HashSet::new();
    for (at, part) in parts.iter_mut().enumerate() {
        part.number = roman(at + 1);
        let items = part.fields.iter_mut().flat_map(|field| &mut field.items);
        for measure in items.flat_map(|item| &mut item.measures) {
            if !cited.insert(measure.instrument.clone()) {
                measure.instrument_cited.clone_from(&measure.instrument_name);
            }
        }
    }
    parts
}

fn sheet(lang: Lang, agencies: &BTreeMap<String, BTreeMap<String, Vec<Item>>>, names: &Names) -> Sheet {
    let columns = [
        W::Agency,
        W::Field,
        W::Code,
        W::Name,
        W::Content,
        W::Recommendation,
        W::CostBefore,
        W::CostAfter,
        W::CostSaved,
        W::PercentSaved,
    ];
    let mut rows = Vec::new();
    for (agency, fields) in agencies {
        for (field, items) in fields {
            for item in items {
                let lines =
                    |of: fn(&MeasurePart) -> String| item.measures.iter().map(of).collect::<Vec<_>>().join("\n");
                let cost = |of: fn(&Benefit) -> &Cell| item.cost.as_ref().map_or(Cell::Empty, |cost| of(cost).clone());
                rows.push(vec![
                    names.agency(agency).into(),
                    field.as_str().into(),
                    item.code.as_str().into(),
                    item.name.as_str().into(),
                    lines(|m| m.title.clone()).into(),
                    lines(|m| format!("{} {}", m.provision, m.instrument).trim().to_owned()).into(),
                    cost(|cost| &cost.before),
                    cost(|cost| &cost.after),
                    cost(|cost| &cost.saved),
                    cost(|cost| &cost.percent),
                ]);
            }
        }
    }
    let columns = columns.iter().map(|c| c.text(lang).to_owned()).collect();
    let follows = vec![(8, Follows::Less(6, 7)), (9, Follows::Percent(8, 6))];
    // Names are too long for the axis of a chart.
    let bars = Some(Bars { names: 2, figures: vec![6, 7] });
    Sheet { name: W::ProposalSheet.text(lang).to_owned(), columns, rows, follows, bars, ..Sheet::default() }
}

fn is_approved(measure: &Measure, day: Date) -> bool {
    measure.status_on(day).is_some_and(|status| status.counts_at(Stage::Approved))
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn roman_numbers() {
        for (number, text) in [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (34, "XXXIV"), (49, "XLIX")] {
            assert_eq!(roman(number), text);
        }
    }
}
