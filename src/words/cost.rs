//! What the room `cost` says.

crate::messages! {
    /// Messages of the cost sheet.
    CostWord {
        NoParameter { vi: "không có tham số “{0}” trong tệp dữ liệu", en: "there is no parameter “{0}” in the data file" }
        NoParameterHint { vi: "bổ sung tham số của danh mục kèm theo bằng: tinhgon init; hoặc thêm [[parameter]] id = \"{0}\" vào một tệp TOML rồi chạy: tinhgon import TỆP", en: "to add those of the shipped catalogue, run: tinhgon init; or add [[parameter]] id = \"{0}\" to a TOML file and run: tinhgon import FILE" }
        NotWhole { vi: "tham số “{0}” phải là số nguyên, đang là {1}", en: "parameter “{0}” must be a whole number; it is {1}" }
        TooLarge { vi: "số liệu của dòng “{0}” vượt quá khả năng tính; kiểm tra số đối tượng và số lần của dòng này", en: "the figures of row “{0}” are too large to compute; check its population and frequency" }
        SumTooLarge { vi: "tổng vượt quá khả năng tính; kiểm tra số đối tượng và số lần của các dòng lớn nhất bằng: tinhgon cost check", en: "the sum is too large to compute; check population and frequency of the largest rows, run: tinhgon cost check" }
        LabourTerm { vi: "{0} phút ÷ 60 × {1} đ/giờ", en: "{0} min ÷ 60 × {1} đ/h" }
        OutsourcingTerm { vi: "{0} đ thuê tư vấn, dịch vụ", en: "{0} đ external services" }
        ChargesTerm { vi: "{0} đ phí, lệ phí và chi phí khác", en: "{0} đ fees and other costs" }
        NothingTerm { vi: "0 đ", en: "0 đ" }
        Formula { vi: "{0} = {1} đ/lần; × {2} lần/năm × {3} đối tượng = {4} đ/năm", en: "{0} = {1} đ each; × frequency {2} a year × population {3} = {4} đ/year" }
        SubmitRow { vi: "Nộp hồ sơ", en: "Submit the dossier" }
        FeeRow { vi: "Nộp phí, lệ phí", en: "Pay fees" }
        NegativeFigure { vi: "số không được âm", en: "the figure must not be below zero" }
        WholeFigure { vi: "ô này nhận số nguyên", en: "this cell takes whole numbers" }
        NotMinutes { vi: "chưa phải là thời gian", en: "not a time yet" }
        MinutesPastHour { vi: "số phút sau “h” phải từ 0 đến 59", en: "the minutes behind “h” must be 0 to 59" }
        NotAnAmount { vi: "chưa phải là số", en: "not a number yet" }
        NotTimes { vi: "chưa phải là số lần một năm", en: "not a number of times a year yet" }
        FormsOfMinutes { vi: "150 · 2h30 · 2,5 giờ · 1 buổi · 3 ngày (8 giờ/ngày)", en: "150 · 2h30 · 2.5 h · 3 days (8 hours a day)" }
        FormsOfMoney { vi: "20.000 · 20k · 20 nghìn · 1,5 triệu · 2 tỷ", en: "20,000 · 20k · 1.5 million · 2 billion" }
        FormsOfTimes { vi: "1 · 12 · 1/2 · 2 năm một lần", en: "1 · 12 · 1/2 · 2 years" }
        FormsOfPopulation { vi: "1.000 · 600 nghìn · 2,4 triệu", en: "1,000 · 600k · 2.4 million" }
        ResultRow { vi: "Nhận kết quả", en: "Receive the result" }
    }
}
