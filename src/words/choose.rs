//! What choosing measures says.

crate::messages! {
    /// Messages about the question, the set that was found, and why there is none.
    ChooseWord {
        UnknownProgramme { vi: "không có chương trình “{0}”; có: {1}", en: "there is no programme “{0}”; there are: {1}" }
        NoTargets { vi: "bài toán không nêu chỉ tiêu nào", en: "the problem names no target" }
        NoTargetsHint { vi: "nêu --programme (có: {0}), hoặc --target cost_saved=20%, hoặc [[target]] trong tệp", en: "give --programme (there are: {0}), or --target cost_saved=20%, or [[target]] in the file" }
        NoBudget { vi: "tìm mức tiết kiệm lớn nhất cần có giới hạn công sức", en: "the greatest saving needs a budget of effort" }
        NoBudgetHint { vi: "nêu --budget ĐIỂM, hoặc budget trong tệp", en: "give --budget POINTS, or budget in the file" }
        Negative { vi: "“{0}” phải là số không âm", en: "“{0}” must be zero or more" }
        NegativeTarget { vi: "chỉ tiêu “{0}” phải là số không âm", en: "the target “{0}” must be zero or more" }
        OverWhole { vi: "chỉ tiêu “{0}” {1} %: không thể cắt giảm quá 100 %", en: "the target “{0}” of {1} %: no more than 100 % can be saved" }
        PercentOrAmount { vi: "chỉ tiêu “{0}” cần đúng một trong hai: percent hoặc amount", en: "the target “{0}” needs one of the two: percent or amount" }
        UnknownLevel { vi: "không có cấp văn bản “{0}”; có: {1}", en: "there is no level of instruments “{0}”; there are: {1}" }
        UnknownKind { vi: "không có loại phương án “{0}”; có: {1}", en: "there is no kind of measure “{0}”; there are: {1}" }
        UnknownMeasure { vi: "không có phương án “{0}”", en: "there is no measure “{0}”" }
        UnknownMeasureHint { vi: "xem “tinhgon measure list”", en: "see “tinhgon measure list”" }
        RequiredRejected { vi: "phương án “{0}” phải chọn (require) đã bị bác (không được chấp thuận) ngày {1}", en: "the required measure “{0}” was rejected on {1}" }
        RequiredWithdrawn { vi: "phương án “{0}” phải chọn (require) đã rút ngày {1}", en: "the required measure “{0}” was withdrawn on {1}" }
        RequiredDroppedHint { vi: "bỏ “{0}” khỏi require, hoặc đề xuất lại: tinhgon measure move {0} proposed", en: "take “{0}” out of require, or propose it again: tinhgon measure move {0} proposed" }
        RequiredLater { vi: "phương án “{0}” phải chọn (require) chưa được đề xuất đến ngày {1}", en: "the required measure “{0}” was not yet proposed on {1}" }
        RequiredOutside { vi: "phương án “{0}” phải chọn (require) nhằm vào “{1}”, quy định này không có trong số liệu gốc", en: "the required measure “{0}” aims at “{1}”, which is not in the baseline" }
        RequiredNoLevel { vi: "phương án “{0}” phải chọn (require): chưa rõ cấp văn bản phải sửa nên chưa tính được công sức", en: "the level of the required measure “{0}”, and so its effort, is not known" }
        RequiredNoLevelHint { vi: "ghi cấp văn bản: tinhgon measure edit {0} --level …", en: "state the level: tinhgon measure edit {0} --level …" }
        RequiredCrowded { vi: "phương án “{0}” phải chọn (require): quy định của nó có hơn {1} phương án", en: "the required measure “{0}”: more than {1} measures aim at its regulation" }
        UnknownAgency { vi: "không có quy định nào của cơ quan “{0}” trong số liệu gốc", en: "no regulation of the agency “{0}” is in the baseline" }
        UnknownAgencyHint { vi: "xem “tinhgon list agency”", en: "see “tinhgon list agency”" }
        TooLarge { vi: "số liệu quá lớn, không tính được chính xác", en: "the figures are too large to compute exactly" }
        NotVerified { vi: "tập hợp tìm được không qua được kiểm tra chính xác ({0}); đây là lỗi của chương trình", en: "the set that was found did not pass the exact check ({0}); this is a fault of the program" }
        BadProblem { vi: "không đọc được bài toán TOML này", en: "this problem in TOML cannot be read" }
        BadProblemHint { vi: "xem các trường: tinhgon scenario solve --print-problem", en: "see the fields: tinhgon scenario solve --print-problem" }
        AboutProblem { vi: "Bài toán chọn phương án, giải bằng: tinhgon scenario solve TỆP. Dòng bắt đầu bằng # chỉ để đọc.", en: "A problem of choosing measures, solved by: tinhgon scenario solve FILE. Lines that begin with # are remarks." }
        AboutProgramme { vi: "Chương trình: số liệu gốc đã chốt của nó là mốc; không nêu chỉ tiêu thì dùng chỉ tiêu của nó", en: "Programme: its frozen baseline is measured against; its targets are used where none is named" }
        AboutObjective { vi: "Tìm gì: least_effort (đạt chỉ tiêu với ít công sức nhất) hoặc greatest_saving (tiết kiệm nhiều nhất trong budget)", en: "What is best: least_effort (reach the targets with the least effort) or greatest_saving (save the most within budget)" }
        AboutBudget { vi: "Công sức nhiều nhất, tính bằng điểm (xem: list instrument-level); phương án đã thực thi không tốn công sức", en: "The most effort, in points (see: list instrument-level); measures in force take none" }
        AboutStage { vi: "Chọn trong các phương án: planned (tất cả), approved hoặc in_force", en: "Choose among measures that are planned (all), approved or in_force" }
        AboutLevel { vi: "Chỉ sửa văn bản từ cấp này trở xuống", en: "Only instruments at or below this level" }
        AboutDue { vi: "Chỉ phương án có hạn đến ngày này", en: "Only measures due by this day" }
        AboutAgencies { vi: "Chỉ phương án của các cơ quan này", en: "Only measures of these agencies" }
        AboutKinds { vi: "Chỉ các loại phương án này", en: "Only these kinds of measure" }
        AboutExclude { vi: "Không được chọn", en: "Must not be chosen" }
        AboutRequire { vi: "Phải được chọn", en: "Must be chosen" }
        AboutSeconds { vi: "Tìm lâu nhất bao nhiêu giây", en: "How long to search, in seconds" }
        AboutGap { vi: "Chấp nhận cách mức tốt nhất có thể bao nhiêu phần trăm; 0 là tối ưu có chứng minh", en: "The gap to the best possible to be content with, in percent; 0 is a proven optimum" }
        AboutTarget { vi: "Phải đạt: percent là phần trăm của số liệu gốc, hoặc amount là số tuyệt đối; có thể chỉ tính một cơ quan (agency), một số loại quy định (kinds)", en: "To reach: percent of the baseline, or an amount; of one agency or some kinds of regulation only, if stated" }
        AboutMetrics { vi: "metric: cost_saved, time_saved, cut_or_simplified, abolished, conditions_abolished, electronic; kinds: procedure, condition, report, standard, inspection", en: "metric: cost_saved, time_saved, cut_or_simplified, abolished, conditions_abolished, electronic; kinds: procedure, condition, report, standard, inspection" }
        AboutConflict { vi: "Chọn nhiều nhất một trong các phương án này", en: "At most one of these measures" }
        AboutPrecedence { vi: "Chỉ chọn measure khi chọn tất cả needs", en: "The measure only with all that it needs" }
        BadTarget { vi: "“{0}” không phải là chỉ tiêu; viết ví dụ cost_saved=20%, cut_or_simplified/report=15 hoặc time_saved@BTP=30%", en: "“{0}” is no target; write for example cost_saved=20%, cut_or_simplified/report=15 or time_saved@BTP=30%" }
        BadNumber { vi: "“{0}” không phải là số không âm; viết 12, 0.5 hoặc 1/3", en: "“{0}” is not a number of zero or more; write 12, 0.5 or 1/3" }
        BadNeeds { vi: "“{0}” phải có dạng PHƯƠNG-ÁN=CẦN[,CẦN…]", en: "“{0}” must be MEASURE=NEEDED[,NEEDED…]" }
        NoQuestion { vi: "kịch bản “{0}” do người lập, không kèm bài toán để giải lại", en: "the scenario “{0}” was put together by a person; it has no problem to solve again" }
        ByHand { vi: "kịch bản “{0}” do người lập; lưu lời giải dưới mã khác", en: "the scenario “{0}” was put together by a person; save the solution under another code" }
        SavedAs { vi: "đã lưu kịch bản {0} ({1} phương án)", en: "saved as scenario {0} ({1} {1:measure|measures})" }
        ModelWritten { vi: "đã ghi mô hình vào {0}", en: "the model was written to {0}" }
        Effort { vi: "Công sức", en: "Effort" }
        LevelColumn { vi: "Cấp văn bản", en: "Level" }
        Regulation { vi: "Quy định", en: "Regulation" }
        MeasureColumn { vi: "Phương án", en: "Measure" }
        Content { vi: "Nội dung", en: "Content" }
        Alone { vi: "Riêng (đ/năm)", en: "Alone (đ/year)" }
        Within { vi: "Trong tập hợp (đ/năm)", en: "Within the set (đ/year)" }
        Remark { vi: "Ghi chú", en: "Remark" }
        InForce { vi: "đã thực thi", en: "in force" }
        Required { vi: "bắt buộc", en: "required" }
        Metric { vi: "Chỉ tiêu", en: "Target" }
        OfAgency { vi: "{0}, {1}", en: "{0}, {1}" }
        Baseline { vi: "Gốc", en: "Baseline" }
        Needed { vi: "Phải đạt", en: "To reach" }
        Achieved { vi: "Đạt", en: "Reached" }
        Percent { vi: "Tỷ lệ", en: "Percent" }
        Result { vi: "Kết quả", en: "Result" }
        Met { vi: "đạt", en: "met" }
        NotMet { vi: "chưa đạt", en: "not met" }
        Aside { vi: "không có gì để tính, để ngoài", en: "nothing to measure, left aside" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Searching { vi: "đang tìm tập hợp phương án: {0} giây (lâu nhất {1} giây)", en: "looking for the set: {0} s (at most {1} s)" }
        Explaining { vi: "đang tìm vì sao không đạt được: {0} giây", en: "finding out why it cannot be reached: {0} s" }
        Solved { vi: "Chọn {0} phương án · công sức {1} điểm · tiết kiệm {2} đ/năm ({3} số liệu gốc)", en: "{0} {0:measure|measures} · effort {1} {1:point|points} · saving {2} đ/year ({3} of the baseline)" }
        WithDone { vi: "Tính cả {0} phương án đã thực thi, không tốn công sức (-v liệt kê).", en: "{0} {0:measure|measures} in force {0:counts|count} too and {0:takes|take} no effort (-v lists them)." }
        NothingNeeded { vi: "Không cần chọn thêm phương án nào.", en: "No further measure is needed." }
        Optimal { vi: "Tối ưu: không tập hợp nào tốt hơn (đã chứng minh). {0} giây, {1}.", en: "Optimal: no set is better (proven). {0} s, {1}." }
        WithGap { vi: "Cách mức tốt nhất có thể nhiều nhất {0} (giới hạn {1}). {2} giây, {3}.", en: "At most {0} from the best possible (bound {1}). {2} s, {3}." }
        Size { vi: "Mô hình: {0} phương án chọn được, {1} nhóm, {2} lựa chọn. Kết quả đã kiểm tra lại bằng số chính xác.", en: "Model: {0} {0:measure|measures} that can be chosen, {1} {1:group|groups}, {2} {2:option|options}. The result was verified in exact arithmetic." }
        Bounded { vi: "Quá nhiều phương án chồng nhau trên {0}: chỉ xét các tập hợp đến hai phương án, thiếu nhiều nhất một phương án, hoặc tăng dần theo mức tiết kiệm; tối ưu trong phạm vi đó.", en: "Too many measures overlap on {0}: only sets of up to two, those that lack at most one, and those that grow by saving were options; the optimum is among these." }
        LeftTitle { vi: "Không chọn", en: "Not chosen" }
        Count { vi: "Số lượng", en: "Count" }
        Why { vi: "Vì sao", en: "Why" }
        Examples { vi: "Ví dụ", en: "For example" }
        MethodKnapsack { vi: "phân nhánh và chặn cho bài toán ba lô nhiều lựa chọn", en: "branch and bound for the multiple-choice knapsack" }
        MethodLagrangian { vi: "chặn Lagrange", en: "Lagrangian bound" }
        MethodBranchAndBound { vi: "chặn Lagrange rồi phân nhánh và chặn", en: "Lagrangian bound, then branch and bound" }
        Unreachable { vi: "Không đạt được: không tập hợp phương án nào thỏa mãn mọi điều kiện.", en: "Cannot be reached: no set of measures meets every constraint." }
        AnyOf { vi: "Chỉ cần bỏ MỘT trong các điều kiện này là đạt được:", en: "Giving up any ONE of these makes it possible:" }
        NoSingle { vi: "Bỏ một điều kiện thì chưa đủ.", en: "Giving up one constraint is not enough." }
        Core { vi: "Các điều kiện này mâu thuẫn với nhau (thiếu một điều kiện thì hết mâu thuẫn):", en: "These stand against each other (without any one of them they no longer do):" }
        CoreOne { vi: "Riêng điều kiện này đã không thể đạt, dù bỏ mọi điều kiện khác:", en: "This one cannot be met by itself, even without all others:" }
        Incomplete { vi: "Hết thời gian trước khi thử hết các điều kiện; danh sách có thể chưa đủ.", en: "The time ran out before every constraint was tried; the lists may not be complete." }
        Nearest { vi: "Gần nhất có thể", en: "How near one gets" }
        MostAlone { vi: "Nhiều nhất, bỏ các chỉ tiêu khác", en: "At most, without the other targets" }
        MostWithOthers { vi: "Nhiều nhất, giữ các chỉ tiêu khác", en: "At most, with the other targets" }
        NotEven { vi: "không tập hợp nào", en: "no set" }
        NotProven { vi: "ít nhất {0}", en: "at least {0}" }
        OutOfRoom { vi: "Sau {0} giây, phép tìm chạm giới hạn bộ nhớ (không phải hết thời gian) mà chưa tìm được tập hợp nào, cũng chưa chứng minh được là không có; thu hẹp bài toán hoặc nới --gap.", en: "After {0} s the search came to its limit of memory (not of time) without a set found or its absence proved; ask for less, or allow a wider --gap." }
        RoomEnded { vi: "Phép tìm dừng vì giới hạn bộ nhớ, không phải vì hết thời gian: tăng --seconds không giúp thêm.", en: "The search stopped at its limit of memory, not of time: more --seconds would not help." }
        OutOfTime { vi: "Hết {0} giây mà chưa tìm được tập hợp nào, cũng chưa chứng minh được là không có; tăng --seconds.", en: "{0} s passed without a set found or its absence proved; give more --seconds." }
        CTarget { vi: "chỉ tiêu: {0} ≥ {1}", en: "target: {0} ≥ {1}" }
        CBudget { vi: "công sức ≤ {0} điểm", en: "effort ≤ {0} {0:point|points}" }
        CStage { vi: "giai đoạn: {0}", en: "stage: {0}" }
        CLevel { vi: "cấp văn bản ≤ {0}", en: "level ≤ {0}" }
        CDue { vi: "hạn đến {0}", en: "due by {0}" }
        CAgencies { vi: "chỉ các cơ quan {0}", en: "only agencies {0}" }
        CKinds { vi: "chỉ các loại {0}", en: "only kinds {0}" }
        CExclude { vi: "loại trừ {0}", en: "exclude {0}" }
        CRequire { vi: "bắt buộc {0}", en: "require {0}" }
        CConflict { vi: "nhiều nhất một trong {0}", en: "at most one of {0}" }
        CPrecedence { vi: "{0} chỉ cùng với {1}", en: "{0} only with {1}" }
    }
}
