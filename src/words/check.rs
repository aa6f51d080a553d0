//! What the check of cost sheets asks.

crate::messages! {
    /// Questions about cost sheets.
    CheckWord {
        NoSource { vi: "không nêu nguồn và cách thu thập số liệu", en: "no source is given, nor how the figures were collected" }
        AllAssumption { vi: "mọi số liệu của bảng đều là giả định, chưa có số đo, khảo sát hoặc số chính thức nào", en: "every figure of the sheet is an assumption; none was measured, surveyed or official" }
        Zero { vi: "không có ai thực hiện hoặc không lần nào", en: "nobody complies, or never" }
        NoPopulation { vi: "chưa biết bao nhiêu đối tượng tuân thủ một năm: chi phí một năm chưa tính được", en: "nobody knows how many comply a year: the cost per year cannot be computed" }
        Population { vi: "số đối tượng {0} lớn hơn dân số cả nước {1}", en: "an affected population of {0}, more than the country's {1} inhabitants" }
        Minutes { vi: "{0} phút, ngoài khoảng thường gặp {1}–{2} phút ({3})", en: "{0} {0:minute|minutes}, outside the usual {1}–{2} ({3})" }
        MinutesAsHours { vi: "{0} phút, thường gặp {1}–{2} phút: có phải là giờ? ({3})", en: "{0} {0:minute|minutes} where {1}–{2} are usual: meant as hours? ({3})" }
        Thousands { vi: "{0} đ: có phải nghìn đồng, tức {1} đ?", en: "{0} đ: meant in thousands, that is {1} đ?" }
        FeeDiffers { vi: "phí {0} đ không có trong biểu phí của thủ tục: {1} đ", en: "the fee of {0} đ is not in the fee list of the procedure: {1} đ" }
        FeeUnknown { vi: "bảng tính có phí {0} đ, hồ sơ thủ tục không ghi phí nào", en: "the sheet has a fee of {0} đ, the record has none" }
        FeeMissing { vi: "thủ tục có phí ({0} đ), bảng tính không có dòng phí nào", en: "the procedure has fees ({0} đ), the sheet has none" }
        ComponentGone { vi: "dòng của thành phần hồ sơ {0} không còn trong thủ tục", en: "a row for component {0}, which the procedure no longer has" }
        Old { vi: "số liệu năm {0}, quá {1} năm", en: "figures of {0}, more than {1} {1:year|years} old" }
        OldChange { vi: "nguồn không ghi năm; sửa lần cuối ngày {0}, quá {1} năm", en: "no source names a year; last changed on {0}, more than {1} {1:year|years} ago" }
        AgenciesDiffer { vi: "cùng một thủ tục: {0} đ/lần ở {1}, {2} đ/lần ở {3} ({4})", en: "the same procedure: {0} đ each at {1}, {2} đ at {3} ({4})" }
        SurveyDiffers { vi: "ghi {0}, còn {2} câu trả lời khảo sát cho {1}", en: "{0} stands there, but its {2} survey {2:answer gives|answers give} {1}" }
        MagnitudeAbove { vi: "{0} đ/lần, hơn {2} lần mức khảo sát {1} đ ({3})", en: "{0} đ each, more than {2} times the surveyed {1} đ ({3})" }
        MagnitudeBelow { vi: "{0} đ/lần, chưa bằng 1/{2} mức khảo sát {1} đ ({3})", en: "{0} đ each, less than 1/{2} of the surveyed {1} đ ({3})" }
        BadRules { vi: "không đọc được quy tắc rà soát số liệu", en: "the rules of the check cannot be read" }
        BadRulesHint { vi: "tệp quy tắc viết như catalog/cost-checks.toml; chép tệp đó rồi sửa", en: "a file of rules is written like catalog/cost-checks.toml; copy that file and change it" }
        UnknownTable { vi: "không nhận ra bảng: không có cột nào để nhân với nhau", en: "the table is not recognised: no columns that multiply" }
        UnknownTableHint { vi: "các tiêu đề cột đã biết nằm trong catalog/cost-checks.toml", en: "the headers that are known stand in catalog/cost-checks.toml" }
        Multiplies { vi: "bảng {0}: {1} phép nhân đều khớp số công bố", en: "table {0}: all {1} {1:product|products} match the published figures" }
        HeldAgainst { vi: "bảng {0}: {1} trong {2} phép nhân không khớp số công bố", en: "table {0}: {1} of {2} {2:product|products} do not match the published figure" }
        NothingFound { vi: "{0} bảng tính không có số liệu cần xem lại", en: "no issues in {0} {0:sheet|sheets}" }
        Found { vi: "{0} số liệu cần xem lại ở {1} trong {2} bảng tính", en: "{0} {0:issue|issues} in {1} of {2} {2:sheet|sheets}" }
        Grouped { vi: "{0} quy định: {1}", en: "{0} {0:regulation|regulations}: {1}" }
        GroupedReason { vi: "{0}; ví dụ {1}: {2}", en: "{0}; for example {1}: {2}" }
        SeverityColumn { vi: "Mức", en: "Severity" }
        DoubtColumn { vi: "Nội dung cần xem lại", en: "Issue" }
        PlaceColumn { vi: "Quy định", en: "Regulation" }
        RowsColumn { vi: "Dòng", en: "Rows" }
        CellColumn { vi: "Ô", en: "Cell" }
        ReasonColumn { vi: "Lý do", en: "Reason" }
        FigureColumn { vi: "Số liệu", en: "Figure" }
        AgainstColumn { vi: "So với", en: "Compared with" }
        CountColumn { vi: "Số lượng", en: "Count" }
        SheetColumn { vi: "Trang tính", en: "Sheet" }
        LineColumn { vi: "Dòng", en: "Line" }
        LabelColumn { vi: "Nội dung", en: "Label" }
        ColumnColumn { vi: "Cột", en: "Column" }
        PrintedColumn { vi: "Số công bố", en: "Published" }
        ComputedColumn { vi: "Tính ra", en: "Computed" }
        FormulaColumn { vi: "Cách tính", en: "Formula" }
    }
}
