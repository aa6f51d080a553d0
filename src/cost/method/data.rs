//! What a method is made of: named parts that a TOML file combines.

use crate::model::{Fraction, Parameter};
use crate::words::method::MethodWord as W;
use crate::words::{Fault, Message, Result};
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// A part of the cost of one performance.
    Part {
        /// Hours × income per hour × staff.
        Labour = "labour" { vi: "công lao động", en: "labour" },
        /// What is bought, material, acquisitions.
        Purchase = "purchase" { vi: "mua sắm", en: "purchase" },
        /// Advice and services bought in.
        Outsourcing = "outsourcing" { vi: "thuê tư vấn, dịch vụ", en: "external services" },
        /// Fees and charges of the state.
        Fee = "fee" { vi: "phí, lệ phí", en: "fees" },
        /// Taxes.
        Tax = "tax" { vi: "thuế", en: "taxes" },
        /// Equipment that serves for years.
        Capital = "capital" { vi: "thiết bị", en: "capital" },
        /// Keeping equipment up.
        Upkeep = "upkeep" { vi: "bảo trì", en: "upkeep" },
        /// Waiting for a decision: days × (income + standby).
        Delay = "delay" { vi: "chậm trễ", en: "delay" },
    }
}

crate::words::named! {
    /// What the work of an addressee counts as.
    Work {
        /// Money: hours × income per hour.
        Money = "money",
        /// Hours only, without a wage (citizens in Germany's Erfüllungsaufwand).
        Hours = "hours",
    }
}

crate::words::named! {
    /// How equipment that serves for years is counted.
    Capital {
        /// In the year in which it is bought.
        Once = "once" { vi: "tính vào năm mua", en: "counted in the year of purchase" },
        /// Spread evenly over its years.
        Spread = "spread" { vi: "chia đều qua các năm sử dụng", en: "spread evenly over its life" },
    }
}

crate::words::named! {
    /// The moment to which a year's cost is discounted.
    Moment {
        /// The end of the year: the first year is divided by `1 + rate` once.
        YearEnd = "year_end" { vi: "cuối năm", en: "end of year" },
        /// The start of the year: the first year is not discounted.
        YearStart = "year_start" { vi: "đầu năm", en: "start of year" },
        /// Each performance at its own moment, `F ÷ G` years on, for the `F`-th of `G` performances a year.
        EachTime = "each_time" { vi: "từng lần thực hiện", en: "each performance" },
    }
}

/// A method of costing, wholly data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Short name, as typed.
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Where it is published.
    pub source: String,
    /// ISO code of the currency.
    pub currency: String,
    /// Decimals that are shown of money, at most 6.
    #[serde(default)]
    pub decimals: u32,
    /// Years that are added up; 1 for a method of yearly cost, where "every n years" is a frequency of 1/n.
    #[serde(default = "one")]
    pub horizon: u32,
    /// What is left out of the cost, though it is told.
    #[serde(default)]
    pub leave_out: Vec<Part>,
    /// How equipment is counted.
    #[serde(default = "once")]
    pub capital: Capital,
    /// Overhead on the tariffs that a case states itself: "0.25" adds a quarter.
    #[serde(default)]
    pub overhead: Fraction,
    /// Discounting; none where costs are not discounted.
    pub discount: Option<Discount>,
    /// What the present value is multiplied by to make a yearly figure of it (0,142378 for ten years at 7 %).
    pub annualise: Option<Fraction>,
    /// The year to which the yearly figure is brought back with the discount rate, from the year that the case names.
    pub value_year: Option<i16>,
    /// Prices of which year; amounts of other years are brought to it.
    pub prices: Option<Prices>,
    /// Incomes per hour.
    #[serde(default, rename = "tariff")]
    pub tariffs: Vec<MethodTariff>,
    /// Who complies, and what counts for each.
    #[serde(rename = "addressee")]
    pub addressees: Vec<AddresseeRule>,
}

fn one() -> u32 {
    1
}

fn once() -> Capital {
    Capital::Once
}

/// Discounting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discount {
    /// Rate a year: "0.07".
    pub rate: Fraction,
    /// To which moment.
    pub at: Moment,
}

/// Prices of a base year: an amount of year Y counts × index of the base year ÷ index of Y.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prices {
    /// The base year.
    pub base: i16,
    /// Index by year.
    pub index: std::collections::BTreeMap<String, Fraction>,
}

/// An income per hour of a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodTariff {
    /// Short name.
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Income per hour without overhead; left out where `parameter` gives it.
    pub hourly: Option<Fraction>,
    /// The parameter of the workspace that gives it.
    pub parameter: Option<String>,
    /// Overhead: "0.75" adds three quarters.
    #[serde(default)]
    pub overhead: Fraction,
    /// Decimals to which income with overhead is published: rounded once, here.
    pub rounded_to: Option<u32>,
    /// Where it is published, and of which year.
    #[serde(default)]
    pub source: String,
}

/// Who complies, and what counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddresseeRule {
    /// Short name: `citizen`, `business` …
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// An individual, for whom no staff factor applies.
    #[serde(default)]
    pub individual: bool,
    /// What its work counts as.
    #[serde(default = "money")]
    pub work: Work,
    /// Its usual tariff.
    pub tariff: Option<String>,
}

fn money() -> Work {
    Work::Money
}

/// The most decimals of money that are shown.
pub(super) const MOST_DECIMALS: u32 = 6;

impl Method {
    /// Checks what every case relies on: a few decimals, tariffs that say where they come from, addressees whose tariff is there.
    ///
    /// # Errors
    /// Bad input, naming what is wrong.
    pub fn check(&self) -> Result<()> {
        if self.decimals > MOST_DECIMALS {
            return Err(Fault::input(W::BadDecimals.said(&[&self.decimals, &MOST_DECIMALS])));
        }
        if let Some(tariff) = self.tariffs.iter().find(|t| t.hourly.is_none() && t.parameter.is_none()) {
            return Err(Fault::input(W::EmptyTariff.said(&[&tariff.id])));
        }
        for id in self.addressees.iter().filter_map(|rule| rule.tariff.as_ref()) {
            if self.tariff(id).is_none() {
                let known: Vec<&str> = self.tariffs.iter().map(|t| t.id.as_str()).collect();
                return Err(Fault::input(W::UnknownTariff.said(&[&self.id, id, &known.join(", ")])));
            }
        }
        Ok(())
    }

    /// The addressee with this name.
    pub fn addressee(&self, id: &str) -> Option<&AddresseeRule> {
        self.addressees.iter().find(|rule| rule.id == id)
    }

    /// The tariff with this name.
    pub fn tariff(&self, id: &str) -> Option<&MethodTariff> {
        self.tariffs.iter().find(|tariff| tariff.id == id)
    }

    /// Whether a part counts.
    pub fn counts(&self, part: Part) -> bool {
        !self.leave_out.contains(&part)
    }
}

/// Looks up the parameters that tariffs name, as they apply on the day that is computed for.
pub type TariffParameters<'a> = &'a dyn Fn(&str) -> Option<Parameter>;

crate::words::named_in! {
    Method, MethodTariff, AddresseeRule,
}
