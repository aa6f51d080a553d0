//! What the commands about uncertainty say.

crate::messages! {
    /// Messages of `uncertainty`, `scenario chance` and `scenario tornado`.
    UncertaintyWord {
        Of { vi: "Tham số", en: "Parameter" }
        What { vi: "Là gì", en: "What it is" }
        Spread { vi: "Phân bố", en: "Spread" }
        Low { vi: "Thấp", en: "Low" }
        Likely { vi: "Thường gặp nhất", en: "Most likely" }
        High { vi: "Cao", en: "High" }
        Point { vi: "Đang dùng", en: "In use" }
        Provenance { vi: "Loại số liệu", en: "Source quality" }
        Source { vi: "Nguồn", en: "Source" }
        NotUncertain { vi: "“{0}” không phải là một tham số", en: "“{0}” is not a parameter" }
        NotUncertainHint { vi: "viết sheet:MÃ:DÒNG:Ô (ô: minutes, outsourcing, charges, times, population), population:MÃ, parameter:MÃ hoặc measure:MÃ:GIÁ TRỊ", en: "write sheet:CODE:ROW:CELL (cell: minutes, outsourcing, charges, times, population), population:CODE, parameter:ID or measure:CODE:VALUE" }
        NoPopulation { vi: "chưa biết số đối tượng tuân thủ của {0}; chạy: tinhgon cost population {0} SỐ --source NGUỒN", en: "the affected population of {0} is unknown; run: tinhgon cost population {0} NUMBER --source SOURCE" }
        OfPopulation { vi: "{0} · số đối tượng tuân thủ", en: "{0} · affected population" }
        NoRow { vi: "bảng tính của “{0}” không có dòng “{1}”; có: {2}", en: "the sheet of “{0}” has no row “{1}”; it has: {2}" }
        NoValue { vi: "loại phương án “{0}” không có giá trị “{1}”; có: {2}", en: "kind of measure “{0}” has no value “{1}”; it has: {2}" }
        NoPoint { vi: "phương án “{0}” chưa nêu giá trị “{1}”; nêu bằng: tinhgon measure edit {0} --set {1}=…", en: "measure “{0}” states no value “{1}” yet; to state it, run: tinhgon measure edit {0} --set {1}=…" }
        BadNumber { vi: "“{0}” chưa đúng; viết số không âm, ví dụ 30, 7,5 hoặc 1/3", en: "“{0}” is not valid; write a number of zero or more, for example 30, 7.5 or 1/3" }
        NoSource { vi: "chưa nêu nguồn của khoảng hoặc phân bố; thêm --source", en: "the source of the range or distribution is missing; add --source" }
        NoCell { vi: "{0} không phải ô của bảng tính nên không có câu trả lời khảo sát", en: "{0} is no cell of a sheet, so there are no survey answers about it" }
        NoCellHint { vi: "viết sheet:MÃ:DÒNG:Ô hoặc population:MÃ; hoặc tự nêu --low, --high, --source", en: "write sheet:CODE:ROW:CELL or population:CODE; or state --low, --high, --source" }
        TooFew { vi: "{0}: có {1} câu trả lời khảo sát; cần ít nhất {2} để biết trung vị nằm trong khoảng nào", en: "{0}: there are {1} survey answers; at least {2} are needed to tell in which range the middle lies" }
        TooFewHint { vi: "thêm câu trả lời; chạy: tinhgon cost observe {0} {1} {2} SỐ… --source NGUỒN", en: "add answers; run: tinhgon cost observe {0} {1} {2} NUMBER… --source SOURCE" }
        AllAlike { vi: "{0}: {1} câu trả lời cho cùng một khoảng một số ({2}), không có khoảng dao động", en: "{0}: the {1} answers give no range: both ends are {2}" }
        FromAnswers { vi: "khoảng của trung vị theo thứ tự {0} câu trả lời khảo sát (phân bố nhị thức, đúng {1}% số cuộc khảo sát; Conover, Practical Nonparametric Statistics, mục 3.2); {2}", en: "range of the median by the order of {0} survey answers (binomial distribution, right in {1}% of surveys; Conover, Practical Nonparametric Statistics, section 3.2); {2}" }
        FromAnswersSaid { vi: "từ {0} câu trả lời: trung vị {1}, khoảng đúng {2}% số cuộc khảo sát", en: "from {0} answers: middle {1}, a range that is right in {2}% of surveys" }
        Stored { vi: "{0}: {1}; giá trị đang dùng {2}", en: "{0}: {1}; in use: {2}" }
        None { vi: "“{0}” không có khoảng dao động", en: "“{0}” has no range" }
        NoneHint { vi: "xem: tinhgon uncertainty list", en: "see: tinhgon uncertainty list" }
        Outside { vi: "! {0}: giá trị đang dùng {1} nằm ngoài khoảng {2} – {3}", en: "! {0}: the value in use, {1}, lies outside {2} to {3}" }
        Gone { vi: "! {0}: tệp dữ liệu không còn tham số này", en: "! {0}: the data file no longer has this parameter" }
        Figure { vi: "Chỉ tiêu", en: "Metric" }
        FigureUnit { vi: "Đơn vị", en: "Unit" }
        UnitPercent { vi: "%", en: "%" }
        Mean { vi: "Trung bình", en: "Mean" }
        Median { vi: "Trung vị", en: "Median" }
        IntervalFrom { vi: "Khoảng từ", en: "Interval from" }
        IntervalTo { vi: "đến", en: "to" }
        InputMidpoint { vi: "Điểm giữa đầu vào", en: "Midpoint of inputs" }
        OutputMidpoint { vi: "Điểm giữa đầu ra", en: "Midpoint of outputs" }
        AllLow { vi: "Mọi tham số ở mức thấp", en: "All low" }
        AllHigh { vi: "Mọi tham số ở mức cao", en: "All high" }
        Programme { vi: "Chương trình", en: "Programme" }
        Target { vi: "Mục tiêu", en: "Target" }
        Needed { vi: "Phải đạt", en: "Required" }
        Probability { vi: "Xác suất đạt", en: "Probability" }
        Drawn { vi: "{0} lần mô phỏng, số khởi tạo {1}, {2} tham số có khoảng dao động; khoảng chứa {3}% số lần mô phỏng. Trung bình, trung vị và khoảng là thống kê; các cột khác tính chính xác.", en: "{0} {0:draw|draws}, seed {1}, {2} {2:parameter|parameters} with a range; the interval holds {3}% of the draws. Mean, median and interval are statistics; all other columns are exact." }
        Midpoints { vi: "Điểm giữa đầu vào: mọi tham số ở giữa khoảng. Điểm giữa đầu ra: trung bình của kết quả khi mọi tham số ở mức thấp và ở mức cao.", en: "Midpoint of inputs: every parameter at the middle of its range. Midpoint of outputs: the mean of the figure at all low and at all high." }
        Over { vi: "{0}, trên số liệu gốc {1} chốt tại ngày {2}", en: "{0}, over the baseline of {1} frozen as of {2}" }
        OverLive { vi: "{0}, trên số liệu hiện tại", en: "{0}, over current data" }
        Set { vi: "Tập hợp “{0}”: {1} phương án", en: "Set “{0}”: {1} {1:measure|measures}" }
        NothingUncertain { vi: "chưa tham số nào có khoảng dao động trong phạm vi này; thêm bằng: tinhgon uncertainty set", en: "no parameter in this scope has a range yet; to add one, run: tinhgon uncertainty set" }
        Apart { vi: "không tính mục tiêu của chương trình có số liệu gốc hoặc phạm vi riêng: {0}", en: "without the targets of programmes with a baseline or a scope of their own: {0}" }
        Idle { vi: "{0} tham số có khoảng dao động không làm thay đổi số liệu này (ngoài phạm vi, ngoài tập hợp hoặc không bảng tính nào dùng): {1}", en: "{0} {0:parameter|parameters} with a range {0:has|have} no effect here (out of scope, not in the set, or used by no sheet): {1}" }
        IncomesPassed { vi: "{0} dòng của số liệu gốc giữ mức thu nhập của ngày chốt, nay đã khác; khoảng dao động của thu nhập không áp dụng cho các dòng này", en: "{0} {0:row|rows} of the frozen baseline {0:carries|carry} an hourly rate that has changed since; the range of rates does not apply to them" }
        LiveTargets { vi: "chưa nêu chương trình; tính theo số liệu hiện tại cho mọi mục tiêu chưa chốt số liệu gốc. Tính trên số liệu gốc đã chốt: --programme MÃ", en: "no programme was named: the targets of all programmes without a frozen baseline are computed over current data. For a frozen baseline: --programme CODE" }
        SavedLow { vi: "Cắt giảm ở mức thấp", en: "Saved at low" }
        SavedHigh { vi: "Cắt giảm ở mức cao", en: "Saved at high" }
        SavedInUse { vi: "Cắt giảm ở số đang dùng", en: "Saved as in use" }
        Bar { vi: "Thấp ░ │ cao █", en: "Low ░ │ high █" }
        Correlation { vi: "Tương quan", en: "Correlation" }
        VarianceShare { vi: "Phần phương sai", en: "Share of variance" }
        PercentLow { vi: "Tỷ lệ ở mức thấp", en: "Share at low" }
        PercentHigh { vi: "Tỷ lệ ở mức cao", en: "Share at high" }
        SavedPoint { vi: "Chi phí cắt giảm ở số đang dùng: {0} đ/năm ({1})", en: "Cost saved as in use: {0} đ/year ({1})" }
        TornadoNote { vi: "Mỗi dòng: chỉ tham số đó thay đổi, các tham số khác giữ số đang dùng; vạch │ là số đang dùng. Phần phương sai: bình phương hệ số tương quan với số cắt giảm (hoặc tỷ lệ, khi dùng --percent) qua {0} lần mô phỏng, số khởi tạo {1}.", en: "In each row only that parameter moves, all others stay as in use; the mark │ is the figure as in use. Share of variance: the square of the correlation with the saving (or its share, with --percent) over {0} {0:draw|draws}, seed {1}." }
        MoreBars { vi: "… và {0} tham số nữa; xem thêm: --limit N", en: "… and {0} more; see more: --limit N" }
    }
}
