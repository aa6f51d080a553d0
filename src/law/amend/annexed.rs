//! Instruments that a list issued with the order ends: "Bãi bỏ toàn bộ 03 văn bản tại Danh mục ban hành kèm theo Thông tư này". Each item of the list that
//! names one becomes a repeal; where one does not, or the order counts others, all of it stays for a person.

use super::operation::{Action, Amendment, Named, Operation, Reason, Unresolved};
use crate::law::name::{mention, place};
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level};
use crate::text::clean::collapse;
use crate::text::fold;

/// Reads the lists of instruments that the orders left for review name.
pub(super) fn read(document: &Document, amendment: &mut Amendment) {
    let Some(order) = amendment.unresolved.iter().find(|one| names_a_list(one)).cloned() else { return };
    let named: Vec<Label> = annexes(&order.sentence);
    let meant = |list: &&Provision| {
        list.level == Level::Annex
            && ends_instruments(&head(list))
            && (named.is_empty() || list.label.as_ref().is_some_and(|label| named.iter().any(|one| one.same(label))))
    };
    let lists = document.provisions.iter().filter(meant);
    let items: Option<Vec<Named>> = lists.flat_map(items).collect();
    let Some(items) = items.filter(|items| counted(&order.sentence).is_none_or(|count| count == items.len())) else {
        return;
    };
    if items.is_empty() {
        return;
    }
    let operation = |instrument| Operation {
        source: order.source.clone(),
        line: order.line,
        instrument,
        place: Address::default(),
        heading: false,
        action: Action::Repeal,
        effective: None,
        erratum: false,
    };
    amendment.operations.extend(items.into_iter().map(operation));
    // The heading above the order says the same.
    amendment.unresolved.retain(|one| {
        one.source != order.source
            || one.reason != Reason::Wording
            || one.line > order.line
            || !ends_instruments(&one.sentence)
    });
}

fn names_a_list(one: &Unresolved) -> bool {
    let sentence = fold(&one.sentence);
    ends_instruments(&one.sentence)
        && sentence.contains("kem theo")
        && ["danh muc", "phu luc"].iter().any(|list| sentence.contains(list))
}

/// The annexes that an order names by their labels.
fn annexes(sentence: &str) -> Vec<Label> {
    let places = place::all(sentence).into_iter().filter_map(|place| place.address.0.into_iter().next());
    places.filter(|step| step.level == Level::Annex && !step.label.is_attached()).map(|step| step.label).collect()
}

/// Whether words speak of instruments that end as a whole.
fn ends_instruments(words: &str) -> bool {
    let words = fold(words);
    (words.contains("bai bo") || words.contains("het hieu luc"))
        && ["van ban", "thong tu", "quyet dinh", "nghi dinh", "nghi quyet"].iter().any(|kind| words.contains(kind))
        && !["mot phan", "ngung", "khoan", "dieu "].iter().any(|part| words.contains(part))
}

/// The first lines of a list: its title.
fn head(list: &Provision) -> String {
    let lines: Vec<&str> = list.text.lines().take(4).filter(|line| !line.contains('|')).collect();
    collapse(&lines.join(" "))
}

/// How many instruments an order counts: "03 văn bản".
fn counted(sentence: &str) -> Option<usize> {
    let (before, _) = sentence.split_once(" văn bản")?;
    before.rsplit(' ').next()?.parse().ok()
}

/// The items of a list: lines with a number, or rows of a table with one in the first cell. Each names an instrument, or the list is not read.
fn items(list: &Provision) -> Vec<Option<Named>> {
    let text = list.full_text();
    let item = |line: &str| -> Option<Option<Named>> {
        let line = line.trim();
        let words = match line.strip_prefix('|') {
            Some(row) => {
                let (number, cells) = row.split_once('|')?;
                number.trim().trim_end_matches('.').parse::<u32>().ok()?;
                cells.replace('|', " ")
            }
            None => {
                let (mark, words) = line.split_once(['.', ')'])?;
                mark.parse::<u32>().ok()?;
                words.to_owned()
            }
        };
        let words = collapse(&words);
        let found = mention::read(&words, 0).filter(|found| !found.this);
        Some(found.and_then(|found| Some(Named { number: Some(found.number?), name: None })))
    };
    text.lines().filter_map(item).collect()
}
