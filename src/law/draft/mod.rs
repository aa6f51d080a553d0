//! Drafting: from an edited text to the amending instrument that brings it about, in the wording and order of Nghị định 78/2025/NĐ-CP Điều 63–70. Every
//! draft is read back and applied before it is given out; where it does not give the edited text, the Điều is replaced as a whole, and if that
//! does not either, the draft says so.

mod base;
pub mod orders;
mod phrases;
mod proposal;
mod warn;
mod wording;

pub use base::{Base, Head};
use orders::Coarse;
pub use orders::Order;
pub use proposal::{Misfit, Proposal, edited};
pub use warn::Warning;

use super::amend::in_sentence;
use super::consolidate::{consolidate, is_repealed};
use super::{Document, Provision};
use crate::model::{Address, Level};
use crate::text::{Lang, date::in_document};

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
const ROUNDS: usize = 4;

/// Drafts the instrument that turns each base into its edited text. Bases whose text did not change get no Điều.
pub fn draft(changes: &[(Base<'_>, Document)], head: &Head) -> Draft {
    let mut warnings = Vec::new();
    let mut all = Vec::new();
    for (base, edited) in changes {
        let mut coarse = Coarse::default();
        let mut left = Vec::new();
        let mut found = orders::Changed::default();
        for _ in 0..ROUNDS {
            found = orders::between(base.document, edited, &coarse);
            left = differences(base, edited, &found.orders, head);
            if left.is_empty() {
                break;
            }
            let phrased = |article: &Address| {
                let phrases = found.orders.iter().filter(|o| matches!(o, Order::Phrase { .. }));
                phrases.flat_map(Order::places).any(|place| article.holds(place))
            };
            for article in left.iter().filter_map(Address::article) {
                if phrased(&article) { coarse.plain.push(article) } else { coarse.whole.push(article) }
            }
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
