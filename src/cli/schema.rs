//! `schema`: what the answers of commands look like, for programs.

use super::args::SchemaArgs;
use super::context::Context;
use super::output;
use crate::view::answers::{describe, schema};
use crate::view::{Cell, Table, TableKind, declare, pretty};
use crate::words::schema::SchemaWord as W;
use crate::words::{Fault, Message, Result};

/// Lists the answers there are, or prints the JSON Schema of one.
pub(super) fn run(context: &Context, args: &SchemaArgs) -> Result<()> {
    let Some(name) = &args.answer else { return list(context) };
    let schema = schema::of(&name.replace('-', "_"), &tables()).ok_or_else(|| {
        let mut names: Vec<&str> = describe::all(&tables()).into_iter().map(|answer| answer.name).collect();
        names.sort_unstable();
        names.dedup();
        Fault::missing(W::NoAnswer.said(&[name])).hint(W::Answers.said(&[&names.join(", ")]))
    })?;
    output::write(context.output.as_deref(), pretty(&schema)?.as_bytes())
}

declare! {
    ANSWER = "answer" of "schema" {
        "answer", W::AnswerColumn, "text";
        "form", W::FormColumn, "text";
        "commands", W::CommandsColumn, "text";
    }
}

fn list(context: &Context) -> Result<()> {
    let mut table = Table::of(&ANSWER, context.lang);
    for answer in describe::all(&tables()) {
        let form = if answer.rows { ("rows", W::Rows) } else { ("one", W::One) };
        table.push(vec![
            answer.name.into(),
            Cell::Named(form.0, context.word(form.1)),
            answer.commands.into_owned().into(),
        ]);
    }
    context.answer(&table)
}

/// The answers in rows: the lists of nouns, and those of the commands.
fn tables() -> Vec<TableKind> {
    use super::{export, history, init, law, report, report_verify, search};
    use crate::view::nouns::{debt, linked_service, lists, review, scenario, suggestion};
    use crate::view::{cost, health, progress};
    let of_commands = [
        linked_service::LINKED_SERVICE_COST,
        scenario::SCENARIO_GROUP,
        scenario::SCENARIO_DIFF,
        scenario::TORNADO,
        debt::DEBT,
        debt::DEBT_TOTAL,
        suggestion::SUGGESTION,
        review::REVIEW,
        progress::PROGRESS,
        progress::PROGRESS_NET,
        progress::PROGRESS_LEDGER,
        progress::BASELINE_CHANGE,
        progress::PROGRESS_FORECAST,
        progress::CHECK,
        health::HEALTH,
        cost::questions::COST_QUESTION,
        cost::questions::MISPRINT,
        cost::method::COST_METHOD,
        cost::method::COST_METHOD_TOTAL,
        cost::COST_TOTAL,
        cost::plan::COST_PLAN,
        search::HIT,
        init::INIT,
        report::REPORT,
        report::REPORT_FILE,
        report_verify::DOCUMENT_CHECK,
        export::EXPORT,
        history::CHANGE,
        crate::view::hub::CONFLICT,
        crate::view::hub::AUDIT,
        law::apply::DIFFERENCE,
        law::references::REFERENCE,
        law::outline::DROPPED_LINE,
        ANSWER,
    ];
    lists().chain(of_commands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::answers::Holds;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_holds_something_that_is_known() {
        let mut seen = BTreeSet::new();
        for table in tables() {
            assert!(seen.insert(table.name) && !table.commands.is_empty(), "{}", table.name);
            assert!(table.columns.len() > 1, "{}", table.name);
            for column in table.columns {
                assert!(Holds::named(column.kind()).is_some(), "{}.{}: {}", table.name, column.key(), column.kind());
            }
        }
    }
}
