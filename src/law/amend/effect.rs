//! When an amending instrument takes effect, and which of its orders do so at another time.

use super::operation::Amendment;
use crate::law::document::{Document, Provision};
use crate::law::{date, mention, place};
use crate::model::{Address, Level};
use crate::text::clean::collapse;
use jiff::civil::Date;

/// Gives the amendment its date of effect, and single operations theirs.
pub(super) fn apply(document: &Document, amendment: &mut Amendment) {
    let mut special: Vec<(Address, Date)> = Vec::new();
    for (_, provision) in document.walk() {
        if !matches!(provision.level, Level::Article | Level::Clause | Level::Point) {
            continue;
        }
        for line in lines(provision) {
            read_line(&line, amendment, &mut special);
        }
    }
    let general = amendment.effective;
    for operation in &mut amendment.operations {
        let said =
            special.iter().filter(|(place, _)| place.holds(&operation.source)).max_by_key(|(place, _)| place.0.len());
        operation.effective = said.map(|(_, date)| *date).or(operation.effective).or(general);
    }
}

fn lines(provision: &Provision) -> Vec<String> {
    provision.words().lines().map(collapse).collect()
}

fn read_line(line: &str, amendment: &mut Amendment, special: &mut Vec<(Address, Date)>) {
    let Some(at) = line.find("có hiệu lực") else { return };
    let Some((date, _)) = date::find(line, at).filter(|_| line.get(at..).is_some_and(says_from)) else { return };
    let subject = line.get(..at).unwrap_or_default();
    let (places, end) = first_places(subject);
    let of_this = mention::read(line, end).is_some_and(|m| m.this) || subject.contains(" này");
    if !of_this {
        return;
    }
    if places.is_empty() {
        let own = mention::read(subject, 0).is_some_and(|m| m.this);
        if own && amendment.effective.is_none() {
            amendment.effective = Some(date);
        }
        return;
    }
    special.extend(places.into_iter().map(|place| (place, date)));
}

/// Whether the date behind "có hiệu lực" is the date from which.
fn says_from(tail: &str) -> bool {
    let near: String = tail.chars().take(60).collect();
    near.contains(" từ ngày") || near.contains(" kể từ")
}

/// The places that a subject names: "Quy định tại khoản 2 Điều 1 Thông tư này".
fn first_places(subject: &str) -> (Vec<Address>, usize) {
    let mut at = 0;
    for word in ["Các quy định tại ", "Quy định tại ", "Riêng ", "quy định tại ", "Nội dung tại "]
    {
        if subject.get(at..).is_some_and(|s| s.starts_with(word)) {
            at += word.len();
        }
    }
    match place::read(subject, at) {
        Some((places, end)) => (places.into_iter().filter(|p| p.this.is_none()).map(|p| p.address).collect(), end),
        None => (Vec::new(), at),
    }
}

/// Until when something is suspended, in the words of the sentence: what stands behind "cho đến" or "đến hết".
pub(super) fn until(sentence: &str) -> Option<String> {
    let at = [" cho đến ", " đến hết "].iter().filter_map(|w| sentence.find(w).map(|at| at + w.len())).min()?;
    Some(sentence.get(at..)?.trim_end_matches(['.', ';']).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::law::Document;
    use jiff::civil::date;

    #[test]
    fn the_general_date_and_the_special_one() {
        let text = "THÔNG TƯ\nSố: 1/2023/TT-BT\nBộ trưởng ban hành Thông tư sửa đổi Thông tư số 39/2016/TT-BT.\nĐiều 1. Bãi bỏ một số khoản\n1. Bãi bỏ khoản 2 Điều 3.\n\
                    2. Bãi bỏ khoản 5 Điều 7.\nĐiều 2. Hiệu lực\n1. Thông tư này có hiệu lực thi hành từ ngày 01 tháng 9 năm 2023.\n\
                    2. Khoản 2 Điều 1 Thông tư này có hiệu lực kể từ ngày 01 tháng 01 năm 2024.";
        let amendment = read(&Document::read(text));
        assert_eq!(amendment.effective, Some(date(2023, 9, 1)));
        let dates: Vec<_> = amendment.operations.iter().map(|o| o.effective).collect();
        assert_eq!(dates, [Some(date(2023, 9, 1)), Some(date(2024, 1, 1))]);
    }
}
