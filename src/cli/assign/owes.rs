//! `owes`: who owes what, since when, by agency and by person.

use super::agency_option;
use crate::cli::args::{OwesArgs, OwesBy};
use crate::cli::context::Context;
use crate::reform::owes;
use crate::text::{Lang, date, fold};
use crate::view::filter::{Condition, keep_those};
use crate::view::nouns::debt;
use crate::words::assign::AssignWord as W;
use crate::words::{Message, Result, Said};

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
    let from = context.source(&workspace, day);
    let names = workspace.agency_names(context.lang)?;
    let by = args.by.unwrap_or(OwesBy::Agency);
    // Conditions are about what is owed, also where only sums are asked for.
    let conditions = Condition::all(&args.filters)?;
    keep_those(&debt::rows(&from, &debts, &names), &mut debts, &conditions, &workspace)?;
    let table = if args.totals {
        debt::sums(&from, &debts, by == OwesBy::Person, &names)
    } else {
        if by == OwesBy::Person {
            debts.sort_by(|a, b| (a.person.is_none(), &a.person).cmp(&(b.person.is_none(), &b.person)));
        }
        let mut table = debt::rows(&from, &debts, &names);
        if by == OwesBy::Person {
            table.swap("agency", "person")?;
        }
        table.leave_out_empty();
        table
    };
    context.answer(&table)?;
    let (open, late) = (debts.len(), debts.iter().filter(|debt| debt.is_late()).count());
    let said = |lang: Lang| W::OwedSummary.with(lang, &[&date::short(day, lang), &open, &late]);
    context.tell(&Said::by(said));
    Ok(())
}
