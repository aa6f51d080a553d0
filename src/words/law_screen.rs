//! Words of the screens of instruments.

crate::messages! {
    /// Words of the screens of instruments.
    LawScreenWord {
        ReadingReferences { vi: "đọc dẫn chiếu giữa các văn bản", en: "reading references between instruments" }
        KindOfInstrument { vi: "Loại văn bản", en: "Kind" }
        HasText { vi: "Có toàn văn", en: "Has a text" }
        NoInstrumentYet { vi: "Chưa có văn bản nào. Enter mở “Nhập tệp” để chọn tệp .txt, .md, .docx hay trang web có toàn văn một văn bản.", en: "There is no instrument yet. Enter opens “Import”, where a .txt, .md, .docx or web page with the text of one is chosen." }
        NoTextHere { vi: "chưa có toàn văn", en: "no text yet" }
        VersionsHeld { vi: "toàn văn {0} bản", en: "{0} {0:version|versions} of the text" }
        IssuedOn { vi: "ban hành {0}", en: "issued {0}" }
        EffectiveOn { vi: "hiệu lực từ {0}", en: "in force from {0}" }
        ExpiredOn { vi: "hết hiệu lực {0}", en: "expired {0}" }
        ProceduresRest { vi: "{0} thủ tục căn cứ", en: "{0} {0:procedure rests|procedures rest} on it" }
        MeasuresChange { vi: "{0} phương án sửa", en: "changed by {0} {0:measure|measures}" }
        NoMeasureOnInstrument { vi: "chưa có phương án nào sửa văn bản này", en: "no measure changes this instrument" }

        TabText { vi: "Văn bản", en: "Text" }
        TabReferences { vi: "Viện dẫn", en: "References" }
        TabCompare { vi: "So sánh", en: "Comparison" }
        TabVersions { vi: "Phiên bản", en: "Versions" }
        TabDraft { vi: "Dự thảo sửa đổi", en: "Draft amendment" }
        Contents { vi: "Mục lục", en: "Contents" }
        FullText { vi: "Toàn văn", en: "Full text" }
        Preamble { vi: "(phần mở đầu)", en: "(preamble)" }
        Closing { vi: "(nơi nhận, ký)", en: "(signatures)" }
        WholeInstrument { vi: "cả văn bản", en: "the instrument" }
        NoSuchInstrument { vi: "Danh mục không còn văn bản này. Esc về danh sách.", en: "The catalogue has no such instrument any more. Esc goes back to the list." }
        NoTextYet { vi: "Chưa có toàn văn. Enter mở “Nhập tệp” để chọn tệp .txt, .md, .docx hay trang web của văn bản này. Thẻ Viện dẫn (F6) có các thủ tục căn cứ và phương án sửa văn bản.", en: "The text is not here yet. Enter opens “Import”, where the .txt, .md, .docx or web page of this instrument is chosen. The tab References (F6) has the procedures that rest on it and the measures that change it." }
        NoSuchProvision { vi: "bản này không có {0}", en: "this version has no {0}" }
        NoProvisionInHand { vi: "chọn một điều khoản trong mục lục trước", en: "choose a provision in the contents first" }
        HitsTold { vi: "tìm “{0}” {1}/{2}", en: "“{0}” {1}/{2}" }
        InForceTold { vi: "tại ngày {0}: {1}", en: "on {0}: {1}" }
        ProvisionCopied { vi: "đã chép {0}", en: "copied {0}" }
        SeenCopied { vi: "đã chép các dòng đang thấy", en: "copied the rows in sight" }

        RelatedTo { vi: "Liên quan đến {0}", en: "Related to {0}" }
        GroupMeasures { vi: "Phương án đang sửa", en: "Measures that change it" }
        GroupIncoming { vi: "Viện dẫn đến đây", en: "References to it" }
        GroupOutgoing { vi: "Viện dẫn từ đây", en: "References from it" }
        GroupProcedures { vi: "Thủ tục căn cứ", en: "Procedures that rest on it" }
        GroupOtherProcedures { vi: "Thủ tục căn cứ điều khoản khác", en: "Procedures that rest on other provisions" }
        MoreProcedures { vi: "… {0} thủ tục nữa", en: "… {0} more" }
        NothingDangles { vi: "nếu bãi bỏ: không chỗ nào mất viện dẫn", en: "if repealed: no reference would point at nothing" }
        Dangles { vi: "nếu bãi bỏ: {0} chỗ không còn điều khoản để viện dẫn", en: "if repealed: {0} {0:reference|references} would point at nothing" }
        WouldDangle { vi: "mất nếu bãi bỏ", en: "lost on repeal" }
        BesideCounts { vi: "Phương án {0}{1} · thủ tục căn cứ {2}", en: "Measures {0}{1} · procedures {2}" }
        BesideReferences { vi: "Viện dẫn đến đây {0} · từ đây {1}", en: "References to it {0} · from it {1}" }
        OnlyOriginalOf { vi: "▲ chỉ có bản gốc {0}: chưa nhập bản hợp nhất", en: "▲ only the text as issued on {0}: no consolidated text" }
        OnlyOriginal { vi: "▲ chỉ có bản gốc: chưa nhập bản hợp nhất", en: "▲ only the text as issued: no consolidated text" }
        ColumnNumber { vi: "STT", en: "No." }
        ColumnRelation { vi: "Quan hệ", en: "Relation" }
        ColumnCode { vi: "Mã", en: "Code" }
        ColumnWhat { vi: "Nội dung", en: "What" }
        ColumnPlace { vi: "Điều khoản", en: "Provision" }
        ColumnNote { vi: "Ghi chú", en: "Note" }
        InstrumentNotHere { vi: "danh mục chưa có văn bản {0}", en: "the catalogue has no instrument {0}" }
        ThisInstrument { vi: "chính văn bản này", en: "this very instrument" }
        InstrumentUnknown { vi: "không rõ viện dẫn văn bản nào", en: "which instrument is meant is not known" }
        ReferenceInHand { vi: "Enter lần nữa để đến nơi được viện dẫn; ←→ chọn viện dẫn khác", en: "Enter again goes there; ←→ takes another reference" }
        NotRead { vi: "không đọc được viện dẫn này", en: "this reference could not be read" }
        WhichReference { vi: "Viện dẫn nhiều nơi", en: "Several places are named" }

        ViewWords { vi: "từng từ", en: "words" }
        ViewLines { vi: "từng đoạn", en: "provision by provision" }
        ViewSide { vi: "hai cột", en: "side by side" }
        ViewTable { vi: "bảng bốn cột", en: "table of four columns" }
        CompareTold { vi: "{0} phương án · xem {1}", en: "{0} {0:measure|measures} · {1}" }
        NothingProposed { vi: "Chưa có phương án nào sửa văn bản này. Ở thẻ Văn bản, chọn điều khoản rồi F2 để sửa thành phương án.", en: "No measure changes this instrument. On the tab Text, choose a provision; F2 edits it as a proposal." }
        NothingProposedHere { vi: "Điều khoản đang chọn chưa có phương án; dưới đây là mọi phương án sửa văn bản này.", en: "No measure changes the provision in hand; these are all on this instrument." }
        NoText { vi: "phương án chưa có nội dung dự thảo; F2 trên điều khoản để soạn", en: "the measure proposes no text yet; F2 on the provision drafts it" }
        TextMoved { vi: "lời văn đang có hiệu lực khác lời văn khi lập phương án", en: "the text in force is another than the one on which the measure was made" }
        OneVersion { vi: "Cần hai bản để so sánh. F4 › “Nhập toàn văn…” để nhập bản thứ hai.", en: "Two versions are needed. F4 › “Import a text…” brings in a second one." }
        ChangesTold { vi: "{0} điều khoản khác nhau · n sau, N trước", en: "{0} {0:provision differs|provisions differ} · n next, N previous" }
        NothingDiffers { vi: "hai bản không khác nhau", en: "the versions do not differ" }
        OldVersion { vi: "Bản trái", en: "Left version" }
        NewVersion { vi: "Bản phải", en: "Right version" }
        TwoVersions { vi: "chọn hai bản khác nhau", en: "choose two different versions" }
        Characters { vi: "{0} ký tự", en: "{0} characters" }
        ReadingHolding { vi: "đọc hiệu lực của điều khoản", en: "reading what holds" }
        ExportDay { vi: "Hợp nhất đến ngày", en: "Consolidated as of" }
        ExportDayHint { vi: "để trống: bản đang áp dụng", en: "empty: the version that applies" }
        NothingToAnswer { vi: "văn bản này không có nội dung sửa đổi nào cần xem lại", en: "this instrument leaves nothing for review" }
        TakeHint { vi: "lời văn sửa đổi để áp dụng, ví dụ: Bãi bỏ khoản 3 Điều 1.", en: "the order as it is to be applied, for example: Bãi bỏ khoản 3 Điều 1." }
        SkipHint { vi: "để trống nếu nhận; trống cả hai: rút lại câu trả lời", en: "empty where it is taken; both empty: the answer is taken back" }
        InForceDay { vi: "Có hiệu lực tại ngày", en: "In force on" }
        NoDay { vi: "“{0}” không phải là ngày; viết 29/11/2026", en: "“{0}” is not a day; write 2026-11-29" }
        AppliesOn { vi: "ngày {0} áp dụng: {1}", en: "on {0} applies: {1}" }
        NoneAppliesYet { vi: "ngày {0} chưa bản nào có hiệu lực; gần nhất: {1}", en: "on {0} no version applies yet; the nearest: {1}" }

        DraftedFrom { vi: "{0} ({1}): {2} phương án", en: "{0} ({1}): {2} {2:measure|measures}" }
        DraftTold { vi: "{0} phương án · {1} cảnh báo", en: "{0} {0:measure|measures} · {1} {1:warning|warnings}" }
        NothingToDraft { vi: "Chưa có phương án nào sửa văn bản này nên chưa soạn được dự thảo.", en: "No measure changes this instrument, so nothing can be drafted." }
        NotDraftedNoText { vi: "phương án {0} không có trong dự thảo: chưa có toàn văn; F4 › “Nhập toàn văn…”", en: "measure {0} is not in the draft: the text is not here; F4 › “Import a text…”" }
        DraftFile { vi: "du-thao-sua-doi", en: "draft-amendment" }

        Propose { vi: "Sửa thành phương án", en: "Edit as a proposal" }
        ProposedText { vi: "Nội dung dự thảo", en: "Draft text" }
        SaidBy { vi: "Ghi vào", en: "Entered in" }
        SaidByHint { vi: "phương án đang có, hay thủ tục để lập phương án mới", en: "a measure, or a procedure for a new one" }
        KindOfNew { vi: "Loại (phương án mới)", en: "Kind (new measure)" }
        KindOfNewHint { vi: "chỉ hỏi khi lập phương án mới", en: "asked of new measures alone" }
        TitleOfNew { vi: "Tên (phương án mới)", en: "Title (new measure)" }
        ChooseKind { vi: "chọn loại của phương án mới", en: "choose the kind of the new measure" }
        ChangesThis { vi: "đang sửa điều khoản này", en: "changes this provision" }
        OpenMeasure { vi: "chưa sửa điều khoản nào", en: "changes no provision yet" }
        RestsHere { vi: "căn cứ điều khoản này", en: "rests on this provision" }
        RestsOnInstrument { vi: "căn cứ văn bản này", en: "rests on this instrument" }
        NewMeasureFor { vi: "phương án mới: {0} {1}", en: "new measure: {0} {1}" }
        TextUnchanged { vi: "nội dung dự thảo giống nội dung hiện hành", en: "the draft is the same as the current text" }
        AppliesTo { vi: "Áp dụng cho", en: "Applies to" }
        AppliesToHint { vi: "c1, c2 … như trong hồ sơ, bảng tính", en: "c1, c2 … as in the dossier or the sheet" }
        MeasureSaved { vi: "đã lưu phương án {0}", en: "saved measure {0}" }
    }
}
