//! Kinds of measure: what a measure of a kind edits, what it must give, and how it counts.

use super::Kind;
use super::bounds::{Bound, COUNT, PLAIN, VALUE_PARTS};
use super::noun::{
    Description, Field, ID, NAME, NAME_EN, Noun, SOURCE, choice, count, exact, list, rests_on, text, word,
};
use super::valid::Checks;
use super::{Cell, Fraction, Measure, Unit, Valid, Way, Wrong};
use crate::words::reform::ReformWord;
use crate::words::valid::ValidWord;
use crate::words::{Message, Said};
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// How a measure counts in targets.
    CountsAs {
        /// Bãi bỏ: the regulation is gone.
        Abolished = "abolished" { vi: "bãi bỏ", en: "abolished" },
        /// Đơn giản hóa: it stays, lighter.
        Simplified = "simplified" { vi: "đơn giản hóa", en: "simplified" },
    }
}

/// A kind of measure: what it edits and how it counts. An analyst can define a new one in TOML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureKind {
    /// Unique, for example `remove-component`.
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// How it counts.
    pub counts_as: CountsAs,
    /// Position in the stated order in which measures on one regulation are applied; ties break by the code of the measure.
    pub order: u32,
    /// Level of the instrument that usually must change; see [`super::InstrumentLevel`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// How hard it is beside a usual change at its level; as usual (1) when nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Fraction>,
    /// What its targets are.
    #[serde(default = "no_targets")]
    pub targets: TargetKind,
    /// The parameters that a measure of this kind must give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<KindParameter>,
    /// What it does, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

const PARAMETER: &[Field] = &[
    ID,
    NAME,
    NAME_EN,
    choice::<Unit>("unit", "unit", "đơn vị", "unit"),
    text("default", "mặc định", "default").or_none(),
];

const EDIT: &[Field] = &[
    text("on", "sửa ở", "on"),
    text("do", "việc sửa", "do"),
    choice::<Cell>("cell", "cell", "ô", "cell").or_none(),
    text("value", "giá trị", "value").or_none(),
];

impl Noun for MeasureKind {
    const DESCRIPTION: &'static Description = &Description {
        name: "measure_kind",
        word: word("loại phương án", "kind of measure"),
        keys: 1,
        alike: None,
        fields: &[
            ID,
            NAME,
            NAME_EN,
            choice::<CountsAs>("counts_as", "counts_as", "tính là", "counts as"),
            count("order", "thứ tự áp dụng", "order"),
            rests_on(Kind::InstrumentLevel, "level", "cấp văn bản", "level").or_none(),
            exact("weight", "hệ số khó", "complexity factor", PLAIN).or_none(),
            choice::<TargetKind>("targets", "target_kind", "áp dụng cho", "applies to"),
            list("parameters", PARAMETER, "giá trị cần nêu", "values required").or_empty(),
            list("edits", EDIT, "cách sửa", "edits").or_empty(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

fn no_targets() -> TargetKind {
    TargetKind::None
}

crate::words::named! {
    /// What the targets of a measure are.
    TargetKind {
        /// The measure aims at the regulation as a whole.
        None = "none" { vi: "cả quy định", en: "the whole regulation" },
        /// Dossier components.
        Components = "components" { vi: "thành phần hồ sơ", en: "dossier components" },
        /// Rows of the cost sheet.
        Activities = "activities" { vi: "dòng của bảng tính", en: "rows of the cost sheet" },
    }
}

/// A parameter of a kind of measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindParameter {
    /// Name, used in [`Measure::values`].
    pub id: String,
    /// Label in Vietnamese.
    pub name: String,
    /// Label in English.
    pub name_en: String,
    /// Its unit.
    pub unit: Unit,
    /// The value when a measure gives none; a parameter without default must be given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
}

/// One edit that a kind of measure makes on a regulation or its sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// Which rows, or the regulation itself.
    pub on: Selector,
    /// What happens to them.
    #[serde(rename = "do")]
    pub action: Action,
    /// The cell that changes, for `set`, `scale` and `cap`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Cell>,
    /// The value: a number in text, or `$name` for a parameter of the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

crate::words::named! {
    /// Which rows an edit touches.
    Selector {
        /// The regulation itself.
        Regulation = "regulation" { vi: "quy định", en: "the regulation" },
        /// The processing time of the procedure.
        ProcessingTime = "processing_time" { vi: "thời hạn giải quyết", en: "the time limit" },
        /// The rows that the measure names, or that prepare a component which it names.
        Targets = "targets" { vi: "phần được chọn", en: "what is chosen" },
        /// Every row.
        All = "all" { vi: "mọi dòng", en: "every row" },
        /// Rows of a group of the sheet.
        Dossier = "dossier" { vi: "chuẩn bị hồ sơ", en: "preparing the dossier" },
        /// Rows of a group of the sheet.
        Submission = "submission" { vi: "nộp hồ sơ", en: "submitting" },
        /// Rows of a group of the sheet.
        Fees = "fees" { vi: "nộp phí, lệ phí", en: "paying fees" },
        /// Rows of a group of the sheet.
        Inspection = "inspection" { vi: "kiểm tra, đánh giá", en: "inspections and assessments" },
        /// Rows of a group of the sheet.
        Other = "other" { vi: "công việc khác", en: "other work" },
        /// Rows of a group of the sheet.
        Result = "result" { vi: "nhận kết quả", en: "receiving the result" },
    }
}

crate::words::named! {
    /// What an edit does.
    Action {
        /// The rows, or the regulation with its whole sheet, are gone.
        Drop = "drop",
        /// The cell gets the value.
        Set = "set",
        /// The cell gets the value where that is less than what it holds; a cut never raises a cost.
        Cap = "cap",
        /// The cell is multiplied by the value in percent.
        Scale = "scale",
        /// The regulation is done electronically from now on.
        Electronic = "electronic",
    }
}

impl Edit {
    /// What its value is measured in, where it has one.
    pub fn unit(&self) -> Option<Unit> {
        match (self.action, self.on, self.cell) {
            (Action::Scale, ..) if self.on == Selector::ProcessingTime || self.cell.is_some() => Some(Unit::Percent),
            (_, Selector::ProcessingTime, _) => Some(Unit::WorkingDays),
            (_, _, cell) => cell.map(Cell::unit),
        }
    }
}

impl MeasureKind {
    /// What is wrong with what a measure of this kind gives: values that are missing, unknown, negative, no numbers or beyond their unit;
    /// targets that are missing or unknown. `known_targets` are the ids of components or rows that its regulation has.
    pub fn check_measure(&self, measure: &Measure, known_targets: &[String]) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.under(&Way::default(), self.check_values(measure));
        let way = |name: &str| Way::to("values").field(name);
        for name in measure.values.keys().filter(|name| !self.parameters.iter().any(|p| p.id == **name)) {
            let known: Vec<&str> = self.parameters.iter().map(|p| p.id.as_str()).collect();
            checks.add(way(name), Some(ReformWord::UnknownValue.said(&[name, &self.id, &known.join(", ")])));
        }
        for parameter in self.parameters.iter().filter(|p| p.default.is_none() && !measure.values.contains_key(&p.id)) {
            checks.add(Way::to("values"), Some(ReformWord::MissingValue.said(&[&parameter.id, &self.id])));
        }
        let known = known_targets.join(", ");
        if self.targets != TargetKind::None && measure.targets.is_empty() {
            checks.add(Way::to("targets"), Some(ReformWord::NoTargets.said(&[&self.id, &known])));
        }
        for (at, target) in measure.targets.iter().enumerate().filter(|(_, target)| !known_targets.contains(target)) {
            let said = match self.targets {
                TargetKind::None => ValidWord::NoTargetsTaken.said(&[]),
                _ => ReformWord::UnknownTarget.said(&[target, &known]),
            };
            checks.add(Way::to("targets").at(at), Some(said));
        }
        checks.done()
    }

    /// What is wrong with the values of a measure of this kind as far as it gives them: negative, no numbers, beyond their unit.
    pub fn check_values(&self, measure: &Measure) -> Vec<Wrong> {
        let mut checks = Checks::default();
        for (name, value) in &measure.values {
            if let Some(parameter) = self.parameters.iter().find(|p| p.id == *name) {
                checks.add(Way::to("values").field(name), wrong_value(name, value, parameter.unit));
            }
        }
        checks.done()
    }

    /// What a value of an edit is, where it names a parameter.
    fn parameter(&self, value: &str) -> Option<&KindParameter> {
        let name = value.strip_prefix('$')?;
        self.parameters.iter().find(|p| p.id == name)
    }

    fn check_edit(&self, edit: &Edit) -> Option<(&'static str, Said)> {
        let needs_value = matches!(edit.action, Action::Set | Action::Cap | Action::Scale);
        let nothing = match edit.action {
            Action::Drop => false,
            Action::Electronic => edit.on != Selector::Regulation,
            Action::Set | Action::Cap | Action::Scale => edit.on == Selector::Regulation,
        };
        if nothing || (edit.on == Selector::Targets && self.targets == TargetKind::None) {
            return Some(("on", ValidWord::EditsNothing.said(&[&edit.action, &edit.on])));
        }
        if !needs_value {
            return None;
        }
        let Some(unit) = edit.unit() else {
            return Some(("cell", ValidWord::NeedsCell.said(&[&edit.action])));
        };
        let Some(value) = edit.value.as_deref() else {
            return Some(("value", ValidWord::Missing.said(&[])));
        };
        if let Some(name) = value.strip_prefix('$') {
            return match self.parameter(value) {
                None => {
                    let known: Vec<&str> = self.parameters.iter().map(|p| p.id.as_str()).collect();
                    Some(("value", ValidWord::NoKindParameter.said(&[&name, &known.join(", ")])))
                }
                Some(parameter) if parameter.unit != unit => {
                    Some(("value", ValidWord::OtherUnit.said(&[&name, &parameter.unit, &unit])))
                }
                Some(_) => None,
            };
        }
        match Fraction::parse(value) {
            None => Some(("value", ValidWord::NeedsNumber.said(&[&value]))),
            Some(number) => Bound::of_value(unit).wrong(number).map(|said| ("value", said)),
        }
    }
}

/// What is wrong with a value of a measure, or a default of one.
fn wrong_value(name: &str, value: &str, unit: Unit) -> Option<Said> {
    let Some(number) = Fraction::parse(value).filter(|number| !number.is_negative()) else {
        return Some(ReformWord::NotANumber.said(&[&value]));
    };
    // A share of what is there is at most the whole; đồng and people are counted one by one.
    match unit {
        Unit::Percent if number > Fraction::whole(100) => Some(ReformWord::OverWhole.said(&[&name, &number])),
        Unit::Dong | Unit::People if !number.is_whole() => Some(ReformWord::NotWhole.said(&[&name, &number])),
        unit => Bound::of_value(unit).wrong(number),
    }
}

/// A kind of measure by itself: parameters with one id each and defaults of their unit, edits that name a cell, a value that is zero or more
/// and within the bounds of the cell, or a parameter of the kind in the unit of the cell.
impl Valid for MeasureKind {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("id"), &self.id);
        checks.whole(Way::to("order"), self.order.into(), Bound::whole(COUNT.into()));
        if let Some(weight) = self.weight {
            checks.number(Way::to("weight"), weight, Bound::exact(PLAIN, VALUE_PARTS));
        }
        let ids = self.parameters.iter().map(|parameter| parameter.id.as_str());
        checks.once(ids, |at| Way::to("parameters").at(at).field("id"));
        for (at, parameter) in self.parameters.iter().enumerate() {
            checks.given(Way::to("parameters").at(at).field("id"), &parameter.id);
            if let Some(default) = &parameter.default {
                let wrong = wrong_value(&parameter.id, default, parameter.unit);
                checks.add(Way::to("parameters").at(at).field("default"), wrong);
            }
        }
        for (at, edit) in self.edits.iter().enumerate() {
            if let Some((field, said)) = self.check_edit(edit) {
                checks.add(Way::to("edits").at(at).field(field), Some(said));
            }
        }
        checks.done()
    }
}
