//! The help of `uncertainty`, `scenario chance` and `scenario tornado`.

/// As [`super::help::HELP`].
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "uncertainty",
        "Khoảng dao động của tham số: một khoảng hoặc một phân bố, có nguồn",
        "Ranges of parameters: a range or a distribution, with a source",
    ),
    ("uncertainty set", "Khai báo khoảng dao động của một tham số", "State the range of a parameter"),
    (
        "uncertainty */of",
        "sheet:MÃ:DÒNG:Ô, population:MÃ, parameter:MÃ hoặc measure:MÃ:GIÁ TRỊ",
        "sheet:CODE:ROW:CELL, population:CODE, parameter:ID or measure:CODE:VALUE",
    ),
    (
        "uncertainty set/spread",
        "Phân bố: range (đều), triangular, pert hoặc lognormal (low và high là phân vị 5 và 95)",
        "The distribution: range (uniform), triangular, pert or lognormal (low and high are the 5th and 95th percentile)",
    ),
    (
        "uncertainty set/low",
        "Giá trị thấp nhất, theo đơn vị của tham số",
        "The lowest value, in the unit of the parameter",
    ),
    (
        "uncertainty set/likely",
        "Giá trị thường gặp nhất (triangular, pert)",
        "The most likely value (triangular, pert)",
    ),
    ("uncertainty set/high", "Giá trị cao nhất", "The highest value"),
    ("uncertainty set/source", "Nguồn của khoảng hoặc phân bố", "Where the range or distribution comes from"),
    (
        "uncertainty set/provenance",
        "Loại số liệu: assumption (giả định), measured (đo thực tế), surveyed (khảo sát), official (công bố chính thức); mặc định assumption",
        "Source quality: assumption, measured, surveyed, official (default assumption)",
    ),
    (
        "uncertainty set/from_observations",
        "Lấy khoảng từ câu trả lời khảo sát của ô (ít nhất 5): từ số thứ k thấp nhất đến số thứ k cao nhất, đúng ít nhất 90% số cuộc khảo sát; mặc định --spread range",
        "Take the range from the survey answers behind the cell (5 at least): from the k-th lowest to the k-th highest, right in 90% of surveys at least; --spread range by default",
    ),
    (
        "uncertainty list",
        "Liệt kê các tham số có khoảng dao động, kèm giá trị đang dùng",
        "List the parameters with a range, with the values in use",
    ),
    ("uncertainty remove", "Bỏ khoảng dao động của một tham số", "Remove the range of a parameter"),
    (
        "scenario chance",
        "Khoảng kết quả và xác suất đạt từng mục tiêu, khi số liệu có khoảng dao động",
        "Intervals of the figures and the probability that each target is met, given the ranges of parameters",
    ),
    (
        "scenario tornado",
        "Phân tích độ nhạy: tham số nào ảnh hưởng nhiều nhất đến mức cắt giảm",
        "Sensitivity analysis: which parameters matter most to the saving",
    ),
    (
        "scenario */scenario",
        "Mã kịch bản, hoặc kịch bản có sẵn: planned (dự kiến, mặc định), approved (đã phê duyệt), in-force (đã thực thi), none (không phương án)",
        "Code of the scenario, or a built-in one: planned (default), approved, in-force, none",
    ),
    (
        "scenario */programme",
        "Tính trên số liệu gốc và mục tiêu của chương trình này",
        "Compute over the baseline and the targets of this programme",
    ),
    ("scenario */draws", "Số lần mô phỏng (mặc định 10000)", "How many draws (default 10000)"),
    (
        "scenario */seed",
        "Số khởi tạo: cùng số thì cùng kết quả (mặc định 1)",
        "The seed: the same seed gives the same result (default 1)",
    ),
    (
        "scenario */threads",
        "Số luồng; kết quả không phụ thuộc vào số này (mặc định 2)",
        "How many threads; the result does not depend on it (default 2)",
    ),
    (
        "scenario chance/level",
        "Khoảng chứa bao nhiêu phần trăm số lần mô phỏng (mặc định 90: từ phân vị 5 đến 95)",
        "How many percent of the draws the interval holds (default 90: from the 5th to the 95th percentile)",
    ),
    (
        "scenario tornado/percent",
        "Xếp theo tỷ lệ cắt giảm (phần trăm của chi phí trước) thay vì số tiền",
        "By the share saved (percent of the cost before) instead of the amount",
    ),
    ("scenario tornado/limit", "Bao nhiêu tham số (mặc định 20)", "How many parameters (default 20)"),
];
