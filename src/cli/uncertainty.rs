//! `uncertainty set|list|remove`: parameters that are a range or a distribution.

use super::args::{UncertaintyCommand, UncertaintyRemoveArgs, UncertaintySetArgs};
use super::context::Context;
use super::cost_edit::{names, read_provenance, unknown};
use super::nouns::{Noun, not_found};
use super::output::{Cell, Table};
use crate::cost::{CostRow, Rates};
use crate::model::{Cell as SheetCell, Fraction, Spread, Uncertain, Uncertainty};
use crate::reform::chance::{check_uncertainty, outside};
use crate::report::Worded;
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::messages::uncertainty::UncertaintyWord as W;
use crate::text::{Fault, Lang, Message, Result, Said, clean_line, number};

/// Runs a command of `uncertainty`.
pub(super) fn run(context: &Context, command: UncertaintyCommand) -> Result<()> {
    match command {
        UncertaintyCommand::Set(args) => set(context, &args),
        UncertaintyCommand::List => context.answer(&table(context, &context.open()?)?),
        UncertaintyCommand::Remove(args) => remove(context, &args),
    }
}

fn set(context: &Context, args: &UncertaintySetArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let of = clean_line(&args.of);
    let uncertain = Uncertain::parse(&of).ok_or_else(|| not_uncertain(&of))?;
    let described = find(&workspace, context, &uncertain)?;
    let spread = args.spread.to_ascii_lowercase();
    let spread = Spread::parse(&spread).ok_or_else(|| unknown(&args.spread, names(Spread::ALL, Spread::name)))?;
    let read = |text: &str| read_number(text, &uncertain).ok_or_else(|| Fault::usage(W::BadNumber.said(&[&text])));
    let uncertainty = Uncertainty {
        of,
        spread,
        low: read(&args.low)?,
        likely: args.likely.as_deref().map(read).transpose()?,
        high: read(&args.high)?,
        provenance: read_provenance(args.provenance.as_deref())?,
        source: clean_line(&args.source),
    };
    let wrong = check_uncertainty(&uncertainty);
    if !wrong.is_empty() {
        let join = |lang: Lang| wrong.iter().map(|w| w.text(lang).to_owned()).collect::<Vec<_>>().join("; ");
        return Err(Fault::usage(Said { vi: join(Lang::Vi), en: join(Lang::En) }));
    }
    if uncertainty.source.is_empty() {
        return Err(Fault::usage(W::NoSource.said(&[])));
    }
    workspace.change(&context.change("uncertainty set", ""), |writer| writer.put_uncertainty(&uncertainty))?;
    let said = |lang: Lang| {
        let spread = spread_word(spread).text(lang);
        let show = |value: Fraction| crate::cost::explain::show(value, lang);
        let likely = uncertainty.likely.map(|likely| format!("{} – ", show(likely))).unwrap_or_default();
        let range = format!("{spread}, {} – {likely}{}", show(uncertainty.low), show(uncertainty.high));
        W::Stored.with(lang, &[&uncertainty.of, &range, &described.point.map(show).unwrap_or_default()])
    };
    context.tell(&Said { vi: said(Lang::Vi), en: said(Lang::En) });
    warn(context, &uncertainty, described.point);
    Ok(())
}

fn remove(context: &Context, args: &UncertaintyRemoveArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let of = clean_line(&args.of);
    if !workspace.uncertainties()?.iter().any(|uncertainty| uncertainty.of == of) {
        return Err(Fault::usage(W::None.said(&[&of])).hint(W::NoneHint.said(&[])));
    }
    workspace.change(&context.change("uncertainty remove", ""), |writer| writer.remove_uncertainty(&of))?;
    context.tell(&CliMessage::Removed.said(&[&of]));
    Ok(())
}

/// What is uncertain, beside the values in use; what does not fit is told on standard error.
pub(super) fn table(context: &Context, workspace: &Workspace) -> Result<Table> {
    let columns = [
        ("of", W::Of),
        ("what", W::What),
        ("spread", W::Spread),
        ("low", W::Low),
        ("likely", W::Likely),
        ("high", W::High),
        ("point", W::Point),
        ("provenance", W::Provenance),
        ("source", W::Source),
    ];
    let mut table = Table::new("uncertainty", context.lang, &columns);
    for uncertainty in workspace.uncertainties()? {
        let described = describe(workspace, context, &uncertainty.of)?;
        warn(context, &uncertainty, described.point);
        table.push(vec![
            uncertainty.of.into(),
            described.what.into(),
            Cell::Named(uncertainty.spread.name(), spread_word(uncertainty.spread).text(context.lang)),
            Cell::Exact(uncertainty.low),
            uncertainty.likely.map_or(Cell::Empty, Cell::Exact),
            Cell::Exact(uncertainty.high),
            described.point.map_or(Cell::Empty, Cell::Exact),
            Cell::Named(uncertainty.provenance.name(), context.word(uncertainty.provenance.word())),
            uncertainty.source.into(),
        ]);
    }
    Ok(table)
}

fn warn(context: &Context, uncertainty: &Uncertainty, point: Option<Fraction>) {
    let Some(point) = point else { return context.tell(&W::Gone.said(&[&uncertainty.of])) };
    if outside(uncertainty, point) {
        let said = |lang: Lang| {
            let show = |value: Fraction| crate::cost::explain::show(value, lang);
            W::Outside.with(lang, &[&uncertainty.of, &show(point), &show(uncertainty.low), &show(uncertainty.high)])
        };
        context.tell(&Said { vi: said(Lang::Vi), en: said(Lang::En) });
    }
}

fn spread_word(spread: Spread) -> W {
    match spread {
        Spread::Range => W::SpreadRange,
        Spread::Triangular => W::SpreadTriangular,
        Spread::Pert => W::SpreadPert,
        Spread::Lognormal => W::SpreadLognormal,
    }
}

fn not_uncertain(of: &str) -> Fault {
    Fault::usage(W::NotUncertain.said(&[&of])).hint(W::NotUncertainHint.said(&[]))
}

/// Reads a number that was typed. đồng and people may be grouped (`1.200.000`); of minutes, times and values of measures a point or
/// comma leads the decimals, and what could be read in two ways (`1.000`) is refused.
fn read_number(typed: &str, uncertain: &Uncertain) -> Option<Fraction> {
    let typed = typed.trim();
    let grouped = typed.contains(['.', ',', ' ']).then(|| number::parse_whole(typed)).flatten();
    let whole = match uncertain {
        Uncertain::Sheet { cell, .. } => !matches!(cell, SheetCell::Minutes | SheetCell::Times),
        Uncertain::Parameter(_) => true,
        Uncertain::Measure { .. } => false,
    };
    match grouped {
        Some(value) if whole => Some(Fraction::whole(value)),
        Some(_) => None,
        None => Fraction::parse(&typed.replace(',', ".")),
    }
}

/// An uncertain parameter for people.
pub(super) struct Described {
    /// What it is, in words.
    pub(super) what: String,
    /// Its value in the workspace; nothing when it is no longer there.
    pub(super) point: Option<Fraction>,
}

/// Describes what an uncertainty stands on; what is no longer there is named as it is written.
pub(super) fn describe(workspace: &Workspace, context: &Context, of: &str) -> Result<Described> {
    let gone = || Described { what: of.to_owned(), point: None };
    let Some(uncertain) = Uncertain::parse(of) else { return Ok(gone()) };
    match find(workspace, context, &uncertain) {
        Ok(described) => Ok(described),
        Err(fault) if fault.kind() == crate::text::FaultKind::Usage => Ok(gone()),
        Err(fault) => Err(fault),
    }
}

fn find(workspace: &Workspace, context: &Context, uncertain: &Uncertain) -> Result<Described> {
    match uncertain {
        Uncertain::Sheet { regulation, row, cell } => {
            workspace.regulation(regulation)?.ok_or_else(|| not_found(Noun::Regulation, regulation))?;
            let sheet = workspace.sheet(regulation)?;
            let found = sheet.iter().find(|activity| activity.id == *row).ok_or_else(|| {
                let ids: Vec<&str> = sheet.iter().map(|activity| activity.id.as_str()).collect();
                Fault::usage(W::NoRow.said(&[regulation, row, &ids.join(", ")]))
            })?;
            let what = format!("{regulation} · {} · {}", found.name, context.word(cell.word()));
            let numbers = CostRow::of(found, Fraction::ZERO);
            let point = match cell {
                SheetCell::Minutes => numbers.minutes,
                SheetCell::Outsourcing => numbers.outsourcing,
                SheetCell::Charges => numbers.charges,
                SheetCell::Times => numbers.times,
                SheetCell::Population => numbers.population,
            };
            Ok(Described { what, point: Some(point) })
        }
        Uncertain::Parameter(id) => {
            let rates = Rates::on(context.today(), workspace.parameters()?);
            let parameter = rates.find(id).ok_or_else(|| not_found(Noun::Parameter, id))?;
            let name = if context.lang == Lang::Vi { &parameter.name } else { &parameter.name_en };
            Ok(Described { what: name.clone(), point: Some(parameter.value) })
        }
        Uncertain::Measure { measure: code, value } => {
            let measure = workspace.measure(code)?.ok_or_else(|| not_found(Noun::Measure, code))?;
            let kinds = workspace.measure_kinds()?;
            let parameters = kinds.iter().find(|kind| kind.id == measure.kind).map(|kind| kind.parameters.as_slice());
            let parameters = parameters.unwrap_or_default();
            let parameter = parameters.iter().find(|parameter| parameter.id == *value).ok_or_else(|| {
                let known: Vec<&str> = parameters.iter().map(|parameter| parameter.id.as_str()).collect();
                Fault::usage(W::NoValue.said(&[&measure.kind, value, &known.join(", ")]))
            })?;
            let written = measure.values.get(value).or(parameter.default.as_ref());
            let point = written.and_then(|written| Fraction::parse(written));
            let point = point.ok_or_else(|| Fault::usage(W::NoPoint.said(&[code, value])))?;
            let name = if context.lang == Lang::Vi { &parameter.name } else { &parameter.name_en };
            Ok(Described { what: format!("{code} · {} · {name}", measure.title), point: Some(point) })
        }
    }
}
