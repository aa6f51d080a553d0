//! Every mode of the terminal in one hand: set on entering, put back on leaving, on panic, on a signal, for the editor and for Ctrl-Z.

use crate::text::clean;
use crate::words::screen::ScreenWord;
use crate::words::{Fault, Message, Result};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::io::{self, Stdout, stdout};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is in our hands, for the panic hook.
static HELD: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is read.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal while it is in our hands.
pub(super) struct Held {
    pub(super) terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Held {
    pub(super) fn take(mouse: bool) -> Result<Self> {
        MOUSE.store(mouse, Ordering::SeqCst);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        end_on_signals().map_err(cannot)?;
        hold().map_err(cannot)?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).map_err(cannot)?;
        Ok(Self { terminal })
    }

    /// Does something while the terminal is as the user had it.
    fn without<T>(&mut self, work: impl FnOnce() -> T) -> Result<T> {
        give_back();
        let done = work();
        hold().map_err(cannot)?;
        // A fresh terminal draws everything; clearing the old one would ask where the cursor is, which not every terminal answers.
        execute!(stdout(), Clear(ClearType::All)).map_err(cannot)?;
        self.terminal = Terminal::new(CrosstermBackend::new(stdout())).map_err(cannot)?;
        Ok(done)
    }

    /// Stops the program until the shell continues it; says how one comes back.
    pub(super) fn suspend(&mut self, said: &str) -> Result<()> {
        #[cfg(unix)]
        self.without(|| {
            println!("{said}");
            signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)
        })?
        .map_err(cannot)?;
        Ok(())
    }

    /// Draws everything again.
    pub(super) fn redraw(&mut self) -> Result<()> {
        self.without(|| ())
    }

    /// Reads the mouse, or leaves it to the terminal, which can then select text.
    pub(super) fn mouse(&mut self, on: bool) -> Result<()> {
        MOUSE.store(on, Ordering::SeqCst);
        if on { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) }
            .map_err(cannot)
    }

    /// Puts a text on the clipboard of the terminal, also of one far away.
    pub(super) fn copy(&mut self, text: &str) -> Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text)).map_err(cannot)
    }

    /// Lets the user edit a text in $VISUAL or $EDITOR; nothing when the editor failed, so that the text stays as it was.
    pub(super) fn edit(&mut self, text: &str) -> Result<Option<String>> {
        let named = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        let editor = named("VISUAL").or_else(|| named("EDITOR")).unwrap_or_else(|| "vi".to_owned());
        let failed = |cause: String| Fault::other(ScreenWord::EditorFailed.said(&[&editor])).because(cause);
        let words = shell_words::split(&editor).map_err(|e| failed(e.to_string()))?;
        let (program, arguments) = words.split_first().ok_or_else(|| failed(String::new()))?;
        let file =
            tempfile::Builder::new().prefix("tinhgon-").suffix(".md").tempfile().map_err(|e| failed(e.to_string()))?;
        std::fs::write(file.path(), text).map_err(|e| failed(e.to_string()))?;
        let status = self.without(|| Command::new(program).args(arguments).arg(file.path()).status())?;
        let status = status.map_err(|e| failed(e.to_string()))?;
        if !status.success() {
            return Ok(None);
        }
        let edited = std::fs::read(file.path()).map_err(|e| failed(e.to_string()))?;
        Ok(Some(clean(String::from_utf8_lossy(&edited).trim_end())))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        give_back();
    }
}

/// Ends the program on the signals that ask for it, with the terminal put back. A thread of its own does so, because reading keys
/// from a terminal that is gone may never return. Whatever is being written then is a transaction and is not half done.
#[cfg(unix)]
fn end_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            give_back();
            // What a shell expects of a program that a signal ended.
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn end_on_signals() -> io::Result<()> {
    Ok(())
}

fn hold() -> io::Result<()> {
    enable_raw_mode()?;
    HELD.store(true, Ordering::SeqCst);
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) { execute!(stdout(), EnableMouseCapture) } else { Ok(()) }
}

/// Puts the terminal back; errors cannot be told to anyone here.
fn give_back() {
    if HELD.swap(false, Ordering::SeqCst) {
        let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

fn cannot(error: io::Error) -> Fault {
    Fault::other(ScreenWord::NoTerminal.said(&[])).because(error)
}
