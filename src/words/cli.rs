//! What the command line says.

crate::messages! {
    /// Messages of the command line.
    CliMessage {
        UsageHeading { vi: "Cách dùng:", en: "Usage:" }
        CommandsHeading { vi: "Lệnh", en: "Commands" }
        OptionsWord { vi: "[TÙY CHỌN]", en: "[OPTIONS]" }
        CodeWord { vi: "MÃ", en: "CODE" }
        CommandWord { vi: "LỆNH", en: "COMMAND" }
        ArgumentsHeading { vi: "Đối số", en: "Arguments" }
        OptionsHeading { vi: "Tùy chọn", en: "Options" }
        GlobalHeading { vi: "Tùy chọn chung", en: "Common options" }
        ManName { vi: "TÊN", en: "NAME" }
        ManSynopsis { vi: "CÁCH DÙNG", en: "SYNOPSIS" }
        ManDescription { vi: "MÔ TẢ", en: "DESCRIPTION" }
        ManExtra { vi: "THÔNG TIN THÊM", en: "EXTRA" }
        ManVersion { vi: "PHIÊN BẢN", en: "VERSION" }
        ErrorHeading { vi: "lỗi:", en: "error:" }
        WarningHeading { vi: "lưu ý:", en: "note:" }
        ExitCodes { vi: "Mã thoát: 0 xong · 1 câu trả lời là “chưa” (mục tiêu chưa đạt, có khác biệt) · 2 gọi lệnh sai · 3 đầu vào sai · 4 tệp dữ liệu có lỗi · 5 lỗi khác · 6 không có thứ được hỏi", en: "Exit codes: 0 done · 1 an answer of “no” (a target missed, a difference found) · 2 wrong usage · 3 bad input · 4 a fault of the data file · 5 anything else · 6 what was asked for does not exist" }
        HintHeading { vi: "hướng dẫn:", en: "hint:" }
        Yes { vi: "có", en: "yes" }
        No { vi: "chưa", en: "no" }
        MissingValues { vi: "chưa đủ giá trị cho {0}", en: "too few values for {0}" }
        MissingArgument { vi: "thiếu {0}", en: "{0} is missing" }
        TooManyValues { vi: "thừa giá trị “{0}” cho {1}", en: "“{0}” is one value too many for {1}" }
        TooManyArguments { vi: "thừa đối số “{0}”", en: "“{0}” is one argument too many" }
        UnknownArgument { vi: "không có tùy chọn {0}", en: "no option {0}" }
        UnknownCommand { vi: "không có lệnh “{0}”", en: "no command “{0}”" }
        ArgumentsExclude { vi: "không dùng {0} cùng với {1}", en: "{0} cannot be used with {1}" }
        BadValue { vi: "“{0}” không hợp lệ cho {1}", en: "“{0}” does not fit {1}" }
        BadUsage { vi: "lệnh viết chưa đúng", en: "the command is not written correctly" }
        Suggestion { vi: "có thể là: {0}", en: "perhaps: {0}" }
        SeeHelp { vi: "xem: tinhgon --help, hoặc tinhgon LỆNH --help", en: "see: tinhgon --help, or tinhgon COMMAND --help" }
        OverviewHint { vi: "chạy trong cửa sổ dòng lệnh để vào màn hình làm việc; xem các lệnh: tinhgon --help", en: "run it in a terminal for the application; for the commands, see: tinhgon --help" }
        BadConfig { vi: "tệp cấu hình chưa đúng", en: "the configuration file is not right" }
        BadConfigLanguage { vi: "tệp cấu hình chưa đúng: không có ngôn ngữ “{0}”; có: vi, en", en: "the configuration file is not right: there is no language “{0}”; there are: vi, en" }
        BadConfigTheme { vi: "tệp cấu hình chưa đúng: không có kiểu màu “{0}”; có: {1}", en: "the configuration file is not right: there is no theme “{0}”; there are: {1}" }
        UnknownConfig { vi: "tệp cấu hình, dòng {1}: không biết “{0}”, bỏ qua; có: {2}", en: "the configuration file, line {1}: “{0}” is not known and ignored; there are: {2}" }
        MadeUnsaid { vi: "thay đổi số {0} ĐÃ được ghi; không chạy lại lệnh này. Xem: tinhgon history", en: "change {0} WAS made; do not run the command again. See: tinhgon history" }
        NoTemplate { vi: "thư mục {0} không có mẫu {1}", en: "the folder {0} has no template {1}" }
        NoTemplateHint { vi: "sao chép mẫu kèm theo trong reports/ rồi sửa, hoặc bỏ --templates", en: "copy the shipped one from reports/ and change it, or omit --templates" }
        NoDataFolder { vi: "không tìm thấy thư mục dữ liệu của hệ thống; hãy dùng --db TỆP", en: "the platform has no data folder; use --db FILE" }
        NoWorkspace { vi: "không có tệp dữ liệu tại {0}", en: "there is no data file at {0}" }
        NoWorkspaceHint { vi: "tạo mới với danh mục kèm theo bằng: tinhgon --db {0} init", en: "create one with the shipped catalogue, run: tinhgon --db {0} init" }
        WorkspaceCreated { vi: "đã tạo tệp dữ liệu {0}", en: "created the data file {0}" }
        CatalogueLoaded { vi: "nạp danh mục kèm theo", en: "shipped catalogue" }
        BroughtUpToDate { vi: "đã nâng cấp tệp dữ liệu; bản cũ lưu tại {0}. Bổ sung danh mục mới bằng: tinhgon init", en: "data file upgraded; the old one is kept as {0}. To add new catalogue entries, run: tinhgon init" }
        CatalogueThere { vi: "tệp dữ liệu đã có đủ danh mục kèm theo, không có gì phải bổ sung", en: "the data file has the whole shipped catalogue; there is nothing to add" }
        CatalogueFilled { vi: "đã bổ sung từ danh mục kèm theo: thêm {0}, điền {1} chỗ trống. Dữ liệu đang có không thay đổi (hoàn tác: tinhgon undo)", en: "from the shipped catalogue: {0} added, {1} gaps filled. Existing data is unchanged (revert: tinhgon undo)" }
        FilledColumn { vi: "Điền chỗ trống", en: "Gaps filled" }
        CannotWrite { vi: "không ghi được {0}", en: "cannot write {0}" }
        CannotRead { vi: "không đọc được {0}", en: "cannot read {0}" }
        NotUtf8 { vi: "tệp không phải văn bản UTF-8", en: "the file is not UTF-8 text" }
        UnknownKind { vi: "không có loại “{0}”; có: {1}", en: "there is no kind “{0}”; there are: {1}" }
        UnknownEnding { vi: "không ghi được dạng .{0}; có: {1}", en: "cannot write .{0}; there are: {1}" }
        NotFound { vi: "không có {0} “{1}”", en: "no {0} “{1}” found" }
        NotFoundHint { vi: "xem: tinhgon list {0}; tìm theo từ: tinhgon search “{1}”", en: "see: tinhgon list {0}; search by words: tinhgon search “{1}”" }
        NoHit { vi: "không tìm thấy; thử ít từ hơn, hoặc bỏ --kind", en: "nothing found; try fewer words, or omit --kind" }
        BadCell { vi: "“{0}” chưa đúng; viết TÊN=GIÁ TRỊ, số không âm (tiền và số đối tượng là số nguyên), ví dụ minutes=30 hoặc times=1/3", en: "“{0}” is not valid; write NAME=VALUE with a number of zero or more (money and population whole), for example minutes=30 or times=1/3" }
        SheetCleared { vi: "đã xóa bảng tính của {0}, {1} dòng; lấy lại bằng: tinhgon undo", en: "removed the sheet of {0}, {1} {1:row|rows}; to take it back, run: tinhgon undo" }
        SheetCopied { vi: "đã chép vào {0} {1} dòng từ bảng tính của {2}; mọi ô là giả định", en: "copied {1} {1:row|rows} into {0} from the sheet of {2}; every cell is an assumption" }
        Drafted { vi: "đã lập {0} bảng tính sơ bộ, {1} dòng; mọi ô là giả định", en: "made {0} first {0:estimate|estimates}, {1} {1:row|rows}; every cell is an assumption" }
        CostChanged { vi: "{0}: {1} → {2} đ/năm", en: "{0}: {1} → {2} đ/year" }
        Removed { vi: "đã xóa {0}; hoàn tác: tinhgon undo", en: "removed {0}; revert: tinhgon undo" }
        TariffSource { vi: "từ {0}, {1}; nguồn: {2}", en: "from {0}, {1}; source: {2}" }
        TariffLine { vi: "mức thu nhập theo giờ: {0} ({1})", en: "hourly rate: {0} ({1})" }
        ProvenanceLine { vi: "loại số liệu: {0}", en: "source quality: {0}" }
        SourceLine { vi: "nguồn: {0}", en: "source: {0}" }
        SheetTotal { vi: "Một lần thực hiện, bình quân: {0} đ; cả năm: {1} đ", en: "One performance, on average: {0} đ; per year: {1} đ" }
        RoundingNote { vi: "Tính chính xác; chỉ làm tròn một lần khi hiển thị, nửa đồng trở lên thành một đồng.", en: "Computed exactly; rounded once, when shown, half away from zero." }
        StatusMoved { vi: "{0}: {1}", en: "{0}: {1}" }
        EffectLine { vi: "Trước: {0} đ/năm. Chỉ thực hiện phương án này: còn {1}, tiết kiệm {2}. Thực hiện cùng các phương án khác: tiết kiệm thêm {3}", en: "Before: {0} đ/year. This measure alone: {1} left, {2} saved. Together with the other measures: {3} more saved" }
        SetEffectLine { vi: "Mọi phương án trên quy định này: còn {0} đ/năm, tiết kiệm {1}", en: "All measures on this regulation: {0} đ/year left, {1} saved" }
        NoBaseline { vi: "số liệu gốc không có gì để cắt giảm", en: "the baseline has nothing to cut" }
        TargetFound { vi: "{0}: {1}, phải đạt {2}% ({3})", en: "{0}: {1}, {2}% required ({3})" }
        WithoutSheet { vi: "{1} quy định, {0} chưa có bảng tính", en: "{1} {1:regulation|regulations}, {0} without a cost sheet" }
        MeasureIssues { vi: "{0} phương án không thực hiện được như đã nêu: {1}{2}", en: "{0} {0:measure|measures} cannot be carried out as stated: {1}{2}" }
        MeasuresIdle { vi: "{0} phương án không làm thay đổi gì nên không được tính: {1}{2}", en: "{0} {0:measure has|measures have} no effect and {0:is|are} not counted: {1}{2}" }
        NoLongerInForce { vi: "{0} (quy định không còn áp dụng)", en: "{0} (regulation no longer in force)" }
        TakenBy { vi: "{0} (vì {1})", en: "{0} (because of {1})" }
        CheckCount { vi: "phương án có tác dụng", en: "measures change something" }
        AgenciesFollowed { vi: "Số liệu của cơ quan cũ tính cho cơ quan kế thừa: {0}. Xem theo cơ quan khi chốt: --agencies then", en: "Figures of former agencies count with their successors: {0}. By the agencies of then: --agencies then" }
        PartsMissing { vi: "Tổng phần còn thiếu của các nhóm có thể khác phần còn thiếu chung: nhóm vượt mục tiêu chỉ bù trong tổng, mỗi số được làm tròn lên", en: "The shortfalls of the groups may not add up to the overall shortfall: a group beyond its target offsets others only in the whole, and each figure is rounded up" }
        KnownProgrammes { vi: "các chương trình hiện có: {0}", en: "programmes there are: {0}" }
        CheckFrozen { vi: "số liệu gốc đã chốt", en: "baseline frozen" }
        CheckPopulations { vi: "đã biết số đối tượng tuân thủ", en: "populations known" }
        PopulationsFound { vi: "{1} quy định có bảng tính, {0} chưa biết số đối tượng", en: "{1} {1:regulation|regulations} with a cost sheet, {0} with an unknown population" }
        CostWaits { vi: "{0}: chi phí chưa gồm {1} quy định chưa biết số đối tượng tuân thủ; xem: tinhgon cost plan", en: "{0}: cost without {1} {1:regulation|regulations} whose affected population is unknown; see: tinhgon cost plan" }
        CheckSheets { vi: "đã có bảng tính chi phí", en: "cost sheets complete" }
        CheckMeasures { vi: "phương án hợp lệ", en: "measures valid" }
        FrozenThen { vi: "chốt tại ngày {0}", en: "frozen as of {0}" }
        StandIn { vi: "chưa chốt, tạm tính theo số liệu hiện tại", en: "not frozen; current data used instead" }
        BaselineLive { vi: "{0}: chưa chốt số liệu gốc, tạm tính theo số liệu hiện tại ({1} quy định, {2} có bảng tính); chốt bằng: tinhgon baseline freeze {3}", en: "{0}: baseline not frozen; current data used instead ({1} {1:regulation|regulations}, {2}{2:|} with a cost sheet); to freeze it, run: tinhgon baseline freeze {3}" }
        BaselineFrozen { vi: "{0}: số liệu gốc chốt tại ngày {1} ({2} quy định, {3} có bảng tính)", en: "{0}: baseline frozen as of {1} ({2} {2:regulation|regulations}, {3}{3:|} with a sheet)" }
        Newcomers { vi: "{0}: phát sinh mới, tính riêng: {1} quy định, {2} đ/năm", en: "{0}: new since the baseline, counted separately: {1} {1:regulation|regulations}, {2} đ/year" }
        Undone { vi: "đã hoàn tác thay đổi {0} ({1}): {2}", en: "undid change {0} ({1}): {2}" }
        Redone { vi: "đã làm lại thay đổi {0} ({1}): {2}", en: "redid change {0} ({1}): {2}" }
        ChangeHead { vi: "Thay đổi {0}: {1}, {2}, lệnh {3}, {4} dòng", en: "Change {0}: {1}, {2}, command {3}, {4} {4:row|rows}" }
        ChangeDevice { vi: "Máy: {0}", en: "Device: {0}" }
        ChangeNote { vi: "Ghi chú: {0}", en: "Note: {0}" }
        ChangeUndoes { vi: "Hoàn tác thay đổi {0}", en: "Undoes change {0}" }
        ChangeDid { vi: "Nội dung", en: "What was done" }
        Unwatched { vi: "trigger ghi nhật ký của tệp dữ liệu bị thiếu hoặc bị sửa; chỉ đọc được, không ghi. Xem: tinhgon doctor", en: "triggers that keep the journal of this data file are missing or changed; it can be read, not written. See: tinhgon doctor" }
        OldCopiesGone { vi: "đã bỏ {0} bản sao lưu cũ", en: "{0} older {0:copy|copies} taken away" }
        BackedUp { vi: "đã sao lưu ra {0}", en: "copied to {0}" }
        Restored { vi: "đã khôi phục từ {0} vào {1}", en: "restored {0} to {1}" }
        KeptBeside { vi: "bản trước đó lưu tại {0}", en: "the previous file is kept as {0}" }
        ImportedFile { vi: "{0}: thêm {1}, cập nhật {2}, không đổi {3}, bỏ {4} dòng, từ chối {5}, vấn đề {6}", en: "{0}: {1} added, {2} updated, {3} unchanged, {4} {4:row|rows} removed, {5} refused, {6} {6:problem|problems}" }
        DryRun { vi: "chạy thử: không ghi gì", en: "dry run: nothing was written" }
        CoverageLine { vi: "  {0}: {1} / {2} ({3})", en: "  {0}: {1} of {2} ({3})" }
        MoreProblems { vi: "… và {0} nữa; xem thêm: -v, hoặc --format json", en: "… and {0} more; see also: -v, or --format json" }
        MoreChanges { vi: "… và {0} dòng nữa; xem tất cả: -v", en: "… and {0} more; to see all: -v" }
        ImportFailed { vi: "không nhập tệp này; {0} tệp khác đã nhập", en: "this file was not imported; {0} other {0:file was|files were}" }
        Code { vi: "Mã", en: "Code" }
        KindColumn { vi: "Loại", en: "Kind" }
        OldPlace { vi: "Vị trí cũ", en: "Old provision" }
        NewPlace { vi: "Vị trí mới", en: "New provision" }
        OldText { vi: "Nội dung cũ", en: "Old text" }
        NewText { vi: "Nội dung mới", en: "New text" }
        Name { vi: "Tên", en: "Name" }
        Title { vi: "Tiêu đề", en: "Title" }
        TrackNeedsWord { vi: "--track chỉ dùng cho Word: -o TỆP.docx", en: "--track is for Word only: -o FILE.docx" }
        Reader { vi: "Dành cho", en: "For" }
        OwnTemplate { vi: "Mẫu riêng", en: "Own template" }
        IndexTitle { vi: "Danh mục tài liệu trong hồ sơ", en: "Documents of this dossier" }
        NeedsFolder { vi: "chưa nêu thư mục ghi hồ sơ: -o THƯ-MỤC", en: "no folder for the dossier: -o FOLDER" }
        FolderInUse { vi: "thư mục {0} đã có tệp; nêu một thư mục mới để không ghi đè", en: "the folder {0} holds files already; name a new one, so that nothing is written over" }
        UnknownReport { vi: "không có văn bản kết xuất “{0}”; có: {1}", en: "no document “{0}”; there are: {1}" }
        FieldColumn { vi: "Trường", en: "Field" }
        ValueColumn { vi: "Giá trị", en: "Value" }
        FileColumn { vi: "Tệp", en: "File" }
        AddedColumn { vi: "Thêm", en: "Added" }
        UpdatedColumn { vi: "Cập nhật", en: "Updated" }
        RemovedColumn { vi: "Xóa", en: "Removed" }
        WrittenToFolder { vi: "đã xuất ra thư mục {0}; không gồm lịch sử thay đổi (sao lưu: tinhgon backup)", en: "written to the folder {0}; without the history of changes (for that: tinhgon backup)" }
        UnchangedColumn { vi: "Không đổi", en: "Unchanged" }
        ProblemsColumn { vi: "Lỗi, cảnh báo", en: "Problems" }
        NameEn { vi: "Tên tiếng Anh", en: "English name" }
        AlsoNamed { vi: "Tên khác, tên trước đây", en: "Other and former names" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Status { vi: "Tình trạng", en: "Status" }
        Since { vi: "Từ ngày", en: "Since" }
        SheetRows { vi: "Dòng chi phí", en: "Sheet rows" }
        Measures { vi: "Phương án", en: "Measures" }
        OneCost { vi: "Một lần thực hiện (đ)", en: "One performance (đ)" }
        AnnualCost { vi: "Chi phí (đ/năm)", en: "Cost (đ/year)" }
        Number { vi: "Số, ký hiệu", en: "Number" }
        Issuer { vi: "Cơ quan ban hành", en: "Issuer" }
        Issued { vi: "Ban hành", en: "Issued" }
        Effective { vi: "Hiệu lực", en: "Effective" }
        Expired { vi: "Hết hiệu lực", en: "Expired" }
        Versions { vi: "Số bản", en: "Versions" }
        VersionsTitle { vi: "Các bản", en: "Versions" }
        Procedures { vi: "Thủ tục căn cứ", en: "Procedures" }
        VersionSays { vi: "{0} · {1} Điều, {2} khoản, {3} điểm", en: "{0} · {1} Điều, {2} khoản, {3} điểm" }
        NoVersion { vi: "văn bản {0} không có bản “{1}”; có: {2}", en: "instrument {0} has no version “{1}”; there are: {2}" }
        NoText { vi: "chưa có toàn văn của {0}", en: "the text of {0} has not been imported" }
        NoTextHint { vi: "nhập toàn văn bằng: tinhgon import TỆP.txt", en: "to import its text, run: tinhgon import FILE.txt" }
        NoProvision { vi: "{0}, bản “{1}”, không có “{2}”", en: "{0}, version “{1}”, has no “{2}”" }
        NoPlace { vi: "“{0}” không phải là một điều khoản; viết ví dụ “điểm a khoản 1 Điều 2”", en: "“{0}” is not a provision; write for example “điểm a khoản 1 Điều 2”" }
        OnlyInstruments { vi: "--provision và --version chỉ dùng cho instrument", en: "--provision and --version are for instruments only" }
        Programme { vi: "Chương trình", en: "Programme" }
        BaselineDate { vi: "Thời điểm so sánh", en: "Baseline date" }
        Target { vi: "Mục tiêu", en: "Target" }
        Metric { vi: "Chỉ tiêu", en: "Metric" }
        TargetPercent { vi: "Phải đạt", en: "Required" }
        Due { vi: "Hạn", en: "Due" }
        From { vi: "Từ ngày", en: "From" }
        Value { vi: "Giá trị", en: "Value" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Provenance { vi: "Loại số liệu", en: "Source quality" }
        Source { vi: "Nguồn", en: "Source" }
        CountsAs { vi: "Tính là", en: "Counts as" }
        Order { vi: "Thứ tự", en: "Order" }
        Targets { vi: "Áp dụng cho", en: "Applies to" }
        Values { vi: "Giá trị", en: "Values" }
        Members { vi: "Các thủ tục", en: "Procedures" }
        Excerpt { vi: "Trích", en: "Excerpt" }
        Group { vi: "Nhóm", en: "Group" }
        Regulations { vi: "Quy định", en: "Regulations" }
        WithSheet { vi: "Có bảng tính", en: "With sheet" }
        Total { vi: "Tổng cộng", en: "Total" }
        NotStated { vi: "(chưa xác định)", en: "(not stated)" }
        Row { vi: "Dòng", en: "Row" }
        Reason { vi: "Lý do", en: "Reason" }
        Procedure { vi: "Thủ tục hành chính", en: "Procedure" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Content { vi: "Nội dung", en: "Content" }
        Person { vi: "Người phụ trách", en: "Person" }
        SavedAlone { vi: "Tính riêng", en: "Stand-alone" }
        Edits { vi: "Sửa đổi", en: "Edits" }
        Level { vi: "Cấp văn bản", en: "Level" }
        Weight { vi: "Hệ số khó", en: "Complexity factor" }
        Effort { vi: "Khối lượng (điểm)", en: "Effort (points)" }
        SavedShare { vi: "Phần đóng góp", en: "Attributed saving" }
        ShareHours { vi: "Phần đóng góp (giờ)", en: "Attributed (hours)" }
        ShareLine { vi: "Phần đóng góp (mức tiết kiệm phân bổ cho từng phương án, giá trị Shapley; cộng lại bằng tổng): {0} đ/năm, {1} giờ làm việc", en: "Attributed saving (the Shapley share of what the measures save together): {0} đ/year, {1} {1:working hour|working hours}" }
        SavedWithin { vi: "Khi thực hiện cùng", en: "Combined" }
        Evidence { vi: "Căn cứ", en: "Evidence" }
        Provision { vi: "Điều khoản", en: "Provision" }
        Instrument { vi: "Văn bản", en: "Instrument" }
        ReferenceTitle { vi: "Tên văn bản", en: "Title" }
        Authority { vi: "Thẩm quyền sửa", en: "Authority" }
        CurrentText { vi: "Hiện hành", en: "Current" }
        ProposedText { vi: "Đề xuất", en: "Proposed" }
        Note { vi: "Ghi chú", en: "Note" }
        Stage { vi: "Giai đoạn", en: "Stage" }
        Baseline { vi: "Số liệu gốc", en: "Baseline" }
        Achieved { vi: "Đạt được", en: "Achieved" }
        Percent { vi: "Tỷ lệ", en: "Percent" }
        Gap { vi: "Còn thiếu", en: "Shortfall" }
        Planned { vi: "Dự kiến", en: "Planned" }
        Approved { vi: "Đã phê duyệt", en: "Approved" }
        InForce { vi: "Đã thực thi", en: "In force" }
        GapInForce { vi: "Còn thiếu (đã thực thi)", en: "Shortfall (in force)" }
        Met { vi: "Đạt", en: "Met" }
        CheckColumn { vi: "Kiểm tra", en: "Check" }
        Passed { vi: "Đạt", en: "Passed" }
        Found { vi: "Kết quả", en: "Found" }
        FrozenOn { vi: "Chốt tại ngày", en: "Frozen as of" }
        Change { vi: "Số", en: "Change" }
        At { vi: "Lúc", en: "At" }
        Author { vi: "Người", en: "Author" }
        Device { vi: "Máy", en: "Device" }
        Command { vi: "Lệnh", en: "Command" }
        Rows { vi: "Dòng", en: "Rows" }
        Undoes { vi: "Hoàn tác", en: "Undoes" }
        SeverityNote { vi: "ghi nhận", en: "note" }
        SeverityWarning { vi: "lưu ý", en: "warning" }
        SeverityProblem { vi: "lỗi", en: "problem" }
        SeverityColumn { vi: "Mức", en: "Severity" }
        Decision { vi: "Quyết định công bố", en: "Published by decision" }
        Levels { vi: "Cấp thực hiện", en: "Levels" }
        Category { vi: "Loại thủ tục", en: "Type" }
        Addressees { vi: "Đối tượng", en: "Affected population" }
        DecidingAgency { vi: "Cơ quan có thẩm quyền", en: "Deciding agency" }
        PerformingAgency { vi: "Cơ quan thực hiện", en: "Performing agency" }
        CooperatingAgency { vi: "Cơ quan phối hợp", en: "Co-operating agency" }
        Address { vi: "Nơi tiếp nhận", en: "Received at" }
        OnlineLevel { vi: "Mức độ trực tuyến", en: "Online level" }
        Dossiers { vi: "Số bộ hồ sơ", en: "Number of dossiers" }
        Url { vi: "Địa chỉ", en: "Address of the record" }
        Channels { vi: "Cách thức thực hiện", en: "Submission channels" }
        Components { vi: "Thành phần hồ sơ", en: "Dossier components" }
        Bases { vi: "Căn cứ pháp lý", en: "Legal bases" }
        Results { vi: "Kết quả", en: "Results" }
        Steps { vi: "Trình tự thực hiện", en: "Procedural steps" }
        Requirements { vi: "Yêu cầu, điều kiện", en: "Requirements and conditions" }
        Verbatim { vi: "Nguyên văn, chưa tách được", en: "Not parsed (verbatim)" }
        Free { vi: "miễn phí", en: "free" }
        Originals { vi: "{0} bản chính", en: "{0} {0:original|originals}" }
        Copies { vi: "{0} bản sao", en: "{0} {0:copy|copies}" }
        Line { vi: "Dòng", en: "Line" }
        ReferenceIn { vi: "Trong", en: "In" }
        ReferenceSource { vi: "Ở", en: "In" }
        ReferenceRole { vi: "Vai trò", en: "Role" }
        ReferenceWords { vi: "Viện dẫn", en: "Reference" }
        ReferencePlace { vi: "Đến", en: "To" }
        ReferenceState { vi: "Kết quả", en: "State" }
        ReferenceReach { vi: "Viện dẫn đến", en: "Reaches it as" }
        ReferenceGone { vi: "Không còn điều khoản", en: "Provision gone" }
        ReachItself { vi: "chính nó", en: "itself" }
        ReachRange { vi: "khoảng chứa nó", en: "a range over it" }
        ReachHolder { vi: "điều khoản chứa nó", en: "its parent" }
        GoneWhole { vi: "toàn bộ", en: "all of it" }
        InstrumentOwn { vi: "văn bản này", en: "this instrument" }
        RangeUntil { vi: "{0} đến {1}", en: "{0} to {1}" }
        StateResolved { vi: "có", en: "resolved" }
        StateElsewhere { vi: "văn bản khác", en: "another instrument" }
        NoSuchPlace { vi: "không có {0}", en: "no {0}" }
        NoHolder { vi: "không rõ {0} này thuộc điều khoản nào", en: "the parent of this {0} is not stated" }
        UnknownName { vi: "danh mục không có văn bản tên “{0}”", en: "the catalogue has no instrument named “{0}”" }
        AmbiguousName { vi: "nhiều văn bản tên “{0}”: {1}", en: "several instruments are named “{0}”: {1}" }
        AmendedUnsaid { vi: "không rõ văn bản được sửa đổi", en: "the amended instrument is not stated" }
        BadAddress { vi: "“{0}” không phải là một điều khoản; viết như điểm a khoản 1 Điều 2", en: "“{0}” is not a provision; write it as điểm a khoản 1 Điều 2" }
    }
}
