//! The sentences of a provision, in each of which orders may stand, and the new text that stands behind them.

use super::directive::{self, Order};
use crate::law::Provision;
use crate::model::Level;
use crate::text::clean::collapse;

/// A sentence of a provision with the quotations that follow it.
pub(super) struct Spoken<'d> {
    pub sentence: String,
    pub orders: Vec<Order>,
    pub quotes: Vec<&'d Provision>,
    pub line: usize,
}

impl Spoken<'_> {
    fn of(text: &str, line: usize) -> Self {
        let sentence = collapse(text);
        Self { orders: directive::read(&sentence), sentence, quotes: Vec::new(), line }
    }
}

/// The sentences of a provision: its own words, and each paragraph in it, with the quotations behind each.
pub(super) fn spoken(provision: &Provision) -> Vec<Spoken<'_>> {
    let mut found: Vec<Spoken<'_>> = Vec::new();
    let mut sentence = String::new();
    for line in provision.words().lines() {
        // A paragraph that begins an order of its own is a sentence of its own.
        if !sentence.is_empty()
            && line.trim_start().starts_with(char::is_uppercase)
            && begins_with_verb(line.trim_start())
        {
            found.push(Spoken::of(&sentence, provision.line));
            sentence.clear();
        }
        sentence.push_str(line);
        sentence.push(' ');
    }
    found.push(Spoken::of(&sentence, provision.line));
    for child in &provision.children {
        match child.level {
            Level::Quote => {
                if let Some(last) = found.last_mut() {
                    last.quotes.push(child);
                }
            }
            Level::Paragraph => found.push(Spoken::of(&child.text, child.line)),
            _ => {}
        }
    }
    found
}

pub(super) fn begins_with_verb(sentence: &str) -> bool {
    ["Sửa đổi", "Bổ sung", "Bãi bỏ", "Thay thế", "Bỏ cụm", "Bỏ từ", "Ngưng hiệu lực", "Đính chính"]
        .iter()
        .any(|v| sentence.starts_with(v))
}

pub(super) fn lists_below(sentence: &str) -> bool {
    let text = sentence.trim_end();
    text.ends_with(':') || text.ends_with(" tại") || text.ends_with("sau đây")
}
