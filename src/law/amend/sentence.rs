//! The sentences of a provision, in each of which orders may stand, and the new text that stands behind them.

use super::directive::{self, Directive};
use super::passing;
use crate::law::Provision;
use crate::law::name::mention::{self, Mention};
use crate::law::name::place;
use crate::law::read::line::mark;
use crate::law::read::quote::is_opening;
use crate::model::{InstrumentKind, Level};
use crate::text::clean::collapse;

/// A sentence of a provision with the quotations that follow it.
pub(super) struct Spoken<'d> {
    pub sentence: String,
    pub directive: Directive,
    pub quotes: Vec<&'d Provision>,
    pub line: usize,
    /// Whether it stands behind a label that does not follow those before it: what it belongs to is not known.
    pub stray: bool,
    /// New texts that stand alone below it, each between quotation marks behind a label of its own: "a) “Điều 5. Lò”;".
    pub texts_below: Vec<String>,
}

impl Spoken<'_> {
    fn of(text: &str, line: usize) -> Self {
        let sentence = collapse(text);
        // "8. Bãi bỏ khoản 2 Điều 10." within khoản 9: a quotation that closed too early let the labels of its text through.
        let behind_mark = labelled_order(&sentence).map(str::to_owned);
        let stray = behind_mark.is_some();
        let sentence = behind_mark.unwrap_or(sentence);
        Self {
            directive: directive::read(&sentence),
            sentence,
            quotes: Vec::new(),
            line,
            stray,
            texts_below: Vec::new(),
        }
    }

    /// New text that stands between quotation marks on the line of its order: "… như sau: “6. Báo cáo.”".
    pub fn text_behind(&self) -> Option<&str> {
        let (_, behind) = self.sentence.split_once("như sau:")?;
        between_marks(behind.trim())
    }
}

/// The sentences of a provision: its own words, and each paragraph in it, with the quotations behind each.
pub(super) fn spoken(provision: &Provision) -> Vec<Spoken<'_>> {
    let mut found: Vec<Spoken<'_>> = Vec::new();
    paragraphs(provision, provision.after_mark, &mut found);
    for child in &provision.children {
        match child.level {
            Level::Quote => {
                if let Some(last) = found.last_mut() {
                    last.quotes.push(child);
                }
            }
            Level::Paragraph => paragraphs(child, 0, &mut found),
            _ if is_dashed_order(child) => paragraphs(child, child.after_mark, &mut found),
            _ => {}
        }
    }
    if let Some(last) = found.last_mut().filter(|last| last.quotes.is_empty() && last.sentence.ends_with("như sau:")) {
        let below = provision.children.iter().filter(|child| child.level.is_labelled()).map(quoted_alone);
        last.texts_below = below.collect::<Option<Vec<_>>>().unwrap_or_default();
    }
    found
}

/// The new text that is all that a unit says, between quotation marks.
fn quoted_alone(unit: &Provision) -> Option<String> {
    let words = collapse(unit.words());
    between_marks(&words).filter(|_| unit.children.is_empty()).map(str::to_owned)
}

/// What stands between one pair of quotation marks that holds all of a text but the stops behind it, whichever way round they are set.
fn between_marks(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['“', '”'])?.trim_end_matches(['.', ';', ',', ' ']).strip_suffix(['”', '“'])?;
    (!inner.contains(['“', '”'])).then_some(inner.trim())
}

/// Whether a dash gives an order: what stands behind it, its new text too, belongs to the provision that holds it.
pub(super) fn is_dashed_order(child: &Provision) -> bool {
    child.level == Level::Dash && begins_with_verb(child.words())
}

/// The one instrument with a number that a heading names, wherever it does: "… một số điều về chế độ nâng bậc lương tại Thông tư số …".
pub(super) fn only_instrument(heading: &str) -> Option<Mention> {
    let at = |kind: &'static str| heading.match_indices(kind).map(|(at, _)| at);
    let mut named =
        InstrumentKind::words().flat_map(at).filter_map(|at| mention::read(heading, at)).filter(|m| m.number.is_some());
    let first = named.next()?;
    named.all(|other| other.number == first.number).then_some(first)
}

/// The paragraphs of a provision's own text, from a byte on; lines that a page or a converter broke are joined.
fn paragraphs<'d>(provision: &Provision, from: usize, found: &mut Vec<Spoken<'d>>) {
    let (mark, body) = provision.text.split_at_checked(from).unwrap_or(("", &provision.text));
    let first = provision.line + mark.matches('\n').count();
    let heading = provision.level == Level::Article;
    let mut sentence = String::new();
    let mut begun = first;
    for (line, number) in body.lines().map(str::trim).zip(first..) {
        if line.is_empty() {
            continue;
        }
        if !sentence.is_empty() && begins_anew(&sentence, line, heading && begun == first) {
            found.extend(parted(&sentence).map(|one| Spoken::of(one, begun)));
            sentence.clear();
        }
        if sentence.is_empty() {
            begun = number;
        }
        sentence.push_str(line);
        sentence.push(' ');
    }
    found.extend(parted(&sentence).map(|one| Spoken::of(one, begun)));
}

/// The sentences of a paragraph of which a later one orders something: "Thông tư này có hiệu lực từ ngày ký. Bãi bỏ Điều 4 Thông tư số …". Quotations stay
/// whole.
fn parted(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, stop) in paragraph.match_indices(". ") {
        let (before, behind) = (paragraph.get(begin..at), paragraph.get(at + stop.len()..).unwrap_or_default());
        let open = before.is_some_and(|text| {
            let marks = text.char_indices().filter(|(_, c)| matches!(c, '“' | '”'));
            marks.map(|(at, _)| if is_opening(text, at) { 1 } else { -1 }).sum::<i32>() > 0
        });
        // "1. Bãi bỏ …" is a mark, and no end of a sentence.
        let ended = before.is_some_and(|text| text.trim().contains(' '));
        let next = behind.split(". ").next().unwrap_or_default();
        let order = begins_with_verb(behind) && speaks_of_law(next)
            || passing::orders(next, None)
            || passing::verb_behind_lead(next).is_some();
        if ended && !open && behind.starts_with(char::is_uppercase) && order {
            found.extend(paragraph.get(begin..=at));
            begin = at + stop.len();
        }
    }
    found.extend(paragraph.get(begin..));
    found.into_iter()
}

/// The words of an order behind a label of their own.
fn labelled_order(line: &str) -> Option<&str> {
    let words = line.get(mark(line)?.after..)?.trim_start();
    begins_with_verb(words).then_some(words)
}

/// Whether a line begins a sentence of its own behind what stands before it.
fn begins_anew(before: &str, line: &str, heading: bool) -> bool {
    if labelled_order(line).is_some() {
        return true;
    }
    if !line.starts_with(char::is_uppercase) {
        return false;
    }
    let before = before.trim_end();
    // A number goes on: "… Thông tư số 27/2018/TT-" and, in the next line, its symbol.
    if before.ends_with(['-', '–', '/']) {
        return false;
    }
    let ended = before.ends_with([':', '.', ';']);
    // The heading of an Điều ends with its line, unless that is full or breaks off.
    let short = before.chars().count() < 60;
    let breaks_off =
        ["của", "số", "và", "về", "tại", "theo", "Bộ", "Luật", ","].iter().any(|word| before.ends_with(word));
    ended || begins_with_verb(line) || (heading && short && !breaks_off)
}

/// The words with which orders begin, those too of which the engine knows no more.
const VERBS: &[&str] = &[
    "Sửa đổi",
    "Bổ sung",
    "Bãi bỏ",
    "Hủy bỏ",
    "Huỷ bỏ",
    "Lược bỏ",
    "Loại bỏ",
    "Xóa bỏ",
    "Xoá bỏ",
    "Thay thế",
    "Thay cụm",
    "Thay từ",
    "Thay đổi",
    "Bỏ ",
    "Sửa ",
    "Thêm ",
    "Ngưng hiệu lực",
    "Tạm ngưng",
    "Ngưng áp dụng",
    "Chấm dứt hiệu lực",
    "Đính chính",
    "Chuyển ",
    "Đánh số lại",
    "Đánh lại số",
    "Đổi tên",
    "Sắp xếp lại",
    "Tách ",
    "Gộp ",
    "Viết lại",
    "Điều chỉnh số thứ tự",
    "Tạm dừng",
    "Dừng ",
    "Không áp dụng",
    "Chưa áp dụng",
    "Ngừng ",
    "Tạm ngừng",
    "Kéo dài",
    "Gia hạn",
    "Lùi ",
    "Hoãn ",
    "Rút ",
    "Cắt giảm",
    "Giảm ",
    "Tăng ",
    "Nâng ",
    "Đổi ",
    "Gỡ bỏ",
    "Lược ",
    "Khôi phục",
    "Di chuyển",
    "Ghép ",
    "Hợp nhất",
    "Nhập ",
    "Chia ",
    "Sáp nhập",
    "Chỉnh sửa",
    "Chỉnh lý",
    "Cập nhật",
    "Thống nhất",
    "Hiệu chỉnh",
    "Hiệu đính",
];

/// Whether a sentence, below an order that amends, begins with a phrase or a place of what is amended: "Cụm từ “A” tại Điều 2 được hiểu là …".
pub(super) fn begins_with_target(sentence: &str) -> bool {
    let phrase = ["Cụm từ “", "Các cụm từ “", "Từ “", "Từ ngữ “"].iter().any(|word| sentence.starts_with(word));
    let places = place::read(sentence.strip_prefix("Tại ").unwrap_or(sentence), 0);
    phrase || places.is_some_and(|(places, _)| places.iter().all(|place| place.this.is_none()))
}

/// Whether a line below an order that lists begins with what can be an item of it: an instrument, a place, words that announce them.
pub(super) fn begins_an_item(sentence: &str) -> bool {
    const WORDS: &[&str] =
        &["Các ", "Toàn bộ ", "Một số ", "Một phần ", "Nội dung ", "Quy định ", "Phần ", "Danh mục ", "Mẫu ", "Biểu "];
    let number = |kind: &'static str| {
        let at = sentence.match_indices(kind).map(|(at, _)| at);
        at.filter_map(|at| mention::read(sentence, at)).any(|found| found.number.is_some())
    };
    let of_law = || !place::all(sentence).is_empty() || InstrumentKind::words().any(number);
    begins_with_target(sentence)
        || (WORDS.iter().any(|word| sentence.starts_with(word)) && of_law())
        || mention::read(sentence, 0).is_some_and(|found| !found.this)
}

/// Whether a sentence begins with the verb of an order; in a heading of capitals, too.
pub(super) fn begins_with_verb(sentence: &str) -> bool {
    let starts = |sentence: &str| VERBS.iter().any(|verb| sentence.starts_with(verb));
    let capitals = |sentence: &str| {
        let mut words = sentence.chars();
        let first = words.next();
        first.is_some_and(|first| {
            starts(&first.to_string().chars().chain(words.flat_map(char::to_lowercase)).collect::<String>())
        })
    };
    starts(sentence) || (!sentence.chars().take(12).any(char::is_lowercase) && capitals(sentence))
}

/// Whether a heading speaks of instruments and their parts, not of papers or plans that are changed too.
pub(super) fn speaks_of_law(heading: &str) -> bool {
    const PARTS: &[&str] =
        &["văn bản", "một số điều", "một số quy định", "cụm từ", "từ ngữ", "hụ lục", "khoản", "Điều "];
    PARTS.iter().any(|word| heading.contains(word)) || InstrumentKind::words().any(|kind| heading.contains(kind))
}

/// Whether a sentence says that instruments end or are replaced: "… hết hiệu lực kể từ …", "… được thay thế bằng …". What may happen one day says
/// nothing of the kind.
pub(super) fn ends_an_instrument(sentence: &str) -> bool {
    const ENDS: &[&str] = &[
        "hết hiệu lực",
        "ngưng hiệu lực",
        "chấm dứt hiệu lực",
        "không còn hiệu lực",
        "dừng áp dụng",
        "ngừng áp dụng",
        "được thay thế b",
        "được bãi bỏ",
        "bị bãi bỏ",
    ];
    const MAYBE: &[&str] =
        &["rường hợp", "đã được", "nếu ", "Nếu ", "iấy ", "hợp đồng", "hứng chỉ", "trước ngày", "hết hiệu lực thì"];
    ENDS.iter().any(|word| sentence.contains(word))
        && !MAYBE.iter().any(|word| sentence.contains(word))
        && ((sentence.contains("ăn bản sau") || sentence.contains("sau đây")) && lists_below(sentence)
            || InstrumentKind::words().any(|kind| {
                sentence
                    .match_indices(kind)
                    .any(|(at, _)| mention::read(sentence, at).is_some_and(|m| !m.this && m.number.is_some()))
            }))
}

pub(super) fn lists_below(sentence: &str) -> bool {
    let text = sentence.trim_end();
    text.ends_with(':') || text.ends_with(" tại") || text.ends_with("sau đây")
}
