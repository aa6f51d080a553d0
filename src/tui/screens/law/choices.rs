//! Choosing what is read of an instrument: the version or the day, the two versions beside each other, the Điều.

use super::{BESIDE, Law, TEXT, proposals, version_name};
use crate::store::VersionHead;
use crate::text::{date, number};
use crate::tui::layers::{Chooser, Field, Form, Item, Refusal};
use crate::tui::screen::{Effect, Shared};
use crate::tui::screens::law::reading::{Pane, Reading};
use crate::words::Message;
use crate::words::law_screen::LawScreenWord as L;
use crate::words::screen::ScreenWord as W;
use jiff::civil::Date;
use std::rc::Rc;

/// The day that is typed, with the version that applies on it.
type Applying = dyn Fn(&str) -> Option<(Date, VersionHead)>;

/// Puts something that was chosen in the instrument in hand, which stays as it is otherwise: what is folded stays folded.
fn put(does: impl Fn(&mut Law) + 'static) -> Effect {
    Effect::Screen(Rc::new(move |screen| {
        if let Some(law) = screen.downcast_mut::<Law>() {
            does(law);
        }
    }))
}

/// Goes to a provision of the text, which is in hand then.
pub(super) fn jump(at: &str) -> Vec<Effect> {
    let at = at.to_owned();
    vec![put(move |law| {
        law.tab = TEXT;
        at.clone_into(&mut law.at);
        if let Some(reading) = &mut law.reading {
            reading.pane = Pane::Text;
        }
    })]
}

/// Reads another version, or the one that applies on a day.
fn read_in(version: &str, day: Option<Date>) -> Effect {
    let version = version.to_owned();
    put(move |law| {
        law.tab = TEXT;
        law.day = day;
        version.clone_into(&mut law.version);
    })
}

impl Law {
    pub(super) fn choose_version(&self, shared: &Shared) -> Effect {
        let heads = self.reading.as_ref().map(|reading| reading.heads.as_slice()).unwrap_or_default();
        let items = heads.iter().map(|head| {
            let from = head.from.map(|day| L::EffectiveOn.with(shared.lang, &[&date::short(day, shared.lang)]));
            let long = L::Characters.with(shared.lang, &[&number::whole(head.characters as i128, shared.lang)]);
            let right = [from.unwrap_or_default(), long].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
            let name = head.name.clone();
            Item::new(version_name(&head.name, shared.lang), right.join(" · "), move |_| vec![read_in(&name, None)])
        });
        let now = self.reading.as_ref().and_then(|reading| reading.version.as_deref()).unwrap_or_default();
        let chooser = Chooser::new(shared.word(W::DoVersion), items.collect()).at(&version_name(now, shared.lang));
        Effect::Over(Box::new(chooser.wide(74)))
    }

    pub(super) fn ask_day(&self, shared: &Shared) -> Effect {
        let day = self.day.unwrap_or(shared.today);
        let field = Field::line("day", shared.word(L::InForceDay), &date::short(day, shared.lang)).needed();
        let heads: Vec<VersionHead> = self.reading.as_ref().map(|r| r.heads.clone()).unwrap_or_default();
        let find: Rc<Applying> = Rc::new(move |typed| {
            let day = date::parse(typed)?;
            Some((day, VersionHead::applying(&heads, day)?.clone()))
        });
        let told = find.clone();
        let form = Form::new(shared.word(W::DoInForceOn), vec![field], move |answers, shared| {
            let typed = answers.get("day").cloned().unwrap_or_default();
            let Some((day, head)) = find(&typed) else {
                return Err(Refusal::of("day", L::NoDay.with(shared.lang, &[&typed])));
            };
            let name = version_name(&head.name, shared.lang);
            let said = L::AppliesOn.with(shared.lang, &[&date::short(day, shared.lang), &name]);
            Ok(vec![read_in("", Some(day)), Effect::Say(crate::tui::status::Sign::Done, said)])
        });
        let form = form.previewed(move |answers, shared| {
            let typed = answers.get("day").map(String::as_str).unwrap_or_default();
            let Some((day, head)) = told(typed) else { return Vec::new() };
            let begun = head.kind.name() == "proposed" || head.from.is_some_and(|from| from > day);
            let said = if begun { L::NoneAppliesYet } else { L::AppliesOn };
            vec![said.with(shared.lang, &[&date::short(day, shared.lang), &version_name(&head.name, shared.lang)])]
        });
        form.does(W::FormOpens).open()
    }

    pub(super) fn ask_versions(&self, shared: &Shared) -> Effect {
        let heads = self.reading.as_ref().map(|reading| reading.heads.as_slice()).unwrap_or_default();
        let options: Vec<(String, String)> =
            heads.iter().map(|head| (head.name.clone(), version_name(&head.name, shared.lang))).collect();
        let (old, new) = self.versions.names.clone().unwrap_or_default();
        let fields = vec![
            Field::choice("old", shared.word(L::OldVersion), options.clone(), &old),
            Field::choice("new", shared.word(L::NewVersion), options, &new),
        ];
        let form = Form::new(shared.word(W::DoTwoVersions), fields, move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let (old, new) = (answer("old"), answer("new"));
            if old == new {
                return Err(Refusal::of("new", shared.word(L::TwoVersions)));
            }
            Ok(vec![put(move |law| {
                law.tab = BESIDE;
                law.versions = proposals::Versions::of(Some((old.clone(), new.clone())));
            })])
        });
        form.does(W::FormOpens).open()
    }

    pub(super) fn choose_article(&self, shared: &Shared) -> Effect {
        let articles = self.reading.as_ref().map(|reading| reading.articles().collect::<Vec<_>>()).unwrap_or_default();
        let addresses = self.reading.as_ref().map(|reading| reading.addresses.clone()).unwrap_or_default();
        let now = self.reading.as_ref().and_then(Reading::address).and_then(|address| address.0.first().cloned());
        let mut hand = String::new();
        let items = articles.into_iter().map(|(unit, title)| {
            let address = addresses.get(unit);
            if address.and_then(|address| address.0.first()) == now.as_ref() {
                hand.clone_from(&title);
            }
            let at = address.map(ToString::to_string).unwrap_or_default();
            Item::new(title, "", move |_| jump(&at))
        });
        let chooser = Chooser::new(shared.word(W::DoArticle), items.collect());
        Effect::Over(Box::new(chooser.at(&hand).wide(74)))
    }
}
