//! What the room `cost` says.

crate::messages! {
    /// Messages of the cost sheet.
    CostWord {
        NoParameter { vi: "không có tham số “{0}” trong sổ làm việc", en: "the workspace has no parameter “{0}”" }
        NoParameterHint { vi: "thêm [[parameter]] id = \"{0}\" vào một tệp TOML rồi `tinhgon import`; `tinhgon list parameter` cho biết các tham số đang có, `tinhgon init` bổ sung tham số của danh mục kèm theo", en: "add [[parameter]] id = \"{0}\" to a TOML file and `tinhgon import` it; `tinhgon list parameter` shows those there are, `tinhgon init` adds those of the shipped catalogue" }
        NotWhole { vi: "tham số “{0}” phải là số nguyên, đang là {1}", en: "parameter “{0}” must be a whole number, it is {1}" }
        TooLarge { vi: "số liệu của dòng “{0}” quá lớn, không tính được chính xác", en: "the figures of row “{0}” are too large to compute exactly" }
        SumTooLarge { vi: "tổng quá lớn, không tính được chính xác", en: "the sum is too large to compute exactly" }
        LabourTerm { vi: "{0} phút ÷ 60 × {1} đ/giờ", en: "{0} min ÷ 60 × {1} đ/h" }
        OutsourcingTerm { vi: "{0} đ thuê dịch vụ", en: "{0} đ outsourcing" }
        ChargesTerm { vi: "{0} đ phí, lệ phí và chi phí khác", en: "{0} đ fees and other costs" }
        NothingTerm { vi: "0 đ", en: "0 đ" }
        Formula { vi: "{0} = {1} đ/lần; × {2} lần/năm × {3} đối tượng = {4} đ/năm", en: "{0} = {1} đ each; × {2} a year × {3} {3:addressee|addressees} = {4} đ/year" }
        SubmitRow { vi: "Nộp hồ sơ", en: "Submit the dossier" }
        FeeRow { vi: "Nộp phí, lệ phí", en: "Pay fees" }
        ResultRow { vi: "Nhận kết quả", en: "Receive the result" }
    }
}
