//! Which word stands for which named value of a method.

use super::case::Column;
use super::data::{Capital, Moment, Part};
use super::figures::Figure;
use crate::words::method::MethodWord as W;

impl W {
    /// The name of a part of a cost.
    pub fn part(part: Part) -> Self {
        match part {
            Part::Labour => Self::PartLabour,
            Part::Purchase => Self::PartPurchase,
            Part::Outsourcing => Self::PartOutsourcing,
            Part::Fee => Self::PartFee,
            Part::Tax => Self::PartTax,
            Part::Capital => Self::PartCapital,
            Part::Upkeep => Self::PartUpkeep,
            Part::Delay => Self::PartDelay,
        }
    }

    /// The name of a figure.
    pub fn figure(figure: Figure) -> Self {
        match figure {
            Figure::Total => Self::FigureTotal,
            Figure::Average => Self::FigureAverage,
            Figure::OneOff => Self::FigureOneOff,
            Figure::Recurring => Self::FigureRecurring,
            Figure::PresentValue => Self::FigurePresentValue,
            Figure::Annualised => Self::FigureAnnualised,
            Figure::Low => Self::FigureLow,
            Figure::High => Self::FigureHigh,
            Figure::MidpointOfInputs => Self::FigureMidpointOfInputs,
            Figure::MidpointOfOutputs => Self::FigureMidpointOfOutputs,
            Figure::Hours => Self::FigureHours,
            Figure::Cases => Self::FigureCases,
            Figure::Occurrences => Self::FigureOccurrences,
            Figure::Percent => Self::FigurePercent,
        }
    }

    /// The name of a version or a difference.
    pub fn column(column: Column) -> Self {
        match column {
            Column::Before => Self::ColumnBefore,
            Column::Restated => Self::ColumnRestated,
            Column::After => Self::ColumnAfter,
            Column::ReEstimate => Self::ColumnReEstimate,
            Column::Change => Self::ColumnChange,
            Column::Saved => Self::ColumnSaved,
        }
    }

    /// The name of a moment of discounting.
    pub fn moment(moment: Moment) -> Self {
        match moment {
            Moment::YearEnd => Self::MomentYearEnd,
            Moment::YearStart => Self::MomentYearStart,
            Moment::EachTime => Self::MomentEachTime,
        }
    }

    /// How capital is counted.
    pub fn capital(capital: Capital) -> Self {
        match capital {
            Capital::Once => Self::CapitalOnce,
            Capital::Spread => Self::CapitalSpread,
        }
    }
}
