//! Headings that an order names by the word alone: `tên điều như sau`.

use super::Reader;
use crate::law::name::place::{self, Place};

impl Reader<'_> {
    /// `tên điều, khoản 1 như sau`: the heading of what the orders above name, and places in it. Goes to the places.
    pub(super) fn heading_and_places(&mut self) -> bool {
        let begin = self.at;
        let there = self.take_any(&["tên điều, ", "tên Điều, "]);
        let within = |(places, _): (Vec<Place>, usize)| places.iter().all(|place| place.address.article().is_none());
        if there && place::read(self.text, self.at).is_some_and(within) {
            return true;
        }
        self.at = begin;
        false
    }

    /// `tên điều như sau`: the heading of what the orders above name.
    pub(super) fn heading_of_context(&mut self) -> bool {
        for word in ["tên điều", "tên Điều", "tên chương", "tên Chương", "tên mục", "tên Mục", "tiêu đề"]
        {
            if let Some(after) = self.rest().strip_prefix(word)
                && (after.trim().is_empty() || after.trim_start().starts_with("như sau") || after.starts_with(':'))
            {
                self.at += word.len();
                return true;
            }
        }
        false
    }
}
