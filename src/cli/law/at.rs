//! `law at`: what holds at a provision on a day, and by which instrument, from the texts of the workspace.

use crate::cli::Answer;
use crate::cli::args::LawAtArgs;
use crate::cli::context::Context;
use crate::desk::holding::holding;
use crate::law::name::stable::Stable;
use crate::view::law_at::page;
use crate::words::amend::AmendMessage as Say;
use crate::words::{Fault, Message, Result};

/// Answers; what is left for a person to decide makes the answer "no".
pub(super) fn run(context: &Context, args: &LawAtArgs) -> Result<Answer> {
    let (day, typed) = match args.what.as_slice() {
        [day, place] => (Some(context.date(Some(day))?), place.as_str()),
        [place] => (None, place.as_str()),
        _ => (None, ""),
    };
    let bad = || Fault::usage(Say::AtNoPlace.said(&[&typed])).hint(Say::AtHint.said(&[]));
    let stable = Stable::parse(typed).ok_or_else(bad)?;
    let day = match (day, stable.day) {
        (Some(one), Some(other)) if one != other => return Err(Fault::usage(Say::AtTwoDays.said(&[&one, &other]))),
        (one, other) => one.or(other).unwrap_or_else(|| context.today()),
    };
    let found = holding(&*context.open()?, &stable, day)?;
    context.answer_page(&page(&found, context.lang))?;
    Ok(if found.found.review.is_empty() { Answer::Done } else { Answer::No })
}
