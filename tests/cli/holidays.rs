//! A year's announcement of days off, imported as it is issued.

use super::home::Home;

/// The wording of 12729/VPCP-KGVX (25/12/2025) as the press quotes it, and days of another year.
const NOTICE: &str = "BỘ NỘI VỤ\nSố: 1/TB-BNV\nHà Nội, ngày 26 tháng 12 năm 2025\nTHÔNG BÁO\n\
    1. Tết Dương lịch: nghỉ 4 ngày liên tục từ thứ Năm (ngày 1/1/2026) đến hết Chủ nhật (ngày 4/1/2026); hoán đổi từ ngày làm việc thứ Sáu\n\
    (ngày 2/1/2026) sang ngày nghỉ hằng tuần thứ Bảy (ngày 10/1/2026).\n\
    2. Tết Nguyên đán: nghỉ từ thứ Năm, ngày 04 tháng 02 đến hết thứ Tư, ngày 10 tháng 02 năm 2027.\n";

#[test]
fn an_announcement_is_previewed_taken_in_and_refused_where_it_is_not_understood() {
    let home = Home::empty();
    home.write("nghi.txt", NOTICE);
    let before = home.everything();
    home.run(&["import", "nghi.txt", "--dry-run"]).ok().tells("7 ngày nghỉ, 1 ngày làm bù");
    assert_eq!(home.everything(), before);
    home.run(&["import", "nghi.txt"]).ok();
    let days = home.rows(&["list", "holiday"]);
    // 4/2/2027 is a Thursday: 4 and 5, 8, 9 and 10 are working days of the run.
    let dates: Vec<&str> = days.iter().map(|day| day["date"].as_str().unwrap()).collect();
    let expected = [
        "2026-01-01",
        "2026-01-02",
        "2026-01-10",
        "2027-02-04",
        "2027-02-05",
        "2027-02-08",
        "2027-02-09",
        "2027-02-10",
    ];
    assert_eq!(dates, expected);
    assert_eq!((&days[2]["worked"], &days[3]["name"]), (&true.into(), &"Tết Nguyên đán".into()));
    let again = home.json(&["import", "nghi.txt"])["files"][0].clone();
    assert_eq!(again["change"], serde_json::Value::Null);
    // 5/2/2027 is a Friday.
    let before = home.everything();
    home.write("nghi.txt", &NOTICE.replace("thứ Năm, ngày 04 tháng 02", "thứ Năm, ngày 05 tháng 02"));
    home.run(&["import", "nghi.txt"]).refused(3, "2027-02-05").tells("7");
    assert_eq!(home.everything(), before);
}
