//! The amending instrument that the measures of the workspace come to: their proposed texts put into the newest text of each instrument, and the
//! wording that brings this about, one Điều an instrument. What could not be drafted is told with its reason.

mod page;
mod proposals;

pub use page::{FORMS, render};

use super::Scope;
use crate::law::draft::orders::{Coarse, between};
use crate::law::draft::{Base, Draft, Head, Proposal, draft, edited};
use crate::law::{Document, consolidate};
use crate::model::{Instrument, Measure, Stage};
use crate::reform::Snapshot;
use crate::store::{VersionHead, Workspace};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Result, Said};
use jiff::civil::Date;
use proposals::{Aim, aims, conflicts};
use std::collections::{BTreeMap, BTreeSet};

/// Which measures an amending instrument is drafted from.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Those on these regulations.
    pub scope: Scope,
    /// Those that count at this stage.
    pub stage: Stage,
    /// As they stood on this day.
    pub as_of: Date,
    /// Only those that change this instrument, by its number in normal form.
    pub instrument: Option<String>,
    /// Only these, by code: the measures of a scenario.
    pub only: Option<BTreeSet<String>>,
}

/// An instrument that is amended, in a version of its text.
#[derive(Debug, Clone)]
pub struct Known {
    /// The instrument.
    pub instrument: Instrument,
    /// The name of the version.
    pub version: String,
    /// The text of the version, without the note marks of a published consolidation.
    pub document: Document,
}

/// What measures do to one instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Number of the instrument.
    pub instrument: String,
    /// The version of its text that is amended.
    pub version: String,
    /// Codes of the measures that are drafted, in the order of the instrument.
    pub measures: Vec<String>,
}

/// A measure that is not in the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Its code.
    pub measure: String,
    /// The instrument that it is to change.
    pub instrument: String,
    /// The provision that it names.
    pub provision: Option<String>,
    /// Why it is not drafted.
    pub why: Why,
}

/// Why a measure is not in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The workspace has no text of the instrument.
    NoText,
    /// It names no provision that could be read.
    NoProvision,
    /// It has one new text for several provisions.
    SeveralPlaces,
    /// It proposes no text, and its kind does not abolish.
    NoProposal,
    /// The text reads so already.
    Same,
    /// The proposal does not fit the text.
    Misfit(consolidate::Failure),
}

impl Why {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoText => "no-text",
            Self::NoProvision => "no-provision",
            Self::SeveralPlaces => "several-places",
            Self::NoProposal => "no-proposal",
            Self::Same => "same",
            Self::Misfit(failure) => failure.name(),
        }
    }

    /// The reason in both languages.
    pub fn said(self) -> Say {
        match self {
            Self::NoText => Say::NoTextOfIt,
            Self::NoProvision => Say::NoProvisionRead,
            Self::SeveralPlaces => Say::SeveralPlaces,
            Self::NoProposal => Say::NoProposal,
            Self::Same => Say::ReadsSoAlready,
            Self::Misfit(failure) => failure.said(),
        }
    }
}

/// An amending instrument drafted from measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amending {
    /// The draft; its text is empty where nothing can be drafted.
    pub draft: Draft,
    /// The instruments that it amends, by number.
    pub parts: Vec<Part>,
    /// What is to be looked at in the measures themselves, with a stable name.
    pub cautions: Vec<(&'static str, Said)>,
    /// The measures that are not in it, by code.
    pub left: Vec<Left>,
}

impl Amending {
    /// All that is to be looked at again: in the measures, then in the draft; each with its stable name.
    pub fn warnings(&self) -> Vec<(&'static str, Said)> {
        let of_draft = self.draft.warnings.iter().map(|w| (w.name(), w.said()));
        self.cautions.iter().cloned().chain(of_draft).collect()
    }

    /// What is said of a measure that is not in the draft.
    pub fn left_said(left: &Left) -> Said {
        let place = left.provision.as_deref().unwrap_or_default();
        let place = [place, &left.instrument].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
        let both = |lang| Say::NotDrafted.with(lang, &[&left.measure, &place, &left.why.said().text(lang)]);
        Said::by(both)
    }
}

/// Drafts the amending instrument of the measures that are wanted. Only measures that name an instrument count.
///
/// # Errors
/// The workspace cannot be read.
pub fn amending(workspace: &Workspace, snapshot: &Snapshot, wanted: &Wanted, head: &Head) -> Result<Amending> {
    let measures = measures(snapshot, wanted);
    let mut known = BTreeMap::new();
    for number in measures.iter().filter_map(|m| m.instrument.as_deref()) {
        if !known.contains_key(number)
            && let Some(text) = text_of(workspace, number)?
        {
            known.insert(number.to_owned(), text);
        }
    }
    Ok(of_measures(&measures, snapshot, &known, head))
}

/// The measures that are wanted, by code.
fn measures<'s>(snapshot: &'s Snapshot, wanted: &Wanted) -> Vec<&'s Measure> {
    let within = |measure: &Measure| match snapshot.live.find(&measure.regulation) {
        Some(subject) => wanted.scope.holds(subject),
        None => wanted.scope == Scope::All,
    };
    let counts = |measure: &Measure| {
        let number = measure.instrument.as_deref().filter(|number| !number.is_empty());
        number.is_some_and(|number| wanted.instrument.as_deref().is_none_or(|wanted| wanted == number))
            && wanted.only.as_ref().is_none_or(|only| only.contains(&measure.code))
            && measure.status_on(wanted.as_of).is_some_and(|status| status.counts_at(wanted.stage))
    };
    let mut measures: Vec<&Measure> = snapshot.measures.iter().filter(|m| counts(m) && within(m)).collect();
    measures.sort_by(|a, b| a.code.cmp(&b.code));
    measures
}

/// The newest text of an instrument that is no draft; nothing where the workspace has none.
pub(super) fn text_of(workspace: &Workspace, number: &str) -> Result<Option<Known>> {
    let Some(instrument) = workspace.instrument(number)? else { return Ok(None) };
    let heads = workspace.version_heads(number)?;
    let Some(newest) = VersionHead::newest(&heads) else { return Ok(None) };
    let version = workspace.instrument_version(number, &newest.name)?;
    Ok(version.map(|version| Known {
        instrument,
        document: consolidate::published::unmarked(&version.text),
        version: version.name,
    }))
}

/// Drafts from measures and the texts of their instruments, by number.
pub fn of_measures(
    measures: &[&Measure],
    snapshot: &Snapshot,
    known: &BTreeMap<String, Known>,
    head: &Head,
) -> Amending {
    let mut by_instrument: BTreeMap<&str, Vec<&Measure>> = BTreeMap::new();
    for measure in measures {
        by_instrument.entry(measure.instrument.as_deref().unwrap_or_default()).or_default().push(measure);
    }
    let mut changes: Vec<(Base<'_>, Document)> = Vec::new();
    let (mut parts, mut cautions, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for (number, measures) in by_instrument {
        let Some(text) = known.get(number) else {
            left.extend(measures.iter().map(|m| not_drafted(m, Why::NoText)));
            continue;
        };
        let mut wanted: Vec<Aim<'_>> = Vec::new();
        for measure in measures {
            match aims(measure, snapshot, &text.document) {
                Ok(found) => wanted.extend(found),
                Err(why) => left.push(not_drafted(measure, why)),
            }
        }
        // What holds other provisions is changed before them, so that both changes stand.
        wanted.sort_by(|a, b| a.proposal.place.cmp(&b.proposal.place));
        cautions.extend(conflicts(&wanted, text));
        // Several measures may rest on one change of the law.
        let mut proposals: Vec<Proposal> = wanted.iter().map(|aim| aim.proposal.clone()).collect();
        proposals.dedup();
        let (document, misfits) = edited(&text.document, &proposals);
        let mut drafted = Vec::new();
        for aim in wanted {
            match misfits.iter().find(|misfit| misfit.place == aim.proposal.place) {
                Some(misfit) => left.push(not_drafted(aim.measure, Why::Misfit(misfit.failure))),
                None if !drafted.contains(&aim.measure.code) => drafted.push(aim.measure.code.clone()),
                None => {}
            }
        }
        if !drafted.is_empty() {
            let version = text.version.clone();
            parts.push(Part { instrument: number.to_owned(), version, measures: drafted });
            changes.push((Base::known(&text.document, &text.instrument), document));
        }
    }
    left.sort_by(|a, b| (&a.measure, &a.provision).cmp(&(&b.measure, &b.provision)));
    left.dedup();
    Amending { draft: draft(&changes, head), parts, cautions, left }
}

fn not_drafted(measure: &Measure, why: Why) -> Left {
    Left {
        measure: measure.code.clone(),
        instrument: measure.instrument.clone().unwrap_or_default(),
        provision: measure.provision.clone(),
        why,
    }
}

/// The orders that an amending instrument would carry for one measure alone, in words: `Sửa đổi, bổ sung khoản 2 Điều 5`. None where it
/// cannot be drafted.
pub(super) fn orders_of(measure: &Measure, snapshot: &Snapshot, text: &Known) -> Vec<String> {
    let Ok(aims) = aims(measure, snapshot, &text.document) else { return Vec::new() };
    let proposals: Vec<Proposal> = aims.into_iter().map(|aim| aim.proposal).collect();
    let (document, misfits) = edited(&text.document, &proposals);
    if !misfits.is_empty() {
        return Vec::new();
    }
    let kind = Base::known(&text.document, &text.instrument).kind();
    between(&text.document, &document, &Coarse::default()).orders.iter().map(|order| order.words(kind)).collect()
}
