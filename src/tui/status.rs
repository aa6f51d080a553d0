//! The status row: what was done last, or what is wrong. It stays until the next thing is done, not until the next key.

use std::collections::VecDeque;

/// How what is said is meant; a sign stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// To know.
    Info,
    /// Done.
    Done,
    /// To be looked at.
    Warning,
    /// Wrong.
    Fault,
}

impl Sign {
    /// The sign.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Info => "i",
            Self::Done => "✓",
            Self::Warning => "▲",
            Self::Fault => "✗",
        }
    }
}

/// How many notices are remembered.
const KEPT: usize = 50;

/// What the status row says.
#[derive(Debug, Default)]
pub(super) struct Status {
    now: Option<(Sign, String)>,
    before: VecDeque<(Sign, String)>,
}

impl Status {
    /// Says something.
    pub(super) fn say(&mut self, sign: Sign, text: String) {
        if self.before.back().is_none_or(|last| *last != (sign, text.clone())) {
            self.before.push_back((sign, text.clone()));
            if self.before.len() > KEPT {
                self.before.pop_front();
            }
        }
        self.now = Some((sign, text));
    }

    /// What is said now.
    pub(super) fn now(&self) -> Option<&(Sign, String)> {
        self.now.as_ref()
    }

    /// Says nothing any more.
    pub(super) fn clear(&mut self) {
        self.now = None;
    }

    /// What was said, the latest first.
    pub(super) fn notices(&self) -> impl Iterator<Item = &(Sign, String)> {
        self.before.iter().rev()
    }
}
