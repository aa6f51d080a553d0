//! How many comply with the regulation in hand: asked and kept.

use super::Loaded;
use crate::cost::OWN;
use crate::cost::typed::{forms, read};
use crate::desk::SetPopulation;
use crate::model::{Cell, PopulationGroup, Provenance};
use crate::text::date;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{After, Effect, Shared, Verb};
use crate::words::Message;
use crate::words::procedure_screen::ProcedureWord as P;

/// Groups that the form has room for beside those that are there.
const NEW: &str = "group";

/// Asks how many comply, how often, and from where that is known.
pub(super) fn form(loaded: &Loaded, shared: &Shared) -> Effect {
    let lang = shared.lang;
    let whole = loaded.whole.as_ref();
    let number = whole.and_then(|whole| whole.count).map_or_else(String::new, |count| count.to_string());
    let times = whole.and_then(|whole| whole.times).map_or_else(String::new, |times| times.to_string());
    let day = whole.and_then(|whole| whole.date).map_or_else(String::new, |day| date::short(day, lang));
    let qualities = Provenance::ALL.iter().map(|p| (p.name().to_owned(), p.word(lang).to_owned())).collect();
    let sure = whole.map_or(Provenance::Surveyed, |whole| whole.provenance);
    let groups = whole.map(|whole| whole.groups.iter().map(said).collect::<Vec<_>>().join(", ")).unwrap_or_default();
    let line = |name: &str, label: P, value: &str| Field::line(name, shared.word(label), value);
    let fields = vec![
        line("count", P::FieldCount, &number).hint(forms(Cell::Population).text(lang)),
        line("times", P::FieldTimes, &times),
        line(NEW, P::FieldGroups, &groups).hint("online=40, in_person=60"),
        line("date", P::FieldDay, &day).hint(shared.word(P::DayHint)),
        Field::choice("provenance", shared.word(P::EditorQuality), qualities, sure.name()),
        line("source", P::FieldSource, whole.map_or("", |whole| whole.source.as_str())),
    ];
    let code = loaded.regulation.code.clone();
    Form::new(P::PopulationTitle.with(lang, &[&code]), fields, move |answers, shared| {
        let answer = |name: &str| answers.get(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let bad = |field: &str, said: String| Refusal::of(field, said);
        let figure = |field: &str, cell: Cell| {
            let read = |typed: String| {
                read(cell, &typed).map_err(|unread| bad(field, unread.said.text(shared.lang).to_owned()))
            };
            answer(field).filter(|typed| typed != OWN).map(read).transpose()
        };
        let count = figure("count", Cell::Population)?;
        let day = |typed: String| date::parse(&typed).ok_or_else(|| bad("date", shared.word(P::DayHint).to_owned()));
        let asked = SetPopulation {
            regulation: code.clone(),
            count: count.and_then(|count| i64::try_from(count.numerator()).ok()),
            times: figure("times", Cell::Times)?,
            date: answer("date").map(day).transpose()?,
            provenance: answer("provenance").and_then(|name| Provenance::parse(&name)),
            source: answer("source"),
            groups: answer(NEW).map_or(Ok(Vec::new()), |typed| {
                let read = |text: &str| PopulationGroup::parse(text).ok_or_else(|| bad(NEW, text.to_owned()));
                typed.split(',').map(read).collect()
            })?,
            rows: false,
        };
        let code = code.clone();
        Ok(vec![Verb::plain("tui cost", move |desk| {
            let set = desk.set_population(&asked)?;
            Ok(crate::store::Changed { value: After::said(P::PopulationSaved.said(&[&code])), change: set.change })
        })])
    })
    .at("count")
    .open()
}

fn said(group: &PopulationGroup) -> String {
    group.percent.map_or_else(|| group.id.clone(), |percent| format!("{}={percent}", group.id))
}
