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
        WholeLine { vi: "Đối tượng tuân thủ: {0}", en: "Affected population: {0}" }
        UnknownYear { vi: "Chưa biết số đối tượng tuân thủ nên chưa tính được chi phí một năm; chạy: tinhgon cost population {0} SỐ --source NGUỒN", en: "Nobody knows how many comply, so the cost per year is unknown; run: tinhgon cost population {0} NUMBER --source SOURCE" }
        ComplyCount { vi: "{0} đối tượng một năm", en: "{0} a year" }
        ComplyTimes { vi: "mỗi đối tượng {0} lần một năm", en: "each {0} times a year" }
        WithoutPopulation { vi: "Chưa biết số đối tượng", en: "Population unknown" }
        RestsOfficial { vi: "Từ số chính thức (đ/năm)", en: "Official (đ/year)" }
        RestsMeasured { vi: "Từ số đo (đ/năm)", en: "Measured (đ/year)" }
        RestsSurveyed { vi: "Từ khảo sát (đ/năm)", en: "Surveyed (đ/year)" }
        RestsAssumed { vi: "Từ giả định (đ/năm)", en: "Assumed (đ/year)" }
        NothingSaid { vi: "chưa nêu gì về số đối tượng tuân thủ; ghi số, hoặc --times, --share, --source …", en: "nothing is said of those who comply; give a number, or --times, --share, --source …" }
        NoPopulationSaid { vi: "{0} chưa có số đối tượng tuân thủ của riêng mình", en: "{0} has no affected population of its own" }
        PopulationSet { vi: "{0}: {1}; chi phí {2} → {3} đ/năm", en: "{0}: {1}; cost {2} → {3} đ/year" }
        PopulationGone { vi: "{0}: chưa biết số đối tượng tuân thủ; chi phí {1} → {2} đ/năm", en: "{0}: the affected population is unknown; cost {1} → {2} đ/year" }
        BadShare { vi: "“{0}” chưa đúng; viết NHÓM=TỶ LỆ phần trăm, ví dụ online=40", en: "“{0}” is not valid; write GROUP=PERCENT, for example online=40" }
        BadPopulation { vi: "“{0}” không phải là số đối tượng; viết được: {1}", en: "“{0}” is not a number of people; it can be written: {1}" }
        PlanLow { vi: "Ít nhất (lần/năm)", en: "At least (a year)" }
        PlanHigh { vi: "Nhiều nhất (lần/năm)", en: "At most (a year)" }
        PlanMove { vi: "Làm tổng thay đổi (đ/năm)", en: "Moves the total (đ/year)" }
        PlanShare { vi: "Cộng dồn", en: "Cumulative" }
        PlanCount { vi: "Số đối tượng một năm", en: "Affected population" }
        PlanDate { vi: "Ngày của số liệu", en: "Counted on" }
        PlanNote { vi: "{0} quy định chưa biết số đối tượng, xếp theo chi phí một lần thực hiện; ghi ra bằng --format csv -o TỆP.csv, điền cột count, source, rồi: tinhgon import TỆP.csv", en: "{0} {0:regulation has|regulations have} an unknown population, ranked by the cost of one performance; write with --format csv -o FILE.csv, fill in count and source, then: tinhgon import FILE.csv" }
        TotalsWait { vi: "Chưa gồm {0} quy định có bảng tính nhưng chưa biết số đối tượng tuân thủ; xem: tinhgon cost plan", en: "Without {0} {0:regulation|regulations} whose sheet waits for the affected population; see: tinhgon cost plan" }
        Unknown { vi: "chưa biết", en: "unknown" }
        FormulaUnknown { vi: "{0} = {1} đ/lần; × {2} lần/năm × số đối tượng chưa biết", en: "{0} = {1} đ each; × frequency {2} a year × population unknown" }
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
