//! The waterfall of a set of measures: what the cost is, what each measure takes off by its fair share, what is left.

use super::svg::{Anchor, Svg};
use super::{Agency, Benefit, LINE, MOST, WIDTH, dong, length, short};
use crate::text::Lang;
use crate::words::Message;
use crate::words::chart::ChartWord as W;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// What a waterfall is drawn of: the cost of all, and the measures in their regulations.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Falls {
    total: Benefit,
    agencies: Vec<Agency>,
}

/// A measure with what it takes off.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Fall {
    title: String,
    saved_share: Json,
}

/// A step: what it is called, what it says, from which cost to which, and how it looks.
struct Step<'a> {
    name: &'a str,
    said: String,
    from: f64,
    to: f64,
    class: &'static str,
}

/// The drawing; nothing where no measure saves.
pub(super) fn waterfall(falls: &Falls, lang: Lang) -> String {
    let size = |value: &Json| value.as_f64().unwrap_or_default();
    let items = falls.agencies.iter().flat_map(|agency| &agency.fields).flat_map(|field| &field.items);
    let mut measures: Vec<&Fall> =
        items.flat_map(|item| &item.measures).filter(|measure| size(&measure.saved_share) > 0.0).collect();
    measures.sort_by(|a, b| size(&b.saved_share).total_cmp(&size(&a.saved_share)));
    let (before, after) = (size(&falls.total.before), size(&falls.total.after));
    if measures.is_empty() || before <= 0.0 {
        return String::new();
    }
    let year = |value: &Json| W::PerYear.with(lang, &[&dong(value, lang)]);
    let step = |name, said, from, to, class| Step { name, said, from, to, class };
    let mut steps = vec![step(W::Before.text(lang), year(&falls.total.before), before, 0.0, "planned")];
    let mut at = before;
    for measure in measures.iter().take(MOST) {
        let left = (at - size(&measure.saved_share)).max(0.0);
        let said = format!("−{}", year(&measure.saved_share));
        steps.push(step(&measure.title, said, at, left, "fall"));
        at = left;
    }
    let others = measures.len().saturating_sub(MOST);
    let others_said = W::OtherMeasures.with(lang, &[&others]);
    if others > 0 {
        // So much of them that the last bar is what is left.
        steps.push(step(&others_said, String::new(), at, after, "fall"));
    }
    steps.push(step(W::After.text(lang), year(&falls.total.after), after, 0.0, "done"));
    let mut svg = Svg::new(W::Waterfall.text(lang));
    svg.text("", (0.0, LINE - 4.0), Anchor::Start, W::Waterfall.text(lang));
    let mut y = LINE * 2.0 + 4.0;
    for step in &steps {
        svg.text("", (0.0, y), Anchor::Start, &short(step.name));
        svg.text("faint", (WIDTH, y), Anchor::End, &step.said);
        y += 5.0;
        let (left, right) =
            (length(step.from.min(step.to), before, WIDTH), length(step.from.max(step.to), before, WIDTH));
        // What is too small to be seen is a line.
        svg.rect(step.class, (left, y), ((right - left).max(1.0), 10.0), step.name);
        y += 10.0 + LINE + 4.0;
    }
    svg.done(WIDTH, y - LINE)
}
