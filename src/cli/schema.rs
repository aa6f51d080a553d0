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
        table.push(vec![answer.name.into(), Cell::Named(form.0, context.word(form.1)), answer.commands.into()]);
    }
    context.answer(&table)
}

/// The answers in rows.
fn tables() -> [TableKind; 42] {
    use super::progress::{forecast, net};
    use super::scenario::{compare, show, tornado};
    use super::{
        baseline, check, cost, cost_check, cost_method, export, history, init, law, progress, report, search,
        uncertainty,
    };
    use crate::view::nouns::{
        agency, assignment, campaign, debt, directive, indicator, instrument, instrument_level, linked_service,
        measure, measure_kind, parameter, programme, regulation, state_data, suggestion,
    };
    [
        agency::AGENCY,
        instrument::INSTRUMENT,
        regulation::REGULATION,
        regulation::PROCEDURE,
        programme::PROGRAMME,
        parameter::PARAMETER,
        measure::MEASURE,
        measure_kind::MEASURE_KIND,
        instrument_level::INSTRUMENT_LEVEL,
        linked_service::LINKED_SERVICE,
        linked_service::LINKED_SERVICE_COST,
        state_data::STATE_DATA,
        compare::SCENARIO,
        compare::SCENARIO_GROUP,
        show::SCENARIO_DIFF,
        tornado::TORNADO,
        directive::DIRECTIVE,
        assignment::ASSIGNMENT,
        campaign::CAMPAIGN,
        indicator::INDICATOR,
        uncertainty::UNCERTAINTY,
        debt::DEBT,
        debt::DEBT_TOTAL,
        suggestion::SUGGESTION,
        progress::PROGRESS,
        net::PROGRESS_NET,
        net::BASELINE_CHANGE,
        forecast::PROGRESS_FORECAST,
        check::CHECK,
        cost_check::COST_QUESTION,
        cost_check::MISPRINT,
        cost_method::COST_METHOD,
        cost_method::COST_METHOD_TOTAL,
        cost::COST_TOTAL,
        search::HIT,
        baseline::BASELINE,
        init::INIT,
        report::REPORT,
        export::EXPORT,
        history::CHANGE,
        law::references::REFERENCE,
        ANSWER,
    ]
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
