//! `law references`: what an instrument cites, what cites a place, and what would point at nothing after a repeal.

use super::super::Answer;
use super::super::args::LawReferencesArgs;
use super::super::context::Context;
use super::super::output::{Cell, Table};
use crate::law::cite::{Gone, Instrument, Missing, Outcome, Reach, Role};
use crate::law::{Citation, Document, Graph, Titles, place};
use crate::model::Address;
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Message, Result, clean, clean_line};
use std::collections::BTreeSet;
use std::path::Path;

/// Lists references. With `--repealed`, a reference that would point at nothing is an answer of "no".
pub(in crate::cli) fn run(context: &Context, args: &LawReferencesArgs) -> Result<Answer> {
    let text = read(&args.file)?;
    let document = Document::read(&text);
    let graph = Graph::of(&document, &titles(context)?);
    let lines = Lines::of(&text);
    if !args.repealed.is_empty() {
        return repealed(context, &graph, &lines, args);
    }
    if let Some(to) = &args.to {
        return incoming(context, &graph, &lines, &args.file, to);
    }
    let mut table = table(context, "state", CliMessage::ReferenceState);
    for citation in graph.citations() {
        let state = state(context, citation);
        table.push(row(context, &lines, citation, state));
    }
    context.answer(&table)?;
    Ok(Answer::Done)
}

fn incoming(context: &Context, graph: &Graph, lines: &Lines, file: &Path, to: &str) -> Result<Answer> {
    let places = addresses(graph, file, to)?;
    let [address] = places.as_slice() else {
        return Err(Fault::usage(CliMessage::BadAddress.said(&[&to])));
    };
    let mut table = table(context, "reach", CliMessage::ReferenceReach);
    // What names the whole instrument says nothing about the place.
    for found in graph.incoming(None, address).iter().filter(|f| f.reach != Reach::Instrument) {
        let word = match found.reach {
            Reach::Itself => CliMessage::ReachItself,
            Reach::Range => CliMessage::ReachRange,
            Reach::Holder | Reach::Instrument => CliMessage::ReachHolder,
        };
        let reach = Cell::Named(found.reach.name(), context.word(word));
        table.push(row(context, lines, found.citation, reach));
    }
    context.answer(&table)?;
    Ok(Answer::Done)
}

fn repealed(context: &Context, graph: &Graph, lines: &Lines, args: &LawReferencesArgs) -> Result<Answer> {
    let mut repealed = BTreeSet::new();
    for text in &args.repealed {
        repealed.extend(addresses(graph, &args.file, text)?);
    }
    let dangling = graph.dangling(None, &repealed);
    let mut table = table(context, "gone", CliMessage::ReferenceGone);
    for found in &dangling {
        let gone: Cell = match &found.gone {
            Gone::Whole => context.word(CliMessage::GoneWhole).into(),
            Gone::Part(places) => places.iter().map(Address::to_string).collect::<Vec<_>>().join("; ").into(),
        };
        table.push(row(context, lines, found.citation, gone));
    }
    context.answer(&table)?;
    Ok(if dangling.is_empty() { Answer::Done } else { Answer::No })
}

fn read(path: &Path) -> Result<String> {
    let bytes =
        std::fs::read(path).map_err(|e| Fault::input(CliMessage::CannotRead.said(&[&path.display()])).because(e))?;
    let text = String::from_utf8(bytes)
        .map_err(|e| Fault::input(CliMessage::NotUtf8.said(&[])).in_file(path).because(e.utf8_error()))?;
    Ok(clean(&text))
}

/// The titles of the catalogue, where there is a workspace.
fn titles(context: &Context) -> Result<Titles> {
    if !context.database().exists() {
        return Ok(Titles::default());
    }
    let instruments = Workspace::open(context.database())?.instruments()?;
    Ok(Titles::new(instruments.iter().map(|i| (i.number.as_str(), i.title.as_str()))))
}

/// The places that the user typed, each of which the instrument has.
fn addresses(graph: &Graph, file: &Path, typed: &str) -> Result<Vec<Address>> {
    let typed = clean_line(typed);
    let bad = || Fault::usage(CliMessage::BadAddress.said(&[&typed]));
    let (places, end) = place::read(&typed, 0).ok_or_else(bad)?;
    if end < typed.len() || places.iter().any(|p| p.this.is_some() || p.heading) {
        return Err(bad());
    }
    let mut found = Vec::new();
    for place in &places {
        if !graph.has(None, &place.address) {
            return Err(Fault::input(CliMessage::NoSuchPlace.said(&[&place.address])).in_file(file));
        }
        match &place.until {
            None => found.push(place.address.clone()),
            Some(until) => found.extend(graph.range(None, &place.address, until)),
        }
    }
    if found.is_empty() { Err(bad()) } else { Ok(found) }
}

fn table(context: &Context, last: &'static str, title: CliMessage) -> Table {
    let columns = [
        ("line", CliMessage::Line),
        ("source", CliMessage::ReferenceSource),
        ("role", CliMessage::ReferenceRole),
        ("reference", CliMessage::ReferenceWords),
        ("instrument", CliMessage::Instrument),
        ("place", CliMessage::ReferencePlace),
        (last, title),
    ];
    Table::new("reference", context.lang, &columns)
}

fn row(context: &Context, lines: &Lines, citation: &Citation, last: Cell) -> Vec<Cell> {
    let role = match citation.role {
        Role::Target => CliMessage::RoleTarget,
        Role::History => CliMessage::RoleHistory,
        Role::Anchor => CliMessage::RoleAnchor,
    };
    let instrument: Cell = match &citation.instrument {
        Instrument::Own => context.word(CliMessage::InstrumentOwn).into(),
        Instrument::Number(number) => number.clone().into(),
        Instrument::Unknown => Cell::Empty,
    };
    let place = citation.until.as_ref().map_or_else(
        || citation.place.to_string(),
        |until| CliMessage::RangeUntil.with(context.lang, &[&citation.place, until]),
    );
    vec![
        lines.line(citation.span.start).into(),
        citation.source.address.to_string().into(),
        Cell::Named(citation.role.name(), context.word(role)),
        citation.words.clone().into(),
        instrument,
        place.into(),
        last,
    ]
}

/// Whether a citation resolves, or why not.
fn state(context: &Context, citation: &Citation) -> Cell {
    let missing = match &citation.outcome {
        Outcome::Found => return Cell::Named("resolved", context.word(CliMessage::StateResolved)),
        Outcome::Elsewhere => return Cell::Named("elsewhere", context.word(CliMessage::StateElsewhere)),
        Outcome::Missing(missing) => missing,
    };
    match missing {
        Missing::NoPlace(address) => CliMessage::NoSuchPlace.with(context.lang, &[address]),
        Missing::NoHolder(level) => CliMessage::NoHolder.with(context.lang, &[&level.word()]),
        Missing::UnknownName(name) => CliMessage::UnknownName.with(context.lang, &[name]),
        Missing::AmbiguousName { name, numbers } => {
            CliMessage::AmbiguousName.with(context.lang, &[name, &numbers.join(", ")])
        }
        Missing::AmendedUnsaid => context.word(CliMessage::AmendedUnsaid).to_owned(),
    }
    .into()
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line of a byte, from 1.
    fn line(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}
