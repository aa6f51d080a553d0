//! The health of the data — right, complete, clean, live: what is missing, late, contradictory or unknown, a line each.

use super::cost::questions::{Asked, ask};
use super::{Cell, Table, declare};
use crate::cost::check::{CheckRules, Doubt, Severity};
use crate::model::{Agency, Kind};
use crate::reform::{Snapshot, progress};
use crate::store::Reader;
use crate::text::Lang;
use crate::words::health::HealthWord as H;
use crate::words::{Result, Said};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap, HashSet};

crate::words::named! {
    /// What data must be.
    Criterion {
        /// The figures are as they should be.
        Right = "right" { vi: "đúng", en: "right" },
        /// Nothing is missing.
        Complete = "complete" { vi: "đủ", en: "complete" },
        /// Nothing contradicts, and what is named is known.
        Clean = "clean" { vi: "sạch", en: "clean" },
        /// It is kept up.
        Live = "live" { vi: "sống", en: "live" },
    }
}

crate::words::named! {
    /// What is found beside doubtful figures.
    Lack {
        /// A figure cannot be read or computed.
        CannotCompute = "cannot_compute" { vi: "không tính được", en: "cannot be computed" },
        /// In the sheet are cells that nobody vouched for.
        Assumed = "assumed_sheet" { vi: "bảng tính có ô giả định", en: "sheet with assumed cells" },
        /// There is no cost sheet.
        NoSheet = "no_sheet" { vi: "chưa có bảng tính chi phí", en: "no cost sheet" },
        /// No agency is stated.
        NoAgency = "no_agency" { vi: "chưa xác định cơ quan", en: "no agency stated" },
        /// The agency is not in the catalogue.
        UnknownAgency = "unknown_agency" { vi: "cơ quan không có trong danh mục", en: "agency not in the catalogue" },
        /// Nobody is in charge of the measure.
        NoPerson = "no_person" { vi: "phương án chưa phân công", en: "measure not assigned" },
        /// The measure has no due date.
        NoDue = "no_due_date" { vi: "phương án chưa xác định hạn", en: "measure without a due date" },
        /// The measure is late.
        Late = "late" { vi: "phương án quá hạn", en: "measure overdue" },
        /// The measure cannot do what it says, or changes nothing.
        MeasureIssue = "measure_issue" { vi: "phương án có vấn đề", en: "measure with an issue" },
        /// The text of the instrument is not there.
        NoText = "no_text" { vi: "văn bản chưa có toàn văn", en: "instrument without its text" },
    }
}

declare! {
    HEALTH = "health_finding" of "health" {
        "criterion", H::Criterion, "health_criterion";
        "finding", H::Finding, "health_lack";
        "severity", H::Severity, "check_severity?";
        "kind", H::Kind, "text?", Programs;
        "code", H::Code, "text?";
        "regulation", H::Regulation, "text?", Programs;
        "row", H::Row, "text?", Programs;
        "agency", H::Agency, "agency?";
        "about", H::About, "names";
    }
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A figure deserves a question.
    Doubt(Doubt),
    /// Something else.
    Lack(Lack),
}

impl What {
    /// Its word in one language, in lower case.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Doubt(doubt) => doubt.word(lang),
            Self::Lack(lack) => lack.word(lang),
        }
    }

    fn cell(self, lang: Lang) -> Cell {
        match self {
            Self::Doubt(doubt) => Cell::worded(doubt, lang),
            Self::Lack(lack) => Cell::worded(lack, lang),
        }
    }
}

/// Something to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which of the four.
    pub criterion: Criterion,
    /// What is wrong, alike for all of its sort.
    pub what: What,
    /// How much it matters, where that is known.
    pub severity: Option<Severity>,
    /// The kind of noun that it is about; none where it is about what cannot be read.
    pub kind: Option<Kind>,
    /// Its code; empty where there is none.
    pub code: String,
    /// The regulation under which it is mended; empty where it is under none.
    pub regulation: String,
    /// The row of the cost sheet, where it is about one.
    pub row: Option<String>,
    /// The agency of the regulation.
    pub agency: Option<String>,
    /// Why, of this one: the reason, or the name of what lacks something.
    pub about: Said,
}

/// Looks at everything: the figures under the rules of a check, then records, measures and instruments; in the order of the criteria.
/// `snapshot` is of the day.
///
/// # Errors
/// As [`ask`]; and the workspace cannot be read.
pub fn findings(reader: &Reader, snapshot: &Snapshot, day: Date, rules: &CheckRules) -> Result<Vec<Finding>> {
    let Asked { questions, regulations, with_sheet } = ask(reader, day, None, rules)?;
    let agencies: HashMap<&str, &str> =
        regulations.iter().filter_map(|r| Some((r.code.as_str(), r.agency.as_deref()?))).collect();
    let of = |criterion, what, kind, code: &str, regulation: &str, about: Said| Finding {
        criterion,
        what,
        severity: None,
        kind,
        code: code.to_owned(),
        regulation: regulation.to_owned(),
        row: None,
        agency: agencies.get(regulation).map(|code| (*code).to_owned()),
        about,
    };
    let mut found = Vec::new();
    for question in questions {
        let code = &question.regulation;
        let rows = question.rows.join(", ");
        let said =
            |lang: Lang| [rows.as_str(), question.reason.text(lang)].join(if rows.is_empty() { "" } else { ": " });
        let what = What::Doubt(question.doubt);
        let one = of(Criterion::Right, what, Some(Kind::Regulation), code, code, Said::by(said));
        found.push(Finding { severity: Some(question.severity), row: question.rows.first().cloned(), ..one });
    }
    let mut add = |criterion, lack, kind, code: &str, regulation: &str, about: Said| {
        found.push(of(criterion, What::Lack(lack), kind, code, regulation, about));
    };
    let known: HashSet<String> = reader.all::<Agency>()?.into_iter().map(|agency| agency.code).collect();
    let codes: Vec<&str> = with_sheet.iter().map(String::as_str).collect();
    let assumed = reader.assumed_sheets(&codes)?;
    for regulation in &regulations {
        let (code, name) = (regulation.code.as_str(), || Said::same(&regulation.name));
        let of = Some(Kind::Regulation);
        if assumed.contains(code) {
            add(Criterion::Complete, Lack::Assumed, of, code, code, name());
        }
        if !with_sheet.contains(code) {
            add(Criterion::Complete, Lack::NoSheet, of, code, code, name());
        }
        match regulation.agency.as_deref() {
            None | Some("") => add(Criterion::Complete, Lack::NoAgency, of, code, code, name()),
            Some(agency) if !known.contains(agency) => {
                add(Criterion::Clean, Lack::UnknownAgency, of, code, code, Said::same(agency));
            }
            Some(_) => {}
        }
    }
    for measure in &snapshot.measures {
        let (code, regulation) = (measure.code.as_str(), measure.regulation.as_str());
        if measure.status_on(day).is_none_or(|status| status.next().is_empty()) {
            continue;
        }
        let mut lacks = |criterion, lack| {
            add(criterion, lack, Some(Kind::Measure), code, regulation, Said::same(&measure.title));
        };
        if measure.person.is_none() {
            lacks(Criterion::Complete, Lack::NoPerson);
        }
        match measure.due {
            None => lacks(Criterion::Complete, Lack::NoDue),
            Some(due) if due < day => lacks(Criterion::Live, Lack::Late),
            Some(_) => {}
        }
    }
    let of_measure: HashMap<&str, &str> =
        snapshot.measures.iter().map(|m| (m.code.as_str(), m.regulation.as_str())).collect();
    for issue in snapshot.programmes.iter().flat_map(|programme| progress(snapshot, programme, day, None).issues) {
        let regulation = of_measure.get(issue.measure.as_str()).copied().unwrap_or_default();
        let (code, said) = (&issue.measure, issue.said);
        add(Criterion::Clean, Lack::MeasureIssue, Some(Kind::Measure), code, regulation, said);
    }
    for row in reader.instrument_rows()?.into_iter().filter(|row| row.versions == 0) {
        add(Criterion::Complete, Lack::NoText, Some(Kind::Instrument), &row.number, "", Said::same(row.title));
    }
    for said in reader.passed().said() {
        add(Criterion::Right, Lack::CannotCompute, None, "", "", said);
    }
    // One measure may stand in several programmes with the same reason.
    let mut seen = HashSet::new();
    found.retain(|one| seen.insert((one.what, one.code.clone(), one.about.clone())));
    // Alike ones stand together, the gravest doubts first as they came.
    let mut places: BTreeMap<(Criterion, What), usize> = BTreeMap::new();
    for one in &found {
        let next = places.len();
        places.entry((one.criterion, one.what)).or_insert(next);
    }
    found.sort_by_key(|one| (one.criterion, places.get(&(one.criterion, one.what)).copied()));
    Ok(found)
}

/// The findings in rows.
pub fn table(found: &[Finding], lang: Lang) -> Table {
    let mut table = Table::of(&HEALTH, lang);
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    for one in found {
        table.push(vec![
            Cell::worded(one.criterion, lang),
            one.what.cell(lang),
            one.severity.map_or(Cell::Empty, |severity| Cell::worded(severity, lang)),
            one.kind.map(Kind::name).into(),
            text(&one.code).into(),
            text(&one.regulation).into(),
            one.row.clone().into(),
            one.agency.clone().into(),
            Cell::said(&one.about),
        ]);
    }
    table
}

/// How many findings each criterion has.
pub fn counts(found: &[Finding]) -> BTreeMap<Criterion, usize> {
    let mut counts = BTreeMap::new();
    for one in found {
        *counts.entry(one.criterion).or_insert(0) += 1;
    }
    counts
}
