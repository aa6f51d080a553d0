//! Procedures (thủ tục hành chính) with the parts that Nghị định 63/2010/NĐ-CP Điều 8(2) requires.

use super::bounds::{Bound, COUNT, MONEY, TIMES, VALUE_PARTS};
use super::noun::{
    CODE, Description, Field, NAME, NOTE, Noun, OF_REGULATION, PART_ID, POSITION, Part, choice, cites, count, day,
    dong, exact, flag, list, owner, text, texts, word,
};
use super::valid::Checks;
use super::{Dong, Fraction, Regulation, Valid, Way, Wrong};
use crate::text::Lang;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An administrative procedure. Texts that the source gave as prose stay prose; tables are typed, and what could not be
/// typed stays verbatim beside the typed parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// What it shares with every regulation: code, name, agency, field …
    pub regulation: Regulation,
    /// Levels that perform it (cấp thực hiện), as the source names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
    /// Type in the sense of the portal (loại thủ tục).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Who complies (đối tượng thực hiện).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<String>,
    /// Agency that decides (cơ quan có thẩm quyền), as named by the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deciding_agency: Option<String>,
    /// Agency that performs it (cơ quan thực hiện).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performing_agency: Option<String>,
    /// Agency that co-operates (cơ quan phối hợp).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooperating_agency: Option<String>,
    /// Agency authorised to decide (cơ quan được ủy quyền).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorised_agency: Option<String>,
    /// Where dossiers are received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Online level (mức độ trực tuyến), where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online_level: Option<OnlineLevel>,
    /// Number of dossiers (số bộ hồ sơ).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossiers: Option<u32>,
    /// Steps (trình tự thực hiện).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub steps: String,
    /// Requirements and conditions (yêu cầu, điều kiện).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub requirements: String,
    /// Description.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Address of the public record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Ways to submit (cách thức thực hiện).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// Dossier components (thành phần hồ sơ).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
    /// Legal bases (căn cứ pháp lý).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<Basis>,
    /// Results (kết quả thực hiện).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Outcome>,
    /// What could not be taken apart, verbatim, each with the name of its part (`channels: …`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verbatim: Vec<String>,
}

impl Procedure {
    /// A procedure of which nothing is known but what it shares with every regulation.
    pub fn bare(regulation: Regulation) -> Self {
        Self {
            regulation,
            levels: Vec::new(),
            category: None,
            addressees: Vec::new(),
            deciding_agency: None,
            performing_agency: None,
            cooperating_agency: None,
            authorised_agency: None,
            address: None,
            online_level: None,
            dossiers: None,
            steps: String::new(),
            requirements: String::new(),
            description: String::new(),
            url: None,
            channels: Vec::new(),
            components: Vec::new(),
            bases: Vec::new(),
            results: Vec::new(),
            verbatim: Vec::new(),
        }
    }
}

impl Procedure {
    /// Its times and fees in words, a line a channel, each behind the code under which it was announced.
    pub fn channel_lines(&self, announced: &str) -> Vec<String> {
        let line = |channel: &Channel| {
            let limit = channel.limit.map(|limit| format!("{} {}", limit.amount, limit.unit.word(Lang::Vi)));
            let fee = |fee: &Fee| format!("{} {} {}", fee.amount, fee.currency, fee.condition).trim().to_owned();
            let words = [&channel.limit_verbatim, &channel.fee_verbatim].into_iter().flatten().cloned();
            let parts: Vec<String> = limit.into_iter().chain(channel.fees.iter().map(fee)).chain(words).collect();
            (!parts.is_empty()).then(|| format!("{announced}: {}: {}", channel.mode.word(Lang::Vi), parts.join("; ")))
        };
        self.channels.iter().filter_map(line).collect()
    }
}

impl Noun for Procedure {
    const DESCRIPTION: &'static Description = &Description {
        name: "procedure",
        word: word("thủ tục", "procedure"),
        keys: 1,
        alike: None,
        fields: &[
            owner("code", "mã", "code").at("regulation.code"),
            texts("levels", "cấp thực hiện", "levels").or_empty(),
            text("category", "loại thủ tục", "category").or_none(),
            texts("addressees", "đối tượng tuân thủ", "affected population").or_empty(),
            text("deciding_agency", "cơ quan có thẩm quyền", "deciding agency").or_none(),
            text("performing_agency", "cơ quan thực hiện", "performing agency").or_none(),
            text("cooperating_agency", "cơ quan phối hợp", "cooperating agency").or_none(),
            text("authorised_agency", "cơ quan được ủy quyền", "authorised agency").or_none(),
            text("address", "địa chỉ tiếp nhận", "address").or_none(),
            choice::<OnlineLevel>("online_level", "online_level", "mức trực tuyến", "online level").or_none(),
            count("dossiers", "số bộ hồ sơ", "dossiers").or_none(),
            text("steps", "trình tự thực hiện", "steps").long().or_empty(),
            text("requirements", "yêu cầu, điều kiện", "requirements").long().or_empty(),
            text("description", "mô tả", "description").long().or_empty(),
            text("url", "đường dẫn", "address on the web").or_none(),
            texts("verbatim", "nguyên văn", "as written").or_empty(),
        ],
        parts: &[
            Part { key: "regulation", of: Regulation::DESCRIPTION, single: true },
            Part { key: "channels", of: Channel::DESCRIPTION, single: false },
            Part { key: "components", of: Component::DESCRIPTION, single: false },
            Part { key: "bases", of: Basis::DESCRIPTION, single: false },
            Part { key: "results", of: Outcome::DESCRIPTION, single: false },
        ],
    };
}

crate::words::named! {
    /// How far a procedure can be done online (Nghị định 42/2022/NĐ-CP).
    OnlineLevel {
        /// Toàn trình.
        Full = "full" { vi: "toàn trình", en: "full" },
        /// Một phần.
        Partial = "partial" { vi: "một phần", en: "partial" },
        /// Chỉ cung cấp thông tin.
        Information = "information" { vi: "chỉ cung cấp thông tin", en: "information only" },
    }
}

crate::words::named! {
    /// A way to submit.
    Mode {
        /// Trực tiếp.
        InPerson = "in_person" { vi: "trực tiếp", en: "in person" },
        /// Trực tuyến.
        Online = "online" { vi: "trực tuyến", en: "online" },
        /// Dịch vụ bưu chính.
        Post = "post" { vi: "bưu chính", en: "by post" },
    }
}

crate::words::named! {
    /// The unit of a time limit.
    TimeUnit {
        /// Giờ.
        Hour = "hour" { vi: "giờ", en: "hours" },
        /// Ngày làm việc.
        WorkingDay = "working_day" { vi: "ngày làm việc", en: "working days" },
        /// Ngày (calendar days).
        Day = "day" { vi: "ngày", en: "days" },
        /// Tuần.
        Week = "week" { vi: "tuần", en: "weeks" },
        /// Tháng.
        Month = "month" { vi: "tháng", en: "months" },
        /// Năm.
        Year = "year" { vi: "năm", en: "years" },
        /// The source gives a bare number.
        Unstated = "unstated" { vi: "(không nêu đơn vị)", en: "(no unit stated)" },
    }
}

/// A time limit: a number and its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// The number.
    pub amount: Fraction,
    /// Its unit.
    pub unit: TimeUnit,
}

/// One way to submit, with its own time limit, fees and note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Stable within the procedure (`k1`, `k2` …); empty until it is stored.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// How.
    pub mode: Mode,
    /// Time limit, where the source gives a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<TimeLimit>,
    /// The time cell as it stood, where it says more than the limit: a case, a condition, a range. Of several limits the longest is the typed one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_verbatim: Option<String>,
    /// The limits that the time cell states, each with the case for which it holds; empty where it states one and no condition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limit_cases: Vec<LimitCase>,
    /// Fees, one an amount.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// The fee cell as it stood when it holds words that no fee above carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee_verbatim: Option<String>,
    /// Note (mô tả).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

const FEE: &[Field] = &[
    dong("amount", "số tiền", "amount"),
    text("currency", "tiền tệ", "currency"),
    text("kind", "loại", "kind").or_none(),
    text("condition", "điều kiện", "condition").or_empty(),
    day("from", "từ ngày", "from").or_none(),
    day("until", "đến ngày", "until").or_none(),
    cites("basis", "căn cứ", "basis").or_none(),
    exact("percent", "phần trăm mức thu", "percent of the rate", 100).or_none(),
];

const LIMIT_CASE: &[Field] = &[
    exact("amount", "thời hạn", "time limit", TIMES),
    choice::<TimeUnit>("unit", "time_unit", "đơn vị", "unit"),
    text("condition", "điều kiện", "condition").or_empty(),
];

impl Noun for Channel {
    const DESCRIPTION: &'static Description = &Description {
        name: "channel",
        word: word("cách thức thực hiện", "channel"),
        keys: 2,
        alike: Some(&["mode"]),
        fields: &[
            OF_REGULATION,
            PART_ID,
            POSITION,
            choice::<Mode>("mode", "mode", "cách thức", "mode"),
            exact("limit_amount", "thời hạn giải quyết", "time limit", TIMES).at("limit.amount").or_none(),
            choice::<TimeUnit>("limit_unit", "time_unit", "đơn vị thời hạn", "unit of the time limit")
                .at("limit.unit")
                .or_none(),
            text("limit_verbatim", "thời hạn nguyên văn", "time limit as written").or_none(),
            list("limit_cases", LIMIT_CASE, "thời hạn theo trường hợp", "time limits by case").or_empty(),
            list("fees", FEE, "phí, lệ phí", "fees").or_empty(),
            text("fee_verbatim", "phí nguyên văn", "fee as written").or_none(),
            NOTE,
        ],
        parts: &[],
    };
}

/// A time limit, with the case for which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitCase {
    /// How much, in its unit.
    pub amount: Fraction,
    /// The unit.
    pub unit: TimeUnit,
    /// For what it holds, in the words of the source; empty where nothing is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
}

/// An amount to pay, with the condition under which it applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The amount in the smallest whole unit of the currency that the source writes (đồng for `VND`). 0 is "free".
    pub amount: Dong,
    /// ISO code, `VND` unless the source says otherwise.
    #[serde(default = "vnd")]
    pub currency: String,
    /// `phí` or `lệ phí`, where the source says which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When it applies, or per what, in the words of the source.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// First day of validity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day of validity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Number of the instrument that sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// How many of a hundred of the rate the amount is, where the source states it so (online 95 % of it).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Fraction>,
}

fn vnd() -> String {
    "VND".to_owned()
}

/// One paper of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Stable within the procedure (`c1`, `c2` …), so that measures can point to it; empty until it is stored.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Heading under which it stands ("Giấy tờ phải nộp", a case …); empty for the only group.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// Name.
    pub name: String,
    /// Form: its number or file name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Number of originals; nothing when the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originals: Option<u32>,
    /// Number of copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<u32>,
    /// Whether the copy must be certified (bản sao chứng thực).
    #[serde(default)]
    pub certified: bool,
    /// Anything else that the source says of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Noun for Component {
    const DESCRIPTION: &'static Description = &Description {
        name: "component",
        word: word("thành phần hồ sơ", "component"),
        keys: 2,
        alike: Some(&["group", "name"]),
        fields: &[
            OF_REGULATION,
            PART_ID,
            POSITION,
            text("group", "nhóm", "group").or_empty(),
            NAME,
            text("form", "mẫu", "form").or_none(),
            count("originals", "số bản chính", "originals").or_none(),
            count("copies", "số bản sao", "copies").or_none(),
            flag("certified", "chứng thực", "certified"),
            NOTE,
        ],
        parts: &[],
    };
}

/// An instrument that a procedure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Stable within the procedure (`b1`, `b2` …); empty until it is stored.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Number in normal form, where the source has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Title in the words of the source.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Provision, for example `khoản 2 Điều 5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
    /// Date of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// Issuing body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
}

impl Noun for Basis {
    const DESCRIPTION: &'static Description = &Description {
        name: "basis",
        word: word("căn cứ pháp lý", "legal basis"),
        keys: 2,
        alike: Some(&["number"]),
        fields: &[
            OF_REGULATION,
            PART_ID,
            POSITION,
            cites("number", "số, ký hiệu", "number").or_none(),
            text("title", "nội dung", "title").or_empty(),
            text("provision", "điều khoản", "provision").or_none(),
            day("issued", "ngày ban hành", "issued").or_none(),
            text("issuer", "cơ quan ban hành", "issuer").or_none(),
        ],
        parts: &[],
    };
}

/// A result of a procedure (kết quả thực hiện).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Stable within the procedure (`r1`, `r2` …); empty until it is stored.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Code of the result, `KQ.G12.000338`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Name.
    pub name: String,
}

impl Noun for Outcome {
    const DESCRIPTION: &'static Description = &Description {
        name: "outcome",
        word: word("kết quả", "result"),
        keys: 2,
        alike: Some(&["name"]),
        fields: &[OF_REGULATION, PART_ID, POSITION, CODE.or_none(), NAME],
        parts: &[],
    };
}

/// A procedure by itself: numbers of papers up to a million, time limits up to a million of their unit, fees of 0 to 10¹⁵, days of a fee
/// in their order.
impl Valid for Procedure {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("regulation").field("code"), &self.regulation.code);
        let count = |checks: &mut Checks, way: Way, number: Option<u32>| {
            checks.whole(way, number.unwrap_or_default().into(), Bound::whole(COUNT.into()));
        };
        count(&mut checks, Way::to("dossiers"), self.dossiers);
        for (at, channel) in self.channels.iter().enumerate() {
            let way = || Way::to("channels").at(at);
            if let Some(limit) = channel.limit {
                checks.number(way().field("limit").field("amount"), limit.amount, Bound::exact(TIMES, VALUE_PARTS));
            }
            for (at, case) in channel.limit_cases.iter().enumerate() {
                let way = way().field("limit_cases").at(at).field("amount");
                checks.number(way, case.amount, Bound::exact(TIMES, VALUE_PARTS));
            }
            for (at, fee) in channel.fees.iter().enumerate() {
                let way = || way().field("fees").at(at);
                if let Some(percent) = fee.percent {
                    checks.number(way().field("percent"), percent, Bound::exact(100, VALUE_PARTS));
                }
                checks.whole(way().field("amount"), fee.amount, Bound::whole(MONEY));
                checks.order(way().field("until"), fee.until, "from", fee.from);
            }
        }
        for (at, component) in self.components.iter().enumerate() {
            count(&mut checks, Way::to("components").at(at).field("originals"), component.originals);
            count(&mut checks, Way::to("components").at(at).field("copies"), component.copies);
        }
        checks.done()
    }
}
