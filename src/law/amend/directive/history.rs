//! What a sentence tells of the past of a place: `(đã được sửa đổi, bổ sung bởi …)`. It names no targets.

use super::Reader;
use super::words::{closing_parenthesis, verb};
use crate::law::name::{mention, place};

impl Reader<'_> {
    /// `(đã được sửa đổi …)` and `đã được sửa đổi, bổ sung bởi điểm c khoản 6 Điều 1 Thông tư số …`: history, not targets.
    pub(super) fn history(&mut self) {
        loop {
            self.blanks();
            if self.rest().starts_with('(') {
                // What is taken out of the order is no history.
                if self.rest().starts_with("(trừ ") || self.rest().starts_with("(ngoại trừ ") {
                    return;
                }
                let Some(close) = closing_parenthesis(self.rest()) else { return };
                self.at += close;
                continue;
            }
            let Some(start) = [
                "đã được sửa đổi",
                "được sửa đổi",
                "đã được bổ sung",
                "được bổ sung",
                "đã sửa đổi",
                "đã được thay thế",
            ]
            .iter()
            .find(|s| self.rest().starts_with(**s)) else {
                return;
            };
            let tail = self.rest();
            let by =
                [" bởi ", " theo ", " tại ", " bằng "].iter().filter_map(|w| tail.find(w).map(|at| at + w.len())).min();
            let limit = [" như sau", ";", ":"].iter().filter_map(|w| tail.find(w)).min().unwrap_or(tail.len());
            let Some(by) = by.filter(|by| *by <= limit && *by < start.len() + 60) else { return };
            self.at += by;
            self.history_sources();
        }
    }

    /// The places and instruments that a history names, joined by commas and "và".
    fn history_sources(&mut self) {
        loop {
            if let Some((_, end)) = place::read(self.text, self.at) {
                self.at = end;
            }
            let Some(found) = mention::read(self.text, self.at) else { return };
            self.at = found.span.end;
            self.title();
            let before = self.at;
            let joined = self.joint();
            let object = place::read(self.text, self.at).map_or(self.at, |(_, end)| end);
            // Places of the same kind of clause go on only if they too name an amending instrument.
            if !joined
                || verb(self.rest()).is_some()
                || mention::read(self.text, object).is_none()
                || place::read(self.text, self.at).is_some()
            {
                self.at = before;
                return;
            }
        }
    }
}
