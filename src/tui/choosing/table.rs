//! The scenario in hand: every measure that it could have, in or out, with the figures of the set always those of what is in.

use crate::model::{Fraction, Measure, Scenario, Target};
use crate::reform::{Evaluation, Figures, Snapshot, Worth};
use crate::text::{Lang, fold};
use crate::words::Result;
use std::collections::HashMap;
use tui_input::Input;

/// A measure that the scenario has, or could have.
#[derive(Debug)]
pub(in crate::tui) struct Row {
    pub(in crate::tui) code: String,
    pub(in crate::tui) regulation: String,
    pub(in crate::tui) title: String,
    /// Name of the level of instruments.
    pub(in crate::tui) level: String,
    pub(in crate::tui) effort: Option<Fraction>,
    /// Saved per year when it is the only one, đồng.
    pub(in crate::tui) alone: Fraction,
    /// It was rejected or withdrawn, and is shown only where it is in the set.
    dropped: bool,
    folded: String,
}

/// A target with what the set reaches of it, in percent.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Reach {
    pub(in crate::tui) target: Target,
    pub(in crate::tui) percent: Option<Fraction>,
}

/// The scenario in hand.
#[derive(Debug)]
pub(in crate::tui) struct Table {
    pub(in crate::tui) scenario: Scenario,
    pub(in crate::tui) special: bool,
    /// Whether it was changed since it was stored.
    pub(in crate::tui) touched: bool,
    pub(in crate::tui) evaluation: Evaluation,
    pub(in crate::tui) rows: Vec<Row>,
    pub(in crate::tui) filter: Input,
    /// The rows that the filter leaves, by their place in the register.
    pub(in crate::tui) found: Vec<usize>,
    pub(in crate::tui) at: usize,
    pub(in crate::tui) figures: Figures,
    pub(in crate::tui) reaches: Vec<Reach>,
    /// What the measure in hand is worth in the set; nothing when it is out.
    pub(in crate::tui) worth: Option<Worth>,
    targets: Vec<Target>,
    /// Codes of the measures that were in when it was read.
    opened: Vec<String>,
}

impl Table {
    /// The table of a scenario.
    ///
    /// # Errors
    /// A figure does not fit.
    pub(in crate::tui) fn new(
        snapshot: &Snapshot,
        scenario: Scenario,
        special: bool,
        evaluation: Evaluation,
        lang: Lang,
    ) -> Result<Self> {
        let known: HashMap<&str, &Measure> = snapshot.measures.iter().map(|m| (m.code.as_str(), m)).collect();
        // Each alone: taken up and dropped in an evaluation that has no other.
        let mut alone = Evaluation::new(evaluation.register().clone(), []);
        let mut rows = Vec::new();
        for at in 0..evaluation.register().measures().len() {
            alone.toggle(at);
            let saved = alone.totals()?.saved();
            alone.toggle(at);
            rows.push(row(&evaluation, at, &known, saved, lang));
        }
        let programme = scenario.programme.as_deref();
        let targets = snapshot.programmes.iter().filter(|p| Some(p.code.as_str()) == programme);
        let mut this = Self {
            figures: Figures::default(),
            targets: targets.flat_map(|p| p.targets.iter().cloned()).collect(),
            opened: scenario.measures.clone(),
            scenario,
            special,
            touched: false,
            evaluation,
            rows,
            filter: Input::default(),
            found: Vec::new(),
            at: 0,
            reaches: Vec::new(),
            worth: None,
        };
        this.filter();
        this.figured()?;
        Ok(this)
    }

    /// The measure in hand.
    pub(in crate::tui) fn hand(&self) -> Option<&Row> {
        self.rows.get(*self.found.get(self.at)?)
    }

    /// Whether a measure can be taken up, or is in.
    fn is_open(&self, at: usize) -> bool {
        !self.rows[at].dropped || self.evaluation.is_chosen(at)
    }

    /// How many measures there are to choose among.
    pub(in crate::tui) fn open(&self) -> usize {
        (0..self.rows.len()).filter(|at| self.is_open(*at)).count()
    }

    /// Takes another measure in hand.
    pub(in crate::tui) fn go(&mut self, at: usize) {
        self.at = at;
        self.weigh();
    }

    /// Takes the measure in hand up, or drops it; only the regulation that it cuts is computed again.
    pub(in crate::tui) fn toggle(&mut self) -> Result<()> {
        let Some(place) = self.found.get(self.at).copied() else { return Ok(()) };
        self.evaluation.toggle(place);
        self.touched = true;
        self.figured()
    }

    /// Takes all up that the filter leaves, or drops them when all are in.
    pub(in crate::tui) fn toggle_all(&mut self) -> Result<()> {
        let all_in = self.found.iter().all(|place| self.evaluation.is_chosen(*place));
        for place in self.found.clone() {
            if self.evaluation.is_chosen(place) == all_in {
                self.evaluation.toggle(place);
            }
        }
        self.touched = true;
        self.figured()
    }

    /// Finds again what the filter leaves: every word must occur, with or without marks.
    pub(in crate::tui) fn filter(&mut self) {
        let chosen = self.found.get(self.at).copied();
        let words: Vec<String> = self.filter.value().split_whitespace().map(fold).collect();
        let fits = |at: &usize| words.iter().all(|word| self.rows[*at].folded.contains(word.as_str()));
        self.found = (0..self.rows.len()).filter(|at| self.is_open(*at)).filter(fits).collect();
        // What is in comes first, as it is now; the order stays while measures are taken up and dropped.
        self.found.sort_by_key(|at| !self.evaluation.is_chosen(*at));
        self.at = self.found.iter().position(|at| Some(*at) == chosen).unwrap_or(0);
        self.weigh();
    }

    /// The scenario with the measures that are in.
    pub(in crate::tui) fn chosen(&self) -> Scenario {
        let codes = self.evaluation.chosen().filter_map(|at| self.rows.get(at)).map(|row| row.code.clone());
        let mut measures: Vec<String> = codes.collect();
        // What it names and the register does not have stays named.
        measures.extend(self.evaluation.missing().iter().cloned());
        measures.sort();
        // A set that was changed by hand is no answer to its question any more.
        let problem = if self.touched { String::new() } else { self.scenario.problem.clone() };
        Scenario { measures, problem, ..self.scenario.clone() }
    }

    /// Codes of the measures that were taken up and of those that were dropped since it was read.
    pub(in crate::tui) fn edits(&self) -> (Vec<String>, Vec<String>) {
        let now = self.chosen().measures;
        let added = now.iter().filter(|code| !self.opened.contains(code)).cloned().collect();
        let dropped = self.opened.iter().filter(|code| !now.contains(code)).cloned().collect();
        (added, dropped)
    }

    /// The scenario as it is stored now, with what was taken up and dropped here on top of it.
    pub(in crate::tui) fn over(&self, stored: Scenario) -> Scenario {
        let (added, dropped) = self.edits();
        let mut measures = stored.measures.clone();
        measures.retain(|code| !dropped.contains(code));
        measures.extend(added);
        measures.sort();
        measures.dedup();
        Scenario { measures, ..stored }
    }

    /// Says that it is read from a scenario as it is stored, and has been changed since if `touched`.
    pub(in crate::tui) fn read_from(&mut self, stored: &Scenario, touched: bool) {
        self.opened.clone_from(&stored.measures);
        self.touched = touched;
    }

    /// The scenario as it was when it was read.
    pub(in crate::tui) fn as_read(&self) -> Scenario {
        Scenario { measures: self.opened.clone(), ..self.scenario.clone() }
    }

    fn figured(&mut self) -> Result<()> {
        self.figures = self.evaluation.totals()?;
        let reach = |target: &Target| {
            let reached = self.evaluation.reached(target.metric, &target.kinds);
            Reach { percent: reached.and_then(|reached| reached.percent()), target: target.clone() }
        };
        self.reaches = self.targets.iter().map(reach).collect();
        self.weigh();
        Ok(())
    }

    fn weigh(&mut self) {
        let place = self.found.get(self.at).copied();
        // A figure that does not fit was told when the measure was taken up.
        self.worth = place.and_then(|place| self.evaluation.worth(place).ok().flatten());
    }
}

fn row(evaluation: &Evaluation, at: usize, measures: &HashMap<&str, &Measure>, alone: Fraction, lang: Lang) -> Row {
    let register = evaluation.register();
    let known = &register.measures()[at];
    let measure = measures.get(known.code.as_str());
    let title = measure.map(|measure| measure.title.clone()).unwrap_or_default();
    let level = known.level.and_then(|level| register.levels().get(level));
    let level = level.map_or_else(String::new, |l| l.name_in(lang).to_owned());
    Row {
        folded: fold(&format!("{} {title} {level}", known.code)),
        dropped: measure.is_some_and(|measure| measure.is_dropped()),
        code: known.code.clone(),
        regulation: known.regulation.clone(),
        title,
        level,
        effort: known.effort,
        alone,
    }
}
