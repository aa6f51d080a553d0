//! What is said of the exchange with other data files.

crate::messages! {
    /// Messages of the exchange.
    HubWord {
        NotJoined { vi: "tệp dữ liệu này chưa tham gia trao đổi", en: "this data file has not joined an exchange" }
        NotJoinedHint { vi: "tham gia bằng: tinhgon hub join --to folder:THƯ-MỤC", en: "to join, run: tinhgon hub join --to folder:PATH" }
        JoinedAlready { vi: "tệp dữ liệu này đã tham gia trao đổi với số {0}", en: "this data file has joined already, as {0}" }
        JoinedAlreadyHint { vi: "trao đổi bằng: tinhgon hub sync; bản sao muốn đi tiếp riêng: tinhgon hub join --as-new", en: "to exchange, run: tinhgon hub sync; a copy that goes on by itself: tinhgon hub join --as-new" }
        JournalDiffers { vi: "dữ liệu không đúng như nhật ký ghi, nên chưa tham gia được", en: "the data are not what the journal says, so the file did not join" }
        JournalDiffersHint { vi: "xem chỗ khác bằng: tinhgon doctor", en: "to see where they differ, run: tinhgon doctor" }
        LogDamaged { vi: "phần lưu các thay đổi trao đổi trong tệp dữ liệu bị hỏng", en: "the log of the exchange in the data file is damaged" }
        LogDamagedHint { vi: "kiểm tra bằng: tinhgon doctor; khôi phục bản sao lưu bằng: tinhgon restore TỆP", en: "to examine it, run: tinhgon doctor; to restore a backup, run: tinhgon restore FILE" }
        NoHub { vi: "chưa nêu nơi trao đổi", en: "no place of exchange is named" }
        NoHubHint { vi: "nêu bằng --to folder:THƯ-MỤC hoặc --to postgres://TÊN@MÁY/CƠ-SỞ-DỮ-LIỆU", en: "name it with --to folder:PATH or --to postgres://LOGIN@HOST/DATABASE" }
        BadHub { vi: "“{0}” không phải là nơi trao đổi", en: "“{0}” is not a place of exchange" }
        BadHubHint { vi: "viết folder:THƯ-MỤC, ví dụ folder:/mnt/chung/trao-doi, hoặc postgres://TÊN@MÁY/CƠ-SỞ-DỮ-LIỆU", en: "write folder:PATH, for example folder:/mnt/shared/exchange, or postgres://LOGIN@HOST/DATABASE" }
        NoFolder { vi: "không có thư mục {0}", en: "there is no folder {0}" }
        NoFolderHint { vi: "tạo thư mục trước, hoặc cắm ổ đĩa có thư mục đó", en: "make the folder first, or connect the drive that has it" }
        FolderUnreadable { vi: "không đọc được thư mục trao đổi", en: "the folder of exchange cannot be read" }
        FolderUnwritable { vi: "không ghi được vào thư mục trao đổi; những gì đã gửi vẫn còn, lần sau gửi tiếp", en: "the folder of exchange cannot be written; what was handed over is there, the rest follows the next time" }
        OwnWay { vi: "một bản sao của tệp dữ liệu này đã đi theo hướng khác: nơi trao đổi có thay đổi mang số của tệp này mà tệp này không có ({0})", en: "a copy of this data file went its own way: the place of exchange has changes under its number that it did not make ({0})" }
        OwnWayHint { vi: "chưa có gì bị thay đổi; tham gia lại với số mới bằng: tinhgon hub join --as-new", en: "nothing was changed; to join under a number of its own, run: tinhgon hub join --as-new" }
        WorkedOn { vi: "tệp dữ liệu này là bản sao lưu đã được khôi phục và có người sửa tiếp, khi nơi trao đổi còn giữ những thay đổi về sau của chính tệp này ({0}, từ số {1})", en: "this data file is a backup that was put back and worked on, while the place of exchange has later changes of its own ({0}, from {1} on)" }
        WorkedOnHint { vi: "những gì đã có và đã sửa đều còn; tham gia lại với số mới bằng: tinhgon hub join --as-new", en: "all that was there and all that was done is kept; to join under a number of its own, run: tinhgon hub join --as-new" }
        UnfitText { vi: "có ký tự điều khiển, hoặc chữ ở chỗ phải là số", en: "it has control characters, or words where a number must be" }
        ChangeUnfit { vi: "thay đổi số {0} không nhận được: {1}", en: "change {0} cannot be taken: {1}" }
        FileMisplaced { vi: "tệp thay đổi nằm sai chỗ: phải ở trong thư mục mang số của nơi gửi", en: "a file of changes outside the folder of its sender" }
        FileMisnamed { vi: "tên tệp không đúng với nội dung, có thể do dịch vụ đồng bộ đổi tên", en: "the name of the file is not that of its content; a service that synchronises may have renamed it" }
        FileTooLarge { vi: "tệp quá lớn", en: "the file is too large" }
        FileUnreadable { vi: "không đọc được tệp", en: "the file cannot be read" }
        FileForeign { vi: "không phải là tệp thay đổi của tinhgon", en: "not a file of changes of tinhgon" }
        FileNewer { vi: "do bản tinhgon mới hơn ghi ra; cập nhật tinhgon để nhận", en: "written by a newer tinhgon; update tinhgon to take it" }
        FileDamaged { vi: "tệp bị hỏng hoặc bị cắt", en: "the file is damaged or cut off" }
        FileMalformed { vi: "nội dung không phải là thay đổi hợp lệ của nơi gửi", en: "its content does not belong to its sender" }
        FileBroken { vi: "chuỗi mã băm bị ngắt", en: "its chain of hashes is broken" }
        FileGap { vi: "thiếu thay đổi trước đó; nhận khi có đủ", en: "changes before it are missing; it is taken when they come" }
        FileFork { vi: "số thay đổi đã có với mã băm khác: hai tệp dữ liệu dùng chung một số", en: "a change of this number is known with another hash: two data files use one number" }
        NoConflict { vi: "không có xung đột nào ở {0} {1} {2}", en: "there is no conflict at {0} {1} {2}" }
        Joined { vi: "đã tham gia trao đổi với số {0}; {1} thay đổi để gửi", en: "joined as {0}; {1} {1:change|changes} to hand over" }
        Synced { vi: "đã gửi {0} thay đổi, nhận {1}", en: "sent {0} {0:change|changes}, received {1}" }
        UnknownKept { vi: "{0} thay đổi có phần của bản tinhgon mới hơn; đã giữ nguyên và gửi tiếp, cập nhật tinhgon để thấy", en: "{0} {0:change holds|changes hold} what a newer tinhgon wrote; it is kept and handed on, update tinhgon to see it" }
        Refused { vi: "không nhận {0}: {1}", en: "not taken: {0}: {1}" }
        StillKept { vi: "chưa xóa được, vì còn dựa vào đó: {0}", en: "it cannot go: what rests on it stands ({0})" }
        StillKeptHint { vi: "xóa hoặc chuyển các dòng đó trước, rồi quyết định lại; hoặc giữ bằng --keep", en: "take these away first and decide again, or keep it with --keep" }
        NoChoice { vi: "không có giá trị số {0}: có {1} giá trị", en: "there is no value {0}: there are {1}" }
        RenamedHere { vi: "{0} {1} của tệp này nay mang mã {2}: mã {1} là của người khác tạo trước", en: "{0} {1} of this data file is {2} now: somebody else had made one as {1} before" }
        Conflicts { vi: "{0} xung đột chờ quyết định; xem: tinhgon hub conflicts", en: "{0} {0:conflict|conflicts} to be decided; see: tinhgon hub conflicts" }
        NoConflicts { vi: "không có xung đột nào", en: "there are no conflicts" }
        HowToResolve { vi: "quyết định bằng: tinhgon hub resolve BẢNG KHÓA Ô --take SỐ; dòng đã xóa: --keep hoặc --delete", en: "to decide, run: tinhgon hub resolve TABLE KEY FIELD --take N; for a deleted row: --keep or --delete" }
        Resolved { vi: "đã quyết định; còn {0} xung đột", en: "decided; {0} {0:conflict|conflicts} left" }
        Along { vi: "lấy cùng số đã chọn: {0}", en: "taken along with the figure: {0}" }
        Status { vi: "{0} thay đổi chưa gửi, {1} chưa nhận, {2} xung đột", en: "{0} to send, {1} to receive, {2} {2:conflict|conflicts}" }
        ShownInConflict { vi: "đang có xung đột ở {0} dòng: {1}; xem: tinhgon hub conflicts", en: "in conflict in {0} {0:row|rows}: {1}; see: tinhgon hub conflicts" }
        CheckConflicts { vi: "không có xung đột giữa các cán bộ", en: "no conflict between officers" }
        PasswordInAddress { vi: "địa chỉ không được chứa mật khẩu, vì địa chỉ được lưu lại", en: "an address has no password in it, since addresses are kept" }
        PasswordHint { vi: "đặt mật khẩu trong PGPASSWORD, hoặc trong tệp .pgpass (máy:cổng:cơ-sở-dữ-liệu:tên:mật-khẩu)", en: "put the password in PGPASSWORD, or in a file .pgpass (host:port:database:login:password)" }
        BadAddress { vi: "“{0}” không phải là địa chỉ máy chủ", en: "“{0}” is not the address of a server" }
        BadAddressHint { vi: "viết postgres://TÊN@MÁY:CỔNG/CƠ-SỞ-DỮ-LIỆU, thêm ?sslrootcert=TỆP nếu cơ quan có chứng thư riêng", en: "write postgres://LOGIN@HOST:PORT/DATABASE, with ?sslrootcert=FILE for certificates of your own" }
        PasswordsUnreadable { vi: "không đọc được tệp mật khẩu", en: "the file with passwords cannot be read" }
        PasswordsOpen { vi: "người khác đọc được tệp mật khẩu, nên không dùng", en: "others may read the file with passwords, so it is not used" }
        PasswordsOpenHint { vi: "chỉ để mình đọc: chmod 600 {0}", en: "to keep it to yourself: chmod 600 {0}" }
        CertificatesUnreadable { vi: "không đọc được tệp chứng thư", en: "the certificates cannot be read" }
        NoCertificates { vi: "không có chứng thư nào để kiểm tra máy chủ", en: "there are no certificates by which the server could be proved" }
        NoCertificatesHint { vi: "nêu tệp chứng thư gốc của cơ quan bằng ?sslrootcert=TỆP", en: "name the root certificates of your organisation with ?sslrootcert=FILE" }
        NoServer { vi: "không kết nối được với máy chủ", en: "there is no connection to the server" }
        ServerAway { vi: "không kết nối được với máy chủ {0}, cổng {1}", en: "the server {0}, port {1}, is not to be reached" }
        StandsHere { vi: "ở đây có {0} thay đổi chưa gửi, {1} xung đột, lần trao đổi cuối: {2}", en: "here: {0} {0:change|changes} to send, {1} {1:conflict|conflicts}, last exchange: {2}" }
        ServerAwayHint { vi: "công việc vẫn nằm ở đây, không mất gì; lần sau chạy lại: tinhgon hub sync", en: "the work stays here, nothing is lost; later run again: tinhgon hub sync" }
        ServerUnproven { vi: "máy chủ {0} không chứng minh được mình là ai", en: "the server {0} does not prove who it is" }
        ServerFull { vi: "máy chủ hết chỗ; những gì đã gửi vẫn còn", en: "the server is full; what was handed over is there" }
        ServerSays { vi: "máy chủ báo lỗi", en: "the server reports an error" }
        ServerOld { vi: "máy chủ PostgreSQL cũ hơn bản 15", en: "the PostgreSQL server is older than version 15" }
        ServerOldHint { vi: "dùng PostgreSQL 15 trở lên: bản cũ không có khung nhìn chạy theo quyền người hỏi", en: "use PostgreSQL 15 or later: older ones have no views with the rights of whoever asks" }
        HubNewer { vi: "máy chủ trao đổi do bản tinhgon mới hơn thiết lập", en: "the hub was set up by a newer tinhgon" }
        HubNewerHint { vi: "cập nhật tinhgon; công việc vẫn nằm ở đây", en: "update tinhgon; the work stays here" }
        HubOlder { vi: "máy chủ trao đổi do bản tinhgon cũ hơn thiết lập", en: "the hub was set up by an older tinhgon" }
        HubOlderHint { vi: "người quản trị chạy lại: tinhgon hub setup --to postgres://…", en: "its administrator runs again: tinhgon hub setup --to postgres://…" }
        NotMember { vi: "máy chủ không biết “{0}” là cán bộ của cơ quan nào", en: "the hub does not know “{0}” as an officer of any agency" }
        NotMemberHint { vi: "người quản trị thêm bằng: tinhgon hub setup --to postgres://… --member TÊN=CƠ-QUAN", en: "its administrator adds them: tinhgon hub setup --to postgres://… --member LOGIN=AGENCY" }
        OtherAgency { vi: "tệp dữ liệu này thuộc một cơ quan khác ở máy chủ", en: "at the hub this data file belongs to another agency" }
        OtherAgencyHint { vi: "dùng tên đăng nhập của cơ quan đó, hoặc tham gia với số mới: tinhgon hub join --as-new", en: "use a login of that agency, or join under a new number: tinhgon hub join --as-new" }
        AgencyDiffers { vi: "máy chủ biết tên đăng nhập này thuộc cơ quan {0}, không phải {1}", en: "the hub knows this login as of {0}, not of {1}" }
        AgencyNotKnown { vi: "{0}: danh mục ở đây không có cơ quan {1}; nếu ghi nhầm, chạy lại với --member {0}=MÃ", en: "{0}: the catalogue here has no agency {1}; if that was a slip, run again with --member {0}=CODE" }
        AgencyDiffersHint { vi: "bỏ --agency, hoặc dùng tên đăng nhập của cơ quan kia", en: "leave out --agency, or use a login of the other agency" }
        ServerGap { vi: "máy chủ thiếu các thay đổi trước đó, cần từ số {0}", en: "the hub lacks changes before these, from {0} on" }
        ServerGapHint { vi: "chạy lại: tinhgon hub push", en: "run again: tinhgon hub push" }
        ServerRefusedChange { vi: "máy chủ không nhận thay đổi số {0}: mã băm hoặc nội dung không đúng", en: "the hub does not take change {0}: its hash or its content is not right" }
        ChangeOfOtherAgency { vi: "máy chủ không nhận thay đổi số {0}: thay đổi đó ghi cơ quan khác với tên đăng nhập", en: "the hub does not take change {0}: it names another agency than the login" }
        ChangeOfOtherAgencyHint { vi: "tham gia bằng tên đăng nhập của cơ quan đã ghi khi hub join", en: "use a login of the agency with which the data file joined" }
        LoginRefused { vi: "máy chủ không nhận tên đăng nhập “{0}” hoặc mật khẩu", en: "the server does not take the login “{0}” or its password" }
        NoPassword { vi: "máy chủ đòi mật khẩu của “{0}”", en: "the server asks for the password of “{0}”" }
        NoDatabase { vi: "máy chủ không có cơ sở dữ liệu “{0}”", en: "the server has no database “{0}”" }
        NoDatabaseHint { vi: "người quản trị tạo bằng: createdb {0}", en: "its administrator makes it: createdb {0}" }
        NotSetUp { vi: "cơ sở dữ liệu này chưa là nơi trao đổi", en: "this database is no hub yet" }
        NotSetUpHint { vi: "người quản trị chạy: tinhgon hub setup --to postgres://…", en: "its administrator runs: tinhgon hub setup --to postgres://…" }
        NotAllowed { vi: "“{0}” không có quyền làm việc này ở máy chủ", en: "“{0}” may not do this at the server" }
        NotAllowedHint { vi: "thiết lập cần quyền tạo lược đồ và tên đăng nhập; trao đổi cần là thành viên: --member", en: "setting up takes the right to make schemas and roles; exchanging takes membership: --member" }
        NotCentre { vi: "chỉ trung tâm tổng hợp được", en: "only the centre adds up" }
        NotCentreHint { vi: "người quản trị cho quyền bằng: tinhgon hub setup --to postgres://… --centre TÊN=CƠ-QUAN", en: "its administrator grants it: tinhgon hub setup --to postgres://… --centre LOGIN=AGENCY" }
        OnlyServer { vi: "việc này cần máy chủ PostgreSQL, không làm được ở thư mục", en: "this takes a PostgreSQL server, a folder cannot do it" }
        OnlyServerHint { vi: "nêu bằng --to postgres://TÊN@MÁY/CƠ-SỞ-DỮ-LIỆU", en: "name it with --to postgres://LOGIN@HOST/DATABASE" }
        TrapSuperuser { vi: "tên đăng nhập này bỏ qua mọi quy tắc quyền theo dòng", en: "this login passes over every rule on rows" }
        TrapMemberSuperuser { vi: "cán bộ có tên đăng nhập bỏ qua mọi quy tắc quyền theo dòng", en: "officers whose login passes over every rule on rows" }
        TrapRowSecurity { vi: "bảng không bắt buộc quyền theo dòng", en: "tables without forced rules on rows" }
        TrapPolicy { vi: "quy tắc dựa vào điều mà người dùng tự đặt được", en: "rules that hang on what a client can set" }
        TrapView { vi: "khung nhìn chạy theo quyền chủ sở hữu", en: "views that run with the rights of their owner" }
        TrapFunction { vi: "hàm không đúng như tinhgon đặt: người ngoài chạy được, hoặc không cố định search_path", en: "functions that are not as tinhgon makes them: open to all, or without a fixed search_path" }
        TrapWrite { vi: "bảng mà người khác ghi thẳng vào được", en: "tables that others may write to directly" }
        TrapOwner { vi: "chủ sở hữu đăng nhập được, hoặc cán bộ có quyền của chủ sở hữu", en: "the owner can log in, or officers have its rights" }
        TrapTrigger { vi: "bảng có trigger lạ", en: "tables with triggers of others" }
        Trap { vi: "máy chủ: {1}: {0}", en: "at the server: {1}: {0}" }
        SentAgain { vi: "nơi trao đổi không còn {0} thay đổi mà nó đã xác nhận, có thể được khôi phục từ bản sao lưu cũ; đã gửi lại", en: "the place of exchange had lost {0} {0:change|changes} that it had confirmed, perhaps it was restored from a backup; they were handed over again" }
        SetUp { vi: "đã thiết lập nơi trao đổi; {0} thành viên", en: "the hub is set up; {0} {0:member|members}" }
        NotAllThere { vi: "chưa công bố: {0} thay đổi ở đây chưa gửi, {1} tệp dữ liệu chưa gửi đủ", en: "not published: {0} {0:change|changes} here and those of {1} {1:data file|data files} are not at the server" }
        NotAllThereHint { vi: "gửi trước bằng: tinhgon hub sync", en: "hand them over first: tinhgon hub sync" }
        NothingPublished { vi: "máy chủ chưa có số liệu tổng hợp nào được công bố", en: "nothing was published at the server yet" }
        NothingPublishedHint { vi: "công bố bằng: tinhgon hub rollup --publish", en: "to publish, run: tinhgon hub rollup --publish" }
        NoRoomAside { vi: "không tạo được tệp tạm để tính lại", en: "no file could be made to add up again" }
        PublishedAs { vi: "đã công bố, mã băm {0}", en: "published, hash {0}" }
        RollupHolds { vi: "số liệu công bố ngày {0} đúng với các thay đổi ở máy chủ, mã băm {1}", en: "what was published for {0} is what follows from the changes at the server, hash {1}" }
        RollupDiffers { vi: "số liệu công bố ngày {0} không đúng với các thay đổi ở máy chủ", en: "what was published for {0} is not what follows from the changes at the server" }
        RowsDiffer { vi: "dòng tổng hợp: công bố {0}, ở máy chủ {1}, tính lại {2}", en: "rows: published {0}, at the server {1}, made again {2}" }
        FilesDiffer { vi: "thay đổi của các tệp dữ liệu không còn như lúc công bố: {0}", en: "changes of these data files are not as they were: {0}" }
        FiguresDiffer { vi: "số liệu khác: {0}", en: "figures that differ: {0}" }
        RegulationsColumn { vi: "Quy định", en: "Regulations" }
        LapsesColumn { vi: "Sắp hết hạn", en: "Lapsing" }
        LateColumn { vi: "Việc trễ hạn", en: "Late" }
        ConflictsColumn { vi: "Xung đột", en: "Conflicts" }
        LastColumn { vi: "Thay đổi cuối", en: "Last change" }
        FilesColumn { vi: "Tệp dữ liệu", en: "Data files" }
        Asking { vi: "hỏi nơi trao đổi", en: "asking the place of exchange" }
        Exchanging { vi: "gửi và nhận", en: "sending and receiving" }
        ReadingConflicts { vi: "đang đọc các xung đột", en: "reading the conflicts" }
        TakeTitle { vi: "Chọn {0} cho {1}", en: "Take {0} for {1}" }
        Decided { vi: "đã quyết định; gửi cho mọi người ở lần trao đổi tới", en: "decided; everybody gets it with the next exchange" }
        AsTheHubKnows { vi: "(theo nơi trao đổi)", en: "(as the place of exchange knows)" }
        PlaceField { vi: "Nơi trao đổi", en: "Place of exchange" }
        PlaceHint { vi: "folder:/mnt/chung/trao-doi hoặc postgres://TÊN@MÁY/CƠ-SỞ-DỮ-LIỆU", en: "folder:/mnt/shared/exchange or postgres://LOGIN@HOST/DATABASE" }
        JoinedNow { vi: "đã tham gia trao đổi với số {0}", en: "joined as {0}" }
        NotJoinedShort { vi: "Chưa tham gia trao đổi", en: "Not in an exchange" }
        JoinFirst { vi: "Tham gia trao đổi (Ctrl-N) để nhiều cán bộ cùng làm trên một dữ liệu: qua máy chủ PostgreSQL, thư mục chung hoặc USB. Mỗi người vẫn làm việc trên tệp của mình, không cần mạng.", en: "Join an exchange (Ctrl-N), and many officers work on one truth: over a PostgreSQL server, a shared folder or a stick. Each goes on with a file of their own, and needs no network." }
        NotAskedYet { vi: "đang hỏi nơi trao đổi", en: "asking the place of exchange" }
        InMemory { vi: "dữ liệu chỉ ở trong bộ nhớ", en: "the data are in memory alone" }
        NoReason { vi: "không nêu lý do", en: "no reason given" }
        CornerSend { vi: "{0} chưa gửi", en: "{0} to send" }
        CornerReceive { vi: "{0} chưa nhận", en: "{0} to receive" }
        CornerConflicts { vi: "{0} xung đột", en: "{0} {0:conflict|conflicts}" }
        InStep { vi: "đã khớp với mọi người", en: "in step" }
        AwaySince { vi: "chưa nối được, lần trao đổi cuối {0}", en: "not to be reached, last exchange {0}" }
        AwayNow { vi: "chưa nối được", en: "not to be reached" }
        LastExchange { vi: "lần trao đổi cuối {0}", en: "last exchange {0}" }
        NeverExchanged { vi: "chưa trao đổi lần nào", en: "never exchanged yet" }
        OtherNotJoined { vi: "người giữ tệp đó chạy: tinhgon hub join --to folder:THƯ-MỤC, rồi gửi lại tệp", en: "whoever keeps that file runs: tinhgon hub join --to folder:PATH, and hands it over again" }
        TrailBroken { vi: "vết trao đổi của tệp {0} bị sửa hoặc thiếu từ thay đổi số {1}", en: "the trail of file {0} is altered or cut from change {1} on" }
        NumberColumn { vi: "Thay đổi", en: "Change" }
        DeedColumn { vi: "Việc", en: "Deed" }
        ReplacedColumn { vi: "Số giá trị thay thế", en: "Values replaced" }
        Wrote { vi: "ghi", en: "wrote" }
        DeletedRow { vi: "xóa dòng", en: "deleted the row" }
        OfLaterVersion { vi: "của bản tinhgon mới hơn", en: "of a newer tinhgon" }
        RollupTab { vi: "Tổng hợp", en: "Roll-up" }
        InConflict { vi: "đang có xung đột", en: "in conflict" }
        LoginColumn { vi: "Tên đăng nhập", en: "Login" }
        CentreColumn { vi: "Trung tâm", en: "Centre" }
        ReplicaColumn { vi: "Tệp", en: "File" }
        AgencyColumn { vi: "Cơ quan", en: "Agency" }
        HereColumn { vi: "Đã có ở đây", en: "Here" }
        ThereColumn { vi: "Ở nơi trao đổi", en: "At the place of exchange" }
        HashColumn { vi: "Mã băm cuối", en: "Last hash" }
        TableColumn { vi: "Bảng", en: "Table" }
        KeyColumn { vi: "Khóa", en: "Key" }
        FieldColumn { vi: "Ô", en: "Field" }
        TakeColumn { vi: "Số", en: "No." }
        ShownColumn { vi: "Đang hiện", en: "Shown" }
        ValueColumn { vi: "Giá trị", en: "Value" }
        BesideColumn { vi: "Đi kèm", en: "With it" }
        BeforeColumn { vi: "Trước đó", en: "Before" }
        WhyColumn { vi: "Lý do", en: "Why" }
        Own { vi: "(tệp này)", en: "(this file)" }
        Stays { vi: "giữ dòng", en: "the row stays" }
        Deleted { vi: "xóa dòng", en: "the row is deleted" }
        NoConflictHint { vi: "xem các xung đột bằng: tinhgon hub conflicts", en: "to see the conflicts, run: tinhgon hub conflicts" }
    }
}
