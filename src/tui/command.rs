//! The table of commands: identity, keys, name, and whether data changes. Footer, help, palette, the menu of things to do, the check for
//! conflicting keys and the page of the documentation come from it. What only one screen can do stands in the file of that screen, in the
//! same form.

use crate::words::screen::ScreenWord as W;

/// The names of the commands that all screens share.
pub(super) mod id {
    pub(crate) const UP: &str = "up";
    pub(crate) const DOWN: &str = "down";
    pub(crate) const LEFT: &str = "left";
    pub(crate) const RIGHT: &str = "right";
    pub(crate) const PAGE_UP: &str = "page-up";
    pub(crate) const PAGE_DOWN: &str = "page-down";
    pub(crate) const FIRST: &str = "first";
    pub(crate) const LAST: &str = "last";
    pub(crate) const OPEN: &str = "open";
    pub(crate) const BACK: &str = "back";
    pub(crate) const NEXT_PANE: &str = "next-pane";
    pub(crate) const PREVIOUS_PANE: &str = "previous-pane";
    pub(crate) const NEXT_TAB: &str = "next-tab";
    pub(crate) const PREVIOUS_TAB: &str = "previous-tab";
    pub(crate) const GO_TO: &str = "go-to";
    pub(crate) const FIND: &str = "find";
    pub(crate) const NEXT_HIT: &str = "next-hit";
    pub(crate) const PREVIOUS_HIT: &str = "previous-hit";
    pub(crate) const FILTER: &str = "filter";
    pub(crate) const COLUMNS: &str = "columns";
    pub(crate) const MARK: &str = "mark";
    pub(crate) const MARK_ALL: &str = "mark-all";
    pub(crate) const COPY: &str = "copy";
    pub(crate) const COPY_COMMAND: &str = "copy-command";
    pub(crate) const FOLD_ALL: &str = "fold-all";
    pub(crate) const EXPORT_ROWS: &str = "export-rows";
    pub(crate) const EDIT: &str = "edit";
    pub(crate) const NEW: &str = "new";
    pub(crate) const DELETE: &str = "delete";
    pub(crate) const SAVE: &str = "save";
    pub(crate) const FILL: &str = "fill-down";
    pub(crate) const UNDO: &str = "undo";
    pub(crate) const REDO: &str = "redo";
    pub(crate) const ACTIONS: &str = "actions";
    pub(crate) const PALETTE: &str = "palette";
    pub(crate) const HELP: &str = "help";
    pub(crate) const NOTICES: &str = "notices";
    pub(crate) const LANGUAGE: &str = "language";
    pub(crate) const LOOK: &str = "look";
    pub(crate) const MOUSE: &str = "mouse";
    pub(crate) const HINTS: &str = "hints";
    pub(crate) const WORKSPACES: &str = "workspaces";
    pub(crate) const TRY_OUT: &str = "try-out";
    pub(crate) const STOP: &str = "stop-work";
    pub(crate) const REDRAW: &str = "redraw";
    pub(crate) const SUSPEND: &str = "suspend";
    pub(crate) const QUIT: &str = "quit";
}

/// Under which heading help and menus show a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// Moving about.
    Move,
    /// Opening and going.
    Go,
    /// Looking and choosing.
    Look,
    /// Changing data.
    Change,
    /// Writing files: nothing of the register is changed.
    Write,
    /// The program itself.
    Program,
}

/// A command.
#[derive(Debug)]
pub(super) struct Command {
    /// Its stable name, by which a configuration gives it other keys.
    pub(super) id: &'static str,
    /// Its keys, as [`super::keymap::key_name`] writes them.
    pub(super) keys: &'static [&'static str],
    /// What it is called.
    pub(super) name: W,
    /// Its heading.
    pub(super) group: Group,
    /// Its place in the footer, the lowest first; none where the footer does not show it.
    pub(super) footer: u8,
}

impl Command {
    /// Whether it changes data: such a command hangs on no bare letter or digit.
    pub(super) fn changes(&self) -> bool {
        self.group == Group::Change
    }
}

/// Makes a command.
pub(super) const fn command(
    id: &'static str,
    keys: &'static [&'static str],
    name: W,
    group: Group,
    footer: u8,
) -> Command {
    Command { id, keys, name, group, footer }
}

/// What can be done, or why it cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Can {
    /// There is no such thing here.
    NotHere,
    /// It can.
    Yes,
    /// It can, and this stands beside its name: how many rows it is about, that it asks before.
    With(String),
    /// It cannot now, for this reason.
    No(String),
}

impl Can {
    /// It can, or cannot for a reason.
    pub(super) fn when(can: bool, why: impl FnOnce() -> String) -> Self {
        if can { Self::Yes } else { Self::No(why()) }
    }

    /// Whether it can be done.
    pub(super) fn is_yes(&self) -> bool {
        matches!(self, Self::Yes | Self::With(_))
    }
}

/// The commands that all screens share, in the order of the help.
pub(super) static COMMON: &[Command] = &[
    command(id::OPEN, &["enter"], W::DoOpen, Group::Go, 10),
    command(id::BACK, &["esc"], W::DoBack, Group::Go, 0),
    command(id::MARK, &["space"], W::DoMark, Group::Look, 20),
    command(id::EDIT, &["f2"], W::DoEdit, Group::Change, 22),
    command(id::NEW, &["ctrl-n", "insert"], W::DoNew, Group::Change, 24),
    command(id::SAVE, &["ctrl-s", "f12"], W::DoSave, Group::Change, 26),
    command(id::FILL, &["ctrl-d"], W::DoFill, Group::Change, 28),
    command(id::DELETE, &["delete"], W::DoDelete, Group::Change, 0),
    command(id::FIND, &["/", "ctrl-f"], W::DoFind, Group::Look, 30),
    command(id::FILTER, &["f7"], W::DoFilter, Group::Look, 34),
    command(id::COLUMNS, &["f3"], W::DoColumns, Group::Look, 36),
    command(id::ACTIONS, &["f4"], W::DoActions, Group::Look, 40),
    command(id::NEXT_TAB, &["f6", ">"], W::DoNextTab, Group::Go, 44),
    command(id::PREVIOUS_TAB, &["shift-f6", "<"], W::DoPreviousTab, Group::Go, 0),
    command(id::NEXT_PANE, &["tab"], W::DoNextPane, Group::Go, 46),
    command(id::PREVIOUS_PANE, &["backtab"], W::DoPreviousPane, Group::Go, 0),
    command(id::GO_TO, &["f5", "ctrl-g"], W::DoGoTo, Group::Go, 48),
    command(id::UNDO, &["f8"], W::DoUndo, Group::Change, 60),
    command(id::REDO, &["f9"], W::DoRedo, Group::Change, 0),
    command(id::PALETTE, &["ctrl-p", ":"], W::DoPalette, Group::Look, 50),
    command(id::UP, &["up", "k"], W::DoUp, Group::Move, 0),
    command(id::DOWN, &["down", "j"], W::DoDown, Group::Move, 0),
    command(id::LEFT, &["left", "h"], W::DoLeft, Group::Move, 0),
    command(id::RIGHT, &["right", "l"], W::DoRight, Group::Move, 0),
    command(id::PAGE_UP, &["pageup"], W::DoPageUp, Group::Move, 0),
    command(id::PAGE_DOWN, &["pagedown"], W::DoPageDown, Group::Move, 0),
    command(id::FIRST, &["home", "ctrl-home", "g"], W::DoFirst, Group::Move, 0),
    command(id::LAST, &["end", "ctrl-end", "G"], W::DoLast, Group::Move, 0),
    command(id::NEXT_HIT, &["n"], W::DoNextHit, Group::Move, 0),
    command(id::PREVIOUS_HIT, &["N"], W::DoPreviousHit, Group::Move, 0),
    command(id::FOLD_ALL, &["z"], W::DoFoldAll, Group::Look, 0),
    command(id::MARK_ALL, &["ctrl-a"], W::DoMarkAll, Group::Look, 0),
    command(id::COPY, &["ctrl-c"], W::DoCopy, Group::Look, 0),
    command(id::COPY_COMMAND, &[], W::DoCopyCommand, Group::Look, 0),
    command(id::EXPORT_ROWS, &[], W::DoExportRows, Group::Write, 0),
    command(id::HELP, &["f1", "?"], W::DoHelp, Group::Program, 0),
    command(id::NOTICES, &[], W::DoNotices, Group::Program, 0),
    command(id::LANGUAGE, &[], W::DoLanguage, Group::Program, 0),
    command(id::LOOK, &[], W::DoLook, Group::Program, 0),
    command(id::MOUSE, &[], W::DoMouse, Group::Program, 0),
    command(id::HINTS, &[], W::DoHints, Group::Program, 0),
    command(id::WORKSPACES, &[], W::DoWorkspaces, Group::Program, 0),
    command(id::TRY_OUT, &[], W::DoTryOut, Group::Program, 0),
    command(id::STOP, &[], W::DoStop, Group::Program, 0),
    command(id::REDRAW, &["ctrl-l"], W::DoRedraw, Group::Program, 0),
    command(id::SUSPEND, &["ctrl-z"], W::DoSuspend, Group::Program, 0),
    command(id::QUIT, &["f10"], W::DoQuit, Group::Program, 0),
];

/// The command of this name, of all screens or of one.
pub(super) fn find(name: &str, own: &'static [Command]) -> Option<&'static Command> {
    COMMON.iter().chain(own).find(|command| command.id == name)
}
