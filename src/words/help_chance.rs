//! The help of `uncertainty`, `scenario chance` and `scenario tornado`.

/// As [`super::help::HELP`].
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "uncertainty",
        "Độ bất định: tham số là một khoảng hoặc một phân bố, có nguồn",
        "Uncertainty: parameters that are a range or a distribution, with a source",
    ),
    ("uncertainty set", "Khai độ bất định của một tham số", "State the uncertainty of a parameter"),
    (
        "uncertainty */of",
        "sheet:MÃ:DÒNG:Ô, parameter:MÃ hoặc measure:MÃ:GIÁ TRỊ",
        "sheet:CODE:ROW:CELL, parameter:ID or measure:CODE:VALUE",
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
    ("uncertainty set/likely", "Giá trị hay gặp nhất (triangular, pert)", "The most likely value (triangular, pert)"),
    ("uncertainty set/high", "Giá trị cao nhất", "The highest value"),
    ("uncertainty set/source", "Nguồn của khoảng hoặc phân bố", "Where the range or distribution comes from"),
    (
        "uncertainty set/provenance",
        "Mức tin cậy: assumption, measured, surveyed, official (mặc định assumption)",
        "How sure: assumption, measured, surveyed, official (default assumption)",
    ),
    (
        "uncertainty list",
        "Liệt kê các tham số bất định, bên cạnh là giá trị đang dùng",
        "List the uncertain parameters beside the values in use",
    ),
    ("uncertainty remove", "Bỏ độ bất định của một tham số", "Make a parameter certain again"),
    (
        "scenario chance",
        "Khoảng tin cậy của số liệu và xác suất đạt từng mục tiêu, khi các tham số bất định",
        "Intervals of the figures and the probability that each target is met, given what is uncertain",
    ),
    (
        "scenario tornado",
        "Tham số bất định nào quan trọng nhất đối với mức cắt giảm",
        "Which uncertain parameters matter most to the saving",
    ),
    (
        "scenario */scenario",
        "Mã kịch bản, hoặc planned, approved, in-force, none (mặc định: planned)",
        "Code of the scenario, or planned, approved, in-force, none (default: planned)",
    ),
    (
        "scenario */programme",
        "Tính trên số liệu gốc và mục tiêu của chương trình này",
        "Compute over the baseline and the targets of this programme",
    ),
    ("scenario */draws", "Số lần rút (mặc định 10000)", "How many draws (default 10000)"),
    (
        "scenario */seed",
        "Hạt giống: cùng hạt giống cho cùng kết quả (mặc định 1)",
        "The seed: the same seed gives the same result (default 1)",
    ),
    (
        "scenario */threads",
        "Số luồng; kết quả không phụ thuộc vào số này (mặc định 2)",
        "How many threads; the result does not depend on it (default 2)",
    ),
    (
        "scenario chance/level",
        "Khoảng chứa bao nhiêu phần trăm số lần rút (mặc định 90: từ phân vị 5 đến 95)",
        "How many percent of the draws the interval holds (default 90: from the 5th to the 95th percentile)",
    ),
    (
        "scenario tornado/percent",
        "Xếp theo tỷ lệ cắt giảm (phần trăm của chi phí trước) thay vì số tiền",
        "By the share saved (percent of the cost before) instead of the amount",
    ),
    ("scenario tornado/limit", "Bao nhiêu tham số (mặc định 20)", "How many parameters (default 20)"),
];
