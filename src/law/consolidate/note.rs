//! The notes of a consolidated text: what changed at a place, by what, and from when, in the wording of published consolidations.

use super::Consolidation;
use crate::law::amend::{Action, Amendment, Named, Operation};
use crate::law::document::Provision;
use crate::model::instrument::full_name;
use crate::model::{Address, Level};
use crate::text::{Lang, date::in_document};
use jiff::civil::Date;

/// What happened to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Its text was replaced.
    Amended,
    /// It was added.
    Added,
    /// It was repealed.
    Repealed,
    /// Its heading was replaced.
    Heading,
    /// Phrases in it were changed.
    Phrase,
    /// It is not applied, until what the source says.
    Suspended {
        /// Until when, in the words of the source.
        until: Option<String>,
    },
    /// It was corrected.
    Corrected,
}

/// A note on a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What happened.
    pub effect: Effect,
    /// The level of the place.
    pub level: Option<Level>,
    /// The amending instrument.
    pub by: Named,
    /// Its title.
    pub title: String,
    /// Where it says so.
    pub source: Address,
    /// From when.
    pub effective: Option<Date>,
}

impl Note {
    pub(super) fn of(amendment: &Amendment, operation: &Operation) -> Self {
        let effect = match &operation.action {
            _ if operation.erratum => Effect::Corrected,
            Action::Replace { .. } | Action::ReplaceAnnex { .. } => Effect::Amended,
            Action::Insert { .. } => Effect::Added,
            Action::Repeal => Effect::Repealed,
            Action::ReplaceHeading { .. } => Effect::Heading,
            Action::ReplacePhrase { .. } | Action::InsertPhrase { .. } | Action::DeletePhrase { .. } => Effect::Phrase,
            Action::Suspend { until } => Effect::Suspended { until: until.clone() },
        };
        Self {
            effect,
            level: operation.place.last().map(|s| s.level),
            by: amendment.named.clone(),
            title: amendment.title.clone(),
            source: operation.source.clone(),
            effective: operation.effective,
        }
    }
}

impl std::fmt::Display for Note {
    /// `Khoản này được sửa đổi, bổ sung theo quy định tại điểm a khoản 1 Điều 1 Thông tư số …, có hiệu lực kể từ ngày …`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = match self.level {
            None => "Văn bản",
            Some(Level::Article) => "Điều",
            Some(Level::Clause) => "Khoản",
            Some(Level::Point | Level::Item) => "Điểm",
            Some(Level::Paragraph | Level::Dash) => "Đoạn",
            Some(Level::Annex) => "Phụ lục",
            Some(level) => level.word(),
        };
        match &self.effect {
            Effect::Amended => write!(f, "{unit} này được sửa đổi, bổ sung")?,
            Effect::Added => write!(f, "{unit} này được bổ sung")?,
            Effect::Repealed => write!(f, "{unit} này được bãi bỏ")?,
            Effect::Heading => write!(f, "Tên {unit} này được sửa đổi, bổ sung", unit = unit.to_lowercase())?,
            Effect::Phrase => write!(f, "Cụm từ tại {} này được thay đổi", unit.to_lowercase())?,
            Effect::Corrected => write!(f, "{unit} này được đính chính")?,
            Effect::Suspended { until } => {
                write!(f, "{unit} này ngưng hiệu lực thi hành")?;
                if let Some(until) = until {
                    write!(f, " cho đến {until}")?;
                }
            }
        }
        let name = self.by.number.as_deref().map_or_else(|| self.by.to_string(), full_name);
        write!(f, " theo quy định tại {} {name}", self.source)?;
        if let Some(date) = self.effective {
            write!(f, ", có hiệu lực kể từ {}", in_document(date, Lang::Vi))?;
        }
        f.write_str(".")
    }
}

/// The text of a consolidation with its marks and notes.
pub(super) fn text(consolidation: &Consolidation) -> String {
    let mut out = String::new();
    for provision in &consolidation.document.provisions {
        write(provision, &mut out);
    }
    if !consolidation.notes.is_empty() {
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.push('\n');
    }
    for (n, note) in consolidation.notes.iter().enumerate() {
        out.push_str(&format!("[{}] {note}\n", n + 1));
    }
    out
}

/// The mark stands behind the label of a khoản, a điểm, and behind the heading of an Điều or container, as published consolidations set it.
fn write(provision: &Provision, out: &mut String) {
    if provision.notes.is_empty() {
        out.push_str(&provision.text);
    } else {
        let marks: String = provision.notes.iter().map(|n| format!("[{n}]")).collect();
        let (mark, body) = provision.text.split_at(provision.after_mark.min(provision.text.len()));
        if provision.level.depth() <= Level::Article.depth() {
            let words = body.trim_end_matches('\n');
            let line = words.find('\n').unwrap_or(words.len());
            out.push_str(&format!("{mark}{}{marks}{}", words.get(..line).unwrap_or_default(), body.get(line..).unwrap_or_default()));
        } else {
            out.push_str(&format!("{}{marks} {body}", mark.trim_end()));
        }
    }
    provision.children.iter().for_each(|child| write(child, out));
}
