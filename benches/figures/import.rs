//! Import of public records with the search index, against the `sqlite3` shell doing the plain part of it: the same files, a
//! line a row, the fields into one table, the same texts into the same kind of index. The shell takes nothing apart, resolves no
//! agency, cites no instrument and keeps no journal.

use super::race::{Figure, race, run, shell, sqlite3, tinhgon};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const FILES: [&str; 3] = ["bo-tu-phap.jsonl", "bo-cong-an.jsonl", "bo-tai-chinh.jsonl"];

/// The fields of a record, the code and the name first.
const FIELDS: [&str; 21] = [
    "ma_thu_tuc",
    "ten_thu_tuc",
    "so_quyet_dinh",
    "linh_vuc",
    "cap_thuc_hien",
    "loai_thu_tuc",
    "doi_tuong_thuc_hien",
    "co_quan_co_tham_quyen",
    "co_quan_thuc_hien",
    "co_quan_phoi_hop",
    "co_quan_duoc_uy_quyen",
    "dia_chi_tiep_nhan",
    "trinh_tu_thuc_hien",
    "cach_thuc_thuc_hien",
    "thanh_phan_ho_so",
    "can_cu_phap_ly",
    "yeu_cau_dieu_kien",
    "ket_qua_xu_ly",
    "thu_tuc_lien_quan",
    "formality_id",
    "detail_url",
];

/// How many of the fields are searched; those after them are ids and addresses.
const SEARCHED: usize = 18;

pub fn measure(folder: &Path) -> Option<Figure> {
    let shared = std::env::var_os("TINHGON_SHARED").map(PathBuf::from);
    let shared = shared.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").into());
    let files: Vec<PathBuf> = FILES.iter().map(|name| shared.join("data/procedures").join(name)).collect();
    if let Some(missing) = files.iter().find(|file| !file.is_file()) {
        eprintln!("SKIPPED: import: there is no {}", missing.display());
        return None;
    }
    if !sqlite3("import") {
        return None;
    }
    let (empty, own, plain) = (folder.join("empty.db"), folder.join("own.db"), folder.join("plain.db"));
    run(tinhgon(&empty).arg("init"));
    let script = script(&files);
    let figure = race(
        "import of the records of three ministries, searchable",
        ("`sqlite3`: lines, `json_extract`, FTS5", ""),
        3,
        || {
            fresh(&own);
            std::fs::copy(&empty, &own).expect("a workspace with the shipped catalogue");
            run(tinhgon(&own).arg("--quiet").arg("import").args(&files));
        },
        || {
            fresh(&plain);
            let mut child =
                shell().arg(&plain).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("sqlite3 runs");
            child.stdin.take().expect("its input").write_all(script.as_bytes()).expect("takes the script");
            assert!(child.wait().expect("sqlite3 ends").success(), "sqlite3 refused the script");
        },
    );
    // Both must have done the work, or the figure says nothing.
    let count = |file: &Path, sql: &str| -> i64 {
        let conn = rusqlite::Connection::open(file).expect("opens");
        conn.query_row(sql, [], |row| row.get(0)).expect("counts")
    };
    let records = count(&plain, "SELECT count(DISTINCT code) FROM record");
    assert_eq!(count(&plain, "SELECT count(*) FROM record_index WHERE record_index MATCH 'khai'").min(1), 1);
    let procedures = count(&own, "SELECT count(*) FROM procedure");
    assert!(procedures >= records, "{procedures} procedures of {records} records");
    eprintln!("{procedures} procedures, {records} records");
    Some(Figure { what: format!("import of {records} records, searchable"), ..figure })
}

/// What the shell is to do, as careful with the disk as a workspace is.
fn script(files: &[PathBuf]) -> String {
    let mut script = String::from(
        ".mode ascii\n.separator \"\\037\" \"\\n\"\nPRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\n\
         CREATE TEMP TABLE line (json TEXT);\nBEGIN;\n",
    );
    for file in files {
        script += &format!(".import --schema temp \"{}\" line\n", file.display());
    }
    let columns: Vec<String> = FIELDS
        .iter()
        .enumerate()
        .map(|(at, field)| {
            let name = if at == 0 { "code" } else { field };
            format!("json_extract(json, '$.{field}') AS {name}")
        })
        .collect();
    let texts: Vec<String> = FIELDS[2..SEARCHED].iter().map(|field| format!("coalesce({field}, '')")).collect();
    script += &format!(
        "CREATE TABLE record AS SELECT {} FROM temp.line;
         CREATE VIRTUAL TABLE record_index USING fts5 (title, body, content = '', tokenize = 'unicode61');
         INSERT INTO record_index (rowid, title, body) SELECT rowid, code || ' ' || ten_thu_tuc, {} FROM record;
         COMMIT;\n",
        columns.join(", "),
        texts.join(" || char(10) || "),
    );
    script
}

fn fresh(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}
