//! A gauge of stages: in force █, approved ▓, planned ░, the rest ·, the target │. All gauges of a list stand on one scale.

use crate::model::Fraction;
use crate::tui::theme::Theme;
use ratatui::text::Span;

/// What a gauge shows, in percent.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::tui) struct Gauge {
    pub(in crate::tui) in_force: Fraction,
    pub(in crate::tui) approved: Fraction,
    pub(in crate::tui) planned: Fraction,
    pub(in crate::tui) target: Fraction,
}

impl Gauge {
    /// The end of the scale on which it fits: past the target by a quarter, past what is planned.
    pub(in crate::tui) fn scale(gauges: impl Iterator<Item = Self>) -> Fraction {
        let end = |g: Self| g.target.plus_quarter().max(g.planned).max(g.approved).max(g.in_force);
        gauges.map(end).max().unwrap_or_default().max(Fraction::whole(1))
    }

    /// The gauge in so many cells.
    pub(in crate::tui) fn spans(self, scale: Fraction, cells: usize, theme: Theme) -> Vec<Span<'static>> {
        let place = |value: Fraction| cells_of(value, scale, cells);
        let (in_force, approved, planned) = (place(self.in_force), place(self.approved), place(self.planned));
        // The target stands before its cell, so that reaching it is seen.
        let target = place(self.target).min(cells.saturating_sub(1));
        let sign = |at: usize| match at {
            at if at < in_force => ('█', theme.good()),
            at if at < approved => ('▓', theme.approved()),
            at if at < planned => ('░', theme.planned()),
            at if at == target && self.target > Fraction::ZERO => ('│', theme.heading()),
            _ => ('·', theme.faint()),
        };
        let mut spans: Vec<Span<'static>> = Vec::new();
        let mut run = String::new();
        let mut style = None;
        for at in 0..cells {
            let (c, s) = sign(at);
            if style != Some(s) && !run.is_empty() {
                spans.push(Span::styled(std::mem::take(&mut run), style.unwrap_or_default()));
            }
            style = Some(s);
            run.push(c);
        }
        spans.push(Span::styled(run, style.unwrap_or_default()));
        spans
    }
}

/// So many cells of a scale; what is not nothing has one at least.
pub(in crate::tui) fn cells_of(value: Fraction, scale: Fraction, cells: usize) -> usize {
    if value <= Fraction::ZERO {
        return 0;
    }
    let whole = Fraction::whole(i64::try_from(cells).unwrap_or(0));
    let part = value.times(whole).and_then(|part| part.over(scale)).map_or(cells as i128, Fraction::round);
    usize::try_from(part).unwrap_or(cells).clamp(1, cells.max(1))
}

/// A bar of so many cells for a part of a whole.
pub(in crate::tui) fn bar(value: Fraction, most: Fraction, cells: usize) -> String {
    "█".repeat(cells_of(value, most, cells).min(cells))
}

trait PlusQuarter {
    fn plus_quarter(self) -> Self;
}

impl PlusQuarter for Fraction {
    fn plus_quarter(self) -> Self {
        Fraction::new(5, 4).and_then(|factor| self.times(factor)).unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Look;

    fn text(gauge: Gauge, cells: usize) -> String {
        let scale = Gauge::scale([gauge].into_iter());
        gauge.spans(scale, cells, Theme::new(Look::Mono)).iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn stages_stand_one_in_the_other_and_the_target_inside() {
        let whole = Fraction::whole;
        let gauge = Gauge { in_force: whole(5), approved: whole(10), planned: whole(15), target: whole(20) };
        assert_eq!(text(gauge, 25), "█████▓▓▓▓▓░░░░░·····│····");
        let over = Gauge { in_force: whole(30), approved: whole(30), planned: whole(30), target: whole(20) };
        assert_eq!(text(over, 30), "█".repeat(30));
        let little = Gauge { planned: Fraction::new(1, 100).unwrap(), target: whole(20), ..Gauge::default() };
        assert_eq!(text(little, 25), "░···················│····");
    }
}
