//! `owes`: who owes what, since when, by agency and by person.

use super::{agency_names, agency_option, day_cell, standing_cell};
use crate::cli::args::{OwesArgs, OwesBy};
use crate::cli::context::Context;
use crate::reform::{Debt, owes, totals};
use crate::text::{Lang, date, fold};
use crate::view::filter::{Condition, keep_those};
use crate::view::{Cell, Table, declare};
use crate::words::assign::AssignWord as W;
use crate::words::{Message, Result, Said};
use std::collections::HashMap;

/// Tells who owes what.
pub(in crate::cli) fn run(context: &Context, args: &OwesArgs) -> Result<()> {
    let workspace = context.open()?;
    let day = context.date(args.as_of.as_deref())?;
    let whose = agency_option(&workspace, args.agency.as_deref())?;
    let person = args.person.as_deref().map(fold);
    let mut debts = owes(&workspace.ledger()?, day);
    debts.retain(|debt| {
        whose.as_ref().is_none_or(|code| debt.agency.as_ref() == Some(code))
            && person.as_ref().is_none_or(|name| debt.person.as_deref().map(fold).as_ref() == Some(name))
            && (!args.late || debt.is_late())
    });
    let names = agency_names(&workspace, context.lang)?;
    let by = args.by.unwrap_or(OwesBy::Agency);
    // Conditions are about what is owed, also where only sums are asked for.
    let conditions = Condition::all(&args.filters)?;
    keep_those(&rows(context, &debts, &names), &mut debts, &conditions, &workspace)?;
    let table = if args.totals {
        sums(context, &debts, by, &names)
    } else {
        if by == OwesBy::Person {
            debts.sort_by(|a, b| (a.person.is_none(), &a.person).cmp(&(b.person.is_none(), &b.person)));
        }
        let mut table = rows(context, &debts, &names);
        if by == OwesBy::Person {
            table.swap("agency", "person")?;
        }
        table.leave_out_empty();
        table
    };
    context.answer(&table)?;
    let (open, late) = (debts.len(), debts.iter().filter(|debt| debt.is_late()).count());
    let said = |lang: Lang| W::OwedSummary.with(lang, &[&date::short(day, lang), &open, &late]);
    context.tell(&Said { vi: said(Lang::Vi), en: said(Lang::En) });
    Ok(())
}

declare! {
    DEBT = "debt" of "owes" {
        "agency", W::Agency, "agency?";
        "person", W::Person, "text?";
        "kind", W::Kind, "debt_kind";
        "code", W::Code, "text";
        "item", W::Item, "text?";
        "what", W::What, "names";
        "status", W::Status, "standing";
        "since", W::Since, "day?";
        "due", W::Due, "day?";
        "days_late", W::DaysLate, "whole";
    }
    DEBT_TOTAL = "debt_total" of "owes --totals" {
        "agency?", W::Agency, "agency?";
        "person?", W::Person, "text?";
        "open", W::Open, "whole";
        "late", W::Late, "whole";
        "longest_late", W::Longest, "whole";
        "next_due", W::NextDue, "day?";
    }
}

fn rows(context: &Context, debts: &[Debt], names: &HashMap<String, String>) -> Table {
    let lang = context.lang;
    let mut table = Table::of(&DEBT, lang);
    for debt in debts {
        table.push(vec![
            debt.agency.as_ref().map_or(Cell::Empty, |code| coded(code, names)),
            debt.person.clone().into(),
            Cell::worded(debt.kind, lang),
            debt.code.clone().into(),
            debt.item.clone().into(),
            Cell::said(&debt.what),
            standing_cell(debt.standing, lang),
            day_cell(debt.since),
            day_cell(debt.due),
            Cell::Whole(debt.days_late.into()),
        ]);
    }
    table
}

/// A code: people read the name that it stands for.
fn coded(code: &str, names: &HashMap<String, String>) -> Cell {
    Cell::Coded(code.to_owned(), names.get(code).map_or(code, String::as_str).to_owned())
}

fn sums(context: &Context, debts: &[Debt], by: OwesBy, names: &HashMap<String, String>) -> Table {
    let mut table = Table::of(&DEBT_TOTAL, context.lang);
    let found = totals(debts, |debt| match by {
        OwesBy::Agency => debt.agency.as_deref(),
        OwesBy::Person => debt.person.as_deref(),
    });
    for total in found {
        let who = total.who.map_or_else(|| Cell::Nothing(context.word(W::Nobody)), |code| coded(&code, names));
        table.push(vec![
            who.clone(),
            who,
            total.open.into(),
            total.late.into(),
            Cell::Whole(total.longest.into()),
            day_cell(total.next_due),
        ]);
    }
    table.without(if by == OwesBy::Agency { "person" } else { "agency" });
    table
}
