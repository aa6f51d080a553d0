//! Correcting a cell of a cost sheet by what a person typed.

use crate::model::{Activity, Cell, Fraction, Provenance};
use crate::text::number;

/// Puts a figure that was typed into a cell: minutes and times are exact numbers (`15`, `0.5`, `1/5`, `7,5`), the others whole
/// numbers, grouped or not. The cell gets the provenance. `false`, and nothing changed, when it is no such number, below zero, or
/// could be read in two ways (`1.000` minutes: a thousand, or one with decimals).
pub fn set_cell(row: &mut Activity, cell: Cell, typed: &str, provenance: Provenance) -> bool {
    let typed = typed.trim();
    let grouped = typed.contains(['.', ',']) && number::parse_whole(typed).is_some();
    let exact = || Fraction::parse(&typed.replace(',', ".")).filter(|value| !value.is_negative() && !grouped);
    let whole = || number::parse_whole(typed).filter(|value| *value >= 0);
    let set = match cell {
        Cell::Minutes => exact().map(|value| row.minutes = value),
        Cell::Times => exact().map(|value| row.times = value),
        Cell::Outsourcing => whole().map(|value| row.outsourcing = value),
        Cell::Charges => whole().map(|value| row.charges = value),
        Cell::Population => whole().map(|value| row.population = value),
    };
    if set.is_some() {
        row.provenance.set(cell, provenance);
    }
    set.is_some()
}

/// What stands in a cell, as [`set_cell`] reads it.
pub fn cell_text(row: &Activity, cell: Cell) -> String {
    match cell {
        Cell::Minutes => row.minutes.to_string(),
        Cell::Times => row.times.to_string(),
        Cell::Outsourcing => row.outsourcing.to_string(),
        Cell::Charges => row.charges.to_string(),
        Cell::Population => row.population.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActivityGroup, CellProvenance};

    #[test]
    fn cells_take_what_people_type_and_refuse_what_is_unclear() {
        let mut row = Activity {
            id: String::new(),
            group: ActivityGroup::Other,
            name: String::new(),
            how: String::new(),
            component: None,
            tariff: String::new(),
            minutes: Fraction::ZERO,
            outsourcing: 0,
            charges: 0,
            staff: Fraction::ONE,
            times: Fraction::ONE,
            population: 0,
            provenance: CellProvenance::default(),
            source: String::new(),
        };
        assert!(set_cell(&mut row, Cell::Minutes, "7,5", Provenance::Measured));
        assert_eq!((row.minutes, row.provenance.minutes), (Fraction::new(15, 2).unwrap(), Provenance::Measured));
        assert!(set_cell(&mut row, Cell::Charges, "1.200.000", Provenance::Official));
        assert_eq!(row.charges, 1_200_000);
        for (cell, typed) in [
            (Cell::Minutes, "1.000"),
            (Cell::Minutes, "-1"),
            (Cell::Times, "x"),
            (Cell::Charges, "1.5"),
            (Cell::Population, ""),
        ] {
            let before = row.clone();
            assert!(!set_cell(&mut row, cell, typed, Provenance::Official), "{typed}");
            assert_eq!(row, before);
        }
    }
}
