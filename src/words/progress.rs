//! What is said about progress in time: re-estimates, new burden, forecasts.

crate::messages! {
    /// Words about progress in time.
    ProgressWord {
        Programme { vi: "Chương trình", en: "Programme" }
        Target { vi: "Mục tiêu", en: "Target" }
        Metric { vi: "Chỉ tiêu", en: "Metric" }
        Group { vi: "Nhóm", en: "Group" }
        Stage { vi: "Giai đoạn", en: "Stage" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Baseline { vi: "Số liệu gốc", en: "Baseline" }
        Gross { vi: "Kết quả cải cách", en: "Effect of reform" }
        GrossPercent { vi: "Tỷ lệ", en: "Percent" }
        New { vi: "Phát sinh mới", en: "New since the baseline" }
        NewRegulations { vi: "Quy định phát sinh mới", en: "New regulations" }
        Net { vi: "Thực giảm", en: "Net reduction" }
        NetPercent { vi: "Tỷ lệ thực giảm", en: "Net reduction, %" }
        Reestimate { vi: "Cập nhật số liệu", en: "Data update" }
        Reestimated { vi: "Quy định cập nhật số liệu", en: "Data updated" }
        Dropped { vi: "Hết hiệu lực, không do phương án", en: "Lapsed (not by a measure)" }
        DroppedRegulations { vi: "Quy định hết hiệu lực", en: "Lapsed" }
        Today { vi: "Hiện tại", en: "Today" }
        TargetPercent { vi: "Phải đạt", en: "Required" }
        Code { vi: "Mã", en: "Code" }
        Change { vi: "Biến động", en: "Change" }
        Frozen { vi: "Chi phí gốc (đ/năm)", en: "Cost as frozen (đ/year)" }
        After { vi: "Sau phương án đã thực thi", en: "After measures in force" }
        CostToday { vi: "Hiện tại", en: "Today" }
        Difference { vi: "Chênh", en: "Difference" }
        HoursAfter { vi: "Giờ giải quyết, sau phương án", en: "Hours, after measures" }
        HoursToday { vi: "Giờ giải quyết hiện tại", en: "Hours today" }
        ElectronicAfter { vi: "Điện tử, sau phương án", en: "Electronic, after measures" }
        ElectronicToday { vi: "Điện tử hiện tại", en: "Electronic today" }
        Date { vi: "Ngày", en: "Date" }
        Expected { vi: "Dự báo", en: "Expected" }
        ExpectedPercent { vi: "Tỷ lệ dự báo", en: "Expected percent" }
        Gap { vi: "Còn thiếu", en: "Shortfall" }
        Met { vi: "Đạt", en: "Met" }
        Due { vi: "Thời hạn của mục tiêu", en: "Target due" }
        NetNote { vi: "{0}: thực giảm = kết quả cải cách − phần phát sinh mới. Phần cập nhật số liệu và phần hết hiệu lực không do phương án được nêu riêng, không tính vào kết quả.", en: "{0}: net reduction = effect of reform − what is new. Data updates and what lapsed other than by a measure are shown separately and count to no target." }
        NotFrozen { vi: "{0}: chưa chốt số liệu gốc, chưa tách được phần cập nhật và phần phát sinh mới; chạy: tinhgon baseline freeze {1}", en: "{0}: the baseline is not frozen, so data updates and new costs cannot be separated; run: tinhgon baseline freeze {1}" }
        MetOn { vi: "{0}, {1}: đạt ngày {3} (các phương án {2} hoàn thành đúng hạn)", en: "{0}, {1}: met on {3} (if the measures {2} are done in time)" }
        MetLate { vi: "{0}, {1}: đạt ngày {3}, sau thời hạn {4} (các phương án {2} hoàn thành đúng hạn)", en: "{0}, {1}: met on {3}, after it is due on {4} (if the measures {2} are done in time)" }
        Missed { vi: "{0}, {1}: đến hạn {3} đạt {4}/{5}, còn thiếu {6} {7} (các phương án {2} hoàn thành đúng hạn)", en: "{0}, {1}: {4} of {5} when due on {3}, shortfall {6} {7} (if the measures {2} are done in time)" }
        MissedPast { vi: "{0}, {1}: đã quá hạn {3}, đạt {4}/{5}, còn thiếu {6} {7} (các phương án {2})", en: "{0}, {1}: overdue since {3}, {4} of {5} reached, shortfall {6} {7} (measures {2})" }
        NothingToCut { vi: "{0}, {1}: số liệu gốc không có gì để cắt giảm", en: "{0}, {1}: the baseline holds nothing to cut" }
        WithAll { vi: "{0}: tính cả phương án {1} quá hạn hoặc chưa có thời hạn: {2}", en: "{0}: including the measures {1} that are overdue or without a due date: {2}" }
        ForecastNote { vi: "{0}: dự báo tính phương án đã thực thi và phương án có thời hạn từ {1}; không tính {2} phương án quá hạn, {3} phương án chưa có thời hạn", en: "{0}: the forecast counts measures in force and those due from {1} on; not counted: {2} overdue, {3} without a due date" }
        LateCodes { vi: "{0}: quá hạn: {1}", en: "{0}: overdue: {1}" }
        UndatedCodes { vi: "{0}: chưa có thời hạn: {1}", en: "{0}: without a due date: {1}" }
        AndMore { vi: "{0} và {1} phương án nữa", en: "{0} and {1} more" }
    }
}
