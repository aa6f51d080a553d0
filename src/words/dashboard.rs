//! What the pages of a site say besides its documents.

crate::messages! {
    /// Words of the site.
    DashboardWord {
        Overview { vi: "Tổng quan", en: "Overview" }
        WithOthers { vi: "đưa vào hoặc cập nhật cùng nhiều mục khác", en: "brought in or changed together with many others" }
        BackToAgency { vi: "Về trang của cơ quan", en: "To the page of the agency" }
        Agencies { vi: "Cơ quan", en: "Agencies" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Regulations { vi: "Quy định", en: "Regulations" }
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Cost { vi: "Chi phí (đồng/năm)", en: "Cost (đồng/year)" }
        History { vi: "Lịch sử thay đổi", en: "History" }
        Day { vi: "Ngày", en: "Day" }
        What { vi: "Nội dung", en: "What" }
    }
}
