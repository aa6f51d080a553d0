//! What choosing measures says.

crate::messages! {
    /// Messages about the question, the set that was found, and why there is none.
    ChooseWord {
        UnknownProgramme { vi: "không có chương trình “{0}”; có: {1}", en: "there is no programme “{0}”; there are: {1}" }
        NoTargets { vi: "bài toán chưa nêu mục tiêu nào", en: "the problem names no target" }
        NoTargetsHint { vi: "nêu --programme (có: {0}), hoặc --target cost_saved=20%, hoặc [[target]] trong tệp", en: "give --programme (there are: {0}), or --target cost_saved=20%, or [[target]] in the file" }
        NoBudget { vi: "chọn theo mức tiết kiệm lớn nhất phải có giới hạn khối lượng", en: "the greatest saving needs an effort limit" }
        NoBudgetHint { vi: "nêu --budget ĐIỂM, hoặc budget trong tệp", en: "give --budget POINTS, or budget in the file" }
        Negative { vi: "“{0}” phải là số không âm", en: "“{0}” must be zero or more" }
        NegativeTarget { vi: "mục tiêu “{0}” phải là số không âm", en: "the target “{0}” must be zero or more" }
        OverWhole { vi: "mục tiêu “{0}” {1}%: không thể cắt giảm quá 100%", en: "the target “{0}” of {1}%: no more than 100% can be saved" }
        PercentOrAmount { vi: "mục tiêu “{0}” cần đúng một trong hai: percent hoặc amount", en: "the target “{0}” needs one of the two: percent or amount" }
        UnknownLevel { vi: "không có cấp văn bản “{0}”; có: {1}", en: "there is no level of instruments “{0}”; there are: {1}" }
        UnknownKind { vi: "không có loại phương án “{0}”; có: {1}", en: "there is no kind of measure “{0}”; there are: {1}" }
        UnknownMeasureHint { vi: "xem: tinhgon measure list", en: "see: tinhgon measure list" }
        RequiredRejected { vi: "phương án “{0}” phải chọn (require) không được chấp thuận ngày {1}", en: "the required measure “{0}” was rejected on {1}" }
        RequiredWithdrawn { vi: "phương án “{0}” phải chọn (require) đã rút ngày {1}", en: "the required measure “{0}” was withdrawn on {1}" }
        RequiredDroppedHint { vi: "bỏ “{0}” khỏi require; hoặc đề xuất lại bằng: tinhgon measure move {0} proposed", en: "remove “{0}” from require; or propose it again, run: tinhgon measure move {0} proposed" }
        RequiredLater { vi: "phương án “{0}” phải chọn (require) chưa được đề xuất đến ngày {1}", en: "the required measure “{0}” was not yet proposed on {1}" }
        RequiredOutside { vi: "phương án “{0}” phải chọn (require) thuộc “{1}”, quy định này không có trong số liệu gốc", en: "the required measure “{0}” is on “{1}”, which is not in the baseline" }
        RequiredNoLevel { vi: "phương án “{0}” phải chọn (require) chưa xác định cấp văn bản, chưa tính được khối lượng", en: "the level of the required measure “{0}”, and so its effort, is not known" }
        RequiredNoLevelHint { vi: "nêu cấp văn bản bằng: tinhgon measure edit {0} --level …", en: "to state the level, run: tinhgon measure edit {0} --level …" }
        RequiredCrowded { vi: "phương án “{0}” phải chọn (require): quy định này có hơn {1} phương án", en: "the required measure “{0}”: its regulation has more than {1} measures" }
        UnknownAgency { vi: "không có quy định nào của cơ quan “{0}” trong số liệu gốc", en: "no regulation of the agency “{0}” is in the baseline" }
        UnknownAgencyHint { vi: "xem: tinhgon list agency", en: "see: tinhgon list agency" }
        NotVerified { vi: "kết quả không qua kiểm tra chính xác ({0}): lỗi chương trình, đề nghị gửi báo lỗi kèm thông báo này", en: "the result did not pass the exact check ({0}): a fault of the program, please report it with this message" }
        BadProblem { vi: "không đọc được bài toán TOML này", en: "this problem in TOML cannot be read" }
        BadProblemHint { vi: "xem các trường: tinhgon scenario solve --print-problem", en: "see the fields: tinhgon scenario solve --print-problem" }
        AboutProblem { vi: "Bài toán chọn phương án, giải bằng: tinhgon scenario solve TỆP. Dòng bắt đầu bằng # chỉ để đọc.", en: "A problem of choosing measures, solved by: tinhgon scenario solve FILE. Lines that begin with # are remarks." }
        AboutProgramme { vi: "Chương trình: so với số liệu gốc đã chốt của chương trình; không nêu mục tiêu thì dùng mục tiêu của chương trình", en: "Programme: its frozen baseline is measured against; its targets are used where none is named" }
        AboutObjective { vi: "Mục đích: least_effort (đạt mục tiêu với khối lượng ít nhất) hoặc greatest_saving (tiết kiệm nhiều nhất trong budget)", en: "Objective: least_effort (reach the targets with the least effort) or greatest_saving (save the most within budget)" }
        AboutBudget { vi: "Giới hạn khối lượng, tính bằng điểm (xem: list instrument-level); không tính phương án đã thực thi", en: "The effort limit, in points (see: list instrument-level); measures in force take none" }
        AboutStage { vi: "Chọn trong các phương án: planned (dự kiến, tất cả), approved (đã phê duyệt) hoặc in_force (đã thực thi)", en: "Choose among measures that are planned (all), approved or in_force" }
        AboutLevel { vi: "Chỉ sửa văn bản từ cấp này trở xuống", en: "Only instruments at or below this level" }
        AboutDue { vi: "Chỉ phương án có hạn đến ngày này", en: "Only measures due by this day" }
        AboutAgencies { vi: "Chỉ phương án của các cơ quan này", en: "Only measures of these agencies" }
        AboutKinds { vi: "Chỉ các loại phương án này", en: "Only these kinds of measure" }
        AboutExclude { vi: "Không được chọn", en: "Must not be chosen" }
        AboutRequire { vi: "Phải được chọn", en: "Must be chosen" }
        AboutSeconds { vi: "Thời gian tối đa, giây", en: "Time limit, in seconds" }
        AboutGap { vi: "Chấp nhận chênh so với mức tốt nhất có thể, phần trăm; 0 là tối ưu có chứng minh", en: "The accepted gap to the best possible, in percent; 0 is a proven optimum" }
        AboutTarget { vi: "Phải đạt: percent là phần trăm của số liệu gốc, hoặc amount là số tuyệt đối; có thể chỉ tính một cơ quan (agency), một số loại quy định (kinds)", en: "To reach: percent of the baseline, or an amount; of one agency or some kinds of regulation only, if stated" }
        AboutMetrics { vi: "metric: cost_saved, time_saved, cut_or_simplified, abolished, conditions_abolished, electronic; kinds: procedure, condition, report, standard, inspection", en: "metric: cost_saved, time_saved, cut_or_simplified, abolished, conditions_abolished, electronic; kinds: procedure, condition, report, standard, inspection" }
        AboutConflict { vi: "Chọn nhiều nhất một trong các phương án này", en: "At most one of these measures" }
        AboutPrecedence { vi: "Chỉ chọn measure khi chọn tất cả needs", en: "The measure only with all that it needs" }
        BadTarget { vi: "“{0}” không phải là mục tiêu; viết ví dụ cost_saved=20%, cut_or_simplified/report=15 hoặc time_saved@BTP=30%", en: "“{0}” is not a target; write for example cost_saved=20%, cut_or_simplified/report=15 or time_saved@BTP=30%" }
        BadNeeds { vi: "“{0}” phải có dạng PHƯƠNG-ÁN=CẦN[,CẦN…]", en: "“{0}” must be MEASURE=NEEDED[,NEEDED…]" }
        NoQuestion { vi: "kịch bản “{0}” do người lập, không kèm bài toán để chọn lại", en: "the scenario “{0}” was made by hand; it has no problem to solve again" }
        ByHand { vi: "kịch bản “{0}” do người lập; lưu kết quả dưới mã khác", en: "the scenario “{0}” was made by hand; save the result under another code" }
        SavedAs { vi: "đã lưu kịch bản {0} ({1} phương án)", en: "saved as scenario {0} ({1} {1:measure|measures})" }
        ModelWritten { vi: "đã ghi mô hình vào {0}", en: "the model was written to {0}" }
        Effort { vi: "Khối lượng (điểm)", en: "Effort (points)" }
        LevelColumn { vi: "Cấp văn bản", en: "Level" }
        Regulation { vi: "Quy định", en: "Regulation" }
        MeasureColumn { vi: "Phương án", en: "Measure" }
        Content { vi: "Nội dung", en: "Content" }
        Alone { vi: "Tính riêng (đ/năm)", en: "Stand-alone (đ/year)" }
        Within { vi: "Khi thực hiện cùng (đ/năm)", en: "Combined (đ/year)" }
        Remark { vi: "Ghi chú", en: "Remark" }
        InForce { vi: "đã thực thi", en: "in force" }
        Required { vi: "bắt buộc", en: "required" }
        Metric { vi: "Chỉ tiêu", en: "Metric" }
        OfAgency { vi: "{0}, {1}", en: "{0}, {1}" }
        Baseline { vi: "Số liệu gốc", en: "Baseline" }
        Needed { vi: "Phải đạt", en: "Required" }
        Achieved { vi: "Đạt", en: "Reached" }
        Percent { vi: "Tỷ lệ", en: "Percent" }
        Result { vi: "Kết quả", en: "Result" }
        Met { vi: "đạt", en: "met" }
        NotMet { vi: "chưa đạt", en: "not met" }
        Aside { vi: "không có số liệu gốc, không xét", en: "nothing to measure, excluded" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Searching { vi: "đang tìm tập hợp phương án: {0} giây (lâu nhất {1} giây)", en: "looking for the set: {0} s (at most {1} s)" }
        Explaining { vi: "đang tìm vì sao không đạt được: {0} giây", en: "finding out why it cannot be reached: {0} s" }
        Solved { vi: "Chọn {0} phương án · khối lượng {1} điểm · tiết kiệm {2} đ/năm ({3} số liệu gốc)", en: "{0} {0:measure|measures} · effort {1} {1:point|points} · saving {2} đ/year ({3} of the baseline)" }
        WithDone { vi: "Tính cả {0} phương án đã thực thi, không thêm khối lượng (-v liệt kê).", en: "{0} {0:measure|measures} in force {0:counts|count} too and {0:takes|take} no effort (-v lists them)." }
        NothingNeeded { vi: "Không cần chọn thêm phương án nào.", en: "No further measure is needed." }
        Optimal { vi: "Tối ưu: không tập hợp nào tốt hơn (đã chứng minh, {0} giây).", en: "Optimal: no set is better (proven, {0} s)." }
        WithGap { vi: "Chênh so với mức tốt nhất có thể: không quá {0} (giới hạn {1}; {2} giây).", en: "Within {0} of the best possible (bound {1}; {2} s)." }
        Size { vi: "Mô hình: {0} phương án chọn được, {1} nhóm, {2} lựa chọn; {3}. Kết quả đã kiểm tra lại bằng số chính xác.", en: "Model: {0} {0:measure|measures} that can be chosen, {1} {1:group|groups}, {2} {2:option|options}; {3}. The result was verified in exact arithmetic." }
        Bounded { vi: "Có quá nhiều phương án trên {0}; chỉ xét một phần các tổ hợp, kết quả tối ưu trong phần đó (-v xem chi tiết)", en: "Too many measures on {0}; only some of their combinations were considered, and the optimum is among these (-v for details)" }
        BoundedHow { vi: "Đã xét các tập hợp đến hai phương án, thiếu nhiều nhất một phương án, hoặc tăng dần theo mức tiết kiệm.", en: "Considered were sets of up to two, those that lack at most one, and those that grow by saving." }
        LeftTitle { vi: "Không chọn", en: "Not chosen" }
        Count { vi: "Số lượng", en: "Count" }
        Why { vi: "Vì sao", en: "Why" }
        Examples { vi: "Ví dụ", en: "For example" }
        MethodKnapsack { vi: "phân nhánh và chặn cho bài toán ba lô nhiều lựa chọn", en: "branch and bound for the multiple-choice knapsack" }
        MethodLagrangian { vi: "chặn Lagrange", en: "Lagrangian bound" }
        MethodBranchAndBound { vi: "chặn Lagrange rồi phân nhánh và chặn", en: "Lagrangian bound, then branch and bound" }
        Unreachable { vi: "Không đạt được: không tập hợp phương án nào thỏa mãn mọi điều kiện.", en: "Cannot be reached: no set of measures meets every constraint." }
        AnyOf { vi: "Chỉ cần bỏ MỘT trong các điều kiện sau là đạt được:", en: "Dropping any ONE of these makes it possible:" }
        NoSingle { vi: "Bỏ một điều kiện thì chưa đủ, phải bỏ từ hai điều kiện trở lên.", en: "Dropping one constraint is not enough; at least two must go." }
        Core { vi: "Các điều kiện sau không thể cùng thỏa mãn:", en: "These cannot all be met:" }
        CoreOne { vi: "Điều kiện sau không thể thỏa mãn dù bỏ mọi điều kiện khác:", en: "This one cannot be met even without all the others:" }
        Incomplete { vi: "Hết thời gian trước khi thử hết các điều kiện; danh sách có thể chưa đủ.", en: "The time ran out before every constraint was tried; the lists may not be complete." }
        IncompleteRoom { vi: "Hết bộ nhớ cho phép trước khi thử hết các điều kiện; danh sách có thể chưa đủ.", en: "The memory limit was reached before every constraint was tried; the lists may not be complete." }
        Nearest { vi: "Mức gần nhất có thể đạt", en: "Closest attainable" }
        MostAlone { vi: "Nhiều nhất, bỏ các mục tiêu khác", en: "At most, without the other targets" }
        MostWithOthers { vi: "Nhiều nhất, giữ các mục tiêu khác", en: "At most, with the other targets" }
        AtMost { vi: "nhiều nhất {0}", en: "at most {0}" }
        NotEven { vi: "không có tập hợp nào", en: "no set" }
        NotYet { vi: "hết thời gian, chưa tìm được", en: "the time ran out before one was found" }
        NotProven { vi: "ít nhất {0}", en: "at least {0}" }
        OutOfRoom { vi: "Sau {0} giây, hết bộ nhớ cho phép, chưa tìm được tập hợp nào; chưa kết luận là không có. Thu hẹp bài toán hoặc nới --gap", en: "After {0} s the memory limit was reached without a set found or its absence proved; narrow the problem, or allow a wider --gap" }
        RoomEnded { vi: "Dừng vì hết bộ nhớ cho phép, không phải vì hết thời gian; tăng --seconds không có tác dụng.", en: "Stopped at the memory limit, not the time limit; more --seconds would not help." }
        OutOfTime { vi: "Hết {0} giây, chưa tìm được tập hợp nào; chưa kết luận là không có. Tăng thời gian: --seconds N", en: "{0} s passed without a set found or its absence proved. For more time: --seconds N" }
        CTarget { vi: "mục tiêu: {0} ≥ {1}", en: "target: {0} ≥ {1}" }
        CBudget { vi: "khối lượng ≤ {0} điểm", en: "effort ≤ {0} {0:point|points}" }
        CStage { vi: "giai đoạn: {0}", en: "stage: {0}" }
        CLevel { vi: "cấp văn bản từ “{0}” trở xuống", en: "level “{0}” or below" }
        CDue { vi: "thời hạn đến {0}", en: "due by {0}" }
        CAgencies { vi: "chỉ các cơ quan {0}", en: "only agencies {0}" }
        CKinds { vi: "chỉ các loại {0}", en: "only kinds {0}" }
        CExclude { vi: "loại trừ {0}", en: "exclude {0}" }
        CRequire { vi: "bắt buộc {0}", en: "require {0}" }
        CConflict { vi: "nhiều nhất một trong {0}", en: "at most one of {0}" }
        CPrecedence { vi: "{0} chỉ cùng với {1}", en: "{0} only with {1}" }
    }
}
