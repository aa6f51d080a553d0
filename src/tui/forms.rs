//! The forms of the application: what they ask, and what becomes of the answers.

use super::app::{App, Effect, Over};
use super::choosing::Wish;
use super::command::Do;
use super::effect::Document;
use super::form::{Content, Field, Form, Outcome, Purpose};
use super::law::NewText;
use crate::cost::RowField;
use crate::desk::{AddRow, AdvanceMeasure, EditMeasure, Expected, MeasureEdit, NewMeasure, RemoveRow, RowEdit};
use crate::model::{
    ActivityGroup, Measure, MeasureField, MeasureKind, MeasureSlot, MeasureStatus, Provenance, TargetKind,
};
use crate::text::date;
use crate::words::Message;
use crate::words::tui::TuiWord as W;
use crate::words::valid::ValidWord;
use ratatui::crossterm::event::KeyEvent;

impl App {
    /// The form that a command opens.
    pub(super) fn form_for(&self, what: Do) -> Option<Form> {
        let detail = self.detail.as_ref();
        let regulation = detail.map_or("", |d| d.regulation.code.as_str());
        match what {
            Do::AddMeasure => {
                let kinds = self.data.kinds.iter().map(|k| (k.id.clone(), self.kind_name(k).to_owned())).collect();
                let field = Field::choice("kind", self.word(W::KindOfMeasure), kinds, "");
                Some(Form::new(Purpose::KindOfMeasure(None), self.word(W::DoAddMeasure).to_owned(), vec![field]))
            }
            Do::EditMeasure => {
                let measure = self.chosen_measure()?.clone();
                let kind = self.data.kinds.iter().find(|k| k.id == measure.kind)?;
                Some(self.measure_form(kind, Some(&measure), None))
            }
            Do::MoveMeasure => self.status_form(self.chosen_measure()?),
            Do::RemoveMeasure => {
                let measure = self.chosen_measure()?;
                let title = W::RemoveQuestion.with(self.lang, &[&measure.code]);
                let (code, seen) = (measure.code.clone(), Some(Box::new(measure.clone())));
                Some(Form::new(Purpose::RemoveMeasure { code, seen }, title, Vec::new()))
            }
            Do::RemoveRow => {
                let row = detail?.sheet.get(self.row)?;
                let title = W::RemoveQuestion.with(self.lang, &[&row.name]);
                let (id, seen) = (row.id.clone(), Some(Box::new(row.clone())));
                Some(Form::new(Purpose::RemoveRow { id, seen }, title, Vec::new()))
            }
            Do::AddRow => {
                let groups = ActivityGroup::ALL.iter().map(|g| (g.name().to_owned(), g.word(self.lang).to_owned()));
                let fields = vec![
                    Field::choice("group", self.word(W::Group), groups.collect(), ""),
                    Field::line("name", self.word(W::Activity), ""),
                    Field::line("how", self.word(W::How), ""),
                ];
                Some(Form::new(Purpose::Row, self.word(W::DoAddRow).to_owned(), fields))
            }
            Do::WriteProposal | Do::ProposeAll => {
                let all = what == Do::ProposeAll;
                let name = if all { "all" } else { regulation };
                let field = Field::line("path", self.word(W::FileName), &format!("proposal-{name}.md"));
                Some(Form::new(
                    Purpose::Write(Document::Proposal { all }),
                    self.word(W::DoWrite).to_owned(),
                    vec![field],
                ))
            }
            Do::Freeze => {
                let programme = &self.progress()?.programme;
                let frozen = self.data.snapshot.baselines.get(&programme.code).and_then(|register| register.frozen_on);
                let title = match frozen {
                    None => W::FreezeQuestion.with(self.lang, &[&programme.code]),
                    Some(day) => {
                        W::FreezeAgainQuestion.with(self.lang, &[&programme.code, &date::short(day, self.lang)])
                    }
                };
                let day = Field::line("as_of", self.word(W::AsOfDay), &date::short(programme.baseline, self.lang));
                let purpose = Purpose::Freeze { programme: programme.code.clone(), again: frozen.is_some() };
                Some(Form::new(purpose, title, vec![day]))
            }
            _ => None,
        }
    }

    pub(super) fn kind_name<'a>(&self, kind: &'a MeasureKind) -> &'a str {
        kind.name_in(self.lang)
    }

    fn measure_form(&self, kind: &MeasureKind, measure: Option<&Measure>, new: Option<&NewText>) -> Form {
        let begun = new.map(|new| {
            let mut begun = Measure::proposed("", &kind.id, self.today);
            new.clone().fill(&mut begun);
            begun
        });
        let said = measure.or(begun.as_ref());
        let text = |of: fn(&Measure) -> &str| said.map(of).unwrap_or_default();
        let mut fields = Vec::new();
        let targets = self.targets(kind);
        if !targets.is_empty() {
            let chosen = |id: &str| measure.is_some_and(|m| m.targets.iter().any(|t| t == id));
            let options = targets.into_iter().map(|(id, name)| (id.clone(), name, chosen(&id))).collect();
            fields.push(Field::checks("targets", self.word(W::Targets), options));
        }
        for parameter in &kind.parameters {
            let name = parameter.name_in(self.lang);
            let value = measure.and_then(|m| m.values.get(&parameter.id)).or(parameter.default.as_ref());
            let label = format!("{name} ({})", parameter.unit.word(self.lang));
            fields.push(Field::line(&format!("value:{}", parameter.id), &label, value.map_or("", String::as_str)));
        }
        let title = measure.map_or_else(|| self.kind_name(kind), |m| m.title.as_str());
        fields.push(Field::line("title", self.word(W::Content), title));
        fields.push(Field::text("reason", self.word(W::Reason), text(|m| &m.reason)));
        fields.push(Field::line(
            "provision",
            self.word(W::Provision),
            text(|m| m.provision.as_deref().unwrap_or_default()),
        ));
        fields.push(Field::line(
            "instrument",
            self.word(W::Instrument),
            text(|m| m.instrument.as_deref().unwrap_or_default()),
        ));
        fields.push(Field::text("current_text", self.word(W::CurrentText), text(|m| &m.current_text)));
        fields.push(Field::text("proposed_text", self.word(W::ProposedText), text(|m| &m.proposed_text)));
        fields.push(Field::line("person", self.word(W::Person), text(|m| m.person.as_deref().unwrap_or_default())));
        let due = measure.and_then(|m| m.due).map(|day| date::short(day, self.lang)).unwrap_or_default();
        fields.push(Field::line("due", self.word(W::Due), &due));
        let code = measure.map(|m| m.code.clone());
        let title = format!("{} · {}", code.as_deref().unwrap_or(self.word(W::NewMeasure)), self.kind_name(kind));
        let seen = measure.cloned().map(Box::new);
        let form = Form::new(Purpose::Measure { code, kind: kind.id.clone(), seen }, title, fields);
        if new.is_some() { form.unsaved() } else { form }
    }

    /// What measures of a kind can aim at in the regulation in hand: id and name.
    pub(super) fn targets(&self, kind: &MeasureKind) -> Vec<(String, String)> {
        let Some(detail) = &self.detail else { return Vec::new() };
        match kind.targets {
            TargetKind::None => Vec::new(),
            TargetKind::Components => {
                let components = detail.procedure.iter().flat_map(|p| &p.components);
                components.map(|c| (c.id.clone(), format!("{} {}", c.id, c.name))).collect()
            }
            TargetKind::Activities => {
                detail.sheet.iter().map(|a| (a.id.clone(), format!("{} {}", a.id, a.name))).collect()
            }
        }
    }

    fn status_form(&self, measure: &Measure) -> Option<Form> {
        let seen = measure.status()?;
        let next = seen.next();
        let options = next.iter().map(|s| (s.name().to_owned(), s.word(self.lang).to_owned())).collect();
        let fields = vec![
            Field::choice("status", self.word(W::Status), options, ""),
            Field::line("date", self.word(W::Date), &date::short(self.today, self.lang)),
            Field::line("document", self.word(W::Document), ""),
        ];
        let title = format!("{} · {}", measure.code, self.word(W::DoMoveMeasure));
        Some(Form::new(Purpose::Status { code: measure.code.clone(), seen }, title, fields))
    }

    /// A key while a form is in hand.
    pub(super) fn key_form(&mut self, key: KeyEvent, mut form: Box<Form>) -> Vec<Effect> {
        match form.key(key) {
            Outcome::Left => Vec::new(),
            Outcome::Asks => {
                form.fault = Some(self.word(W::LeaveQuestion).to_owned());
                self.over = Some(Over::Form(form));
                Vec::new()
            }
            Outcome::Stays => {
                self.over = Some(Over::Form(form));
                Vec::new()
            }
            Outcome::Editor => {
                let text = form.text_in_hand().unwrap_or_default();
                self.over = Some(Over::Form(form));
                vec![Effect::Edit(text)]
            }
            Outcome::Given => match self.given(&form) {
                Ok(Next::Effects(effects)) => {
                    self.given = Some(form);
                    effects
                }
                Ok(Next::Form(next)) => {
                    self.over = Some(Over::Form(Box::new(next)));
                    Vec::new()
                }
                Err(fault) => {
                    form.fault = Some(fault);
                    self.over = Some(Over::Form(form));
                    Vec::new()
                }
            },
        }
    }

    fn given(&self, form: &Form) -> Result<Next, String> {
        let done = |effect| Ok(Next::Effects(vec![effect]));
        match &form.purpose {
            Purpose::KindOfMeasure(new) => {
                let kind = form.answer("kind").and_then(|id| self.data.kinds.iter().find(|k| k.id == id));
                kind.map(|kind| Next::Form(self.measure_form(kind, None, new.as_deref()))).ok_or_else(String::new)
            }
            Purpose::Measure { code, kind, seen } => {
                done(self.measure(form, code.as_deref(), kind, seen.as_deref())?)
            }
            Purpose::Status { code, seen } => done(self.moved_measure(form, code, *seen)?),
            Purpose::RemoveMeasure { code, seen } => {
                done(Effect::RemoveMeasure { code: code.clone(), seen: seen.clone() })
            }
            Purpose::Undo { change } => done(Effect::UndoSure(*change)),
            Purpose::Redo => done(Effect::RedoSure),
            Purpose::Freeze { programme, again } => {
                let as_of = match form.answer("as_of").filter(|day| !day.is_empty()) {
                    None => None,
                    Some(text) => Some(date::parse(&text).ok_or_else(|| ValidWord::BadDate.with(self.lang, &[&text]))?),
                };
                done(Effect::Freeze { programme: programme.clone(), as_of, again: *again })
            }
            Purpose::Write(what) => match form.answer("path").filter(|path| !path.is_empty()) {
                Some(path) => done(Effect::Write { path, what: *what, over: false }),
                None => Err(self.word(W::NameMissing).to_owned()),
            },
            Purpose::Overwrite { path, what } => done(Effect::Write { path: path.clone(), what: *what, over: true }),
            Purpose::RemoveRow { id, seen } => {
                let regulation = self.code_in_hand()?;
                done(Effect::RemoveRow(Box::new(RemoveRow { regulation, row: id.clone(), seen: seen.clone() })))
            }
            Purpose::Provision { .. } => done(self.provision_given(form)?),
            Purpose::Versions { number } => match (form.answer("old"), form.answer("new")) {
                (Some(old), Some(new)) if old != new => done(Effect::Compare { number: number.clone(), old, new }),
                _ => Err(self.word(W::TwoVersions).to_owned()),
            },
            Purpose::Row => done(self.new_row(form)?),
            Purpose::NewScenario | Purpose::KeepTable | Purpose::CopyScenario { .. } => done(self.named(form)?),
            Purpose::RemoveScenario { code } => done(Wish::RemoveScenario(code.clone()).into()),
            Purpose::Solve => done(self.problem(form)?),
            Purpose::Dismiss { id } => match form.answer("reason").filter(|reason| !reason.is_empty()) {
                Some(reason) => done(Wish::Dismiss { id: id.clone(), reason }.into()),
                None => Err(self.word(W::NameMissing).to_owned()),
            },
        }
    }

    fn code_in_hand(&self) -> Result<String, String> {
        self.detail.as_ref().map(|detail| detail.regulation.code.clone()).ok_or_else(String::new)
    }

    /// A new measure with what was filled in; of one that was there, only what was changed in the form.
    fn measure(&self, form: &Form, code: Option<&str>, kind: &str, seen: Option<&Measure>) -> Result<Effect, String> {
        let mut edits = Vec::new();
        for field in &form.fields {
            let slot = MeasureSlot::parse(field.id.strip_prefix("value:").unwrap_or(&field.id));
            let typed = match field.content {
                Content::Checks { .. } => form.checked(&field.id).join(","),
                _ => form.answer(&field.id).unwrap_or_default(),
            };
            edits.push(MeasureEdit { slot, typed });
        }
        let (Some(code), Some(seen)) = (code, seen) else {
            // What is left empty is not said; but a title is taken away only by intention.
            edits.retain(|edit| !edit.typed.is_empty() || edit.slot == MeasureSlot::Field(MeasureField::Title));
            let regulation = self.code_in_hand()?;
            let (kind, day, lang) = (kind.to_owned(), self.today, self.lang);
            return Ok(Effect::ProposeMeasure(Box::new(NewMeasure { regulation, kind, day, lang, edits })));
        };
        edits.retain(|edit| {
            let mut like = seen.clone();
            edit.slot.put(&mut like, &edit.typed).is_err() || like != *seen
        });
        Ok(Effect::EditMeasure(Box::new(EditMeasure { code: code.to_owned(), expected: as_seen(seen, &edits), edits })))
    }

    fn moved_measure(&self, form: &Form, code: &str, seen: MeasureStatus) -> Result<Effect, String> {
        let status = form.answer("status").and_then(|name| MeasureStatus::parse(&name)).ok_or_else(String::new)?;
        let text = form.answer("date").unwrap_or_default();
        let day = date::parse(&text).ok_or_else(|| ValidWord::BadDate.with(self.lang, &[&text]))?;
        Ok(Effect::AdvanceMeasure(Box::new(AdvanceMeasure {
            code: code.to_owned(),
            status,
            day,
            document: form.answer("document").unwrap_or_default(),
            note: String::new(),
            seen: Some(seen),
        })))
    }

    fn new_row(&self, form: &Form) -> Result<Effect, String> {
        let group = form.answer("group").and_then(|name| ActivityGroup::parse(&name)).ok_or_else(String::new)?;
        let how = form.answer("how").filter(|how| !how.is_empty());
        let how = how.map(|how| RowEdit { field: RowField::How, typed: Some(how), provenance: Provenance::Assumption });
        Ok(Effect::AddRow(Box::new(AddRow {
            regulation: self.code_in_hand()?,
            group,
            name: form.answer("name").unwrap_or_default(),
            edits: how.into_iter().collect(),
        })))
    }
}

/// What must stand in a measure for edits to be made: what was seen there.
pub(super) fn as_seen(seen: &Measure, edits: &[MeasureEdit]) -> Vec<Expected<MeasureSlot>> {
    let one = |edit: &MeasureEdit| Expected { field: edit.slot.clone(), value: edit.slot.text(seen), provenance: None };
    edits.iter().map(one).collect()
}

/// What follows a form that was given.
enum Next {
    Effects(Vec<Effect>),
    Form(Form),
}
