//! What the command line says.

crate::messages! {
    /// Messages of the command line.
    CliMessage {
        UsageHeading { vi: "Cách dùng:", en: "Usage:" }
        CommandsHeading { vi: "Lệnh", en: "Commands" }
        CommandWord { vi: "LỆNH", en: "COMMAND" }
        ArgumentsHeading { vi: "Tham số", en: "Arguments" }
        OptionsHeading { vi: "Tùy chọn", en: "Options" }
        GlobalHeading { vi: "Tùy chọn chung", en: "Common options" }
        ErrorHeading { vi: "lỗi:", en: "error:" }
        WarningHeading { vi: "lưu ý:", en: "note:" }
        ExitCodes { vi: "Mã thoát: 0 xong · 1 câu trả lời là “chưa” (mục tiêu chưa đạt, có khác biệt) · 2 gọi lệnh sai · 3 đầu vào sai · 4 sổ làm việc · 5 lỗi khác · 6 không có thứ được hỏi", en: "Exit codes: 0 done · 1 an answer of “no” (a target missed, a difference found) · 2 wrong usage · 3 bad input · 4 the workspace · 5 anything else · 6 what was asked for does not exist" }
        HintHeading { vi: "gợi ý:", en: "hint:" }
        Yes { vi: "có", en: "yes" }
        No { vi: "chưa", en: "no" }
        MissingValues { vi: "chưa đủ giá trị cho {0}", en: "too few values for {0}" }
        MissingArgument { vi: "thiếu {0}", en: "{0} is missing" }
        UnknownArgument { vi: "không có tham số {0}", en: "there is no argument {0}" }
        UnknownCommand { vi: "không có lệnh “{0}”", en: "there is no command “{0}”" }
        ArgumentsExclude { vi: "không dùng {0} cùng với {1}", en: "{0} cannot be used with {1}" }
        BadValue { vi: "“{0}” không hợp lệ cho {1}", en: "“{0}” does not fit {1}" }
        BadUsage { vi: "lệnh viết chưa đúng: {0}", en: "the command is not written correctly: {0}" }
        Suggestion { vi: "có thể là: {0}", en: "perhaps: {0}" }
        SeeHelp { vi: "xem tinhgon --help, hoặc tinhgon LỆNH --help", en: "see tinhgon --help, or tinhgon COMMAND --help" }
        OverviewHint { vi: "mở trên terminal để vào màn hình làm việc; tinhgon --help liệt kê các lệnh", en: "run it on a terminal for the application; tinhgon --help lists the commands" }
        BadConfig { vi: "tệp cấu hình chưa đúng", en: "the configuration file is not right" }
        BadConfigLanguage { vi: "tệp cấu hình chưa đúng: không có ngôn ngữ “{0}”; có: vi, en", en: "the configuration file is not right: there is no language “{0}”; there are: vi, en" }
        UnknownConfig { vi: "tệp cấu hình, dòng {1}: không biết “{0}”, bỏ qua; có: {2}", en: "the configuration file, line {1}: “{0}” is not known and passed over; there are: {2}" }
        MadeUnsaid { vi: "thay đổi số {0} ĐÃ được ghi; đừng chạy lại lệnh này (tinhgon history, tinhgon undo)", en: "change {0} WAS made; do not run the command again (tinhgon history, tinhgon undo)" }
        NoTemplate { vi: "thư mục {0} không có mẫu {1}", en: "the folder {0} has no template {1}" }
        NoTemplateHint { vi: "chép mẫu đi kèm trong reports/ rồi sửa, hoặc bỏ --templates", en: "copy the shipped one from reports/ and change it, or leave --templates out" }
        NoDataFolder { vi: "không tìm thấy thư mục dữ liệu của hệ thống; hãy dùng --db TỆP", en: "the platform has no data folder; use --db FILE" }
        NoWorkspace { vi: "không có sổ làm việc ở {0}", en: "there is no workspace at {0}" }
        NoWorkspaceHint { vi: "tinhgon --db {0} init tạo mới với danh mục kèm theo", en: "tinhgon --db {0} init creates one with the shipped catalogue" }
        WorkspaceCreated { vi: "đã tạo sổ làm việc {0}", en: "created the workspace {0}" }
        CatalogueLoaded { vi: "nạp danh mục kèm theo", en: "shipped catalogue" }
        BroughtUpToDate { vi: "đã nâng sổ làm việc lên phiên bản mới, bản cũ giữ ở {0}; tinhgon init bổ sung những gì danh mục mới có thêm", en: "the workspace was brought up to date, the old one is kept as {0}; tinhgon init adds what the catalogue has besides" }
        CatalogueThere { vi: "sổ làm việc đã có đủ danh mục kèm theo, không có gì phải bổ sung", en: "the workspace has the whole shipped catalogue; there is nothing to add" }
        CatalogueFilled { vi: "bổ sung từ danh mục kèm theo: thêm {0}, điền chỗ trống {1}; những gì đã có hoặc đã xóa được giữ nguyên (tinhgon undo hoàn tác)", en: "from the shipped catalogue: {0} added, gaps filled in {1}; what was there or was removed stays as it is (tinhgon undo takes it back)" }
        FilledColumn { vi: "Điền chỗ trống", en: "Gaps filled" }
        CannotWrite { vi: "không ghi được {0}", en: "cannot write {0}" }
        CannotRead { vi: "không đọc được {0}", en: "cannot read {0}" }
        NotUtf8 { vi: "tệp không phải văn bản UTF-8", en: "the file is not UTF-8 text" }
        BadDate { vi: "“{0}” không phải là ngày; viết 2026-12-31 hoặc 31/12/2026", en: "“{0}” is no date; write 2026-12-31 or 31/12/2026" }
        UnknownKind { vi: "không có loại “{0}”; có: {1}", en: "there is no kind “{0}”; there are: {1}" }
        UnknownWord { vi: "“{0}” không có trong: {1}", en: "“{0}” is not one of: {1}" }
        UnknownEnding { vi: "không ghi được dạng .{0}; có: {1}", en: "cannot write .{0}; there are: {1}" }
        NotFound { vi: "không có {0} “{1}”", en: "there is no {0} “{1}”" }
        NotFoundHint { vi: "tinhgon list {0} liệt kê; tinhgon search “{1}” tìm theo từ", en: "tinhgon list {0} lists them; tinhgon search “{1}” looks for words" }
        NoHit { vi: "không tìm thấy; thử ít từ hơn, hoặc bỏ --kind", en: "nothing found; try fewer words, or leave out --kind" }
        BadCell { vi: "“{0}” chưa đúng; viết TÊN=GIÁ TRỊ, số không âm (tiền và số đối tượng là số nguyên), ví dụ minutes=30 hoặc times=1/3", en: "“{0}” is not right; write NAME=VALUE with a number of zero or more (money and addressees whole), for example minutes=30 or times=1/3" }
        TooLarge { vi: "tổng quá lớn, không tính được chính xác", en: "the sum is too large to compute exactly" }
        NoSheet { vi: "{0} chưa có bảng tính chi phí", en: "{0} has no cost sheet" }
        NoSheetHint { vi: "tinhgon cost draft {0} lập bảng sơ bộ", en: "tinhgon cost draft {0} makes a first one" }
        Drafted { vi: "đã lập {0} bảng tính sơ bộ, {1} dòng; mọi ô là giả định", en: "made {0} first {0:sheet|sheets}, {1} {1:row|rows}; every cell is an assumption" }
        CostChanged { vi: "{0}: {1} → {2} đ/năm", en: "{0}: {1} → {2} đ/year" }
        Removed { vi: "đã xóa {0}; tinhgon undo để lấy lại", en: "removed {0}; tinhgon undo brings it back" }
        TariffSource { vi: "từ {0}, {1}; nguồn: {2}", en: "from {0}, {1}; source: {2}" }
        TariffLine { vi: "thu nhập theo giờ: {0} ({1})", en: "income per hour: {0} ({1})" }
        ProvenanceLine { vi: "mức tin cậy: {0}", en: "provenance: {0}" }
        SourceLine { vi: "nguồn: {0}", en: "source: {0}" }
        SheetTotal { vi: "Chi phí một lần thực hiện: {0} đ; một năm: {1} đ", en: "Cost of one performance: {0} đ; per year: {1} đ" }
        RoundingNote { vi: "Tính chính xác; chỉ làm tròn một lần khi hiển thị, nửa đồng trở lên thành một đồng.", en: "Computed exactly; rounded once, when shown, half away from zero." }
        StatusCannotFollow { vi: "trạng thái {0} không đi sau {1}; có thể: {2}", en: "status {0} cannot follow {1}; it may be: {2}" }
        StatusBackwards { vi: "ngày {0} sớm hơn trạng thái trước ({1})", en: "{0} is before the status before it ({1})" }
        StatusMoved { vi: "{0}: {1}", en: "{0}: {1}" }
        EffectLine { vi: "Chi phí trước: {0} đ/năm; chỉ phương án này: còn {1}, tiết kiệm {2}; trong cả nhóm phương án: tiết kiệm thêm {3}", en: "Cost before: {0} đ/year; this measure alone: {1} left, {2} saved; within the set: {3} more saved" }
        SetEffectLine { vi: "Cả nhóm phương án của quy định này: còn {0} đ/năm, tiết kiệm {1}", en: "All measures on this regulation: {0} đ/year left, {1} saved" }
        NoBaseline { vi: "số liệu gốc không có gì để cắt giảm", en: "the baseline has nothing to cut" }
        TargetFound { vi: "{0}: {1}, phải đạt {2} % ({3})", en: "{0}: {1}, {2} % needed ({3})" }
        WithoutSheet { vi: "{0} trong {1} quy định chưa có bảng tính", en: "{0} of {1} {1:regulation|regulations} {0:has|have} no sheet" }
        MeasureIssues { vi: "{0} phương án không làm được điều đã nêu: {1}{2}", en: "{0} {0:measure|measures} cannot do what {0:it says|they say}: {1}{2}" }
        MeasuresIdle { vi: "{0} phương án không làm thay đổi gì nên không được tính: {1}{2}", en: "{0} {0:measure changes|measures change} nothing and {0:does|do} not count: {1}{2}" }
        TakenBy { vi: "{0} (vì {1})", en: "{0} (because of {1})" }
        CheckCount { vi: "phương án có tác dụng", en: "measures change something" }
        PartsMissing { vi: "phần còn thiếu của các nhóm không cộng thành phần thiếu chung: nhóm vượt mục tiêu chỉ bù cho nhóm khác trong tổng, và mỗi số được làm tròn lên", en: "what the groups miss does not add up to what the whole misses: a group beyond its target makes up for others only in the whole, and each figure is rounded up" }
        KnownProgrammes { vi: "các chương trình hiện có: {0}", en: "programmes there are: {0}" }
        CheckFrozen { vi: "số liệu gốc đã chốt", en: "baseline frozen" }
        CheckSheets { vi: "đủ bảng tính", en: "sheets complete" }
        CheckMeasures { vi: "phương án làm được", en: "measures sound" }
        FrozenThen { vi: "chốt tại ngày {0}", en: "frozen as of {0}" }
        StandIn { vi: "chưa chốt, đang lấy danh mục hiện tại", en: "not frozen, the living catalogue stands in" }
        BaselineLive { vi: "{0}: số liệu gốc chưa chốt, đang lấy danh mục hiện tại ({1} quy định, {2} có bảng tính); tinhgon baseline freeze {0}", en: "{0}: the baseline is not frozen, the living catalogue stands in ({1} {1:regulation|regulations}, {2} with a sheet); tinhgon baseline freeze {0}" }
        BaselineFrozen { vi: "{0}: số liệu gốc chốt tại ngày {1} ({2} quy định, {3} có bảng tính)", en: "{0}: baseline frozen as of {1} ({2} {2:regulation|regulations}, {3} with a sheet)" }
        Newcomers { vi: "{0}: phát sinh sau số liệu gốc, tính riêng: {1} quy định, {2} đ/năm", en: "{0}: new since the baseline, kept apart: {1} {1:regulation|regulations}, {2} đ/year" }
        Undone { vi: "đã hoàn tác thay đổi {0} ({1}): {2}", en: "took back change {0} ({1}): {2}" }
        Redone { vi: "đã làm lại thay đổi {0} ({1}): {2}", en: "did change {0} ({1}) again: {2}" }
        ChangeHead { vi: "Thay đổi {0}: {1}, {2}, lệnh {3}, {4} dòng", en: "Change {0}: {1}, {2}, command {3}, {4} {4:row|rows}" }
        ChangeDevice { vi: "Máy: {0}", en: "Device: {0}" }
        ChangeNote { vi: "Ghi chú: {0}", en: "Note: {0}" }
        ChangeUndoes { vi: "Hoàn tác thay đổi {0}", en: "Takes back change {0}" }
        ChangeDid { vi: "Nội dung", en: "What was done" }
        Unwatched { vi: "chú ý: các trigger ghi nhật ký của sổ bị thiếu hoặc bị sửa; chỉ đọc được, không ghi. Xem tinhgon doctor", en: "note: triggers that keep the journal of this workspace are missing or changed; it can be read, not written. See tinhgon doctor" }
        BackedUp { vi: "đã sao lưu ra {0}", en: "copied to {0}" }
        Restored { vi: "đã khôi phục từ {0} vào {1}", en: "restored {0} to {1}" }
        KeptBeside { vi: "bản trước đó được giữ ở {0}", en: "what was there is kept in {0}" }
        ImportedFile { vi: "{0}: thêm {1}, cập nhật {2}, không đổi {3}, bỏ {4} dòng, từ chối {5}, vấn đề {6}", en: "{0}: {1} added, {2} updated, {3} unchanged, {4} {4:row|rows} removed, {5} refused, {6} {6:problem|problems}" }
        DryRun { vi: "chạy thử: không ghi gì", en: "dry run: nothing was written" }
        CoverageLine { vi: "  {0}: {1} / {2} ({3})", en: "  {0}: {1} of {2} ({3})" }
        MoreProblems { vi: "… và {0} nữa; -v để xem thêm, --format json cho máy đọc", en: "… and {0} more; -v shows more, --format json is for programs" }
        MoreChanges { vi: "… và {0} dòng nữa; -v để xem tất cả", en: "… and {0} more; -v shows all" }
        ImportFailed { vi: "tệp này không được nhập gì cả; {0} tệp khác đã nhập", en: "nothing of this file was taken in; {0} other {0:file was|files were}" }
        Code { vi: "Mã", en: "Code" }
        KindColumn { vi: "Loại", en: "Kind" }
        OldPlace { vi: "Vị trí cũ", en: "Old place" }
        NewPlace { vi: "Vị trí mới", en: "New place" }
        OldText { vi: "Nội dung cũ", en: "Old text" }
        NewText { vi: "Nội dung mới", en: "New text" }
        Name { vi: "Tên", en: "Name" }
        Title { vi: "Tiêu đề", en: "Title" }
        NoInstrumentNumber { vi: "“{0}” không phải là số hiệu văn bản (ví dụ 123/2015/NĐ-CP)", en: "“{0}” is no number of an instrument (such as 123/2015/NĐ-CP)" }
        UnknownReport { vi: "không có tài liệu “{0}”; có: {1}", en: "there is no document “{0}”; there are: {1}" }
        PdfHint { vi: "xuất .docx hoặc .html rồi in ra PDF (ví dụ `libreoffice --convert-to pdf`)", en: "write .docx or .html and print it to PDF (for example `libreoffice --convert-to pdf`)" }
        FieldColumn { vi: "Trường", en: "Field" }
        ValueColumn { vi: "Giá trị", en: "Value" }
        FileColumn { vi: "Tệp", en: "File" }
        AddedColumn { vi: "Thêm", en: "Added" }
        UpdatedColumn { vi: "Cập nhật", en: "Updated" }
        RemovedColumn { vi: "Xóa", en: "Removed" }
        WrittenToFolder { vi: "đã ghi ra thư mục {0}; lịch sử thay đổi không nằm trong đó (dùng tinhgon backup)", en: "written to the folder {0}; the history of changes is not in it (use tinhgon backup)" }
        UnchangedColumn { vi: "Không đổi", en: "Unchanged" }
        ProblemsColumn { vi: "Vấn đề", en: "Problems" }
        NameEn { vi: "Tên tiếng Anh", en: "English name" }
        AlsoNamed { vi: "Tên khác, tên trước đây", en: "Also named, formerly" }
        OfficialCode { vi: "Mã đơn vị hành chính", en: "Official code" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Field { vi: "Lĩnh vực", en: "Field" }
        Status { vi: "Trạng thái", en: "Status" }
        Since { vi: "Từ ngày", en: "Since" }
        SheetRows { vi: "Dòng chi phí", en: "Sheet rows" }
        Measures { vi: "Phương án", en: "Measures" }
        AnnualCost { vi: "Chi phí (đ/năm)", en: "Cost (đ/year)" }
        Number { vi: "Số ký hiệu", en: "Number" }
        Issuer { vi: "Cơ quan ban hành", en: "Issuer" }
        Issued { vi: "Ban hành", en: "Issued" }
        Effective { vi: "Hiệu lực", en: "Effective" }
        Expired { vi: "Hết hiệu lực", en: "Expired" }
        Versions { vi: "Số bản", en: "Versions" }
        VersionsTitle { vi: "Các bản", en: "Versions" }
        Procedures { vi: "Thủ tục căn cứ", en: "Procedures" }
        VersionSays { vi: "{0} · {1} Điều, {2} khoản, {3} điểm", en: "{0} · {1} Điều, {2} khoản, {3} điểm" }
        NoVersion { vi: "văn bản {0} không có bản “{1}”; có: {2}", en: "instrument {0} has no version “{1}”; there are: {2}" }
        NoText { vi: "chưa có toàn văn của {0}", en: "there is no text of {0} yet" }
        NoTextHint { vi: "tinhgon import TỆP.txt nhập toàn văn văn bản", en: "tinhgon import FILE.txt takes in the text of an instrument" }
        NoProvision { vi: "{0}, bản “{1}”, không có “{2}”", en: "{0}, version “{1}”, has no “{2}”" }
        NoPlace { vi: "“{0}” chưa phải là một điều khoản; viết ví dụ “điểm a khoản 1 Điều 2”", en: "“{0}” is no provision; write for example “điểm a khoản 1 Điều 2”" }
        OnlyInstruments { vi: "--provision và --version chỉ dùng cho instrument", en: "--provision and --version are for instruments only" }
        Programme { vi: "Chương trình", en: "Programme" }
        BaselineDate { vi: "Ngày cơ sở", en: "Baseline date" }
        Target { vi: "Mục tiêu", en: "Target" }
        Metric { vi: "Chỉ tiêu", en: "Metric" }
        TargetPercent { vi: "Phải đạt", en: "To reach" }
        Due { vi: "Hạn", en: "Due" }
        From { vi: "Từ ngày", en: "From" }
        Value { vi: "Giá trị", en: "Value" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Provenance { vi: "Mức tin cậy", en: "Provenance" }
        Source { vi: "Nguồn", en: "Source" }
        CountsAs { vi: "Tính là", en: "Counts as" }
        Order { vi: "Thứ tự", en: "Order" }
        Targets { vi: "Đích", en: "Targets" }
        Values { vi: "Giá trị", en: "Values" }
        Members { vi: "Các thủ tục", en: "Procedures" }
        Excerpt { vi: "Trích", en: "Excerpt" }
        Group { vi: "Nhóm", en: "Group" }
        Regulations { vi: "Quy định", en: "Regulations" }
        WithSheet { vi: "Có bảng tính", en: "With sheet" }
        Total { vi: "Tổng", en: "Total" }
        NotStated { vi: "(chưa rõ)", en: "(not stated)" }
        Row { vi: "Dòng", en: "Row" }
        Reason { vi: "Lý do", en: "Reason" }
        Procedure { vi: "Thủ tục hành chính", en: "Procedure" }
        Regulation { vi: "Quy định", en: "Regulation" }
        Content { vi: "Nội dung", en: "Content" }
        Person { vi: "Người phụ trách", en: "Person" }
        SavedAlone { vi: "Tiết kiệm riêng", en: "Saved alone" }
        Edits { vi: "Sửa đổi", en: "Edits" }
        Level { vi: "Cấp văn bản", en: "Level" }
        Weight { vi: "Mức khó", en: "Weight" }
        Effort { vi: "Công sức", en: "Effort" }
        SavedShare { vi: "Phần đóng góp", en: "Fair share" }
        ShareHours { vi: "Phần đóng góp (giờ)", en: "Fair share (hours)" }
        ShareLine { vi: "Phần đóng góp trong tổng tiết kiệm của nhóm (các phần cộng lại đúng bằng tổng): {0} đ/năm, {1} giờ làm việc", en: "Fair share of what the set saves (the shares add up to it): {0} đ/year, {1} {1:working hour|working hours}" }
        SavedWithin { vi: "Trong nhóm", en: "Within the set" }
        Evidence { vi: "Căn cứ", en: "Evidence" }
        Provision { vi: "Điều khoản", en: "Provision" }
        Instrument { vi: "Văn bản", en: "Instrument" }
        Authority { vi: "Thẩm quyền sửa", en: "Authority" }
        CurrentText { vi: "Hiện hành", en: "Current" }
        ProposedText { vi: "Đề xuất", en: "Proposed" }
        Note { vi: "Ghi chú", en: "Note" }
        Stage { vi: "Giai đoạn", en: "Stage" }
        Baseline { vi: "Gốc", en: "Baseline" }
        Achieved { vi: "Đạt được", en: "Achieved" }
        Percent { vi: "Tỷ lệ", en: "Percent" }
        Gap { vi: "Còn thiếu", en: "Gap" }
        Planned { vi: "Dự kiến", en: "Planned" }
        Approved { vi: "Đã phê duyệt", en: "Approved" }
        InForce { vi: "Đã thực thi", en: "In force" }
        GapInForce { vi: "Còn thiếu (đã thực thi)", en: "Missing (in force)" }
        Met { vi: "Đạt", en: "Met" }
        CheckColumn { vi: "Kiểm tra", en: "Check" }
        Passed { vi: "Đạt", en: "Passed" }
        Found { vi: "Thấy", en: "Found" }
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
        SeverityProblem { vi: "hỏng", en: "problem" }
        SeverityColumn { vi: "Mức", en: "Severity" }
        Decision { vi: "Quyết định công bố", en: "Announced by" }
        Levels { vi: "Cấp thực hiện", en: "Levels" }
        Category { vi: "Loại thủ tục", en: "Type" }
        Addressees { vi: "Đối tượng", en: "Addressees" }
        DecidingAgency { vi: "Cơ quan có thẩm quyền", en: "Deciding agency" }
        PerformingAgency { vi: "Cơ quan thực hiện", en: "Performing agency" }
        CooperatingAgency { vi: "Cơ quan phối hợp", en: "Co-operating agency" }
        Address { vi: "Nơi tiếp nhận", en: "Received at" }
        OnlineLevel { vi: "Mức độ trực tuyến", en: "Online level" }
        Dossiers { vi: "Số bộ hồ sơ", en: "Number of dossiers" }
        Url { vi: "Địa chỉ", en: "Address of the record" }
        Channels { vi: "Cách thức thực hiện", en: "Ways to submit" }
        Components { vi: "Thành phần hồ sơ", en: "Dossier components" }
        Bases { vi: "Căn cứ pháp lý", en: "Legal bases" }
        Results { vi: "Kết quả", en: "Results" }
        Steps { vi: "Trình tự thực hiện", en: "Steps" }
        Requirements { vi: "Yêu cầu, điều kiện", en: "Requirements and conditions" }
        Verbatim { vi: "Nguyên văn, chưa tách được", en: "Verbatim, not taken apart" }
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
        ReferenceGone { vi: "Không còn", en: "Gone" }
        ReachItself { vi: "chính nó", en: "itself" }
        ReachRange { vi: "khoảng chứa nó", en: "a range over it" }
        ReachHolder { vi: "đơn vị chứa nó", en: "what holds it" }
        GoneWhole { vi: "toàn bộ", en: "all of it" }
        InstrumentOwn { vi: "văn bản này", en: "this instrument" }
        RangeUntil { vi: "{0} đến {1}", en: "{0} to {1}" }
        StateResolved { vi: "có", en: "resolved" }
        StateElsewhere { vi: "văn bản khác", en: "another instrument" }
        NoSuchPlace { vi: "không có {0}", en: "there is no {0}" }
        NoHolder { vi: "không rõ {0} này thuộc đơn vị nào", en: "it is not said what holds this {0}" }
        UnknownName { vi: "danh mục không có văn bản tên “{0}”", en: "the catalogue has no instrument named “{0}”" }
        AmbiguousName { vi: "nhiều văn bản tên “{0}”: {1}", en: "several instruments are named “{0}”: {1}" }
        AmendedUnsaid { vi: "không rõ văn bản được sửa đổi", en: "the amended instrument is not named" }
        BadAddress { vi: "“{0}” không phải là một vị trí; viết như điểm a khoản 1 Điều 2", en: "“{0}” is no place; write it as điểm a khoản 1 Điều 2" }
    }
}
