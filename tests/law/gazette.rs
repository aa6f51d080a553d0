//! Orders of amending instruments of the gazette, labelled by reading before the engine was asked: where, what, on which place of which
//! instrument. Addresses and kinds only. The ten instruments are those of at most 500 lines among a seeded draw of fourteen.

use crate::shared;
use std::collections::BTreeMap;
use tinhgon::exchange::legal_text;
use tinhgon::law::{Document, amend};

/// Source, kind, place, instrument. A kind `review` can only be for a person.
type Row = (&'static str, &'static str, &'static str, &'static str);

const LABELLED: &[(&str, &[Row])] = &[
    ("thong-tu-so-18-2021", &[("khoản 2 Điều 10", "repeal", "", "54/2015/TT-BLĐTBXH")]),
    (
        "thong-tu-so-04-2023",
        &[
            ("khoản 1 Điều 1", "replace", "Điều 7", "12/2017/TT-BLĐTBXH"),
            ("khoản 2 Điều 1", "replace", "Điều 8", "12/2017/TT-BLĐTBXH"),
            ("khoản 3 Điều 1", "replace", "Điều 9", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "tên Điều 6", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "khoản 3 Điều 6", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "điểm a khoản 4 Điều 10", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "điểm b khoản 4 Điều 11", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "khoản 1 Điều 12", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "khoản 2 Điều 12", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "khoản 1 Điều 13", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "khoản 2 Điều 13", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "Điều 14", "12/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace-phrase", "khoản 1 Điều 15", "12/2017/TT-BLĐTBXH"),
        ],
    ),
    ("thong-tu-so-02-2023-tt-bldtbxh", &[("Điều 1", "replace", "Điều 1", "09/2022/TT-BLĐTBXH")]),
    ("thong-tu-so-07-2022", &[]),
    (
        "thong-tu-so-18-2022",
        &[
            // The list of its Phụ lục I, read line by line; that of Phụ lục II names parts.
            ("khoản 1 Điều 1", "repeal", "", "28/2005/TT-LĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "12/2007/TT-LĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "37/2009/TT-LĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "03/2011/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "17/2015/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "23/2014/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "07/2015/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "16/2015/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "40/2016/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "44/2016/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "58/2015/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "23/2016/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "42/2016/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "18/2017/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "32/2017/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "35/2018/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "24/TT-LB"),
            ("khoản 1 Điều 1", "repeal", "", "08/2007/TTLT-BLĐTBXH-BTP"),
            ("khoản 1 Điều 1", "repeal", "", "16/2007/TTLT-BLĐTBXH-BTC"),
            ("khoản 1 Điều 1", "repeal", "", "11/2008/TTLT-BLĐTBXH-BTC"),
            ("khoản 1 Điều 1", "repeal", "", "32/2013/TTLT-BLĐTBXH-BNG"),
            ("khoản 1 Điều 1", "repeal", "", "02/2016/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "17/2016/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "14/2018/TT-BLĐTXH"),
            ("khoản 1 Điều 1", "repeal", "", "16/2014/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "36/2015/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "28/2013/TTLT-BLĐTBXH-BQP"),
            ("khoản 1 Điều 1", "repeal", "", "13/2014/TTLT-BLĐTBXH-BTC"),
            ("khoản 1 Điều 1", "repeal", "", "21/2010/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "34/2014/TT-BLĐTBXH"),
            ("khoản 1 Điều 1", "repeal", "", "41/2010/TTLT-BLĐTBXH-BYT"),
            ("khoản 2 Điều 1", "review", "", ""),
        ],
    ),
    (
        "thong-tu-so-28-2022",
        &[
            ("khoản 1 Điều 1", "replace", "Điều 1", "06/2017/TT-BLĐTBXH"),
            ("khoản 2 Điều 1", "replace", "khoản 2 Điều 2", "06/2017/TT-BLĐTBXH"),
            ("khoản 3 Điều 1", "replace", "Điều 3", "06/2017/TT-BLĐTBXH"),
            ("khoản 4 Điều 1", "replace", "Điều 4", "06/2017/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "replace", "Điều 5", "06/2017/TT-BLĐTBXH"),
            ("điểm a khoản 6 Điều 1", "replace", "khoản 1 Điều 13", "06/2017/TT-BLĐTBXH"),
            ("điểm b khoản 6 Điều 1", "replace", "khoản 3 Điều 13", "06/2017/TT-BLĐTBXH"),
            ("điểm a khoản 7 Điều 1", "replace", "khoản 1 Điều 14", "06/2017/TT-BLĐTBXH"),
            ("điểm b khoản 7 Điều 1", "replace", "khoản 3 Điều 14", "06/2017/TT-BLĐTBXH"),
            ("điểm a khoản 8 Điều 1", "replace-heading", "tên Điều 15", "06/2017/TT-BLĐTBXH"),
            ("điểm b khoản 8 Điều 1", "replace", "khoản 1 Điều 15", "06/2017/TT-BLĐTBXH"),
            ("khoản 1 Điều 2", "replace", "Điều 1", "07/2017/TT-BLĐTBXH"),
            ("khoản 2 Điều 2", "replace", "Điều 2", "07/2017/TT-BLĐTBXH"),
            ("khoản 3 Điều 2", "replace", "khoản 12 Điều 3", "07/2017/TT-BLĐTBXH"),
            ("điểm a khoản 4 Điều 2", "replace", "điểm b khoản 1 Điều 4", "07/2017/TT-BLĐTBXH"),
            ("điểm b khoản 4 Điều 2", "replace", "khoản 2 Điều 4", "07/2017/TT-BLĐTBXH"),
            ("điểm a khoản 5 Điều 2", "replace", "khoản 1 Điều 5", "07/2017/TT-BLĐTBXH"),
            ("điểm b khoản 5 Điều 2", "replace", "khoản 4 Điều 5", "07/2017/TT-BLĐTBXH"),
            ("điểm b khoản 5 Điều 2", "replace", "khoản 5 Điều 5", "07/2017/TT-BLĐTBXH"),
            ("khoản 6 Điều 2", "replace", "khoản 10 Điều 6", "07/2017/TT-BLĐTBXH"),
            ("điểm a khoản 7 Điều 2", "replace", "điểm d khoản 1 Điều 7", "07/2017/TT-BLĐTBXH"),
            ("điểm b khoản 7 Điều 2", "replace", "khoản 2 Điều 7", "07/2017/TT-BLĐTBXH"),
            ("khoản 8 Điều 2", "replace", "Điều 8", "07/2017/TT-BLĐTBXH"),
            ("điểm a khoản 9 Điều 2", "replace", "khoản 1 Điều 9", "07/2017/TT-BLĐTBXH"),
            ("điểm b khoản 9 Điều 2", "replace", "khoản 3 Điều 9", "07/2017/TT-BLĐTBXH"),
            ("điểm a khoản 10 Điều 2", "replace", "khoản 1 Điều 10", "07/2017/TT-BLĐTBXH"),
            ("điểm b khoản 10 Điều 2", "replace", "khoản 3 Điều 10", "07/2017/TT-BLĐTBXH"),
            ("khoản 11 Điều 2", "replace", "Điều 11", "07/2017/TT-BLĐTBXH"),
            ("khoản 12 Điều 2", "replace", "Điều 13", "07/2017/TT-BLĐTBXH"),
            ("khoản 13 Điều 2", "replace", "khoản 2 Điều 14", "07/2017/TT-BLĐTBXH"),
            ("điểm a khoản 14 Điều 2", "replace-heading", "tên Điều 15", "07/2017/TT-BLĐTBXH"),
            ("điểm b khoản 14 Điều 2", "replace", "khoản 1 Điều 15", "07/2017/TT-BLĐTBXH"),
            ("khoản 2 Điều 3", "repeal", "khoản 3 Điều 12", "06/2017/TT-BLĐTBXH"),
            ("khoản 2 Điều 3", "repeal", "khoản 4 Điều 12", "06/2017/TT-BLĐTBXH"),
            ("khoản 2 Điều 3", "repeal", "khoản 1 Điều 3", "34/2018/TT-BLĐTBXH"),
        ],
    ),
    (
        "thong-tu-so-95-2025",
        &[
            ("khoản 1 Điều 1", "replace", "khoản 1 Điều 1", "44/2022/TT-BTC"),
            ("khoản 2 Điều 1", "replace", "Điều 3", "44/2022/TT-BTC"),
            ("điểm a khoản 3 Điều 1", "replace", "khoản 1 Điều 7", "44/2022/TT-BTC"),
            ("điểm b khoản 3 Điều 1", "replace", "điểm đ khoản 2 Điều 7", "44/2022/TT-BTC"),
            ("điểm b khoản 3 Điều 1", "replace", "điểm e khoản 2 Điều 7", "44/2022/TT-BTC"),
            ("điểm b khoản 3 Điều 1", "replace", "gạch đầu dòng thứ nhất điểm g khoản 2 Điều 7", "44/2022/TT-BTC"),
            ("điểm b khoản 3 Điều 1", "replace", "điểm h khoản 2 Điều 7", "44/2022/TT-BTC"),
            ("điểm a khoản 4 Điều 1", "replace-heading", "tên Điều 9", "44/2022/TT-BTC"),
            ("điểm b khoản 4 Điều 1", "replace", "khoản 2 Điều 9", "44/2022/TT-BTC"),
            ("khoản 5 Điều 1", "replace", "khoản 1 Điều 17", "44/2022/TT-BTC"),
            // One phrase of the whole instrument but for one place, and another phrase at one place.
            ("khoản 1 Điều 2", "review", "", ""),
            ("khoản 1 Điều 2", "replace-phrase", "khoản 3 Điều 8", "44/2022/TT-BTC"),
            ("khoản 2 Điều 2", "delete-phrase", "khoản 2 Điều 8", "44/2022/TT-BTC"),
            ("khoản 3 Điều 2", "repeal", "Điều 10", "44/2022/TT-BTC"),
            ("khoản 3 Điều 2", "repeal", "Điều 11", "44/2022/TT-BTC"),
            ("khoản 3 Điều 2", "repeal", "Điều 12", "44/2022/TT-BTC"),
            ("khoản 3 Điều 2", "repeal", "Điều 13", "44/2022/TT-BTC"),
            ("khoản 3 Điều 2", "repeal", "Điều 14", "44/2022/TT-BTC"),
        ],
    ),
    (
        "thong-tu-so-15-2024",
        &[
            ("khoản 1 Điều 1", "repeal", "", "08/2013/TT-BLĐTBXH"),
            ("khoản 2 Điều 1", "repeal", "", "30/2013/TT-BLĐTBXH"),
            ("khoản 3 Điều 1", "repeal", "", "19/2014/TT-BLĐTBXH"),
            ("khoản 4 Điều 1", "repeal", "", "27/2014/TT-BLĐTBXH"),
            ("khoản 5 Điều 1", "repeal", "", "23/2015/TT-BLĐTBXH"),
            ("khoản 6 Điều 1", "repeal", "", "29/2015/TT-BLĐTBXH"),
            ("khoản 7 Điều 1", "repeal", "", "35/2016/TT-BLĐTBXH"),
            ("khoản 8 Điều 1", "repeal", "", "17/2018/TT-BLĐTBXH"),
            ("khoản 9 Điều 1", "repeal", "", "20/2018/TT-BLĐTBXH"),
            ("khoản 10 Điều 1", "repeal", "", "01/2006/QĐ-BLĐTBXH"),
            ("khoản 11 Điều 1", "repeal", "", "28/2010/TTLT-BLĐTBXH-BNV"),
            ("khoản 12 Điều 1", "repeal", "", "43/2011/TTLT-BLĐTBXH-BYT"),
            ("khoản 13 Điều 1", "repeal", "", "01/2005/NQLT-BLĐTBXH-BCA-BVHTT-UBTWMTTQVN"),
            ("khoản 14 Điều 1", "repeal", "", "01/2008/NQLT-BLĐTBXH-BCA-BVHTTDL-UBTƯMTTQVN"),
        ],
    ),
    (
        "thong-tu-so-03-2021-tt-bnv",
        &[
            ("khoản 1 Điều 1", "replace", "điểm c khoản 1 Điều 1", "08/2013/TT-BNV"),
            ("khoản 2 Điều 1", "insert", "điểm b khoản 1 Điều 2", "08/2013/TT-BNV"),
            ("khoản 3 Điều 1", "insert", "điểm c khoản 1 Điều 2", "08/2013/TT-BNV"),
            // A criterion within a point, and points of an instrument of before the rules on form ("điểm 1.3").
            ("khoản 4 Điều 1", "review", "", ""),
            ("khoản 5 Điều 1", "replace", "khoản 3 Điều 2", "08/2013/TT-BNV"),
            ("khoản 6 Điều 1", "replace", "điểm d khoản 1 Điều 3", "08/2013/TT-BNV"),
            ("khoản 7 Điều 1", "replace", "điểm b khoản 3 Điều 4", "08/2013/TT-BNV"),
            ("khoản 7 Điều 1", "replace", "điểm c khoản 3 Điều 4", "08/2013/TT-BNV"),
            ("khoản 1 Điều 2", "review", "", ""),
            ("khoản 2 Điều 2", "review", "", ""),
            ("khoản 3 Điều 2", "insert-phrase", "", "04/2005/TT-BNV"),
        ],
    ),
    ("nghi-dinh-so-51-2025", &[("Điều 1", "replace", "điểm c khoản 5 Điều 8", "10/2022/NĐ-CP")]),
];

/// Twenty more: the first of the instruments of the gazette, but for those above and for consolidations, in which a line begins with an order
/// (`^(Điều N.|N.|x))? (Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm|Bỏ cụm|Bỏ từ)`), in the order of Python's `random.Random(2026).shuffle` over their sorted names.
const ORDERS: &str = include_str!("gazette_orders.tsv");

/// The labels of each instrument of [`ORDERS`], by the beginning of its file's name.
fn twenty() -> Vec<(&'static str, Vec<Row>)> {
    let mut all: Vec<(&str, Vec<Row>)> = Vec::new();
    for line in ORDERS.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, source, kind, place, instrument] = cells[..] else { panic!("{line}") };
        if all.last().is_none_or(|(last, _)| *last != name) {
            all.push((name, Vec::new()));
        }
        if kind != "none" {
            all.last_mut().unwrap().1.push((source, kind, place, instrument));
        }
    }
    all
}

/// How the orders of some instruments were read.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) orders: usize,
    pub(crate) right: usize,
    pub(crate) review: usize,
    /// Operations that are no labelled order.
    pub(crate) more: Vec<String>,
    pub(crate) silent: Vec<String>,
    pub(crate) wrong: Vec<String>,
}

/// Each of the labelled instruments, by the beginning of its file's name, with how its orders were read.
pub(crate) fn scores() -> Vec<(&'static str, Score)> {
    let first = LABELLED.iter().map(|(name, rows)| (*name, rows.to_vec()));
    first.chain(twenty()).map(|(name, rows)| (name, Score::of(&[(name, rows)]))).collect()
}

impl Score {
    fn of(labelled: &[(&str, Vec<Row>)]) -> Self {
        let files: Vec<_> = std::fs::read_dir(shared("gazette")).unwrap().map(|entry| entry.unwrap().path()).collect();
        let mut score = Self::default();
        for (name, rows) in labelled {
            let is = |path: &&std::path::PathBuf| {
                path.extension().is_some_and(|e| e == "txt")
                    && path.file_name().unwrap().to_string_lossy().starts_with(name)
            };
            let path = files.iter().find(is).unwrap_or_else(|| panic!("{name}"));
            score.add(name, rows, &amend::read(&Document::read(&legal_text::read(path).unwrap().text)));
        }
        score
    }

    fn add(&mut self, name: &str, rows: &[Row], amendment: &amend::Amendment) {
        let mut found: BTreeMap<(String, String, String, String), usize> = BTreeMap::new();
        for o in &amendment.operations {
            let place = if o.heading { format!("tên {}", o.place) } else { o.place.to_string() };
            let instrument = o.instrument.number.clone().unwrap_or_else(|| o.instrument.to_string());
            *found.entry((o.source.to_string(), o.action.name().to_owned(), place, instrument)).or_default() += 1;
        }
        self.orders += rows.len();
        for (source, kind, place, instrument) in rows {
            let key = [source, kind, place, instrument].map(|s| (*s).to_owned());
            let key = (key[0].clone(), key[1].clone(), key[2].clone(), key[3].clone());
            // A line for review is one of this order where it stands there, or aims at the place: a source whose labels run astray names it so.
            let aims = |(named, at): &(amend::Named, tinhgon::model::Address)| {
                named.number.as_deref() == Some(*instrument) && !at.is_whole() && at.to_string() == *place
            };
            let mut open = amendment.unresolved.iter();
            let reviewed = open.any(|u| u.source.to_string() == *source || u.targets.iter().any(aims));
            match found.get_mut(&key) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    self.right += 1;
                }
                _ if reviewed => {
                    self.review += 1;
                    if *kind != "review" {
                        println!("  for review {name}: {key:?}");
                    }
                }
                _ => self.silent.push(format!("{name}: {key:?}")),
            }
        }
        for ((source, kind, place, instrument), count) in found.into_iter().filter(|(_, count)| *count > 0) {
            let one = format!("{name}: {source} {kind} {place} @ {instrument} ({count})");
            if rows.iter().any(|(_, _, _, named)| *named == instrument) {
                self.more.push(one);
            } else {
                self.wrong.push(one);
            }
        }
    }

    fn tell(&self) {
        println!(
            "{} orders: {} right, {} for review, {} silent; {} operations more, {} aimed elsewhere",
            self.orders,
            self.right,
            self.review,
            self.silent.len(),
            self.more.len(),
            self.wrong.len()
        );
        for (what, lines) in [("silent", &self.silent), ("more", &self.more), ("aimed elsewhere", &self.wrong)] {
            lines.iter().for_each(|one| println!("  {what} {one}"));
        }
    }
}

/// None silent, none aimed at another instrument; the shares are told.
#[test]
#[ignore = "needs ../shared/data"]
fn labelled_orders_of_the_gazette_are_read_or_stand_for_review() {
    let labelled: Vec<(&str, Vec<Row>)> = LABELLED.iter().map(|(name, rows)| (*name, rows.to_vec())).collect();
    let score = Score::of(&labelled);
    score.tell();
    assert!(score.silent.is_empty() && score.wrong.is_empty());
    let (all, right) = (score.orders, score.right);
    assert!((right + score.review) * 100 >= all * 98 && right * 100 >= all * 90, "{right} of {all}");
}

/// The same of the twenty more.
#[test]
#[ignore = "needs ../shared/data"]
fn labelled_orders_of_twenty_more_are_read_or_stand_for_review() {
    let score = Score::of(&twenty());
    score.tell();
    assert!(score.silent.is_empty() && score.wrong.is_empty());
    let (all, right) = (score.orders, score.right);
    assert!((right + score.review) * 100 >= all * 98 && right * 100 >= all * 90, "{right} of {all}");
}

/// A PDF of the gazette says what its text says: the same orders, and the same Điều.
#[test]
#[ignore = "needs ../shared/data"]
fn pdfs_of_the_gazette_say_what_their_texts_say() {
    let pdfs: Vec<_> = std::fs::read_dir(shared("gazette/pdf")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(pdfs.len(), 22);
    for pdf in pdfs {
        let text = shared("gazette").join(pdf.file_stem().unwrap()).with_extension("txt");
        let said = |path: &std::path::Path| {
            let read = legal_text::read(path).unwrap();
            let amendment = amend::read(&Document::read(&read.text));
            let order = |o: &amend::Operation| {
                (o.source.to_string(), o.action.name(), o.place.to_string(), o.instrument.number.clone())
            };
            let outline = tinhgon::law::Outline::read(&read.text);
            let articles = outline.units.iter().filter(|u| u.level == tinhgon::model::Level::Article);
            let articles: Vec<String> = articles.map(|u| outline.label(u).to_owned()).collect();
            (amendment.operations.iter().map(order).collect::<Vec<_>>(), articles)
        };
        assert_eq!(said(&pdf), said(&text), "{}", pdf.display());
    }
}
