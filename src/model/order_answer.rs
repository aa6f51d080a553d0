//! Answers by hand to orders of amending instruments (câu trả lời về nội dung sửa đổi): how an order that could not be read or carried out is to be taken,
//! or why it is passed over. They are kept, and replayed whenever the instrument is read again.

use super::noun::{Description, NOTE, Noun, day, text, word};
use super::valid::Checks;
use super::{Valid, Way, Wrong};
use crate::text::clean_line;
use crate::words::Message;
use crate::words::valid::ValidWord;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An answer to one order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderAnswer {
    /// The number of the amending instrument, in normal form.
    pub instrument: String,
    /// Where the order stands in it.
    pub at: String,
    /// What stands for the order's words in the key: [`mark_of`] them.
    pub mark: String,
    /// The order as it read when it was answered; of one that was read and is corrected, the unit in which it stands.
    pub order: String,
    /// The place that changes, of an order that was read and that the answer corrects.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// How the order is to be taken.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub take: String,
    /// Why it is passed over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub skip: String,
    /// The number, or the name, of the instrument at which it aims where it names none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub base: String,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// What stands for the words of an order in the key of its answer, and of the place that it corrects: FNV-1a over the letters, with white space made even.
/// It tells one order from another of the same place; whether the order still reads the same is seen by its words.
pub fn mark_of(order: &str, place: &str) -> String {
    let text = format!("{place}\n{}", clean_line(order));
    let mark = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{mark:016x}")
}

impl Noun for OrderAnswer {
    const DESCRIPTION: &'static Description = &Description {
        name: "order_answer",
        word: word("câu trả lời về nội dung sửa đổi", "order answer"),
        keys: 3,
        alike: None,
        fields: &[
            text("instrument", "văn bản sửa đổi", "amending instrument"),
            text("at", "tại", "where"),
            text("mark", "dấu nhận biết", "mark"),
            text("order", "nội dung", "order").long(),
            text("place", "điều khoản được sửa", "amended place").or_empty(),
            text("take", "nhận là", "taken as").long().or_empty(),
            text("skip", "lý do bỏ qua", "passed over because").or_empty(),
            text("base", "văn bản được sửa", "amended instrument").or_empty(),
            NOTE,
            text("person", "người trả lời", "who answered").or_none(),
            day("date", "ngày", "date").or_none(),
        ],
        parts: &[],
    };
}

/// An answer takes its order or passes it over, and its mark is that of its order.
impl Valid for OrderAnswer {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        for (field, value) in [("instrument", &self.instrument), ("at", &self.at), ("order", &self.order)] {
            checks.given(Way::to(field), value);
        }
        let answers = [&self.take, &self.skip].into_iter().filter(|one| !one.trim().is_empty()).count();
        checks.add(Way::to("take"), (answers != 1).then(|| ValidWord::TakeOrSkip.said(&[])));
        let mark = mark_of(&self.order, &self.place);
        checks.add(Way::to("mark"), (self.mark != mark).then(|| ValidWord::NotItsMark.said(&[&self.mark, &mark])));
        checks.day(Way::to("date"), self.date);
        checks.done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer() -> OrderAnswer {
        let order = "Đánh số lại các khoản của Điều 5.".to_owned();
        OrderAnswer {
            instrument: "9/2031/TT-BCL".to_owned(),
            at: "khoản 1 Điều 1".to_owned(),
            mark: mark_of(&order, ""),
            order,
            place: String::new(),
            take: String::new(),
            skip: "không có gì để đánh số".to_owned(),
            base: String::new(),
            note: String::new(),
            person: None,
            date: None,
        }
    }

    #[test]
    fn an_answer_says_one_thing_about_the_order_that_it_holds() {
        assert_eq!(answer().check(), []);
        let wrong = |change: fn(&mut OrderAnswer)| {
            let mut one = answer();
            change(&mut one);
            one.check().iter().map(|wrong| wrong.way.last().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(wrong(|one| one.take = "Bãi bỏ Điều 5.".to_owned()), ["take"]);
        assert_eq!(wrong(|one| one.skip.clear()), ["take"]);
        assert_eq!(wrong(|one| one.order = "Bãi bỏ Điều 5.".to_owned()), ["mark"]);
        // White space does not make another order; a letter does, and so does the place that is corrected.
        assert_eq!(mark_of("Bãi bỏ\n  Điều 5.", ""), mark_of("Bãi bỏ Điều 5.", ""));
        assert_ne!(mark_of("Bãi bỏ Điều 5.", ""), mark_of("Bãi bỏ Điều 6.", ""));
        assert_ne!(mark_of("Bãi bỏ Điều 5.", ""), mark_of("Bãi bỏ Điều 5.", "Điều 5"));
    }
}
