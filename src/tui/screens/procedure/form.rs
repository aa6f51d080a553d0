//! The form of a measure: what it aims at, what it says, where the law must change; its effect is seen while one types. The same form makes one
//! measure on several regulations.

use super::Loaded;
use super::provisions::Provisions;
use crate::desk::{EditMeasure, Expected, MeasureEdit, NewMeasure};
use crate::model::{Measure, MeasureField, MeasureKind, MeasureSlot, Stage, TargetKind};
use crate::reform::set_effect;
use crate::text::{date, fold, number};
use crate::tui::layers::{Chooser, Field, Form, Item, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{After, Effect, Shared, Verb, after};
use crate::tui::widgets::grid::millions_of;
use crate::words::Message;
use crate::words::procedure_screen::ProcedureWord as P;
use std::collections::BTreeMap;

/// Before the name of a value of a measure.
const VALUE: &str = "value:";

/// The list of the kinds of measures; the form of the chosen one follows.
pub(in crate::tui) fn kind_chooser(code: &str, shared: &Shared) -> Effect {
    let place = Place::about("procedure", code).tab("measures");
    let items = shared
        .world
        .kinds
        .iter()
        .map(|kind| {
            let (place, id) = (place.clone(), kind.id.clone());
            Item::new(kind.name_in(shared.lang), "", move |_| {
                let form = format!("new-measure:{id}");
                let draft = crate::tui::kept::Draft {
                    place: place.clone(),
                    form,
                    title: String::new(),
                    answers: BTreeMap::new(),
                };
                vec![Effect::Open(place.clone()), Effect::Reopen(draft)]
            })
            .also(&kind.id)
        })
        .collect();
    Effect::Over(Box::new(
        Chooser::new(P::KindTitle.with(shared.lang, &[&code, &shared.world.name(code)]), items).wide(78),
    ))
}

/// The form of a measure of a kind: a new one, or one that is there. Nothing where there is no such kind.
pub(super) fn measure_form(loaded: &Loaded, kind: &str, measure: Option<&Measure>, shared: &Shared) -> Option<Form> {
    let kind = shared.world.kinds.iter().find(|one| one.id == kind)?.clone();
    let regulation = loaded.regulation.code.clone();
    let mut fields = targets(loaded, &kind, measure, shared);
    fields.extend(own_fields(&kind, measure, &loaded.provisions, shared));
    let seen = measure.cloned();
    let title = match measure {
        Some(measure) => {
            format!("{} · {}", P::EditMeasureTitle.with(shared.lang, &[&measure.code]), kind.name_in(shared.lang))
        }
        None => format!("{} · {}", shared.word(P::NewMeasureTitle), kind.name_in(shared.lang)),
    };
    let name = match measure {
        Some(measure) => format!("measure:{}", measure.code),
        None => format!("new-measure:{}", kind.id),
    };
    let (id, code) = (kind.id.clone(), regulation.clone());
    let given =
        move |answers: &BTreeMap<String, String>, shared: &Shared| given(answers, &id, &code, seen.as_ref(), shared);
    let (kind, before) = (kind, measure.cloned());
    let (texts, quoted) = (loaded.provisions.clone(), loaded.provisions.clone());
    let preview = move |answers: &BTreeMap<String, String>, shared: &Shared| {
        let mut lines = effect(answers, &kind, &regulation, before.as_ref(), shared);
        lines.extend(texts.unknown(answers, shared));
        lines
    };
    let place = Place::about("procedure", &loaded.regulation.code).tab("measures");
    let choosing =
        move |field: &str, value: &str, answers: &BTreeMap<String, String>| quoted.fill(field, value, answers);
    Some(Form::new(title, fields, given).previewed(preview).choosing(choosing).drafted(place, &name))
}

/// What measures of a kind can aim at in the regulation in hand.
fn targets(loaded: &Loaded, kind: &MeasureKind, measure: Option<&Measure>, shared: &Shared) -> Vec<Field> {
    let chosen = |id: &str| measure.is_some_and(|m| m.targets.iter().any(|t| t == id));
    let options: Vec<(String, String, bool)> = match kind.targets {
        TargetKind::None => return Vec::new(),
        TargetKind::Components => {
            let components = loaded.record.iter().flat_map(|record| &record.components);
            components.map(|c| (c.id.clone(), format!("{} {}", c.id, c.name), chosen(&c.id))).collect()
        }
        TargetKind::Activities => {
            loaded.sheet.iter().map(|a| (a.id.clone(), format!("{} {}", a.id, a.name), chosen(&a.id))).collect()
        }
    };
    vec![Field::checks("targets", shared.word(P::FieldTargets), options).needed()]
}

/// The fields of a measure besides what it aims at.
fn own_fields(kind: &MeasureKind, measure: Option<&Measure>, provisions: &Provisions, shared: &Shared) -> Vec<Field> {
    let lang = shared.lang;
    let text = |of: fn(&Measure) -> &str| measure.map(of).unwrap_or_default();
    let mut fields = Vec::new();
    for parameter in &kind.parameters {
        let value = measure.and_then(|m| m.values.get(&parameter.id)).or(parameter.default.as_ref());
        let label = parameter.name_in(lang);
        let name = format!("{VALUE}{}", parameter.id);
        let field = Field::line(&name, label, value.map_or("", String::as_str)).hint(parameter.unit.short(lang));
        fields.push(if parameter.default.is_none() { field.needed() } else { field });
    }
    let title = measure.map_or_else(|| kind.name_in(lang), |m| m.title.as_str());
    fields.push(Field::line("title", shared.word(P::FieldTitle), title).needed());
    fields.push(Field::text("reason", shared.word(P::FieldReason), text(|m| &m.reason)));
    fields.push(Field::line("evidence", shared.word(P::FieldEvidence), text(|m| &m.evidence)));
    let instrument = text(|m| m.instrument.as_deref().unwrap_or_default());
    fields.push(Field::found("instrument", shared.word(P::FieldInstrument), instruments, instrument));
    let texts = provisions.clone();
    fields.push(Field::found_beside(
        "provision",
        shared.word(P::FieldProvision),
        move |words, answers, shared| texts.find(words, answers, shared),
        text(|m| m.provision.as_deref().unwrap_or_default()),
    ));
    fields.push(Field::text("current_text", shared.word(P::FieldCurrent), text(|m| &m.current_text)));
    fields.push(Field::text("proposed_text", shared.word(P::FieldProposed), text(|m| &m.proposed_text)));
    fields.push(Field::line("person", shared.word(P::FieldPerson), text(|m| m.person.as_deref().unwrap_or_default())));
    let due = measure.and_then(|m| m.due).map(|day| date::short(day, lang)).unwrap_or_default();
    fields.push(Field::line("due", shared.word(P::FieldDue), &due).hint(shared.word(P::DayHint)));
    fields
}

/// The instruments that words find; what is typed itself, where it is the number of one that is not there yet.
fn instruments(words: &str, shared: &Shared) -> Vec<(String, String, String)> {
    let folded: Vec<String> = words.split_whitespace().map(fold).collect();
    let fits = |text: &str| {
        let text = fold(text);
        folded.iter().all(|word| text.contains(word.as_str()))
    };
    let known = shared.world.instruments.iter().filter(|(number, title)| fits(&format!("{number} {title}")));
    let mut found: Vec<(String, String, String)> =
        known.take(60).map(|(number, title)| (number.clone(), format!("{number} {title}"), String::new())).collect();
    let typed = crate::model::instrument::normal_number(words.trim());
    let is_number = typed.contains('/') && typed.starts_with(|c: char| c.is_ascii_digit());
    if is_number && found.iter().all(|(number, ..)| *number != typed) {
        found.push((typed.clone(), typed, String::new()));
    }
    found
}

/// The slots of what was filled in.
fn edits(answers: &BTreeMap<String, String>, shared: &Shared) -> Result<Vec<MeasureEdit>, Refusal> {
    let mut edits = Vec::new();
    for (name, typed) in answers.iter().filter(|(name, _)| !name.is_empty()) {
        let slot = MeasureSlot::parse(name.strip_prefix(VALUE).unwrap_or(name));
        let mut typed = typed.clone();
        if name == "due" && !typed.is_empty() {
            let bad = || Refusal::of("due", crate::words::valid::ValidWord::BadDate.with(shared.lang, &[&typed]));
            typed = date::parse(&typed).ok_or_else(bad)?.to_string();
        }
        edits.push(MeasureEdit { slot, typed });
    }
    Ok(edits)
}

fn given(
    answers: &BTreeMap<String, String>,
    kind: &str,
    regulation: &str,
    seen: Option<&Measure>,
    shared: &Shared,
) -> Result<Vec<Effect>, Refusal> {
    let mut edits = edits(answers, shared)?;
    let place = Place::about("procedure", regulation).tab("measures");
    let Some(seen) = seen else {
        // What is left empty is not said; but a title is taken away only by intention.
        edits.retain(|edit| !edit.typed.is_empty() || edit.slot == MeasureSlot::Field(MeasureField::Title));
        let (kind, day, lang) = (kind.to_owned(), shared.today, shared.lang);
        let asked = NewMeasure { regulation: regulation.to_owned(), kind, day, lang, edits };
        return Ok(vec![Verb::plain("tui measure", move |desk| {
            let made = desk.propose_measure(&asked)?;
            let code = made.value.code;
            let value = After::said(P::MeasureSaved.said(&[&code])).then(vec![Effect::Open(place.clone().at(&code))]);
            Ok(crate::store::Changed { value, change: made.change })
        })]);
    };
    edits.retain(|edit| {
        let mut like = seen.clone();
        edit.slot.put(&mut like, &edit.typed).is_err() || like != *seen
    });
    if edits.is_empty() {
        return Ok(Vec::new());
    }
    let expected = as_seen(seen, &edits);
    let asked = EditMeasure { code: seen.code.clone(), edits, expected };
    Ok(vec![Verb::expecting("tui measure", move |desk, standing| {
        let mut asked = asked.clone();
        for one in &mut asked.expected {
            if let Some(is) = standing.iter().find(|is| is.field == one.field.name()) {
                one.value.clone_from(&is.figure.value);
            }
        }
        let said = P::MeasureSaved.said(&[&asked.code]);
        Ok(after(desk.edit_measure(&asked)?, |_| After::said(said)))
    })])
}

/// What must stand in a measure for edits to be made: what was seen there.
pub(in crate::tui) fn as_seen(seen: &Measure, edits: &[MeasureEdit]) -> Vec<Expected<MeasureSlot>> {
    let one = |edit: &MeasureEdit| Expected { field: edit.slot.clone(), value: edit.slot.text(seen), provenance: None };
    edits.iter().map(one).collect()
}

/// What the measure would do as it is filled in, beside those that are planned.
fn effect(
    answers: &BTreeMap<String, String>,
    kind: &MeasureKind,
    regulation: &str,
    before: Option<&Measure>,
    shared: &Shared,
) -> Vec<String> {
    let (lang, snapshot) = (shared.lang, &shared.world.snapshot);
    let Some(subject) = snapshot.live.find(regulation).filter(|subject| subject.has_sheet) else {
        return vec![shared.word(P::Uncosted).to_owned()];
    };
    // What is still to be filled in is no fault.
    let filled = |name: &str| answers.get(name).is_some_and(|typed| !typed.is_empty());
    let unfilled = kind.parameters.iter().filter(|p| p.default.is_none() && !filled(&format!("{VALUE}{}", p.id)));
    let mut unfilled: Vec<String> = unfilled.map(|p| p.name_in(lang).to_owned()).collect();
    if answers.contains_key("targets") && !filled("targets") {
        unfilled.insert(0, shared.word(P::FieldTargets).to_owned());
    }
    if !unfilled.is_empty() {
        return vec![P::EffectAwaits.with(lang, &[&unfilled.join(", ")])];
    }
    if subject.waits {
        return vec![shared.word(P::SavedOnce).to_owned()];
    }
    let mut measure = before.cloned().unwrap_or_else(|| Measure::proposed(regulation, &kind.id, shared.today));
    for (name, typed) in answers.iter().filter(|(name, typed)| !name.is_empty() && !typed.is_empty()) {
        // What cannot stand there is said when the form is given.
        let _ = MeasureSlot::parse(name.strip_prefix(VALUE).unwrap_or(name)).put(&mut measure, typed);
    }
    if measure.code.is_empty() {
        "?".clone_into(&mut measure.code);
    }
    let counts = |m: &&Measure| {
        m.regulation == regulation
            && m.code != measure.code
            && m.status_on(shared.today).is_some_and(|status| status.counts_at(Stage::Planned))
    };
    let mut planned: Vec<&Measure> = snapshot.measures.iter().filter(counts).collect();
    let without = set_effect(subject, &planned, snapshot);
    planned.push(&measure);
    let with = set_effect(subject, &planned, snapshot);
    if let Some(issue) = with.after.issues.iter().find(|issue| issue.measure == measure.code) {
        return vec![P::EffectUnknown.with(lang, &[&issue.said.text(lang)])];
    }
    let saved = with.saved().less(without.saved());
    let figures =
        [without.after.outcome.annual, with.after.outcome.annual, saved].map(|value| millions_of(value, shared));
    let mut lines = vec![P::EffectLine.with(lang, &[&figures[0], &figures[1], &figures[2]])];
    if let Some(level) = snapshot.levels.of_measure(&measure, Some(kind)) {
        let authority = snapshot.levels.authority(&measure, Some(kind), lang).unwrap_or_default();
        let effort = snapshot.levels.effort(&measure, Some(kind));
        let effort = effort.map_or("–".to_owned(), |e| number::decimal(e.numerator(), e.denominator(), 0, lang));
        lines.push(P::NeedsLine.with(lang, &[&level.name_in(lang), &authority, &effort]));
    }
    lines
}

/// One measure on several regulations: the form once, each gets its own, in one change.
pub(in crate::tui) fn measure_on_marked(codes: Vec<String>, shared: &Shared) -> Effect {
    let count = codes.len();
    let left = shared.world.kinds.iter().filter(|kind| kind.targets != TargetKind::None).count();
    let items = shared
        .world
        .kinds
        .iter()
        // What aims at one component or row of a procedure cannot be said of several at once.
        .filter(|kind| kind.targets == TargetKind::None)
        .map(|kind| {
            let (own, codes) = (kind.clone(), codes.clone());
            Item::new(kind.name_in(shared.lang), "", move |shared| vec![marked_form(&own, &codes, shared)])
        })
        .collect();
    let title = P::KindTitleMarked.with(shared.lang, &[&number::whole(count as i128, shared.lang)]);
    let mut chooser = Chooser::new(title, items).wide(78);
    if left > 0 {
        chooser = chooser.hinted(P::KindsForOne.with(shared.lang, &[&left]));
    }
    Effect::Over(Box::new(chooser))
}

fn marked_form(kind: &MeasureKind, codes: &[String], shared: &Shared) -> Effect {
    let names: Vec<String> = codes.iter().take(4).map(|code| format!("{code} {}", shared.world.name(code))).collect();
    let more = if codes.len() > 4 { " …" } else { "" };
    let about = P::MarkedPreview.with(shared.lang, &[&codes.len(), &(names.join("; ") + more)]);
    let (id, codes) = (kind.id.clone(), codes.to_vec());
    let title = format!("{} · {}", shared.word(P::NewMeasureTitle), kind.name_in(shared.lang));
    let kind_seen = kind.clone();
    let preview_codes = codes.clone();
    let form = Form::new(title, own_fields(kind, None, &Provisions::default(), shared), move |answers, shared| {
        let mut edits = edits(answers, shared)?;
        edits.retain(|edit| !edit.typed.is_empty());
        let (day, lang) = (shared.today, shared.lang);
        let asked: Vec<NewMeasure> = codes
            .iter()
            .map(|code| NewMeasure { regulation: code.clone(), kind: id.clone(), day, lang, edits: edits.clone() })
            .collect();
        Ok(vec![Verb::plain("tui measure", move |desk| {
            let made = desk.propose_measures(&asked)?;
            let value = After::said(P::MeasuresSaved.said(&[&made.value.len()]));
            Ok(crate::store::Changed { value, change: made.change })
        })])
    })
    .previewed(move |answers, shared| {
        let one = |code: &String| {
            let lines = effect(answers, &kind_seen, code, None, shared);
            format!("{code}: {}", lines.first().cloned().unwrap_or_default())
        };
        preview_codes.iter().take(5).map(one).collect()
    });
    form.about(vec![about]).open()
}
