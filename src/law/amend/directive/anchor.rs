//! What an insertion is measured from: `vào sau khoản 2 Điều 5`.

use super::{Anchor, Reader, Side};
use crate::law::name::place;

impl Reader<'_> {
    pub(super) fn anchor(&mut self) -> Option<Anchor> {
        let before = self.at;
        let side = self.side()?;
        match place::read(self.text, self.at) {
            Some((places, end)) => {
                self.at = end;
                Some(Anchor { side, places, phrase: None })
            }
            None if side == Side::End => Some(Anchor { side, places: Vec::new(), phrase: None }),
            None => {
                self.at = before;
                None
            }
        }
    }

    pub(super) fn side(&mut self) -> Option<Side> {
        for (words, side) in [
            (&["vào phía sau ", "vào sau ", "vào ngay sau ", "tiếp sau ", "sau "][..], Side::After),
            (&["vào phía trước ", "vào trước ", "trước "], Side::Before),
            (&["vào cuối ", "cuối "], Side::End),
            (&["vào ", "tại "], Side::Into),
        ] {
            if self.take_any(words) {
                return Some(side);
            }
        }
        None
    }
}
