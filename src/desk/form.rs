//! The official cost sheet taken in: which procedure a block is of, which rate an income is, which stored row a row of the form is. What the
//! form does not hold (who vouches for a figure, the dossier component) stays as it is stored.

use crate::cost::{Rates, complying};
use crate::exchange::forms::{FormRow, FormSheet, Part};
use crate::exchange::records::Problem;
use crate::model::{
    Activity, ActivityGroup, Batch, Cell, CellProvenance, Fraction, Parameter, Population, Procedure, Provenance,
    Regulation, RegulationKind, RegulationStatus, Sheet, Unit,
};
use crate::store::Writer;
use crate::text::{Lang, clean_line, fold, number};
use crate::words::form::FormWord as W;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// How far apart two incomes may be that are the same: a form shows whole đồng.
const SAME_INCOME: i64 = 1;

/// What a form says of the workspace: nouns to put, and what deserves a look.
pub(super) struct Taken {
    pub batch: Batch,
    pub problems: Vec<Problem>,
}

/// The nouns of the sheets of a form.
///
/// # Errors
/// Bad input, with the line: a block whose procedure is not known, two sheets of one, a row without income.
pub(super) fn taken(writer: &Writer<'_>, forms: &[FormSheet], file: &str, today: Date) -> Result<Taken> {
    let mut rates = Rates::on(today, writer.all::<Parameter>()?);
    let known = writer.regulations()?;
    let mut by_name: HashMap<String, Vec<&str>> = HashMap::new();
    for regulation in &known {
        by_name.entry(fold(&regulation.name)).or_default().push(&regulation.code);
    }
    let mut taken = Taken { batch: Batch::default(), problems: Vec::new() };
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for form in forms {
        let name = form.name.clone().unwrap_or_default();
        // A code of another form than the national one stands in parentheses behind the name, or on the tab.
        let behind = name.trim_end_matches(')').rsplit_once('(').map(|(_, code)| code.trim());
        let own =
            [behind, form.sheet.as_deref()].into_iter().flatten().find(|code| known.iter().any(|r| r.code == **code));
        let named = by_name.get(&fold(&name)).filter(|codes| codes.len() == 1).and_then(|codes| codes.first());
        let Some(code) = form.code.clone().or_else(|| own.or(named.copied()).map(str::to_owned)) else {
            let fault = Fault::input(W::NoProcedure.said(&[&form.line, &name]));
            return Err(fault.hint(W::NoProcedureHint.said(&[])).at_line(form.line));
        };
        let mut note = |line: usize, said: Said| {
            taken.problems.push(Problem { sheet: form.sheet.clone(), line, code: Some(code.clone()), said });
        };
        if form.part != Part::Current {
            note(form.line, W::OtherPart.said(&[&code]));
            continue;
        }
        if lines.insert(code.clone(), form.line).is_some() {
            let fault = Fault::input(W::TwiceProcedure.said(&[&code])).hint(W::TwiceProcedureHint.said(&[]));
            return Err(fault.at_line(form.line));
        }
        if !known.iter().any(|regulation| regulation.code == code) {
            note(form.line, W::NewProcedure.said(&[&code]));
            taken.batch.procedures.push(new_procedure(&code, if name.is_empty() { &code } else { &name }, file));
        }
        let mut making = Making {
            code: &code,
            stored: writer.sheet(&code)?,
            components: writer.procedure(&code)?.map(|procedure| procedure.components).unwrap_or_default(),
            rates: &mut rates,
            parameters: &mut taken.batch.parameters,
            whole: writer.population(&code)?,
            population: None,
            file,
            today,
        };
        let rows: Result<Vec<Activity>> = form.rows.iter().map(|row| making.row(row, &mut note)).collect();
        taken.batch.sheets.push(Sheet { regulation: code.clone(), activities: rows? });
    }
    Ok(taken)
}

fn new_procedure(code: &str, name: &str, file: &str) -> Procedure {
    let regulation = Regulation {
        code: code.to_owned(),
        kind: RegulationKind::Procedure,
        name: name.to_owned(),
        agency: None,
        field: None,
        decision: None,
        status: RegulationStatus::InForce,
        from: None,
        electronic: false,
        concerns: None,
        provenance: Provenance::Assumption,
        source: file.to_owned(),
    };
    Procedure::bare(regulation)
}

/// A sheet on its way.
struct Making<'a> {
    code: &'a str,
    /// The stored rows that no row of the form is yet.
    stored: Vec<Activity>,
    components: Vec<crate::model::Component>,
    rates: &'a mut Rates,
    parameters: &'a mut Vec<Parameter>,
    /// The regulation's own population.
    whole: Option<Population>,
    /// How many comply by the row above.
    population: Option<i64>,
    file: &'a str,
    today: Date,
}

impl Making<'_> {
    fn row(&mut self, row: &FormRow, note: &mut impl FnMut(usize, Said)) -> Result<Activity> {
        let at_line = |fault: Fault| fault.at_line(row.line);
        let stored = self.stored_row(row);
        // A row that is left blank is as the regulation's own population says, or unknown; one that a form brings is as the row above.
        let population = match (row.population, self.population, &stored) {
            (Some(population), ..) => Some(population),
            (None, Some(before), None) => {
                let shown = |lang| vec![row.name.clone(), number::whole(before.into(), lang)];
                note(row.line, W::SamePopulation.said_by(shown));
                Some(before)
            }
            (None, ..) => None,
        };
        if population.is_none() && stored.is_none() {
            note(row.line, W::NoPopulation.said(&[&row.name]));
        }
        self.population = population.or(self.population);
        if row.times.is_none() {
            note(row.line, W::Once.said(&[&row.name]));
        }
        let tariff = match (row.hourly, &stored) {
            (None, Some(stored)) if row.minutes.is_zero() || stored.minutes == row.minutes => stored.tariff.clone(),
            (None, _) if !row.minutes.is_zero() => {
                let fault = Fault::input(W::NoHourly.said(&[&row.name])).hint(W::NoHourlyHint.said(&[]));
                return Err(at_line(fault));
            }
            (hourly, stored) => {
                let hourly = hourly.unwrap_or_default();
                let same = stored.as_ref().filter(|stored| {
                    let rate =
                        self.rates.tariff(&stored.tariff).ok().and_then(|tariff| tariff.with_staff(stored.staff));
                    rate.is_some_and(|rate| is_same(rate, hourly))
                });
                match same {
                    Some(stored) => stored.tariff.clone(),
                    None => self.tariff(row, hourly, note)?,
                }
            }
        };
        let mut made = stored.unwrap_or_else(|| self.new_row(row));
        if made.tariff != tariff {
            (made.tariff, made.staff) = (tariff, Fraction::ONE);
        }
        let whole = self.whole.as_ref();
        let often = |made: &Activity| made.times.or(whole?.times).or(Some(Fraction::ONE));
        let (was_often, was_many) = (often(&made).unwrap_or(Fraction::ONE), complying(&made, whole));
        let times = row.times.unwrap_or(was_often);
        let stored = made.clone();
        let mut change = |cell, same: bool, put: &mut dyn FnMut(&mut Activity)| {
            if !same {
                put(&mut made);
                made.provenance.set(cell, Provenance::Assumption);
            }
        };
        change(Cell::Minutes, is_near(stored.minutes, row.minutes), &mut |made| made.minutes = row.minutes);
        change(Cell::Outsourcing, stored.outsourcing == row.outsourcing, &mut |made| {
            made.outsourcing = row.outsourcing
        });
        change(Cell::Charges, stored.charges == row.charges, &mut |made| made.charges = row.charges);
        change(Cell::Times, is_near(was_often, times), &mut |made| made.times = Some(times));
        let same = population.is_none() || population.map(Fraction::whole) == was_many;
        change(Cell::Population, same, &mut |made| (made.population, made.among) = (population, None));
        if !row.note.is_empty() && row.note != clean_line(&made.source) {
            made.source.clone_from(&row.note);
        }
        Ok(made)
    }

    /// The stored row that a row of the form is: in its group, of its name; where several are, the one that is done as it says.
    fn stored_row(&mut self, row: &FormRow) -> Option<Activity> {
        let name = fold(&row.name);
        let is = |stored: &Activity| stored.group == row.group && fold(&clean_line(&stored.name)) == name;
        let exact = self.stored.iter().position(|stored| is(stored) && fold(&stored.how) == fold(&row.how));
        let at = exact.or_else(|| self.stored.iter().position(is))?;
        let mut stored = self.stored.remove(at);
        if fold(&clean_line(&stored.how)) != fold(&row.how) {
            row.how.clone_into(&mut stored.how);
        }
        Some(stored)
    }

    fn new_row(&self, row: &FormRow) -> Activity {
        let name = fold(&row.name);
        let mut same = self.components.iter().filter(|component| fold(&component.name) == name);
        let component = match (same.next(), same.next()) {
            (Some(one), None) if row.group == ActivityGroup::Dossier => Some(one.id.clone()),
            _ => None,
        };
        Activity {
            id: String::new(),
            group: row.group,
            name: row.name.clone(),
            how: row.how.clone(),
            component,
            tariff: String::new(),
            minutes: row.minutes,
            outsourcing: row.outsourcing,
            charges: row.charges,
            staff: Fraction::ONE,
            times: row.times,
            population: row.population.or(self.population),
            among: None,
            provenance: CellProvenance::default(),
            source: self.file.to_owned(),
        }
    }

    /// The parameter whose value an income is; one is added where there is none.
    fn tariff(&mut self, row: &FormRow, hourly: Fraction, note: &mut impl FnMut(usize, Said)) -> Result<String> {
        let ids = self.rates.ids_with_unit(Unit::DongPerHour);
        let used: Vec<&str> = self.stored.iter().map(|stored| stored.tariff.as_str()).collect();
        let is = |id: &&&str| self.rates.value(id).is_ok_and(|value| is_same(value, hourly));
        if let Some(id) = ids.iter().filter(is).max_by_key(|id| used.contains(*id)) {
            return Ok((*id).to_owned());
        }
        // A row without work needs a rate too, whichever it is.
        if row.minutes.is_zero()
            && row.hourly.is_none_or(Fraction::is_zero)
            && let Some(id) = used.first().or(ids.first())
        {
            return Ok((*id).to_owned());
        }
        let shown = |lang: Lang| number::whole(hourly.round(), lang);
        let id = format!("income.sheet.{}", hourly.to_string().replace('/', "-"));
        note(row.line, W::NewTariff.said_by(|lang| vec![shown(lang), id.clone()]));
        let parameter = Parameter {
            id: id.clone(),
            from: self.today,
            value: hourly,
            unit: Unit::DongPerHour,
            name: W::TariffName.with(Lang::Vi, &[&shown(Lang::Vi)]),
            name_en: W::TariffName.with(Lang::En, &[&shown(Lang::En)]),
            individual: false,
            provenance: Provenance::Assumption,
            source: format!("{} ({})", self.file, self.code),
        };
        self.rates.add(parameter.clone());
        self.parameters.push(parameter);
        Ok(id)
    }
}

fn is_same(one: Fraction, other: Fraction) -> bool {
    one.apart(other) < Fraction::whole(SAME_INCOME)
}

/// Whether two figures are the same but for what a spreadsheet cannot hold.
fn is_near(one: Fraction, other: Fraction) -> bool {
    Fraction::new(1, 5_000).is_some_and(|slack| one.apart(other) < slack)
}
