//! What documents say besides their templates, and what can go wrong with them.

crate::messages! {
    /// Words of documents.
    ReportWord {
        LapsesSheet { vi: "Hết hiệu lực", en: "Lapses" }
        LapsesOn { vi: "Hết hiệu lực sau ngày", en: "In force until" }
        LapsingDocument { vi: "Theo văn bản", en: "By document" }
        Measure { vi: "Phương án", en: "Measure" }
        Amend { vi: "Văn bản phải sửa trước ngày đó", en: "Instrument to amend before it" }
        Provision { vi: "Điều, khoản, điểm", en: "Provision" }
        DaysLeft { vi: "Còn lại (ngày)", en: "Days left" }
        ReminderSheet { vi: "Đôn đốc", en: "Reminder" }
        NeedsAgency { vi: "chưa nêu cơ quan nhận công văn đôn đốc", en: "the agency to be reminded is not stated" }
        NeedsAgencyHint { vi: "nêu --scope agency:MÃ; xem cơ quan có nhiệm vụ quá hạn: tinhgon owes --totals --late", en: "give --scope agency:CODE; for agencies with overdue items, see: tinhgon owes --totals --late" }
        Section { vi: "Mục", en: "Section" }
        SectionLate { vi: "Chưa hoàn thành, quá hạn", en: "Overdue" }
        SectionSoon { vi: "Chưa hoàn thành, đến hạn trong 30 ngày", en: "Due in 30 days" }
        SectionOther { vi: "Chưa hoàn thành, trong hạn", en: "Other open items" }
        SectionDone { vi: "Đã hoàn thành", en: "Done" }
        Concerns { vi: "Quy định", en: "Regulation" }
        Task { vi: "Nhiệm vụ, phương án", en: "Item" }
        Person { vi: "Người phụ trách", en: "Person" }
        Status { vi: "Tình trạng", en: "Status" }
        Since { vi: "Từ ngày", en: "Since" }
        DueDate { vi: "Thời hạn", en: "Due" }
        DaysLate { vi: "Quá hạn (ngày làm việc)", en: "Overdue (working days)" }
        Evidence { vi: "Minh chứng", en: "Evidence" }
        New { vi: "Phát sinh mới", en: "New since the baseline" }
        NetInForce { vi: "Thực giảm, đã thực thi", en: "Net reduction, in force" }
        NetInForcePercent { vi: "Thực giảm, đã thực thi (%)", en: "Net reduction, in force (%)" }
        Reestimate { vi: "Cập nhật số liệu", en: "Data update" }
        Dropped { vi: "Hết hiệu lực, không do phương án", en: "Lapsed (not by a measure)" }
        Today { vi: "Hiện tại", en: "Today" }
        GapInForce { vi: "Còn thiếu (đã thực thi)", en: "Shortfall (in force)" }
        ConsolidatedTitle { vi: "Văn bản hợp nhất {0}", en: "Consolidated text of {0}" }
        AmendingTitle { vi: "Dự thảo văn bản sửa đổi, bổ sung", en: "Draft amending instrument" }
        NotInIt { vi: "Không ghi trong văn bản: {0}", en: "Not in the document: {0}" }
        CannotRender { vi: "không xuất được dạng {0}", en: "cannot export as {0}" }
        UnknownScope { vi: "không có phạm vi “{0}”", en: "no scope “{0}” found" }
        UnknownScopeHint { vi: "viết all, agency:MÃ, field:TÊN hoặc procedure:MÃ; lĩnh vực đang có: {0}", en: "write all, agency:CODE, field:NAME or procedure:CODE; fields there are: {0}" }
        BadTemplates { vi: "không dùng được thư mục mẫu tài liệu", en: "the folder of templates cannot be used" }
        BadTemplate { vi: "mẫu tài liệu có lỗi", en: "the template is wrong" }
        UnknownData { vi: "data không có “{0}”; có: {1}", en: "data has no “{0}”; there are: {1}" }
        BadTemplateHint { vi: "so với mẫu kèm theo trong thư mục reports/", en: "compare it with the shipped template in reports/" }
        NoAgency { vi: "Chưa xác định cơ quan", en: "No agency stated" }
        NoField { vi: "Chưa xác định lĩnh vực", en: "No field stated" }
        Total { vi: "Tổng cộng", en: "Total" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Kind { vi: "Loại", en: "Kind" }
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Content { vi: "Nội dung đơn giản hóa", en: "Content of the simplification" }
        Recommendation { vi: "Kiến nghị thực thi", en: "Recommendation" }
        CostBefore { vi: "Chi phí trước (đồng/năm)", en: "Cost before (đồng/year)" }
        CostAfter { vi: "Chi phí sau (đồng/năm)", en: "Cost after (đồng/year)" }
        CostSaved { vi: "Chi phí tiết kiệm (đồng/năm)", en: "Saved (đồng/year)" }
        PercentSaved { vi: "Tỷ lệ cắt giảm (%)", en: "Reduction (%)" }
        ProposalSheet { vi: "Phương án", en: "Proposal" }
        PeriodAhead { vi: "kỳ {0} bắt đầu sau ngày tính đến {1}", en: "the period {0} begins after the day {1}" }
        UnknownPeriod { vi: "“{0}” không phải là kỳ báo cáo", en: "“{0}” is not a period" }
        UnknownPeriodHint { vi: "viết tháng, quý hoặc năm: 2026-11, 2026-Q4, 2026", en: "write a month, a quarter or a year: 2026-11, 2026-Q4, 2026" }
        NoPeriodHere { vi: "văn bản “{0}” không có số liệu theo kỳ", en: "the document “{0}” tells of no period" }
        NoPeriodHereHint { vi: "bỏ --period, hoặc chạy: tinhgon report progress --period {0}", en: "leave --period out, or run: tinhgon report progress --period {0}" }
        PeriodSheet { vi: "Kỳ {0}", en: "Period {0}" }
        PeriodStart { vi: "Đầu kỳ (đã thực thi)", en: "Before the period (in force)" }
        PeriodStartPercent { vi: "Đầu kỳ (%)", en: "Before the period (%)" }
        PeriodChange { vi: "Tăng, giảm trong kỳ", en: "Change in the period" }
        PeriodEnd { vi: "Cuối kỳ (đã thực thi)", en: "At its end (in force)" }
        PeriodEndPercent { vi: "Cuối kỳ (%)", en: "At its end (%)" }
        ProgressSheet { vi: "Tiến độ", en: "Progress" }
        SheetTab { vi: "Bảng tính", en: "Cost sheets" }
        SheetNumber { vi: "TT", en: "No." }
        SheetWork { vi: "Công việc", en: "Activity" }
        SheetHow { vi: "Cách thực hiện", en: "How" }
        SheetMinutes { vi: "Thời gian (phút)", en: "Time (minutes)" }
        SheetHourly { vi: "Thu nhập một giờ (đồng)", en: "Hourly rate (đồng)" }
        SheetOutsourcing { vi: "Thuê tư vấn, dịch vụ (đồng)", en: "External services (đồng)" }
        SheetCharges { vi: "Phí, lệ phí, chi phí khác (đồng)", en: "Fees and other costs (đồng)" }
        SheetTimes { vi: "Số lần một năm", en: "Frequency (per year)" }
        SheetPopulation { vi: "Số đối tượng tuân thủ một năm", en: "Affected population (per year)" }
        SheetOne { vi: "Chi phí một lần (đồng)", en: "Cost of one performance (đồng)" }
        SheetOneBefore { vi: "Một lần, trước (đồng)", en: "One performance, before (đồng)" }
        SheetOneAfter { vi: "Một lần, sau (đồng)", en: "One performance, after (đồng)" }
        SheetComparisonTab { vi: "So sánh", en: "Comparison" }
        ScenarioSheet { vi: "Phương án", en: "Measures" }
        ScenarioRegulations { vi: "Trước và sau", en: "Before and after" }
        ScenarioTargets { vi: "Mục tiêu", en: "Targets" }
        Taken { vi: "Thực hiện", en: "Taken" }
        Yes { vi: "Có", en: "Yes" }
        No { vi: "Không", en: "No" }
        EffortPoints { vi: "Khối lượng (điểm)", en: "Effort (points)" }
        SavedAlone { vi: "Tính riêng (đồng/năm)", en: "Stand-alone (đồng/year)" }
        SavedShare { vi: "Phần đóng góp (đồng/năm)", en: "Attributed (đồng/year)" }
        SavedCounted { vi: "Được tính (đồng/năm)", en: "Counted (đồng/year)" }
        Achieved { vi: "Đạt được", en: "Reached" }
        AchievedPercent { vi: "Đạt được (%)", en: "Reached (%)" }
        Gap { vi: "Còn thiếu", en: "Shortfall" }
        Met { vi: "Đạt mục tiêu", en: "Met" }
        IntervalsTab { vi: "Khoảng kết quả", en: "Intervals" }
        ProbabilitiesTab { vi: "Xác suất đạt mục tiêu", en: "Probabilities" }
        ParametersTab { vi: "Tham số", en: "Parameters" }
        SheetAnnual { vi: "Chi phí một năm (đồng)", en: "Cost per year (đồng)" }
        SheetSource { vi: "Nguồn", en: "Source" }
        RankingSheet { vi: "Xếp hạng", en: "Ranking" }
        Programme { vi: "Chương trình", en: "Programme" }
        Metric { vi: "Chỉ tiêu", en: "Metric" }
        Group { vi: "Nhóm", en: "Group" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Baseline { vi: "Số liệu gốc", en: "Baseline" }
        Approved { vi: "Đã phê duyệt", en: "Approved" }
        InForce { vi: "Đã thực thi", en: "In force" }
        Planned { vi: "Dự kiến", en: "Planned" }
        PlannedPercent { vi: "Dự kiến (%)", en: "Planned (%)" }
        ApprovedPercent { vi: "Đã phê duyệt (%)", en: "Approved (%)" }
        InForcePercent { vi: "Đã thực thi (%)", en: "In force (%)" }
        TargetPercent { vi: "Phải đạt (%)", en: "Required (%)" }
        Rank { vi: "Hạng", en: "Rank" }
        Costed { vi: "Có bảng tính", en: "With a cost sheet" }
        CostPerYear { vi: "Chi phí (đồng/năm)", en: "Cost (đồng/year)" }
        Share { vi: "Tỷ trọng (%)", en: "Share (%)" }
        CostOfOne { vi: "Một lần thực hiện (đồng)", en: "One performance (đồng)" }
        CumulativeShare { vi: "Cộng dồn (%)", en: "Cumulative (%)" }
        DongPerYear { vi: "đồng/năm", en: "đồng/year" }
        WorkingDays { vi: "ngày làm việc", en: "working days" }
        WorkingHours { vi: "giờ làm việc", en: "working hours" }
        Regulations { vi: "quy định", en: "regulations" }
    }
}
