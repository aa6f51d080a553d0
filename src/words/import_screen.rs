//! Words of the screen that takes files in.

crate::messages! {
    /// Words of the screen that takes files in.
    ImportWord {
        LeaveOut { vi: "Không lấy bản ghi này", en: "Leave this record out" }
        TakeAgain { vi: "Lấy lại bản ghi này", en: "Take this record after all" }
        DoneLeftOut { vi: "không lấy", en: "left out" }
        NotSingle { vi: "dòng này gồm nhiều bản ghi", en: "a line that stands for several records" }
        LeavesOut { vi: "Không lấy {0} bản ghi đã bỏ ra; phần còn lại được nhập. Tổng trên gồm cả các bản ghi đó.", en: "{0} {0:record|records} left out; the rest is imported. The sums above include them." }
        TabChoose { vi: "1 Chọn tệp", en: "1 Choose" }
        TabMapping { vi: "2 Ghép cột", en: "2 Mapping" }
        TabPreview { vi: "3 Xem trước", en: "3 Preview" }
        TabResult { vi: "4 Kết quả", en: "4 Result" }
        NoFileOfData { vi: "Dữ liệu này chỉ ở trong bộ nhớ, không nhập tệp được. F4 › “Mở tệp dữ liệu khác…”.", en: "These data are in memory alone, so no file can be imported. F4 › “Open another data file…”." }

        Path { vi: "Đường dẫn", en: "Path" }
        Folder { vi: "thư mục", en: "folder" }
        NoFileHere { vi: "Không có tệp nhập được ở đây: cần .xlsx .xls .ods .csv .tsv .json .jsonl .toml .txt .md .docx .html", en: "No file here can be imported: .xlsx .xls .ods .csv .tsv .json .jsonl .toml .txt .md .docx .html can" }
        NothingChosen { vi: "chưa chọn tệp nào", en: "no file is chosen" }
        FilesChosen { vi: "đã chọn {0} tệp", en: "{0} {0:file|files} chosen" }
        ChooseFirst { vi: "Chưa chọn tệp nào. Về thẻ “1 Chọn tệp”, gõ đường dẫn hoặc chọn trong thư mục rồi Enter.", en: "No file is chosen. Go back to “1 Choose”, type a path or choose in the folder, then Enter." }

        MappingHint { vi: "Enter nói rõ tệp này là gì, nếu tệp không tự cho biết; F6 sang xem trước.", en: "Enter says what this file is, where it does not tell itself; F6 goes to the preview." }
        FormAbout { vi: "Để trống thì tệp tự cho biết. Thay hẳn: bỏ dòng mà tệp không có, thay cả số đáng tin hơn.", en: "What is left empty, the file tells itself. Replace: rows that the file does not hold go, and better figures are replaced too." }
        FormAboutLaw { vi: "Nhận dù khác: dù số, ký hiệu khác hay đã có lời văn khác.", en: "Import it all the same: though it has another number, or another text is there." }
        FileTells { vi: "tệp tự cho biết", en: "the file tells" }
        Recognised { vi: "nhận dạng: {0}", en: "recognised: {0}" }
        IsLaw { vi: "toàn văn văn bản", en: "text of an instrument" }
        Mapping { vi: "Ghép cột theo", en: "Mapping" }
        Agency { vi: "Cơ quan", en: "Agency" }
        AgencyHint { vi: "cho bản ghi không nêu cơ quan", en: "for records that name none" }
        InstrumentNumber { vi: "Số, ký hiệu", en: "Number" }
        FromFile { vi: "để trống: theo tệp", en: "empty: as the file says" }
        VersionName { vi: "Bản", en: "Version" }
        VersionHint { vi: "original; hợp nhất 1/7/2024", en: "original; consolidated 2024-07-01" }
        Force { vi: "Nhận dù khác", en: "Import all the same" }
        Replace { vi: "Thay hẳn", en: "Replace" }
        ReplaceShort { vi: "thay hẳn", en: "replaces" }
        AnswerNo { vi: "không", en: "no" }
        AnswerYes { vi: "có", en: "yes" }

        GuideTitle { vi: "Ghép cột của {0}", en: "Columns of {0}" }
        GuideAbout { vi: "Chọn cột cho từng mục; tệp đoán sẵn theo tiêu đề và nội dung. Bên dưới: mười dòng đầu sẽ thành gì (mã, tên, cơ quan, lĩnh vực).", en: "Choose the column of each; guesses are by head and content. Below: what the first ten rows become (code, name, agency, field)." }
        GuideFile { vi: "Lưu ánh xạ vào", en: "Keep the mapping in" }
        GuideFileHint { vi: "tệp .toml; lần sau chọn lại hoặc --mapping TỆP", en: "a .toml file; next time choose it or --mapping FILE" }
        GuideThere { vi: "{0} đã có và khác; đặt tên khác", en: "{0} is there and differs; give another name" }
        GuideKept { vi: "đã lưu ánh xạ vào {0}; tệp được đọc theo ánh xạ này", en: "the mapping is kept in {0}; the file is read by it" }
        GuideNoTable { vi: "tệp này là lời văn, không có cột", en: "this file is a text and has no columns" }
        GuideTooLarge { vi: "{0} quá lớn để xem ngay; chạy: tinhgon import --map {0}", en: "{0} is too large to be looked at here; run: tinhgon import --map {0}" }

        Rehearsing { vi: "tính thử tệp nhập", en: "rehearsing the import" }
        Importing { vi: "nhập tệp", en: "importing" }
        RehearsingNow { vi: "Đang tính thử, chưa ghi gì; bạn có thể làm việc khác. F4 › “Dừng việc đang chạy”.", en: "It is being rehearsed, nothing is written; you can work elsewhere meanwhile. F4 › “Stop what runs”." }
        ImportingNow { vi: "Đang nhập; bạn có thể làm việc khác. F4 › “Dừng việc đang chạy”: tệp đang nhập dở thì không nhập gì.", en: "It is being imported; you can work elsewhere meanwhile. F4 › “Stop what runs”: nothing of the file under way is imported then." }
        StoppedNow { vi: "Đã dừng. Tệp đang nhập dở không nhập gì; tệp xong trước đó đã được nhập (xem Nhật ký).", en: "It was stopped. Nothing of the file under way was imported; files done before it were (see the journal)." }
        NotRehearsed { vi: "Chưa tính thử. Enter tính thử; chưa ghi gì.", en: "Not rehearsed yet. Enter rehearses it; nothing is written." }
        NothingWouldChange { vi: "Không có gì thay đổi: mọi thứ trong tệp đã có như vậy.", en: "Nothing would change: all that is in the files is there already." }
        NothingWritten { vi: "chưa ghi gì; Ctrl-S nhập", en: "nothing is written; Ctrl-S imports" }
        NothingToTake { vi: "không có tệp nào nhập được", en: "no file can be imported" }
        OnlyAtPreview { vi: "chỉ nhập từ thẻ “3 Xem trước”", en: "only “3 Preview” imports" }
        FilesFaulty { vi: "{0} tệp không đọc được; xem dòng ✗", en: "{0} {0:file|files} cannot be read; see the rows" }
        Summary { vi: "{0} mới · {1} thay đổi · {2} như cũ", en: "{0} new · {1} changed · {2} as before" }

        GroupFaults { vi: "✗ Không nhập được", en: "✗ Cannot be imported" }
        GroupChanged { vi: "Thay đổi", en: "Changed" }
        GroupNew { vi: "Mới", en: "New" }
        GroupRemoved { vi: "Bỏ", en: "Removed" }
        GroupRefused { vi: "Giữ số đáng tin hơn", en: "Better figures stay" }
        GroupKept { vi: "Không có trong tệp", en: "Not in the file" }
        GroupProblems { vi: "▲ Cần xem lại", en: "▲ To look at" }
        DoneTaken { vi: "nhập", en: "imported" }
        DoneNotTaken { vi: "không nhập", en: "left out" }
        DoneRemoved { vi: "bỏ", en: "removed" }
        DoneKept { vi: "giữ lại", en: "stays" }
        DoneLooked { vi: "nhập", en: "imported" }
        NounsNew { vi: "thêm {0} {1}", en: "{0} × {1} added" }
        RowsNew { vi: "thêm {0} dòng", en: "{0} {0:row|rows} added" }
        RowsKept { vi: "giữ nguyên {0} dòng không có trong tệp", en: "{0} {0:row|rows} that the file does not hold {0:stays|stay}" }
        FigureKept { vi: "giữ {0} = {1} ({2}), không thay bằng {3} ({4})", en: "{0} = {1} ({2}) stays; {3} ({4}) does not replace it" }
        LineOfFile { vi: "dòng {0}", en: "line {0}" }
        ColumnNumber { vi: "STT", en: "No." }
        ColumnAbout { vi: "Bản ghi", en: "Record" }
        ColumnLine { vi: "Nội dung", en: "What" }
        ColumnCount { vi: "Số", en: "No." }
        ColumnDone { vi: "Xử lý", en: "Done" }
        ColumnGroup { vi: "Nhóm", en: "Group" }
        ColumnFile { vi: "Tệp", en: "File" }
        ColumnTouched { vi: "Chạm phương án", en: "Touches a measure" }
        TouchedBy { vi: "▲ phương án {0} đang tác động", en: "▲ measure {0} aims at it" }
        NothingToOpen { vi: "dòng này không có bản ghi để mở", en: "there is no record to open" }

        WriteTitle { vi: "Nhập những gì đã xem trước?", en: "Import what was previewed?" }
        TouchesMeasures { vi: "▲ chạm {0} phương án: {1}", en: "▲ touches {0} {0:measure|measures}: {1}" }
        RemovesRows { vi: "▲ bỏ {0} dòng đang có", en: "▲ removes {0} {0:row|rows} that are there" }
        FilesTaken { vi: "đã nhập {0} tệp: {1}; F8 hoàn tác", en: "imported {0} {0:file|files}: {1}; F8 undoes" }
        NothingDone { vi: "Chưa nhập gì. Xem thẻ “3 Xem trước” rồi Ctrl-S.", en: "Nothing was imported. See “3 Preview”, then Ctrl-S." }
        AsChange { vi: "thay đổi số {0}", en: "change {0}" }
        NothingChanged { vi: "không có gì thay đổi", en: "nothing changed" }
        ProblemsCount { vi: "{0} chỗ cần xem lại", en: "{0} {0:place|places} to look at" }
        UndoHint { vi: "F8 hoàn tác từng tệp, tệp sau cùng trước. Enter trên số thay đổi mở Nhật ký.", en: "F8 undoes file by file, the last first. Enter on a change opens the journal." }
    }
}
