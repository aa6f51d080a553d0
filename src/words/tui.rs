//! What the terminal application says.

crate::messages! {
    /// Words of the screens.
    TuiWord {
        NoTerminal { vi: "cửa sổ này không hiển thị được màn hình làm việc; dùng lệnh (tinhgon --help) hoặc cửa sổ dòng lệnh khác", en: "this terminal cannot show the application; use commands (tinhgon --help) or another terminal" }
        EditorFailed { vi: "không mở được trình soạn thảo “{0}”; đặt biến EDITOR", en: "the editor “{0}” cannot be started; set EDITOR" }
        TooSmall { vi: "Cửa sổ quá nhỏ", en: "The window is too small" }
        ChangedOutside { vi: "chương trình khác vừa ghi vào tệp dữ liệu; đã nạp lại", en: "another program wrote to the data file; reloaded" }
        Overview { vi: "Tổng quan", en: "Overview" }
        Catalogue { vi: "Danh mục", en: "Catalogue" }
        History { vi: "Nhật ký", en: "Journal" }
        TabRecord { vi: "Nội dung", en: "Record" }
        TabSheet { vi: "Bảng tính chi phí", en: "Cost sheet" }
        TabMeasures { vi: "Phương án", en: "Measures" }
        TabProposal { vi: "Dự thảo phương án", en: "Draft proposal" }
        DoOpen { vi: "Mở", en: "Open" }
        DoEditCell { vi: "Sửa ô", en: "Edit the cell" }
        DoEditMeasure { vi: "Sửa phương án", en: "Edit the measure" }
        DoSearch { vi: "Tìm", en: "Search" }
        DoAddRow { vi: "Thêm dòng", en: "Add a row" }
        DoRemoveRow { vi: "Xóa dòng", en: "Remove the row" }
        DoProvenance { vi: "Loại số liệu", en: "Source quality" }
        DoDraft { vi: "Lập bảng sơ bộ", en: "First estimate" }
        DoAddMeasure { vi: "Thêm phương án", en: "Add a measure" }
        DoMoveMeasure { vi: "Đổi tình trạng", en: "Change status" }
        DoRemoveMeasure { vi: "Xóa phương án", en: "Remove the measure" }
        DoWrite { vi: "Xuất dự thảo phương án ra tệp", en: "Export the draft proposal" }
        DoWriteAll { vi: "Xuất phương án", en: "Export all" }
        DoFreeze { vi: "Chốt số liệu gốc", en: "Freeze the baseline" }
        DoNextProgramme { vi: "Chương trình sau", en: "Next programme" }
        DoPreviousProgramme { vi: "Chương trình trước", en: "Previous programme" }
        DoNextTab { vi: "Thẻ sau", en: "Next tab" }
        DoPreviousTab { vi: "Thẻ trước", en: "Previous tab" }
        DoLeft { vi: "Ô bên trái", en: "Cell to the left" }
        DoRight { vi: "Ô bên phải", en: "Cell to the right" }
        DoUp { vi: "Lên", en: "Up" }
        DoDown { vi: "Xuống", en: "Down" }
        DoPageUp { vi: "Trang trước", en: "Page up" }
        DoPageDown { vi: "Trang sau", en: "Page down" }
        DoFirst { vi: "Về đầu", en: "First" }
        DoLast { vi: "Về cuối", en: "Last" }
        DoBack { vi: "Quay lại, bỏ tìm", en: "Back, clear the search" }
        DoOverview { vi: "Tổng quan", en: "Overview" }
        DoCatalogue { vi: "Danh mục", en: "Catalogue" }
        DoHistory { vi: "Nhật ký", en: "Journal" }
        DoUndo { vi: "Hoàn tác", en: "Undo" }
        DoRedo { vi: "Làm lại", en: "Redo" }
        DoLanguage { vi: "English", en: "Tiếng Việt" }
        DoPalette { vi: "Tìm lệnh", en: "Find a command" }
        DoHelp { vi: "Trợ giúp", en: "Help" }
        DoSuspend { vi: "Tạm dừng", en: "Suspend" }
        DoQuit { vi: "Thoát", en: "Quit" }
        Instruments { vi: "Văn bản", en: "Instruments" }
        DoInstruments { vi: "Văn bản", en: "Instruments" }
        Scenarios { vi: "Kịch bản", en: "Scenarios" }
        SuggestionsShort { vi: "Gợi ý", en: "Suggested" }
        OwesShort { vi: "Đôn đốc", en: "Due" }
        DoScenarios { vi: "Kịch bản", en: "Scenarios" }
        DoNewScenario { vi: "Kịch bản mới", en: "New scenario" }
        DoCopyScenario { vi: "Chép", en: "Copy" }
        DoRemoveScenario { vi: "Xóa kịch bản", en: "Remove the scenario" }
        DoMark { vi: "Đánh dấu", en: "Mark" }
        DoCompare { vi: "So sánh", en: "Compare" }
        DoToggle { vi: "Chọn/bỏ", en: "In/out" }
        DoToggleAll { vi: "Chọn/bỏ tất cả đang thấy", en: "All that are shown in or out" }
        DoOpenRegulation { vi: "Mở quy định", en: "Open the regulation" }
        DoSaveScenario { vi: "Lưu", en: "Save" }
        DoSolve { vi: "Chọn tối ưu", en: "Solve" }
        DoChances { vi: "Độ nhạy, xác suất", en: "Sensitivity" }
        DoSuggestions { vi: "Gợi ý cắt giảm", en: "Suggested cuts" }
        DoDismiss { vi: "Không chấp nhận", en: "Reject" }
        DoLate { vi: "Chỉ mục quá hạn", en: "Only overdue" }
        StagesStay { vi: "kịch bản có sẵn không xóa được", en: "built-in scenarios cannot be removed" }
        MarkTwo { vi: "đánh dấu ít nhất hai kịch bản (phím cách)", en: "mark at least two scenarios (Space)" }
        NothingToKeep { vi: "không có tập hợp phương án nào để lưu", en: "there is no set to save" }
        DoAccept { vi: "Lập phương án", en: "Make a measure" }
        DoOwes { vi: "Theo dõi, đôn đốc", en: "Open items by agency" }
        DoGroup { vi: "Xếp theo", en: "Group by" }
        DoRead { vi: "Đọc", en: "Read" }
        DoReadText { vi: "Đọc toàn văn từ đây", en: "Read the text from here" }
        DoPropose { vi: "Sửa thành đề xuất", en: "Edit as proposal" }
        DoAmend { vi: "Dự thảo", en: "Draft the amendment" }
        DoWriteDraft { vi: "Xuất dự thảo văn bản ra tệp", en: "Export the draft" }
        DraftFileName { vi: "Tên tệp (.docx .html .md .txt)", en: "File (.docx .html .md .txt)" }
        DraftOf { vi: "Dự thảo văn bản sửa đổi, bổ sung: {0} · {1} cảnh báo", en: "Draft amending instrument: {0} · {1} {1:warning|warnings}" }
        NothingDrafted { vi: "chưa soạn được nội dung nào", en: "nothing could be drafted" }
        DoAffected { vi: "Tác động", en: "Affected" }
        DoDifference { vi: "So sánh", en: "Difference" }
        DoBeside { vi: "Hai bản", en: "Side by side" }
        DoNextHit { vi: "Chỗ tìm thấy sau", en: "Next place found" }
        DoPreviousHit { vi: "Chỗ tìm thấy trước", en: "Previous place found" }
        DoJump { vi: "Đến Điều", en: "Go to Điều" }
        DoPane { vi: "Cây/văn bản", en: "Tree/text" }
        DoFold { vi: "Gập lại, lên mục trên", en: "Fold, go up" }
        DoUnfold { vi: "Mở ra, vào trong", en: "Unfold, go in" }
        DoFoldAll { vi: "Gập hoặc mở tất cả", en: "Fold or unfold all" }
        DoNextVersion { vi: "Bản sau", en: "Next version" }
        DoNextChange { vi: "Thay đổi sau", en: "Next change" }
        DoPreviousChange { vi: "Thay đổi trước", en: "Previous change" }
        NoTextYet { vi: "chưa có toàn văn; nhập bằng: tinhgon import TỆP.txt", en: "the text has not been imported; run: tinhgon import FILE.txt" }
        NoInstrumentYet { vi: "Chưa có văn bản nào. Nhập toàn văn một văn bản bằng: tinhgon import TỆP.txt", en: "There is no instrument yet. To import the text of one, run: tinhgon import FILE.txt" }
        ChooseProvision { vi: "chọn một điều khoản", en: "choose a provision" }
        NoMeasureOnIt { vi: "chưa có phương án nào sửa điều khoản này", en: "no measure changes this provision" }
        OneVersion { vi: "cần hai bản; nhập bản thứ hai bằng: tinhgon import TỆP --version …", en: "two versions are needed; to import another, run: tinhgon import FILE --version …" }
        TwoVersions { vi: "chọn hai bản khác nhau", en: "choose two different versions" }
        TextUnchanged { vi: "nội dung đề xuất giống nội dung hiện hành", en: "the proposed text is the same as the current one" }
        NoArticle { vi: "không có Điều {0}", en: "there is no Điều {0}" }
        NewMeasureFor { vi: "phương án mới: {0} · {1}", en: "a new measure: {0} · {1}" }
        OtherRegulation { vi: "phương án mới cho quy định khác (ghi mã ở dưới)", en: "a new measure on another regulation (its code below)" }
        OtherRegulationCode { vi: "Mã quy định khác", en: "Code of another regulation" }
        SaidBy { vi: "Ghi vào phương án", en: "Enter in the measure" }
        OldVersion { vi: "Bản trái", en: "Left version" }
        NewVersion { vi: "Bản phải", en: "Right version" }
        Preamble { vi: "(phần mở đầu)", en: "(preamble)" }
        Closing { vi: "(nơi nhận, ký)", en: "(signatures)" }
        Versions { vi: "Bản", en: "Vers." }
        Procedures { vi: "Thủ tục", en: "Proced." }
        MeasuresShort { vi: "Sửa", en: "Meas." }
        Issued { vi: "Ban hành", en: "Issued" }
        Title { vi: "Tên", en: "Title" }
        FindInText { vi: "Tìm trong văn bản", en: "Find in the text" }
        JumpTo { vi: "Đến Điều số", en: "Go to Điều" }
        AffectedBy { vi: "{0} {1}: {2} phương án đang sửa, {3} thủ tục căn cứ", en: "{0} {1}: changed by {2} {2:measure|measures}, {3} {3:procedure rests|procedures rest} on it" }
        ReferredTo { vi: "{0} chỗ viện dẫn đến; {1} chỗ không còn điều khoản để viện dẫn nếu bãi bỏ", en: "cited in {0} {0:place|places}; {1} would cite a repealed provision if it is repealed" }
        ReferenceWord { vi: "viện dẫn", en: "reference" }
        WouldDangle { vi: "mất viện dẫn", en: "provision gone" }
        ReachesItself { vi: "đích danh", en: "names it" }
        ReachesRange { vi: "trong dãy", en: "by a range" }
        ReachesHolder { vi: "điều khoản chứa", en: "its parent" }
        WholeInstrument { vi: "cả văn bản", en: "the instrument" }
        MeasureWord { vi: "phương án", en: "measure" }
        NothingAffected { vi: "không có thủ tục hay phương án nào", en: "no procedure and no measure" }
        ChangesFound { vi: "{0} chỗ khác", en: "{0} {0:change|changes}" }
        HelpClose { vi: "↑ ↓ để cuộn; phím bất kỳ để đóng", en: "↑ ↓ scroll; any other key closes" }
        LeaveQuestion { vi: "Nội dung đã nhập chưa được lưu: Esc lần nữa để bỏ, F12 để lưu, phím khác để sửa tiếp", en: "What was typed is not saved: Esc again discards it, F12 saves it, any other key continues" }
        FormHint { vi: "Tab ô sau · Enter tiếp/xong · F12 xong · Esc bỏ", en: "Tab next · Enter next/done · F12 done · Esc leave" }
        QuestionHint { vi: "Enter đồng ý · Esc bỏ", en: "Enter yes · Esc no" }
        TextHint { vi: "(F4 mở trình soạn thảo)", en: "(F4 opens the editor)" }
        HasSheetAlready { vi: "đã có bảng tính", en: "there is a sheet already" }
        OnlyProcedures { vi: "chỉ lập được cho thủ tục", en: "only for procedures" }
        NoRowHere { vi: "chưa có dòng nào", en: "there is no row" }
        NoMeasureHere { vi: "chưa có phương án nào", en: "there is no measure" }
        NoNextStatus { vi: "phương án đã thực thi, không còn bước sau", en: "the measure is in force; nothing follows" }
        NoProgrammeHere { vi: "chưa có chương trình nào", en: "there is no programme" }
        JustChanged { vi: "vừa đổi thành {0}", en: "just changed to {0}" }
        NothingThere { vi: "(trống)", en: "(empty)" }
        WriteOver { vi: "{0}; ghi đè? Enter ghi đè · Esc giữ {1}", en: "{0}; write over it? Enter writes · Esc keeps {1}" }
        WriteOverForm { vi: "{0}; ghi đè? gửi lần nữa là ghi đè, Esc để giữ", en: "{0}; write over it? Give the form again to write, Esc to keep it" }
        NotAFigure { vi: "chưa phải là số hợp lệ", en: "not a valid figure yet" }
        RemoveQuestion { vi: "Xóa {0}?", en: "Remove {0}?" }
        OverwriteQuestion { vi: "Đã có tệp {0}. Ghi đè?", en: "There is a file {0}. Write over it?" }
        FreezeQuestion { vi: "Chốt số liệu gốc của {0}?", en: "Freeze the baseline of {0}?" }
        FreezeAgainQuestion { vi: "{0} đã có số liệu gốc, tại ngày {1}. Chốt lại? Mọi số liệu của chương trình sẽ so với số liệu gốc mới.", en: "{0} has a baseline already, as of {1}. Freeze it again? All figures of the programme will be measured against the new one." }
        AsOfDay { vi: "Tại ngày", en: "As of" }
        KindOfMeasure { vi: "Loại phương án", en: "Kind of measure" }
        NewMeasure { vi: "mới", en: "new" }
        Group { vi: "Nhóm", en: "Group" }
        Activity { vi: "Công việc", en: "Activity" }
        How { vi: "Cách thực hiện", en: "How it is done" }
        FileName { vi: "Tên tệp (.md .html .docx .xlsx .json)", en: "File (.md .html .docx .xlsx .json)" }
        NameMissing { vi: "thiếu tên", en: "the name is missing" }
        Targets { vi: "Áp dụng cho", en: "Applies to" }
        Values { vi: "Giá trị", en: "Values" }
        Content { vi: "Nội dung", en: "Content" }
        Reason { vi: "Lý do", en: "Reason" }
        Provision { vi: "Điều khoản phải sửa", en: "Provision" }
        Instrument { vi: "Văn bản phải sửa", en: "Instrument" }
        CurrentText { vi: "Quy định hiện hành", en: "Current text" }
        ProposedText { vi: "Nội dung dự thảo", en: "Draft text" }
        WordDifference { vi: "So sánh theo từ: [-bỏ-] [+thêm+]", en: "Word by word: [-removed-] [+added+]" }
        Person { vi: "Người phụ trách", en: "Person responsible" }
        Due { vi: "Hạn", en: "Due" }
        Status { vi: "Tình trạng", en: "Status" }
        Date { vi: "Ngày", en: "Date" }
        Document { vi: "Văn bản", en: "Document" }
        Note { vi: "Ghi chú", en: "Note" }
        Saved { vi: "đã lưu", en: "saved" }
        SavedMeasure { vi: "đã lưu phương án {0}", en: "saved measure {0}" }
        Removed { vi: "đã xóa {0}", en: "removed {0}" }
        UndoQuestion { vi: "Hoàn tác thay đổi {0}?", en: "Undo change {0}?" }
        RedoQuestion { vi: "Làm lại thay đổi {0}?", en: "Redo change {0}?" }
        WhoseChange { vi: "{0}, {1} ({2}), {3} dòng. Sẽ làm: {4}", en: "{0}, {1} ({2}), {3} {3:row|rows}. What will be done: {4}" }
        MoreOfChange { vi: "… còn nữa; xem: tinhgon history {0}", en: "… there is more; see: tinhgon history {0}" }
        DoReadChange { vi: "Xem cả thay đổi", en: "The whole change" }
        Drafted { vi: "đã lập bảng sơ bộ {0} dòng; mọi ô là giả định (?)", en: "made a first estimate of {0} {0:row|rows}; every cell is an assumption (?)" }
        UnknownEnding { vi: "không ghi được dạng “{0}”; có: {1}", en: "cannot write “{0}”; there are: {1}" }
        Written { vi: "đã ghi {0}", en: "wrote {0}" }
        BaselineLive { vi: "Theo số liệu hiện tại, chưa chốt số liệu gốc: {0} quy định, {1} có bảng tính", en: "Current data, baseline not frozen: {0} {0:regulation|regulations}, {1} with a sheet" }
        BaselineFrozen { vi: "Số liệu gốc chốt tại ngày {0}: {1} quy định, {2} có bảng tính", en: "Baseline frozen as of {0}: {1} {1:regulation|regulations}, {2} with a sheet" }
        Newcomers { vi: "Phát sinh mới: {0} quy định, {1} đ/năm", en: "New since the baseline: {0} {0:regulation|regulations}, {1} đ/year" }
        Issues { vi: "{0} phương án cần xem lại; xem: tinhgon check", en: "{0} {0:measure has|measures have} issues; see: tinhgon check" }
        InForce { vi: "Đã thực thi", en: "In force" }
        Approved { vi: "Đã phê duyệt", en: "Approved" }
        Planned { vi: "Dự kiến", en: "Planned" }
        Target { vi: "Mục tiêu", en: "Target" }
        Goal { vi: "≥ {0} đến {1}", en: "≥ {0} by {1}" }
        FurthestBehind { vi: "Còn thiếu nhiều nhất", en: "Furthest behind" }
        Baseline { vi: "Kỳ gốc", en: "Baseline" }
        Gap { vi: "Còn thiếu", en: "Shortfall" }
        NoAgency { vi: "Chưa rõ cơ quan", en: "No agency stated" }
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Kind { vi: "Loại", en: "Kind" }
        CostPerYear { vi: "đ/năm", en: "đ/year" }
        Search { vi: "Tìm", en: "Search" }
        Found { vi: "{0}/{1}", en: "{0}/{1}" }
        NothingFound { vi: "không tìm thấy", en: "nothing found" }
        Number { vi: "Số", en: "No." }
        At { vi: "Lúc", en: "At" }
        Author { vi: "Người", en: "Author" }
        Command { vi: "Lệnh", en: "Command" }
        Rows { vi: "Dòng", en: "Rows" }
        NoSheetYet { vi: "Chưa có bảng tính. g (hoặc F2) lập bảng sơ bộ từ nội dung thủ tục; a thêm dòng.", en: "There is no sheet yet. g (or F2) makes a first estimate from the record; a adds a row." }
        NoMeasureYet { vi: "Chưa có phương án nào. a (hoặc Ins) thêm phương án.", en: "There is no measure yet. a (or Ins) adds one." }
        SheetTotal { vi: "Cộng các dòng {0} đ · cả năm {1} đ", en: "Sum of the rows {0} đ · a year {1} đ" }
        SheetBefore { vi: " (trước: {0})", en: " (before: {0})" }
        NoSource { vi: "chưa ghi nguồn", en: "no source stated" }
        SavedAlone { vi: "Tính riêng", en: "Stand-alone" }
        SavedShare { vi: "Phần đóng góp", en: "Attributed" }
        NeedsLine { vi: "{0}; {1}; khối lượng {2} điểm", en: "{0}; {1}; effort {2} {2:point|points}" }
        LevelOf { vi: "Cấp văn bản", en: "Level" }
        SavedWithin { vi: "Khi thực hiện cùng", en: "Combined" }
        SetUncosted { vi: "Chưa tính được chi phí: chưa có bảng tính, hoặc có số không tính được. Xem: tinhgon doctor", en: "The cost cannot be computed: there is no sheet, or a figure that cannot be computed. See: tinhgon doctor" }
        SetLine { vi: "Mọi phương án: trước {0} · sau {1} · tiết kiệm {2} đ/năm", en: "All measures: before {0} · after {1} · saved {2} đ/year" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Provenance { vi: "Loại số liệu", en: "Source quality" }
        Source { vi: "Nguồn", en: "Source" }
        Linked { vi: "Liên thông", en: "Linked service" }
    }
}
