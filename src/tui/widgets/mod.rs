//! Pieces that screens are made of.

pub(super) mod gauge;
pub(super) mod grid;
pub(super) mod input;
pub(super) mod pager;

use std::ops::Range;

/// The part of a list that is seen, so that the line in hand is in it, beginning where it began before as long as that holds.
pub(super) fn window(top: usize, at: usize, length: usize, room: usize) -> Range<usize> {
    let room = room.max(1);
    let top = top.min(length.saturating_sub(room));
    let top = if at < top { at } else { top.max((at + 1).saturating_sub(room)) };
    top..(top + room).min(length)
}

#[cfg(test)]
mod tests {
    use super::window;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_line_in_hand_is_seen(top in 0_usize..50, at in 0_usize..40, more in 1_usize..40, room in 0_usize..20) {
            let length = at + more;
            let seen = window(top, at, length, room);
            prop_assert!(seen.contains(&at) && seen.end <= length && seen.len() <= room.max(1));
        }
    }
}
