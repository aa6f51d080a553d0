//! Two versions of an instrument compared: what became of each provision, and that no letter of either is lost.

use crate::shared_text;
use proptest::prelude::*;
use tinhgon::law::Document;
use tinhgon::law::compare::{Change, Comparison, Effort, Fidelity, Kind, Options, Piece, Side, compare};

const BASE: &str = "\
CƠ QUAN THỬ NGHIỆM
QUY ĐỊNH VỀ THẺ THƯ VIỆN
Căn cứ nội quy chung;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định này nêu việc cấp và dùng thẻ của thư viện phường.
Điều 2. Người được cấp thẻ
1. Người đang sống tại phường từ sáu tháng trở lên.
2. Học sinh của các trường đóng trên địa bàn phường.
3. Người cao tuổi có giấy giới thiệu của tổ dân phố.
Chương II
CẤP THẺ
Điều 3. Hồ sơ xin cấp thẻ
1. Hồ sơ gồm có:
a) Đơn xin cấp thẻ theo mẫu của thư viện;
b) Một ảnh chân dung chụp không quá sáu tháng;
c) Bản sao giấy tờ có ảnh của người xin cấp.
2. Người nộp hồ sơ được chọn nộp trực tiếp hoặc gửi qua đường bưu điện, và được báo kết quả trong ba ngày làm việc.
Điều 4. Lệ phí
1. Lệ phí cấp thẻ lần đầu là 20.000 đồng.
2. Người cao tuổi, học sinh nghèo và người khuyết tật không phải nộp lệ phí khi xin cấp thẻ lần đầu.
Điều 5. Hiệu lực
Quy định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như trên.
TRƯỞNG BAN
Phụ lục I
MẪU ĐƠN
";

/// The changes of two texts but those that say nothing changed: kind, old place, new place, with `*` where words changed.
fn told(comparison: &Comparison<'_>) -> Vec<String> {
    let place = |address: Option<tinhgon::model::Address>| address.map_or("–".to_owned(), |a| a.to_string());
    let tell = |c: &Change<'_>| {
        let star = if c.reworded { "*" } else { "" };
        format!("{}{star}: {} → {}", c.kind, place(comparison.old_address(c)), place(comparison.new_address(c)))
    };
    comparison.changes.iter().filter(|c| c.kind != Kind::Unchanged).map(tell).collect()
}

#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    let (a, b) = (Document::read(old), Document::read(new));
    let comparison = compare(&a, &b, Options::default());
    assert_eq!(told(&comparison), expected);
    exact(&comparison, old, new);
}

/// Reject all gives the old text, accept all the new one; and the pieces of each change are its two texts.
#[track_caller]
fn exact(comparison: &Comparison<'_>, old: &str, new: &str) {
    assert_eq!(comparison.rejected(), old);
    assert_eq!(comparison.accepted(), new);
    let side = |pieces: &[Piece], side: Side| -> String {
        pieces.iter().filter(|p| p.side == side || p.side == Side::Both).map(|p| p.text.as_str()).collect()
    };
    for change in comparison.changes.iter().filter(|c| c.reworded) {
        assert_eq!(change.old.map(|p| p.text), Some(side(&change.pieces, Side::Old).as_str()));
        assert_eq!(change.new.map(|p| p.text), Some(side(&change.pieces, Side::New).as_str()));
    }
}

fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn the_same_text_has_no_changes() {
    check(BASE, BASE, &[]);
}

#[test]
fn blanks_and_line_ends_are_no_change() {
    check(
        BASE,
        &edited(&[("Chương I\nQUY", "Chương I. QUY"), ("từ ngày ký", "từ  ngày\nký"), ("CƠ QUAN", "\nCƠ QUAN")]),
        &[],
    );
}

#[test]
fn changed_words_added_and_removed_units() {
    check(BASE, &edited(&[("sáu tháng trở", "ba tháng trở")]), &["changed*: khoản 1 Điều 2 → khoản 1 Điều 2"]);
    check(
        BASE,
        &edited(&[("c) Bản sao", "c) Phiếu đọc sách của năm trước;\nd) Bản sao")]),
        &["added: – → điểm c khoản 1 Điều 3", "renumbered: điểm c khoản 1 Điều 3 → điểm d khoản 1 Điều 3"],
    );
    check(
        BASE,
        &edited(&[("2. Học sinh của các trường đóng trên địa bàn phường.\n3. ", "2. ")]),
        &["removed: khoản 2 Điều 2 → –", "renumbered: khoản 3 Điều 2 → khoản 2 Điều 2"],
    );
    check(BASE, &edited(&[("Phụ lục I\nMẪU ĐƠN\n", "")]), &["removed: Phụ lục I → –"]);
}

#[test]
fn an_inserted_article_renumbers_what_follows() {
    let new = edited(&[
        ("Điều 4. Lệ phí", "Điều 4. Thời hạn của thẻ\nThẻ dùng được trong hai năm kể từ ngày cấp.\nĐiều 5. Lệ phí"),
        ("Điều 5. Hiệu lực", "Điều 6. Hiệu lực"),
    ]);
    let expected = ["added: – → Điều 4", "renumbered: Điều 4 → Điều 5", "renumbered: Điều 5 → Điều 6"];
    check(BASE, &new, &expected);
}

#[test]
fn a_rewritten_unit_keeps_its_place_unless_its_text_stands_elsewhere() {
    // Entirely different words under the same label, and the old ones nowhere: rewritten.
    check(
        BASE,
        &edited(&[("Người cao tuổi có giấy giới thiệu của tổ dân phố.", "Thành viên câu lạc bộ sách.")]),
        &["changed*: khoản 3 Điều 2 → khoản 3 Điều 2"],
    );
    // Two swap their labels: the words tell which is which, and the one that went farther, or else one of them, moved.
    let new = edited(&[
        ("1. Người đang sống tại phường từ sáu tháng trở lên.", "1. Người cao tuổi có giấy giới thiệu của tổ dân phố."),
        ("3. Người cao tuổi có giấy giới thiệu của tổ dân phố.", "3. Người đang sống tại phường từ sáu tháng trở lên."),
    ]);
    let (a, b) = (Document::read(BASE), Document::read(&new));
    let kinds: Vec<Kind> =
        compare(&a, &b, Options::default()).changes.iter().map(|c| c.kind).filter(|k| *k != Kind::Unchanged).collect();
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    assert!(kinds.contains(&Kind::Moved), "{kinds:?}");
}

#[test]
fn a_move_to_another_article_is_seen_even_if_reworded() {
    let moved = "3. Người cao tuổi có giấy giới thiệu của tổ dân phố.\n";
    let new = edited(&[(moved, ""), ("Điều 5. Hiệu", &format!("{moved}Điều 5. Hiệu"))]);
    check(BASE, &new, &["moved: khoản 3 Điều 2 → khoản 3 Điều 4"]);
    let new = new.replace("tổ dân phố.", "tổ trưởng dân phố.");
    check(BASE, &new, &["moved*: khoản 3 Điều 2 → khoản 3 Điều 4"]);
}

#[test]
fn of_units_in_another_order_the_fewest_moved() {
    let new = edited(&[
        ("1. Người đang sống tại phường từ sáu tháng trở lên.\n", ""),
        ("2. Học sinh", "1. Học sinh"),
        ("3. Người cao", "2. Người cao"),
        ("Chương II", "3. Người đang sống tại phường từ sáu tháng trở lên.\nChương II"),
    ]);
    let expected = [
        "renumbered: khoản 2 Điều 2 → khoản 1 Điều 2",
        "renumbered: khoản 3 Điều 2 → khoản 2 Điều 2",
        "moved: khoản 1 Điều 2 → khoản 3 Điều 2",
    ];
    check(BASE, &new, &expected);
}

#[test]
fn one_clause_split_in_two_and_two_merged_into_one() {
    let split = edited(&[("bưu điện, và được báo kết quả", "bưu điện.\n3. Người nộp hồ sơ được báo kết quả")]);
    let expected = ["split*: khoản 2 Điều 3 → khoản 2 Điều 3", "split*: khoản 2 Điều 3 → khoản 3 Điều 3"];
    check(BASE, &split, &expected);
    let expected = ["merged*: khoản 2 Điều 3 → khoản 2 Điều 3", "merged*: khoản 3 Điều 3 → khoản 2 Điều 3"];
    check(&split, BASE, &expected);
}

#[test]
fn a_heading_of_a_chapter_is_told_apart_from_its_articles() {
    check(BASE, &edited(&[("Chương II\nCẤP THẺ\n", "")]), &["removed: Chương II → –"]);
    check(BASE, &edited(&[("CẤP THẺ", "CẤP VÀ ĐỔI THẺ")]), &["changed*: Chương II → Chương II"]);
}

#[test]
fn loosely_the_form_does_not_count() {
    let new = edited(&[("Căn cứ nội quy chung;", "Căn cứ “nội quy” chung."), ("bưu điện, và", "bưu điện và")]);
    let (a, b) = (Document::read(BASE), Document::read(&new));
    assert_eq!(told(&compare(&a, &b, Options::default())).len(), 2);
    let loose = compare(&a, &b, Options { loose: true, ..Options::default() });
    assert!(loose.is_same());
    exact(&loose, BASE, &new);
}

#[test]
fn without_effort_the_answer_is_coarse_and_still_exact() {
    let new = edited(&[("sáu tháng trở", "ba tháng trở"), ("Điều 4. Lệ phí", "Điều 4. Khoản phải nộp")]);
    let (a, b) = (Document::read(BASE), Document::read(&new));
    let comparison = compare(&a, &b, Options { effort: Effort::steps(20), ..Options::default() });
    assert_eq!(comparison.fidelity, Fidelity::Coarse);
    exact(&comparison, BASE, &new);
}

/// What the notes of the official consolidated text say was added and what stayed at its place.
#[test]
#[ignore = "needs ../shared/data"]
fn a_consolidated_text_is_compared_as_its_notes_have_it() {
    let (old, new) =
        (shared_text("consolidation/tt-39-2016-tt-nhnn.txt"), shared_text("consolidation/vbhn-21-2024-tt39.txt"));
    let (a, b) = (Document::read(&old), Document::read(&new));
    let comparison = compare(&a, &b, Options::default());
    exact(&comparison, &old, &new);
    let told = told(&comparison);
    let articles = ["32a", "32b", "32c", "32d", "32đ", "32e", "32g", "32h"].map(|label| format!("Điều {label}"));
    let clauses = [
        "khoản 12 Điều 2",
        "khoản 13 Điều 2",
        "khoản 14 Điều 2",
        "khoản 8 Điều 8",
        "khoản 9 Điều 8",
        "khoản 10 Điều 8",
    ];
    for added in articles.iter().map(String::as_str).chain(clauses) {
        assert!(told.contains(&format!("added: – → {added}")), "{added}: {told:#?}");
    }
    for changed in ["khoản 1 Điều 2", "điểm c khoản 6 Điều 2", "khoản 2 Điều 4", "khoản 2 Điều 11"]
    {
        assert!(told.contains(&format!("changed*: {changed} → {changed}")), "{changed}: {told:#?}");
    }
    // Điều 9 had one paragraph; its words are khoản 1 now.
    assert!(told.contains(&"split*: Điều 9 → khoản 1 Điều 9".to_owned()), "{told:#?}");
    let moved: Vec<&String> = told.iter().filter(|t| t.starts_with("moved")).collect();
    assert_eq!(moved, ["moved*: khoản 2 Điều 29 → khoản 6 Điều 26"]);
}

#[test]
#[ignore = "needs ../shared/data"]
fn any_two_real_instruments_come_back() {
    let names =
        ["tt-39-2016-tt-nhnn", "tt-06-2023-tt-nhnn", "tt-10-2023-tt-nhnn", "tt-12-2024-tt-nhnn", "vbhn-21-2024-tt39"];
    let texts = names.map(|name| shared_text(&format!("consolidation/{name}.txt")));
    for old in &texts {
        for new in &texts {
            let (a, b) = (Document::read(old), Document::read(new));
            exact(&compare(&a, &b, Options::default()), old, new);
        }
    }
}

#[test]
fn many_clauses_with_few_edits_are_compared_finely() {
    let text = |edited: bool| -> String {
        let mut text = String::new();
        for article in 1..=50 {
            text.push_str(&format!("Điều {article}. Tên của điều thứ {article}\n"));
            for clause in 1..=200 {
                let number = article * 200 + clause;
                let days = if edited && number % 100 == 7 { "mười ngày làm việc" } else { "năm ngày" };
                text.push_str(&format!(
                    "{clause}. Cơ quan số {number} trả kết quả trong {days}, mục {}.\n",
                    number % 97
                ));
            }
        }
        text
    };
    let (old, new) = (text(false), text(true));
    let (a, b) = (Document::read(&old), Document::read(&new));
    let comparison = compare(&a, &b, Options::default());
    exact(&comparison, &old, &new);
    assert_eq!((comparison.fidelity, told(&comparison).len()), (Fidelity::Fine, 100));
    assert!(told(&comparison).iter().all(|t| t.starts_with("changed*")));
}

#[test]
fn a_long_line_that_repeats_itself_is_compared_coarsely() {
    let (old, new) = ("cho vay ".repeat(40_000), "vay cho cho ".repeat(30_000));
    let (a, b) = (Document::read(&old), Document::read(&new));
    let comparison = compare(&a, &b, Options::default());
    exact(&comparison, &old, &new);
    assert_eq!(comparison.fidelity, Fidelity::Coarse);
}

/// Edits of an instrument, as an officer makes them.
#[derive(Debug, Clone)]
enum Edit {
    Word(usize, usize),
    Remove(usize),
    Insert(usize, usize),
    Swap(usize, usize),
    Move(usize, usize),
    Split(usize),
    Merge(usize),
    Renumber(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let n = 0_usize..40;
    let one = prop_oneof![
        (n.clone(), 0_usize..30).prop_map(|(a, b)| Edit::Word(a, b)),
        n.clone().prop_map(Edit::Remove),
        (n.clone(), 0_usize..9).prop_map(|(a, b)| Edit::Insert(a, b)),
        (n.clone(), n.clone()).prop_map(|(a, b)| Edit::Swap(a, b)),
        (n.clone(), n.clone()).prop_map(|(a, b)| Edit::Move(a, b)),
        n.clone().prop_map(Edit::Split),
        n.clone().prop_map(Edit::Merge),
        n.prop_map(Edit::Renumber),
    ];
    prop::collection::vec(one, 0..8)
}

fn apply(lines: &mut Vec<String>, edit: &Edit) {
    let at = |n: usize, lines: &[String]| n % lines.len().max(1);
    if lines.len() < 3 {
        return;
    }
    match edit {
        Edit::Word(line, word) => {
            let line = at(*line, lines);
            let mut words: Vec<String> = lines[line].split(' ').map(str::to_owned).collect();
            let word = word % words.len();
            words[word] = "khác".to_owned();
            lines[line] = words.join(" ");
        }
        Edit::Remove(line) => drop(lines.remove(at(*line, lines))),
        Edit::Insert(line, mark) => {
            let marks = ["1. ", "2. ", "a) ", "đ) ", "Điều 9. ", "- ", "“", "Chương III\n", ""];
            lines.insert(at(*line, lines), format!("{}Nội dung mới được thêm vào đây", marks[*mark]));
        }
        Edit::Swap(a, b) => {
            let (a, b) = (at(*a, lines), at(*b, lines));
            lines.swap(a, b);
        }
        Edit::Move(a, b) => {
            let line = lines.remove(at(*a, lines));
            let to = at(*b, lines);
            lines.insert(to, line);
        }
        Edit::Split(line) => {
            let line = at(*line, lines);
            let words: Vec<String> = lines[line].split(' ').map(str::to_owned).collect();
            let (a, b) = words.split_at(words.len() / 2);
            lines[line] = format!("{}\n9. {}", a.join(" "), b.join(" "));
        }
        Edit::Merge(line) => {
            let line = at(*line, lines).max(1);
            let words = lines.remove(line);
            lines[line - 1].push_str(&words);
        }
        Edit::Renumber(line) => {
            let line = at(*line, lines);
            lines[line] = lines[line].replace("1.", "2.").replace("b)", "c)").replace("Điều 3", "Điều 4");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_edited_both_texts_come_back(edits in edits()) {
        let mut lines: Vec<String> = BASE.lines().map(str::to_owned).collect();
        for edit in &edits {
            apply(&mut lines, edit);
        }
        let new = lines.join("\n");
        let (a, b) = (Document::read(BASE), Document::read(&new));
        let comparison = compare(&a, &b, Options::default());
        exact(&comparison, BASE, &new);
    }

    #[test]
    fn any_two_texts_come_back(
        old in prop::collection::vec("(Điều [1-9]\\. |[1-9]\\. |[a-dđ]\\) |“|”|Chương I|Phụ lục I|Nơi nhận:|- |\\(i\\) |\\| )?[a-cĐ” ]{0,12}", 0..30),
        new in prop::collection::vec("(Điều [1-9]\\. |[1-9]\\. |[a-dđ]\\) |“|”|Chương I|Phụ lục I|Nơi nhận:|- |\\(i\\) |\\| )?[a-cĐ” ]{0,12}", 0..30),
    ) {
        let (old, new) = (old.join("\n"), new.join("\n"));
        let (a, b) = (Document::read(&old), Document::read(&new));
        exact(&compare(&a, &b, Options::default()), &old, &new);
        exact(&compare(&a, &b, Options { loose: true, effort: Effort::steps(300) }), &old, &new);
    }

    #[test]
    fn whatever_is_read_comes_back(old in any::<String>(), new in any::<String>()) {
        let (old, new) = (tinhgon::text::clean(&old), tinhgon::text::clean(&new));
        let (a, b) = (Document::read(&old), Document::read(&new));
        exact(&compare(&a, &b, Options::default()), &old, &new);
    }
}
