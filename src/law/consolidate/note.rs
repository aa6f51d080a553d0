//! The notes of a consolidated text: what changed at a place, by what, and from when, in the wording of published consolidations.

use super::Consolidation;
use crate::law::Provision;
use crate::law::amend::{self, Action, Amendment, Named, Operation};
use crate::model::{Address, Level};
use crate::text::{Lang, date::in_document};
use jiff::civil::Date;

/// What happened to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
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
    /// The instrument was amended; the legal grounds of the amending one.
    Grounds {
        /// Their text.
        text: String,
    },
    /// What the amending instrument says of its own effect and of transition.
    Provisions {
        /// Which of its Điều.
        places: Vec<Address>,
        /// Their text.
        text: String,
    },
}

impl NoteKind {
    /// The stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Amended => "amended",
            Self::Added => "added",
            Self::Repealed => "repealed",
            Self::Heading => "heading",
            Self::Phrase => "phrase",
            Self::Suspended { .. } => "suspended",
            Self::Corrected => "corrected",
            Self::Grounds { .. } => "grounds",
            Self::Provisions { .. } => "provisions",
        }
    }
}

/// A note on a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What happened.
    pub kind: NoteKind,
    /// The level of the place.
    pub level: Option<Level>,
    /// Which part of it is meant, where that is not the whole: "Đoạn thứ hai".
    pub part: Option<String>,
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
        let kind = match &operation.action {
            _ if operation.erratum => NoteKind::Corrected,
            Action::Replace { .. } | Action::ReplaceAnnex { .. } => NoteKind::Amended,
            Action::Insert { .. } => NoteKind::Added,
            Action::Repeal => NoteKind::Repealed,
            Action::ReplaceHeading { .. } => NoteKind::Heading,
            Action::ReplacePhrase { .. } | Action::InsertPhrase { .. } | Action::DeletePhrase { .. } => {
                NoteKind::Phrase
            }
            Action::Suspend { until } => NoteKind::Suspended { until: until.clone() },
        };
        Self {
            kind,
            level: operation.place.last().map(|s| s.level),
            part: part(&operation.place),
            by: amendment.named.clone(),
            title: amendment.title.clone(),
            source: operation.source.clone(),
            effective: operation.effective,
        }
    }
}

/// The words of a paragraph, which is a part of what bears the note.
fn part(place: &Address) -> Option<String> {
    let step = place.last().filter(|step| step.level == Level::Paragraph)?;
    let words = Address(vec![step.clone()]).to_string();
    let mut letters = words.chars();
    Some(letters.next()?.to_uppercase().chain(letters).collect())
}

impl Note {
    /// A note of an amending instrument as a whole.
    pub(super) fn whole(amendment: &Amendment, kind: NoteKind) -> Self {
        Self {
            kind,
            level: None,
            part: None,
            by: amendment.named.clone(),
            title: amendment.title.clone(),
            source: Address::default(),
            effective: amendment.effective,
        }
    }

    /// The amending instrument with its title and its date of effect.
    fn cited(&self) -> String {
        let name = amend::called(&self.by);
        let title = if self.title.is_empty() || self.by.number.is_none() {
            String::new()
        } else {
            format!(" {}", amend::in_sentence(&self.title))
        };
        let date =
            self.effective.map(|d| format!(", có hiệu lực kể từ {}", in_document(d, Lang::Vi))).unwrap_or_default();
        format!("{name}{title}{date}")
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
            Some(level) => level.word(Lang::Vi),
        };
        let this = self.part.clone().unwrap_or_else(|| format!("{unit} này"));
        match &self.kind {
            NoteKind::Amended => write!(f, "{this} được sửa đổi, bổ sung")?,
            NoteKind::Added => write!(f, "{this} được bổ sung")?,
            NoteKind::Repealed => write!(f, "{this} được bãi bỏ")?,
            NoteKind::Heading => write!(f, "Tên {unit} này được sửa đổi, bổ sung", unit = unit.to_lowercase())?,
            NoteKind::Phrase => write!(f, "Cụm từ tại {} được thay đổi", this.to_lowercase())?,
            NoteKind::Corrected => write!(f, "{this} được đính chính")?,
            NoteKind::Grounds { text } => {
                return write!(f, "{}, có căn cứ ban hành như sau:\n“{}”", self.cited(), text.trim());
            }
            NoteKind::Provisions { places, text } => {
                let places: Vec<String> = places.iter().map(ToString::to_string).collect();
                return write!(f, "{} của {} quy định như sau:\n“{}”", places.join(", "), self.cited(), text.trim());
            }
            NoteKind::Suspended { until } => {
                write!(f, "{this} ngưng hiệu lực thi hành")?;
                if let Some(until) = until {
                    write!(f, " cho đến {until}")?;
                }
            }
        }
        let name = amend::called(&self.by);
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
        if provision.level == Level::Preamble {
            let words = provision.text.trim_end();
            out.push_str(&format!("{words}{marks}{}", provision.text.get(words.len()..).unwrap_or_default()));
        } else if provision.level.depth() <= Level::Article.depth() {
            let words = body.trim_end_matches('\n');
            let line = words.find('\n').unwrap_or(words.len());
            out.push_str(&format!(
                "{mark}{}{marks}{}",
                words.get(..line).unwrap_or_default(),
                body.get(line..).unwrap_or_default()
            ));
        } else {
            out.push_str(&format!("{}{marks} {body}", mark.trim_end()));
        }
    }
    provision.children.iter().for_each(|child| write(child, out));
}

/// The text of a consolidation as Markdown. Labels are escaped: `1.` is a khoản, not an item of a list.
pub(super) fn markdown(consolidation: &Consolidation) -> String {
    let mut out = String::new();
    for provision in &consolidation.document.provisions {
        write_markdown(provision, &mut out);
    }
    out.push('\n');
    for (n, note) in consolidation.notes.iter().enumerate() {
        // Further lines of a footnote are indented.
        let lines: Vec<String> = note.to_string().lines().map(escaped).collect();
        out.push_str(&format!("[^{}]: {}\n\n", n + 1, lines.join("\n\n    ")));
    }
    out
}

fn write_markdown(provision: &Provision, out: &mut String) {
    let marks: String = provision.notes.iter().map(|n| format!("[^{n}]")).collect();
    if provision.level == Level::Preamble {
        let lines: Vec<String> = provision.text.lines().map(str::trim).filter(|l| !l.is_empty()).map(escaped).collect();
        out.push_str(&format!("{}{marks}\n\n", lines.join("\n\n")));
        return;
    }
    let (mark, body) = provision.text.split_at(provision.after_mark.min(provision.text.len()));
    let heading = match provision.level {
        Level::Part | Level::Chapter => "## ",
        Level::Section | Level::Subsection => "### ",
        Level::Article => "#### ",
        _ => "",
    };
    let mut lines = body.lines().map(str::trim).filter(|l| !l.is_empty());
    let first = if provision.level == Level::Table { None } else { lines.next() };
    match first {
        Some(first) if heading.is_empty() && provision.level.is_labelled() => {
            out.push_str(&format!("{}{marks} {}\n\n", escaped(mark.trim()), escaped(first)));
        }
        Some(first) => {
            out.push_str(&format!("{heading}{} {}{marks}\n\n", escaped(mark.trim()), escaped(first)).replace("  ", " "))
        }
        None if !mark.trim().is_empty() => out.push_str(&format!("{heading}{}{marks}\n\n", escaped(mark.trim()))),
        None => {}
    }
    for line in lines {
        out.push_str(&escaped(line));
        out.push_str(if provision.level == Level::Table { "\n" } else { "\n\n" });
    }
    provision.children.iter().for_each(|child| write_markdown(child, out));
}

/// Text that Markdown leaves as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let at_start = at == 0 && matches!(c, '-' | '+' | '#' | '>' | '=' | '~');
        let list = digits > 0 && at == digits && matches!(c, '.' | ')');
        if at_start || list || matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
