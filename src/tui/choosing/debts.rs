//! Who owes what, by agency or by person.

use crate::reform::{Debt, DebtKind};
use crate::text::{Lang, fold};
use crate::words::Said;
use tui_input::Input;

/// Something that is owed, with the name of who owes it.
#[derive(Debug)]
pub(in crate::tui) struct Owed {
    pub(in crate::tui) debt: Debt,
    /// Name of the agency, in both languages.
    pub(in crate::tui) agency: Said,
}

impl Owed {
    pub(in crate::tui) fn agency(&self, lang: Lang) -> &str {
        self.agency.text(lang)
    }

    /// Of a measure, the regulation that it cuts.
    pub(in crate::tui) fn regulation(&self) -> Option<&str> {
        self.debt.item.as_deref().filter(|_| self.debt.kind == DebtKind::Measure)
    }
}

/// What is owed.
#[derive(Debug, Default)]
pub(in crate::tui) struct Debts {
    pub(in crate::tui) all: Vec<Owed>,
    pub(in crate::tui) filter: Input,
    /// Those that the filter leaves, by agency or by person.
    pub(in crate::tui) found: Vec<usize>,
    pub(in crate::tui) at: usize,
    pub(in crate::tui) by_person: bool,
    pub(in crate::tui) late: bool,
}

impl Debts {
    /// Takes what was loaded.
    pub(in crate::tui) fn loaded(&mut self, all: Vec<Owed>, lang: Lang) {
        self.all = all;
        let at = self.at;
        self.filter(lang);
        self.at = at.min(self.found.len().saturating_sub(1));
    }

    /// Finds again what the filter leaves; what is latest comes first with each agency or person.
    pub(in crate::tui) fn filter(&mut self, lang: Lang) {
        let words: Vec<String> = self.filter.value().split_whitespace().map(fold).collect();
        let fits = |owed: &Owed| {
            let debt = &owed.debt;
            let person = debt.person.as_deref().unwrap_or_default();
            let text = fold(&format!("{} {} {person} {}", debt.code, debt.what.text(lang), owed.agency(lang)));
            (!self.late || debt.is_late()) && words.iter().all(|word| text.contains(word.as_str()))
        };
        self.found = (0..self.all.len()).filter(|at| fits(&self.all[*at])).collect();
        self.at = 0;
        self.order();
    }

    fn order(&mut self) {
        let all = &self.all;
        if self.by_person {
            self.found.sort_by_key(|at| (all[*at].debt.person.is_none(), all[*at].debt.person.clone(), *at));
        } else {
            self.found.sort_unstable();
        }
    }

    /// Turns from agencies to persons, or back.
    pub(in crate::tui) fn turn(&mut self) {
        self.by_person = !self.by_person;
        self.at = 0;
        self.order();
    }

    /// Shows only what is late, or all again.
    pub(in crate::tui) fn only_late(&mut self, lang: Lang) {
        self.late = !self.late;
        self.filter(lang);
    }

    /// What is in hand.
    pub(in crate::tui) fn hand(&self) -> Option<&Owed> {
        self.all.get(*self.found.get(self.at)?)
    }
}
