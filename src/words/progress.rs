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
        Baseline { vi: "Gốc", en: "Baseline" }
        Gross { vi: "Kết quả cải cách", en: "Effect of reform" }
        GrossPercent { vi: "Tỷ lệ", en: "Percent" }
        New { vi: "Mới phát sinh", en: "New since" }
        NewRegulations { vi: "Số quy định mới", en: "New regulations" }
        Net { vi: "Kết quả ròng", en: "Net of the new" }
        NetPercent { vi: "Tỷ lệ ròng", en: "Net percent" }
        Reestimate { vi: "Tính lại", en: "Re-estimate" }
        Reestimated { vi: "Số quy định tính lại", en: "Re-estimated" }
        Dropped { vi: "Không còn, không do phương án", en: "Left without a measure" }
        DroppedRegulations { vi: "Số quy định không còn", en: "Left" }
        Today { vi: "Hiện nay", en: "Today" }
        TargetPercent { vi: "Phải đạt", en: "To reach" }
        Code { vi: "Mã", en: "Code" }
        Change { vi: "Khác", en: "Change" }
        Frozen { vi: "Chi phí gốc (đ/năm)", en: "Cost as frozen (đ/year)" }
        After { vi: "Sau phương án đã thực thi", en: "After measures in force" }
        CostToday { vi: "Hiện nay", en: "Today" }
        Difference { vi: "Chênh", en: "Difference" }
        HoursAfter { vi: "Giờ giải quyết, sau phương án", en: "Hours, after measures" }
        HoursToday { vi: "Giờ giải quyết hiện nay", en: "Hours today" }
        ElectronicAfter { vi: "Điện tử, sau phương án", en: "Electronic, after measures" }
        ElectronicToday { vi: "Điện tử hiện nay", en: "Electronic today" }
        Date { vi: "Ngày", en: "Date" }
        Expected { vi: "Dự báo", en: "Expected" }
        ExpectedPercent { vi: "Tỷ lệ dự báo", en: "Expected percent" }
        Gap { vi: "Còn thiếu", en: "Missing" }
        Met { vi: "Đạt", en: "Met" }
        Due { vi: "Hạn của mục tiêu", en: "Target due" }
        NetNote { vi: "{0}: kết quả cải cách = hiệu quả của phương án trên số liệu gốc; tính lại = số liệu hiện nay trừ số liệu gốc sau phương án đã thực thi, không tính vào mục tiêu; kết quả ròng = kết quả cải cách trừ phần mới phát sinh.", en: "{0}: effect of reform = what measures do to the baseline; re-estimate = the figures of today less those of the baseline after the measures in force, never counted to a target; net = effect of reform less what is new." }
        NotFrozen { vi: "{0}: số liệu gốc chưa chốt nên không tách được phần tính lại và phần mới phát sinh; tinhgon baseline freeze {0}", en: "{0}: the baseline is not frozen, so re-estimates and new burden cannot be told; tinhgon baseline freeze {0}" }
        MetOn { vi: "{0}, {1}, nếu các phương án {2} đúng hạn: đạt ngày {3}", en: "{0}, {1}, if the measures {2} come in time: met on {3}" }
        MetLate { vi: "{0}, {1}, nếu các phương án {2} đúng hạn: đạt ngày {3}, sau hạn {4}", en: "{0}, {1}, if the measures {2} come in time: met on {3}, after it is due on {4}" }
        Missed { vi: "{0}, {1}, nếu các phương án {2} đúng hạn: đến hạn {3} đạt {4} trên {5}, còn thiếu {6} {7}", en: "{0}, {1}, if the measures {2} come in time: {4} of {5} when due on {3}, {6} {7} missing" }
        MissedPast { vi: "{0}, {1}, nếu các phương án {2} đúng hạn: hạn {3} đã qua mà chưa đạt; hiện đạt {4} trên {5}, còn thiếu {6} {7}", en: "{0}, {1}, if the measures {2} come in time: due on {3}, which has passed; now {4} of {5}, {6} {7} missing" }
        NothingToCut { vi: "{0}, {1}: số liệu gốc không có gì để cắt giảm", en: "{0}, {1}: the baseline holds nothing to cut" }
        WithAll { vi: "{0}: kể cả các phương án {1} đã quá hạn hoặc không có hạn: {2}", en: "{0}: with the measures {1} that are late or without due date: {2}" }
        ForecastNote { vi: "{0}: dự báo tính phương án đã thực thi và các phương án có hạn từ {1}; để riêng {2} phương án đã quá hạn, {3} phương án không có hạn", en: "{0}: the forecast counts measures in force and those due from {1} on; kept apart: {2} {2:measure that is|measures that are} late, {3} without due date" }
        LateCodes { vi: "{0}: quá hạn: {1}", en: "{0}: late: {1}" }
        UndatedCodes { vi: "{0}: không có hạn: {1}", en: "{0}: without due date: {1}" }
        AndMore { vi: "{0} và {1} phương án nữa", en: "{0} and {1} more" }
    }
}
