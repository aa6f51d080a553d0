//! Computes a case: its versions, how they differ, and what a source printed.

use super::case::{Case, CaseActivity, Change, Column, Segment, Transition, Version, Why};
use super::data::{Method, TariffParameters};
use super::figures::{CaseFigures, Compared, LineFigures, VersionFigures, decimals};
use super::line::{Corner, Setting, Span};
use super::number::{Exact, exact, rounded};
use crate::words::method::MethodWord as W;
use crate::words::{Fault, Message, Result};
use num_traits::{One, Zero};
use std::collections::BTreeSet;

/// The most years that are added up.
const MOST_YEARS: u32 = 200;

/// The rule as it stands at one point: who complies, what is done, and what of it the reform touched.
#[derive(Clone)]
struct Rule {
    segments: Vec<Segment>,
    activities: Vec<CaseActivity>,
}

/// Computes a case by a method.
///
/// # Errors
/// Bad input, naming the case, when it asks for what the method does not have, or contradicts itself.
pub fn run_case(method: &Method, case: &Case, parameters: TariffParameters<'_>) -> Result<CaseFigures> {
    check(method, case)?;
    let stated = rule(case, Version::Before, &[])?;
    let restated = rule(case, Version::Before, &[Why::Estimate])?;
    let after = rule(case, Version::After, &[Why::Estimate, Why::Reform])?;
    let has = |why: Why| case.changes.iter().any(|change| change.why == why);
    let reformed = has(Why::Reform) || case.activities.iter().any(|activity| activity.only.is_some());
    let mut versions = vec![(Version::Before, &stated, &stated)];
    if has(Why::Estimate) {
        versions.push((Version::Restated, &restated, &restated));
    }
    if reformed {
        versions.push((Version::After, &after, &restated));
    }
    let setting = |corner| Setting::of(method, case, parameters, corner);
    let ranged = has_range(case);
    let mut computed = Vec::new();
    for (version, rule, current) in versions {
        let at = |corner| version_figures(&setting(corner), case, version, rule, current);
        let mut figures = at(Corner::Middle)?;
        figures.annualised = annualised(&setting(Corner::Middle), case, &figures)?;
        if ranged {
            figures.range = Some((at(Corner::Low)?.total.total, at(Corner::High)?.total.total));
        }
        computed.push(figures);
    }
    let middle = setting(Corner::Middle);
    let mut figures = CaseFigures {
        horizon: middle.horizon,
        discount: middle.discount,
        overlap: overlap(case.transition, &computed),
        versions: computed,
        printed: Vec::new(),
    };
    figures.printed =
        case.printed.iter().map(|printed| compare(&middle, case, &figures, printed)).collect::<Result<_>>()?;
    Ok(figures)
}

fn check(method: &Method, case: &Case) -> Result<()> {
    let horizon = case.horizon.unwrap_or(method.horizon);
    if !(1..=MOST_YEARS).contains(&horizon) {
        return Err(Fault::input(W::BadHorizon.said(&[&horizon, &MOST_YEARS])));
    }
    if case.discount.or(method.discount).is_some_and(|d| d.rate <= crate::model::Fraction::whole(-1)) {
        return Err(Fault::input(W::BadRate.said(&[])));
    }
    let mut ids = BTreeSet::new();
    let segments = case.segments.iter().map(|s| &s.id);
    for id in segments.clone() {
        if !ids.insert(id) {
            return Err(Fault::input(W::Twice.said(&[id])));
        }
    }
    let known = |id: &String| case.segments.iter().any(|segment| segment.id == *id);
    let unknown = |id: &String| Fault::input(W::NoSegment.said(&[id]));
    let mut ids = BTreeSet::new();
    for activity in &case.activities {
        if !ids.insert(&activity.id) {
            return Err(Fault::input(W::Twice.said(&[&activity.id])));
        }
        if let Some(id) = activity.segment.as_ref().filter(|id| !known(id)) {
            return Err(unknown(id));
        }
        if activity.only == Some(Version::Restated) {
            return Err(Fault::input(W::BadOnly.said(&[&activity.id])));
        }
        if activity.one_off && activity.every.is_some() {
            return Err(Fault::input(W::OnceAndEvery.said(&[&activity.id])));
        }
    }
    let no_activity = |id: &String| Fault::input(W::NoActivity.said(&[id]));
    for change in &case.changes {
        match (&change.activity, &change.segment) {
            (Some(id), None) if !ids.contains(id) => return Err(no_activity(id)),
            (None, Some(id)) if !known(id) => return Err(unknown(id)),
            (Some(_), None) | (None, Some(_)) => {}
            _ => return Err(Fault::input(W::ChangeOfWhat.said(&[]))),
        }
    }
    match case.printed.iter().filter_map(|printed| printed.activity.as_ref()).find(|id| !ids.contains(id)) {
        Some(id) => Err(no_activity(id)),
        None => Ok(()),
    }
}

/// The rule of a version, with the changes made for the reasons that are named.
fn rule(case: &Case, version: Version, reasons: &[Why]) -> Result<Rule> {
    let there = |activity: &&CaseActivity| activity.only.is_none_or(|only| only == version);
    let mut rule =
        Rule { segments: case.segments.clone(), activities: case.activities.iter().filter(there).cloned().collect() };
    for why in reasons {
        for change in case.changes.iter().filter(|change| change.why == *why) {
            make(&mut rule, change);
        }
    }
    Ok(rule)
}

fn make(rule: &mut Rule, change: &Change) {
    if let Some(id) = &change.segment {
        for segment in rule.segments.iter_mut().filter(|segment| segment.id == *id) {
            segment.population = change.population.unwrap_or(segment.population);
        }
    }
    let Some(id) = &change.activity else { return };
    if change.remove {
        rule.activities.retain(|activity| activity.id != *id);
    }
    for activity in rule.activities.iter_mut().filter(|activity| activity.id == *id) {
        if change.hours.is_some() || change.minutes.is_some() {
            (activity.hours, activity.minutes) = (change.hours, change.minutes);
        }
        activity.hourly = change.hourly.or(activity.hourly);
        activity.staff = change.staff.or(activity.staff);
        activity.times = change.times.or(activity.times);
        activity.every = change.every.or(activity.every);
        if change.delay.is_some() {
            activity.delay.clone_from(&change.delay);
        }
        activity.outlays.extend(change.outlays.iter().map(|(part, amount)| (*part, *amount)));
    }
}

/// Every line of a rule; where there is a transition, of what the reform touched the old rule to its end and the new one from its
/// beginning.
fn version_figures(
    setting: &Setting<'_>,
    case: &Case,
    version: Version,
    rule: &Rule,
    current: &Rule,
) -> Result<VersionFigures> {
    let transition = case.transition.filter(|_| version == Version::After);
    let all = 1..=setting.horizon;
    let mut lines: Vec<LineFigures> = Vec::new();
    let pairs = |rule: &Rule| -> Vec<(CaseActivity, Segment)> {
        let does =
            |activity: &CaseActivity, segment: &Segment| activity.segment.as_ref().is_none_or(|id| *id == segment.id);
        let of = |activity: &CaseActivity| {
            let segments = rule.segments.iter().filter(|segment| does(activity, segment));
            segments.map(|segment| (activity.clone(), segment.clone())).collect::<Vec<_>>()
        };
        rule.activities.iter().flat_map(of).collect()
    };
    let old = pairs(current);
    let new = pairs(rule);
    for (activity, segment) in &new {
        let before = old.iter().find(|(a, s)| a.id == activity.id && s.id == segment.id);
        let touched = before.is_none_or(|(a, s)| a != activity || s != segment);
        let years = match transition {
            Some(transition) if touched => transition.new_from.max(1)..=setting.horizon,
            _ => all.clone(),
        };
        let span = Span { years, old_rule: false, current: before.map(|(a, s)| (a, s)) };
        lines.push(setting.line(activity, segment, &span).map_err(|fault| fault.because(&case.id))?);
    }
    if let Some(transition) = transition.filter(|transition| transition.old_until > 0) {
        for (activity, segment) in &old {
            let untouched = new.iter().any(|(a, s)| a == activity && s == segment);
            if !untouched {
                let years = 1..=transition.old_until.min(setting.horizon);
                let span = Span { years, old_rule: true, current: Some((activity, segment)) };
                lines.push(setting.line(activity, segment, &span).map_err(|fault| fault.because(&case.id))?);
            }
        }
    }
    Ok(VersionFigures::of_lines(version, lines, setting.discount.is_some()))
}

/// What the old rule costs in the years in which the new one runs already.
fn overlap(transition: Option<Transition>, versions: &[VersionFigures]) -> Exact {
    let Some(transition) = transition else { return Exact::zero() };
    let lines = versions.iter().filter(|v| v.version == Version::After).flat_map(|v| &v.lines);
    let both = |line: &LineFigures| line.years.iter().filter(|year| **year >= transition.new_from).count();
    lines.filter(|line| line.old_rule).fold(Exact::zero(), |sum, line| {
        sum + &line.year * super::number::whole(u32::try_from(both(line)).unwrap_or(u32::MAX))
    })
}

/// The present value as a yearly figure, brought back to the year of the method.
fn annualised(setting: &Setting<'_>, case: &Case, figures: &VersionFigures) -> Result<Option<Exact>> {
    let (Some(by), Some(value), Some(discount)) =
        (setting.method.annualise, &figures.total.present_value, setting.discount)
    else {
        return Ok(None);
    };
    let back = match setting.method.value_year {
        None => Exact::one(),
        Some(to) => {
            let year = case.year.ok_or_else(|| Fault::input(W::NoYear.said(&[&case.id])))?;
            let years = i32::from(year) - i32::from(to);
            if years.unsigned_abs() > MOST_YEARS {
                return Err(Fault::input(W::FarYear.said(&[&case.id, &year])));
            }
            super::discount::factor(&exact(discount.rate), years)
        }
    };
    Ok(Some(value * exact(by) * back))
}

fn compare(
    setting: &Setting<'_>,
    case: &Case,
    figures: &CaseFigures,
    printed: &super::case::Printed,
) -> Result<Compared> {
    let computed = match &printed.activity {
        None => figures.figure(printed.figure, printed.of),
        Some(id) => {
            let mut alone = figures.clone();
            for version in &mut alone.versions {
                *version = version.of_activity(id);
                version.annualised = annualised(setting, case, version)?;
            }
            alone.figure(printed.figure, printed.of)
        }
    };
    let same = computed.as_ref().is_some_and(|value| rounded(value, decimals(printed.value)) == exact(printed.value));
    Ok(Compared { printed: printed.clone(), computed, same })
}

fn has_range(case: &Case) -> bool {
    let of_delay = |delay: &super::case::Delay| {
        [delay.application, delay.approval, delay.ready, delay.income, delay.standby].iter().any(|q| q.is_range())
    };
    let any = |quantities: [Option<super::case::Quantity>; 4]| quantities.iter().flatten().any(|q| q.is_range());
    case.segments.iter().any(|s| s.population.is_range())
        || case.activities.iter().any(|a| {
            any([a.hours, a.minutes, a.staff, a.times])
                || a.outlays.values().any(|q| q.is_range())
                || a.delay.as_ref().is_some_and(of_delay)
        })
        || case.changes.iter().any(|c| {
            any([c.hours, c.minutes, c.staff, c.times])
                || c.population.is_some_and(|q| q.is_range())
                || c.outlays.values().any(|q| q.is_range())
                || c.delay.as_ref().is_some_and(of_delay)
        })
}

impl Column {
    /// Whether it is a difference of two versions.
    pub fn is_difference(self) -> bool {
        matches!(self, Self::ReEstimate | Self::Change | Self::Saved)
    }
}
