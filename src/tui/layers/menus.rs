//! The menus that every screen has: what can be done here, where one can go, help, columns, looks, notices.

use super::{Chooser, Item};
use crate::tui::command::{Can, Command, Group, id};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, OfGrid, Shared};
use crate::tui::screens::ENTRIES;
use crate::tui::status::Status;
use crate::tui::theme::{self, looks};
use crate::tui::widgets::grid::Grid;
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use std::rc::Rc;

/// A command as it stands here: what it is called, and whether it can be done.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Here {
    pub(in crate::tui) command: &'static Command,
    pub(in crate::tui) name: String,
    pub(in crate::tui) can: Can,
}

/// The item of a command.
fn item(here: &Here, shared: &Shared) -> Item {
    let id = here.command.id;
    let key = shared.keymap.shown(here.command);
    match &here.can {
        Can::No(why) => Item::not(&here.name, why),
        Can::With(said) => {
            let right = if key.is_empty() { said.clone() } else { format!("{said} · {key}") };
            Item::new(&here.name, right, move |_| vec![Effect::Run(id)])
        }
        _ => Item::new(&here.name, key, move |_| vec![Effect::Run(id)]),
    }
    .also(&both(here.command))
}

/// The name of a command in both languages, to be found by.
pub(super) fn both(command: &Command) -> String {
    format!("{} {} {}", command.name.text(crate::text::Lang::Vi), command.name.text(crate::text::Lang::En), command.id)
}

/// What can be done with the row in hand or with those that are marked, and what cannot and why.
pub(in crate::tui) fn actions(title: &str, here: &[Here], shared: &Shared) -> Chooser {
    let of = |groups: &'static [Group], title: W| {
        // Opening comes first, and what cannot be done last.
        let order = |h: &Here| (!h.can.is_yes(), h.command.id != id::OPEN);
        let mut items: Vec<((bool, bool), Item)> = here
            .iter()
            .filter(|h| groups.contains(&h.command.group))
            .map(|h| (order(h), item(h, shared).under(shared.word(title))))
            .collect();
        items.sort_by_key(|(order, _)| *order);
        items.into_iter().map(|(_, item)| item)
    };
    let mut items: Vec<Item> = of(&[Group::Go, Group::Change], W::WithThis).collect();
    items.extend(of(&[Group::Write], W::WithFiles));
    items.extend(of(&[Group::Look], W::WithList));
    items.extend(of(&[Group::Program], W::WithProgram));
    Chooser::new(title, items).hinted(shared.word(W::ActionsHint)).wide(74)
}

/// All that can be done here with its keys; Enter does the line.
pub(in crate::tui) fn help(title: &str, here: &[Here], signs: &str, shared: &Shared) -> Chooser {
    let title_of = |group: Group| match group {
        Group::Go => W::HelpGo,
        Group::Look => W::HelpLook,
        Group::Change => W::HelpChange,
        Group::Write => W::WithFiles,
        Group::Move => W::HelpMove,
        Group::Program => W::WithProgram,
    };
    let mut items = Vec::new();
    for group in [Group::Go, Group::Change, Group::Write, Group::Look, Group::Move, Group::Program] {
        for one in here.iter().filter(|h| h.command.group == group) {
            let keys: Vec<String> = shared.keymap.keys(one.command).map(crate::tui::keymap::shown).collect();
            let label = format!("{:<16} {}", keys.join(" "), one.name);
            let made = item(one, shared);
            let right = if let Can::No(why) = &one.can { why.clone() } else { String::new() };
            items.push(Item { label, right, ..made }.under(shared.word(title_of(group))));
        }
    }
    let about = signs.lines().map(str::to_owned).collect::<Vec<_>>();
    for line in about {
        items.push(Item::not(line, "").under(shared.word(W::HelpSigns)));
    }
    Chooser::new(title, items).hinted(shared.word(W::HelpHint)).wide(92)
}

/// Where one can go: the screens with their counts, the last places; a number of an article in the law, a code.
pub(in crate::tui) fn go_to(shared: &Shared, recent: Vec<(Place, String)>, now: &str) -> Chooser {
    let screens: Vec<Item> = ENTRIES
        .iter()
        .filter(|entry| entry.listed)
        .map(|entry| {
            let (name, title) = (entry.name, shared.word(entry.title));
            Item::new(title, (entry.count)(shared), move |_| vec![Effect::Open(Place::of(name))]).also(&format!(
                "{} {}",
                entry.title.text(crate::text::Lang::Vi),
                entry.title.text(crate::text::Lang::En)
            ))
        })
        .collect();
    let now = ENTRIES.iter().find(|entry| entry.name == now).map(|entry| shared.word(entry.title)).unwrap_or_default();
    let recent: Vec<Item> = recent
        .into_iter()
        .map(|(place, title)| {
            Item::new(title, "", move |_| vec![Effect::Open(place.clone())]).under(shared.word(W::RecentPlaces))
        })
        .collect();
    let (first, last) = (screens.clone(), recent.clone());
    let find = move |words: &str, shared: &Shared| {
        let mut items: Vec<Item> = first.iter().chain(&last).cloned().collect();
        let folded: Vec<String> = words.split_whitespace().map(crate::text::fold).collect();
        if !folded.is_empty() {
            items.retain(|item| item.fits(&folded).is_some());
            items.extend(super::palette::records(words, shared, 12));
        }
        items
    };
    Chooser::finding(shared.word(W::DoGoTo), shared, find).hinted(shared.word(W::GoToHint)).at(now)
}

/// What can be done with the column in hand of a list, and which columns there are.
pub(in crate::tui) fn columns(grid: &Grid, shared: &Shared) -> Chooser {
    let key = grid.column_key().unwrap_or_default();
    let title = W::ColumnTitle.with(shared.lang, &[&grid.title(&key, shared)]);
    let of = |does: OfGrid| move |_: &Shared| vec![Effect::Grid(does.clone())];
    let sort = |down: bool, further: bool| {
        let key = key.clone();
        of(Rc::new(move |grid: &mut Grid, _: &Shared| grid.sort_by(&key, down, further)))
    };
    let cells = usize::from(shared.size.0);
    let now = grid.width_of(&key, shared, cells);
    let hide = {
        let key = key.clone();
        of(Rc::new(move |grid: &mut Grid, _: &Shared| grid.toggle_column(&key)))
    };
    let mut items = vec![
        Item::new(shared.word(W::SortDown), "▼", sort(true, false)),
        Item::new(shared.word(W::SortUp), "▲", sort(false, false)),
        Item::new(shared.word(W::SortFurther), "", sort(true, true)),
        Item::new(
            shared.word(W::AsTheyCome),
            "",
            of(Rc::new(|grid: &mut Grid, _: &Shared| {
                grid.state.sort.clear();
                grid.arrange();
            })),
        ),
        Item::new(shared.word(W::HideColumn), "", hide),
        Item::new(shared.word(W::ColumnLeft), "←", of(Rc::new(|grid: &mut Grid, _: &Shared| grid.move_column(false))))
            .staying(),
        Item::new(shared.word(W::ColumnRight), "→", of(Rc::new(|grid: &mut Grid, _: &Shared| grid.move_column(true))))
            .staying(),
        Item::new(shared.word(W::Wider), "+4", of(Rc::new(move |grid: &mut Grid, _: &Shared| grid.widen(4, now)))),
        Item::new(shared.word(W::Narrower), "−4", of(Rc::new(move |grid: &mut Grid, _: &Shared| grid.widen(-4, now)))),
        Item::not(shared.word(W::ColumnSum), grid.statistics(&key, shared)),
    ];
    for column in &grid.table().columns {
        let shown = grid.state.columns.iter().any(|key| key == column.key);
        let (label, key) = (format!("[{}] {}", if shown { "✓" } else { " " }, column.title), column.key.to_owned());
        let toggle = of(Rc::new(move |grid: &mut Grid, _: &Shared| grid.toggle_column(&key)));
        items.push(Item::new(label, "", toggle).under(shared.word(W::ChooseColumns)));
    }
    items.push(
        Item::new(shared.word(W::ColumnsAsShipped), "", of(Rc::new(|grid: &mut Grid, _: &Shared| grid.as_shipped())))
            .under(shared.word(W::ChooseColumns)),
    );
    Chooser::new(title, items)
}

/// The looks, to choose one.
pub(in crate::tui) fn looking(shared: &Shared) -> Chooser {
    let item = |look: theme::Look| {
        let now = if look == shared.theme.look { "●" } else { "" };
        Item::new(look.word(shared.lang), now, move |_| vec![Effect::Look(look)]).staying()
    };
    Chooser::new(shared.word(theme::QUESTION), looks().map(item).collect())
}

/// What was said last.
pub(in crate::tui) fn notices(status: &Status, shared: &Shared) -> Chooser {
    let item =
        |(sign, text): &(crate::tui::status::Sign, String)| super::ask::nothing(format!("{} {text}", sign.sign()));
    Chooser::new(shared.word(W::DoNotices), status.notices().map(item).collect()).wide(100)
}
