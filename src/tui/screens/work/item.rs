//! One assignment, review campaign, indicator or directive, as a page to be read, and what can be done to it.

use super::{Known, forms, moves};
use crate::model::AssignmentStatus;
use crate::reform::{part_on, whole_on};
use crate::store::Changed;
use crate::tui::command::{Can, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::layers::{Form, ask};
use crate::tui::place::Place;
use crate::tui::screen::{After, Around, Effect, Entry, Hit, Loader, Screen, Shared, Verb};
use crate::tui::screens::laid::laid;
use crate::tui::screens::scenarios::copied;
use crate::tui::widgets::pager::{Ink, Marked, Pager};
use crate::tui::world::Touch;
use crate::view::nouns::{assignment, campaign, directive, indicator};
use crate::words::screen::ScreenWord as W;
use crate::words::work_screen::WorkWord as K;
use crate::words::{Message, Result};
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;

const PUT: &str = "assignment.put-under-review";
const MOVE_IT: &str = "assignment.move";
const READ_IT: &str = "assignment.read-indicator";
const DIRECTIVE: &str = "assignment.directive";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "assignment",
    title: W::FollowUp,
    listed: false,
    under: "work",
    commands: &[
        command(MOVE_IT, &[], W::DoMoveWork, Group::Change, 0),
        command(PUT, &[], W::DoUnderReview, Group::Change, 0),
        command(READ_IT, &[], W::DoReadIndicator, Group::Change, 0),
        command(DIRECTIVE, &[], W::DoNewDirective, Group::Change, 0),
    ],
    open: |place, _| Box::new(Item::new(place)),
    count: |_| String::new(),
};

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Assignment,
    Campaign,
    Indicator,
    Directive,
}

const KINDS: [(What, &str, K); 4] = [
    (What::Assignment, "assignment", K::Assignment),
    (What::Campaign, "campaign", K::Campaign),
    (What::Indicator, "indicator", K::Indicator),
    (What::Directive, "directive", K::Directive),
];

/// The thing in hand.
#[derive(Debug)]
pub(in crate::tui) struct Item {
    code: String,
    what: What,
    page: Pager,
    known: Known,
    /// Of an assignment, where it stands as a whole.
    status: AssignmentStatus,
    /// The agencies that lead it, each with where its part stands.
    parts: Vec<(String, AssignmentStatus)>,
    gone: bool,
}

impl Item {
    fn new(place: &Place) -> Self {
        Self {
            code: place.about.clone(),
            what: KINDS.iter().find(|(_, name, _)| *name == place.tab).map_or(What::Assignment, |(what, ..)| *what),
            page: Pager::default(),
            known: Known::default(),
            status: AssignmentStatus::Open,
            parts: Vec::new(),
            gone: false,
        }
    }

    fn name(&self) -> (&'static str, K) {
        KINDS.iter().find(|(what, ..)| *what == self.what).map_or(("", K::Assignment), |(_, name, word)| (name, *word))
    }

    /// The form of a name, for a key, a draft and a command alike.
    fn form(&self, name: &str, shared: &Shared) -> Option<Form> {
        let campaign = || self.known.campaigns.iter().find(|campaign| campaign.code == self.code);
        let form = match name {
            "edit" => {
                let of = self.known.assignments.iter().find(|a| a.code == self.code)?;
                forms::assignment(Some(of), &self.known, shared)
            }
            "move" => {
                // Of one agency that leads its part; of several all that stand alike.
                let agency = if let [(agency, _)] = self.parts.as_slice() { Some(agency.as_str()) } else { None };
                let alike = self.parts.iter().all(|(_, status)| Some(status) == self.parts.first().map(|(_, s)| s));
                let is = if alike { self.parts.first().map_or(self.status, |(_, s)| *s) } else { self.status };
                moves::of_assignment(&self.code, agency, is, shared)
            }
            "outcome" => moves::outcome_of(campaign()?, None, &self.known, shared),
            "directive" => forms::directive(shared),
            "put" => moves::under_review(&self.code, shared),
            "read" => moves::reading(self.known.indicators.iter().find(|i| i.code == self.code)?, shared),
            _ => return None,
        };
        Some(form.drafted(self.place(), name))
    }

    fn opened(&self, name: &str, shared: &Shared) -> Option<Vec<Effect>> {
        Some(self.form(name, shared).map(Form::open).into_iter().collect())
    }

    /// Asks before it is removed.
    fn remove(&self, shared: &Shared) -> Effect {
        let (code, what) = (self.code.clone(), self.what);
        let title = K::RemoveTitle.with(shared.lang, &[&code]);
        ask::before(shared, title, Vec::new(), shared.word(W::DoDelete), move |_| {
            let code = code.clone();
            vec![Verb::plain("tui assignment remove", move |desk| {
                let removed = match what {
                    What::Campaign => desk.remove_campaign(&code, &[])?,
                    What::Indicator => desk.remove_indicator(&code)?,
                    What::Assignment | What::Directive => desk.remove_assignment(&code)?,
                };
                let after = After::said(K::Removed.said(&[&code])).then(vec![Effect::Back]);
                Ok(Changed { value: after, change: removed.change })
            })]
        })
    }
}

impl Screen for Item {
    fn place(&self) -> Place {
        Place::about("assignment", &self.code).tab(self.name().0)
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let (source, shared, code) = (from.source(), from.shared, self.code.as_str());
        self.known = Known::load(from)?;
        let ledger = from.workspace.ledger()?;
        let mut of = None;
        if let Some(found) = ledger.assignments.iter().find(|a| a.code == self.code) {
            let given = ledger.given(&found.directive);
            self.status = whole_on(found, &ledger, shared.today);
            let leads = crate::reform::bearers(&found.leads, &ledger.agencies);
            self.parts = leads
                .into_iter()
                .map(|lead| {
                    let status = part_on(found, &lead, given, shared.today).0;
                    (lead, status)
                })
                .collect();
            of = Some(found.directive.clone());
        }
        let page = match self.what {
            What::Assignment => assignment::page(&source, code)?,
            What::Campaign => campaign::page(&source, code)?,
            What::Indicator => indicator::page(&source, code)?,
            What::Directive => directive::page(&source, code)?,
        };
        self.gone = page.is_none();
        if let Some(page) = page {
            let title = self.title(shared);
            let mut marked = Marked::default();
            marked.line(&title, Some(Ink::Heading));
            marked.line("", None);
            let at = marked.text.len();
            let body = laid(page, of.as_deref(), shared);
            marked.text.push_str(&body.text);
            marked.inks.extend(body.inks.into_iter().map(|(piece, ink)| (piece.start + at..piece.end + at, ink)));
            let moved = |mut anchor: crate::tui::widgets::pager::Anchor| {
                anchor.at = anchor.at.start + at..anchor.at.end + at;
                anchor
            };
            marked.links.extend(body.links.into_iter().map(moved));
            marked.sections.extend(body.sections.into_iter().map(moved));
            self.page.take(marked);
        } else {
            let mut marked = Marked::default();
            marked.line(&K::Gone.with(shared.lang, &[&self.code]), Some(Ink::Warning));
            self.page.take(marked);
        }
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let left = format!("{} {}", shared.word(self.name().1), self.code);
        Around { left, right: format!("{}%", self.page.percent()), ..Around::default() }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.page.draw(shared, frame, area);
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        if self.gone && [id::EDIT, id::DELETE, MOVE_IT, PUT, READ_IT].contains(&what) {
            return Can::NotHere;
        }
        match (self.what, what) {
            (_, DIRECTIVE) => Can::Yes,
            (What::Assignment, id::EDIT | id::DELETE) => Can::Yes,
            (What::Assignment, MOVE_IT) => {
                Can::when(!self.status.next().is_empty(), || shared.word(K::NoNext).to_owned())
            }
            (What::Campaign, MOVE_IT | PUT | id::DELETE) => Can::Yes,
            (What::Indicator, READ_IT | id::DELETE) => Can::Yes,
            (What::Assignment, id::NEXT_PANE | id::PREVIOUS_PANE) => Can::Yes,
            (What::Assignment, id::OPEN) => {
                Can::when(self.page.link().is_some(), || shared.word(K::NoLinkYet).to_owned())
            }
            (_, what) => self.page.can(what, shared),
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        let word = match (self.what, what) {
            (What::Campaign, MOVE_IT) => K::Outcome,
            (What::Assignment, id::NEXT_PANE) => K::ToDirective,
            _ => return None,
        };
        Some(shared.word(word).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match (self.what, what) {
            (What::Assignment, id::OPEN) => {
                let place = self.page.link().map(|code| Place::about("assignment", code).tab("directive"));
                Some(place.map(Effect::Open).into_iter().collect())
            }
            (What::Assignment, id::NEXT_PANE | id::PREVIOUS_PANE) => {
                self.page.next_link(what == id::NEXT_PANE);
                Some(Vec::new())
            }
            (What::Assignment, id::EDIT) => self.opened("edit", shared),
            (What::Assignment, MOVE_IT) => self.opened("move", shared),
            (What::Campaign, MOVE_IT) => self.opened("outcome", shared),
            (What::Campaign, PUT) => self.opened("put", shared),
            (What::Indicator, READ_IT) => self.opened("read", shared),
            (_, DIRECTIVE) => self.opened("directive", shared),
            (_, id::DELETE) => Some(vec![self.remove(shared)]),
            (_, id::COPY) => Some(copied(&self.page, shared)),
            (_, what) => self.page.run(what).then(Vec::new),
        }
    }

    fn clicked(&mut self, hit: &Hit, _shared: &Shared) -> bool {
        if let Hit::Link(at) = hit {
            self.page.take_link(*at);
        }
        matches!(hit, Hit::Link(_))
    }

    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        self.page.key(key).then(Vec::new)
    }

    fn reopen(&mut self, draft: &Draft, shared: &Shared) -> Vec<Effect> {
        let form = self.form(&draft.form, shared);
        form.map(|form| form.filled(&draft.answers).open()).into_iter().collect()
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        Some(shared.command_line(&format!("{} show {}", self.name().0, shell_words::quote(&self.code))))
    }
}

impl Item {
    /// What it is called, in the language of people.
    fn title(&self, shared: &Shared) -> String {
        let (lang, known, code) = (shared.lang, &self.known, &self.code);
        let name = match self.what {
            What::Assignment => known.assignments.iter().find(|a| a.code == *code).map(|a| a.title_in(lang)),
            What::Campaign => known.campaigns.iter().find(|c| c.code == *code).map(|c| c.name_in(lang)),
            What::Indicator => known.indicators.iter().find(|i| i.code == *code).map(|i| i.name_in(lang)),
            What::Directive => known.directives.iter().find(|d| d.code == *code).map(|d| d.name_in(lang)),
        };
        name.unwrap_or(code).to_owned()
    }
}
