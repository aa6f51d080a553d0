//! Suggestions from the real dossiers against labels that were put by hand. See `tests/suggest/README.md`.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use tinhgon::exchange::catalog;
use tinhgon::exchange::records::read_records;
use tinhgon::model::Component;
use tinhgon::reform::suggest::{Book, Fit, Source, Suggestion, suggest};
use tinhgon::text::fold;

const FILES: [&str; 4] = ["bo-cong-an", "bo-tai-chinh", "bo-tu-phap", "bo-quoc-phong-tables"];

/// Words of papers, folded: components without any of them ask for forms and the like.
const SIEVE: [&str; 23] = [
    "tuy than",
    "can cuoc",
    "chung minh nhan dan",
    "ho chieu",
    "khai sinh",
    "ket hon",
    "noi cu tru",
    "ho khau",
    "ly lich tu phap",
    "dang ky kinh doanh",
    "dang ky doanh nghiep",
    "thanh lap",
    "dang ky dau tu",
    "van bang",
    "bang tot nghiep",
    "quyen su dung dat",
    "bao hiem y te",
    "bao hiem xa hoi",
    "giay to phap ly",
    "dang ky xe",
    "giay phep lai xe",
    "chung thuc",
    "cong chung",
];

/// The procedures of each file whose code occurs once in all of them, their components numbered.
fn dossiers() -> Vec<Vec<Source>> {
    let root = std::env::var_os("TINHGON_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let read = |file: &str| {
        let path = root.join("data/procedures").join(file).with_extension("jsonl");
        read_records(&path, None, &mut |_, _| {}).unwrap().batch.procedures
    };
    let batches: Vec<_> = FILES.iter().map(|file| read(file)).collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for procedure in batches.iter().flatten() {
        *times.entry(procedure.regulation.code.clone()).or_default() += 1;
    }
    let source = |mut procedure: tinhgon::model::Procedure| {
        for (at, component) in procedure.components.iter_mut().enumerate() {
            component.id = format!("c{}", at + 1);
        }
        Source {
            code: procedure.regulation.code,
            name: procedure.regulation.name,
            agency: None,
            field: None,
            components: procedure.components,
        }
    };
    let once = |batch: Vec<tinhgon::model::Procedure>| {
        batch.into_iter().filter(|p| times[&p.regulation.code] == 1).map(source).collect()
    };
    batches.into_iter().map(once).collect()
}

/// The first and the second sample, drawn again.
fn drawn(dossiers: &[Vec<Source>]) -> (Vec<String>, Vec<String>) {
    let words = |text: &str| -> String {
        let folded = fold(text);
        let word = |c: char| if c.is_alphanumeric() || c == '_' { c } else { ' ' };
        format!(" {} ", folded.chars().map(word).collect::<String>())
    };
    let holds = |name: &str| {
        let exact = fold(name);
        let bounded = words(name);
        // A phrase stands between words that end there; inside it the text must be the same.
        SIEVE.iter().any(|phrase| exact.contains(phrase) && bounded.contains(&format!(" {phrase} ")))
    };
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for file in dossiers {
        let mut all: Vec<(String, String, &str)> = Vec::new();
        for source in file {
            for component in &source.components {
                let key = format!("{}-{}", source.code, component.id);
                all.push((hex::encode(Sha256::digest(&key)), key, &component.name));
            }
        }
        all.sort();
        let (head, rest) = all.split_at(15);
        first.extend(head.iter().map(|(_, key, _)| key.clone()));
        let sieved: Vec<&String> = rest.iter().filter(|(.., name)| holds(name)).map(|(_, key, _)| key).collect();
        first.extend(sieved[..35].iter().map(|key| (*key).clone()));
        second.extend(sieved[110..124].iter().map(|key| (*key).clone()));
    }
    (first, second)
}

/// Key of the component, databases, whether a certified copy is asked for.
type Label = (String, BTreeSet<String>, bool);

fn labels(text: &str) -> Vec<Label> {
    let label = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let databases = cells[1].split(' ').filter_map(|item| Some(item.split_once('.')?.0.to_owned()));
        (cells[0].to_owned(), databases.collect(), cells[2] == "certified")
    };
    text.lines().skip(1).map(label).collect()
}

/// Right, wrong, missed.
#[derive(Debug, Default)]
struct Score(usize, usize, usize);

impl Score {
    fn add(&mut self, wanted: bool, found: bool) {
        match (wanted, found) {
            (true, true) => self.0 += 1,
            (false, true) => self.1 += 1,
            (true, false) => self.2 += 1,
            (false, false) => {}
        }
    }

    fn precise(&self) -> bool {
        // At least 95%.
        100 * self.0 >= 95 * (self.0 + self.1)
    }
}

fn score(labels: &[Label], found: &[Suggestion]) -> (Score, Score) {
    let (mut data, mut copy) = (Score::default(), Score::default());
    for (key, wanted, certified) in labels {
        let mine =
            || found.iter().filter(|s| *key == format!("{}-{}", s.regulation, s.component.as_deref().unwrap_or("")));
        let held: BTreeSet<String> = mine().filter_map(|s| Some(s.held.as_ref()?.id.clone())).collect();
        for database in held.union(wanted) {
            data.add(wanted.contains(database), held.contains(database));
        }
        copy.add(*certified, mine().any(|s| s.held.is_none()));
    }
    (data, copy)
}

#[test]
#[ignore = "needs ../shared/data"]
fn what_is_suggested_is_right() {
    let dossiers = dossiers();
    let first = labels(include_str!("labels.csv"));
    let second = labels(include_str!("labels-second.csv"));
    let keys = |labels: &[Label]| labels.iter().map(|(key, ..)| key.clone()).collect::<Vec<_>>();
    let again = drawn(&dossiers);
    assert_eq!(keys(&first), again.0, "the first sample is as drawn");
    assert_eq!(keys(&second), again.1, "the second sample is as drawn");

    let book = shipped();
    let all: Vec<Source> = dossiers.into_iter().flatten().collect();
    let start = std::time::Instant::now();
    let found = suggest(&book, &all, &[]);
    let components: usize = all.iter().map(|source| source.components.len()).sum();
    println!("{} suggestions from {components} components in {:?}", found.len(), start.elapsed());
    for (name, labels) in [("first", &first), ("second", &second)] {
        let (data, copy) = score(labels, &found);
        assert!(labels.len() >= 56, "{name}: the sample is whole");
        for (what, score) in [("data", &data), ("certified copies", &copy)] {
            let Score(right, wrong, missed) = score;
            let percent =
                |of: usize| f64::from(u32::try_from(100 * right).unwrap()) / f64::from(u32::try_from(of).unwrap());
            println!(
                "{name} sample, {what}: precision {:.1}%, recall {:.1}% ({right} right, {wrong} wrong, {missed} missed)",
                percent(right + wrong),
                percent(right + missed),
            );
            assert!(score.precise(), "{name} {what}: less than 95 in a hundred are right");
        }
    }
}

fn shipped() -> Book {
    Book::new(&catalog::shipped().unwrap().state_data, &catalog::suggest_rules(None).unwrap()).unwrap()
}

fn component(group: &str, name: &str, note: &str) -> Component {
    Component {
        id: "c1".to_owned(),
        group: group.to_owned(),
        name: name.to_owned(),
        form: None,
        originals: None,
        copies: None,
        certified: false,
        note: note.to_owned(),
    }
}

fn procedure(name: &str, component: Component) -> Source {
    let components = vec![component];
    Source { code: "1.000000".to_owned(), name: name.to_owned(), agency: None, field: None, components }
}

/// What is suggested for a component in our own words: endings of ids, in order.
fn suggested(book: &Book, name: &str) -> Vec<String> {
    let found = suggest(book, &[procedure("Cấp giấy phép thử", component("", name, ""))], &[]);
    found.iter().map(|s| s.id.trim_start_matches("1.000000-c1-").to_owned()).collect()
}

#[test]
fn papers_are_told_from_what_only_mentions_them() {
    let book = shipped();
    for (name, wanted) in [
        ("Bản sao Giấy khai sinh", vec!["civil-status"]),
        ("1. BẢN SAO GIẤY KHAI SINH của trẻ;", vec!["civil-status"]),
        ("Giay khai sinh", vec!["civil-status"]),
        ("Giấy khai sinhh", vec![]),
        ("Thẻ căn cước, hộ chiếu hoặc giấy tờ khác có giá trị thay thế", vec!["population"]),
        ("Phiếu lý lịch tư pháp; bằng tốt nghiệp đại học", vec!["criminal-record", "education"]),
        // A form mentions the paper; what is attached to it, or stands in its place, is asked for.
        ("Đơn đề nghị cấp bản sao Giấy khai sinh", vec![]),
        ("Tờ khai theo mẫu, ghi rõ số thẻ căn cước, giấy khai sinh", vec![]),
        ("Danh sách nhân viên kèm theo bản sao văn bằng", vec!["education"]),
        ("Mẫu ban hành kèm theo giấy khai sinh", vec![]),
        ("Quyết định thành lập hoặc Giấy chứng nhận đăng ký doanh nghiệp", vec!["business"]),
        ("Số căn cước công dân, chứng minh nhân dân hoặc hộ chiếu của người nộp", vec![]),
        // Conditions and exceptions.
        ("Ảnh chân dung, trừ người có giấy phép lái xe", vec![]),
        ("Trường hợp là cá nhân: bản sao thẻ căn cước", vec!["population"]),
        ("Trường hợp chưa có tài khoản thì nộp bản sao thẻ căn cước", vec!["population"]),
        // The cut has been made already.
        ("Giấy khai sinh, không phải nộp khi tra cứu được trên hệ thống", vec![]),
        ("Bản sao giấy khai sinh. Không yêu cầu nộp giấy khai sinh nếu khai thác được dữ liệu", vec![]),
        ("Giấy tờ chứng minh nơi cư trú trong trường hợp không thể khai thác được thông tin", vec![]),
        ("Giấy khai sinh; thẻ căn cước. Không phải nộp các giấy tờ này khi khai thác được dữ liệu", vec![]),
        // Another state.
        ("Bằng tốt nghiệp do cơ sở của nước ngoài cấp", vec![]),
        ("Giấy chứng nhận đăng ký kinh doanh được hợp pháp hóa lãnh sự", vec![]),
        ("Lưu ý: xuất trình thẻ căn cước khi nhận kết quả", vec![]),
        // Certified copies.
        ("Bản sao có chứng thực hợp đồng thuê nhà", vec!["copy"]),
        ("Bản sao có chứng thực bằng tốt nghiệp", vec!["education", "copy"]),
        ("Bản sao có chứng thực hoặc bản sao kèm bản chính để đối chiếu hợp đồng", vec![]),
        ("Văn bản ủy quyền (không bắt buộc công chứng, chứng thực)", vec![]),
        ("Bản dịch công chứng hợp đồng", vec![]),
        ("", vec![]),
        (" ;;; ((( ", vec![]),
    ] {
        assert_eq!(suggested(&book, name), wanted, "{name}");
    }
}

#[test]
fn procedures_groups_and_notes_are_looked_at_too() {
    let book = shipped();
    let found = |name: &str, group: &str, note: &str| {
        suggest(&book, &[procedure(name, component(group, "Giấy phép lái xe", note))], &[]).len()
    };
    assert_eq!(found("Cấp giấy phép thử", "Giấy tờ phải nộp", ""), 1);
    assert_eq!(found("Cấp lại giấy phép lái xe", "", ""), 0, "the paper is what the procedure is about");
    assert_eq!(found("Cấp thị thực", "", ""), 0, "a procedure of papers of other states");
    assert_eq!(found("Cấp giấy phép thử", "* Lưu ý:", ""), 0, "a remark");
    assert_eq!(found("Cấp giấy phép thử", "", "Không phải nộp khi đã khai thác được dữ liệu"), 0, "already cut");
}

#[test]
fn a_suggestion_shows_where_it_comes_from() {
    let book = shipped();
    let name = "Thẻ căn cước (đối với cá nhân); Trích lục khai tử và Giấy khai sinh";
    let found = suggest(&book, &[procedure("Thử", component("", name, ""))], &[]);
    let held: Vec<_> =
        found.iter().map(|s| s.held.as_ref().unwrap()).map(|h| (h.id.as_str(), h.holder.as_str())).collect();
    assert_eq!(held, [("population", "BCA"), ("civil-status", "BTP")]);
    let words: Vec<_> = found[1].evidence.iter().map(|e| (e.text.as_str(), e.item.as_deref().unwrap())).collect();
    assert_eq!(words, [("Trích lục khai tử", "death"), ("Giấy khai sinh", "birth")]);
    assert_eq!(found[1].fit, Fit::Part);
    let whole = suggest(&book, &[procedure("Thử", component("", "Bản sao thẻ căn cước hoặc hộ chiếu", ""))], &[]);
    assert_eq!((whole[0].fit, whole[0].evidence[0].from, whole[0].evidence[0].to), (Fit::Whole, 8, 20));
}

#[test]
fn a_mark_without_words_is_evidence_and_paper_reports_are_found() {
    let book = shipped();
    let marked = Component { certified: true, ..component("", "Giấy phép con", "") };
    let found = suggest(&book, &[procedure("Thử", marked)], &[]);
    assert_eq!(found[0].id, "1.000000-c1-copy");
    assert_eq!(found[0].evidence[0].text, "");
    let report =
        |name: &str| Source { name: name.to_owned(), components: Vec::new(), ..procedure("", component("", "", "")) };
    let found = suggest(&book, &[], &[report("Báo cáo hằng năm"), report("Báo cáo trực tuyến hằng quý")]);
    assert_eq!(
        found.iter().map(|s| (s.id.as_str(), s.kind.as_str())).collect::<Vec<_>>(),
        [("1.000000-electronic", "electronic-report")]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the text, reading it ends, and the evidence is what stands at its place.
    #[test]
    fn evidence_is_what_stands_there(pieces in prop::collection::vec(prop::sample::select(vec![
        "Giấy khai sinh", "bản sao", " hoặc ", ", ", "; ", ": ", "(", ")", "\n- ", "a) ", "Đơn ", "trừ ", "kèm theo ", "thẻ căn cước",
        "không phải nộp ", "bản sao có chứng thực ", "văn bằng ", "số ", "😀", "\u{301}", "nước ngoài cấp ", "x",
    ]), 0..40)) {
        let book = shipped();
        let name = pieces.concat();
        for suggestion in suggest(&book, &[procedure("Thử", component("", &name, ""))], &[]) {
            for evidence in suggestion.evidence {
                let there: String = name.chars().skip(evidence.from).take(evidence.to - evidence.from).collect();
                prop_assert_eq!(&there, &evidence.text);
            }
        }
    }
}
