//! The structure of real instruments.

use crate::shared_text;
use tinhgon::law::Outline;
use tinhgon::model::Level;

/// Counted by hand: Điều, khoản, điểm outside quotations and annexes.
#[test]
#[ignore = "needs ../shared/data"]
fn counts_of_five_instruments_are_hit() {
    for (file, articles, clauses, points) in [
        ("tt-39-2016-tt-nhnn", 35, 106, 86),
        ("tt-06-2023-tt-nhnn", 4, 13, 13),
        ("tt-10-2023-tt-nhnn", 3, 0, 0),
        ("tt-12-2024-tt-nhnn", 4, 11, 11),
        ("vbhn-21-2024-tt39", 43, 122, 88),
    ] {
        let text = shared_text(&format!("consolidation/{file}.txt"));
        let outline = Outline::read(&text);
        let counts = [Level::Article, Level::Clause, Level::Point].map(|level| outline.count(level));
        assert_eq!(counts, [articles, clauses, points], "{file}: {:?}", outline.warnings);
    }
}
