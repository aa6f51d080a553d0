//! Which stored row an incoming row without id is: so that a new record of a procedure keeps the ids to which sheets and measures point.

use super::rows::Fields;
use crate::text::fold;
use serde_json::Value as Json;
use std::collections::{HashMap, HashSet, VecDeque};

/// A kind of child row: the letter of its ids, and the fields by which two rows are the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Family {
    pub letter: char,
    pub sameness: fn(&Fields) -> String,
}

fn field<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.get(name).and_then(Json::as_str).unwrap_or_default()
}

pub(super) const CHANNELS: Family = Family { letter: 'k', sameness: |f| field(f, "mode").to_owned() };
pub(super) const COMPONENTS: Family =
    Family { letter: 'c', sameness: |f| fold(field(f, "group")) + "\n" + &fold(field(f, "name")) };
pub(super) const BASES: Family = Family { letter: 'b', sameness: |f| first_of(f, "number", "title") };
pub(super) const OUTCOMES: Family = Family { letter: 'r', sameness: |f| first_of(f, "code", "name") };
pub(super) const ACTIVITIES: Family =
    Family { letter: 'a', sameness: |f| field(f, "group").to_owned() + "\n" + &fold(field(f, "name")) };

fn first_of(fields: &Fields, first: &str, second: &str) -> String {
    let found = field(fields, first);
    fold(if found.is_empty() { field(fields, second) } else { found })
}

/// Gives every incoming row an id: its own, else that of the stored row which is the same (two alike: the first to the first),
/// else the next free number. Gives the id that occurs twice, if one does.
pub(super) fn give_ids(family: Family, stored: &[Fields], incoming: &mut [Fields]) -> Option<String> {
    let given: HashSet<String> =
        incoming.iter().map(|f| field(f, "id").to_owned()).filter(|id| !id.is_empty()).collect();
    let mut known: HashMap<String, VecDeque<String>> = HashMap::new();
    let mut highest = 0;
    for fields in stored {
        let id = field(fields, "id");
        highest = highest.max(number(family, id));
        if !given.contains(id) {
            known.entry((family.sameness)(fields)).or_default().push_back(id.to_owned());
        }
    }
    highest = given.iter().map(|id| number(family, id)).fold(highest, u64::max);
    let mut used = HashSet::new();
    for fields in incoming {
        let own = field(fields, "id").to_owned();
        let id = if own.is_empty() {
            let same = known.get_mut(&(family.sameness)(fields)).and_then(VecDeque::pop_front);
            same.unwrap_or_else(|| {
                highest += 1;
                format!("{}{highest}", family.letter)
            })
        } else {
            own
        };
        if !used.insert(id.clone()) {
            return Some(id);
        }
        fields.insert("id".to_owned(), Json::String(id));
    }
    None
}

fn number(family: Family, id: &str) -> u64 {
    id.strip_prefix(family.letter).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, name: &str) -> Fields {
        let mut fields = Fields::new();
        fields.insert("name".into(), name.into());
        if !id.is_empty() {
            fields.insert("id".into(), id.into());
        }
        fields
    }

    fn ids(rows: &[Fields]) -> Vec<&str> {
        rows.iter().map(|r| field(r, "id")).collect()
    }

    #[test]
    fn the_same_row_keeps_its_id_and_new_rows_get_the_next_number() {
        let stored = [row("c1", "Tờ khai"), row("c4", "Giấy tờ"), row("c5", "Giấy tờ")];
        let mut incoming =
            [row("", "Ảnh"), row("", "giay to"), row("", "Giấy tờ"), row("", "TỜ KHAI"), row("", "Giấy tờ")];
        assert_eq!(give_ids(COMPONENTS, &stored, &mut incoming), None);
        assert_eq!(ids(&incoming), ["c6", "c4", "c5", "c1", "c7"]);
    }

    #[test]
    fn an_id_that_was_given_is_kept_and_never_given_again() {
        let stored = [row("c1", "Tờ khai")];
        let mut incoming = [row("c1", "Ảnh"), row("", "Tờ khai"), row("c9", "x"), row("", "y")];
        assert_eq!(give_ids(COMPONENTS, &stored, &mut incoming), None);
        assert_eq!(ids(&incoming), ["c1", "c10", "c9", "c11"]);
        let mut twice = [row("c1", "a"), row("c1", "b")];
        assert_eq!(give_ids(COMPONENTS, &stored, &mut twice), Some("c1".into()));
    }
}
