//! Annex II of a proposal: which instruments its measures change, where, who leads, by when.

use super::names::Names;
use crate::law::cite::Cited;
use crate::law::name::place::address_of;
use crate::law::references;
use crate::model::{Measure, instrument};
use crate::reform::Snapshot;
use serde::Serialize;
use std::collections::BTreeMap;

/// An instrument to be amended.
#[derive(Debug, Serialize)]
pub(super) struct InstrumentPart {
    number: String,
    name: String,
    title: String,
    /// Cited in full.
    cited: String,
    provisions: Vec<String>,
    measures: Vec<String>,
    /// Names of the agencies that lead its change: the one that issued it, else those whose regulations it touches.
    agencies: Vec<String>,
    /// The last day on which one of these is due; empty where none states one.
    due: String,
}

/// What a measure changes: the number of the instrument, and the place in it; empty where that is not said.
pub(super) struct Aimed {
    pub instrument: String,
    pub provision: String,
}

/// What a measure changes: as it says, else as the words for the place name the one instrument by its number.
pub(super) fn aimed(measure: &Measure) -> Aimed {
    let provision = measure.provision.clone().unwrap_or_default();
    if let Some(number) = measure.instrument.as_ref().filter(|number| !number.is_empty()) {
        return Aimed { instrument: number.clone(), provision };
    }
    let mut named: Vec<(String, usize)> = Vec::new();
    for reference in references(&provision) {
        if let Cited::Named { mention, .. } = reference.cited
            && let Some(number) = mention.number
            && named.iter().all(|(other, _)| *other != number)
        {
            named.push((number, mention.span.start));
        }
    }
    match named.as_slice() {
        [(number, at)] => {
            let place =
                provision.get(..*at).unwrap_or_default().trim_end_matches(|c: char| c.is_whitespace() || c == ',');
            let place = place.strip_suffix("của").unwrap_or(place).trim_end();
            Aimed { instrument: number.clone(), provision: place.to_owned() }
        }
        _ => Aimed { instrument: String::new(), provision },
    }
}

/// The instruments to be amended, by number.
pub(super) fn instruments(measures: &[&Measure], snapshot: &Snapshot, names: &Names) -> Vec<InstrumentPart> {
    let mut parts: BTreeMap<String, InstrumentPart> = BTreeMap::new();
    for measure in measures {
        let Aimed { instrument: number, provision } = aimed(measure);
        if number.is_empty() {
            continue;
        }
        let number = number.as_str();
        let part = parts.entry(number.to_owned()).or_insert_with(|| InstrumentPart {
            number: number.to_owned(),
            name: instrument::full_name(number),
            title: names.title(number),
            cited: names.citation(number),
            provisions: Vec::new(),
            measures: Vec::new(),
            agencies: Vec::new(),
            due: String::new(),
        });
        part.measures.push(measure.code.clone());
        let agency = snapshot.live.find(&measure.regulation).and_then(|subject| subject.agency.as_deref());
        let lead = names.issuer(number, &snapshot.levels).or_else(|| agency.map(|code| names.agency(code)));
        part.agencies.extend(lead.filter(|name| !part.agencies.contains(name)));
        // Dates in this form compare as text.
        part.due = measure.due.map(|day| day.to_string()).unwrap_or_default().max(std::mem::take(&mut part.due));
        let same = |other: &String| other.to_lowercase() == provision.to_lowercase();
        if !provision.is_empty() && !part.provisions.iter().any(same) {
            part.provisions.push(provision);
        }
    }
    let mut parts: Vec<InstrumentPart> = parts.into_values().collect();
    for part in &mut parts {
        in_order(&mut part.provisions);
    }
    parts
}

/// Provisions in the order of their instrument; what names no place stands last, as it was entered.
fn in_order(provisions: &mut [String]) {
    provisions.sort_by_cached_key(|provision| {
        let address = address_of(provision);
        (address.is_none(), address)
    });
}

#[cfg(test)]
mod tests {
    use super::{Aimed, aimed, in_order};
    use crate::model::Measure;
    use jiff::civil::date;

    #[test]
    fn provisions_stand_in_the_order_of_the_instrument() {
        let mut provisions = [
            "Phụ lục I",
            "điểm đ khoản 2 Điều 10",
            "mẫu đơn",
            "khoản 2 Điều 10",
            "Điều 3a",
            "điểm d khoản 2 Điều 10",
            "Điều 3",
            "khoản 10 Điều 9",
            "khoản 2 Điều 9",
        ]
        .map(str::to_owned);
        in_order(&mut provisions);
        let expected = [
            "Điều 3",
            "Điều 3a",
            "khoản 2 Điều 9",
            "khoản 10 Điều 9",
            "khoản 2 Điều 10",
            "điểm d khoản 2 Điều 10",
            "điểm đ khoản 2 Điều 10",
            "Phụ lục I",
            "mẫu đơn",
        ];
        assert_eq!(provisions, expected);
    }

    #[test]
    fn the_words_for_a_place_name_the_instrument_where_nothing_else_does() {
        let of = |instrument: Option<&str>, provision: &str| {
            let mut measure = Measure::proposed("x", "y", date(2026, 1, 1));
            measure.instrument = instrument.map(str::to_owned);
            measure.provision = Some(provision.to_owned());
            let Aimed { instrument, provision } = aimed(&measure);
            (instrument, provision)
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(of(None, "Điều 13 Nghị định số 1/2024/NĐ-CP"), pair("1/2024/NĐ-CP", "Điều 13"));
        assert_eq!(
            of(None, "khoản 2 Điều 10 của Thông tư số 2/2023/TT-BX ngày 01/02/2023"),
            pair("2/2023/TT-BX", "khoản 2 Điều 10")
        );
        assert_eq!(of(Some("9/2020/NĐ-CP"), "Điều 13"), pair("9/2020/NĐ-CP", "Điều 13"));
        // Of two nobody says which.
        let two = "Điều 1 Nghị định số 1/2024/NĐ-CP, Điều 2 Nghị định số 2/2024/NĐ-CP";
        assert_eq!(of(None, two), pair("", two));
        assert_eq!(of(None, "mẫu đơn"), pair("", "mẫu đơn"));
    }
}
