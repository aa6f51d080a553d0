//! A generated workspace: the same numbers every time, texts put together from a list of words, no text of any law.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::path::Path;
use tinhgon::exchange::catalog;
use tinhgon::model::{
    Activity, ActivityGroup, CellProvenance, Channel, Component, Fraction, Measure, MeasureStatus, Mode, Procedure,
    Provenance, Regulation, RegulationKind, RegulationStatus, StatusEntry, TimeLimit, TimeUnit,
};
use tinhgon::store::{ChangeMeta, Workspace};

/// How many procedures.
pub const PROCEDURES: usize = 10_000;

/// The programme whose progress is measured: five targets, two metrics of which need the sheets after the measures.
pub const PROGRAMME: &str = "bench";

/// The day of all figures.
pub const TODAY: Date = date(2026, 1, 1);

const ACTIVITIES: usize = 15;

/// One procedure in so many has measures.
const AIMED: usize = 20;

/// How long the text of a procedure is, bytes.
const TEXT: usize = 2_000;

/// Words of every procedure.
const COMMON: [&str; 48] = [
    "hồ sơ",
    "giấy tờ",
    "cơ quan",
    "người nộp",
    "tiếp nhận",
    "trả kết quả",
    "trong thời hạn",
    "ngày làm việc",
    "kể từ ngày",
    "theo mẫu",
    "bản chính",
    "bản sao",
    "kiểm tra",
    "thông tin",
    "bộ phận một cửa",
    "nộp trực tiếp",
    "qua bưu chính",
    "trực tuyến",
    "xem xét",
    "quyết định",
    "hợp lệ",
    "đầy đủ",
    "bổ sung",
    "hướng dẫn",
    "và",
    "của",
    "cho",
    "đến",
    "tại",
    "nếu",
    "thì",
    "phải",
    "được",
    "có",
    "không",
    "các",
    "một",
    "theo quy định",
    "ủy ban nhân dân",
    "thẩm định",
    "phí và lệ phí",
    "giấy chứng nhận",
    "tờ khai",
    "công dân",
    "tổ chức",
    "doanh nghiệp",
    "văn bản",
    "ý kiến",
];

/// What procedures are about: each has one, and its text speaks of it.
const TOPICS: [&str; 32] = [
    "khai sinh",
    "kết hôn",
    "khai tử",
    "nuôi con nuôi",
    "hộ kinh doanh",
    "hợp tác xã",
    "đầu tư",
    "đất đai",
    "nhà ở",
    "xây dựng",
    "môi trường",
    "khoáng sản",
    "tài nguyên nước",
    "lao động",
    "bảo hiểm xã hội",
    "người có công",
    "giáo dục",
    "hành nghề y",
    "dược phẩm",
    "an toàn thực phẩm",
    "thú y",
    "thủy sản",
    "lâm nghiệp",
    "vận tải",
    "đăng kiểm",
    "viễn thông",
    "báo chí",
    "xuất bản",
    "du lịch",
    "thuế",
    "hải quan",
    "công chứng",
];

const DEEDS: [&str; 6] = ["Đăng ký", "Cấp giấy phép", "Cấp lại giấy xác nhận", "Thay đổi", "Gia hạn", "Chấm dứt"];

const AGENCIES: [&str; 4] = ["Bộ Tư pháp", "Bộ Công an", "Bộ Tài chính", "Bộ Y tế"];

/// Numbers that look random and are the same in every run (the generator of Knuth's MMIX).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Who makes the changes.
pub fn who() -> ChangeMeta {
    ChangeMeta {
        author: "bench".into(),
        device: "bench".into(),
        command: "bench".into(),
        note: String::new(),
        at: Timestamp::from_second(1_767_225_600).expect("a moment"),
    }
}

/// Makes the workspace: the shipped catalogue, the procedures with their sheets, three measures on each of those aimed at.
pub fn workspace(path: &Path) -> Workspace {
    let mut numbers = Numbers(68);
    let mut batch = catalog::shipped().expect("the shipped catalogue");
    batch.programmes.iter_mut().for_each(|programme| programme.scope = Default::default());
    let mut programme = batch.programmes[0].clone();
    programme.code = PROGRAMME.to_owned();
    programme.targets = batch.programmes.iter().flat_map(|p| p.targets.clone()).take(5).collect();
    for (n, target) in programme.targets.iter_mut().enumerate() {
        target.id = format!("t{n}");
    }
    batch.programmes.push(programme);
    let mut workspace = Workspace::create(path).expect("a new file");
    workspace
        .change(&who(), |w| {
            w.put_batch(&batch)?;
            for n in 0..PROCEDURES {
                let code = format!("7.{n:06}");
                w.put_procedure(&procedure(&code, &mut numbers))?;
                let sheet: Vec<Activity> = (0..ACTIVITIES).map(|row| activity(row, &mut numbers)).collect();
                w.put_sheet(&code, &sheet)?;
                if n % AIMED == 0 {
                    for measure in measures(&code) {
                        w.put_measure(&measure)?;
                    }
                }
            }
            Ok(())
        })
        .expect("fills the file");
    workspace
}

/// About so many bytes of sentences, one in eight pieces being the topic.
fn text(topic: &str, bytes: usize, numbers: &mut Numbers) -> String {
    let mut text = String::new();
    while text.len() < bytes {
        let piece = if numbers.below(8) == 0 { topic } else { numbers.of(&COMMON) };
        text.push_str(piece);
        text.push_str(if numbers.below(12) == 0 { ".\n" } else { " " });
    }
    text
}

fn procedure(code: &str, numbers: &mut Numbers) -> Procedure {
    let topic = numbers.of(&TOPICS);
    let component = |name: String| Component {
        id: String::new(),
        group: String::new(),
        name,
        form: None,
        originals: Some(1),
        copies: None,
        certified: false,
        note: String::new(),
    };
    let days = i64::try_from(1 + numbers.below(30)).expect("small");
    Procedure {
        regulation: Regulation {
            code: code.to_owned(),
            kind: RegulationKind::Procedure,
            name: format!("{} {topic} {}", numbers.of(&DEEDS), text(topic, 30, numbers).trim()),
            agency: Some(numbers.of(&AGENCIES).to_owned()),
            field: Some(topic.to_owned()),
            decision: None,
            status: RegulationStatus::InForce,
            from: None,
            electronic: numbers.below(3) == 0,
            concerns: None,
            provenance: Provenance::Assumption,
            source: "bench".into(),
        },
        levels: vec!["Cấp tỉnh".into()],
        category: None,
        addressees: vec!["Công dân".into()],
        deciding_agency: None,
        performing_agency: None,
        cooperating_agency: None,
        authorised_agency: None,
        address: None,
        online_level: None,
        dossiers: Some(1),
        steps: text(topic, TEXT * 6 / 10, numbers),
        requirements: text(topic, TEXT * 2 / 10, numbers),
        description: text(topic, TEXT / 10, numbers),
        url: None,
        channels: vec![Channel {
            id: String::new(),
            mode: Mode::InPerson,
            limit: Some(TimeLimit { amount: Fraction::whole(days), unit: TimeUnit::WorkingDay }),
            limit_verbatim: None,
            fees: Vec::new(),
            fee_verbatim: None,
            limit_cases: Vec::new(),
            note: String::new(),
        }],
        components: (0..4).map(|_| component(text(topic, TEXT / 40, numbers).trim().replace('\n', " "))).collect(),
        bases: Vec::new(),
        results: Vec::new(),
        verbatim: Vec::new(),
    }
}

fn activity(row: usize, numbers: &mut Numbers) -> Activity {
    let groups = ActivityGroup::ALL;
    let whole = |n: usize| i64::try_from(n).expect("small");
    let often = [(1, 1), (1, 1), (1, 1), (2, 1), (12, 1), (1, 5), (1, 3)];
    let (times, years) = numbers.of(&often);
    Activity {
        id: String::new(),
        group: groups[row * groups.len() / ACTIVITIES],
        name: format!("Công việc {row}"),
        how: String::new(),
        component: (row < 4).then(|| format!("c{}", row + 1)),
        tariff: if numbers.below(4) == 0 { "income.business" } else { "income.citizen" }.to_owned(),
        minutes: Fraction::new(i128::try_from(5 + numbers.below(480)).expect("small"), [1, 1, 1, 2][numbers.below(4)])
            .expect("not over zero"),
        outsourcing: whole(numbers.below(3) * 50_000),
        charges: whole(numbers.below(5) * 10_000),
        staff: Fraction::ONE,
        times: Some(Fraction::new(times, years).expect("not over zero")),
        population: Some(whole(1 + numbers.below(50_000))),
        among: None,
        provenance: CellProvenance::all(Provenance::Assumption),
        source: "bench".into(),
    }
}

/// A component less, nothing on paper, and a third that is only proposed.
fn measures(code: &str) -> [Measure; 3] {
    let one = |kind: &str, targets: &[&str], status: MeasureStatus| Measure {
        level: None,
        weight: None,
        code: String::new(),
        regulation: code.to_owned(),
        kind: kind.to_owned(),
        targets: targets.iter().map(|t| (*t).to_owned()).collect(),
        values: std::collections::BTreeMap::default(),
        title: "Phương án".into(),
        reason: String::new(),
        evidence: String::new(),
        provision: None,
        instrument: None,
        authority: None,
        current_text: String::new(),
        proposed_text: String::new(),
        person: None,
        due: None,
        provenance: Provenance::Assumption,
        note: String::new(),
        statuses: vec![StatusEntry {
            status,
            date: date(2025, 6, 1),
            document: Some("1/2025/NĐ-CP".to_owned()),
            until: None,
            note: String::new(),
        }],
    };
    [
        one("remove-component", &["c1"], MeasureStatus::InForce),
        one("drop-inspection", &[], MeasureStatus::Approved),
        one("remove-component", &["c2"], MeasureStatus::Proposed),
    ]
}
