//! Correcting a cell of a cost sheet by what a person typed.

use crate::model::{Activity, Cell, Fraction, Provenance};
use crate::text::{clean_line, number};

/// What a person can correct in a row of a cost sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowField {
    /// A figure that has its own provenance.
    Cell(Cell),
    /// The group of those who comply that does it.
    Among,
    /// How many people of an organisation do the work.
    Staff,
    /// What is done.
    Name,
    /// How it is done.
    How,
    /// The parameter that gives the income per hour.
    Tariff,
    /// Where the figures come from.
    Source,
}

impl RowField {
    /// All of them, in the order of the sheet.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::How,
        Self::Tariff,
        Self::Cell(Cell::Minutes),
        Self::Cell(Cell::Outsourcing),
        Self::Cell(Cell::Charges),
        Self::Staff,
        Self::Cell(Cell::Times),
        Self::Cell(Cell::Population),
        Self::Among,
        Self::Source,
    ];

    /// The field with this name, as files and commands write it.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "staff" => Self::Staff,
            "among" => Self::Among,
            "name" => Self::Name,
            "how" => Self::How,
            "tariff" => Self::Tariff,
            "source" => Self::Source,
            cell => Self::Cell(Cell::parse(cell)?),
        })
    }

    /// The field that a person names, and what was typed for it: `hours=1,5` is `minutes=1,5 giờ`. Nothing where there is no such field.
    pub fn typed(name: &str, typed: &str) -> Option<(Self, String)> {
        if name != "hours" {
            return Some((Self::parse(name)?, typed.to_owned()));
        }
        // A number that can be read in two ways stays one that is refused.
        let hours = exact(typed.trim()).filter(|_| !typed.contains(char::is_alphabetic));
        let minutes = hours.and_then(|hours| hours.times(Fraction::whole(60)));
        Some((Self::Cell(Cell::Minutes), minutes.map_or_else(|| typed.to_owned(), |minutes| minutes.to_string())))
    }

    /// Its name, as files and commands write it, and as the workspace stores it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cell(cell) => cell.name(),
            Self::Staff => "staff",
            Self::Among => "among",
            Self::Name => "name",
            Self::How => "how",
            Self::Tariff => "tariff",
            Self::Source => "source",
        }
    }

    /// What stands in it, as [`RowField::put`] reads it.
    pub fn text(self, row: &Activity) -> String {
        match self {
            Self::Cell(cell) => cell_text(row, cell),
            Self::Staff => row.staff.to_string(),
            Self::Among => row.among.clone().unwrap_or_default(),
            Self::Name => row.name.clone(),
            Self::How => row.how.clone(),
            Self::Tariff => row.tariff.clone(),
            Self::Source => row.source.clone(),
        }
    }

    /// How sure what stands in it is; nothing where that is not told.
    pub fn provenance(self, row: &Activity) -> Option<Provenance> {
        match self {
            Self::Cell(cell) => Some(row.provenance.of(cell)),
            _ => None,
        }
    }

    /// Puts in what was typed; a cell gets the provenance. `false`, and nothing changed, when it cannot stand there: no number where one
    /// is needed (see [`set_cell`]), no name.
    pub fn put(self, row: &mut Activity, typed: &str, provenance: Provenance) -> bool {
        match self {
            Self::Cell(cell) => return set_cell(row, cell, typed, provenance),
            Self::Staff => match exact(typed.trim()) {
                Some(staff) => row.staff = staff,
                None => return false,
            },
            Self::Name => match clean_line(typed) {
                name if name.is_empty() => return false,
                name => row.name = name,
            },
            Self::Among => row.among = Some(clean_line(typed)).filter(|group| !group.is_empty() && group != OWN),
            Self::How => row.how = clean_line(typed),
            Self::Tariff => row.tariff = clean_line(typed),
            Self::Source => row.source = clean_line(typed),
        }
        true
    }
}

/// What stands for “as the regulation's own number says” in the cells that may say nothing: performances per year, how many comply.
pub const OWN: &str = "-";

/// An exact number of zero or more that can be read in one way only.
fn exact(typed: &str) -> Option<Fraction> {
    let grouped = typed.contains(['.', ',']) && number::parse_whole(typed).is_some();
    Fraction::parse(&typed.replace(',', ".")).filter(|value| !value.is_negative() && !grouped)
}

/// Puts a figure that was typed into a cell: minutes and times are exact numbers (`15`, `0.5`, `1/5`, `7,5`), the others whole
/// numbers, grouped or not. The cell gets the provenance. `false`, and nothing changed, when it is no such number, below zero, or
/// could be read in two ways (`1.000` minutes: a thousand, or one with decimals). Units are understood: `2h30`, `3 ngày`, `1,5 triệu`. [`OWN`] takes
/// away what a row says of times and population, so that it follows the regulation's own.
pub fn set_cell(row: &mut Activity, cell: Cell, typed: &str, provenance: Provenance) -> bool {
    let typed = typed.trim();
    let exact = || exact(typed);
    let whole = || number::parse_whole(typed).filter(|value| *value >= 0);
    // A unit leaves no doubt: `2h30`, `1,5 triệu`. A bare number is read strictly.
    let with_unit = || super::typed::read(cell, typed).ok().filter(|_| typed.contains(char::is_alphabetic));
    let exact = || exact().or_else(with_unit);
    let whole = || whole().or_else(|| with_unit().and_then(|value| i64::try_from(value.round()).ok()));
    let own = typed == OWN;
    let set = match cell {
        Cell::Times if own => {
            row.times = None;
            Some(())
        }
        Cell::Population if own => {
            row.population = None;
            Some(())
        }
        Cell::Minutes => exact().map(|value| row.minutes = value),
        Cell::Times => exact().map(|value| row.times = Some(value)),
        Cell::Outsourcing => whole().map(|value| row.outsourcing = value),
        Cell::Charges => whole().map(|value| row.charges = value),
        Cell::Population => whole().map(|value| row.population = Some(value)),
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
        Cell::Times => row.times.map_or_else(|| OWN.to_owned(), |times| times.to_string()),
        Cell::Outsourcing => row.outsourcing.to_string(),
        Cell::Charges => row.charges.to_string(),
        Cell::Population => row.population.map_or_else(|| OWN.to_owned(), |count| count.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActivityGroup, CellProvenance};

    #[test]
    fn hours_are_minutes() {
        let minutes = |typed: &str| RowField::typed("hours", typed).map(|(_, typed)| typed);
        assert_eq!(minutes("1,5").as_deref(), Some("90"));
        assert_eq!(minutes("1/3").as_deref(), Some("20"));
        assert_eq!(minutes("1.000").as_deref(), Some("1.000"), "refused as minutes are");
        assert_eq!(minutes("2h30").as_deref(), Some("2h30"));
        assert_eq!(RowField::typed("days", "1"), None);
    }

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
            times: None,
            population: Some(0),
            among: None,
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
