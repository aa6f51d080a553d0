//! What is said of lists of cuts that a resolution decided.

crate::messages! {
    /// Messages of lists of cuts.
    PlanWord {
        NoNumber { vi: "không thấy dòng “Số: …” của văn bản", en: "there is no line “Số: …” with the number of the document" }
        NoDocument { vi: "bố cục không có thời gian hiệu lực của {0}; có: {1}", en: "the layout does not have the days of {0}; it has: {1}" }
        NoDocumentHint { vi: "chép catalog/plans/abolition-items.toml, thêm [[document]] cho văn bản này; chạy: tinhgon import TỆP --mapping BỐ-CỤC.toml", en: "copy catalog/plans/abolition-items.toml and add a [[document]] for it; run: tinhgon import FILE --mapping LAYOUT.toml" }
        NoItems { vi: "phụ lục của {0} không có mục nào bắt đầu bằng từ ngữ của bố cục", en: "no item of the annexes of {0} begins with words of the layout" }
        NoWords { vi: "bố cục “{0}” là của bảng, không đọc được từ lời văn", en: "the layout “{0}” is of tables and reads no text" }
        NoWordsHint { vi: "với lời văn của nghị quyết, dùng --mapping abolition-items", en: "for the text of a resolution use --mapping abolition-items" }
        BadLayout { vi: "tệp bố cục danh mục cắt giảm không đúng", en: "the file with the layout of a list of cuts is not valid" }
        BadLayoutHint { vi: "so với tệp trong catalog/plans", en: "compare it with the files in catalog/plans" }
        Malformed { vi: "mã in là “{0}”; hiểu là {1}", en: "the code is printed as “{0}”; it was read as {1}" }
        Nearest { vi: "mã in là “{0}”, không đúng dạng; gần nhất: {1} “{2}”; chưa lập phương án", en: "the code is printed as “{0}”, which is malformed; the nearest is {1} “{2}”; no measure was made" }
        Unmatched { vi: "thủ tục {0} “{1}” không có trong danh mục; chưa lập phương án", en: "procedure {0} “{1}” is not in the catalogue; no measure was made" }
        Repeated { vi: "mã {0} đã có ở dòng {1} với thành phần khác; lập phương án riêng", en: "code {0} stands at line {1} too, with another paper; a measure of its own was made" }
        Twice { vi: "mã {0} và thành phần này đã có ở dòng {1}; không lập phương án thứ hai", en: "code {0} with this paper stands at line {1} already; no second measure was made" }
        OtherName { vi: "tên in “{0}” khác tên trong danh mục “{1}”; khớp theo mã, cần xem lại", en: "the printed name “{0}” differs from that of the catalogue, “{1}”; matched by its code, to be reviewed" }
        ByName { vi: "khớp theo tên với {0}, cần xem lại", en: "matched by its name with {0}, to be reviewed" }
        NearName { vi: "tên gần với {0} “{1}”; mới ghi là đề xuất, xem lại rồi chuyển tình trạng: tinhgon measure move …", en: "the name is near to {0} “{1}”; it is only proposed, to be reviewed and then moved: tinhgon measure move …" }
        NoPaper { vi: "hồ sơ của {0} không có thành phần “{1}”; chưa lập phương án, lập bằng: tinhgon measure add {0} --kind {2} --target MÃ", en: "the dossier of {0} has no paper “{1}”; no measure was made; to make it, run: tinhgon measure add {0} --kind {2} --target ID" }
        SeveralPapers { vi: "“{0}” khớp với {1} thành phần của {2}, cần xem lại: {3}", en: "“{0}” fits {1} papers of {2}, to be reviewed: {3}" }
        UnknownDatabase { vi: "không rõ cơ sở dữ liệu “{0}”", en: "database “{0}” is not known" }
        Unread { vi: "không rõ việc gì hoặc không rõ nghị quyết: “{0}”; chưa lập phương án", en: "what is done, or by which resolution, is not clear: “{0}”; no measure was made" }
        UnmatchedName { vi: "không có thủ tục tên “{0}” trong danh mục; chưa lập phương án", en: "no procedure named “{0}” is in the catalogue; no measure was made" }
        SeveralNames { vi: "“{0}” gần với nhiều thủ tục: {1}; chưa lập phương án", en: "“{0}” is near to several procedures: {1}; no measure was made" }
        NeedsMore { vi: "khớp với {0}; loại “{1}” còn cần thành phần hoặc giá trị mà văn bản không nêu; lập bằng: tinhgon measure add {0} --kind {1} …", en: "matched with {0}; kind “{1}” needs a paper or a value that the text does not give; to make it, run: tinhgon measure add {0} --kind {1} …" }
        EvidenceInWords { vi: "Phụ lục {0} Nghị quyết {1}: {2}", en: "Annex {0} of Resolution {1}: {2}" }
        Summary { vi: "danh mục của {0}: {1} dòng, {2} khớp chắc chắn, {3} cần xem lại, {4} chưa khớp", en: "list of {0}: {1} {1:row|rows}, {2} matched, {3} to be reviewed, {4} unmatched" }
        Evidence { vi: "Phụ lục {0}, số thứ tự {1} Nghị quyết {2}; thành phần khớp: {3}", en: "Annex {0}, row {1} of Resolution {2}; papers that fit: {3}" }
    }
}
