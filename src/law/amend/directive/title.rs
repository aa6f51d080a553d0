//! The words behind the number and date of an instrument that say whose it is and on what: they are passed over.

use super::Reader;
use super::lead::day_behind_title;
use super::words::{begins, verb};
use crate::law::name::place;

impl Reader<'_> {
    /// The issuing body and title behind the date of an instrument: up to where the sentence goes on.
    pub(super) fn title(&mut self) {
        let rest = self.rest();
        let starts = [
            "của ",
            "quy định ",
            "về ",
            "hướng dẫn ",
            "ban hành ",
            "sửa đổi",
            "bổ sung ",
            "bãi bỏ",
            "thay thế",
            "ngưng ",
            "phê duyệt ",
        ];
        if !starts.iter().any(|s| rest.trim_start().starts_with(s)) || begins(rest.trim_start(), "bổ sung khoản") {
            return;
        }
        let mut end = rest.len();
        for stop in [
            " như sau",
            " hết hiệu lực",
            " kể từ ngày ",
            ", từ ngày ",
            " được sửa đổi",
            " đã được",
            " (",
            ";",
            " tại ",
            ": ",
            " bằng cụm từ",
            " bằng từ",
            " bằng “",
            " bằng Mẫu",
            " bằng Phụ lục",
            " bằng các ",
            " tương ứng bằng",
            " thành “",
            " thành Mẫu",
            " thành cụm từ",
        ] {
            end = rest.find(stop).map_or(end, |at| end.min(at));
        }
        // The sentence goes on where a joint leads to places or to another order with places.
        for joint in [" và ", ", "] {
            let mut from = 0;
            while let Some(at) = rest.get(from..end).and_then(|r| r.find(joint)).map(|at| at + from) {
                let next = self.at + at + joint.len();
                let tail = self.text.get(next..).unwrap_or_default();
                let object = verb(tail).map_or(next, |(_, length)| next + length);
                if place::read(self.text, object).is_some() {
                    end = at;
                    break;
                }
                from = at + joint.len();
            }
        }
        end = rest.get(..end).and_then(day_behind_title).unwrap_or(end);
        if rest.get(..end).is_some_and(|title| title.trim_end().ends_with(['.', ':'])) {
            end = rest.get(..end).unwrap_or_default().trim_end_matches(['.', ':', ' ']).len();
        }
        self.at += end;
    }
}
