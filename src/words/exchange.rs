//! What the room `exchange` says.

crate::messages! {
    /// Messages about files of others.
    ExchangeMessage {
        NoLaw { vi: "không đọc được điều nào trong tệp này", en: "no Điều can be read in this file" }
        NoLawHint { vi: "cần toàn văn một văn bản quy phạm pháp luật: số, tên, các điều; danh mục thì nhập từ toml, json, jsonl, csv, xlsx", en: "the whole text of an instrument is needed: number, title, its Điều; lists are imported from toml, json, jsonl, csv, xlsx" }
        NoInstrumentNumber { vi: "văn bản không nêu số, ký hiệu", en: "the text does not state the number of the instrument" }
        BaseUnsaid { vi: "đây là văn bản hợp nhất nhưng không nêu rõ văn bản gốc", en: "this is a consolidated text, and its base is not stated" }
        BaseUnsaidHint { vi: "thêm --instrument SỐ của văn bản được hợp nhất", en: "add --instrument NUMBER of the base instrument" }
        NoInstrumentNumberHint { vi: "thêm --instrument SỐ, hoặc đặt tên tệp theo số, ký hiệu, ví dụ 123-2015-NĐ-CP.txt", en: "add --instrument NUMBER, or name the file by it, such as 123-2015-NĐ-CP.txt" }
        TooLarge { vi: "tệp có {0} MiB, giới hạn là {1} MiB", en: "the file has {0} MiB, the limit is {1} MiB" }
        EmptyFile { vi: "tệp trống, không có bản ghi nào", en: "the file is empty, without any record" }
        Utf16 { vi: "văn bản ở mã UTF-16, cần UTF-8", en: "the text is in UTF-16, UTF-8 is needed" }
        NotUtf8 { vi: "văn bản không ở mã UTF-8", en: "the text is not UTF-8" }
        CannotWriteFile { vi: "không ghi được tệp {0}", en: "cannot write the file {0}" }
        OutputIsInput { vi: "không ghi vào {0}: đó là tệp {1} mà lệnh này đọc hoặc phải giữ", en: "{0} is not written: it is the file {1}, which this command reads or must keep" }
        OutputIsInputHint { vi: "chọn tên khác cho -o; chưa có gì được đọc hay ghi", en: "choose another name for -o; nothing was read or written" }
        OutputIsFolder { vi: "{0} là tên một thư mục, không ghi thành tệp được", en: "{0} names a folder, not a file that can be written" }
        OutputIsFolderHint { vi: "thêm tên tệp; lệnh ghi ra thư mục (report all, report dashboard) cần tên một thư mục mới; xuất cả danh mục bằng: tinhgon export all --to THƯ-MỤC", en: "add the name of a file; what writes a folder (report all, report dashboard) needs the name of a new one; for the whole catalogue, run: tinhgon export all --to FOLDER" }
        ForeignFile { vi: "không ghi {0}: ở đó có một tệp không do tinhgon ghi ra", en: "{0} is not written: a file is there that tinhgon did not write" }
        ForeignFileHint { vi: "chuyển tệp đó đi nơi khác, hoặc chọn thư mục khác; chưa có gì được ghi", en: "move that file away, or choose another folder; nothing was written" }
        Unfinished { vi: "thư mục này chưa được ghi xong", en: "this folder was not written to its end" }
        UnfinishedHint { vi: "xuất lại bằng: tinhgon export all --to …, rồi thử lại", en: "to write it again, run: tinhgon export all --to …, then try again" }
        NoDocuments { vi: "thư mục này không có tệp nào của tinhgon", en: "there is no file of tinhgon in this folder" }
        NoDocumentsHint { vi: "cần thư mục do tinhgon export all --to ghi ra (mỗi loại một thư mục con, tệp .toml); từng tệp thì nêu tên tệp", en: "a folder as tinhgon export all --to writes it is needed (a subfolder a kind, .toml files); for single files give the names" }
        TwoFiles { vi: "nội dung này đã có ở {0}", en: "this is in {0} already" }
        CannotWrite { vi: "không ghi được dạng {0}", en: "cannot write {0}" }
        BadToml { vi: "không đọc được tệp TOML này", en: "this TOML file cannot be read" }
        BadTomlHint { vi: "so với tệp mẫu bằng: tinhgon export … -o mẫu.toml", en: "compare it with a sample, run: tinhgon export … -o sample.toml" }
        BadJsonDocument { vi: "không đọc được tệp JSON này", en: "this JSON file cannot be read" }
        BadJson { vi: "dòng không phải là JSON đúng", en: "the line is not valid JSON" }
        BadJsonDocumentHint { vi: "so với tệp mẫu bằng: tinhgon export … -o mẫu.json", en: "compare it with a sample, run: tinhgon export … -o sample.json" }
        BadJsonHint { vi: "cần mỗi dòng một đối tượng JSON trọn vẹn {…}; sửa dòng này rồi nhập lại, chưa có gì được nhập", en: "each line must be one whole JSON object {…}; correct this line and import again, nothing was imported" }
        NewerDocument { vi: "tệp theo lược đồ phiên bản {0}, bản này hiểu đến {1}", en: "the file has schema version {0}, this tinhgon knows up to {1}" }
        BadValue { vi: "giá trị không hợp lệ", en: "a value is not valid" }
        BadRow { vi: "dòng này không đọc được", en: "this row cannot be read" }
        BadRowHint { vi: "so với tệp do tinhgon export tạo ra: cùng tên cột, cùng cách ghi", en: "compare it with what tinhgon export writes: the same columns, the same way of writing" }
        NoPopulationTable { vi: "không thấy hàng tiêu đề có cột mã và cột số đối tượng (hoặc số hồ sơ); các tên cột đọc được nằm trong catalog/population-table.toml", en: "there is no row of heads with a column of codes and one of how many comply (or files received); the names that are read stand in catalog/population-table.toml" }
        PopulationTwice { vi: "mã {0} có hai lần trong bảng số đối tượng; giữ một dòng rồi nhập lại", en: "code {0} stands twice in the table of populations; keep one row and import again" }
        BadCell { vi: "cột “{0}”: “{1}” không đọc được", en: "column “{0}”: “{1}” cannot be read" }
        WholeHint { vi: "cần một số nguyên viết liền, ví dụ 50000", en: "a whole number without separators is expected, for example 50000" }
        ExactHint { vi: "cần một số đọc theo một cách, ví dụ 0,5 hoặc 1/3; số có ba chữ số sau dấu chấm hoặc phẩy thì viết liền hoặc viết phân số", en: "a number that reads in one way is expected, for example 0.5 or 1/3; write three digits behind a point or comma without it, or as a fraction" }
        FlagHint { vi: "cần true hoặc false", en: "true or false is expected" }
        BadCsv { vi: "tệp CSV không đọc được", en: "the CSV file cannot be read" }
        NoNounColumn { vi: "không nhận dạng được tệp: cột đầu không phải “noun”, không có ánh xạ nào khớp với các cột", en: "the file is not recognised: the first column is not “noun”, and no mapping fits its columns" }
        NoNounColumnHint { vi: "chỉ từng cột là gì bằng: tinhgon import TỆP --map; hoặc chép vào bảng mẫu: tinhgon template procedure -o mau.xlsx", en: "to say what each column is, run: tinhgon import FILE --map; or copy into an empty table: tinhgon template procedure -o table.xlsx" }
        BadXlsx { vi: "tệp Excel bị hỏng hoặc bị cắt", en: "the workbook is damaged or cut off" }
        UnknownKind { vi: "không biết đọc tệp .{0}; đọc được: {1}", en: "cannot read .{0} files; can read: {1}" }
        CannotOpen { vi: "không đọc được tệp", en: "the file cannot be read" }
        NoPlainFile { vi: "đây không phải là một tệp thông thường", en: "not a regular file" }
        NoPlainFileHint { vi: "nêu đường dẫn của một tệp dữ liệu", en: "give the path of a data file" }
        EmptyFileHint { vi: "kiểm tra tệp đã tải về hoặc sao chép trọn vẹn chưa", en: "check that the file was downloaded or copied whole" }
        TooLargeHint { vi: "chia tệp thành nhiều tệp nhỏ hơn", en: "split the file into smaller ones" }
        OldOffice { vi: "đây là tệp Office kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu, không phải .xlsx", en: "this is an old Office file (.doc, .xls) or one with a password, not .xlsx" }
        OldOfficeHint { vi: "mở bằng LibreOffice hoặc Excel rồi lưu thành .xlsx, không đặt mật khẩu", en: "open it in LibreOffice or Excel and save it as .xlsx without a password" }
        NotUtf8Hint { vi: "lưu lại tệp với mã UTF-8", en: "save the file again as UTF-8" }
        WebPage { vi: "đây là trang web, không phải tệp bản ghi", en: "this is a web page, not a file of records" }
        Pdf { vi: "đây là tệp PDF, không phải tệp bản ghi", en: "this is a PDF, not a file of records" }
        WebPageHint { vi: "cần tệp JSONL (mỗi dòng một bản ghi), .xlsx hoặc .csv", en: "a JSONL file (one record a line), .xlsx or .csv is needed" }
        BrokenArchive { vi: "tệp bảng tính bị cắt cụt hoặc hỏng", en: "the workbook is cut off or damaged" }
        BrokenArchiveHint { vi: "tải lại tệp, hoặc mở rồi lưu lại bằng LibreOffice hoặc Excel", en: "download it again, or open and save it in LibreOffice or Excel" }
        UnpackedTooLarge { vi: "tệp .xlsx bung ra {0} MiB, giới hạn là {1} MiB", en: "the .xlsx file unpacks to {0} MiB, the limit is {1} MiB" }
        LineTooLong { vi: "dòng dài hơn {0} MiB", en: "the line is longer than {0} MiB" }
        LineTooLongHint { vi: "cần mỗi dòng một bản ghi; có thể tệp thiếu dấu xuống dòng", en: "one record a line is needed; the file may lack its line ends" }
        CellTooLong { vi: "ô “{0}” có {1} ký tự, giới hạn là {2}", en: "cell “{0}” has {1} characters, the limit is {2}" }
        TooManyRows { vi: "tệp có hơn {0} bản ghi", en: "the file has more than {0} {0:record|records}" }
        TooDeep { vi: "JSON lồng quá {0} tầng", en: "the JSON is nested deeper than {0} {0:level|levels}" }
        TooDeepHint { vi: "bản ghi thủ tục chỉ cần vài tầng; kiểm tra đây có đúng là tệp bản ghi không", en: "a record needs few levels; check that this is a file of records" }
        CutJson { vi: "JSON bị cắt giữa chừng", en: "the JSON is cut off" }
        NoObject { vi: "dòng không phải là một đối tượng JSON {…}", en: "the line is not a JSON object {…}" }
        NotText { vi: "“{0}” phải là văn bản", en: "“{0}” must be text" }
        NotTable { vi: "“{0}” phải là danh sách các dòng", en: "“{0}” must be a list of rows" }
        NoCode { vi: "bản ghi không có mã (“{0}”)", en: "the record has no code (“{0}”)" }
        BadCode { vi: "“{0}” không phải là mã thủ tục", en: "“{0}” is not the code of a procedure" }
        NoName { vi: "bản ghi {0} không có tên (“{1}”)", en: "record {0} has no name (“{1}”)" }
        RecordHint { vi: "sửa bản ghi này rồi nhập lại; chưa có gì của tệp được nhập", en: "correct this record and import again; nothing of the file was imported" }
        UnknownLayout { vi: "không nhận dạng được cấu trúc tệp. Gần nhất: “{0}” (cần cột: {1}). Tệp có cột: {2}", en: "the layout of the file is not recognised. Nearest: “{0}” (needs: {1}). The file has: {2}" }
        OtherLayout { vi: "tệp không hợp với ánh xạ “{0}” (cần cột: {1}). Tệp có cột: {2}", en: "the file does not fit mapping “{0}” (needs: {1}). The file has: {2}" }
        UnknownLayoutHint { vi: "chỉ từng cột là gì bằng: tinhgon import TỆP --map; hoặc chép vào bảng mẫu: tinhgon template procedure -o mau.xlsx", en: "to say what each column is, run: tinhgon import FILE --map; or copy into an empty table: tinhgon template procedure -o table.xlsx" }
        OtherFormat { vi: "ánh xạ “{0}” không đọc tệp kiểu {1}", en: "mapping “{0}” does not read {1} files" }
        NoRoomBeside { vi: "không ghi được tệp tạm trong khi đọc", en: "the file in which records wait while a file is read cannot be used" }
        NoRecords { vi: "tệp có tiêu đề nhưng không có bản ghi nào", en: "the file has a header but no record" }
        BadCsvHint { vi: "kiểm tra dấu ngoặc kép và dấu phẩy quanh dòng này", en: "check quotes and commas around this line" }
        BadMapping { vi: "tệp ánh xạ không đúng", en: "the mapping file is not valid" }
        BadMappingHint { vi: "xem các tệp mẫu trong catalog/mappings", en: "see the examples in catalog/mappings" }
        MappingLacks { vi: "ánh xạ “{0}” thiếu “{1}”", en: "mapping “{0}” lacks “{1}”" }
        MappingMisfit { vi: "ánh xạ “{0}”: cách chuyển của “{1}” không hợp với trường được ghi", en: "mapping “{0}”: the transformation of “{1}” does not fit its field" }
        OtherCode { vi: "trong phần “{0}” có mã của thủ tục khác: {1}", en: "part “{0}” holds the code of another procedure: {1}" }
        NoAgency { vi: "số quyết định “{0}” không cho biết cơ quan", en: "the number of the decision, “{0}”, names no known agency" }
        NumericCode { vi: "mã {0} là số chứ không phải văn bản; đã viết lại với sáu chữ số", en: "code {0} was a number, not text; it was written with six digits again" }
        MendedCode { vi: "mã “{0}” viết lại thành {1}", en: "code “{0}” was written as {1}" }
        LocalCode { vi: "{0} là thủ tục {1} do địa phương công bố; tính là một thủ tục", en: "{0} is procedure {1} as announced locally; they are one procedure" }
        OddCode { vi: "mã {0} không có dạng N.NNNNNN", en: "code {0} is not of the form N.NNNNNN" }
        RowSkipped { vi: "bỏ qua dòng không phải bản ghi", en: "a row that is not a record was skipped" }
        NotTakenApart { vi: "không tách được phần “{0}”; giữ nguyên văn", en: "part “{0}” could not be parsed; it is kept verbatim" }
        UnknownMode { vi: "không rõ hình thức nộp “{0}”; giữ nguyên văn", en: "submission channel “{0}” is not known; the row is kept verbatim" }
        CoverRecords { vi: "Bản ghi đọc được", en: "Records read" }
        CoverChannels { vi: "Cách thức thực hiện có thời hạn", en: "Channels with a time limit" }
        CoverStated { vi: "Thời hạn đã nhận dạng", en: "Stated time limits recognised" }
        CoverFees { vi: "Mức phí đã nhận dạng", en: "Fees recognised" }
        CoverComponents { vi: "Thành phần hồ sơ có số bản và loại bản", en: "Components with number and kind" }
        CoverBases { vi: "Căn cứ có số, ký hiệu", en: "Legal bases with a number" }
        CoverResults { vi: "Kết quả có mã", en: "Results with a code" }
        IsArchive { vi: "tệp là kho nén (như .xlsx, .docx), không phải văn bản", en: "the file is an archive (such as .xlsx or .docx), not text" }
        IsArchiveHint { vi: "đặt lại đuôi tệp cho đúng", en: "give the file its right ending" }
        NoMapping { vi: "không có ánh xạ “{0}”; có: {1}", en: "there is no mapping “{0}”; there are: {1}" }
        NotAWorkbook { vi: "tệp không phải là bảng tính .xlsx, .xls hoặc .ods (có thể là .docx hoặc văn bản đổi đuôi)", en: "the file is not an .xlsx workbook (it may be a .docx or a text with another ending)" }
        NotAWorkbookHint { vi: "mở tệp bằng chương trình đã tạo ra nó và lưu thành .xlsx", en: "open it with the program that made it and save it as .xlsx" }
        OldWord { vi: "đây là tệp Word kiểu cũ (.doc) hoặc tệp có mật khẩu, dù đuôi tệp là gì", en: "this is an old Word file (.doc) or one with a password, whatever its ending says" }
        OldWordHint { vi: "mở bằng Word rồi lưu thành .docx không đặt mật khẩu, hoặc chạy: soffice --headless --convert-to docx TỆP", en: "open it in Word and save it as .docx without a password, or run: soffice --headless --convert-to docx FILE" }
        BrokenPdf { vi: "tệp PDF bị hỏng hoặc không đọc được", en: "the PDF is damaged or cannot be read" }
        BrokenPdfHint { vi: "tải lại tệp, hoặc mở rồi in lại thành PDF; cũng có thể dùng bản .docx hay trang web của văn bản", en: "download it again, or open it and print it to PDF; the .docx or the web page of the instrument does as well" }
        LockedPdf { vi: "tệp PDF có mật khẩu", en: "the PDF is locked by a password" }
        LockedPdfHint { vi: "mở bằng mật khẩu rồi lưu thành PDF không có mật khẩu", en: "open it with its password and save it as a PDF without one" }
        ScannedPdf { vi: "tệp PDF là ảnh quét, không có lớp chữ", en: "the PDF is a scan without a text layer" }
        ScannedPdfHint { vi: "lấy bản .docx, trang web hoặc bản PDF ký số của văn bản; nếu chỉ có bản quét thì nhận dạng chữ trước (OCR), rồi soát lại", en: "take the .docx, the web page or the signed PDF of the instrument; where there is only a scan, recognise its letters first (OCR) and check them" }
        TurnedPages { vi: "trang có chữ quay ngang, bảng trên đó có thể sai thứ tự: {0}", en: "pages with turned lines, of which tables may be out of order: {0}" }
        UnreadPages { vi: "trang không có chữ đọc được (ảnh quét, hình vẽ hoặc bị hỏng): {0}", en: "pages without readable letters (scans, drawings or damage): {0}" }
        Tracked { vi: "tài liệu có thay đổi còn theo dõi: {0} chỗ thêm (đã nhận), {1} chỗ xóa (đã bỏ)", en: "the document has tracked changes: {0} {0:insertion|insertions} (taken), {1} {1:deletion|deletions} (left out)" }
        UnknownSign { vi: "đoạn {0}: không rõ ký tự {1}, ghi là [?]; xem lại trong tệp gốc", en: "paragraph {0}: the sign {1} is not known and stands as [?]; look at it in the file" }
        Pictures { vi: "tài liệu có {0} hình (công thức, con dấu, sơ đồ), không đọc chữ trong hình", en: "the document has {0} {0:picture|pictures} (formulas, seals, charts) that {0:is|are} not read" }
        Converted { vi: "đã chuyển {0} dòng từ mã {1} sang Unicode", en: "{0} {0:line|lines} converted from {1} to Unicode" }
        NoLawText { vi: "tệp không có chữ nào", en: "the file holds no text" }
        OtherEncoding { vi: "văn bản không ở mã UTF-8, cũng không phải UTF-16 có dấu đầu tệp (BOM)", en: "the text is neither UTF-8 nor UTF-16 with its mark (BOM)" }
        BrokenUtf16 { vi: "văn bản ở mã UTF-16 nhưng bị hỏng", en: "the text is in UTF-16, but damaged" }
        EncodingHint { vi: "nêu mã của tệp: --encoding tcvn3, vni, windows-1258 hoặc utf8-twice; hoặc lưu lại tệp với mã UTF-8", en: "name its encoding: --encoding tcvn3, vni, windows-1258 or utf8-twice; or save the file again as UTF-8" }
        LostLetters { vi: "{0} từ đã mất chữ, thay bằng dấu hỏi (như C?NG HÒA); không phục hồi được từ tệp này", en: "{0} {0:word|words} lost letters to question marks (as in C?NG HÒA); this file cannot give them back" }
        LostLettersHint { vi: "lấy lại tệp gốc và chuyển sang UTF-8, không qua mã một byte", en: "take the original file and convert it to UTF-8, not by way of a one-byte encoding" }
        OldFont { vi: "có chữ ở mã cũ, có thể là {0}, lẫn với chữ khác; không tự chuyển vì không chắc", en: "letters are in an old encoding, perhaps {0}, among others; not converted because it is not certain" }
        OldFontHint { vi: "nêu mã: --encoding tcvn3, vni, windows-1258 hoặc utf8-twice; hoặc chuyển {0} sang Unicode (UniKey: Ctrl+Shift+F6)", en: "name it: --encoding tcvn3, vni, windows-1258 or utf8-twice; or convert {0} to Unicode (UniKey: Ctrl+Shift+F6)" }
        NotWord { vi: "tệp nén này không phải tài liệu Word (.docx)", en: "this archive is not a Word document (.docx)" }
        NotWordHint { vi: "cần .docx, trang web, Markdown hoặc văn bản thuần; tài liệu khác thì mở và lưu thành .docx", en: "a .docx, a web page, Markdown or plain text is needed; open other documents and save them as .docx" }
        BrokenAkn { vi: "tệp Akoma Ntoso (XML) bị hỏng", en: "the Akoma Ntoso (XML) file is damaged" }
        BrokenAknHint { vi: "tải lại tệp, hoặc sửa bằng trình soạn thảo XML", en: "download it again, or correct it in an XML editor" }
        AknCutOff { vi: "tệp kết thúc giữa chừng", en: "the file ends in the middle" }
        AknEntity { vi: "tệp XML tự định nghĩa thực thể (DOCTYPE, &tên;); vì an toàn không đọc", en: "the XML file defines entities of its own (DOCTYPE, &name;); for safety it is not read" }
        AknEntityHint { vi: "lưu lại tệp không có DOCTYPE, thay thực thể bằng ký tự của nó", en: "save the file without DOCTYPE, its entities replaced by their signs" }
        AknTooDeep { vi: "phần tử XML lồng nhau quá {0} cấp", en: "XML elements stand in each other more than {0} deep" }
        AknRoot { vi: "phần tử gốc không phải akomaNtoso ({0})", en: "the root element is not akomaNtoso ({0})" }
        AknNoNumber { vi: "không rõ số, ký hiệu văn bản", en: "the number of the instrument is not known" }
        AknNoNumberHint { vi: "thêm --number", en: "add --number" }
        AknNoDay { vi: "không rõ ngày ban hành", en: "the day of issue is not known" }
        AknNoDayHint { vi: "thêm --issued", en: "add --issued" }
        AknRelabelled { vi: "{0} số thứ tự điều khoản được ghi lại theo cách viết văn bản trong nước", en: "{0} {0:number|numbers} of provisions written anew as instruments here write them" }
        AknElsewhere { vi: "{0} phần nằm ở tệp khác, không đọc", en: "{0} {0:part stands|parts stand} in other files and {0:is|are} not read" }
        AknOtherStructure { vi: "điều khoản ghi trong tệp khác với điều khoản đọc được từ lời văn ở {0} chỗ, đầu tiên ở dòng {1}; xem lại", en: "the units that the file states differ from those of its text at {0} {0:place|places}, first on line {1}; look at it" }
        BrokenWord { vi: "tài liệu .docx bị cắt cụt hoặc hỏng", en: "the .docx document is cut off or damaged" }
        BrokenWordHint { vi: "tải lại tệp, hoặc mở rồi lưu lại bằng Word hoặc LibreOffice", en: "download it again, or open and save it in Word or LibreOffice" }
        WordTooLarge { vi: "phần {0} của tài liệu bung ra hơn {1} MiB", en: "the part {0} of the document unpacks to more than {1} MiB" }
    }
}
