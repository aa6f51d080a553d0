//! Opening, making, copying and replacing the workspace file.

use super::schema;
use super::unread::Passed;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, InterruptHandle, OpenFlags, Transaction};
use std::cell::Cell;
use std::fs::File;
use std::io::Read;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a write waits for another program to finish its own.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often a write that waits looks again. SQLite's own waits grow to a tenth of a second: one that takes the lock anew sooner than that would
/// be found to hold it every time.
const LOOK: Duration = Duration::from_millis(5);

/// How often a file that cannot be read is read again before it is said to be no data file.
const READINGS: u32 = 40;

/// The longest text or row that is read or written, bytes.
const LONGEST: i32 = 256 << 20;

/// What a workspace holds, as one connection sees it. A [`Writer`](super::Writer) reads by the same calls, inside its change, what is there
/// at that moment and what it has written so far.
#[derive(Debug)]
pub struct Reader {
    pub(super) conn: Connection,
    /// The rows that lists left out because they cannot be read.
    pub(super) passed: Passed,
}

/// An open workspace: one connection to its file.
#[derive(Debug)]
pub struct Workspace {
    reader: Reader,
    path: Option<PathBuf>,
    /// The copy of what it was before it was brought up to date, where this opening did so.
    copy: Option<PathBuf>,
    /// Whether the triggers were as the program made them, and in which state of the schema.
    watched: Cell<(bool, i64)>,
    /// Which file it is, whatever its name, where the system tells.
    file: Option<(u64, u64)>,
}

impl Deref for Workspace {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Reader {
    /// Keeps all that is read while the answer lives at one moment, whatever another program writes meanwhile. Inside a change that
    /// holds already.
    pub(super) fn one_moment(&self) -> Result<Option<Transaction<'_>>> {
        Ok(if self.conn.is_autocommit() { Some(self.conn.unchecked_transaction()?) } else { None })
    }
}

impl Workspace {
    /// Makes a new, empty workspace file.
    ///
    /// # Errors
    /// The file exists already, or its folder cannot be written.
    pub fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            let fault = Fault::database(StoreMessage::Exists.said(&[])).in_file(path);
            return Err(fault.hint(StoreMessage::ExistsHint.said(&[])));
        }
        let made = connect(path, OpenFlags::SQLITE_OPEN_CREATE).and_then(|mut conn| {
            // The log comes last, so that the file itself says what it is from its first moment on.
            schema::migrate(&mut conn, 0)?;
            conn.pragma_update(None, "journal_mode", "WAL")?;
            Ok(conn)
        });
        match made {
            Ok(conn) => Self::of(conn, Some(path.to_owned()), None),
            Err(fault) => {
                remove(path);
                Err(fault.in_file(path))
            }
        }
    }

    /// Opens a workspace file; one of an older version is brought up to date after a copy of it was put beside it.
    ///
    /// # Errors
    /// There is no such file; it is no workspace, damaged, or of a newer version; it cannot be written.
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_checked(path).map_err(|fault| fault.in_file(path))
    }

    fn open_checked(path: &Path) -> Result<Self> {
        check_head(path)?;
        let mut conn = connect(path, OpenFlags::empty())?;
        let version: i32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version > schema::version() {
            let fault = Fault::database(StoreMessage::Newer.said(&[&version, &schema::version()]));
            return Err(fault.hint(StoreMessage::NewerHint.said(&[])));
        }
        let mut copied = None;
        if version < schema::version() {
            let copy = beside(path, &format!("v{version}"));
            conn.backup("main", &copy, None::<fn(rusqlite::backup::Progress)>)?;
            schema::migrate(&mut conn, version)?;
            copied = Some(copy);
        }
        Self::of(conn, Some(path.to_owned()), copied)
    }

    /// A workspace that lives in memory only.
    ///
    /// # Errors
    /// Anything else, when memory is short.
    pub fn in_memory() -> Result<Self> {
        let mut conn = Connection::open_in_memory()?;
        configure(&mut conn)?;
        schema::migrate(&mut conn, 0)?;
        Self::of(conn, None, None)
    }

    fn of(conn: Connection, path: Option<PathBuf>, copy: Option<PathBuf>) -> Result<Self> {
        let file = path.as_deref().and_then(identity);
        let reader = Reader { conn, passed: Passed::default() };
        let workspace = Self { reader, path, copy, watched: Cell::new((false, -1)), file };
        workspace.look_at_triggers()?;
        Ok(workspace)
    }

    /// Whether the triggers that keep the journal are there, as the program made them. Without them nothing is written; what is there can
    /// still be read.
    pub fn is_watched(&self) -> bool {
        self.watched.get().0
    }

    /// Whether another file stands under its name by now, or none: a copy was put in its place. What is written here would be seen by nobody.
    pub fn is_replaced(&self) -> bool {
        self.file.is_some() && self.path.as_deref().and_then(identity) != self.file
    }

    /// Refuses where another file has taken its place.
    pub(super) fn need_place(&self) -> Result<()> {
        if !self.is_replaced() {
            return Ok(());
        }
        Err(Fault::database(StoreMessage::Replaced.said(&[])).hint(StoreMessage::ReplacedHint.said(&[])))
    }

    /// Refuses where the triggers that keep the journal are not what they should be; looked at again when the schema was changed.
    pub(super) fn need_watch(&self) -> Result<()> {
        if self.look_at_triggers()? {
            return Ok(());
        }
        let fault = Fault::database(StoreMessage::Unwatched.said(&[]));
        Err(fault.hint(StoreMessage::UnwatchedHint.said(&[])))
    }

    fn look_at_triggers(&self) -> Result<bool> {
        let state: i64 = self.conn.pragma_query_value(None, "schema_version", |row| row.get(0))?;
        if self.watched.get().1 != state {
            // What cannot be read is not watched; why, the doctor says.
            self.watched.set((schema::watched(&self.conn).unwrap_or(false), state));
        }
        Ok(self.watched.get().0)
    }

    /// Where the copy of an older version stands, when this opening brought the file up to date.
    pub fn copy_of_older(&self) -> Option<&Path> {
        self.copy.as_deref()
    }

    /// The file, unless the workspace lives in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// A number that changes whenever another program wrote to the file.
    ///
    /// # Errors
    /// The file can no longer be read.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Between two of many changes, lets who waits to write have its turn: the lock of the file knows no order of who came first.
    pub fn give_way(&self) {
        if self.path.is_some() {
            std::thread::sleep(LOOK * 4);
        }
    }

    /// How long a write waits for another program to finish its own; five seconds unless set.
    ///
    /// # Errors
    /// The workspace cannot be used.
    pub fn set_patience(&self, patience: Duration) -> Result<()> {
        Ok(self.conn.busy_timeout(patience)?)
    }

    /// The most pages of 4 KiB that the file may grow to; growing further is a full disk.
    ///
    /// # Errors
    /// The workspace cannot be used.
    pub fn limit_pages(&self, pages: u32) -> Result<()> {
        Ok(self.conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?)
    }

    /// Lets another thread stop a long query of this workspace.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.conn.get_interrupt_handle()
    }

    /// Writes a copy of the workspace as it is now; the copy is one file, complete, and appears whole or not at all.
    ///
    /// # Errors
    /// The copy cannot be written, or a file of this name is there already.
    pub fn backup(&self, to: &Path) -> Result<()> {
        if to.symlink_metadata().is_ok() {
            let fault = Fault::database(StoreMessage::Exists.said(&[])).in_file(to);
            return Err(fault.hint(StoreMessage::ExistsHint.said(&[])));
        }
        let part = beside(to, "part");
        refuse_foreign(&part)?;
        remove(&part);
        let named = part.to_string_lossy().into_owned();
        let copied = self.conn.execute("VACUUM INTO ?1", [named]).map_err(Fault::from);
        let kept = copied.and_then(|_| {
            std::fs::rename(&part, to).map_err(|e| Fault::database(StoreMessage::CannotCopy.said(&[])).because(e))
        });
        kept.map_err(|fault| {
            remove(&part);
            fault.in_file(to)
        })
    }

    /// Copies the workspace file of somebody else, of which nothing is written; the copy is looked at before it is opened.
    ///
    /// # Errors
    /// It is no workspace, or cannot be read or copied.
    pub fn copy_of(from: &Path, to: &Path) -> Result<()> {
        check_head(from).map_err(|fault| fault.in_file(from))?;
        // Where no log lies beside it nobody has it open: it is read as it is, so that nothing is put beside it, as on a disk that cannot be written.
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let opened = match with_ending(from, "-wal").exists() {
            true => Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY),
            false => Connection::open_with_flags(immutable(from), flags),
        };
        let copied = opened.and_then(|conn| conn.backup("main", to, None::<fn(rusqlite::backup::Progress)>));
        copied.map_err(|error| Fault::from(error).in_file(from))
    }

    /// Puts a copy in the place of a workspace. The copy is examined first, and what was there is kept beside it; gives
    /// the name under which it was kept.
    ///
    /// # Errors
    /// The copy is no sound workspace, or a file cannot be written; then nothing has changed.
    pub fn restore(from: &Path, to: &Path) -> Result<Option<PathBuf>> {
        let source = Self::open(from)?;
        let verdict: String = source.conn.pragma_query_value(None, "quick_check", |row| row.get(0))?;
        if verdict != "ok" {
            let fault = Fault::database(StoreMessage::Damaged.said(&[])).because(verdict).in_file(from);
            return Err(fault.hint(StoreMessage::DamagedHint.said(&[])));
        }
        // A link stays: the copy takes the place of the file that it leads to.
        let to = &to.canonicalize().unwrap_or_else(|_| to.to_owned());
        let cannot = |e: std::io::Error| Fault::database(StoreMessage::CannotCopy.said(&[])).because(e).in_file(to);
        if to.exists() && !to.is_file() {
            return Err(no_file().in_file(to));
        }
        if let Some(folder) = to.parent().filter(|f| !f.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(cannot)?;
        }
        let fresh = beside(to, "restored");
        refuse_foreign(&fresh)?;
        remove(&fresh);
        source.backup(&fresh)?;
        drop(source);
        let kept = if to.exists() { Some(set_aside(to)?) } else { None };
        std::fs::rename(&fresh, to).map_err(cannot)?;
        let restored = connect(to, OpenFlags::empty())?;
        restored.pragma_update(None, "journal_mode", "WAL")?;
        Ok(kept)
    }
}

/// Moves a workspace, with what its last writer left in the log, to a free name beside it.
fn set_aside(path: &Path) -> Result<PathBuf> {
    let cannot = |e: std::io::Error| Fault::database(StoreMessage::CannotCopy.said(&[])).because(e).in_file(path);
    if let Ok(conn) = connect(path, OpenFlags::empty()) {
        // Brings the log into the file, so that one name holds all; a damaged file is moved as it is.
        let _ = conn.pragma_update(None, "wal_checkpoint", "TRUNCATE");
    }
    let kept = (1..).map(|n| beside(path, &format!("before-restore-{n}"))).find(|name| !name.exists());
    let kept = kept.unwrap_or_else(|| beside(path, "before-restore"));
    std::fs::rename(path, &kept).map_err(cannot)?;
    for ending in ["-wal", "-shm"] {
        let (log, moved) = (with_ending(path, ending), with_ending(&kept, ending));
        if log.exists() {
            std::fs::rename(&log, &moved).map_err(cannot)?;
        }
    }
    Ok(kept)
}

/// Which file stands under a name: its device and its number there. Where a system lets no open file be moved, nothing needs to be known.
fn identity(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(path).ok().map(|about| (about.dev(), about.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

pub(super) fn beside(path: &Path, word: &str) -> PathBuf {
    with_ending(path, &format!(".{word}"))
}

fn no_file() -> Fault {
    Fault::database(StoreMessage::NoFile.said(&[])).hint(StoreMessage::NotAWorkspaceHint.said(&[]))
}

/// A file that a broken copy left behind may go; one of somebody else's stays.
fn refuse_foreign(part: &Path) -> Result<()> {
    let ours = match std::fs::metadata(part) {
        Err(_) => true,
        Ok(about) => about.is_file() && (about.len() == 0 || check_head(part).is_ok() || is_unfinished(part)),
    };
    if ours {
        return Ok(());
    }
    let fault = Fault::database(StoreMessage::InTheWay.said(&[])).in_file(part);
    Err(fault.hint(StoreMessage::InTheWayHint.said(&[])))
}

/// Whether a file begins as one of SQLite's, or with pages that were not written yet.
fn is_unfinished(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(16).read_to_end(&mut head));
    read.is_ok() && (head == b"SQLite format 3\0" || head.iter().all(|byte| *byte == 0))
}

pub(super) fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = std::fs::remove_file(with_ending(path, ending));
    }
}

/// Whether a file says that it is a workspace, read before anything of it may be touched. SQLite itself reads it: a file that the program opens and
/// closes by itself gives up the locks of every connection that the process has on it (`fcntl`), and the next program that ends takes the log away
/// from under them.
fn check_head(path: &Path) -> Result<()> {
    let cannot = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => Fault::database(StoreMessage::NotThere.said(&[])),
        _ => cannot_open(e),
    };
    // Looked at first: to open a pipe is to wait for whoever writes to it.
    if !std::fs::metadata(path).map_err(cannot)?.is_file() {
        return Err(no_file());
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    for tries in 0.. {
        let id = Connection::open_with_flags(immutable(path), flags)
            .and_then(|conn| conn.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0)));
        match id {
            Ok(schema::APPLICATION_ID) => return Ok(()),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => return Err(cannot_open(error)),
            // Read without a lock while another program brings its log into the file, it is half of one state and half of the next.
            Err(_) if tries < READINGS => std::thread::sleep(LOOK),
            Ok(_) | Err(_) => break,
        }
    }
    Err(Fault::database(StoreMessage::NotAWorkspace.said(&[])).hint(StoreMessage::NotAWorkspaceHint.said(&[])))
}

fn cannot_open(why: impl std::fmt::Display) -> Fault {
    Fault::database(StoreMessage::CannotOpen.said(&[])).because(why).hint(StoreMessage::CannotOpenHint.said(&[]))
}

/// The name under which SQLite reads a file as it is: without locks, without the journals beside it.
fn immutable(path: &Path) -> String {
    let mut uri = String::from(if path.has_root() { "file://" } else { "file:" });
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => uri.push(char::from(*byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?immutable=1"
}

fn connect(path: &Path, create: OpenFlags) -> Result<Connection> {
    let mut conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create,
    )?;
    configure(&mut conn)?;
    Ok(conn)
}

/// Waits for another program to finish; `times` it has waited already.
fn look_again(times: i32) -> bool {
    let waited = LOOK.saturating_mul(u32::try_from(times).unwrap_or(u32::MAX));
    if waited < PATIENCE {
        std::thread::sleep(LOOK);
    }
    waited < PATIENCE
}

fn configure(conn: &mut Connection) -> Result<()> {
    conn.busy_handler(Some(look_again))?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Plans hang on no value that is bound, so that no statement is compiled anew because another one is.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}
