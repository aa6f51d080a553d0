//! What is said of the health of the data, by the command and the screen.

crate::messages! {
    /// Words of what is to be looked at in the data.
    HealthWord {
        Criterion { vi: "Tiêu chí", en: "Criterion" }
        Finding { vi: "Điều cần xem", en: "Finding" }
        Severity { vi: "Mức độ", en: "Severity" }
        Kind { vi: "Loại", en: "Kind" }
        Code { vi: "Mã", en: "Code" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Row { vi: "Dòng", en: "Row" }
        Agency { vi: "Cơ quan", en: "Agency" }
        About { vi: "Nội dung", en: "About" }
        Summary { vi: "{0} điều cần xem: {1}", en: "{0} {0:finding|findings}: {1}" }
        Looking { vi: "Đang rà soát dữ liệu, kết quả hiện ra khi xong; làm việc khác được. Đã dừng thì F4 › Kiểm tra lại.", en: "The data is being looked at; what is found appears when it is done, and other work can go on. Where it was stopped: F4 › Check again." }
        LookingAt { vi: "rà soát dữ liệu", en: "looking at the data" }
        LookedAt { vi: "{0} quy định đã được xem xét", en: "{0} regulations looked at" }
        NothingFound { vi: "Không có điều gì cần xem lại.", en: "There is nothing to look at again." }
        FileChecked { vi: "tệp dữ liệu toàn vẹn: nhật ký, bảng, chỉ mục tìm kiếm", en: "the data file is whole: journal, tables, search index" }
        FileFindings { vi: "{0} điều trong tệp dữ liệu; xem: tinhgon doctor", en: "{0} {0:finding|findings} in the data file; see: tinhgon doctor" }
        CheckingFile { vi: "kiểm tra tệp dữ liệu", en: "checking the data file" }
    }
}
