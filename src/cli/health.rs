//! `health`: what is missing, late, contradictory or doubtful in the data, a line each. Anything found is exit code 1.

use super::Answer;
use super::args::HealthArgs;
use super::context::Context;
use crate::exchange::checks;
use crate::text::{Lang, number};
use crate::view::health::{counts, findings, table};
use crate::words::health::HealthWord as H;
use crate::words::{Message, Result};

/// Looks at the data.
pub(super) fn run(context: &Context, args: &HealthArgs) -> Result<Answer> {
    let workspace = context.open()?;
    let day = context.date(args.as_of.as_deref())?;
    let found = findings(&workspace, &workspace.snapshot(day)?, day, &checks::rules(None)?)?;
    let mut rows = table(&found, context.lang);
    args.list.selection()?.apply(&mut rows, &workspace)?;
    if found.is_empty() {
        context.tell(&H::NothingFound.said(&[]));
    } else {
        let whole = |n: usize, lang: Lang| number::whole(n as i128, lang);
        context.tell(&H::Summary.said_by(|lang| {
            let parts =
                counts(&found).into_iter().map(|(of, count)| format!("{} {}", of.word(lang), whole(count, lang)));
            vec![whole(found.len(), lang), parts.collect::<Vec<_>>().join(" · ")]
        }));
    }
    context.answer_found(&rows)?;
    Ok(if rows.rows.is_empty() { Answer::Done } else { Answer::No })
}
