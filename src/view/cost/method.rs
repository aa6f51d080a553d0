//! Methods of several countries, and what they say: of cases, and of the sheets of the workspace.

use super::group_key;
use crate::cost::Rates;
use crate::cost::method::{
    CaseFigures, Column, Discount, Exact, Figure, LineFigures, Method, Part, Version, Work, case_of_sheet, exact,
    explain_line, explain_tariff, left_out, rows_within, run_case, shown, to_fraction,
};
use crate::model::{Activity, Fraction, Parameter};
use crate::reform::GroupBy;
use crate::text::Lang;
use crate::view::filter::sort_by;
use crate::view::nouns::Source;
use crate::view::{Cell, GroupNames, Page, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::cost::CostWord;
use crate::words::method::MethodWord as W;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

declare! {
    COST_METHOD = "cost_method" of "cost method list" {
        "code", W::MethodColumn, "text";
        "name", W::NameColumn, "names";
        "currency", W::CurrencyColumn, "text";
        "horizon_years", W::HorizonColumn, "whole";
    }
}

/// The methods there are.
pub fn table(methods: &[Method], lang: Lang) -> Table {
    let mut table = Table::of(&COST_METHOD, lang);
    for method in methods {
        table.push(vec![
            method.id.clone().into(),
            Cell::names(&method.name, Some(&method.name_en)),
            method.currency.clone().into(),
            Cell::Whole(method.horizon.into()),
        ]);
    }
    table
}

/// One method, with the parameters that its tariffs name.
pub fn page(method: &Method, parameters: &dyn Fn(&str) -> Option<Parameter>, lang: Lang) -> Page {
    let mut page = Page::new("cost_method", lang, "");
    page.noun(method);
    page.line(format!("{}  {}", method.id, method.name_in(lang)));
    page.line(CliMessage::SourceLine.with(lang, &[&method.source]));
    page.line(settings(method, method.horizon, method.discount, lang));
    if !method.leave_out.is_empty() {
        let parts: Vec<&str> = method.leave_out.iter().map(|part| part.word(lang)).collect();
        page.line(W::ShownLeftOut.with(lang, &[&parts.join(", ")]));
    }
    page.line(W::ShownCapital.with(lang, &[&method.capital.word(lang)]));
    if !method.overhead.is_zero() {
        page.line(W::ShownOverhead.with(lang, &[&hundredfold(method.overhead, lang)]));
    }
    if let Some(annualise) = method.annualise {
        page.line(W::ShownAnnualise.with(lang, &[&shown(&exact(annualise), 6, lang)]));
    }
    if let Some(year) = method.value_year {
        page.line(W::ShownValueYear.with(lang, &[&year]));
    }
    if let Some(prices) = &method.prices {
        page.line(W::ShownPrices.with(lang, &[&prices.base]));
    }
    if !method.tariffs.is_empty() {
        page.blank();
        page.line(W::ShownTariffs.text(lang));
    }
    for tariff in &method.tariffs {
        let name = tariff.name_in(lang);
        page.line(format!("  {:<12} {name}: {}", tariff.id, explain_tariff(tariff, parameters, lang)));
        if !tariff.source.is_empty() {
            page.within(15, CliMessage::SourceLine.with(lang, &[&tariff.source]));
        }
    }
    page.blank();
    page.line(W::ShownAddressees.text(lang));
    for rule in &method.addressees {
        let name = rule.name_in(lang);
        let notes = [(rule.individual, W::Individual), (rule.work == Work::Hours, W::WorkHours)];
        let notes: Vec<&str> = notes.iter().filter(|(holds, _)| *holds).map(|(_, word)| word.text(lang)).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
        page.line(format!("  {:<15} {name}{notes}", rule.id));
    }
    page
}

fn settings(method: &Method, horizon: u32, discount: Option<Discount>, lang: Lang) -> String {
    let discount = match discount {
        None => W::NoDiscount.text(lang).to_owned(),
        Some(Discount { rate, at }) => W::DiscountOf.with(lang, &[&hundredfold(rate, lang), &at.word(lang)]),
    };
    W::Settings.with(lang, &[&horizon, &discount, &method.currency])
}

/// A share in percent, without its sign.
fn hundredfold(share: Fraction, lang: Lang) -> String {
    Cell::Exact(share.times(Fraction::whole(100)).unwrap_or_default()).shown(lang)
}

/// A case that was computed.
#[derive(Debug, Clone)]
pub struct Computed {
    /// Its code.
    pub id: String,
    /// Its name.
    pub name: Said,
    /// Where it is from.
    pub source: Said,
    /// What the method says of it.
    pub figures: CaseFigures,
}

/// Cases by a method: each wholly; for spreadsheets and documents their lines.
///
/// # Errors
/// A figure is too large.
pub fn cases(method: &Method, cases: &[Computed], lang: Lang) -> Result<Page> {
    let mut page = Page::new("cost_method_run", lang, "");
    let values = cases.iter().map(|case| case_json(method, case)).collect::<Result<Vec<Value>>>()?;
    page.fields(json!({ "method": method.id, "currency": method.currency, "cases": values }));
    page.sheet(lines_table(method, cases, lang)?);
    for (at, case) in cases.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        case_lines(&mut page, method, case);
    }
    Ok(page)
}

fn money(method: &Method, value: &Exact) -> Result<Cell> {
    let fraction = to_fraction(value, method.decimals);
    fraction.map(Cell::Exact).ok_or_else(|| Fault::input(W::TooLarge.said(&[])))
}

declare! {
    COST_LINE = "cost_line" of "" {
        "case", W::CaseColumn, "text";
        "version", W::VersionColumn, "text";
        "activity", W::ActivityColumn, "text";
        "name", W::NameColumn, "text";
        "segment", W::SegmentColumn, "text";
        "one_off", W::OneOffColumn, "text";
        "year_cost", W::YearColumn, "text";
        "total", W::TotalColumn, "text";
        "present_value", W::PresentValueColumn, "text";
        "formula", W::FormulaColumn, "text";
    }
}

fn lines_table(method: &Method, cases: &[Computed], lang: Lang) -> Result<Table> {
    let mut table = Table::of(&COST_LINE, lang);
    for case in cases {
        for version in &case.figures.versions {
            for line in &version.lines {
                let present = line.flow.present_value.as_ref().map(|value| money(method, value)).transpose()?;
                table.push(vec![
                    case.id.clone().into(),
                    Cell::Named(version.version.name(), column(version.version).word(lang)),
                    line.activity.clone().into(),
                    line.name.clone().into(),
                    line.segment.clone().into(),
                    Cell::Flag(line.one_off),
                    money(method, &line.year)?,
                    money(method, &line.flow.total)?,
                    present.unwrap_or(Cell::Empty),
                    explain_line(method, line, lang).into(),
                ]);
            }
        }
    }
    Ok(table)
}

fn column(version: Version) -> Column {
    match version {
        Version::Before => Column::Before,
        Version::Restated => Column::Restated,
        Version::After => Column::After,
    }
}

/// The columns that a case has: its versions, then how they differ.
fn columns(figures: &CaseFigures) -> Vec<Column> {
    let mut columns: Vec<Column> = figures.versions.iter().map(|version| column(version.version)).collect();
    if figures.version(Version::Restated).is_some() {
        columns.push(Column::ReEstimate);
    }
    if figures.version(Version::After).is_some() {
        columns.extend([Column::Change, Column::Saved]);
    }
    columns
}

/// The figures that a person is shown of a column: what the case and the method have.
fn rows(figures: &CaseFigures, column: Column) -> Vec<(Figure, Exact)> {
    let ranged = figures.versions.iter().any(|version| version.range.is_some());
    let several = figures.horizon > 1;
    let shows = |figure: Figure| match figure {
        Figure::Average => several,
        Figure::Low | Figure::High | Figure::MidpointOfInputs | Figure::MidpointOfOutputs => ranged,
        Figure::Occurrences | Figure::Cases => false,
        Figure::Percent => column.is_difference(),
        _ => true,
    };
    let all = Figure::ALL.iter().filter(|figure| shows(**figure));
    all.filter_map(|figure| figures.figure(*figure, column).map(|value| (*figure, value))).collect()
}

fn decimals(method: &Method, figure: Figure) -> u32 {
    match figure {
        Figure::Percent | Figure::Hours | Figure::Cases => 2,
        _ => method.decimals,
    }
}

fn case_lines(page: &mut Page, method: &Method, case: &Computed) {
    let lang = page.lang();
    let figures = &case.figures;
    page.line(format!("{}  {}", case.id, case.name.text(lang)));
    if !case.source.text(lang).is_empty() {
        page.within(2, CliMessage::SourceLine.with(lang, &[&case.source.text(lang)]));
    }
    page.within(2, settings(method, figures.horizon, figures.discount, lang));
    for version in &figures.versions {
        page.within(2, column(version.version).word(lang));
        for line in &version.lines {
            let old = if line.old_rule { format!(" ({})", W::OldRule.text(lang)) } else { String::new() };
            page.line(format!("    {:<8} {} [{}]{old}", line.activity, line.name, who(method, &line.segment, lang)));
            page.within(13, explain_line(method, line, lang));
        }
    }
    for column in columns(figures).into_iter().filter(|column| *column != Column::Saved) {
        let figures = rows(figures, column);
        let shown: Vec<String> = figures
            .iter()
            .map(|(figure, value)| format!("{} {}", figure.word(lang), shown(value, decimals(method, *figure), lang)))
            .collect();
        page.line(format!("  {}: {}", column.word(lang), shown.join("; ")));
    }
    let saved = |figure| figures.figure(figure, Column::Saved);
    if let (Some(total), Some(percent)) = (saved(Figure::Total), saved(Figure::Percent)) {
        page.within(2, W::SavedLine.with(lang, &[&shown(&total, method.decimals, lang), &shown(&percent, 2, lang)]));
    }
    if figures.version(Version::Restated).is_some()
        && let Some(value) = figures.figure(Figure::Total, Column::ReEstimate)
    {
        page.within(2, W::ReEstimateLine.with(lang, &[&shown(&value, method.decimals, lang)]));
    }
    if figures.overlap != Exact::from_integer(0.into()) {
        page.within(2, W::OverlapLine.with(lang, &[&shown(&figures.overlap, method.decimals, lang)]));
    }
    for printed in &figures.printed {
        let decimals = decimals(method, printed.printed.figure).max(2);
        let show = |value: &Exact| shown(value, decimals, lang);
        let value = show(&exact(printed.printed.value));
        let what = printed.printed.figure.word(lang);
        let activity = printed.printed.activity.as_ref().map(|id| format!("{id}: ")).unwrap_or_default();
        let what = format!("{activity}{what}");
        let of = printed.printed.of.word(lang);
        let computed = printed.computed.as_ref().map_or_else(|| W::NotComputed.text(lang).to_owned(), show);
        let line = if printed.same {
            W::PrintedSame.with(lang, &[&what, &of, &value])
        } else {
            W::PrintedDiffers.with(lang, &[&what, &of, &value, &computed])
        };
        page.line(format!("  {line}"));
    }
}

/// Who complies, as a person reads it: of a sheet of the workspace the kind of addressee, since the line says how many they are; of
/// a case its own name of the segment.
fn who<'a>(method: &'a Method, segment: &'a str, lang: Lang) -> &'a str {
    let of_sheet = |id: &str| segment.strip_prefix(id).and_then(|rest| rest.strip_prefix('-'));
    let rule = method.addressees.iter().find(|rule| {
        of_sheet(&rule.id).is_some_and(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()))
    });
    rule.map_or(segment, |rule| rule.name_in(lang))
}

fn case_json(method: &Method, case: &Computed) -> Result<Value> {
    let figures = &case.figures;
    let mut by_column = Map::new();
    for column in columns(figures) {
        let mut values = Map::new();
        for figure in Figure::ALL {
            if let Some(value) = figures.figure(*figure, column) {
                let fraction = to_fraction(&value, decimals(method, *figure));
                let cell = Cell::Exact(fraction.ok_or_else(|| Fault::input(W::TooLarge.said(&[])))?);
                values.insert(figure.name().to_owned(), cell.json());
            }
        }
        by_column.insert(column.name().to_owned(), Value::Object(values));
    }
    let mut lines = Vec::new();
    for version in &figures.versions {
        for line in &version.lines {
            lines.push(line_json(method, version.version, line)?);
        }
    }
    let printed = figures.printed.iter().map(|one| {
        let computed = one.computed.as_ref().and_then(|value| to_fraction(value, 6));
        json!({
            "figure": one.printed.figure.name(), "of": one.printed.of.name(), "activity": one.printed.activity,
            "printed": Cell::Exact(one.printed.value).json(), "computed": computed.map(|value| Cell::Exact(value).json()),
            "same": one.same,
        })
    });
    Ok(json!({
        "case": case.id, "name": case.name.vi, "name_en": case.name.en, "source": case.source.vi,
        "source_en": case.source.en, "horizon_years": figures.horizon,
        "discount": figures.discount, "figures": by_column, "overlap": money(method, &figures.overlap)?.json(),
        "lines": lines, "printed": printed.collect::<Vec<_>>(),
    }))
}

fn line_json(method: &Method, version: Version, line: &LineFigures) -> Result<Value> {
    let plain = |value: &Exact| to_fraction(value, 6).map(|value| Cell::Exact(value).json());
    let parts = |parts: &[(Part, Exact)]| -> Result<Value> {
        let each = parts.iter().map(|(part, amount)| Ok((part.name().to_owned(), money(method, amount)?.json())));
        Ok(Value::Object(each.collect::<Result<Map<String, Value>>>()?))
    };
    Ok(json!({
        "version": version.name(), "activity": line.activity, "name": line.name, "segment": line.segment,
        "old_rule": line.old_rule, "one_off": line.one_off, "hours": plain(&line.hours),
        "hourly": line.hourly.as_ref().map(plain), "staff": line.staff.as_ref().map(plain), "parts": parts(&line.parts)?,
        "left_out": parts(&line.left_out)?, "one": money(method, &line.one)?.json(), "times": plain(&line.times),
        "usual": money(method, &line.usual)?.json(), "population": plain(&line.population),
        "year": money(method, &line.year)?.json(), "years": line.years, "total": money(method, &line.flow.total)?.json(),
        "present_value": line.flow.present_value.as_ref().map(|value| money(method, value)).transpose()?.map(|cell| cell.json()),
        "total_hours": plain(&line.flow.hours), "formula": explain_line(method, line, Lang::En),
    }))
}

declare! {
    COST_METHOD_TOTAL = "cost_method_total" of "cost total --method" {
        "group", W::GroupColumn, "text?";
        "regulations", W::RegulationsColumn, "whole?";
        "with_sheet", W::WithSheetColumn, "whole?";
        "average_dong", W::AverageColumn, "dong?";
        "total_dong", W::TotalColumn, "dong?";
        "present_value_dong", W::PresentValueColumn, "dong?";
        "hours", W::HoursColumn, "number?";
        "left_out_dong", W::LeftOutColumn, "dong?";
    }
}

/// Totals of the workspace by a method in đồng, by group or all; rows whose addressees the method does not know are noted.
///
/// # Errors
/// A figure is too large; the workspace cannot be read.
pub fn total(from: &Source<'_>, method: &Method, by: Option<GroupBy>) -> Result<Table> {
    let rates = Rates::on(from.day, from.reader.all::<Parameter>()?);
    let sheets = from.reader.sheets()?.into_iter().map(|sheet| (sheet.regulation, sheet.activities));
    let sheets: BTreeMap<String, Vec<Activity>> = sheets.collect();
    let snapshot = from.reader.snapshot(from.day)?;
    let mut table = Table::of(&COST_METHOD_TOTAL, from.lang);
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    // Rows whose addressees the method does not know, and how many sheets have such.
    let mut outside = (0_usize, 0_usize);
    let populations = from.reader.populations()?;
    let mut waiting = 0_usize;
    for subject in &snapshot.live.subjects {
        let group = groups.entry(group_key(subject, by)).or_default();
        group.count += 1;
        let Some(sheet) = sheets.get(&subject.code) else { continue };
        // What nobody counted costs no sum by any method; it is said below.
        if subject.waits {
            waiting += 1;
            continue;
        }
        let within = rows_within(sheet, &rates, method)?;
        if within.len() < sheet.len() {
            outside.0 += sheet.len() - within.len();
            outside.1 += 1;
        }
        if within.is_empty() {
            continue;
        }
        group.costed += 1;
        let case = case_of_sheet((&subject.code, ""), &within, populations.get(&subject.code), &rates, method)?;
        group.add(&run_case(method, &case, &|id: &str| rates.find(id).cloned())?);
    }
    let names = GroupNames::read(from)?;
    for (key, group) in groups {
        let dong = |value: &Exact| money(method, value);
        table.push(vec![
            names.total(by, &key),
            group.count.into(),
            group.costed.into(),
            dong(&group.average)?,
            dong(&group.total)?,
            group.present_value.as_ref().map(dong).transpose()?.unwrap_or(Cell::Empty),
            dong(&group.hours)?,
            dong(&group.left_out)?,
        ]);
    }
    if by.is_some() {
        sort_by(&mut table, "-total_dong")?;
    }
    if waiting > 0 {
        table.notes.push(CostWord::TotalsWait.said(&[&waiting]));
    }
    if outside.0 > 0 {
        table.notes.push(W::OutsideMethod.said(&[&method.id, &outside.0, &outside.1]));
    }
    Ok(table)
}

#[derive(Default)]
struct Group {
    count: usize,
    costed: usize,
    average: Exact,
    total: Exact,
    present_value: Option<Exact>,
    hours: Exact,
    left_out: Exact,
}

impl Group {
    fn add(&mut self, figures: &CaseFigures) {
        let figure = |figure| figures.figure(figure, Column::Before);
        let zero = || Exact::from_integer(0.into());
        self.average += figure(Figure::Average).unwrap_or_else(zero);
        self.total += figure(Figure::Total).unwrap_or_else(zero);
        self.hours += figure(Figure::Hours).unwrap_or_else(zero);
        if let Some(value) = figure(Figure::PresentValue) {
            self.present_value = Some(self.present_value.take().unwrap_or_else(zero) + value);
        }
        for version in &figures.versions {
            self.left_out += left_out(&version.lines).into_values().fold(zero(), |sum, amount| sum + amount);
        }
    }
}
