//! How sure the figures of a set of measures are, for documents: intervals, the probability of each target, the parameters that matter.

use super::drawn::Asked;
use super::{Source, chance, tornado};
use crate::model::Scenario;
use crate::reform::Subject;
use crate::reform::chance::{Draws, Scale, chance as drawn};
use crate::view::Table;
use crate::words::{Result, Said};

/// What was drawn of a set.
pub struct Uncertain {
    /// Intervals of its figures, with the columns of `scenario chance`.
    pub figures: Table,
    /// The probability of each target.
    pub targets: Table,
    /// The parameters, the widest first, with the columns of `scenario tornado`.
    pub bars: Table,
    /// How many parameters are uncertain.
    pub parameters: usize,
    /// What must be known to read the figures.
    pub notes: Vec<Said>,
}

/// Draws for measures, over the baseline of a programme where one is named; at most so many parameters are listed.
///
/// # Errors
/// There is no such programme, a figure is too large to compute exactly, or the workspace cannot be read.
pub fn uncertain(
    from: &Source<'_>,
    measures: Vec<String>,
    within: &dyn Fn(&Subject) -> bool,
    programme: Option<&str>,
    draws: &Draws,
    limit: usize,
) -> Result<Uncertain> {
    let set = Scenario {
        code: String::new(),
        name: String::new(),
        programme: None,
        measures,
        note: String::new(),
        problem: String::new(),
    };
    let asked = Asked::of(from, set, programme)?.within(within);
    let case = asked.case()?;
    let answer = drawn(&case, draws)?;
    Ok(Uncertain {
        figures: chance::figures(answer.shown(), from.lang),
        targets: chance::targets(&answer, from.lang),
        bars: tornado::bars(from, &asked, &case, draws, (Scale::Saved, limit))?,
        parameters: answer.parameters,
        notes: asked.notes(&case),
    })
}
