//! `progress`: where the targets stand.

use super::args::ProgressArgs;
use super::context::Context;
use crate::desk::named_programmes;
use crate::model::{Programme, Succession};
use crate::reform::{self, GroupBy, Progress, Snapshot};
use crate::report::Scope;
use crate::store::Workspace;
use crate::view::answers::split;
use crate::view::filter::{Condition, keep_where};
use crate::view::progress;
use crate::words::Result;
use jiff::civil::Date;

crate::words::named! {
    /// By which agencies figures are split.
    AgencyTime {
        /// Those that stand for them on the day.
        Now = "now",
        /// Those that the baseline has.
        Then = "then",
    }
}

/// Shows the progress of one programme or all.
pub(super) fn run(context: &Context, args: &ProgressArgs) -> Result<()> {
    show(context, &context.open()?, args)
}

/// The overview: every programme, every target, every stage.
pub(super) fn overview(context: &Context, workspace: &Workspace) -> Result<()> {
    show(context, workspace, &ProgressArgs::default())
}

fn show(context: &Context, workspace: &Workspace, args: &ProgressArgs) -> Result<()> {
    let as_of = context.date(args.as_of.as_deref())?;
    let conditions = Condition::all(&args.filters)?;
    let (by, stage, programme) = (args.by, args.stage, args.programme.as_deref());
    let scope = Scope::parse(args.scope.as_deref().unwrap_or("all"), workspace)?;
    let from = context.source(workspace, as_of);
    let mut table = if args.forecast {
        let snapshot = snapshot(workspace, as_of, args.agencies)?;
        let ahead = |p: &Programme| reform::forecast(&scope.narrowed(&snapshot, &p.code), p, as_of);
        let forecasts: Vec<_> = named_programmes(&snapshot.programmes, programme)?.into_iter().map(ahead).collect();
        progress::forecast(&forecasts, stage, context.lang)?
    } else if args.ledger {
        let snapshot = snapshot(workspace, as_of, args.agencies)?;
        let came_on = workspace.first_days()?;
        let book = |p: &Programme| reform::in_out(&scope.narrowed(&snapshot, &p.code), p, as_of, &came_on);
        let books: Vec<_> =
            named_programmes(&snapshot.programmes, programme)?.into_iter().map(book).collect::<Result<_>>()?;
        progress::ledger(&from, &books)?
    } else {
        let reports = of(&snapshot(workspace, as_of, args.agencies)?, programme, as_of, by, &scope)?;
        // Conditions are about the rows of a stage each, which are then what is shown.
        let whole = stage.is_none() && conditions.is_empty() && context.form().is_for_people();
        match (args.changes, args.net) {
            (true, _) => progress::changes(&reports, context.lang),
            (_, true) => progress::net(&from, &reports, stage, by)?,
            _ if whole => progress::by_target(&from, &reports, by)?,
            _ => progress::by_stage(&from, &reports, stage, by)?,
        }
    };
    if let Some(by) = by {
        table.typed("group", split(by.name()));
    }
    keep_where(&mut table, &conditions, workspace)?;
    if by.is_none() && !args.ledger {
        table.without("group");
    }
    context.answer(&table)
}

/// The workspace on a day, with the agencies of now or of then.
fn snapshot(workspace: &Workspace, as_of: Date, agencies: Option<AgencyTime>) -> Result<Snapshot> {
    let mut snapshot = workspace.snapshot(as_of)?;
    if agencies == Some(AgencyTime::Then) {
        snapshot.succession = Succession::default();
    }
    Ok(snapshot)
}

/// The progress of one programme, or of all, over all regulations or some.
pub(super) fn reports(
    workspace: &Workspace,
    programme: Option<&str>,
    as_of: Date,
    by: Option<GroupBy>,
    scope: &Scope,
) -> Result<Vec<Progress>> {
    of(&workspace.snapshot(as_of)?, programme, as_of, by, scope)
}

fn of(
    snapshot: &Snapshot,
    programme: Option<&str>,
    as_of: Date,
    by: Option<GroupBy>,
    scope: &Scope,
) -> Result<Vec<Progress>> {
    let one = |p: &Programme| reform::progress(&scope.narrowed(snapshot, &p.code), p, as_of, by);
    Ok(named_programmes(&snapshot.programmes, programme)?.into_iter().map(one).collect())
}
