//! Orders that are seen where they have no place of their own: in new text that a quotation took in, in a text without Điều, in what stands below an order.

use super::directive::{self, Order};
use super::operation::{Reason, Unresolved};
use super::sentence::begins_with_verb;
use crate::law::read::line::mark;
use crate::law::{Document, Provision};
use crate::model::{Address, Level};
use crate::text::clean::collapse;

/// Whether a new text holds an order on places or phrases of an instrument that it does not name: a quotation that does not close took it in. A text
/// that begins with an order amends by itself, and holds orders of its own.
pub(super) fn holds_an_order(text: &str) -> bool {
    let words = |line: &str| mark(line).and_then(|mark| line.get(mark.after..)).map(collapse).unwrap_or_default();
    let mut lines = text.lines();
    let amends = lines.next().is_some_and(|first| begins_with_verb(&words(first)));
    let blind = |order: &Order| order.instrument.is_none() && (!order.places.is_empty() || !order.phrases.is_empty());
    !amends && lines.map(words).any(|line| begins_with_verb(&line) && directive::read(&line).orders.iter().any(blind))
}

/// Orders of a text without Điều, such as a letter that corrects an instrument: what is meant is for a person to say.
pub(super) fn without_articles(document: &Document) -> Vec<Unresolved> {
    let text = document.text();
    if document.count(Level::Article) > 0 {
        return Vec::new();
    }
    let order = |sentence: &str| {
        let words = sentence
            .split_once(' ')
            .filter(|(mark, _)| mark.ends_with(['.', ')']))
            .map_or(sentence, |(_, words)| words);
        begins_with_verb(words)
            || ["sửa thành", "sửa lại", "đính chính", "sửa đổi, bổ sung như sau"]
                .iter()
                .any(|word| sentence.contains(word))
    };
    let lines = text.lines().zip(1..).filter(|(line, _)| line.chars().any(char::is_lowercase) && order(line.trim()));
    let found = lines.map(|(line, number)| Unresolved {
        source: Address::default(),
        line: number,
        sentence: collapse(line),
        reason: Reason::NoArticle,
        targets: Vec::new(),
        beside: Vec::new(),
    });
    found.collect()
}

/// Whether a child, or what stands below it, gives orders.
pub(super) fn orders_within(child: &Provision, above: &[Order]) -> bool {
    let sentence = collapse(child.words());
    let listed = above
        .last()
        .filter(|o| o.places.is_empty())
        .is_some_and(|o| !directive::listed(o, &sentence).orders.is_empty());
    listed
        || !directive::read(&sentence).orders.is_empty()
        || child.children.iter().any(|c| c.level.is_labelled() && orders_within(c, &[]))
}
