//! What is owed in rows: by due date what is late first, or by agency.

use super::Known;
use crate::reform::{Debt, DebtKind};
use crate::text::number;
use crate::tui::screen::Shared;
use crate::view::{Cell, Column, Table};
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use crate::words::work_screen::WorkWord as K;

/// How many working days ahead is soon.
const SOON: u32 = 30;

/// The key of a debt: one assignment is owed by several agencies.
pub(super) fn key(debt: &Debt) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    format!("{}\t{}\t{}\t{}", debt.kind.name(), debt.code, part(&debt.item), part(&debt.agency))
}

/// The rows of what is owed: by due date what is late first, or by agency.
pub(super) fn rows(debts: &[Debt], by_agency: bool, known: &Known, shared: &Shared) -> Table {
    let lang = shared.lang;
    let column = |key, word: K| Column::new(key, shared.word(word).to_owned());
    let columns = vec![
        column("key", K::Code),
        column("group", K::When),
        column("what", K::What),
        column("agency", K::Agency),
        column("agency_name", K::Agency),
        column("person", K::Person),
        column("status", K::Status),
        column("due", K::Due),
        column("days", K::Days),
        column("when", K::When),
        column("kind", K::Kind),
        column("code", K::Code),
        column("item", K::Item),
        column("directive", K::Directive),
    ];
    let calendar = &shared.world.calendar;
    let left = |debt: &Debt| debt.due.map(|due| calendar.working_days(shared.today, calendar.end(due)));
    // 0 late, 1 soon, 2 later, 3 without a date.
    let when = |debt: &Debt| match (debt.is_late(), left(debt)) {
        (true, _) => 0,
        (false, Some(days)) if days <= SOON => 1,
        (false, Some(_)) => 2,
        (false, None) => 3,
    };
    const WHEN: [(&str, K); 4] = [("late", K::Late), ("soon", K::SoonDue), ("later", K::LaterDue), ("none", K::NoDue)];
    let name = |debt: &Debt| match debt.agency.as_deref() {
        Some(code) => shared.world.agency(code, lang).to_owned(),
        None => shared.word(W::NoAgency).to_owned(),
    };
    let mut order: Vec<&Debt> = debts.iter().collect();
    if by_agency {
        order.sort_by_cached_key(|d| (d.agency.is_none(), name(d), d.due.is_none(), d.due, d.code.clone()));
    } else {
        order.sort_by_cached_key(|d| (when(d), d.due, name(d), d.code.clone()));
    }
    let counted = |fits: &dyn Fn(&Debt) -> bool| {
        let count = debts.iter().filter(|debt| fits(debt)).count();
        number::whole(count as i128, lang)
    };
    let row = |debt: &&Debt| {
        let (at, agency) = (when(debt), name(debt));
        let group = if by_agency {
            let of = debt.agency.clone();
            let open = counted(&|other| other.agency == of);
            let late = counted(&|other| other.agency == of && other.is_late());
            K::GroupOfAgency.with(lang, &[&agency, &open, &late])
        } else {
            format!("{} {}", shared.word(WHEN[at].1), counted(&|other| when(other) == at))
        };
        let days = match (debt.is_late(), left(debt)) {
            (true, _) => K::DaysLate.with(lang, &[&debt.days_late]),
            (false, Some(days)) => K::DaysLeft.with(lang, &[&days]),
            (false, None) => String::new(),
        };
        let assignment = match debt.kind {
            DebtKind::Assignment => known.assignments.iter().find(|a| a.code == debt.code),
            _ => None,
        };
        let directive = assignment.and_then(|a| known.directives.iter().find(|d| d.code == a.directive));
        vec![
            key(debt).into(),
            group.into(),
            debt.what.text(lang).into(),
            debt.agency.clone().into(),
            agency.into(),
            debt.person.clone().into(),
            Cell::Named(debt.standing.name(), debt.standing.word(lang)),
            debt.due.map_or(Cell::Empty, Cell::Day),
            days.into(),
            Cell::Named(WHEN[at].0, shared.word(WHEN[at].1)),
            Cell::worded(debt.kind, lang),
            debt.code.as_str().into(),
            debt.item.clone().into(),
            Cell::from(directive.map(|directive| directive.name_in(lang).to_owned())),
        ]
    };
    let mut table = Table::new("debt", columns);
    table.rows = order.iter().map(row).collect();
    table
}
