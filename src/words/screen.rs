//! What the screens say: the rows that stay, menus, lists, forms, questions, and the words of each screen.

crate::messages! {
    /// Words of the screens.
    ScreenWord {
        Overview { vi: "Tổng quan", en: "Overview" }
        Catalogue { vi: "Danh mục", en: "Catalogue" }
        Procedure { vi: "Thủ tục", en: "Procedure" }
        Documents { vi: "Kết xuất", en: "Documents" }
        Health { vi: "Chất lượng", en: "Health" }
        DoDossier { vi: "Ghi cả bộ hồ sơ vào một thư mục…", en: "Write the whole dossier into a folder…" }
        DoVerify { vi: "Kiểm tra tệp tài liệu đã ghi…", en: "Verify a document that was written…" }
        DoOpenFile { vi: "Mở tệp vừa ghi", en: "Open the file just written" }
        DoCheckAgain { vi: "Kiểm tra lại", en: "Check again" }
        DoCheckFile { vi: "Kiểm tra tệp dữ liệu", en: "Check the data file" }
        Launched { vi: "đã mở {0}", en: "opened {0}" }
        DoEditRow { vi: "Sửa cả dòng…", en: "Edit the whole row…" }
        DoObserve { vi: "Câu trả lời khảo sát…", en: "Survey answers…" }
        DoReview { vi: "Trả lời phiếu rà soát…", en: "Answer a checklist…" }
        DoPopulation { vi: "Số đối tượng tuân thủ…", en: "Affected population…" }
        DoQuality { vi: "Loại số, nguồn của ô…", en: "Quality and source of the cell…" }
        DoStatus { vi: "Đổi tình trạng phương án…", en: "Change the status of the measure…" }
        DoAmend { vi: "Dự thảo văn bản sửa đổi", en: "Draft amending instrument" }
        DoDocument { vi: "Xuất dự thảo phương án…", en: "Export the draft proposal…" }
        DoMeasureOnMarked { vi: "Thêm một phương án cho các hàng có dấu…", en: "Add one measure to the marked rows…" }
        History { vi: "Nhật ký", en: "Journal" }
        Exchange { vi: "Trao đổi", en: "Exchange" }
        DoSync { vi: "Gửi và nhận", en: "Send and receive" }
        DoAskHub { vi: "Hỏi nơi trao đổi", en: "Ask the place of exchange" }
        DoGoToRow { vi: "Mở thủ tục", en: "Open the procedure" }
        DoTakeThis { vi: "Chọn giá trị này", en: "Take this value" }
        DoJoinHub { vi: "Tham gia trao đổi", en: "Join an exchange" }
        FormDecides { vi: "quyết định", en: "decide" }
        FormJoins { vi: "tham gia", en: "join" }
        Instruments { vi: "Văn bản", en: "Instruments" }
        Import { vi: "Nhập tệp", en: "Import" }
        Scenarios { vi: "Kịch bản", en: "Scenarios" }
        Suggestions { vi: "Gợi ý", en: "Suggestions" }
        FollowUp { vi: "Đôn đốc", en: "Follow-up" }

        DoOpen { vi: "Mở", en: "Open" }
        DoBack { vi: "Về, bỏ tìm", en: "Back, drop the search" }
        DoMark { vi: "Dấu", en: "Mark" }
        DoEdit { vi: "Sửa", en: "Edit" }
        DoNew { vi: "Thêm", en: "Add" }
        DoSave { vi: "Lưu", en: "Save" }
        DoFill { vi: "Điền xuống", en: "Fill down" }
        DoDelete { vi: "Xóa…", en: "Remove…" }
        DoFind { vi: "Tìm", en: "Find" }
        DoFilter { vi: "Lọc", en: "Filter" }
        DoColumns { vi: "Cột", en: "Columns" }
        DoActions { vi: "Việc…", en: "Actions…" }
        DoNextTab { vi: "Thẻ sau", en: "Next tab" }
        DoPreviousTab { vi: "Thẻ trước", en: "Previous tab" }
        DoNextPane { vi: "Khung", en: "Pane" }
        DoPreviousPane { vi: "Khung trước", en: "Previous pane" }
        DoGoTo { vi: "Đi tới", en: "Go to" }
        DoUndo { vi: "Hoàn tác", en: "Undo" }
        DoRedo { vi: "Làm lại", en: "Redo" }
        DoPalette { vi: "Bảng lệnh", en: "Palette" }
        DoUp { vi: "Lên", en: "Up" }
        DoDown { vi: "Xuống", en: "Down" }
        DoLeft { vi: "Sang trái", en: "Left" }
        DoRight { vi: "Sang phải", en: "Right" }
        DoPageUp { vi: "Trang trước", en: "Page up" }
        DoPageDown { vi: "Trang sau", en: "Page down" }
        DoFirst { vi: "Về đầu", en: "First" }
        DoLast { vi: "Về cuối", en: "Last" }
        DoNextHit { vi: "Chỗ tìm thấy sau", en: "Next place found" }
        DoPreviousHit { vi: "Chỗ tìm thấy trước", en: "Previous place found" }
        DoMarkAll { vi: "Đánh dấu mọi hàng đang thấy", en: "Mark all rows seen" }
        DoCopy { vi: "Chép hàng", en: "Copy rows" }
        DoCopyCommand { vi: "Chép dòng lệnh tương đương", en: "Copy the equivalent command" }
        DoExportRows { vi: "Xuất các hàng đang thấy ra tệp…", en: "Export the rows seen to a file…" }
        DoHelp { vi: "Trợ giúp", en: "Help" }
        DoNotices { vi: "Thông báo vừa qua", en: "Past notices" }
        DoLanguage { vi: "English", en: "Tiếng Việt" }
        DoLook { vi: "Màu", en: "Colours" }
        DoMouse { vi: "Bật, tắt chuột", en: "Mouse on or off" }
        DoHints { vi: "Bật, tắt gợi ý ở dòng cuối", en: "Hints on or off" }
        DoWorkspaces { vi: "Mở tệp dữ liệu khác…", en: "Open another data file…" }
        DoTryOut { vi: "Làm thử một vòng", en: "Guided round" }
        DoStop { vi: "Dừng việc đang chạy", en: "Stop what runs" }
        DoRedraw { vi: "Vẽ lại màn hình", en: "Draw again" }
        DoSuspend { vi: "Tạm dừng chương trình", en: "Suspend" }
        DoQuit { vi: "Thoát", en: "Quit" }
        DoDraftSheets { vi: "Lập bảng tính sơ bộ…", en: "Make first cost sheets…" }
        DoDropFilter { vi: "Bỏ bộ lọc đã lưu này", en: "Drop this saved filter" }
        DoSaveFilter { vi: "Lưu bộ lọc thành thẻ", en: "Save the filter as a tab" }
        DoAgenciesThen { vi: "Đơn vị hiện nay / khi chốt số liệu gốc", en: "Agencies now / at the baseline" }
        AgenciesThen { vi: "Theo tên đơn vị khi chốt số liệu gốc: đơn vị đã sáp nhập đứng riêng", en: "By the agencies at the baseline: those that were merged stand by themselves" }
        AgenciesNow { vi: "Theo đơn vị hiện nay: số liệu của đơn vị đã sáp nhập tính cho đơn vị kế thừa", en: "By the agencies of now: what was merged counts with its successor" }
        DoFreeze { vi: "Chốt số liệu gốc…", en: "Freeze the baseline…" }
        DoUndoThis { vi: "Hoàn tác thay đổi này…", en: "Undo this change…" }
        DoDraftAmending { vi: "Soạn dự thảo văn bản sửa đổi", en: "Draft the amending instrument" }
        DoImportText { vi: "Nhập toàn văn…", en: "Import a text…" }
        DoArticle { vi: "Đến điều…", en: "Go to an article…" }
        DoNextView { vi: "Cách xem khác", en: "Next view" }
        DoTwoVersions { vi: "So hai phiên bản…", en: "Choose two versions…" }
        DoVersion { vi: "Đọc phiên bản khác…", en: "Read another version…" }
        DoHoldsOn { vi: "Điều khoản này có hiệu lực ra sao vào ngày…", en: "What holds here on a day…" }
        DoExportLaw { vi: "Kết xuất Akoma Ntoso (XML)…", en: "Export as Akoma Ntoso (XML)…" }
        DoAnswerOrders { vi: "Trả lời nội dung sửa đổi cần xem lại…", en: "Answer what is for review…" }
        DoInForceOn { vi: "Hiệu lực tại ngày…", en: "In force on a day…" }
        DoFoldAll { vi: "Gập, mở mọi điều khoản", en: "Fold or unfold all" }
        DoWriteDraft { vi: "Ghi dự thảo ra tệp…", en: "Write the draft to a file…" }
        DoPropose { vi: "Sửa đoạn", en: "Propose" }
        DoCopyProvision { vi: "Chép điều khoản", en: "Copy the provision" }
        DoPreviousReference { vi: "Viện dẫn trước", en: "Previous reference" }
        DoNextReference { vi: "Viện dẫn sau", en: "Next reference" }
        DoFold { vi: "Gập", en: "Fold" }
        DoUnfold { vi: "Mở nhánh", en: "Unfold" }
        DoNextDifference { vi: "Chỗ khác sau", en: "Next difference" }
        DoPreviousDifference { vi: "Chỗ khác trước", en: "Previous difference" }
        DoRehearse { vi: "Tính thử", en: "Rehearse" }
        DoImport { vi: "Nhập", en: "Import" }
        DoChooseFile { vi: "Chọn", en: "Choose" }
        DoGuide { vi: "Chỉ từng cột là gì…", en: "Say which column is what…" }
        DoSayFile { vi: "Tệp này là gì…", en: "What this file is…" }
        DoOpenRecord { vi: "Mở bản ghi", en: "Open the record" }
        DoLeaveFile { vi: "Bỏ tệp khỏi danh sách", en: "Leave this file out" }
        DoSolve { vi: "Chọn tối ưu…", en: "Optimise…" }
        DoCopyScenario { vi: "Chép thành kịch bản mới…", en: "Copy to a new scenario…" }
        DoSplit { vi: "Tách theo cơ quan, lĩnh vực, loại, cấp, năm", en: "Split by agency, field, kind, level, year" }
        DoDraw { vi: "Mô phỏng lại", en: "Simulate again" }
        DoReject { vi: "Không chấp nhận gợi ý…", en: "Reject the suggestion…" }
        DoMarkGroup { vi: "Dấu mọi gợi ý giống hàng này", en: "Mark all suggestions like this one" }
        DoMoveWork { vi: "Chuyển tình trạng…", en: "Change status…" }
        DoReminder { vi: "Soạn công văn đôn đốc cơ quan này…", en: "Write the reminder letter to this agency…" }
        DoNewDirective { vi: "Thêm văn bản chỉ đạo…", en: "Add a directive…" }
        DoUnderReview { vi: "Đưa văn bản vào đợt rà soát…", en: "Put instruments under review…" }
        DoReadIndicator { vi: "Cập nhật số liệu chỉ số…", en: "Record a reading…" }
        DoUndoToHere { vi: "Hoàn tác về đây…", en: "Undo back to here…" }

        NoTerminal { vi: "cửa sổ này không hiển thị được màn hình làm việc; dùng lệnh (tinhgon --help) hoặc cửa sổ dòng lệnh khác", en: "this terminal cannot show the application; use commands (tinhgon --help) or another terminal" }
        EditorFailed { vi: "không mở được trình soạn thảo “{0}”; đặt biến EDITOR", en: "the editor “{0}” cannot be started; set EDITOR" }
        TooSmall { vi: "Cửa sổ quá nhỏ: cần ít nhất {0} cột × {1} hàng", en: "The window is too small: it needs {0} columns × {1} rows" }
        NextTabHint { vi: "F6 thẻ sau", en: "F6 next tab" }
        ChangedOutside { vi: "{0} vừa ghi vào tệp dữ liệu; đã nạp lại", en: "{0} wrote to the data file; reloaded" }
        UnknownKey { vi: "phím {0} chưa có việc ở đây; F4 xem việc làm được", en: "{0} has no use here; F4 shows what can be done" }
        CannotNow { vi: "{0}: {1}", en: "{0}: {1}" }
        Suspended { vi: "tinhgon tạm dừng: gõ fg để trở lại. Hoàn tác là F8.", en: "tinhgon is suspended: type fg to come back. Undo is F8." }
        EditorChangedNothing { vi: "trình soạn thảo không sửa gì", en: "the editor changed nothing" }
        MouseOn { vi: "đã bật chuột; giữ Shift để chọn chữ", en: "the mouse is on; hold Shift to select text" }
        MouseOff { vi: "đã tắt chuột", en: "the mouse is off" }
        Stopped { vi: "đã dừng", en: "stopped" }
        StillRuns { vi: "đang chạy: {0}", en: "still running: {0}" }
        NothingRuns { vi: "không có việc nào đang chạy", en: "nothing runs" }
        WorkDone { vi: "xong: {0}", en: "done: {0}" }
        DraftKept { vi: "nháp đã giữ", en: "draft kept" }
        Waiting { vi: "chương trình khác đang ghi; thử lại mỗi giây ({0}), chữ đã gõ được giữ. {1}", en: "another program is writing; trying each second ({0}), what was typed is kept. {1}" }
        NoCommandLine { vi: "màn hình này chưa có dòng lệnh tương đương", en: "this screen has no equivalent command" }
        CopiedCommand { vi: "đã chép: {0}", en: "copied: {0}" }
        Copied { vi: "đã chép {0} hàng; F10 để thoát", en: "copied {0} {0:row|rows}; F10 quits" }
        Written { vi: "đã ghi {0}", en: "wrote {0}" }

        KeyOfNothing { vi: "cấu hình phím: không có lệnh “{0}”", en: "keys: there is no command “{0}”" }
        NoSuchKey { vi: "cấu hình phím: không có phím “{0}” ({1})", en: "keys: there is no key “{0}” ({1})" }
        BareLetter { vi: "cấu hình phím: {0} sửa số liệu nên không gán cho chữ “{1}”", en: "keys: {0} changes data and takes no bare “{1}”" }
        KeyConflict { vi: "cấu hình phím: {0} của {1} trùng với {2}; giữ phím cũ", en: "keys: {0} of {1} is that of {2} already; the former keys stay" }

        Find { vi: "Tìm", en: "Find" }
        NothingLookedFor { vi: "chưa tìm gì; nhấn / rồi gõ", en: "nothing is looked for; press / and type" }
        FilterLabel { vi: "Lọc", en: "Filter" }
        NoFilter { vi: "Lọc: (không)", en: "Filter: (none)" }
        SortedBy { vi: "sắp: {0}", en: "sorted: {0}" }
        WordsLookedFor { vi: "tìm “{0}”", en: "“{0}”" }
        MarkedCount { vi: "dấu {0}", en: "{0} marked" }
        NoRowHere { vi: "chưa có hàng nào", en: "there is no row" }
        NothingYet { vi: "Chưa có gì ở đây.", en: "There is nothing here yet." }
        NothingFits { vi: "Không có hàng nào khớp. {0}", en: "No row fits. {0}" }
        NothingFitsHint { vi: "Esc bỏ tìm · F7 rồi Delete bỏ bộ lọc", en: "Esc drops the search · F7 then Delete drops the filter" }
        NotStated { vi: "(chưa rõ)", en: "(not stated)" }
        TooLarge { vi: "quá lớn", en: "too large" }
        MillionsAYear { vi: "tr.đ/năm", en: "m đ/year" }
        MillionsShort { vi: "tr.đ", en: "m đ" }
        CostAYear { vi: "đ/năm", en: "đ/year" }
        DongAYear { vi: "{0} đ/năm", en: "{0} đ/year" }
        RowOf { vi: "hàng {0}/{1}", en: "row {0}/{1}" }

        ColumnTitle { vi: "Cột: {0}", en: "Column: {0}" }
        SortDown { vi: "Sắp xếp giảm dần", en: "Sort downwards" }
        SortUp { vi: "Sắp xếp tăng dần", en: "Sort upwards" }
        SortFurther { vi: "Thêm làm khóa sắp xếp thứ hai", en: "Sort by it as a further key" }
        AsTheyCome { vi: "Bỏ sắp xếp", en: "Unsorted" }
        HideColumn { vi: "Ẩn cột này", en: "Hide this column" }
        ColumnLeft { vi: "Chuyển cột sang trái", en: "Move the column left" }
        ColumnRight { vi: "Chuyển cột sang phải", en: "Move the column right" }
        Wider { vi: "Rộng hơn", en: "Wider" }
        Narrower { vi: "Hẹp hơn", en: "Narrower" }
        ColumnSum { vi: "Thống kê", en: "Statistics" }
        NumberStatistics { vi: "tổng {0} · giữa {1} · trống {2}", en: "sum {0} · median {1} · empty {2}" }
        TextStatistics { vi: "có {0} · trống {1}", en: "filled {0} · empty {1}" }
        ChooseColumns { vi: "các cột", en: "columns" }
        ColumnsAsShipped { vi: "Trở về các cột ban đầu", en: "Columns as shipped" }

        FacetTitle { vi: "Lọc: chọn bằng Space", en: "Filter: Space chooses" }
        FacetHint { vi: "Enter áp dụng · Esc thôi", en: "Enter applies · Esc leaves" }
        FacetKeys { vi: "Space Chọn  → Mở nhánh  gõ Tìm  Delete Bỏ hết  Enter Áp dụng  Esc Thôi", en: "Space Choose  → Branch  type Find  Delete Clear  Enter Apply  Esc Leave" }
        MoreValues { vi: "… {0} giá trị nữa (Space)", en: "… {0} more (Space)" }

        TypeToNarrow { vi: "gõ để tìm, không cần dấu", en: "type to find" }
        ChooserKeys { vi: "↑↓ Chọn  Enter Làm  Tab Nhóm sau  gõ để lọc  Esc Thôi", en: "↑↓ Choose  Enter Do  Tab Next group  type to filter  Esc Leave" }
        QuestionKeys { vi: "↑↓ Chọn  Enter Làm  Esc Thôi", en: "↑↓ Choose  Enter Do  Esc Leave" }
        NothingCalled { vi: "không thấy “{0}”", en: "nothing is called “{0}”" }
        LeaveIt { vi: "Thôi, để nguyên", en: "Leave it as it is" }
        ActionsOn { vi: "Việc với {0}", en: "Actions: {0}" }
        ActionsOnMarked { vi: "Việc với {0} hàng có dấu", en: "Actions: {0} marked {0:row|rows}" }
        ActionsHint { vi: "gõ để lọc (xuat, giao…) · Enter làm · Esc", en: "type to filter · Enter does it · Esc" }
        WithThis { vi: "với mục này", en: "with this" }
        WithFiles { vi: "ghi ra tệp", en: "write to a file" }
        WithList { vi: "xem, chọn", en: "look, choose" }
        WithProgram { vi: "chương trình", en: "program" }
        HelpTitle { vi: "Trợ giúp: {0}, lúc này", en: "Help: {0}, now" }
        HelpHint { vi: "gõ để tìm · Enter làm lệnh · Esc", en: "type to find · Enter does it · Esc" }
        HelpGo { vi: "mở, đi", en: "open, go" }
        HelpLook { vi: "xem, chọn", en: "look, choose" }
        HelpChange { vi: "thay đổi dữ liệu", en: "change data" }
        HelpMove { vi: "đi trong bảng", en: "move" }
        HelpSigns { vi: "ký hiệu", en: "signs" }
        Signs { vi: "▶ đang chọn  ● có dấu  ▼▲ đang sắp xếp  ▸ mở được  ◆ có phương án\n? giả định  ~ khảo sát  = đo thực tế  ✓ công bố chính thức\n█ đã thực thi  ▓ đã phê duyệt  ░ dự kiến  │ mục tiêu", en: "▶ in hand  ● marked  ▼▲ sorted  ▸ opens  ◆ has a measure\n? assumed  ~ surveyed  = measured  ✓ published\n█ in force  ▓ approved  ░ planned  │ target" }
        GoToHint { vi: "Enter đi · gõ tên, mã, “dieu 22” · Esc", en: "Enter goes · type a name, a code, “dieu 22” · Esc" }
        RecentPlaces { vi: "gần đây", en: "recent" }
        PaletteTitle { vi: "Bảng lệnh: lệnh, thủ tục, văn bản, phương án", en: "Palette: commands, procedures, instruments, measures" }
        PaletteHint { vi: "Enter chọn · Tab nhóm sau · Esc", en: "Enter chooses · Tab next group · Esc" }
        PaletteCommands { vi: "lệnh", en: "commands" }
        PaletteScreens { vi: "màn hình", en: "screens" }
        PaletteElsewhere { vi: "lệnh ở màn hình khác", en: "commands of other screens" }
        PaletteRegulations { vi: "quy định", en: "regulations" }
        PaletteInstruments { vi: "văn bản", en: "instruments" }
        PaletteMeasures { vi: "phương án", en: "measures" }
        MoreFound { vi: "… {0} kết quả nữa", en: "… {0} more" }
        OnScreen { vi: "ở {0}", en: "on {0}" }

        WritingFile { vi: "Đang ghi tệp", en: "Writing the file" }
        FormSaves { vi: "Lưu", en: "Save" }
        FormOpens { vi: "Mở", en: "Open" }
        FormFreezes { vi: "Chốt", en: "Freeze" }
        FormVerifies { vi: "Kiểm tra", en: "Verify" }
        FormFinds { vi: "Tìm", en: "Find" }
        FormKeys { vi: "Ctrl-S {0}  Tab Mục sau  Enter Tiếp  Esc Về", en: "Ctrl-S {0}  Tab Next  Enter On  Esc Back" }
        FormTextKeys { vi: "Ctrl-S {0}  Tab Mục sau  F2 Trình soạn thảo  Esc Về", en: "Ctrl-S {0}  Tab Next  F2 Editor  Esc Back" }
        FormListKeys { vi: "Ctrl-S {0}  Enter Mở danh sách  ←→ Đổi  Tab Mục sau  Esc Về", en: "Ctrl-S {0}  Enter List  ←→ Change  Tab Next  Esc Back" }
        FormChecksKeys { vi: "Ctrl-S {0}  Space Chọn  ↑↓ Đi  Tab Mục sau  Esc Về", en: "Ctrl-S {0}  Space Choose  ↑↓ Move  Tab Next  Esc Back" }
        TextHint { vi: "(F2 mở trình soạn thảo)", en: "(F2 opens the editor)" }
        FieldMissing { vi: "còn thiếu", en: "missing" }
        LeaveFormTitle { vi: "Nội dung đã gõ chưa lưu", en: "What was typed is not saved" }
        EditOn { vi: "Sửa tiếp", en: "Go on editing" }
        KeepDraft { vi: "Giữ nháp, về", en: "Keep as a draft, go back" }
        DropTyped { vi: "Bỏ nội dung đã gõ", en: "Discard what was typed" }
        ChangedMeanwhile { vi: "Vừa được người khác sửa", en: "Changed by another meanwhile" }
        StandsThere { vi: "{0}: đang là {1} ({2})", en: "{0}: now {1} ({2})" }
        KeepTheirs { vi: "Giữ của người kia; chữ của bạn vẫn ở đây", en: "Keep theirs; what you typed stays here" }
        WriteMine { vi: "Ghi của tôi (của người kia còn trong Nhật ký)", en: "Write mine (theirs stays in the journal)" }
        DraftsTitle { vi: "Có {0} nháp chưa lưu", en: "{0} {0:draft is|drafts are} not saved" }
        DraftsLater { vi: "Để sau", en: "Later" }
        DraftOpen { vi: "Mở: {0} ({1})", en: "Open: {0} ({1})" }
        DraftDrop { vi: "Bỏ nháp: {0}", en: "Discard: {0}" }

        QuitTitle { vi: "Thoát tinhgon?", en: "Quit tinhgon?" }
        Close { vi: "Đóng", en: "Close" }
        StayHere { vi: "Ở lại", en: "Stay" }
        UndoTitle { vi: "Hoàn tác việc này?", en: "Undo this?" }
        RedoTitle { vi: "Làm lại việc này?", en: "Redo this?" }
        WhoseChange { vi: "Thay đổi {0} · {1} · {2} · {3} · {4} dòng", en: "Change {0} · {1} · {2} · {3} · {4} {4:row|rows}" }
        SeeInHistory { vi: "Xem trong Nhật ký", en: "See it in the journal" }
        UndoIt { vi: "Hoàn tác (F9 làm lại được)", en: "Undo (F9 redoes)" }
        RedoIt { vi: "Làm lại", en: "Redo" }
        Undone { vi: "đã hoàn tác thay đổi {0}: {1} · F9 làm lại", en: "undid change {0}: {1} · F9 redoes" }
        Redone { vi: "đã làm lại thay đổi {0}: {1}", en: "did change {0} again: {1}" }
        FileIsThere { vi: "Đã có tệp {0}", en: "There is a file {0}" }
        WriteBeside { vi: "Ghi thành {0}", en: "Write {0} instead" }
        WriteOverIt { vi: "Ghi đè", en: "Write over it" }
        FileName { vi: "Tên tệp", en: "File" }
        ExportTitle { vi: "Xuất {0} hàng ra tệp", en: "Export {0} {0:row|rows} to a file" }
        UnknownEnding { vi: "đuôi tệp phải là một trong: {0}", en: "the file must end in one of: {0}" }

        AllTab { vi: "Tất cả", en: "All" }
        LargestTab { vi: "Lớn nhất", en: "Largest" }
        MarkedTab { vi: "Đã dấu {0}", en: "Marked {0}" }
        AgencyShort { vi: "CQ", en: "Ag." }
        MeasuresShort { vi: "PA", en: "M" }
        VersionsShort { vi: "Bản", en: "V" }
        ProceduresShort { vi: "TTHC", en: "Proc" }
        DataQuality { vi: "Số liệu", en: "Figures" }
        StageColumn { vi: "Tình trạng phương án", en: "Status of measures" }
        LateColumn { vi: "Quá hạn", en: "Overdue" }
        RunningShare { vi: "Lũy kế", en: "Running" }
        MarkedColumn { vi: "Có dấu", en: "Marked" }
        NoSheet { vi: "chưa có bảng tính", en: "no sheet" }
        AllAssumed { vi: "toàn giả định", en: "assumptions only" }
        SomeFigures { vi: "có số liệu khảo sát, đo, công bố", en: "surveyed, measured or published" }
        MeasuresCount { vi: "{0} phương án", en: "{0} {0:measure|measures}" }
        NoMeasures { vi: "chưa có phương án", en: "no measure" }
        RowsCount { vi: "bảng tính {0} dòng", en: "sheet of {0} {0:row|rows}" }
        NothingFiltered { vi: "chưa lọc gì", en: "nothing is filtered" }
        NotASavedFilter { vi: "thẻ này không phải bộ lọc đã lưu", en: "this tab is no saved filter" }
        FilterName { vi: "Tên thẻ", en: "Name of the tab" }
        FilterSaved { vi: "đã lưu bộ lọc “{0}”", en: "saved the filter “{0}”" }
        DraftSheetsTitle { vi: "Lập bảng tính sơ bộ cho {0} quy định?", en: "Make first cost sheets for {0} {0:regulation|regulations}?" }
        DraftSheetsAbout { vi: "Mọi ô là giả định (?), lập từ nội dung thủ tục. Quy định đã có bảng tính được giữ nguyên.", en: "Every cell is an assumption (?), made from the record. Those that have a sheet stay as they are." }
        SheetsDrafted { vi: "đã lập {0} bảng tính sơ bộ, {1} dòng; mọi ô là giả định (?)", en: "made {0} first {0:sheet|sheets} of {1} {1:row|rows}; every cell is an assumption (?)" }

        ChangeNumber { vi: "Số", en: "No." }
        ChangeAt { vi: "Lúc", en: "At" }
        ChangeAuthor { vi: "Người", en: "Author" }
        ChangeDid { vi: "Việc", en: "What" }
        ChangeRows { vi: "Số dòng", en: "Rows" }
        ChangeNote { vi: "Ghi chú", en: "Note" }
        ChangeVerb { vi: "Loại việc", en: "Kind" }
        ChangeDay { vi: "Ngày", en: "Day" }
        ReadingJournal { vi: "đọc nhật ký", en: "reading the journal" }
        ThisSession { vi: "Phiên này", en: "This session" }
        SessionTab { vi: "Phiên này", en: "This session" }
        MineTab { vi: "Của tôi", en: "Mine" }
        NewestFirst { vi: "mới nhất trước", en: "the newest first" }
        ChangeOf { vi: "Thay đổi {0}", en: "Change {0}" }
        MadeOn { vi: "máy {0} · {1}", en: "on {0} · {1}" }
        TakesBack { vi: "lấy lại thay đổi {0}", en: "takes back change {0}" }
        MoreOfChange { vi: "… còn nữa: tinhgon history {0}", en: "… there is more: tinhgon history {0}" }
        UndoQuestion { vi: "Hoàn tác thay đổi {0}?", en: "Undo change {0}?" }
        UndoToHereTitle { vi: "Hoàn tác mọi thay đổi từ {0} đến nay?", en: "Undo all changes from {0} on?" }
        UndoToHereAbout { vi: "{0} thay đổi sẽ được lấy lại, mới nhất trước; mỗi thay đổi làm lại được.", en: "{0} {0:change|changes} will be taken back, the newest first; each can be redone." }
        VerbDraft { vi: "Lập bảng tính sơ bộ", en: "First cost sheets" }
        VerbCost { vi: "Sửa bảng tính", en: "Cost sheet" }
        VerbMeasure { vi: "Phương án", en: "Measure" }
        VerbMeasureRemoved { vi: "Xóa phương án", en: "Measure removed" }
        VerbScenario { vi: "Kịch bản", en: "Scenario" }
        VerbSuggest { vi: "Gợi ý", en: "Suggestion" }
        VerbBaseline { vi: "Chốt số liệu gốc", en: "Baseline" }
        VerbImport { vi: "Nhập tệp", en: "Import" }
        VerbInit { vi: "Tạo tệp dữ liệu", en: "New data file" }
        VerbUndo { vi: "Hoàn tác", en: "Undo" }
        VerbRedo { vi: "Làm lại", en: "Redo" }
        VerbUncertainty { vi: "Khoảng dao động", en: "Uncertainty" }
        VerbLaw { vi: "Văn bản", en: "Instrument" }
        VerbWork { vi: "Theo dõi, đôn đốc", en: "Follow-up" }
        VerbOther { vi: "Thay đổi", en: "Change" }

        NoProgramme { vi: "chưa có chương trình nào", en: "there is no programme" }
        NoProgrammeHint { vi: "Chưa có chương trình nào nên chưa có mục tiêu để đo. F5 rồi “Nhập tệp” để nhập chương trình.", en: "There is no programme, so there is no target to measure. F5, then “Import” brings one in." }
        TargetsOpen { vi: "{0} mục tiêu chưa đạt", en: "{0} {0:target|targets} not reached" }
        BaselineLive { vi: "Chưa chốt số liệu gốc: tính theo số liệu hiện tại, {0} quy định", en: "Baseline not frozen: measured against current data, {0} {0:regulation|regulations}" }
        BaselineFrozen { vi: "Số liệu gốc chốt {0}: {1} quy định", en: "Baseline frozen {0}: {1} {1:regulation|regulations}" }
        DueOn { vi: "hạn {0}", en: "due {0}" }
        TargetsTitle { vi: "Mục tiêu", en: "Targets" }
        InForceShort { vi: "thực thi", en: "in force" }
        ApprovedShort { vi: "p.duyệt", en: "approved" }
        PlannedShort { vi: "dự kiến", en: "planned" }
        TargetShort { vi: "mục tiêu", en: "target" }
        AgenciesThenTitle { vi: "Còn thiếu nhiều nhất · {0}, đã thực thi · đơn vị khi chốt", en: "Furthest behind · {0}, in force · agencies then" }
        AgenciesTitle { vi: "Còn thiếu nhiều nhất · {0}, đã thực thi", en: "Furthest behind · {0}, in force" }
        Lacks { vi: "thiếu {0}", en: "lacks {0}" }
        LateTitle { vi: "Quá hạn {0} · sắp đến hạn {1} (ngày làm việc)", en: "Overdue {0} · due soon {1} (working days)" }
        NothingLate { vi: "không có mục nào quá hạn", en: "nothing is overdue" }
        NothingHere { vi: "chưa có gì", en: "nothing yet" }
        BurdensOnceTitle { vi: "Gánh nặng lớn nhất mỗi lần thực hiện (đ): {0} quy định đầu", en: "Largest burdens of one performance (đ): the first {0}" }
        BurdensWaiting { vi: "; {0} chưa biết số đối tượng", en: "; {0} with an unknown population" }
        BurdenOnceSaid { vi: "{0} · {1} đ mỗi lần · {2} phương án", en: "{0} · {1} đ each time · {2} {2:measure|measures}" }
        BurdensTitle { vi: "Gánh nặng lớn nhất: {0} quy định đầu chiếm {1}", en: "Largest burdens: the first {0} make up {1}" }
        TrendTitle { vi: "Xu hướng: đã thực thi, %", en: "Trend: in force, %" }
        TrendRow { vi: "Xu hướng đã thực thi {0} {1} {2} · mục tiêu {3}", en: "Trend in force {0} {1} {2} · target {3}" }
        TrendLegend { vi: "┄ đường cần đi", en: "┄ the line to the target" }
        TargetSaid { vi: "Đã thực thi {0} {1} ({2}); phải đạt {3}; còn thiếu {4}. Thực thi hết dự kiến: {5}.", en: "In force {0} {1} ({2}); needed {3}; missing {4}. With all that is planned: {5}." }
        AgencySaid { vi: "Số liệu gốc {0} {1}; đã thực thi {2}, còn thiếu {3}; thực thi hết dự kiến {4}. Enter mở danh mục của cơ quan.", en: "Baseline {0} {1}; in force {2}, missing {3}; with all that is planned {4}. Enter opens its regulations." }
        LateSaid { vi: "{0} · hạn {1} · {2}", en: "{0} · due {1} · {2}" }
        BurdenSaid { vi: "{0} · {1} đ/năm · {2} phương án", en: "{0} · {1} đ/year · {2} {2:measure|measures}" }
        NobodyYet { vi: "chưa phân công", en: "not assigned" }
        NoAgency { vi: "Chưa rõ cơ quan", en: "No agency stated" }
        NothingToCut { vi: "Chưa tính được: số liệu gốc của mục tiêu này bằng 0, vì danh mục chưa có quy định loại đó trong phạm vi chương trình, hoặc chưa có bảng tính.", en: "Cannot be computed: the baseline of this target is 0, because the catalogue has no such regulation within the scope of the programme, or no sheet yet." }
        CountsMissing { vi: "Chưa tính được: {0} bảng tính trong phạm vi chương trình còn chờ số đối tượng tuân thủ; nhập bảng số lượng ở Nhập tệp.", en: "Cannot be computed: {0} {0:sheet|sheets} within the scope of the programme {0:waits|wait} for the number of those who comply; import a table of counts." }
        CountsMissingShort { vi: "chờ số đối tượng", en: "awaits counts" }
        NothingToCutShort { vi: "chưa có gì để cắt giảm (Enter xem)", en: "nothing to cut yet" }
        FreezeTitle { vi: "Chốt số liệu gốc của {0}", en: "Freeze the baseline of {0}" }
        FreezeAbout { vi: "Tiến độ từ nay so với số liệu tại ngày này; sửa số liệu sau đó không làm đổi số liệu gốc.", en: "Progress is measured against the figures of this day from now on; later corrections do not move them." }
        FreezeAgain { vi: "{0} đã có số liệu gốc tại ngày {1}. Chốt lại thì mọi số liệu của chương trình so với số liệu gốc mới.", en: "{0} has a baseline as of {1}. Freezing again measures all figures against the new one." }
        AsOfDay { vi: "Tại ngày", en: "As of" }
        EmptyIsToday { vi: "trống: hôm nay", en: "empty: today" }

        WelcomeTitle { vi: "Chào mừng", en: "Welcome" }
        WelcomeWhat { vi: "tinhgon giúp lập danh mục quy định, tính chi phí tuân thủ, lập phương án cắt giảm và theo dõi mục tiêu, trên máy của bạn; chỉ gửi đi những gì bạn tự trao đổi.", en: "tinhgon keeps a register of regulations, puts a compliance cost on each, proposes cuts and follows the targets, on your machine; nothing leaves it but what you exchange." }
        WelcomeFile { vi: "Tệp dữ liệu: {0}", en: "Data file: {0}" }
        WelcomeOwn { vi: "Đang có {0} quy định.", en: "It has {0} {0:regulation|regulations}." }
        WelcomeMixed { vi: "Đang có {0} quy định, trong đó {1} thủ tục MẪU; số liệu mẫu là giả định, bỏ được bất cứ lúc nào.", en: "It has {0} regulations, {1} of them SAMPLE procedures, whose figures are assumptions and can be removed at any time." }
        WelcomeSamples { vi: "Đang có {0} thủ tục MẪU để thử; số liệu mẫu là giả định, bỏ được bất cứ lúc nào.", en: "It has {0} SAMPLE procedures to try with; their figures are assumptions and can be removed at any time." }
        WelcomeKeys { vi: "Ba phím đủ dùng: Enter mở · Esc về · F1 trợ giúp. Tìm gì cũng được: Ctrl-P, gõ không dấu.", en: "Three keys will do: Enter opens · Esc goes back · F1 helps. To find anything: Ctrl-P." }
        WelcomeTryOut { vi: "Làm thử một vòng, 5 phút: tìm, sửa số, đề xuất, xem mục tiêu", en: "A guided round of 5 minutes: find, correct, propose, see the target" }
        WelcomeImport { vi: "Nhập dữ liệu của tôi (Excel, CSV, JSON, Cổng dịch vụ công)", en: "Import my own data (Excel, CSV, JSON, the portal)" }
        WelcomeEnter { vi: "Vào thẳng Tổng quan", en: "Straight to the overview" }
        TourStep { vi: "{0}/{1}: {2} (F4 › Làm thử để bỏ)", en: "{0}/{1}: {2}" }
        TourFind { vi: "F5, chọn Danh mục, nhấn / rồi gõ: khai sinh", en: "F5, choose Catalogue, press / and type: khai sinh" }
        TourOpen { vi: "Enter mở thủ tục, F6 sang Bảng tính", en: "Enter opens the procedure, F6 goes to its cost sheet" }
        TourCorrect { vi: "gõ một số vào ô Phút rồi Enter", en: "type a number into a cell of minutes, then Enter" }
        TourPropose { vi: "F6 sang Phương án, Ctrl-N thêm một phương án, Ctrl-S lưu", en: "F6 to Measures, Ctrl-N adds one, Ctrl-S saves it" }
        TourGauge { vi: "F5, chọn Tổng quan: xem mục tiêu đã nhích", en: "F5, choose Overview: see the gauge move" }
        TourDone { vi: "xong một vòng: tìm, sửa số, đề xuất, xem mục tiêu. F8 lấy lại từng bước đã thử", en: "the round is done: find, correct, propose, see the target. F8 takes each step back" }
        HintOverview { vi: "Enter mở dòng đang chọn · Ctrl-P tìm mọi thứ, không cần dấu", en: "Enter opens the line in hand · Ctrl-P finds everything" }
        HintCatalogue { vi: "/ tìm không cần dấu · F6 “Lớn nhất” xếp theo chi phí · F7 lọc theo cơ quan", en: "/ finds · F6 “Largest” sorts by cost · F7 filters by agency" }
        AnotherFile { vi: "Tệp khác, theo đường dẫn…", en: "Another file, by its path…" }
        WorkspacePath { vi: "Đường dẫn tệp .db", en: "Path of the .db file" }
        NoSuchWorkspace { vi: "Chưa có tệp {0}", en: "There is no file {0}" }
        MakeWorkspace { vi: "Tạo mới", en: "Make it" }
    }
}
