//! Import of many records: whether the time that a record takes grows with their number, and a list of a million rows against the `sqlite3`
//! shell doing the plain part of it (`.import` of the same file and the same kind of index), with the peak of memory of both.

use super::race::{Figure, shell, sqlite3, tinhgon};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// How many records: each size is measured against the first.
const SIZES: [usize; 3] = [1_000, 4_000, 16_000];

const MILLION: usize = 1_000_000;

/// Records as the portal lists them in full, one a line.
fn records(path: &Path, count: usize) {
    let mut text = String::new();
    for n in 0..count {
        let base = 10 + n % 80;
        writeln!(
            text,
            r#"{{"ma_thu_tuc":"9.{n:06}","ten_thu_tuc":"Thủ tục cấp giấy phép loại {n}","so_quyet_dinh":"{base}/QĐ-BTP","cap_thuc_hien":"Cấp tỉnh","linh_vuc":"Lĩnh vực {base}","doi_tuong_thuc_hien":"Công dân Việt Nam, Doanh nghiệp","trinh_tu_thuc_hien":"Bước 1: nộp hồ sơ số {n} tại bộ phận một cửa. Bước 2: cơ quan kiểm tra hồ sơ trong {base} ngày. Bước 3: nhận kết quả.","cach_thuc_thuc_hien":"","thanh_phan_ho_so":"","can_cu_phap_ly":"","yeu_cau_dieu_kien":"Có đủ {base} điều kiện theo quy định."}}"#
        )
        .expect("writes");
    }
    std::fs::write(path, text).expect("a file of records");
}

/// Time per record of each size beside that of the first.
pub fn growth(folder: &Path) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut first = Duration::ZERO;
    for count in SIZES {
        let (file, own) = (folder.join(format!("{count}.jsonl")), folder.join(format!("{count}.db")));
        records(&file, count);
        let empty = folder.join("empty-many.db");
        if !empty.exists() {
            assert!(tinhgon(&empty).args(["init", "--empty"]).status().expect("runs").success());
        }
        let once = || {
            fresh(&own);
            std::fs::copy(&empty, &own).expect("an empty workspace");
            let start = Instant::now();
            let (_, code) = peak(tinhgon(&own).args(["--quiet", "import"]).arg(&file).spawn().expect("runs"));
            assert!(code, "{count} records were not taken in");
            start.elapsed()
        };
        eprintln!("measuring: import of {count} records");
        let mut times = [once(), once(), once()];
        times.sort_unstable();
        let each = times[1] / u32::try_from(count).expect("small");
        if first.is_zero() {
            first = each;
        }
        figures.push(Figure {
            what: format!("import: a record of {count}"),
            tinhgon: each,
            alternative: first,
            against: format!("a record of {}", SIZES[0]),
            aim: "≤ 1,15×",
        });
    }
    figures
}

/// A million rows of a list.
pub fn million(folder: &Path) -> Option<Figure> {
    if !sqlite3("import of a million rows") {
        return None;
    }
    let file = folder.join("million.csv");
    {
        let mut out = std::io::BufWriter::new(std::fs::File::create(&file).expect("a file"));
        writeln!(out, "Mã số,Tên,Cơ quan ban hành,Cơ quan thực hiện,Lĩnh vực").expect("writes");
        for n in 0..MILLION {
            writeln!(out, "9.{n:06},Thủ tục cấp giấy phép số {n},Bộ Tài chính,Cục Thuế,Thuế").expect("writes");
        }
    }
    let (own, plain) = (folder.join("million.db"), folder.join("million-plain.db"));
    assert!(tinhgon(&own).args(["--quiet", "init"]).status().expect("runs").success());
    eprintln!("measuring: import of a list of {MILLION} rows");
    let start = Instant::now();
    let child = tinhgon(&own).args(["--quiet", "import"]).arg(&file).stdout(Stdio::null()).spawn().expect("runs");
    let (own_peak, code) = peak(child);
    let own_time = start.elapsed();
    assert!(code, "the list was not taken in");
    let script = format!(
        "PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\nCREATE TABLE record (code TEXT PRIMARY KEY, name, agency, office, field) WITHOUT ROWID;\n\
         .import --csv --skip 1 \"{}\" record\n\
         CREATE VIRTUAL TABLE record_index USING fts5 (title, body, content = '', tokenize = 'unicode61');\n\
         INSERT INTO record_index (title, body) SELECT code || ' ' || name, agency || char(10) || office || char(10) || field FROM record;\n",
        file.display()
    );
    let start = Instant::now();
    let mut child = shell().arg(&plain).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("sqlite3 runs");
    child.stdin.take().expect("its input").write_all(script.as_bytes()).expect("takes the script");
    let (plain_peak, code) = peak(child);
    assert!(code, "sqlite3 refused the script");
    let mib = |kib: u64| kib >> 10;
    Some(Figure {
        what: format!("import of a list of {MILLION} rows, {} MiB at most", mib(own_peak)),
        tinhgon: own_time,
        alternative: start.elapsed(),
        against: format!("`sqlite3 .import` and the same index, {} MiB at most", mib(plain_peak)),
        aim: "",
    })
}

/// Waits for a program; gives the most memory that it held, in KiB (0 where the system does not tell), and whether it ended well.
fn peak(mut child: Child) -> (u64, bool) {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let held = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0);
        most = most.max(held);
        if let Some(ended) = child.try_wait().expect("can be waited for") {
            return (most, ended.success());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn fresh(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}
