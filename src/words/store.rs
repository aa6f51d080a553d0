//! What the room `store` says.

crate::messages! {
    /// Messages of `store`.
    StoreMessage {
        NotThere { vi: "không có tệp này", en: "there is no such file" }
        Exists { vi: "đã có tệp tại đây, không tạo tệp dữ liệu mới", en: "a file exists here already, so no new data file is created" }
        ExistsHint { vi: "chọn tên khác bằng --db, hoặc chuyển tệp đi nơi khác", en: "choose another name with --db, or move the file away" }
        NoFile { vi: "đây không phải là tệp thông thường, không dùng làm tệp dữ liệu được", en: "not a regular file, so not a data file" }
        InTheWay { vi: "có tệp khác ở chỗ cần ghi bản sao tạm", en: "another file is where the temporary copy would be" }
        InTheWayHint { vi: "chuyển tệp đó đi nơi khác, hoặc chọn tên khác cho bản sao", en: "move that file away, or choose another name for the copy" }
        NotAWorkspace { vi: "tệp này không phải là tệp dữ liệu của tinhgon", en: "not a tinhgon data file" }
        NotAWorkspaceHint { vi: "kiểm tra --db; nhập dữ liệu từ tệp bằng: tinhgon import TỆP", en: "check --db; to import data from a file, run: tinhgon import FILE" }
        Newer { vi: "tệp dữ liệu này do bản tinhgon mới hơn tạo ra (phiên bản {0}, bản này hiểu đến {1})", en: "this data file was written by a newer tinhgon (version {0}, this one knows up to {1})" }
        NewerHint { vi: "cập nhật tinhgon; tệp không bị thay đổi", en: "update tinhgon; the file was not changed" }
        Damaged { vi: "tệp dữ liệu bị hỏng", en: "the data file is damaged" }
        DamagedHint { vi: "giữ nguyên tệp; khôi phục từ bản sao lưu bằng: tinhgon restore TỆP", en: "keep the file as it is; to restore the latest backup, run: tinhgon restore FILE" }
        Replaced { vi: "tệp dữ liệu đã bị thay bằng tệp khác từ khi mở", en: "another file has taken the place of the data file since it was opened" }
        ReplacedHint { vi: "chưa ghi gì; mở lại tinhgon để làm tiếp trên tệp hiện có", en: "nothing was written; start tinhgon again to go on with the file that is there" }
        Busy { vi: "một chương trình khác đang ghi vào tệp dữ liệu", en: "another program is writing to the data file" }
        BusyWith { vi: "“{0}” (tiến trình {1}) đang ghi vào tệp dữ liệu từ {2}, đã xong {3}%", en: "“{0}” (process {1}) has been writing to the data file since {2}, {3}% done" }
        BusyHint { vi: "đợi xong rồi thử lại; chưa có gì bị thay đổi", en: "wait until it is done and try again; nothing was changed" }
        ReadOnly { vi: "không được phép ghi vào tệp dữ liệu hoặc thư mục chứa nó", en: "the data file, or the folder it is in, cannot be written" }
        ReadOnlyHint { vi: "cấp quyền ghi, hoặc chép tệp sang thư mục khác và dùng --db", en: "allow writing, or copy the file to another folder and use --db" }
        Full { vi: "hết chỗ trên đĩa; thay đổi này không được ghi, dữ liệu trước đó còn nguyên", en: "the disk is full; this change was not written, everything before it is kept" }
        FullHint { vi: "giải phóng dung lượng rồi thử lại", en: "free some space and try again" }
        CannotOpen { vi: "không mở được tệp", en: "the file cannot be opened" }
        NoSuchFile { vi: "không có tệp hoặc thư mục này", en: "there is no such file or folder" }
        NotPermitted { vi: "không có quyền", en: "permission denied" }
        NoFolder { vi: "đường dẫn đi qua một tệp", en: "the path leads through a file" }
        IsFolder { vi: "đây là thư mục", en: "it is a folder" }
        DiskFull { vi: "ổ đĩa đầy", en: "the disk is full" }
        ReadOnlyDisk { vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only" }
        CannotOpenHint { vi: "kiểm tra đường dẫn và quyền truy cập", en: "check the path and the permissions" }
        CannotCopy { vi: "không chép được tệp", en: "the file cannot be copied" }
        RegisterTooLarge { vi: "danh mục dữ liệu Nhà nước đã có quá lớn, không đọc được", en: "the register of data that the state holds is too large to read" }
        Sqlite { vi: "lỗi cơ sở dữ liệu; chạy: tinhgon doctor", en: "a database error; run: tinhgon doctor" }
        Invalid { vi: "{0} {1}{2}: không hợp lệ: {3}", en: "{0} {1}{2}: not valid: {3}" }
        OtherStructure { vi: "cấu trúc của tệp không đúng như phiên bản ghi trong nó", en: "the structure of the file is not what its version says" }
        OtherStructureHint { vi: "lập tệp dữ liệu mới từ những gì cứu được bằng: tinhgon doctor --rescue TỆP_MỚI", en: "to make a new data file of all that can be saved, run: tinhgon doctor --rescue NEW_FILE" }
        OutOfBounds { vi: "giá trị ngoài giới hạn, không ghi được: {0}", en: "a value is out of bounds and was not stored: {0}" }
        OutOfBoundsHint { vi: "sửa giá trị rồi làm lại; chưa có gì được ghi", en: "correct the value and try again; nothing was stored" }
        BadRow { vi: "{0} “{1}”: nội dung trong tệp dữ liệu không đọc được", en: "{0} “{1}”: what is stored of it cannot be read" }
        BadRowHint { vi: "xem từng dòng: tinhgon doctor; nhập lại mục này từ tệp để thay", en: "to see each row: tinhgon doctor; import it again from a file to replace it" }
        PassedRows { vi: "{0} dòng không đọc được nên không có ở đây: {1}; xem: tinhgon doctor", en: "{0} {0:row|rows} cannot be read and {0:is|are} not in this: {1}; see: tinhgon doctor" }
        NoRegulation { vi: "không có quy định mã “{0}”", en: "there is no regulation with the code “{0}”" }
        NoRegulationHint { vi: "thêm quy định trước, hoặc sửa mã", en: "add the regulation first, or correct the code" }
        SameMeasure { vi: "đã có phương án như vậy: {0} (cùng quy định, loại, đối tượng áp dụng và nội dung)", en: "there is such a measure already: {0} (same regulation, kind, targets and title)" }
        SameMeasureHint { vi: "nêu nội dung khác; hoặc sửa bằng: tinhgon measure edit {0} …", en: "give another title; or to change it, run: tinhgon measure edit {0} …" }
        BadBaseline { vi: "số liệu gốc của {0}: dòng {1} trùng, không thuộc quy định nào hoặc có số âm", en: "baseline of {0}: the row {1} is there twice, belongs to no regulation or holds a number below zero" }
        OtherBaseline { vi: "{0} đã có số liệu gốc khác, chốt ngày {1}; số liệu gốc đã chốt không bị thay khi nhập", en: "{0} has another baseline, frozen on {1}; an import does not replace a frozen baseline" }
        OtherBaselineHint { vi: "thay số liệu gốc bằng: tinhgon baseline drop {0}, rồi nhập lại", en: "to replace it, run: tinhgon baseline drop {0}, then import again" }
        NoProgramme { vi: "không có chương trình “{0}”", en: "there is no programme “{0}”" }
        NoMeasure { vi: "không có phương án “{0}”", en: "there is no measure “{0}”" }
        NotUncertain { vi: "“{0}” không phải là tham số: viết sheet:MÃ:DÒNG:Ô, parameter:ID hoặc measure:MÃ:GIÁ TRỊ", en: "“{0}” is not a parameter: write sheet:CODE:ROW:CELL, parameter:ID or measure:CODE:VALUE" }
        InUse { vi: "{0} “{1}” đang được {2} “{3}” dùng, nên không xóa được", en: "{0} “{1}” is used by {2} “{3}”, so it cannot be removed" }
        NoInstrument { vi: "không có văn bản số “{0}”", en: "there is no instrument with the number “{0}”" }
        NoInstrumentHint { vi: "thêm văn bản trước, hoặc sửa số, ký hiệu", en: "add the instrument first, or correct the number" }
        NoArticle { vi: "văn bản {0}, bản “{1}”: không đọc được điều nào", en: "instrument {0}, version “{1}”: no Điều can be read in it" }
        DanglingProvision { vi: "phương án {0} sửa “{1}” của {2}, nhưng văn bản không có điều khoản này", en: "measure {0} changes “{1}” of {2}, which the text does not have" }
        EmptyKey { vi: "{0}: thiếu mã", en: "{0}: the code is missing" }
        OtherKind { vi: "mã “{0}” đã là quy định loại {1}, không thể thành {2}", en: "the code “{0}” is a regulation of kind {1} already and cannot become {2}" }
        OtherKindHint { vi: "dùng mã khác", en: "use another code" }
        UsedTwice { vi: "{0}: id “{1}” xuất hiện hai lần", en: "{0}: the id “{1}” occurs twice" }
        NothingToUndo { vi: "không có gì để hoàn tác", en: "there is nothing to undo" }
        NothingToRedo { vi: "không có gì để làm lại", en: "there is nothing to redo" }
        NoChange { vi: "không có thay đổi số {0}", en: "there is no change number {0}" }
        NeverTouched { vi: "nhật ký không có thay đổi nào của “{0}”", en: "the journal has no change of “{0}”" }
        UndoneAlready { vi: "thay đổi {0} đã được hoàn tác", en: "change {0} is undone already" }
        ChangedSince { vi: "không hoàn tác được thay đổi {0}: {1} {2} đã được sửa sau đó", en: "change {0} cannot be undone: {1} {2} was changed after it" }
        ChangedSinceHint { vi: "hoàn tác các thay đổi sau đó trước; xem: tinhgon history {0}", en: "undo the later changes first; see: tinhgon history {0}" }
        Sound { vi: "tệp dữ liệu toàn vẹn: {0} thay đổi trong nhật ký, mã băm cuối {1}", en: "the data file is intact: {0} {0:change|changes} in the journal, last hash {1}" }
        QuickCheck { vi: "kiểm tra tệp: {0}", en: "check of the file: {0}" }
        ForeignKey { vi: "bảng {0} trỏ tới một dòng không có trong {1}", en: "table {0} points to a row that {1} does not have" }
        BrokenChain { vi: "chuỗi mã băm của nhật ký bị ngắt tại thay đổi {0}; khôi phục từ bản sao lưu bằng: tinhgon restore TỆP", en: "the hash chain of the journal breaks at change {0}; to restore a backup, run: tinhgon restore FILE" }
        RowDiffers { vi: "{0} {1}: {2} là {3}, nhật ký ghi {4} (thay đổi {5})", en: "{0} {1}: {2} is {3}, the journal says {4} (change {5})" }
        RowGone { vi: "{0} {1}: có trong nhật ký (thay đổi {2}), không có trong tệp dữ liệu", en: "{0} {1}: in the journal (change {2}), but not in the data file" }
        RowUnknown { vi: "{0} {1}: có trong tệp dữ liệu, nhật ký không ghi", en: "{0} {1}: in the data file, but not in the journal" }
        EmptyValue { vi: "trống", en: "empty" }
        Unreadable { vi: "không đọc hết được {0}: {1}", en: "{0} cannot be read to the end: {1}" }
        TheFile { vi: "tệp", en: "the file" }
        MoreFindings { vi: "… và {0} chỗ nữa cùng loại{1}", en: "… and {0} more of this kind{1}" }
        SchemaMissing { vi: "thiếu {0} “{1}”", en: "the {0} “{1}” is missing" }
        SchemaChanged { vi: "{0} “{1}” khác với bản tinhgon này tạo ra", en: "the {0} “{1}” is not as this tinhgon makes it" }
        SchemaExtra { vi: "{0} “{1}” không phải của tinhgon", en: "the {0} “{1}” does not belong to tinhgon" }
        SchemaTable { vi: "bảng", en: "table" }
        SchemaIndex { vi: "chỉ mục", en: "index" }
        SchemaTrigger { vi: "trigger", en: "trigger" }
        SchemaView { vi: "khung nhìn", en: "view" }
        SealBroken { vi: "dấu của các trigger trong tệp không khớp với bản tinhgon này", en: "the seal of the triggers in the file is not that of this tinhgon" }
        SearchMissing { vi: "chỉ mục tìm kiếm thiếu {0} {1}; nhập lại tệp nguồn bằng: tinhgon import TỆP", en: "the search index lacks {0} {1}; to import the source again, run: tinhgon import FILE" }
        SearchExtra { vi: "chỉ mục tìm kiếm có {0} {1} mà tệp dữ liệu không có", en: "the search index has {0} {1}, which the data file does not have" }
        SearchText { vi: "chỉ mục tìm kiếm ghi {0} {1} khác với tệp dữ liệu", en: "the search index has other words for {0} {1} than the data file" }
        IndexEntry { vi: "mục", en: "entry" }
        RescueSaved { vi: "đã cứu {0} dòng, giữ {1} thay đổi của nhật ký", en: "saved {0} {0:row|rows}, kept {1} {1:change|changes} of the journal" }
        RescueHistory { vi: "chỉ {0} thay đổi đầu của nhật ký còn đúng chuỗi mã băm và được giữ; {1} thay đổi sau không giữ được, nội dung chúng để lại nằm trong thay đổi cứu hộ", en: "only the first {0} {0:change|changes} of the journal have sound hashes and are kept; {1} after them are not, what they left is in the change of the rescue" }
        RescueUnreadable { vi: "bảng “{0}” có chỗ hỏng; đã đọc vòng qua chỗ đó", en: "the table “{0}” is damaged in places; it was read around them" }
        RescueDiffers { vi: "{0} {1}: dữ liệu khác nhật ký; lấy theo nhật ký, vì chuỗi mã băm còn nguyên", en: "{0} {1}: the row differs from the journal; the journal was taken, for its hashes hold" }
        RescueDeleted { vi: "{0} {1}: có trong tệp dữ liệu, nhật ký ghi đã xóa; bỏ theo nhật ký, vì chuỗi mã băm còn nguyên", en: "{0} {1}: the row is there, the journal says that it was deleted; it was left out, for the hashes hold" }
        RescueGone { vi: "{0} {1}: không còn trong tệp dữ liệu; lấy lại từ nhật ký", en: "{0} {1}: the row is gone; it was taken from the journal" }
        RescueFromJournal { vi: "{0} {1}: dòng hỏng, không đọc được; lấy lại từ nhật ký", en: "{0} {1}: the row is damaged and cannot be read; it was taken from the journal" }
        RescueJournalDamaged { vi: "{0} {1}: dữ liệu khác nhật ký; lấy theo dữ liệu, vì nhật ký hỏng", en: "{0} {1}: the row differs from the journal; the row was taken, for the journal is damaged" }
        RescueUnknown { vi: "{0} {1}: nhật ký không ghi dòng này; giữ nguyên", en: "{0} {1}: the journal does not know this row; it was kept" }
        RescueLost { vi: "{0} {1}: không cứu được: dòng hỏng, nhật ký không còn đủ", en: "{0} {1}: lost: the row is damaged, and the journal does not have all of it" }
        RescueRefused { vi: "{0} {1}: không cứu được: giá trị ngoài giới hạn cho phép", en: "{0} {1}: not saved: a value is out of bounds" }
        RescueOrphan { vi: "{0} {1}: không cứu được: dòng mà nó thuộc về đã mất", en: "{0} {1}: not saved: the row that it belongs to is lost" }
        Unwatched { vi: "trigger ghi nhật ký của tệp dữ liệu bị thiếu hoặc bị sửa, không ghi được", en: "triggers that keep the journal of this data file are missing or changed, so nothing is written" }
        UnwatchedHint { vi: "xem: tinhgon doctor; lập tệp dữ liệu mới từ những gì cứu được bằng: tinhgon doctor --rescue TỆP_MỚI", en: "see: tinhgon doctor; to make a new data file of all that can be saved, run: tinhgon doctor --rescue NEW_FILE" }
        UnknownAgency { vi: "{0} quy định ghi cơ quan “{1}” chưa có trong danh mục", en: "{0} {0:regulation names|regulations name} the agency “{1}”, which is not in the catalogue" }
        DanglingTarget { vi: "phương án {0} tác động đến “{1}”, không còn trong hồ sơ hay bảng tính", en: "measure {0} applies to “{1}”, which is neither in the dossier nor in the sheet" }
        OldSqlite { vi: "sqlite3 {0} trên máy có lỗi có thể làm hỏng tệp dữ liệu (trước 3.51.3); không dùng nó để ghi", en: "the sqlite3 tool {0} on this machine has a defect that can corrupt data files (before 3.51.3); do not write with it" }
        NetworkFolder { vi: "tệp dữ liệu nằm trên ổ mạng ({0}); khóa tệp ở đó không đáng tin", en: "the data file is on a network drive ({0}), where file locks cannot be trusted" }
        KeptReferenced { vi: "{0}: giữ “{1}” vì bảng tính hoặc phương án đang dùng, dù nguồn không còn nêu", en: "{0}: kept “{1}” because a cost sheet or measure uses it, though the source no longer has it" }
        OtherName { vi: "{0}: tên đang có “{1}” khác tên trong nguồn “{2}”; giữ tên đang có", en: "{0}: the name “{1}” differs from that of the source, “{2}”; the known one is kept" }
    }
}
