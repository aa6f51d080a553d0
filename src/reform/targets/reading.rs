//! How the figures of a programme are read by its own rules: net of new burden, in the prices of a year, at the stage that counts.

use super::burden::Burden;
use crate::model::{Counting, Fraction, Measure, Metric, Notion, Programme};
use crate::reform::evaluate::Reached;
use crate::words::counting::CountingWord as W;
use crate::words::{Message, Said};
use jiff::civil::Date;

/// What a programme says of its figures, with what this workspace can follow.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    net: bool,
    /// By what amounts of the baseline and of today are multiplied; nothing where no conversion is stated.
    then: Option<Fraction>,
    now: Option<Fraction>,
    /// Whether what is new is known: the baseline is frozen.
    frozen: bool,
    /// What must be known to read the figures.
    pub(super) remarks: Vec<Said>,
}

/// How the figures of one target are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct TargetReading {
    /// By what baseline and achievement are multiplied.
    price: Fraction,
    /// What is taken off the achievement.
    off: Fraction,
    /// Whether it may count as met.
    pub(super) sure: bool,
}

impl TargetReading {
    /// What counts of what a set reaches, and what it reaches before anything is taken off.
    pub(super) fn of(&self, reached: Reached) -> (Reached, Fraction) {
        let priced = |value: Fraction| value.times(self.price).unwrap_or(value);
        let (baseline, gross) = (priced(reached.baseline), priced(reached.achieved));
        (Reached { baseline, achieved: gross.less(self.off) }, gross)
    }
}

impl Reading {
    /// The rules of a programme whose baseline was frozen on a day, or is not, seen on another.
    pub(super) fn new(programme: &Programme, frozen_on: Option<Date>, as_of: Date) -> Self {
        let (counting, code) = (&programme.counting, &programme.code);
        let (then_year, now_year) = (frozen_on.unwrap_or(as_of).year(), as_of.year());
        let (then, now) = (counting.price_factor(then_year), counting.price_factor(now_year));
        let mut remarks = Vec::new();
        let money = programme.targets.iter().any(|target| target.metric == Metric::CostSaved);
        if let Some(notion) = counting.notion.filter(|notion| money && *notion != Notion::ComplianceCost) {
            remarks.push(W::OtherNotion.said_by(|lang| vec![code.clone(), notion.text(lang).to_owned()]));
        }
        if let Some(stage) = counting.stage {
            remarks.push(W::SaysStage.said_by(|lang| vec![code.clone(), stage.text(lang).to_owned()]));
        }
        if let Some(year) = counting.price_year.filter(|_| money) {
            remarks.push(match then {
                Some(_) => W::SaysPrices.said(&[code, &year]),
                None => W::NoPrices.said(&[code, &year, &then_year]),
            });
        }
        if counting.net {
            remarks.push(match (frozen_on, money && (then.is_none() || now.is_none())) {
                (None, _) => W::NetUnknown.said(&[code]),
                (Some(_), true) => W::NetNoPrices.said(&[code, &now_year]),
                (Some(_), false) => W::SaysNet.said(&[code]),
            });
        }
        if money && counting.net && counting.price_year.is_none() && frozen_on.is_some() && then_year != now_year {
            remarks.push(W::MixedPrices.said(&[code, &now_year, &then_year]));
        }
        Self { net: counting.net, then, now, frozen: frozen_on.is_some(), remarks }
    }

    /// A burden with amounts in the prices of the programme. What is new stands in prices of today, all else in those of the baseline.
    pub(super) fn priced(&self, metric: Metric, burden: Burden) -> Burden {
        let (Metric::CostSaved, Some(then), Some(now)) = (metric, self.then, self.now) else { return burden };
        let by = |value: Fraction, factor| value.times(factor).unwrap_or(value);
        let new = by(burden.new, now);
        Burden {
            reestimate: by(burden.reestimate, then),
            dropped: by(burden.dropped, then),
            new,
            today: by(burden.today.less(burden.new), then).more(new),
            ..burden
        }
    }

    /// How a target of this metric is read, given what is new in it.
    pub(super) fn target(&self, metric: Metric, new: Option<Fraction>) -> TargetReading {
        let money = metric == Metric::CostSaved;
        let price = if money { self.then.unwrap_or(Fraction::ONE) } else { Fraction::ONE };
        let known = self.frozen && (!money || (self.then.is_some() && self.now.is_some()));
        let off = if self.net && known { new.unwrap_or_default() } else { Fraction::ZERO };
        TargetReading { price, off, sure: !self.net || known }
    }
}

/// Whether a measure counts at all in a programme on a day: not where it is in force for a time and the programme counts lasting ones only.
pub(super) fn takes(counting: &Counting, measure: &Measure, day: Date) -> bool {
    !(counting.lasting_only && measure.step_on(day).is_some_and(|step| step.until.is_some()))
}
