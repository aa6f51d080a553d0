//! When an amending instrument takes effect, and which of its orders do so at another time.

use super::operation::{Amendment, Named, Reason, Unresolved};
use crate::law::head::dates::EffectDates;
use crate::law::name::place;
use crate::law::{Document, PartEffect};
use crate::model::Address;
use crate::text::clean::collapse;
use jiff::civil::Date;

/// Gives the amendment its date of effect, and single operations theirs.
pub(super) fn apply(document: &Document, issued: Option<Date>, amendment: &mut Amendment) {
    let effect = EffectDates::of_document(document, issued);
    amendment.effective = effect.whole.map(|(date, _)| date);
    let mut special: Vec<(Address, Date)> = Vec::new();
    for part in &effect.parts {
        // "Quy định tại khoản 2 Điều 1 Thông tư này" names places of this instrument.
        let named = place::all(&part.place).into_iter().filter(|place| place.this.is_none());
        special.extend(named.map(|place| (place.address, part.date)));
    }
    for operation in &mut amendment.operations {
        let said =
            special.iter().filter(|(place, _)| place.holds(&operation.source)).max_by_key(|(place, _)| place.0.len());
        // What the order itself says goes before what is said of the place where it stands.
        operation.effective = operation.effective.or(said.map(|(_, date)| *date)).or(amendment.effective);
    }
    for_a_person(document, &effect, amendment);
}

/// An instrument whose own effect ends leaves it open what holds of its orders after that day, one whose part takes effect on a day that was not read when
/// they begin to: a person decides.
fn for_a_person(document: &Document, effect: &EffectDates, amendment: &mut Amendment) {
    let whole = effect.ends.map(|(_, line)| (Address::default(), line)).into_iter();
    let places = |part: &PartEffect| {
        let line = part.line;
        let named = place::all(&part.place).into_iter().filter(|place| place.this.is_none());
        named.map(move |place| (place.address, line)).collect::<Vec<_>>()
    };
    let ends = whole.chain(effect.lapses.iter().flat_map(places)).map(|(part, line)| (part, line, Reason::Temporary));
    // A part whose day is said and was not read has another one than the whole.
    let open = |(part, line): &(String, usize)| {
        let named = place::all(part).into_iter().filter(|place| place.this.is_none());
        let line = *line;
        named.map(move |place| (place.address, line, Reason::NoDay)).collect::<Vec<_>>()
    };
    for (ending, line, reason) in ends.chain(effect.unread.iter().flat_map(open)) {
        let touched = amendment.operations.iter().filter(|one| ending.holds(&one.source));
        let mut targets: Vec<(Named, Address)> = Vec::new();
        for one in touched {
            let target = (one.instrument.clone(), one.place.clone());
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        if targets.is_empty() {
            continue;
        }
        let (source, sentence) = standing_at(document, line);
        amendment.unresolved.push(Unresolved { source, line, sentence, reason, targets, beside: Vec::new() });
    }
}

/// The unit that stands at a line, and its words.
pub(super) fn standing_at(document: &Document, line: usize) -> (Address, String) {
    let mut at = (Address::default(), String::new());
    let mut list = &document.provisions;
    while let Some(found) = list.iter().rfind(|unit| unit.line <= line) {
        if let Some(label) = found.label.as_ref().filter(|_| !found.level.is_container()) {
            at.0 = at.0.child(found.level, label.as_str());
        }
        at.1 = collapse(found.words());
        list = &found.children;
    }
    at
}

/// Until when something is suspended, in the words of the sentence: what stands behind "cho đến" or "đến hết".
pub(super) fn until(sentence: &str) -> Option<String> {
    let words = [" cho đến ", " đến hết ", " đến ngày "];
    let at = words.iter().filter_map(|w| sentence.find(w).map(|at| at + w.trim_end_matches("ngày ").len())).min()?;
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
