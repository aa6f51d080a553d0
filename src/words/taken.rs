//! What taking in a file says of what it did and of what it did not do.

crate::messages! {
    /// Messages of taking in files.
    TakenWord {
        RowKept { vi: "{0}: tệp không có dòng “{1}”; giữ nguyên (--replace để bỏ)", en: "{0}: the file has no row “{1}”; it stays (--replace removes it)" }
        RowsKept { vi: "{0}: giữ nguyên {1} dòng không có trong tệp (--replace để bỏ)", en: "{0}: {1} {1:row|rows} that the file does not hold {1:stays|stay} (--replace removes)" }
        NoValue { vi: "chưa có", en: "none" }
        FigureKept { vi: "{0}: giữ {1} = {2} ({3}), không thay bằng {4} ({5}); --replace để thay", en: "{0}: {1} = {2} ({3}) stays, {4} ({5}) does not replace it; --replace does" }
        RowRemoved { vi: "bỏ {0} {1} “{2}”", en: "{0} {1} “{2}” removed" }
        UnknownAgency { vi: "cơ quan “{0}” chưa có trong danh mục: {1} quy định, đầu tiên là {2}", en: "agency “{0}” is not in the catalogue: {1} {1:regulation|regulations}, {2} the first" }
        OtherText { vi: "bản “{0}” của văn bản {1} đã có, với lời văn khác", en: "version “{0}” of instrument {1} is there already, with another text" }
        OtherTextHint { vi: "giữ cả hai bản: --version TÊN; thay bản đang có: --replace", en: "to keep both: --version NAME; to replace the existing one: --replace" }
        OtherInstrument { vi: "số {0} đang là văn bản “{1}”, còn tệp là “{2}”", en: "number {0} is the instrument “{1}”, but the file is “{2}”" }
        OtherInstrumentHint { vi: "kiểm tra số, ký hiệu trong tệp hoặc --instrument; nếu đúng là văn bản này, thêm --force", en: "check the number in the file, or --instrument; if it is that instrument, add --force" }
        OtherNumber { vi: "tệp là văn bản số {0}, không phải {1}", en: "the file is the text of {0}, not of {1}" }
        OtherNumberHint { vi: "bỏ --instrument; nếu số trong tệp sai, thêm --force", en: "omit --instrument; if the number in the file is wrong, add --force" }
        Twice { vi: "{0} “{1}” có hai lần trong tệp: ở đây và ở {2}", en: "{0} “{1}” stands twice in the file: here and at {2}" }
        TwiceHint { vi: "giữ một trong hai rồi nhập lại; chưa có gì được nhập", en: "keep one of the two and import again; nothing was imported" }
        Line { vi: "dòng {0}", en: "line {0}" }
        SheetLine { vi: "trang tính “{0}” dòng {1}", en: "sheet “{0}” line {1}" }
        Item { vi: "mục {0}", en: "item {0}" }
        TwiceColumn { vi: "tiêu đề có hai cột “{0}”: cột {1} và cột {2}", en: "the header has two columns “{0}”: columns {1} and {2}" }
        TwiceColumnHint { vi: "xóa hoặc đổi tên một cột", en: "remove or rename one of them" }
        ShortRow { vi: "dòng chỉ có {0} ô trên {1} cột; thiếu: {2}", en: "the row has {0} {0:cell|cells} of {1} columns; missing: {2}" }
        LongRow { vi: "dòng có {0} ô, nhiều hơn {1} cột của tiêu đề: có thể thiếu dấu ngoặc kép quanh một ô có dấu phân cách", en: "the row has {0} cells, more than the {1} columns of the header: quotes may be missing around a cell" }
        NumberNoCode { vi: "ô mã ghi {0}, là số không đọc ra mã thủ tục (N.NNNNNN)", en: "the code cell holds {0}, a number that gives no code of a procedure (N.NNNNNN)" }
        ColumnsUnread { vi: "không đọc các cột: {0}", en: "columns that were not read: {0}" }
        CellError { vi: "ô có lỗi {0} của bảng tính; để trống", en: "cells hold the error {0} of the spreadsheet; left empty" }
        OpenQuote { vi: "ô “{0}” kéo qua dòng sau: dấu ngoặc kép mở mà không đóng", en: "cell “{0}” runs over the next lines: a quote is opened and not closed" }
        OpenQuoteHint { vi: "đóng hoặc bỏ dấu ngoặc kép ở dòng này; chưa có gì được nhập", en: "close or remove the quote on this line; nothing was imported" }
        PopulationsLocal { vi: "{0} mã là của một địa phương, số của nơi đó không phải số cả nước, bỏ qua: {1}", en: "{0} {0:code is|codes are} of one place, whose number is not that of the country, and {0:was|were} passed over: {1}" }
        PopulationTooLarge { vi: "{0}: số {1} quá lớn", en: "{0}: the number {1} is too large" }
        CountedIn { vi: "bảng ghi số theo {0} (dòng {1})", en: "the table counts in {0} (line {1})" }
        CountedInHint { vi: "ghi đủ số đối tượng, rồi nhập lại", en: "write whole numbers and import again" }
        SheetUnread { vi: "không đọc trang tính “{0}”: không có tiêu đề của ánh xạ “{1}”", en: "sheet “{0}” was not read: it has no header of the mapping “{1}”" }
        SheetEmpty { vi: "trang tính “{0}” có tiêu đề nhưng không có bản ghi nào", en: "sheet “{0}” has a header but no record" }
        PopulationsEmpty { vi: "{0} dòng chưa điền số đối tượng, bỏ qua", en: "{0} {0:row has|rows have} no number yet and {0:was|were} passed over" }
        PopulationsUnknown { vi: "{0} mã không có trong tệp dữ liệu, bỏ qua: {1}", en: "{0} {0:code is|codes are} not in the data file and {0:was|were} passed over: {1}" }
        NameForOne { vi: "--name chỉ dùng khi nhập một tệp", en: "--name is for one file only" }
    }
}
