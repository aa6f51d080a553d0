//! The set in hand: every measure that the scenario has or could have, in or out, with the figures of the set always those of what is in.

use crate::model::{Fraction, Measure, MeasureStatus, Scenario, Stage, Target};
use crate::reform::{Evaluation, Figures, Snapshot, Worth};
use crate::text::Lang;
use crate::tui::screen::Shared;
use crate::tui::widgets::gauge::Gauge;
use crate::view::{Cell, Column, Table};
use crate::words::Result;
use crate::words::choosing::ChoosingWord as C;
use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::HashMap;

/// A measure that the scenario has, or could have.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) code: String,
    pub(super) regulation: String,
    pub(super) title: String,
    /// Name of the level of instruments.
    pub(super) level: String,
    pub(super) effort: Option<Fraction>,
    /// Saved per year when it is the only one, đồng.
    pub(super) alone: Fraction,
    pub(super) status: Option<MeasureStatus>,
    pub(super) due: Option<Date>,
    pub(super) person: Option<String>,
    pub(super) instrument: Option<String>,
    /// It was rejected or withdrawn, and is shown only where it is in the set.
    dropped: bool,
}

/// A target with what the set reaches of it, in percent.
#[derive(Debug, Clone)]
pub(super) struct Reach {
    pub(super) target: Target,
    pub(super) percent: Option<Fraction>,
    /// What the set reached when it was read.
    pub(super) opened: Option<Fraction>,
    pub(super) gauge: Gauge,
}

/// What the measure in hand is worth, and what the set would be with it, or without it.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    pub(super) worth: Option<Worth>,
    pub(super) other: Figures,
}

/// The set in hand.
#[derive(Debug)]
pub(super) struct Set {
    pub(super) scenario: Scenario,
    /// Whether it stands for a stage and is not stored.
    pub(super) special: bool,
    pub(super) rows: Vec<Row>,
    pub(super) figures: Figures,
    pub(super) reaches: Vec<Reach>,
    evaluation: RefCell<Evaluation>,
    /// Of what is in, what is in force and what is approved.
    stages: [Evaluation; 2],
    by_code: HashMap<String, usize>,
    weighed: RefCell<Option<(usize, Weighed)>>,
    shares: RefCell<Option<Vec<(usize, Fraction)>>>,
}

impl Set {
    /// The set of a scenario.
    ///
    /// # Errors
    /// A figure does not fit.
    pub(super) fn new(
        snapshot: &Snapshot,
        scenario: Scenario,
        special: bool,
        evaluation: Evaluation,
        (lang, day): (Lang, Date),
    ) -> Result<Self> {
        let known: HashMap<&str, &Measure> = snapshot.measures.iter().map(|m| (m.code.as_str(), m)).collect();
        // Each alone: taken up and dropped in an evaluation that has no other.
        let none = || Evaluation::new(evaluation.register().clone(), []);
        let mut alone = none();
        let mut rows = Vec::new();
        for at in 0..evaluation.register().measures().len() {
            alone.toggle(at);
            let saved = alone.totals()?.saved();
            alone.toggle(at);
            rows.push(row(&evaluation, at, &known, saved, (lang, day)));
        }
        let programme = scenario.programme.as_deref();
        let targets = snapshot.programmes.iter().filter(|p| Some(p.code.as_str()) == programme);
        let reach = |target: &Target| Reach {
            target: target.clone(),
            percent: None,
            opened: None,
            gauge: Gauge { target: target.percent, ..Gauge::default() },
        };
        let mut this = Self {
            figures: Figures::default(),
            reaches: targets.flat_map(|p| p.targets.iter().map(reach)).collect(),
            scenario,
            special,
            by_code: rows.iter().enumerate().map(|(at, row)| (row.code.clone(), at)).collect(),
            stages: [none(), none()],
            rows,
            evaluation: RefCell::new(evaluation),
            weighed: RefCell::new(None),
            shares: RefCell::new(None),
        };
        for at in 0..this.rows.len() {
            if this.is_in(at) {
                this.toggle_stages(at);
            }
        }
        this.figured()?;
        for reach in &mut this.reaches {
            reach.opened = reach.percent;
        }
        Ok(this)
    }

    /// The place of a measure.
    pub(super) fn place(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// Whether a measure is in.
    pub(super) fn is_in(&self, at: usize) -> bool {
        self.evaluation.borrow().is_chosen(at)
    }

    /// Codes that it names and the register does not have.
    pub(super) fn missing(&self) -> Vec<String> {
        self.evaluation.borrow().missing().to_vec()
    }

    /// The baseline over which it stands.
    pub(super) fn baseline(&self) -> crate::reform::BaselineState {
        self.evaluation.borrow().baseline()
    }

    fn toggle_stages(&mut self, at: usize) {
        let status = self.rows[at].status;
        for (stage, evaluation) in [Stage::InForce, Stage::Approved].into_iter().zip(&mut self.stages) {
            if status.is_some_and(|status| status.counts_at(stage)) {
                evaluation.toggle(at);
            }
        }
    }

    /// Takes measures up, or drops them; only the regulations that they cut are computed again.
    ///
    /// # Errors
    /// A figure does not fit.
    pub(super) fn toggle(&mut self, places: &[usize]) -> Result<()> {
        for at in places {
            self.evaluation.get_mut().toggle(*at);
            self.toggle_stages(*at);
        }
        self.figured()
    }

    fn figured(&mut self) -> Result<()> {
        self.weighed.replace(None);
        self.shares.replace(None);
        let evaluation = self.evaluation.get_mut();
        self.figures = evaluation.totals()?;
        for reach in &mut self.reaches {
            let target = &reach.target;
            let of = |e: &Evaluation| e.reached(target.metric, &target.kinds).and_then(|reached| reached.percent());
            let seen = |percent: Option<Fraction>| percent.filter(|p| !p.is_negative()).unwrap_or_default();
            reach.percent = of(evaluation);
            reach.gauge = Gauge {
                in_force: seen(of(&self.stages[0])),
                approved: seen(of(&self.stages[1])),
                planned: seen(reach.percent),
                target: target.percent,
            };
        }
        Ok(())
    }

    /// The codes of the measures that are in, with those that the register does not have.
    pub(super) fn codes(&self) -> Vec<String> {
        let evaluation = self.evaluation.borrow();
        let chosen = evaluation.chosen().filter_map(|at| self.rows.get(at)).map(|row| row.code.clone());
        let mut codes: Vec<String> = chosen.chain(evaluation.missing().iter().cloned()).collect();
        codes.sort();
        codes
    }

    /// The scenario with the measures that are in.
    pub(super) fn chosen(&self) -> Scenario {
        let mut scenario = self.scenario.clone();
        scenario.set_measures(self.codes());
        scenario
    }

    /// Codes of the measures that were taken up and of those that were dropped since it was read.
    pub(super) fn edits(&self) -> (Vec<String>, Vec<String>) {
        let (now, before) = (self.codes(), &self.scenario.measures);
        let added = now.iter().filter(|code| !before.contains(code)).cloned().collect();
        let dropped = before.iter().filter(|code| !now.contains(code)).cloned().collect();
        (added, dropped)
    }

    /// Whether something was taken up or dropped that is not stored.
    pub(super) fn is_touched(&self) -> bool {
        self.edits() != (Vec::new(), Vec::new())
    }

    /// Takes up and drops what was taken up and dropped before; what is gone meanwhile is passed over.
    ///
    /// # Errors
    /// A figure does not fit.
    pub(super) fn vary(&mut self, added: &[String], dropped: &[String]) -> Result<()> {
        let add = added.iter().filter_map(|code| self.place(code)).filter(|at| !self.is_in(*at));
        let drop = dropped.iter().filter_map(|code| self.place(code)).filter(|at| self.is_in(*at));
        let places: Vec<usize> = add.chain(drop).collect();
        self.toggle(&places)
    }

    /// What a measure is worth in the set, and what the set would be with it or without it; computed when it is first asked for.
    pub(super) fn weigh(&self, at: usize) -> Option<Weighed> {
        if let Some((known, weighed)) = &*self.weighed.borrow()
            && *known == at
        {
            return Some(weighed.clone());
        }
        let mut evaluation = self.evaluation.borrow_mut();
        // A figure that does not fit was told when the measure was taken up.
        let worth = evaluation.worth(at).ok().flatten();
        evaluation.toggle(at);
        let other = evaluation.totals();
        evaluation.toggle(at);
        let weighed = Weighed { worth, other: other.ok()? };
        self.weighed.replace(Some((at, weighed.clone())));
        Some(weighed)
    }

    /// The fair shares of what the set saves, the greatest first; they add up to it.
    pub(super) fn shares(&self) -> Vec<(usize, Fraction)> {
        if let Some(shares) = &*self.shares.borrow() {
            return shares.clone();
        }
        let worths = self.evaluation.borrow().worths().unwrap_or_default();
        let mut shares: Vec<(usize, Fraction)> = worths.into_iter().map(|w| (w.measure, w.share.annual)).collect();
        shares.sort_by_key(|(_, share)| std::cmp::Reverse(*share));
        self.shares.replace(Some(shares.clone()));
        shares
    }

    /// How many of the measures that are in change instruments of each level, the most first.
    pub(super) fn levels(&self, shared: &Shared) -> Vec<(String, usize)> {
        let mut levels: Vec<(String, usize)> = Vec::new();
        for row in (0..self.rows.len()).filter(|at| self.is_in(*at)).map(|at| &self.rows[at]) {
            let name = if row.level.is_empty() { shared.word(C::None) } else { row.level.as_str() };
            match levels.iter_mut().find(|(known, _)| known == name) {
                Some((_, count)) => *count += 1,
                None => levels.push((name.to_owned(), 1)),
            }
        }
        levels.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        levels
    }

    /// The cell of whether a measure is in.
    pub(super) fn sign(&self, at: usize) -> Cell {
        if self.is_in(at) { Cell::Named("in", "[✓]") } else { Cell::Named("out", "[ ]") }
    }

    /// Whether a measure is in, in words: by which rows are chosen.
    pub(super) fn standing(&self, at: usize, shared: &Shared) -> Cell {
        if self.is_in(at) { Cell::Named("in", shared.word(C::IsIn)) } else { Cell::Named("out", shared.word(C::IsOut)) }
    }

    /// All measures in rows: what is in first, what saves most first.
    pub(super) fn table(&self, shared: &Shared) -> Table {
        let column = |key, word: C| Column::new(key, shared.word(word).to_owned());
        let columns = vec![
            column("sign", C::In),
            column("code", C::Measure),
            column("title", C::Content),
            column("status", C::Stands),
            column("level", C::LevelShort),
            column("effort", C::Points),
            column("alone_dong", C::Alone),
            column("regulation", C::Regulation),
            column("agency", C::Agency),
            column("due", C::Due),
            column("person", C::Person),
            column("standing", C::In),
        ];
        let open = |at: &usize| !self.rows[*at].dropped || self.is_in(*at);
        let mut places: Vec<usize> = (0..self.rows.len()).filter(open).collect();
        places.sort_by_key(|at| (!self.is_in(*at), std::cmp::Reverse(self.rows[*at].alone)));
        let agency = |code: &str| shared.world.snapshot.live.find(code).and_then(|subject| subject.agency.clone());
        let cells = |at: usize| {
            let row = &self.rows[at];
            vec![
                self.sign(at),
                row.code.as_str().into(),
                row.title.as_str().into(),
                row.status.map_or(Cell::Empty, |status| Cell::worded(status, shared.lang)),
                Cell::from(Some(row.level.clone()).filter(|level| !level.is_empty())),
                row.effort.map_or(Cell::Empty, Cell::Exact),
                Cell::Dong(row.alone),
                row.regulation.as_str().into(),
                Cell::from(agency(&row.regulation)),
                row.due.map_or(Cell::Empty, Cell::Day),
                row.person.clone().into(),
                self.standing(at, shared),
            ]
        };
        let mut table = Table::new("scenario_measure", columns);
        table.rows = places.into_iter().map(cells).collect();
        table
    }
}

fn row(
    evaluation: &Evaluation,
    at: usize,
    measures: &HashMap<&str, &Measure>,
    alone: Fraction,
    (lang, day): (Lang, Date),
) -> Row {
    let register = evaluation.register();
    let known = &register.measures()[at];
    let measure = measures.get(known.code.as_str());
    let level = known.level.and_then(|level| register.levels().get(level));
    Row {
        dropped: measure.is_some_and(|measure| measure.is_dropped()),
        code: known.code.clone(),
        regulation: known.regulation.clone(),
        title: measure.map(|measure| measure.title.clone()).unwrap_or_default(),
        level: level.map_or_else(String::new, |level| level.name_in(lang).to_owned()),
        effort: known.effort,
        alone,
        status: measure.and_then(|measure| measure.status_on(day)),
        due: measure.and_then(|measure| measure.due),
        person: measure.and_then(|measure| measure.person.clone()),
        instrument: measure.and_then(|measure| measure.instrument.clone()),
    }
}
