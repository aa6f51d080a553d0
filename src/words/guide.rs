//! What is said while a mapping is made at the terminal.

crate::messages! {
    /// Messages of `import --map`.
    GuideWord {
        Columns { vi: "{0}: {1} cột (số, tiêu đề, vài giá trị đầu)", en: "{0}: {1} {1:column|columns} (number, head, first values)" }
        Which { vi: "{0}: cột số mấy? [{1}] Enter: nhận, -: không có", en: "{0}: which column? [{1}] Enter takes it, - for none" }
        NoColumn { vi: "không có", en: "none" }
        NotAColumn { vi: "“{0}” không phải số cột từ 1 đến {1}", en: "“{0}” is not a column from 1 to {1}" }
        NeededField { vi: "mỗi thủ tục phải có {0}", en: "every procedure needs its {0}" }
        Preview { vi: "{0} dòng đầu sẽ thành (mã, tên, cơ quan, lĩnh vực):", en: "the first {0} {0:row becomes|rows become} (code, name, agency, field):" }
        Save { vi: "Lưu ánh xạ vào tệp? [{0}] Enter: nhận, -: chọn lại cột", en: "Keep the mapping in a file? [{0}] Enter takes it, - to choose again" }
        Saved { vi: "đã lưu ánh xạ vào {0}; lần sau: tinhgon import {1} --mapping {0}", en: "the mapping is kept in {0}; next time: tinhgon import {1} --mapping {0}" }
        Ended { vi: "chưa trả lời hết các câu hỏi", en: "not all questions were answered" }
        EndedHint { vi: "chạy lệnh này trong cửa sổ dòng lệnh và trả lời từng cột, hoặc viết tệp ánh xạ (xem catalog/mappings)", en: "run the command in a terminal and answer column by column, or write a mapping file (see catalog/mappings)" }
        OneFile { vi: "--map chỉ dùng cho một tệp, không đi cùng --mapping", en: "--map is for one file, without --mapping" }
    }
}
