//! The forms of the application: what they ask, and what becomes of the answers.

use super::app::{App, Effect, Over};
use super::choosing::Wish;
use super::command::Do;
use super::effect::Document;
use super::form::{Field, Form, Outcome, Purpose};
use super::law::NewText;
use crate::model::instrument::{is_number, normal_number};
use crate::model::{
    Activity, ActivityGroup, CellProvenance, Fraction, Measure, MeasureKind, MeasureStatus, StatusEntry, TargetKind,
    Unit,
};
use crate::reform::check_measure;
use crate::report::Worded;
use crate::text::messages::tui::TuiWord as W;
use crate::text::{Lang, Message, date};
use ratatui::crossterm::event::KeyEvent;
use std::collections::BTreeMap;

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
                let code = self.chosen_measure()?.code.clone();
                let title = W::RemoveQuestion.with(self.lang, &[&code]);
                Some(Form::new(Purpose::RemoveMeasure { code }, title, Vec::new()))
            }
            Do::RemoveRow => {
                let row = detail?.sheet.get(self.row)?;
                let title = W::RemoveQuestion.with(self.lang, &[&row.name]);
                Some(Form::new(Purpose::RemoveRow { id: row.id.clone() }, title, Vec::new()))
            }
            Do::AddRow => {
                let groups = ActivityGroup::ALL.iter().map(|g| (g.name().to_owned(), self.word(g.word()).to_owned()));
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
                let programme = self.progress()?.programme.code.clone();
                let title = W::FreezeQuestion.with(self.lang, &[&programme]);
                Some(Form::new(Purpose::Freeze { programme }, title, Vec::new()))
            }
            _ => None,
        }
    }

    pub(super) fn kind_name<'a>(&self, kind: &'a MeasureKind) -> &'a str {
        match self.lang {
            Lang::Vi => &kind.name,
            Lang::En => &kind.name_en,
        }
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
            let name = if self.lang == Lang::Vi { &parameter.name } else { &parameter.name_en };
            let value = measure.and_then(|m| m.values.get(&parameter.id)).or(parameter.default.as_ref());
            let label = format!("{name} ({})", parameter.unit);
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
        let due = measure.and_then(|m| m.due).map(|day| day.to_string()).unwrap_or_default();
        fields.push(Field::line("due", self.word(W::Due), &due));
        let code = measure.map(|m| m.code.clone());
        let title = format!("{} · {}", code.as_deref().unwrap_or(self.word(W::NewMeasure)), self.kind_name(kind));
        let form = Form::new(Purpose::Measure { code, kind: kind.id.clone() }, title, fields);
        if new.is_some() { form.unsaved() } else { form }
    }

    /// What measures of a kind can aim at in the regulation in hand: id and name.
    fn targets(&self, kind: &MeasureKind) -> Vec<(String, String)> {
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
        let next = measure.status()?.next();
        let options = next.iter().map(|s| (s.name().to_owned(), self.word(s.word()).to_owned())).collect();
        let fields = vec![
            Field::choice("status", self.word(W::Status), options, ""),
            Field::line("date", self.word(W::Date), &self.today.to_string()),
            Field::line("document", self.word(W::Document), ""),
        ];
        let title = format!("{} · {}", measure.code, self.word(W::DoMoveMeasure));
        Some(Form::new(Purpose::Status { code: measure.code.clone() }, title, fields))
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
            Purpose::Measure { code, kind } => {
                done(Effect::SaveMeasure(Box::new(self.measure(form, code.as_deref(), kind)?)))
            }
            Purpose::Status { code } => done(Effect::SaveMeasure(Box::new(self.moved_measure(form, code)?))),
            Purpose::RemoveMeasure { code } => done(Effect::RemoveMeasure(code.clone())),
            Purpose::Freeze { programme } => done(Effect::Freeze(programme.clone())),
            Purpose::Write(what) => match form.answer("path").filter(|path| !path.is_empty()) {
                Some(path) => done(Effect::Write { path, what: *what, over: false }),
                None => Err(self.word(W::NameMissing).to_owned()),
            },
            Purpose::Overwrite { path, what } => done(Effect::Write { path: path.clone(), what: *what, over: true }),
            Purpose::RemoveRow { id } => {
                let mut sheet = self.detail.as_ref().map(|d| d.sheet.clone()).unwrap_or_default();
                sheet.retain(|row| row.id != *id);
                done(Effect::SaveSheet(sheet))
            }
            Purpose::Provision => done(self.provision_given(form)?),
            Purpose::Versions { number } => match (form.answer("old"), form.answer("new")) {
                (Some(old), Some(new)) if old != new => done(Effect::Compare { number: number.clone(), old, new }),
                _ => Err(self.word(W::TwoVersions).to_owned()),
            },
            Purpose::Row => done(Effect::SaveSheet(self.with_row(form)?)),
            Purpose::NewScenario | Purpose::KeepTable | Purpose::CopyScenario { .. } => done(self.named(form)?),
            Purpose::RemoveScenario { code } => done(Wish::RemoveScenario(code.clone()).into()),
            Purpose::Solve => done(self.problem(form)?),
            Purpose::Dismiss { id } => match form.answer("reason").filter(|reason| !reason.is_empty()) {
                Some(reason) => done(Wish::Dismiss { id: id.clone(), reason }.into()),
                None => Err(self.word(W::NameMissing).to_owned()),
            },
        }
    }

    fn measure(&self, form: &Form, code: Option<&str>, kind: &str) -> Result<Measure, String> {
        let detail = self.detail.as_ref().ok_or_else(String::new)?;
        let kind = self.data.kinds.iter().find(|k| k.id == kind).ok_or_else(String::new)?;
        let known = code.and_then(|code| detail.measures.iter().find(|m| m.code == code)).cloned();
        let mut measure = known.unwrap_or_else(|| Measure::proposed(&detail.regulation.code, &kind.id, self.today));
        let maybe = |id: &str| form.answer(id).filter(|text| !text.is_empty());
        measure.targets = form.checked("targets");
        measure.values = BTreeMap::new();
        for parameter in &kind.parameters {
            if let Some(value) = maybe(&format!("value:{}", parameter.id)) {
                measure.values.insert(parameter.id.clone(), value.replace(',', "."));
            }
        }
        measure.title = maybe("title").ok_or_else(|| self.word(W::NameMissing).to_owned())?;
        measure.reason = maybe("reason").unwrap_or_default();
        measure.provision = maybe("provision");
        measure.instrument = maybe("instrument").map(|number| normal_number(&number));
        if let Some(number) = measure.instrument.as_ref().filter(|number| !is_number(number)) {
            return Err(W::NoInstrumentNumber.with(self.lang, &[number]));
        }
        measure.current_text = maybe("current_text").unwrap_or_default();
        measure.proposed_text = maybe("proposed_text").unwrap_or_default();
        measure.person = maybe("person");
        measure.due = match maybe("due") {
            None => None,
            Some(text) => Some(date::parse(&text).ok_or_else(|| W::BadDate.with(self.lang, &[&text]))?),
        };
        let targets: Vec<String> = self.targets(kind).into_iter().map(|(id, _)| id).collect();
        let wrong = check_measure(&measure, kind, &targets);
        if wrong.is_empty() {
            return Ok(measure);
        }
        Err(wrong.iter().map(|said| said.text(self.lang)).collect::<Vec<_>>().join("; "))
    }

    fn moved_measure(&self, form: &Form, code: &str) -> Result<Measure, String> {
        let known = self.detail.as_ref().and_then(|d| d.measures.iter().find(|m| m.code == code));
        let mut measure = known.cloned().ok_or_else(String::new)?;
        let status = form.answer("status").and_then(|name| MeasureStatus::parse(&name)).ok_or_else(String::new)?;
        let text = form.answer("date").unwrap_or_default();
        let day = date::parse(&text).ok_or_else(|| W::BadDate.with(self.lang, &[&text]))?;
        if measure.statuses.last().is_some_and(|last| last.date > day) {
            return Err(self.word(W::BeforeLast).to_owned());
        }
        let document = form.answer("document").filter(|text| !text.is_empty());
        if document.is_none() && matches!(status, MeasureStatus::Approved | MeasureStatus::InForce) {
            return Err(self.word(W::DocumentMissing).to_owned());
        }
        measure.statuses.push(StatusEntry { status, date: day, document, note: String::new() });
        Ok(measure)
    }

    fn with_row(&self, form: &Form) -> Result<Vec<Activity>, String> {
        let detail = self.detail.as_ref().ok_or_else(String::new)?;
        let group = form.answer("group").and_then(|name| ActivityGroup::parse(&name)).ok_or_else(String::new)?;
        let name =
            form.answer("name").filter(|name| !name.is_empty()).ok_or_else(|| self.word(W::NameMissing).to_owned())?;
        let mut sheet = detail.sheet.clone();
        let like = sheet.first();
        let tariff =
            detail.rates.ids_with_unit(Unit::DongPerHour).first().map_or_else(String::new, |id| (*id).to_owned());
        let row = Activity {
            id: String::new(),
            group,
            name,
            how: form.answer("how").unwrap_or_default(),
            component: None,
            tariff: like.map_or(tariff, |row| row.tariff.clone()),
            minutes: Fraction::ZERO,
            outsourcing: 0,
            charges: 0,
            staff: Fraction::ONE,
            times: like.map_or(Fraction::ONE, |row| row.times),
            population: like.map_or(1, |row| row.population),
            provenance: CellProvenance::default(),
            source: String::new(),
        };
        let at = sheet.iter().rposition(|r| r.group <= group).map_or(0, |at| at + 1);
        sheet.insert(at, row);
        Ok(sheet)
    }
}

/// What follows a form that was given.
enum Next {
    Effects(Vec<Effect>),
    Form(Form),
}
