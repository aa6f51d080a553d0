//! What the tables of the workspace and their columns are called, where a change is told field by field.

use crate::words::Said;

/// A table or column: its name, its word in Vietnamese and in English.
type Word = (&'static str, &'static str, &'static str);

/// One row of each table, in lower case.
const PLACES: &[Word] = &[
    ("agency", "cơ quan", "agency"),
    ("instrument", "văn bản", "instrument"),
    ("instrument_version", "bản của văn bản", "version of instrument"),
    ("regulation", "quy định", "regulation"),
    ("procedure", "thủ tục", "procedure"),
    ("channel", "cách thức thực hiện", "channel"),
    ("component", "thành phần hồ sơ", "component"),
    ("basis", "căn cứ pháp lý", "legal basis"),
    ("outcome", "kết quả", "result"),
    ("activity", "dòng bảng tính", "row of the sheet"),
    ("measure_kind", "loại phương án", "kind of measure"),
    ("measure", "phương án", "measure"),
    ("measure_status", "tình trạng phương án", "status of measure"),
    ("programme", "chương trình", "programme"),
    ("parameter", "tham số", "parameter"),
    ("linked_service", "dịch vụ liên thông", "linked service"),
    ("holiday", "ngày nghỉ", "holiday"),
    ("instrument_level", "cấp văn bản", "level of instruments"),
    ("scenario", "kịch bản", "scenario"),
    ("uncertainty", "độ bất định", "uncertainty"),
    ("state_data", "dữ liệu nhà nước đã có", "state data"),
    ("directive", "chỉ đạo", "directive"),
    ("assignment", "nhiệm vụ", "assignment"),
    ("campaign", "đợt rà soát", "review campaign"),
    ("indicator", "chỉ số", "indicator"),
    ("baseline", "số liệu gốc", "baseline"),
    ("frozen_regulation", "quy định trong số liệu gốc", "regulation of the baseline"),
    ("frozen_activity", "dòng bảng tính trong số liệu gốc", "sheet row of the baseline"),
];

/// Columns whose word depends on the table, before those that mean one thing everywhere.
const OF_ONE: &[(&str, Word)] = &[
    ("activity", ("name", "việc", "activity")),
    ("activity", ("charges", "phí và chi phí khác", "fees and other costs")),
    ("basis", ("issued", "ngày ban hành", "issued")),
    ("baseline", ("programme", "chương trình", "programme")),
    ("campaign", ("trigger", "lý do rà soát", "trigger")),
    ("holiday", ("date", "ngày", "date")),
    ("indicator", ("baseline", "số ban đầu", "baseline")),
    ("instrument_version", ("text", "toàn văn", "text")),
    ("linked_service", ("shared", "việc dùng chung", "shared work")),
    ("measure", ("kind", "loại", "kind")),
    ("measure", ("values", "giá trị", "values")),
    ("measure_kind", ("parameters", "giá trị cần nêu", "values required")),
    ("parameter", ("from", "từ ngày", "from")),
    ("procedure", ("levels", "cấp thực hiện", "levels")),
    ("scenario", ("measures", "các phương án", "measures")),
    ("state_data", ("items", "các mục", "items")),
];

/// Columns that mean one thing in every table.
const FIELDS: &[Word] = &[
    ("address", "địa chỉ tiếp nhận", "address"),
    ("addressees", "đối tượng thực hiện", "addressees"),
    ("agency", "cơ quan", "agency"),
    ("assignment", "nhiệm vụ", "assignment"),
    ("authorised_agency", "cơ quan được ủy quyền", "authorised agency"),
    ("authority", "thẩm quyền", "authority"),
    ("authority_en", "thẩm quyền (tiếng Anh)", "authority in English"),
    ("baseline", "ngày lấy số liệu gốc", "baseline"),
    ("category", "loại thủ tục", "category"),
    ("certified", "chứng thực", "certified"),
    ("charges", "phí và chi phí khác", "fees and other costs"),
    ("code", "mã", "code"),
    ("component", "giấy tờ", "component"),
    ("cooperating", "cơ quan phối hợp", "cooperating"),
    ("cooperating_agency", "cơ quan phối hợp", "cooperating agency"),
    ("copies", "số bản sao", "copies"),
    ("counts_as", "tính là", "counts as"),
    ("current_text", "quy định hiện hành", "current text"),
    ("date", "ngày", "date"),
    ("deciding_agency", "cơ quan có thẩm quyền", "deciding agency"),
    ("decision", "quyết định công bố", "decision"),
    ("deliverable", "sản phẩm", "deliverable"),
    ("description", "mô tả", "description"),
    ("directive", "chỉ đạo", "directive"),
    ("document", "văn bản", "document"),
    ("dossiers", "số bộ hồ sơ", "dossiers"),
    ("due", "hạn", "due"),
    ("edits", "cách sửa", "edits"),
    ("effective", "ngày có hiệu lực", "effective"),
    ("effort", "công sức", "effort"),
    ("electronic", "làm điện tử", "electronic"),
    ("evidence", "căn cứ", "evidence"),
    ("expired", "ngày hết hiệu lực", "expired"),
    ("fee_verbatim", "phí nguyên văn", "fee as written"),
    ("fees", "phí, lệ phí", "fees"),
    ("field", "lĩnh vực", "field"),
    ("form", "mẫu", "form"),
    ("from", "từ ngày", "from"),
    ("frozen_on", "ngày chốt", "frozen on"),
    ("group", "nhóm", "group"),
    ("high", "cao nhất", "high"),
    ("holder", "cơ quan giữ", "holder"),
    ("hourly", "đồng một giờ", "đồng an hour"),
    ("how", "cách làm", "how"),
    ("id", "số thứ tự", "id"),
    ("individual", "tính cho cá nhân", "for individuals"),
    ("instrument", "văn bản", "instrument"),
    ("instruments", "các văn bản", "instruments"),
    ("issued", "ngày ban hành", "issued"),
    ("issuer", "cơ quan ban hành", "issuer"),
    ("items", "các mục", "items"),
    ("kind", "loại", "kind"),
    ("lead", "cơ quan chủ trì", "lead"),
    ("leads", "cơ quan chủ trì", "leads"),
    ("level", "cấp văn bản", "level"),
    ("levels", "cấp thực hiện", "levels"),
    ("likely", "thường gặp", "likely"),
    ("limit_amount", "thời hạn giải quyết", "time limit"),
    ("limit_unit", "đơn vị thời hạn", "unit of the time limit"),
    ("limit_verbatim", "thời hạn nguyên văn", "time limit as written"),
    ("low", "thấp nhất", "low"),
    ("lower_is_better", "càng thấp càng tốt", "lower is better"),
    ("measure", "phương án", "measure"),
    ("members", "thủ tục thành viên", "members"),
    ("minutes", "phút", "minutes"),
    ("mode", "cách nộp", "mode"),
    ("name", "tên", "name"),
    ("name_en", "tên tiếng Anh", "name in English"),
    ("names", "tên khác", "other names"),
    ("note", "ghi chú", "note"),
    ("number", "số hiệu", "number"),
    ("of", "của", "of"),
    ("official_code", "mã định danh", "official code"),
    ("online_level", "mức trực tuyến", "online level"),
    ("order", "thứ tự áp dụng", "order"),
    ("originals", "số bản chính", "originals"),
    ("outsourcing", "thuê dịch vụ", "outsourcing"),
    ("performing_agency", "cơ quan thực hiện", "performing agency"),
    ("person", "người phụ trách", "person"),
    ("population", "số đối tượng", "addressees"),
    ("position", "vị trí", "position"),
    ("problem", "bài toán", "problem"),
    ("processing_hours", "số giờ giải quyết", "processing hours"),
    ("programme", "chương trình", "programme"),
    ("proposed_text", "quy định đề xuất", "proposed text"),
    ("provenance", "độ tin cậy", "provenance"),
    ("provision", "điều khoản", "provision"),
    ("rank", "thứ bậc", "rank"),
    ("readings", "số đo", "readings"),
    ("reason", "lý do", "reason"),
    ("regulation", "quy định", "regulation"),
    ("requirements", "yêu cầu, điều kiện", "requirements"),
    ("source", "nguồn", "source"),
    ("spread", "dạng phân bố", "spread"),
    ("staff", "số người", "staff"),
    ("status", "tình trạng", "status"),
    ("steps", "trình tự thực hiện", "steps"),
    ("symbols", "ký hiệu", "symbols"),
    ("target", "chỉ tiêu", "target"),
    ("targets", "mục tiêu", "targets"),
    ("tariff", "đơn giá", "tariff"),
    ("times", "số lần", "times"),
    ("title", "nội dung", "title"),
    ("title_en", "nội dung (tiếng Anh)", "title in English"),
    ("unit", "đơn vị", "unit"),
    ("uptake", "tỷ lệ dùng", "uptake"),
    ("url", "đường dẫn", "address on the web"),
    ("value", "giá trị", "value"),
    ("verbatim", "nguyên văn", "as written"),
    ("weight", "trọng số", "weight"),
];

fn said(word: Option<&Word>, name: &str) -> Said {
    match word {
        Some((_, vi, en)) => Said { vi: (*vi).to_owned(), en: (*en).to_owned() },
        None => Said { vi: name.to_owned(), en: name.to_owned() },
    }
}

/// What a table of the workspace is called, one row of it, in lower case; its own name where it has no word.
pub fn place(table: &str) -> Said {
    said(PLACES.iter().find(|(name, ..)| *name == table), table)
}

/// What a column of a table is called, in lower case; its own name where it has no word.
pub fn field(table: &str, column: &str) -> Said {
    let of_one = OF_ONE.iter().find(|(of, (name, ..))| *of == table && *name == column).map(|(_, word)| word);
    said(of_one.or_else(|| FIELDS.iter().find(|(name, ..)| *name == column)), column)
}

/// Whether a table or a column has a word of its own; for the test that all of them do.
pub fn is_known(table: &str, column: Option<&str>) -> bool {
    match column {
        None => PLACES.iter().any(|(name, ..)| *name == table),
        Some(column) => {
            FIELDS.iter().any(|(name, ..)| *name == column)
                || OF_ONE.iter().any(|(of, (name, ..))| *of == table && *name == column)
        }
    }
}
