//! Figures drawn as bars of text.

use crate::model::Fraction;

/// So many of the cells of a bar as the part is of the whole, none of nothing.
pub fn length(part: Fraction, of: Fraction, cells: usize) -> usize {
    if of <= Fraction::ZERO {
        return 0;
    }
    let whole = Fraction::whole(i64::try_from(cells).unwrap_or_default());
    let length = part.times(whole).and_then(|length| length.over(of)).map_or(0, Fraction::round);
    usize::try_from(length).unwrap_or_default().min(cells)
}

/// The two sides of a mark, each at most `half` cells wide, on which two ends lie so far from it (below zero: to its left): ░ the low, █
/// the high. Where both lie on one side, the longer is drawn first and the shorter over it.
pub fn swing(low: Fraction, high: Fraction, widest: Fraction, half: usize) -> [String; 2] {
    let mut ends = [(low, "░"), (high, "█")].map(|(end, sign)| (end < Fraction::ZERO, end.apart(Fraction::ZERO), sign));
    ends.sort_by_key(|end| std::cmp::Reverse(end.1));
    let (mut left, mut right) = (String::new(), String::new());
    for (below, far, sign) in ends {
        let side = if below { &mut left } else { &mut right };
        let length = length(far, widest, half);
        let under: String = side.chars().skip(length).collect();
        *side = sign.repeat(length) + &under;
    }
    [left.chars().rev().collect(), right]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_show_both_ends_beside_the_mark() {
        let drawn = |low, high| {
            let [left, right] = swing(Fraction::whole(low), Fraction::whole(high), Fraction::whole(100), 12);
            format!("{left:>12}│{right:<12}")
        };
        assert_eq!(drawn(-50, 100), "      ░░░░░░│████████████");
        assert_eq!(drawn(100, -50), "      ██████│░░░░░░░░░░░░");
        assert_eq!(drawn(25, 100), "            │░░░█████████");
        assert_eq!(drawn(-100, -50), "░░░░░░██████│            ");
        assert_eq!(swing(Fraction::ZERO, Fraction::ZERO, Fraction::ZERO, 12), [String::new(), String::new()]);
    }
}
