//! Whether a measure can do what it says, told before it is stored.

use crate::model::{Edit, Fraction, Measure, MeasureKind, Valid};
use crate::words::reform::ReformWord;
use crate::words::{Message, Said};

/// What is wrong with a measure: by itself, and with the values and targets that its kind asks for. `known_targets` are the ids of
/// components or rows that its regulation has. Empty when all is well.
pub fn check_measure(measure: &Measure, kind: &MeasureKind, known_targets: &[String]) -> Vec<Said> {
    let wrong = measure.check().into_iter().chain(kind.check_measure(measure, known_targets));
    wrong.map(|wrong| wrong.said).collect()
}

/// The value that an edit uses: a plain number, or a parameter of the kind as the measure or its default gives it.
pub(super) fn edit_value(edit: &Edit, kind: &MeasureKind, measure: &Measure) -> Result<Fraction, Said> {
    let written = edit.value.as_deref().unwrap_or("0");
    let text = match written.strip_prefix('$') {
        None => written,
        Some(name) => {
            let parameter = kind.parameters.iter().find(|p| p.id == name);
            let default = parameter.and_then(|p| p.default.as_deref());
            let given = measure.values.get(name).map(String::as_str);
            let called = |lang| parameter.map_or(name, |p| p.name_in(lang)).to_owned();
            let missing = |lang| vec![called(lang), kind.name_in(lang).to_owned()];
            given.or(default).ok_or_else(|| ReformWord::MissingValue.said_by(missing))?
        }
    };
    Fraction::parse(text).ok_or_else(|| ReformWord::NotANumber.said(&[&text]))
}
