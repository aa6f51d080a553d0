//! What is said of local announcements that are put together with their procedures.

crate::messages! {
    /// Messages of local announcements.
    LocalWord {
        NotLocal { vi: "“{0}” không phải mã thủ tục do địa phương công bố đang có trong danh mục", en: "“{0}” is not the code of a local announcement in the catalogue" }
        NotLocalHint { vi: "gộp mọi mã của địa phương bằng: tinhgon merge-local", en: "to merge all of them, run: tinhgon merge-local" }
        SheetLeft { vi: "{1} đã có bảng tính; bỏ bảng tính của {0} (lấy lại bằng: tinhgon undo)", en: "{1} has a sheet; that of {0} was dropped (to take it back, run: tinhgon undo)" }
        PopulationLeft { vi: "số đối tượng của {0} ({1}) là của một nơi, không phải cả nước; đã bỏ (lấy lại bằng: tinhgon undo)", en: "the number of those who comply with {0} ({1}) is that of one place, not of the country; it was dropped (to take it back, run: tinhgon undo)" }
        Merged { vi: "đã gộp {0} mã của địa phương vào thủ tục quốc gia, chuyển {1} phương án", en: "merged {0} local {0:code|codes} into national procedures, moved {1} {1:measure|measures}" }
        None { vi: "không có mã của địa phương nào cần gộp", en: "no local code is left to merge" }
        CheckLocal { vi: "mỗi thủ tục một mã", en: "one code a procedure" }
        Found { vi: "{0} mã của địa phương tính thành thủ tục riêng: {1}{2}; gộp bằng: tinhgon merge-local", en: "{0} local {0:code|codes} count as {0:a procedure of its|procedures of their} own: {1}{2}; to merge, run: tinhgon merge-local" }
    }
}
