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
        Metric { vi: "Chỉ tiêu", en: "Figure" }
        Measures { vi: "Phương án", en: "Measures" }
        Regulations { vi: "Quy định", en: "Regulations" }
        Abolished { vi: "Bãi bỏ", en: "Abolished" }
        Simplified { vi: "Đơn giản hóa", en: "Simplified" }
        Counted { vi: "Tỷ lệ quy định", en: "Regulations, share" }
        Before { vi: "Chi phí trước (đ/năm)", en: "Cost before (đ/year)" }
        After { vi: "Chi phí sau (đ/năm)", en: "Cost after (đ/year)" }
        Saved { vi: "Tiết kiệm (đ/năm)", en: "Saved (đ/year)" }
        SavedPercent { vi: "Tỷ lệ cắt giảm", en: "Saved, share" }
        HoursBefore { vi: "Thời gian giải quyết trước (giờ làm việc)", en: "Processing time before (working hours)" }
        HoursAfter { vi: "Thời gian giải quyết sau (giờ làm việc)", en: "Processing time after (working hours)" }
        HoursSaved { vi: "Thời gian giảm (giờ làm việc)", en: "Time saved (working hours)" }
        HoursPercent { vi: "Tỷ lệ giảm thời gian", en: "Time saved, share" }
        Effort { vi: "Công sức (điểm)", en: "Effort (points)" }
        WithoutEffort { vi: "Phương án chưa rõ cấp văn bản", en: "Measures without a level" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Kind { vi: "Loại quy định", en: "Kind of regulation" }
        Level { vi: "Cấp văn bản", en: "Level of instrument" }
        Authority { vi: "Thẩm quyền", en: "Authority" }
        Year { vi: "Năm hoàn thành", en: "Year due" }
        Group { vi: "Nhóm", en: "Group" }
        Unstated { vi: "(chưa rõ)", en: "(not stated)" }
        OnlyIn { vi: "Chỉ có trong", en: "Only in" }
        Measure { vi: "Phương án", en: "Measure" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Title { vi: "Nội dung", en: "Content" }
        Share { vi: "Phần đóng góp (đ/năm)", en: "Fair share (đ/year)" }
        Within { vi: "Mất đi nếu bỏ (đ/năm)", en: "Lost without it (đ/year)" }
        ShareHours { vi: "Phần đóng góp (giờ)", en: "Fair share (hours)" }
        Live { vi: "danh mục hiện tại", en: "the living catalogue" }
        FrozenOn { vi: "{0}, chốt tại ngày {1}", en: "{0}, frozen as of {1}" }
        LiveOf { vi: "{0} chưa chốt, lấy danh mục hiện tại", en: "{0} is not frozen, the living catalogue stands in" }
        OverLine { vi: "Số liệu gốc: {0} ({1} quy định)", en: "Baseline: {0} ({1} {1:regulation|regulations})" }
        CountLine { vi: "{0} phương án: bãi bỏ {1} quy định, đơn giản hóa {2} ({3} số quy định)", en: "{0} {0:measure|measures}: {1} {1:regulation|regulations} abolished, {2} simplified ({3} of all)" }
        CostLine { vi: "Chi phí tuân thủ: {0} → {1} đ/năm, tiết kiệm {2} ({3})", en: "Compliance cost: {0} → {1} đ/year, {2} saved ({3})" }
        HoursLine { vi: "Thời gian giải quyết: {0} → {1} giờ làm việc, giảm {2} ({3})", en: "Processing time: {0} → {1} {1:working hour|working hours}, {2} saved ({3})" }
        EffortLine { vi: "Công sức: {0} điểm", en: "Effort: {0} {0:point|points}" }
        EffortDone { vi: "  trong đó {0} điểm của phương án đã thực thi, không phải bỏ thêm", en: "  of it {0} {0:point|points} of measures in force, already spent" }
        EffortPartly { vi: "Công sức: {0} điểm, không kể {1} phương án chưa rõ cấp văn bản", en: "Effort: {0} {0:point|points}, without {1} {1:measure|measures} whose level is not told" }
        ShareNote { vi: "Phần đóng góp cộng lại đúng bằng tổng tiết kiệm của kịch bản.", en: "The fair shares add up to what the scenario saves." }
        AveragedNote { vi: "≈: hơn {0} phương án tác động lẫn nhau; phần đóng góp là trung bình trên một số thứ tự cố định.", en: "≈: more than {0} {0:measure|measures} interact; the share is an average over some fixed orders." }
        DiffLine { vi: "{0} tiết kiệm {1} đ/năm, {2} tiết kiệm {3} đ/năm; chênh lệch {4} đ/năm", en: "{0} saves {1} đ/year, {2} saves {3} đ/year; a difference of {4} đ/year" }
        DiffTime { vi: "{0} giảm {1} giờ, {2} giảm {3} giờ; công sức {4} và {5} điểm", en: "{0} saves {1} {1:hour|hours}, {2} saves {3} {3:hour|hours}; effort {4} and {5} {5:point|points}" }
        SameMeasures { vi: "{0} và {1} có cùng các phương án", en: "{0} and {1} have the same measures" }
        OtherBaselines { vi: "các kịch bản đứng trên số liệu gốc khác nhau; thêm --programme để so trên cùng một số liệu", en: "these scenarios stand over different baselines; add --programme to compare over one" }
        Missing { vi: "{0}: không tính được {1} phương án không còn, hoặc cắt giảm quy định không có trong số liệu gốc: {2}", en: "{0}: {1} {1:measure is|measures are} not counted, being no more or on regulations that the baseline does not have: {2}" }
        Created { vi: "đã lập kịch bản {0}: {1} phương án", en: "made the scenario {0}: {1} {1:measure|measures}" }
        Changed { vi: "kịch bản {0}: {1} phương án", en: "scenario {0}: {1} {1:measure|measures}" }
        Exists { vi: "đã có kịch bản “{0}”", en: "there is a scenario “{0}” already" }
        ExistsHint { vi: "sửa bằng tinhgon scenario edit {0} …, hoặc chọn mã khác", en: "change it with tinhgon scenario edit {0} …, or choose another code" }
        BadCode { vi: "“{0}” không dùng làm mã kịch bản được", en: "“{0}” cannot be the code of a scenario" }
        BadCodeHint { vi: "viết liền, không có dấu phẩy hay chấm phẩy, không có “-” ở đầu, và khác các tên riêng: {0}", en: "write it without blanks, commas or semicolons, without “-” in front, and other than the special names: {0}" }
        NotIn { vi: "kịch bản {0} không có phương án “{1}”", en: "scenario {0} has no measure “{1}”" }
        UnknownScenario { vi: "không có kịch bản “{0}”", en: "there is no scenario “{0}”" }
        UnknownScenarioHint { vi: "có: {0}; tên riêng: {1}", en: "there are: {0}; special names: {1}" }
        NotStored { vi: "“{0}” là tên riêng của một nhóm phương án, không sửa, xóa hay giải lại được", en: "“{0}” is the special name of a set, which cannot be changed, removed or solved again" }
        NotStoredHint { vi: "tinhgon scenario copy {0} MÃ-MỚI lập một kịch bản từ nhóm này", en: "tinhgon scenario copy {0} NEW-CODE makes a scenario of it" }
        AndMore { vi: "{0}, … (còn {1})", en: "{0}, … ({1} more)" }
        SpecialPlanned { vi: "Mọi phương án dự kiến", en: "All planned measures" }
        SpecialApproved { vi: "Phương án đã phê duyệt", en: "Approved measures" }
        SpecialInForce { vi: "Phương án đã thực thi", en: "Measures in force" }
        SpecialNone { vi: "Không có phương án nào", en: "No measure at all" }
    }
}
