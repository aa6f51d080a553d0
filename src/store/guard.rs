//! The bounds of `model` in the schema: triggers that refuse a number, a day or a list that no noun may hold, whoever writes it.
//!
//! They look at what is written, not at what is there: a row of before that is out of bounds can still be read, and edited in its other columns.

use crate::model::nouns::tables;
use crate::model::{Field, Holds};
use crate::words::Result;
use rusqlite::Connection;

/// What may stand in a column.
enum Rule {
    /// An exact number in text, from 0 to so much.
    Exact(i64),
    /// A whole number from 0 to so much.
    Whole(i64),
    /// A day.
    Day,
    /// What this condition says of `{}`, the new value.
    That(&'static str),
}

use Rule::{Day, Exact, That, Whole};

/// The rule of a column, by what its field may hold. NULL is never refused here; whether it may stand is said by the table.
fn rule(table: &str, field: &Field) -> Option<Rule> {
    match (table, field.key, field.holds, field.most) {
        ("channel", "fees", ..) => Some(That(FEES)),
        ("programme", "targets", ..) => Some(That(TARGETS)),
        ("linked_service", "members", ..) => Some(That(ONCE)),
        // The schema of version 4 has none for it.
        ("instrument_version", ..) => None,
        (_, _, Holds::Day, _) => Some(Day),
        (_, _, Holds::Exact, Some(most)) => Some(Exact(most)),
        (_, _, Holds::Whole, Some(most)) => Some(Whole(most)),
        _ => None,
    }
}

/// Fees of nothing or more.
const FEES: &str = "NOT EXISTS (SELECT 1 FROM json_each({}) AS fee WHERE json_extract(fee.value, '$.amount') < 0)";

/// Targets of 0 to 100 %, each with an id of its own.
const TARGETS: &str = "NOT EXISTS (SELECT 1 FROM json_each({}) AS target
      WHERE json_extract(target.value, '$.percent') GLOB '-*' OR CAST(json_extract(target.value, '$.percent') AS REAL)
        > 100 * CASE WHEN instr(json_extract(target.value, '$.percent'), '/') > 0
          THEN CAST(substr(json_extract(target.value, '$.percent'), instr(json_extract(target.value, '$.percent'), '/') + 1) AS REAL) ELSE 1 END)
    AND (SELECT count(*) = count(DISTINCT json_extract(target.value, '$.id')) FROM json_each({}) AS target)";

/// Nobody twice.
const ONCE: &str = "(SELECT count(*) = count(DISTINCT member.value) FROM json_each({}) AS member)";

impl Rule {
    /// The condition in SQL that holds for a value, given as an expression.
    fn holds(&self, value: &str) -> String {
        match self {
            Exact(most) => format!(
                "{value} GLOB '[0-9]*' AND {value} NOT GLOB '*[^0-9./]*' AND CASE WHEN instr({value}, '/') > 0
                 THEN CAST(substr({value}, instr({value}, '/') + 1) AS REAL) > 0
                  AND CAST({value} AS REAL) <= {most} * CAST(substr({value}, instr({value}, '/') + 1) AS REAL)
                 ELSE CAST({value} AS REAL) <= {most} END"
            ),
            Whole(most) => format!("{value} BETWEEN 0 AND {most}"),
            Day => format!("{value} GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"),
            That(condition) => condition.replace("{}", value),
        }
    }
}

/// What begins the message by which such a trigger refuses: `bounds table.column`.
pub(super) const REFUSAL: &str = "bounds ";

/// Makes the triggers, anew where they are there.
pub(super) fn make(conn: &Connection) -> Result<()> {
    for table in tables() {
        let guarded = |field: &Field| Some((field.key, rule(table.name, field)?));
        let columns: Vec<(&str, Rule)> = table.fields.iter().filter_map(guarded).collect();
        if !columns.is_empty() {
            conn.execute_batch(&triggers(table.name, &columns))?;
        }
    }
    Ok(())
}

fn triggers(table: &str, columns: &[(&str, Rule)]) -> String {
    let broken = |column: &str, rule: &Rule| {
        let value = format!("NEW.\"{column}\"");
        format!("{value} IS NOT NULL AND NOT coalesce({}, 0)", rule.holds(&value))
    };
    let trigger = |event: &str, changed: &dyn Fn(&str) -> String| {
        let refusals: Vec<String> = columns
            .iter()
            .map(|(column, rule)| {
                let broken = broken(column, rule);
                format!("SELECT RAISE(ABORT, '{REFUSAL}{table}.{column}') WHERE {}{broken};", changed(column))
            })
            .collect();
        let name = format!("bounds_{table}_{}", event.to_ascii_lowercase());
        format!(
            "DROP TRIGGER IF EXISTS {name};
             CREATE TRIGGER {name} BEFORE {event} ON \"{table}\" BEGIN {} END;",
            refusals.join(" ")
        )
    };
    let only_changed = |column: &str| format!("NEW.\"{column}\" IS NOT OLD.\"{column}\" AND ");
    trigger("INSERT", &|_| String::new()) + &trigger("UPDATE", &only_changed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::bounds::{MINUTES, POPULATION};

    #[test]
    fn a_rule_holds_for_what_it_says() {
        let conn = Connection::open_in_memory().unwrap();
        let holds = |rule: &Rule, value: &str| -> bool {
            conn.query_row(&format!("SELECT coalesce({}, 0)", rule.holds(value)), [], |row| row.get(0)).unwrap()
        };
        for (value, fits) in [
            ("'0'", true),
            ("'5256000'", true),
            ("'5256001'", false),
            ("'1/3'", true),
            ("'101900000/2112'", true),
            ("'1/0'", false),
            ("'-1'", false),
            ("'2.5'", true),
            ("'x'", false),
            ("''", false),
            ("'1e9'", false),
            ("'99999999999999999999'", false),
        ] {
            assert_eq!(holds(&Exact(MINUTES), value), fits, "{value}");
        }
        for (value, fits) in [("0", true), ("-1", false), ("10000000000", true), ("10000000001", false)] {
            assert_eq!(holds(&Whole(POPULATION), value), fits, "{value}");
        }
        for (value, fits) in [("'2026-02-28'", true), ("'28/2/2026'", false), ("'2026-2-8'", false)] {
            assert_eq!(holds(&Day, value), fits, "{value}");
        }
        for (percent, fits) in
            [("20", true), ("100", true), ("250", false), ("-5", false), ("15/2", true), ("700/6", false)]
        {
            let targets = format!("'[{{\"id\":\"a\",\"percent\":\"{percent}\"}}]'");
            assert_eq!(holds(&That(TARGETS), &targets), fits, "{percent}");
        }
        assert!(!holds(&That(TARGETS), "'[{\"id\":\"a\",\"percent\":\"1\"},{\"id\":\"a\",\"percent\":\"2\"}]'"));
        assert!(holds(&That(ONCE), "'[\"a\",\"b\"]'") && !holds(&That(ONCE), "'[\"a\",\"a\"]'"));
        assert!(holds(&That(FEES), "'[{\"amount\":0}]'") && !holds(&That(FEES), "'[{\"amount\":-1}]'"));
    }
}
