//! What a provision has to do with: the measures that change it, what refers to it and what it refers to, the procedures that rest on it.

use super::reading::Reading;
use crate::law::cite::{Instrument, Missing, Outcome, Reach, Role};
use crate::law::{Citation, Graph};
use crate::model::{Address, VersionKind};
use crate::store::Resting;
use crate::text::clean_line;
use crate::text::date;
use crate::text::width::{cut, wrap};
use crate::tui::place::Place;
use crate::tui::screen::Shared;
use crate::view::answers::Holds;
use crate::view::{Column, Table};
use crate::words::Message;
use crate::words::cli::CliMessage;
use crate::words::law_screen::LawScreenWord as L;
use ratatui::text::Line;
use std::collections::{BTreeMap, BTreeSet};

/// Where one goes from a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Goes {
    /// To another screen, or another instrument.
    Open(Place),
    /// To a byte of the text.
    Byte(usize),
    /// To a provision of the text.
    Provision(Address),
    /// Nowhere, for this reason.
    Nowhere(String),
}

/// A line.
#[derive(Debug, Clone)]
struct One {
    group: L,
    code: String,
    title: String,
    place: String,
    note: String,
    goes: Goes,
}

/// How many there are of each kind, and whether something would point at nothing.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    measures: usize,
    incoming: usize,
    dangling: usize,
    outgoing: usize,
    procedures: usize,
}

/// What the provision in hand has to do with.
#[derive(Debug, Default)]
pub(super) struct Related {
    all: Vec<One>,
    counts: Counts,
}

impl Related {
    /// Finds it.
    pub(super) fn of(reading: &Reading, shared: &Shared) -> Self {
        let lang = shared.lang;
        let mut all = Vec::new();
        let here = reading.address();
        let measures =
            if here.is_some() { reading.measures_here() } else { reading.measures.iter().collect::<Vec<_>>() };
        for measure in &measures {
            let status = measure.statuses.last();
            let note = status.map(|s| format!("{} {}", s.status.word(lang), date::short(s.date, lang)));
            all.push(One {
                group: L::GroupMeasures,
                code: measure.code.clone(),
                title: measure.title.clone(),
                place: measure.provision.clone().unwrap_or_default(),
                note: note.unwrap_or_default(),
                goes: Goes::Open(Place::about("procedure", &measure.regulation).tab("measures").at(&measure.code)),
            });
        }
        let mut counts = Counts { measures: measures.len(), ..Counts::default() };
        if !reading.text().is_empty() {
            let graph = reading.graph(&shared.world.instruments);
            if let Some(here) = here {
                let incoming = incoming(graph, reading, here, shared);
                counts.dangling = incoming.iter().filter(|(_, dangles)| *dangles).count();
                counts.incoming = incoming.len();
                all.extend(incoming.into_iter().map(|(one, _)| one));
            }
            let whole = Address::default();
            let outgoing = outgoing(graph, &reading.instrument.number, here.unwrap_or(&whole), shared);
            counts.outgoing = outgoing.len();
            all.extend(outgoing);
        }
        let mut resting: Vec<(bool, &Resting)> = reading.resting.iter().map(|r| (reading.rests_here(r), r)).collect();
        resting.sort_by_key(|(here, _)| !here);
        counts.procedures = resting.iter().filter(|(here, _)| *here).count();
        all.extend(resting.into_iter().map(|(here, resting)| One {
            group: if here { L::GroupProcedures } else { L::GroupOtherProcedures },
            code: resting.regulation.clone(),
            title: resting.name.clone(),
            place: resting.provision.clone().unwrap_or_else(|| shared.word(L::WholeInstrument).to_owned()),
            note: String::new(),
            goes: Goes::Open(Place::about("procedure", &resting.regulation)),
        }));
        Self { all, counts }
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Where one goes from the line of a key.
    pub(super) fn goes(&self, key: &str) -> Option<&Goes> {
        Some(&self.all.get(key.parse::<usize>().ok()?)?.goes)
    }

    /// The whole line of a key, for the row in hand.
    pub(super) fn told(&self, key: &str, cells: usize) -> Vec<Line<'static>> {
        let Some(one) = key.parse::<usize>().ok().and_then(|at| self.all.get(at)) else { return Vec::new() };
        let head = [one.code.as_str(), &one.title].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
        let rest = [one.place.as_str(), &one.note].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
        let mut lines = wrap(&head, cells);
        lines.truncate(12);
        lines.extend(wrap(&rest.join(" · "), cells));
        lines.into_iter().map(Line::raw).collect()
    }

    /// The lines as a list, and before which of them the title of a group stands.
    pub(super) fn table(&self, shared: &Shared) -> (Table, BTreeMap<String, String>) {
        let column = |key, word: L| Column::new(key, shared.word(word).to_owned());
        let mut table = Table::new(
            "related",
            vec![
                Column { holds: Holds::Whole, ..column("number", L::ColumnNumber) },
                column("relation", L::ColumnRelation),
                column("code", L::ColumnCode),
                column("what", L::ColumnWhat),
                column("place", L::ColumnPlace),
                column("note", L::ColumnNote),
            ],
        );
        let mut groups = BTreeMap::new();
        let mut last = None;
        for (at, one) in self.all.iter().enumerate() {
            if last != Some(one.group) {
                let count = self.all.iter().filter(|other| other.group == one.group).count();
                groups.insert(at.to_string(), format!("{} {count}", shared.word(one.group)));
                last = Some(one.group);
            }
            table.rows.push(vec![
                at.into(),
                shared.word(one.group).into(),
                one.code.clone().into(),
                one.title.clone().into(),
                one.place.clone().into(),
                one.note.clone().into(),
            ]);
        }
        (table, groups)
    }

    /// What stands beside the text: two lines below it, or a pane.
    pub(super) fn beside(&self, reading: &Reading, shared: &Shared, cells: usize) -> Vec<Line<'static>> {
        let (lang, counts) = (shared.lang, self.counts);
        let held = held(reading, shared);
        if !shared.wide() {
            let first = self.all.first().filter(|one| one.group == L::GroupMeasures);
            let first = first.map(|one| format!(": {} {}", one.code, one.note)).unwrap_or_default();
            let above = L::BesideCounts.with(lang, &[&counts.measures, &first, &counts.procedures]);
            let below = L::BesideReferences.with(lang, &[&counts.incoming, &counts.outgoing]);
            let below = [below, held].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
            return vec![Line::raw(cut(&above, cells)), Line::raw(cut(&below, cells))];
        }
        let mut lines: Vec<Line<'static>> = Vec::new();
        let counted = |word: L, count: usize| {
            let label = shared.word(word);
            let gap = cells.saturating_sub(crate::text::width::width(label) + count.to_string().len());
            Line::styled(format!("{label}{}{count}", " ".repeat(gap)), shared.theme.heading())
        };
        let of = |group: L| self.all.iter().filter(move |one| one.group == group);
        lines.push(counted(L::GroupMeasures, counts.measures));
        for one in of(L::GroupMeasures).take(4) {
            lines.push(Line::raw(cut(&format!(" {} {}", one.code, one.note), cells)));
            lines.push(Line::styled(cut(&format!("  {}", one.title), cells), shared.theme.faint()));
        }
        lines.push(Line::raw(""));
        lines.push(counted(L::GroupProcedures, counts.procedures));
        let procedures: Vec<String> =
            of(L::GroupProcedures).map(|one| format!(" {} {}", one.code, one.title)).collect();
        lines.extend(procedures.iter().take(5).map(|text| Line::raw(cut(text, cells))));
        if procedures.len() > 5 {
            let more = L::MoreProcedures.with(lang, &[&(procedures.len() - 5)]);
            lines.push(Line::styled(format!(" {more}"), shared.theme.faint()));
        }
        lines.push(Line::raw(""));
        lines.push(counted(L::GroupIncoming, counts.incoming));
        lines.push(counted(L::GroupOutgoing, counts.outgoing));
        if reading.address().is_some() {
            let said = match counts.dangling {
                0 => shared.word(L::NothingDangles).to_owned(),
                n => L::Dangles.with(lang, &[&n]),
            };
            lines.extend(wrap(&said, cells.saturating_sub(1)).into_iter().map(|line| Line::raw(format!(" {line}"))));
        }
        if !held.is_empty() {
            lines.push(Line::raw(""));
            let said = wrap(&held, cells.saturating_sub(1)).into_iter();
            lines.extend(said.map(|line| Line::styled(format!(" {line}"), shared.theme.warning())));
        }
        lines
    }
}

/// A warning where the text as issued is all that there is.
fn held(reading: &Reading, shared: &Shared) -> String {
    let original = reading.heads.iter().all(|head| head.kind == VersionKind::Original) && !reading.heads.is_empty();
    match reading.instrument.issued {
        _ if !original => String::new(),
        Some(day) => L::OnlyOriginalOf.with(shared.lang, &[&date::short(day, shared.lang)]),
        None => shared.word(L::OnlyOriginal).to_owned(),
    }
}

/// What refers to a provision inside the instrument, with whether it would point at nothing once that is repealed; those first.
fn incoming(graph: &Graph, reading: &Reading, here: &Address, shared: &Shared) -> Vec<(One, bool)> {
    let number = reading.instrument.number.as_str();
    let repealed = BTreeSet::from([here.clone()]);
    let dangling = graph.dangling(Some(number), &repealed);
    let key = |citation: &Citation| (citation.source.number.clone(), citation.span.start, citation.place.clone());
    let keys: BTreeSet<_> = dangling.iter().map(|d| key(d.citation)).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let mut take = |citation: &Citation, reach: Reach| {
        // What names the whole instrument says nothing about the place, nor does the provision about itself.
        let own = reading.is_own(citation);
        let inside = own && here.holds(&citation.source.address);
        if reach == Reach::Instrument || inside || !seen.insert(key(citation)) {
            return;
        }
        let dangles = keys.contains(&key(citation));
        let note = match (dangles, reach) {
            (true, _) => shared.word(L::WouldDangle),
            (_, Reach::Itself) => shared.word(CliMessage::ReachItself),
            (_, Reach::Range) => shared.word(CliMessage::ReachRange),
            (_, Reach::Holder | Reach::Instrument) => shared.word(CliMessage::ReachHolder),
        };
        let other = citation.source.number.clone().filter(|_| !own).unwrap_or_default();
        let place = citation.source.address.to_string();
        let goes = match own {
            true => Goes::Byte(citation.span.start),
            false => Goes::Open(Place::about("law", &other).at(&place)),
        };
        let title = clean_line(&citation.words);
        let one = One { group: L::GroupIncoming, code: other, title, place, note: note.to_owned(), goes };
        found.push((one, dangles));
    };
    for incoming in graph.incoming(Some(number), here) {
        take(incoming.citation, incoming.reach);
    }
    // What names a part of the provision dangles with it.
    for one in &dangling {
        take(one.citation, Reach::Itself);
    }
    found.sort_by_key(|(_, dangles)| !dangles);
    found
}

/// What a provision refers to.
fn outgoing(graph: &Graph, number: &str, here: &Address, shared: &Shared) -> Vec<One> {
    // That the instrument speaks of itself says nothing.
    let says = |citation: &&Citation| citation.instrument != Instrument::Own || !citation.place.is_whole();
    let cited = graph.outgoing(Some(number), here).filter(|citation| citation.role == Role::Target).filter(says);
    cited
        .map(|citation| {
            let goes = goes(citation, shared);
            let place = match citation.number() {
                Some(other) if other != number => match citation.place.is_whole() {
                    true => other.to_owned(),
                    false => format!("{} {other}", citation.place),
                },
                _ => citation.place.to_string(),
            };
            let note = if let Goes::Nowhere(why) = &goes { why.clone() } else { String::new() };
            One { group: L::GroupOutgoing, code: String::new(), title: clean_line(&citation.words), place, note, goes }
        })
        .collect()
}

/// Where a reference leads.
pub(super) fn goes(citation: &Citation, shared: &Shared) -> Goes {
    let lang = shared.lang;
    if let Outcome::Missing(missing) = &citation.outcome {
        return Goes::Nowhere(match missing {
            Missing::NoPlace(address) => CliMessage::NoSuchPlace.with(lang, &[address]),
            Missing::NoHolder(level) => CliMessage::NoHolder.with(lang, &[&level.word(lang)]),
            Missing::UnknownName(name) => CliMessage::UnknownName.with(lang, &[name]),
            Missing::AmbiguousName { name, numbers } => {
                CliMessage::AmbiguousName.with(lang, &[name, &numbers.join(", ")])
            }
            Missing::AmendedUnsaid => shared.word(CliMessage::AmendedUnsaid).to_owned(),
        });
    }
    match &citation.instrument {
        Instrument::Own if citation.place.is_whole() => Goes::Nowhere(shared.word(L::ThisInstrument).to_owned()),
        Instrument::Own => Goes::Provision(citation.place.clone()),
        Instrument::Number(number) if shared.world.instruments.iter().any(|(known, _)| known == number) => {
            let at = if citation.place.is_whole() { String::new() } else { citation.place.to_string() };
            Goes::Open(Place::about("law", number).at(&at))
        }
        Instrument::Number(number) => Goes::Nowhere(L::InstrumentNotHere.with(lang, &[number])),
        Instrument::Unknown => Goes::Nowhere(shared.word(L::InstrumentUnknown).to_owned()),
    }
}
