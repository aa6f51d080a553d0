//! What suggestions of cuts say.

crate::messages! {
    /// Suggestions, and the texts of the measures that they propose.
    SuggestWord {
        DataTitle { vi: "Không yêu cầu “{0}”; khai thác {1}", en: "Stop asking for “{0}”; use the {1}" }
        DataReason { vi: "{0}, cơ quan chủ quản {1}, đã có thông tin này; người dân, doanh nghiệp chỉ phải cung cấp cho cơ quan nhà nước một lần", en: "The {0}, owned by {1}, has it already; people and firms should give it to the state once only" }
        DataEvidence { vi: "Thành phần hồ sơ ghi {0}", en: "The component says {0}" }
        Founded { vi: "; cơ sở dữ liệu theo {0}", en: "; database under {0}" }
        CopyTitle { vi: "Nhận bản sao thường hoặc bản điện tử thay bản sao chứng thực: “{0}”", en: "Take a plain or electronic copy instead of a certified one: “{0}”" }
        CopyReason { vi: "Cơ quan tiếp nhận có thể đối chiếu với bản chính, bản điện tử hoặc dữ liệu thay cho việc chứng thực", en: "The agency can compare with the original, the electronic version or data instead of asking for certification" }
        CopyMark { vi: "Thành phần hồ sơ được đánh dấu là bản sao chứng thực", en: "The component is marked as a certified copy" }
        ReportTitle { vi: "Gửi báo cáo điện tử: {0}", en: "File the report electronically: {0}" }
        ReportReason { vi: "Báo cáo gửi qua hệ thống thông tin báo cáo thay cho bản giấy", en: "The report is sent through the reporting system instead of on paper" }
        ReportEvidence { vi: "Danh mục ghi chế độ báo cáo này chưa thực hiện điện tử", en: "The catalogue says that this report is not electronic" }
        FoundTitle { vi: "{0}: {1}", en: "{0}: {1}" }
        FoundEvidence { vi: "Phiếu rà soát {0}, câu {1}: “{2}” – {3}", en: "Checklist {0}, question {1}: “{2}” – {3}" }
        FoundNote { vi: "Lý do", en: "Reason" }
        PartNote { vi: "Thành phần hồ sơ còn nêu giấy tờ hoặc trường hợp khác: số tiết kiệm là mức cao nhất, cần rà soát lại", en: "The component also names other papers or cases: the saving is an upper limit, to be checked" }
        Id { vi: "Gợi ý", en: "Suggestion" }
        Kind { vi: "Loại phương án", en: "Kind" }
        Regulation { vi: "Quy định", en: "Regulation" }
        ComponentId { vi: "Mã thành phần", en: "Component id" }
        Component { vi: "Thành phần hồ sơ", en: "Component" }
        Data { vi: "Dữ liệu", en: "Data" }
        Holder { vi: "Cơ quan chủ quản CSDL", en: "Database owner" }
        EvidenceTitle { vi: "Căn cứ", en: "Evidence" }
        Place { vi: "Vị trí (ký tự)", en: "Place (characters)" }
        FitTitle { vi: "Mức độ khớp", en: "Fit" }
        Shown { vi: "Chỉ xuất trình", en: "Only shown" }
        Coverage { vi: "Số thủ tục", en: "Procedures" }
        Agency { vi: "Cơ quan", en: "Agency" }
        SavedAlone { vi: "Tính riêng (đ/năm)", en: "Stand-alone (đ/year)" }
        SavedBeside { vi: "Tiết kiệm thêm (đ/năm)", en: "Additional (đ/year)" }
        SavedAloneLong { vi: "Nếu thực hiện riêng, tiết kiệm: {0} đ/năm", en: "Saving if implemented alone: {0} đ/year" }
        SavedBesideLong { vi: "Tiết kiệm thêm ngoài các phương án đã dự kiến: {0} đ/năm", en: "Additional saving on top of planned measures: {0} đ/year" }
        SavedOnce { vi: "Mỗi lần (đ)", en: "Each time (đ)" }
        SavedOnceLong { vi: "Tiết kiệm {0} đ mỗi lần thực hiện; chưa biết số đối tượng tuân thủ của {1} nên chưa tính được một năm", en: "Saves {0} đ in each performance; nobody knows how many comply with {1}, so the saving per year is unknown" }
        NoSheet { vi: "Chưa có bảng tính chi phí nên chưa tính được số tiết kiệm; chạy: tinhgon cost draft {0}", en: "There is no cost sheet yet to compute the saving from; run: tinhgon cost draft {0}" }
        Listed { vi: "{0} gợi ý, {1} có số tiết kiệm; không gợi ý nào tự áp dụng. Lập phương án bằng: tinhgon suggest accept MÃ", en: "{0} {0:suggestion|suggestions}, {1} with a saving; none is applied by itself. To make a measure, run: tinhgon suggest accept ID" }
        NotThere { vi: "không có gợi ý “{0}”", en: "no suggestion “{0}” found" }
        NotThereHint { vi: "xem: tinhgon suggest list; gợi ý đã có phương án trên cùng thành phần hồ sơ thì không còn", en: "see: tinhgon suggest list; one whose component has a measure already is gone" }
        SameComponent { vi: "“{0}” và “{1}” cùng một thành phần hồ sơ; chỉ chọn một", en: "“{0}” and “{1}” are about the same component; accept one of them" }
        Accepted { vi: "đã lập phương án {1} từ gợi ý {0}", en: "made measure {1} of suggestion {0}" }
        Dismissed { vi: "đã ghi không chấp nhận gợi ý {0} tại phương án {1}", en: "suggestion {0} rejected, recorded as measure {1}" }
        BadRules { vi: "không đọc được quy tắc gợi ý", en: "the rules of suggestions cannot be read" }
        BadRulesHint { vi: "tệp quy tắc viết như catalog/suggestion-rules.toml; sao chép tệp đó rồi sửa", en: "a file of rules is written like catalog/suggestion-rules.toml; copy that file and change it" }
        NoRegister { vi: "tệp dữ liệu chưa có danh mục dữ liệu mà Nhà nước đã có; bổ sung bằng: tinhgon init", en: "the data file has no register of data that the state holds; to add it, run: tinhgon init" }
        BadSaving { vi: "“{0}” không phải là số đồng", en: "“{0}” is not a number of đồng" }
        NoReason { vi: "chưa nêu lý do; thêm --reason", en: "the reason is missing; add --reason" }
        CharactersLine { vi: "ký tự {0}–{1}", en: "characters {0}–{1}" }
        Marked { vi: "hồ sơ đánh dấu bản sao chứng thực", en: "the record marks it as a certified copy" }
        PaperReport { vi: "chế độ báo cáo chưa điện tử", en: "a report that is not electronic" }
        SameAsked { vi: "Cùng gợi ý này ở {0} thủ tục, quy định", en: "The same is suggested in {0} {0:procedure or regulation|procedures or regulations}" }
    }
}
