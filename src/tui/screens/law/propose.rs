//! A provision edited as the proposed text of a measure. Instrument and provision come from the tree; the procedure is chosen among those that
//! rest on it, then all others; a new measure begins as an amendment without effect on the cost, where the catalogue has such a kind.

use super::reading::{Reading, is_open};
use crate::desk::{EditMeasure, Expected, MeasureEdit, NewMeasure, Outcome, Standing};
use crate::law::name::place::address_of;
use crate::model::{CountsAs, Measure, MeasureField, MeasureKind, MeasureSlot, TargetKind};
use crate::store::Changed;
use crate::text::fold;
use crate::tui::layers::form::Answers;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{After, Effect, Shared, Verb};
use crate::words::Message;
use crate::words::law_screen::LawScreenWord as L;

/// Under which name what is typed in the form is kept, with the provision behind it.
pub(super) const DRAFT: &str = "propose:";

/// The same of the second form, with the kind, the procedure and the provision behind it.
pub(super) const VALUES: &str = "values:";

/// How many characters are shown before and behind words that changed.
const ABOUT: usize = 60;

/// How many choices a search gives.
const MOST: usize = 60;

/// A provision to be edited.
#[derive(Debug, Clone)]
pub(super) struct Aim {
    /// Number of the instrument.
    instrument: String,
    /// The provision, in the order of citations.
    provision: String,
    /// As it reads.
    current: String,
}

impl Aim {
    /// The provision in hand.
    pub(super) fn of(reading: &Reading) -> Option<Self> {
        let provision = reading.address()?.to_string();
        let current = reading.text_of(reading.selected).to_owned();
        Some(Self { instrument: reading.instrument.number.clone(), provision, current })
    }

    /// What a measure is to say of it.
    fn edits(&self, proposed: &str) -> Vec<MeasureEdit> {
        use MeasureField as F;
        [
            (F::Instrument, self.instrument.as_str()),
            (F::Provision, &self.provision),
            (F::CurrentText, &self.current),
            (F::ProposedText, proposed),
        ]
        .map(|(field, typed)| MeasureEdit { slot: MeasureSlot::Field(field), typed: typed.to_owned() })
        .into()
    }
}

/// What can be chosen as the measure that says so: a measure that is there, or a procedure for a new one.
#[derive(Debug, Clone)]
struct Choice {
    key: String,
    label: String,
    right: String,
}

/// The measures that may say what becomes of a provision: those that change it already, then those on procedures that rest on the instrument
/// and change no provision yet.
fn measures_for<'s>(reading: &Reading, provision: &str, shared: &'s Shared) -> Vec<&'s Measure> {
    let measures = || shared.world.snapshot.measures.iter().filter(|m| is_open(m));
    let rests = |m: &&Measure| reading.resting.iter().any(|r| r.regulation == m.regulation);
    let free = |m: &&Measure| {
        m.provision.is_none()
            && m.proposed_text.is_empty()
            && m.instrument.as_ref().is_none_or(|n| *n == reading.instrument.number)
    };
    let already = measures().filter(|m| changes(m, &reading.instrument.number, provision));
    already.chain(measures().filter(rests).filter(free)).collect()
}

/// Whether a measure changes this very provision.
fn changes(measure: &Measure, number: &str, provision: &str) -> bool {
    let aim = measure.provision.as_deref().and_then(address_of);
    measure.instrument.as_deref() == Some(number) && aim.is_some() && aim == address_of(provision)
}

/// The kind with which a new measure begins: one that edits nothing of the cost and needs nothing more.
fn plain_kind(shared: &Shared) -> Option<&MeasureKind> {
    let plain =
        |kind: &&MeasureKind| kind.edits.is_empty() && kind.counts_as == CountsAs::Simplified && !needs_more(kind);
    shared.world.kinds.iter().find(plain)
}

/// Whether a kind asks for values or for what it applies to.
fn needs_more(kind: &MeasureKind) -> bool {
    kind.targets != TargetKind::None || kind.parameters.iter().any(|parameter| parameter.default.is_none())
}

/// The form in which the provision in hand is edited, and that asks which measure is to say so.
pub(super) fn form(reading: &Reading, shared: &Shared) -> Option<Form> {
    let aim = Aim::of(reading)?;
    let measures: Vec<Measure> = measures_for(reading, &aim.provision, shared).into_iter().cloned().collect();
    let here = |m: &&Measure| changes(m, &aim.instrument, &aim.provision);
    let mut before = measures.iter().filter(here);
    // One measure that changes this very provision is the one that is meant; of several, and of none, it is asked.
    let only = before.next().filter(|_| before.next().is_none());
    let text = only.map(|m| m.proposed_text.as_str()).filter(|text| !text.is_empty()).unwrap_or(&aim.current);
    let mut choices: Vec<Choice> = measures
        .iter()
        .map(|m| Choice {
            key: m.code.clone(),
            label: format!("{} {}", m.code, m.title),
            right: shared.word(if here(&m) { L::ChangesThis } else { L::OpenMeasure }).to_owned(),
        })
        .collect();
    let mut resting: Vec<_> = reading.resting.iter().map(|r| (reading.rests_here(r), r)).collect();
    // Those that name this provision come before those that name the instrument.
    resting.sort_by_key(|(here, resting)| (!here, resting.provision.is_none()));
    for (here, resting) in resting {
        if !choices.iter().any(|choice| choice.key == resting.regulation) {
            choices.push(Choice {
                key: resting.regulation.clone(),
                label: L::NewMeasureFor.with(shared.lang, &[&resting.regulation, &resting.name]),
                right: shared
                    .word(if here && resting.provision.is_some() { L::RestsHere } else { L::RestsOnInstrument })
                    .to_owned(),
            });
        }
    }
    let find = move |typed: &str, shared: &Shared| {
        let words: Vec<String> = typed.split_whitespace().map(fold).collect();
        let fits = |folded: &str| words.iter().all(|word| folded.contains(word.as_str()));
        let first = choices.iter().filter(|choice| fits(&fold(&choice.label)));
        let mut found: Vec<(String, String, String)> =
            first.map(|choice| (choice.key.clone(), choice.label.clone(), choice.right.clone())).collect();
        let others = shared.world.names.iter().filter(|one| fits(&one.folded));
        let others = others.filter(|one| choices.iter().all(|choice| choice.key != one.code));
        found.extend(others.take(MOST).map(|one| {
            let label = L::NewMeasureFor.with(shared.lang, &[&one.code, &one.name]);
            (one.code.clone(), label, String::new())
        }));
        found
    };
    let kinds: Vec<(String, String)> =
        shared.world.kinds.iter().map(|kind| (kind.id.clone(), kind.name_in(shared.lang).to_owned())).collect();
    let kind = plain_kind(shared).map_or("", |kind| kind.id.as_str());
    let fields = vec![
        Field::text("proposed_text", shared.word(L::ProposedText), text),
        Field::found("measure", shared.word(L::SaidBy), find, only.map_or("", |m| m.code.as_str()))
            .needed()
            .hint(shared.word(L::SaidByHint)),
        Field::choice("kind", shared.word(L::KindOfNew), kinds, kind).hint(shared.word(L::KindOfNewHint)),
        Field::line("title", shared.word(L::TitleOfNew), ""),
    ];
    let title = format!("{} · {} · {}", shared.word(L::Propose), aim.provision, aim.instrument);
    let current = aim.current.clone();
    let name = format!("{DRAFT}{}", aim.provision);
    let place = Place::about("law", &aim.instrument).at(&aim.provision);
    let form = Form::new(title, fields, move |answers, shared| given(&aim, &measures, answers, shared))
        .previewed(move |answers, shared| preview(&current, answers, shared))
        .drafted(place, &name);
    Some(form)
}

/// What would change, word by word.
fn preview(current: &str, answers: &Answers, shared: &Shared) -> Vec<String> {
    let proposed = answers.get("proposed_text").map(String::as_str).unwrap_or_default();
    if proposed.trim() == current.trim() {
        return vec![shared.word(L::TextUnchanged).to_owned()];
    }
    let spelled = super::spelled(current.trim(), proposed.trim());
    // The words that changed, with the line in which they stand.
    let changed = spelled.lines().filter(|line| line.contains("[-") || line.contains("{+"));
    changed.take(4).map(around).collect()
}

/// The words that changed in a line, with those about them.
fn around(line: &str) -> String {
    let first = line.find("[-").into_iter().chain(line.find("{+")).min().unwrap_or(0);
    let last = line.rfind("-]").into_iter().chain(line.rfind("+}")).max().map_or(line.len(), |at| at + 2);
    let from = line[..first].char_indices().rev().nth(ABOUT).map_or(0, |(at, _)| at);
    let to = line[last..].char_indices().nth(ABOUT).map_or(line.len(), |(at, _)| last + at);
    let (before, behind) = (if from > 0 { "…" } else { "" }, if to < line.len() { "…" } else { "" });
    format!("{before}{}{behind}", line[from..to].trim())
}

/// What becomes of the form.
fn given(aim: &Aim, measures: &[Measure], answers: &Answers, shared: &Shared) -> Result<Vec<Effect>, Refusal> {
    let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
    let (proposed, chosen) = (answer("proposed_text"), answer("measure"));
    if proposed.trim() == aim.current.trim() {
        return Err(Refusal::of("proposed_text", shared.word(L::TextUnchanged)));
    }
    if let Some(seen) = measures.iter().find(|measure| measure.code == chosen) {
        return Ok(vec![edit(seen.clone(), aim.edits(&proposed))]);
    }
    let kind = answer("kind");
    let Some(kind) = shared.world.kinds.iter().find(|known| known.id == kind) else {
        return Err(Refusal::of("kind", shared.word(L::ChooseKind)));
    };
    let mut edits = aim.edits(&proposed);
    let title = answer("title");
    if !title.is_empty() {
        edits.push(MeasureEdit { slot: MeasureSlot::Field(MeasureField::Title), typed: title.clone() });
    }
    if needs_more(kind) {
        // What was typed is typed in the second form too, so that it is neither lost nor left without being asked.
        let typed = Answers::from([("proposed_text".to_owned(), proposed), ("title".to_owned(), title)]);
        return Ok(vec![values_form(aim, kind, &chosen, shared).filled(&typed).open()]);
    }
    Ok(vec![propose(NewMeasure {
        regulation: chosen,
        kind: kind.id.clone(),
        day: shared.today,
        lang: shared.lang,
        edits,
    })])
}

/// The second form, for kinds that ask for values or for what they apply to; the text can be changed in it still.
fn values_form(aim: &Aim, kind: &MeasureKind, regulation: &str, shared: &Shared) -> Form {
    let mut fields = Vec::new();
    if kind.targets != TargetKind::None {
        let subject = shared.world.snapshot.live.find(regulation);
        let rows = subject.map(|s| s.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>()).unwrap_or_default();
        let components = subject.and_then(|s| s.components.clone()).unwrap_or_default();
        let known = if kind.targets == TargetKind::Components { components.into_iter().collect() } else { rows };
        let label = shared.word(L::AppliesTo);
        fields.push(if known.is_empty() {
            Field::line("targets", label, "").needed().hint(shared.word(L::AppliesToHint))
        } else {
            Field::checks("targets", label, known.into_iter().map(|id| (id.clone(), id, false)).collect()).needed()
        });
    }
    for parameter in &kind.parameters {
        let field =
            Field::line(&parameter.id, parameter.name_in(shared.lang), parameter.default.as_deref().unwrap_or(""));
        fields.push(if parameter.default.is_none() { field.needed() } else { field });
    }
    fields.push(Field::line("title", shared.word(L::TitleOfNew), ""));
    fields.push(Field::text("proposed_text", shared.word(L::ProposedText), &aim.current));
    let heading = format!("{} · {regulation} · {}", kind.name_in(shared.lang), aim.provision);
    let name = format!("{VALUES}{}:{regulation}:{}", kind.id, aim.provision);
    let place = Place::about("law", &aim.instrument).at(&aim.provision);
    let (aim, kind, regulation) = (aim.clone(), kind.id.clone(), regulation.to_owned());
    let form = Form::new(heading, fields, move |answers, shared| {
        let mut edits = aim.edits(answers.get("proposed_text").map(String::as_str).unwrap_or_default());
        for (name, typed) in answers.iter().filter(|(name, typed)| *name != "proposed_text" && !typed.is_empty()) {
            edits.push(MeasureEdit { slot: MeasureSlot::parse(name), typed: typed.clone() });
        }
        let (regulation, kind) = (regulation.clone(), kind.clone());
        Ok(vec![propose(NewMeasure { regulation, kind, day: shared.today, lang: shared.lang, edits })])
    });
    form.drafted(place, &name)
}

/// A form that was left without saving, opened again by the name under which its words were kept.
pub(super) fn reopened(reading: &Reading, name: &str, shared: &Shared) -> Option<Form> {
    if name.starts_with(DRAFT) {
        return form(reading, shared);
    }
    let mut parts = name.strip_prefix(VALUES)?.splitn(3, ':');
    let (kind, regulation) = (parts.next()?, parts.next()?);
    let kind = shared.world.kinds.iter().find(|known| known.id == kind)?;
    Some(values_form(&Aim::of(reading)?, kind, regulation, shared))
}

/// The provision whose form a name means.
pub(super) fn provision_of(name: &str) -> Option<&str> {
    name.strip_prefix(DRAFT).or_else(|| name.strip_prefix(VALUES)?.splitn(3, ':').nth(2))
}

fn propose(asked: NewMeasure) -> Effect {
    Verb::plain("tui measure", move |desk| {
        let made = desk.propose_measure(&asked)?;
        Ok(Changed { value: After::said(L::MeasureSaved.said(&[&made.value.code])), change: made.change })
    })
}

/// Writes into a measure that is there, where it says what it said when the form was opened, or what was seen to stand there since.
fn edit(opened: Measure, edits: Vec<MeasureEdit>) -> Effect {
    Verb::expecting("tui measure", move |desk, seen: &[Standing]| {
        let expected = edits.iter().map(|edit| {
            let standing = seen.iter().find(|one| one.field == edit.slot.name());
            let value = standing.map_or_else(|| edit.slot.text(&opened), |one| one.figure.value.clone());
            Expected { field: edit.slot.clone(), value, provenance: None }
        });
        let expected = expected.collect();
        let made = desk.edit_measure(&EditMeasure { code: opened.code.clone(), edits: edits.clone(), expected })?;
        let value = match made.value {
            Outcome::Done(done) => Outcome::Done(After::said(L::MeasureSaved.said(&[&done.code]))),
            Outcome::Stands(standing) => Outcome::Stands(standing),
        };
        Ok(Changed { value, change: made.change })
    })
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn words_that_changed_are_told_with_those_about_them() {
        let long = "đ".repeat(100);
        let told = around(&format!("{long} [-7-] {{+5+}} ngày {long}"));
        assert!(told.starts_with("…đđ") && told.contains("[-7-] {+5+} ngày") && told.ends_with("đ…"), "{told}");
        assert_eq!(around("trong [-7-] {+5+} ngày"), "trong [-7-] {+5+} ngày");
    }
}
