//! References of real instruments.

use crate::shared_text;
use tinhgon::law::cite::{Cited, Instrument, Outcome, Role};
use tinhgon::law::{Document, Graph, Reference, Titles, references};

/// Every reference to a place of the same instrument resolves. None is excepted: the circular cites no place that it does not have.
#[test]
#[ignore = "needs ../shared/data"]
fn a_circular_cites_only_places_that_it_has() {
    let document = Document::read(&shared_text("consolidation/tt-39-2016-tt-nhnn.txt"));
    let graph = Graph::of(&document, &Titles::default());
    let own = graph.citations().iter().filter(|c| c.instrument == Instrument::Own && !c.place.is_whole());
    let lost: Vec<String> = own
        .clone()
        .filter(|c| !matches!(c.outcome, Outcome::Found))
        .map(|c| format!("{}: {} → {} {:?}", c.source.address, c.words, c.place, c.outcome))
        .collect();
    assert_eq!(lost, Vec::<String>::new());
    assert!(own.count() > 30);
}

/// Lines of `consolidation/tt-39-2016-tt-nhnn.txt` and their references.
const CIRCULAR: &[(usize, &[&str])] = &[
    (9, &["@Luật Ngân hàng Nhà nước Việt Nam"]),
    (10, &["@Luật Các tổ chức tín dụng"]),
    (11, &["@156/2013/NĐ-CP"]),
    (17, &["@này"]),
    (18, &["@này"]),
    (20, &["@này"]),
    (33, &["khoản 4 Điều này"]),
    (45, &["Điều 20 @này"]),
    (46, &["khoản 1 Điều 21 @này"]),
    (49, &["@này"]),
    (51, &["@này"]),
    (54, &["@Luật các tổ chức tín dụng", "@này"]),
    (73, &["khoản 2 Điều 13 @này"]),
    (86, &["Điều 7 @này"]),
    (93, &["@này"]),
    (98, &["khoản 2 Điều này"]),
    (108, &["điểm a khoản này"]),
    (125, &["Điều 9 @này"]),
    (129, &["Điều 7 @này"]),
    (137, &["Điều 19", "Điều 20 @này", "khoản 4 Điều 13 @này"]),
    (152, &["@Luật các tổ chức tín dụng", "@này"]),
    (173, &["Điều 20 @này"]),
    (175, &["khoản 1 Điều 21 @này"]),
    (178, &["khoản 1 Điều này", "@này"]),
    (179, &["khoản 1 Điều này + khoản 2 Điều này"]),
    (185, &["điểm c khoản 2 Điều 22 @này"]),
    (187, &["khoản 4 Điều 13 @này"]),
    (191, &["Điều 126 + Điều 127 + Điều 128 @Luật các tổ chức tín dụng"]),
    (
        212,
        &[
            "khoản 1 Điều này + khoản 2 Điều này + khoản 3 Điều này + khoản 4 Điều này + khoản 5 Điều này + khoản 6 Điều này + khoản 7 Điều này + khoản 8 Điều này",
        ],
    ),
    (228, &["khoản 1 Điều 27 + khoản 4 Điều 27 + khoản 6 Điều 27 @này"]),
    (229, &["khoản 1 Điều này"]),
    (245, &["@này"]),
    (246, &["@này"]),
];

/// Lines of `laws/123-2015-NĐ-CP.txt` and their references.
const DECREE: &[(usize, &[&str])] = &[
    (3, &["Điều 1 @123/2015/NĐ-CP", "@Luật Hộ tịch"]),
    (22, &["@Luật Hộ tịch", "@này"]),
    (30, &["khoản 1 Điều 16 @Luật Hộ tịch"]),
    (40, &["Điều 4 @123/2015/NĐ-CP"]),
    (51, &["Điều 6 @123/2015/NĐ-CP"]),
    (59, &["@Luật Hộ tịch"]),
    (69, &["Điều 9 @123/2015/NĐ-CP"]),
    (76, &["Điều 10 @123/2015/NĐ-CP"]),
    (93, &["khoản 3 Điều 28 @Luật Hộ tịch"]),
    (104, &["Điều 14 @123/2015/NĐ-CP"]),
    (112, &["Điều 15 @123/2015/NĐ-CP"]),
    (121, &["khoản 1 Điều 2 @này"]),
    (126, &["Điều 17 @123/2015/NĐ-CP"]),
    (140, &["khoản 1 Điều 2 @này"]),
    (159, &["khoản 1 Điều này"]),
    (168, &["khoản 3 Điều này"]),
    (182, &["Điều 24 @123/2015/NĐ-CP"]),
    (200, &["Điều này"]),
    (212, &["Điều 27 @123/2015/NĐ-CP"]),
    (229, &["khoản 2 Điều 36 @Luật Hộ tịch", "khoản 1 Điều 4 @này"]),
    (237, &["khoản 1 Điều 2 @này"]),
    (246, &["Điều 31 @123/2015/NĐ-CP"]),
    (259, &["Điều 33 @123/2015/NĐ-CP"]),
    (267, &["khoản 1 Điều 48 @Luật Hộ tịch"]),
    (276, &["Điều 35 @123/2015/NĐ-CP"]),
    (289, &["Điều 37 @123/2015/NĐ-CP"]),
    (308, &["khoản 1 Điều 37", "khoản 3 Điều 37 @này"]),
    (324, &["Điều 26 + Điều 27 + Điều 28 @này"]),
    (332, &["@Luật Hộ tịch", "@này"]),
    (340, &["@158/2005/NĐ-CP", "@126/2014/NĐ-CP", "@Luật Hôn nhân và gia đình"]),
    (347, &["@77/2001/NĐ-CP", "@35/2000/QH10", "@Luật Hôn nhân và gia đình"]),
    (351, &["Mục 1 Chương III→6", "Điều 19→50 + điểm a khoản 1 Điều 63 @126/2014/NĐ-CP", "@Luật Hôn nhân và gia đình"]),
    (355, &["Điều 45 @123/2015/NĐ-CP"]),
];

/// Lines of `laws/104-2022-NĐ-CP.txt` and their references.
const AMENDING: &[(usize, &[&str])] = &[
    (1, &["@61/2015/NĐ-CP", "history: @74/2019/NĐ-CP"]),
    (2, &["điểm a khoản 2 Điều 28"]),
    (4, &["@146/2018/NĐ-CP", "@Luật Bảo hiểm y tế"]),
    (5, &["khoản 1 Điều 5"]),
    (6, &["Điều 1 + Điều 2 + Điều 3 + Điều 4 + Điều 6 @này"]),
    (7, &["khoản 2 Điều 5"]),
    (8, &["Điều 1 + Điều 2 + Điều 3 + Điều 4 + Điều 6 @này", "khoản 1 Điều này"]),
    (10, &["điểm b khoản 1 Điều 6 + điểm b khoản 2 Điều 6 + điểm b khoản 3 Điều 6 @116/2016/NĐ-CP"]),
    (11, &["điểm b khoản 1 Điều 6"]),
    (13, &["điểm b khoản 2 Điều 6"]),
    (14, &["điểm b khoản 3 Điều 6"]),
    (15, &["@105/2020/NĐ-CP"]),
    (16, &["điểm a khoản 3 Điều 7"]),
    (17, &["điểm a khoản 1 Điều này"]),
    (19, &["điểm b khoản 3 Điều 8"]),
    (21, &["khoản 1 Điều 19 @81/2021/NĐ-CP"]),
    (23, &["điểm đ khoản 1 Điều 19"]),
    (25, &["điểm b khoản 2 Điều 7 @168/2016/NĐ-CP"]),
    (26, &["điểm b khoản 2 Điều 7"]),
    (29, &["khoản 1 Điều 3 @100/2015/NĐ-CP"]),
    (30, &["khoản 1 Điều 3"]),
    (31, &["@Luật Cư trú"]),
    (32, &["Điều 11 @137/2013/NĐ-CP", "@Luật Điện lực", "@Luật sửa đổi, bổ sung một số điều của Luật Điện lực"]),
    (33, &["điểm a khoản 1 Điều 11"]),
    (35, &["khoản 1a", "anchor: khoản 1 Điều 11"]),
    (39, &["khoản 4 Điều 11"]),
    (41, &["@99/2015/NĐ-CP", "@Luật Nhà ở", "history: @30/2021/NĐ-CP"]),
    (42, &["điểm c khoản 1 Điều 60"]),
    (44, &["điểm b khoản 1 Điều 69"]),
    (46, &["điểm b khoản 1 Điều 71a"]),
    (48, &["@134/2016/NĐ-CP", "@Luật Thuế xuất khẩu, thuế nhập khẩu"]),
    (49, &["điểm đ khoản 3 Điều 7"]),
    (51, &["điểm b khoản 3 Điều 9"]),
    (53, &["điểm e khoản 2 Điều 21 @43/2014/NĐ-CP", "@Luật Đất đai"]),
];

/// A reference in one line: its role if it is no target, the places, the instrument.
fn shown(reference: &Reference) -> String {
    let place = |p: &tinhgon::law::name::place::Place| {
        let until = p.until.as_ref().map_or(String::new(), |u| format!("→{u}"));
        let this = p.this.map_or(String::new(), |level| format!("{} này", level.word(tinhgon::text::Lang::Vi)));
        format!("{}{until} {this}", p.address).trim().to_owned()
    };
    let places: Vec<String> = reference.places.iter().map(place).collect();
    let cited = match &reference.cited {
        Cited::Unsaid => String::new(),
        Cited::This | Cited::Part => "@này".to_owned(),
        Cited::Named { mention, .. } => {
            let name = mention.name.as_deref().unwrap_or_default();
            mention.number.as_ref().map_or_else(|| format!("@{} {name}", mention.kind), |number| format!("@{number}"))
        }
    };
    let role = if reference.role == Role::Target { String::new() } else { format!("{}:", reference.role.name()) };
    [role, places.join(" + "), cited].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ")
}

/// 100 lines of three instruments, 126 references, written down by reading the lines before the program did.
/// The first reading found 122 of the 126 and 127 in all: precision 0,96, recall 0,97. Its four faults (names of Luật that ended too late or too
/// early) are mended: precision 1,00, recall 1,00 on this sample, to which the reading is thereby fitted.
#[test]
#[ignore = "needs ../shared/data"]
fn a_hundred_lines_are_read_as_by_hand() {
    let (mut wanted, mut found, mut right) = (0, 0, 0);
    let mut wrong = Vec::new();
    for (file, sample) in [
        ("consolidation/tt-39-2016-tt-nhnn.txt", CIRCULAR),
        ("laws/123-2015-NĐ-CP.txt", DECREE),
        ("laws/104-2022-NĐ-CP.txt", AMENDING),
    ] {
        let text = shared_text(file);
        let lines: Vec<&str> = text.lines().collect();
        for (line, want) in sample {
            let read: Vec<String> = references(lines[line - 1]).iter().map(shown).collect();
            let hits = want.iter().filter(|w| read.iter().any(|r| r == *w)).count();
            (wanted, found, right) = (wanted + want.len(), found + read.len(), right + hits);
            if read != *want {
                wrong.push(format!("{file}:{line}: read {read:?}, want {want:?}"));
            }
        }
    }
    assert_eq!((wanted, found, right), (126, 126, 126), "{}", wrong.join("\n"));
}
