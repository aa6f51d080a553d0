//! The help of the exchange with other data files: `hub`.

/// Help texts, as in [`super::help::HELP`].
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "hub",
        "Nhiều cán bộ, một dữ liệu: trao đổi thay đổi giữa các tệp dữ liệu qua máy chủ PostgreSQL, thư mục chung hoặc USB",
        "Many officers, one truth: exchange changes over a PostgreSQL server, a shared folder or a stick",
    ),
    (
        "hub setup",
        "Biến một cơ sở dữ liệu PostgreSQL thành nơi trao đổi, thêm bớt cán bộ; chạy lại vẫn an toàn",
        "Make a PostgreSQL database a hub, add and remove officers; safe to repeat",
    ),
    (
        "hub setup/to",
        "Cơ sở dữ liệu, bằng tên đăng nhập quản trị: postgres://TÊN@MÁY/CƠ-SỞ-DỮ-LIỆU",
        "Database, by the login of its administrator: postgres://LOGIN@HOST/DATABASE",
    ),
    (
        "hub setup/member",
        "Cán bộ và cơ quan của họ; chỉ thấy cơ quan mình và trung tâm",
        "Officer and their agency; sees that agency and the centre alone",
    ),
    (
        "hub setup/centre",
        "Cán bộ của trung tâm: thấy mọi cơ quan, tổng hợp và công bố",
        "Officer of the centre: sees all agencies, adds up and publishes",
    ),
    ("hub setup/remove", "Cán bộ thôi tham gia; những gì đã gửi vẫn còn", "Officer who leaves; what they sent stays"),
    (
        "hub join",
        "Tham gia trao đổi: tệp dữ liệu có số riêng, toàn bộ nhật ký thành thay đổi để gửi",
        "Join: the data file gets a number of its own, all of its journal becomes changes to hand over",
    ),
    (
        "hub */to",
        "Nơi trao đổi: folder:THƯ-MỤC hoặc postgres://TÊN@MÁY/CƠ-SỞ-DỮ-LIỆU (mặc định: nơi đã tham gia)",
        "Place of exchange: folder:PATH or postgres://LOGIN@HOST/DATABASE (default: where it joined)",
    ),
    ("hub join/agency", "Cơ quan sử dụng tệp dữ liệu này", "The agency for which the data file is kept"),
    (
        "hub join/as_new",
        "Cho bản sao đã đi theo hướng khác một số riêng; không mất gì",
        "Give a copy that went its own way a number of its own; nothing is lost",
    ),
    (
        "hub push",
        "Gửi những thay đổi mà nơi trao đổi chưa có",
        "Hand over the changes that the place of exchange does not have",
    ),
    ("hub pull", "Nhận thay đổi của người khác", "Take in the changes of others"),
    (
        "hub sync",
        "Nhận rồi gửi; dừng giữa chừng hay chạy lại đều an toàn",
        "Take in, then hand over; safe to stop and to repeat",
    ),
    (
        "hub status",
        "Còn bao nhiêu để gửi, để nhận, bao nhiêu xung đột, tệp nào không nhận được và vì sao",
        "How much is to be sent and received, how many conflicts, which files are not taken and why",
    ),
    (
        "hub rollup",
        "Nhận của mọi cơ quan rồi tổng hợp: tiến độ, chi phí, xung đột, sắp hết hạn, trễ hạn theo từng cơ quan",
        "Take in all agencies and add up: progress, cost, conflicts, what lapses and is late, by agency",
    ),
    ("hub rollup/programme", "Chương trình (mặc định: mọi chương trình)", "Programme (default: all)"),
    (
        "hub rollup/publish",
        "Công bố ở máy chủ: dòng tổng hợp cho công cụ khác đọc, và số liệu tính chính xác",
        "Publish at the server: consolidated rows for other tools to read, and figures computed exactly",
    ),
    (
        "hub rollup/verify",
        "Tính lại số liệu đã công bố chỉ từ các thay đổi ở máy chủ, rồi so",
        "Add up again what was published, from nothing but the changes at the server, and compare",
    ),
    (
        "hub audit",
        "Toàn bộ vết trao đổi, từng ô: ai ghi gì, khi nào, vì sao; kiểm tra chuỗi mã băm. Ghi ra tệp bằng -o",
        "Trail of the exchange, field by field: who wrote what, when, why; checks the chain. To a file with -o",
    ),
    (
        "hub conflicts",
        "Các giá trị khác nhau cho cùng một ô: ai, khi nào, vì sao, trước đó là gì, chi phí theo từng giá trị",
        "Conflicts, fields with several values: who, when, why, what stood there before, the cost under each",
    ),
    (
        "hub resolve",
        "Quyết định một xung đột; quyết định được gửi cho mọi người",
        "Decide a conflict; the decision is handed to all",
    ),
    (
        "hub resolve/table",
        "Bảng, như trong hub conflicts: activity hoặc “dòng bảng tính”",
        "Table, as in hub conflicts: activity, or the word for it",
    ),
    (
        "hub resolve/key",
        "Khóa của dòng, như trong hub conflicts: 1.004222/a1",
        "Key of the row, as in hub conflicts: 1.004222/a1",
    ),
    ("hub resolve/field", "Ô", "Field"),
    (
        "hub resolve/take",
        "Chọn giá trị thứ mấy, như trong hub conflicts",
        "Which value, by its number in hub conflicts",
    ),
    ("hub resolve/keep", "Giữ dòng mà người khác đã xóa", "Keep the row that somebody deleted"),
    ("hub resolve/delete", "Xóa dòng mà người khác đã sửa", "Delete the row that somebody worked on"),
    ("hub resolve/note", "Lý do", "Why"),
];
