//! What a document says that it was made from, and what is said when that is looked at again.

crate::messages! {
    /// Words on where a document comes from.
    EvidenceWord {
        Line { vi: "Lập từ tệp dữ liệu sau thay đổi thứ {0}, mã kiểm tra {1}; tính đến ngày {2}{3}.", en: "Made from the data file after change {0}, hash {1}; as of {2}{3}." }
        FromFiles { vi: "Lập từ các tệp: {0}.", en: "Made from the files: {0}." }
        Input { vi: "{0} (mã kiểm tra {1})", en: "{0} (hash {1})" }
        InputBecame { vi: "{0}: {1}", en: "{0}: {1}" }
        Baselines { vi: "; số liệu gốc: {0}", en: "; baseline: {0}" }
        Frozen { vi: "chương trình theo {0} chốt ngày {1}", en: "programme of {0} frozen on {1}" }
        Exchange { vi: "Trao đổi: {0}.", en: "Exchange: {0}." }
        OfFile { vi: "tệp {0} thay đổi thứ {1}, mã {2}", en: "file {0}, change {1}, hash {2}" }
        Undecided { vi: "còn {0} xung đột chưa quyết định", en: "{0} {0:conflict|conflicts} not decided yet" }
        OfAgency { vi: "cơ quan {0} thay đổi thứ {1}, mã {2}", en: "agency {0}, change {1}, hash {2}" }
        NoEvidence { vi: "tệp không cho biết được lập từ dữ liệu nào", en: "the file does not say from what it was made" }
        NoEvidenceHint { vi: "chọn tệp md, html, docx, xlsx hoặc json do tinhgon report ghi; tệp đã lưu lại bằng chương trình khác có thể mất thông tin này", en: "take an md, html, docx, xlsx or json file written by tinhgon report; another program may have dropped this when it saved the file" }
        PdfIsNeverTheSame { vi: "PDF có ghi giờ tạo nên không kiểm tra được từng byte", en: "a PDF holds the hour at which it was made, so that its bytes cannot be verified" }
        UnknownTemplate { vi: "không có mẫu “{0}” của tài liệu này", en: "the template “{0}” of this document is not there" }
        UnknownTemplateHint { vi: "mẫu tự làm: nêu thư mục bằng --templates", en: "for a template of your own, name its folder with --templates" }
        NoPdf { vi: "máy này không có chương trình tạo PDF", en: "no program on this machine makes PDF" }
        NoPdfHint { vi: "cài LibreOffice hoặc Chromium (soffice, chromium trong PATH), hoặc ghi .docx, .html rồi in ra PDF", en: "install LibreOffice or Chromium (soffice, chromium on the PATH), or write .docx or .html and print it to PDF" }
        PdfFailed { vi: "{0} không tạo được PDF", en: "{0} made no PDF" }
        NoPdfWritten { vi: "tệp ghi ra không phải PDF", en: "what it wrote is no PDF" }
        PdfTagged { vi: "PDF do {0} tạo, có đánh dấu cấu trúc (tagged)", en: "PDF made by {0}, tagged" }
        PdfUntagged { vi: "PDF do {0} tạo, không đánh dấu cấu trúc (tagged)", en: "PDF made by {0}, not tagged" }
        NeedsFile { vi: "chưa nêu tệp cần kiểm tra", en: "the file to verify is not stated" }
        OneFile { vi: "chỉ “report verify” nhận thêm tên tệp", en: "only `report verify` takes a file" }
        Verdict { vi: "Kết luận", en: "Verdict" }
        Report { vi: "Tài liệu", en: "Document" }
        Change { vi: "Lập sau thay đổi", en: "Made after change" }
        Hash { vi: "Mã kiểm tra", en: "Hash" }
        Since { vi: "Số thay đổi từ đó", en: "Changes since" }
    }
}
