//! A form: labelled fields, one of them in hand. Ctrl-S gives it; on an error the cursor goes to the first faulty field. What is typed is kept
//! from the first character.

mod draw;
mod field;

pub(in crate::tui) use field::{Content, Field, Options};

use super::ask;
use super::{Chooser, Item, Layer, Step};
use crate::desk::Standing;
use crate::text::clean;
use crate::tui::kept::Draft;
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Shared, Verb};
use crate::tui::widgets::input::insert;
use crate::words::screen::ScreenWord as W;
use crate::words::{Fault, Message};
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// What a form holds: by the name of a field its answer.
pub(in crate::tui) type Answers = BTreeMap<String, String>;

/// Why a form was not taken: the field, where it is one's, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Refusal {
    pub(in crate::tui) field: String,
    pub(in crate::tui) said: String,
}

impl Refusal {
    /// A field is wrong.
    pub(in crate::tui) fn of(field: &str, said: impl Into<String>) -> Self {
        Self { field: field.to_owned(), said: said.into() }
    }

    /// A fault, put where its field is.
    pub(in crate::tui) fn fault(fault: &Fault, shared: &Shared) -> Self {
        Self::of(fault.field().unwrap_or_default(), shared.fault(fault))
    }
}

/// What becomes of the answers.
type Giving = Rc<dyn Fn(&Answers, &Shared) -> Result<Vec<Effect>, Refusal>>;

/// What the choice of a value for a field says of others: names and values.
type Choosing = Rc<dyn Fn(&str, &str, &Answers) -> Vec<(String, String)>>;

/// What the answers would do, in lines below the fields.
type Preview = Rc<dyn Fn(&Answers, &Shared) -> Vec<String>>;

/// A form in hand.
pub(in crate::tui) struct Form {
    pub(super) title: String,
    pub(super) fields: Vec<Field>,
    pub(super) at: usize,
    pub(super) about: Vec<String>,
    pub(super) faults: BTreeMap<String, String>,
    pub(super) preview: Option<Preview>,
    choosing: Option<Choosing>,
    /// What is done when it is given.
    does: W,
    give: Giving,
    /// Where it was opened and by which name, so that what was typed can be taken up again.
    drafted: Option<(Place, String)>,
    /// What stood in it when it was opened.
    opened: Answers,
    /// What was asked last, to be asked once more over what stands there.
    asked: Vec<Verb>,
    standing: Vec<Standing>,
    pub(super) top: std::cell::Cell<usize>,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").field("title", &self.title).field("fields", &self.fields).finish_non_exhaustive()
    }
}

impl Form {
    /// A form with what becomes of its answers.
    pub(in crate::tui) fn new(
        title: impl Into<String>,
        fields: Vec<Field>,
        give: impl Fn(&Answers, &Shared) -> Result<Vec<Effect>, Refusal> + 'static,
    ) -> Self {
        let mut made = Self {
            title: title.into(),
            fields,
            at: 0,
            about: Vec::new(),
            faults: BTreeMap::new(),
            preview: None,
            choosing: None,
            does: W::FormSaves,
            give: Rc::new(give),
            drafted: None,
            opened: Answers::new(),
            asked: Vec::new(),
            standing: Vec::new(),
            top: std::cell::Cell::new(0),
        };
        made.opened = made.answers();
        made
    }

    /// The same, whose words are kept until it is given: by its name the screen at the place opens it again.
    pub(in crate::tui) fn drafted(self, place: Place, name: &str) -> Self {
        Self { drafted: Some((place, name.to_owned())), ..self }
    }

    /// The same, which does something else than to save.
    pub(in crate::tui) fn does(self, does: W) -> Self {
        Self { does, ..self }
    }

    /// The same with lines above its fields.
    pub(in crate::tui) fn about(self, about: Vec<String>) -> Self {
        Self { about, ..self }
    }

    /// The same with what the answers would do.
    pub(in crate::tui) fn previewed(self, preview: impl Fn(&Answers, &Shared) -> Vec<String> + 'static) -> Self {
        Self { preview: Some(Rc::new(preview)), ..self }
    }

    /// The same, in which what is chosen for a field fills others: the name of the field, the value, and the answers before it.
    pub(in crate::tui) fn choosing(
        self,
        choosing: impl Fn(&str, &str, &Answers) -> Vec<(String, String)> + 'static,
    ) -> Self {
        Self { choosing: Some(Rc::new(choosing)), ..self }
    }

    /// The same with the field of a name in hand.
    pub(in crate::tui) fn at(mut self, name: &str) -> Self {
        self.at = self.fields.iter().position(|field| field.name == name).unwrap_or(0);
        self
    }

    /// The same with what was typed in it before, unsaved.
    pub(in crate::tui) fn filled(mut self, answers: &Answers) -> Self {
        for (name, answer) in answers {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == *name) {
                field.put(answer);
            }
        }
        self
    }

    /// Opens it over the screen.
    pub(in crate::tui) fn open(self) -> Effect {
        Effect::Over(Box::new(self))
    }

    /// All answers, cleaned.
    pub(in crate::tui) fn answers(&self) -> Answers {
        self.fields.iter().map(|field| (field.name.clone(), field.answer())).collect()
    }

    /// Whether something is typed that is kept nowhere else.
    fn changed(&self) -> bool {
        self.answers() != self.opened
    }

    fn give(&mut self, shared: &Shared) -> Step {
        self.faults.clear();
        let missing: Vec<String> =
            self.fields.iter().filter(|f| f.needed && f.answer().is_empty()).map(|f| f.name.clone()).collect();
        for name in &missing {
            self.faults.insert(name.clone(), shared.word(W::FieldMissing).to_owned());
        }
        if let Some(first) = missing.first() {
            self.go(first);
            return Step::Stay(Vec::new());
        }
        match (self.give)(&self.answers(), shared) {
            Ok(effects) => {
                self.asked = effects
                    .iter()
                    .filter_map(|e| if let Effect::Change(v) = e { Some(v.clone()) } else { None })
                    .collect();
                Step::Give(effects)
            }
            Err(refusal) => {
                self.refuse(refusal);
                Step::Stay(Vec::new())
            }
        }
    }

    fn refuse(&mut self, refusal: Refusal) {
        self.go(&refusal.field.clone());
        self.faults.insert(refusal.field, refusal.said);
    }

    fn go(&mut self, name: &str) {
        self.at = self.fields.iter().position(|field| field.name == name).unwrap_or(self.at);
    }

    fn step(&mut self, by: isize) {
        let count = self.fields.len().max(1) as isize;
        self.at = usize::try_from((self.at as isize + by).rem_euclid(count)).unwrap_or(0);
    }

    /// Asks before what was typed is let go.
    fn ask_leaving(&self, shared: &Shared) -> Step {
        let mut items = vec![ask::nothing(shared.word(W::EditOn))];
        if self.drafted.is_some() {
            items.push(Item::new(shared.word(W::KeepDraft), "", |_| vec![Effect::LeaveForm { keep: true }]));
        }
        items.push(Item::new(shared.word(W::DropTyped), "", |_| vec![Effect::LeaveForm { keep: false }]));
        Step::Stay(vec![ask::choices(shared.word(W::LeaveFormTitle), vec![self.title.clone()], items)])
    }

    /// The form over which a list of a field lies.
    fn open_options(&self, shared: &Shared) -> Option<Effect> {
        let field = self.fields.get(self.at)?;
        let Content::Choice { options, chosen } = &field.content else { return None };
        let name = field.name.clone();
        let item = move |key: String, label: String, right: String| {
            let name = name.clone();
            Item::new(label, right, move |_| vec![Effect::Pick(name.clone(), key.clone())])
        };
        let chooser = match options {
            Options::These(all) => {
                let items = all.iter().map(|(key, label)| item(key.clone(), label.clone(), String::new())).collect();
                let label = all.iter().find(|(key, _)| key == chosen).map(|(_, label)| label.clone());
                Chooser::new(field.label.clone(), items).at(label.as_deref().unwrap_or_default())
            }
            Options::Found(find) => {
                let (find, answers) = (find.clone(), self.answers());
                Chooser::finding(field.label.clone(), shared, move |words, shared| {
                    find(words, &answers, shared)
                        .into_iter()
                        .map(|(key, label, right)| item(key, label, right))
                        .collect()
                })
            }
        };
        Some(Effect::Over(Box::new(chooser.wide(74))))
    }
}

impl Layer for Form {
    fn key(&mut self, key: KeyEvent, shared: &Shared) -> Step {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc if self.changed() => return self.ask_leaving(shared),
            KeyCode::Esc => return Step::Close(Vec::new()),
            KeyCode::F(12) => return self.give(shared),
            KeyCode::Char('s') if control => return self.give(shared),
            KeyCode::Tab => self.step(1),
            KeyCode::BackTab => self.step(-1),
            KeyCode::F(2) => {
                if let Some(Content::Text(area)) = self.fields.get(self.at).map(|field| &field.content) {
                    return Step::Stay(vec![Effect::Edit(area.lines().join("\n"))]);
                }
                if let Some(over) = self.open_options(shared) {
                    return Step::Stay(vec![over]);
                }
            }
            KeyCode::Enter => {
                if let Some(over) = self.open_options(shared) {
                    return Step::Stay(vec![over]);
                }
                if let Some(Content::Text(area)) = self.fields.get_mut(self.at).map(|field| &mut field.content) {
                    area.insert_newline();
                } else if self.at + 1 >= self.fields.len() {
                    return self.give(shared);
                } else {
                    self.step(1);
                }
            }
            KeyCode::Up | KeyCode::Down if self.fields.get(self.at).is_some_and(Field::is_line) => {
                self.step(if key.code == KeyCode::Up { -1 } else { 1 });
            }
            _ => {
                if let Some(field) = self.fields.get_mut(self.at) {
                    if field.key(key) {
                        self.faults.remove(&field.name.clone());
                    } else if let (Content::Choice { .. }, KeyCode::Char(_)) = (&field.content, key.code)
                        && let Some(over) = self.open_options(shared)
                    {
                        return Step::Stay(vec![over]);
                    }
                }
            }
        }
        Step::Stay(Vec::new())
    }

    fn paste(&mut self, text: &str, _shared: &Shared) {
        match self.fields.get_mut(self.at).map(|field| &mut field.content) {
            Some(Content::Line(input)) => insert(input, text),
            Some(Content::Text(area)) => _ = area.insert_str(clean(text)),
            _ => {}
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.show(shared, frame, area);
    }

    fn keys(&self, shared: &Shared) -> String {
        let word = match self.fields.get(self.at).map(|field| &field.content) {
            Some(Content::Text(_)) => W::FormTextKeys,
            Some(Content::Choice { .. }) => W::FormListKeys,
            Some(Content::Checks { .. }) => W::FormChecksKeys,
            _ => W::FormKeys,
        };
        word.with(shared.lang, &[&shared.word(self.does)])
    }

    fn refused(&mut self, fault: &Fault, shared: &Shared) {
        self.refuse(Refusal::fault(fault, shared));
    }

    fn stands(&mut self, standing: Vec<Standing>, shared: &Shared) -> Vec<Effect> {
        let label = |name: &str| {
            self.fields.iter().find(|field| field.name == name).map_or_else(|| name.to_owned(), |f| f.label.clone())
        };
        let about = standing
            .iter()
            .map(|one| {
                let who = one.last.as_ref().map(|last| last.author.clone()).unwrap_or_default();
                W::StandsThere.with(shared.lang, &[&label(&one.field), &one.figure.value, &who])
            })
            .collect();
        self.standing = standing;
        let items = vec![
            ask::nothing(shared.word(W::KeepTheirs)),
            Item::new(shared.word(W::WriteMine), "", |_| vec![Effect::WriteMine]),
        ];
        vec![ask::choices(shared.word(W::ChangedMeanwhile), about, items)]
    }

    fn again(&mut self) -> Vec<Effect> {
        let seen = std::mem::take(&mut self.standing);
        self.asked.iter().map(|verb| Effect::Change(Verb { seen: seen.clone(), ..verb.clone() })).collect()
    }

    fn pick(&mut self, name: &str, value: &str) {
        let others = self.choosing.as_ref().map(|choosing| choosing(name, value, &self.answers())).unwrap_or_default();
        for (other, value) in others {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == other) {
                field.put(&value);
            }
        }
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.put(value);
            self.faults.remove(name);
        }
        if self.fields.get(self.at).is_some_and(|field| field.name == name) && self.at + 1 < self.fields.len() {
            self.at += 1;
        }
    }

    fn draft(&self) -> Option<Draft> {
        let (place, form) = self.drafted.clone()?;
        let answers = self.answers();
        (answers != self.opened).then(|| Draft { place, form, title: self.title.clone(), answers })
    }

    fn edited(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.put(text);
        }
    }

    fn click(&mut self, item: usize, shared: &Shared) -> Step {
        self.at = item.min(self.fields.len().saturating_sub(1));
        Step::Stay(self.open_options(shared).into_iter().collect())
    }
}
