//! What is said about directives, assignments, review campaigns, indicators, and about who owes what.

crate::messages! {
    /// Words about what directives assign.
    AssignWord {
        AmendBefore { vi: "Sửa đổi, bổ sung {0} trước khi {2} hết hiệu lực ({1}), để thực hiện lâu dài: {3}", en: "Amend {0} before {2} ends ({1}), so that this lasts: {3}" }
        MakeLast { vi: "Sửa đổi, bổ sung quy định trước khi {1} hết hiệu lực ({0}), để thực hiện lâu dài: {2}", en: "Amend the provision before {1} ends ({0}), so that this lasts: {2}" }
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Date { vi: "Ngày", en: "Date" }
        Issuer { vi: "Người giao", en: "Issued by" }
        Document { vi: "Văn bản", en: "Document" }
        Source { vi: "Nguồn", en: "Source" }
        Directive { vi: "Chỉ đạo", en: "Directive" }
        Assignments { vi: "Nhiệm vụ", en: "Assignments" }
        Assignment { vi: "Nhiệm vụ", en: "Assignment" }
        Title { vi: "Nội dung", en: "Content" }
        Leads { vi: "Chủ trì", en: "Leads" }
        Lead { vi: "Chủ trì", en: "Lead" }
        Cooperating { vi: "Phối hợp", en: "Co-operating" }
        Deliverable { vi: "Sản phẩm", en: "Deliverable" }
        Due { vi: "Hạn", en: "Due" }
        Person { vi: "Người phụ trách", en: "Person" }
        Note { vi: "Ghi chú", en: "Note" }
        Status { vi: "Tình trạng", en: "Status" }
        Steps { vi: "Quá trình", en: "Steps" }
        Since { vi: "Từ ngày", en: "Since" }
        Parts { vi: "Số đơn vị", en: "Parts" }
        PartsTitle { vi: "Phần của từng đơn vị (từ ngày)", en: "The part of each (since)" }
        PartsDone { vi: "Đã hoàn thành", en: "Parts done" }
        Evidence { vi: "Minh chứng", en: "Evidence" }
        DaysLate { vi: "Quá hạn (ngày làm việc)", en: "Overdue (working days)" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Kind { vi: "Loại", en: "Kind" }
        Item { vi: "Quy định", en: "Regulation" }
        What { vi: "Nội dung", en: "Item" }
        Who { vi: "Cơ quan/Người phụ trách", en: "Agency or person" }
        Open { vi: "Chưa hoàn thành", en: "Open" }
        Late { vi: "Quá hạn", en: "Overdue" }
        Longest { vi: "Quá hạn lâu nhất (ngày làm việc)", en: "Longest overdue (working days)" }
        NextDue { vi: "Thời hạn kế tiếp", en: "Next due" }
        Trigger { vi: "Lý do rà soát", en: "Trigger" }
        Instruments { vi: "Văn bản", en: "Instruments" }
        Instrument { vi: "Văn bản", en: "Instrument" }
        Outcome { vi: "Kết quả rà soát", en: "Outcome" }
        WithoutOutcome { vi: "Chưa có kết quả", en: "Without an outcome" }
        WithoutMeasure { vi: "Có kết quả, chưa có phương án", en: "Outcome without a measure" }
        Measures { vi: "Phương án", en: "Measures" }
        Reason { vi: "Lý do", en: "Reason" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Baseline { vi: "Giá trị gốc", en: "Baseline" }
        TargetValue { vi: "Mức phải đạt", en: "Target" }
        Latest { vi: "Mới nhất", en: "Latest" }
        ReadOn { vi: "Ngày cập nhật", en: "Read on" }
        Readings { vi: "Số lần cập nhật", en: "Readings" }
        Distance { vi: "Còn thiếu", en: "Shortfall" }
        Met { vi: "Đạt", en: "Met" }
        Way { vi: "Tỷ lệ thực hiện", en: "Progress to target" }
        TrendPerDay { vi: "Xu hướng mỗi ngày", en: "Trend per day" }
        TrendAtDue { vi: "Theo xu hướng, đến hạn", en: "By the trend, when due" }
        TrendMeets { vi: "Theo xu hướng, đạt", en: "By the trend, met" }
        TrendReaches { vi: "Theo xu hướng, đạt ngày", en: "By the trend, met on" }
        LowerIsBetter { vi: "Càng thấp càng tốt", en: "Lower is better" }
        Value { vi: "Giá trị", en: "Value" }
        TrendNote { vi: "Xu hướng: đường thẳng khớp nhất với các lần cập nhật (bình phương tối thiểu), kéo dài đến hạn; chỉ để tham khảo.", en: "The trend is a least-squares line, for information only." }
        Country { vi: "cả nước", en: "whole country" }
        Nobody { vi: "(chưa phân công)", en: "(unassigned)" }
        Ministries { vi: "các bộ, cơ quan ngang bộ", en: "all ministries" }
        Provinces { vi: "các tỉnh, thành phố", en: "all provinces" }
        Stored { vi: "đã ghi {0}", en: "saved {0}" }
        Moved { vi: "{0}: {1}", en: "{0}: {1}" }
        MovedPart { vi: "{0}, phần của {1}: {2}", en: "{0}, the part of {1}: {2}" }
        Exists { vi: "đã có “{0}”", en: "there is “{0}” already" }
        NoSuchPart { vi: "{0} không chủ trì nhiệm vụ {1}; chủ trì: {2}", en: "{0} does not lead assignment {1}; it is led by: {2}" }
        NeedsEvidence { vi: "chuyển sang “hoàn thành” (done) phải có minh chứng: --evidence (văn bản, địa chỉ hoặc số liệu)", en: "status “done” needs evidence: --evidence (a document, an address or a figure)" }
        NoLead { vi: "nhiệm vụ phải có ít nhất một cơ quan chủ trì: --lead", en: "an assignment needs at least one lead agency: --lead" }
        AddedInstruments { vi: "{0}: thêm {1} văn bản, đã có {2}", en: "{0}: {1} {1:instrument|instruments} added, {2} were there" }
        NoInstruments { vi: "chưa nêu văn bản; nêu số, ký hiệu, hoặc --of-agency MÃ", en: "no instrument given; name them by number, or give --of-agency CODE" }
        NothingUnder { vi: "không có thủ tục nào của {0} nêu căn cứ pháp lý", en: "no procedure of {0} names a legal basis" }
        NotUnderReview { vi: "văn bản {0} không thuộc đợt rà soát {1}", en: "instrument {0} is not in campaign {1}" }
        NotUnderReviewHint { vi: "đưa vào đợt rà soát bằng: tinhgon campaign add {1} {0}", en: "to put it in, run: tinhgon campaign add {1} {0}" }
        OutcomeStored { vi: "{0}, {1}: {2}", en: "{0}, {1}: {2}" }
        KeptWithMeasure { vi: "văn bản giữ nguyên thì không có phương án; bỏ --measure, hoặc nêu amend, repeal, replace", en: "an instrument that is kept has no measure; omit --measure, or say amend, repeal, replace" }
        OutcomeNeedsMeasure { vi: "kết quả này chưa có phương án; nêu --measure MÃ khi đã lập", en: "no measure carries out this outcome yet; name it with --measure CODE once there is one" }
        ReadStored { vi: "{0} ngày {1}: {2}", en: "{0} on {1}: {2}" }
        BadNumber { vi: "“{0}” không phải là số; viết 12, 0,5 hoặc 1/3", en: "“{0}” is not a number; write 12, 0.5 or 1/3" }
        DoubtfulNumber { vi: "“{0}” có thể là một nghìn hoặc một số thập phân; viết {1} hoặc {2}", en: "“{0}” may be thousands or a decimal; write {1} or {2}" }
        NothingOwed { vi: "Không có nhiệm vụ, phương án nào chưa hoàn thành.", en: "No open items." }
        OwedSummary { vi: "tính đến {0}: {1} nhiệm vụ, phương án chưa hoàn thành, {2} quá hạn", en: "as of {0}: {1} open {1:item|items}, {2} overdue" }
    }
}
