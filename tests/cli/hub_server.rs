//! The hub on a real PostgreSQL: officers of agencies and the centre, the server stopped and restored, the line cut, and the database itself asked to do what it must
//! refuse, around the program.

use crate::home::Home;
use crate::hub::{Officer, settle};
use crate::postgres::Postgres;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Sets a hub up with members `LOGIN=AGENCY`; those with a star are of the centre.
fn set_up(server: &Postgres, members: &[&str]) -> Value {
    let home = Home::bare();
    let mut args = vec!["hub".to_owned(), "setup".to_owned(), "--to".to_owned(), server.address("postgres")];
    for member in members {
        let (option, member) = member.strip_suffix('*').map_or(("--member", *member), |member| ("--centre", member));
        args.extend([option.to_owned(), member.to_owned()]);
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    home.json(&args)
}

/// An officer who joined.
fn joined(server: &Postgres, name: &'static str) -> Officer {
    let officer = Officer::new(name);
    officer.run(&["hub", "join", "--to", &server.address(name)]).ok();
    officer
}

/// What the hub has: agency, place, data file, number.
fn changes(server: &Postgres) -> Vec<(String, i64, Vec<u8>, i64)> {
    let sql = "SELECT agency, place, replica, number FROM tinhgon.change ORDER BY agency, place";
    let rows = server.admin("tinhgon").query(sql, &[]).unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1), row.get(2), row.get(3))).collect()
}

/// Every change is there once, in order, without a hole in its agency or its data file, and every chain holds.
#[track_caller]
fn sound(server: &Postgres) {
    let mut last: std::collections::BTreeMap<Vec<u8>, i64> = Default::default();
    let mut places: std::collections::BTreeMap<String, i64> = Default::default();
    for (agency, place, replica, number) in changes(server) {
        let before = places.entry(agency).or_default();
        assert_eq!(place, *before + 1);
        *before = place;
        let before = last.entry(replica).or_default();
        assert_eq!(number, *before + 1, "the changes of a data file in their order");
        *before = number;
    }
    let chain = "SELECT count(*) FROM tinhgon.change c WHERE hash <> sha256(coalesce((SELECT b.hash FROM tinhgon.change b \
                 WHERE b.replica = c.replica AND b.number = c.number - 1), decode(repeat('00', 32), 'hex')) || body)";
    assert_eq!(server.admin("tinhgon").query_one(chain, &[]).unwrap().get::<_, i64>(0), 0);
}

#[test]
fn officers_of_two_agencies_and_the_centre() {
    let Some(server) = Postgres::start() else { return };
    let members = set_up(&server, &["lan=BCA", "minh=BCA", "hoa=BTC", "trung-tam=BTP*"]);
    assert_eq!(members["members"][0], json!({ "login": "lan", "agency": "BCA", "centre": false }));
    // To set it up once more changes nothing.
    assert_eq!(set_up(&server, &[]), members);
    let [lan, minh, hoa, centre] = ["lan", "minh", "hoa", "trung-tam"].map(|name| joined(&server, name));
    assert_eq!(lan.json(&["hub", "status"])["agency"], "BCA", "the hub knows whose login it is");
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31", "--note", "đo lại"]).ok();
    minh.run(&["cost", "set", "1.001193", "a1", "population=900000"]).ok();
    hoa.run(&["cost", "set", "1.004222", "a1", "minutes=21"]).ok();
    for _ in 0..2 {
        [&lan, &minh, &hoa, &centre].iter().for_each(|officer| drop(officer.sync()));
    }
    // Within an agency all see all; another agency sees what the centre handed over, and nothing of theirs.
    let of = |officer: &Officer| (officer.minutes("1.001193", "a1"), officer.minutes("1.004222", "a1"));
    assert_eq!(of(&centre), ("31".into(), "21".into()));
    assert_eq!(of(&lan).0, "31");
    assert_eq!(of(&minh).0, "31");
    assert_eq!((of(&hoa).0.as_str(), of(&hoa).1.as_str()), ("30", "21"));
    settle(&[&lan, &minh]);
    sound(&server);
    let history = centre.json(&["history", "1.001193"]);
    let found = history["rows"].as_array().unwrap().iter().find(|row| row["note"] == "đo lại").unwrap().clone();
    assert_eq!(found["author"], "lan");
    assert_eq!(lan.json(&["hub", "status"])["traps"], json!([]), "what tinhgon sets up has no traps");
}

#[test]
fn who_is_no_member_or_says_another_agency_is_refused() {
    let Some(server) = Postgres::start() else { return };
    let lan = Officer::new("lan");
    lan.run(&["hub", "join", "--to", &server.address("postgres")]).refused(6, "hub setup");
    set_up(&server, &["lan=BCA", "minh=BTC"]);
    lan.run(&["hub", "join", "--to", &server.address("postgres")]).refused(3, "--member");
    lan.run(&["hub", "join", "--to", &server.address("lan"), "--agency", "BTC"]).refused(2, "BCA");
    lan.run(&["hub", "join", "--to", &server.address("lan")]).ok();
    lan.sync();
    // The same data file under the login of another agency: the database says no, not the program.
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    lan.run(&["hub", "push", "--to", &server.address("minh")]).refused(3, "");
    let before = changes(&server).len();
    lan.sync();
    assert_eq!(changes(&server).len(), before + 1);
    // Who leaves hands nothing over any more; what they sent stays.
    Home::bare().run(&["hub", "setup", "--to", &server.address("postgres"), "--remove", "lan"]).ok();
    Home::bare().run(&["hub", "setup", "--to", &server.address("postgres"), "--remove", "ai"]).refused(6, "ai");
    let slip = Home::bare().run(&["hub", "setup", "--to", &server.address("postgres"), "--member", "lan=BCB"]).ok();
    slip.tells("danh mục ở đây không có cơ quan BCB");
    Home::bare().run(&["hub", "setup", "--to", &server.address("postgres"), "--remove", "lan"]).ok();
    lan.run(&["hub", "sync"]).refused(3, "");
    assert_eq!(changes(&server).len(), before + 1);
}

#[test]
fn the_database_refuses_what_goes_around_the_program() {
    let Some(server) = Postgres::start() else { return };
    set_up(&server, &["lan=BCA", "minh=BTC", "trung-tam=BTP*"]);
    let [lan, minh] = ["lan", "minh"].map(|name| joined(&server, name));
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    let mut sql = server.client("lan", "tinhgon");
    let mut code = |statement: &str| {
        sql.batch_execute(statement).err().and_then(|error| error.code().map(|code| code.code().to_owned()))
    };
    let refused = Some("42501".to_owned());
    for statement in [
        "DELETE FROM tinhgon.change",
        "UPDATE tinhgon.change SET body = ''",
        "INSERT INTO tinhgon.change SELECT * FROM tinhgon.change LIMIT 1",
        "UPDATE tinhgon.head SET number = 0",
        "UPDATE tinhgon.replica SET agency = 'BTC'",
        "UPDATE tinhgon.member SET centre = true",
        "INSERT INTO tinhgon.member VALUES ('lan2', 'BTC', true)",
        "TRUNCATE tinhgon.change CASCADE",
        "DELETE FROM tinhgon.line",
        "INSERT INTO tinhgon.figure VALUES ('BCA', 'x', '{}')",
        "SET ROLE tinhgon_owner",
        "SET ROLE minh",
        "SET SESSION AUTHORIZATION minh",
        "ALTER TABLE tinhgon.change DISABLE ROW LEVEL SECURITY",
        "CREATE OR REPLACE FUNCTION tinhgon.append(of bytea, first bigint, hashes bytea[], bodies bytea[]) RETURNS bigint \
         LANGUAGE sql AS 'SELECT 1::bigint'",
        "CREATE TABLE tinhgon.mine (x int)",
    ] {
        assert_eq!(code(statement), refused, "{statement}");
    }
    // A setting is no proof of who one is.
    code("SET tinhgon.agency = 'BTC'; SET row_security = on");
    let seen = server.client("lan", "tinhgon").query("SELECT DISTINCT agency FROM tinhgon.change", &[]).unwrap();
    assert_eq!(seen.iter().map(|row| row.get::<_, String>(0)).collect::<Vec<_>>(), ["BCA"]);
    assert_eq!(
        server.client("lan", "tinhgon").query("SELECT 1 FROM tinhgon.member WHERE login = 'minh'", &[]).unwrap().len(),
        0
    );
    // The function itself: a data file of another agency, a gap, a fork, an altered chain, what is no change, another agency in the change.
    let admin = |query: &str| server.admin("tinhgon").query(query, &[]).unwrap();
    let own = admin(
        "SELECT replica, number, hash, body FROM tinhgon.change WHERE agency = 'BCA' ORDER BY number DESC LIMIT 1",
    );
    let foreign = admin("SELECT replica FROM tinhgon.replica WHERE agency = 'BTC'");
    let (replica, number): (Vec<u8>, i64) = (own[0].get(0), own[0].get(1));
    let (head, body): (Vec<u8>, Vec<u8>) = (own[0].get(2), own[0].get(3));
    let hash = |before: &[u8], body: &[u8]| {
        let both = [before, body].concat();
        server.admin("tinhgon").query_one("SELECT sha256($1::bytea)", &[&both]).unwrap().get::<_, Vec<u8>>(0)
    };
    // The next change, made of the last: its number counted on.
    let mut next = body.clone();
    next[20..28].copy_from_slice(&(number + 1).to_be_bytes());
    let good = hash(&head, &next);
    let append = |login: &str, replica: &[u8], first: i64, hashes: &[&[u8]], bodies: &[&[u8]]| {
        let mut client = server.client(login, "tinhgon");
        let done = client.query_one("SELECT tinhgon.append($1, $2, $3, $4)", &[&replica, &first, &hashes, &bodies]);
        match done {
            Ok(row) => row.get::<_, i64>(0).to_string(),
            Err(error) => error.code().map(|code| code.code().to_owned()).unwrap(),
        }
    };
    let foreign: Vec<u8> = foreign[0].get(0);
    assert_eq!(append("lan", &foreign, 1, &[&good], &[&next]), "TG002", "a data file of another agency");
    assert_eq!(append("lan", &replica, number + 2, &[&good], &[&next]), "TG003", "a gap");
    let mut other = body.clone();
    *other.last_mut().unwrap() ^= 1;
    let before = admin("SELECT hash FROM tinhgon.change WHERE agency = 'BCA' ORDER BY number DESC OFFSET 1 LIMIT 1");
    let before: Vec<u8> = before[0].get(0);
    assert_eq!(append("lan", &replica, number, &[&hash(&before, &other)], &[&other]), "TG005", "a fork");
    assert_eq!(append("lan", &replica, number + 1, &[&head], &[&next]), "TG004", "an altered chain");
    assert_eq!(append("lan", &replica, number + 1, &[&hash(&head, b"xx")], &[b"xx"]), "TG006", "no change");
    assert_eq!(append("lan", &replica, number + 1, &[&hash(&head, &body)], &[&body]), "TG006", "another number within");
    let mut lie = next.clone();
    let at = lie.windows(3).position(|three| three == b"BCA").unwrap();
    lie[at..at + 3].copy_from_slice(b"BTC");
    assert_eq!(append("lan", &replica, number + 1, &[&hash(&head, &lie)], &[&lie]), "TG007", "another agency within");
    assert_eq!(append("lan", &replica, number + 1, &[], &[]), "TG006", "nothing");
    assert_eq!(append("lan", &replica, number + 1, &[&good, &good], &[&next]), "TG006", "more hashes than changes");
    let count = changes(&server).len();
    assert_eq!(append("lan", &replica, number, &[&head, &good], &[&body, &next]), "1", "what is known is skipped");
    assert_eq!(append("lan", &replica, number, &[&head, &good], &[&body, &next]), "0", "and again");
    assert_eq!(changes(&server).len(), count + 1);
    // Not even the owner has a right to alter a change.
    let mut owner = server.admin("tinhgon");
    owner.batch_execute("GRANT tinhgon_owner TO minh; ALTER ROLE minh NOSUPERUSER").unwrap();
    let mut owner = server.client("minh", "tinhgon");
    owner.batch_execute("SET ROLE tinhgon_owner").unwrap();
    assert_eq!(owner.execute("DELETE FROM tinhgon.change", &[]).unwrap(), 0);
    assert_eq!(owner.execute("UPDATE tinhgon.change SET body = ''", &[]).unwrap(), 0);
    // Which is one of the traps that are looked for.
    let status = minh.run(&["hub", "status", "--format", "json"]).ended(1).json();
    assert_eq!(status["traps"], json!([{ "name": "minh", "reason": "owner" }]));
}

#[test]
fn traps_in_the_catalogue_of_the_server_are_named() {
    let Some(server) = Postgres::start() else { return };
    set_up(&server, &["lan=BCA", "trung-tam=BTP*"]);
    let lan = joined(&server, "lan");
    let mut admin = server.admin("tinhgon");
    for (trap, reason) in [
        ("GRANT INSERT ON tinhgon.change TO PUBLIC", "write"),
        ("ALTER TABLE tinhgon.change NO FORCE ROW LEVEL SECURITY", "row_security"),
        ("ALTER VIEW tinhgon_rollup.regulation SET (security_invoker = false)", "view"),
        ("CREATE POLICY open ON tinhgon.change USING (agency = current_setting('tinhgon.agency', true))", "policy"),
        ("GRANT EXECUTE ON FUNCTION tinhgon.append(bytea, bigint, bytea[], bytea[]) TO PUBLIC", "function"),
        ("ALTER ROLE tinhgon_owner LOGIN", "owner"),
        ("ALTER ROLE lan BYPASSRLS", "superuser"),
        ("ALTER ROLE \"trung-tam\" BYPASSRLS", "member_superuser"),
        (
            "CREATE FUNCTION public.hm() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; \
             CREATE TRIGGER hm BEFORE INSERT ON tinhgon.change FOR EACH ROW EXECUTE FUNCTION public.hm()",
            "trigger",
        ),
    ] {
        admin.batch_execute(trap).unwrap();
        let status = lan.run(&["hub", "status", "--format", "json"]).ended(1).json();
        let reasons: Vec<&Value> = status["traps"].as_array().unwrap().iter().map(|trap| &trap["reason"]).collect();
        assert_eq!(reasons, [reason], "{trap}");
        admin
            .batch_execute(
                "DROP POLICY IF EXISTS open ON tinhgon.change; ALTER ROLE tinhgon_owner NOLOGIN; \
                 ALTER ROLE lan NOBYPASSRLS; ALTER ROLE \"trung-tam\" NOBYPASSRLS; DROP TRIGGER IF EXISTS hm ON tinhgon.change; DROP FUNCTION IF EXISTS public.hm",
            )
            .unwrap();
        // To set it up once more mends the rest.
        set_up(&server, &[]);
        lan.run(&["hub", "status"]).ok();
    }
}

#[test]
fn twenty_officers_at_once_lose_nothing() {
    let Some(server) = Postgres::start() else { return };
    let names: Vec<&'static str> = (0..20).map(|at| &*Box::leak(format!("can-bo-{at}").into_boxed_str())).collect();
    let members: Vec<String> = names.iter().map(|name| format!("{name}=BCA")).collect();
    set_up(&server, &members.iter().map(String::as_str).collect::<Vec<_>>());
    let officers: Vec<Officer> = names.iter().map(|name| joined(&server, name)).collect();
    std::thread::scope(|scope| {
        for (at, officer) in officers.iter().enumerate() {
            scope.spawn(move || {
                for turn in 0..3 {
                    let minutes = format!("minutes={}", 100 + 10 * at + turn);
                    officer.run(&["cost", "set", "1.001193", "a1", &minutes]).ok();
                    officer.run(&["hub", "push"]).ok();
                }
            });
        }
    });
    sound(&server);
    // Each handed over its catalogue and three figures.
    assert_eq!(changes(&server).len(), 20 * 4);
    let two = [&officers[3], &officers[17]];
    settle(&two);
    let conflicts = two[0].json(&["hub", "conflicts"]);
    assert_eq!(conflicts["rows"].as_array().unwrap().len(), 20, "every figure is kept");
}

#[test]
fn a_client_that_is_killed_and_a_server_that_stops_lose_nothing() {
    let Some(mut server) = Postgres::start() else { return };
    set_up(&server, &["lan=BCA", "trung-tam=BTP*"]);
    let [lan, centre] = ["lan", "trung-tam"].map(|name| joined(&server, name));
    for turn in 0..12 {
        lan.run(&["cost", "set", "1.001193", "a1", &format!("minutes={}", 40 + turn)]).ok();
        let mut child = lan.home.command(&["hub", "sync"]).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(5 * turn));
        child.kill().unwrap();
        child.wait().unwrap();
        if turn % 4 == 3 {
            // With the server gone the work goes on, and the program says so.
            server.stop();
            lan.run(&["cost", "set", "1.001193", "a1", &format!("minutes={}", 60 + turn)]).ok();
            lan.run(&["hub", "sync"]).refused(5, "127.0.0.1");
            server.go_on();
        }
    }
    settle(&[&lan, &centre]);
    sound(&server);
    assert_eq!(centre.minutes("1.001193", "a1"), "71");
}

/// Stands between a client and the server, and once cuts the line when the server answers to an `append`.
fn cutting(port: u16) -> (u16, Arc<AtomicBool>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let own = listener.local_addr().unwrap().port();
    let done = Arc::new(AtomicBool::new(false));
    let was_cut = done.clone();
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let (client, server) = (client.unwrap(), TcpStream::connect(("127.0.0.1", port)).unwrap());
            let asked = Arc::new(AtomicBool::new(false));
            let (mut from, mut to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            let seen = asked.clone();
            std::thread::spawn(move || {
                let mut buffer = [0; 65536];
                while let Ok(count @ 1..) = from.read(&mut buffer) {
                    // The bodies of changes begin with their form.
                    if buffer[..count].windows(4).any(|four| four == b"tgc1") {
                        seen.store(true, Ordering::SeqCst);
                    }
                    if to.write_all(&buffer[..count]).is_err() {
                        break;
                    }
                }
                let _ = to.shutdown(Shutdown::Both);
            });
            let (mut from, mut to, done) = (server, client, done.clone());
            std::thread::spawn(move || {
                let mut buffer = [0; 65536];
                while let Ok(count @ 1..) = from.read(&mut buffer) {
                    if asked.load(Ordering::SeqCst) && !done.swap(true, Ordering::SeqCst) {
                        // The answer of COMMIT never comes.
                        break;
                    }
                    if to.write_all(&buffer[..count]).is_err() {
                        break;
                    }
                }
                let _ = to.shutdown(Shutdown::Both);
            });
        }
    });
    (own, was_cut)
}

#[test]
fn a_line_that_is_cut_after_the_commit_sends_nothing_twice() {
    let Some(server) = Postgres::start() else { return };
    set_up(&server, &["lan=BCA"]);
    let lan = joined(&server, "lan");
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    let (port, was_cut) = cutting(server.port());
    let through = server.address("lan").replace(&server.port().to_string(), &port.to_string());
    let synced = lan.json(&["hub", "sync", "--to", &through]);
    assert!(was_cut.load(Ordering::SeqCst), "the line was cut");
    assert_eq!(synced["sent"], 2);
    sound(&server);
    assert_eq!(changes(&server).len(), 2);
    assert_eq!(lan.sync()["sent"], 0);
}

#[test]
fn a_server_restored_from_yesterday_is_found_said_and_mended() {
    let Some(server) = Postgres::start() else { return };
    set_up(&server, &["lan=BCA", "minh=BCA"]);
    let [lan, minh] = ["lan", "minh"].map(|name| joined(&server, name));
    settle(&[&lan, &minh]);
    server.admin("postgres").batch_execute("CREATE DATABASE yesterday TEMPLATE tinhgon").unwrap();
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=32"]).ok();
    settle(&[&lan, &minh]);
    let mut admin = server.admin("postgres");
    admin.batch_execute("DROP DATABASE tinhgon WITH (FORCE)").unwrap();
    admin.batch_execute("ALTER DATABASE yesterday RENAME TO tinhgon").unwrap();
    let synced = lan.run(&["hub", "sync"]).ok();
    assert!(synced.err.contains("2"), "{}", synced.err);
    settle(&[&lan, &minh]);
    sound(&server);
    assert_eq!(minh.minutes("1.001193", "a1"), "32");
    // Said once, not for ever.
    assert_eq!(lan.sync()["sent_again"], 0);
}

#[test]
fn passwords_come_from_where_they_are_safe_and_are_never_shown() {
    let Some(server) = Postgres::with("scram-sha-256", &[]) else { return };
    let address = server.address("postgres");
    let home = Home::bare();
    home.run(&["hub", "setup", "--to", &address]).refused(3, "PGPASSWORD");
    let wrong = home.run_with(("PGPASSWORD", "sai-be-bet"), &["-vv", "hub", "setup", "--to", &address]).refused(3, "");
    assert!(!wrong.err.contains("sai-be-bet"), "{}", wrong.err);
    home.run_with(("PGPASSWORD", "quan-tri"), &["hub", "setup", "--to", &address, "--member", "lan=BCA"]).ok();
    server.admin("tinhgon").batch_execute("ALTER ROLE lan PASSWORD 'của lan: 1'").unwrap();
    let lan = Officer::new("lan");
    lan.home.write(".pgpass", &format!("127.0.0.1:{}:*:lan:của lan\\: 1\n", server.port()));
    let file = lan.home.path(".pgpass");
    let closed = |mode| {
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
    };
    closed(0o644);
    lan.run(&["hub", "join", "--to", &server.address("lan")]).refused(3, "chmod 600");
    closed(0o600);
    lan.run(&["hub", "join", "--to", &server.address("lan")]).ok();
    lan.sync();
    let with = server.address("lan").replace("lan@", "lan:bi-mat@");
    let refused = lan.run(&["hub", "sync", "--to", &with]).refused(2, ".pgpass");
    assert!(!refused.err.contains("bi-mat"), "{}", refused.err);
    let kept = std::fs::read(lan.home.database()).unwrap();
    assert!(!kept.windows(8).any(|bytes| bytes == "của lan".as_bytes()), "no password in the data file");
}

#[test]
fn a_server_that_cannot_prove_who_it_is_gets_nothing() {
    let keys = Home::bare();
    let made = std::process::Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3", "-subj", "/CN=127.0.0.1"])
        .args(["-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE"])
        .arg("-keyout")
        .arg(keys.path("key"))
        .arg("-out")
        .arg(keys.path("cert"))
        .output();
    if !made.is_ok_and(|made| made.status.success()) {
        let _ = writeln!(std::io::stderr(), "SKIPPED: no openssl is here, so the encrypted line is not tested");
        return;
    }
    let (cert, key) = (keys.text("cert"), keys.text("key"));
    let Some(mut server) = Postgres::start() else { return };
    server.secure(&cert, &key);
    set_up(&server, &["lan=BCA"]);
    let lan = Officer::new("lan");
    let address = |query: &str| format!("{}?{query}", server.address("lan"));
    lan.home.write("ca.pem", &cert);
    lan.run(&["hub", "join", "--to", &address("sslmode=verify-full")]).refused(3, "sslrootcert");
    lan.home.write("khac.pem", "không phải chứng thư\n");
    lan.run(&["hub", "join", "--to", &address("sslrootcert=khac.pem&sslmode=verify-full")]).refused(3, "");
    lan.run(&["hub", "join", "--to", &address("sslrootcert=ca.pem&sslmode=verify-full")]).ok();
    assert_eq!(lan.sync()["sent"], 1);
    let seen =
        "SELECT count(*) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.application_name = 'tinhgon'";
    server.admin("tinhgon").query(seen, &[]).unwrap();
    // A name that is not in the certificate.
    let other = address("sslrootcert=ca.pem&sslmode=verify-full").replace("127.0.0.1", "localhost");
    lan.run(&["hub", "sync", "--to", &other]).refused(3, "localhost");
}

#[test]
fn the_centre_adds_up_publishes_and_proves_it() {
    let Some(server) = Postgres::start() else { return };
    set_up(&server, &["lan=BCA", "hoa=BTC", "trung-tam=BTP*"]);
    let [lan, hoa, centre] = ["lan", "hoa", "trung-tam"].map(|name| joined(&server, name));
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    hoa.run(&["cost", "set", "1.004222", "a1", "minutes=21"]).ok();
    [&lan, &hoa].iter().for_each(|officer| drop(officer.sync()));
    centre.run(&["hub", "rollup", "--verify"]).refused(6, "--publish");
    let rollup = centre.json(&["hub", "rollup", "--publish"]);
    let hash = rollup["published"].as_str().unwrap().to_owned();
    let agencies = rollup["agencies"].as_array().unwrap();
    let of =
        |code: &str| agencies.iter().find(|row| row["agency"] == code).unwrap_or_else(|| panic!("{code}: {rollup}"));
    assert_eq!((&of("BCA")["files"], &of("BTC")["files"], &of("BTP")["files"]), (&json!(1), &json!(1), &json!(1)));
    // The same figures as the command has them, by agency.
    let told = centre.json(&["progress", "--by", "agency"]);
    assert_eq!(rollup["progress"], told["rows"]);
    let verified = centre.json(&["hub", "rollup", "--verify"]);
    assert_eq!((&verified["holds"], &verified["hash"]), (&json!(true), &json!(hash)));
    // The rows that the server has are those of the data file, and a BI tool reads them by plain views.
    let mut admin = server.admin("tinhgon");
    let minutes = "SELECT minutes FROM tinhgon_rollup.activity WHERE regulation = '1.001193' AND id = 'a1'";
    assert_eq!(admin.query_one(minutes, &[]).unwrap().get::<_, String>(0), "31");
    let count = "SELECT count(*) FROM tinhgon_rollup.regulation";
    let regulations = centre.json(&["list", "regulation"])["rows"].as_array().unwrap().len();
    assert_eq!(admin.query_one(count, &[]).unwrap().get::<_, i64>(0), regulations as i64);
    // The questions that are printed as examples.
    let page = std::fs::read_to_string(crate::home::package("docs/hub.md")).unwrap();
    let examples = page.split("```sql").nth(1).unwrap().split("```").next().unwrap();
    let answers: Vec<usize> = examples
        .split(";\n")
        .filter(|one| !one.trim().is_empty())
        .map(|one| admin.query(one, &[]).unwrap().len())
        .collect();
    assert!(answers.len() == 3 && answers.iter().all(|count| *count > 0), "{answers:?}");
    // Whoever is of an agency sees the rows of that agency; nobody but the centre publishes.
    let seen = "SELECT DISTINCT of_agency FROM tinhgon_rollup.regulation";
    let mut client = server.client("lan", "tinhgon");
    let seen: Vec<String> = client.query(seen, &[]).unwrap().iter().map(|row| row.get(0)).collect();
    assert_eq!(seen, ["BCA"]);
    lan.run(&["hub", "rollup", "--publish"]).refused(3, "--centre");
    // A figure or a row that was altered behind its back is found and named.
    admin.batch_execute("UPDATE tinhgon.line SET columns = replace(columns::text, '\"31\"', '\"1\"')::json WHERE place = 'activity'").unwrap();
    let verified = centre.run(&["hub", "rollup", "--verify", "--format", "json"]).ended(1).json();
    assert_eq!((&verified["holds"], &verified["hash_here"]), (&json!(false), &json!(hash)));
    assert_ne!(verified["hash_there"], json!(hash));
    centre.run(&["hub", "rollup", "--publish"]).ok();
    admin.batch_execute("UPDATE tinhgon.figure SET columns = '{}' WHERE name IN (SELECT min(name) FROM tinhgon.figure) AND agency = ''").unwrap();
    let verified = centre.run(&["hub", "rollup", "--verify", "--format", "json"]).ended(1).json();
    assert_eq!(verified["figures"].as_array().unwrap().len(), 1, "{verified}");
    // Later changes do not make what was published wrong: it stands for the changes that it names.
    centre.run(&["hub", "rollup", "--publish"]).ok();
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=32"]).ok();
    lan.sync();
    centre.run(&["hub", "rollup", "--verify"]).ok();
}

#[test]
fn changes_of_a_later_version_are_kept_back_not_lost() {
    let Some(server) = Postgres::start() else { return };
    set_up(&server, &["lan=BCA", "minh=BCA"]);
    let [lan, minh] = ["lan", "minh"].map(|name| joined(&server, name));
    settle(&[&lan, &minh]);
    server.admin("tinhgon").batch_execute("UPDATE tinhgon.about SET version = 2").unwrap();
    lan.run(&["hub", "sync"]).refused(4, "tinhgon");
    server.admin("tinhgon").batch_execute("UPDATE tinhgon.about SET version = 0").unwrap();
    lan.run(&["hub", "sync"]).refused(4, "hub setup");
    set_up(&server, &[]);
    lan.sync();
    // A change in a form that this version does not know: nothing of it comes in, the rest does.
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    lan.sync();
    let last = "(SELECT max(number) FROM tinhgon.change c WHERE c.replica = change.replica)";
    server
        .admin("tinhgon")
        .batch_execute(&format!(
            "UPDATE tinhgon.change SET body = set_byte(body, 3, ascii('2')) WHERE number > 1 AND number = {last}"
        ))
        .unwrap();
    let pulled = minh.run(&["hub", "pull", "--format", "json"]).ended(1).json();
    assert_eq!((&pulled["received"], &pulled["refused"][0]["reason"]), (&json!(0), &json!("newer")));
}
