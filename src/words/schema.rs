//! What `schema` says.

crate::messages! {
    /// The answers there are, and their forms.
    SchemaWord {
        AnswerColumn { vi: "Câu trả lời", en: "Answer" }
        FormColumn { vi: "Dạng", en: "Form" }
        CommandsColumn { vi: "Lệnh", en: "Commands" }
        Rows { vi: "nhiều dòng", en: "rows" }
        One { vi: "một mục", en: "one" }
        NoAnswer { vi: "không có câu trả lời “{0}”", en: "there is no answer “{0}”" }
        Answers { vi: "có: {0}", en: "there are: {0}" }
    }
}
