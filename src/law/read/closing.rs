//! What the lines around a line tell of it: whether it begins the signature block, or only looks like the heading of an annex, or begins the khoản of an
//! Điều whose first is missing.

use super::line::{is_upper, mark};
use super::sequence::{Fit, fits};
use crate::model::Level;

/// Whether a line begins the signature block.
pub(super) fn begins(line: &str) -> bool {
    const STARTS: &[&str] = &["Nơi nhận", "TM. ", "KT. ", "TL. ", "TUQ. ", "T.M ", "K.T "];
    const LINES: &[&str] = &[
        "CHỦ TỊCH QUỐC HỘI",
        "CHỦ TỊCH",
        "THỦ TƯỚNG",
        "THỦ TƯỚNG CHÍNH PHỦ",
        "BỘ TRƯỞNG",
        "THỐNG ĐỐC",
        "TỔNG THANH TRA",
        "XÁC THỰC VĂN BẢN HỢP NHẤT",
    ];
    const ADOPTED: &[&str] = &["Luật này", "Bộ luật này", "Pháp lệnh này", "Nghị quyết này"];
    // Nearly all lines are told from their first letter.
    matches!(line.as_bytes().first(), Some(b'B' | b'C' | b'K' | b'L' | b'N' | b'P' | b'S' | b'T' | b'X'))
        && (STARTS.iter().any(|s| line.starts_with(s))
            || LINES.contains(&line)
            || (line.starts_with("Số:") && line.contains('/') && is_upper(line.trim_start_matches("Số")))
            || (ADOPTED.iter().any(|s| line.starts_with(s)) && line.contains("thông qua") && line.contains("kỳ họp")))
}

/// Whether a line, counted from 1, is the rest of the sentence on the line before it, or the next line goes on with it: a reference to an annex that
/// was wrapped.
pub(super) fn breaks_off(lines: &[&str], number: usize) -> bool {
    const OPEN: &[&str] =
        &["tại", "theo", "của", "và", "số", "ở", "trong", "kèm", "với", "là", "mẫu", "gồm", ",", "(", "hoặc", "thuộc"];
    let line = |n: usize| lines.get(n).map(|l| l.trim()).unwrap_or_default();
    let before = number.checked_sub(2).map(line).unwrap_or_default();
    let form = before.rsplit_once(' ').is_some_and(|(rest, last)| {
        last.chars().all(|c| c.is_ascii_digit()) && (rest.ends_with("số") || rest.ends_with("Mẫu"))
    });
    let word = |word: &str| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    // "Phụ lục III ban hành kèm theo Nghị định số … ngày 18 tháng 11", and below it "năm 2020 của Chính phủ;": a sentence that names the annex of another.
    let goes_on = line(number - 1).contains("ban hành kèm theo")
        && line(number).starts_with(char::is_lowercase)
        && (number..number + 3).map(line).find(|l| l.ends_with([';', '.', ':'])).is_some_and(|l| !l.is_empty());
    !line(number - 1).starts_with("PHỤ LỤC")
        && (form || goes_on || OPEN.iter().any(|open| word(open)) || line(number).starts_with("ban hành kèm theo"))
}

/// Whether a khoản 2 or 3 without one before it, on a line counted from 1, has the next one behind it, in the same Điều.
pub(super) fn clause_follows(lines: &[&str], number: usize, label: &str) -> bool {
    if !matches!(label, "2" | "3") {
        return false;
    }
    let marks = lines.iter().skip(number).take(200).filter_map(|line| mark(line));
    let mut own = marks.take_while(|m| !matches!(m.level, Level::Article | Level::Annex) && !m.level.is_container());
    own.find(|m| m.level == Level::Clause).is_some_and(|next| fits(label, next.label) == Fit::Next)
}
