//! Questions that compare the sheets of several agencies.

use super::rules::CheckRules;
use super::{Checked, Doubt, Question, said};
use crate::cost::{Rates, sheet_figures};
use crate::model::Fraction;
use crate::text::fold;
use crate::words::Result;
use crate::words::check::CheckWord as W;
use std::collections::{BTreeMap, BTreeSet};

/// The same procedure (by its national code, or by its name at another agency) with costs of one performance that differ.
pub(super) fn ask(all: &[Checked<'_>], rules: &CheckRules, rates: &Rates) -> Result<Vec<Question>> {
    let costed: Vec<&Checked<'_>> = all.iter().filter(|checked| !checked.sheet.is_empty()).collect();
    let mut groups: BTreeMap<(u8, String), Vec<&Checked<'_>>> = BTreeMap::new();
    for checked in costed {
        groups.entry((0, national(&checked.regulation.code).to_owned())).or_default().push(checked);
        let name = fold(&checked.regulation.name);
        if name.chars().count() >= rules.name_letters {
            groups.entry((1, name)).or_default().push(checked);
        }
    }
    let mut told: BTreeSet<(String, String)> = BTreeSet::new();
    let mut found = Vec::new();
    for ((by_name, _), members) in groups {
        let agencies: BTreeSet<_> = members.iter().map(|one| &one.regulation.agency).collect();
        if members.len() < 2 || (by_name == 1 && agencies.len() < 2) {
            continue;
        }
        let mut costs: Vec<(Fraction, &Checked<'_>)> = Vec::new();
        for member in members {
            costs.push((sheet_figures(member.sheet, rates, member.population)?.one, member));
        }
        costs.sort_by(|(a, one), (b, two)| a.cmp(b).then_with(|| one.regulation.code.cmp(&two.regulation.code)));
        let (Some((low, least)), Some((high, most))) = (costs.first(), costs.last()) else { continue };
        let allowed = Fraction::whole(100).plus(rules.differ_percent).and_then(|p| p.over(Fraction::whole(100)));
        let within = allowed.and_then(|allowed| low.times(allowed)).is_none_or(|bound| *high <= bound);
        let codes = (least.regulation.code.clone(), most.regulation.code.clone());
        if within || !told.insert(codes) {
            continue;
        }
        let whole = |value: Fraction| Fraction::new(value.round(), 1).unwrap_or(value);
        let agency = |one: &Checked<'_>| one.regulation.agency.clone().unwrap_or_default();
        found.push(Question {
            doubt: Doubt::AgenciesDiffer,
            severity: rules.severity(Doubt::AgenciesDiffer),
            regulation: most.regulation.code.clone(),
            rows: Vec::new(),
            cell: None,
            figure: Some(whole(*high)),
            against: Some(whole(*low)),
            reason: said(
                W::AgenciesDiffer,
                &[
                    whole(*high).into(),
                    agency(most).as_str().into(),
                    whole(*low).into(),
                    agency(least).as_str().into(),
                    least.regulation.code.as_str().into(),
                ],
            ),
        });
    }
    Ok(found)
}

/// The national code of a procedure: a local form (`2.001218.000.00.00.H38`) without what the province added.
fn national(code: &str) -> &str {
    let mut marks = code.match_indices('.').map(|(at, _)| at);
    match (marks.next(), marks.next()) {
        (Some(first), Some(second)) if code[..first].bytes().all(|b| b.is_ascii_digit()) => &code[..second],
        _ => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_codes_lead_to_the_national_one() {
        for (code, base) in [
            ("2.001218.000.00.00.H38", "2.001218"),
            ("2.001218", "2.001218"),
            ("vd-dieu-kien-1", "vd-dieu-kien-1"),
            ("a.b.c", "a.b.c"),
        ] {
            assert_eq!(national(code), base, "{code}");
        }
    }
}
