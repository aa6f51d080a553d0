//! What the screens of documents and of the health of the data say.

crate::messages! {
    /// Words of the screen of documents.
    DocumentWord {
        Document { vi: "Văn bản", en: "Document" }
        About { vi: "Phạm vi", en: "About" }
        AboutAll { vi: "toàn bộ danh mục", en: "the whole register" }
        AboutWhole { vi: "tất cả", en: "all" }
        AboutAgencies { vi: "cơ quan", en: "agencies" }
        AboutRegulations { vi: "quy định", en: "regulations" }
        Period { vi: "Kỳ báo cáo", en: "Period" }
        MakingPreview { vi: "Lập bản xem trước", en: "Making the preview" }
        Stage { vi: "Giai đoạn", en: "Stage" }
        Programme { vi: "Chương trình", en: "Programme" }
        AllProgrammes { vi: "mọi chương trình", en: "all programmes" }
        Ending { vi: "Dạng tệp", en: "Form" }
        EndingWord { vi: "Word", en: "Word" }
        EndingExcel { vi: "Excel", en: "Excel" }
        EndingPdf { vi: "PDF", en: "PDF" }
        EndingPage { vi: "Trang web", en: "Web page" }
        EndingData { vi: "Dữ liệu", en: "Data" }
        EndingMarkdown { vi: "Văn bản thuần", en: "Plain text" }
        Choices { vi: "Chọn", en: "Choose" }
        Preview { vi: "Xem trước", en: "Preview" }
        FileLine { vi: "Tệp: {0}", en: "File: {0}" }
        DoWrite { vi: "Ghi tệp", en: "Write the file" }
        Folder { vi: "Thư mục mới", en: "New folder" }
        WritingDossier { vi: "Ghi bộ hồ sơ", en: "Writing the dossier" }
        DossierWritten { vi: "đã ghi {0} tệp vào {1}", en: "{0} {0:file|files} written into {1}" }
        VerifyAbout { vi: "Tài liệu được lập lại từ dữ liệu hiện nay rồi so sánh từng byte.", en: "The document is made once more from the data of now, and compared byte by byte." }
        Verifying { vi: "Đang kiểm tra tài liệu", en: "Verifying the document" }
        DossierStopped { vi: "đã dừng; chưa ghi gì", en: "stopped; nothing was written" }
        FileDossier { vi: "ho-so", en: "dossier" }
        DoChoose { vi: "Chọn", en: "Choose" }
        WriteTitle { vi: "Ghi ra tệp", en: "Write to a file" }
        NothingWritten { vi: "chưa ghi tệp nào ở đây", en: "no file was written here yet" }
        ReminderNeedsAgency { vi: "Công văn đôn đốc gửi một cơ quan: chọn cơ quan ở Phạm vi.", en: "A reminder goes to one agency: choose it under About." }
        Warnings { vi: "{0} điều cần xem lại", en: "{0} {0:warning|warnings}" }
        TabProposal { vi: "Phương án", en: "Proposal" }
        TabProgress { vi: "Tiến độ", en: "Progress" }
        TabCost { vi: "Chi phí", en: "Cost" }
        TabRanking { vi: "Xếp hạng", en: "Ranking" }
        TabSheet { vi: "Bảng tính", en: "Cost sheets" }
        TabSheetComparison { vi: "So sánh trước, sau", en: "Before, after" }
        TabScenario { vi: "Kịch bản", en: "Scenario" }
        TabUncertainty { vi: "Khoảng dao động", en: "Uncertainty" }
        TabLapses { vi: "Có thời hạn", en: "Temporary" }
        TabReview { vi: "Rà soát", en: "Review" }
        TabReminder { vi: "Đôn đốc", en: "Reminder" }
        TabAmending { vi: "Văn bản sửa đổi", en: "Amending instrument" }
        FileProposal { vi: "phuong-an", en: "proposal" }
        FileProgress { vi: "tien-do", en: "progress" }
        FileCost { vi: "chi-phi", en: "cost" }
        FileRanking { vi: "xep-hang", en: "ranking" }
        FileReview { vi: "phieu-ra-soat", en: "review" }
        FileSheet { vi: "bang-tinh", en: "cost-sheets" }
        FileSheetComparison { vi: "so-sanh-chi-phi", en: "cost-comparison" }
        FileScenario { vi: "kich-ban", en: "scenario" }
        FileUncertainty { vi: "khoang-dao-dong", en: "uncertainty" }
        FileLapses { vi: "het-hieu-luc", en: "lapses" }
        FileReminder { vi: "don-doc", en: "reminder" }
        FileAmending { vi: "du-thao", en: "draft" }
    }
}
