//! Which of some places kept their order and which moved.

/// Of pairs of places, those that keep their order: as many as can be, and of two that cross the one that went less far. Given and answered in
/// the order of the first places, which differ, as do the second.
pub(super) fn keepers(pairs: &[(usize, usize)]) -> Vec<bool> {
    if pairs.is_sorted_by(|a, b| a.1 < b.1) {
        return vec![true; pairs.len()];
    }
    // The best chain that ends at or before a second place: how many, and less what they went in sum.
    let mut seconds: Vec<usize> = pairs.iter().map(|p| p.1).collect();
    seconds.sort_unstable();
    let mut best: Vec<(i64, i64, usize)> = vec![(0, 0, usize::MAX); seconds.len() + 1];
    let mut before = vec![usize::MAX; pairs.len()];
    let mut top = (0, 0, usize::MAX);
    for (at, (first, second)) in pairs.iter().enumerate() {
        let rank = seconds.partition_point(|s| s < second);
        let mut chain = (0, 0, usize::MAX);
        let mut look = rank;
        while let Some(seen) = best.get(look).filter(|_| look > 0) {
            chain = better(chain, *seen);
            look &= look - 1;
        }
        if let Some(slot) = before.get_mut(at) {
            *slot = chain.2;
        }
        let went = i64::try_from(first.abs_diff(*second)).unwrap_or(i64::MAX);
        let grown = (chain.0 + 1, chain.1.saturating_sub(went), at);
        top = better(top, grown);
        let mut put = rank + 1;
        while let Some(slot) = best.get_mut(put) {
            *slot = better(*slot, grown);
            put += put & put.wrapping_neg();
        }
    }
    let mut kept = vec![false; pairs.len()];
    let mut next = top.2;
    while let Some(flag) = kept.get_mut(next) {
        *flag = true;
        next = before.get(next).copied().unwrap_or(usize::MAX);
    }
    kept
}

/// The better of two chains; the first of equals.
fn better(a: (i64, i64, usize), b: (i64, i64, usize)) -> (i64, i64, usize) {
    if (b.0, b.1) > (a.0, a.1) { b } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_went_farther_is_the_move() {
        // A went behind C: A is the move, not B and C.
        assert_eq!(keepers(&[(0, 2), (1, 0), (2, 1)]), [false, true, true]);
        // The last came to the front.
        assert_eq!(keepers(&[(0, 1), (1, 2), (2, 3), (3, 0)]), [true, true, true, false]);
        assert_eq!(keepers(&[(0, 0), (1, 1)]), [true, true]);
        // Two cross: one of them went three places, the other one.
        assert_eq!(keepers(&[(0, 3), (4, 2)]), [false, true]);
        assert_eq!(keepers(&[(2, 3), (3, 0)]), [true, false]);
    }
}
