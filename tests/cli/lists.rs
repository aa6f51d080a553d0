//! Lists as they come: heads in other words and rows, groups, tables of Word and of pages, codes that spreadsheets changed, local codes,
//! files that a spreadsheet in Vietnamese settings saved again. In invented words; those that were handed out beside the package too.

use super::home::{Home, package};
use rust_xlsxwriter::{Format, Workbook};
use std::io::Write;

/// Code, name, agency and field of the procedures whose code begins with `9.`.
fn listed(home: &Home) -> Vec<[String; 4]> {
    let rows = home.rows(&["list", "procedure", "--limit", "9999"]);
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let row = |row: &serde_json::Value| [text(row, "code"), text(row, "name"), text(row, "agency"), text(row, "field")];
    rows.iter().map(row).filter(|row| row[0].starts_with("9.")).collect()
}

#[test]
fn heads_in_other_words_over_two_rows_with_groups() {
    let home = Home::new();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let plain = Format::new();
    page.merge_range(0, 0, 0, 4, "DANH MỤC THỦ TỤC", &plain).unwrap();
    page.merge_range(1, 0, 2, 0, "TT", &plain).unwrap();
    page.merge_range(1, 1, 2, 1, "Mã TTHC\n(trên CSDL)", &plain).unwrap();
    page.merge_range(1, 2, 2, 2, "TÊN THỦ TỤC HÀNH CHÍNH", &plain).unwrap();
    page.merge_range(1, 3, 1, 4, "Cơ quan", &plain).unwrap();
    page.write_string(2, 3, "công bố").unwrap();
    page.write_string(2, 4, "giải quyết").unwrap();
    for at in 0..5 {
        page.write_string(3, at, format!("({})", at + 1)).unwrap();
    }
    page.write_string(4, 0, "I").unwrap();
    page.write_string(4, 2, "LĨNH VỰC CÂY RỪNG").unwrap();
    let rows = [
        (5, "9.200001", "Xin phép trồng cây"),
        (6, "9.200002", "Xin phép chặt cây"),
        (8, "9.200003", "Xin phép đào ao"),
    ];
    for (row, code, name) in rows {
        page.write_number(row, 0, f64::from(row)).unwrap();
        page.write_string(row, 1, code).unwrap();
        page.write_string(row, 2, name).unwrap();
        page.write_string(row, 3, "Bộ TP").unwrap();
        page.write_string(row, 4, "Sở thử").unwrap();
    }
    page.merge_range(7, 0, 7, 4, "II. Lĩnh vực: Ao hồ", &plain).unwrap();
    page.write_string(9, 2, "Tổng cộng: 3 thủ tục").unwrap();
    book.save(home.path("ds.xlsx")).unwrap();
    home.run(&["import", "ds.xlsx"]).ok();
    let expected = [
        ["9.200001", "Xin phép trồng cây", "BTP", "Cây rừng"],
        ["9.200002", "Xin phép chặt cây", "BTP", "Cây rừng"],
        ["9.200003", "Xin phép đào ao", "BTP", "Ao hồ"],
    ];
    assert_eq!(listed(&home), expected.map(|row| row.map(str::to_owned)));
}

#[test]
fn a_list_in_word_and_one_in_a_page_saved_as_a_workbook() {
    let row =
        |cells: [&str; 3]| cells.map(|cell| format!("<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>")).concat();
    let table = [["Mã số", "Tên thủ tục", "Cơ quan"], ["9.300001", "Xin phép bay", "Bộ Tư pháp"]].map(row);
    let xml = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>DANH MỤC</w:t></w:r></w:p>\
         <w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl></w:body></w:document>",
        table[0], table[1]
    );
    let home = Home::new();
    let mut archive = zip::ZipWriter::new(std::fs::File::create(home.path("ds.docx")).unwrap());
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap();
    home.run(&["import", "ds.docx"]).ok();
    home.write(
        "ds.xls",
        "<html><body><table><tr><th>Mã TTHC</th><th>Tên</th><th>Lĩnh vực</th></tr>\
         <tr><td>9.300002</td><td>Xin phép lặn</td><td rowspan=2>Hồ &amp; biển</td></tr><tr><td>9.300003</td><td>Xin phép bơi</td></tr></table></body></html>",
    );
    home.run(&["import", "ds.xls"]).ok();
    let listed = listed(&home);
    assert_eq!(listed.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["9.300001", "9.300002", "9.300003"]);
    assert_eq!((listed[0][2].as_str(), listed[2][3].as_str()), ("BTP", "Hồ & biển"));
}

#[test]
fn a_list_of_libreoffice() {
    let row = |cells: [&str; 3]| {
        let cell = |text: &str| {
            format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
        };
        format!("<table:table-row>{}</table:table-row>", cells.map(cell).concat())
    };
    let rows = [["Mã TTHC", "Tên TTHC", "Lĩnh vực"], ["9.300009", "Xin phép chèo", "Hồ"]].map(row).concat();
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"DS\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let home = Home::new();
    let mut archive = zip::ZipWriter::new(std::fs::File::create(home.path("ds.ods")).unwrap());
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ];
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    home.run(&["import", "ds.ods"]).ok();
    assert_eq!(listed(&home)[0][3], "Hồ");
}

#[test]
fn a_local_code_is_the_procedure_and_fills_only_what_is_empty() {
    let home = Home::new();
    home.write("goc.csv", "Mã số,Tên,Cơ quan ban hành\n9.400001,Xin phép trồng cây,Bộ Tư pháp\n");
    home.run(&["import", "goc.csv"]).ok();
    home.write(
        "tinh.csv",
        "Mã số,Tên,Cơ quan ban hành,Lĩnh vực\n9.400001.H19,Xin phép trồng cây tại tỉnh,UBND tỉnh Lào Cai,Rừng\n\
         9.400001.000.00.00.H38,Xin phép trồng cây,UBND tỉnh Lào Cai,Rừng\n9400002,Xin phép đào ao,Bộ Tư pháp,Ao\n",
    );
    home.run(&["import", "tinh.csv"]).ok().tells("9.400001.H19");
    let expected = [["9.400001", "Xin phép trồng cây", "BTP", "Rừng"], ["9.400002", "Xin phép đào ao", "BTP", "Ao"]];
    assert_eq!(listed(&home), expected.map(|row| row.map(str::to_owned)));
}

#[test]
fn a_table_that_holds_no_codes_is_no_list_of_procedures() {
    let home = Home::new();
    home.write("hang.csv", "Mã,Tên,Giá\nA1,Bút chì,5000\nA2,Giấy,7000\n");
    home.run(&["import", "hang.csv"]).refused(3, "hang.csv");
}

#[test]
fn what_a_spreadsheet_in_vietnamese_settings_saved_is_read() {
    let home = Home::new();
    home.run(&["export", "sheet", "-o", "goc.csv"]).ok();
    let before = home.everything();
    let mut reader = csv::Reader::from_path(home.path("goc.csv")).unwrap();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_path(home.path("luu.csv")).unwrap();
    let heads = reader.headers().unwrap().clone();
    writer.write_record(&heads).unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        let cells = heads.iter().zip(&record).map(|(head, cell)| match head {
            "population" => tinhgon::text::number::whole(cell.parse().unwrap(), tinhgon::text::Lang::Vi),
            "minutes" => cell.replace('.', ","),
            _ => cell.to_owned(),
        });
        writer.write_record(cells).unwrap();
    }
    writer.flush().unwrap();
    home.run(&["import", "luu.csv"]).ok();
    assert_eq!(before, home.everything());
    home.write("hai.csv", "noun;regulation;id;group;name;tariff;minutes;times;population\nsheet;1.004222;a1;dossier;x;income.citizen;1.000;1;5\n");
    home.run(&["import", "hai.csv"]).refused(3, "1.000");
}

/// The files that were handed out beside the package.
#[test]
#[ignore = "needs ../shared/cases"]
fn the_given_files_come_in() {
    let cases = package("../shared/cases");
    for (file, code) in [
        ("cost/official-layout.xlsx", "2.001610"),
        ("import/t08-numeric-codes.xlsx", "1.000421"),
        ("import/t09-rich-merged.xlsx", "9.000014"),
        ("import/t10-second-sheet.xlsx", "9.000016"),
        ("import/t20-list-in-word.docx", "9.400001"),
        ("import/t21-html.xls", "9.400003"),
        ("import/t24-group-rows.xlsx", "9.700003"),
    ] {
        let home = Home::new();
        home.run(&["import", cases.join(file).to_str().unwrap()]).ok();
        home.run(&["show", "procedure", code]).ok();
    }
    let home = Home::new();
    let count = home.rows(&["list", "procedure", "--limit", "9999"]).len();
    home.run(&["import", cases.join("import/t16-suffix-code.csv").to_str().unwrap()]).ok();
    assert_eq!(
        home.rows(&["list", "procedure", "--limit", "9999"]).len(),
        count,
        "the local code is the same procedure"
    );
    for file in ["import/t25-sheet-saved-by-excel-vi.csv", "import/t26-measure-saved-by-excel-vi.csv"] {
        home.run(&["import", cases.join(file).to_str().unwrap()]).ok();
    }
    home.run(&["import", cases.join("cost/official-layout.xlsx").to_str().unwrap()]).ok();
    // The sums of the sheet as they stand in the file: 54.000 + 31.000 + 27.000 + 105.400 + 5.400 đ, for 3.500 people.
    let sheet = home.json(&["cost", "show", "2.001610"]);
    assert_eq!((&sheet["one_dong"], &sheet["annual_cost_dong"]), (&222_800.into(), &779_800_000.into()));
}
