//! What the room `cost` says of methods and cases.

crate::messages! {
    /// Messages of cost methods.
    MethodWord {
        NoAddressee { vi: "phương pháp “{0}” không có đối tượng “{1}”; chỉ có: {2}", en: "method “{0}” has no population “{1}”; it has: {2}" }
        NoAddresseeFor { vi: "phương pháp “{0}” không có đối tượng ứng với mức thu nhập “{1}”", en: "method “{0}” has no population for the rate “{1}”" }
        HoursTwice { vi: "hoạt động “{0}” ghi cả hours và minutes; chỉ ghi một", en: "activity “{0}” gives both hours and minutes; give one" }
        NoTariff { vi: "hoạt động “{0}” có thời gian nhưng không có mức thu nhập: ghi tariff hoặc hourly", en: "activity “{0}” takes time but has no hourly rate: give tariff or hourly" }
        UnknownTariff { vi: "phương pháp “{0}” không có mức thu nhập “{1}”; chỉ có: {2}", en: "method “{0}” has no tariff “{1}”; it has: {2}" }
        EmptyTariff { vi: "mức thu nhập “{0}” thiếu hourly hoặc parameter", en: "tariff “{0}” lacks hourly or parameter" }
        NoParameter { vi: "mức thu nhập “{0}” cần tham số “{1}”, tệp dữ liệu không có", en: "tariff “{0}” needs parameter “{1}”, which the data file does not have" }
        NoLife { vi: "hoạt động “{0}” có thiết bị phải chia đều qua các năm nhưng không ghi life", en: "activity “{0}” has capital to spread over years but gives no life" }
        NoPriceYear { vi: "hoạt động “{0}”: không có chỉ số giá của năm {1}", en: "activity “{0}”: there is no price index of {1}" }
        TooManyTimes { vi: "hoạt động “{0}”: chiết khấu từng lần chỉ tính được khi số lần một năm là phân số có tử và mẫu không quá {1}", en: "activity “{0}”: discounting each time needs times a year whose numerator and denominator are at most {1}" }
        BadHorizon { vi: "số năm tính là {0}; phải từ 1 đến {1}", en: "the horizon is {0} years; it must be 1 to {1}" }
        BadDecimals { vi: "decimals là {0}; nhiều nhất {1}", en: "decimals is {0}; at most {1}" }
        BadRate { vi: "tỷ lệ chiết khấu phải lớn hơn −1", en: "the discount rate must be above −1" }
        Twice { vi: "mã “{0}” dùng hai lần", en: "id “{0}” is used twice" }
        NoSegment { vi: "không có nhóm đối tượng “{0}”", en: "there is no segment “{0}”" }
        NoActivity { vi: "không có hoạt động “{0}”", en: "there is no activity “{0}”" }
        BadOnly { vi: "hoạt động “{0}”: only phải là before hoặc after", en: "activity “{0}”: only must be before or after" }
        OnceAndEvery { vi: "hoạt động “{0}” vừa một lần (one_off) vừa định kỳ (every)", en: "activity “{0}” is both done once (one_off) and periodic (every)" }
        ChangeOfWhat { vi: "mỗi [[case.change]] phải ghi activity hoặc segment, chỉ một", en: "each [[case.change]] must name an activity or a segment, one of them" }
        NoYear { vi: "phương pháp cần năm ban hành: ghi year cho trường hợp “{0}”", en: "the method needs the year of the rule: give year for case “{0}”" }
        FarYear { vi: "trường hợp “{0}”: năm {1} quá xa", en: "case “{0}”: year {1} is too far away" }
        NoMethod { vi: "không có phương pháp “{0}”; đang có: {1}", en: "there is no method “{0}”; there are: {1}" }
        NoMethodHint { vi: "một tệp TOML cũng được: đường dẫn kết thúc bằng .toml", en: "a TOML file will do too: a path that ends in .toml" }
        BadMethodFile { vi: "không đọc được phương pháp tính chi phí", en: "the cost method cannot be read" }
        BadMethodHint { vi: "xem mẫu: tinhgon cost method show TÊN; các trường có trong catalog/methods", en: "for a sample, see: tinhgon cost method show NAME; the fields are those of catalog/methods" }
        BadCaseFile { vi: "không đọc được tệp trường hợp cần tính", en: "the file of cases cannot be read" }
        BadCaseHint { vi: "mỗi trường hợp là một [[case]] với [[case.segment]], [[case.activity]], [[case.change]]; mẫu: catalog/cost-cases.toml", en: "each case is a [[case]] with [[case.segment]], [[case.activity]], [[case.change]]; see catalog/cost-cases.toml" }
        NoCaseFor { vi: "không có trường hợp nào cho phương pháp “{0}”", en: "there is no case for method “{0}”" }
        OtherCases { vi: "bỏ qua {0} trường hợp ghi cho phương pháp khác", en: "skipped {0} {0:case|cases} that are meant for other methods" }
        TooLarge { vi: "số liệu quá lớn, không ghi được", en: "a figure is too large to be written" }
        LabourTerm { vi: "{0} giờ × {1}/giờ{2}", en: "{0} h × {1}/h{2}" }
        StaffTerm { vi: " × {0} người làm", en: " × {0} staff" }
        HoursOnly { vi: "{0} giờ (không quy ra tiền)", en: "{0} h (not valued)" }
        DelayTerm { vi: "chờ {0} ngày × {1}/ngày", en: "waiting {0} {0:day|days} × {1}/day" }
        NoPopulation { vi: "Chưa biết bao nhiêu đối tượng thực hiện dòng {1} của {0}", en: "Nobody knows how many comply with row {1} of {0}" }
        NoPopulationHint { vi: "Cho biết số đối tượng, chạy: tinhgon cost population {0} SỐ", en: "Say how many comply, run: tinhgon cost population {0} NUMBER" }
        LineFormula { vi: "{0} = {1}/lần; × {2} lần/năm{3} × {4} đối tượng = {5}/năm", en: "{0} = {1} each; × frequency {2} a year{3} × population {4} = {5}/year" }
        UsualTerm { vi: ", trừ {0} chi phí thông thường (vẫn phát sinh dù không có quy định), không dưới 0 = {1}", en: ", less {0} business-as-usual cost, not below 0 = {1}" }
        OnceTerm { vi: "; một lần, năm {0}", en: "; once, year {0}" }
        YearsTerm { vi: "; các năm {0} ({1} lần) = {2}", en: "; years {0} ({1}) = {2}" }
        PresentTerm { vi: "; giá trị hiện tại {0}", en: "; present value {0}" }
        LeftOutTerm { vi: "; không tính: {0}", en: "; left out: {0}" }
        RoundedTerm { vi: " → {0} (làm tròn {1} chữ số như công bố)", en: " → {0} (rounded to {1} {1:decimal|decimals} as published)" }
        FromParameter { vi: "tham số {0}", en: "parameter {0}" }
        OldRule { vi: "quy định cũ còn áp dụng", en: "old rule, still running" }
        Settings { vi: "{0} năm; chiết khấu {1}; tiền tệ {2}", en: "{0} {0:year|years}; discounting {1}; currency {2}" }
        NoDiscount { vi: "không", en: "none" }
        DiscountOf { vi: "{0}% ({1})", en: "{0}% ({1})" }
        OverlapLine { vi: "chạy song song cũ và mới: {0}", en: "old and new running together: {0}" }
        SavedLine { vi: "cải cách cắt giảm {0} ({1}%)", en: "the reform saves {0} ({1}%)" }
        ReEstimateLine { vi: "do cập nhật số liệu, không phải do cải cách: {0}", en: "data update (not reform): {0}" }
        PrintedSame { vi: "khớp số công bố: {0}, {1} = {2}", en: "matches the published figure: {0}, {1} = {2}" }
        PrintedDiffers { vi: "KHÔNG khớp số công bố: {0}, {1}: công bố {2}, tính ra {3}", en: "DIFFERS from the published figure: {0}, {1}: published {2}, computed {3}" }
        NotComputed { vi: "không có", en: "none" }
        OutsideMethod { vi: "phương pháp “{0}” không xét đối tượng của {1} dòng trong {2} bảng tính; các dòng đó không được tính", en: "method “{0}” does not cover the population of {1} {1:row|rows} of {2} {2:sheet|sheets}; these rows are not counted" }
        SheetRates { vi: "bảng tính và mức thu nhập ngày {0} của tệp dữ liệu, đơn vị đồng; phương pháp chỉ quy định tính những gì và tính thế nào", en: "sheet and hourly rates of the data file on {0}, in đồng; the method says what counts and how" }
        ShownTariffs { vi: "Mức thu nhập bình quân giờ", en: "Hourly rate" }
        ShownAddressees { vi: "Đối tượng tuân thủ", en: "Affected population" }
        ShownLeftOut { vi: "Không tính: {0}", en: "Left out: {0}" }
        ShownOverhead { vi: "Chi phí chung tính thêm vào mức thu nhập tự ghi: {0}%", en: "Overhead on hourly rates that a case states: {0}%" }
        ShownCapital { vi: "Thiết bị: {0}", en: "Capital: {0}" }
        ShownAnnualise { vi: "Quy về một năm: × {0}", en: "Annualised: × {0}" }
        ShownValueYear { vi: "Đưa về giá trị năm {0} theo tỷ lệ chiết khấu", en: "Brought back to {0} by the discount rate" }
        ShownPrices { vi: "Giá năm {0}", en: "Prices of {0}" }
        Individual { vi: "cá nhân, không nhân số người làm", en: "individual, no staff factor" }
        WorkHours { vi: "chỉ tính giờ, không quy ra tiền", en: "hours only, not valued" }
        MethodColumn { vi: "Phương pháp", en: "Method" }
        NameColumn { vi: "Tên", en: "Name" }
        GroupColumn { vi: "Nhóm", en: "Group" }
        RegulationsColumn { vi: "Quy định", en: "Regulations" }
        WithSheetColumn { vi: "Có bảng tính", en: "With sheet" }
        CaseColumn { vi: "Trường hợp", en: "Case" }
        VersionColumn { vi: "Phiên bản", en: "Version" }
        ActivityColumn { vi: "Công việc", en: "Activity" }
        SegmentColumn { vi: "Nhóm đối tượng", en: "Segment" }
        FormulaColumn { vi: "Cách tính", en: "Formula" }
        CurrencyColumn { vi: "Tiền tệ", en: "Currency" }
        HorizonColumn { vi: "Số năm", en: "Years" }
        YearColumn { vi: "Một năm", en: "A year" }
        OneOffColumn { vi: "Một lần", en: "One-off" }
        TotalColumn { vi: "Tổng, chưa chiết khấu", en: "Total, undiscounted" }
        AverageColumn { vi: "Bình quân một năm, chưa chiết khấu", en: "Average a year, undiscounted" }
        PresentValueColumn { vi: "Giá trị hiện tại", en: "Present value" }
        HoursColumn { vi: "Số giờ", en: "Hours" }
        LeftOutColumn { vi: "Không tính, một năm", en: "Left out, a year" }
    }
}
