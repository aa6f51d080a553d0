//! `cost method`: methods of several countries, and cases computed by them; and sheets of the workspace valued by another method.

use super::Answer;
use super::args::{CostMethodCommand, MethodRunArgs};
use super::context::Context;
use super::cost::costed;
use crate::cost::Rates;
use crate::cost::method::{Method, case_of_sheet, run_case};
use crate::exchange::methods;
use crate::model::Parameter;
use crate::text::date;
use crate::view::cost::method::{self, Computed};
use crate::words::method::MethodWord as W;
use crate::words::{Fault, Message, Result, Said};

/// Runs a command of `cost method`.
pub(super) fn run(context: &Context, command: &CostMethodCommand) -> Result<Answer> {
    match command {
        CostMethodCommand::List => context.answer(&method::table(&methods::shipped()?, context.lang))?,
        CostMethodCommand::Show(args) => {
            let method = methods::find(&args.name)?;
            let rates = rates_for(context, &method)?;
            context.answer_page(&method::page(&method, &|id: &str| parameter(rates.as_ref(), id), context.lang))?;
        }
        CostMethodCommand::Run(args) => return run_cases(context, args),
    }
    Ok(Answer::Done)
}

/// The parameters of the workspace, where a tariff of the method names one.
fn rates_for(context: &Context, method: &Method) -> Result<Option<Rates>> {
    if method.tariffs.iter().all(|tariff| tariff.parameter.is_none()) {
        return Ok(None);
    }
    Ok(Some(Rates::on(context.today(), context.open()?.all::<Parameter>()?)))
}

fn parameter(rates: Option<&Rates>, id: &str) -> Option<Parameter> {
    rates?.find(id).cloned()
}

fn run_cases(context: &Context, args: &MethodRunArgs) -> Result<Answer> {
    let method = methods::find(&args.name)?;
    let file = match &args.file {
        Some(path) => methods::read_cases(path)?,
        None => methods::shipped_cases()?,
    };
    let (mine, others): (Vec<_>, Vec<_>) =
        file.cases.into_iter().partition(|case| case.method.as_ref().is_none_or(|name| *name == method.id));
    if mine.is_empty() {
        return Err(Fault::input(W::NoCaseFor.said(&[&method.id])).hint(W::BadCaseHint.said(&[])));
    }
    if !others.is_empty() && args.file.is_some() {
        context.tell(&W::OtherCases.said(&[&others.len()]));
    }
    let rates = rates_for(context, &method)?;
    let parameters = |id: &str| parameter(rates.as_ref(), id);
    let place = |fault: Fault| match &args.file {
        Some(path) => fault.in_file(path),
        None => fault,
    };
    let mut computed = Vec::new();
    for case in mine {
        let figures = run_case(&method, &case, &parameters).map_err(place)?;
        let name = Said::by(|lang| case.name_in(lang));
        let source = Said::same(case.source);
        computed.push(Computed { id: case.id, name, source, figures });
    }
    context.answer_page(&method::cases(&method, &computed, context.lang)?)?;
    let same = computed.iter().all(|case| case.figures.printed.iter().all(|printed| printed.same));
    Ok(if same { Answer::Done } else { Answer::No })
}

/// A sheet of the workspace valued by another method, in đồng.
pub(super) fn show_sheet(context: &Context, code: &str, name: &str) -> Result<()> {
    let method = in_dong(name)?;
    let workspace = context.open()?;
    let (regulation, sheet) = costed(&workspace, code)?;
    let rates = Rates::on(context.today(), workspace.all::<Parameter>()?);
    let case = case_of_sheet((code, &regulation.name), &sheet, workspace.population(code)?.as_ref(), &rates, &method)?;
    let figures = run_case(&method, &case, &|id: &str| parameter(Some(&rates), id))?;
    let source = W::SheetRates.said_by(|lang| vec![date::short(rates.day(), lang)]);
    let computed = Computed { id: case.id, name: Said::same(case.name), source, figures };
    context.answer_page(&method::cases(&method, &[computed], context.lang)?)
}

/// A method as it values sheets of the workspace: in whole đồng.
pub(super) fn in_dong(name: &str) -> Result<Method> {
    Ok(Method { currency: "VND".to_owned(), decimals: 0, ..methods::find(name)? })
}
