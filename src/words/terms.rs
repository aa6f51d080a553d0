//! Holds the words of the field in what the program says: the glossary (`docs/glossary.md`) has one term for each thing, and none of the
//! words that were given up for it comes back, in messages, help, templates or the shipped catalogue.

use std::path::{Path, PathBuf};

/// Vietnamese words that were given up, each with the term of the glossary.
const GIVEN_UP_VI: &[(&str, &str)] = &[
    ("sổ làm việc", "tệp dữ liệu"),
    ("vào sổ", "vào tệp dữ liệu"),
    ("trong sổ", "trong tệp dữ liệu"),
    ("lành lặn", "toàn vẹn"),
    ("chuỗi băm", "chuỗi mã băm"),
    ("khám tệp", "kiểm tra tính toàn vẹn"),
    ("việc nợ", "đôn đốc"),
    ("còn nợ", "chưa hoàn thành"),
    ("việc chậm", "quá hạn"),
    ("chưa giao ai", "chưa phân công"),
    ("không nêu)", "chưa xác định"),
    ("người chịu trách nhiệm", "người phụ trách"),
    ("tờ đề xuất", "dự thảo phương án"),
    ("hẫng", "không còn điều khoản để viện dẫn"),
    ("có đích", "thành phần hồ sơ hoặc dòng chi phí"),
    ("cần đích", "thành phần hồ sơ hoặc dòng chi phí"),
    ("nhắm vào", "tác động đến"),
    ("nhắm tới", "tác động đến"),
    ("chạm tới", "tác động đến"),
    ("công sức", "khối lượng"),
    ("mức khó", "hệ số khó"),
    ("riêng lẻ", "tính riêng"),
    ("mất đi nếu bỏ", "khi thực hiện cùng"),
    ("cả nhóm phương án", "tập hợp phương án"),
    ("mức tin cậy", "loại số liệu"),
    ("độ tin cậy", "loại số liệu"),
    ("khoảng tin cậy", "khoảng kết quả"),
    ("bất định", "khoảng dao động"),
    ("lần rút", "lần mô phỏng"),
    ("hạt giống", "số khởi tạo"),
    ("hay gặp", "thường gặp nhất"),
    ("lời giải", "kết quả chọn"),
    ("bằng chứng", "căn cứ"),
    ("cơ quan giữ", "cơ quan chủ quản cơ sở dữ liệu"),
    ("phần đường đã đi", "tỷ lệ thực hiện"),
    ("còn xa nhất", "còn thiếu nhiều nhất"),
    ("danh mục hiện tại", "số liệu hiện tại"),
    ("ngày cơ sở", "thời điểm so sánh"),
    ("bỏ chốt", "hủy chốt số liệu gốc"),
    ("kết quả ròng", "thực giảm"),
    ("tỷ lệ ròng", "tỷ lệ thực giảm"),
    ("không còn, không do phương án", "hết hiệu lực, không do phương án"),
    ("câu lệnh sửa đổi", "nội dung sửa đổi"),
    ("chuyển chỗ", "chuyển vị trí"),
    ("số hiệu", "số, ký hiệu"),
    ("trạng thái", "tình trạng"),
    ("cấp nào cũng được", "không giới hạn"),
    ("tên riêng của", "kịch bản có sẵn"),
    ("nhận thành phương án", "lập phương án"),
    ("bỏ gợi ý", "không chấp nhận"),
    ("thuê ngoài", "thuê tư vấn, dịch vụ"),
    ("làm liên thông", "thực hiện liên thông"),
    ("làm riêng", "thực hiện riêng"),
    ("cách hồ sơ gọi", "tên gọi trong hồ sơ"),
    ("hồ sơ nhập được", "bản ghi đọc được"),
    ("hoàn thành trước ngày", "chậm nhất ngày"),
];

/// English words that were given up, each with the term of the glossary.
const GIVEN_UP_EN: &[(&str, &str)] = &[
    ("living catalogue", "current data"),
    ("stands in", "used instead"),
    ("workspace", "data file"),
    ("who owes", "open items"),
    ("nobody owes", "no open items"),
    ("nobody named", "unassigned"),
    ("open besides", "other open items"),
    ("thaw", "unfreeze"),
    ("” is no ", "is not a"),
    ("file is no ", "is not a"),
    ("line is no ", "is not a"),
    ("it is no ", "is not a"),
    ("this is no ", "is not a"),
    ("told", "known, stated"),
    ("left aside", "excluded"),
    ("let the changes go", "discards changes"),
    ("stand against each other", "conflict"),
    ("how near one gets", "closest attainable"),
    ("dangle", "provision gone"),
    ("hold against", "compare with"),
    ("held against", "compared with"),
    ("nothing to question", "no issues"),
    ("as printed", "as published"),
    ("addressee", "affected population"),
    ("who complies", "affected population"),
    ("outsourcing)", "external services"),
    ("income per hour", "hourly rate"),
    ("spent anyway", "business-as-usual cost"),
    ("re-estimat", "data update"),
    ("net of the new", "net reduction"),
    ("left without a measure", "lapsed"),
    ("besides the effect", "other changes"),
    ("fair share", "attributed saving"),
    ("saved alone", "stand-alone"),
    ("no weight", "complexity factor"),
    ("how hard", "complexity factor"),
    ("handed in", "filed"),
    ("announced by", "published by"),
    ("taken apart", "parsed"),
    ("taken in", "imported"),
    ("mend", "correct"),
    ("part of the way", "progress to target"),
    ("no promise", "for information only"),
    ("as people write it", "(e.g. persons, %, days)"),
    ("in the order of their", "ranked by"),
];

/// Words that hold a given-up one and are none: `amend`, `recommend`.
const ALLOWED_EN: &[&str] = &["amend", "recommend", "commend"];

/// Stable names that are typed, with the word that stands beside them wherever Vietnamese shows them.
const TYPED: &[(&str, &str)] = &[
    ("planned", "dự kiến"),
    ("approved", "đã phê duyệt"),
    ("in-force", "đã thực thi"),
    ("in_force", "đã thực thi"),
    ("consulted", "đã lấy ý kiến"),
    ("submitted", "đã trình"),
    ("rejected", "không được chấp thuận"),
    ("withdrawn", "đã rút"),
    ("under-way", "đang thực hiện"),
    ("assumption", "giả định"),
    ("surveyed", "khảo sát"),
];

/// What the program says in each language, with the place.
struct Said {
    place: String,
    vi: Vec<String>,
    en: Vec<String>,
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                walk(&entry, ending, found);
            } else if entry.to_string_lossy().ends_with(ending) {
                found.push(entry);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    assert!(!found.is_empty(), "{folder}");
    found.iter().map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The texts between quotation marks of a line of Rust.
fn literals(line: &str) -> Vec<String> {
    line.replace("\\\"", "”").split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A line of a template without what is not said: its expressions and statements.
fn spoken(line: &str) -> String {
    let (mut said, mut rest) = (String::new(), line);
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let close = if rest[at..].starts_with("{{") { "}}" } else { "%}" };
        said.push_str(&rest[..at]);
        rest = rest[at..].split_once(close).map_or("", |(_, after)| after);
        said.push('…');
    }
    said + rest
}

fn everything() -> Vec<Said> {
    let mut all = Vec::new();
    for (place, text) in files("src/words", ".rs") {
        let messages = text.lines().filter(|line| line.contains("{ vi: \""));
        let (vi, en) =
            messages.filter_map(|line| <[String; 2]>::try_from(literals(line)).ok().map(|[v, e]| (v, e))).unzip();
        all.push(Said { place, vi, en });
    }
    for (path, vi, en) in super::help::all() {
        all.push(Said { place: format!("help of {path}"), vi: vec![(*vi).to_owned()], en: vec![(*en).to_owned()] });
    }
    for (place, text) in files("reports", ".vi.md") {
        all.push(Said { place, vi: text.lines().map(spoken).collect(), en: Vec::new() });
    }
    for (place, text) in files("reports", ".en.md") {
        all.push(Said { place, vi: Vec::new(), en: text.lines().map(spoken).collect() });
    }
    for (place, text) in files("catalog", ".toml") {
        let english = |line: &str| line.split('=').next().is_some_and(|key| key.trim().ends_with("_en"));
        let (en, vi) = text
            .lines()
            .filter(|line| {
                !line.starts_with('#')
                    && ["name", "title", "source", "reason", "note", "deliverable"]
                        .iter()
                        .any(|key| line.starts_with(key))
            })
            .map(str::to_owned)
            .partition(|line| english(line));
        all.push(Said { place, vi, en });
    }
    all
}

fn given_up<'t>(text: &str, words: &'t [(&str, &str)]) -> Option<&'t (&'t str, &'t str)> {
    let mut text = text.to_lowercase();
    for allowed in ALLOWED_EN {
        text = text.replace(allowed, "");
    }
    words.iter().find(|(word, _)| text.contains(word))
}

#[test]
fn no_word_that_was_given_up_comes_back() {
    let mut found = Vec::new();
    for said in everything() {
        for (texts, words) in [(&said.vi, GIVEN_UP_VI), (&said.en, GIVEN_UP_EN)] {
            for text in texts {
                if let Some((word, term)) = given_up(text, words) {
                    found.push(format!("{}: “{word}”, say “{term}”: {text}", said.place));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn vietnamese_shows_no_bare_code_where_there_is_a_word() {
    let mut found = Vec::new();
    for said in everything().iter().filter(|said| !said.place.contains("catalog")) {
        for text in &said.vi {
            let words: Vec<&str> = text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).collect();
            let bare = TYPED.iter().find(|(code, word)| words.contains(code) && !text.contains(word));
            found.extend(bare.map(|(code, _)| format!("{}: {code}: {text}", said.place)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A percentage is written as one: `22,1%`; Vietnamese writes decimals with a comma.
#[test]
fn percentages_and_decimals_are_written_as_the_language_does() {
    let mut found = Vec::new();
    for said in everything() {
        for text in said.vi.iter().chain(&said.en) {
            let apart =
                text.match_indices(" %").any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '}'));
            found.extend(apart.then(|| format!("{}: {text}", said.place)));
        }
        found.extend(said.vi.iter().filter(|text| text.contains(" 0.5")).map(|text| format!("{}: {text}", said.place)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
