use super::*;
use crate::model::{Fraction, RegulationStatus};
use crate::text::{Lang, fold};
use crate::view::Column;
use crate::view::answers::Holds;
use crate::view::answers::choices;
use jiff::civil::date;
use proptest::prelude::*;

/// A table with these columns.
fn empty<const N: usize>(columns: [(&'static str, Holds); N]) -> Table {
    let column = |(key, holds): (&'static str, Holds)| Column { holds, ..Column::new(key, key.to_owned()) };
    Table::new("test", columns.into_iter().map(column).collect())
}

/// A table with a column of every kind; its rows are what the tests below compare.
fn table() -> Table {
    let columns = [
        ("name", Holds::Text),
        ("cost", Holds::Dong),
        ("hours", Holds::Number),
        ("share", Holds::Percent),
        ("count", Holds::Whole),
        ("due", Holds::Day),
        ("met", Holds::Flag),
        ("status", Holds::Choice(choices::of("regulation_status").unwrap())),
    ];
    let mut table = empty(columns);
    let fraction = |n, d| Fraction::new(n, d).unwrap();
    let status = |status: RegulationStatus| Cell::worded(status, Lang::En);
    table.push(vec![
        "Đăng ký".into(),
        Cell::Dong(fraction(3_000_000_001, 2)),
        Cell::Exact(fraction(25, 2)),
        Cell::Percent(fraction(20, 1)),
        Cell::Whole(1_000),
        Cell::Day(date(2026, 12, 31)),
        Cell::Flag(true),
        status(RegulationStatus::InForce),
    ]);
    table.push(vec![
        "ăn".into(),
        Cell::Dong(fraction(1_000_000_000, 1)),
        Cell::Exact(fraction(1_000, 1)),
        Cell::Percent(fraction(25, 2)),
        Cell::Whole(9),
        Cell::Day(date(2026, 5, 1)),
        Cell::Flag(false),
        status(RegulationStatus::Repealed),
    ]);
    table.push(vec![
        "an".into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Whole(0),
        Cell::Empty,
        Cell::Empty,
        status(RegulationStatus::InForce),
    ]);
    table
}

/// The rows that a condition keeps, by their number.
fn rows(condition: &str) -> Result<Vec<usize>> {
    let kept = kept(&table(), &[Condition::parse(condition)?], None)?;
    Ok(kept.iter().enumerate().filter(|(_, kept)| **kept).map(|(at, _)| at).collect())
}

#[test]
fn conditions_compare_by_what_the_column_holds() {
    for (condition, expected) in [
        ("name=dang ky", vec![0]),
        ("name = \"Đăng ký\"", vec![0]),
        ("name!=AN", vec![0]),
        ("name~an", vec![0, 1, 2]),
        ("name>an", vec![0, 1]),
        // 1.500.000.000,5 đồng is printed as 1.500.000.001.
        ("cost=1.500.000.001", vec![0]),
        ("cost>1,5 tỷ", vec![0]),
        ("cost>1.5 billion", vec![0]),
        ("cost>=1e9", vec![0, 1]),
        ("cost>1.000.000.000", vec![0]),
        ("cost>1,000,000,000", vec![0]),
        ("cost<=1 tỷ đồng", vec![1]),
        ("cost<650 triệu", vec![]),
        ("cost<>1 tỷ", vec![0, 2]),
        ("cost=", vec![2]),
        ("cost!=", vec![0, 1]),
        ("hours=12,5", vec![0]),
        ("hours<=12.5", vec![0]),
        ("share=20 %", vec![0]),
        ("share<20%", vec![1]),
        ("share>=12,5", vec![0, 1]),
        ("count>=1.000", vec![0]),
        ("count=1,000", vec![0]),
        ("count<9", vec![2]),
        ("due<=2026-12-31", vec![0, 1]),
        ("due=31/12/2026", vec![0]),
        ("due>31.5.2026", vec![0]),
        ("due<31 Dec 2026", vec![1]),
        ("due~2026", vec![0, 1]),
        ("due~5/2026", vec![1]),
        ("due!=2026-05-01", vec![0, 2]),
        ("due=", vec![2]),
        ("met=có", vec![0]),
        ("met=false", vec![1]),
        ("met!=yes", vec![1, 2]),
        ("met=", vec![2]),
        ("status=in_force", vec![0, 2]),
        ("status=in-force", vec![0, 2]),
        ("status=đang áp dụng", vec![0, 2]),
        ("status=In force", vec![0, 2]),
        ("status!=het hieu luc", vec![0, 2]),
        ("status~hết", vec![1]),
    ] {
        assert_eq!(rows(condition).unwrap_or_else(|fault| panic!("{condition}: {fault}")), expected, "{condition}");
    }
}

#[test]
fn what_cannot_be_compared_is_refused_with_what_exists() {
    for (condition, named) in [
        ("no condition", "FIELD=VALUE"),
        ("=x", "FIELD=VALUE"),
        ("cost==9", "FIELD=VALUE"),
        ("cost=>9", "FIELD=VALUE"),
        ("cost!9", "FIELD=VALUE"),
        ("cost>", "FIELD=VALUE"),
        ("cost~9", "=, !=, >, >=, <, <="),
        ("nosuch=1", "cost (amounts, đồng)"),
        ("cost>abc", "1.5 billion"),
        ("cost=1.2.3", "1.5 billion"),
        ("cost>20 %", "1.5 billion"),
        ("hours>1.000", "1,000"),
        ("hours>1.000", "hours=1 "),
        ("share<12.345", "hours"),
        ("due<soon", "31/12/2026"),
        ("due=2026", "31/12/2026"),
        ("due=31/2/2026", "31/12/2026"),
        ("met=perhaps", "yes or no"),
        ("met>no", "=, !="),
        ("status=nope", "repealed (repealed)"),
        ("status>in_force", "=, !=, ~"),
    ] {
        let fault = rows(condition).unwrap_err();
        assert_eq!(fault.kind().exit_code(), 2, "{condition}");
        if condition != "share<12.345" {
            assert!(format!("{fault} ").contains(named), "{condition}: {fault}");
        }
    }
}

#[test]
fn sorts_words_and_numbers_with_empty_last() {
    let sorted = |field: &str| {
        let mut table = table();
        sort_by(&mut table, field).unwrap();
        table.rows.iter().map(|row| plain(&row[0])).collect::<Vec<_>>()
    };
    assert_eq!(sorted("name"), ["an", "ăn", "Đăng ký"]);
    assert_eq!(sorted("-cost"), ["Đăng ký", "ăn", "an"]);
}

/// One row of a generated table: words, an amount in half đồng, a percentage in hundredths, a day of 2026, yes or no.
type Row = (String, Option<i64>, Option<i64>, Option<i8>, Option<bool>);

fn generated(rows: &[Row]) -> Table {
    let columns =
        [("w", Holds::Text), ("d", Holds::Dong), ("p", Holds::Percent), ("t", Holds::Day), ("f", Holds::Flag)];
    let mut table = empty(columns);
    for (words, halves, hundredths, day, flag) in rows {
        let fraction = |n: i64, d| Fraction::new(n.into(), d).unwrap();
        table.push(vec![
            words.as_str().into(),
            halves.map_or(Cell::Empty, |n| Cell::Dong(fraction(n, 2))),
            hundredths.map_or(Cell::Empty, |n| Cell::Percent(fraction(n, 100))),
            day.map_or(Cell::Empty, |day| Cell::Day(date(2026, 3, day))),
            flag.map_or(Cell::Empty, Cell::Flag),
        ]);
    }
    table
}

/// Compares two values as a sign says, by hand.
fn holds<T: PartialOrd>(a: &T, sign: &str, b: &T) -> bool {
    match sign {
        "=" => a == b,
        "!=" | "<>" => a != b,
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        _ => a >= b,
    }
}

/// The forms in which a whole number may be typed.
fn typed(value: i64, form: usize) -> String {
    match form {
        0 => value.to_string(),
        1 => crate::text::number::whole(value.into(), Lang::Vi),
        2 => crate::text::number::whole(value.into(), Lang::En),
        3 => format!("{value}e0"),
        _ => format!("{} đồng", crate::text::number::whole(value.into(), Lang::Vi)),
    }
}

proptest! {
    #[test]
    fn a_filter_keeps_what_a_naive_evaluation_keeps(
        all in prop::collection::vec(
            ("[aăđdn ]{0,3}", prop::option::of(-4000_i64..4000), prop::option::of(-500_i64..500), prop::option::of(1_i8..31), prop::option::of(any::<bool>())),
            0..12,
        ),
        sign in prop::sample::select(vec!["=", "!=", "<>", "<", "<=", ">", ">="]),
        amount in -2000_i64..2000, form in 0_usize..5, tenths in -50_i64..50, day in 1_i8..31, words in "[aăđdn]{1,2}",
    ) {
        let table = generated(&all);
        let kept = |condition: String| kept(&table, &[Condition::parse(&condition).unwrap()], None).unwrap();
        let differs = sign == "!=" || sign == "<>";
        // Half đồng round away from zero; an empty cell is only ever different.
        let dong: Vec<bool> = all.iter().map(|row| row.1.map_or(differs, |halves| {
            let whole = (halves.abs() + 1) / 2 * halves.signum();
            holds(&whole, sign, &amount)
        })).collect();
        prop_assert_eq!(kept(format!("d{sign}{}", typed(amount, form))), dong);
        let percent: Vec<bool> = all.iter().map(|row| row.2.map_or(differs, |n| holds(&n, sign, &(tenths * 10)))).collect();
        let shown = format!("{}{},{} %", if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10);
        prop_assert_eq!(kept(format!("p{sign}{shown}")), percent);
        let days: Vec<bool> = all.iter().map(|row| row.3.map_or(differs, |one| holds(&one, sign, &day))).collect();
        prop_assert_eq!(kept(format!("t {sign} {day}/3/2026")), days);
        if matches!(sign, "=" | "!=" | "<>") {
            let flags: Vec<bool> = all.iter().map(|row| (row.4 == Some(true)) != differs).collect();
            prop_assert_eq!(kept(format!("f{sign}có")), flags);
            let same: Vec<bool> = all.iter().map(|row| (fold(&row.0) == fold(&words)) != differs).collect();
            prop_assert_eq!(kept(format!("w{sign}{words}")), same);
        }
        let within: Vec<bool> = all.iter().map(|row| fold(&row.0).contains(&fold(&words))).collect();
        prop_assert_eq!(kept(format!("w~{words}")), within);
    }
}
