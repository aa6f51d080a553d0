//! Help of `law`, and of the encodings of texts.

/// Help texts: path, Vietnamese, English.
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "law",
        "Văn bản quy phạm pháp luật: cấu trúc, so sánh, sửa đổi, hợp nhất, soạn thảo",
        "The law as structure: parse, compare, amend, consolidate, draft",
    ),
    (
        "law operations",
        "Văn bản sửa đổi những gì, nội dung nào chưa xác định được (mã thoát 1 nếu có)",
        "What an amending instrument does, and what could not be resolved (exit code 1 if anything)",
    ),
    ("law operations/file", "Tệp văn bản sửa đổi; - là đầu vào chuẩn", "The amending instrument; - is standard input"),
    (
        "law apply",
        "Hợp nhất: áp dụng các văn bản sửa đổi vào văn bản gốc (mã thoát 1 nếu có nội dung không áp dụng được)",
        "Consolidate: apply amending instruments to their base (exit code 1 if something could not be applied)",
    ),
    ("law apply/base", "Văn bản gốc", "The base instrument"),
    ("law apply/amending", "Các văn bản sửa đổi", "The amending instruments"),
    ("law apply/as_of", "Đến ngày nào (mặc định: mọi sửa đổi)", "As of which day (default: all amendments)"),
    (
        "law apply/number",
        "Số, ký hiệu của văn bản gốc, khi tệp không ghi",
        "The number of the base, where the file does not say it",
    ),
    (
        "law apply/against",
        "So với văn bản hợp nhất đã công bố: liệt kê từng chỗ khác nhau (mã thoát 1 nếu có)",
        "Compare with a published consolidation: list each difference (exit code 1 if any)",
    ),
    (
        "law apply/track",
        "Ghi nội dung sửa đổi thành thay đổi được theo dõi dưới tên văn bản sửa đổi (chỉ Word)",
        "What the amendments change as tracked changes under their names (Word only)",
    ),
    (
        "law apply/fixes",
        "Tệp trả lời các nội dung chưa xác định được hoặc không áp dụng được: nhận lời văn nào, bỏ qua vì sao",
        "A file that answers what is unresolved or could not be applied: which order to take, or why to pass it over",
    ),
    (
        "law apply/review",
        "Ghi các nội dung còn phải trả lời thành tệp để điền, dùng cho --fixes",
        "Write what is left to answer as a file to fill in, for --fixes",
    ),
    (
        "law apply/save",
        "Lưu kết quả vào tệp dữ liệu làm bản “consolidated NGÀY” của văn bản gốc (NGÀY: --as-of, hoặc ngày có hiệu lực cuối cùng)",
        "Save the result in the data file as version “consolidated DATE” of the base (DATE: --as-of, or the last day of effect)",
    ),
    (
        "law draft",
        "Soạn dự thảo văn bản sửa đổi, bổ sung từ văn bản gốc và văn bản đã chỉnh lý; nhiều cặp thì một văn bản sửa nhiều văn bản",
        "Draft the amending instrument that turns a base into its edited text; several pairs give one instrument amending many",
    ),
    ("law draft/files", "Từng cặp: văn bản gốc, văn bản đã chỉnh lý", "Pairs: base, edited"),
    (
        "law draft/measures",
        "Soạn từ các phương án (nội dung đề xuất), mỗi văn bản một điều; lọc bằng --agency, --regulation, --stage, --scenario",
        "Draft from measures (their proposed texts), one Điều an instrument; filter with --agency, --regulation, --stage, --scenario",
    ),
    ("law draft/agency", "Soạn từ các phương án của cơ quan này", "Draft from the measures of this agency"),
    ("law draft/regulation", "Soạn từ các phương án về quy định này", "Draft from the measures on this regulation"),
    ("law draft/scenario", "Soạn từ các phương án của kịch bản này", "Draft from the measures of this scenario"),
    (
        "law draft/stage",
        "Phương án dự kiến (planned, mặc định), đã phê duyệt (approved) hay đã thực thi (in-force)",
        "Measures planned, approved or in force: planned, approved, in-force (default: planned)",
    ),
    ("law draft/number", "Số, ký hiệu của văn bản sửa đổi", "The number of the amending instrument"),
    (
        "law draft/base_number",
        "Số, ký hiệu của văn bản gốc, khi tệp không ghi",
        "The number of the base, where the file does not say it",
    ),
    ("law draft/place", "Nơi ban hành", "The place of issue"),
    ("law draft/issued", "Ngày ban hành", "The date of issue"),
    ("law draft/effective", "Ngày có hiệu lực", "The date of effect"),
    (
        "law draft/local",
        "Do cơ quan địa phương ban hành (hiệu lực sau ít nhất 10 ngày)",
        "A local body issues it (effect after at least 10 days)",
    ),
    ("law draft/shortened", "Theo thủ tục rút gọn", "Under the shortened procedure"),
    (
        "law outline",
        "Cấu trúc của một văn bản: phần đầu, rồi từng chương, điều, khoản, điểm; cuối cùng là chỗ cần xem lại",
        "The structure of an instrument: its head, then each Chương, Điều, khoản, điểm; at the end what to review",
    ),
    (
        "law outline/file",
        "Tệp .txt, .md, .html, .docx, Akoma Ntoso (.xml) hoặc .pdf có lớp chữ; - là đầu vào chuẩn",
        "A .txt, .md, .html, .docx or Akoma Ntoso (.xml) file, or a .pdf with a text layer; - is standard input",
    ),
    (
        "*/encoding",
        "Mã chữ cũ của tệp văn bản: tcvn3 (.VnTime), vni, windows-1258 hoặc utf8-twice (UTF-8 mã hai lần); không nêu thì tự nhận khi chắc chắn",
        "The old encoding of the text of an instrument: tcvn3 (.VnTime), vni, windows-1258 or utf8-twice (UTF-8 encoded again); by default recognised where certain",
    ),
    ("law outline/count", "Chỉ đếm số điều khoản mỗi cấp", "Only count the units of each level"),
    (
        "law outline/dropped",
        "Chỉ liệt kê các dòng của trang in đã bỏ: đầu trang công báo, số trang, dấu ký số",
        "Only list what was taken out of printed pages: running heads of the gazette, page numbers, stamps of signatures",
    ),
    (
        "law compare",
        "So sánh hai bản của một văn bản theo từng điều, khoản, điểm và từng từ (mã thoát 1 nếu khác nhau)",
        "Compare two versions of an instrument by provision and by word (exit code 1 where they differ)",
    ),
    ("law compare/old", "Tệp của bản hiện hành", "File of the current version"),
    ("law compare/new", "Tệp của bản đề xuất", "File of the proposed version"),
    (
        "law compare/view",
        "Cách trình bày: words (mặc định), unified, side hoặc table (bảng so sánh); đuôi tệp của -o: .md, .html, .docx, .pdf, .json, .csv, .txt",
        "Layout: words (default), unified, side or table; endings for -o: .md, .html, .docx, .pdf, .json, .csv, .txt",
    ),
    ("law compare/all", "Cả những chỗ không thay đổi", "What did not change too"),
    (
        "law compare/loose",
        "Bỏ qua khác biệt về dấu câu, ngoặc kép và cách đặt dấu thanh (uỷ, ủy)",
        "Ignore punctuation, quotation marks and the placing of tones (uỷ, ủy)",
    ),
    (
        "law at",
        "Ngày nào, điều khoản nào có hiệu lực ra sao, theo văn bản nào; tính từ các văn bản đã nhập (mã thoát 1 nếu có nội dung cần xem lại)",
        "What holds at a provision on a day and by which instrument, from the imported texts (exit code 1 if something is for review)",
    ),
    (
        "law at/what",
        "Ngày và điều khoản (\"khoản 3 Điều 22 Thông tư số 39/2016/TT-NHNN\"); hoặc địa chỉ cố định 39/2016/TT-NHNN#k3-d22@2027-03-01 (không nêu ngày là hôm nay)",
        "The day and the provision (\"khoản 3 Điều 22 Thông tư số 39/2016/TT-NHNN\"); or a stable address 39/2016/TT-NHNN#k3-d22@2027-03-01 (without a day, today)",
    ),
    (
        "law export",
        "Kết xuất văn bản sang Akoma Ntoso 3.0 (XML): thông tin văn bản, điều khoản, phụ lục, nội dung sửa đổi; law outline đọc lại được",
        "Export an instrument as Akoma Ntoso 3.0 (XML): metadata, provisions, annexes, modifications; law outline reads it back",
    ),
    (
        "law export/what",
        "Tệp văn bản; hoặc số, ký hiệu của văn bản trong tệp dữ liệu (bản đang áp dụng)",
        "The file of the instrument; or its number in the data file (the version that applies)",
    ),
    (
        "law export/amending",
        "Các văn bản sửa đổi: kết xuất bản hợp nhất, ghi rõ chỗ nào do văn bản nào sửa",
        "Instruments that amend it: the consolidated text, with what each of them changed",
    ),
    ("law export/form", "Định dạng: akn (Akoma Ntoso 3.0)", "The form: akn (Akoma Ntoso 3.0)"),
    (
        "law export/as_of",
        "Đến ngày nào; với văn bản trong tệp dữ liệu thì hợp nhất bằng các văn bản đã nhập",
        "As of which day; an instrument of the data file is consolidated with those that were imported",
    ),
    ("law export/number", "Số, ký hiệu, khi tệp không ghi", "The number, where the file does not say it"),
    ("law export/issued", "Ngày ban hành, khi tệp không ghi", "The day of issue, where the file does not say it"),
    (
        "law export/fixes",
        "Tệp trả lời các nội dung cần xem lại, như của law apply",
        "A file that answers what is for review, as of law apply",
    ),
    (
        "law references",
        "Các viện dẫn trong một văn bản: ở đâu, đến đâu, có hay không",
        "What an instrument cites: where, what, and whether it exists",
    ),
    ("law references/file", "Tệp văn bản", "The instrument"),
    (
        "law references/to",
        "Chỉ những viện dẫn đến điều khoản này, ví dụ \"điểm a khoản 1 Điều 2\"",
        "Only what cites this provision, for example \"điểm a khoản 1 Điều 2\"",
    ),
    (
        "law references/repealed",
        "Nếu bãi bỏ các điều khoản này, viện dẫn nào không còn điều khoản để viện dẫn (mã thoát 1 nếu có)",
        "Which citations would lose their provision if these are repealed (exit code 1 if any)",
    ),
    (
        "law references/beside",
        "Các văn bản khác để tìm viện dẫn đến văn bản này",
        "Other instruments to search for citations",
    ),
    (
        "law references/catalogue",
        "Xét cả bản đang áp dụng của mọi văn bản trong tệp dữ liệu",
        "Look also at what applies of every instrument of the data file",
    ),
];
