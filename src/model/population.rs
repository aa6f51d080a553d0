//! Who complies with a regulation and how often (đối tượng tuân thủ): the procedure's own number, which the rows of its sheet take where they say
//! none of their own. What nobody counted is not there: it is unknown, and no figure stands in for it.

use super::bounds::{Bound, POPULATION, SHARE_PARTS, TIMES};
use super::noun::{Description, Field, ID, Noun, PROVENANCE, SOURCE, day, exact, list, rests_on, text, whole, word};
use super::valid::Checks;
use super::{Cell, Fraction, Kind, Provenance, Valid, Way, Wrong};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The number of those who comply with a regulation in a year, and how often each does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Code of the regulation.
    pub regulation: String,
    /// How many comply per year; of files that are received, how many come in. Nothing where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// Performances per year of each; nothing is once, so that the count is that of performances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Fraction>,
    /// The day on which, or the last day of the year for which, it was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Groups of those who comply, by channel or by case, with their shares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<PopulationGroup>,
}

/// A group of those who comply: all who file online, all who are exempt from the fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PopulationGroup {
    /// Unique within the population, for example `online`; rows of a sheet name it.
    pub id: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How many of a hundred of those who comply are in it; nothing where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Fraction>,
}

const GROUP: &[Field] =
    &[ID, text("name", "tên", "name").or_empty(), exact("percent", "tỷ lệ phần trăm", "percent", 100).or_none()];

impl PopulationGroup {
    /// Reads a group with its share in percent, `online=40`; nothing where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, percent) = text.split_once('=')?;
        let percent = Fraction::parse(&percent.trim().trim_end_matches('%').replace(',', "."))?;
        let id = id.trim().to_owned();
        (!id.is_empty()).then(|| Self { id, name: String::new(), percent: Some(percent) })
    }
}

impl Noun for Population {
    const DESCRIPTION: &'static Description = &Description {
        name: "population",
        word: word("số đối tượng tuân thủ", "number of those who comply"),
        keys: 1,
        alike: None,
        fields: &[
            rests_on(Kind::Regulation, "regulation", "quy định", "regulation"),
            whole("count", "số đối tượng một năm", "how many a year", POPULATION).or_none(),
            exact("times", "số lần thực hiện một năm", "times a year", TIMES).or_none(),
            day("date", "ngày của số liệu", "counted on").or_none().vouches(),
            PROVENANCE,
            SOURCE.or_empty(),
            list("groups", GROUP, "nhóm đối tượng", "groups").or_empty(),
        ],
        parts: &[],
    };
}

impl Population {
    /// How many of a hundred are in a group; nothing where there is no such group or nobody knows.
    pub fn percent(&self, group: &str) -> Option<Fraction> {
        self.groups.iter().find(|one| one.id == group)?.percent
    }

    /// The same as a part of one.
    pub fn share(&self, group: &str) -> Option<Fraction> {
        self.percent(group)?.over(Fraction::whole(100))
    }

    /// Performances in a year: how many comply × how often each does; nothing where it is unknown or does not fit.
    pub fn performances(&self) -> Option<Fraction> {
        Fraction::whole(self.count?).times(self.times.unwrap_or(Fraction::ONE))
    }
}

/// A population by itself: its numbers within their bounds, no group twice, shares of 0 to 100 %.
impl Valid for Population {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        let count = self.count.map(Fraction::whole);
        for (cell, field, value) in [(Cell::Population, "count", count), (Cell::Times, "times", self.times)] {
            if let Some(value) = value {
                checks.number(Way::to(field), value, Bound::of_cell(cell));
            }
        }
        checks.day(Way::to("date"), self.date);
        checks.once(self.groups.iter().map(|group| group.id.as_str()), |at| Way::to("groups").at(at).field("id"));
        for (at, group) in self.groups.iter().enumerate() {
            let way = |field: &str| Way::to("groups").at(at).field(field);
            checks.given(way("id"), &group.id);
            if let Some(percent) = group.percent {
                checks.number(way("percent"), percent, Bound::exact(100, SHARE_PARTS));
            }
        }
        checks.done()
    }
}
