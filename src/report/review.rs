//! Reviews by checklists: the filled-in forms, and where they stand.

use super::Request;
use super::cost::json;
use super::names::Names;
use crate::model::{Checklist, Question, ReviewAnswer};
use crate::reform::{Snapshot, Subject};
use crate::store::Workspace;
use crate::view::nouns::review::standing;
use crate::view::{Cell, Sheet};
use crate::words::review::ReviewWord as W;
use crate::words::{Message, Result, capital};
use serde::Serialize;
use serde_json::Value as Json;

#[derive(Serialize)]
struct Data {
    scope: String,
    as_of: String,
    /// How many regulations have an answer, and how many answers find something wrong.
    reviewed: usize,
    findings: usize,
    forms: Vec<Form>,
}

#[derive(Serialize)]
struct Form {
    code: String,
    name: String,
    source: String,
    findings: usize,
    regulations: Vec<Reviewed>,
}

#[derive(Serialize)]
struct Reviewed {
    code: String,
    name: String,
    agency: String,
    answered: usize,
    questions: usize,
    findings: usize,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    number: usize,
    group: String,
    text: String,
    /// Empty where the question is not answered.
    answer: String,
    finding: bool,
    note: String,
    person: String,
    date: String,
}

/// The reviews within the scope: by checklist, the regulations that have answers.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn data(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let names = Names::read(workspace, request.lang)?;
    let given = workspace.all::<ReviewAnswer>()?;
    let has = |subject: &&Subject| given.iter().any(|one| one.regulation == subject.code);
    let subjects: Vec<&Subject> =
        snapshot.live.subjects.iter().filter(|subject| request.scope.holds(subject)).filter(has).collect();
    let mut forms = Vec::new();
    for checklist in workspace.all::<Checklist>()? {
        let mut regulations = Vec::new();
        for subject in &subjects {
            let to = |one: &&ReviewAnswer| one.regulation == subject.code && one.checklist == checklist.code;
            let own: Vec<ReviewAnswer> = given.iter().filter(to).cloned().collect();
            if own.is_empty() {
                continue;
            }
            let (answered, findings) = standing(&checklist, &own);
            let lines = checklist.questions.iter().zip(1..).map(|(question, at)| line(at, question, &own, request));
            regulations.push(Reviewed {
                code: subject.code.clone(),
                name: workspace.regulation(&subject.code)?.map(|one| one.name).unwrap_or_default(),
                agency: names.agency(subject.agency.as_deref().unwrap_or_default()),
                answered,
                questions: checklist.questions.len(),
                findings,
                lines: lines.collect(),
            });
        }
        if !regulations.is_empty() {
            forms.push(Form {
                name: checklist.name_in(request.lang).to_owned(),
                code: checklist.code,
                source: checklist.source,
                findings: regulations.iter().map(|one| one.findings).sum(),
                regulations,
            });
        }
    }
    let findings = forms.iter().map(|form| form.findings).sum();
    let sheet = sheet(&forms, request);
    let data = Data {
        scope: names.scope(workspace, request)?,
        as_of: request.as_of.to_string(),
        reviewed: subjects.len(),
        findings,
        forms,
    };
    Ok((json(&data)?, vec![sheet]))
}

fn line(number: usize, question: &Question, given: &[ReviewAnswer], request: &Request) -> Line {
    let given = given.iter().find(|one| one.question == question.id);
    Line {
        number,
        group: question.group_in(request.lang).to_owned(),
        text: question.text_in(request.lang).to_owned(),
        answer: given.map_or_else(String::new, |one| capital(one.answer.word(request.lang))),
        finding: given.is_some_and(|one| question.finds(one.answer)),
        note: given.map(|one| one.note.clone()).unwrap_or_default(),
        person: given.and_then(|one| one.person.clone()).unwrap_or_default(),
        date: given.and_then(|one| one.date).map(|day| day.to_string()).unwrap_or_default(),
    }
}

/// A row a question.
fn sheet(forms: &[Form], request: &Request) -> Sheet {
    let titles = [W::Form, W::Regulation, W::Name, W::Criterion, W::QuestionColumn, W::AnswerLabel, W::NoteLabel];
    let mut rows = Vec::new();
    for form in forms {
        for regulation in &form.regulations {
            rows.extend(regulation.lines.iter().map(|line| {
                let texts =
                    [&form.code, &regulation.code, &regulation.name, &line.group, &line.text, &line.answer, &line.note];
                texts.map(|text| Cell::from(text.clone())).to_vec()
            }));
        }
    }
    Sheet {
        name: W::Section.text(request.lang).to_owned(),
        columns: titles.map(|title| title.text(request.lang).to_owned()).to_vec(),
        rows,
        ..Sheet::default()
    }
}
