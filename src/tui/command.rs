//! The one table of commands: keys, names, and when each can be used. The footer, the help, the palette and the check for
//! conflicting keys all come from it.

use super::app::{App, Place};
use crate::model::RegulationKind;
use crate::words::tui::TuiWord as W;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a user can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Do {
    Help,
    Palette,
    Language,
    Quit,
    Suspend,
    Overview,
    Catalogue,
    History,
    Undo,
    Redo,
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Left,
    Right,
    Next,
    Previous,
    Open,
    Search,
    Freeze,
    ReadChange,
    Draft,
    AddRow,
    RemoveRow,
    Provenance,
    AddMeasure,
    EditMeasure,
    MoveMeasure,
    RemoveMeasure,
    WriteProposal,
    ProposeAll,
    Instruments,
    FoldAll,
    Jump,
    NextHit,
    PreviousHit,
    Affected,
    Propose,
    Difference,
    Beside,
    NextVersion,
    Amend,
    WriteDraft,
    Scenarios,
    NewScenario,
    CopyScenario,
    RemoveScenario,
    Toggle,
    ToggleAll,
    SaveScenario,
    Solve,
    Mark,
    Compare,
    Chances,
    Suggestions,
    Accept,
    Dismiss,
    Owes,
    Late,
    Group,
}

/// A command: where it can be used, its keys, its name.
#[derive(Debug)]
pub(super) struct Command {
    pub(super) what: Do,
    pub(super) places: &'static [Place],
    pub(super) keys: &'static [&'static str],
    pub(super) name: W,
    /// Whether the footer shows it.
    pub(super) footer: bool,
}

const ALL: &[Place] = Place::ALL;

/// Where a provision is in hand.
const PROVISION: &[Place] = &[Place::Law, Place::Affected, Place::Difference];

const fn command(what: Do, places: &'static [Place], keys: &'static [&'static str], name: W, footer: bool) -> Command {
    Command { what, places, keys, name, footer }
}

/// All commands, in the order of the help.
pub(super) static COMMANDS: &[Command] = &[
    command(Do::Open, &[Place::Catalogue], &["enter"], W::DoOpen, true),
    command(Do::Open, &[Place::Sheet], &["enter", "e"], W::DoEditCell, true),
    command(Do::EditMeasure, &[Place::Measures], &["enter", "e"], W::DoEditMeasure, true),
    command(Do::Search, &[Place::Catalogue], &["/", "f4"], W::DoSearch, true),
    command(Do::AddRow, &[Place::Sheet], &["a", "insert"], W::DoAddRow, true),
    command(Do::RemoveRow, &[Place::Sheet], &["delete"], W::DoRemoveRow, false),
    command(Do::Provenance, &[Place::Sheet], &["p"], W::DoProvenance, true),
    command(Do::Draft, &[Place::Sheet], &["g"], W::DoDraft, true),
    command(Do::AddMeasure, &[Place::Record, Place::Measures], &["a", "insert"], W::DoAddMeasure, true),
    command(Do::MoveMeasure, &[Place::Measures], &["s"], W::DoMoveMeasure, true),
    command(Do::RemoveMeasure, &[Place::Measures], &["delete"], W::DoRemoveMeasure, false),
    command(
        Do::Amend,
        &[
            Place::Measures,
            Place::Instruments,
            Place::Law,
            Place::Affected,
            Place::Difference,
            Place::Scenarios,
            Place::Scenario,
        ],
        &["b"],
        W::DoAmend,
        true,
    ),
    command(Do::WriteDraft, &[Place::Drafted], &["w"], W::DoWriteDraft, true),
    command(Do::WriteProposal, &[Place::Proposal], &["w"], W::DoWrite, true),
    command(Do::ReadChange, &[Place::History], &["enter"], W::DoReadChange, true),
    command(Do::Freeze, &[Place::Overview], &["f"], W::DoFreeze, true),
    command(Do::ProposeAll, &[Place::Overview], &["w"], W::DoWriteAll, true),
    command(Do::Next, &[Place::Overview], &["tab", "right"], W::DoNextProgramme, true),
    command(Do::Previous, &[Place::Overview], &["backtab", "left"], W::DoPreviousProgramme, false),
    command(Do::Next, &[Place::Record, Place::Sheet, Place::Measures, Place::Proposal], &["tab"], W::DoNextTab, true),
    command(
        Do::Previous,
        &[Place::Record, Place::Sheet, Place::Measures, Place::Proposal],
        &["backtab"],
        W::DoPreviousTab,
        false,
    ),
    command(Do::Open, &[Place::Instruments], &["enter"], W::DoRead, true),
    command(Do::Search, &[Place::Instruments], &["/", "f4"], W::DoSearch, true),
    command(Do::Open, &[Place::Law], &["enter"], W::DoReadText, false),
    command(Do::Propose, PROVISION, &["e", "insert"], W::DoPropose, true),
    command(Do::Affected, &[Place::Law], &["a"], W::DoAffected, true),
    command(Do::Difference, &[Place::Law, Place::Affected], &["d"], W::DoDifference, true),
    command(Do::Beside, &[Place::Law, Place::Versions], &["v"], W::DoBeside, true),
    command(Do::Search, &[Place::Law], &["/", "f4"], W::DoSearch, true),
    command(Do::NextHit, &[Place::Law], &["n"], W::DoNextHit, false),
    command(Do::PreviousHit, &[Place::Law], &["p"], W::DoPreviousHit, false),
    command(Do::Jump, &[Place::Law], &["g"], W::DoJump, true),
    command(Do::Next, &[Place::Law], &["tab", "backtab"], W::DoPane, true),
    command(Do::Left, &[Place::Law], &["left"], W::DoFold, false),
    command(Do::Right, &[Place::Law], &["right"], W::DoUnfold, false),
    command(Do::FoldAll, &[Place::Law], &["z"], W::DoFoldAll, false),
    command(Do::NextVersion, &[Place::Law], &["t"], W::DoNextVersion, false),
    command(Do::Open, &[Place::Affected], &["enter"], W::DoOpen, true),
    command(Do::NextHit, &[Place::Versions], &["n", "right"], W::DoNextChange, true),
    command(Do::PreviousHit, &[Place::Versions], &["p", "left"], W::DoPreviousChange, true),
    command(Do::Open, &[Place::Scenarios], &["enter"], W::DoOpen, true),
    command(Do::NewScenario, &[Place::Scenarios], &["a", "insert"], W::DoNewScenario, true),
    command(Do::CopyScenario, &[Place::Scenarios], &["c"], W::DoCopyScenario, true),
    command(Do::RemoveScenario, &[Place::Scenarios], &["delete"], W::DoRemoveScenario, false),
    command(Do::Mark, &[Place::Scenarios], &["space", "x"], W::DoMark, true),
    command(Do::Compare, &[Place::Scenarios], &["v"], W::DoCompare, true),
    command(Do::Toggle, &[Place::Scenario], &["space", "x"], W::DoToggle, true),
    command(Do::ToggleAll, &[Place::Scenario], &["a"], W::DoToggleAll, false),
    command(Do::Open, &[Place::Scenario], &["enter"], W::DoOpenRegulation, false),
    command(Do::SaveScenario, &[Place::Scenario, Place::Found], &["ctrl-s", "w"], W::DoSaveScenario, true),
    command(Do::Search, &[Place::Scenario, Place::Suggestions, Place::Owes], &["/", "f4"], W::DoSearch, true),
    command(Do::Solve, &[Place::Scenarios, Place::Scenario], &["s"], W::DoSolve, true),
    command(Do::Chances, &[Place::Scenarios, Place::Scenario], &["m"], W::DoChances, true),
    command(Do::Accept, &[Place::Suggestions], &["enter"], W::DoAccept, true),
    command(Do::Dismiss, &[Place::Suggestions], &["delete"], W::DoDismiss, true),
    command(Do::Open, &[Place::Owes], &["enter"], W::DoOpen, true),
    command(Do::Group, &[Place::Compared, Place::Owes], &["tab"], W::DoGroup, true),
    command(Do::Late, &[Place::Owes], &["l", "space"], W::DoLate, true),
    command(Do::Left, &[Place::Sheet], &["left"], W::DoLeft, false),
    command(Do::Right, &[Place::Sheet], &["right"], W::DoRight, false),
    command(Do::Up, ALL, &["up", "k"], W::DoUp, false),
    command(Do::Down, ALL, &["down", "j"], W::DoDown, false),
    command(Do::PageUp, ALL, &["pageup"], W::DoPageUp, false),
    command(Do::PageDown, ALL, &["pagedown"], W::DoPageDown, false),
    command(Do::First, ALL, &["home"], W::DoFirst, false),
    command(Do::Last, ALL, &["end"], W::DoLast, false),
    command(Do::Back, ALL, &["esc"], W::DoBack, false),
    command(Do::Overview, ALL, &["f5", "1"], W::DoOverview, true),
    command(Do::Catalogue, ALL, &["f6", "2"], W::DoCatalogue, true),
    command(Do::History, ALL, &["f7", "3"], W::DoHistory, false),
    command(Do::Instruments, ALL, &["f11", "4"], W::DoInstruments, false),
    command(Do::Scenarios, ALL, &["f12", "5"], W::DoScenarios, false),
    command(Do::Suggestions, ALL, &["6"], W::DoSuggestions, false),
    command(Do::Owes, ALL, &["7"], W::DoOwes, false),
    command(Do::Undo, ALL, &["f8", "u"], W::DoUndo, true),
    command(Do::Redo, ALL, &["f9", "r"], W::DoRedo, false),
    command(Do::Language, ALL, &["f3"], W::DoLanguage, false),
    command(Do::Palette, ALL, &["f2", ":", "ctrl-p"], W::DoPalette, false),
    command(Do::Help, ALL, &["f1", "?"], W::DoHelp, true),
    command(Do::Suspend, ALL, &["ctrl-z"], W::DoSuspend, false),
    command(Do::Quit, ALL, &["f10", "q", "ctrl-q", "ctrl-c"], W::DoQuit, true),
];

/// The name of a key as the table writes it.
pub(super) fn key_name(key: KeyEvent) -> String {
    let name = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(c) => c.to_lowercase().to_string(),
        KeyCode::F(n) => format!("f{n}"),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => "backtab".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => "backtab".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::PageUp => "pageup".to_owned(),
        KeyCode::PageDown => "pagedown".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::Insert => "insert".to_owned(),
        KeyCode::Delete => "delete".to_owned(),
        KeyCode::Backspace => "backspace".to_owned(),
        _ => String::new(),
    };
    if key.modifiers.contains(KeyModifiers::CONTROL) { format!("ctrl-{name}") } else { name }
}

/// How a key is shown: `F1`, `Ctrl-P`, `Enter`, `a`.
pub(super) fn shown(key: &str) -> String {
    match key {
        "up" => "↑".to_owned(),
        "down" => "↓".to_owned(),
        "left" => "←".to_owned(),
        "right" => "→".to_owned(),
        "backtab" => "Shift-Tab".to_owned(),
        "pageup" => "PgUp".to_owned(),
        "pagedown" => "PgDn".to_owned(),
        "insert" => "Ins".to_owned(),
        "delete" => "Del".to_owned(),
        single if single.chars().count() == 1 => single.to_owned(),
        long => {
            let capital = |part: &str| {
                part.chars().next().map_or_else(String::new, |c| c.to_uppercase().chain(part.chars().skip(1)).collect())
            };
            long.split('-').map(capital).collect::<Vec<String>>().join("-")
        }
    }
}

/// The command of a key where the user is.
pub(super) fn find(place: Place, key: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| c.places.contains(&place) && c.keys_at(place).any(|own| own == key))
}

impl Command {
    /// Its keys in a place. Where a text is read, digits are the number of an Điều.
    pub(super) fn keys_at(&self, place: Place) -> impl Iterator<Item = &'static str> {
        let digit = |key: &str| key.bytes().all(|b| b.is_ascii_digit());
        self.keys.iter().copied().filter(move |key| place != Place::Law || !digit(key))
    }

    /// Why the command cannot be used now, if it cannot.
    pub(super) fn refused(&self, app: &App) -> Option<W> {
        let detail = app.detail.as_ref();
        let no_row = || detail.is_none_or(|d| d.sheet.is_empty());
        let no_measure = || detail.is_none_or(|d| d.measures.is_empty());
        let reading = app.shelf.reading.as_ref();
        let has_text = reading.is_some_and(|r| r.version.is_some());
        match self.what {
            Do::Draft if detail.is_some_and(|d| !d.sheet.is_empty()) => Some(W::HasSheetAlready),
            Do::Draft if detail.is_none_or(|d| d.regulation.kind != RegulationKind::Procedure) => {
                Some(W::OnlyProcedures)
            }
            Do::RemoveRow | Do::Provenance if no_row() => Some(W::NoRowHere),
            Do::Open if app.place() == Place::Sheet && no_row() => Some(W::NoRowHere),
            Do::EditMeasure | Do::MoveMeasure | Do::RemoveMeasure if no_measure() => Some(W::NoMeasureHere),
            Do::MoveMeasure
                if app.chosen_measure().is_some_and(|m| m.status().is_some_and(|s| s.next().is_empty())) =>
            {
                Some(W::NoNextStatus)
            }
            Do::Open if app.place() == Place::Instruments && app.shelf.found.is_empty() => Some(W::NothingFound),
            Do::Propose | Do::Difference | Do::Jump | Do::FoldAll if !has_text => Some(W::NoTextYet),
            Do::Propose if reading.is_some_and(|r| r.address().is_none()) => Some(W::ChooseProvision),
            Do::Difference if reading.is_some_and(|r| r.measures_here().is_empty()) => Some(W::NoMeasureOnIt),
            Do::Amend if app.place() == Place::Measures && no_measure() => Some(W::NoMeasureHere),
            Do::Amend if app.place() == Place::Instruments && app.shelf.found.is_empty() => Some(W::NothingFound),
            Do::WriteDraft if app.shelf.drafted.as_ref().is_none_or(|d| d.text.is_empty()) => Some(W::NothingDrafted),
            Do::Beside | Do::NextVersion if reading.is_none_or(|r| r.heads.len() < 2) => Some(W::OneVersion),
            Do::Toggle | Do::ToggleAll if app.board.table.as_ref().is_none_or(|table| table.found.is_empty()) => {
                Some(W::NothingFound)
            }
            Do::CopyScenario | Do::Mark if app.scenario_code().is_none() => Some(W::NothingFound),
            Do::RemoveScenario if app.board.lines.get(app.board.line).is_none_or(|line| line.special) => {
                Some(W::StagesStay)
            }
            Do::Compare if app.board.marked.len() < 2 => Some(W::MarkTwo),
            Do::SaveScenario
                if app.place() == Place::Found && !app.board.found.as_ref().is_some_and(|f| f.is_solved()) =>
            {
                Some(W::NothingToKeep)
            }
            Do::Accept | Do::Dismiss if app.board.tips.hand().is_none() => Some(W::NothingFound),
            Do::Freeze if app.data.progress.is_empty() => Some(W::NoProgrammeHere),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in Place::ALL {
            let mut seen = HashSet::new();
            for key in COMMANDS.iter().filter(|c| c.places.contains(place)).flat_map(|c| c.keys_at(*place)) {
                assert!(seen.insert(key), "{key} in {place:?}");
            }
        }
    }

    #[test]
    fn every_command_works_without_letters() {
        // Under Telex a letter may become another one; each command has a key that is no letter, or the palette.
        assert!(find(Place::Sheet, "f2").is_some());
        for command in COMMANDS.iter().filter(|c| matches!(c.what, Do::Help | Do::Palette | Do::Quit | Do::Undo)) {
            assert!(command.keys[0].starts_with('f'));
        }
    }
}
