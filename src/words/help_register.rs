//! The help of linked services, suggestions and reviews: `linked`, `suggest`, `review`.

/// Help texts, as in [`super::help::HELP`].
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "cost total/linked",
        "Tính một lần công việc chung của dịch vụ liên thông, phần chênh ở dòng riêng",
        "Count shared work of linked services once, the difference on a line of its own",
    ),
    (
        "linked",
        "Dịch vụ liên thông: chi phí của nhóm, công việc chung tính một lần",
        "Linked services: cost of the group, shared work counted once",
    ),
    (
        "linked list",
        "Liệt kê với chi phí thực hiện riêng, thực hiện liên thông",
        "List them with their cost, separately and as one",
    ),
    (
        "linked show",
        "Một dịch vụ: thủ tục, công việc chung, trước và sau phương án",
        "Show one: members, shared work, before and after measures",
    ),
    ("linked show/code", "Mã dịch vụ liên thông", "Code of the linked service"),
    ("linked */as_of", "Tính đến ngày (mặc định hôm nay)", "As of a day (default today)"),
    (
        "suggest",
        "Gợi ý cắt giảm dựa trên dữ liệu: thành phần hồ sơ mà Nhà nước đã có dữ liệu, bản sao chứng thực, báo cáo giấy",
        "Suggested cuts: papers that the state holds as data, certified copies, paper reports",
    ),
    (
        "suggest list",
        "Liệt kê gợi ý với căn cứ và số tiết kiệm, nhiều nhất trước; không tự áp dụng",
        "List suggestions with evidence and saving, the greatest first; none is applied by itself",
    ),
    (
        "suggest list/kind",
        "Chỉ loại phương án này (xem list measure-kind)",
        "Only this kind of measure (see list measure-kind)",
    ),
    (
        "suggest list/agency",
        "Chỉ quy định của cơ quan này: mã hoặc tên",
        "Only regulations of this agency: code or name",
    ),
    ("suggest list/regulation", "Chỉ quy định này", "Only this regulation"),
    ("suggest list/data", "Chỉ cơ sở dữ liệu này (xem list state-data)", "Only this database (see list state-data)"),
    (
        "suggest list/min_saving",
        "Chỉ gợi ý tiết kiệm từ số đồng này một năm",
        "Only those that save this many đồng a year",
    ),
    (
        "suggest list/whole",
        "Chỉ khi thành phần hồ sơ chỉ yêu cầu đúng giấy tờ đó",
        "Only where the component asks for that paper and nothing else",
    ),
    (
        "suggest */rules",
        "Tệp quy tắc thay cho catalog/suggestion-rules.toml",
        "A file of rules instead of catalog/suggestion-rules.toml",
    ),
    ("suggest show", "Một gợi ý với đầy đủ căn cứ", "Show one with all its evidence"),
    (
        "suggest */id",
        "Mã gợi ý, ví dụ 1.004222-c2-population",
        "Id of the suggestion, for example 1.004222-c2-population",
    ),
    (
        "suggest accept",
        "Lập phương án đề xuất từ các gợi ý; có thể hoàn tác",
        "Make proposed measures of suggestions; can be undone",
    ),
    ("suggest accept/ids", "Mã các gợi ý", "Ids of the suggestions"),
    ("suggest accept/person", "Người phụ trách", "Person responsible"),
    ("suggest accept/due", "Thời hạn hoàn thành", "Due date"),
    ("suggest accept/date", "Ngày đề xuất (mặc định hôm nay)", "The day of the proposal (default today)"),
    (
        "suggest dismiss",
        "Không chấp nhận một gợi ý: ghi thành phương án không được chấp thuận để không gợi ý lại",
        "Reject one: recorded as a rejected measure, so that it is not suggested again",
    ),
    ("suggest dismiss/reason", "Lý do", "Why"),
    (
        "review",
        "Rà soát quy định theo phiếu: câu hỏi, câu trả lời; câu chưa đạt gợi ý phương án",
        "Reviews of regulations by checklists: questions and answers; findings suggest measures",
    ),
    (
        "review list",
        "Liệt kê các quy định đang rà soát: số câu đã trả lời, số câu chưa đạt",
        "List reviews that were begun: questions answered, findings",
    ),
    (
        "review show",
        "Các câu hỏi của mọi phiếu rà soát với câu trả lời cho một quy định",
        "The questions of every checklist with the answers for a regulation",
    ),
    ("review */code", "Mã quy định", "Code of the regulation"),
    (
        "review answer",
        "Trả lời câu hỏi rà soát cho một quy định; có thể hoàn tác",
        "Answer questions for a regulation; can be undone",
    ),
    (
        "review answer/answers",
        "CÂU_HỎI=có, không, một phần hoặc không áp dụng, ví dụ can-thiet.1=không",
        "QUESTION=yes, no, partly or not_applicable, for example can-thiet.1=no",
    ),
    (
        "review */form",
        "Phiếu rà soát (xem list checklist); cần khi câu hỏi có ở nhiều phiếu",
        "Checklist (see list checklist); needed where several ask the question",
    ),
    ("review answer/note", "Lý do, ghi chú", "Reason, note"),
    ("review answer/person", "Người trả lời", "Who answers"),
    ("review answer/date", "Ngày trả lời (mặc định hôm nay)", "Day of the answer (default today)"),
    (
        "review clear",
        "Bỏ câu trả lời của một quy định: các câu nêu ra, hoặc tất cả",
        "Take answers of a regulation back: those to the questions named, or all",
    ),
    ("review clear/questions", "Các câu hỏi", "Questions"),
];
