//! What the screens of choosing say.

crate::messages! {
    /// Words of the screens of scenarios, the solver, uncertainty, suggestions and debts.
    ChoosingWord {
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Over { vi: "So với", en: "Measured against" }
        LivingCatalogue { vi: "số liệu hiện tại", en: "current data" }
        NewTitle { vi: "Kịch bản mới", en: "New scenario" }
        CopyTitle { vi: "Sao chép kịch bản", en: "Copy the scenario" }
        KeepTitle { vi: "Lưu thành kịch bản mới (Esc: bỏ thay đổi)", en: "Save as a new scenario (Esc discards changes)" }
        RemoveQuestion { vi: "Xóa kịch bản {0}?", en: "Remove the scenario {0}?" }
        CodeMissing { vi: "thiếu mã", en: "the code is missing" }
        Saved { vi: "đã lưu kịch bản {0} ({1} phương án); F8 hoàn tác", en: "saved scenario {0} ({1} {1:measure|measures}); F8 undoes" }
        Removed { vi: "đã xóa kịch bản {0}; F8 hoàn tác", en: "removed scenario {0}; F8 undoes" }
        Measures { vi: "Phương án", en: "Measures" }
        Abolished { vi: "Bãi bỏ", en: "Abolished" }
        Simplified { vi: "Đơn giản", en: "Simplified" }
        SavedYear { vi: "Tiết kiệm đ/năm", en: "Saved đ/year" }
        Percent { vi: "%", en: "%" }
        Effort { vi: "Khối lượng", en: "Effort" }
        Level { vi: "Cấp văn bản phải sửa", en: "Level to change" }
        Alone { vi: "Tính riêng đ/năm", en: "Stand-alone đ/year" }
        NoScenario { vi: "Chưa có kịch bản nào do bạn lập. a (hoặc Ins) lập một kịch bản; s chọn phương án đạt mục tiêu.", en: "You have no scenario of your own yet. a (or Ins) makes one; s looks for measures that reach the targets." }
        NoMeasure { vi: "không có phương án nào", en: "there is no measure" }
        OverFrozen { vi: "so với số liệu gốc {0} chốt tại ngày {1}", en: "against the baseline of {0}, frozen as of {1}" }
        OverLive { vi: "so với số liệu hiện tại", en: "against current data" }
        Unsaved { vi: "● chưa lưu", en: "● not saved" }
        InSet { vi: "{0}/{1} phương án", en: "{0}/{1} {1:measure|measures}" }
        CostLine { vi: "Tiết kiệm {2} đ/năm ({3}): {0} → {1}", en: "Saved {2} đ a year ({3}): {0} → {1}" }
        CountLine { vi: "Bãi bỏ {0}, đơn giản {1} / {2} ({3}) · −{4} giờ ({5}) · khối lượng {6} điểm", en: "Abolished {0}, simplified {1} of {2} ({3}) · −{4} h ({5}) · effort {6}" }
        NothingToCut { vi: "số liệu gốc không có gì để cắt giảm", en: "nothing to cut in the baseline" }
        WorthLine { vi: "Nếu thực hiện riêng: {0} · khi thực hiện cùng: {1} đ/năm", en: "Stand-alone {0} · combined {1} đ/year" }
        ShareLine { vi: "Phần đóng góp {0} đ/năm", en: "Attributed saving {0} đ/year" }
        OutLine { vi: "Nếu thực hiện riêng: {0} đ/năm · ngoài tập hợp", en: "Stand-alone {0} đ/year · not in the set" }
        WithoutEffort { vi: "{0} phương án chưa xác định cấp văn bản, chưa tính khối lượng", en: "{0} {0:measure|measures} without a known level; effort not counted" }
        MissingMeasures { vi: "{0} phương án ngoài số liệu gốc, không tính", en: "{0} {0:measure|measures} outside the baseline, not counted" }
        Objective { vi: "Mục đích", en: "Objective" }
        LeastEffort { vi: "đạt mục tiêu với khối lượng ít nhất", en: "the least effort that reaches the targets" }
        GreatestSaving { vi: "tiết kiệm nhiều nhất trong giới hạn khối lượng", en: "the greatest saving within a budget of effort" }
        CostTarget { vi: "Chi phí phải cắt giảm, % (trống: mục tiêu của chương trình)", en: "Cost to cut, % (empty: the programme's targets)" }
        TimeTarget { vi: "Thời gian phải cắt giảm, %", en: "Time to cut, %" }
        CountTarget { vi: "Quy định phải cắt giảm, đơn giản hóa, %", en: "Regulations to cut or simplify, %" }
        MoreTargets { vi: "Mục tiêu khác (time_saved@BTP=20%; abolished/report=5)", en: "Other targets (time_saved@BTP=20%; abolished/report=5)" }
        Conflicts { vi: "Nhiều nhất một trong (m1,m2; m3,m4)", en: "At most one of (m1,m2; m3,m4)" }
        Needs { vi: "Chỉ chọn khi chọn cả (m1=m2,m3; …)", en: "One only with others (m1=m2,m3; …)" }
        Budget { vi: "Giới hạn khối lượng, điểm", en: "Effort limit, points" }
        MaxLevel { vi: "Cấp văn bản cao nhất được sửa đổi", en: "Highest level to change" }
        AnyLevel { vi: "không giới hạn", en: "any level" }
        DueBy { vi: "Chỉ phương án có hạn đến ngày", en: "Only measures due by" }
        Agencies { vi: "Chỉ cơ quan (mã, cách nhau bằng dấu phẩy)", en: "Only agencies (codes, with commas)" }
        Exclude { vi: "Không chọn phương án", en: "Measures to exclude" }
        Require { vi: "Phải chọn phương án", en: "Required measures" }
        KeepAs { vi: "Mã kịch bản để lưu kết quả", en: "Code to save the result under" }
        SolveTitle { vi: "Chọn tập hợp phương án tối ưu", en: "Choose the best set of measures" }
        Solving { vi: "đang tìm… (Esc dừng)", en: "searching… (Esc stops)" }
        Drawing { vi: "đang mô phỏng… (Esc dừng)", en: "simulating… (Esc stops)" }
        GivenUp { vi: "đã dừng", en: "stopped" }
        ProvenBest { vi: "Không tập hợp nào tốt hơn: tối ưu có chứng minh ({0} giây).", en: "No set is better: a proven optimum ({0} s)." }
        WithGap { vi: "Chênh so với mức tốt nhất có thể: không quá {0} ({1} giây).", en: "Within {0} of the best possible ({1} s)." }
        TargetsTitle { vi: "Mục tiêu", en: "Targets" }
        SetTitle { vi: "Tập hợp được chọn (w lưu thành kịch bản)", en: "The set (w saves it as a scenario)" }
        Reached { vi: "{0}: đạt {1} ({2}), cần {3}", en: "{0}: {1} reached ({2}), {3} required" }
        ChosenLine { vi: "khối lượng {0} điểm · khi thực hiện cùng tiết kiệm {1} đ/năm", en: "effort {0} {0:point|points} · combined saving {1} đ/year" }
        NearLine { vi: "· {0}: cần {1}; bỏ các mục tiêu khác: {2}; giữ các mục tiêu khác: {3}", en: "· {0}: {1} required; without the other targets: {2}; with them: {3}" }
        FoundTitle { vi: "Kết quả chọn", en: "Result" }
        ChancesTitle { vi: "Độ nhạy, xác suất của kịch bản {0} · {1} lần mô phỏng, số khởi tạo {2}, khoảng {3}%", en: "Sensitivity of scenario {0} · {1} {1:draw|draws}, seed {2}, {3}% interval" }
        NothingUncertain { vi: "Chưa tham số nào có khoảng dao động. Khai báo bằng: tinhgon uncertainty set sheet:MÃ:DÒNG:minutes --spread pert --low … --likely … --high … --source …", en: "No parameter has a range here. To state one, run: tinhgon uncertainty set sheet:CODE:ROW:minutes --spread pert --low … --likely … --high … --source …" }
        CostBefore { vi: "Chi phí trước, đ/năm", en: "Cost before, đ/year" }
        CostAfter { vi: "Chi phí sau, đ/năm", en: "Cost after, đ/year" }
        CostSaved { vi: "Tiết kiệm, đ/năm", en: "Saved, đ/year" }
        CostSavedPercent { vi: "Tiết kiệm, %", en: "Saved, %" }
        TimeSaved { vi: "Cắt giảm thời gian, giờ", en: "Time saved, hours" }
        Point { vi: "Đang dùng", en: "In use" }
        Mean { vi: "Trung bình", en: "Mean" }
        Interval { vi: "Khoảng", en: "Interval" }
        Probability { vi: "Xác suất đạt", en: "Chance to meet" }
        TornadoTitle { vi: "Tham số ảnh hưởng nhiều nhất: tiết kiệm ở mức thấp ▒, mức cao █", en: "Which parameters matter: saving at the low ▒ and high █ end" }
        Swing { vi: "Chênh lệch đ/năm", en: "Swing đ/year" }
        Evidence { vi: "Căn cứ", en: "Evidence" }
        Holder { vi: "Cơ quan chủ quản CSDL", en: "Database owner" }
        Component { vi: "Thành phần hồ sơ", en: "Component" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Suggested { vi: "Gợi ý", en: "Suggested" }
        SavingBeside { vi: "Tiết kiệm đ/năm", en: "Saves đ/year" }
        PartOnly { vi: "chỉ một phần của thành phần hồ sơ này", en: "only a part of this component" }
        NoEvidence { vi: "theo bản ghi (bản sao phải chứng thực, báo cáo giấy)", en: "by the record (a copy to be certified, a report on paper)" }
        NothingSuggested { vi: "không có gợi ý nào", en: "no suggestions" }
        Accepted { vi: "đã lập phương án {0} từ gợi ý; F8 hoàn tác", en: "made measure {0} of the suggestion; F8 undoes" }
        Dismissed { vi: "đã ghi không chấp nhận tại {0}; F8 hoàn tác", en: "rejected, recorded as {0}; F8 undoes" }
        DismissTitle { vi: "Lý do không chấp nhận gợi ý", en: "Reason for rejecting the suggestion" }
        Reason { vi: "Lý do", en: "Reason" }
        OnlyMeasuresOpen { vi: "chỉ mở được quy định của phương án; nhiệm vụ, xem: tinhgon assignment show MÃ", en: "only a measure opens its regulation; for an assignment, see: tinhgon assignment show CODE" }
        Who { vi: "Cơ quan", en: "Agency" }
        What { vi: "Nhiệm vụ", en: "Item" }
        Stands { vi: "Tình trạng", en: "Status" }
        Due { vi: "Hạn", en: "Due" }
        DaysLate { vi: "Quá hạn (ngày LV)", en: "Overdue (w. days)" }
        OwedSummary { vi: "{0} nhiệm vụ, phương án chưa hoàn thành, {1} quá hạn · theo {2}{3}", en: "{0} open {0:item|items}, {1} overdue · by {2}{3}" }
        ByAgency { vi: "cơ quan", en: "agency" }
        ByPerson { vi: "người phụ trách", en: "person" }
        OnlyLate { vi: " · chỉ mục quá hạn", en: " · only overdue" }
        NothingOwed { vi: "không có nhiệm vụ, phương án nào chưa hoàn thành", en: "no open items" }
        NoPerson { vi: "(chưa phân công)", en: "(unassigned)" }
        NoAgency { vi: "(chưa xác định cơ quan)", en: "(no agency)" }
        Since { vi: "từ {0}", en: "since {0}" }
        SideBySide { vi: "So sánh {0} kịch bản · {1}", en: "{0} {0:scenario|scenarios} side by side · {1}" }
        OnlyFit { vi: "chỉ hiện {0}, cửa sổ hẹp", en: "{0} shown, the window is narrow" }
        Whole { vi: "toàn bộ", en: "whole" }
        SavedBy { vi: "tiết kiệm đ/năm {0}", en: "saved đ/year {0}" }
        AxisAgency { vi: "theo cơ quan", en: "by agency" }
        AxisField { vi: "theo lĩnh vực", en: "by field" }
        AxisKind { vi: "theo loại quy định", en: "by kind of regulation" }
        AxisLevel { vi: "theo cấp văn bản phải sửa", en: "by level to change" }
        AxisAuthority { vi: "theo người có thẩm quyền", en: "by authority that must act" }
        AxisYear { vi: "theo năm đến hạn", en: "by year of the due date" }
        FigureHoursPercent { vi: "Cắt giảm thời gian, %", en: "Time saved, %" }
        FigureCounted { vi: "Cắt giảm, đơn giản hóa, %", en: "Cut or simplified, %" }
        None { vi: "(chưa xác định)", en: "(none stated)" }
    }
}
