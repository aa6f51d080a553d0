//! What is said of scenarios.

crate::messages! {
    /// Messages and headings about scenarios.
    ScenarioWord {
        Scenario { vi: "Kịch bản", en: "Scenario" }
        Name { vi: "Tên", en: "Name" }
        Code { vi: "Mã", en: "Code" }
        Programme { vi: "Chương trình", en: "Programme" }
        BaselineColumn { vi: "Số liệu gốc", en: "Baseline" }
        Note { vi: "Ghi chú", en: "Note" }
        Metric { vi: "Chỉ tiêu", en: "Metric" }
        Measures { vi: "Phương án", en: "Measures" }
        Regulations { vi: "Quy định", en: "Regulations" }
        Abolished { vi: "Bãi bỏ", en: "Abolished" }
        Simplified { vi: "Đơn giản hóa", en: "Simplified" }
        Counted { vi: "Tỷ lệ quy định", en: "Regulations, share" }
        Before { vi: "Chi phí trước (đ/năm)", en: "Cost before (đ/year)" }
        After { vi: "Chi phí sau (đ/năm)", en: "Cost after (đ/year)" }
        Saved { vi: "Tiết kiệm (đ/năm)", en: "Saved (đ/year)" }
        SavedPercent { vi: "Tỷ lệ cắt giảm", en: "Reduction" }
        HoursBefore { vi: "Thời gian giải quyết trước (giờ làm việc)", en: "Processing time before (working hours)" }
        HoursAfter { vi: "Thời gian giải quyết sau (giờ làm việc)", en: "Processing time after (working hours)" }
        HoursSaved { vi: "Cắt giảm thời gian giải quyết (giờ làm việc)", en: "Time saved (working hours)" }
        HoursPercent { vi: "Tỷ lệ cắt giảm thời gian", en: "Time saved, share" }
        Effort { vi: "Khối lượng (điểm)", en: "Effort (points)" }
        WithoutEffort { vi: "Phương án chưa xác định cấp văn bản", en: "Measures without a known level" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Kind { vi: "Loại quy định", en: "Kind of regulation" }
        Level { vi: "Cấp văn bản", en: "Level of instrument" }
        Authority { vi: "Thẩm quyền", en: "Authority" }
        Year { vi: "Năm hoàn thành", en: "Year due" }
        Group { vi: "Nhóm", en: "Group" }
        OnlyIn { vi: "Chỉ có trong", en: "Only in" }
        Measure { vi: "Phương án", en: "Measure" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Title { vi: "Nội dung", en: "Content" }
        Share { vi: "Phần đóng góp (đ/năm)", en: "Attributed saving (đ/year)" }
        Within { vi: "Khi thực hiện cùng (đ/năm)", en: "Combined (đ/year)" }
        ShareHours { vi: "Phần đóng góp (giờ)", en: "Attributed (hours)" }
        Live { vi: "số liệu hiện tại", en: "current data" }
        FrozenOn { vi: "{0}, chốt tại ngày {1}", en: "{0}, frozen as of {1}" }
        LiveOf { vi: "{0} chưa chốt, tạm tính theo số liệu hiện tại", en: "{0} is not frozen; current data used instead" }
        OverLine { vi: "Số liệu gốc: {0} ({1} quy định)", en: "Baseline: {0} ({1} {1:regulation|regulations})" }
        CountLine { vi: "{0} phương án: bãi bỏ {1} quy định, đơn giản hóa {2} ({3} số quy định)", en: "{0} {0:measure|measures}: {1} {1:regulation|regulations} abolished, {2} simplified ({3} of all)" }
        CostLine { vi: "Chi phí tuân thủ: {0} → {1} đ/năm, tiết kiệm {2} ({3})", en: "Compliance cost: {0} → {1} đ/year, {2} saved ({3})" }
        HoursLine { vi: "Thời gian giải quyết: {0} → {1} giờ làm việc, cắt giảm {2} ({3})", en: "Processing time: {0} → {1} {1:working hour|working hours}, {2} saved ({3})" }
        EffortLine { vi: "Khối lượng sửa đổi văn bản: {0} điểm", en: "Effort: {0} {0:point|points}" }
        EffortDone { vi: "  trong đó {0} điểm của phương án đã thực thi", en: "  of which {0} {0:point|points} of measures in force" }
        EffortPartly { vi: "Khối lượng sửa đổi văn bản: {0} điểm, không kể {1} phương án chưa xác định cấp văn bản", en: "Effort: {0} {0:point|points}, without {1} {1:measure|measures} whose level is not known" }
        ShareNote { vi: "Phần đóng góp: mức tiết kiệm phân bổ cho từng phương án (giá trị Shapley); tổng các phần bằng số tiết kiệm của kịch bản.", en: "Attributed saving: the Shapley share of each measure; the shares add up to what the scenario saves." }
        AveragedNote { vi: "≈: hơn {0} phương án tác động lẫn nhau; phần đóng góp là trung bình trên một số thứ tự cố định.", en: "≈: more than {0} {0:measure|measures} interact; the share is an average over some fixed orders." }
        DiffLine { vi: "{0} tiết kiệm {1} đ/năm, {2} tiết kiệm {3} đ/năm; chênh lệch {4} đ/năm", en: "{0} saves {1} đ/year, {2} saves {3} đ/year; a difference of {4} đ/year" }
        DiffTime { vi: "{0} cắt giảm {1} giờ, {2} cắt giảm {3} giờ; khối lượng {4} và {5} điểm", en: "{0} saves {1} {1:hour|hours}, {2} saves {3} {3:hour|hours}; effort {4} and {5} {5:point|points}" }
        SameMeasures { vi: "{0} và {1} có cùng các phương án", en: "{0} and {1} have the same measures" }
        OtherBaselines { vi: "các kịch bản dùng số liệu gốc khác nhau; thêm --programme để so sánh trên cùng một số liệu", en: "these scenarios use different baselines; add --programme to compare over one" }
        Missing { vi: "{0}: không tính {1} phương án đã xóa hoặc thuộc quy định không có trong số liệu gốc: {2}", en: "{0}: not counted, removed or on regulations outside the baseline: {1} {1:measure|measures}: {2}" }
        Created { vi: "đã lập kịch bản {0}: {1} phương án", en: "made the scenario {0}: {1} {1:measure|measures}" }
        Changed { vi: "kịch bản {0}: {1} phương án", en: "scenario {0}: {1} {1:measure|measures}" }
        Exists { vi: "đã có kịch bản “{0}”", en: "there is a scenario “{0}” already" }
        ExistsHint { vi: "chọn mã khác; hoặc sửa bằng: tinhgon scenario edit {0} …", en: "choose another code; or to change it, run: tinhgon scenario edit {0} …" }
        BadCode { vi: "“{0}” không dùng làm mã kịch bản được", en: "“{0}” cannot be the code of a scenario" }
        BadCodeHint { vi: "viết liền, không có dấu phẩy hay chấm phẩy, không có “-” ở đầu, khác mã kịch bản có sẵn: {0}", en: "write it without blanks, commas or semicolons, without “-” in front, and other than the built-in scenarios: {0}" }
        NotIn { vi: "kịch bản {0} không có phương án “{1}”", en: "scenario {0} has no measure “{1}”" }
        UnknownScenario { vi: "không có kịch bản “{0}”", en: "no scenario “{0}” found" }
        UnknownScenarioHint { vi: "có: {0}; kịch bản có sẵn: {1}", en: "there are: {0}; built-in: {1}" }
        NotStored { vi: "“{0}” là kịch bản có sẵn, không sửa, xóa hoặc chọn lại được", en: "“{0}” is a built-in scenario, which cannot be changed, removed or solved again" }
        NotStoredHint { vi: "lập kịch bản mới từ kịch bản này bằng: tinhgon scenario copy {0} MÃ-MỚI", en: "to make a scenario of it, run: tinhgon scenario copy {0} NEW-CODE" }
        AndMore { vi: "{0}, … (còn {1})", en: "{0}, … ({1} more)" }
        SpecialPlanned { vi: "Mọi phương án dự kiến", en: "All planned measures" }
        SpecialApproved { vi: "Phương án đã phê duyệt", en: "Approved measures" }
        SpecialInForce { vi: "Phương án đã thực thi", en: "Measures in force" }
        SpecialNone { vi: "Không có phương án nào", en: "No measure at all" }
    }
}
