//! Orders in passing: a sentence whose main clause orders something about another instrument, wherever its verb stands. Which order it is, is read
//! elsewhere; here only that it is one, so that none is lost.

use crate::law::name::{mention, place};
use crate::law::read::quote::is_opening;
use crate::model::InstrumentKind;
use std::ops::Range;

/// Verbs that order something about an instrument or its provisions.
const VERBS: &[&str] = &[
    "sửa đổi",
    "bổ sung",
    "sửa ",
    "bãi bỏ",
    "hủy bỏ",
    "huỷ bỏ",
    "lược bỏ",
    "loại bỏ",
    "xóa bỏ",
    "xoá bỏ",
    "bỏ ",
    "thay thế",
    "thay ",
    "đính chính",
    "ngưng ",
    "tạm ngưng ",
    "ngừng ",
    "tạm ngừng ",
    "dừng ",
    "tạm dừng ",
    "đình chỉ ",
    "tạm đình chỉ ",
    "chấm dứt ",
    "không áp dụng ",
    "không thực hiện ",
    "chưa áp dụng ",
    "không tiếp tục áp dụng ",
    "kéo dài ",
    "gia hạn ",
    "lùi ",
    "hoãn ",
];

/// Words between a verb and what it is about that name nothing.
const FILLERS: &[&str] = &[
    ", ",
    ": ",
    "và ",
    "hoặc ",
    "việc ",
    "thi hành ",
    "thực hiện ",
    "áp dụng ",
    "hiệu lực ",
    "thời hạn ",
    "thời gian ",
    "thời điểm ",
    "toàn bộ ",
    "một số ",
    "một phần ",
    "các ",
    "những ",
    "quy định ",
    "nội dung ",
    "của ",
    "đối với ",
    "tại ",
    "trong ",
    "cho ",
    "điều, ",
    "khoản, ",
    "điểm, ",
    "điều ",
    "khoản ",
    "điểm ",
    "có ",
    "được ",
    "ban hành kèm theo ",
];

/// Things that belong to an instrument: what is said of them is said of it.
const PARTS: &[&str] = &[
    "biểu mẫu",
    "mẫu",
    "phụ lục",
    "danh mục",
    "biểu ",
    "cụm từ",
    "từ ngữ",
    "quy chế",
    "quy trình",
    "quy định",
    "các quy định",
    "nội dung",
    "tên ",
    "mức ",
    "thời hạn ",
    "thời gian ",
    "việc áp dụng ",
    "việc thi hành ",
    "việc thực hiện ",
];

/// How a sentence begins that says first when, where or with what exception.
const LEADS: &[&str] = &[
    "Kể từ",
    "Từ ngày",
    "Từ thời điểm",
    "Trừ ",
    "Ngoài ",
    "Ngoại trừ",
    "Tại ",
    "Trong ",
    "Đối với ",
    "Riêng ",
    "Nhằm ",
    "Trước mắt",
    "Cũng ",
    "Sau khi ",
    "Khi ",
];

/// Words before a verb that order with it.
const ADVERBS: &[&str] = &[
    "đồng thời",
    "nay",
    "quyết định",
    "nay quyết định",
    "thống nhất",
    "theo đó",
    "thực hiện",
    "và",
    "đồng thời quyết định",
];

/// What is said of an instrument when it ends, changes, or is not applied.
const PREDICATES: &[&str] = &[
    "hết hiệu lực",
    // As misprinted.
    "hết liệu lực",
    "không còn hiệu lực",
    "chấm dứt hiệu lực",
    "ngưng hiệu lực",
    "không còn được áp dụng",
    "không còn áp dụng",
    "không tiếp tục áp dụng",
    "không áp dụng",
    "chưa áp dụng",
    "dừng áp dụng",
    "ngừng áp dụng",
    "ngưng áp dụng",
    "được bãi bỏ",
    "bị bãi bỏ",
    "được hủy bỏ",
    "bị hủy bỏ",
    "được thay b",
    "được thay thế b",
    "được sửa thành",
    "được sửa đổi",
    "được bổ sung",
    "được đính chính",
    "được kéo dài",
    "được gia hạn",
    "được điều chỉnh",
    "được tạm dừng",
    "bị tạm dừng",
    "được đình chỉ",
    "bị đình chỉ",
    "có hiệu lực đến",
];

/// Who is told to see to an order gives none.
const DUTIES: &[&str] = &[
    "rà soát",
    "trách nhiệm",
    "đề xuất",
    "kiến nghị",
    "đề nghị",
    "nghiên cứu",
    "trình ",
    "phối hợp",
    "chủ trì",
    "xem xét",
    "báo cáo",
    "hướng dẫn",
];

/// Whether a paragraph orders something about an instrument that it names by its number. `own` is the number of the one in which it stands.
pub(super) fn orders(paragraph: &str, own: Option<&str>) -> bool {
    clauses(&bare(paragraph)).iter().any(|clause| actively(clause, own) || passively(clause, own))
}

/// Where the verb of the main clause stands behind words that say who orders, or from when: "Thông tư này bãi bỏ Điều 3 …", "Đồng thời bãi bỏ …". Nothing
/// where these make an exception, or where the verb begins the text.
pub(super) fn verb_behind_lead(text: &str) -> Option<usize> {
    let quote = text.find('“').unwrap_or(text.len());
    let end = text.get(..quote)?.find("; ").unwrap_or(quote);
    let at = verbs(text.get(..end)?).find(|(at, _)| text.get(..*at).is_some_and(leads))?.0;
    let lead = text.get(..at)?;
    let plain = !["Trừ ", "Ngoài ", "Ngoại trừ ", "Riêng ", "Đối với ", "Tại ", "Trong "]
        .iter()
        .any(|word| lead.starts_with(word));
    (at > 0 && plain && !lead.contains(" trừ ")).then_some(at)
}

/// Where the subject of the main clause stands behind a day: "Kể từ ngày Thông tư này có hiệu lực, khoản 2 …".
pub(super) fn subject_behind_lead(text: &str) -> Option<usize> {
    let timed = ["Kể từ", "Từ ngày", "Từ thời điểm"].iter().any(|word| text.starts_with(word));
    let starts = text.match_indices(", ").map(|(at, joint)| at + joint.len());
    timed.then(|| starts.filter(|at| text.get(*at..).is_some_and(begins_a_subject)).min())?
}

/// Whether a text begins with an instrument named by its number, or with a place of one.
pub(super) fn begins_with_instrument(text: &str) -> bool {
    let mut text = text.trim_start();
    for word in ["toàn bộ ", "các ", "nội dung ", "quy định tại "] {
        text = text.get(word.len()..).filter(|_| starts(text, word)).unwrap_or(text);
    }
    let at = place::read(text, 0).map_or(0, |(_, end)| end);
    mention::read(text, at).is_some_and(|found| found.number.is_some())
}

/// The words of a paragraph without what stands between quotation marks or in parentheses.
fn bare(paragraph: &str) -> String {
    let mut depth = 0_usize;
    let mut words = String::new();
    for (at, c) in paragraph.char_indices() {
        match c {
            '“' | '”' if is_opening(paragraph, at) => depth += 1,
            '(' => depth += 1,
            '“' | '”' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => words.push(c),
            _ => {}
        }
    }
    crate::text::clean::collapse(&words)
}

/// The clauses of a text, parted by semicolons and full stops.
fn clauses(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, stop) in text.match_indices([';', '.']) {
        let behind = text.get(at + 1..).unwrap_or_default();
        let ends = stop == ";" || behind.trim_start().starts_with(char::is_uppercase) && behind.starts_with(' ');
        if ends {
            found.extend(text.get(begin..at));
            begin = at + 1;
        }
    }
    found.extend(text.get(begin..));
    found.into_iter().map(str::trim).collect()
}

/// The verbs of a clause: where each stands, and where it ends.
fn verbs(clause: &str) -> impl Iterator<Item = (usize, usize)> {
    let starts = std::iter::once(0).chain(clause.match_indices(' ').map(|(at, _)| at + 1));
    starts.filter_map(|at| {
        let rest = clause.get(at..)?;
        let first = rest.chars().next()?;
        let small: String = first.to_lowercase().chain(rest.chars().skip(1).take(24)).collect();
        let verb = VERBS.iter().filter(|verb| small.starts_with(**verb)).max_by_key(|verb| verb.len())?;
        let end = at + first.len_utf8() + verb.chars().skip(1).map(char::len_utf8).sum::<usize>();
        // A capital within a sentence begins a name.
        (at == 0 || first.is_lowercase()).then_some((at, end))
    })
}

/// Whether a verb behind these words is the one of the main clause.
fn leads(before: &str) -> bool {
    let words = before.trim_end();
    let head = words.trim_end_matches([',', ':']).trim_end();
    if head.is_empty() {
        return true;
    }
    let small = head.to_lowercase();
    // "… được sửa đổi, bổ sung tại …": the verbs of one chain have one head, which the first of them is asked for.
    let chained = small.strip_suffix(" và").or(small.strip_suffix(" hoặc")).unwrap_or(&small);
    if VERBS.iter().any(|verb| chained.ends_with(verb.trim_end())) {
        return false;
    }
    if ADVERBS.contains(&small.as_str()) {
        return true;
    }
    if DUTIES.iter().any(|word| small.contains(word)) {
        return false;
    }
    let begun = LEADS.iter().any(|word| head.starts_with(word));
    let paused = head.len() < words.len();
    let own = own_subject(head).is_some_and(|at| {
        let before = head.get(..at).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with(',') || ADVERBS.contains(&before.to_lowercase().as_str())
    });
    let joined = small.ends_with(" và") || small.ends_with(" đồng thời");
    let effect = (joined || small.ends_with(" thì")) && small.contains(" này có hiệu lực");
    let decides = small.ends_with(" quyết định") && small.chars().count() < 60 && !small.contains(" của ");
    let led = begun && (paused || ADVERBS.iter().any(|word| small.ends_with(&format!(", {word}"))));
    own || effect || decides || led
}

/// Where "Thông tư này" begins with which a text ends.
fn own_subject(head: &str) -> Option<usize> {
    let head = head.strip_suffix(" này")?;
    let kinds = InstrumentKind::words().filter(|kind| head.ends_with(kind));
    kinds.map(|kind| head.len() - kind.len()).min()
}

/// Numbered instruments of a clause, other than the own one.
fn named(clause: &str, own: Option<&str>) -> Vec<Range<usize>> {
    let kinds = InstrumentKind::words().flat_map(|kind| clause.match_indices(kind).map(|(at, _)| at));
    let found =
        kinds.filter_map(|at| mention::read(clause, at)).filter(|m| m.number.is_some() && m.number.as_deref() != own);
    found.map(|m| m.span).collect()
}

/// "…, bãi bỏ Điều 4 Thông tư số …": a verb of the main clause with an object of law.
fn actively(clause: &str, own: Option<&str>) -> bool {
    let named = named(clause, own);
    verbs(clause).any(|(at, end)| {
        let before = clause.get(..at).unwrap_or_default();
        let behind = named.iter().map(|span| span.start).filter(|start| *start >= end).min();
        // "Đối với Thông tư số …: bãi bỏ Điều 4": the instrument stands before its verb.
        let above =
            ["Đối với ", "Tại ", "Trong ", "Riêng "].iter().any(|word| before.starts_with(word)) && !named.is_empty();
        let Some(next) = behind.or(above.then_some(end)) else { return false };
        let object = clause.get(end..).unwrap_or_default();
        let between = clause.get(end..next).unwrap_or_default();
        let rests = between.replace("kèm theo", "").contains(" theo ")
            || between.contains("căn cứ")
            || between.contains(" này ");
        // "… ký hiệu là T1 và thay thế biểu mẫu T1 ban hành kèm theo Thông tư số …"
        let issued = before.starts_with("Ban hành ") && before.contains(" này ");
        let form = (issued || before.trim_end().ends_with(" và"))
            && between.contains("kèm theo")
            && named.iter().all(|span| span.start > at)
            && clause.get(at..).is_some_and(|rest| rest.starts_with("thay") || rest.starts_with("bãi bỏ"));
        !rests && (leads(before) || form) && of_law(object)
    })
}

/// Whether the object of a verb is an instrument, a place, or a part of one.
fn of_law(object: &str) -> bool {
    let mut object = object.trim_start();
    loop {
        let part = PARTS.iter().any(|word| starts(object, word));
        if part || place::read(object, 0).is_some() || mention::read(object, 0).is_some_and(|m| !m.this) {
            return true;
        }
        let filler = FILLERS.iter().chain(VERBS).find(|word| starts(object, word));
        match filler.and_then(|word| object.get(word.len()..)) {
            Some(rest) => object = rest.trim_start(),
            None => return false,
        }
    }
}

/// Whether a text begins with a word, in small letters or with a capital.
fn starts(text: &str, word: &str) -> bool {
    let mut have = text.chars();
    word.chars().all(|want| have.next().is_some_and(|c| c == want || c.to_lowercase().eq(std::iter::once(want))))
}

/// Whether a text begins with an instrument named by its number, a place, or a part of an instrument.
fn begins_a_subject(text: &str) -> bool {
    begins_with_instrument(text) || place::read(text, 0).is_some() || PARTS.iter().any(|word| starts(text, word))
}

/// "Thông tư số … không còn áp dụng": the main clause says of an instrument that it ends or changes.
fn passively(clause: &str, own: Option<&str>) -> bool {
    let led = LEADS.iter().any(|word| clause.starts_with(word));
    let commas = clause.match_indices(", ").map(|(at, joint)| at + joint.len()).filter(|_| led);
    let adverb = ADVERBS.iter().filter(|word| starts(clause, &format!("{word} "))).map(|word| word.len() + 1);
    let mut begins = std::iter::once(0).chain(adverb).chain(commas);
    begins.any(|begin| {
        let Some(text) = clause.get(begin..).filter(|text| begins_a_subject(text)) else { return false };
        let Some(first) = named(text, own).into_iter().min_by_key(|span| span.start) else { return false };
        // "Chảo nung theo Thông tư số … được …" says nothing of the instrument.
        if text.get(..first.start).is_some_and(|subject| subject.replace("kèm theo", "").contains(" theo ")) {
            return false;
        }
        let tail = text.get(first.end..).unwrap_or_default();
        PREDICATES.iter().flat_map(|word| tail.match_indices(word)).any(|(at, word)| {
            let before = tail.get(..at).unwrap_or_default();
            let behind = tail.get(at + word.len()..).unwrap_or_default();
            let changed = ["sửa đổi", "bổ sung", "điều chỉnh"].iter().any(|verb| word.ends_with(verb));
            // The title of an instrument that ends may speak of anything.
            let ends = word.starts_with("hết ") || word.starts_with("không còn ");
            let passing = ["thì ", "nếu ", "đến khi ", "trước khi ", "tiếp tục "].iter().any(|w| before.contains(w))
                || !ends && ["rường hợp", " khi ", " mà ", " theo "].iter().any(|w| before.contains(w));
            !before.ends_with("đã ")
                && !passing
                && !behind.starts_with(" thì")
                && (!changed || behind.find("như sau").is_some_and(|at| at < 60))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_clause_orders() {
        for sentence in [
            "Thông tư này bãi bỏ Điều 3 Thông tư số 20/2021/TT-BCL.",
            "Thông tư này thay thế các Điều 3, 4 Thông tư số 20/2021/TT-BCL.",
            "Kể từ ngày Thông tư này có hiệu lực, khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL được sửa đổi như sau:",
            "Tại khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL, thay thế cụm từ “A” bằng cụm từ “B”.",
            "Đồng thời bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Nay bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Quyết định bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Trừ trường hợp chảo đang nung, bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Đối với Thông tư số 23/2021/TT-BCL: bãi bỏ Điều 4, Điều 5.",
            "Thông tư này có hiệu lực từ ngày ký. Bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Tạm dừng thực hiện Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Đình chỉ việc thi hành Thông tư số 23/2021/TT-BCL.",
            "Không áp dụng Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Điều 4 Thông tư số 23/2021/TT-BCL không còn áp dụng.",
            "Kéo dài hiệu lực của Thông tư số 23/2021/TT-BCL đến hết năm 2031.",
            "Gia hạn thời gian áp dụng Thông tư số 23/2021/TT-BCL đến hết năm 2031.",
            "Loại bỏ Điều 4 ra khỏi Thông tư số 23/2021/TT-BCL.",
            "Biểu mức thu phí ban hành kèm theo Thông tư số 23/2021/TT-BCL được thay bằng Biểu mức thu phí ban hành kèm theo Thông tư này.",
            "Thông tư số 23/2021/TT-BCL có hiệu lực đến hết ngày 31/12/2030.",
            "Không thực hiện quy định tại Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Ban hành kèm theo Thông tư này Phụ lục I thay thế Phụ lục I ban hành kèm theo Thông tư số 23/2021/TT-BCL.",
            "Thực hiện thay thế Phụ lục I ban hành kèm theo Thông tư số 23/2021/TT-BCL bằng Phụ lục I của Thông tư này.",
            "Khi Thông tư này có hiệu lực thì bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Cũng từ ngày này, bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Mức thu tại Điều 4 Thông tư số 23/2021/TT-BCL được điều chỉnh như sau: 5.000 đồng.",
            "Thời hạn tại khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL được kéo dài đến hết năm 2031.",
            "Việc áp dụng Điều 4 Thông tư số 23/2021/TT-BCL được tạm dừng đến hết năm 2031.",
            "Tờ khai chảo, ký hiệu là C1 và thay thế biểu mẫu C1 ban hành kèm theo Thông tư số 23/2021/TT-BCL.",
        ] {
            assert!(orders(sentence, None), "{sentence}");
        }
    }

    #[test]
    fn history_duties_and_citations_order_nothing() {
        for sentence in [
            "Chảo được nung theo Điều 4 Thông tư số 23/2021/TT-BCL được sửa đổi, bổ sung bởi Thông tư số 24/2021/TT-BCL.",
            "Thông tư số 23/2021/TT-BCL đã được thay thế bằng Thông tư số 24/2021/TT-BCL.",
            "Bổ sung hồ sơ theo quy định tại Điều 4 Thông tư số 23/2021/TT-BCL.",
            "Bộ trưởng rà soát, sửa đổi, bổ sung các quy định của Thông tư số 23/2021/TT-BCL.",
            "Trường hợp Thông tư số 23/2021/TT-BCL được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới.",
            "Thông tư số 23/2021/TT-BCL ngày 1 tháng 2 năm 2021 của Bộ trưởng sửa đổi, bổ sung một số điều của Thông tư số 3/2020/TT-BCL.",
            "Chánh Văn phòng chịu trách nhiệm thi hành Thông tư số 23/2021/TT-BCL.",
            "Mức phụ cấp theo Điều 4 Thông tư số 23/2021/TT-BCL được điều chỉnh như sau: 5.000 đồng.",
            "Thay thế chảo hỏng theo Thông tư số 23/2021/TT-BCL.",
        ] {
            assert!(!orders(sentence, None), "{sentence}");
        }
        assert!(!orders("Bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.", Some("23/2021/TT-BCL")));
    }
}
