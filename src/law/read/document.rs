//! An instrument as a tree that can be changed: each provision owns its text and its children.

use super::outline::{Outline, Warning};
use crate::model::provision::attached_word;
use crate::model::{Address, Label, Level};

/// A provision with all that stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// Its level.
    pub level: Level,
    /// Its label, if the level carries one.
    pub label: Option<Label>,
    /// Its own text with its mark and its line ends, before the first child.
    pub text: String,
    /// Where in [`Self::text`] the words behind the mark begin, in bytes.
    pub after_mark: usize,
    /// The line on which it began in the text it was read from, from 1; 0 if it was not read.
    pub line: usize,
    /// The notes of a consolidation that stand here, by number.
    pub notes: Vec<usize>,
    /// What stands in it, in order.
    pub children: Vec<Provision>,
}

impl Provision {
    /// The words behind the mark, without the blanks around them: the heading of an Điều, the text of a point.
    pub fn words(&self) -> &str {
        self.text.get(self.after_mark..).unwrap_or_default().trim()
    }

    /// The text with everything below it, as it stood.
    pub fn full_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.text);
        for child in &self.children {
            child.write(out);
        }
    }

    /// Whether this is the unit of that level and label.
    pub fn is(&self, level: Level, label: &Label) -> bool {
        self.level == level && self.label.as_ref().is_some_and(|own| own.same(label))
    }

    /// How many units of a level stand in it, itself included; quotations and annexes are not entered.
    pub fn count(&self, level: Level) -> usize {
        if matches!(self.level, Level::Quote | Level::Annex) {
            return usize::from(self.level == level);
        }
        usize::from(self.level == level) + self.children.iter().map(|c| c.count(level)).sum::<usize>()
    }
}

/// An instrument, or a piece of one, as a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The widest provisions, in order: the preamble first, the signature block and the annexes last.
    pub provisions: Vec<Provision>,
    /// What is odd about the text.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// Reads an instrument. The text should be cleaned ([`crate::text::clean()`]); what cannot be read stays as text where it stood.
    pub fn read(text: &str) -> Self {
        Self::from_outline(&Outline::read(text))
    }

    /// Reads a piece of an instrument, which may begin at any label.
    pub fn read_fragment(text: &str) -> Self {
        Self::from_outline(&Outline::read_fragment(text))
    }

    /// As [`Self::read_fragment`]; the points of these labels are known to stand in it, so that `i)` and `v)` are no sub-items.
    pub fn read_fragment_with(text: &str, points: &[&str]) -> Self {
        Self::from_outline(&Outline::read_fragment_with(text, points))
    }

    /// The tree over an outline.
    pub fn from_outline(outline: &Outline<'_>) -> Self {
        // From the last unit to the first, each takes the children that wait for it.
        let mut waiting: Vec<Vec<Provision>> = vec![Vec::new(); outline.units.len()];
        let mut top = Vec::new();
        for (at, unit) in outline.units.iter().enumerate().rev() {
            let mut children = waiting.get_mut(at).map(std::mem::take).unwrap_or_default();
            children.reverse();
            let label = (!unit.label.is_empty() || unit.level == Level::Annex).then(|| label_of(outline.label(unit)));
            let provision = Provision {
                level: unit.level,
                label,
                text: outline.own_text(unit).to_owned(),
                after_mark: unit.after_mark.saturating_sub(unit.start),
                line: unit.line,
                notes: Vec::new(),
                children,
            };
            match unit.parent.and_then(|p| waiting.get_mut(p)) {
                Some(siblings) => siblings.push(provision),
                None => top.push(provision),
            }
        }
        top.reverse();
        Self { provisions: top, warnings: outline.warnings.clone() }
    }

    /// The text, exactly as it was read.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for provision in &self.provisions {
            provision.write(&mut out);
        }
        out
    }

    /// The provision at an address. Containers between the steps of the address are passed through.
    pub fn find(&self, address: &Address) -> Option<&Provision> {
        let path = self.path(address)?;
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.provisions.get(*first)?, |at, n| at.children.get(*n))
    }

    /// As [`Self::find`], to change it.
    pub fn find_mut(&mut self, address: &Address) -> Option<&mut Provision> {
        let path = self.path(address)?;
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.provisions.get_mut(*first)?, |at, n| at.children.get_mut(*n))
    }

    /// The list of siblings in which a provision stands, and its place there.
    pub fn siblings_mut(&mut self, address: &Address) -> Option<(&mut Vec<Provision>, usize)> {
        let path = self.path(address)?;
        let (last, above) = path.split_last()?;
        let list = above.iter().try_fold(&mut self.provisions, |list, n| Some(&mut list.get_mut(*n)?.children))?;
        Some((list, *last))
    }

    /// The indices that lead to an address, from the top.
    pub fn path(&self, address: &Address) -> Option<Vec<usize>> {
        let mut path = Vec::new();
        let mut list = &self.provisions;
        for step in &address.0 {
            let found = descend(list, step.level, &step.label)?;
            for at in &found {
                path.push(*at);
                list = &list.get(*at)?.children;
            }
        }
        (!path.is_empty()).then_some(path)
    }

    /// Every provision in the order of the text, those that hold others before them.
    pub fn each<'d>(&'d self, seen: &mut impl FnMut(&'d Provision)) {
        fn each<'d>(list: &'d [Provision], seen: &mut impl FnMut(&'d Provision)) {
            for provision in list {
                seen(provision);
                each(&provision.children, seen);
            }
        }
        each(&self.provisions, seen);
    }

    /// Every labelled provision with its address, in the order of the text. Quotations are not entered.
    pub fn walk(&self) -> Vec<(Address, &Provision)> {
        let mut found = Vec::new();
        for provision in &self.provisions {
            walk(provision, &Address::default(), &mut found);
        }
        found
    }

    /// How many units of a level stand in the body.
    pub fn count(&self, level: Level) -> usize {
        self.provisions.iter().map(|p| p.count(level)).sum()
    }
}

/// The indices from a list down to the unit of that level and label: through containers only, and not into annexes or quotations.
fn descend(list: &[Provision], level: Level, label: &Label) -> Option<Vec<usize>> {
    if matches!(level, Level::Dash) {
        let wanted = label.number()? as usize;
        let at = list.iter().enumerate().filter(|(_, p)| p.level == level).nth(wanted.checked_sub(1)?)?.0;
        return Some(vec![at]);
    }
    for (at, provision) in list.iter().enumerate() {
        if provision.is(level, label) {
            return Some(vec![at]);
        }
    }
    for (at, provision) in list.iter().enumerate() {
        if provision.level.is_container()
            && provision.level.depth() < level.depth()
            && let Some(below) = descend(&provision.children, level, label)
        {
            return Some(std::iter::once(at).chain(below).collect());
        }
    }
    None
}

fn walk<'d>(provision: &'d Provision, above: &Address, found: &mut Vec<(Address, &'d Provision)>) {
    let mut here = above.clone();
    if let Some(label) = provision.label.as_ref().filter(|_| provision.level.is_labelled()) {
        here = above.unit(provision.level, label.as_str());
        found.push((here.clone(), provision));
    }
    if provision.level != Level::Quote {
        for child in &provision.children {
            walk(child, &here, found);
        }
    }
}

/// Labels in one spelling: the ordinals of Phần in small letters, the word of attached rules as it is cited.
pub(super) fn label_of(text: &str) -> Label {
    // Nearly all labels are a number or a letter.
    if text.len() == 1 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return Label::new(text);
    }
    if let Some(word) = attached_word(text).filter(|word| word.len() == text.len()) {
        return Label::new(word);
    }
    let spoken = text.to_lowercase();
    if crate::model::provision::ORDINALS.contains(&spoken.as_str()) { Label::new(spoken) } else { Label::new(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAMPLE: &str = "BỘ THỬ\nChương I\nCHUNG\nĐiều 1. Một\n1. Khoản một:\na) Điểm a;\nb) Điểm b:\n(i) Tiết một;\n(ii) Tiết hai.\n\
                          2. Khoản hai.\nChương II. RIÊNG\nĐiều 2. Hai\na) Điểm a.\n- Gạch một\n- Gạch hai\nNơi nhận:\n- Như trên;\nPhụ lục I\nBảng";

    fn address(steps: &[(Level, &str)]) -> Address {
        steps.iter().fold(Address::default(), |a, (level, label)| a.child(*level, *label))
    }

    #[test]
    fn a_provision_is_found_by_its_address() {
        let document = Document::read(SAMPLE);
        for (steps, text) in [
            (vec![(Level::Article, "1"), (Level::Clause, "1"), (Level::Point, "b"), (Level::Item, "ii")], "Tiết hai."),
            (vec![(Level::Article, "2"), (Level::Point, "a")], "Điểm a."),
            (vec![(Level::Chapter, "II")], "RIÊNG"),
            (vec![(Level::Article, "2"), (Level::Point, "a"), (Level::Dash, "2")], "Gạch hai"),
            (vec![(Level::Annex, "I")], "Bảng"),
        ] {
            assert_eq!(document.find(&address(&steps)).map(Provision::words), Some(text), "{steps:?}");
        }
        assert_eq!(document.find(&address(&[(Level::Article, "3")])), None);
    }

    #[test]
    fn every_labelled_provision_has_the_address_that_finds_it() {
        let document = Document::read(SAMPLE);
        for (address, provision) in
            document.walk().iter().filter(|(a, _)| a.last().is_some_and(|s| s.level != Level::Dash))
        {
            assert_eq!(document.find(address), Some(*provision), "{address}");
        }
        assert_eq!(
            (document.count(Level::Article), document.count(Level::Clause), document.count(Level::Point)),
            (2, 2, 3)
        );
    }

    proptest! {
        #[test]
        fn the_text_comes_back(lines in prop::collection::vec("(Điều [1-9]\\. |[1-9]\\. |[a-dđ]\\) |“|”|\"|Chương I|Phụ lục I|Nơi nhận:|- |\\(i\\) |\\| )?[a-zĐ” ]{0,8}", 0..40)) {
            let text = lines.join("\n");
            prop_assert_eq!(Document::read(&text).text(), text.clone());
            prop_assert_eq!(Document::read_fragment(&text).text(), text);
        }
    }
}
