//! What the screens of scenarios and suggestions say.

crate::messages! {
    /// Words of the screens of scenarios, the solver, uncertainty and suggestions.
    ChoosingWord {
        SamePaper { vi: "{0} gợi ý cùng thành phần hồ sơ với gợi ý tiết kiệm hơn: không lập.", en: "{0} {0:suggestion|suggestions} about the same component as one that saves more: not made." }
        Answered { vi: "Đã xử lý", en: "Handled" }
        NothingAnswered { vi: "Chưa gợi ý nào được lập thành phương án hay bị loại.", en: "No suggestion was made a measure or rejected yet." }
        ReadingDossiers { vi: "đọc hồ sơ", en: "reading dossiers" }
        ReadingNow { vi: "Đang đọc hồ sơ, gợi ý hiện ra khi xong; làm việc khác được.", en: "The dossiers are being read; suggestions appear when that is done, and other work can go on." }
        NumberHint { vi: "ví dụ 30; 7,5", en: "for example 30; 7.5" }
        LikelyHint { vi: "chỉ với tam giác, PERT", en: "triangular and PERT alone" }
        RangeEdit { vi: "Sửa khoảng dao động", en: "Edit the range" }
        RangeNew { vi: "Khai báo khoảng dao động", en: "State a range" }
        RangeStored { vi: "đã ghi khoảng dao động; số đang dùng {0}; F8 hoàn tác", en: "stored the range; in use: {0}; F8 undoes" }
        RangeAbout { vi: "Theo đơn vị của tham số: phút, đồng, lần/năm, số đối tượng. Enter ở ô Tham số mở danh sách có tìm kiếm.", en: "In the unit of the parameter: minutes, đồng, times a year, people. Enter in the first field opens a list that can be searched." }
        RangeRemove { vi: "Bỏ khoảng dao động này?", en: "Take this range back?" }
        RangeRemoved { vi: "đã bỏ khoảng dao động; F8 hoàn tác", en: "took the range back; F8 undoes" }
        CostTarget { vi: "Cắt giảm chi phí", en: "Cost to cut" }
        TimeTarget { vi: "Cắt giảm thời gian", en: "Time to cut" }
        CountTarget { vi: "Cắt giảm, đơn giản hóa", en: "To cut or simplify" }
        LeastEffort { vi: "đạt mục tiêu với khối lượng ít nhất", en: "the least effort that reaches the targets" }
        GreatestSaving { vi: "tiết kiệm nhiều nhất trong giới hạn khối lượng", en: "the greatest saving within a budget of effort" }
        AnyLevel { vi: "không giới hạn", en: "any level" }
        Objective { vi: "Mục đích", en: "Objective" }
        Over { vi: "So với", en: "Measured against" }
        TargetHint { vi: "%, ví dụ 20", en: "%, for example 20" }
        Budget { vi: "Giới hạn khối lượng", en: "Effort limit" }
        BudgetHint { vi: "điểm", en: "points" }
        MaxLevel { vi: "Sửa đến cấp", en: "Highest level" }
        DueBy { vi: "Có hạn đến ngày", en: "Due by" }
        DayHint { vi: "ví dụ 31/12/2026", en: "for example 31/12/2026" }
        Agencies { vi: "Chỉ các cơ quan", en: "Only agencies" }
        Require { vi: "Phải chọn", en: "Required" }
        Exclude { vi: "Không chọn", en: "Excluded" }
        TargetsKept { vi: "Mục tiêu khác đang đặt", en: "Other targets now set" }
        OneMoreTarget { vi: "Thêm một mục tiêu", en: "One more target" }
        MustReach { vi: "phải đạt", en: "must reach" }
        MustReachHint { vi: "20% hoặc số: quy định, đồng/năm, giờ", en: "20% or a number: regulations, đồng a year, hours" }
        OfAgency { vi: "của cơ quan", en: "of the agency" }
        OfKinds { vi: "chỉ loại quy định", en: "only kinds of regulation" }
        WhichMetric { vi: "chọn chỉ tiêu phải đạt", en: "choose what must be reached" }
        HowMuch { vi: "chưa nêu mức phải đạt: 20% hoặc một số", en: "how much is not said: 20% or a number" }
        ConflictsKept { vi: "Đang đặt: nhiều nhất một", en: "Now set: at most one" }
        TwoAtLeast { vi: "chọn từ hai phương án", en: "choose two measures or more" }
        NeedsKept { vi: "Đang đặt: chỉ chọn cùng", en: "Now set: only together" }
        Needed { vi: "chỉ cùng với", en: "only with" }
        WhichNeeded { vi: "chọn phương án phải đi cùng", en: "choose the measures that it needs" }
        WhichNeeds { vi: "chọn phương án cần các phương án đã đánh dấu", en: "choose the measure that needs those ticked" }
        Conflicts { vi: "Nhiều nhất một trong", en: "At most one of" }
        Needs { vi: "Phương án này", en: "This measure" }
        SolveTitle { vi: "Chọn tập hợp phương án tối ưu", en: "Choose the best set of measures" }
        SolveAbout { vi: "Để trống các mục tiêu thì dùng mục tiêu của chương trình. Tìm lâu nhất 20 giây, F4 dừng được.", en: "Without targets those of the programme are used. The search takes 20 seconds at most and can be stopped by F4." }
        None { vi: "(chưa xác định)", en: "(none stated)" }
        IsIn { vi: "đang chọn", en: "in" }
        IsOut { vi: "không chọn", en: "out" }
        In { vi: "Chọn", en: "In" }
        Measure { vi: "Phương án", en: "Measure" }
        Content { vi: "Nội dung", en: "Content" }
        Stands { vi: "Tình trạng", en: "Status" }
        LevelShort { vi: "Cấp sửa", en: "Level" }
        Points { vi: "Điểm", en: "Points" }
        Alone { vi: "Tính riêng đ/năm", en: "Stand-alone đ/year" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Due { vi: "Hạn", en: "Due" }
        Person { vi: "Người phụ trách", en: "Person" }
        OutOfTime { vi: "Hết {0} giây, chưa tìm được tập hợp nào; chưa kết luận là không có. F2 thu hẹp bài toán rồi tìm lại.", en: "{0} s passed without a set found or its absence proved. F2 narrows the problem." }
        OutOfRoom { vi: "Sau {0} giây, hết bộ nhớ cho phép, chưa tìm được tập hợp nào; chưa kết luận là không có. F2 thu hẹp bài toán.", en: "After {0} s the memory limit was reached without a set found or its absence proved. F2 narrows the problem." }
        ProvenBest { vi: "Không tập hợp nào tốt hơn: tối ưu có chứng minh ({0} giây).", en: "No set is better: a proven optimum ({0} s)." }
        WithGap { vi: "Chênh so với mức tốt nhất có thể: không quá {0} ({1} giây).", en: "Within {0} of the best possible ({1} s)." }
        RoomEnded { vi: "Dừng vì hết bộ nhớ cho phép.", en: "Stopped at the memory limit." }
        Bounded { vi: "Có quá nhiều phương án trên {0}; chỉ xét một phần các tổ hợp, kết quả tối ưu trong phần đó.", en: "Too many measures on {0}; only some of their combinations were considered, and the optimum is among these." }
        KeepHint { vi: "Ctrl-S lưu thành kịch bản · Tab đến từng phương án, Enter mở", en: "Ctrl-S saves it as a scenario · Tab goes to each measure, Enter opens it" }
        TargetsTitle { vi: "Mục tiêu", en: "Targets" }
        Reached { vi: "{0}: đạt {1} ({2}), cần {3}", en: "{0}: {1} reached ({2}), {3} required" }
        SetTitle { vi: "Tập hợp được chọn", en: "The set" }
        ChosenLine { vi: "khối lượng {0} điểm · khi thực hiện cùng tiết kiệm {1} đ/năm", en: "effort {0} {0:point|points} · combined saving {1} đ/year" }
        NearLine { vi: "· {0}: cần {1}; nhiều nhất {2}; khi giữ các mục tiêu khác {3}", en: "· {0}: {1} required; at most {2}; with the other targets kept {3}" }
        NoBareBurdens { vi: "Mọi quy định có chi phí đều đã có phương án. Lập bảng tính cho quy định khác ở Danh mục, hoặc thêm phương án.", en: "Every regulation with a cost has a measure. Make cost sheets of others in the catalogue, or add measures." }
        BareBurdens { vi: "Cần thêm phương án cho các gánh nặng lớn chưa có phương án", en: "Large burdens without a measure yet" }
        MillionsOf { vi: "{0} tr.đ/năm", en: "{0} m đ/year" }
        SetTab { vi: "Phương án", en: "Measures" }
        StepsTab { vi: "Trước – sau", en: "Before, after" }
        SolveTab { vi: "Chọn tối ưu", en: "Optimise" }
        ChancesTab { vi: "Độ nhạy", en: "Sensitivity" }
        StepsTitle { vi: "Từ số liệu gốc đến sau kịch bản, triệu đ/năm (phần đóng góp)", en: "From the baseline to after the scenario, m đ/year (attributed)" }
        NoQuestionYet { vi: "Chưa đặt bài toán. F2 đặt bài toán: mục tiêu phải đạt, giới hạn khối lượng, phương án phải chọn hoặc không chọn.", en: "Nothing was asked yet. F2 asks: targets to reach, an effort limit, measures to require or exclude." }
        Unsaved { vi: "đang thử, chưa lưu", en: "trying, not saved" }
        RangesCount { vi: "{0} khoảng dao động", en: "{0} {0:range|ranges}" }
        RangeSaid { vi: "{0}: {1} · đang dùng {2} · {3} · nguồn: {4}", en: "{0}: {1} · in use {2} · {3} · source: {4}" }
        OutsideRange { vi: "số đang dùng nằm ngoài khoảng này", en: "the value in use lies outside this range" }
        NoMeasure { vi: "Chưa có phương án nào để chọn. Mở một thủ tục ở Danh mục rồi thêm phương án, hoặc lập từ Gợi ý.", en: "There is no measure to choose. Open a procedure in the catalogue and add one, or take one from the suggestions." }
        NothingTried { vi: "chưa chọn thêm hay bỏ bớt gì", en: "nothing was added or dropped" }
        StageStays { vi: "kịch bản có sẵn theo tình trạng phương án, không sửa được; F4 chép thành kịch bản mới", en: "built in from the status of measures, cannot be changed; F4 copies it" }
        NoLinkYet { vi: "Tab chọn một mã rồi Enter", en: "Tab takes a code in hand, then Enter" }
        NothingFoundYet { vi: "chưa có tập hợp nào để lưu", en: "there is no set to save yet" }
        Toggle { vi: "Chọn, thôi", en: "In, out" }
        ToggleAll { vi: "Chọn, thôi mọi hàng đang thấy", en: "All rows seen in or out" }
        Rename { vi: "Sửa tên, chương trình", en: "Edit name, programme" }
        AskSolver { vi: "Đặt bài toán", en: "Ask" }
        KeepFound { vi: "Lưu thành kịch bản", en: "Save as a scenario" }
        NextLink { vi: "Chỗ mở được sau", en: "Next link" }
        OverFrozen { vi: "so với số liệu gốc {0} chốt tại ngày {1}", en: "against the baseline of {0}, frozen as of {1}" }
        OverLive { vi: "so với số liệu hiện tại", en: "against current data" }
        Before { vi: "trước {0}", en: "was {0}" }
        IsMet { vi: "đạt", en: "met" }
        Lacks { vi: "thiếu {0}", en: "{0} short" }
        EffortOf { vi: "Khối lượng {0} điểm · {1} phương án", en: "Effort {0} {0:point|points} · {1} {1:measure|measures}" }
        CutOf { vi: "bãi bỏ {0}, đơn giản hóa {1}", en: "{0} abolished, {1} simplified" }
        LatestDue { vi: "muộn nhất {0}", en: "latest {0}" }
        WithoutEffort { vi: "{0} phương án chưa xác định cấp văn bản, chưa tính khối lượng", en: "{0} {0:measure|measures} without a known level; effort not counted" }
        MissingMeasures { vi: "{0} phương án ngoài số liệu gốc, không tính", en: "{0} {0:measure|measures} outside the baseline, not counted" }
        Chosen { vi: "Đang chọn", en: "Chosen now" }
        IfDropped { vi: "Nếu bỏ hàng này", en: "If this row is dropped" }
        IfTaken { vi: "Nếu chọn thêm hàng này", en: "If this row is added" }
        WorthAlone { vi: "nếu thực hiện riêng", en: "stand-alone" }
        WorthAll { vi: "thực hiện riêng hay cùng", en: "stand-alone and combined" }
        WorthWithin { vi: "khi thực hiện cùng", en: "combined" }
        WorthShare { vi: "phần đóng góp", en: "attributed" }
        EffortOnly { vi: "khối lượng {0} điểm", en: "effort {0} {0:point|points}" }
        BaselineStep { vi: "số liệu gốc", en: "baseline" }
        MoreMeasures { vi: "{0} phương án nữa", en: "{0} more {0:measure|measures}" }
        AfterStep { vi: "sau kịch bản", en: "after the scenario" }
        GoalStep { vi: "mục tiêu {0}", en: "target {0}" }
        KeepTitle { vi: "Lưu thành kịch bản mới", en: "Save as a new scenario" }
        KeepFoundTitle { vi: "Lưu kết quả thành kịch bản", en: "Save the result as a scenario" }
        Solving { vi: "chọn tối ưu", en: "optimising" }
        Drawing { vi: "mô phỏng", en: "simulating" }
        KeepTried { vi: "Giữ nháp, về", en: "Keep as a draft, go back" }
        DropTried { vi: "Bỏ các thay đổi", en: "Discard the changes" }
        TriedTitle { vi: "Kịch bản đang thử chưa lưu", en: "The scenario being tried is not saved" }
        TriedAbout { vi: "chọn thêm {0}, bỏ bớt {1} phương án", en: "{0} added, {1} dropped" }
        NothingUncertain { vi: "Chưa khai báo khoảng dao động nào. Ctrl-N khai báo: số phút, số lượt, giá trị của phương án có thể thấp, cao đến đâu; sau đó chương trình mô phỏng xác suất đạt mục tiêu.", en: "No range is stated yet. Ctrl-N states how low and how high minutes, numbers or values of measures may be; the chance of each target is then simulated." }
        NotDrawnYet { vi: "Đang mô phỏng, hoặc đã dừng: F4 › Mô phỏng lại.", en: "Simulating, or stopped: F4 › Simulate again." }
        NothingMoves { vi: "Không khoảng dao động nào làm thay đổi kịch bản này. Ctrl-N khai báo khoảng cho công việc mà phương án của kịch bản tác động.", en: "No range moves this scenario. Ctrl-N states one of what its measures cut." }
        Point { vi: "Đang dùng", en: "In use" }
        Mean { vi: "Trung bình", en: "Mean" }
        Interval { vi: "Khoảng {0}%", en: "{0}% interval" }
        InDong { vi: "đ/năm", en: "đ/year" }
        InMillions { vi: "triệu đ/năm", en: "m đ/year" }
        CostBefore { vi: "Chi phí trước", en: "Cost before" }
        CostAfter { vi: "Chi phí sau", en: "Cost after" }
        CostSaved { vi: "Tiết kiệm đ/năm", en: "Saved đ/year" }
        CostSavedPercent { vi: "Tỷ lệ tiết kiệm", en: "Saved, share" }
        TimeSaved { vi: "Giảm thời gian, giờ", en: "Time saved, h" }
        Probability { vi: "Xác suất đạt", en: "Chance to meet" }
        Swing { vi: "Chênh tr.đ/năm", en: "Swing m đ/year" }
        TornadoTitle { vi: "Khoảng dao động, ảnh hưởng nhiều nhất trước: mức thấp ▒, mức cao █", en: "Ranges, those that matter most first: low ▒, high █ end" }
        NoEffectHere { vi: "không ảnh hưởng kịch bản này", en: "no effect on this scenario" }
        CompareHint { vi: "Chưa đủ để so sánh. Ở thẻ Danh sách, nhấn Space trên từ hai kịch bản trở lên.", en: "Nothing to compare yet. On the list, press Space on two scenarios or more." }
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Measures { vi: "Phương án", en: "Measures" }
        Abolished { vi: "Bãi bỏ", en: "Abolished" }
        Simplified { vi: "Đơn giản", en: "Simplified" }
        Effort { vi: "Khối lượng", en: "Effort" }
        Share { vi: "Tỷ lệ", en: "Share" }
        MadeBy { vi: "Nguồn", en: "Made" }
        MadeStage { vi: "có sẵn", en: "built in" }
        MadeFound { vi: "chọn tối ưu", en: "found by the solver" }
        MadeByHand { vi: "tự lập", en: "made by hand" }
        LivingCatalogue { vi: "số liệu hiện tại", en: "current data" }
        CodeHint { vi: "viết liền, ví dụ kb-12", en: "one word, for example kb-12" }
        Saved { vi: "đã lưu kịch bản {0} ({1} phương án); F8 hoàn tác", en: "saved scenario {0} ({1} {1:measure|measures}); F8 undoes" }
        FromNothing { vi: "(không có phương án nào)", en: "(no measure)" }
        FromScenario { vi: "Bắt đầu từ", en: "Begin with" }
        NewTitle { vi: "Kịch bản mới", en: "New scenario" }
        CopyTitle { vi: "Sao chép kịch bản", en: "Copy the scenario" }
        Note { vi: "Ghi chú", en: "Note" }
        RenameTitle { vi: "Kịch bản {0}", en: "Scenario {0}" }
        CompareTab { vi: "So sánh {0}", en: "Compare {0}" }
        ListTab { vi: "Danh sách {0}", en: "List {0}" }
        Whole { vi: "toàn bộ", en: "whole" }
        SideBySide { vi: "So sánh {0} kịch bản · {1}", en: "{0} {0:scenario|scenarios} side by side · {1}" }
        CostLine { vi: "Tiết kiệm {2} đ/năm ({3}): {0} → {1}", en: "Saved {2} đ a year ({3}): {0} → {1}" }
        ShortCounts { vi: "bãi bỏ {0}, đơn giản hóa {1} · giảm {2} giờ · {3} điểm", en: "{0} abolished, {1} simplified · −{2} h · {3} points" }
        NoScenario { vi: "Chưa có kịch bản tự lập. Ctrl-N lập mới · Enter mở “Mọi phương án dự kiến” rồi Space chọn, thôi · F4 › Chọn tối ưu để đạt mục tiêu.", en: "No scenario of your own yet. Ctrl-N makes one · Enter opens “All planned measures”, Space takes up and drops · F4 › Optimise reaches the targets." }
        MarkToCompare { vi: "Dấu để so sánh", en: "Mark to compare" }
        RemoveQuestion { vi: "Xóa kịch bản {0}?", en: "Remove the scenario {0}?" }
        Removed { vi: "đã xóa kịch bản {0}; F8 hoàn tác", en: "removed scenario {0}; F8 undoes" }
        FigureCounted { vi: "Cắt giảm, đơn giản hóa, %", en: "Cut or simplified, %" }
        FigureHoursPercent { vi: "Cắt giảm thời gian, %", en: "Time saved, %" }
        OnlyFit { vi: "chỉ hiện {0}, cửa sổ hẹp", en: "{0} shown, the window is narrow" }
        Difference { vi: "Chênh lệch", en: "Difference" }
        SavedBy { vi: "tiết kiệm đ/năm {0}", en: "saved đ/year {0}" }
        OnlyOf { vi: "Chỉ {0} có: {1} phương án", en: "Only in {0}: {1} {1:measure|measures}" }
        AxisAgency { vi: "theo cơ quan", en: "by agency" }
        AxisField { vi: "theo lĩnh vực", en: "by field" }
        AxisKind { vi: "theo loại quy định", en: "by kind of regulation" }
        AxisLevel { vi: "theo cấp văn bản phải sửa", en: "by level to change" }
        AxisAuthority { vi: "theo người có thẩm quyền", en: "by authority that must act" }
        AxisYear { vi: "theo năm đến hạn", en: "by year of the due date" }
        ByDocument { vi: "Theo giấy tờ", en: "By document" }
        ByDatabase { vi: "Theo CSDL", en: "By database" }
        ByProcedure { vi: "Theo thủ tục", en: "By procedure" }
        Document { vi: "Giấy tờ", en: "Document" }
        Procedure { vi: "Thủ tục", en: "Procedure" }
        Database { vi: "Dữ liệu Nhà nước đã có", en: "Data the state holds" }
        KindOf { vi: "Loại phương án", en: "Kind of measure" }
        Fits { vi: "Khớp", en: "Fit" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Coverage { vi: "Số TTHC", en: "Procs" }
        GroupOf { vi: "{0} gợi ý · {1}{2}", en: "{0} {0:suggestion|suggestions} · {1}{2}" }
        AcceptMore { vi: "… {0} phương án nữa", en: "… {0} more" }
        AcceptSum { vi: "cộng tiết kiệm riêng từng gợi ý: {0} tr.đ/năm; phần khớp “một phần” là mức cao nhất", en: "sum of the savings, each by itself: {0} m đ/year; “part” fits are upper limits" }
        AcceptTitle { vi: "Lập {0} phương án từ gợi ý", en: "Make {0} {0:measure|measures} of suggestions" }
        Accepted { vi: "đã lập phương án {0} từ gợi ý; F8 hoàn tác", en: "made measure {0} of the suggestion; F8 undoes" }
        AcceptedMany { vi: "đã lập {0} phương án từ gợi ý; F8 hoàn tác cả loạt", en: "made {0} {0:measure|measures} of suggestions; F8 undoes all" }
        Reason { vi: "Lý do", en: "Reason" }
        RejectTitle { vi: "Không chấp nhận gợi ý", en: "Reject the suggestion" }
        Rejected { vi: "đã ghi không chấp nhận {0} gợi ý; F8 hoàn tác", en: "{0} {0:suggestion|suggestions} rejected; F8 undoes" }
        FoundedOn { vi: "căn cứ {0}", en: "under {0}" }
        SavesBeside { vi: "tiết kiệm thêm {0} đ/năm", en: "saves {0} đ/year more" }
        NoSheetYet { vi: "chưa có bảng tính nên chưa tính được", en: "no cost sheet yet to compute it from" }
        PartOnly { vi: "chỉ một phần của thành phần hồ sơ này", en: "only a part of this component" }
        NoEvidence { vi: "theo bản ghi (bản sao phải chứng thực, báo cáo giấy)", en: "by the record (a copy to be certified, a report on paper)" }
        NothingSuggested { vi: "Không còn gợi ý chưa xử lý. Gợi ý đã lập phương án hoặc không chấp nhận thì không hiện lại; xem ở thẻ Phương án của thủ tục.", en: "No suggestion is left. Those made into measures or rejected do not come back; see the measures of the procedure." }
        MakeMeasures { vi: "Lập phương án", en: "Make measures" }
    }
}
