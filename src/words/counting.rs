//! How programmes count, and what came in and went out under them.

crate::messages! {
    /// Words about how a programme counts, and its book of in and out.
    CountingWord {
        Line { vi: "Cách tính", en: "How it counts" }
        Net { vi: "thực giảm: trừ phần phát sinh mới", en: "net of what is new" }
        AtStage { vi: "tính ở giai đoạn {0}", en: "counts at the stage {0}" }
        InPrices { vi: "theo giá năm {0}", en: "in prices of {0}" }
        LastingOnly { vi: "không tính phương án có thời hạn", en: "without temporary measures" }
        CreditMonths { vi: "phần cắt giảm hết giá trị bù trừ sau {0} tháng", en: "a cut pays for new burden for {0} {0:month|months}" }
        ValuedBy { vi: "giá trị: {0}", en: "valued as {0}" }
        AtRate { vi: "lãi suất {0}% một năm", en: "{0}% a year" }
        OverYears { vi: "{0} năm", en: "{0} {0:year|years}" }
        Denominators { vi: "Mẫu số đã công bố", en: "Published denominators" }
        DenominatorSaid { vi: "{0}: {1} {2}", en: "{0}: {1} {2}" }
        DenominatorOn { vi: "{0} ({1})", en: "{0} ({1})" }
        RatioLine { vi: "Thêm một, bỏ bao nhiêu", en: "Out for each in" }
        RatioSaid { vi: "bỏ {0} cho mỗi phần thêm vào ({1}); vào: {2}; ra: {3}", en: "{0} out for each in ({1}); in: {2}; out: {3}" }
        PaidTogether { vi: "bù trừ chung mọi cơ quan", en: "all agencies together" }
        PaidAlone { vi: "mỗi cơ quan tự bù", en: "each agency by itself" }
        WithinMonths { vi: "trong {0} tháng", en: "within {0} {0:month|months}" }
        PricesOf { vi: "giá năm {0} × {1}", en: "prices of {0} × {1}" }
        PublishedLess { vi: "{0}: {1} − {2} = {3} {4}", en: "{0}: {1} − {2} = {3} {4}" }
        PublishedYearly { vi: "{0}: {1} mỗi năm trong {2} năm tính là {3} {4}", en: "{0}: {1} a year for {2} years counts {3} {4}" }
        PublishedIns { vi: "{0}: ra {1}, vào {2} {4}, tức {3} đổi 1", en: "{0}: {1} out, {2} in ({4}), or {3} for one" }
        PublishedWhole { vi: "{0}: {1} tính thành {2} {3}", en: "{0}: {1} counts {2} {3}" }

        SaysNet { vi: "{0}: kết quả là mức thực giảm, đã trừ phần phát sinh mới", en: "{0}: results are net of what is new since the baseline" }
        NetUnknown { vi: "{0}: tính theo mức thực giảm nhưng chưa chốt số liệu gốc nên chưa trừ được phần phát sinh mới; chưa coi là đạt; chạy: tinhgon baseline freeze {0}", en: "{0}: counts net, but its baseline is not frozen, so that what is new cannot be taken off; no target counts as met; run: tinhgon baseline freeze {0}" }
        SaysStage { vi: "{0}: mục tiêu tính ở giai đoạn {1}", en: "{0}: targets count at the stage {1}" }
        SaysPrices { vi: "{0}: số tiền theo giá năm {1}", en: "{0}: amounts are in prices of {1}" }
        NoPrices { vi: "{0}: tính theo giá năm {1} nhưng không có hệ số quy đổi từ giá năm {2}; số tiền giữ nguyên giá năm {2}, không coi là giá năm {1}", en: "{0}: counts in prices of {1}, but states no conversion from {2}; amounts stay in prices of {2} and are none of {1}" }
        NetNoPrices { vi: "{0}: chưa trừ được phần phát sinh mới (giá năm {1}) vì không có hệ số quy đổi; chưa coi là đạt", en: "{0}: what is new (prices of {1}) cannot be taken off without a conversion; no target counts as met" }
        GrossHere { vi: "{0}: chương trình có cách tính riêng (xem: tinhgon show programme {0}); ở đây tính mức giảm chưa trừ phần phát sinh mới, không quy đổi giá", en: "{0}: the programme counts by rules of its own (see: tinhgon show programme {0}); here savings are gross, and prices are not converted" }
        MixedPrices { vi: "{0}: phần phát sinh mới theo giá năm {1}, phần còn lại theo giá năm {2}; chương trình không nêu giá năm nào (price_year) nên không quy đổi", en: "{0}: what is new is in prices of {1}, all else in prices of {2}; the programme names no price year (price_year), so nothing is converted" }
        OtherNotion { vi: "{0}: chương trình đo {1}; số ở đây là chi phí tuân thủ", en: "{0}: the programme measures {1}; the figures here are compliance cost" }
        LeftOutTemporary { vi: "{0}: không tính {1} phương án chỉ có hiệu lực có thời hạn", en: "{0}: without {1} {1:measure that is|measures that are} in force for a time only" }

        Programme { vi: "Chương trình", en: "Programme" }
        Rule { vi: "Quy tắc", en: "Rule" }
        Weighs { vi: "So theo", en: "Weighed by" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Total { vi: "Tất cả", en: "All" }
        CameRegulations { vi: "Quy định vào", en: "Regulations in" }
        Came { vi: "Vào", en: "In" }
        Unknown { vi: "Vào, chưa biết chi phí", en: "In, cost unknown" }
        GoneRegulations { vi: "Quy định ra", en: "Regulations out" }
        Gone { vi: "Ra", en: "Out" }
        Lapsed { vi: "Ra, đã hết giá trị bù", en: "Out, no longer counting" }
        Owed { vi: "Phải ra", en: "Owed" }
        Balance { vi: "Dư (+), thiếu (−)", en: "Balance" }
        Debt { vi: "Còn phải bù", en: "Still owed" }
        Due { vi: "Hạn bù", en: "Due" }
        Unit { vi: "Đơn vị", en: "Unit" }
        NoRule { vi: "(không đặt tỷ lệ)", en: "(no ratio)" }
        LedgerNote { vi: "{0}: vào = quy định phát sinh từ ngày chốt số liệu gốc; ra = phương án ở giai đoạn {1}; dư = ra − phải ra (không đặt tỷ lệ: ra − vào)", en: "{0}: in = regulations that came since the baseline was frozen; out = measures at the stage {1}; balance = out − owed (without a ratio: out − in)" }
        LedgerUnknown { vi: "{0}: {1} quy định vào chưa biết chi phí, không có trong tổng", en: "{0}: the cost of {1} new {1:regulation is|regulations is} unknown and in no sum" }
        LedgerRefused { vi: "{0}: không lập được sổ theo chi phí vì không có hệ số quy đổi giá năm {1} về giá năm {2}", en: "{0}: no book by cost, because no conversion of prices of {1} to those of {2} is stated" }
        LedgerSaid { vi: "Sổ vào – ra ({0}): vào {1}, ra {2}, {3} {4}", en: "Book of in and out ({0}): in {1}, out {2}, {3} {4}" }
        Owes { vi: "còn phải bù", en: "owes" }
        HasLeft { vi: "dư", en: "balance" }
        Heading { vi: "Sổ vào – ra theo cơ quan", en: "Book of in and out by agency" }
    }
}
