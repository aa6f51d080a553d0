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

/// Labels as some offices write them, groups within an Điều, and a text that stands twice: read, or told.
#[test]
fn unusual_labels_are_read_and_what_is_not_is_told() {
    let read = |text: &str| {
        let outline = Outline::read(text);
        let units = outline.units.iter().filter(|u| u.level.is_labelled() && u.level != Level::Dash);
        let units: Vec<String> = units.map(|u| format!("{} {}", u.level.name(), outline.label(u))).collect();
        (units.join(", "), outline.warnings.iter().map(|w| (w.line, w.oddity.name())).collect::<Vec<_>>())
    };
    let (units, warnings) =
        read("Điều 1. Chảo\n1/ Một:\na/ Gang;\nb/ Đất.\n2/ Hai:\na. Cán;\nb. Vung.\n1/2 mẻ.\nv. v. khác");
    assert_eq!(units, "article 1, clause 1, point a, point b, clause 2, point a, point b");
    assert!(warnings.is_empty(), "{warnings:?}");
    let (units, warnings) =
        read("Điều 1. Nhóm\nA. NHÓM MỘT\n1. Một.\n2. Hai.\nB. NHÓM HAI\n1. Ba.\n2. Bốn.\nĐiều 2. Hết");
    assert_eq!((units.as_str(), warnings), ("article 1, clause 1, clause 2, article 2", vec![(6, "backwards")]));
    let text = "Điều 1. Một\n1. Một.\nĐiều 2. Hai\nHai.\nba.\nbốn.\nnăm.\nsáu.\nbảy.\ntám.\nNơi nhận:\n- Lưu.\n";
    let (units, warnings) = read(&format!("{text}{text}"));
    assert_eq!((units.as_str(), warnings), ("article 1, clause 1, article 2", vec![(13, "backwards")]));
}
