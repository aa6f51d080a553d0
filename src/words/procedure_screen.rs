//! What the screen of a procedure says: its record, its cost sheet, its measures.

crate::messages! {
    /// Words of the screen of one regulation.
    ProcedureWord {
        EffectAwaits { vi: "Tác động: điền {0} để tính.", en: "Effect: fill in {0} to compute it." }
        Procedure { vi: "Thủ tục", en: "Procedure" }
        TabRecord { vi: "Nội dung", en: "Record" }
        TabSheet { vi: "Bảng tính", en: "Cost sheet" }
        TabMeasures { vi: "Phương án", en: "Measures" }
        TabMeasuresCount { vi: "Phương án {0}", en: "Measures {0}" }
        TabDocuments { vi: "Kết xuất", en: "Documents" }
        TabHistory { vi: "Nhật ký", en: "Journal" }
        Gone { vi: "không còn quy định {0} trong tệp dữ liệu", en: "there is no regulation {0} in the data file any more" }
        Sections { vi: "Mục", en: "Sections" }
        SectionOf { vi: "mục {0}/{1} · {2}%", en: "section {0}/{1} · {2}%" }
        GeneralSection { vi: "Thông tin chung", en: "General" }
        LinkHint { vi: "▸ Enter mở văn bản · Tab sang khung kia · ← → viện dẫn trước, sau", en: "▸ Enter opens an instrument · Tab the other pane · ← → next reference" }

        DoAddRow { vi: "Thêm dòng", en: "Add a row" }
        DoEditRow { vi: "Sửa ô, dòng", en: "Edit cell, row" }
        DoRemoveRow { vi: "Xóa dòng…", en: "Remove the row…" }
        NoSheetYet { vi: "Chưa có bảng tính. F4 rồi chọn “Lập bảng tính sơ bộ”, hoặc Ctrl-N thêm dòng, hoặc dán các dòng chép từ Excel.", en: "There is no cost sheet yet. F4, then “Make first cost sheets”; or Ctrl-N adds a row; or paste rows copied from Excel." }
        HasSheet { vi: "đã có bảng tính", en: "there is a sheet already" }
        OnlyProcedures { vi: "chỉ lập được cho thủ tục", en: "only for procedures" }
        NoRowHere { vi: "chưa có dòng nào", en: "there is no row" }
        ColumnActivity { vi: "Công việc", en: "Activity" }
        ColumnMinutes { vi: "Phút", en: "Min." }
        ColumnOutsourcing { vi: "Thuê DV", en: "Extern." }
        ColumnCharges { vi: "Phí, CP", en: "Fees" }
        ColumnTimes { vi: "Lần", en: "Freq" }
        ColumnPopulation { vi: "Đối tượng", en: "Population" }
        ColumnCost { vi: "tr.đ/năm", en: "m đ/year" }
        ColumnCostExact { vi: "đ/năm", en: "đ/year" }
        SheetTotal { vi: "Một lần thực hiện: {0} đ", en: "One performance: {0} đ" }
        YearTotal { vi: "cả năm {0}", en: "a year {0}" }
        BeforeAfter { vi: "{0} → {1} tr.đ/năm", en: "{0} → {1} m đ/year" }
        AYear { vi: "{0} tr.đ/năm", en: "{0} m đ/year" }
        AfterMeasures { vi: "Sau phương án dự kiến: {0} ({1})", en: "After the planned measures: {0} ({1})" }
        QualityLegend { vi: "? giả định ~ khảo sát = đo thực tế ✓ chính thức", en: "? assumed ~ surveyed = measured ✓ official" }
        SourceOf { vi: "{0} · nguồn: {1}", en: "{0} · source: {1}" }
        NoSource { vi: "chưa nêu", en: "not stated" }
        TypeToReplace { vi: "Gõ số để thay; F2 sửa số đang có; dán được dòng từ Excel", en: "Type to replace; F2 edits the number; rows from Excel can be pasted" }
        EditorValue { vi: "Giá trị", en: "Value" }
        EditorQuality { vi: "Loại số", en: "Quality" }
        EditorSource { vi: "Nguồn", en: "Source" }
        EditorResult { vi: "Kết quả", en: "Result" }
        EditorKeys { vi: "Enter Lưu  Tab Sang phải  ↓ Loại số, nguồn  Esc Giữ {0}", en: "Enter Save  Tab Right  ↓ Quality, source  Esc Keep {0}" }
        EditorWas { vi: "(đang có: {0}, {1})", en: "(now: {0}, {1})" }
        EditorForms { vi: "Viết được: {0}", en: "Can be written: {0}" }
        EditorMeant { vi: "Có phải {0}? Gõ lại như vậy để nhận", en: "Is {0} meant? Type it so to take it" }
        AssumptionUntilSaid { vi: "số gõ là giả định cho đến khi chọn loại khác", en: "a typed figure is an assumption until another quality is chosen" }
        OnceAndYear { vi: "{0} → {1} đ/lần; {2} → {3} tr.đ/năm", en: "{0} → {1} đ each; {2} → {3} m đ/year" }
        CellSaved { vi: "{0} của {1}: {2} → {3}", en: "{0} of {1}: {2} → {3}" }
        RowSaved { vi: "đã lưu dòng {0}", en: "saved row {0}" }
        RowAdded { vi: "đã thêm dòng {0}", en: "added row {0}" }
        RowRemoved { vi: "đã xóa dòng {0}", en: "removed row {0}" }
        RemoveRowTitle { vi: "Xóa dòng {0}?", en: "Remove row {0}?" }
        RemoveIt { vi: "Xóa (F8 lấy lại được)", en: "Remove (F8 brings it back)" }
        RowTitle { vi: "Dòng {0}", en: "Row {0}" }
        NewRowTitle { vi: "Dòng mới", en: "New row" }
        FieldGroup { vi: "Nhóm", en: "Group" }
        FieldName { vi: "Công việc", en: "Activity" }
        FieldHow { vi: "Cách thực hiện", en: "How it is done" }
        FieldTariff { vi: "Mức thu nhập", en: "Hourly rate" }
        FieldStaff { vi: "Số người làm", en: "Staff" }
        FieldAmong { vi: "Nhóm đối tượng", en: "Group of those who comply" }
        FieldSource { vi: "Nguồn", en: "Source" }
        PopulationTitle { vi: "Số đối tượng tuân thủ của {0}", en: "Affected population of {0}" }
        PopulationSaved { vi: "đã lưu số đối tượng tuân thủ của {0}", en: "saved the affected population of {0}" }
        FieldCount { vi: "Số đối tượng một năm", en: "How many a year" }
        FieldTimes { vi: "Mỗi đối tượng, lần/năm", en: "Each, times a year" }
        FieldGroups { vi: "Tỷ lệ theo nhóm (%)", en: "Shares of groups (%)" }
        YearUnknown { vi: "chưa biết số đối tượng", en: "population unknown" }
        SavedOnce { vi: "chưa biết số đối tượng nên chưa tính được một năm", en: "the population is unknown, so nothing can be computed for a year" }
        FillTitle { vi: "Điền {0} xuống {1} dòng?", en: "Fill {0} down {1} {1:row|rows}?" }
        FillIt { vi: "Điền xuống", en: "Fill down" }
        Filled { vi: "đã điền {0} ô", en: "filled {0} {0:cell|cells}" }
        NothingBelow { vi: "không có dòng nào ở dưới", en: "there is no row below" }
        PasteTitle { vi: "Dán {0} dòng × {1} cột", en: "Paste {0} {0:row|rows} × {1} {1:column|columns}" }
        PasteCell { vi: "{0} {1}: {2} → {3}", en: "{0} {1}: {2} → {3}" }
        PasteBad { vi: "✗ {0} {1}: “{2}” – {3}", en: "✗ {0} {1}: “{2}” – {3}" }
        PasteSummary { vi: "{0} ô sẽ đổi, {1} ô giữ nguyên, {2} ô không đọc được", en: "{0} {0:cell changes|cells change}, {1} {1:stays|stay}, {2} cannot be read" }
        PasteYear { vi: "Cả năm: {0} → {1} tr.đ", en: "A year: {0} → {1} m đ" }
        PasteNothing { vi: "không có ô nào để dán", en: "there is nothing to paste" }
        PasteUnread { vi: "không đọc được gì từ nội dung dán", en: "nothing of what was pasted can be read" }
        Pasted { vi: "đã dán {0} ô", en: "pasted {0} {0:cell|cells}" }
        ChangedToTitle { vi: "Ô này vừa được người khác sửa", en: "Another changed this cell meanwhile" }
        ChangedTo { vi: "Đang có {0} ({1}) của {2}; bạn gõ {3}", en: "Now {0} ({1}) by {2}; you typed {3}" }
        KeepTheirs { vi: "Giữ số của người kia", en: "Keep theirs" }
        WriteMine { vi: "Ghi số của tôi (số kia còn trong Nhật ký)", en: "Write mine (theirs stays in the journal)" }
        CellDraft { vi: "ô {0} {1}: {2}", en: "cell {0} {1}: {2}" }

        DoAddMeasure { vi: "Thêm phương án", en: "Add a measure" }
        DoEditMeasure { vi: "Sửa phương án", en: "Edit the measure" }
        DoMoveMeasure { vi: "Đổi tình trạng…", en: "Change status…" }
        DoRemoveMeasure { vi: "Xóa phương án…", en: "Remove the measure…" }
        NoMeasureYet { vi: "Chưa có phương án. Ctrl-N thêm; F5 rồi “Gợi ý” xem máy gợi ý gì.", en: "There is no measure yet. Ctrl-N adds one; F5, then “Suggestions” shows what is suggested." }
        NoMeasureHere { vi: "chưa có phương án nào", en: "there is no measure" }
        NoNextStatus { vi: "không còn bước sau", en: "nothing follows" }
        ColumnCode { vi: "PA", en: "M" }
        ColumnContent { vi: "Nội dung", en: "Content" }
        ColumnStatus { vi: "Tình trạng", en: "Status" }
        ColumnAlone { vi: "Tính riêng", en: "Alone" }
        ColumnShare { vi: "Đóng góp", en: "Share" }
        ColumnEffort { vi: "Điểm", en: "Pts" }
        DroppedCounts { vi: "đã không chấp nhận hoặc đã rút, không tính tiết kiệm", en: "rejected or withdrawn: nothing is counted" }
        NotBegunYet { vi: "chưa tính: đến hôm nay phương án chưa được đề xuất", en: "not counted: by today it is not proposed yet" }
        Uncosted { vi: "chưa có bảng tính nên chưa tính được tiết kiệm", en: "there is no sheet, so nothing can be computed" }
        MeasureAlone { vi: "Tính riêng {0} đ/năm; khi thực hiện cùng {1}; phần đóng góp {2}", en: "Alone {0} đ/year; combined {1}; attributed {2}" }
        FieldKind { vi: "Loại", en: "Kind" }
        FieldTargets { vi: "Áp dụng cho", en: "Applies to" }
        FieldTitle { vi: "Nội dung", en: "Content" }
        FieldReason { vi: "Lý do", en: "Reason" }
        FieldEvidence { vi: "Căn cứ", en: "Evidence" }
        FieldInstrument { vi: "Văn bản phải sửa", en: "Instrument" }
        NotInText { vi: "không có trong văn bản", en: "not in the text" }
        NoTextHere { vi: "chưa có văn bản để đối chiếu", en: "no text here to check against" }
        PlaceNotInText { vi: "Không tìm thấy {0} trong văn bản {1} đang có hiệu lực: xem lại trước khi lưu.", en: "{0} is not found in the text of {1} in force: look again before you save." }
        FieldProvision { vi: "Điều khoản phải sửa", en: "Provision" }
        FieldCurrent { vi: "Quy định hiện hành", en: "Current text" }
        FieldProposed { vi: "Nội dung dự thảo", en: "Draft text" }
        FieldPerson { vi: "Phụ trách", en: "Person" }
        FieldDue { vi: "Thời hạn", en: "Due" }
        FieldStatus { vi: "Tình trạng", en: "Status" }
        FieldDay { vi: "Ngày", en: "Day" }
        FieldUntil { vi: "Đến hết ngày", en: "Until" }
        UntilHint { vi: "khi văn bản chỉ có hiệu lực đến một ngày", en: "where the instrument ends on a day" }
        FieldDocument { vi: "Số văn bản", en: "Document" }
        FieldNote { vi: "Ghi chú", en: "Note" }
        NeedsLine { vi: "{0} · {1} · khối lượng {2} điểm", en: "{0} · {1} · effort {2}" }
        NewMeasureTitle { vi: "Thêm phương án", en: "Add a measure" }
        EditMeasureTitle { vi: "Phương án {0}", en: "Measure {0}" }
        KindTitle { vi: "Loại phương án cho {0} {1}", en: "Kind of measure for {0} {1}" }
        KindTitleMarked { vi: "Loại phương án cho {0} quy định", en: "Kind of measure for {0} {0:regulation|regulations}" }
        KindsForOne { vi: "{0} loại chọn giấy tờ hay hoạt động của từng thủ tục: mở thủ tục", en: "{0} {0:kind aims|kinds aim} at papers or activities of one procedure: open it" }
        MeasureSaved { vi: "đã lưu phương án {0}", en: "saved measure {0}" }
        MeasuresSaved { vi: "đã thêm {0} phương án", en: "added {0} {0:measure|measures}" }
        MeasureRemoved { vi: "đã xóa phương án {0}", en: "removed measure {0}" }
        MeasureRemovedFromScenarios { vi: "đã xóa phương án {0}, cả khỏi kịch bản {1}", en: "removed measure {0}, from scenario {1} too" }
        StatusSaved { vi: "{0}: {1}", en: "{0}: {1}" }
        RemoveMeasureTitle { vi: "Xóa phương án {0}?", en: "Remove measure {0}?" }
        EffectLine { vi: "Cả năm: {0} → {1} tr.đ (tiết kiệm {2})", en: "A year: {0} → {1} m đ (saved {2})" }
        EffectUnknown { vi: "chưa tính được: {0}", en: "cannot be computed yet: {0}" }
        MarkedPreview { vi: "{0} quy định: {1}", en: "{0} {0:regulation|regulations}: {1}" }
        DayHint { vi: "12/7/2027 hoặc 2027-07-12", en: "12/7/2027 or 2027-07-12" }
        WordDifference { vi: "So sánh theo từ: [-bỏ-] [+thêm+]", en: "Word by word: [-removed-] [+added+]" }
        Linked { vi: "Liên thông", en: "Linked service" }
    }
}
