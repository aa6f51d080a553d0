//! A PostgreSQL server of a test's own: on loopback, in a temporary folder, gone with the test.

use postgres::{Client, NoTls};
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// A server.
pub struct Postgres {
    folder: TempDir,
    bin: PathBuf,
    port: u16,
    child: Child,
}

impl Postgres {
    /// A server with the database `tinhgon`, whose logins need no password; nothing where there is no PostgreSQL, which is said loudly.
    pub fn start() -> Option<Self> {
        Self::with("trust", &[])
    }

    /// The same, with a way in which logins prove themselves, and settings.
    pub fn with(auth: &str, settings: &[&str]) -> Option<Self> {
        let Some(bin) = bin() else {
            // Not by a macro, whose words the tests keep to themselves.
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED: no PostgreSQL server is here (initdb, postgres), so the hub is not tested on one"
            );
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        if is_root() {
            std::os::unix::fs::chown(folder.path(), Some(user().0), Some(user().1)).unwrap();
        }
        let data = folder.path().join("data");
        let mut initdb = as_user(&bin.join("initdb"), folder.path());
        initdb.arg("-D").arg(&data).args([
            "-U",
            "postgres",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C",
            &format!("--auth={auth}"),
        ]);
        if auth != "trust" {
            let secret = folder.path().join("secret");
            std::fs::write(&secret, "quan-tri\n").unwrap();
            initdb.arg(format!("--pwfile={}", secret.display()));
        }
        let made = initdb.output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        // A port that is free now may be taken by another test a moment later: then the server ends at once, and another is looked for.
        let started = (0..5).find_map(|_| {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let mut child = Self::serve(&bin, folder.path(), port, settings);
            for _ in 0..100 {
                std::thread::sleep(Duration::from_millis(50));
                let gone = child.try_wait().unwrap().is_some();
                match (gone, std::net::TcpStream::connect(("127.0.0.1", port))) {
                    (true, _) => return None,
                    (false, Ok(_)) => return Some((port, child)),
                    (false, Err(_)) => {}
                }
            }
            Some((port, child))
        });
        let (port, child) = started.expect("a free port");
        let server = Self { folder, bin, port, child };
        server.admin("postgres").batch_execute("CREATE DATABASE tinhgon").unwrap();
        Some(server)
    }

    fn serve(bin: &Path, folder: &Path, port: u16, settings: &[&str]) -> Child {
        let mut command = as_user(&bin.join("postgres"), folder);
        command.arg("-D").arg(folder.join("data")).args(["-p", &port.to_string(), "-k", ""]);
        for setting in [&["listen_addresses=127.0.0.1", "max_connections=60"], settings].concat() {
            command.args(["-c", setting]);
        }
        let log = std::fs::File::create(folder.join("log")).unwrap();
        command.stdout(Stdio::null()).stderr(log).spawn().unwrap()
    }

    /// Where a login finds it.
    pub fn address(&self, login: &str) -> String {
        format!("postgres://{login}@127.0.0.1:{}/tinhgon", self.port)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The administrator, in a database.
    pub fn admin(&self, database: &str) -> Client {
        self.client("postgres", database)
    }

    /// A login in a database; waited for while the server starts.
    pub fn client(&self, login: &str, database: &str) -> Client {
        let address = format!("postgres://{login}:quan-tri@127.0.0.1:{}/{database}", self.port);
        for _ in 0..200 {
            match Client::connect(&address, NoTls) {
                Ok(client) => return client,
                Err(error) if error.as_db_error().is_some_and(|e| e.code().code() != "57P03") => panic!("{error:?}"),
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
        panic!("no server: {}", std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default());
    }

    /// Starts it again so that it shows a certificate, PEM.
    pub fn secure(&mut self, certificate: &str, key: &str) {
        use std::os::unix::fs::PermissionsExt;
        for (name, text) in [("server.crt", certificate), ("server.key", key)] {
            let file = self.folder.path().join("data").join(name);
            std::fs::write(&file, text).unwrap();
            std::fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
            if is_root() {
                std::os::unix::fs::chown(&file, Some(user().0), Some(user().1)).unwrap();
            }
        }
        let settings = std::fs::OpenOptions::new().append(true).open(self.folder.path().join("data/postgresql.conf"));
        settings.unwrap().write_all(b"ssl = on\n").unwrap();
        self.stop();
        self.go_on();
    }

    /// Stops it as a power cut would.
    pub fn stop(&mut self) {
        let mut stop = as_user(&self.bin.join("pg_ctl"), self.folder.path());
        stop.arg("-D").arg(self.folder.path().join("data")).args(["stop", "-m", "immediate"]);
        stop.output().unwrap();
        self.child.wait().unwrap();
    }

    /// Starts it again.
    pub fn go_on(&mut self) {
        self.child = Self::serve(&self.bin, self.folder.path(), self.port, &[]);
        drop(self.admin("postgres"));
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Where the programs of PostgreSQL are.
fn bin() -> Option<PathBuf> {
    let named = std::env::var_os("PATH").into_iter().flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|e| e.path().join("bin"));
    let all = ["initdb", "postgres", "pg_ctl"];
    debian.chain(named).find(|folder| all.iter().all(|name| folder.join(name).is_file()))
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|about| std::os::unix::fs::MetadataExt::uid(&about) == 0)
}

/// The user and group under which a server runs where the tests run as root, under whom it will not.
fn user() -> (u32, u32) {
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let of = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    of("postgres").or_else(|| of("nobody")).unwrap_or((65534, 65534))
}

/// A program of PostgreSQL, as a user that is not root.
fn as_user(program: &Path, folder: &Path) -> Command {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new(program);
    if is_root() {
        command.uid(user().0).gid(user().1);
    }
    command.current_dir(folder).env("LC_ALL", "C");
    command
}
