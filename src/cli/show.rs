//! `show`: one noun, wholly.

use super::args::ShowArgs;
use super::context::Context;
use super::nouns::{Noun, not_found};
use crate::model::{Agency, Channel, Fee, Procedure, Programme, Regulation, TimeLimit};
use crate::report::Worded;
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Lang, Message, Result, date, number};
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
    let noun = Noun::read(&args.kind, ACCEPTED)?;
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
            let programme = workspace.programmes()?.into_iter().find(|p| p.code == args.id).ok_or_else(missing)?;
            context.answer_noun("programme", || json_of(&programme), || programme_text(&programme, lang))
        }
        _ => {
            let code = workspace.resolve_agency(&args.id)?.ok_or_else(missing)?;
            let agency = workspace.agencies()?.into_iter().find(|a| a.code == code).ok_or_else(missing)?;
            context.answer_noun("agency", || json_of(&agency), || agency_text(&agency, lang))
        }
    }
}

fn regulation(context: &Context, workspace: &Workspace, noun: Noun, code: &str) -> Result<()> {
    if let Some(procedure) = workspace.procedure(code)? {
        let mut value = json_of(&procedure);
        flatten_regulation(&mut value);
        return context.answer_noun("procedure", || value, || procedure_text(&procedure, context.lang));
    }
    let regulation = workspace.regulation(code)?.filter(|_| noun == Noun::Regulation);
    let regulation = regulation.ok_or_else(|| not_found(noun, code))?;
    let mut out = Page { out: String::new(), lang: context.lang };
    head(&mut out, &regulation);
    context.answer_noun("regulation", || json_of(&regulation), || out.out)
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

    pub(super) fn title(&mut self, label: CliMessage) {
        let _ = writeln!(self.out, "\n{}", label.text(self.lang));
    }

    pub(super) fn item(&mut self, id: &str, text: &str) {
        let _ = writeln!(self.out, "  {id:<4} {text}");
    }

    fn prose(&mut self, label: CliMessage, text: &str) {
        if !text.is_empty() {
            let _ = writeln!(self.out, "\n{}\n{text}", label.text(self.lang));
        }
    }
}

fn head(page: &mut Page, regulation: &Regulation) {
    use CliMessage as M;
    let _ = writeln!(page.out, "{}  {}\n", regulation.code, regulation.name);
    page.line(M::KindColumn, Some(regulation.kind.word().text(page.lang)));
    page.line(M::Agency, regulation.agency.as_deref());
    page.line(M::Field, regulation.field.as_deref());
    page.line(M::Decision, regulation.decision.as_deref());
    page.line(M::Status, Some(regulation.status.word().text(page.lang)));
    page.line(M::Provenance, Some(regulation.provenance.word().text(page.lang)));
    page.line(M::Source, Some(&regulation.source));
}

fn procedure_text(procedure: &Procedure, lang: Lang) -> String {
    use CliMessage as M;
    let mut page = Page { out: String::new(), lang };
    head(&mut page, &procedure.regulation);
    page.line(M::Levels, Some(&procedure.levels.join(", ")));
    page.line(M::Category, procedure.category.as_deref());
    page.line(M::Addressees, Some(&procedure.addressees.join(", ")));
    page.line(M::DecidingAgency, procedure.deciding_agency.as_deref());
    page.line(M::PerformingAgency, procedure.performing_agency.as_deref());
    page.line(M::CooperatingAgency, procedure.cooperating_agency.as_deref());
    page.line(M::Address, procedure.address.as_deref());
    page.line(M::OnlineLevel, procedure.online_level.map(|l| l.word().text(lang)));
    page.line(M::Dossiers, procedure.dossiers.map(|d| d.to_string()).as_deref());
    page.line(M::Url, procedure.url.as_deref());
    if !procedure.channels.is_empty() {
        page.title(M::Channels);
        for channel in &procedure.channels {
            page.item(&channel.id, &channel_text(channel, lang));
        }
    }
    if !procedure.components.is_empty() {
        page.title(M::Components);
        let mut group = "";
        for component in &procedure.components {
            if component.group != group {
                group = &component.group;
                let _ = writeln!(page.out, "  {group}");
            }
            let form = component.form.as_ref().map(|f| format!(" [{f}]")).unwrap_or_default();
            let count = copies_held(component.originals, component.copies, lang);
            page.item(&component.id, &format!("{}{form}{count}", component.name));
        }
    }
    if !procedure.bases.is_empty() {
        page.title(M::Bases);
        for basis in &procedure.bases {
            let provision = basis.provision.as_ref().map(|p| format!(", {p}")).unwrap_or_default();
            page.item(&basis.id, &format!("{} {}{provision}", basis.number.as_deref().unwrap_or("–"), basis.title));
        }
    }
    if !procedure.results.is_empty() {
        page.title(M::Results);
        for result in &procedure.results {
            page.item(&result.id, &format!("{} {}", result.name, result.code.as_deref().unwrap_or("")));
        }
    }
    page.prose(M::Steps, &procedure.steps);
    page.prose(M::Requirements, &procedure.requirements);
    page.prose(M::Verbatim, &procedure.verbatim.join("\n"));
    page.out
}

/// A way to submit on one line: how, in what time, for how much.
fn channel_text(channel: &Channel, lang: Lang) -> String {
    let mut parts = vec![channel.mode.word().text(lang).to_owned()];
    match (channel.limit, &channel.limit_verbatim) {
        (Some(limit), _) => parts.push(limit_text(limit, lang)),
        (None, Some(words)) => parts.push(words.clone()),
        (None, None) => {}
    }
    parts.extend(channel.fees.iter().map(|fee| fee_text(fee, lang)));
    parts.extend(channel.fee_verbatim.iter().cloned());
    if !channel.note.is_empty() {
        parts.push(channel.note.clone());
    }
    parts.join(" · ")
}

fn limit_text(limit: TimeLimit, lang: Lang) -> String {
    let amount = crate::cost::explain::show(limit.amount, lang);
    format!("{amount} {}", limit.unit.word().text(lang))
}

fn fee_text(fee: &Fee, lang: Lang) -> String {
    let amount = if fee.amount == 0 {
        CliMessage::Free.text(lang).to_owned()
    } else {
        format!(
            "{} {}",
            number::whole(fee.amount.into(), lang),
            if fee.currency == "VND" { "đ" } else { &fee.currency }
        )
    };
    if fee.condition.is_empty() { amount } else { format!("{amount} ({})", fee.condition) }
}

fn programme_text(programme: &Programme, lang: Lang) -> String {
    use CliMessage as M;
    let mut page = Page { out: String::new(), lang };
    let name = if lang == Lang::Vi { &programme.name } else { &programme.name_en };
    let _ = writeln!(page.out, "{}  {name}\n", programme.code);
    page.line(M::Instrument, programme.instrument.as_deref());
    page.line(M::BaselineDate, Some(&date::short(programme.baseline, lang)));
    page.line(M::Source, Some(&programme.source));
    page.title(M::Target);
    for target in &programme.targets {
        let percent = number::decimal(target.percent.numerator(), target.percent.denominator(), 0, lang);
        let words =
            [target.metric.word().text(lang).to_owned(), format!("≥ {percent} %"), date::short(target.due, lang)];
        page.item(&target.id, &words.join(" · "));
    }
    page.out
}

fn agency_text(agency: &Agency, lang: Lang) -> String {
    use CliMessage as M;
    let mut page = Page { out: String::new(), lang };
    let _ = writeln!(page.out, "{}  {}\n", agency.code, agency.name);
    page.line(M::KindColumn, Some(agency.kind.name()));
    page.line(M::NameEn, agency.name_en.as_deref());
    page.line(M::OfficialCode, agency.official_code.as_deref());
    page.line(M::Source, Some(&agency.source));
    if !agency.names.is_empty() {
        page.title(M::AlsoNamed);
        for name in &agency.names {
            let until = name.until.map(|d| format!(" (→ {})", date::short(d, lang))).unwrap_or_default();
            page.item("", &format!("{}{until}", name.name));
        }
    }
    page.out
}

/// ` · 1 bản chính, 2 bản sao`, or nothing where the source does not say.
fn copies_held(originals: Option<u32>, copies: Option<u32>, lang: Lang) -> String {
    let one = |count: Option<u32>, word: CliMessage| count.filter(|n| *n > 0).map(|n| word.with(lang, &[&n]));
    let parts: Vec<String> =
        [one(originals, CliMessage::Originals), one(copies, CliMessage::Copies)].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" · {}", parts.join(", ")) }
}
