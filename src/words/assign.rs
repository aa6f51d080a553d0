//! What is said about directives, assignments, review campaigns, indicators, and about who owes what.

crate::messages! {
    /// Words about what directives assign.
    AssignWord {
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Date { vi: "Ngày", en: "Date" }
        Issuer { vi: "Người giao", en: "Given by" }
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
        Status { vi: "Trạng thái", en: "Status" }
        Steps { vi: "Quá trình", en: "Steps" }
        Since { vi: "Từ ngày", en: "Since" }
        Parts { vi: "Số đơn vị", en: "Parts" }
        PartsTitle { vi: "Phần của từng đơn vị (từ ngày)", en: "The part of each (since)" }
        PartsDone { vi: "Đã xong", en: "Parts done" }
        Evidence { vi: "Minh chứng", en: "Evidence" }
        DaysLate { vi: "Chậm (ngày làm việc)", en: "Late (working days)" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Kind { vi: "Loại", en: "Kind" }
        Item { vi: "Đối tượng", en: "On" }
        What { vi: "Việc phải làm", en: "What is owed" }
        Who { vi: "Ai", en: "Who" }
        Open { vi: "Chưa xong", en: "Open" }
        Late { vi: "Chậm", en: "Late" }
        Longest { vi: "Chậm lâu nhất (ngày làm việc)", en: "Longest late (working days)" }
        NextDue { vi: "Hạn kế tiếp", en: "Next due" }
        Trigger { vi: "Lý do rà soát", en: "Trigger" }
        Instruments { vi: "Văn bản", en: "Instruments" }
        Instrument { vi: "Văn bản", en: "Instrument" }
        Outcome { vi: "Kết quả rà soát", en: "Outcome" }
        WithoutOutcome { vi: "Chưa có kết quả", en: "Without outcome" }
        WithoutMeasure { vi: "Có kết quả, chưa có phương án", en: "Outcome without measure" }
        Measures { vi: "Phương án", en: "Measures" }
        Reason { vi: "Lý do", en: "Reason" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Baseline { vi: "Số gốc", en: "Baseline" }
        TargetValue { vi: "Chỉ tiêu", en: "Target" }
        Latest { vi: "Mới nhất", en: "Latest" }
        ReadOn { vi: "Ngày đo", en: "Read on" }
        Readings { vi: "Số lần đo", en: "Readings" }
        Distance { vi: "Còn thiếu", en: "Missing" }
        Met { vi: "Đạt", en: "Met" }
        Way { vi: "Phần đường đã đi", en: "Part of the way" }
        TrendPerDay { vi: "Xu thế mỗi ngày", en: "Trend per day" }
        TrendAtDue { vi: "Theo xu thế, đến hạn", en: "By the trend, when due" }
        TrendMeets { vi: "Theo xu thế, đạt", en: "By the trend, met" }
        TrendReaches { vi: "Theo xu thế, đạt ngày", en: "By the trend, met on" }
        LowerIsBetter { vi: "Càng thấp càng tốt", en: "Lower is better" }
        Value { vi: "Giá trị", en: "Value" }
        TrendNote { vi: "Xu thế là đường thẳng khớp nhất với các lần đo (bình phương tối thiểu), kéo dài về sau; đó không phải là cam kết.", en: "The trend is the straight line that fits the readings best (least squares), followed ahead; it is no promise." }
        Country { vi: "cả nước", en: "whole country" }
        Nobody { vi: "(chưa rõ)", en: "(nobody named)" }
        Ministries { vi: "các bộ, cơ quan ngang bộ", en: "all ministries" }
        Provinces { vi: "các tỉnh, thành phố", en: "all provinces" }
        Stored { vi: "đã ghi {0}", en: "stored {0}" }
        Moved { vi: "{0}: {1}", en: "{0}: {1}" }
        MovedPart { vi: "{0}, phần của {1}: {2}", en: "{0}, the part of {1}: {2}" }
        Exists { vi: "đã có “{0}”", en: "there is “{0}” already" }
        NoSuchPart { vi: "{0} không chủ trì nhiệm vụ {1}; chủ trì: {2}", en: "{0} does not lead assignment {1}; it is led by: {2}" }
        NeedsEvidence { vi: "trạng thái done cần --evidence (văn bản, địa chỉ hoặc số liệu cho thấy đã xong)", en: "status done needs --evidence (a document, an address or a figure that shows it)" }
        NoLead { vi: "nhiệm vụ cần ít nhất một cơ quan chủ trì (--lead)", en: "an assignment needs at least one agency that leads (--lead)" }
        AddedInstruments { vi: "{0}: thêm {1} văn bản, đã có {2}", en: "{0}: {1} {1:instrument|instruments} added, {2} were there" }
        NoInstruments { vi: "nêu số hiệu văn bản, hoặc --of-agency MÃ", en: "name instruments by number, or give --of-agency CODE" }
        NothingUnder { vi: "không có thủ tục nào của {0} nêu căn cứ pháp lý", en: "no procedure of {0} names a legal basis" }
        NotUnderReview { vi: "văn bản {0} không thuộc đợt rà soát {1}", en: "instrument {0} is not in campaign {1}" }
        NotUnderReviewHint { vi: "tinhgon campaign add {1} {0} đưa vào", en: "tinhgon campaign add {1} {0} puts it in" }
        OutcomeStored { vi: "{0}, {1}: {2}", en: "{0}, {1}: {2}" }
        KeptWithMeasure { vi: "văn bản giữ nguyên thì không có phương án; bỏ --measure, hoặc nêu amend, repeal, replace", en: "an instrument that is kept has no measure; leave out --measure, or say amend, repeal, replace" }
        OutcomeNeedsMeasure { vi: "kết quả này chưa có phương án; nêu --measure MÃ khi đã lập", en: "no measure carries this outcome yet; name it with --measure CODE once there is one" }
        ReadStored { vi: "{0} ngày {1}: {2}", en: "{0} on {1}: {2}" }
        BadNumber { vi: "“{0}” không phải là số; viết 12, 0.5 hoặc 1/3", en: "“{0}” is no number; write 12, 0.5 or 1/3" }
        DoubtfulNumber { vi: "“{0}” có thể là một nghìn hoặc một số thập phân; viết {1} hoặc {2}", en: "“{0}” may be thousands or a decimal; write {1} or {2}" }
        NothingOwed { vi: "Không có việc nào.", en: "Nothing is owed." }
        OwedSummary { vi: "tính đến {0}: {1} việc chưa xong, {2} việc chậm", en: "as of {0}: {1} {1:thing|things} open, {2} late" }
    }
}
