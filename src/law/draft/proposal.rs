//! From provisions as they are proposed to the edited text of their instrument.

use crate::law::Document;
use crate::law::amend::{Action, Position};
use crate::law::consolidate::{Failure, carry_out};
use crate::model::Address;

/// What is proposed for one provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The provision; one that is not there yet is added at its place by label.
    pub place: Address,
    /// Its new text, with or without its mark; `None`: it goes.
    pub text: Option<String>,
}

/// A proposal that does not fit the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The provision.
    pub place: Address,
    /// Why.
    pub failure: Failure,
}

/// The text with all proposals in it, and those that do not fit. Proposals on one provision follow each other: the last one stands.
pub fn edited(base: &Document, proposals: &[Proposal]) -> (Document, Vec<Misfit>) {
    let mut document = base.clone();
    let mut misfits = Vec::new();
    for proposal in proposals {
        let action = match &proposal.text {
            None => Action::Repeal,
            Some(text) if document.find(&proposal.place).is_some() => Action::Replace { text: text.clone() },
            Some(text) => Action::Insert { position: Position::ByLabel, text: text.clone() },
        };
        if let Err(failure) = carry_out(&mut document, &proposal.place, false, &action, base) {
            misfits.push(Misfit { place: proposal.place.clone(), failure });
        }
    }
    (document, misfits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::draft::{Base, Head, draft};
    use crate::model::Level;

    #[test]
    fn proposals_become_an_amending_instrument() {
        let text = "BỘ THỬ\nSố: 1/2020/TT-BT\nHà Nội, ngày 02 tháng 3 năm 2020\nTHÔNG TƯ\nVề việc thử\nBộ trưởng Bộ Thử ban hành Thông tư về việc thử.\n\
                    Điều 1. Hồ sơ\n1. Đơn.\n2. Bản sao.\n3. Ảnh.\nĐiều 2. Trả\nTrả trong 05 ngày.\n";
        let base = Document::read(text);
        let clause = |n: &str| Address::default().child(Level::Article, "1").child(Level::Clause, n);
        let proposals = [
            Proposal { place: clause("2"), text: Some("Bản sao điện tử.".into()) },
            Proposal { place: clause("3"), text: None },
            Proposal { place: clause("4"), text: Some("4. Mã số.".into()) },
            Proposal { place: clause("9").child(Level::Point, "a"), text: None },
        ];
        let (edited, misfits) = edited(&base, &proposals);
        assert_eq!(misfits, [Misfit { place: clause("9").child(Level::Point, "a"), failure: Failure::NoSuchPlace }]);
        let drafted = draft(&[(Base::new(&base), edited)], &Head::default());
        for sentence in ["“2. Bản sao điện tử.”.", "Bãi bỏ khoản 3.", "Bổ sung khoản 4 vào sau khoản 3 như sau:"]
        {
            assert!(drafted.text.contains(sentence), "{sentence} in\n{}", drafted.text);
        }
    }
}
