//! Why a noun is refused.

crate::messages! {
    /// What is wrong with a field of a noun, with what was expected.
    ValidWord {
        BadDate { vi: "“{0}” không phải là ngày hợp lệ; viết 31/12/2026 (ngày/tháng/năm)", en: "“{0}” is not a valid date; write 31/12/2026 (day/month/year)" }
        Refused { vi: "{0} “{1}”, ô {2}: {3}", en: "{0} “{1}”, field {2}: {3}" }
        AndMore { vi: "{0}; còn {1} lỗi khác trong mục này", en: "{0}; {1} more {1:fault|faults} in it" }
        RefusedHint { vi: "sửa chỗ này rồi làm lại; chưa có gì được ghi", en: "correct this and try again; nothing was stored" }
        WorkedWeekday { vi: "{0} không phải thứ Bảy, Chủ nhật nên không thể là ngày làm bù", en: "{0} is no Saturday or Sunday, so it cannot be worked for another day" }
        DoesNotMultiply { vi: "{0}% của {1} là {2}, không phải {3} như đã công bố", en: "{0}% of {1} is {2}, not {3} as was published" }
        DoesNotComeOut { vi: "{0} tính theo quy tắc của chương trình ra {1}, không phải {2} như đã công bố", en: "{0} comes to {1} by the rules of the programme, not {2} as was published" }
        NoWay { vi: "{0} → {1}: không tính được; ghi đúng một trong percent, less, years, ins, hoặc cách quy đổi (valuation) của chương trình", en: "{0} → {1}: it cannot be computed; write exactly one of percent, less, years, ins, or the valuation of the programme" }
        OtherDenominator { vi: "{0} không phải mẫu số “{1}” ({2})", en: "{0} is not the denominator “{1}” ({2})" }
        NoDenominator { vi: "không có mẫu số “{0}”; có: {1}", en: "there is no denominator “{0}”; there are: {1}" }
        ValuationYears { vi: "{0} cần số năm từ 1 đến {1}", en: "{0} needs a number of years from 1 to {1}" }
        ValuationRate { vi: "{0} cần lãi suất trên 0 đến 100%, tối đa hai chữ số lẻ", en: "{0} needs a rate above 0 and up to 100%, of two decimals at most" }
        ValuationFactor { vi: "hệ số {0} không khớp lãi suất và số năm ({1})", en: "the factor {0} is not that of rate and years ({1})" }
        Missing { vi: "còn trống; phải có giá trị", en: "it is empty; it needs a value" }
        OutOfRange { vi: "{0}; phải từ 0 đến {1}", en: "{0}; it must be from 0 to {1}" }
        NotWhole { vi: "{0}; phải là số nguyên", en: "{0}; it must be a whole number" }
        TooFine { vi: "{0}; mẫu số lớn nhất là {1}", en: "{0}; its denominator may be at most {1}" }
        HoursAYear { vi: "thời gian × số người làm × số lần × số đối tượng vượt {0} giờ một năm", en: "minutes × staff × times × population is more than {0} hours a year" }
        MoneyAYear { vi: "chi phí × số lần × số đối tượng vượt {0} đồng một năm", en: "costs × times × population is more than {0} đồng a year" }
        Twice { vi: "“{0}” xuất hiện hai lần; mỗi mục chỉ một lần", en: "“{0}” occurs twice; each must stand once" }
        TooLarge { vi: "{0}; quá lớn hoặc quá lẻ", en: "{0}; it is too large, or too finely divided" }
        FarYear { vi: "{0}; năm phải từ {1} đến {2}", en: "{0}; the year must be from {1} to {2}" }
        AfterItself { vi: "“{0}” không thể kế thừa chính mình; ghi mã cơ quan khác", en: "“{0}” cannot take over from itself; write the code of another agency" }
        OfItself { vi: "“{0}” chính là dịch vụ này; một dịch vụ không liên thông với chính nó", en: "“{0}” is this service; a service is not linked with itself" }
        NoMember { vi: "“{0}” không thuộc các thủ tục liên thông ({1})", en: "“{0}” is not one of its members ({1})" }
        CountsNothing { vi: "chỉ tiêu {0} chỉ đếm loại {1}, mà không có loại ấy", en: "the metric {0} counts the kind {1} only, which is not among them" }
        CannotFollow { vi: "“{0}” không thể theo sau “{1}”", en: "“{0}” cannot follow “{1}”" }
        NeedsCell { vi: "sửa đổi “{0}” phải nêu ô", en: "the edit “{0}” must name a cell" }
        NeedsNumber { vi: "“{0}” không phải là số; viết 12, 1/3 hoặc $tên tham số", en: "“{0}” is not a number; write 12, 0.5, 1/3 or $name of a parameter" }
        NoKindParameter { vi: "không có tham số “{0}”; có: {1}", en: "there is no parameter “{0}”; there are: {1}" }
        OtherUnit { vi: "tham số “{0}” tính bằng {1}, ở đây cần {2}", en: "the parameter “{0}” is in {1}, and {2} is needed here" }
        EditsNothing { vi: "“{0}” trên “{1}” không sửa được gì", en: "“{0}” on “{1}” changes nothing" }
        NoTargetsTaken { vi: "loại phương án này không áp dụng cho thành phần hồ sơ hay dòng chi phí nào (targets = \"none\")", en: "this kind of measure takes no targets (targets = \"none\")" }
        Unknown { vi: "không có {0} “{1}”; có: {2}", en: "there is no {0} “{1}”; there are: {2}" }
        NameTaken { vi: "“{0}” đã là tên của cơ quan {1}; mỗi cơ quan một tên riêng", en: "“{0}” is the name of agency {1} already; each agency has a name of its own" }
        BadCode { vi: "“{0}” không dùng làm mã được: không bắt đầu bằng dấu gạch nối, không có ký tự xuống dòng hay ký tự điều khiển", en: "“{0}” cannot be a code: it must not begin with a hyphen, nor hold line breaks or control characters" }
        NotThere { vi: "không có {0} “{1}”; thêm vào trước, hoặc sửa mã", en: "there is no {0} “{1}”; add it first, or correct the code" }
        TooEarly { vi: "{0}; không được trước {1} ({2})", en: "{0}; it must not lie before {1} ({2})" }
        TakeOrSkip { vi: "câu trả lời phải có take (lời văn sửa đổi) hoặc skip (lý do bỏ qua); chỉ một", en: "an answer has take (the order as it is to be applied) or skip (why it is passed over); one of them" }
        NotItsMark { vi: "“{0}” không phải dấu của nội dung này; đúng là “{1}”", en: "“{0}” is not the mark of this order; it is “{1}”" }
    }
}
