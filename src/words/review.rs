//! What is said of reviews of a regulation by checklists.

crate::messages! {
    /// Words of reviews.
    ReviewWord {
        Regulation { vi: "Quy định", en: "Regulation" }
        Name { vi: "Tên", en: "Name" }
        Agency { vi: "Cơ quan", en: "Agency" }
        Form { vi: "Phiếu rà soát", en: "Checklist" }
        Questions { vi: "các câu hỏi: {0}", en: "questions: {0}" }
        QuestionsColumn { vi: "Số câu hỏi", en: "Questions" }
        AnsweredColumn { vi: "Đã trả lời", en: "Answered" }
        Findings { vi: "Chưa đạt", en: "Findings" }
        Criterion { vi: "Tiêu chí", en: "Criterion" }
        QuestionColumn { vi: "Câu hỏi", en: "Question" }
        Standing { vi: "Đã trả lời {0}/{1} câu, {2} câu chưa đạt", en: "{0} of {1} questions answered, {2} {2:finding|findings}" }
        Open { vi: "chưa trả lời", en: "not answered" }
        Finding { vi: "chưa đạt", en: "finding" }
        NoForms { vi: "tệp dữ liệu chưa có phiếu rà soát; bổ sung bằng: tinhgon init", en: "the data file has no checklists; to add them, run: tinhgon init" }
        NoQuestion { vi: "không phiếu rà soát nào có câu hỏi “{0}”", en: "no checklist has a question “{0}”" }
        SeveralForms { vi: "câu hỏi “{0}” có ở nhiều phiếu rà soát ({1}); thêm --form", en: "several checklists ask question “{0}” ({1}); add --form" }
        BadAnswer { vi: "“{0}” không phải là câu trả lời; viết CÂU_HỎI=có, không, một phần hoặc không áp dụng (yes, no, partly, not_applicable)", en: "“{0}” is not an answer; write QUESTION=yes, no, partly or not_applicable" }
        NotAnswered { vi: "{0} chưa có câu trả lời cho câu hỏi “{1}”", en: "{0} has no answer to question “{1}”" }
        NoAnswers { vi: "{0} chưa có câu trả lời rà soát", en: "{0} has no review answers" }
        See { vi: "xem: tinhgon review show {0}", en: "see: tinhgon review show {0}" }
        Answered { vi: "đã ghi {1} câu trả lời rà soát của {0}, {2} câu chưa đạt", en: "{1} review {1:answer|answers} stored for {0}, {2} {2:finding|findings}" }
        Cleared { vi: "đã bỏ {1} câu trả lời rà soát của {0}", en: "{1} review {1:answer|answers} removed from {0}" }
        ChooseForm { vi: "Chọn phiếu rà soát", en: "Choose a checklist" }
        FormTitle { vi: "{0} · {1}", en: "{0} · {1}" }
        AnswerLabel { vi: "Trả lời", en: "Answer" }
        NoteLabel { vi: "Lý do, ghi chú", en: "Reason, note" }
        Saved { vi: "đã lưu câu trả lời rà soát của {0}", en: "saved the review answers of {0}" }
        NothingAnswered { vi: "chưa có câu nào được trả lời", en: "no question is answered yet" }
        Section { vi: "Rà soát", en: "Review" }
    }
}
