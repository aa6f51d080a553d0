//! What is done with suggestions: measures are made of them, or they are remembered as none.

use super::rows::{paper, saved};
use super::{PREVIEWED, Suggestions};
use crate::desk::{AcceptSuggestions, DismissSuggestions};
use crate::exchange::catalog;
use crate::model::Fraction;
use crate::reform::suggest::Suggestion;
use crate::store::Changed;
use crate::text::date;
use crate::text::width::cut;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{After, Screen, Shared, Verb};
use crate::tui::widgets::grid::millions_of;
use crate::words::Message;
use crate::words::choosing::ChoosingWord as C;
use crate::words::valid::ValidWord;

impl Suggestions {
    /// The form that makes measures of suggestions, with what they would be.
    pub(super) fn accept_form(&self, ids: Vec<String>, shared: &Shared) -> Form {
        let lang = shared.lang;
        let all: Vec<&Suggestion> = ids.iter().filter_map(|id| self.all.get(id)).collect();
        // Two on one paper cannot both be made: the one that saves more is.
        let better = |one: &&Suggestion| {
            let same = |other: &&&Suggestion| other.regulation == one.regulation && other.component == one.component;
            let best = all.iter().filter(same).max_by_key(|other| (saved(other), std::cmp::Reverse(&other.id)));
            best.is_none_or(|best| best.id == one.id)
        };
        let chosen: Vec<&Suggestion> = all.iter().copied().filter(better).collect();
        let ids: Vec<String> = chosen.iter().map(|one| one.id.clone()).collect();
        let mut about: Vec<String> = Vec::new();
        if chosen.len() < all.len() {
            about.push(C::SamePaper.with(lang, &[&(all.len() - chosen.len())]));
        }
        for one in chosen.iter().take(PREVIEWED) {
            let holder = one.held.as_ref().map_or("", |held| shared.world.agency(&held.holder, lang));
            let measure = one.measure(holder, lang, shared.today);
            let money = saved(one).map_or_else(|| "–".to_owned(), |saved| millions_of(saved, shared));
            about.push(cut(&format!("{} · {money} · {}", one.regulation, measure.title), 120));
        }
        if chosen.len() > PREVIEWED {
            about.push(C::AcceptMore.with(lang, &[&(chosen.len() - PREVIEWED)]));
        }
        let sum = chosen.iter().filter_map(|one| saved(one)).fold(Fraction::ZERO, Fraction::more);
        about.push(C::AcceptSum.with(lang, &[&millions_of(sum, shared)]));
        let fields = vec![
            Field::line("person", shared.word(C::Person), ""),
            Field::line("due", shared.word(C::Due), "").hint(shared.word(C::DayHint)),
        ];
        let title = C::AcceptTitle.with(lang, &[&chosen.len()]);
        let form = Form::new(title, fields, move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let (person, typed) = (answer("person"), answer("due"));
            let bad = || Refusal::of("due", ValidWord::BadDate.with(shared.lang, &[&typed]));
            let due = if typed.is_empty() { None } else { Some(date::parse(&typed).ok_or_else(bad)?) };
            let (ids, day, lang) = (ids.clone(), shared.today, shared.lang);
            Ok(vec![Verb::plain("tui suggest accept", move |desk| {
                let rules = catalog::suggest_rules(None)?;
                let person = Some(person.as_str());
                let asked = AcceptSuggestions { ids: &ids, rules: &rules, day, due, person, lang };
                let made = desk.accept_suggestions(asked)?;
                let said = match made.value.as_slice() {
                    [(_, code)] => C::Accepted.said(&[code]),
                    many => C::AcceptedMany.said(&[&many.len()]),
                };
                Ok(Changed { value: After::said(said), change: made.change })
            })])
        });
        form.about(about).drafted(self.place(), "accept")
    }

    /// The form that asks why suggestions are none.
    pub(super) fn reject_form(&self, ids: Vec<String>, shared: &Shared) -> Form {
        let chosen = ids.iter().filter_map(|id| self.all.get(id));
        let about =
            chosen.take(PREVIEWED).map(|one| cut(&format!("{} · {}", one.regulation, paper(one)), 120)).collect();
        let field = Field::line("reason", shared.word(C::Reason), "").needed();
        let form = Form::new(shared.word(C::RejectTitle), vec![field], move |answers, shared| {
            let reason = answers.get("reason").cloned().unwrap_or_default();
            let (ids, lang) = (ids.clone(), shared.lang);
            Ok(vec![Verb::plain("tui suggest dismiss", move |desk| {
                let rules = catalog::suggest_rules(None)?;
                let asked = DismissSuggestions { ids: &ids, rules: &rules, reason: &reason, lang };
                let done = desk.dismiss_suggestions(asked)?;
                let said = C::Rejected.said(&[&done.value.len()]);
                Ok(Changed { value: After::said(said), change: done.change })
            })])
        });
        form.about(about).drafted(self.place(), "reject")
    }
}
