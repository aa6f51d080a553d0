//! How wide the columns of a table are on a terminal: no word, number or document number is broken over two lines while that can be helped.

use unicode_width::UnicodeWidthStr;

/// A word that is longer than this may be broken; else one long address would leave nothing to the other columns.
const LONGEST: usize = 40;

/// A column of running text is at least this wide, if its text is: narrower ones make towers of single words.
const READABLE: usize = 16;

/// What a column would take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Want {
    /// The columns of its longest text on one line.
    pub whole: usize,
    /// The least in which no word is broken and text can be read.
    pub least: usize,
}

impl Want {
    /// Takes in a text that stands in the column. A title may be as narrow as its words.
    pub fn hold(&mut self, text: &str, title: bool) {
        let word = text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0).min(LONGEST);
        let whole = text.width();
        self.whole = self.whole.max(whole);
        self.least = self.least.max(if title { word } else { word.max(whole.min(READABLE)) });
    }
}

/// The columns' widths within so many columns: as their texts want, else the widest give way first, none below its least. `None` where
/// even the least does not fit.
pub(super) fn fitted(wants: &[Want], available: usize) -> Option<Vec<usize>> {
    let spare = available.checked_sub(wants.iter().map(|w| w.least).sum())?;
    let mut widths: Vec<usize> = wants.iter().map(|w| w.least).collect();
    let mut spare = spare;
    while spare > 0 {
        // The narrowest of those that want more; it grows to the next narrowest, or to what it wants.
        let mut open: Vec<usize> = (0..wants.len()).filter(|at| widths[*at] < wants[*at].whole).collect();
        open.sort_by_key(|at| widths[*at]);
        let Some(first) = open.first().copied() else { break };
        let level = widths[first];
        let low: Vec<usize> = open.iter().copied().filter(|at| widths[*at] == level).collect();
        let next = open.iter().map(|at| widths[*at]).find(|w| *w > level).unwrap_or(usize::MAX);
        let step = low.iter().map(|at| wants[*at].whole - level).chain([next - level, spare / low.len()]).min();
        match step {
            Some(step) if step > 0 => {
                low.iter().for_each(|at| widths[*at] += step);
                spare -= step * low.len();
            }
            _ => {
                low.iter().take(spare).for_each(|at| widths[*at] += 1);
                break;
            }
        }
    }
    Some(widths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn want(whole: usize, least: usize) -> Want {
        Want { whole, least }
    }

    #[test]
    fn the_widest_give_way_and_words_stay_whole() {
        let mut number = Want::default();
        number.hold("Số, ký hiệu", true);
        number.hold("02/2017/TT-VPCP", false);
        assert_eq!(number, want(15, 15));
        assert_eq!(fitted(&[want(15, 15), want(100, 16), want(20, 16)], 80), Some(vec![15, 45, 20]));
        assert_eq!(fitted(&[want(15, 15), want(5, 5)], 80), Some(vec![15, 5]));
        assert_eq!(fitted(&[want(50, 16), want(60, 16), want(70, 16)], 101), Some(vec![34, 34, 33]));
        assert_eq!(fitted(&[want(50, 26), want(60, 16)], 41), None);
        assert_eq!(fitted(&[], 80), Some(vec![]));
    }

    proptest! {
        #[test]
        fn no_column_is_below_its_least_and_none_is_left_narrow(
            columns in prop::collection::vec((0usize..200, 0usize..40), 0..12), available in 0usize..300,
        ) {
            let wants: Vec<Want> = columns.iter().map(|(whole, least)| want(*whole.max(least), *least)).collect();
            let total: usize = wants.iter().map(|w| w.least).sum();
            match fitted(&wants, available) {
                None => prop_assert!(total > available),
                Some(widths) => {
                    prop_assert!(widths.iter().zip(&wants).all(|(w, want)| *w >= want.least && *w <= want.whole));
                    let all: usize = widths.iter().sum();
                    let whole: usize = wants.iter().map(|w| w.whole).sum();
                    prop_assert_eq!(all, whole.min(available));
                }
            }
        }
    }
}
