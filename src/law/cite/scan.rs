//! Finding references in running text: every word that can begin a place or an instrument is tried once, and what was read is not read again.

use super::marks::{heading_end, is_heading, join_lines, next_word};
use super::{Cited, Reference, Role};
use crate::law::name::mention::{self, Mention};
use crate::law::name::number;
use crate::law::name::place::{self, Place};
use crate::model::{InstrumentKind, Level};
use std::ops::Range;

/// The references of a text, in order, without overlap. The marks of Điều, khoản and điểm at the start of a line are no references.
/// The text should be cleaned ([`crate::text::clean()`]). The time grows with the length of the text.
pub fn references(text: &str) -> Vec<Reference> {
    scan(text, true)
}

/// As [`references`]; `marks`: whether lines may begin with marks of their own.
pub(super) fn scan(text: &str, marks: bool) -> Vec<Reference> {
    let joined = join_lines(text);
    let mut scanner = Scanner { text: &joined, found: Vec::new(), history: false, paren: false };
    let mut at = 0;
    let mut before: Range<usize> = 0..0;
    while let Some(word) = next_word(&joined, at) {
        at = word.end;
        let gap = joined.get(before.end..word.start).unwrap_or_default();
        let last = if gap == " " { joined.get(before.clone()).unwrap_or_default() } else { "" };
        if marks && (gap.contains('\n') || before.end == 0) && is_heading(&joined, word.start) {
            at = heading_end(&joined, word.start);
            before = at..at;
            continue;
        }
        let this = joined.get(word.clone()).unwrap_or_default();
        if begins(this) && !is_compound(last, this) && scanner.reference(word.start) {
            at = scanner.found.last().map_or(at, |r| r.span.end.max(at));
            before = at..at;
        } else {
            before = word;
        }
    }
    scanner.found
}

/// Words with which a place or an instrument can begin.
fn begins(word: &str) -> bool {
    matches!(
        word,
        "khoản"
            | "Khoản"
            | "điểm"
            | "Điểm"
            | "Điều"
            | "điều"
            | "ĐIỀU"
            | "các"
            | "Các"
            | "những"
            | "đoạn"
            | "Đoạn"
            | "tiết"
            | "Tiết"
            | "mục"
            | "Mục"
            | "chương"
            | "Chương"
            | "phần"
            | "Phần"
            | "phụ"
            | "Phụ"
            | "Mẫu"
            | "mẫu"
            | "Biểu"
            | "biểu"
            | "tiểu"
            | "Tiểu"
            | "gạch"
            | "tên"
            | "Tên"
            | "tiêu"
    ) || is_kind(word)
}

/// First words of the kinds of instrument.
fn is_kind(word: &str) -> bool {
    matches!(
        word,
        "Thông"
            | "thông"
            | "Nghị"
            | "nghị"
            | "Quyết"
            | "quyết"
            | "Luật"
            | "Bộ"
            | "bộ"
            | "Pháp"
            | "pháp"
            | "Chỉ"
            | "chỉ"
            | "Hiến"
            | "Lệnh"
            | "Văn"
            | "văn"
    )
}

/// Whether a word is the second half of another: `tài khoản`, `thời điểm`, `giai đoạn`.
fn is_compound(before: &str, word: &str) -> bool {
    let firsts: &[&str] = match word {
        "khoản" => &["tài", "điều", "nhóm"],
        "điểm" => &[
            "thời", "địa", "quan", "đặc", "nhược", "ưu", "trọng", "cao", "thí", "khuyết", "kiểm", "luận", "giao",
            "chấm", "tổng", "yếu", "thang", "Thời", "Địa", "Quan", "Đặc",
        ],
        "đoạn" => &["giai", "công", "thủ", "phân", "Giai", "Công"],
        "mục" => &["danh", "hạng", "đề", "khoản", "tiết", "tiểu", "chuyên", "Danh", "Hạng"],
        "phần" => &["cổ", "thành", "học", "một", "hai", "ba", "bốn", "góp", "phân", "Cổ", "Thành"],
        "tiết" => &["chi", "thời", "khí", "tình", "Chi"],
        "chương" => &["huy", "hiến", "văn"],
        _ => return false,
    };
    firsts.contains(&before)
}

struct Scanner<'t> {
    text: &'t str,
    found: Vec<Reference>,
    /// Whether the last reference was one of a history clause.
    history: bool,
    /// Whether that clause stands in parentheses that have not closed.
    paren: bool,
}

impl Scanner<'_> {
    /// Reads the reference that begins here, if one does.
    fn reference(&mut self, at: usize) -> bool {
        let Some((places, end)) = place::read(self.text, at).filter(|(places, _)| self.are_places(places)) else {
            return self.instrument(at, at, Vec::new());
        };
        let connected = connected(self.text, end, &places);
        if let Some(from) = connected
            && self.instrument(at, from, places.clone())
        {
            return true;
        }
        let said = connected.and_then(|from| Some((Cited::Part, attached(self.text, from)?)));
        let (cited, end) = said.or_else(|| self.said_before(connected?)).unwrap_or((Cited::Unsaid, end));
        self.push(at..end, places, cited);
        true
    }

    /// `Nghị định đó`, `Thông tư nêu trên`: the last one of that kind that the text named, or one that is not known; never the one in which it stands.
    fn said_before(&self, from: usize) -> Option<(Cited, usize)> {
        const BACK: &[&str] = &[" đó", " nói trên", " nêu trên", " kể trên", " ấy"];
        let rest = self.text.get(from..)?;
        let kind = InstrumentKind::words().find(|kind| rest.starts_with(kind))?;
        let tail = rest.get(kind.len()..)?;
        let word =
            BACK.iter().find(|word| tail.strip_prefix(**word).is_some_and(|t| !t.starts_with(char::is_alphabetic)))?;
        let end = from + kind.len() + word.len();
        let named = self.found.iter().rev().find_map(|reference| match &reference.cited {
            Cited::Named { mention, .. } if mention.kind == kind => Some(reference.cited.clone()),
            _ => None,
        });
        let unknown = || {
            let name = Some(word.trim().to_owned());
            let mention = Mention { kind, number: None, name, issued: None, this: false, span: from..end };
            Cited::Named { mention, year: None }
        };
        Some((named.unwrap_or_else(unknown), end))
    }

    /// Whether what was read are places and not words that look alike.
    fn are_places(&self, places: &[Place]) -> bool {
        places.first().is_some_and(|first| {
            let word = self.text.get(first.span.clone()).unwrap_or_default();
            let after = self.text.get(first.span.end..).unwrap_or_default();
            let only_this = first.address.is_whole();
            // "điều này" is "this thing"; a sum of money is no khoản.
            !(only_this && (word.starts_with("điều") || matches!(first.this, Some(Level::Paragraph | Level::Dash))))
                && ![" triệu", " tỷ", " tỉ", " nghìn", " đồng"].iter().any(|w| after.starts_with(w))
        })
    }

    /// Reads the instrument at `from` for the places before it; further numbers in a list are references of their own.
    fn instrument(&mut self, start: usize, from: usize, places: Vec<Place>) -> bool {
        let Some(mention) = mention(self.text, from) else { return false };
        let mut end = mention.span.end;
        if mention.this {
            self.push(start..end, places, Cited::This);
            return true;
        }
        let year = year(self.text, end).filter(|_| mention.number.is_none());
        if let Some((_, after)) = year {
            end = after;
        }
        let kind = mention.kind;
        let numbered = mention.number.is_some();
        self.push_named(start..end, places, Cited::Named { mention, year: year.map(|y| y.0) });
        // "Nghị định số 1/2020/NĐ-CP, số 2/2021/NĐ-CP và số 3/2022/NĐ-CP".
        while let Some((at, number, after)) = next_number(self.text, end).filter(|_| numbered) {
            let span = at..after;
            let mention =
                Mention { kind, number: Some(number), name: None, issued: None, this: false, span: span.clone() };
            self.push(span, Vec::new(), Cited::Named { mention, year: None });
            end = after;
        }
        true
    }

    /// A list can hold places of the instrument in which it stands and of another: `khoản 1 Điều này và Điều 7 Nghị định số …`.
    fn push_named(&mut self, span: Range<usize>, places: Vec<Place>, cited: Cited) {
        let mut runs: Vec<(bool, Vec<Place>)> = Vec::new();
        for place in places {
            let own = place.this.is_some();
            match runs.last_mut().filter(|run| run.0 == own) {
                Some(run) => run.1.push(place),
                None => runs.push((own, vec![place])),
            }
        }
        let mut start = span.start;
        let count = runs.len();
        for (n, (own, places)) in runs.into_iter().enumerate() {
            let last = n + 1 == count;
            let stop = places.iter().map(|p| p.span.end).max().unwrap_or(start);
            start = places.first().map_or(start, |p| if n == 0 { start } else { p.span.start });
            if own {
                self.push(start..stop, places, Cited::Unsaid);
                start = stop;
            } else if last {
                return self.push(start..span.end, places, cited);
            } else {
                self.push(start..stop, places, cited.clone());
            }
        }
        // Nothing before it belongs to the instrument: it stands for itself.
        let from = match &cited {
            Cited::Named { mention, .. } => mention.span.start.max(start),
            _ => start,
        };
        self.push(from..span.end, Vec::new(), cited);
    }

    fn push(&mut self, span: Range<usize>, places: Vec<Place>, cited: Cited) {
        let from = self.found.last().map_or(0, |r| r.span.end);
        let gap = self.text.get(from..span.start).unwrap_or_default();
        let adjacent = !self.found.is_empty();
        let role = self.role(gap, adjacent, &places, &cited);
        self.history = role == Role::History;
        self.found.push(Reference { span, places, cited, role });
    }

    fn role(&mut self, gap: &str, adjacent: bool, places: &[Place], cited: &Cited) -> Role {
        let opened = gap.matches('(').count();
        let closed = gap.matches(')').count();
        if closed > opened {
            self.paren = false;
        }
        let near = tail(gap, 160);
        if is_history(near, adjacent && near.len() == gap.len()) {
            self.paren |= opened > closed;
            return Role::History;
        }
        if self.history && (self.paren || self.goes_on(gap, places, cited)) {
            return Role::History;
        }
        self.paren = false;
        if is_anchor(near, adjacent && near.len() == gap.len()) { Role::Anchor } else { Role::Target }
    }

    /// Whether a history clause goes on: `theo Luật số … và Luật số …`. An instrument with a name of its own begins something new.
    fn goes_on(&self, gap: &str, places: &[Place], cited: &Cited) -> bool {
        let Cited::Named { mention, .. } = cited else { return false };
        let Some(Cited::Named { mention: last, .. }) = self.found.last().map(|r| &r.cited) else { return false };
        let joiner = matches!(gap.trim(), "," | "và" | ", và" | ";" | "hoặc");
        places.is_empty() && joiner && mention.kind == last.kind && mention.name.is_some() == last.name.is_some()
    }
}

/// The last bytes of a text.
fn tail(text: &str, bytes: usize) -> &str {
    let mut from = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..).unwrap_or_default()
}

/// Where the instrument may begin behind places: behind a blank, `của`, `ban hành kèm theo` … or a comma.
fn connected(text: &str, end: usize, places: &[Place]) -> Option<usize> {
    let rest = text.get(end..)?;
    let mut at = rest.trim_start_matches(' ');
    if at.len() == rest.len() {
        // "khoản 2, Điều 5, Thông tư này": only a whole place can be followed by a comma.
        let whole = places.last().is_some_and(|p| {
            p.this.is_none() && p.address.0.first().is_some_and(|s| matches!(s.level, Level::Article | Level::Annex))
        });
        return rest.strip_prefix(", ").filter(|_| whole).map(|after| text.len() - after.len());
    }
    const WORDS: &[&str] = &[
        "tại Phụ lục ban hành kèm theo ",
        "Phụ lục ban hành kèm theo ",
        "được ban hành kèm theo ",
        "ban hành kèm theo ",
        "kèm theo ",
        "của ",
        "tại ",
        "trong ",
        "thuộc ",
    ];
    for word in WORDS {
        if let Some(after) = at.strip_prefix(word) {
            at = after.trim_start_matches(' ');
            break;
        }
    }
    Some(text.len() - at.len())
}

/// `Quy chế này`, `Điều lệ này`: what an instrument issues with itself; where the words end.
fn attached(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let kinds =
        ["Quy chế", "Điều lệ", "Quy định", "Quy chuẩn", "Quy trình", "Nội quy", "Hướng dẫn", "Chương trình", "Văn bản"];
    let after = kinds.iter().find_map(|kind| rest.strip_prefix(kind))?.strip_prefix(" này")?;
    (!after.starts_with(char::is_alphabetic)).then_some(text.len() - after.len())
}

/// The instrument that begins exactly here, if it is one and not words that look alike: `Luật sư`, `quyết định cho vay`.
fn mention(text: &str, from: usize) -> Option<Mention> {
    let word = text.get(from..)?;
    let first: String = word.chars().take_while(|c| c.is_alphabetic()).take(8).collect();
    if !is_kind(&first) {
        return None;
    }
    let capital = first.starts_with(char::is_uppercase);
    let mention = mention::read(text, from)?;
    if mention.this {
        return capital.then_some(mention);
    }
    if let Some(number) = &mention.number {
        let symbol = number.chars().any(char::is_alphabetic);
        let year = number.split('/').any(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit()));
        return (symbol || year).then_some(mention);
    }
    const NO_NAMES: &[&str] = &["sư", "gia", "pháp", "định", "học", "lệ", "hóa", "khoa", "viên"];
    let named = matches!(mention.kind, "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp");
    // A site of that name, not a law.
    if mention.name.as_deref() == Some("Việt Nam") {
        return None;
    }
    let name = mention.name.as_deref()?.split([' ', ',']).next()?;
    (named && capital && !NO_NAMES.contains(&name)).then_some(mention)
}

/// `năm 2020` behind a name.
fn year(text: &str, at: usize) -> Option<(i16, usize)> {
    let rest = text.get(at..)?.strip_prefix(" năm ")?;
    let digits = rest.get(..4)?;
    let value: i16 = digits.parse().ok().filter(|y| (1900..2200).contains(y))?;
    let end = text.len() - rest.len() + 4;
    (!text.get(end..)?.starts_with(char::is_alphanumeric)).then_some((value, end))
}

/// `, số 2/2021/NĐ-CP` behind an instrument: where it begins, the number, where it ends.
fn next_number(text: &str, at: usize) -> Option<(usize, String, usize)> {
    let rest = text.get(at..)?;
    let after = [", số ", " và số ", "; số ", ", và số "].iter().find_map(|joiner| rest.strip_prefix(joiner))?;
    let begin = text.len() - after.len();
    let (number, mut end) = number::cited(text, begin)?;
    if let Some((_, after)) = crate::law::name::date::spoken_at(text, end) {
        end = after;
    }
    number.chars().any(char::is_alphabetic).then_some((begin - "số ".len(), number, end))
}

/// Whether the words before a reference say that it changed the thing before them. `adjacent`: they begin behind another reference.
fn is_history(gap: &str, adjacent: bool) -> bool {
    let mut rest = gap.trim_end().trim_end_matches(':').trim_end();
    let mut by = false;
    for (word, sure) in [("bởi", true), ("theo quy định tại", false), ("theo", false), ("tại", false), ("bằng", false)]
    {
        if let Some(before) = rest.strip_suffix(word) {
            (rest, by) = (before.trim_end(), sure);
            break;
        }
    }
    if rest.len() == gap.trim_end().len() {
        return false;
    }
    for words in ["một số điều", "một số nội dung", "một số điểm", "một phần", "toàn bộ"] {
        rest = rest.strip_suffix(words).map_or(rest, str::trim_end);
    }
    let mut verbs = 0;
    'verbs: loop {
        for verb in ["sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "đính chính"] {
            if let Some(before) = rest.strip_suffix(verb) {
                rest = before.trim_end();
                verbs += 1;
                for joiner in [",", "và", "hoặc"] {
                    rest = rest.strip_suffix(joiner).map_or(rest, str::trim_end);
                }
                continue 'verbs;
            }
        }
        break;
    }
    let Some(before) = rest.strip_suffix("được").or_else(|| rest.strip_suffix("bị")).filter(|_| verbs > 0) else {
        return false;
    };
    let before = before.trim_end();
    by || before.ends_with("đã") || before.ends_with('(') || (adjacent && matches!(before, "" | ","))
}

/// Whether the words before a reference say that something is put behind or before it.
fn is_anchor(gap: &str, adjacent: bool) -> bool {
    let gap = gap.trim_end();
    [
        "vào sau",
        "vào trước",
        "vào liền sau",
        "liền sau",
        "liền trước",
        "tiếp sau",
        "ngay sau",
        "ngay trước",
        "vào phía sau",
        "tiếp theo",
    ]
    .iter()
    .any(|word| gap.ends_with(word))
        || (adjacent && matches!(gap.trim_start(), "sau" | "trước"))
}
