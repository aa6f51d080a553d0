//! What is said of the answers of surveys behind the cells of cost sheets.

crate::messages! {
    /// Words of observations.
    ObserveWord {
        NoSource { vi: "chưa nêu nguồn của số liệu khảo sát; thêm --source", en: "the source of the answers is missing; add --source" }
        None { vi: "{0}, dòng {1}, {2}: chưa có số liệu khảo sát", en: "{0}, row {1}, {2}: there are no observations" }
        NoValues { vi: "chưa nêu câu trả lời nào; viết ví dụ: tinhgon cost observe {0} {1} {2} 20 30 45 --source NGUỒN", en: "no answers are given; write for example: tinhgon cost observe {0} {1} {2} 20 30 45 --source SOURCE" }
        Observed { vi: "{0}, dòng {1}, {2}: lấy {3} (trung vị, lấy số thấp hơn), từ {4} câu trả lời, {5} – {6}; trước đó {7}", en: "{0}, row {1}, {2}: {3} is taken (lower middle) of {4} {4:answer|answers}, {5} to {6}; before: {7}" }
        Kept { vi: "{0}, dòng {1}, {2}: {4} câu trả lời cho {3} ({5} – {6}), nhưng giữ {7} vì loại số liệu đáng tin hơn", en: "{0}, row {1}, {2}: {4} {4:answer gives|answers give} {3} ({5} to {6}), but {7} stays, as its source quality is better" }
        BetterStays { vi: "{0}, dòng {1}, {2}: giữ số đang có vì loại số liệu đáng tin hơn khảo sát", en: "{0}, row {1}, {2}: the present figure stays, as its source quality is better than a survey" }
        Taken { vi: "{0} câu trả lời khảo sát, {1} ô lấy trung vị (số thấp hơn)", en: "{0} survey {0:answer|answers}, {1} {1:cell takes|cells take} the lower middle" }
        Forgotten { vi: "đã bỏ {3} câu trả lời về {2}, dòng {1}, {0}; ô giữ nguyên số", en: "{3} {3:answer|answers} about {2}, row {1}, {0} removed; the figure stays" }
        Explained { vi: "{0}: {1} là trung vị (lấy số thấp hơn, Thông tư 02/2017/TT-VPCP Điều 27) của {2} câu trả lời, từ {3} đến {4}", en: "{0}: {1} is the lower middle (Circular 02/2017/TT-VPCP, article 27) of {2} {2:answer|answers}, from {3} to {4}" }
        Differs { vi: "{0}: {2} câu trả lời từ {3} đến {4} cho {1}, ô đang ghi {5}", en: "{0}: {2} {2:answer|answers} from {3} to {4} give {1}, but the cell says {5}" }
        NoRow { vi: "bảng tính của {0} không có dòng “{1}”", en: "the sheet of {0} has no row “{1}”" }
        NoRowHint { vi: "xem: tinhgon cost show {0}; “-” là số đối tượng của cả quy định", en: "see: tinhgon cost show {0}; “-” is the affected population of the regulation itself" }
        OnlyPopulation { vi: "của cả quy định (“-”) chỉ hỏi được population và times", en: "of the regulation itself (“-”) only population and times can be asked" }
        BadRow { vi: "dòng {0}: “{1}” không phải là ô của bảng tính; có: {2}", en: "row {0}: “{1}” is not a cell of a sheet; there are: {2}" }
        NoTable { vi: "tệp không có cột mã và cột dòng, nên không phải bảng số liệu khảo sát", en: "the file has no columns for code and row, so it is not a table of observations" }
        ScreenTitle { vi: "Câu trả lời khảo sát: {0}, dòng {1}, {2}", en: "Survey answers: {0}, row {1}, {2}" }
        ScreenValues { vi: "Các câu trả lời", en: "Answers" }
        ScreenHint { vi: "20; 30; 45", en: "20; 30; 45" }
        ScreenSource { vi: "Nguồn", en: "Source" }
        ScreenSaved { vi: "đã lưu câu trả lời khảo sát của {0}", en: "saved the survey answers of {0}" }
    }
}
