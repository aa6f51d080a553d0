//! What is said of linked services.

crate::messages! {
    /// Linked services and the register of data that the state holds.
    LinkedWord {
        Code { vi: "Mã", en: "Code" }
        Name { vi: "Tên", en: "Name" }
        Members { vi: "Các thủ tục", en: "Procedures" }
        Separate { vi: "Thực hiện riêng (đ/năm)", en: "Separately (đ/year)" }
        AsOne { vi: "Thực hiện liên thông (đ/năm)", en: "As one (đ/year)" }
        After { vi: "Sau phương án (đ/năm)", en: "After measures (đ/year)" }
        AfterAsOne { vi: "Sau phương án, liên thông (đ/năm)", en: "After measures, as one (đ/year)" }
        Saved { vi: "Tiết kiệm (đ/năm)", en: "Saved (đ/year)" }
        MemberNoSheet { vi: "chưa có bảng tính chi phí", en: "no cost sheet" }
        MemberLine { vi: "{0}  {1}: {2} → {3}", en: "{0}  {1}: {2} → {3}" }
        AsOfLine { vi: "Tính đến {0}; phương án dự kiến đến ngày đó; đơn vị đồng/năm", en: "As of {0}; measures planned by that day; đồng/year" }
        UptakeAll { vi: "Giả định mọi trường hợp đều thực hiện liên thông", en: "All cases are assumed to use the linked service" }
        UptakeLine { vi: "{0}% số trường hợp thực hiện liên thông", en: "{0}% of cases use the linked service" }
        LimitsTitle { vi: "Thời hạn", en: "Time limits" }
        WholeService { vi: "cả dịch vụ", en: "as a whole" }
        SharedTitle { vi: "Công việc chung (thực hiện một lần)", en: "Shared work (done once)" }
        SharedLine { vi: "{0}: {1} lượt/năm, tiết kiệm {2}; {3}", en: "{0}: {1} {1:time|times} a year, saves {2}; {3}" }
        SharedRowLine { vi: "{0} {1}: {2} đ một lần, {3} lượt{4}", en: "{0} {1}: {2} đ each time, {3} times{4}" }
        KeptMark { vi: " – được giữ lại", en: " – kept" }
        SharedLeft { vi: "sau phương án còn tiết kiệm {0}", en: "after measures {0} saved" }
        SharedNone { vi: "sau phương án không còn gì để dùng chung", en: "after measures nothing is left to share" }
        SharedNever { vi: "{0}: chưa có dòng chi phí nào dùng chung được", en: "{0}: no rows of cost that could be shared" }
        FiguresTitle { vi: "Chi phí của nhóm", en: "Cost of the group" }
        BeforeLine { vi: "Hiện tại, thực hiện riêng: {0}", en: "Now, separately: {0}" }
        BeforeOneLine { vi: "Hiện tại, thực hiện liên thông: {0} (tiết kiệm {1})", en: "Now, as one: {0} ({1} saved)" }
        AfterLine { vi: "Sau phương án, thực hiện riêng: {0} (phương án tiết kiệm {1})", en: "After measures, separately: {0} (measures save {1})" }
        AfterOneLine { vi: "Sau phương án, thực hiện liên thông: {0} (liên thông tiết kiệm thêm {1})", en: "After measures, as one: {0} (as one saves {1} more)" }
        TotalLine { vi: "Tổng tiết kiệm: {0} ({1})", en: "Total saved: {0} ({1})" }
        RuleLine { vi: "Quy tắc: số lượt chung là số lượt ít nhất trong các dòng × tỷ lệ liên thông. Mỗi lượt tính một lần công việc có chi phí cao nhất.", en: "Rule: the lowest number of occasions among the rows × the share that uses the linked service. Each occasion counts the costliest row once." }
        Source { vi: "Nguồn", en: "Source" }
        TotalShared { vi: "Công việc chung của dịch vụ liên thông, tính một lần", en: "Shared work of linked services, counted once" }
        TotalOnce { vi: "Tổng cộng", en: "Total, shared work counted once" }
        Holder { vi: "Cơ quan chủ quản CSDL", en: "Database owner" }
        Instrument { vi: "Văn bản", en: "Instrument" }
        Items { vi: "Nội dung", en: "Items" }
    }
}
