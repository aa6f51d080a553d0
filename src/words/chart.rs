//! What charts of documents say.

crate::messages! {
    /// Words of charts.
    ChartWord {
        Gauges { vi: "Kết quả so với mục tiêu", en: "Results against the targets" }
        GaugeSaid { vi: "đã thực thi {0}; phải đạt {1}, hạn {2}", en: "in force {0}; required {1} by {2}" }
        CourseOf { vi: "dự báo: {0}", en: "forecast: {0}" }
        IfApproved { vi: "nếu phương án đã phê duyệt hoàn thành đúng hạn", en: "if approved measures come in time" }
        IfPlanned { vi: "nếu cả phương án dự kiến hoàn thành đúng hạn", en: "if planned measures come in time too" }
        Pareto { vi: "Quy định có chi phí tuân thủ lớn nhất", en: "Regulations with the largest compliance cost" }
        ParetoSaid { vi: "{0} đồng/năm · {1} · cộng dồn {2}", en: "{0} đồng/year · {1} · cumulative {2}" }
        BeforeAfter { vi: "Chi phí tuân thủ trước và sau, nơi tiết kiệm nhiều nhất", en: "Compliance cost before and after, where most is saved" }
        BeforeAfterSaid { vi: "{0} → {1} đồng/năm", en: "{0} → {1} đồng/year" }
        Waterfall { vi: "Chi phí giảm qua từng phương án", en: "How each measure lowers the cost" }
        PerYear { vi: "{0} đồng/năm", en: "{0} đồng/year" }
        OtherMeasures { vi: "{0} phương án khác", en: "{0} other {0:measure|measures}" }
        Tornado { vi: "Mức tiết kiệm khi từng tham số thấp nhất, cao nhất", en: "The saving with each parameter at its low and at its high" }
        TornadoSaid { vi: "{0} … {1} đồng/năm", en: "{0} … {1} đồng/year" }
        AtLow { vi: "Khi thấp nhất", en: "At its low" }
        AtHigh { vi: "Khi cao nhất", en: "At its high" }
        Before { vi: "Trước", en: "Before" }
        After { vi: "Sau", en: "After" }
        Filter { vi: "Lọc bảng", en: "Filter the table" }
        Sort { vi: "Bấm vào đầu cột để sắp xếp", en: "Click a column head to sort" }
    }
}
