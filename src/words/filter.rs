//! What is said of conditions (`--where`).

crate::messages! {
    /// Conditions, the columns that they are about, and the values that these have.
    FilterWord {
        Malformed { vi: "điều kiện “{0}” chưa đúng", en: "the condition “{0}” is not valid" }
        MalformedHint { vi: "viết CỘT=GIÁ TRỊ, hoặc với !=, <, <=, >, >=, ~ (chứa, không kể dấu); CỘT= là ô trống", en: "write FIELD=VALUE, or with !=, <, <=, >, >=, ~ (contains, marks apart); FIELD= is an empty cell" }
        NoColumn { vi: "không có cột “{0}”", en: "there is no column “{0}”" }
        Columns { vi: "có các cột: {0}", en: "there are: {0}" }
        NoNumber { vi: "“{0}” không phải là số; cột {1} chứa {2}", en: "“{0}” is not a number; the column {1} holds {2}" }
        NumberForms { vi: "viết 1.000.000, 1,000,000, 1,5 tỷ, 650 triệu, 1e9, 12,5{0}", en: "write 1,000,000, 1.000.000, 1.5 billion, 650 million, 1e9, 12.5{0}" }
        Doubtful { vi: "“{0}” có thể là {1} hoặc {2}", en: "“{0}” may be {1} or {2}" }
        DoubtfulHint { vi: "viết liền các chữ số, hoặc thêm số lẻ: {0} hoặc {1}", en: "write it without grouping, or with another decimal: {0} or {1}" }
        NoDate { vi: "“{0}” không phải là ngày hợp lệ; cột {1} chứa ngày", en: "“{0}” is not a valid date; the column {1} holds dates" }
        DateForms { vi: "viết 31/12/2026 hoặc 2026-12-31; với ~ thì cả 2026 hoặc 12/2026", en: "write 31/12/2026, 2026-12-31 or 31 Dec 2026; with ~ also 2026 or 12/2026" }
        NoFlag { vi: "“{0}”: cột {1} chỉ có “có” hoặc “không”", en: "“{0}”: the column {1} holds yes or no" }
        NoValue { vi: "cột {0} không có giá trị “{1}”", en: "the column {0} has no value “{1}”" }
        Values { vi: "có: {0}", en: "there are: {0}" }
        NoOrder { vi: "cột {0} chứa {1}: so bằng {2}", en: "the column {0} holds {1}: compare with {2}" }
        AndMore { vi: "… ({0})", en: "… ({0})" }
        HoldsText { vi: "chữ", en: "words" }
        HoldsAgency { vi: "cơ quan: mã hoặc tên", en: "agencies: code or name" }
        HoldsChoice { vi: "một trong một số giá trị", en: "one of a few values" }
        HoldsWhole { vi: "số nguyên", en: "whole numbers" }
        HoldsNumber { vi: "số", en: "numbers" }
        HoldsDong { vi: "số tiền, đồng", en: "amounts, đồng" }
        HoldsPercent { vi: "phần trăm", en: "percent" }
        HoldsDay { vi: "ngày", en: "dates" }
        HoldsFlag { vi: "có hoặc không", en: "yes or no" }
    }
}
