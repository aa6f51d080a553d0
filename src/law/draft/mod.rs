//! Drafting: from an edited text to the amending instrument that brings it about, in the wording and order of Nghị định 78/2025/NĐ-CP Điều 63–70. Every
//! draft is read back and applied before it is given out; where it does not give the edited text, the Điều is replaced as a whole, and if that
//! does not either, the draft says so.

pub mod orders;
mod proposal;
mod warn;
mod wording;

pub use orders::Order;
pub use proposal::{Misfit, Proposal, edited};
pub use warn::Warning;

use super::amend::facts::{self, Facts};
use super::amend::in_sentence;
use super::consolidate::{consolidate, is_repealed};
use super::document::{Document, Provision};
use crate::law::Kind;
use crate::model::instrument::full_name;
use crate::model::{Address, Instrument, Level};
use crate::text::{Lang, date::in_document};
use jiff::civil::Date;

/// What the amending instrument says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Its number, if it has one yet.
    pub number: Option<String>,
    /// Where it is issued.
    pub place: Option<String>,
    /// When it is issued.
    pub issued: Option<Date>,
    /// When it takes effect.
    pub effective: Option<Date>,
    /// Whether a local body issues it.
    pub local: bool,
    /// Whether it is made under the shortened procedure (thủ tục rút gọn), for which no time before effect is set.
    pub shortened: bool,
}

/// An instrument that is amended.
#[derive(Debug, Clone)]
pub struct Base<'d> {
    /// Its text in force.
    pub document: &'d Document,
    /// What its head says.
    pub facts: Facts,
}

impl<'d> Base<'d> {
    /// An instrument by its text.
    pub fn new(document: &'d Document) -> Self {
        Self { document, facts: facts::read(document) }
    }

    /// An instrument of the catalogue by a version of its text: a consolidated text carries another number and kind in its head, or none.
    pub fn known(document: &'d Document, instrument: &Instrument) -> Self {
        let mut base = Self::new(document);
        let facts = &mut base.facts;
        let kind = Kind::of_number(&instrument.number);
        facts.kind = kind.map(|kind| kind.word(Lang::Vi)).or(facts.kind);
        facts.named.number = Some(instrument.number.clone());
        facts.issuer = facts.issuer.take().or_else(|| instrument.issuer.clone());
        // Of a consolidated text, date and title are its own.
        facts.issued = instrument.issued.or(facts.issued);
        if !instrument.title.is_empty() {
            facts.title.clone_from(&instrument.title);
        }
        if facts.named.name.is_none() && kind == Some(Kind::Law) && !instrument.title.is_empty() {
            facts.named.name = Some(format!("{} {}", Kind::Law.word(Lang::Vi), instrument.title));
        }
        base
    }

    /// How it is cited after the first time: kind and number; a Luật by its name.
    pub fn citation(&self) -> String {
        match (&self.facts.named.number, &self.facts.named.name) {
            (Some(number), Some(name)) if is_law(number) => format!("{} số {number}", sentence_case(name)),
            (Some(number), _) => full_name(number),
            (None, Some(name)) => name.clone(),
            (None, None) => self.kind().to_owned(),
        }
    }

    /// How it is cited the first time: kind, number, date, who issued it and its title; a Luật by its name.
    pub fn first_citation(&self) -> String {
        let Facts { named, issued, enactor, issuer, title, .. } = &self.facts;
        let mut cited = self.citation();
        if named.number.as_deref().is_none_or(is_law) {
            return cited;
        }
        if let Some(issued) = issued {
            cited.push_str(&format!(" {}", in_document(*issued, Lang::Vi)));
        }
        if let Some(who) = enactor.as_ref().or(issuer.as_ref()) {
            cited.push_str(&format!(" của {who}"));
        }
        // The catalogue puts a number where it does not know the title.
        if !title.is_empty() && named.number.as_ref().is_none_or(|number| !title.contains(number.as_str())) {
            cited.push_str(&format!(" {}", in_sentence(title)));
        }
        cited
    }

    /// Its kind, as the amending instrument will be of the same.
    pub fn kind(&self) -> &'static str {
        self.facts.kind.unwrap_or("Văn bản")
    }
}

/// Whether a number is one of the National Assembly, whose laws are cited by name.
fn is_law(number: &str) -> bool {
    number.rsplit('/').next().is_some_and(|symbol| symbol.starts_with("QH"))
}

/// `Luật AN TOÀN THỰC PHẨM` → `Luật An toàn thực phẩm`; a name that is not all capitals stays.
fn sentence_case(name: &str) -> String {
    let Some((kind, rest)) = name.split_once(' ') else { return name.to_owned() };
    if rest.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let lower = rest.to_lowercase();
    let mut chars = lower.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{kind} {first}{}", chars.as_str())
}

/// An amending instrument, drafted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its text.
    pub text: String,
    /// What it orders, an instrument at a time.
    pub orders: Vec<Vec<Order>>,
    /// What to look at again.
    pub warnings: Vec<Warning>,
}

/// How often the orders are made coarser before what is left is told.
const ROUNDS: usize = 3;

/// Drafts the instrument that turns each base into its edited text. Bases whose text did not change get no Điều.
pub fn draft(changes: &[(Base<'_>, Document)], head: &Head) -> Draft {
    let mut warnings = Vec::new();
    let mut all = Vec::new();
    for (base, edited) in changes {
        let mut whole: Vec<Address> = Vec::new();
        let mut left = Vec::new();
        let mut found = orders::Found::default();
        for _ in 0..ROUNDS {
            found = orders::between(base.document, edited, &whole);
            left = differences(base, edited, &found.orders, head);
            if left.is_empty() {
                break;
            }
            whole.extend(left.iter().filter_map(Address::article));
        }
        warnings.extend(found.unamendable.iter().map(|level| Warning::Unamendable { level: *level }));
        warnings.extend(left.into_iter().map(|place| Warning::NotExact { place }));
        warnings.extend(warn::of_base(base, edited, &found.orders));
        all.push(found.orders);
    }
    let bases: Vec<Base<'_>> = changes.iter().map(|(base, _)| base.clone()).collect();
    warnings.extend(warn::of_head(head, &bases));
    let parts: Vec<(&Base<'_>, &[Order])> = changes.iter().map(|(b, _)| b).zip(all.iter().map(Vec::as_slice)).collect();
    Draft { text: assemble(&parts, head), orders: all, warnings }
}

/// Where the draft, read back and applied, does not give the edited text. Repealed units keep their numbers and count as gone.
fn differences(base: &Base<'_>, edited: &Document, orders: &[Order], head: &Head) -> Vec<Address> {
    let text = assemble(&[(base, orders)], head);
    let result = consolidate(base.document, &base.facts.named, &[Document::read(&text)], None);
    let (ours, theirs) = (units(&result.document), units(edited));
    let mut left: Vec<Address> = Vec::new();
    let mut rest = theirs.iter().peekable();
    for (address, text) in &ours {
        match rest.peek() {
            Some((other, wanted)) if other == address => {
                if wanted != text {
                    left.push(address.clone());
                }
                rest.next();
            }
            _ => left.push(address.clone()),
        }
    }
    left.extend(rest.map(|(address, _)| address.clone()));
    left.dedup();
    left
}

/// The Điều, headings and annexes of a text in order, each with its words.
fn units(document: &Document) -> Vec<(Address, String)> {
    let mut found = Vec::new();
    for provision in &document.provisions {
        if !matches!(provision.level, Level::Preamble | Level::Closing | Level::Paragraph) {
            collect(provision, &Address::default(), &mut found);
        }
    }
    found
}

fn collect(provision: &Provision, above: &Address, found: &mut Vec<(Address, String)>) {
    if is_repealed(provision) {
        return;
    }
    let label = provision.label.as_ref().map(|l| l.as_str().to_owned()).unwrap_or_default();
    if provision.level.is_container() {
        let here = above.child(provision.level, label);
        found.push((here.clone(), orders::lines(&provision.text)));
        provision.children.iter().for_each(|child| collect(child, &here, found));
        return;
    }
    let mut words = String::new();
    write_words(provision, &mut words);
    let here = if provision.level == Level::Article { Address::default() } else { above.clone() };
    found.push((here.child(provision.level, label), orders::lines(&words)));
}

fn write_words(provision: &Provision, out: &mut String) {
    if is_repealed(provision) {
        return;
    }
    out.push_str(&provision.text);
    if !provision.text.ends_with('\n') {
        out.push('\n');
    }
    provision.children.iter().for_each(|child| write_words(child, out));
}

/// The text of the amending instrument: one Điều an amended instrument, then effect, then responsibility, then the signature and the annexes.
fn assemble(parts: &[(&Base<'_>, &[Order])], head: &Head) -> String {
    let parts: Vec<&(&Base<'_>, &[Order])> = parts.iter().filter(|(_, orders)| !orders.is_empty()).collect();
    let Some((first, _)) = parts.first().map(|p| (p.0, p.1)) else { return String::new() };
    let kind = first.kind();
    let issuer = first.facts.issuer.clone().unwrap_or_else(|| "…".to_owned());
    let enactor = first.facts.enactor.as_ref().unwrap_or(&issuer);
    // One instrument is cited in full by the title, several each by its Điều.
    let (title, full) = match parts.as_slice() {
        [_] => (amends(&first.first_citation()), false),
        _ => (amends(&parts.iter().map(|(base, _)| base.citation()).collect::<Vec<_>>().join(", ")), true),
    };
    let issued = head.issued.map_or_else(|| "ngày … tháng … năm …".to_owned(), |d| in_document(d, Lang::Vi));
    let number = head.number.clone().unwrap_or_else(|| "…".to_owned());
    let mut out = format!("{}\n", issuer.to_uppercase());
    out.push_str("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n");
    out.push_str(&format!("{}: {number}\n", if kind.contains("uật") { "Luật số" } else { "Số" }));
    out.push_str(&format!("{}, {issued}\n", head.place.as_deref().unwrap_or("Hà Nội")));
    out.push_str(&format!("{}\n{title}\n", kind.to_uppercase()));
    out.push_str(&format!("Căn cứ …;\n{enactor} ban hành {kind} {}.\n", in_sentence(&title)));
    let mut article = 0;
    for (base, orders) in &parts {
        article += 1;
        let cited = if full { base.first_citation() } else { base.citation() };
        out.push_str(&format!("Điều {article}. {}\n", amends(&cited)));
        out.push_str(&wording::clauses(orders, kind));
    }
    let effective = head.effective.map_or_else(|| "ngày … tháng … năm …".to_owned(), |d| in_document(d, Lang::Vi));
    out.push_str(&format!(
        "Điều {}. Hiệu lực thi hành\n{kind} này có hiệu lực thi hành kể từ {effective}.\n",
        article + 1
    ));
    out.push_str(&format!("Điều {}. Tổ chức thực hiện\n… chịu trách nhiệm thi hành {kind} này.\n", article + 2));
    out.push_str("Nơi nhận:\n- …;\n- Lưu: VT.\n");
    for order in parts.iter().flat_map(|(_, orders)| orders.iter()) {
        if let Order::Annex { text, .. } = order {
            out.push_str(text);
            out.push('\n');
        }
    }
    out
}

fn amends(cited: &str) -> String {
    format!("Sửa đổi, bổ sung một số điều của {cited}")
}
