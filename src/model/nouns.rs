//! The list of all nouns. Who adds a noun adds a line here; the kinds that commands name, the batches of import and export, the tables and the
//! journal follow from it.

use super::noun::{Description, Field, Holds, Noun, Word};
use super::{
    Agency, Assignment, Baseline, Campaign, Checklist, Directive, Holiday, Indicator, Instrument, InstrumentLevel,
    InstrumentVersion, LinkedService, Measure, MeasureKind, Observation, OrderAnswer, Parameter, Population, Procedure,
    Programme, Regulation, ReviewAnswer, Scenario, Sheet, StateData, Uncertainty,
};
use crate::words::Said;
use serde::{Deserialize, Serialize};

/// Hands the list to another macro. A line a noun, those on which others rest first: its type, its list in a batch, its name in commands and in
/// files.
macro_rules! nouns {
    ($then:path) => {
        $then! {
            /// Cơ quan.
            Agency, agencies, "agency", "agency";
            /// Văn bản.
            Instrument, instruments, "instrument", "instrument";
            /// Bản của một văn bản, với toàn văn.
            InstrumentVersion, instrument_versions, "instrument-version", "instrument_version";
            /// Câu trả lời bằng tay về một nội dung của văn bản sửa đổi.
            OrderAnswer, order_answers, "order-answer", "order_answer";
            /// Quy định không phải là thủ tục.
            Regulation, regulations, "regulation", "regulation";
            /// Thủ tục hành chính.
            Procedure, procedures, "procedure", "procedure";
            /// Số đối tượng tuân thủ của một quy định.
            Population, populations, "population", "population";
            /// Bảng tính chi phí.
            Sheet, sheets, "sheet", "sheet";
            /// Một câu trả lời khảo sát về một ô của bảng tính.
            Observation, observations, "observation", "observation";
            /// Loại phương án.
            MeasureKind, measure_kinds, "measure-kind", "measure_kind";
            /// Phiếu rà soát.
            Checklist, checklists, "checklist", "checklist";
            /// Câu trả lời rà soát của một quy định.
            ReviewAnswer, review_answers, "review-answer", "review_answer";
            /// Phương án.
            Measure, measures, "measure", "measure";
            /// Chương trình với các chỉ tiêu.
            Programme, programmes, "programme", "programme";
            /// Tham số.
            Parameter, parameters, "parameter", "parameter";
            /// Dịch vụ liên thông.
            LinkedService, linked_services, "linked-service", "linked_service";
            /// Ngày nghỉ.
            Holiday, holidays, "holiday", "holiday";
            /// Cấp văn bản.
            InstrumentLevel, instrument_levels, "instrument-level", "instrument_level";
            /// Kịch bản.
            Scenario, scenarios, "scenario", "scenario";
            /// Độ bất định.
            Uncertainty, uncertainties, "uncertainty", "uncertainty";
            /// Dữ liệu nhà nước đã có.
            StateData, state_data, "state-data", "state_data";
            /// Chỉ đạo.
            Directive, directives, "directive", "directive";
            /// Nhiệm vụ.
            Assignment, assignments, "assignment", "assignment";
            /// Đợt rà soát.
            Campaign, campaigns, "campaign", "campaign";
            /// Chỉ số.
            Indicator, indicators, "indicator", "indicator";
            /// Số liệu gốc đã chốt.
            Baseline, baselines, "baseline", "baseline";
        }
    };
}
pub(crate) use nouns;

/// What follows from the list by itself.
macro_rules! declare {
    ($($(#[$doc:meta])* $noun:ident, $list:ident, $name:literal, $key:literal;)+) => {
        /// A kind of noun.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $noun),+ }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$noun),+];

            /// The name by which commands know it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$noun => $name),+ }
            }

            /// The kind with this name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$noun),)+ _ => None }
            }

            /// What it is made of.
            pub fn description(self) -> &'static Description {
                match self { $(Self::$noun => $noun::DESCRIPTION),+ }
            }
        }

        /// Nouns of all kinds on their way from a file into the workspace, or out of it. A batch enriches: an empty field or list in it never
        /// blanks what the workspace has.
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Batch {
            $($(#[$doc])* #[serde(rename = $key, skip_serializing_if = "Vec::is_empty")] pub $list: Vec<$noun>,)+
        }

        impl Batch {
            /// Adds the nouns of another batch behind its own.
            pub fn append(&mut self, other: Self) {
                $(self.$list.extend(other.$list);)+
            }

            /// Leaves out what has one of these codes, or belongs to what has.
            pub fn leave_out(&mut self, codes: &std::collections::BTreeSet<String>) {
                if !codes.is_empty() {
                    $(self.$list.retain(|noun| first_key(noun).is_none_or(|key| !codes.contains(&key)));)+
                }
            }
        }
    };
}
nouns!(declare);

/// What stands in the first of the fields by which a noun is known: its own code, or that of what it belongs to.
fn first_key<N: Noun + Serialize>(noun: &N) -> Option<String> {
    let field = N::DESCRIPTION.fields.first()?;
    let path = if field.path.is_empty() { field.key } else { field.path };
    let value = serde_json::to_value(noun).ok()?;
    let key = path.split('.').try_fold(&value, |value, key| value.get(key))?;
    key.as_str().map(str::to_owned)
}

impl Kind {
    /// What it is called, in lower case.
    pub fn word(self) -> Word {
        self.description().word
    }

    /// Its name in files and in the journal.
    pub fn key(self) -> &'static str {
        self.description().name
    }

    /// The kind with this name in files.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }

    /// What a column holds where nouns of this kind stand in a table: a column a field, `regulation.code` what lies in a part.
    pub fn column(self, name: &str) -> Option<Holds> {
        let own = self.description();
        if let Some((head, rest)) = name.split_once('.') {
            return own.parts.iter().find(|part| part.single && part.key == head)?.of.column(rest);
        }
        // Where the rows of a noun are those of its parts, the columns are too.
        let of_parts = || own.parts.iter().filter(|part| !part.single).find_map(|part| part.of.column(name));
        let of_part = own.parts.iter().find(|part| part.key == name).map(|part| Holds::List(part.of.fields));
        own.column(name).or(of_part).or_else(of_parts)
    }

    /// The order of writing: what others point to comes first.
    pub const WRITTEN: &'static [Self] = &[
        Self::Agency,
        Self::Instrument,
        Self::InstrumentVersion,
        Self::OrderAnswer,
        Self::Regulation,
        Self::Procedure,
        Self::Population,
        Self::Parameter,
        Self::InstrumentLevel,
        Self::MeasureKind,
        Self::Checklist,
        Self::ReviewAnswer,
        Self::Programme,
        Self::Sheet,
        Self::Observation,
        Self::Measure,
        Self::LinkedService,
        Self::Holiday,
        Self::Scenario,
        Self::Uncertainty,
        Self::StateData,
        Self::Directive,
        Self::Assignment,
        Self::Campaign,
        Self::Indicator,
        Self::Baseline,
    ];
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl Description {
    /// Its fields that tell one from another, as files have them.
    pub fn key(&self) -> &'static [Field] {
        self.fields.split_at(self.keys).0
    }

    /// Whether there are rows of it. A noun that is nothing but its key, as a cost sheet is, lies in its parts alone.
    pub fn has_rows(&self) -> bool {
        self.fields.len() > self.keys
    }

    fn column(&self, name: &str) -> Option<Holds> {
        self.fields.iter().find(|field| field.key == name && field.is_own()).map(|field| field.holds)
    }

    /// The field with this name, among its own and among those of its lists.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        fn within(fields: &'static [Field], key: &str) -> Option<&'static Field> {
            let inner = |field: &'static Field| match field.holds {
                Holds::List(of) | Holds::Map(of) => within(of, key),
                _ => None,
            };
            fields.iter().find(|field| field.key == key).or_else(|| fields.iter().find_map(inner))
        }
        within(self.fields, key)
    }
}

/// All that has rows in the workspace: the nouns, and behind each the parts of it. The journal watches them.
pub fn tables() -> impl Iterator<Item = &'static Description> {
    let parts = |of: &'static Description| of.parts.iter().filter(|part| !part.single).map(|part| part.of);
    let with_parts = move |kind: &Kind| {
        let own = kind.description();
        std::iter::once(own).filter(|own| own.has_rows()).chain(parts(own))
    };
    Kind::ALL.iter().flat_map(with_parts)
}

/// What has rows in the table of this name.
pub fn table(name: &str) -> Option<&'static Description> {
    tables().find(|table| table.name == name)
}

/// What one row of a table is called, in lower case; its own name where there is no such table.
pub fn row_word(name: &str) -> Said {
    table(name).map_or_else(|| Said::same(name), |table| table.word.said())
}

/// What a column of a table is called, in lower case; its own name where there is no such column.
pub fn field_word(name: &str, column: &str) -> Said {
    table(name).and_then(|table| table.field(column)).map_or_else(|| Said::same(column), |field| field.word.said())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn own(fields: &'static [Field]) -> Vec<&'static Field> {
        let inner = |field: &'static Field| match field.holds {
            Holds::List(of) => own(of),
            _ => Vec::new(),
        };
        fields.iter().flat_map(|field| std::iter::once(field).chain(inner(field))).collect()
    }

    #[test]
    fn every_kind_is_written_after_those_to_which_it_points() {
        let all: BTreeSet<_> = Kind::WRITTEN.iter().collect();
        assert_eq!((all.len(), Kind::WRITTEN.len()), (Kind::ALL.len(), Kind::ALL.len()));
        for (at, kind) in Kind::WRITTEN.iter().enumerate() {
            let parts = kind.description().parts.iter().map(|part| part.of);
            for description in std::iter::once(kind.description()).chain(parts) {
                for field in own(description.fields) {
                    if let Holds::Code(to) | Holds::Codes(to) = field.holds {
                        assert!(Kind::WRITTEN[..at].contains(&to), "{kind} points to {to} by {}", field.key);
                    }
                }
            }
        }
    }

    #[test]
    fn every_name_and_word_is_said_once_in_both_languages() {
        let names: BTreeSet<_> = tables().map(|table| table.name).collect();
        assert_eq!(names.len(), tables().count());
        for table in tables() {
            let keys: BTreeSet<_> = table.fields.iter().map(|field| field.key).collect();
            assert_eq!(keys.len(), table.fields.len(), "{}", table.name);
            assert!(table.keys > 0 && !table.word.vi.is_empty() && !table.word.en.is_empty(), "{}", table.name);
            for field in own(table.fields) {
                assert!(!field.word.vi.is_empty() && !field.word.en.is_empty(), "{}.{}", table.name, field.key);
            }
        }
        for kind in Kind::ALL {
            assert_eq!(kind.name().replace('-', "_"), kind.key());
            assert_eq!((Kind::parse(kind.name()), Kind::of_key(kind.key())), (Some(*kind), Some(*kind)));
        }
    }
}
