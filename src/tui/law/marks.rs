//! Where a text names provisions and instruments.

use crate::law::references;
use std::ops::Range;

/// The references of a text, in order and without overlap. A heading is no reference to itself.
pub(super) fn marks(text: &str) -> Vec<Range<usize>> {
    references(text).into_iter().map(|reference| reference.span).collect()
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn references_are_marked_and_headings_are_not() {
        let text = "Điều 5. Hồ sơ\n1. Theo điểm a, b khoản 2 Điều 7 của Nghị định số 12/2031/NĐ-CP và khoản 3 Điều này;\nthông tin, điều kiện";
        let found: Vec<&str> = marks(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["điểm a, b khoản 2 Điều 7 của Nghị định số 12/2031/NĐ-CP", "khoản 3 Điều này"]);
    }

    #[test]
    fn a_hostile_line_is_read_once() {
        let line = format!("x {}", "khoản 1, ".repeat(60_000));
        assert!(!marks(&line).is_empty());
    }
}
