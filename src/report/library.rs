//! The documents there are: shipped templates in `reports/`, and an analyst's own. A template of a new name is a new document.

use super::Report;
use crate::text::Lang;
use crate::words::report::ReportWord as W;
use crate::words::{Fault, Message, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A document, by its template.
#[derive(Debug, Clone)]
pub struct Template {
    /// Its name, by which it is asked for.
    pub name: String,
    /// What it is.
    pub title: String,
    /// For whom it is; empty where the template does not say.
    pub reader: String,
    /// What it tells of: the fields of the first stand at the top, those of each other one under its name.
    pub data: Vec<Report>,
    /// The file of an analyst's own.
    pub file: Option<PathBuf>,
    pub(super) text: String,
    /// What templates share (head and foot of a letter), and its file where it is an analyst's own.
    pub(super) parts: (String, Option<PathBuf>),
}

impl Template {
    /// Whether an analyst changed nothing of what templates share.
    pub fn parts_are_shipped(&self) -> bool {
        self.parts.1.is_none()
    }
}

/// What a template says of itself, as TOML in a comment at its start.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: Option<String>,
    reader: Option<String>,
    data: Option<Vec<String>>,
}

/// A shipped template: its name, and its texts in both languages.
type Shipped = (&'static str, &'static str, &'static str);

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        &[$((
            $name,
            include_str!(concat!("../../reports/", $name, ".vi.md")),
            include_str!(concat!("../../reports/", $name, ".en.md")),
        )),+]
    };
}

/// The shipped documents, in the order in which they are listed.
const SHIPPED: &[Shipped] = shipped![
    "proposal",
    "annex-ii",
    "submission-minister",
    "submission-pm",
    "decision",
    "review-report",
    "review-plan",
    "review",
    "progress",
    "late",
    "lapses",
    "brief",
    "overview",
    "cost",
    "ranking",
    "sheet",
    "sheet-comparison",
    "scenario",
    "uncertainty",
    "reminder",
];

/// What they share.
const PARTS: &[Shipped] = shipped!["parts"];

fn in_language((_, vi, en): &Shipped, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// The name of the file of a template.
pub fn file_name(name: &str, lang: Lang) -> String {
    format!("{name}.{}.md", lang.tag())
}

/// The names of the documents there are in a language: the shipped ones, then those that are only an analyst's.
///
/// # Errors
/// Bad input: the folder cannot be read.
pub fn names(lang: Lang, folder: Option<&Path>) -> Result<Vec<String>> {
    let mut names: Vec<String> = SHIPPED.iter().map(|(name, ..)| (*name).to_owned()).collect();
    let mut own = Vec::new();
    if let Some(folder) = folder {
        let unusable = |e: std::io::Error| Fault::input(W::BadTemplates.said(&[])).because_io(&e).in_file(folder);
        for entry in std::fs::read_dir(folder).map_err(unusable)? {
            let file = entry.map_err(unusable)?.file_name();
            let name = file.to_str().and_then(|file| file.strip_suffix(&format!(".{}.md", lang.tag())));
            let is_new = |name: &&str| is_name(name) && *name != PARTS[0].0 && !names.iter().any(|known| known == name);
            own.extend(name.filter(is_new).map(str::to_owned));
        }
    }
    own.sort();
    names.extend(own);
    Ok(names)
}

/// The documents there are in a language, each as an analyst has it where the folder holds its template.
///
/// # Errors
/// Bad input, with file and line: the folder or a template in it cannot be read, or says of itself what it cannot be.
pub fn templates(lang: Lang, folder: Option<&Path>) -> Result<Vec<Template>> {
    names(lang, folder)?.iter().filter_map(|name| template(name, lang, folder).transpose()).collect()
}

/// The document of a name; nothing where there is none.
///
/// # Errors
/// As [`templates`].
pub fn template(name: &str, lang: Lang, folder: Option<&Path>) -> Result<Option<Template>> {
    if !is_name(name) || name == PARTS[0].0 {
        return Ok(None);
    }
    let (own, parts) = (owned(name, lang, folder)?, owned(PARTS[0].0, lang, folder)?);
    let shipped = SHIPPED.iter().find(|(known, ..)| *known == name).map(|one| in_language(one, lang).to_owned());
    let (text, file) = match (own, shipped) {
        (Some((text, file)), _) => (text, Some(file)),
        (None, Some(text)) => (text, None),
        (None, None) => return Ok(None),
    };
    let head = head(&text, file.as_deref().unwrap_or(Path::new(name)))?;
    let same = Report::parse(name);
    let data = match head.data {
        Some(named) => named.iter().map(|one| report(one, file.as_deref())).collect::<Result<Vec<_>>>()?,
        // Who writes a template without a word on it has all figures at hand.
        None => same.map_or_else(|| Report::ALL.iter().copied().filter(|r| r.has_figures()).collect(), |r| vec![r]),
    };
    let title = head.title.or_else(|| same.map(|report| report.word(lang).to_owned()));
    let parts = match parts {
        Some((text, file)) => (text, Some(file)),
        None => (in_language(&PARTS[0], lang).to_owned(), None),
    };
    let title = title.unwrap_or_else(|| name.to_owned());
    Ok(Some(Template {
        name: name.to_owned(),
        title,
        reader: head.reader.unwrap_or_default(),
        data,
        file,
        text,
        parts,
    }))
}

/// One word that can be typed.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('-') && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// An analyst's own template of a name, with its file.
fn owned(name: &str, lang: Lang, folder: Option<&Path>) -> Result<Option<(String, PathBuf)>> {
    let Some(file) = folder.map(|folder| folder.join(file_name(name, lang))).filter(|file| file.exists()) else {
        return Ok(None);
    };
    let unreadable = |e: std::io::Error| Fault::input(W::BadTemplate.said(&[])).because_io(&e).in_file(&file);
    let text = std::fs::read_to_string(&file).map_err(unreadable)?;
    Ok(Some((text, file)))
}

/// What a template says of itself; nothing where its first comment is another one.
fn head(text: &str, file: &Path) -> Result<Head> {
    let comment = text.strip_prefix("{#").and_then(|rest| rest.split_once("#}")).map(|(comment, _)| comment);
    let keys = ["title", "reader", "data"];
    let says = |line: &str| keys.iter().any(|key| line.trim_start().strip_prefix(key).is_some_and(is_assigned));
    let Some(comment) = comment.filter(|comment| comment.lines().any(says)) else { return Ok(Head::default()) };
    toml::from_str(comment).map_err(|e| {
        let line = e.span().map_or(1, |span| comment.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        Fault::input(W::BadTemplate.said(&[])).because(e.message()).at_line(line).in_file(file)
    })
}

fn is_assigned(rest: &str) -> bool {
    rest.trim_start().starts_with('=')
}

fn report(name: &str, file: Option<&Path>) -> Result<Report> {
    Report::parse(name).ok_or_else(|| {
        let known = Report::ALL.iter().map(|report| report.name()).collect::<Vec<_>>().join(", ");
        let fault = Fault::input(W::UnknownData.said(&[&name, &known]));
        file.into_iter().fold(fault, Fault::in_file)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_template_says_what_it_is_and_for_whom() {
        for lang in [Lang::Vi, Lang::En] {
            for template in templates(lang, None).unwrap() {
                assert!(!template.title.is_empty() && !template.reader.is_empty(), "{}", template.name);
                assert!(!template.data.is_empty(), "{}", template.name);
            }
        }
    }

    #[test]
    fn a_comment_is_a_head_only_where_it_says_something() {
        assert!(head("{# mẫu của tôi #}\n# A", Path::new("x")).unwrap().title.is_none());
        assert_eq!(head("{#\ntitle = \"A\"\n#}\n", Path::new("x")).unwrap().title.as_deref(), Some("A"));
        let fault = head("{#\ntitle = \"A\"\nodd = 1\n#}\n", Path::new("x.vi.md")).unwrap_err();
        assert!(fault.message(Lang::En).contains("x.vi.md:3"), "{}", fault.message(Lang::En));
    }
}
