//! The corner that says where the exchange with others stands: in step, so many to send and to receive, conflicts, not to be reached.

use crate::hub::conflict;
use crate::hub::standing::{self, Status};
use crate::store::Reader;
use crate::text::{Lang, date};
use crate::words::hub::HubWord as H;
use crate::words::{Message, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// What the place of exchange said when it was asked beside the screen.
pub(super) struct Asked(pub(super) Result<Status>);

/// What was heard of the place in this session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// So many changes are to be received.
    ToReceive(u64),
    /// It was not to be reached.
    Away,
}

/// Where the exchange stands, as far as the data file knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Corner {
    /// So many changes are to be sent.
    pub(super) to_send: u64,
    /// So many conflicts are to be decided.
    pub(super) conflicts: usize,
    /// So many rows of each noun are in conflict, by its code.
    pub(super) contested: BTreeMap<String, usize>,
    /// When the last exchange was.
    pub(super) last: Option<Timestamp>,
}

impl Corner {
    /// Reads it; nothing where the data file has not joined.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn read(reader: &Reader) -> Result<Option<Self>> {
        let Some((to_send, last)) = standing::standing(reader)? else { return Ok(None) };
        Ok(Some(Self { to_send, conflicts: reader.count_contested()?, contested: conflict::by_noun(reader)?, last }))
    }

    fn parts(&self, heard: Option<Heard>) -> [Option<u64>; 3] {
        let receive = match heard {
            Some(Heard::ToReceive(count)) => count,
            _ => 0,
        };
        [self.to_send, receive, self.conflicts as u64].map(|count| (count > 0).then_some(count))
    }

    /// For the corner, in signs; with what was heard of the place in this session.
    pub(super) fn short(&self, heard: Option<Heard>) -> String {
        let signs = ["↑", "↓", "≠"].into_iter().zip(self.parts(heard));
        let mut said: Vec<String> = signs.filter_map(|(sign, count)| Some(format!("{sign}{}", count?))).collect();
        if heard == Some(Heard::Away) {
            said.push("✗".to_owned());
        }
        if said.is_empty() { "✓".to_owned() } else { said.join(" ") }
    }

    /// In words.
    pub(super) fn line(&self, heard: Option<Heard>, lang: Lang) -> String {
        let words = [H::CornerSend, H::CornerReceive, H::CornerConflicts].into_iter().zip(self.parts(heard));
        let mut said: Vec<String> = words.filter_map(|(word, count)| Some(word.with(lang, &[&count?]))).collect();
        if said.is_empty() && matches!(heard, Some(Heard::ToReceive(_))) {
            said.push(H::InStep.text(lang).to_owned());
        }
        let last = self.last.map(|at| date::moment(at, &TimeZone::system(), lang));
        said.extend(match (heard, last) {
            (Some(Heard::Away), Some(last)) => Some(H::AwaySince.with(lang, &[&last])),
            (Some(Heard::Away), None) => Some(H::AwayNow.text(lang).to_owned()),
            (_, Some(last)) => Some(H::LastExchange.with(lang, &[&last])),
            (_, None) => Some(H::NeverExchanged.text(lang).to_owned()),
        });
        said.join(" · ")
    }
}
