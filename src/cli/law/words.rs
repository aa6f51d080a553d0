//! The words of the law engine's values.

use crate::law::amend::{Action, Operation, Position};
use crate::text::Lang;
use crate::words::Message;
use crate::words::amend::AmendMessage as Say;

/// The word of an operation.
pub(super) fn action(operation: &Operation) -> Say {
    match &operation.action {
        _ if operation.erratum => Say::Erratum,
        Action::Replace { .. } => Say::Replace,
        Action::ReplaceHeading { .. } => Say::ReplaceHeading,
        Action::Insert { .. } => Say::Insert,
        Action::Repeal if operation.place.is_whole() => Say::RepealInstrument,
        Action::Repeal => Say::Repeal,
        Action::ReplacePhrase { .. } => Say::ReplacePhrase,
        Action::InsertPhrase { .. } => Say::InsertPhrase,
        Action::DeletePhrase { .. } => Say::DeletePhrase,
        Action::ReplaceAnnex { .. } => Say::ReplaceAnnex,
        Action::Suspend { .. } => Say::Suspend,
    }
}

/// The stable name of an operation for programs.
pub(super) fn action_name(operation: &Operation) -> &'static str {
    match &operation.action {
        Action::Repeal if operation.place.is_whole() => "repeal-instrument",
        action => action.name(),
    }
}

/// The place of an operation.
pub(super) fn place(operation: &Operation, lang: Lang) -> String {
    match (operation.place.is_whole(), operation.heading) {
        (true, _) => Say::WholeInstrument.text(lang).to_owned(),
        (false, true) => Say::HeadingOf.with(lang, &[&operation.place]),
        (false, false) => operation.place.to_string(),
    }
}

/// What an operation brings: the first words of the new text, the phrases, the anchor.
pub(super) fn detail(operation: &Operation, lang: Lang) -> String {
    match &operation.action {
        Action::Replace { text } | Action::ReplaceHeading { text } => first_words(text),
        Action::Insert { position, text } => match position {
            Position::After(anchor) => Say::After.with(lang, &[anchor, &first_words(text)]),
            Position::Before(anchor) => Say::Before.with(lang, &[anchor, &first_words(text)]),
            Position::End => Say::AtEnd.with(lang, &[&first_words(text)]),
            Position::ByLabel => first_words(text),
        },
        Action::Repeal => String::new(),
        Action::ReplacePhrase { old, new, .. } => {
            Say::PhraseBecomes.with(lang, &[&first_words(old), &first_words(new)])
        }
        Action::InsertPhrase { text, beside: Some(beside), .. } => {
            Say::PhraseBeside.with(lang, &[&first_words(beside), &first_words(text)])
        }
        Action::InsertPhrase { text, beside: None, .. } => Say::AtEnd.with(lang, &[&first_words(text)]),
        Action::DeletePhrase { text, .. } => format!("“{}”", first_words(text)),
        Action::ReplaceAnnex { by } => by.to_string(),
        Action::Suspend { until } => until.as_ref().map_or_else(String::new, |until| Say::Until.with(lang, &[until])),
    }
}

/// The first words of a text, on one line.
pub(super) fn first_words(text: &str) -> String {
    const SHOWN: usize = 60;
    let line = crate::text::clean_line(text);
    if line.chars().count() <= SHOWN {
        return line;
    }
    let cut: String = line.chars().take(SHOWN).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut))
}
