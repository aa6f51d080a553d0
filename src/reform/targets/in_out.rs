//! The book of in and out: what came since the baseline, what measures took away, and who owes what by the ratios of the programme.
//!
//! In are regulations that came after the frozen baseline, at what they cost today, and cost that measures add. Out is what the measures of the stage that
//! counts take from the baseline; by cost it is each measure's fair share of what the set saves, so that measures on one regulation add up, valued as the
//! programme says: what is in force for a time counts for that time. What came is paid for in the order in which it came.

use super::reading::takes;
use crate::model::{
    CountsIn, CountsOut, Fraction, Measure, Programme, Ratio, Scope, Stage, Valuation, Weighs, years_between,
};
use crate::reform::evaluate::{CompiledRegister, Evaluation};
use crate::reform::{BaselineState, Register, Snapshot, Subject};
use crate::words::counting::CountingWord as W;
use crate::words::{Message, Result, Said};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The book of in and out of one programme on one day.
#[derive(Debug, Clone)]
pub struct InOut {
    /// The programme.
    pub programme: Programme,
    /// The day.
    pub as_of: Date,
    /// What it is measured against; without a frozen one nothing is known to be new, and there are no books.
    pub baseline: BaselineState,
    /// The stage at which measures count.
    pub stage: Stage,
    /// One a ratio of the programme, or one by cost where it has none.
    pub books: Vec<InOutBook>,
    /// What must be known to read them.
    pub remarks: Vec<Said>,
}

/// In and out by one ratio.
#[derive(Debug, Clone)]
pub struct InOutBook {
    /// The ratio; nothing where the programme sets none.
    pub ratio: Option<Ratio>,
    /// What is weighed.
    pub weighs: Weighs,
    /// All agencies.
    pub total: InOutLine,
    /// By agency, those without one last; only where something came or went.
    pub agencies: Vec<InOutLine>,
}

/// In and out of an agency: regulations, or đồng (per year, but for a present value).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InOutLine {
    /// Code of the agency; nothing for those without one, and for all together.
    pub agency: Option<String>,
    /// Regulations that came and count.
    pub came_regulations: usize,
    /// What they weigh, with what measures add.
    pub came: Fraction,
    /// Regulations that came whose cost nobody knows; in no sum where cost is weighed or asked for.
    pub unknown: usize,
    /// Regulations that measures cut and that count.
    pub gone_regulations: usize,
    /// What went.
    pub gone: Fraction,
    /// What went and pays for nothing any more, because its time is over.
    pub lapsed: Fraction,
    /// What must go for what came; nothing without a ratio.
    pub owed: Option<Fraction>,
    /// Out less owed; without a ratio, out less in.
    pub balance: Fraction,
    /// What is still owed; nothing without a ratio, and of a single agency where all pay together.
    pub debt: Option<Fraction>,
    /// By when the oldest of it must be paid for; nothing where nothing is owed, no time is set, or the day on which it came is not known.
    pub due: Option<Date>,
}

/// The book of a programme on a day. `came_on` has the first day of regulations, by code, where it is known.
///
/// # Errors
/// Bad input when a figure does not fit.
pub fn in_out(
    snapshot: &Snapshot,
    programme: &Programme,
    as_of: Date,
    came_on: &BTreeMap<String, Date>,
) -> Result<InOut> {
    let counting = &programme.counting;
    let stage = counting.stage();
    let mut this = InOut {
        programme: programme.clone(),
        as_of,
        baseline: BaselineState::Live,
        stage,
        books: Vec::new(),
        remarks: Vec::new(),
    };
    let Some(frozen) = snapshot.baselines.get(&programme.code) else { return Ok(this) };
    this.baseline = frozen.baseline();
    let then_year = frozen.frozen_on.unwrap_or(as_of).year();
    let prices = (counting.price_factor(then_year), counting.price_factor(as_of.year()));
    let out = Out::new(snapshot, frozen, programme, as_of)?;
    let rules: Vec<Option<&Ratio>> =
        if counting.ratios.is_empty() { vec![None] } else { counting.ratios.iter().map(Some).collect() };
    for ratio in rules {
        let weighs = ratio.map_or(Weighs::Cost, |ratio| ratio.weighs);
        let factors = match (weighs, prices) {
            (Weighs::Regulations, _) => (Fraction::ONE, Fraction::ONE),
            (Weighs::Cost, (Some(then), Some(now))) => (then, now),
            (Weighs::Cost, (then, _)) => {
                let year = if then.is_none() { then_year } else { as_of.year() };
                let price_year = counting.price_year.unwrap_or_default();
                this.remarks.push(W::LedgerRefused.said(&[&programme.code, &year, &price_year]));
                continue;
            }
        };
        let mut book = Book { snapshot, lines: BTreeMap::new(), came: BTreeMap::new() };
        book.take_in(&came(snapshot, frozen, &programme.scope), ratio, weighs, factors.1, came_on);
        book.take_out(&out, frozen, ratio, weighs, factors.0);
        this.books.push(book.close(ratio, weighs));
    }
    let by_cost = |book: &InOutBook| book.weighs == Weighs::Cost && !book.total.came.is_zero();
    if counting.price_year.is_none() && then_year != as_of.year() && this.books.iter().any(by_cost) {
        this.remarks.push(W::MixedPrices.said(&[&programme.code, &as_of.year(), &then_year]));
    }
    let unknown = this.books.iter().map(|book| book.total.unknown).max().unwrap_or_default();
    if unknown > 0 {
        this.remarks.push(W::LedgerUnknown.said(&[&programme.code, &unknown]));
    }
    Ok(this)
}

/// The regulations that came after a baseline and that the programme covers.
fn came<'s>(snapshot: &'s Snapshot, frozen: &Register, scope: &Scope) -> Vec<&'s Subject> {
    let new = |subject: &&Subject| frozen.place(&subject.code).is_none() && subject.within(scope);
    snapshot.live.subjects.iter().filter(new).collect()
}

/// What the measures of a programme take away.
struct Out {
    /// By place of the regulation in the baseline: abolished, and whether it was cut or simplified at all, of the measures that still pay and of all.
    paying: Vec<(usize, bool)>,
    all: Vec<(usize, bool)>,
    /// Each measure's share: place of its regulation, whether it abolishes, what it counts, and whether it still pays.
    shares: Vec<(usize, bool, Fraction, bool)>,
}

impl Out {
    fn new(snapshot: &Snapshot, frozen: &Register, programme: &Programme, as_of: Date) -> Result<Self> {
        let counting = &programme.counting;
        let stage = counting.stage();
        let counts = |measure: &&Measure| {
            measure.status_on(as_of).is_some_and(|status| status.counts_at(stage)) && takes(counting, measure, as_of)
        };
        let measures: BTreeMap<&str, &Measure> =
            snapshot.measures.iter().filter(counts).map(|measure| (measure.code.as_str(), measure)).collect();
        let since = |measure: &Measure| {
            let reached = measure.statuses.iter().find(|step| step.status.counts_at(stage));
            reached.map(|step| step.date)
        };
        let pays = |measure: &Measure| match (counting.credit_months, since(measure)) {
            (Some(months), Some(since)) => {
                since.checked_add(jiff::Span::new().months(i32::from(months))).map_or(true, |last| as_of <= last)
            }
            _ => true,
        };
        let register =
            Arc::new(CompiledRegister::new(snapshot, measures.values().copied(), Some(programme.code.as_str())));
        let all = Evaluation::new(register.clone(), measures.keys().copied());
        let paying = Evaluation::new(
            register.clone(),
            measures.values().filter(|measure| pays(measure)).map(|measure| measure.code.as_str()),
        );
        let cut = |set: &Evaluation| -> Vec<(usize, bool)> {
            let units = register.units.iter().enumerate();
            let outcomes = units.map(|(at, unit)| (unit.regulation, set.outcome(at)));
            let cut = outcomes.filter(|(_, after)| after.abolished || after.simplified);
            cut.map(|(place, after)| (place, after.abolished)).collect()
        };
        let mut shares = Vec::new();
        for worth in all.worths()? {
            let Some(known) = register.measures().get(worth.measure) else { continue };
            let Some(measure) = measures.get(known.code.as_str()) else { continue };
            let Some(place) = frozen.place(&known.regulation) else { continue };
            let counted = valued(counting.valuation.as_ref(), worth.share.annual, measure, since(measure), as_of);
            shares.push((place, known.abolishes, counted, pays(measure)));
        }
        Ok(Self { paying: cut(&paying), all: cut(&all), shares })
    }
}

/// What a measure's share counts: what is in force for a time counts for that time.
fn valued(
    valuation: Option<&Valuation>,
    share: Fraction,
    measure: &Measure,
    since: Option<Date>,
    as_of: Date,
) -> Fraction {
    let Some(valuation) = valuation else { return share };
    let until = measure.step_on(as_of).and_then(|step| step.until?.tomorrow().ok());
    let lasts = since.zip(until).and_then(|(since, until)| years_between(since, until));
    valuation.of_yearly(share, lasts).unwrap_or(share)
}

/// The line of an agency, those without one last.
type Key<'s> = (bool, Option<&'s str>);

/// What came, each with its first day where that is known.
type Came = Vec<(Option<Date>, Fraction)>;

/// A book that is being written.
struct Book<'s> {
    snapshot: &'s Snapshot,
    lines: BTreeMap<Key<'s>, InOutLine>,
    /// What came, in the order in which it came, by agency.
    came: BTreeMap<Key<'s>, Came>,
}

impl<'s> Book<'s> {
    /// The line of an agency, or of the one that took over from it.
    fn key(&self, subject: &'s Subject) -> Key<'s> {
        let agency = subject.agency.as_deref().map(|code| self.snapshot.succession.after(code));
        (agency.is_none(), agency)
    }

    fn take_in(
        &mut self,
        new: &[&'s Subject],
        ratio: Option<&Ratio>,
        weighs: Weighs,
        price: Fraction,
        came_on: &BTreeMap<String, Date>,
    ) {
        let costed = ratio.is_some_and(|ratio| ratio.ins == CountsIn::WithCost);
        for subject in new {
            let key = self.key(subject);
            let line = self.lines.entry(key).or_default();
            let cost = subject.known();
            let weight = match (weighs, cost) {
                (Weighs::Cost, None) => None,
                (Weighs::Regulations, None) if costed => None,
                (_, Some(cost)) if costed && cost.is_zero() => continue,
                (Weighs::Cost, Some(cost)) => Some(cost.times(price).unwrap_or(cost)),
                (Weighs::Regulations, _) => Some(Fraction::ONE),
            };
            let Some(weight) = weight else {
                line.unknown += 1;
                continue;
            };
            line.came_regulations += 1;
            line.came = line.came.more(weight);
            self.came.entry(key).or_default().push((came_on.get(&subject.code).copied(), weight));
        }
    }

    fn take_out(&mut self, out: &Out, frozen: &'s Register, ratio: Option<&Ratio>, weighs: Weighs, price: Fraction) {
        let abolished_only = ratio.is_some_and(|ratio| ratio.outs == CountsOut::Abolished);
        let paying: BTreeSet<usize> =
            out.paying.iter().filter(|(_, abolished)| *abolished || !abolished_only).map(|(place, _)| *place).collect();
        for (place, _) in out.all.iter().filter(|(_, abolished)| *abolished || !abolished_only) {
            let Some(subject) = frozen.subjects.get(*place) else { continue };
            let line = self.lines.entry(self.key(subject)).or_default();
            let pays = paying.contains(place);
            line.gone_regulations += usize::from(pays);
            if weighs == Weighs::Regulations {
                let into = if pays { &mut line.gone } else { &mut line.lapsed };
                *into = into.more(Fraction::ONE);
            }
        }
        if weighs == Weighs::Regulations {
            return;
        }
        for (place, abolishes, counted, pays) in &out.shares {
            let Some(subject) = frozen.subjects.get(*place) else { continue };
            let key = self.key(subject);
            let line = self.lines.entry(key).or_default();
            let value = counted.times(price).unwrap_or(*counted);
            if value.is_negative() {
                // A measure that adds cost is new burden.
                let more = Fraction::ZERO.less(value);
                line.came = line.came.more(more);
                self.came.entry(key).or_default().push((None, more));
            } else if *abolishes || !abolished_only {
                let into = if *pays { &mut line.gone } else { &mut line.lapsed };
                *into = into.more(value);
            }
        }
    }

    fn close(mut self, ratio: Option<&Ratio>, weighs: Weighs) -> InOutBook {
        let mut total = InOutLine::default();
        let mut all_came = Vec::new();
        let mut agencies = Vec::new();
        for (key, mut line) in std::mem::take(&mut self.lines) {
            let came = self.came.remove(&key).unwrap_or_default();
            line.agency = key.1.map(str::to_owned);
            settle(&mut line, ratio, &came);
            for (into, more) in
                [(&mut total.came, line.came), (&mut total.gone, line.gone), (&mut total.lapsed, line.lapsed)]
            {
                *into = into.more(more);
            }
            total.came_regulations += line.came_regulations;
            total.gone_regulations += line.gone_regulations;
            total.unknown += line.unknown;
            all_came.extend(came);
            agencies.push(line);
        }
        settle(&mut total, ratio, &all_came);
        if let Some(ratio) = ratio {
            if ratio.together {
                agencies.iter_mut().for_each(|line| (line.debt, line.due) = (None, None));
            } else {
                total.debt = Some(agencies.iter().filter_map(|line| line.debt).fold(Fraction::ZERO, Fraction::more));
                total.due = agencies.iter().filter_map(|line| line.due).min();
            }
        }
        InOutBook { ratio: ratio.cloned(), weighs, total, agencies }
    }
}

/// What a line owes, and by when: what came is paid for in the order in which it came, what has no day last.
fn settle(line: &mut InOutLine, ratio: Option<&Ratio>, came: &[(Option<Date>, Fraction)]) {
    let Some(ratio) = ratio else {
        line.balance = line.gone.less(line.came);
        return;
    };
    let owed = ratio.owed(line.came).unwrap_or(line.came);
    line.owed = Some(owed);
    line.balance = line.gone.less(owed);
    let short = owed.less(line.gone);
    line.debt = Some(if short.is_negative() { Fraction::ZERO } else { short });
    let Some(months) = ratio.months.filter(|_| !short.is_negative() && !short.is_zero()) else { return };
    let mut in_order: Vec<&(Option<Date>, Fraction)> = came.iter().collect();
    in_order.sort_by_key(|(day, _)| (day.is_none(), *day));
    let mut paid = line.gone;
    for (day, weight) in in_order {
        let must = ratio.owed(*weight).unwrap_or(*weight);
        if paid < must {
            line.due = day.and_then(|day| day.checked_add(jiff::Span::new().months(i32::from(months))).ok());
            return;
        }
        paid = paid.less(must);
    }
}
