//! What the room `reform` says.

crate::messages! {
    /// Messages about measures and their effect.
    ReformWord {
        UnknownKind { vi: "không có loại phương án “{0}”", en: "there is no kind of measure “{0}”" }
        MissingValue { vi: "thiếu giá trị “{0}” mà loại phương án “{1}” cần", en: "the value “{0}”, which kind “{1}” needs, is missing" }
        UnknownValue { vi: "loại phương án “{1}” không có giá trị “{0}”; có: {2}", en: "kind “{1}” has no value “{0}”; it has: {2}" }
        NotANumber { vi: "“{0}” không phải là số không âm; viết 12, 0,5 hoặc 1/3", en: "“{0}” is not a number of zero or more; write 12, 0.5 or 1/3" }
        NoTitle { vi: "chưa nêu nội dung phương án", en: "the measure has no title" }
        OverWhole { vi: "{0}={1}: tỷ lệ phần trăm không được quá 100", en: "{0}={1}: a percentage may be at most 100" }
        NotWhole { vi: "{0}={1}: phải là số nguyên (đồng, số đối tượng)", en: "{0}={1}: must be a whole number (of đồng, of people)" }
        NoTimeLimit { vi: "thủ tục không nêu thời hạn nên không rút ngắn được", en: "the procedure states no time limit that could be shortened" }
        TouchesNothing { vi: "không tác động đến dòng chi phí nào; kiểm tra thành phần hồ sơ hoặc dòng đã chọn (--target)", en: "it affects no row of the cost sheet; check the components or rows chosen (--target)" }
        TouchesNoMore { vi: "không còn tác động đến dòng chi phí nào: phương án {0} trong cùng tập hợp đã bỏ các dòng đó; phần còn lại vẫn được tính", en: "it affects no row of the cost sheet any more: measure {0} of the set drops them; the rest of it counts" }
        AlreadyGone { vi: "không còn tác dụng, không được tính: phương án {0} trong cùng tập hợp bãi bỏ quy định", en: "no further effect, not counted: measure {0} of the set abolishes the regulation" }
        Taken { vi: "không còn tác dụng, không được tính: phương án {0} trong cùng tập hợp đã bỏ hoặc sửa phần đó trước", en: "no further effect, not counted: measure {0} of the set has removed or changed it before" }
        NotInForce { vi: "không được tính: quy định {0} không còn áp dụng", en: "not counted: {0} is no longer in force" }
        NoChange { vi: "không làm thay đổi gì, không được tính: mức hiện tại đã bằng hoặc thấp hơn mức đề ra", en: "no effect, not counted: the current level is as low already" }
        EmptyKind { vi: "không làm thay đổi gì, không được tính: loại phương án này không sửa nội dung nào", en: "no effect, not counted: its kind edits nothing" }
        Heavier { vi: "không cắt giảm gì, không được tính: chỉ làm tăng chi phí", en: "it cuts nothing and is not counted: it only adds cost" }
        EditWithoutCell { vi: "loại phương án “{0}” có một sửa đổi không nêu ô", en: "kind “{0}” has an edit that names no cell" }
        NoTargets { vi: "loại phương án “{0}” phải nêu thành phần hồ sơ hoặc dòng chi phí (--target); có: {1}", en: "kind “{0}” needs components or rows of the sheet (--target); there are: {1}" }
        UnknownTarget { vi: "không có thành phần hồ sơ hoặc dòng chi phí “{0}”; có: {1}", en: "there is no component or row “{0}”; there are: {1}" }
        UnableUnknown { vi: "{0} (không có tham số “{1}”)", en: "{0} (there is no parameter “{1}”)" }
        UnableRange { vi: "{0} (ngoài giới hạn: {1})", en: "{0} (out of bounds: {1})" }
        UnableUnreadable { vi: "{0} (không đọc được: {1})", en: "{0} (cannot be read: {1})" }
        UnableLarge { vi: "{0} (quá lớn: {1})", en: "{0} (too large: {1})" }
        Uncounted { vi: "{0} bảng tính không tính được, không có trong tổng: {1}", en: "{0} cost {0:sheet|sheets} could not be computed and {0:is|are} not in the totals: {1}" }
        TooLarge { vi: "số liệu của “{0}” vượt quá khả năng tính; kiểm tra số đối tượng và số lần", en: "the figures of “{0}” are too large to compute; check population and frequency" }
    }
}
