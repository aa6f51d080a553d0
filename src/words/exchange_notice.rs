//! What is said of an announcement of days off that is imported.

crate::messages! {
    /// Words about an announcement of days off.
    NoticeWord {
        NotUnderstood { vi: "không rõ ngày {0} là ngày nghỉ, ngày hoán đổi hay ngày làm bù", en: "it is not clear whether {0} is a day off, a swapped day or one that is worked for it" }
        BadRun { vi: "kỳ nghỉ từ {0} đến {1} không hợp lệ: phải từ 1 đến 30 ngày", en: "days off from {0} to {1} cannot be: a run is of 1 to 30 days" }
        BadSwap { vi: "không hoán đổi được {0} sang {1}: chỉ đổi ngày làm việc sang thứ Bảy, Chủ nhật", en: "{0} cannot be swapped for {1}: a working day is swapped for a Saturday or Sunday" }
        NoDay { vi: "“{0}” không phải là ngày có thật", en: "“{0}” is not a date that exists" }
        OtherWeekday { vi: "{0} không phải thứ mà thông báo ghi", en: "{0} is not the weekday that the announcement says" }
        NoticeHint { vi: "sửa câu này trong tệp rồi nhập lại; chưa có gì được ghi", en: "correct this sentence in the file and import it again; nothing was stored" }
        NoticeRead { vi: "thông báo nghỉ: {0} ngày nghỉ, {1} ngày làm bù; xem: tinhgon list holiday", en: "announcement: {0} {0:day|days} off, {1} worked for them; see: tinhgon list holiday" }
    }
}
