//! What is said of cost sheets that are corrected.

crate::messages! {
    /// Why a sheet is not changed.
    SheetWord {
        NoProcedure { vi: "không có thủ tục “{0}”", en: "no procedure “{0}” found" }
        NoProcedureHint { vi: "xem: tinhgon list procedure; tìm theo từ: tinhgon search “{0}”", en: "see: tinhgon list procedure; search by words: tinhgon search “{0}”" }
        NoRow { vi: "bảng tính {0} không có dòng “{1}”; có: {2}", en: "the sheet of {0} has no row “{1}”; there are: {2}" }
        NoSheet { vi: "{0} chưa có bảng tính chi phí", en: "{0} has no cost sheet" }
        NoSheetHint { vi: "lập bảng tính sơ bộ bằng: tinhgon cost draft {0}", en: "make a first estimate, run: tinhgon cost draft {0}" }
        HasSheet { vi: "{0} đã có bảng tính; bảng sơ bộ không ghi đè lên số liệu đã sửa", en: "{0} has a cost sheet; a first estimate does not overwrite it" }
        HasSheetHint { vi: "sửa bằng: tinhgon cost set {0} …", en: "to correct it, run: tinhgon cost set {0} …" }
        CopiedFrom { vi: "Chép từ bảng tính của {0}: {1}", en: "Copied from the sheet of {0}: {1}" }
        NoName { vi: "dòng mới cần tên công việc", en: "a new row needs a name" }
        BadCell { vi: "“{0}={1}” chưa đúng; viết TÊN=GIÁ TRỊ, số không âm (tiền và số đối tượng là số nguyên), ví dụ minutes=30 hoặc times=1/3", en: "“{0}={1}” is not valid; write NAME=VALUE with a number of zero or more (money and population whole), for example minutes=30 or times=1/3" }
        NoTariff { vi: "không có mức thu nhập theo giờ “{0}”; có: {1}", en: "there is no hourly rate “{0}”; there are: {1}" }
        Stands { vi: "{0}, {1}: đang là {2} ({3}), không phải {4}; chưa ghi gì", en: "{0}, {1}: it is {2} ({3}), not {4}; nothing was written" }
        BadExpect { vi: "--expect “{0}” chưa rõ ô nào", en: "--expect “{0}” does not say of which field" }
        BadExpectHint { vi: "viết --expect TÊN=GIÁ TRỊ; chỉ viết giá trị khi lệnh sửa đúng một ô", en: "write --expect NAME=VALUE; the value alone will do where the command sets one field" }
        Nothing { vi: "(trống)", en: "(empty)" }
        Unknown { vi: "không rõ người sửa", en: "by whom is not known" }
        NotComputed { vi: "(không tính được)", en: "(cannot be computed)" }
        OutOfBounds { vi: "ô {0}: {1}", en: "field {0}: {1}" }
    }
}
