//! `law references`: what an instrument cites, what cites a place, and what would point at nothing after a repeal.

use super::super::Answer;
use super::super::args::LawReferencesArgs;
use super::super::context::Context;
use super::file;
use crate::exchange::legal_text::LegalText;
use crate::law::cite::{Gone, Instrument, Missing, Outcome, Reach};
use crate::law::name::place;
use crate::law::name::register::{self, Entry};
use crate::law::{Citation, Document, Graph, Header, Outline, Titles};
use crate::model::Address;
use crate::model::instrument::normal_number;
use crate::store::Workspace;
use crate::text::{Lang, clean_line};
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Lists references. With `--repealed`, a reference that would point at nothing is an answer of "no".
pub(in crate::cli) fn run(context: &Context, args: &LawReferencesArgs) -> Result<Answer> {
    let source = file::source(context, &args.file, args.letters)?;
    let document = Document::read(&source.text);
    let others = others(context, args)?;
    let documents = others.iter().map(|(number, text)| (number.clone(), Document::read(text))).collect();
    let known = known(context)?;
    let titles = Titles::new(known.iter().map(|(number, title)| (number.as_str(), title.as_str())));
    let graph = Graph::around(&document, &documents, &titles);
    let lines = Lines::of(&source, &others, known);
    if !args.repealed.is_empty() {
        return repealed(context, &graph, &lines, args);
    }
    if let Some(to) = &args.to {
        return incoming(context, &graph, &lines, &args.file, to);
    }
    let mut table = table(context, "state");
    for citation in graph.citations() {
        let state = state(context, citation);
        table.push(row(context, &lines, citation, state));
    }
    context.answer(&table)?;
    Ok(Answer::Done)
}

/// The texts of the other instruments, by their numbers; a file without a number goes by its name.
fn others(context: &Context, args: &LawReferencesArgs) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    if args.catalogue {
        let workspace = Workspace::open(context.database())?;
        for row in workspace.instrument_rows()?.iter().filter(|row| row.versions > 0) {
            let text = workspace.applying_text(&row.number, context.today())?;
            found.extend(text.map(|text| (row.number.clone(), text)));
        }
    }
    for path in &args.beside {
        let text = file::source(context, path, args.letters)?.text;
        let number = Header::read(&Outline::read(&text)).number;
        let name = || path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        found.insert(number.map_or_else(name, |number| number.value), text);
    }
    Ok(found)
}

fn incoming(context: &Context, graph: &Graph, lines: &Lines, file: &Path, to: &str) -> Result<Answer> {
    let places = addresses(graph, file, to)?;
    let [address] = places.as_slice() else {
        return Err(Fault::usage(CliMessage::BadAddress.said(&[&to])));
    };
    let mut table = table(context, "reach");
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
    let mut table = table(context, "gone");
    for found in &dangling {
        let gone: Cell = match &found.gone {
            Gone::Whole => Cell::Named("whole", context.word(CliMessage::GoneWhole)),
            Gone::Part(places) => places.iter().map(Address::to_string).collect::<Vec<_>>().join("; ").into(),
        };
        table.push(row(context, lines, found.citation, gone));
    }
    context.answer(&table)?;
    Ok(if dangling.is_empty() { Answer::Done } else { Answer::No })
}

/// The titles of the catalogue by their numbers, where there is a workspace.
fn known(context: &Context) -> Result<BTreeMap<String, String>> {
    if !context.database().exists() {
        return Ok(BTreeMap::new());
    }
    let instruments = Workspace::open(context.database())?.all::<crate::model::Instrument>()?;
    Ok(instruments.into_iter().filter(|i| !i.title.is_empty()).map(|i| (i.number, i.title)).collect())
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

declare! {
    REFERENCE = "reference" of "law references" {
        "in", CliMessage::ReferenceIn, "text";
        "line", CliMessage::Line, "whole";
        "source", CliMessage::ReferenceSource, "text";
        "role", CliMessage::ReferenceRole, "text";
        "reference", CliMessage::ReferenceWords, "text";
        "instrument", CliMessage::Instrument, "text?";
        "title", CliMessage::ReferenceTitle, "text?";
        "place", CliMessage::ReferencePlace, "text";
        "state?", CliMessage::ReferenceState, "text";
        "reach?", CliMessage::ReferenceReach, "text";
        "gone?", CliMessage::ReferenceGone, "text";
    }
}

/// A table of references with one of its last columns, by what was asked.
fn table(context: &Context, last: &str) -> Table {
    let mut table = Table::of(&REFERENCE, context.lang);
    ["state", "reach", "gone"].iter().filter(|key| **key != last).for_each(|key| table.without(key));
    table
}

fn row(context: &Context, lines: &Lines, citation: &Citation, last: Cell) -> Vec<Cell> {
    let instrument: Cell = match &citation.instrument {
        Instrument::Own => Cell::Named("own", context.word(CliMessage::InstrumentOwn)),
        Instrument::Number(number) => number.clone().into(),
        Instrument::Unknown => Cell::Empty,
    };
    let title = match &citation.instrument {
        Instrument::Number(number) => {
            lines.3.get(number).cloned().or_else(|| register::of_number(number).map(Entry::title))
        }
        _ => None,
    };
    let place = citation.until.as_ref().map_or_else(
        || Cell::from(citation.place.to_string()),
        |until| {
            let shown = CliMessage::RangeUntil.with(context.lang, &[&citation.place, until]);
            Cell::Coded(CliMessage::RangeUntil.with(Lang::Vi, &[&citation.place, until]), shown)
        },
    );
    let number = citation.source.number.as_deref();
    vec![
        number.unwrap_or_default().into(),
        lines.line(number, citation.span.start).into(),
        citation.source.address.to_string().into(),
        Cell::worded(citation.role, context.lang),
        citation.words.clone().into(),
        instrument,
        title.into(),
        place,
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
    let (name, shown) = match missing {
        Missing::NoPlace(address) => ("no_such_place", CliMessage::NoSuchPlace.with(context.lang, &[address])),
        Missing::NoHolder(level) => {
            ("no_holder", CliMessage::NoHolder.with(context.lang, &[&level.word(context.lang)]))
        }
        Missing::UnknownName(name) => ("unknown_name", CliMessage::UnknownName.with(context.lang, &[name])),
        Missing::AmbiguousName { name, numbers } => {
            ("ambiguous_name", CliMessage::AmbiguousName.with(context.lang, &[name, &numbers.join(", ")]))
        }
        Missing::AmendedUnsaid => ("amended_unsaid", context.word(CliMessage::AmendedUnsaid).to_owned()),
    };
    Cell::Coded(name.to_owned(), shown)
}

/// Where the lines end: of the instrument, and of the others by number; the text that was asked about; the titles of instruments by number.
struct Lines(Vec<usize>, BTreeMap<String, Vec<usize>>, LegalText, BTreeMap<String, String>);

impl Lines {
    fn of(source: &LegalText, others: &BTreeMap<String, String>, titles: BTreeMap<String, String>) -> Self {
        let ends = |text: &str| text.match_indices('\n').map(|(at, _)| at).collect();
        let others = others.iter().map(|(number, text)| (normal_number(number), ends(text))).collect();
        Self(ends(&source.text), others, LegalText { text: String::new(), ..source.clone() }, titles)
    }

    /// The line of a byte in the text of an instrument, from 1: of the file that was asked about its own line, front matter counted.
    fn line(&self, number: Option<&str>, at: usize) -> usize {
        match number.and_then(|number| self.1.get(number)) {
            Some(ends) => ends.partition_point(|end| *end < at) + 1,
            None => self.2.source_line(self.0.partition_point(|end| *end < at) + 1),
        }
    }
}
