//! A small site for the network of a ministry: an overview, a page an agency, a page a regulation with its history. Files that need no server and
//! nothing from elsewhere; all links are relative.

use super::names::Names;
use super::template::For;
use super::{Request, Scope, html, make, markdown};
use crate::model::{Calendar, Holiday};
use crate::reform::{Snapshot, Subject};
use crate::store::{HistoryFilter, Workspace};
use crate::text::{Lang, date, number};
use crate::view::nouns::procedure::{About, procedure_page, regulation_page};
use crate::view::{Cell, Format, Page, Part};
use crate::words::dashboard::DashboardWord as W;
use crate::words::{Message, Result};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

/// A file of the site: its path within the folder, with `/`, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// At most so many changes of a regulation are listed.
const CHANGES: usize = 50;

/// What a change of more rows did to others is no matter of one regulation.
const TOLD: usize = 50;

/// The site over the scope of a request, whose document is what the overview and the pages of agencies say.
///
/// # Errors
/// As [`make`].
pub fn dashboard(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<Vec<SiteFile>> {
    let names = Names::read(workspace, request.lang)?;
    let titles: HashMap<String, String> = workspace.regulation_rows()?.into_iter().map(|r| (r.code, r.name)).collect();
    let mut agencies: BTreeMap<&str, Vec<&Subject>> = BTreeMap::new();
    for subject in snapshot.live.subjects.iter().filter(|subject| request.scope.holds(subject)) {
        agencies.entry(subject.agency.as_deref().unwrap_or_default()).or_default().push(subject);
    }
    let known = workspace.agency_names(request.lang)?;
    let calendar = Calendar::new(&workspace.all::<Holiday>()?);
    let about = About {
        lang: request.lang,
        agency: &|code| known.get(code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})")),
        due: &|limit| calendar.due(request.as_of, limit),
    };
    let site = Site { workspace, snapshot, request, titles: &titles, about, summaries: RefCell::default() };
    let mut files = Vec::new();

    let mut list = heading(W::Agencies, &[W::Agency, W::Regulations], request.lang);
    for (code, subjects) in &agencies {
        let link = link(&names.agency(code), &format!("agency/{}", file(code)));
        let _ = writeln!(list, "| {link} | {} |", number::whole(subjects.len() as i128, request.lang));
    }
    files.push(("index.html".to_owned(), site.overview(request, "", &list)?));

    for (code, subjects) in &agencies {
        let list = site.regulations(subjects);
        // What names no agency has no scope of its own: its page is the list.
        let of_agency = Request { scope: Scope::Agency((*code).to_owned()), ..request.clone() };
        let bytes = match code.is_empty() {
            true => site.page(&names.agency(code), "../", &list)?,
            false => site.overview(&of_agency, "../", &list)?,
        };
        files.push((format!("agency/{}", file(code)), bytes));
        for subject in subjects {
            files.push((format!("regulation/{}", file(&subject.code)), site.regulation(subject)?));
        }
    }
    Ok(files)
}

struct Site<'s> {
    workspace: &'s Workspace,
    snapshot: &'s Snapshot,
    request: &'s Request,
    titles: &'s HashMap<String, String>,
    /// Names and days, read once for all pages.
    about: About<'s>,
    /// What changes did: an import is the history of every regulation that it brought.
    summaries: RefCell<HashMap<i64, String>>,
}

impl Site<'_> {
    /// The document of a request with what is listed below it.
    fn overview(&self, request: &Request, up: &str, list: &str) -> Result<Vec<u8>> {
        let document = make(self.workspace, self.snapshot, request)?;
        let said = document.made_for(For::Page)?;
        self.page(&document.template.title, up, &format!("{said}\n{list}"))
    }

    /// Regulations with links to their pages, the largest cost first.
    fn regulations(&self, subjects: &[&Subject]) -> String {
        let mut list = heading(W::Regulations, &[W::Code, W::Name, W::Cost], self.request.lang);
        let mut sorted = subjects.to_vec();
        sorted.sort_by(|a, b| b.known().cmp(&a.known()).then_with(|| a.code.cmp(&b.code)));
        for subject in sorted {
            let cost = subject.known().map(|annual| Cell::Dong(annual).shown(self.request.lang));
            let link = link(&subject.code, &format!("../regulation/{}", file(&subject.code)));
            let _ = writeln!(list, "| {link} | {} | {} |", self.name(subject), cost.unwrap_or_else(|| "–".to_owned()));
        }
        list
    }

    fn name(&self, subject: &Subject) -> String {
        markdown::cell(self.titles.get(&subject.code).map_or("", String::as_str))
    }

    /// A regulation as it stands, and what became of it. Who did it stays in the journal.
    fn regulation(&self, subject: &Subject) -> Result<Vec<u8>> {
        let lang = self.request.lang;
        let page = match self.workspace.procedure(&subject.code)? {
            Some(procedure) => Some(procedure_page(&procedure, &self.about)),
            None => self.workspace.regulation(&subject.code)?.map(|one| regulation_page(&one, &self.about)),
        };
        let title = self.titles.get(&subject.code).unwrap_or(&subject.code);
        let mut said = format!("# {}\n\n", markdown::inline(title));
        for part in page.into_iter().flat_map(Page::into_parts) {
            said.push_str(&paragraph(part, lang)?);
        }
        // What became of its measures is what became of it.
        let measures = self.snapshot.measures.iter().filter(|measure| measure.regulation == subject.code);
        let mut changes = BTreeMap::new();
        for code in measures.map(|measure| &measure.code).chain([&subject.code]) {
            let of = HistoryFilter { key: Some(code.clone()), limit: Some(CHANGES) };
            changes.extend(self.workspace.history(&of)?.into_iter().map(|change| (change.id, change)));
        }
        let _ = write!(said, "\n{}", heading(W::History, &[W::Day, W::What], lang));
        for (id, change) in changes.into_iter().rev().take(CHANGES) {
            let day = date::short(change.at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date(), lang);
            let did = if change.rows > TOLD { W::WithOthers.text(lang).to_owned() } else { self.did(id)? };
            let _ = writeln!(said, "| {day} | {did} |");
        }
        let up = link(
            W::BackToAgency.text(lang),
            &format!("../agency/{}", file(subject.agency.as_deref().unwrap_or_default())),
        );
        self.page(title, "../", &format!("{up}\n\n{said}"))
    }

    /// What a change did, as it stands in a cell.
    fn did(&self, change: i64) -> Result<String> {
        if let Some(known) = self.summaries.borrow().get(&change) {
            return Ok(known.clone());
        }
        let did = markdown::cell(crate::desk::summary(self.workspace, change, false)?.text(self.request.lang));
        self.summaries.borrow_mut().insert(change, did.clone());
        Ok(did)
    }

    /// A page of the site.
    fn page(&self, title: &str, up: &str, said: &str) -> Result<Vec<u8>> {
        let home = link(W::Overview.text(self.request.lang), &format!("{up}index.html"));
        html::page(&format!("{home}\n\n{said}"), title, self.request.lang, "")
    }
}

/// A part of a page as it stands in a document.
fn paragraph(part: Part, lang: Lang) -> Result<String> {
    let text = |text: &str| markdown::block(text);
    Ok(match part {
        Part::Fact(label, value) => format!("**{}:** {}\n\n", text(&label), text(&value)),
        Part::Heading(label) => format!("\n## {}\n\n", text(&label)),
        Part::Group(name) => format!("\n**{}**\n\n", text(&name)),
        // Ids are for who changes something.
        Part::Item(_, said) | Part::Line(_, said) => format!("- {}\n", text(&said)),
        Part::Prose(said) => format!("{}\n\n", text(&said)),
        Part::Blank => "\n".to_owned(),
        Part::Table(table) => format!("\n{}\n", table.render(Format::Md, lang, None)?),
    })
}

/// The head of a table under a heading.
fn heading(title: W, columns: &[W], lang: Lang) -> String {
    let words: Vec<&str> = columns.iter().map(|column| column.text(lang)).collect();
    let rule = vec!["---"; words.len()].join(" | ");
    format!("\n## {}\n\n| {} |\n| {rule} |\n", title.text(lang), words.join(" | "))
}

fn link(text: &str, to: &str) -> String {
    format!("[{}]({to})", markdown::cell(text))
}

/// The name of the file of a code: the code itself where any system takes it, else with its digest, so that no two are one.
fn file(code: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let safe: String = code.chars().take(60).map(|c| if plain(c) { c } else { '_' }).collect();
    let safe = safe.trim_start_matches('.');
    // Where capitals are no difference, two such codes would be one file.
    let mixed = code.chars().any(|c| c.is_ascii_lowercase()) && code.chars().any(|c| c.is_ascii_uppercase());
    if safe == code && !code.is_empty() && !mixed {
        return format!("{code}.html");
    }
    let digest = hex::encode(Sha256::digest(code));
    format!("{safe}-{}.html", digest.get(..8).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_file_of_its_own_within_the_folder() {
        let codes = ["1.001193", "", ".", "..", "../x", "a/b", "a_b", "Ab", "AB", "ĐK-1", "A\\B"];
        let files: std::collections::BTreeSet<String> = codes.iter().map(|code| file(code).to_lowercase()).collect();
        assert_eq!(files.len(), codes.len(), "{files:?}");
        assert!(files.iter().all(|name| !name.contains(['/', '\\']) && !name.starts_with("..")), "{files:?}");
        assert_eq!(file("1.001193"), "1.001193.html");
    }
}
