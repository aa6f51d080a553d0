//! Whether a measure can do what it says, told before it is stored.

use crate::model::{Action, Edit, Fraction, Measure, MeasureKind, TargetKind, Unit};
use crate::text::messages::reform::ReformWord;
use crate::text::{Message, Said};

/// What is wrong with a measure: no title; values that are missing, unknown, negative, no numbers or beyond their unit; targets
/// that are missing or unknown. `known_targets` are the ids of components and rows that its regulation has. Empty when all is well.
pub fn check_measure(measure: &Measure, kind: &MeasureKind, known_targets: &[String]) -> Vec<Said> {
    let mut wrong = check_given(measure, kind);
    for name in measure.values.keys().filter(|name| !kind.parameters.iter().any(|p| p.id == **name)) {
        let known: Vec<&str> = kind.parameters.iter().map(|p| p.id.as_str()).collect();
        wrong.push(ReformWord::UnknownValue.said(&[name, &kind.id, &known.join(", ")]));
    }
    for parameter in kind.parameters.iter().filter(|p| p.default.is_none() && !measure.values.contains_key(&p.id)) {
        wrong.push(ReformWord::MissingValue.said(&[&parameter.id, &kind.id]));
    }
    for edit in &kind.edits {
        let needs_value = matches!(edit.action, Action::Set | Action::Cap | Action::Scale);
        let is_plain = edit.value.as_deref().is_none_or(|v| !v.starts_with('$'));
        if let (true, true, Err(said)) = (needs_value, is_plain, edit_value(edit, kind, measure)) {
            wrong.push(said);
        }
    }
    if kind.targets != TargetKind::None && measure.targets.is_empty() {
        wrong.push(ReformWord::NoTargets.said(&[&kind.id, &known_targets.join(", ")]));
    }
    for target in &measure.targets {
        if !known_targets.contains(target) {
            wrong.push(ReformWord::UnknownTarget.said(&[target, &known_targets.join(", ")]));
        }
    }
    wrong
}

/// What is wrong with what a measure says, wherever it comes from: no title; values that are negative, no numbers or beyond
/// their unit. What is missing is told when the measure is applied, and a value that its kind does not know any more does nothing.
pub fn check_given(measure: &Measure, kind: &MeasureKind) -> Vec<Said> {
    let mut wrong = Vec::new();
    if measure.title.trim().is_empty() {
        wrong.push(ReformWord::NoTitle.said(&[]));
    }
    for (name, value) in &measure.values {
        let Some(parameter) = kind.parameters.iter().find(|p| p.id == *name) else { continue };
        match Fraction::parse(value).filter(|number| !number.is_negative()) {
            None => wrong.push(ReformWord::NotANumber.said(&[value])),
            Some(number) => wrong.extend(beyond_unit(name, number, parameter.unit)),
        }
    }
    wrong
}

/// A share of what is there is at most the whole; đồng and people are counted one by one.
fn beyond_unit(name: &str, number: Fraction, unit: Unit) -> Option<Said> {
    match unit {
        Unit::Percent if number > Fraction::whole(100) => Some(ReformWord::OverWhole.said(&[&name, &number])),
        Unit::Dong | Unit::People if !number.is_whole() => Some(ReformWord::NotWhole.said(&[&name, &number])),
        _ => None,
    }
}

/// The value that an edit uses: a plain number, or a parameter of the kind as the measure or its default gives it.
pub(super) fn edit_value(edit: &Edit, kind: &MeasureKind, measure: &Measure) -> Result<Fraction, Said> {
    let written = edit.value.as_deref().unwrap_or("0");
    let text = match written.strip_prefix('$') {
        None => written,
        Some(name) => {
            let default = kind.parameters.iter().find(|p| p.id == name).and_then(|p| p.default.as_deref());
            let given = measure.values.get(name).map(String::as_str);
            given.or(default).ok_or_else(|| ReformWord::MissingValue.said(&[&name, &kind.id]))?
        }
    };
    Fraction::parse(text).ok_or_else(|| ReformWord::NotANumber.said(&[&text]))
}
