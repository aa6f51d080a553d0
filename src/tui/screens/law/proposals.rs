//! What measures propose against what is in force: words, lines, side by side, or the table of four columns; and two versions beside each other.

use super::columns::{Columned, Inked, beside, rule, spelled};
use super::reading::{Reading, is_open};
use crate::law::address::{Pair, align};
use crate::law::compare::{Options, Row, View, compare, rows};
use crate::law::name::place::address_of;
use crate::law::{Document, Outline, Side, words};
use crate::model::{CountsAs, InstrumentVersion, Measure};
use crate::report::{explanation, place};
use crate::text::clean::collapse;
use crate::tui::screen::Shared;
use crate::tui::widgets::pager::{Ink, Marked};
use crate::words::Message;
use crate::words::compare::CompareWord;
use crate::words::law_screen::LawScreenWord as L;
use ratatui::Frame;
use ratatui::layout::Rect;

/// From so many columns on, texts stand side by side.
const SIDE: u16 = 100;

/// The views in which a proposal is shown, in their order.
const VIEWS: [View; 4] = [View::Words, View::Unified, View::Side, View::Table];

/// What a view is called.
fn name(view: View) -> L {
    match view {
        View::Words => L::ViewWords,
        View::Unified => L::ViewLines,
        View::Side => L::ViewSide,
        View::Table => L::ViewTable,
    }
}

/// A measure with the text in force that it changes.
#[derive(Debug)]
struct Proposal {
    title: String,
    current: String,
    proposed: String,
    /// Whether it says nothing of the text, and does not abolish it either.
    silent: bool,
    /// Whether the text that the measure was made on is another than the one in force.
    moved: bool,
}

/// What is proposed for the provision in hand.
#[derive(Debug, Default)]
pub(super) struct Proposals {
    all: Vec<Proposal>,
    /// Whether they are of the whole instrument, because none is of the provision in hand.
    whole: bool,
    view: usize,
    pub(super) shown: Columned,
}

impl Proposals {
    /// Takes what is proposed for the provision in hand; where nothing is, what is proposed for the instrument.
    pub(super) fn take(&mut self, reading: &Reading, shared: &Shared) {
        let here = reading.measures_here();
        self.whole = here.is_empty();
        let of: Vec<&Measure> =
            if self.whole { reading.measures.iter().filter(|m| is_open(m)).collect() } else { here };
        self.all = of.into_iter().map(|measure| proposal(measure, reading, shared)).collect();
        self.shown.renew();
    }

    /// Goes on to the next view for which there is room.
    pub(super) fn next_view(&mut self, shared: &Shared) {
        self.view = (self.view + 1) % VIEWS.len();
        if VIEWS[self.view] == View::Side && shared.size.0 < SIDE {
            self.view = (self.view + 1) % VIEWS.len();
        }
        self.shown.renew();
    }

    /// What the context row says.
    pub(super) fn told(&self, shared: &Shared) -> String {
        let view = shared.word(name(self.view(shared)));
        L::CompareTold.with(shared.lang, &[&self.all.len(), &view])
    }

    fn view(&self, shared: &Shared) -> View {
        match VIEWS[self.view] {
            View::Side if shared.size.0 < SIDE => View::Unified,
            view => view,
        }
    }

    pub(super) fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.shown.draw(shared, frame, area, |cells| self.page(shared, cells));
    }

    fn page(&self, shared: &Shared, cells: usize) -> Marked {
        let mut page = Marked::default();
        if self.all.is_empty() {
            page.line(shared.word(L::NothingProposed), None);
            return page;
        }
        if self.whole {
            page.line(shared.word(L::NothingProposedHere), Some(Ink::Faint));
            page.line("", None);
        }
        for one in &self.all {
            page.section(&one.title);
            if one.moved {
                page.line(&format!("▲ {}", shared.word(L::TextMoved)), Some(Ink::Warning));
            }
            if one.silent {
                page.line(shared.word(L::NoText), Some(Ink::Faint));
            } else {
                self.one(one, shared, cells, &mut page);
            }
            page.line("", None);
        }
        page
    }

    fn one(&self, one: &Proposal, shared: &Shared, cells: usize, page: &mut Marked) {
        let pieces = words(&one.current, &one.proposed);
        let view = self.view(shared);
        let word = |word: CompareWord| Inked::plain(shared.word(word), Some(Ink::Heading));
        match view {
            View::Words => {
                spelled(page, &pieces);
                page.line("", None);
            }
            View::Unified => {
                let (old, new) = (Document::read_fragment(&one.current), Document::read_fragment(&one.proposed));
                let comparison = compare(&old, &new, Options::default());
                for row in rows(&comparison, false) {
                    page.line(&format!("{}: {}", place(&row), explanation(&row, shared.lang)), Some(Ink::Faint));
                    for (sign, side) in [("−", Side::Old), ("+", Side::New)] {
                        let text = Inked::side(&row.pieces, side);
                        if !text.text.trim().is_empty() {
                            beside(page, &[(&Inked::plain(sign, None), 1), (&text, cells.saturating_sub(4))]);
                        }
                    }
                }
            }
            View::Side => {
                let half = cells.saturating_sub(3) / 2;
                beside(page, &[(&word(CompareWord::Current), half), (&word(CompareWord::Proposed), half)]);
                rule(page, cells);
                beside(page, &[(&Inked::side(&pieces, Side::Old), half), (&Inked::side(&pieces, Side::New), half)]);
            }
            View::Table => {
                let (old, new) = (Document::read_fragment(&one.current), Document::read_fragment(&one.proposed));
                let comparison = compare(&old, &new, Options::default());
                let (count, explained) = (4, (cells / 5).max(12));
                let text = cells.saturating_sub(count + explained + 9) / 2;
                let widths = [count, text, text, explained];
                let titles =
                    [CompareWord::Number, CompareWord::Current, CompareWord::Proposed, CompareWord::Explanation];
                let head = titles.map(word);
                let line = |page: &mut Marked, row: &[Inked; 4]| {
                    let row: Vec<(&Inked, usize)> = row.iter().zip(widths).collect();
                    beside(page, &row);
                    rule(page, cells);
                };
                line(page, &head);
                for (at, row) in rows(&comparison, false).iter().enumerate() {
                    line(page, &cells_of(at, row, shared));
                }
            }
        }
    }
}

/// A row of the table of four columns.
fn cells_of(at: usize, row: &Row<'_>, shared: &Shared) -> [Inked; 4] {
    let told = format!("{}: {}", place(row), explanation(row, shared.lang));
    [
        Inked::plain(&(at + 1).to_string(), None),
        Inked::side(&row.pieces, Side::Old),
        Inked::side(&row.pieces, Side::New),
        Inked::plain(&told, Some(Ink::Faint)),
    ]
}

fn proposal(measure: &Measure, reading: &Reading, shared: &Shared) -> Proposal {
    let provision = measure.provision.as_deref().unwrap_or_default();
    let in_force = address_of(provision).and_then(|aim| reading.find(&aim)).map(|unit| reading.text_of(unit));
    let current = in_force.unwrap_or(&measure.current_text).to_owned();
    let told = measure.current_text.trim();
    let moved = in_force.is_some_and(|text| !told.is_empty() && collapse(text) != collapse(told));
    let status = measure.status().map(|status| status.word(shared.lang)).unwrap_or_default();
    let title = format!("{} · {provision} · {} ({status})", measure.code, measure.title);
    let kind = shared.world.kinds.iter().find(|kind| kind.id == measure.kind);
    let abolishes = kind.is_some_and(|kind| kind.counts_as == CountsAs::Abolished);
    let silent = measure.proposed_text.trim().is_empty() && !abolishes;
    Proposal { title, current, proposed: measure.proposed_text.clone(), silent, moved }
}

/// How a provision stands in two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Same,
    Different,
    OldOnly,
    NewOnly,
}

/// Two versions of the instrument beside each other, provision by provision.
#[derive(Debug, Default)]
pub(super) struct Versions {
    /// Their names.
    pub(super) names: Option<(String, String)>,
    pairs: Vec<(Inked, Inked, Change)>,
    pub(super) shown: Columned,
}

impl Versions {
    /// Those of these names, once the instrument is read.
    pub(super) fn of(names: Option<(String, String)>) -> Self {
        Self { names, ..Self::default() }
    }

    /// Takes the two that were chosen; where none were, the last two.
    pub(super) fn take(&mut self, reading: &Reading) {
        let all = &reading.versions;
        let find = |name: &str| all.iter().find(|version| version.name == name);
        let chosen = self.names.as_ref().and_then(|(old, new)| find(old).zip(find(new)));
        let last = all.len().checked_sub(2).and_then(|at| all.get(at)).zip(all.last());
        let Some((old, new)) = chosen.or(last) else {
            *self = Self::default();
            return;
        };
        self.names = Some((old.name.clone(), new.name.clone()));
        self.pairs = pairs(old, new);
        self.shown.renew();
    }

    /// How many provisions differ.
    pub(super) fn changes(&self) -> usize {
        self.pairs.iter().filter(|(.., change)| *change != Change::Same).count()
    }

    /// Goes to the next or the previous provision that differs.
    pub(super) fn next_change(&mut self, forward: bool) {
        let pager = self.shown.pager.get_mut();
        let count = pager.marked.sections.len();
        let now = pager.section();
        let at_it = now.is_some_and(|at| pager.marked.sections[at].at.start == pager.top_byte());
        let to = match (forward, now) {
            (true, None) => 0,
            (true, Some(at)) => (at + 1).min(count.saturating_sub(1)),
            (false, Some(at)) if !at_it => at,
            (false, at) => at.unwrap_or(0).saturating_sub(1),
        };
        pager.go_section(to);
    }

    pub(super) fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.shown.draw(shared, frame, area, |cells| self.page(shared, cells));
    }

    fn page(&self, shared: &Shared, cells: usize) -> Marked {
        let mut page = Marked::default();
        let Some((old, new)) = &self.names else {
            page.line(shared.word(L::OneVersion), None);
            return page;
        };
        let half = cells.saturating_sub(5) / 2;
        let name = |name: &str| Inked::plain(&super::version_name(name, shared.lang), Some(Ink::Heading));
        beside(&mut page, &[(&Inked::plain("  ", None), 2), (&name(old), half.saturating_sub(1)), (&name(new), half)]);
        rule(&mut page, cells);
        for (old, new, change) in &self.pairs {
            let sign = match change {
                Change::Same => " ",
                Change::Different => "≠",
                Change::OldOnly => "−",
                Change::NewOnly => "+",
            };
            let start = page.text.len();
            beside(&mut page, &[(&Inked::plain(sign, None), 1), (old, half.saturating_sub(1)), (new, half)]);
            if *change != Change::Same {
                let at = start..page.text.len();
                page.sections.push(crate::tui::widgets::pager::Anchor { at, name: String::new() });
            }
        }
        page
    }
}

/// The provisions of two versions beside each other.
fn pairs(old: &InstrumentVersion, new: &InstrumentVersion) -> Vec<(Inked, Inked, Change)> {
    let (old, new) = (Outline::read(&old.text), Outline::read(&new.text));
    let own = |outline: &Outline<'_>, at: usize| {
        let range = outline.units.get(at).map_or(0..0, |u| u.start..u.own_end);
        outline.text.get(range).unwrap_or_default().to_owned()
    };
    let pair = |pair: Pair| match pair {
        Pair::Old(a) => (Inked::plain(&own(&old, a), Some(Ink::Removed)), Inked::default(), Change::OldOnly),
        Pair::New(b) => (Inked::default(), Inked::plain(&own(&new, b), Some(Ink::Added)), Change::NewOnly),
        Pair::Both(a, b) => {
            let (a, b) = (own(&old, a), own(&new, b));
            if collapse(&a) == collapse(&b) {
                return (Inked::plain(&a, None), Inked::plain(&b, None), Change::Same);
            }
            let pieces = words(&a, &b);
            (Inked::side(&pieces, Side::Old), Inked::side(&pieces, Side::New), Change::Different)
        }
    };
    align(&old, &new).into_iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::VersionKind;

    fn version(name: &str, text: &str) -> InstrumentVersion {
        InstrumentVersion {
            instrument: "1/2030/TT-BT".into(),
            name: name.into(),
            kind: VersionKind::Original,
            from: None,
            source: String::new(),
            text: text.into(),
        }
    }

    #[test]
    fn provisions_of_two_versions_stand_beside_each_other() {
        let old = version("original", "Điều 1. Một\n1. Cũ.\nĐiều 2. Hai\nGiữ.\nĐiều 3. Bỏ\n");
        let new = version("b", "Điều 1. Một\n1. Mới.\n2. Thêm.\nĐiều 2. Hai\nGiữ.\n");
        let told: Vec<Change> = pairs(&old, &new).into_iter().map(|(.., change)| change).collect();
        let same = told.iter().filter(|change| **change == Change::Same).count();
        assert_eq!(told.iter().filter(|change| **change == Change::Different).count(), 1);
        assert!(told.contains(&Change::NewOnly) && told.contains(&Change::OldOnly) && same >= 2, "{told:?}");
    }
}
