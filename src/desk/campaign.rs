//! Review campaigns: begun, filled with instruments, and an outcome for each.

use super::assign::{agency, agency_option, need_assignment, new_code};
use super::{Desk, not_found};
use crate::model::Kind;
use crate::model::instrument::{is_number, normal_number};
use crate::model::{Campaign, Outlook, Reviewed};
use crate::reform::lacks_measure;
use crate::store::{Changed, Reader};
use crate::text::clean_line;
use crate::words::assign::AssignWord as Say;
use crate::words::measure::MeasureWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

/// Instruments to be put under review.
#[derive(Debug, Clone, Copy)]
pub struct PutUnderReview<'a> {
    /// Code of the campaign.
    pub code: &'a str,
    /// Numbers of instruments, in any spelling.
    pub instruments: &'a [String],
    /// Those too on which procedures of this agency rest.
    pub of_agency: Option<&'a str>,
    /// The person responsible.
    pub person: Option<&'a str>,
}

/// What a review found for an instrument.
#[derive(Debug, Clone, Copy)]
pub struct ReviewOutcome<'a> {
    /// Code of the campaign.
    pub code: &'a str,
    /// Number of the instrument, in any spelling.
    pub instrument: &'a str,
    /// What was found.
    pub outlook: Outlook,
    /// The day of the outcome.
    pub date: Date,
    /// Codes of the measures that carry it; those that are there stay when empty.
    pub measures: &'a [String],
    /// Why.
    pub reason: Option<&'a str>,
    /// The person responsible.
    pub person: Option<&'a str>,
}

impl Desk<'_> {
    /// Begins a campaign; `lead` in it may be any name of the agency. Gives its code.
    ///
    /// # Errors
    /// Missing, where there is no such assignment or agency; usage, where the code is taken.
    pub fn new_campaign(&mut self, asked: &Campaign) -> Result<Changed<String>> {
        self.change(|writer| {
            need_assignment(writer, asked.assignment.as_deref())?;
            let known = writer.all::<Campaign>()?;
            let code = new_code(&asked.code, known.iter().map(|c| &c.code))?;
            let lead = agency_option(writer, asked.lead.as_deref())?;
            writer.put(&Campaign { code: code.clone(), lead, ..asked.clone() })?;
            Ok(code)
        })
    }

    /// Puts instruments under review; gives how many are new in the campaign, and how many were there.
    ///
    /// # Errors
    /// Missing, where there is no such campaign or agency; usage, where no instrument is named or a text is no number of one.
    pub fn put_under_review(&mut self, asked: PutUnderReview<'_>) -> Result<Changed<(usize, usize)>> {
        let given: Vec<String> = asked.instruments.iter().map(|n| number(n)).collect::<Result<_>>()?;
        let person = asked.person.map(clean_line).filter(|person| !person.is_empty());
        self.change(|writer| {
            let mut campaign = campaign(writer, asked.code)?;
            let mut numbers = given;
            if let Some(name) = asked.of_agency {
                let code = agency(writer, name)?;
                let under = writer.instruments_under(&code)?;
                if under.is_empty() {
                    return Err(Fault::usage(Say::NothingUnder.said(&[&code])));
                }
                numbers.extend(under);
            }
            if numbers.is_empty() {
                return Err(Fault::usage(Say::NoInstruments.said(&[])));
            }
            let (mut added, mut there) = (0, 0);
            for number in numbers {
                if let Some(item) = campaign.instruments.iter_mut().find(|item| item.instrument == number) {
                    there += 1;
                    item.person = person.clone().or(item.person.take());
                } else {
                    added += 1;
                    campaign.instruments.push(Reviewed {
                        instrument: number,
                        outcome: None,
                        date: None,
                        person: person.clone(),
                        measures: Vec::new(),
                        reason: String::new(),
                    });
                }
            }
            writer.put(&campaign)?;
            Ok((added, there))
        })
    }

    /// Records what the review found for an instrument; gives its number, and whether a measure is still to carry it.
    ///
    /// # Errors
    /// Missing, where there is no such campaign or measure; usage, where the instrument is not under review, or is kept by a measure.
    pub fn review_outcome(&mut self, asked: ReviewOutcome<'_>) -> Result<Changed<(String, bool)>> {
        let number = number(asked.instrument)?;
        self.change(|writer| {
            let mut campaign = campaign(writer, asked.code)?;
            for code in asked.measures {
                writer.measure(code)?.ok_or_else(|| not_found(Kind::Measure, code))?;
            }
            if asked.outlook == Outlook::Keep && !asked.measures.is_empty() {
                return Err(Fault::usage(Say::KeptWithMeasure.said(&[])));
            }
            let item = campaign.instruments.iter_mut().find(|item| item.instrument == number);
            let item = item.ok_or_else(|| not_under_review(&number, asked.code))?;
            item.outcome = Some(asked.outlook);
            item.date = Some(asked.date);
            if !asked.measures.is_empty() || asked.outlook == Outlook::Keep {
                item.measures = asked.measures.to_vec();
            }
            if let Some(reason) = asked.reason {
                item.reason = clean_line(reason);
            }
            let person = asked.person.map(clean_line).filter(|person| !person.is_empty());
            item.person = person.or(item.person.take());
            let lacks = lacks_measure(item, asked.date);
            writer.put(&campaign)?;
            Ok((number, lacks))
        })
    }

    /// Takes instruments out of a campaign; the whole campaign where none is named.
    ///
    /// # Errors
    /// Missing, where there is no such campaign; usage, where an instrument is not under review in it.
    pub fn remove_campaign(&mut self, code: &str, instruments: &[String]) -> Result<Changed<()>> {
        let numbers: Vec<String> = instruments.iter().map(|n| number(n)).collect::<Result<_>>()?;
        self.change(|writer| {
            let mut campaign = campaign(writer, code)?;
            if numbers.is_empty() {
                writer.remove::<Campaign>(code)?;
                return Ok(());
            }
            for number in &numbers {
                let before = campaign.instruments.len();
                campaign.instruments.retain(|item| item.instrument != *number);
                if campaign.instruments.len() == before {
                    return Err(not_under_review(number, code));
                }
            }
            writer.put(&campaign)?;
            Ok(())
        })
    }
}

fn not_under_review(number: &str, code: &str) -> Fault {
    Fault::missing(Say::NotUnderReview.said(&[&number, &code])).hint(Say::NotUnderReviewHint.said(&[&number, &code]))
}

fn campaign(reader: &Reader, code: &str) -> Result<Campaign> {
    let found = reader.all::<Campaign>()?.into_iter().find(|campaign| campaign.code == code);
    found.ok_or_else(|| not_found(Kind::Campaign, code))
}

/// A number of an instrument in its normal form.
///
/// # Errors
/// Usage, when the text is no number.
fn number(given: &str) -> Result<String> {
    let number = normal_number(given);
    if is_number(&number) { Ok(number) } else { Err(Fault::usage(MeasureWord::NoInstrumentNumber.said(&[&given]))) }
}
