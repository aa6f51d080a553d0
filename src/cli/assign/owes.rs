//! `owes`: who owes what, since when, by agency and by person.

use super::{agency_names, agency_option, day_cell, standing_cell};
use crate::cli::args::{OwesArgs, OwesBy};
use crate::cli::context::Context;
use crate::reform::{Debt, owes, totals};
use crate::text::{Lang, date, fold};
use crate::view::filter::{Condition, keep_those};
use crate::view::{Cell, Format, Table, Worded};
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
    let people = matches!(context.form(), Format::Table | Format::Md);
    let names = agency_names(&workspace, context.lang)?;
    let by = args.by.unwrap_or(OwesBy::Agency);
    // Conditions are about what is owed, also where only sums are asked for.
    let conditions = Condition::all(&args.filters)?;
    keep_those(&rows(context, &debts, by, &names), &mut debts, &conditions, &workspace)?;
    let table = if args.totals {
        sums(context, &debts, by, &names)
    } else {
        if by == OwesBy::Person {
            debts.sort_by(|a, b| (a.person.is_none(), &a.person).cmp(&(b.person.is_none(), &b.person)));
        }
        let mut table = rows(context, &debts, by, &names);
        if people {
            leave_out_empty(&mut table)?;
        }
        table
    };
    context.answer(&table)?;
    let (open, late) = (debts.len(), debts.iter().filter(|debt| debt.is_late()).count());
    let said = |lang: Lang| W::OwedSummary.with(lang, &[&date::short(day, lang), &open, &late]);
    context.tell(&Said { vi: said(Lang::Vi), en: said(Lang::En) });
    Ok(())
}

/// Leaves columns out in which nothing stands, so that people have room for the others.
fn leave_out_empty(table: &mut Table) -> Result<()> {
    let is_empty = |at: usize| table.rows.iter().all(|row| row[at] == Cell::Empty);
    let shown = table.columns.iter().enumerate().filter(|(at, _)| table.rows.is_empty() || !is_empty(*at));
    let keys: Vec<String> = shown.map(|(_, column)| column.key.to_owned()).collect();
    table.keep(&keys)
}

fn rows(context: &Context, debts: &[Debt], by: OwesBy, names: &HashMap<String, String>) -> Table {
    let lang = context.lang;
    let mut columns = vec![("agency", W::Agency), ("person", W::Person)];
    if by == OwesBy::Person {
        columns.reverse();
    }
    columns.extend([
        ("kind", W::Kind),
        ("code", W::Code),
        ("item", W::Item),
        ("what", W::What),
        ("status", W::Status),
        ("since", W::Since),
        ("due", W::Due),
        ("days_late", W::DaysLate),
    ]);
    let mut table = Table::new("debt", lang, &columns);
    for debt in debts {
        let mut row: Vec<Cell> =
            vec![debt.agency.as_ref().map_or(Cell::Empty, |code| coded(code, names)), debt.person.clone().into()];
        if by == OwesBy::Person {
            row.reverse();
        }
        row.extend([
            Cell::Named(debt.kind.name(), debt.kind.word().text(lang)),
            debt.code.clone().into(),
            debt.item.clone().into(),
            Cell::said(&debt.what),
            standing_cell(debt.standing, lang),
            day_cell(debt.since),
            day_cell(debt.due),
            Cell::Whole(debt.days_late.into()),
        ]);
        table.push(row);
    }
    table
}

/// A code: people read the name that it stands for.
fn coded(code: &str, names: &HashMap<String, String>) -> Cell {
    Cell::Coded(code.to_owned(), names.get(code).map_or(code, String::as_str).to_owned())
}

fn sums(context: &Context, debts: &[Debt], by: OwesBy, names: &HashMap<String, String>) -> Table {
    let (key, title) = match by {
        OwesBy::Agency => ("agency", W::Agency),
        OwesBy::Person => ("person", W::Person),
    };
    let columns =
        [(key, title), ("open", W::Open), ("late", W::Late), ("longest_late", W::Longest), ("next_due", W::NextDue)];
    let mut table = Table::new("debt_total", context.lang, &columns);
    let found = totals(debts, |debt| match by {
        OwesBy::Agency => debt.agency.as_deref(),
        OwesBy::Person => debt.person.as_deref(),
    });
    let people = matches!(context.form(), Format::Table | Format::Md);
    for total in found {
        let nobody = || if people { W::Nobody.text(context.lang).into() } else { Cell::Empty };
        table.push(vec![
            total.who.map_or_else(nobody, |code| coded(&code, names)),
            total.open.into(),
            total.late.into(),
            Cell::Whole(total.longest.into()),
            day_cell(total.next_due),
        ]);
    }
    table
}
