//! One record through a mapping into a procedure. Text from outside is cleaned here, once.

use super::header::code_of;
use super::{Coverage, ImportReport, Lines, Problem, Record, Records, Spool, lookup, shortened};
use crate::exchange::mapping::{FieldRule, How, Mapping, To};
use crate::exchange::portal::channels::ChannelRow;
use crate::exchange::portal::{self, Taken, bases, channels, citation, components, is_nothing, results};
use crate::exchange::tables::line;
use crate::model::instrument::normal_number;
use crate::model::procedure_code::{ProcedureCode, is_national};
use crate::model::{AgencyRegister, Procedure, Provenance, Regulation, RegulationKind, RegulationStatus};
use crate::text::clean::collapse;
use crate::text::{clean, clean_line};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result};
use serde_json::{Map, Value};

/// The longest text of one cell, in characters.
const LONGEST_CELL: usize = 4_000_000;

/// Collects the procedures of a file.
pub(super) struct Builder<'a> {
    mapping: &'a Mapping,
    file: String,
    agency: Option<&'a str>,
    register: &'a AgencyRegister,
    spool: Spool,
    lines: Lines,
    /// Records of local announcements.
    local: Vec<Procedure>,
    sheet: Option<String>,
    report: ImportReport,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        mapping: &'a Mapping,
        file: String,
        agency: Option<&'a str>,
        register: &'a AgencyRegister,
    ) -> Self {
        let (spool, lines, report) = (Spool::default(), Lines::default(), ImportReport::default());
        Self { mapping, file, agency, register, spool, lines, local: Vec::new(), sheet: None, report }
    }

    pub(super) fn mapping(&self) -> &'a Mapping {
        self.mapping
    }

    /// The records that follow are those of another sheet.
    pub(super) fn begin_sheet(&mut self, name: &str) {
        self.lines.begin_sheet(name);
        self.sheet = Some(name.to_owned());
    }

    /// Something about a row, or with line 0 about a whole sheet.
    pub(super) fn note(&mut self, line: usize, said: crate::words::Said) {
        self.report.add(Problem { sheet: self.sheet.clone(), line, code: None, said });
    }

    /// Adds a record.
    pub(super) fn add(&mut self, line: usize, record: &Record) -> Result<()> {
        let hint = |fault: Fault| fault.hint(Say::RecordHint.said(&[]));
        let mut making = Making::default();
        for rule in self.mapping.fields() {
            making.fill(rule, self, lookup(record, &rule.from)).map_err(hint)?;
        }
        let from = |to: To| self.mapping.fields().iter().find(|r| r.to == to).map_or("", |r| r.from.as_str());
        let Some(code) = making.code.take() else {
            return Err(hint(Fault::input(Say::NoCode.said(&[&from(To::Code)]))));
        };
        let Some(name) = making.name.take() else {
            return Err(hint(Fault::input(Say::NoName.said(&[&code, &from(To::Name)]))));
        };
        self.report.coverage.records += 1;
        self.report.coverage.records_read += 1;
        if !is_national(&code) {
            making.said.push(Say::OddCode.said(&[&code]));
        }
        let local = making.local.take();
        // The announcements of several provinces are one procedure.
        let again = local.is_some() || self.local.iter().any(|other| other.regulation.code == code);
        if let Some((sheet, first)) = self.lines.note(&code, line).filter(|_| !again) {
            let there = match sheet {
                Some(sheet) => TakenWord::SheetLine.said(&[&sheet, &first]),
                None => TakenWord::Line.said(&[&first]),
            };
            let column = from(To::Code);
            let said =
                TakenWord::Twice.said_by(|lang| vec![column.to_owned(), code.clone(), there.text(lang).to_owned()]);
            return Err(Fault::input(said).hint(TakenWord::TwiceHint.said(&[])));
        }
        let mut procedure = making.finish(code.clone(), name, &self.file)?;
        if procedure.regulation.agency.is_none() {
            procedure.regulation.agency = self.agency.map(str::to_owned);
        }
        if let Some(decision) = making.nameless.take().filter(|_| procedure.regulation.agency.is_none()) {
            making.said.push(Say::NoAgency.said(&[&shortened(&decision)]));
        }
        self.report.coverage.merge(&making.coverage);
        for (part, text) in [
            ("steps", &procedure.steps),
            ("requirements", &procedure.requirements),
            ("description", &procedure.description),
            ("name", &procedure.regulation.name),
        ] {
            if let Some(other) = other_code(text, &code) {
                making.said.push(Say::OtherCode.said(&[&part, &other]));
            }
        }
        let said = std::mem::take(&mut making.said);
        for said in said {
            self.report.add(Problem { sheet: self.sheet.clone(), line, code: Some(code.clone()), said });
        }
        if let Some(written) = local {
            // The times and fees of one place stand beside those of the procedure, not in their place.
            procedure.verbatim = procedure.channel_lines(&written);
            self.local.push(procedure);
            return Ok(());
        }
        self.spool.push(procedure)
    }

    pub(super) fn finish(mut self) -> Records {
        self.report.records = self.report.coverage.records_read;
        Records {
            spool: self.spool,
            local: self.local,
            lines: self.lines,
            mapping: self.mapping.name().to_owned(),
            gaps_only: self.mapping.gaps_only(),
            report: self.report,
        }
    }
}

/// The first code of another procedure in a text.
fn other_code(text: &str, own: &str) -> Option<String> {
    let bytes = text.as_bytes();
    (0..bytes.len().checked_sub(7)?).find_map(|at| {
        let code = text.get(at..at + 8)?;
        let alone = |b: Option<&u8>| !b.is_some_and(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
        // A full stop may follow at the end of a sentence, but no further digits.
        let follows = match bytes.get(at + 8) {
            Some(b'.' | b',') => !bytes.get(at + 9).is_some_and(u8::is_ascii_digit),
            other => alone(other),
        };
        let known = matches!(code.as_bytes()[0], b'1'..=b'3') && is_national(code);
        (known && code != own && follows && alone(at.checked_sub(1).and_then(|b| bytes.get(b))))
            .then(|| code.to_owned())
    })
}

/// A procedure on its way.
#[derive(Default)]
struct Making {
    code: Option<String>,
    /// The decision whose number names no known agency.
    nameless: Option<String>,
    /// The code as it is written, where it is that of a local announcement of the procedure.
    local: Option<String>,
    name: Option<String>,
    decision: Option<String>,
    agency: Option<String>,
    field: Option<String>,
    texts: Map<String, Value>,
    levels: Vec<String>,
    addressees: Vec<String>,
    channels: Vec<crate::model::Channel>,
    components: Vec<crate::model::Component>,
    bases: Vec<crate::model::Basis>,
    results: Vec<crate::model::Outcome>,
    verbatim: Vec<String>,
    coverage: Coverage,
    said: Vec<crate::words::Said>,
}

impl Making {
    /// Fills one field, unless a line of the mapping before has filled it.
    fn fill(&mut self, rule: &FieldRule, builder: &Builder<'_>, value: Option<&Value>) -> Result<()> {
        let Some(value) = value else { return Ok(()) };
        let Builder { mapping, register, .. } = builder;
        if rule.how == How::Table {
            return self.table(rule, value);
        }
        if rule.how == How::Code
            && let Some(read) = code_of(value).filter(|_| self.code.is_none())
        {
            self.take_code(value, read);
            return Ok(());
        }
        let text = clean(&text(rule, value)?);
        if is_nothing(&text) {
            return Ok(());
        }
        if rule.how == How::Code && (value.is_number() || is_cut(&text)) {
            return Err(Fault::input(TakenWord::NumberNoCode.said(&[&line(value)])));
        }
        // Texts of many lines are not put on one.
        let line = || match rule.how {
            How::Joined => text.lines().map(clean_line).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("; "),
            _ => collapse(&text),
        };
        match rule.to {
            To::Code => put(&mut self.code, code(&line())?),
            To::Name => put(&mut self.name, line()),
            To::Decision if rule.how == How::Number => put(&mut self.decision, number(&line())),
            To::Decision => put(&mut self.decision, line()),
            To::Agency if rule.how == How::AgencyOfDecision => {
                let own = mapping.agency_of(&line()).map(str::to_owned);
                match own.or_else(|| register.of_decision(&line())) {
                    Some(agency) => put(&mut self.agency, agency),
                    None => self.nameless = Some(line()),
                }
            }
            To::Agency if rule.how == How::AgencyNamed => {
                if let Some(agency) = register.resolve(&line()) {
                    put(&mut self.agency, agency);
                }
            }
            To::Agency => put(&mut self.agency, line()),
            To::Field => put(&mut self.field, line()),
            To::Text(field) => {
                let said = || match (field.long, rule.how) {
                    (false, _) => line(),
                    (true, How::Line) => clean_line(&text),
                    (true, _) => text.trim().to_owned(),
                };
                self.texts.entry(field.key).or_insert_with(|| said().into());
            }
            To::Levels => put_list(&mut self.levels, rule, &text),
            To::Addressees => put_list(&mut self.addressees, rule, &text),
            To::Channels => {
                let taken = portal::channels(&text);
                self.left("channels", &taken.left, !taken.rows.is_empty());
                self.take_channels(taken.rows);
            }
            To::Components => {
                let taken = portal::components(&text);
                self.left("components", &taken.left, !taken.rows.is_empty());
                self.take_components(taken.rows);
            }
            To::Bases => {
                let taken = portal::bases(&text);
                self.left("bases", &taken.left, !taken.rows.is_empty());
                self.take_bases(taken.rows);
            }
            To::Results => {
                let taken = if rule.how == How::Lines { results::lines(&text) } else { portal::results(&text) };
                self.take_results(taken);
            }
        }
        Ok(())
    }

    /// Takes a code in whatever form it came; that of a local announcement is that of its procedure.
    fn take_code(&mut self, value: &Value, read: ProcedureCode) {
        let written = line(value);
        if value.is_number() {
            self.said.push(Say::NumericCode.said(&[&read.national]));
        } else if read.mended {
            self.said.push(Say::MendedCode.said(&[&written, &read.national]));
        } else if written != read.national {
            self.said.push(Say::LocalCode.said(&[&written, &read.national]));
            self.local = Some(written.clone());
        }
        self.code = Some(read.national);
    }

    /// Rows whose cells stand apart.
    fn table(&mut self, rule: &FieldRule, value: &Value) -> Result<()> {
        let misfit = || Fault::input(Say::NotTable.said(&[&rule.from]));
        let rows = match value {
            Value::Null => return Ok(()),
            Value::Array(rows) => rows,
            Value::String(text) if is_nothing(&clean(text)) => return Ok(()),
            _ => return Err(misfit()),
        };
        for row in rows {
            let row = row.as_object().ok_or_else(misfit)?;
            let cell = |part: &str| -> Result<String> {
                let value = rule.columns.get(part).and_then(|key| lookup(row, key));
                value.map_or_else(|| Ok(String::new()), |value| text(rule, value).map(|t| clean(&t)))
            };
            match rule.to {
                To::Channels => {
                    let (named, time, fee, note) = (cell("mode")?, cell("time")?, cell("fee")?, cell("note")?);
                    match channels::mode(&clean_line(&named)) {
                        Some(mode) => self.take_channels(vec![channels::row(mode, &time, &fee, &note)]),
                        None => {
                            self.said.push(Say::UnknownMode.said(&[&shortened(&named)]));
                            self.verbatim
                                .push(format!("channels: {}", clean_line(&[named, time, fee, note].join(" | "))));
                            self.coverage.verbatim += 1;
                        }
                    }
                }
                To::Components => {
                    let made = components::row(&cell("name")?, &cell("form")?, &cell("count")?);
                    if !is_nothing(&made.name) {
                        self.take_components(vec![made]);
                    }
                }
                To::Bases => {
                    let (cited, title) = (clean_line(&cell("number")?), clean_line(&cell("title")?));
                    if is_nothing(&cited) && is_nothing(&title) {
                        continue;
                    }
                    let mut made = bases::row(&cited, &title);
                    made.issued = crate::text::date::parse(&cell("issued")?);
                    made.issuer = Some(clean_line(&cell("issuer")?)).filter(|issuer| !is_nothing(issuer));
                    self.take_bases(vec![made]);
                }
                _ => return Err(misfit()),
            }
        }
        Ok(())
    }

    fn left(&mut self, part: &str, left: &[String], some: bool) {
        for text in left {
            self.verbatim.push(format!("{part}: {text}"));
            self.coverage.verbatim += 1;
        }
        // Words before the first row are prose beside a table that was understood.
        if !left.is_empty() && !some {
            self.said.push(Say::NotTakenApart.said(&[&part]));
        }
    }

    fn take_channels(&mut self, rows: Vec<ChannelRow>) {
        for row in rows {
            self.coverage.channels += 1;
            self.coverage.channels_without_time += usize::from(row.no_time);
            self.coverage.channels_typed_limit += usize::from(row.channel.limit.is_some());
            self.coverage.fee_figures += row.figures;
            self.coverage.fee_figures_typed += row.typed;
            self.channels.push(row.channel);
        }
    }

    fn take_components(&mut self, rows: Vec<crate::model::Component>) {
        self.coverage.components += rows.len();
        self.coverage.components_split += rows.iter().filter(|c| c.originals.is_some() && c.copies.is_some()).count();
        self.components.extend(rows);
    }

    fn take_bases(&mut self, rows: Vec<crate::model::Basis>) {
        self.coverage.bases += rows.len();
        self.coverage.bases_numbered += rows.iter().filter(|b| b.number.is_some()).count();
        self.bases.extend(rows);
    }

    fn take_results(&mut self, taken: Taken<crate::model::Outcome>) {
        self.coverage.results += taken.rows.len();
        self.coverage.results_coded += taken.rows.iter().filter(|r| r.code.is_some()).count();
        self.results.extend(taken.rows);
    }

    fn finish(&mut self, code: String, name: String, file: &str) -> Result<Procedure> {
        let mut made = std::mem::take(self);
        self.coverage = made.coverage;
        (self.said, self.nameless) = (made.said, made.nameless);
        let regulation = Regulation {
            code,
            kind: RegulationKind::Procedure,
            name,
            agency: made.agency,
            field: made.field,
            decision: made.decision,
            status: RegulationStatus::InForce,
            from: None,
            electronic: false,
            concerns: None,
            provenance: Provenance::Official,
            source: file.to_owned(),
        };
        let misfit = |error| Fault::other(Say::RecordHint.said(&[])).because(error);
        made.texts.insert("regulation".to_owned(), serde_json::to_value(regulation).map_err(misfit)?);
        let procedure: Procedure = serde_json::from_value(Value::Object(made.texts)).map_err(misfit)?;
        let Self { levels, addressees, channels, components, bases, results, verbatim, .. } = made;
        Ok(Procedure { levels, addressees, channels, components, bases, results, verbatim, ..procedure })
    }
}

/// The text of a value; numbers and truth values are text too.
fn text(rule: &FieldRule, value: &Value) -> Result<String> {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(_) | Value::Object(_) => return Err(Fault::input(Say::NotText.said(&[&rule.from]))),
    };
    let length = text.chars().count();
    if length > LONGEST_CELL {
        return Err(Fault::input(Say::CellTooLong.said(&[&rule.from, &length, &LONGEST_CELL])));
    }
    Ok(text)
}

/// Whether a spreadsheet wrote a number in a way that loses its last digits: `1.00042E+06`.
fn is_cut(text: &str) -> bool {
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().is_ok();
    text.contains(['e', 'E']) && number(text)
}

/// A code without blanks.
fn code(line: &str) -> Result<String> {
    if line.contains(' ') || line.chars().count() > 40 {
        return Err(Fault::input(Say::BadCode.said(&[&shortened(line)])));
    }
    Ok(line.to_owned())
}

/// The number of an instrument without the words before it.
fn number(line: &str) -> String {
    match citation::find(line).first() {
        Some(cited) => normal_number(&line[cited.start..cited.end]),
        None => line.to_owned(),
    }
}

fn put(field: &mut Option<String>, value: String) {
    if field.is_none() {
        *field = Some(value);
    }
}

fn put_list(field: &mut Vec<String>, rule: &FieldRule, text: &str) {
    if field.is_empty() {
        *field = match rule.how {
            How::List => items(text),
            How::Lines => text.lines().map(clean_line).filter(|item| !is_nothing(item)).collect(),
            _ => vec![clean_line(text)],
        };
    }
}

/// Items parted by commas. A comma inside parentheses or before a small letter belongs to its item.
fn items(text: &str) -> Vec<String> {
    let line = clean_line(text);
    let mut found = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, c) in line.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 && line[at + 1..].trim_start().starts_with(char::is_uppercase) => {
                found.push(line[start..at].trim().to_owned());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(line[start..].trim().to_owned());
    found.retain(|item| !is_nothing(item));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_inside_an_item_stay() {
        assert_eq!(
            items("Cán bộ, công chức, Tổ chức (không gồm doanh nghiệp, HTX), Doanh nghiệp"),
            ["Cán bộ, công chức", "Tổ chức (không gồm doanh nghiệp, HTX)", "Doanh nghiệp"]
        );
    }

    #[test]
    fn codes_of_others_are_found() {
        assert_eq!(other_code("xem thủ tục 1.000002.", "1.000001").as_deref(), Some("1.000002"));
        assert_eq!(other_code("mã 1.000001", "1.000001"), None);
        assert_eq!(other_code("nộp 1.000.000 đồng, 2.5000001", "1.000001"), None);
    }

    #[test]
    fn a_decision_is_told_by_its_number() {
        assert_eq!(number("Quyết định số 6225/QĐ-BQP"), "6225/QĐ-BQP");
        assert_eq!(number("Quyết định số 12"), "Quyết định số 12");
    }
}
