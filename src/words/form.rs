//! What is said of official forms that are read and written.

crate::messages! {
    /// Messages of forms.
    FormWord {
        NoForm { vi: "không có biểu mẫu “{0}”; có: {1}", en: "there is no form “{0}”; there are: {1}" }
        NoFormHint { vi: "biểu mẫu riêng: --form TỆP.toml (chép từ catalog/forms)", en: "a form of your own: --form FILE.toml (a copy from catalog/forms)" }
        BadForm { vi: "tệp bố cục biểu mẫu không đúng", en: "the file with the layout of a form is not valid" }
        BadFormHint { vi: "so với tệp catalog/forms/official.toml", en: "compare it with catalog/forms/official.toml" }
        OnlySheet { vi: "--form chỉ dùng cho: report sheet -o TỆP.xlsx", en: "--form is for: report sheet -o FILE.xlsx" }
        NoClock { vi: "cột “{0}” không cho biết tính bằng giờ hay phút", en: "column “{0}” does not say whether it counts hours or minutes" }
        NoClockHint { vi: "ghi đơn vị vào tiêu đề cột, ví dụ “Thời gian thực hiện (giờ)”", en: "put the unit into the head, for example “Thời gian thực hiện (giờ)”" }
        BadFigure { vi: "cột “{0}”: “{1}” không đọc được, hoặc đọc được theo hai cách", en: "column “{0}”: “{1}” cannot be read, or can be read in two ways" }
        BadFigureHint { vi: "ghi số không âm: tiền và số đối tượng là số nguyên (54.000), thời gian có thể lẻ (0,5 hoặc 2h30); chưa có gì được nhập", en: "write a number of zero or more: money and population whole (54.000), time with decimals (0,5 or 2h30); nothing was imported" }
        NoValue { vi: "cột “{0}” có công thức nhưng tệp không lưu giá trị", en: "column “{0}” has a formula whose value the file does not hold" }
        NoValueHint { vi: "mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi nhập", en: "open the file in Excel or LibreOffice, save it and import it again" }
        CountedIn { vi: "số tiền trong bảng tính theo {0} đồng; đã nhân", en: "sums of the table count in {0} đồng; they were multiplied" }
        ColumnCountedIn { vi: "cột “{0}” tính theo {1} đồng; đã nhân", en: "column “{0}” counts in {1} đồng; it was multiplied" }
        Differs { vi: "“{0}” ghi {1}, các thừa số của dòng cho {2}; lấy theo thừa số", en: "“{0}” is printed as {1}, the factors of the row give {2}; the factors are taken" }
        NoFigures { vi: "dòng “{0}” không có số liệu nên chưa nhập", en: "row “{0}” has no figures and was not taken" }
        NoGroup { vi: "dòng “{0}” không thuộc nhóm công việc nào của biểu mẫu; xếp vào “Công việc khác”", en: "row “{0}” is under none of the groups of the form; it was put under “Other work”" }
        SecondSet { vi: "từ cột “{0}” là bộ cột thứ hai (sau đơn giản hóa), không nhập", en: "from column “{0}” on a second set of columns begins (after simplification); it was not taken" }
        OtherPart { vi: "phần sau đơn giản hóa hoặc so sánh không nhập vào bảng tính; ghi thành phương án: tinhgon measure add {0} …", en: "the part after simplification, or the comparison, is not a sheet in force; to record it as a measure, run: tinhgon measure add {0} …" }
        NoProcedure { vi: "bảng tính ở dòng {0} không nêu mã thủ tục, và không có một thủ tục duy nhất tên “{1}”", en: "the sheet at line {0} gives no code of a procedure, and there is not exactly one procedure named “{1}”" }
        NoProcedureHint { vi: "ghi mã trong dòng trên bảng, ví dụ “Tên thủ tục: Đăng ký khai sinh (1.001193)”; chưa có gì được nhập", en: "write the code above the table, for example “Tên thủ tục: Đăng ký khai sinh (1.001193)”; nothing was imported" }
        TwiceProcedure { vi: "thủ tục {0} có hai bảng tính hiện hành trong tệp", en: "procedure {0} has two sheets in force in the file" }
        TwiceProcedureHint { vi: "giữ một bảng cho mỗi thủ tục, hoặc ghi rõ phần “sau đơn giản hóa”; chưa có gì được nhập", en: "keep one table a procedure, or name the part “sau đơn giản hóa”; nothing was imported" }
        NewProcedure { vi: "thủ tục {0} chưa có trong danh mục; đã thêm tên theo biểu mẫu", en: "procedure {0} was not in the catalogue; it was added under the name on the form" }
        NoHourly { vi: "dòng “{0}” có thời gian nhưng không có mức thu nhập theo giờ", en: "row “{0}” has a time but no hourly rate" }
        NoHourlyHint { vi: "ghi mức thu nhập bình quân một giờ vào dòng này; chưa có gì được nhập", en: "write the hourly rate into this row; nothing was imported" }
        NewTariff { vi: "mức thu nhập {0} đồng/giờ chưa có trong tham số; đã thêm “{1}” là giả định", en: "the hourly rate of {0} đồng is not a parameter yet; “{1}” was added as an assumption" }
        TariffName { vi: "Thu nhập một giờ theo bảng tính: {0} đồng", en: "Hourly rate on a sheet: {0} đồng" }
        Once { vi: "dòng “{0}” không ghi số lần trong năm; tính một lần", en: "row “{0}” gives no frequency; once a year is taken" }
        SamePopulation { vi: "dòng “{0}” không ghi số đối tượng; lấy {1} như dòng trên", en: "row “{0}” gives no population; {1} is taken from the row above" }
        NoPopulation { vi: "dòng “{0}” và các dòng trên không ghi số đối tượng tuân thủ: chưa biết", en: "row “{0}” and those above give no population: unknown" }
        Numbering { vi: "(10) = (4) × (5) + (6) + (7); (11) = (10) × (8) × (9)", en: "(10) = (4) × (5) + (6) + (7); (11) = (10) × (8) × (9)" }
        Total { vi: "Tổng cộng", en: "Total" }
        ProcedureLine { vi: "Tên thủ tục: {0} ({1})", en: "Tên thủ tục: {0} ({1})" }
        Unchecked { vi: "Bố cục theo thực tế thường gặp, chưa đối chiếu với biểu mẫu in.", en: "The layout is common practice; it was not compared with the printed form." }
    }
}
