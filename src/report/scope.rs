//! Over what a document is made: all, one agency, one field, one regulation.

use crate::reform::{Snapshot, Subject};
use crate::store::Workspace;
use crate::text::fold;
use crate::words::report::ReportWord;
use crate::words::{Fault, Message, Result};
use std::borrow::Cow;

/// Over what a document is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// One agency, by code.
    Agency(String),
    /// One field, as it is written in the workspace.
    Field(String),
    /// One regulation, by code.
    Regulation(String),
}

impl Scope {
    /// Reads a scope: `all`, `agency:BTP`, `field:Hộ tịch`, `procedure:1.001193`, or just the code or name, with or without marks.
    ///
    /// # Errors
    /// Wrong usage, when nothing goes by this name.
    pub fn parse(text: &str, workspace: &Workspace) -> Result<Self> {
        let text = text.trim();
        let (kind, name) = match text.split_once(':') {
            Some((kind, name)) if ["agency", "field", "procedure", "regulation"].contains(&kind) => {
                (Some(kind), name.trim())
            }
            _ => (None, text),
        };
        if kind.is_none() && (text.is_empty() || fold(text) == "all") {
            return Ok(Self::All);
        }
        let may_be = |wanted: &str| kind.is_none_or(|kind| kind == wanted);
        if (may_be("procedure") || may_be("regulation")) && workspace.regulation(name)?.is_some() {
            return Ok(Self::Regulation(name.to_owned()));
        }
        if may_be("agency")
            && let Some(code) = workspace.resolve_agency(name)?
        {
            return Ok(Self::Agency(code));
        }
        let mut fields: Vec<String> = workspace.regulation_rows()?.into_iter().filter_map(|row| row.field).collect();
        if may_be("field")
            && let Some(field) = fields.iter().find(|field| fold(field) == fold(name))
        {
            return Ok(Self::Field(field.clone()));
        }
        fields.sort_unstable();
        fields.dedup();
        fields.truncate(12);
        Err(Fault::missing(ReportWord::UnknownScope.said(&[&text]))
            .hint(ReportWord::UnknownScopeHint.said(&[&fields.join(" · ")])))
    }

    /// Whether a regulation is within.
    pub fn holds(&self, subject: &Subject) -> bool {
        match self {
            Self::All => true,
            Self::Agency(code) => subject.agency.as_ref() == Some(code),
            Self::Field(field) => subject.field.as_ref() == Some(field),
            Self::Regulation(code) => subject.code == *code,
        }
    }

    /// Whether a regulation is within, or was that of an agency for which this one stands now.
    pub fn covers(&self, snapshot: &Snapshot, subject: &Subject) -> bool {
        let now = |own: &String| snapshot.succession.after(own) == self.name();
        self.holds(subject) || matches!(self, Self::Agency(_)) && subject.agency.as_ref().is_some_and(now)
    }

    /// The workspace within the scope, for the figures of a programme.
    pub fn narrowed<'s>(&self, snapshot: &'s Snapshot, programme: &str) -> Cow<'s, Snapshot> {
        match self {
            Self::All => Cow::Borrowed(snapshot),
            // What an agency of then had is within its own scope, and within that of the one which took over.
            _ => Cow::Owned(snapshot.within(programme, |subject| self.covers(snapshot, subject))),
        }
    }

    /// The scope as it is asked for: what [`Scope::parse`] reads back.
    pub fn asked(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Agency(code) => format!("agency:{code}"),
            Self::Field(field) => format!("field:{field}"),
            Self::Regulation(code) => format!("regulation:{code}"),
        }
    }

    /// What it is: `all`, `agency`, `field` or `regulation`.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Agency(_) => "agency",
            Self::Field(_) => "field",
            Self::Regulation(_) => "regulation",
        }
    }

    /// The name of the scope in documents; empty for everything.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::All => "",
            Self::Agency(name) | Self::Field(name) | Self::Regulation(name) => name,
        }
    }
}
