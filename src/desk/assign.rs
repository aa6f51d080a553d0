//! What directives assign: a directive, and the assignments into which it is broken.

use super::{Desk, not_found};
use crate::model::Kind;
use crate::model::{Agency, AgencyNames, Assignment, AssignmentStatus, AssignmentStep, Directive};
use crate::reform::{GROUPS, bearers};
use crate::store::{Changed, Reader};
use crate::text::clean_line;
use crate::words::assign::AssignWord as Say;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

/// What of an assignment is stated; what is nothing stays as it is. A text or date that is given empty is taken out.
#[derive(Debug, Clone, Copy, Default)]
pub struct AssignmentEdit<'a> {
    /// What is to be done.
    pub title: Option<&'a str>,
    /// The same in English.
    pub title_en: Option<&'a str>,
    /// Who leads: codes or names of agencies, `ministries`, `provinces`; those that are there stay when empty.
    pub leads: &'a [String],
    /// Who co-operates, likewise, or names of bodies outside the catalogue.
    pub cooperating: &'a [String],
    /// What is due.
    pub deliverable: Option<&'a str>,
    /// By when; `Some(None)` takes the date out.
    pub due: Option<Option<Date>>,
    /// The person responsible.
    pub person: Option<&'a str>,
    /// A remark.
    pub note: Option<&'a str>,
    /// Where the facts come from.
    pub source: Option<&'a str>,
}

/// The next status of an assignment, or of the part of one agency in it.
#[derive(Debug, Clone, Copy)]
pub struct MoveAssignment<'a> {
    /// Its code.
    pub code: &'a str,
    /// The agency whose part it is; all that lead, when nothing.
    pub agency: Option<&'a str>,
    /// The status.
    pub status: AssignmentStatus,
    /// The day on which it was reached.
    pub date: Date,
    /// What shows it.
    pub evidence: &'a str,
    /// A remark.
    pub note: &'a str,
}

impl Desk<'_> {
    /// Adds a directive; gives its code.
    ///
    /// # Errors
    /// Usage, where the code is taken.
    pub fn add_directive(&mut self, asked: &Directive) -> Result<Changed<String>> {
        self.change(|writer| {
            let known = writer.all::<Directive>()?;
            let code = new_code(&asked.code, known.iter().map(|d| &d.code))?;
            writer.put(&Directive { code: code.clone(), ..asked.clone() })?;
            Ok(code)
        })
    }

    /// Adds an assignment to a directive; gives its code.
    ///
    /// # Errors
    /// Missing, where there is no such directive or agency; usage, where the code is taken or nobody leads.
    pub fn add_assignment(&mut self, code: &str, directive: &str, edit: AssignmentEdit<'_>) -> Result<Changed<String>> {
        self.change(|writer| {
            if !writer.all::<Directive>()?.iter().any(|known| known.code == directive) {
                return Err(not_found(Kind::Directive, directive));
            }
            let known = writer.all::<Assignment>()?;
            let mut assignment = Assignment {
                code: new_code(code, known.iter().map(|a| &a.code))?,
                directive: directive.to_owned(),
                title: String::new(),
                title_en: None,
                leads: Vec::new(),
                cooperating: Vec::new(),
                deliverable: String::new(),
                due: None,
                person: None,
                note: String::new(),
                source: String::new(),
                steps: Vec::new(),
            };
            fill(writer, &mut assignment, edit)?;
            writer.put(&assignment)?;
            Ok(assignment.code)
        })
    }

    /// Changes an assignment as it is stored now; gives its code.
    ///
    /// # Errors
    /// Missing, where there is no such assignment or agency; usage, where nobody would lead.
    pub fn edit_assignment(&mut self, code: &str, edit: AssignmentEdit<'_>) -> Result<Changed<String>> {
        self.change(|writer| {
            let mut assignment = assignment(writer, code)?;
            fill(writer, &mut assignment, edit)?;
            writer.put(&assignment)?;
            Ok(assignment.code)
        })
    }

    /// Gives an assignment, or the part of one agency in it, its next status; gives the code of that agency.
    ///
    /// # Errors
    /// Missing, where there is no such assignment or agency; usage, where the agency has no part in it, the status cannot follow, the
    /// date lies before the last step, or what is done is not shown.
    pub fn move_assignment(&mut self, asked: MoveAssignment<'_>) -> Result<Changed<Option<String>>> {
        self.change(|writer| {
            let mut assignment = assignment(writer, asked.code)?;
            let agencies = writer.all::<Agency>()?;
            let leads = bearers(&assignment.leads, &agencies);
            let whose = asked.agency.map(|name| agency(writer, name)).transpose()?;
            if let Some(code) = whose.as_ref().filter(|code| !leads.contains(code)) {
                return Err(Fault::usage(Say::NoSuchPart.said_by(|lang| {
                    let names = AgencyNames::new(&agencies, lang);
                    vec![names.of(code).to_owned(), assignment.code.clone(), names.list(&assignment.leads)]
                })));
            }
            let step = AssignmentStep {
                agency: whose.clone(),
                status: asked.status,
                date: asked.date,
                evidence: clean_line(asked.evidence),
                note: clean_line(asked.note),
            };
            assignment.advance(&leads, step)?;
            writer.put(&assignment)?;
            Ok(whose)
        })
    }

    /// Removes an assignment; the journal keeps it.
    ///
    /// # Errors
    /// Missing, where there is none; input, where a campaign or an indicator points to it.
    pub fn remove_assignment(&mut self, code: &str) -> Result<Changed<()>> {
        self.change(|writer| match writer.remove::<Assignment>(code)? {
            true => Ok(()),
            false => Err(not_found(Kind::Assignment, code)),
        })
    }
}

fn assignment(reader: &Reader, code: &str) -> Result<Assignment> {
    let found = reader.all::<Assignment>()?.into_iter().find(|assignment| assignment.code == code);
    found.ok_or_else(|| not_found(Kind::Assignment, code))
}

fn fill(reader: &Reader, assignment: &mut Assignment, edit: AssignmentEdit<'_>) -> Result<()> {
    let is_group = |name: &str| GROUPS.contains(&name);
    if !edit.leads.is_empty() {
        let lead = |name: &String| if is_group(name) { Ok(name.clone()) } else { agency(reader, name) };
        assignment.leads = edit.leads.iter().map(lead).collect::<Result<_>>()?;
    }
    if !edit.cooperating.is_empty() {
        let body = |name: &String| {
            let known = if is_group(name) { None } else { reader.resolve_agency(name)? };
            Ok(known.unwrap_or_else(|| clean_line(name)))
        };
        assignment.cooperating = edit.cooperating.iter().map(body).collect::<Result<_>>()?;
    }
    let line = |given: Option<&str>, field: &mut String| {
        if let Some(given) = given {
            *field = clean_line(given);
        }
    };
    line(edit.title, &mut assignment.title);
    line(edit.deliverable, &mut assignment.deliverable);
    line(edit.note, &mut assignment.note);
    line(edit.source, &mut assignment.source);
    let maybe = |given: Option<&str>, field: &mut Option<String>| {
        if let Some(given) = given {
            *field = Some(clean_line(given)).filter(|line| !line.is_empty());
        }
    };
    maybe(edit.title_en, &mut assignment.title_en);
    maybe(edit.person, &mut assignment.person);
    if let Some(due) = edit.due {
        assignment.due = due;
    }
    if assignment.leads.is_empty() { Err(Fault::usage(Say::NoLead.said(&[]))) } else { Ok(()) }
}

/// The code of an agency that goes by a code or name.
///
/// # Errors
/// Missing, when nothing goes by this name.
pub(super) fn agency(reader: &Reader, name: &str) -> Result<String> {
    reader.resolve_agency(name)?.ok_or_else(|| not_found(Kind::Agency, name))
}

/// The code of the agency that is named, if one is.
pub(super) fn agency_option(reader: &Reader, name: Option<&str>) -> Result<Option<String>> {
    name.map(|name| agency(reader, name)).transpose()
}

/// # Errors
/// Missing, when there is no such assignment.
pub(super) fn need_assignment(reader: &Reader, code: Option<&str>) -> Result<()> {
    code.map_or(Ok(()), |code| assignment(reader, code).map(|_| ()))
}

/// A new code: cleaned, and not taken.
///
/// # Errors
/// Usage, when it is taken.
pub(super) fn new_code<'c>(code: &str, mut taken: impl Iterator<Item = &'c String>) -> Result<String> {
    let code = clean_line(code);
    if taken.any(|known| *known == code) {
        return Err(Fault::usage(Say::Exists.said(&[&code])));
    }
    Ok(code)
}
