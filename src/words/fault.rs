//! The one error type of the library: what is wrong, where, and what to do, in both languages.

use super::{Message, Said, library_error};
use crate::text::Lang;
use std::fmt;
use std::path::{Path, PathBuf};

/// The result of anything that can fail in tinhgon.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

/// What kind of thing went wrong; it picks the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// The command was called wrongly (exit code 2).
    Usage,
    /// Input from outside cannot be taken (exit code 3).
    Input,
    /// The workspace is busy, damaged, newer, or not writable (exit code 4).
    Database,
    /// Anything else (exit code 5).
    Other,
    /// What was asked for does not exist (exit code 6).
    Missing,
}

impl FaultKind {
    /// The exit code of the process that ends with this kind of fault.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Usage => 2,
            Self::Input => 3,
            Self::Database => 4,
            Self::Other => 5,
            Self::Missing => 6,
        }
    }
}

/// A place in a file; line and column count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The file as the user named it.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column, from 1.
    pub column: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        Ok(())
    }
}

/// Something that went wrong, told so that the user knows what was expected and what to do.
#[derive(Debug, Clone)]
pub struct Fault(Box<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    kind: FaultKind,
    said: Said,
    hint: Option<Said>,
    place: Option<Place>,
    cause: Option<Said>,
    technical: Option<String>,
    subject: Option<Subject>,
    busy: bool,
}

/// What of the nouns of a file a fault is about, so that its line can be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// The kind of noun, as files name it: `measure_kind`; empty until it is known.
    pub noun: String,
    /// The place among the nouns of its kind, from 0.
    pub at: usize,
    /// The way to the field, `statuses[1].date`, its items counted from 1; empty for the noun as a whole.
    pub field: String,
}

impl Fault {
    /// A fault of a kind.
    pub fn new(kind: FaultKind, said: Said) -> Self {
        Self(Box::new(Inner {
            kind,
            said,
            hint: None,
            place: None,
            cause: None,
            technical: None,
            subject: None,
            busy: false,
        }))
    }

    /// The command was called wrongly.
    pub fn usage(said: Said) -> Self {
        Self::new(FaultKind::Usage, said)
    }

    /// Input from outside cannot be taken.
    pub fn input(said: Said) -> Self {
        Self::new(FaultKind::Input, said)
    }

    /// The workspace cannot be used.
    pub fn database(said: Said) -> Self {
        Self::new(FaultKind::Database, said)
    }

    /// What was asked for does not exist.
    pub fn missing(said: Said) -> Self {
        Self::new(FaultKind::Missing, said)
    }

    /// Anything else.
    pub fn other(said: Said) -> Self {
        Self::new(FaultKind::Other, said)
    }

    /// Adds what the user can do.
    #[must_use]
    pub fn hint(mut self, hint: Said) -> Self {
        self.0.hint = Some(hint);
        self
    }

    /// Adds the file where it happened, unless a place is known already.
    #[must_use]
    pub fn in_file(mut self, file: &Path) -> Self {
        match &mut self.0.place {
            Some(place) if place.file.as_os_str().is_empty() => place.file = file.to_owned(),
            Some(_) => {}
            none => *none = Some(Place { file: file.to_owned(), ..Place::default() }),
        }
        self
    }

    /// Names a file in another way than by the path from which it was read.
    #[must_use]
    pub fn renamed(mut self, path: &Path, shown: &Path) -> Self {
        if let Some(place) = self.0.place.as_mut().filter(|place| place.file == path) {
            place.file = shown.to_owned();
        }
        self
    }

    /// Adds the line (from 1) where it happened; the file may follow with [`Fault::in_file`].
    #[must_use]
    pub fn at_line(mut self, line: usize) -> Self {
        self.0.place.get_or_insert_default().line = Some(line);
        self
    }

    /// Adds the column (from 1).
    #[must_use]
    pub fn at_column(mut self, column: usize) -> Self {
        self.0.place.get_or_insert_default().column = Some(column);
        self
    }

    /// Adds the field of a noun that it is about.
    #[must_use]
    pub fn in_field(mut self, field: &str) -> Self {
        self.0.subject.get_or_insert_default().field = field.to_owned();
        self
    }

    /// Adds the noun that it is about, by its place (from 0) among those of its kind that came in.
    #[must_use]
    pub fn in_item(mut self, noun: &str, at: usize) -> Self {
        let subject = self.0.subject.get_or_insert_default();
        (subject.noun, subject.at) = (noun.to_owned(), at);
        self
    }

    /// What of the nouns that came in it is about, where that is known.
    pub fn subject(&self) -> Option<&Subject> {
        self.0.subject.as_ref().filter(|subject| !subject.noun.is_empty())
    }

    /// The field of a noun that it is about, where that is known.
    pub fn field(&self) -> Option<&str> {
        self.0.subject.as_ref().map(|subject| subject.field.as_str()).filter(|field| !field.is_empty())
    }

    /// The same fault, which waiting may mend: another program is writing.
    #[must_use]
    pub fn busy(mut self) -> Self {
        self.0.busy = true;
        self
    }

    /// Whether waiting may mend it: another program is writing.
    pub fn is_busy(&self) -> bool {
        self.0.busy
    }

    /// Adds what the layer below said, for the curious.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        let cause = cause.to_string();
        match library_error::translated(&cause) {
            Some(said) => {
                self.0.cause = Some(said);
                self.0.technical = Some(cause);
            }
            // A sentence of a library that is not known stays English, and so is shown in English only.
            None if library_error::is_technical(&cause) => self.0.technical = Some(cause),
            None => self.0.cause = Some(Said::same(cause)),
        }
        self
    }

    /// What the layer below said, as it said it; for the curious, in English.
    pub fn technical(&self) -> Option<&str> {
        self.0.technical.as_deref()
    }

    /// Adds what the system said of a file, in the words of people where it is one of the usual reasons.
    #[must_use]
    pub fn because_io(mut self, error: &std::io::Error) -> Self {
        use super::store::StoreMessage as Say;
        use std::io::ErrorKind as Kind;
        let usual = match error.kind() {
            Kind::NotFound => Say::NoSuchFile,
            Kind::PermissionDenied => Say::NotPermitted,
            Kind::NotADirectory => Say::NoFolder,
            Kind::IsADirectory => Say::IsFolder,
            Kind::StorageFull => Say::DiskFull,
            Kind::ReadOnlyFilesystem => Say::ReadOnlyDisk,
            _ => return self.because(error),
        };
        self.0.cause = Some(usual.said(&[]));
        self
    }

    /// The kind, which picks the exit code.
    pub fn kind(&self) -> FaultKind {
        self.0.kind
    }

    /// Where it happened, if it happened in a file.
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// What the user can do.
    pub fn hint_text(&self, lang: Lang) -> Option<&str> {
        self.0.hint.as_ref().map(|h| h.text(lang))
    }

    /// The whole message in one language: place, what is wrong, cause. The hint is apart.
    pub fn message(&self, lang: Lang) -> String {
        let mut out = String::new();
        if let Some(place) = &self.0.place {
            out.push_str(&place.to_string());
            out.push_str(": ");
        }
        out.push_str(self.0.said.text(lang));
        let technical = self.0.technical.as_deref().filter(|_| lang == Lang::En);
        if let Some(cause) = self.0.cause.as_ref().map(|cause| cause.text(lang)).or(technical) {
            out.push_str(" (");
            out.push_str(cause);
            out.push(')');
        }
        out
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))?;
        match self.hint_text(Lang::En) {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}
