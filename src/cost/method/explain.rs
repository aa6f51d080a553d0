//! A line explains itself: the formula with its numbers.

use super::data::{Method, MethodTariff, Part, TariffParameters};
use super::figures::LineFigures;
use super::number::{exact, shown};
use crate::text::Lang;
use crate::words::Message;
use crate::words::method::MethodWord as W;
use num_traits::{One, Zero};

/// Decimals of what is no money.
const PLAIN: u32 = 4;

/// The arithmetic of a line in words and numbers, in one language; money with the decimals of the method.
pub fn explain_line(method: &Method, line: &LineFigures, lang: Lang) -> String {
    let plain = |value| shown(value, PLAIN, lang);
    let money = |value| shown(value, method.decimals, lang);
    let mut terms: Vec<String> =
        line.parts.iter().map(|(part, amount)| term(method, line, *part, &money(amount), lang)).collect();
    if line.hourly.is_none() && !line.hours.is_zero() {
        terms.push(W::HoursOnly.with(lang, &[&plain(&line.hours)]));
    }
    if terms.is_empty() {
        terms.push("0".to_owned());
    }
    let usual = if line.usual.is_zero() {
        String::new()
    } else {
        W::UsualTerm.with(lang, &[&money(&line.usual), &money(&line.per_addressee)])
    };
    let mut out = W::LineFormula.with(
        lang,
        &[
            &terms.join(" + "),
            &money(&line.one),
            &plain(&line.times),
            &usual,
            &plain(&line.population),
            &money(&line.year),
        ],
    );
    let years: Vec<String> = line.years.iter().map(u32::to_string).collect();
    if line.one_off {
        out.push_str(&W::OnceTerm.with(lang, &[&years.join(", ")]));
    } else if years.len() != 1 || line.years.first() != Some(&1) {
        out.push_str(&W::YearsTerm.with(lang, &[&spans(&line.years), &years.len(), &money(&line.flow.total)]));
    }
    if let Some(value) = &line.flow.present_value {
        out.push_str(&W::PresentTerm.with(lang, &[&money(value)]));
    }
    let left: Vec<String> =
        line.left_out.iter().map(|(part, amount)| format!("{} {}", part.word(lang), money(amount))).collect();
    if !left.is_empty() {
        out.push_str(&W::LeftOutTerm.with(lang, &[&left.join(", ")]));
    }
    out
}

fn term(method: &Method, line: &LineFigures, part: Part, amount: &str, lang: Lang) -> String {
    let plain = |value| shown(value, PLAIN, lang);
    let money = |value| shown(value, method.decimals.max(2), lang);
    match (part, &line.hourly, &line.waiting) {
        (Part::Labour, Some(hourly), _) => {
            let staff = line.staff.as_ref().filter(|staff| !staff.is_one());
            let staff = staff.map_or(String::new(), |staff| W::StaffTerm.with(lang, &[&plain(staff)]));
            W::LabourTerm.with(lang, &[&plain(&line.hours), &money(hourly), &staff])
        }
        (Part::Delay, _, Some((days, a_day))) => W::DelayTerm.with(lang, &[&plain(days), &money(a_day)]),
        _ => format!("{} {amount}", part.word(lang)),
    }
}

/// How a tariff comes about: income, overhead, the one rounding.
pub fn explain_tariff(tariff: &MethodTariff, parameters: TariffParameters<'_>, lang: Lang) -> String {
    let hourly = tariff.hourly.or_else(|| Some(parameters(tariff.parameter.as_deref()?)?.value));
    let Some(hourly) = hourly else {
        return W::FromParameter.with(lang, &[&tariff.parameter.as_deref().unwrap_or("")]);
    };
    let bare = exact(hourly);
    let loaded = &bare * (num_rational::BigRational::one() + exact(tariff.overhead));
    let mut out = shown(&bare, PLAIN, lang);
    if !tariff.overhead.is_zero() {
        let factor = num_rational::BigRational::one() + exact(tariff.overhead);
        out = format!("{out} × {} = {}", shown(&factor, PLAIN, lang), shown(&loaded, 6, lang));
    }
    if let Some(decimals) = tariff.rounded_to {
        let rounded = shown(&loaded, decimals.min(6), lang);
        out.push_str(&W::RoundedTerm.with(lang, &[&rounded, &decimals]));
    }
    out
}

/// Years in short: `1–10`, `1, 4, 7, 10`.
fn spans(years: &[u32]) -> String {
    let run = years.windows(2).all(|pair| pair[1] == pair[0] + 1);
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if run && years.len() > 2 => format!("{first}–{last}"),
        _ => years.iter().map(u32::to_string).collect::<Vec<_>>().join(", "),
    }
}
