//! The forms by which something moves on: statuses of assignments and measures, outcomes of reviews, readings of indicators.

use super::Known;
use super::forms::{agency_field, answer, day, day_field, maybe, stored};
use crate::desk::{AdvanceMeasure, MoveAssignment, Outcome, PutUnderReview, ReviewOutcome, reading_value};
use crate::model::{AssignmentStatus, Campaign, Indicator, MeasureStatus, Outlook, Reading, Reviewed};
use crate::reform::{Debt, Standing};
use crate::store::Changed;
use crate::text::{clean_line, date};
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{After, Shared, Verb};
use crate::view::Cell;
use crate::words::choosing::ChoosingWord as C;
use crate::words::work_screen::WorkWord as K;
use crate::words::{Message, Named, Said};

fn options<V: Named + Message>(values: &[V], shared: &Shared) -> Vec<(String, String)> {
    values.iter().map(|value| (value.name().to_owned(), value.text(shared.lang).to_owned())).collect()
}

/// The form that moves what is owed; nothing where it cannot be moved.
pub(super) fn of_debt(debt: &Debt, known: &Known, shared: &Shared) -> Option<Form> {
    match debt.standing {
        Standing::Assignment(status) => Some(of_assignment(&debt.code, debt.agency.as_deref(), status, shared)),
        Standing::Measure(status) => Some(of_measure(debt, status, shared)),
        Standing::UnderReview | Standing::WithoutMeasure(_) => {
            let campaign = known.campaigns.iter().find(|campaign| campaign.code == debt.code)?;
            Some(outcome_of(campaign, debt.item.as_deref(), known, shared))
        }
    }
}

/// The next status of an assignment: of the part of one agency, or of all that lead.
pub(super) fn of_assignment(code: &str, agency: Option<&str>, is: AssignmentStatus, shared: &Shared) -> Form {
    let lang = shared.lang;
    let statuses = options(is.next(), shared);
    let first = statuses.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let mut fields = vec![Field::choice("status", shared.word(K::NextStatus), statuses, &first)];
    if let Some(agency) = agency {
        let part = K::PartOf.with(lang, &[&shared.world.agency(agency, lang)]);
        let parts = vec![(agency.to_owned(), part), (String::new(), shared.word(K::AllParts).to_owned())];
        fields.push(Field::choice("agency", shared.word(K::Whose), parts, agency));
    }
    fields.extend([
        day_field("date", K::Date, Some(shared.today), shared).needed(),
        Field::line("evidence", shared.word(K::Evidence), "").hint(shared.word(K::EvidenceHint)),
        Field::line("note", shared.word(C::Note), ""),
    ]);
    let title = K::MoveTitle.with(lang, &[&code, &is.text(lang)]);
    let code = code.to_owned();
    Form::new(title, fields, move |answers, shared| {
        let status = AssignmentStatus::parse(&answer(answers, "status"));
        let status = status.ok_or_else(|| Refusal::of("status", shared.word(K::NoNext)))?;
        let evidence = answer(answers, "evidence");
        if status == AssignmentStatus::Done && evidence.is_empty() {
            return Err(Refusal::of("evidence", shared.word(K::NeedsEvidence)));
        }
        let (agency, note) = (maybe(answers, "agency"), answer(answers, "note"));
        let (code, date) = (code.clone(), day(answers, "date", shared)?.unwrap_or(shared.today));
        Ok(vec![Verb::plain("tui assignment move", move |desk| {
            let asked = MoveAssignment {
                code: &code,
                agency: agency.as_deref(),
                status,
                date,
                evidence: &evidence,
                note: &note,
            };
            let done = desk.move_assignment(asked)?;
            let said = K::Moved.said_by(|lang| vec![code.clone(), status.text(lang).to_owned()]);
            Ok(stored(done, said))
        })])
    })
}

/// The next status of a measure.
fn of_measure(debt: &Debt, is: MeasureStatus, shared: &Shared) -> Form {
    let statuses = options(is.next(), shared);
    let first = statuses.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let fields = vec![
        Field::choice("status", shared.word(K::NextStatus), statuses, &first),
        day_field("date", K::Date, Some(shared.today), shared).needed(),
        Field::line("document", shared.word(K::Document), "").hint(shared.word(K::DocumentHint)),
        Field::line("note", shared.word(C::Note), ""),
    ];
    let title = K::MoveTitle.with(shared.lang, &[&debt.code, &is.text(shared.lang)]);
    let code = debt.code.clone();
    let form = Form::new(title, fields, move |answers, shared| {
        let status = MeasureStatus::parse(&answer(answers, "status"));
        let status = status.ok_or_else(|| Refusal::of("status", shared.word(K::NoNext)))?;
        let document = answer(answers, "document");
        if status.needs_document() && document.is_empty() {
            return Err(Refusal::of("document", shared.word(K::NeedsDocument)));
        }
        let (code, note) = (code.clone(), answer(answers, "note"));
        let day = day(answers, "date", shared)?.unwrap_or(shared.today);
        Ok(vec![Verb::expecting("tui measure move", move |desk, seen| {
            let stands = seen.iter().find(|one| one.field == "status");
            let asked = AdvanceMeasure {
                code: code.clone(),
                status,
                day,
                document: document.clone(),
                until: None,
                note: note.clone(),
                seen: stands.map_or(Some(is), |one| MeasureStatus::parse(&one.figure.value)),
            };
            let done = desk.advance_measure(&asked)?;
            let value = match done.value {
                Outcome::Done(step) => {
                    let said = K::Moved.said_by(|lang| vec![code.clone(), step.status.text(lang).to_owned()]);
                    Outcome::Done(After::said(said))
                }
                Outcome::Stands(standing) => Outcome::Stands(standing),
            };
            Ok(Changed { value, change: done.change })
        })])
    });
    form.about(vec![debt.what.text(shared.lang).to_owned()])
}

/// What the review found for an instrument of a campaign.
pub(super) fn outcome_of(campaign: &Campaign, item: Option<&str>, known: &Known, shared: &Shared) -> Form {
    let lang = shared.lang;
    let label = |reviewed: &Reviewed| {
        let found = reviewed.outcome.map(|found| format!(" · {}", found.text(lang))).unwrap_or_default();
        format!("{}{found}", reviewed.instrument)
    };
    let open = campaign.instruments.iter().find(|reviewed| reviewed.outcome.is_none());
    let first = item.map(str::to_owned).or_else(|| open.map(|reviewed| reviewed.instrument.clone()));
    let first = first.or_else(|| campaign.instruments.first().map(|reviewed| reviewed.instrument.clone()));
    let reviewed = campaign.instruments.iter().find(|reviewed| Some(&reviewed.instrument) == first.as_ref());
    let instruments = campaign.instruments.iter().map(|r| (r.instrument.clone(), label(r))).collect();
    let outlook = reviewed.and_then(|r| r.outcome).unwrap_or(Outlook::Amend);
    let chosen = reviewed.map_or(&[] as &[String], |r| r.measures.as_slice());
    let mut measures: Vec<(String, String, bool)> = known
        .measures
        .iter()
        .filter(|m| !m.is_dropped())
        .map(|m| (m.code.clone(), format!("{} · {}", m.code, m.title), chosen.contains(&m.code)))
        .collect();
    // Those that change the instrument in hand stand first.
    let changes = |code: &str| known.measures.iter().any(|m| m.code == code && m.instrument == first);
    measures.sort_by_key(|(code, _, on)| (!on, !changes(code)));
    let fields = vec![
        Field::choice("instrument", shared.word(K::Instrument), instruments, first.as_deref().unwrap_or_default())
            .needed(),
        Field::choice("outcome", shared.word(K::Outcome), options(Outlook::ALL, shared), outlook.name()),
        day_field("date", K::Date, Some(shared.today), shared).needed(),
        Field::checks("measures", shared.word(K::CarriedBy), measures),
        Field::line("reason", shared.word(C::Reason), reviewed.map_or("", |r| &r.reason)),
        Field::line("person", shared.word(K::Person), reviewed.and_then(|r| r.person.as_deref()).unwrap_or_default()),
    ];
    let title = K::OutcomeTitle.with(lang, &[&campaign.name_in(lang)]);
    let code = campaign.code.clone();
    Form::new(title, fields, move |answers, shared| {
        let outlook = Outlook::parse(&answer(answers, "outcome")).unwrap_or(Outlook::Keep);
        let date = day(answers, "date", shared)?.unwrap_or(shared.today);
        let measures: Vec<String> = answer(answers, "measures")
            .split(',')
            .filter(|code| !code.is_empty() && outlook != Outlook::Keep)
            .map(str::to_owned)
            .collect();
        let (code, instrument) = (code.clone(), answer(answers, "instrument"));
        let (reason, person) = (answer(answers, "reason"), answer(answers, "person"));
        Ok(vec![Verb::plain("tui campaign outcome", move |desk| {
            let asked = ReviewOutcome {
                code: &code,
                instrument: &instrument,
                outlook,
                date,
                measures: &measures,
                reason: Some(&reason),
                person: Some(&person),
            };
            let done = desk.review_outcome(asked)?;
            let word = if done.value.1 { K::OutcomeLacks } else { K::Moved };
            let said = word.said_by(|lang| vec![instrument.clone(), outlook.text(lang).to_owned()]);
            Ok(stored(done, said))
        })])
    })
}

/// Puts instruments under review.
pub(super) fn under_review(code: &str, shared: &Shared) -> Form {
    let fields = vec![
        Field::line("instruments", shared.word(K::Instruments), "").hint(shared.word(K::InstrumentsHint)),
        agency_field("agency", K::OrOfAgency, "", shared),
        Field::line("person", shared.word(K::Person), ""),
    ];
    let code = code.to_owned();
    let form = Form::new(shared.word(K::PutTitle), fields, move |answers, shared| {
        let text = answer(answers, "instruments");
        let instruments: Vec<String> =
            text.split([',', ';']).map(clean_line).filter(|number| !number.is_empty()).collect();
        let (agency, person) = (maybe(answers, "agency"), maybe(answers, "person"));
        if instruments.is_empty() && agency.is_none() {
            return Err(Refusal::of("instruments", shared.word(K::NoInstrument)));
        }
        let code = code.clone();
        Ok(vec![Verb::plain("tui campaign add", move |desk| {
            let asked = PutUnderReview {
                code: &code,
                instruments: &instruments,
                of_agency: agency.as_deref(),
                person: person.as_deref(),
            };
            let done = desk.put_under_review(asked)?;
            let (new, there) = done.value;
            Ok(stored(done, K::PutDone.said(&[&new, &there])))
        })])
    });
    form.about(vec![shared.word(K::PutAbout).to_owned()])
}

/// Records a reading of an indicator.
pub(super) fn reading(indicator: &Indicator, shared: &Shared) -> Form {
    let lang = shared.lang;
    let last = indicator.readings.last();
    let fields = vec![
        Field::line("value", &format!("{} ({})", shared.word(K::Value), indicator.unit), "")
            .needed()
            .hint(shared.word(C::NumberHint)),
        day_field("date", K::Date, Some(shared.today), shared).needed(),
        agency_field("agency", K::OfAgency, "", shared),
        Field::line("source", shared.word(K::Source), last.map_or("", |last| &last.source)).needed(),
    ];
    let (code, unit) = (indicator.code.clone(), indicator.unit.clone());
    let latest = last.map(|last| {
        let value = format!("{} {}", Cell::Exact(last.value).shown(lang), indicator.unit);
        K::LatestReading.with(lang, &[&value, &date::short(last.date, lang)])
    });
    let form = Form::new(shared.word(K::ReadTitle), fields, move |answers, shared| {
        let value = reading_value(&answer(answers, "value"));
        let value = value.map_err(|fault| Refusal::of("value", shared.fault(&fault)))?;
        let reading = Reading {
            date: day(answers, "date", shared)?.unwrap_or(shared.today),
            agency: maybe(answers, "agency"),
            value,
            source: answer(answers, "source"),
        };
        let (code, unit) = (code.clone(), unit.clone());
        Ok(vec![Verb::plain("tui indicator read", move |desk| {
            let done = desk.read_indicator(&code, &reading)?;
            let shown = |lang| format!("{} {unit}", Cell::Exact(reading.value).shown(lang));
            let said = Said::by(|lang| K::ReadDone.with(lang, &[&shown(lang), &date::short(reading.date, lang)]));
            Ok(stored(done, said))
        })])
    });
    form.about(std::iter::once(indicator.name_in(lang).to_owned()).chain(latest).collect())
}
