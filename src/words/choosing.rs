//! What the screens of choosing say.

crate::messages! {
    /// Words of the screens of scenarios, the solver, uncertainty, suggestions and debts.
    ChoosingWord {
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Over { vi: "So với", en: "Measured against" }
        LivingCatalogue { vi: "danh mục hiện tại", en: "the living catalogue" }
        NewTitle { vi: "Kịch bản mới", en: "New scenario" }
        CopyTitle { vi: "Chép kịch bản", en: "Copy the scenario" }
        KeepTitle { vi: "Lưu thành kịch bản mới (Esc: bỏ thay đổi)", en: "Keep as a new scenario (Esc: let the changes go)" }
        RemoveQuestion { vi: "Xóa kịch bản {0}?", en: "Remove the scenario {0}?" }
        CodeMissing { vi: "thiếu mã", en: "the code is missing" }
        Saved { vi: "đã lưu kịch bản {0} ({1} phương án); F8 hoàn tác", en: "saved scenario {0} ({1} {1:measure|measures}); F8 undoes" }
        Removed { vi: "đã xóa kịch bản {0}; F8 hoàn tác", en: "removed scenario {0}; F8 undoes" }
        Measures { vi: "Phương án", en: "Measures" }
        Abolished { vi: "Bãi bỏ", en: "Abolished" }
        Simplified { vi: "Đơn giản", en: "Simplified" }
        SavedYear { vi: "Tiết kiệm đ/năm", en: "Saved đ/year" }
        Percent { vi: "%", en: "%" }
        Effort { vi: "Công sức", en: "Effort" }
        Level { vi: "Cấp văn bản phải sửa", en: "Level to change" }
        Alone { vi: "Riêng lẻ đ/năm", en: "Alone đ/year" }
        NoScenario { vi: "Chưa có kịch bản nào của riêng bạn. a (hoặc Ins) lập một kịch bản; s tìm phương án đạt chỉ tiêu.", en: "You have no scenario of your own yet. a (or Ins) makes one; s looks for measures that reach the targets." }
        NoMeasure { vi: "không có phương án nào", en: "there is no measure" }
        OverFrozen { vi: "so với số liệu gốc {0} chốt tại ngày {1}", en: "against the baseline of {0}, frozen as of {1}" }
        OverLive { vi: "so với danh mục hiện tại", en: "against the living catalogue" }
        Unsaved { vi: "● chưa lưu", en: "● not saved" }
        InSet { vi: "{0}/{1} phương án", en: "{0}/{1} {1:measure|measures}" }
        CostLine { vi: "Tiết kiệm {2} đ/năm ({3}): {0} → {1}", en: "Saved {2} đ a year ({3}): {0} → {1}" }
        CountLine { vi: "Bãi bỏ {0}, đơn giản {1} / {2} ({3}) · −{4} giờ ({5}) · công sức {6} điểm", en: "Abolished {0}, simplified {1} of {2} ({3}) · −{4} h ({5}) · effort {6}" }
        WorthLine { vi: "Riêng lẻ {0} · trong tập hợp {1} đ/năm", en: "Alone {0} · within the set {1} đ a year" }
        ShareLine { vi: "Phần đóng góp {0} đ/năm", en: "Fair share {0} đ a year" }
        OutLine { vi: "Riêng lẻ {0} đ/năm · đang ở ngoài tập hợp", en: "Alone {0} đ a year · not in the set" }
        WithoutEffort { vi: "{0} phương án không rõ cấp văn bản nên chưa tính công sức", en: "{0} {0:measure tells|measures tell} no level, so {0:its|their} effort is not counted" }
        MissingMeasures { vi: "{0} phương án ngoài số liệu gốc, không tính", en: "{0} {0:measure|measures} outside the baseline {0:counts|count} nowhere" }
        Objective { vi: "Tìm", en: "Look for" }
        LeastEffort { vi: "đạt chỉ tiêu với ít công sức nhất", en: "the least effort that reaches the targets" }
        GreatestSaving { vi: "tiết kiệm nhiều nhất trong giới hạn công sức", en: "the greatest saving within a budget of effort" }
        CostTarget { vi: "Chi phí phải giảm, % (trống: chỉ tiêu của chương trình)", en: "Cost to save, % (empty: the programme's targets)" }
        TimeTarget { vi: "Thời gian phải giảm, %", en: "Time to save, %" }
        CountTarget { vi: "Quy định phải cắt giảm, đơn giản hóa, %", en: "Regulations to cut or simplify, %" }
        MoreTargets { vi: "Chỉ tiêu khác (time_saved@BTP=20%; abolished/report=5)", en: "Other targets (time_saved@BTP=20%; abolished/report=5)" }
        Conflicts { vi: "Nhiều nhất một trong (m1,m2; m3,m4)", en: "At most one of (m1,m2; m3,m4)" }
        Needs { vi: "Chỉ chọn khi chọn cả (m1=m2,m3; …)", en: "One only with others (m1=m2,m3; …)" }
        Budget { vi: "Công sức nhiều nhất, điểm", en: "Most effort, points" }
        MaxLevel { vi: "Cấp văn bản cao nhất được sửa", en: "Highest level to change" }
        AnyLevel { vi: "cấp nào cũng được", en: "any level" }
        DueBy { vi: "Chỉ phương án có hạn đến ngày", en: "Only measures due by" }
        Agencies { vi: "Chỉ cơ quan (mã, cách nhau bằng dấu phẩy)", en: "Only agencies (codes, with commas)" }
        Exclude { vi: "Không chọn phương án", en: "Measures to leave out" }
        Require { vi: "Phải chọn phương án", en: "Measures to take" }
        KeepAs { vi: "Mã kịch bản để lưu lời giải", en: "Code to keep the answer under" }
        SolveTitle { vi: "Tìm tập hợp phương án", en: "Look for a set of measures" }
        Solving { vi: "đang tìm… (Esc dừng)", en: "searching… (Esc stops)" }
        Drawing { vi: "đang rút mẫu… (Esc dừng)", en: "drawing… (Esc stops)" }
        GivenUp { vi: "đã dừng", en: "stopped" }
        ProvenBest { vi: "Không tập hợp nào tốt hơn: tối ưu có chứng minh ({0} giây).", en: "No set is better: a proven optimum ({0} s)." }
        WithGap { vi: "Cách mức tốt nhất có thể nhiều nhất {0} ({1} giây).", en: "At most {0} from the best possible ({1} s)." }
        TargetsTitle { vi: "Chỉ tiêu", en: "Targets" }
        SetTitle { vi: "Tập hợp (w lưu thành kịch bản)", en: "The set (w keeps it as a scenario)" }
        Reached { vi: "{0}: đạt {1} ({2}), cần {3}", en: "{0}: {1} reached ({2}), {3} needed" }
        ChosenLine { vi: "công sức {0} điểm · trong tập hợp tiết kiệm {1} đ/năm", en: "effort {0} {0:point|points} · saves {1} đ a year within the set" }
        NearLine { vi: "· {0}: cần {1}; nhiều nhất {2}; khi giữ các chỉ tiêu khác {3}", en: "· {0}: {1} needed; at most {2}; with the other targets kept {3}" }
        FoundTitle { vi: "Lời giải", en: "What was found" }
        ChancesTitle { vi: "Độ bất định của kịch bản {0} · {1} lần rút, hạt giống {2}, khoảng {3} %", en: "Uncertainty of scenario {0} · {1} {1:draw|draws}, seed {2}, {3} % interval" }
        NothingUncertain { vi: "Không có tham số nào bất định ở đây. Khai báo: tinhgon uncertainty set sheet:MÃ:DÒNG:minutes --spread pert --low … --likely … --high … --source …", en: "No parameter is uncertain here. State one: tinhgon uncertainty set sheet:CODE:ROW:minutes --spread pert --low … --likely … --high … --source …" }
        CostBefore { vi: "Chi phí trước, đ/năm", en: "Cost before, đ/year" }
        CostAfter { vi: "Chi phí sau, đ/năm", en: "Cost after, đ/year" }
        CostSaved { vi: "Tiết kiệm, đ/năm", en: "Saved, đ/year" }
        CostSavedPercent { vi: "Tiết kiệm, %", en: "Saved, %" }
        TimeSaved { vi: "Thời gian giảm, giờ", en: "Time saved, hours" }
        Point { vi: "Đang dùng", en: "In use" }
        Mean { vi: "Trung bình", en: "Mean" }
        Interval { vi: "Khoảng", en: "Interval" }
        Probability { vi: "Xác suất đạt", en: "Chance to meet" }
        TornadoTitle { vi: "Tham số nào đáng kể: tiết kiệm ở mức thấp ▒, mức cao █", en: "Which parameters matter: saving at the low ▒ and high █ end" }
        Swing { vi: "Chênh lệch đ/năm", en: "Swing đ/year" }
        Evidence { vi: "Bằng chứng", en: "Evidence" }
        Holder { vi: "Cơ quan giữ dữ liệu", en: "Kept by" }
        Component { vi: "Giấy tờ", en: "Paper" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Suggested { vi: "Gợi ý", en: "Suggested" }
        SavingBeside { vi: "Tiết kiệm đ/năm", en: "Saves đ/year" }
        PartOnly { vi: "chỉ một phần của giấy tờ này", en: "only a part of this paper" }
        NoEvidence { vi: "theo bản ghi (bản sao phải chứng thực, báo cáo trên giấy)", en: "by the record (a copy to be certified, a report on paper)" }
        NothingSuggested { vi: "không có gợi ý nào", en: "nothing is suggested" }
        Accepted { vi: "đã nhận thành phương án {0}; F8 hoàn tác", en: "accepted as measure {0}; F8 undoes" }
        Dismissed { vi: "đã bỏ, ghi ở phương án {0}; F8 hoàn tác", en: "dismissed, as said in measure {0}; F8 undoes" }
        DismissTitle { vi: "Vì sao bỏ gợi ý này?", en: "Why is this no suggestion?" }
        Reason { vi: "Lý do", en: "Reason" }
        OnlyMeasuresOpen { vi: "chỉ phương án mới mở được quy định; nhiệm vụ: tinhgon assignment show MÃ", en: "only a measure opens its regulation; an assignment: tinhgon assignment show CODE" }
        Who { vi: "Ai", en: "Who" }
        What { vi: "Việc", en: "What" }
        Stands { vi: "Tình trạng", en: "Stands" }
        Due { vi: "Hạn", en: "Due" }
        DaysLate { vi: "Chậm (ngày làm việc)", en: "Late (working days)" }
        OwedSummary { vi: "{0} việc, {1} việc chậm · xếp theo {2}{3}", en: "{0} {0:thing|things}, {1} late · by {2}{3}" }
        ByAgency { vi: "cơ quan", en: "agency" }
        ByPerson { vi: "người phụ trách", en: "person" }
        OnlyLate { vi: " · chỉ việc chậm", en: " · only what is late" }
        NothingOwed { vi: "không ai còn nợ việc gì", en: "nobody owes anything" }
        NoPerson { vi: "(chưa giao ai)", en: "(nobody named)" }
        NoAgency { vi: "(chưa rõ cơ quan)", en: "(no agency named)" }
        Since { vi: "từ {0}", en: "since {0}" }
        SideBySide { vi: "{0} kịch bản cạnh nhau · {1}", en: "{0} {0:scenario|scenarios} side by side · {1}" }
        OnlyFit { vi: "hiện {0}, cửa sổ hẹp", en: "{0} shown, the window is narrow" }
        Whole { vi: "toàn bộ", en: "whole" }
        SavedBy { vi: "tiết kiệm đ/năm {0}", en: "saved đ/year {0}" }
        AxisAgency { vi: "theo cơ quan", en: "by agency" }
        AxisField { vi: "theo lĩnh vực", en: "by field" }
        AxisKind { vi: "theo loại quy định", en: "by kind of regulation" }
        AxisLevel { vi: "theo cấp văn bản phải sửa", en: "by level to change" }
        AxisAuthority { vi: "theo người có thẩm quyền", en: "by authority that must act" }
        AxisYear { vi: "theo năm đến hạn", en: "by year of the due date" }
        FigureBefore { vi: "Chi phí trước, đ/năm", en: "Cost before, đ/year" }
        FigureAfter { vi: "Chi phí sau, đ/năm", en: "Cost after, đ/year" }
        FigureHours { vi: "Thời gian giảm, giờ", en: "Time saved, hours" }
        FigureHoursPercent { vi: "Thời gian giảm, %", en: "Time saved, %" }
        FigureCounted { vi: "Cắt, đơn giản hóa, %", en: "Cut or simplified, %" }
        None { vi: "(không nêu)", en: "(none stated)" }
    }
}
