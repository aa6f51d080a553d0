//! Local announcements of a procedure that were kept as procedures of their own: found by their codes, and put together with the procedure that
//! they are. What the procedure has stays; what it lacks comes from the announcement.

use super::Desk;
use crate::model::procedure_code::ProcedureCode;
use crate::model::{Batch, Component, Measure, Observation, Procedure, ReviewAnswer};
use crate::store::{Changed, Reader, Writer};
use crate::text::fold;
use crate::words::local::LocalWord as W;
use crate::words::{Fault, Message, Result, Said};
use std::collections::HashMap;

/// What was put together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergedLocal {
    /// The codes that are no more, each with that of its procedure.
    pub merged: Vec<(String, String)>,
    /// How many measures moved.
    pub measures: usize,
    /// What deserves a look.
    pub notes: Vec<Said>,
}

/// The procedures whose code is that of a local announcement, each with the national code.
///
/// # Errors
/// The workspace cannot be read.
pub fn local_duplicates(reader: &Reader) -> Result<Vec<(String, String)>> {
    let codes = reader.regulation_rows()?.into_iter().map(|row| row.code);
    let local = |code: String| {
        let read = ProcedureCode::read(&code).filter(|read| read.national != code)?;
        Some((code, read.national))
    };
    Ok(codes.filter_map(local).collect())
}

impl Desk<'_> {
    /// Puts local announcements together with their procedures: those named, or all.
    ///
    /// # Errors
    /// Missing, where a code is not that of a local announcement; bad input, where something else rests on one.
    pub fn merge_local(&mut self, codes: Option<&[String]>) -> Result<Changed<MergedLocal>> {
        self.change(|writer| {
            let mut pairs = local_duplicates(writer)?;
            if let Some(codes) = codes {
                if let Some(other) = codes.iter().find(|code| !pairs.iter().any(|(local, _)| local == *code)) {
                    let fault = Fault::missing(W::NotLocal.said(&[other]));
                    return Err(fault.hint(W::NotLocalHint.said(&[])));
                }
                pairs.retain(|(local, _)| codes.contains(local));
            }
            let mut done = MergedLocal::default();
            for (local, national) in pairs {
                merge(writer, &local, &national, &mut done)?;
                done.merged.push((local, national));
            }
            Ok(done)
        })
    }
}

fn merge(writer: &Writer<'_>, local: &str, national: &str, done: &mut MergedLocal) -> Result<()> {
    let Some(mut procedure) = writer.procedure(local)? else { return Ok(()) };
    let theirs = procedure.components.clone();
    national.clone_into(&mut procedure.regulation.code);
    if writer.procedure(national)?.is_some() {
        // Its times and fees are those of one place.
        procedure.verbatim = procedure.channel_lines(local);
        keep_beside(writer, &procedure)?;
    }
    writer.fill_gaps(&Batch { procedures: vec![procedure], ..Batch::default() })?;
    let ours = writer.procedure(national)?.map(|procedure| procedure.components).unwrap_or_default();
    let same = same_papers(&theirs, &ours);
    let rows = writer.sheet(local)?;
    if !rows.is_empty() {
        if writer.sheet(national)?.is_empty() {
            let moved: Vec<_> = rows
                .into_iter()
                .map(|mut row| {
                    row.component = row.component.and_then(|id| same.get(&id).cloned());
                    row
                })
                .collect();
            writer.put_sheet(national, &moved)?;
        } else {
            done.notes.push(W::SheetLeft.said(&[&local, &national]));
        }
        writer.put_sheet(local, &[])?;
    }
    for measure in writer.all::<Measure>()?.into_iter().filter(|measure| measure.regulation == local) {
        let aims = measure.targets.iter();
        let targets: Vec<String> = aims.map(|id| same.get(id).cloned().unwrap_or_else(|| id.clone())).collect();
        let moved = Measure { regulation: national.to_owned(), targets, ..measure };
        writer.put_measure(&moved)?;
        done.measures += 1;
    }
    if let Some(theirs) = writer.population(local)? {
        // How many comply at one place says nothing of the country.
        let count = theirs.count.map_or_else(|| "?".to_owned(), |count| count.to_string());
        done.notes.push(W::PopulationLeft.said(&[&local, &count]));
        writer.remove_one(&theirs)?;
    }
    for one in writer.observations(local)? {
        writer.remove_one(&one)?;
        writer.put(&Observation { regulation: national.to_owned(), ..one })?;
    }
    for answer in writer.review_answers(local)? {
        writer.remove_one(&answer)?;
        let same = |known: &ReviewAnswer| known.checklist == answer.checklist && known.question == answer.question;
        if !writer.review_answers(national)?.iter().any(same) {
            writer.put(&ReviewAnswer { regulation: national.to_owned(), ..answer })?;
        }
    }
    writer.remove_procedure(local)?;
    Ok(())
}

/// Ids of papers of one dossier with those of the other that are the same by name.
fn same_papers(theirs: &[Component], ours: &[Component]) -> HashMap<String, String> {
    let by_name: HashMap<String, &str> = ours.iter().map(|c| (fold(&c.name), c.id.as_str())).collect();
    theirs.iter().filter_map(|c| Some((c.id.clone(), (*by_name.get(&fold(&c.name))?).to_owned()))).collect()
}

/// Keeps the lines of a local announcement beside the procedure, once.
pub(super) fn keep_beside(writer: &Writer<'_>, local: &Procedure) -> Result<()> {
    let Some(mut stored) = writer.procedure(&local.regulation.code)? else { return Ok(()) };
    let before = stored.verbatim.len();
    for line in &local.verbatim {
        if !stored.verbatim.contains(line) {
            stored.verbatim.push(line.clone());
        }
    }
    if stored.verbatim.len() > before {
        writer.put_procedure(&stored)?;
    }
    Ok(())
}
