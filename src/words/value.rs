//! The words for values of the trade: one word for each value, the same in documents, commands and on screen.

crate::messages! {
    /// Words for values of the nouns, in lower case; [`crate::view::Worded`] tells which stands for which.
    ValueWord {
        GroupDossier { vi: "1 Chuẩn bị hồ sơ", en: "1 Prepare the dossier" }
        GroupSubmission { vi: "2 Nộp hồ sơ", en: "2 Submit" }
        GroupFees { vi: "3 Nộp phí, lệ phí", en: "3 Pay fees" }
        GroupInspection { vi: "4 Chuẩn bị, phục vụ kiểm tra", en: "4 Prepare for and serve inspection" }
        GroupOther { vi: "5 Công việc khác", en: "5 Other work" }
        GroupResult { vi: "6 Nhận kết quả", en: "6 Receive the result" }
        CellMinutes { vi: "thời gian", en: "minutes" }
        CellOutsourcing { vi: "thuê dịch vụ", en: "outsourcing" }
        CellCharges { vi: "phí và chi phí khác", en: "fees and other costs" }
        CellTimes { vi: "số lần", en: "times" }
        CellPopulation { vi: "số đối tượng", en: "addressees" }
        ProvenanceAssumption { vi: "giả định", en: "assumption" }
        ProvenanceMeasured { vi: "đo", en: "measured" }
        ProvenanceSurveyed { vi: "khảo sát", en: "surveyed" }
        ProvenanceOfficial { vi: "chính thức", en: "official" }
        StatusProposed { vi: "đề xuất", en: "proposed" }
        StatusConsulted { vi: "đã lấy ý kiến", en: "consulted" }
        StatusSubmitted { vi: "đã trình", en: "submitted" }
        StatusApproved { vi: "đã phê duyệt", en: "approved" }
        StatusInForce { vi: "đã thực thi", en: "in force" }
        StatusRejected { vi: "không được chấp thuận", en: "rejected" }
        StatusWithdrawn { vi: "đã rút", en: "withdrawn" }
        StagePlanned { vi: "dự kiến", en: "planned" }
        StageApproved { vi: "đã phê duyệt", en: "approved" }
        StageInForce { vi: "đã thực thi", en: "in force" }
        MetricCutOrSimplified { vi: "quy định được cắt giảm, đơn giản hóa", en: "regulations cut or simplified" }
        MetricAbolished { vi: "quy định bãi bỏ", en: "regulations abolished" }
        MetricConditions { vi: "điều kiện bãi bỏ", en: "conditions abolished" }
        MetricCost { vi: "chi phí tuân thủ cắt giảm", en: "compliance cost saved" }
        MetricTime { vi: "thời gian giải quyết cắt giảm", en: "processing time saved" }
        MetricElectronic { vi: "thực hiện điện tử", en: "done electronically" }
        KindProcedure { vi: "thủ tục hành chính", en: "procedure" }
        KindCondition { vi: "yêu cầu, điều kiện", en: "condition" }
        KindReport { vi: "chế độ báo cáo", en: "report" }
        KindStandard { vi: "tiêu chuẩn, quy chuẩn", en: "standard" }
        KindInspection { vi: "kiểm tra chuyên ngành", en: "inspection" }
        RegulationInForce { vi: "đang áp dụng", en: "in force" }
        RegulationRepealed { vi: "đã bãi bỏ", en: "repealed" }
        ModeInPerson { vi: "trực tiếp", en: "in person" }
        ModeOnline { vi: "trực tuyến", en: "online" }
        ModePost { vi: "bưu chính", en: "by post" }
        UnitHour { vi: "giờ", en: "hours" }
        UnitWorkingDay { vi: "ngày làm việc", en: "working days" }
        UnitDay { vi: "ngày", en: "days" }
        UnitWeek { vi: "tuần", en: "weeks" }
        UnitMonth { vi: "tháng", en: "months" }
        UnitYear { vi: "năm", en: "years" }
        UnitUnstated { vi: "(không nêu đơn vị)", en: "(no unit stated)" }
        OnlineFull { vi: "toàn trình", en: "full" }
        OnlinePartial { vi: "một phần", en: "partial" }
        OnlineInformation { vi: "chỉ cung cấp thông tin", en: "information only" }
        AssignmentOpen { vi: "chưa thực hiện", en: "open" }
        AssignmentUnderWay { vi: "đang thực hiện", en: "under way" }
        AssignmentDone { vi: "hoàn thành", en: "done" }
        AssignmentCancelled { vi: "không còn phải thực hiện", en: "cancelled" }
        OutlookKeep { vi: "giữ nguyên", en: "keep" }
        OutlookAmend { vi: "sửa đổi, bổ sung", en: "amend" }
        OutlookRepeal { vi: "bãi bỏ", en: "repeal" }
        OutlookReplace { vi: "thay thế", en: "replace" }
        DebtAssignment { vi: "nhiệm vụ", en: "assignment" }
        DebtMeasure { vi: "phương án", en: "measure" }
        DebtReview { vi: "rà soát", en: "review" }
        UnderReview { vi: "đang rà soát", en: "under review" }
        AgencyMinistry { vi: "bộ", en: "ministry" }
        AgencyMinisterialBody { vi: "cơ quan ngang bộ", en: "ministerial body" }
        AgencyCentralBody { vi: "cơ quan khác ở trung ương", en: "other central body" }
        AgencyProvince { vi: "tỉnh, thành phố", en: "province" }
        AgencyOther { vi: "cơ quan khác", en: "other" }
        WithoutMeasure { vi: "chưa có phương án", en: "no measure yet" }
    }
}
