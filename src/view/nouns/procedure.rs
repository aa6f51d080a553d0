//! The page of a regulation or a procedure, part by part: all that is known of it. Commands and the screen show these parts.

use super::Source;
use crate::cost::explain::show;
use crate::model::{
    Basis, Calendar, Channel, Component, Fee, Holiday, Outcome, Procedure, Regulation, TimeLimit, concerns_by,
};
use crate::text::{Lang, date, number};
use crate::view::Page;
use crate::words::cli::CliMessage as M;
use crate::words::record::RecordWord as R;
use crate::words::{Message, Result};
use jiff::civil::Date;

/// What a page takes from outside the noun.
pub struct About<'a> {
    /// Language of the page.
    pub lang: Lang,
    /// The name of an agency by its code.
    pub agency: &'a dyn Fn(&str) -> String,
    /// The day until which an authority has time, if a dossier were handed in today.
    pub due: &'a dyn Fn(TimeLimit) -> Option<Date>,
}

impl std::fmt::Debug for About<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("About").field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// A page of today, with the names of the workspace.
pub(super) fn about(from: &Source<'_>, page: impl FnOnce(&About<'_>) -> Page) -> Result<Page> {
    let names = from.reader.agency_names(from.lang)?;
    let calendar = Calendar::new(&from.reader.all::<Holiday>()?);
    Ok(page(&About {
        lang: from.lang,
        agency: &|code| names.get(code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})")),
        due: &|limit| calendar.due(from.day, limit),
    }))
}

/// The procedure with this code, wholly.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let Some(procedure) = from.reader.procedure(code)? else { return Ok(None) };
    about(from, |about| procedure_page(&procedure, about)).map(Some)
}

/// All that is known of a regulation but its code and name, which stand above.
pub fn regulation_page(regulation: &Regulation, about: &About<'_>) -> Page {
    let mut page = Page::about("regulation", about.lang, &regulation.code, &regulation.name);
    page.noun(regulation);
    keeping(&mut page, regulation, about);
    concerning(&mut page, regulation, &[]);
    origin(&mut page, regulation);
    page
}

/// What a regulation is and who keeps it.
fn keeping(page: &mut Page, regulation: &Regulation, about: &About<'_>) {
    let lang = about.lang;
    page.fact(M::KindColumn, regulation.kind.word(lang));
    page.fact(M::Agency, regulation.agency.as_deref().map(about.agency).unwrap_or_default());
    page.fact(M::Field, regulation.field.as_deref().unwrap_or_default());
    page.fact(M::Decision, regulation.decision.as_deref().unwrap_or_default());
    page.fact(M::Status, regulation.status.word(lang));
}

/// Whom it concerns, and what tells it: an officer, or words of the record.
fn concerning(page: &mut Page, regulation: &Regulation, addressees: &[String]) {
    let lang = page.lang();
    let named = concerns_by(regulation.kind, addressees.iter().map(String::as_str));
    let said = match (regulation.concerns, named) {
        (Some(said), _) => said.word(lang).to_owned(),
        (None, Some((found, Some(evidence)))) => R::ConcernsBy.with(lang, &[&found.word(lang), &evidence]),
        (None, Some((found, None))) => R::ConcernsByKind.with(lang, &[&found.word(lang)]),
        (None, None) => return,
    };
    page.fact(R::Concerns, &said);
}

/// Since when it applies and where what is known of it comes from: last, for who opens a record asks first what it demands.
fn origin(page: &mut Page, regulation: &Regulation) {
    let lang = page.lang();
    page.day(R::Since, regulation.from);
    if regulation.electronic {
        page.fact(R::Electronic, M::Yes.text(lang));
    }
    page.fact(M::Provenance, regulation.provenance.word(lang));
    page.fact(M::Source, &regulation.source);
}

/// All that is known of a procedure but its code and name.
pub fn procedure_page(procedure: &Procedure, about: &About<'_>) -> Page {
    let lang = about.lang;
    let mut page = Page::about("procedure", lang, &procedure.regulation.code, &procedure.regulation.name);
    page.noun(procedure);
    page.flatten("regulation");
    keeping(&mut page, &procedure.regulation, about);
    let one = |text: &Option<String>| text.clone().unwrap_or_default();
    page.fact(M::Levels, procedure.levels.join(", "));
    page.fact(M::Category, one(&procedure.category));
    page.fact(M::Addressees, procedure.addressees.join(", "));
    concerning(&mut page, &procedure.regulation, &procedure.addressees);
    page.fact(M::DecidingAgency, one(&procedure.deciding_agency));
    page.fact(M::PerformingAgency, one(&procedure.performing_agency));
    page.fact(M::CooperatingAgency, one(&procedure.cooperating_agency));
    page.fact(R::AuthorisedAgency, one(&procedure.authorised_agency));
    page.fact(M::OnlineLevel, procedure.online_level.map_or("", |level| level.word(lang)));
    page.fact(M::Dossiers, procedure.dossiers.map(|count| count.to_string()).unwrap_or_default());
    page.items(M::Channels, procedure.channels.iter().map(|channel| (&channel.id, channel_text(channel, about))));
    if !procedure.components.is_empty() {
        page.heading(M::Components);
        let mut group = "";
        for component in &procedure.components {
            if component.group != group {
                group = &component.group;
                page.group(group);
            }
            page.item(&component.id, component_text(component, lang));
        }
    }
    page.items(M::Bases, procedure.bases.iter().map(|basis| (&basis.id, basis_text(basis, lang))));
    page.items(M::Results, procedure.results.iter().map(|result| (&result.id, result_text(result))));
    page.prose(M::Steps, &procedure.steps);
    page.prose(M::Requirements, &procedure.requirements);
    page.prose(R::Description, &procedure.description);
    page.heading(M::Source);
    page.fact(M::Address, one(&procedure.address));
    origin(&mut page, &procedure.regulation);
    page.fact(M::Url, one(&procedure.url));
    page.prose(M::Verbatim, &procedure.verbatim.join("\n"));
    page
}

/// A way to submit on one line: how, in what time, for how much.
fn channel_text(channel: &Channel, about: &About<'_>) -> String {
    let lang = about.lang;
    let mut parts = vec![channel.mode.word(lang).to_owned()];
    if let Some(limit) = channel.limit {
        let due = (about.due)(limit).map(|day| R::DueIfToday.with(lang, &[&date::short(day, lang)]));
        let due = due.map(|due| format!(" ({due})")).unwrap_or_default();
        parts.push(format!("{} {}{due}", show(limit.amount, lang), limit.unit.word(lang)));
    }
    if channel.limit_cases.len() > 1 {
        parts.extend(channel.limit_cases.iter().map(|case| {
            let limit = format!("{} {}", show(case.amount, lang), case.unit.word(lang));
            if case.condition.is_empty() { limit } else { format!("{limit} ({})", case.condition) }
        }));
    } else {
        parts.extend(channel.limit_verbatim.clone());
    }
    parts.extend(channel.fees.iter().map(|fee| fee_text(fee, lang)));
    parts.extend(channel.fee_verbatim.clone());
    if !channel.note.is_empty() {
        parts.push(channel.note.replace('\n', " "));
    }
    parts.join(" · ")
}

fn fee_text(fee: &Fee, lang: Lang) -> String {
    let mut text = fee.kind.as_ref().map(|kind| format!("{kind} ")).unwrap_or_default();
    if fee.amount == 0 {
        text.push_str(M::Free.text(lang));
        if fee.currency != "VND" {
            text.push_str(&format!(" {}", fee.currency));
        }
    } else {
        let currency = if fee.currency == "VND" { "đ" } else { &fee.currency };
        text.push_str(&format!("{} {currency}", number::whole(fee.amount.into(), lang)));
    }
    let from = fee.from.map(|day| R::FromDay.with(lang, &[&date::short(day, lang)]));
    let until = fee.until.map(|day| R::UntilDay.with(lang, &[&date::short(day, lang)]));
    let valid: Vec<String> = from.into_iter().chain(until).collect();
    let valid = (!valid.is_empty()).then(|| R::Valid.with(lang, &[&valid.join(" ")]));
    let condition = Some(fee.condition.clone()).filter(|condition| !condition.is_empty());
    let more: Vec<String> = condition.into_iter().chain(valid).chain(fee.basis.clone()).collect();
    if more.is_empty() { text } else { format!("{text} ({})", more.join("; ")) }
}

fn component_text(component: &Component, lang: Lang) -> String {
    let form = component.form.as_ref().map(|form| format!(" [{form}]")).unwrap_or_default();
    let count = |count: Option<u32>| count.filter(|n| *n > 0);
    let originals = count(component.originals).map(|n| M::Originals.with(lang, &[&n]));
    let copies = count(component.copies)
        .map(|n| if component.certified { R::CertifiedCopies.with(lang, &[&n]) } else { M::Copies.with(lang, &[&n]) });
    let uncounted = (component.certified && copies.is_none()).then(|| R::Certified.text(lang).to_owned());
    let held: Vec<String> = [originals, copies, uncounted].into_iter().flatten().collect();
    let held = if held.is_empty() { String::new() } else { format!(" · {}", held.join(", ")) };
    let note =
        if component.note.is_empty() { String::new() } else { format!(" · {}", component.note.replace('\n', " ")) };
    format!("{}{form}{held}{note}", component.name)
}

fn basis_text(basis: &Basis, lang: Lang) -> String {
    let provision = basis.provision.as_ref().map(|provision| format!(", {provision}")).unwrap_or_default();
    let issued = basis.issued.map(|day| R::IssuedOn.with(lang, &[&date::short(day, lang)]));
    let more: Vec<String> = issued.into_iter().chain(basis.issuer.clone()).collect();
    let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
    format!("{} {}{provision}{more}", basis.number.as_deref().unwrap_or("–"), basis.title)
}

fn result_text(result: &Outcome) -> String {
    let code = result.code.as_ref().map(|code| format!(" {code}")).unwrap_or_default();
    format!("{}{code}", result.name)
}
