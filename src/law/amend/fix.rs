//! Answers by hand to what an amending instrument leaves for a person: the order as it is to be taken, or why it is passed over. An answer is for one
//! line; one that fits none, or several, is refused.

use super::operation::{Amendment, Named, Operation, Reason};
use super::{called, dates, read};
use crate::law::Document;
use crate::model::Address;
use crate::text::{clean_line, fold};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Said};

/// An answer by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Its line in the file of answers, from 1.
    pub line: usize,
    /// The number of the amending instrument; of any, where it is not said.
    pub by: Option<String>,
    /// Where the order stands.
    pub at: Address,
    /// The place that changes, of an order that was read and that this one corrects.
    pub place: Option<Address>,
    /// The words with which the order begins, where several stand at one place.
    pub order: Option<String>,
    /// The answer.
    pub ruling: Ruling,
    /// What is known of it, where it was given before and is replayed.
    pub kept: Option<Kept>,
}

/// An answer that was given before: it holds for the very order that was answered, and is passed over where that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The order as it read; of one that was read and is corrected, the unit in which it stands.
    pub order: String,
    /// The instrument at which it aims where it names none, if that was said.
    pub base: Option<Named>,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// The order reads so.
    Take(String),
    /// The order is passed over, for a reason.
    Skip(String),
}

/// What an answer settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Whether it was given before and is replayed.
    pub kept: bool,
    /// The order as it reads; of one that was read and is corrected, the unit in which it stands.
    pub order: String,
    /// The place of the order that was read and is corrected.
    pub place: Option<Address>,
    /// The amending instrument.
    pub by: Named,
    /// Where the order stands, and its line, from 1.
    pub source: Address,
    /// The line of the order, from 1.
    pub line: usize,
    /// How many operations it became.
    pub operations: usize,
    /// The answer.
    pub ruling: Ruling,
}

/// Why an answer could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// Nothing for review stands there, or nothing that begins so.
    Nothing,
    /// So many lines fit it.
    Several(usize),
    /// The order, as it is to be taken, could not be read.
    NotRead(Option<Reason>),
    /// The order that was answered no longer stands there, or no longer reads the same.
    Changed,
}

impl Misfit {
    /// The stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Misfit::Nothing => "nothing",
            Misfit::Several(_) => "several",
            Misfit::NotRead(_) => "not-read",
            Misfit::Changed => "changed",
        }
    }

    /// In both languages.
    pub fn said(&self, fix: &Fix) -> Said {
        match self {
            Misfit::Nothing => Say::FixNothing.said(&[&fix.at]),
            Misfit::Changed => Say::FixChanged.said(&[&fix.at]),
            Misfit::Several(count) => Say::FixSeveral.said(&[&fix.at, count]),
            Misfit::NotRead(reason) => {
                let reason = reason.map_or(Say::NothingAmended, Reason::said);
                Say::FixNotRead.said_by(|lang| vec![reason.text(lang).to_owned()])
            }
        }
    }
}

/// What a fix answers in an amendment.
enum Answered {
    Unresolved(usize),
    Operation(usize),
}

/// Answers one line of an amendment of a base, called `own`: new orders aim at it where they name no other instrument.
///
/// # Errors
/// The answer fits no line, or several, or says an order that cannot be read; nothing changed.
pub fn settle(document: &Document, amendment: &mut Amendment, own: &Named, fix: &Fix) -> Result<Settled, Misfit> {
    let kept = fix.kept.as_ref();
    let same = |read: &str| kept.is_none_or(|kept| clean_line(&kept.order) == clean_line(read));
    let begins = |sentence: &str| fix.order.as_ref().is_none_or(|order| fold(sentence).starts_with(&fold(order)));
    let mut fitting: Vec<(Answered, String)> = match &fix.place {
        None => {
            let open = amendment.unresolved.iter().enumerate();
            open.filter(|(_, one)| one.source == fix.at && begins(&one.sentence) && same(&one.sentence))
                .map(|(n, one)| (Answered::Unresolved(n), one.sentence.clone()))
                .collect()
        }
        Some(place) => {
            let unit = document.find(&fix.at).map(|unit| unit.full_text()).unwrap_or_default();
            let read = amendment.operations.iter().enumerate();
            read.filter(|(_, one)| one.source == fix.at && one.place == *place && same(&unit))
                .map(|(n, _)| (Answered::Operation(n), clean_line(&unit)))
                .collect()
        }
    };
    let (answered, reads) = match (fitting.pop(), fitting.len()) {
        (None, _) if kept.is_some() => return Err(Misfit::Changed),
        (None, _) => return Err(Misfit::Nothing),
        (Some(one), 0) => one,
        (Some(_), more) => return Err(Misfit::Several(more + 1)),
    };
    let own = kept.and_then(|kept| kept.base.as_ref()).unwrap_or(own);
    let mut operations = match &fix.ruling {
        Ruling::Take(order) => ordered(order, own)?,
        Ruling::Skip(_) => Vec::new(),
    };
    let count = operations.len();
    let line = match answered {
        Answered::Unresolved(n) => amendment.unresolved.remove(n).line,
        Answered::Operation(n) => amendment.operations.remove(n).line,
    };
    operations.iter_mut().for_each(|one| (one.source, one.line) = (fix.at.clone(), line));
    let at = amendment.operations.partition_point(|one| one.line < line);
    amendment.operations.splice(at..at, operations);
    dates::apply(document, amendment.issued, amendment);
    let (by, source, ruling) = (amendment.named.clone(), fix.at.clone(), fix.ruling.clone());
    let (kept, place) = (kept.is_some(), fix.place.clone());
    Ok(Settled { kept, order: reads, place, by, source, line, operations: count, ruling })
}

/// Replays answers that were given before to one amending instrument, whatever it amends: what they settled, and which could not be used, with why.
pub fn replay<'f>(
    document: &Document,
    amendment: &mut Amendment,
    fixes: &'f [Fix],
) -> (Vec<Settled>, Vec<(&'f Fix, Misfit)>) {
    let (mut settled, mut unused) = (Vec::new(), Vec::new());
    let number = amendment.named.number.clone();
    for fix in fixes.iter().filter(|fix| fix.by.is_none() || fix.by == number) {
        match settle(document, amendment, &Named::default(), fix) {
            Ok(one) => settled.push(one),
            Err(misfit) => unused.push((fix, misfit)),
        }
    }
    (settled, unused)
}

/// The operations of an order that a person wrote.
fn ordered(order: &str, own: &Named) -> Result<Vec<Operation>, Misfit> {
    let base = called(own);
    let text = format!("Điều 1. Sửa đổi, bổ sung một số điều của {base}\n1. {}", order.trim());
    let amendment = read(&Document::read(&text));
    match amendment.unresolved.first() {
        Some(one) => Err(Misfit::NotRead(Some(one.reason))),
        None if amendment.operations.is_empty() => Err(Misfit::NotRead(None)),
        None => Ok(amendment.operations),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::name::place::address_of;

    const TEXT: &str = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n\
        Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n1. Đánh số lại các khoản của Điều 5.\n2. Thêm một hàng vào bảng. Chuyển khoản 2 Điều 4 thành khoản 3.\n\
        3. Bãi bỏ khoản 1 Điều 8.\nĐiều 2. Thông tư này có hiệu lực từ ngày 1 tháng 6 năm 2031.";

    fn fix(at: &str, ruling: Ruling) -> Fix {
        Fix { line: 1, by: None, at: address_of(at).unwrap(), place: None, order: None, ruling, kept: None }
    }

    #[test]
    fn each_line_is_answered_once() {
        let document = Document::read(TEXT);
        let mut amendment = read(&document);
        let own = Named { number: Some("3/2021/TT-BCL".to_owned()), name: None };
        let open = amendment.unresolved.len();
        assert!(open >= 2, "{:?}", amendment.unresolved);
        let take = |order: &str| Ruling::Take(order.to_owned());
        let new = fix("khoản 1 Điều 1", take("Sửa đổi, bổ sung khoản 2 Điều 5 như sau: “2. Rửa chảo.”"));
        let settled = settle(&document, &mut amendment, &own, &new).unwrap();
        assert_eq!((settled.operations, amendment.unresolved.len()), (1, open - 1));
        let one = &amendment.operations[0];
        assert_eq!(
            (one.source.to_string().as_str(), one.place.to_string().as_str()),
            ("khoản 1 Điều 1", "khoản 2 Điều 5")
        );
        assert!(one.instrument.same(&own) && one.effective.is_some());
        let one_place = one.place.clone();
        // It is answered now; an order that cannot be read answers nothing.
        assert_eq!(settle(&document, &mut amendment, &own, &new), Err(Misfit::Nothing));
        let unread = fix("khoản 2 Điều 1", take("làm cho đúng"));
        assert!(matches!(
            settle(&document, &mut amendment, &own, &unread),
            Err(Misfit::NotRead(_) | Misfit::Several(_))
        ));
        // Given before, it holds for the order that it answered, and for no other.
        let mut again = read(&document);
        let kept = |order: &str| Some(Kept { order: order.to_owned(), base: Some(own.clone()) });
        let replayed =
            [Fix { kept: kept(&settled.order), ..new.clone() }, Fix { kept: kept("Đánh số"), ..new.clone() }];
        let (used, unused) = replay(&document, &mut again, &replayed);
        assert_eq!((used.len(), used[0].kept, unused), (1, true, vec![(&replayed[1], Misfit::Changed)]));
        assert_eq!(again.operations[0].place, one_place);
        // An order that was read is corrected by its place.
        let mut other = fix("khoản 3 Điều 1", Ruling::Skip("đã bãi bỏ trước đó".to_owned()));
        other.place = address_of("khoản 1 Điều 8");
        let before = amendment.operations.len();
        assert_eq!(settle(&document, &mut amendment, &own, &other).unwrap().operations, 0);
        assert_eq!(amendment.operations.len(), before - 1);
    }
}
