//! The palette over everything: commands of all places, with their key or why they cannot be used now; procedures, instruments, provisions,
//! measures, scenarios; found without marks, in any order, by words of both languages.

use super::menus::{Here, both};
use super::{Chooser, Item};
use crate::reform::Subject;
use crate::text::{Lang, fold, number};
use crate::tui::command::{Can, Group};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Shared};
use crate::tui::screens::ENTRIES;
use crate::tui::widgets::grid::millions_of;
use crate::words::Message;
use crate::words::screen::ScreenWord as W;

/// How many records of a kind are shown.
const MOST: usize = 8;

/// Words of English and of clerks, and what they find.
const SYNONYMS: [(&str, &str); 14] = [
    ("birth", "khai sinh"),
    ("death", "khai tu"),
    ("marriage", "ket hon"),
    ("residence", "thuong tru"),
    ("passport", "ho chieu"),
    ("licence", "giay phep"),
    ("license", "giay phep"),
    ("business", "kinh doanh"),
    ("land", "dat dai"),
    ("ks", "khai sinh"),
    ("kt", "khai tu"),
    ("tthc", "thu tuc"),
    ("import", "nhap"),
    ("cost", "chi phi"),
];

/// The palette.
pub(in crate::tui) fn palette(here: Vec<Here>, shared: &Shared) -> Chooser {
    let find = move |words: &str, shared: &Shared| {
        let folded: Vec<String> = words.split_whitespace().map(fold).collect();
        let mut items = commands(&here, &folded, shared);
        items.extend(screens(&folded, shared));
        if !folded.is_empty() {
            items.extend(records(words, shared, MOST));
            items.extend(elsewhere(&here, &folded, shared));
        }
        items
    };
    Chooser::finding(shared.word(W::PaletteTitle), shared, find).hinted(shared.word(W::PaletteHint)).wide(92)
}

fn commands(here: &[Here], words: &[String], shared: &Shared) -> Vec<Item> {
    let mut found: Vec<(usize, Item)> = here
        .iter()
        .filter(|h| h.command.group != Group::Move)
        .filter_map(|h| {
            let key = shared.keymap.shown(h.command);
            let id = h.command.id;
            let item = match &h.can {
                Can::No(why) => Item::not(&h.name, format!("{} {key}", why).trim_end().to_owned()),
                _ => Item::new(&h.name, key, move |_| vec![Effect::Run(id)]),
            };
            let item = item.also(&both(h.command)).under(shared.word(W::PaletteCommands));
            Some((item.fits(words)? + usize::from(item.does.is_none()) * 10, item))
        })
        .collect();
    found.sort_by_key(|(how, _)| *how);
    found.into_iter().map(|(_, item)| item).collect()
}

/// The commands of other screens, with where they are.
fn elsewhere(here: &[Here], words: &[String], shared: &Shared) -> Vec<Item> {
    let mut items = Vec::new();
    for entry in ENTRIES {
        let title = shared.word(entry.title);
        for command in entry.commands.iter().filter(|c| here.iter().all(|h| h.command.id != c.id)) {
            let why = W::OnScreen.with(shared.lang, &[&title]);
            let label = shared.word(command.name);
            let name = entry.name;
            let item = if entry.listed {
                Item::new(label, why, move |_| vec![Effect::Open(Place::of(name))])
            } else {
                Item::not(label, why)
            };
            let item = item.also(&both(command)).under(shared.word(W::PaletteElsewhere));
            if item.fits(words).is_some() {
                items.push(item);
            }
        }
    }
    items.truncate(MOST);
    items
}

fn screens(words: &[String], shared: &Shared) -> Vec<Item> {
    let item = |entry: &crate::tui::screen::Entry| {
        let name = entry.name;
        Item::new(shared.word(entry.title), (entry.count)(shared), move |_| vec![Effect::Open(Place::of(name))])
            .also(&format!("{} {}", entry.title.text(Lang::Vi), entry.title.text(Lang::En)))
            .under(shared.word(W::PaletteScreens))
    };
    let listed = ENTRIES.iter().filter(|entry| entry.listed).map(item);
    listed.filter(|item| item.fits(words).is_some()).collect()
}

/// The records that words find: regulations, instruments and their articles, measures, scenarios.
pub(in crate::tui) fn records(words: &str, shared: &Shared, most: usize) -> Vec<Item> {
    let mut folded: Vec<String> = words.split_whitespace().map(fold).collect();
    for word in &mut folded {
        if let Some((_, found)) = SYNONYMS.iter().find(|(synonym, _)| synonym == word) {
            (*found).clone_into(word);
        }
    }
    let phrase = folded.join(" ");
    let fits = |text: &str| {
        let text = fold(text);
        let rank = (!text.contains(&phrase), text.len());
        folded.iter().all(|word| text.contains(word.as_str())).then_some(rank)
    };
    let mut items = Vec::new();
    let mut add = |mut found: Vec<((bool, usize), Item)>, title: W| {
        found.sort_by_key(|(rank, _)| *rank);
        let more = found.len().saturating_sub(most);
        let group = shared.word(title);
        items.extend(found.into_iter().take(most).map(|(_, item)| item.under(group)));
        if more > 0 {
            let said = W::MoreFound.with(shared.lang, &[&number::whole(more as i128, shared.lang)]);
            items.push(Item::not(said, "").under(group));
        }
    };
    let regulations = shared.world.names.iter().filter_map(|one| {
        let rank = folded.iter().all(|word| one.folded.contains(word.as_str()));
        let rank = rank.then(|| (!one.folded.contains(&phrase), one.folded.len()))?;
        let subject = shared.world.snapshot.live.find(&one.code).filter(|subject| subject.has_sheet);
        let cost = subject.and_then(Subject::known).map(|annual| millions_of(annual, shared)).unwrap_or_default();
        let (code, label) = (one.code.clone(), format!("{} {}", one.code, one.name));
        Some((rank, Item::new(label, cost, move |_| vec![Effect::Open(Place::about("procedure", &code))])))
    });
    let regulations: Vec<_> = regulations.collect();
    let (article, rest) = article_of(&folded);
    let instruments = shared.world.instruments.iter().filter_map(|(number, title)| {
        let text = fold(&format!("{number} {title}"));
        let all = rest.iter().all(|word| text.contains(word.as_str()));
        (all && !(rest.is_empty() && article.is_none())).then(|| {
            let number = number.clone();
            let at = article.as_ref().map(|n| format!("Điều {n}")).unwrap_or_default();
            let label = format!("{number} {title}{}{at}", if at.is_empty() { "" } else { " › " });
            let rank = (false, text.len());
            (rank, Item::new(label, "", move |_| vec![Effect::Open(Place::about("law", &number).at(&at))]))
        })
    });
    let instruments = instruments.collect();
    // Who names an article looks for it in the law.
    if article.is_some() {
        add(instruments, W::PaletteInstruments);
        add(regulations, W::PaletteRegulations);
    } else {
        add(regulations, W::PaletteRegulations);
        add(instruments, W::PaletteInstruments);
    }
    let measures = shared.world.snapshot.measures.iter().filter_map(|measure| {
        let rank = fits(&format!("{} {}", measure.code, measure.title))?;
        let (code, regulation) = (measure.code.clone(), measure.regulation.clone());
        let place = Place::about("procedure", &regulation).tab("measures").at(&code);
        Some((rank, Item::new(format!("{code} {}", measure.title), "", move |_| vec![Effect::Open(place.clone())])))
    });
    add(measures.collect(), W::PaletteMeasures);
    items
}

/// The number of an article among the words — `dieu 22` — and the other words.
fn article_of(words: &[String]) -> (Option<String>, Vec<&String>) {
    match words.iter().position(|word| word == "dieu") {
        Some(at) if words.get(at + 1).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit())) => {
            let rest = words.iter().enumerate().filter(|(n, _)| *n != at && *n != at + 1).map(|(_, word)| word);
            (Some(words[at + 1].clone()), rest.collect())
        }
        _ => (None, words.iter().collect()),
    }
}
