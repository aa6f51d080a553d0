//! Mapping files: which key or column of a foreign record becomes which field of a procedure. A new layout is a new
//! mapping file, no new code.

use super::{input, toml_text};
use crate::model::{Field, Holds, Noun, Procedure};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The mappings that come with the program.
const SHIPPED: &[(&str, &str)] = &[
    ("portal-jsonl.toml", include_str!("../../catalog/mappings/portal-jsonl.toml")),
    ("portal-list.toml", include_str!("../../catalog/mappings/portal-list.toml")),
    ("tables-jsonl.toml", include_str!("../../catalog/mappings/tables-jsonl.toml")),
];

/// The largest mapping file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// A kind of file that records come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// One JSON object a line.
    Jsonl,
    /// A spreadsheet.
    Xlsx,
    /// Comma-separated values.
    Csv,
}

impl Format {
    /// The name as mapping files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// A field of a procedure that a mapping can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum To {
    /// National code.
    Code,
    /// Name.
    Name,
    /// Number of the decision that announced it.
    Decision,
    /// Agency that issued it.
    Agency,
    /// Field.
    Field,
    /// Levels.
    Levels,
    /// Who complies.
    Addressees,
    /// Ways to submit.
    Channels,
    /// Dossier components.
    Components,
    /// Legal bases.
    Bases,
    /// Results.
    Results,
    /// A text that procedures alone have.
    Text(&'static Field),
}

/// The fields that are taken apart or belong to every regulation, as mapping files name them.
const NAMED: [(&str, To); 11] = [
    ("code", To::Code),
    ("name", To::Name),
    ("decision", To::Decision),
    ("agency", To::Agency),
    ("field", To::Field),
    ("levels", To::Levels),
    ("addressees", To::Addressees),
    ("channels", To::Channels),
    ("components", To::Components),
    ("bases", To::Bases),
    ("results", To::Results),
];

impl TryFrom<String> for To {
    type Error = String;

    fn try_from(name: String) -> std::result::Result<Self, String> {
        let texts = Procedure::DESCRIPTION.fields.iter().filter(|field| field.holds == Holds::Text);
        let mut known = NAMED.into_iter().chain(texts.map(|field| (field.key, Self::Text(field))));
        known.clone().find(|(known, _)| *known == name).map(|(_, to)| to).ok_or_else(|| {
            let first = known.next().map(|(first, _)| format!("`{first}`")).unwrap_or_default();
            let names = known.fold(first, |names, (name, _)| format!("{names}, `{name}`"));
            format!("unknown variant `{name}`, expected one of {names}")
        })
    }
}

impl To {
    /// Its name in mapping files.
    pub fn name(self) -> String {
        let named = NAMED.into_iter().find(|(_, to)| *to == self).map(|(name, _)| name);
        match self {
            Self::Text(field) => field.key.to_owned(),
            _ => named.unwrap_or_default().to_owned(),
        }
    }
}

/// How the value of a source becomes the value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Text on one line.
    #[default]
    Line,
    /// Text that keeps its lines.
    Text,
    /// Items parted by commas.
    List,
    /// A code: no blanks.
    Code,
    /// The number of an instrument, without the words before it.
    Number,
    /// The agency whose abbreviation ends a decision's number.
    AgencyOfDecision,
    /// An agency, where the catalogue knows one of this name.
    AgencyNamed,
    /// One item a line.
    Lines,
    /// One item a line, put on one line with semicolons between.
    Joined,
    /// The glued table of channels.
    PortalChannels,
    /// The glued table of components.
    PortalComponents,
    /// The glued table of legal bases.
    PortalBases,
    /// The glued list of results.
    PortalResults,
    /// A list of rows, whose keys `columns` names.
    Table,
}

/// One line of a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRule {
    /// Column, or key; a dot leads into nested objects.
    pub from: String,
    /// Other heads by which tables know the column; capitals, marks and what stands in parentheses do not matter.
    #[serde(default)]
    pub also: Vec<String>,
    /// Field of the procedure.
    pub to: To,
    /// How.
    #[serde(default)]
    pub how: How,
    /// For tables: the key of each part of a row.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
}

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    name: String,
    title: Title,
    formats: Vec<Format>,
    recognise: Vec<String>,
    #[serde(default)]
    gaps_only: bool,
    /// Abbreviations in the numbers of decisions that mean another agency than the register says.
    #[serde(default)]
    agencies: BTreeMap<String, String>,
    field: Vec<FieldRule>,
}

/// A mapping: how it is recognised, and its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping(Raw);

impl Mapping {
    /// The mappings that come with the program.
    ///
    /// # Errors
    /// None with the files as shipped.
    pub fn shipped() -> Result<Vec<Self>> {
        SHIPPED.iter().map(|(file, text)| Self::parse(text).map_err(|fault| fault.in_file(Path::new(file)))).collect()
    }

    /// Reads a mapping file.
    ///
    /// # Errors
    /// Bad input when the file cannot be read, is no TOML, or names an unknown field or transformation.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = input::whole(path, LARGEST)?;
        let text = input::utf8(&bytes).map_err(|fault| fault.in_file(path))?;
        Self::parse(text).map_err(|fault| fault.in_file(path))
    }

    /// Reads the text of a mapping file.
    ///
    /// # Errors
    /// As [`Mapping::read`].
    pub fn parse(text: &str) -> Result<Self> {
        let fault = || Fault::input(Say::BadMapping.said(&[])).hint(Say::BadMappingHint.said(&[]));
        let raw: Raw = toml_text::read(text, fault)?;
        let mapping = Self(raw);
        mapping.check()?;
        Ok(mapping)
    }

    fn check(&self) -> Result<()> {
        let raw = &self.0;
        for needed in [(To::Code, "code"), (To::Name, "name")] {
            if !raw.field.iter().any(|rule| rule.to == needed.0) {
                return Err(Fault::input(Say::MappingLacks.said(&[&raw.name, &needed.1])));
            }
        }
        if raw.recognise.is_empty() || raw.formats.is_empty() {
            return Err(Fault::input(Say::MappingLacks.said(&[&raw.name, &"recognise, formats"])));
        }
        for rule in &raw.field {
            let (needed, fits): (&[&str], bool) = match (rule.how, rule.to) {
                (How::Table, To::Channels) => (&["mode", "time"], true),
                (How::Table, To::Components) => (&["name"], true),
                (How::Table, To::Bases) => (&["number", "title"], true),
                (How::PortalChannels, to) => (&[], to == To::Channels),
                (How::PortalComponents, to) => (&[], to == To::Components),
                (How::PortalBases, to) => (&[], to == To::Bases),
                (How::PortalResults, to) => (&[], to == To::Results),
                (How::Table, _) | (_, To::Channels | To::Components | To::Bases) => (&[], false),
                (how, To::Results) => (&[], how == How::Lines),
                (How::Lines, to) => (&[], matches!(to, To::Levels | To::Addressees)),
                (How::List, to) => (&[], matches!(to, To::Levels | To::Addressees)),
                (How::AgencyOfDecision | How::AgencyNamed, to) => (&[], to == To::Agency),
                _ => (&[], true),
            };
            if !fits {
                return Err(Fault::input(Say::MappingMisfit.said(&[&raw.name, &rule.from])));
            }
            if let Some(lacking) = needed.iter().find(|column| !rule.columns.contains_key(**column)) {
                return Err(Fault::input(
                    Say::MappingLacks.said(&[&raw.name, &format!("{}.columns.{lacking}", rule.from)]),
                ));
            }
        }
        Ok(())
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// What it reads, in both languages.
    pub fn title(&self) -> &Title {
        &self.0.title
    }

    /// Whether it reads this kind of file.
    pub fn reads(&self, format: Format) -> bool {
        self.0.formats.contains(&format)
    }

    /// The keys or columns that a record must have to be recognised.
    pub fn recognise(&self) -> &[String] {
        &self.0.recognise
    }

    /// Whether what it reads is poorer than other sources, and fills only what is empty.
    pub fn gaps_only(&self) -> bool {
        self.0.gaps_only
    }

    /// The lines, in order.
    pub fn fields(&self) -> &[FieldRule] {
        &self.0.field
    }

    /// The code of the agency that the mapping names for the abbreviation in the number of a decision.
    pub fn agency_of(&self, decision: &str) -> Option<&str> {
        let number = crate::model::instrument::normal_number(decision);
        number.split(['/', '-']).find_map(|part| self.0.agencies.get(part)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn shipped_mappings_are_sound() {
        let names: Vec<String> = Mapping::shipped().unwrap().iter().map(|m| m.name().to_owned()).collect();
        assert_eq!(names, ["portal-jsonl", "portal-list", "tables-jsonl"]);
    }

    #[test]
    fn a_bad_mapping_says_where() {
        let fault = Mapping::parse("name = \"x\"\ntitle = 5\n").unwrap_err();
        assert_eq!(fault.place().unwrap().line, Some(2));
        let text =
            "name='x'\ntitle={vi='a',en='b'}\nformats=['csv']\nrecognise=['a']\n[[field]]\nfrom='a'\nto='code'\n";
        assert!(Mapping::parse(text).unwrap_err().message(Lang::En).contains("name"));
        let misfit = format!("{text}[[field]]\nfrom='b'\nto='name'\nhow='portal-bases'\n");
        assert!(Mapping::parse(&misfit).is_err());
    }
}
