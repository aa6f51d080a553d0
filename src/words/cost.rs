//! What the room `cost` says.

crate::messages! {
    /// Messages of the cost sheet.
    CostWord {
        NoParameter { vi: "không có tham số “{0}” trong tệp dữ liệu", en: "there is no parameter “{0}” in the data file" }
        NoParameterHint { vi: "bổ sung tham số của danh mục kèm theo bằng: tinhgon init; hoặc thêm [[parameter]] id = \"{0}\" vào một tệp TOML rồi chạy: tinhgon import TỆP", en: "to add those of the shipped catalogue, run: tinhgon init; or add [[parameter]] id = \"{0}\" to a TOML file and run: tinhgon import FILE" }
        NotWhole { vi: "tham số “{0}” phải là số nguyên, đang là {1}", en: "parameter “{0}” must be a whole number; it is {1}" }
        TooLarge { vi: "số liệu của dòng “{0}” vượt quá khả năng tính; kiểm tra số đối tượng và số lần của dòng này", en: "the figures of row “{0}” are too large to compute; check its population and frequency" }
        SumTooLarge { vi: "tổng vượt quá khả năng tính; kiểm tra số đối tượng và số lần của các dòng lớn nhất bằng: tinhgon cost check", en: "the sum is too large to compute; check population and frequency of the largest rows, run: tinhgon cost check" }
        LabourTerm { vi: "{0} phút ÷ 60 × {1} đ/giờ", en: "{0} min ÷ 60 × {1} đ/h" }
        OutsourcingTerm { vi: "{0} đ thuê tư vấn, dịch vụ", en: "{0} đ external services" }
        ChargesTerm { vi: "{0} đ phí, lệ phí và chi phí khác", en: "{0} đ fees and other costs" }
        NothingTerm { vi: "0 đ", en: "0 đ" }
        Formula { vi: "{0} = {1} đ/lần; × {2} lần/năm × {3} đối tượng = {4} đ/năm", en: "{0} = {1} đ each; × frequency {2} a year × population {3} = {4} đ/year" }
        SubmitRow { vi: "Nộp hồ sơ", en: "Submit the dossier" }
        FeeRow { vi: "Nộp phí, lệ phí", en: "Pay fees" }
        ResultRow { vi: "Nhận kết quả", en: "Receive the result" }
    }
}
