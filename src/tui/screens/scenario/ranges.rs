//! The form by which a range of uncertainty is stated, and the question before one is taken back.

use super::chances::{Parameter, Range};
use crate::desk::{uncertain_of, uncertain_value};
use crate::model::{Provenance, Spread, Uncertainty};
use crate::reform::chance::check_uncertainty;
use crate::store::Changed;
use crate::text::{clean_line, fold};
use crate::tui::layers::{Field, Form, Refusal, ask};
use crate::tui::place::Place;
use crate::tui::screen::{After, Effect, Shared, Verb};
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::uncertainty::UncertaintyWord as U;
use crate::words::{Message, capital};
use std::rc::Rc;

/// How many parameters a search shows.
const SHOWN: usize = 200;

/// The form of a range: a new one, or one that is stated already.
pub(super) fn form(parameters: Rc<Vec<Parameter>>, range: Option<&Range>, place: Place, shared: &Shared) -> Form {
    let lang = shared.lang;
    let known = range.map(|range| &range.uncertainty);
    let shown = |value: Option<crate::model::Fraction>| value.map_or_else(String::new, |value| value.to_string());
    let spreads = Spread::ALL.iter().map(|s| (s.name().to_owned(), s.text(lang).to_owned())).collect();
    let provenances = Provenance::ALL.iter().map(|p| (p.name().to_owned(), p.text(lang).to_owned())).collect();
    let spread = known.map_or(Spread::Pert, |known| known.spread);
    let provenance = known.map_or(Provenance::Assumption, |known| known.provenance);
    let mut fields = Vec::new();
    match range {
        Some(range) => fields.push(Field::told(shared.word(U::What), range.what.text(lang))),
        None => {
            let all = parameters.clone();
            let find = move |words: &str, _: &Shared| {
                let words: Vec<String> = words.split_whitespace().map(fold).collect();
                let fits = |p: &&Parameter| words.iter().all(|word| p.folded.contains(word.as_str()));
                let one = |p: &Parameter| (p.of.clone(), p.label.clone(), p.point.clone());
                all.iter().filter(fits).take(SHOWN).map(one).collect()
            };
            fields.push(Field::found("of", shared.word(U::Of), find, "").needed());
        }
    }
    fields.extend([
        Field::choice("spread", shared.word(U::Spread), spreads, spread.name()),
        Field::line("low", shared.word(U::Low), &shown(known.map(|k| k.low))).needed().hint(shared.word(C::NumberHint)),
        Field::line("likely", shared.word(U::Likely), &shown(known.and_then(|k| k.likely)))
            .hint(shared.word(C::LikelyHint)),
        Field::line("high", shared.word(U::High), &shown(known.map(|k| k.high))).needed(),
        Field::choice("provenance", shared.word(U::Provenance), provenances, provenance.name()),
        Field::line("source", shared.word(U::Source), known.map_or("", |k| &k.source)).needed(),
    ]);
    let of = known.map(|known| known.of.clone());
    let title = shared.word(if of.is_some() { C::RangeEdit } else { C::RangeNew });
    let form = Form::new(title, fields, move |answers, shared| {
        let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
        let of = of.clone().unwrap_or_else(|| answer("of"));
        let uncertain = uncertain_of(&of).map_err(|fault| Refusal::of("of", shared.fault(&fault)))?;
        let read = |name: &str| {
            let typed = answer(name);
            uncertain_value(&typed, &uncertain)
                .ok_or_else(|| Refusal::of(name, U::BadNumber.with(shared.lang, &[&typed])))
        };
        let spread = Spread::parse(&answer("spread")).unwrap_or(Spread::Pert);
        let peaked = matches!(spread, Spread::Triangular | Spread::Pert);
        let uncertainty = Uncertainty {
            spread,
            low: read("low")?,
            likely: if peaked && !answer("likely").is_empty() { Some(read("likely")?) } else { None },
            high: read("high")?,
            provenance: Provenance::parse(&answer("provenance")).unwrap_or(Provenance::Assumption),
            source: clean_line(&answer("source")),
            of,
        };
        if let Some(wrong) = check_uncertainty(&uncertainty).first() {
            let field = if peaked && uncertainty.likely.is_none() { "likely" } else { "low" };
            return Err(Refusal::of(field, capital(shared.text(wrong))));
        }
        Ok(vec![Verb::plain("tui uncertainty set", move |desk| {
            let set = desk.set_uncertainty(&uncertainty)?;
            let said = C::RangeStored.said_by(|lang| vec![crate::cost::explain::show(set.value, lang)]);
            Ok(Changed { value: After::said(said).then(vec![Effect::Run(super::DRAW)]), change: set.change })
        })])
    });
    form.about(vec![shared.word(C::RangeAbout).to_owned()]).drafted(place, "range")
}

/// Asks before a range is taken back.
pub(super) fn remove(range: &Range, shared: &Shared) -> Effect {
    let of = range.uncertainty.of.clone();
    let about = vec![range.what.text(shared.lang).to_owned()];
    ask::before(shared, shared.word(C::RangeRemove), about, shared.word(W::DoDelete), move |_| {
        let of = of.clone();
        vec![Verb::plain("tui uncertainty remove", move |desk| {
            let removed = desk.remove_uncertainty(&of)?;
            Ok(Changed { value: After::said(C::RangeRemoved.said(&[])), change: removed.change })
        })]
    })
}
