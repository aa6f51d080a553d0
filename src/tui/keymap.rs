//! Which key means which command: the keys of the table of commands, with those that a configuration gives instead.

use super::command::{COMMON, Command};
use super::screens::ENTRIES;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Said};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeMap;

/// The keys of the commands.
#[derive(Debug, Default)]
pub(super) struct Keymap {
    /// Keys by command, where a configuration gives others.
    own: BTreeMap<String, Vec<String>>,
    /// Whether the letters that only move are off.
    no_letters: bool,
}

impl Keymap {
    /// The keys with those of a configuration: by the name of a command its keys. What cannot be is refused in words, and stays as it was.
    pub(super) fn new(wanted: &BTreeMap<String, Vec<String>>) -> (Self, Vec<Said>) {
        let (mut map, mut refused) = (Self::default(), Vec::new());
        for (name, keys) in wanted {
            if name == "letters" {
                map.no_letters = keys.is_empty();
                continue;
            }
            let Some(command) = all().find(|command| command.id == name) else {
                refused.push(W::KeyOfNothing.said(&[name]));
                continue;
            };
            if let Some(bad) = keys.iter().find(|key| !is_key(key)) {
                refused.push(W::NoSuchKey.said(&[bad, name]));
                continue;
            }
            let bare = |key: &&String| key.chars().count() == 1 && key.chars().all(char::is_alphanumeric);
            if let Some(letter) = keys.iter().find(bare).filter(|_| command.changes()) {
                refused.push(W::BareLetter.said(&[name, letter]));
                continue;
            }
            let before = map.own.insert(name.clone(), keys.clone());
            if let Some((key, other)) = map.conflict() {
                refused.push(W::KeyConflict.said(&[&key, name, &other]));
                match before {
                    Some(keys) => map.own.insert(name.clone(), keys),
                    None => map.own.remove(name),
                };
            }
        }
        (map, refused)
    }

    /// The keys of a command.
    pub(super) fn keys<'a>(&'a self, command: &'a Command) -> impl Iterator<Item = &'a str> {
        let own = self.own.get(command.id);
        let given = command.keys.iter().copied().filter(move |_| own.is_none());
        let letters = !self.no_letters;
        let moves = move |key: &&str| letters || key.len() != 1 || !key.chars().all(char::is_alphabetic);
        own.into_iter().flatten().map(String::as_str).chain(given).filter(moves)
    }

    /// The first key of a command as people write it: `Ctrl-S`; empty where it has none.
    pub(super) fn shown(&self, command: &Command) -> String {
        self.keys(command).next().map(shown).unwrap_or_default()
    }

    /// Whether a key is one of a command's.
    pub(super) fn is(&self, command: &Command, key: &str) -> bool {
        self.keys(command).any(|own| own == key)
    }

    /// Two commands of one screen with the same key: the key, and the other command.
    pub(super) fn conflict(&self) -> Option<(String, String)> {
        for entry in ENTRIES {
            let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
            for command in COMMON.iter().chain(entry.commands) {
                for key in self.keys(command) {
                    if let Some(other) = taken.insert(key, command.id) {
                        return Some((key.to_owned(), other.to_owned()));
                    }
                }
            }
        }
        None
    }
}

/// All commands of all screens.
pub(super) fn all() -> impl Iterator<Item = &'static Command> {
    COMMON.iter().chain(ENTRIES.iter().flat_map(|entry| entry.commands))
}

/// The name of a key: `f2`, `ctrl-s`, `enter`, `/`. Shift is told of function keys alone, as letters say it themselves.
pub(super) fn key_name(key: KeyEvent) -> String {
    let name = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("f{n}"),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => "backtab".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::PageUp => "pageup".to_owned(),
        KeyCode::PageDown => "pagedown".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::Delete => "delete".to_owned(),
        KeyCode::Insert => "insert".to_owned(),
        KeyCode::Backspace => "backspace".to_owned(),
        _ => return String::new(),
    };
    let function = matches!(key.code, KeyCode::F(_));
    let mut before = String::new();
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        before += "ctrl-";
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        before += "alt-";
    }
    if function && key.modifiers.contains(KeyModifiers::SHIFT) {
        before += "shift-";
    }
    if before.starts_with("ctrl-") { before + &name.to_lowercase() } else { before + &name }
}

/// Whether a text names a key.
fn is_key(text: &str) -> bool {
    const NAMED: [&str; 18] = [
        "space",
        "enter",
        "esc",
        "tab",
        "backtab",
        "up",
        "down",
        "left",
        "right",
        "pageup",
        "pagedown",
        "home",
        "end",
        "delete",
        "insert",
        "backspace",
        "ctrl-home",
        "ctrl-end",
    ];
    let bare = text.strip_prefix("ctrl-").or_else(|| text.strip_prefix("shift-")).unwrap_or(text);
    let function = bare.strip_prefix('f').and_then(|n| n.parse::<u8>().ok()).is_some_and(|n| (1..=24).contains(&n));
    NAMED.contains(&text) || function || bare.chars().count() == 1 && !text.starts_with("shift-")
}

/// A key as people write it.
pub(super) fn shown(key: &str) -> String {
    let named = |name: &str| match name {
        "enter" => "Enter".to_owned(),
        "esc" => "Esc".to_owned(),
        "tab" => "Tab".to_owned(),
        "backtab" => "Shift-Tab".to_owned(),
        "space" => "Space".to_owned(),
        "delete" => "Delete".to_owned(),
        "insert" => "Insert".to_owned(),
        "backspace" => "Backspace".to_owned(),
        "home" => "Home".to_owned(),
        "end" => "End".to_owned(),
        "pageup" => "PgUp".to_owned(),
        "pagedown" => "PgDn".to_owned(),
        "up" => "↑".to_owned(),
        "down" => "↓".to_owned(),
        "left" => "←".to_owned(),
        "right" => "→".to_owned(),
        function if function.len() > 1 => function.to_uppercase(),
        letter => letter.to_owned(),
    };
    match (key.strip_prefix("ctrl-"), key.strip_prefix("shift-")) {
        (Some(rest), _) if rest.len() == 1 => format!("Ctrl-{}", rest.to_uppercase()),
        (Some(rest), _) => format!("Ctrl-{}", named(rest)),
        (_, Some(rest)) => format!("Shift-{}", named(rest)),
        _ => named(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn no_key_means_two_things_on_one_screen() {
        assert_eq!(Keymap::default().conflict(), None);
    }

    #[test]
    fn no_command_that_changes_data_hangs_on_a_bare_letter_or_digit() {
        for command in all().filter(|command| command.changes()) {
            let bare = command.keys.iter().find(|key| key.chars().count() == 1);
            assert_eq!(bare, None, "{}", command.id);
        }
    }

    #[test]
    fn every_command_has_a_name_in_both_languages_and_a_stable_one() {
        let mut seen = std::collections::BTreeSet::new();
        for command in all() {
            assert!(seen.insert(command.id), "{} is there twice", command.id);
            for lang in [Lang::Vi, Lang::En] {
                assert!(!command.name.text(lang).is_empty());
            }
            assert!(command.keys.iter().all(|key| is_key(key)), "{}: {:?}", command.id, command.keys);
        }
    }

    #[test]
    fn a_configuration_gives_other_keys_and_what_cannot_be_is_refused() {
        let wanted = |pairs: &[(&str, &[&str])]| {
            pairs.iter().map(|(id, keys)| ((*id).to_owned(), keys.iter().map(|k| (*k).to_owned()).collect())).collect()
        };
        let (map, refused) = Keymap::new(&wanted(&[("find", &["ctrl-e"])]));
        assert!(refused.is_empty() && map.is(super::super::command::find("find", &[]).unwrap(), "ctrl-e"));
        for bad in [
            wanted(&[("find", &["f7"])]),
            wanted(&[("nothing", &["f2"])]),
            wanted(&[("find", &["hyper-x"])]),
            wanted(&[("undo", &["u"])]),
        ] {
            let (map, refused) = Keymap::new(&bad);
            assert_eq!((refused.len(), map.conflict()), (1, None), "{bad:?}");
            assert!(map.is(super::super::command::find("find", &[]).unwrap(), "/"));
        }
    }
}
