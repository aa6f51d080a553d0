//! What is said of uncertainty.

crate::messages! {
    /// Messages about uncertain parameters, draws and the tornado.
    ChanceWord {
        BelowZero { vi: "giá trị không được âm", en: "values must not be below zero" }
        LowAboveHigh { vi: "giá trị thấp nhất ({0}) lớn hơn giá trị cao nhất ({1})", en: "the lowest value ({0}) is above the highest ({1})" }
        LikelyOutside { vi: "giá trị thường gặp nhất ({0}) nằm ngoài khoảng {1} – {2}", en: "the likely value ({0}) lies outside {1} to {2}" }
        NeedsLikely { vi: "phân bố “{0}” cần giá trị thường gặp nhất (--likely)", en: "a spread “{0}” needs the likely value (--likely)" }
        NoLikely { vi: "phân bố “{0}” không dùng giá trị thường gặp nhất (--likely)", en: "a spread “{0}” takes no likely value (--likely)" }
        LognormalAboveZero { vi: "phân bố lognormal cần giá trị thấp lớn hơn 0", en: "a lognormal spread needs a low above zero" }
    }
}
