//! `show`: one noun, wholly.

use super::args::ShowArgs;
use super::context::Context;
use super::nouns::{self, Noun, not_found};
use crate::model::{Agency, Calendar, Holiday, Programme};
use crate::report::record::{About, Part, procedure_page, regulation_page};
use crate::store::Workspace;
use crate::text::{Lang, date, number};
use crate::words::cli::CliMessage;
use crate::words::record::RecordWord as R;
use crate::words::{Fault, Message, Result};
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write;

const ACCEPTED: &[Noun] = &[
    Noun::Agency,
    Noun::Instrument,
    Noun::Regulation,
    Noun::Procedure,
    Noun::Measure,
    Noun::Programme,
    Noun::MeasureKind,
    Noun::Scenario,
    Noun::Directive,
    Noun::Assignment,
    Noun::Campaign,
    Noun::Indicator,
    Noun::LinkedService,
    Noun::StateData,
];

/// Shows one noun.
pub(super) fn run(context: &Context, args: &ShowArgs) -> Result<()> {
    let noun = nouns::read(&args.kind, ACCEPTED)?;
    if noun != Noun::Instrument && (args.provision.is_some() || args.version.is_some()) {
        return Err(Fault::usage(CliMessage::OnlyInstruments.said(&[])));
    }
    let workspace = context.open()?;
    let missing = || not_found(noun, &args.id);
    let lang = context.lang;
    match noun {
        Noun::LinkedService => super::linked::show_service(context, &workspace, &args.id, context.today()),
        Noun::StateData => super::state_data::show(context, &workspace, &args.id),
        Noun::Measure => super::measure::show_measure(context, &workspace, &args.id),
        Noun::Scenario => super::scenario::show_scenario(context, &workspace, &args.id, None),
        Noun::MeasureKind => super::levels::show_kind(context, &workspace, &args.id),
        Noun::Directive | Noun::Assignment | Noun::Campaign | Noun::Indicator => {
            super::assign::show(context, &workspace, noun, &args.id)
        }
        Noun::Procedure | Noun::Regulation => regulation(context, &workspace, noun, &args.id),
        Noun::Instrument => {
            let number = crate::model::instrument::normal_number(&args.id);
            let instrument = workspace.instrument(&number)?.ok_or_else(missing)?;
            super::show_instrument::run(context, &workspace, &instrument, args)
        }
        Noun::Programme => {
            let programme =
                workspace.all::<Programme>()?.into_iter().find(|p| p.code == args.id).ok_or_else(missing)?;
            context.answer_noun("programme", || json_of(&programme), || programme_text(&programme, lang))
        }
        _ => {
            let code = workspace.resolve_agency(&args.id)?.ok_or_else(missing)?;
            let agency = workspace.all::<Agency>()?.into_iter().find(|a| a.code == code).ok_or_else(missing)?;
            context.answer_noun("agency", || json_of(&agency), || agency_text(&agency, lang))
        }
    }
}

fn regulation(context: &Context, workspace: &Workspace, noun: Noun, code: &str) -> Result<()> {
    let (lang, agencies) = (context.lang, workspace.all::<Agency>()?);
    let calendar = Calendar::new(&workspace.all::<Holiday>()?);
    let about = About {
        lang,
        agency: &|code| agency_named(&agencies, code, lang),
        due: &|limit| calendar.due(context.today(), limit),
    };
    if let Some(procedure) = workspace.procedure(code)? {
        let mut value = json_of(&procedure);
        flatten_regulation(&mut value);
        let text = || laid_out(code, &procedure.regulation.name, procedure_page(&procedure, &about));
        return context.answer_noun("procedure", || value, text);
    }
    let regulation = workspace.regulation(code)?.filter(|_| noun == Noun::Regulation);
    let regulation = regulation.ok_or_else(|| not_found(noun, code))?;
    let text = || laid_out(code, &regulation.name, regulation_page(&regulation, &about));
    context.answer_noun("regulation", || json_of(&regulation), text)
}

/// An agency by its name and code; by its code alone where the catalogue does not know it.
fn agency_named(agencies: &[Agency], code: &str, lang: Lang) -> String {
    let name = |agency: &Agency| {
        let name = if lang == Lang::En { agency.name_en.as_deref().unwrap_or(&agency.name) } else { &agency.name };
        format!("{name} ({code})")
    };
    agencies.iter().find(|agency| agency.code == code).map_or_else(|| code.to_owned(), name)
}

/// What a procedure shares with every regulation stands beside its own parts in JSON, so that scripts need not know the difference.
fn flatten_regulation(value: &mut Value) {
    if let Value::Object(fields) = value
        && let Some(Value::Object(mut shared)) = fields.remove("regulation")
    {
        shared.remove("kind");
        fields.extend(shared);
    }
}

pub(super) fn json_of(noun: &impl Serialize) -> Value {
    serde_json::to_value(noun).unwrap_or(Value::Null)
}

/// Text that grows line by line. Writing to a String cannot fail, so the results of `writeln!` are let go.
pub(super) struct Page {
    pub(super) out: String,
    pub(super) lang: Lang,
}

impl Page {
    pub(super) fn line(&mut self, label: CliMessage, value: Option<&str>) {
        if let Some(value) = value.filter(|v| !v.is_empty()) {
            let _ = writeln!(self.out, "{}: {value}", label.text(self.lang));
        }
    }

    /// The name in the other language, where there is one.
    pub(super) fn other_name(&mut self, vi: &str, en: Option<&str>) {
        let (label, name) = match self.lang {
            Lang::Vi => (R::InEnglish, en.unwrap_or_default()),
            Lang::En if en.is_some() => (R::InVietnamese, vi),
            Lang::En => return,
        };
        self.fact(label, name);
    }

    /// A label of any catalogue with what it says.
    pub(super) fn fact(&mut self, label: impl Message, value: &str) {
        if !value.is_empty() {
            let _ = writeln!(self.out, "{}: {value}", label.text(self.lang));
        }
    }

    pub(super) fn title(&mut self, label: CliMessage) {
        let _ = writeln!(self.out, "\n{}", label.text(self.lang));
    }

    pub(super) fn item(&mut self, id: &str, text: &str) {
        let _ = writeln!(self.out, "  {id:<4} {text}");
    }
}

/// The parts of a page as lines of text below the code and the name.
fn laid_out(code: &str, name: &str, parts: Vec<Part>) -> String {
    let mut out = format!("{code}  {name}\n\n");
    for part in parts {
        let _ = match part {
            Part::Fact(label, value) => writeln!(out, "{label}: {value}"),
            Part::Heading(label) => writeln!(out, "\n{label}"),
            Part::Group(name) => writeln!(out, "  {name}"),
            Part::Item(id, text) => writeln!(out, "  {id:<4} {text}"),
            Part::Prose(text) => writeln!(out, "{text}"),
        };
    }
    out
}

fn programme_text(programme: &Programme, lang: Lang) -> String {
    use CliMessage as M;
    let mut page = Page { out: String::new(), lang };
    let name = if lang == Lang::Vi { &programme.name } else { &programme.name_en };
    let _ = writeln!(page.out, "{}  {name}\n", programme.code);
    page.line(M::Instrument, programme.instrument.as_deref());
    page.other_name(&programme.name, Some(&programme.name_en));
    page.line(M::BaselineDate, Some(&date::short(programme.baseline, lang)));
    page.line(M::Source, Some(&programme.source));
    page.title(M::Target);
    for target in &programme.targets {
        let percent = number::decimal(target.percent.numerator(), target.percent.denominator(), 0, lang);
        let mut words =
            vec![target.metric.word(lang).to_owned(), format!("≥ {percent}%"), date::short(target.due, lang)];
        if !target.kinds.is_empty() {
            let kinds: Vec<&str> = target.kinds.iter().map(|kind| kind.word(lang)).collect();
            words.push(R::OfKinds.with(lang, &[&kinds.join(", ")]));
        }
        page.item(&target.id, &words.join(" · "));
    }
    page.out
}

fn agency_text(agency: &Agency, lang: Lang) -> String {
    use CliMessage as M;
    let mut page = Page { out: String::new(), lang };
    let name = if lang == Lang::En { agency.name_en.as_deref().unwrap_or(&agency.name) } else { &agency.name };
    let _ = writeln!(page.out, "{}  {name}\n", agency.code);
    page.other_name(&agency.name, agency.name_en.as_deref());
    page.line(M::KindColumn, Some(agency.kind.name()));
    page.line(M::OfficialCode, agency.official_code.as_deref());
    page.line(M::Source, Some(&agency.source));
    if !agency.names.is_empty() {
        page.title(M::AlsoNamed);
        for name in &agency.names {
            let until = |day| R::NamedUntil.with(lang, &[&name.name, &date::short(day, lang)]);
            page.item("", &name.until.map_or_else(|| name.name.clone(), until));
        }
    }
    page.out
}

#[cfg(test)]
mod tests;
