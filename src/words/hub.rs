//! What is said of the exchange with other data files.

crate::messages! {
    /// Messages of the exchange.
    HubWord {
        NotJoined { vi: "tệp dữ liệu này chưa tham gia trao đổi", en: "this data file has not joined an exchange" }
        NotJoinedHint { vi: "tham gia bằng: tinhgon hub join --to folder:THƯ-MỤC", en: "to join, run: tinhgon hub join --to folder:PATH" }
        JoinedAlready { vi: "tệp dữ liệu này đã tham gia trao đổi với số {0}", en: "this data file has joined already, as {0}" }
        JoinedAlreadyHint { vi: "trao đổi bằng: tinhgon hub sync; bản sao muốn đi tiếp riêng: tinhgon hub join --as-new", en: "to exchange, run: tinhgon hub sync; a copy that goes on by itself: tinhgon hub join --as-new" }
        JournalDiffers { vi: "dữ liệu không đúng như nhật ký ghi, nên chưa tham gia được", en: "the data are not what the journal says, so the file did not join" }
        JournalDiffersHint { vi: "xem chỗ khác bằng: tinhgon doctor", en: "to see where they differ, run: tinhgon doctor" }
        LogDamaged { vi: "phần lưu các thay đổi trao đổi trong tệp dữ liệu bị hỏng", en: "the log of the exchange in the data file is damaged" }
        LogDamagedHint { vi: "kiểm tra bằng: tinhgon doctor; khôi phục bản sao lưu bằng: tinhgon restore TỆP", en: "to examine it, run: tinhgon doctor; to restore a backup, run: tinhgon restore FILE" }
        NoHub { vi: "chưa nêu nơi trao đổi", en: "no place of exchange is named" }
        NoHubHint { vi: "nêu bằng --to folder:THƯ-MỤC", en: "name it with --to folder:PATH" }
        BadHub { vi: "“{0}” không phải là nơi trao đổi", en: "“{0}” is not a place of exchange" }
        BadHubHint { vi: "viết folder:THƯ-MỤC, ví dụ folder:/mnt/chung/trao-doi", en: "write folder:PATH, for example folder:/mnt/shared/exchange" }
        NoFolder { vi: "không có thư mục {0}", en: "there is no folder {0}" }
        NoFolderHint { vi: "tạo thư mục trước, hoặc cắm ổ đĩa có thư mục đó", en: "make the folder first, or connect the drive that has it" }
        FolderUnreadable { vi: "không đọc được thư mục trao đổi", en: "the folder of exchange cannot be read" }
        FolderUnwritable { vi: "không ghi được vào thư mục trao đổi; những gì đã gửi vẫn còn, lần sau gửi tiếp", en: "the folder of exchange cannot be written; what was handed over is there, the rest follows the next time" }
        OwnWay { vi: "một bản sao của tệp dữ liệu này đã đi theo hướng khác: nơi trao đổi có thay đổi mang số của tệp này mà tệp này không có ({0})", en: "a copy of this data file went its own way: the place of exchange has changes under its number that it did not make ({0})" }
        OwnWayHint { vi: "chưa có gì bị thay đổi; tham gia lại với số mới bằng: tinhgon hub join --as-new", en: "nothing was changed; to join under a number of its own, run: tinhgon hub join --as-new" }
        UnfitText { vi: "có ký tự điều khiển, hoặc chữ ở chỗ phải là số", en: "it has control characters, or words where a number must be" }
        ChangeUnfit { vi: "thay đổi số {0} không nhận được: {1}", en: "change {0} cannot be taken: {1}" }
        FileMisplaced { vi: "tệp thay đổi nằm sai chỗ: phải ở trong thư mục mang số của nơi gửi", en: "a file of changes outside the folder of its sender" }
        FileMisnamed { vi: "tên tệp không đúng với nội dung, có thể do dịch vụ đồng bộ đổi tên", en: "the name of the file is not that of its content; a service that synchronises may have renamed it" }
        FileTooLarge { vi: "tệp quá lớn", en: "the file is too large" }
        FileUnreadable { vi: "không đọc được tệp", en: "the file cannot be read" }
        FileForeign { vi: "không phải là tệp thay đổi của tinhgon", en: "not a file of changes of tinhgon" }
        FileNewer { vi: "do bản tinhgon mới hơn ghi ra; cập nhật tinhgon để nhận", en: "written by a newer tinhgon; update tinhgon to take it" }
        FileDamaged { vi: "tệp bị hỏng hoặc bị cắt", en: "the file is damaged or cut off" }
        FileMalformed { vi: "nội dung không phải là thay đổi hợp lệ của nơi gửi", en: "its content does not belong to its sender" }
        FileBroken { vi: "chuỗi mã băm bị ngắt", en: "its chain of hashes is broken" }
        FileGap { vi: "thiếu thay đổi trước đó; nhận khi có đủ", en: "changes before it are missing; it is taken when they come" }
        FileFork { vi: "số thay đổi đã có với mã băm khác: hai tệp dữ liệu dùng chung một số", en: "a change of this number is known with another hash: two data files use one number" }
        NoConflict { vi: "không có xung đột nào ở {0} {1} {2}", en: "there is no conflict at {0} {1} {2}" }
        Joined { vi: "đã tham gia trao đổi với số {0}; {1} thay đổi để gửi", en: "joined as {0}; {1} {1:change|changes} to hand over" }
        Synced { vi: "đã gửi {0} thay đổi, nhận {1}", en: "sent {0} {0:change|changes}, received {1}" }
        UnknownKept { vi: "{0} thay đổi có phần của bản tinhgon mới hơn; đã giữ nguyên và gửi tiếp, cập nhật tinhgon để thấy", en: "{0} {0:change holds|changes hold} what a newer tinhgon wrote; it is kept and handed on, update tinhgon to see it" }
        Refused { vi: "không nhận {0}: {1}", en: "not taken: {0}: {1}" }
        Conflicts { vi: "{0} xung đột chờ quyết định; xem: tinhgon hub conflicts", en: "{0} {0:conflict|conflicts} to be decided; see: tinhgon hub conflicts" }
        NoConflicts { vi: "không có xung đột nào", en: "there are no conflicts" }
        HowToResolve { vi: "quyết định bằng: tinhgon hub resolve BẢNG KHÓA Ô --take SỐ; dòng đã xóa: --keep hoặc --delete", en: "to decide, run: tinhgon hub resolve TABLE KEY FIELD --take N; for a deleted row: --keep or --delete" }
        Resolved { vi: "đã quyết định; còn {0} xung đột", en: "decided; {0} {0:conflict|conflicts} left" }
        Status { vi: "{0} thay đổi chưa gửi, {1} chưa nhận, {2} xung đột", en: "{0} to send, {1} to receive, {2} {2:conflict|conflicts}" }
        ShownInConflict { vi: "đang có xung đột ở {0} dòng: {1}; xem: tinhgon hub conflicts", en: "in conflict in {0} {0:row|rows}: {1}; see: tinhgon hub conflicts" }
        CheckConflicts { vi: "không có xung đột giữa các cán bộ", en: "no conflict between officers" }
        ReplicaColumn { vi: "Tệp", en: "File" }
        AgencyColumn { vi: "Cơ quan", en: "Agency" }
        HereColumn { vi: "Đã có ở đây", en: "Here" }
        ThereColumn { vi: "Ở nơi trao đổi", en: "At the place of exchange" }
        HashColumn { vi: "Mã băm cuối", en: "Last hash" }
        TableColumn { vi: "Bảng", en: "Table" }
        KeyColumn { vi: "Khóa", en: "Key" }
        FieldColumn { vi: "Ô", en: "Field" }
        TakeColumn { vi: "Số", en: "No." }
        ShownColumn { vi: "Đang hiện", en: "Shown" }
        ValueColumn { vi: "Giá trị", en: "Value" }
        BeforeColumn { vi: "Trước đó", en: "Before" }
        WhyColumn { vi: "Lý do", en: "Why" }
        Own { vi: "(tệp này)", en: "(this file)" }
        Stays { vi: "giữ dòng", en: "the row stays" }
        Deleted { vi: "xóa dòng", en: "the row is deleted" }
        NoConflictHint { vi: "xem các xung đột bằng: tinhgon hub conflicts", en: "to see the conflicts, run: tinhgon hub conflicts" }
    }
}
