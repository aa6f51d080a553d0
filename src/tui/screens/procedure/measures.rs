//! The measures on the regulation: what each saves alone and as its share, the one in hand in full.

use super::{Loaded, STATUS, form};
use crate::desk::AdvanceMeasure;
use crate::law::compare::split_blanks;
use crate::law::{Side, words};
use crate::model::{Fraction, Measure, MeasureStatus};
use crate::text::width::wrap;
use crate::text::{date, number};
use crate::tui::command::{Can, id};
use crate::tui::layers::{Field, Form, Refusal, ask};
use crate::tui::screen::{After, Detail, Effect, Shared, Verb, after};
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::view::answers::Holds;
use crate::view::{Cell, Column, Table, dong};
use crate::words::Message;
use crate::words::procedure_screen::ProcedureWord as P;
use crate::words::valid::ValidWord;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Text};

static SHAPE: Shape = Shape {
    name: "measures-of",
    key: "code",
    columns: &[
        Seen { key: "code", title: None, width: Width::Cells(15), drop: 1 },
        Seen { key: "title", title: None, width: Width::Text, drop: 0 },
        Seen { key: "status", title: None, width: Width::Cells(13), drop: 2 },
        Seen { key: "saved_alone_dong", title: None, width: Width::Cells(10), drop: 4 },
        Seen { key: "saved_share_dong", title: None, width: Width::Money, drop: 0 },
        Seen { key: "effort", title: None, width: Width::Cells(5), drop: 3 },
    ],
    facets: &["status"],
    searched: &["code", "title"],
    sort: "",
};

/// The measures in hand.
#[derive(Debug)]
pub(super) struct Measures {
    pub(super) grid: Grid,
}

/// Why nothing can be said of what a measure saves.
fn uncosted(measure: &Measure, loaded: &Loaded, shared: &Shared) -> String {
    let word = match () {
        () if loaded.sheet.is_empty() => P::Uncosted,
        () if measure.is_dropped() => P::DroppedCounts,
        () if shared.world.snapshot.live.find(&measure.regulation).is_some_and(|one| one.waits) => P::SavedOnce,
        _ => P::NotBegunYet,
    };
    shared.word(word).to_owned()
}

impl Measures {
    pub(super) fn new(shared: &Shared) -> Self {
        Self { grid: Grid::new(&SHAPE, shared) }
    }

    pub(super) fn load(&mut self, loaded: &Loaded, shared: &Shared) {
        let lang = shared.lang;
        let column = |key, word: P, holds| Column { holds, ..Column::new(key, shared.word(word).to_owned()) };
        let mut table = Table::new(
            "measure",
            vec![
                column("code", P::ColumnCode, Holds::Text),
                column("title", P::ColumnContent, Holds::Text),
                column("status", P::ColumnStatus, Holds::Text),
                column("saved_alone_dong", P::ColumnAlone, Holds::Text),
                column("saved_share_dong", P::ColumnShare, Holds::Text),
                column("effort", P::ColumnEffort, Holds::Text),
            ],
        );
        let snapshot = &shared.world.snapshot;
        // What cannot be computed is not 0 đồng.
        let costed = snapshot.live.find(&loaded.regulation.code).is_some_and(|subject| subject.known().is_some());
        for measure in &loaded.measures {
            let effect = loaded.effect.as_ref().filter(|_| costed).and_then(|effect| effect.of(&measure.code));
            let kind = snapshot.kinds.get(&measure.kind);
            table.push(vec![
                measure.code.clone().into(),
                measure.title.clone().into(),
                measure.status().map_or(Cell::Empty, |status| Cell::worded(status, lang)),
                effect.map_or(Cell::Empty, |effect| Cell::Dong(effect.alone)),
                effect.map_or(Cell::Empty, |effect| Cell::Dong(effect.share.annual)),
                snapshot.levels.effort(measure, kind).map_or(Cell::Empty, Cell::Exact),
            ]);
        }
        self.grid.take(table, shared);
    }

    fn hand<'l>(&self, loaded: &'l Loaded) -> Option<&'l Measure> {
        let code = self.grid.hand()?;
        loaded.measures.iter().find(|measure| measure.code == code)
    }

    pub(super) fn detail(&self, loaded: &Loaded, shared: &Shared, cells: usize) -> Option<Detail> {
        let measure = self.hand(loaded)?;
        let lang = shared.lang;
        let effect = loaded.effect.as_ref().filter(|_| loaded.annual().is_some());
        let effect = effect.and_then(|effect| effect.of(&measure.code));
        let figures = effect.map(|effect| {
            let share = format!("{}{}", if effect.share.averaged { "≈ " } else { "" }, dong(effect.share.annual, lang));
            P::MeasureAlone.with(lang, &[&dong(effect.alone, lang), &dong(effect.within, lang), &share])
        });
        let mut lines: Vec<Line<'static>> = Vec::new();
        if shared.wide() {
            for (text, style) in facts(measure, figures.as_deref(), shared) {
                lines.extend(wrap(&text, cells).into_iter().map(|line| Line::styled(line, style)));
            }
        } else {
            lines.push(Line::raw(crate::text::width::cut(&measure.title, cells)));
            lines.push(Line::raw(figures.unwrap_or_else(|| uncosted(measure, loaded, shared))));
        }
        let status = measure.status().map_or("", |status| status.word(lang));
        Some(Detail { title: measure.code.clone(), right: status.to_owned(), lines })
    }

    pub(super) fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if self.grid.counts().0 == 0 {
            let lines = wrap(shared.word(P::NoMeasureYet), usize::from(area.width).saturating_sub(2));
            let lines: Vec<Line<'_>> =
                std::iter::once(Line::raw("")).chain(lines.into_iter().map(|l| Line::raw(format!(" {l}")))).collect();
            frame.render_widget(Text::from(lines), area);
            return;
        }
        self.grid.draw(shared, frame, area);
    }

    pub(super) fn can(&self, what: &str, shared: &Shared) -> Can {
        let any = || Can::when(self.grid.hand().is_some(), || shared.word(P::NoMeasureHere).to_owned());
        match what {
            id::NEW => Can::Yes,
            id::OPEN | id::EDIT | id::DELETE | STATUS => any(),
            _ => Can::NotHere,
        }
    }

    pub(super) fn run(&mut self, loaded: &Loaded, what: &str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::NEW => Some(vec![form::kind_chooser(&loaded.regulation.code, shared)]),
            id::OPEN | id::EDIT => {
                let measure = self.hand(loaded)?;
                Some(
                    form::measure_form(loaded, &measure.kind, Some(measure), shared)
                        .map(Form::open)
                        .into_iter()
                        .collect(),
                )
            }
            STATUS => Some(status_form(self.hand(loaded)?, shared)),
            id::DELETE => {
                let measure = self.hand(loaded)?.clone();
                let title = P::RemoveMeasureTitle.with(shared.lang, &[&measure.code]);
                let about = vec![measure.title.clone()];
                let does = move |_: &Shared| {
                    let seen = measure.clone();
                    vec![Verb::expecting("tui measure remove", move |desk, standing| {
                        let asked = Some(&seen).filter(|_| standing.is_empty());
                        Ok(after(desk.remove_measure(&seen.code, asked)?, |scenarios| {
                            After::said(match scenarios.as_slice() {
                                [] => P::MeasureRemoved.said(&[&seen.code]),
                                from => P::MeasureRemovedFromScenarios.said(&[&seen.code, &from.join(", ")]),
                            })
                        }))
                    })]
                };
                Some(vec![ask::before(shared, title, about, shared.word(P::RemoveIt), does)])
            }
            _ => None,
        }
    }
}

/// The form of the next status: only those that may follow are offered.
fn status_form(measure: &Measure, shared: &Shared) -> Vec<Effect> {
    let Some(last) = measure.statuses.last().filter(|step| !step.next().is_empty()) else {
        return vec![Effect::Say(crate::tui::status::Sign::Info, shared.word(P::NoNextStatus).to_owned())];
    };
    let seen = last.status;
    let next: Vec<(String, String)> =
        last.next().iter().map(|s| (s.name().to_owned(), s.word(shared.lang).to_owned())).collect();
    let first = next.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let fields = vec![
        Field::choice("status", shared.word(P::FieldStatus), next, &first),
        Field::line("date", shared.word(P::FieldDay), &date::short(shared.today, shared.lang))
            .hint(shared.word(P::DayHint)),
        Field::line("document", shared.word(P::FieldDocument), ""),
        Field::line("until", shared.word(P::FieldUntil), "").hint(shared.word(P::UntilHint)),
        Field::line("note", shared.word(P::FieldNote), ""),
    ];
    let code = measure.code.clone();
    let form = Form::new(format!("{code} · {}", shared.word(P::DoMoveMeasure)), fields, move |answers, shared| {
        let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
        let status = MeasureStatus::parse(&answer("status")).unwrap_or(seen);
        let text = answer("date");
        let bad = || Refusal::of("date", ValidWord::BadDate.with(shared.lang, &[&text]));
        let day = date::parse(&text).ok_or_else(bad)?;
        let last = answer("until");
        let bad = || Refusal::of("until", ValidWord::BadDate.with(shared.lang, &[&last]));
        let until = Some(&last).filter(|text| !text.is_empty());
        let until = until.map(|text| date::parse(text).ok_or_else(bad)).transpose()?;
        let asked = AdvanceMeasure {
            code: code.clone(),
            status,
            day,
            document: answer("document"),
            until,
            note: answer("note"),
            seen: Some(seen),
        };
        Ok(vec![Verb::expecting("tui measure", move |desk, standing| {
            let is = standing.first().and_then(|one| MeasureStatus::parse(&one.figure.value));
            let asked = AdvanceMeasure { seen: is.or(asked.seen), ..asked.clone() };
            let said = P::StatusSaved.said_by(|lang| vec![asked.code.clone(), asked.status.word(lang).to_owned()]);
            Ok(after(desk.advance_measure(&asked)?, |_| After::said(said)))
        })])
    });
    vec![form.open()]
}

/// All that a measure says, line by line.
fn facts(measure: &Measure, figures: Option<&str>, shared: &Shared) -> Vec<(String, Style)> {
    let (lang, theme) = (shared.lang, shared.theme);
    let mut lines = vec![(measure.title.clone(), theme.heading()), (String::new(), Style::new())];
    let mut fact = |label: P, value: &str| {
        if !value.is_empty() {
            lines.push((format!("{}: {value}", shared.word(label)), Style::new()));
        }
    };
    let known = shared.world.snapshot.kinds.get(&measure.kind);
    fact(P::FieldKind, known.map_or(measure.kind.as_str(), |kind| kind.name_in(lang)));
    fact(P::FieldTargets, &measure.targets.join(", "));
    for (name, value) in &measure.values {
        let parameter = known.and_then(|kind| kind.parameters.iter().find(|p| p.id == *name));
        let label = parameter.map_or(name.as_str(), |parameter| parameter.name_in(lang));
        lines.push((format!("{label}: {value}"), Style::new()));
    }
    let mut fact = |label: P, value: &str| {
        if !value.is_empty() {
            lines.push((format!("{}: {value}", shared.word(label)), Style::new()));
        }
    };
    fact(P::FieldReason, &measure.reason);
    fact(P::FieldEvidence, &measure.evidence);
    let provision = [measure.provision.as_deref(), measure.instrument.as_deref()];
    fact(P::FieldProvision, &provision.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    let levels = &shared.world.snapshot.levels;
    if let Some(level) = levels.of_measure(measure, known) {
        let authority = levels.authority(measure, known, lang).unwrap_or_default();
        let effort = levels.effort(measure, known).map_or("–".to_owned(), |effort| effort_shown(effort, shared));
        fact(P::FieldInstrument, &P::NeedsLine.with(lang, &[&level.name_in(lang), &authority, &effort]));
    }
    fact(P::FieldPerson, measure.person.as_deref().unwrap_or_default());
    fact(P::FieldDue, &measure.due.map(|day| date::short(day, lang)).unwrap_or_default());
    for step in &measure.statuses {
        let document = step.document.as_deref().map(|d| format!(" · {d}")).unwrap_or_default();
        fact(P::FieldStatus, &format!("{} · {}{document}", date::short(step.date, lang), step.status.word(lang)));
    }
    fact(P::FieldNote, &measure.note);
    if let Some(figures) = figures {
        lines.push((String::new(), Style::new()));
        lines.push((figures.to_owned(), Style::new()));
    }
    if !measure.current_text.is_empty() || !measure.proposed_text.is_empty() {
        lines.push((String::new(), Style::new()));
        lines.push((shared.word(P::WordDifference).to_owned(), theme.heading()));
        lines.push((difference(measure), Style::new()));
    }
    lines
}

fn effort_shown(effort: Fraction, shared: &Shared) -> String {
    number::decimal(effort.numerator(), effort.denominator(), u32::from(!effort.is_whole()), shared.lang)
}

/// The proposed text against the current one, with marks that read without colours.
fn difference(measure: &Measure) -> String {
    let mut out = String::new();
    for piece in words(&measure.current_text, &measure.proposed_text) {
        // Of blanks that changed, the new ones are shown.
        if piece.side == Side::Old && !piece.is_edit() {
            continue;
        }
        for (at, text) in piece.text.split('\n').enumerate() {
            if at > 0 {
                out.push('\n');
            }
            let (lead, words, tail) = split_blanks(text);
            match (piece.side, words.is_empty()) {
                (Side::Old, false) => out.push_str(&format!("{lead}[-{words}-]{tail}")),
                (Side::New, false) => out.push_str(&format!("{lead}[+{words}+]{tail}")),
                _ => out.push_str(text),
            }
        }
    }
    out
}
