//! The documents: what they are about and in which form at the left, what they say at the right; written to a file and opened from here.

mod made;
mod preview;
mod verify;
mod write;

use crate::model::Stage;
use crate::report::amending::FORMS;
use crate::report::{Form as Ending, Report, Template, templates};
use crate::text::width::{left, wrap};
use crate::text::{Period, fold};
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::layers::{Chooser, Item};
use crate::tui::place::Place;
use crate::tui::screen::{Around, Effect, Entry, Loader, Screen, Shared, Wish, Work};
use crate::tui::widgets::pager::Pager;
use crate::tui::world::Touch;
use crate::words::document_screen::DocumentWord as D;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result, capital};
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Block, BorderType};
use std::path::{Path, PathBuf};
use std::rc::Rc;

const OPEN_FILE: &str = "documents.open-file";

/// Every document of what is asked for, into a folder.
const DOSSIER: &str = "documents.dossier";

/// Whether the data file still gives a document.
pub(in crate::tui) const VERIFY: &str = "documents.verify";

const COMMANDS: &[Command] = &[
    command(DOSSIER, &[], W::DoDossier, Group::Write, 0),
    command(VERIFY, &[], W::DoVerify, Group::Look, 0),
    command(OPEN_FILE, &[], W::DoOpenFile, Group::Go, 0),
];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "documents",
    title: W::Documents,
    listed: true,
    under: "documents",
    commands: COMMANDS,
    open: |place, shared| Box::new(Documents::new(place, shared)),
    count: |shared| super::count(Report::ALL.len() + 1, shared.lang),
};

/// How wide the choices are.
const CHOICES: u16 = 30;

/// A choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Document,
    About,
    Period,
    Stage,
    Programme,
    Ending,
}

/// What the documents are made of and as what.
#[derive(Debug, Clone)]
struct Asked {
    /// The report; nothing for the draft of the amending instrument.
    report: Option<Report>,
    /// The name of the template, of those that tell of this report first.
    template: String,
    /// All, a code, `agency:BTP`, `scenario:kb-1`, `instrument:68/2020/QH14`.
    about: String,
    /// The month, quarter or year of a report of progress; the month of today where none is chosen.
    period: Option<Period>,
    stage: Stage,
    programme: Option<String>,
    ending: String,
}

/// The documents in hand.
#[derive(Debug)]
pub(in crate::tui) struct Documents {
    asked: Asked,
    /// The templates there are.
    templates: Vec<Template>,
    at: usize,
    on_text: bool,
    pager: Pager,
    /// The preview that is asked for.
    wish: Wish,
    warnings: usize,
    fault: Option<String>,
    /// The file that was written last.
    written: Option<String>,
    /// A folder of templates of one's own.
    own: Option<PathBuf>,
}

/// What a document is called on its tab and in the name of its file; none is the amending instrument.
fn words(report: Option<Report>) -> (D, D) {
    match report {
        Some(Report::Proposal) => (D::TabProposal, D::FileProposal),
        Some(Report::Progress) => (D::TabProgress, D::FileProgress),
        Some(Report::Cost) => (D::TabCost, D::FileCost),
        Some(Report::Ranking) => (D::TabRanking, D::FileRanking),
        Some(Report::Sheet) => (D::TabSheet, D::FileSheet),
        Some(Report::SheetComparison) => (D::TabSheetComparison, D::FileSheetComparison),
        Some(Report::Scenario) => (D::TabScenario, D::FileScenario),
        Some(Report::Uncertainty) => (D::TabUncertainty, D::FileUncertainty),
        Some(Report::Lapses) => (D::TabLapses, D::FileLapses),
        Some(Report::Review) => (D::TabReview, D::FileReview),
        Some(Report::Reminder) => (D::TabReminder, D::FileReminder),
        None => (D::TabAmending, D::FileAmending),
    }
}

impl Documents {
    fn new(place: &Place, shared: &Shared) -> Self {
        let report = match place.tab.as_str() {
            "amending" => None,
            name => Some(Report::parse(name).unwrap_or(Report::Proposal)),
        };
        let about = if place.about.is_empty() { "all".to_owned() } else { place.about.clone() };
        let ending = shared.kept.get("document-ending").unwrap_or("docx").to_owned();
        let template = report.map_or("", Report::name).to_owned();
        let asked = Asked { report, template, about, period: None, stage: Stage::Planned, programme: None, ending };
        Self {
            asked,
            templates: Vec::new(),
            at: 0,
            on_text: false,
            pager: Pager::default(),
            wish: Wish::default(),
            warnings: 0,
            fault: None,
            written: None,
            own: None,
        }
    }

    /// The tab of the document.
    fn tab_name(&self) -> &'static str {
        self.asked.report.map_or("amending", Report::name)
    }

    /// What can be chosen of the document in hand.
    fn chosen(&self) -> Vec<Choice> {
        let named = self.templates.iter().find(|template| template.name == self.asked.template);
        let periods = named.is_some_and(|template| template.data.contains(&Report::Progress));
        let all = [Choice::Document, Choice::About, Choice::Period, Choice::Stage, Choice::Programme, Choice::Ending];
        all.into_iter().filter(|choice| *choice != Choice::Period || periods).collect()
    }

    /// The choice in hand.
    fn choice(&self) -> Choice {
        self.chosen().get(self.at).copied().unwrap_or(Choice::Document)
    }

    fn chooser(&self, shared: &Shared) -> Effect {
        let of = |value: String, set: fn(&mut Asked, String)| {
            move |_: &Shared| -> Vec<Effect> { vec![choose(value.clone(), set)] }
        };
        let (lang, title) = (shared.lang, self.label(self.choice(), shared));
        let items: Vec<Item> = match self.choice() {
            Choice::Period => [Period::month_of, Period::quarter_of, Period::year_of]
                .into_iter()
                .flat_map(|of_day| [of_day(shared.today), of_day(shared.today).before()])
                .map(|period| {
                    let set = of(period.to_string(), |asked, value| asked.period = Period::parse(&value));
                    Item::new(capital(&period.name(lang)), "", set).also(&period.to_string())
                })
                .collect(),
            Choice::Stage => Stage::ALL
                .iter()
                .map(|stage| {
                    Item::new(
                        stage.word(lang),
                        "",
                        of(stage.name().to_owned(), |asked, value| {
                            asked.stage = Stage::parse(&value).unwrap_or(asked.stage);
                        }),
                    )
                })
                .collect(),
            Choice::Programme => std::iter::once((String::new(), shared.word(D::AllProgrammes).to_owned()))
                .chain(
                    shared
                        .world
                        .snapshot
                        .programmes
                        .iter()
                        .map(|p| (p.code.clone(), format!("{} {}", p.code, p.name_in(lang)))),
                )
                .map(|(code, label)| {
                    Item::new(
                        label,
                        "",
                        of(code, |asked, value| asked.programme = Some(value).filter(|v| !v.is_empty())),
                    )
                })
                .collect(),
            Choice::Document => self
                .templates
                .iter()
                .filter(|template| template.data.first().copied() == self.asked.report)
                .map(|template| {
                    let set = of(template.name.clone(), |asked, value| asked.template = value);
                    Item::new(&template.title, &template.reader, set).also(&template.name)
                })
                .collect(),
            Choice::Ending => endings(self.asked.report)
                .map(|ending| {
                    let label = format!("{} (.{ending})", shared.word(ending_word(ending)));
                    Item::new(label, "", of(ending.to_owned(), |asked, value| asked.ending = value))
                })
                .collect(),
            Choice::About => return about_chooser(title, shared),
        };
        Effect::Over(Box::new(Chooser::new(title, items)))
    }

    fn label(&self, choice: Choice, shared: &Shared) -> String {
        let word = match choice {
            Choice::Document => D::Document,
            Choice::About => D::About,
            Choice::Period => D::Period,
            Choice::Stage => D::Stage,
            Choice::Programme => D::Programme,
            Choice::Ending => D::Ending,
        };
        shared.word(word).to_owned()
    }

    fn value(&self, choice: Choice, shared: &Shared) -> String {
        match choice {
            Choice::Document => {
                let named = self.templates.iter().find(|template| template.name == self.asked.template);
                named.map_or_else(|| shared.word(D::TabAmending).to_owned(), |template| template.title.clone())
            }
            Choice::About => about_said(&self.asked.about, shared),
            Choice::Period => self.asked.period.unwrap_or_else(|| Period::month_of(shared.today)).name(shared.lang),
            Choice::Stage => self.asked.stage.word(shared.lang).to_owned(),
            Choice::Programme => {
                self.asked.programme.clone().unwrap_or_else(|| shared.word(D::AllProgrammes).to_owned())
            }
            Choice::Ending => format!("{} (.{})", shared.word(ending_word(&self.asked.ending)), self.asked.ending),
        }
    }
}

/// Changes what is asked for, and shows it.
fn choose(value: String, set: fn(&mut Asked, String)) -> Effect {
    Effect::Screen(Rc::new(move |screen| {
        if let Some(documents) = screen.downcast_mut::<Documents>() {
            set(&mut documents.asked, value.clone());
        }
    }))
}

/// The choice of what a document is about: all, an agency, a regulation, a scenario, found by words.
fn about_chooser(title: String, shared: &Shared) -> Effect {
    let find = |words: &str, shared: &Shared| {
        let folded: Vec<String> = words.split_whitespace().map(fold).collect();
        let of = |about: String, label: String, group: D| {
            let set = about.clone();
            Item::new(label, "", move |_| vec![choose(set.clone(), |asked, value| asked.about = value)])
                .also(&about)
                .under(shared.word(group))
        };
        let mut items = vec![of("all".to_owned(), shared.word(D::AboutAll).to_owned(), D::AboutWhole)];
        let mut agencies: Vec<_> = shared.world.agencies.values().collect();
        agencies.sort_by(|a, b| a.code.cmp(&b.code));
        items.extend(
            agencies
                .iter()
                .map(|a| of(format!("agency:{}", a.code), a.name_in(shared.lang).to_owned(), D::AboutAgencies)),
        );
        items.retain(|item| item.fits(&folded).is_some());
        items.truncate(30);
        let regulations =
            shared.world.names.iter().filter(|one| folded.iter().all(|word| one.folded.contains(word.as_str())));
        items.extend(
            regulations
                .take(20)
                .map(|one| of(one.code.clone(), format!("{} {}", one.code, one.name), D::AboutRegulations)),
        );
        items
    };
    Effect::Over(Box::new(Chooser::finding(title, shared, find).wide(78)))
}

fn about_said(about: &str, shared: &Shared) -> String {
    match about.split_once(':') {
        Some(("agency", code)) => shared.world.agency(code, shared.lang).to_owned(),
        Some((_, name)) => name.to_owned(),
        None if about == "all" => shared.word(D::AboutAll).to_owned(),
        None => about.to_owned(),
    }
}

/// The forms in which a document can be written.
fn endings(report: Option<Report>) -> impl Iterator<Item = &'static str> {
    let all: Vec<&'static str> = match report {
        Some(_) => Ending::ALL.iter().map(|form| form.name()).collect(),
        None => FORMS.iter().map(|form| form.name()).collect(),
    };
    all.into_iter()
}

fn ending_word(ending: &str) -> D {
    match ending {
        "docx" => D::EndingWord,
        "xlsx" => D::EndingExcel,
        "html" => D::EndingPage,
        "pdf" => D::EndingPdf,
        "json" => D::EndingData,
        _ => D::EndingMarkdown,
    }
}

impl Screen for Documents {
    fn place(&self) -> Place {
        let about = if self.asked.about == "all" { "" } else { &self.asked.about };
        Place::about("documents", about).tab(self.tab_name())
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        self.templates = templates(from.shared.lang, from.templates).unwrap_or_default();
        self.own = from.templates.map(Path::to_owned);
        self.at = self.at.min(self.chosen().len() - 1);
        self.ask(from);
        Ok(())
    }

    fn wanted(&mut self, shared: &Shared) -> Option<Work> {
        self.preview(shared)
    }

    fn around(&self, shared: &Shared) -> Around {
        let tabs = Report::ALL.iter().copied().map(Some).chain([None]);
        let tabs: Vec<String> = tabs.map(|report| shared.word(words(report).0).to_owned()).collect();
        let tab = Report::ALL.iter().position(|r| Some(*r) == self.asked.report).unwrap_or(Report::ALL.len());
        let left = format!("{}: {}", shared.word(D::About), about_said(&self.asked.about, shared));
        let right = match self.pager.hits() {
            Some((at, of, _)) => format!("{at}/{of}"),
            None if self.warnings > 0 => D::Warnings.with(shared.lang, &[&self.warnings]),
            None => format!("{}%", self.pager.percent()),
        };
        Around { tabs, tab, left, right }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let beside = area.width >= 76;
        let choices =
            if beside { Rect { width: CHOICES, ..area } } else { Rect { height: 7.min(area.height / 2), ..area } };
        let text = if beside {
            Rect { x: area.x + CHOICES, width: area.width - CHOICES, ..area }
        } else {
            Rect { y: area.y + choices.height, height: area.height - choices.height, ..area }
        };
        let border = |focus: bool, title: &str| {
            let block = Block::bordered().title(format!(" {title} "));
            if focus { block.border_type(BorderType::Thick).border_style(shared.theme.title()) } else { block }
        };
        let block = border(!self.on_text, shared.word(D::Choices));
        let inside = block.inner(choices);
        frame.render_widget(block, choices);
        let mut lines = Vec::new();
        for (at, choice) in self.chosen().iter().enumerate() {
            let in_hand = at == self.at && !self.on_text;
            let mark = if in_hand { "▶" } else { " " };
            let cells = usize::from(inside.width);
            if beside {
                lines.push(Line::styled(format!(" {}", self.label(*choice, shared)), shared.theme.faint()));
                let value = left(&format!("{mark} {}", self.value(*choice, shared)), cells.saturating_sub(2));
                let style = if in_hand { shared.theme.hand() } else { Style::new() };
                lines.push(Line::from(vec![Span::styled(value, style), Span::styled(" ▾", shared.theme.key())]));
            } else {
                let value = format!("{mark}{}: {}", self.label(*choice, shared), self.value(*choice, shared));
                lines.push(Line::styled(left(&value, cells), if in_hand { shared.theme.hand() } else { Style::new() }));
            }
        }
        if beside {
            lines.push(Line::raw(""));
            let file = self.file_name(shared);
            lines.extend(
                wrap(&D::FileLine.with(shared.lang, &[&file]), inside.width.into())
                    .into_iter()
                    .map(|line| Line::styled(line, shared.theme.faint())),
            );
        }
        frame.render_widget(Text::from(lines), inside);
        let block = border(self.on_text, shared.word(D::Preview));
        let inside = block.inner(text);
        frame.render_widget(block, text);
        match &self.fault {
            Some(fault) => {
                let lines = wrap(fault, usize::from(inside.width).saturating_sub(2));
                let lines: Vec<Line<'_>> =
                    lines.into_iter().map(|line| Line::styled(format!(" {line}"), shared.theme.warning())).collect();
                frame.render_widget(Text::from(lines), inside);
            }
            None => self.pager.draw(shared, frame, inside),
        }
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        match what {
            id::NEXT_PANE | id::PREVIOUS_PANE => Can::Yes,
            id::OPEN if !self.on_text => Can::Yes,
            id::UP | id::DOWN => Can::Yes,
            id::SAVE => Can::when(self.fault.is_none(), || self.fault.clone().unwrap_or_default()),
            // What lives in memory cannot be read a second time beside the screen.
            DOSSIER if shared.file.is_empty() || self.asked.about.starts_with("instrument:") => Can::NotHere,
            VERIFY if shared.file.is_empty() => Can::NotHere,
            DOSSIER | VERIFY => Can::Yes,
            OPEN_FILE => Can::when(self.written.is_some(), || shared.word(D::NothingWritten).to_owned()),
            _ => self.pager.can(what, shared),
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        match what {
            id::SAVE => Some(shared.word(D::DoWrite).to_owned()),
            id::OPEN => Some(shared.word(D::DoChoose).to_owned()),
            _ => None,
        }
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::NEXT_PANE | id::PREVIOUS_PANE => self.on_text = !self.on_text,
            id::UP if !self.on_text => self.at = self.at.saturating_sub(1),
            id::DOWN if !self.on_text => self.at = (self.at + 1).min(self.chosen().len() - 1),
            id::OPEN if !self.on_text => return Some(vec![self.chooser(shared)]),
            id::SAVE => return Some(vec![self.save_form(shared)]),
            DOSSIER => return Some(vec![self.dossier_form(shared)]),
            VERIFY => return Some(vec![self.verify_form(shared)]),
            OPEN_FILE => return Some(vec![Effect::Launch(self.written.clone()?)]),
            id::COPY => return Some(vec![Effect::Copy(self.pager.seen())]),
            _ => return self.pager.run(what).then(Vec::new),
        }
        Some(Vec::new())
    }

    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        self.pager.key(key).then(Vec::new)
    }

    fn paste(&mut self, text: &str, _shared: &Shared) -> Vec<Effect> {
        self.pager.paste(text);
        Vec::new()
    }

    fn turn(&mut self, tab: usize, _shared: &Shared) -> Vec<Effect> {
        self.asked.report = Report::ALL.get(tab).copied();
        self.asked.template = self.asked.report.map_or("", Report::name).to_owned();
        if endings(self.asked.report).all(|ending| ending != self.asked.ending) {
            "docx".clone_into(&mut self.asked.ending);
        }
        vec![Effect::Refresh]
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let file = shell_words::quote(&self.file_name(shared)).into_owned();
        let about = shell_words::quote(&self.asked.about).into_owned();
        let name = &self.asked.template;
        let period = self.asked.period.filter(|_| self.chosen().contains(&Choice::Period));
        let period = period.map(|period| format!(" --period {period}")).unwrap_or_default();
        let words = match (self.asked.report, self.asked.about.split_once(':')) {
            (Some(_), Some(("scenario", code))) => format!("report {name} --scenario {code}{period} -o {file}"),
            (Some(_), _) => format!("report {name} --scope {about}{period} -o {file}"),
            (None, Some(("scenario", code))) => format!("law draft --scenario {code} -o {file}"),
            (None, Some(("instrument", number))) => format!("law draft --instrument {number} -o {file}"),
            (None, _) => format!("law draft --scope {about} -o {file}"),
        };
        Some(shared.command_line(&words))
    }

    fn finished(&mut self, done: Box<dyn std::any::Any + Send>, shared: &Shared) -> Vec<Effect> {
        let done = match done.downcast::<preview::Previewed>() {
            Ok(previewed) => {
                self.take(*previewed, shared);
                return Vec::new();
            }
            Err(done) => done,
        };
        match done.downcast::<verify::Verification>() {
            Ok(verification) => verification.effects(shared),
            Err(done) => self.dossier_done(done, shared),
        }
    }

    fn any(&mut self) -> Option<&mut dyn std::any::Any> {
        Some(self)
    }
}
