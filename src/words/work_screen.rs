//! What the screens of follow-up say.

crate::messages! {
    /// Words of the screens of what is owed, review campaigns and indicators.
    WorkWord {
        ByDue { vi: "Theo hạn", en: "By due date" }
        ByAgency { vi: "Theo cơ quan", en: "By agency" }
        Campaigns { vi: "Đợt rà soát", en: "Reviews" }
        Indicators { vi: "Chỉ số", en: "Indicators" }
        Assignment { vi: "Nhiệm vụ", en: "Assignment" }
        Campaign { vi: "Đợt rà soát", en: "Review campaign" }
        Indicator { vi: "Chỉ số", en: "Indicator" }
        Directive { vi: "Văn bản chỉ đạo", en: "Directive" }
        Code { vi: "Mã", en: "Code" }
        CodeHint { vi: "viết liền, ví dụ nv-01", en: "one word, for example nv-01" }
        What { vi: "Nhiệm vụ, phương án", en: "Assignment, measure" }
        When { vi: "Thời hạn", en: "When" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Person { vi: "Người phụ trách", en: "Person" }
        Status { vi: "Tình trạng", en: "Status" }
        Due { vi: "Hạn", en: "Due" }
        Days { vi: "Ngày LV", en: "Work days" }
        Kind { vi: "Loại", en: "Kind" }
        Item { vi: "Quy định, văn bản", en: "Regulation, instrument" }
        Late { vi: "Quá hạn", en: "Overdue" }
        SoonDue { vi: "Đến hạn trong 30 ngày làm việc", en: "Due within 30 working days" }
        LaterDue { vi: "Đến hạn sau đó", en: "Due later" }
        NoDue { vi: "Chưa xác định hạn", en: "No due date" }
        DaysLate { vi: "quá {0}", en: "{0} late" }
        DaysLeft { vi: "còn {0}", en: "{0} left" }
        GroupOfAgency { vi: "{0} · {1} chưa hoàn thành, {2} quá hạn", en: "{0} · {1} open, {2} overdue" }
        OpenAndLate { vi: "{0} chưa hoàn thành · {1} quá hạn", en: "{0} open · {1} overdue" }
        Since { vi: "từ {0}", en: "since {0}" }
        Deliverable { vi: "Sản phẩm", en: "Deliverable" }
        Cooperating { vi: "Phối hợp", en: "Co-operating" }
        Leads { vi: "Chủ trì", en: "Leads" }
        NoLead { vi: "chọn ít nhất một cơ quan chủ trì (Space)", en: "choose at least one lead agency (Space)" }
        CommaHint { vi: "cách nhau bằng dấu phẩy", en: "with commas between" }
        Source { vi: "Nguồn", en: "Source" }
        Date { vi: "Ngày", en: "Date" }
        Issuer { vi: "Cơ quan giao", en: "Issued by" }
        Document { vi: "Số văn bản", en: "Document" }
        DocumentHint { vi: "cần khi phê duyệt, thực thi", en: "needed when approved, in force" }
        NeedsDocument { vi: "phải nêu số văn bản phê duyệt hoặc thực thi", en: "the number of the document is needed" }
        Trigger { vi: "Lý do rà soát", en: "Trigger" }
        CarriesOut { vi: "Thực hiện nhiệm vụ", en: "Carries out" }
        Shows { vi: "Đo nhiệm vụ", en: "Shows the assignment" }
        Unit { vi: "Đơn vị", en: "Unit" }
        UnitHint { vi: "%, người, ngày…", en: "%, people, days …" }
        Baseline { vi: "Giá trị gốc", en: "Baseline" }
        TargetValue { vi: "Chỉ tiêu", en: "Target" }
        Better { vi: "Chiều tốt", en: "Better" }
        HigherIsBetter { vi: "càng cao càng tốt", en: "higher is better" }
        LowerIsBetter { vi: "càng thấp càng tốt", en: "lower is better" }
        NothingOwed { vi: "Không có nhiệm vụ, phương án nào chưa hoàn thành. Ctrl-N thêm nhiệm vụ; F4 thêm văn bản chỉ đạo.", en: "Nothing is open. Ctrl-N adds an assignment; F4 adds a directive." }
        NoCampaign { vi: "Chưa có đợt rà soát nào. Ctrl-N lập một đợt, F4 đưa văn bản vào.", en: "There is no review campaign yet. Ctrl-N begins one, F4 puts instruments in." }
        NoIndicator { vi: "Chưa có chỉ số nào. Ctrl-N thêm một chỉ số, F4 cập nhật số liệu.", en: "There is no indicator yet. Ctrl-N adds one, F4 records a reading." }
        NoAgencyHere { vi: "hàng này chưa xác định cơ quan", en: "this row names no agency" }
        NewAssignment { vi: "Thêm nhiệm vụ", en: "Add an assignment" }
        AssignmentOf { vi: "Nhiệm vụ {0}", en: "Assignment {0}" }
        NewCampaign { vi: "Lập đợt rà soát", en: "Begin a review campaign" }
        NewIndicator { vi: "Thêm chỉ số", en: "Add an indicator" }
        NewDirective { vi: "Thêm văn bản chỉ đạo", en: "Add a directive" }
        GivePerson { vi: "Giao người, hạn", en: "Give person, date" }
        ChargeTitle { vi: "Giao người, hạn cho {0} mục", en: "Person and due date of {0} {0:item|items}" }
        ChargeOne { vi: "Để trống là bỏ. Hạn của văn bản đang rà soát là hạn của cả đợt.", en: "Left empty it is taken out. The date of a review is that of its campaign." }
        ChargeMany { vi: "Để trống thì từng mục giữ như đang có. Hạn của văn bản đang rà soát là hạn của cả đợt.", en: "What is left empty stays with each. The date of a review is that of its campaign." }
        Charged { vi: "đã giao {0} mục; F8 hoàn tác", en: "gave {0} {0:item|items}; F8 undoes" }
        Stored { vi: "đã ghi {0}; F8 hoàn tác", en: "stored {0}; F8 undoes" }
        MoveTitle { vi: "{0}: đang {1}", en: "{0}: now {1}" }
        NextStatus { vi: "Chuyển sang", en: "Becomes" }
        NoNext { vi: "không còn tình trạng nào tiếp theo", en: "there is no next status" }
        Whose { vi: "Phần của", en: "Whose part" }
        PartOf { vi: "riêng {0}", en: "{0} alone" }
        AllParts { vi: "mọi cơ quan chủ trì", en: "all that lead" }
        Evidence { vi: "Minh chứng", en: "Evidence" }
        EvidenceHint { vi: "văn bản, địa chỉ, số liệu", en: "a document, an address, a figure" }
        NeedsEvidence { vi: "hoàn thành phải có minh chứng", en: "what is done needs evidence" }
        Moved { vi: "{0}: {1}; F8 hoàn tác", en: "{0}: {1}; F8 undoes" }
        Instrument { vi: "Văn bản", en: "Instrument" }
        Instruments { vi: "Các văn bản", en: "Instruments" }
        InstrumentsHint { vi: "75/2022/TT-BTC, 62/2021/NĐ-CP", en: "75/2022/TT-BTC, 62/2021/NĐ-CP" }
        OrOfAgency { vi: "và căn cứ của TTHC thuộc", en: "and those under procedures of" }
        NoInstrument { vi: "nêu số văn bản, hoặc chọn một cơ quan", en: "name an instrument, or choose an agency" }
        PutTitle { vi: "Đưa văn bản vào đợt rà soát", en: "Put instruments under review" }
        PutAbout { vi: "Nêu số, ký hiệu văn bản; chọn cơ quan thì lấy mọi văn bản là căn cứ của thủ tục thuộc cơ quan đó.", en: "Name instruments by number; with an agency, all on which its procedures rest." }
        PutDone { vi: "thêm {0} văn bản, đã có {1}; F8 hoàn tác", en: "{0} {0:instrument|instruments} added, {1} were there; F8 undoes" }
        Outcome { vi: "Kết quả rà soát", en: "Outcome" }
        OutcomeTitle { vi: "Kết quả rà soát: {0}", en: "Outcome: {0}" }
        OutcomeLacks { vi: "{0}: {1}; chưa có phương án thực hiện kết quả này", en: "{0}: {1}; no measure carries it out yet" }
        CarriedBy { vi: "Phương án thực hiện", en: "Carried out by" }
        Value { vi: "Giá trị", en: "Value" }
        OfAgency { vi: "Của cơ quan", en: "Of agency" }
        ReadTitle { vi: "Cập nhật số liệu chỉ số", en: "Record a reading" }
        LatestReading { vi: "mới nhất: {0} ({1})", en: "latest: {0} ({1})" }
        ReadDone { vi: "đã ghi {0} ngày {1}; F8 hoàn tác", en: "recorded {0} on {1}; F8 undoes" }
        LetterTitle { vi: "Soạn công văn đôn đốc", en: "Write the reminder letter" }
        LetterFile { vi: "cong van don doc", en: "reminder" }
        RemoveTitle { vi: "Xóa {0}?", en: "Remove {0}?" }
        Removed { vi: "đã xóa {0}; F8 hoàn tác", en: "removed {0}; F8 undoes" }
        Gone { vi: "{0} không còn trong tệp dữ liệu.", en: "{0} is no longer in the data file." }
        ToDirective { vi: "Đến văn bản chỉ đạo", en: "To the directive" }
        NoLinkYet { vi: "Tab rồi Enter mở văn bản chỉ đạo", en: "Tab, then Enter opens the directive" }
    }
}
