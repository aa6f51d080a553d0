//! The forms of follow-up that add something or give it to somebody, and the letter to an agency.

use super::Known;
use crate::desk::{AssignmentEdit, Charge, Outcome, Owed, reading_value};
use crate::model::{Assignment, Campaign, Directive, Indicator, MINISTRIES, PROVINCES};
use crate::report::{Form as Ending, Report, Request, Scope, make, template};
use crate::store::Changed;
use crate::text::{clean_line, collate, date, fold};
use crate::tui::layers::form::Answers;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{After, Effect, FileBytes, Shared, Verb, Write};
use crate::words::assign::AssignWord as A;
use crate::words::choosing::ChoosingWord as C;
use crate::words::cli::CliMessage;
use crate::words::screen::ScreenWord as W;
use crate::words::valid::ValidWord;
use crate::words::work_screen::WorkWord as K;
use crate::words::{Fault, Message, Said};
use jiff::civil::Date;
use std::rc::Rc;

/// How many agencies a search shows.
const SHOWN: usize = 120;

/// An answer; empty where there is none.
pub(super) fn answer(answers: &Answers, name: &str) -> String {
    answers.get(name).cloned().unwrap_or_default()
}

/// An answer that may say nothing.
pub(super) fn maybe(answers: &Answers, name: &str) -> Option<String> {
    answers.get(name).filter(|text| !text.is_empty()).cloned()
}

/// A day that was typed, or none.
pub(super) fn day(answers: &Answers, name: &str, shared: &Shared) -> Result<Option<Date>, Refusal> {
    let Some(typed) = maybe(answers, name) else { return Ok(None) };
    let bad = || Refusal::of(name, ValidWord::BadDate.with(shared.lang, &[&typed]));
    date::parse(&typed).map(Some).ok_or_else(bad)
}

/// A change of which only is told that it was stored.
pub(super) fn stored<T>(changed: Changed<T>, said: Said) -> Changed<After> {
    Changed { value: After::said(said), change: changed.change }
}

/// A field of a day.
pub(super) fn day_field(name: &str, label: impl Message, value: Option<Date>, shared: &Shared) -> Field {
    let shown = value.map(|day| date::short(day, shared.lang)).unwrap_or_default();
    Field::line(name, shared.word(label), &shown).hint(shared.word(C::DayHint))
}

/// A field of one agency, found by words.
pub(super) fn agency_field(name: &str, label: impl Message, chosen: &str, shared: &Shared) -> Field {
    let find = |words: &str, shared: &Shared| {
        let words: Vec<String> = words.split_whitespace().map(fold).collect();
        let mut found: Vec<(String, String, String)> = shared
            .world
            .agencies
            .values()
            .filter(|agency| {
                let text = fold(&format!("{} {}", agency.code, agency.name_in(shared.lang)));
                words.iter().all(|word| text.contains(word.as_str()))
            })
            .map(|agency| (agency.code.clone(), agency.name_in(shared.lang).to_owned(), agency.code.clone()))
            .collect();
        found.sort_by(|a, b| collate::compare(&a.1, &b.1));
        found.truncate(SHOWN);
        found
    };
    Field::found(name, shared.word(label), find, chosen)
}

/// A field of several agencies.
fn agencies_field(name: &str, label: impl Message, chosen: &[String], shared: &Shared) -> Field {
    let groups = [(MINISTRIES, A::Ministries), (PROVINCES, A::Provinces)];
    let groups =
        groups.map(|(code, word)| (code.to_owned(), shared.word(word).to_owned(), chosen.iter().any(|c| c == code)));
    let one = |agency: &crate::model::Agency| {
        (agency.code.clone(), agency.name_in(shared.lang).to_owned(), chosen.contains(&agency.code))
    };
    let mut all: Vec<(String, String, bool)> = shared.world.agencies.values().map(one).collect();
    all.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| collate::compare(&a.1, &b.1)));
    Field::checks(name, shared.word(label), groups.into_iter().chain(all).collect())
}

fn list(text: &str, by: &[char]) -> Vec<String> {
    text.split(by).map(clean_line).filter(|part| !part.is_empty()).collect()
}

/// Gives a person and a date to what is owed.
pub(super) fn charge(owed: Vec<Owed>, shared: &Shared) -> Form {
    let single = if let [one] = owed.as_slice() { Some(one.clone()) } else { None };
    let person = single.as_ref().and_then(|one| one.person.clone()).unwrap_or_default();
    let fields = vec![
        Field::line("person", shared.word(K::Person), &person),
        day_field("due", K::Due, single.as_ref().and_then(|one| one.due), shared),
    ];
    let count = owed.len();
    let about = shared.word(if count == 1 { K::ChargeOne } else { K::ChargeMany });
    let title = K::ChargeTitle.with(shared.lang, &[&count]);
    let form = Form::new(title, fields, move |answers, shared| {
        let (person, due) = (answer(answers, "person"), day(answers, "due", shared)?);
        // Of several, what is left empty stays as it is with each.
        let person = (count == 1 || !person.is_empty()).then_some(person);
        let due = (count == 1 || due.is_some()).then_some(due);
        let owed = owed.clone();
        Ok(vec![Verb::expecting("tui assignment edit", move |desk, seen| {
            let asked = Charge { owed: &owed, person: person.as_deref(), due, overlooked: seen };
            let done = desk.charge(asked)?;
            let value = match done.value {
                Outcome::Done(count) => Outcome::Done(After::said(K::Charged.said(&[&count]))),
                Outcome::Stands(standing) => Outcome::Stands(standing),
            };
            Ok(Changed { value, change: done.change })
        })])
    });
    form.about(vec![about.to_owned()])
}

/// An assignment: a new one, or one that is there.
pub(super) fn assignment(of: Option<&Assignment>, known: &Known, shared: &Shared) -> Form {
    let lang = shared.lang;
    let text = |value: fn(&Assignment) -> &str| of.map_or("", value).to_owned();
    let mut fields = Vec::new();
    if of.is_none() {
        let directives =
            known.directives.iter().rev().map(|d| (d.code.clone(), d.name_in(lang).to_owned())).collect::<Vec<_>>();
        let first = directives.first().map(|(code, _)| code.clone()).unwrap_or_default();
        fields.push(Field::line("code", shared.word(K::Code), "").needed().hint(shared.word(K::CodeHint)));
        fields.push(Field::choice("directive", shared.word(K::Directive), directives, &first).needed());
    }
    let cooperating = of.map(|a| a.cooperating.join(", ")).unwrap_or_default();
    fields.extend([
        Field::line("title", shared.word(K::What), &text(|a| &a.title)).needed(),
        agencies_field("leads", K::Leads, of.map_or(&[], |a| a.leads.as_slice()), shared),
        Field::line("cooperating", shared.word(K::Cooperating), &cooperating).hint(shared.word(K::CommaHint)),
        Field::line("deliverable", shared.word(K::Deliverable), &text(|a| &a.deliverable)),
        day_field("due", K::Due, of.and_then(|a| a.due), shared),
        Field::line("person", shared.word(K::Person), of.and_then(|a| a.person.as_deref()).unwrap_or_default()),
        Field::line("note", shared.word(C::Note), &text(|a| &a.note)),
        Field::line("source", shared.word(K::Source), &text(|a| &a.source)),
    ]);
    let code = of.map(|a| a.code.clone());
    let title =
        code.as_ref().map_or(shared.word(K::NewAssignment).to_owned(), |code| K::AssignmentOf.with(lang, &[code]));
    Form::new(title, fields, move |answers, shared| {
        let due = day(answers, "due", shared)?;
        let (leads, bodies) =
            (list(&answer(answers, "leads"), &[',']), list(&answer(answers, "cooperating"), &[',', ';']));
        if leads.is_empty() {
            return Err(Refusal::of("leads", shared.word(K::NoLead)));
        }
        let (code, answers) = (code.clone(), answers.clone());
        Ok(vec![Verb::plain("tui assignment", move |desk| {
            let given = |name: &str| answers.get(name).map(String::as_str);
            let edit = AssignmentEdit {
                title: given("title"),
                title_en: None,
                leads: &leads,
                cooperating: &bodies,
                deliverable: given("deliverable"),
                due: Some(due),
                person: given("person"),
                note: given("note"),
                source: given("source"),
            };
            let done = match &code {
                Some(code) => desk.edit_assignment(code, edit)?,
                None => desk.add_assignment(&answer(&answers, "code"), &answer(&answers, "directive"), edit)?,
            };
            let said = K::Stored.said(&[&done.value]);
            Ok(stored(done, said))
        })])
    })
}

/// A new directive.
pub(super) fn directive(shared: &Shared) -> Form {
    let fields = vec![
        Field::line("code", shared.word(K::Code), "").needed().hint(shared.word(K::CodeHint)),
        Field::line("name", shared.word(C::Name), "").needed(),
        day_field("date", K::Date, Some(shared.today), shared).needed(),
        agency_field("issuer", K::Issuer, "", shared),
        Field::line("document", shared.word(K::Document), ""),
        Field::line("source", shared.word(K::Source), ""),
    ];
    Form::new(shared.word(K::NewDirective), fields, move |answers, shared| {
        let directive = Directive {
            code: answer(answers, "code"),
            name: answer(answers, "name"),
            name_en: None,
            date: day(answers, "date", shared)?.unwrap_or(shared.today),
            issuer: maybe(answers, "issuer"),
            document: maybe(answers, "document"),
            source: answer(answers, "source"),
        };
        Ok(vec![Verb::plain("tui directive add", move |desk| {
            let done = desk.add_directive(&directive)?;
            let said = K::Stored.said(&[&done.value]);
            Ok(stored(done, said))
        })])
    })
}

/// The assignments that something can carry out or show.
fn assignments(known: &Known, shared: &Shared) -> Vec<(String, String)> {
    let none = (String::new(), shared.word(C::None).to_owned());
    let all = known.assignments.iter().map(|a| (a.code.clone(), a.title_in(shared.lang).to_owned()));
    std::iter::once(none).chain(all).collect()
}

/// A new review campaign.
pub(super) fn campaign(known: &Known, shared: &Shared) -> Form {
    let fields = vec![
        Field::line("code", shared.word(K::Code), "").needed().hint(shared.word(K::CodeHint)),
        Field::line("name", shared.word(C::Name), "").needed(),
        Field::line("trigger", shared.word(K::Trigger), "").needed(),
        Field::choice("assignment", shared.word(K::CarriesOut), assignments(known, shared), ""),
        agency_field("lead", K::Leads, "", shared),
        day_field("due", K::Due, None, shared),
        Field::line("source", shared.word(K::Source), ""),
    ];
    Form::new(shared.word(K::NewCampaign), fields, move |answers, shared| {
        let campaign = Campaign {
            code: answer(answers, "code"),
            name: answer(answers, "name"),
            name_en: None,
            assignment: maybe(answers, "assignment"),
            trigger: answer(answers, "trigger"),
            lead: maybe(answers, "lead"),
            due: day(answers, "due", shared)?,
            instruments: Vec::new(),
            source: answer(answers, "source"),
        };
        Ok(vec![Verb::plain("tui campaign new", move |desk| {
            let done = desk.new_campaign(&campaign)?;
            let said = K::Stored.said(&[&done.value]);
            Ok(stored(done, said))
        })])
    })
}

/// A new indicator.
pub(super) fn indicator(known: &Known, shared: &Shared) -> Form {
    let better = [("false", K::HigherIsBetter), ("true", K::LowerIsBetter)];
    let better = better.map(|(key, word)| (key.to_owned(), shared.word(word).to_owned())).to_vec();
    let fields = vec![
        Field::line("code", shared.word(K::Code), "").needed().hint(shared.word(K::CodeHint)),
        Field::line("name", shared.word(C::Name), "").needed(),
        Field::line("unit", shared.word(K::Unit), "").needed().hint(shared.word(K::UnitHint)),
        Field::choice("assignment", shared.word(K::Shows), assignments(known, shared), ""),
        Field::line("baseline", shared.word(K::Baseline), "").hint(shared.word(C::NumberHint)),
        Field::line("target", shared.word(K::TargetValue), "").hint(shared.word(C::NumberHint)),
        day_field("due", K::Due, None, shared),
        Field::choice("lower", shared.word(K::Better), better, "false"),
        Field::line("source", shared.word(K::Source), ""),
    ];
    Form::new(shared.word(K::NewIndicator), fields, move |answers, shared| {
        let value = |name: &str| {
            let read = maybe(answers, name).map(|text| reading_value(&text)).transpose();
            read.map_err(|fault| Refusal::of(name, shared.fault(&fault)))
        };
        let indicator = Indicator {
            code: answer(answers, "code"),
            name: answer(answers, "name"),
            name_en: None,
            unit: answer(answers, "unit"),
            assignment: maybe(answers, "assignment"),
            baseline: value("baseline")?,
            target: value("target")?,
            due: day(answers, "due", shared)?,
            lower_is_better: answer(answers, "lower") == "true",
            readings: Vec::new(),
            source: answer(answers, "source"),
        };
        Ok(vec![Verb::plain("tui indicator add", move |desk| {
            let done = desk.add_indicator(&indicator)?;
            let said = K::Stored.said(&[&done.value]);
            Ok(stored(done, said))
        })])
    })
}

/// The endings that a letter can have.
const ENDINGS: &str = ".docx .md .html .xlsx .json";

/// Asks for the file of the letter that reminds an agency of what it owes.
pub(super) fn letter(code: &str, shared: &Shared) -> Form {
    let name = shared.world.agency(code, shared.lang).to_owned();
    let file = format!("{}-{code}.docx", fold(shared.word(K::LetterFile)).replace(' ', "-"));
    let field = Field::line("path", shared.word(W::FileName), &file).needed().hint(ENDINGS);
    let code = code.to_owned();
    let form = Form::new(shared.word(K::LetterTitle), vec![field], move |answers, shared| {
        let path = answer(answers, "path");
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        if Ending::parse(&ending).is_none() {
            return Err(Refusal::of("path", W::UnknownEnding.with(shared.lang, &[&ENDINGS])));
        }
        let code = code.clone();
        let written = Write {
            path,
            over: false,
            make: Rc::new(move |from, ending| {
                let lang = from.shared.lang;
                let name = Report::Reminder.name();
                let request = Request {
                    template: template(name, lang, from.templates)?
                        .ok_or_else(|| Fault::missing(CliMessage::UnknownReport.said(&[&name, &name])))?,
                    scope: Scope::Agency(code.clone()),
                    as_of: from.shared.today,
                    period: None,
                    programme: None,
                    stage: crate::model::Stage::Planned,
                    only: None,
                    lang,
                    track: false,
                };
                let form = Ending::parse(ending);
                let form = form.ok_or_else(|| Fault::usage(CliMessage::UnknownEnding.said(&[&ending, &ENDINGS])))?;
                make(from.workspace, &from.shared.world.snapshot, &request)?.render(form).map(FileBytes::Here)
            }),
        };
        Ok(vec![Effect::Write(written)])
    });
    form.about(vec![name])
}
