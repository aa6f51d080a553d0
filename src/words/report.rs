//! What documents say besides their templates, and what can go wrong with them.

crate::messages! {
    /// Words of documents.
    ReportWord {
        ReminderSheet { vi: "Đôn đốc", en: "Reminder" }
        NeedsAgency { vi: "công văn đôn đốc gửi cho một cơ quan", en: "a reminder goes to one agency" }
        NeedsAgencyHint { vi: "nêu --scope agency:MÃ; tinhgon owes --totals --late cho biết cơ quan nào còn việc chậm", en: "give --scope agency:CODE; tinhgon owes --totals --late tells which agencies are late" }
        Section { vi: "Mục", en: "Section" }
        SectionLate { vi: "Quá hạn", en: "Late" }
        SectionSoon { vi: "Đến hạn trong 30 ngày", en: "Due in 30 days" }
        SectionOther { vi: "Khác, chưa xong", en: "Open besides" }
        SectionDone { vi: "Đã hoàn thành", en: "Done" }
        Concerns { vi: "Đối tượng", en: "Concerns" }
        Task { vi: "Nội dung", en: "What" }
        Person { vi: "Người phụ trách", en: "Person" }
        Status { vi: "Tình trạng", en: "Status" }
        Since { vi: "Từ ngày", en: "Since" }
        DueDate { vi: "Hạn", en: "Due" }
        DaysLate { vi: "Chậm (ngày làm việc)", en: "Late (working days)" }
        Evidence { vi: "Minh chứng", en: "Evidence" }
        New { vi: "Mới phát sinh", en: "New since the baseline" }
        NetInForce { vi: "Ròng, đã thực thi", en: "Net, in force" }
        NetInForcePercent { vi: "Ròng, đã thực thi (%)", en: "Net, in force (%)" }
        Reestimate { vi: "Tính lại", en: "Re-estimate" }
        Dropped { vi: "Không còn, không do phương án", en: "Left without a measure" }
        Today { vi: "Hiện nay", en: "Today" }
        GapInForce { vi: "Còn thiếu (đã thực thi)", en: "Missing (in force)" }
        ConsolidatedTitle { vi: "Văn bản hợp nhất {0}", en: "Consolidated text of {0}" }
        AmendingTitle { vi: "Dự thảo văn bản sửa đổi, bổ sung", en: "Draft amending instrument" }
        CannotRender { vi: "không ghi được dạng {0}", en: "the form {0} cannot be written" }
        UnknownScope { vi: "không có phạm vi “{0}”", en: "there is no scope “{0}”" }
        UnknownScopeHint { vi: "viết all, agency:MÃ, field:TÊN hoặc procedure:MÃ; lĩnh vực đang có: {0}", en: "write all, agency:CODE, field:NAME or procedure:CODE; fields there are: {0}" }
        UnknownProgramme { vi: "không có chương trình “{0}”; có: {1}", en: "there is no programme “{0}”; there are: {1}" }
        BadTemplates { vi: "không dùng được thư mục mẫu tài liệu", en: "the folder of templates cannot be used" }
        BadTemplate { vi: "mẫu tài liệu có lỗi", en: "the template is wrong" }
        BadTemplateHint { vi: "so với mẫu gốc trong thư mục reports/", en: "compare it with the shipped template in reports/" }
        TooLarge { vi: "tổng quá lớn, không tính được chính xác", en: "the sum is too large to compute exactly" }
        NoAgency { vi: "Chưa rõ cơ quan", en: "No agency stated" }
        NoField { vi: "Chưa rõ lĩnh vực", en: "No field stated" }
        Total { vi: "Tổng", en: "Total" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Kind { vi: "Loại", en: "Kind" }
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Content { vi: "Nội dung đơn giản hóa", en: "Content of the simplification" }
        Recommendation { vi: "Kiến nghị thực thi", en: "Recommendation" }
        CostBefore { vi: "Chi phí trước (đồng/năm)", en: "Cost before (đồng/year)" }
        CostAfter { vi: "Chi phí sau (đồng/năm)", en: "Cost after (đồng/year)" }
        CostSaved { vi: "Tiết kiệm (đồng/năm)", en: "Saved (đồng/year)" }
        PercentSaved { vi: "Tỷ lệ cắt giảm (%)", en: "Saved (%)" }
        ProposalSheet { vi: "Phương án", en: "Proposal" }
        ProgressSheet { vi: "Tiến độ", en: "Progress" }
        RankingSheet { vi: "Xếp hạng", en: "Ranking" }
        Programme { vi: "Chương trình", en: "Programme" }
        Target { vi: "Chỉ tiêu", en: "Target" }
        Group { vi: "Nhóm", en: "Group" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Baseline { vi: "Gốc", en: "Baseline" }
        Approved { vi: "Đã phê duyệt", en: "Approved" }
        InForce { vi: "Đã thực thi", en: "In force" }
        Planned { vi: "Dự kiến", en: "Planned" }
        PlannedPercent { vi: "Dự kiến (%)", en: "Planned (%)" }
        ApprovedPercent { vi: "Đã phê duyệt (%)", en: "Approved (%)" }
        InForcePercent { vi: "Đã thực thi (%)", en: "In force (%)" }
        TargetPercent { vi: "Chỉ tiêu (%)", en: "Target (%)" }
        Rank { vi: "Hạng", en: "Rank" }
        Costed { vi: "Có bảng tính", en: "With a cost sheet" }
        CostPerYear { vi: "Chi phí (đồng/năm)", en: "Cost (đồng/year)" }
        Share { vi: "Tỷ trọng (%)", en: "Share (%)" }
        CumulativeShare { vi: "Cộng dồn (%)", en: "Cumulative (%)" }
        DongPerYear { vi: "đồng/năm", en: "đồng/year" }
        WorkingHours { vi: "giờ làm việc", en: "working hours" }
        Regulations { vi: "quy định", en: "regulations" }
    }
}
