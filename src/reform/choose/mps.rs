//! The model in MPS (free form), so that any other solver can be asked the same question.

use super::model::Model;
use crate::model::Fraction;
use std::fmt::Write as _;

/// Numbers up to this size are left as they are; larger ones are divided by a power of ten, because solvers work with tolerances.
const COMFORTABLE: i64 = 10_000;

/// Writes a model: every option is a binary variable `x_<class>_<option>`, every class takes exactly one. Costs and rows are divided
/// by powers of ten, told in comments.
pub(super) fn written(model: &Model) -> String {
    let options = || model.classes.iter().flat_map(|class| &class.options);
    let cost_unit = power(options().map(|option| option.cost));
    let units: Vec<Fraction> =
        (0..model.rows.len()).map(|row| power(options().map(|option| option.gain(row)))).collect();
    let mut text = format!("* the cost is in units of {cost_unit}\n");
    for (row, unit) in units.iter().enumerate() {
        put(&mut text, format_args!("* r{row} is in units of {unit}\n"));
    }
    text.push_str("NAME tinhgon\nROWS\n N cost\n");
    (0..model.rows.len()).for_each(|row| put(&mut text, format_args!(" G r{row}\n")));
    (0..model.classes.len()).for_each(|class| put(&mut text, format_args!(" E c{class}\n")));
    text.push_str("COLUMNS\n MARKER 'MARKER' 'INTORG'\n");
    for (at, class) in model.classes.iter().enumerate() {
        for (number, option) in class.options.iter().enumerate() {
            let name = format!("x_{at}_{number}");
            put(&mut text, format_args!(" {name} cost {} c{at} 1\n", decimal(option.cost, cost_unit)));
            for (row, gain) in &option.gains {
                put(&mut text, format_args!(" {name} r{row} {}\n", decimal(*gain, units[*row])));
            }
        }
    }
    text.push_str(" MARKER 'MARKER' 'INTEND'\nRHS\n");
    for (row, (bound, unit)) in model.rows.iter().zip(&units).enumerate() {
        put(&mut text, format_args!(" RHS r{row} {}\n", decimal(*bound, *unit)));
    }
    (0..model.classes.len()).for_each(|class| put(&mut text, format_args!(" RHS c{class} 1\n")));
    text.push_str("BOUNDS\n");
    for (at, class) in model.classes.iter().enumerate() {
        (0..class.options.len()).for_each(|number| put(&mut text, format_args!(" UP BND x_{at}_{number} 1\n")));
    }
    text.push_str("ENDATA\n");
    text
}

fn put(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = text.write_fmt(line);
}

/// The power of ten that brings the greatest of some numbers to a comfortable size; one when they are small.
fn power(values: impl Iterator<Item = Fraction>) -> Fraction {
    let greatest = values.map(|value| value.round().abs()).max().unwrap_or(0);
    let mut power: i64 = 1;
    while greatest / i128::from(power) > i128::from(COMFORTABLE) && power < i64::MAX / 10 {
        power *= 10;
    }
    Fraction::whole(power)
}

/// A number in units, as a decimal with twelve places.
fn decimal(value: Fraction, unit: Fraction) -> String {
    value.over(unit).map_or_else(
        || "0".to_owned(),
        |value| {
            crate::text::number::decimal(value.numerator(), value.denominator(), 12, crate::text::Lang::En)
                .replace(',', "")
        },
    )
}
