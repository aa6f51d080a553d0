//! Procedures done as one, with the work they share counted once.

use super::Source;
use crate::model::{Fraction, LinkedService, Measure, Stage};
use crate::reform::{LinkedFigures, LinkedState, SharedFigure, Snapshot, linked_figures};
use crate::view::{Cell, Page, Table, TableKind, declare};
use crate::words::cost::CostWord;
use crate::words::linked::LinkedWord as Say;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The figures of a service with the measures that are planned on a day.
fn figures(service: &LinkedService, snapshot: &Snapshot, day: Date) -> Result<LinkedFigures> {
    let planned = |m: &&Measure| m.status_on(day).is_some_and(|status| status.counts_at(Stage::Planned));
    let planned: Vec<&Measure> = snapshot.measures.iter().filter(planned).collect();
    linked_figures(service, &snapshot.live, &planned, snapshot).map_err(Fault::input)
}

declare! {
    LINKED_SERVICE = "linked_service" of "list linked-service" {
        "code", Say::Code, "text";
        "name", Say::Name, "names";
        "members", Say::Members, "text";
        "separate_dong", Say::Separate, "dong";
        "as_one_dong", Say::AsOne, "dong";
        "after_separate_dong", Say::After, "dong";
        "after_as_one_dong", Say::AfterAsOne, "dong";
        "saved_dong", Say::Saved, "dong";
    }
}

/// The same by the name that `linked list` gives it.
pub(crate) const LINKED_SERVICE_COST: TableKind =
    TableKind { name: "linked_service_cost", commands: "linked list", ..LINKED_SERVICE };

/// All services with what their procedures cost one by one and as one, before and after the planned measures.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let snapshot = from.snapshot()?;
    let mut table = Table::of(&LINKED_SERVICE, from.lang);
    for service in from.reader.all::<LinkedService>()? {
        let figures = figures(&service, &snapshot, from.day)?;
        table.push(vec![
            service.code.clone().into(),
            Cell::names(&service.name, service.name_en.as_deref()),
            service.members.join(" → ").into(),
            Cell::Dong(figures.before.separate),
            Cell::Dong(figures.before.as_one),
            Cell::Dong(figures.after.separate),
            Cell::Dong(figures.after.as_one),
            Cell::Dong(all_saved(&figures)),
        ]);
    }
    Ok(table)
}

/// By measures and by doing them as one.
fn all_saved(figures: &LinkedFigures) -> Fraction {
    figures.before.separate.less(figures.after.as_one)
}

/// One service with its figures, member by member, and what its work saves when it is done once.
///
/// # Errors
/// A figure does not fit; the workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let services = from.reader.all::<LinkedService>()?;
    let Some(service) = services.iter().find(|s| s.code == code) else { return Ok(None) };
    let (lang, day) = (from.lang, from.day);
    let figures = figures(service, &from.reader.snapshot(day)?, day)?;
    let mut names = BTreeMap::new();
    for member in &service.members {
        let name = from.reader.regulation(member)?.map(|regulation| regulation.name).unwrap_or_default();
        names.insert(member.as_str(), name);
    }
    let mut page = Page::about("linked_service", lang, &service.code, service.name_in(from.lang));
    page.fields(as_json(service, &figures, &names, day));
    let dong = |value: Fraction| Cell::Dong(value).shown(lang);
    let exact = |value: Fraction| Cell::Exact(value).shown(lang);
    page.other_name(&service.name, &service.name_en);
    page.say(Say::AsOfLine, &[&Cell::Day(day).shown(lang)]);
    match service.uptake {
        None => page.say(Say::UptakeAll, &[]),
        Some(share) => page.say(Say::UptakeLine, &[&exact(share)]),
    }
    page.heading(Say::Members);
    for member in &figures.members {
        let name = names.get(member.code.as_str()).map_or("", String::as_str);
        page.within(
            2,
            if member.waits {
                format!("{}  {name}: {}", member.code, CostWord::Unknown.text(lang))
            } else if member.has_sheet {
                Say::MemberLine.with(lang, &[&member.code, &name, &dong(member.before), &dong(member.after)])
            } else {
                format!("{}  {name}: {}", member.code, Say::MemberNoSheet.text(lang))
            },
        );
    }
    if !service.limits.is_empty() {
        page.heading(Say::LimitsTitle);
    }
    for limit in &service.limits {
        let of = limit.regulation.clone().unwrap_or_else(|| Say::WholeService.text(lang).to_owned());
        let time = format!("{} {}", Cell::Exact(limit.amount).shown(lang), limit.unit.text(lang));
        let said = if limit.condition.is_empty() { time } else { format!("{time} ({})", limit.condition) };
        page.within(2, format!("{of}: {said}"));
    }
    if !service.shared.is_empty() {
        page.heading(Say::SharedTitle);
    }
    for (before, after) in figures.before.shared.iter().zip(&figures.after.shared) {
        shared_work(&mut page, service, before, after);
    }
    let (before, after) = (&figures.before, &figures.after);
    let by_measures = before.separate.less(after.separate);
    let all = all_saved(&figures);
    page.heading(Say::FiguresTitle);
    page.within(2, Say::BeforeLine.with(lang, &[&dong(before.separate)]));
    page.within(2, Say::BeforeOneLine.with(lang, &[&dong(before.as_one), &dong(before.saved())]));
    page.within(2, Say::AfterLine.with(lang, &[&dong(after.separate), &dong(by_measures)]));
    page.within(2, Say::AfterOneLine.with(lang, &[&dong(after.as_one), &dong(after.saved())]));
    let percent = all.over(before.separate).and_then(|share| share.times(Fraction::whole(100)));
    let percent = percent.map_or_else(|| "–".to_owned(), |percent| Cell::Percent(percent).shown(lang));
    page.within(2, Say::TotalLine.with(lang, &[&dong(all), &percent]));
    page.heading(Say::RuleLine);
    page.fact(Say::Source, &service.source);
    Ok(Some(page))
}

/// What work is shared, in which rows, and what doing it once saves.
fn shared_work(page: &mut Page, service: &LinkedService, before: &SharedFigure, after: &SharedFigure) {
    let lang = page.lang();
    let dong = |value: Fraction| Cell::Dong(value).shown(lang);
    let exact = |value: Fraction| Cell::Exact(value).shown(lang);
    if before.rows.len() < 2 {
        page.within(2, Say::SharedNever.with(lang, &[&before.name]));
    } else {
        let left = if after.saved.is_zero() {
            Say::SharedNone.text(lang).to_owned()
        } else {
            Say::SharedLeft.with(lang, &[&dong(after.saved)])
        };
        let occasions = exact(before.occasions);
        page.within(2, Say::SharedLine.with(lang, &[&before.name, &occasions, &dong(before.saved), &left]));
        for row in &before.rows {
            let kept = if row.kept { Say::KeptMark.text(lang) } else { "" };
            let values: [&dyn std::fmt::Display; 5] =
                [&row.regulation, &row.row, &dong(row.one), &exact(row.occasions), &kept];
            page.within(6, Say::SharedRowLine.with(lang, &values));
        }
    }
    let source = service.shared.iter().find(|work| work.name == before.name).map_or("", |work| work.source.as_str());
    if !source.is_empty() {
        page.within(6, format!("{}: {source}", Say::Source.text(lang)));
    }
}

fn dong(value: Fraction) -> Value {
    Cell::Dong(value).json()
}

fn state_json(state: &LinkedState) -> Value {
    json!({
        "separate_dong": dong(state.separate), "as_one_dong": dong(state.as_one), "saved_dong": dong(state.saved()),
    })
}

fn as_json(service: &LinkedService, figures: &LinkedFigures, names: &BTreeMap<&str, String>, day: Date) -> Value {
    let members: Vec<Value> = figures
        .members
        .iter()
        .map(|m| {
            json!({
                "code": m.code, "name": names.get(m.code.as_str()), "has_sheet": m.has_sheet, "waits": m.waits,
                "before_dong": (!m.waits).then(|| dong(m.before)), "after_dong": (!m.waits).then(|| dong(m.after)),
            })
        })
        .collect();
    let shared: Vec<Value> = figures
        .before
        .shared
        .iter()
        .zip(&figures.after.shared)
        .zip(&service.shared)
        .map(|((before, after), work)| {
            json!({ "name": work.name, "source": work.source, "before": work_json(before), "after": work_json(after) })
        })
        .collect();
    json!({
        "code": service.code, "name": service.name, "name_en": service.name_en, "as_of": day.to_string(),
        "limits": service.limits, "uptake_percent": service.uptake.map(|share| Cell::Percent(share).json()), "members": members,
        "before": state_json(&figures.before), "after": state_json(&figures.after),
        "saved_by_measures_dong": dong(figures.before.separate.less(figures.after.separate)),
        "saved_dong": dong(all_saved(figures)), "shared": shared, "source": service.source,
    })
}

fn work_json(work: &SharedFigure) -> Value {
    let rows: Vec<Value> = work
        .rows
        .iter()
        .map(|row| {
            json!({
                "regulation": row.regulation, "row": row.row, "one_dong": dong(row.one),
                "occasions": Cell::Exact(row.occasions).json(), "kept": row.kept,
            })
        })
        .collect();
    json!({ "occasions": Cell::Exact(work.occasions).json(), "saved_dong": dong(work.saved), "rows": rows })
}
