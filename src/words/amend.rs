//! What the law engine says of amending, consolidating and drafting.

crate::messages! {
    /// Messages of amending, consolidating and drafting.
    AmendMessage {
        Source { vi: "Tại", en: "Where" }
        Line { vi: "Dòng", en: "Line" }
        Operation { vi: "Loại sửa đổi", en: "Operation" }
        Instrument { vi: "Văn bản", en: "Instrument" }
        Place { vi: "Điều khoản", en: "Place" }
        Detail { vi: "Nội dung", en: "Detail" }
        Effective { vi: "Hiệu lực", en: "Effective" }
        Reason { vi: "Lý do", en: "Reason" }
        Order { vi: "Nội dung sửa đổi", en: "Order" }
        Ours { vi: "Kết quả hợp nhất", en: "Result" }
        Theirs { vi: "Bản công bố", en: "Published" }
        Difference { vi: "Khác nhau", en: "Difference" }
        Replace { vi: "sửa đổi, bổ sung", en: "replace" }
        ReplaceHeading { vi: "sửa đổi tên điều", en: "replace heading" }
        Insert { vi: "bổ sung", en: "insert" }
        Repeal { vi: "bãi bỏ", en: "repeal" }
        RepealInstrument { vi: "bãi bỏ văn bản", en: "repeal instrument" }
        ReplacePhrase { vi: "thay thế cụm từ", en: "replace phrase" }
        InsertPhrase { vi: "bổ sung cụm từ", en: "insert phrase" }
        DeletePhrase { vi: "bãi bỏ cụm từ", en: "delete phrase" }
        ReplaceAnnex { vi: "thay thế phụ lục", en: "replace annex" }
        Suspend { vi: "ngưng hiệu lực", en: "suspend" }
        Erratum { vi: "đính chính", en: "erratum" }
        After { vi: "sau {0}: {1}", en: "after {0}: {1}" }
        Before { vi: "trước {0}: {1}", en: "before {0}: {1}" }
        AtEnd { vi: "vào cuối: {0}", en: "at the end: {0}" }
        Until { vi: "đến {0}", en: "until {0}" }
        PhraseBecomes { vi: "“{0}” → “{1}”", en: "“{0}” → “{1}”" }
        PhraseBeside { vi: "“{1}” cạnh “{0}”", en: "“{1}” beside “{0}”" }
        HeadingOf { vi: "tên {0}", en: "heading of {0}" }
        WholeInstrument { vi: "toàn bộ văn bản", en: "the whole instrument" }
        NoInstrument { vi: "không rõ sửa văn bản nào", en: "the amended instrument is not stated" }
        NoPlace { vi: "không đọc được điều khoản nào", en: "no provision could be read" }
        NoArticle { vi: "không rõ thuộc điều nào", en: "the Điều is not stated" }
        NoText { vi: "không có nội dung mới trong ngoặc kép", en: "no new text between quotation marks" }
        LabelNotInText { vi: "nội dung mới không có điều khoản được nêu", en: "the new text lacks the provision that is named" }
        TextNotNamed { vi: "nội dung mới có điều khoản không được nêu", en: "the new text has provisions that are not named" }
        NoPhrase { vi: "không đọc được cụm từ thay thế", en: "the phrase could not be read" }
        PartlyRead { vi: "còn phần chưa đọc được trong nội dung này", en: "part of the order could not be read" }
        Exception { vi: "có phần loại trừ", en: "the order makes an exception" }
        Unclosed { vi: "ngoặc kép mở mà không đóng: không rõ nội dung mới đến đâu", en: "the quotation does not close: where the new text ends is not known" }
        LeftOut { vi: "nội dung mới bỏ lửng phần giữ nguyên bằng dấu ba chấm", en: "the new text leaves out, by dots, what stays as it is" }
        Limit { vi: "chỉ áp dụng trong một trường hợp, phạm vi hoặc một phần", en: "the order is limited to some case, scope or part" }
        DoubtfulPlace { vi: "vị trí được nêu hiểu được theo hai cách", en: "the place can be read in two ways" }
        CapitalsDiffer { vi: "{0} {1}: đã áp dụng dù chữ hoa, chữ thường của cụm từ khác nhau; kiểm tra lại", en: "{0} {1}: applied although the capitals of the phrase differ; check it" }
        PhraseWithin { vi: "{0} {1} {2}: đã áp dụng cả ở những chỗ cụm từ có thể thuộc một tên hoặc một từ khác; kiểm tra lại: {3}", en: "{0} {1} {2}: applied also where the phrase may be part of another name or word; check: {3}" }
        PhraseAt { vi: "{0} “…{1}…”", en: "{0} “…{1}…”" }
        PlacesMore { vi: "và {0} chỗ khác", en: "and {0} more" }
        Temporary { vi: "chỉ có hiệu lực trong một thời gian; sau đó áp dụng thế nào do người phụ trách xác định", en: "in effect for a time only; what holds after that is for a person to say" }
        Contradicts { vi: "mâu thuẫn với nội dung khác của cùng văn bản tại cùng chỗ", en: "another order of the same instrument says otherwise of the same place" }
        OwnText { vi: "ghi “này”: chỉ chính văn bản sửa đổi hay văn bản được sửa đổi là chưa rõ", en: "it says “this”: whether that is the amending instrument or the amended one is not clear" }
        ReasonBeside { vi: "{0} ({1})", en: "{0} ({1})" }
        OrderAt { vi: "dòng {0}, {1}", en: "line {0}, {1}" }
        OverlapTwice { vi: "nội dung trùng nhau; chỉ áp dụng một lần", en: "the same is ordered twice; it is applied once" }
        OverlapVoid { vi: "chỗ được sửa bị bãi bỏ bởi nội dung kia; chỉ áp dụng việc bãi bỏ", en: "the place that one changes is repealed by the other; only the repeal is applied" }
        OverlapInTurn { vi: "cùng tác động một chỗ; áp dụng lần lượt theo thứ tự trong văn bản; kiểm tra lại", en: "both touch one place; they are applied in the order in which they are written; check it" }
        OverlapAgainst { vi: "mâu thuẫn với nhau; không áp dụng nội dung nào", en: "they contradict each other; neither is applied" }
        Meets { vi: "{0} {1} (dòng {2}, {3}) và {4} {5} (dòng {6}, {7}): {8}", en: "{0} {1} (line {2}, {3}) and {4} {5} (line {6}, {7}): {8}" }
        Wording { vi: "cách viết chưa biết", en: "unknown wording" }
        NoSuchPlace { vi: "văn bản gốc không có điều khoản này", en: "the base has no such provision" }
        DoubtfulParagraph { vi: "không chắc là đoạn nào trong điều khoản này", en: "which paragraph of the provision is meant is not certain" }
        NoSuchAnchor { vi: "văn bản gốc không có điều khoản được nêu làm vị trí bổ sung", en: "the base has no such point of insertion" }
        AlreadyThere { vi: "đã có điều khoản cùng số", en: "there is a provision of that number already" }
        NoSuchPhrase { vi: "không có cụm từ này tại chỗ đó", en: "the phrase does not occur there" }
        OtherUnit { vi: "nội dung mới không phải điều khoản được nêu", en: "the new text is of another provision" }
        FormsBehind { vi: "phụ lục này gồm các mẫu đứng sau: cần nêu từng mẫu", en: "the annex consists of the forms behind it: each has to be named" }
        NoSuchAnnex { vi: "văn bản sửa đổi không có phụ lục này", en: "the amending instrument has no such annex" }
        NoDate { vi: "không rõ ngày có hiệu lực", en: "the date of effect is not known" }
        OperationsSummary { vi: "{0}: có {3} nội dung, trong đó {1} nội dung sửa đổi đã đọc, {2} nội dung chưa xác định được", en: "{0}: {3} {3:order|orders} seen: {1} {1:operation|operations}, {2} unresolved" }
        NothingAmended { vi: "văn bản không sửa đổi văn bản nào", en: "the instrument amends nothing" }
        Applied { vi: "{0}: đã áp dụng {1}", en: "{0}: {1} applied" }
        Withdrawn { vi: "{0}: {1} nội dung sửa đổi đã bị văn bản sau bãi bỏ, không áp dụng", en: "{0}: {1} {1:operation|operations} repealed by a later instrument, not applied" }
        AppliedLater { vi: "{0}: đã áp dụng {1}, {2} có hiệu lực sau", en: "{0}: {1} applied, {2} take effect later" }
        NothingAimed { vi: "{0}: không có nội dung nào sửa văn bản gốc {1}", en: "{0}: nothing in it amends {1}" }
        NothingAimedHint { vi: "kiểm tra số, ký hiệu văn bản gốc; nếu tệp gốc không ghi số thì thêm --number", en: "check the number of the base; where its file does not state it, add --number" }
        NotApplied { vi: "không áp dụng được: {0} {1} (tại {2}, {3}): {4}", en: "not applied: {0} {1} (at {2}, {3}): {4}" }
        NotResolved { vi: "chưa xác định được (dòng {0}, {1}): {2}: {3}", en: "unresolved (line {0}, {1}): {2}: {3}" }
        TakenByHand { vi: "theo tệp trả lời (dòng {0}, {1}, {2}): nhận thành {3} nội dung sửa đổi", en: "answered by hand (line {0}, {1}, {2}): taken as {3} {3:operation|operations}" }
        SkippedByHand { vi: "theo tệp trả lời (dòng {0}, {1}, {2}): bỏ qua, lý do: {3}", en: "answered by hand (line {0}, {1}, {2}): passed over, because {3}" }
        FixesBroken { vi: "không đọc được tệp trả lời", en: "the file of answers cannot be read" }
        FixesHint { vi: "mỗi mục [[fix]] có at (nơi có nội dung, như \"khoản 2 Điều 1\"), take (lời văn sửa đổi để áp dụng) hoặc skip (lý do bỏ qua), thêm order hoặc place khi cần; mẫu để điền: --review TỆP", en: "each [[fix]] has at (where the order stands, as \"khoản 2 Điều 1\"), take (the order as it is to be applied) or skip (why it is passed over), and order or place where needed; a file to fill in: --review FILE" }
        FixPlace { vi: "không đọc được điều khoản “{0}”", en: "the place “{0}” cannot be read" }
        FixUnanswered { vi: "mục chưa được trả lời: take và skip đều trống", en: "nothing is answered: take and skip are empty" }
        FixTwice { vi: "mục có cả take và skip; chỉ giữ một", en: "take and skip both answer; keep one of them" }
        FixNothing { vi: "{0}: không có nội dung nào cần xem lại khớp với câu trả lời này", en: "{0}: nothing for review there fits this answer" }
        FixSeveral { vi: "{0}: có {1} nội dung khớp với câu trả lời này; thêm by, order hoặc place", en: "{0}: {1} lines fit this answer; add by, order or place" }
        FixChanged { vi: "{0}: nội dung ở đó không còn như khi trả lời", en: "{0}: the order there no longer reads as it was answered" }
        AnswersUsed { vi: "dùng {0} câu trả lời đã lưu", en: "{0} {0:answer|answers} of earlier {0:is|are} used" }
        TakenBefore { vi: "đã trả lời trước đây (dòng {0}, {1}, {2}): nhận thành {3} nội dung sửa đổi", en: "answered before (line {0}, {1}, {2}): taken as {3} {3:operation|operations}" }
        SkippedBefore { vi: "đã trả lời trước đây (dòng {0}, {1}, {2}): bỏ qua, lý do: {3}", en: "answered before (line {0}, {1}, {2}): passed over, because {3}" }
        AnswerUnused { vi: "không dùng một câu trả lời đã lưu của {0}: {1}", en: "an answer of earlier to {0} is not used: {1}" }
        AnswersUnread { vi: "không dùng câu trả lời đã lưu vì không đọc được tệp dữ liệu: {0}", en: "no answers of earlier are used, because the data file cannot be read: {0}" }
        AnswersNoNumber { vi: "không lưu được câu trả lời: không rõ số, ký hiệu văn bản sửa đổi", en: "the answers cannot be kept: the number of the amending instrument is not known" }
        AnswersNone { vi: "không có câu trả lời nào cho {0}", en: "there is no answer to {0}" }
        AnswersNotAt { vi: "{0}: không có câu trả lời nào tại {1}", en: "{0}: there is no answer at {1}" }
        AnswersSee { vi: "xem: tinhgon law fixes list", en: "see: tinhgon law fixes list" }
        AnswersKept { vi: "đã lưu {0} câu trả lời", en: "{0} {0:answer|answers} kept" }
        AnswersCleared { vi: "{0}: đã rút lại {1} câu trả lời", en: "{0}: {1} {1:answer|answers} taken back" }
        AnswerAmending { vi: "Văn bản sửa đổi", en: "Amending instrument" }
        AnswerTake { vi: "Nhận là", en: "Taken as" }
        AnswerSkip { vi: "Lý do bỏ qua", en: "Passed over because" }
        AnswerBase { vi: "Văn bản được sửa", en: "Amended instrument" }
        AnswerPlace { vi: "Điều khoản được sửa", en: "Amended place" }
        AnswerPerson { vi: "Người trả lời", en: "Who answered" }
        AnswerDate { vi: "Ngày trả lời", en: "Answered on" }
        AnswerNote { vi: "Ghi chú", en: "Note" }
        FixNotRead { vi: "không đọc được lời văn trong take: {0}", en: "the order in take cannot be read: {0}" }
        ReviewThere { vi: "tệp đã có; nêu tên khác để không ghi đè câu trả lời", en: "the file is there already; name another, so that no answers are written over" }
        ReviewWritten { vi: "đã ghi {0} mục cần trả lời vào {1}; điền rồi chạy lại với --fixes", en: "{0} {0:question|questions} written to {1}; fill them in and run again with --fixes" }
        ReviewHow { vi: "Trả lời từng mục: take là lời văn sửa đổi để áp dụng, skip là lý do bỏ qua; để trống một trong hai.\nRồi chạy: tinhgon law apply … --fixes TỆP", en: "Answer each: take is the order as it is to be applied, skip why it is passed over; leave one of the two empty.\nThen run: tinhgon law apply … --fixes FILE" }
        Exported { vi: "đã kết xuất {0}: {1} phụ lục, quy chế kèm theo; {2} nội dung sửa văn bản khác; {3} nội dung do văn bản khác sửa", en: "exported {0}: {1} {1:annex|annexes} and attached rules; {2} {2:change|changes} of others; {3} {3:change|changes} by others" }
        ExportOpen { vi: "không ghi: còn nội dung sửa đổi chưa áp dụng được hoặc chưa xác định được", en: "not written: some amendments could not be applied or resolved" }
        ExportOpenHint { vi: "xem: tinhgon law export SỐ --as-of NGÀY", en: "see: tinhgon law export NUMBER --as-of DATE" }
        ExportBesideKept { vi: "{0}: văn bản trong tệp dữ liệu được hợp nhất bằng các văn bản đã nhập; nhập văn bản này rồi thêm --as-of, hoặc kết xuất từ tệp", en: "{0}: an instrument of the data file is consolidated with those that were imported; import it and add --as-of, or export from a file" }
        InstrumentRepealed { vi: "văn bản gốc đã bị bãi bỏ: {0}", en: "the base is repealed: {0}" }
        VersionSaved { vi: "đã lưu vào tệp dữ liệu: {0}, bản {1}", en: "saved in the data file: {0}, version {1}" }
        VersionSame { vi: "tệp dữ liệu đã có đúng bản này: {0}, bản {1}", en: "the data file has this version already: {0}, version {1}" }
        NotSaved { vi: "không lưu: còn nội dung chưa áp dụng được hoặc chưa xác định được", en: "not saved: some provisions could not be applied" }
        NotSavedHint { vi: "trả lời từng mục bằng --review và --fixes; hoặc xuất bằng -o, sửa lại, rồi chạy: tinhgon import TỆP --instrument SỐ --version \"consolidated NGÀY\"", en: "answer each line with --review and --fixes; or export it with -o, correct it by hand, then run: tinhgon import FILE --instrument NUMBER --version \"consolidated DATE\"" }
        RepealedNotSaved { vi: "không lưu: văn bản gốc đã bị bãi bỏ toàn bộ", en: "not saved: the base is repealed as a whole" }
        NoNumberToSave { vi: "không lưu được: không rõ số, ký hiệu văn bản gốc; thêm --number", en: "not saved: the number of the base is not known; add --number" }
        NoDayToSave { vi: "không lưu được: không rõ ngày có hiệu lực; thêm --as-of", en: "not saved: the day of effect is not known; add --as-of" }
        MissingInOurs { vi: "chỉ có trong bản công bố", en: "only in the published text" }
        MissingInTheirs { vi: "chỉ có trong kết quả", en: "only in our result" }
        OtherWords { vi: "khác lời văn", en: "different wording" }
        SameAsPublished { vi: "không khác bản công bố ({0} điều khoản)", en: "no difference from the published text ({0} {0:place|places})" }
        DiffersFromPublished { vi: "{0} chỗ khác bản công bố, trong {1} điều khoản", en: "{0} of {1} places {0:differs|differ} from the published text" }
        AtNoPlace { vi: "không đọc được điều khoản và số, ký hiệu văn bản trong “{0}”", en: "“{0}” does not name a provision and the number of its instrument" }
        AtHint { vi: "viết ví dụ: tinhgon law at 1/3/2027 \"khoản 3 Điều 22 Thông tư số 39/2016/TT-NHNN\", hoặc 39/2016/TT-NHNN#k3-d22@2027-03-01", en: "write for example: tinhgon law at 1/3/2027 \"khoản 3 Điều 22 Thông tư số 39/2016/TT-NHNN\", or 39/2016/TT-NHNN#k3-d22@2027-03-01" }
        AtTwoDays { vi: "nêu hai ngày khác nhau: {0} và {1}", en: "two different days are given: {0} and {1}" }
        AtState { vi: "Hiệu lực", en: "State" }
        AtBy { vi: "Theo văn bản", en: "By" }
        AtFrom { vi: "Từ ngày", en: "From" }
        AtUntil { vi: "Hết hiệu lực từ ngày", en: "No longer from" }
        AtVersion { vi: "Tính từ bản", en: "Computed from" }
        AtConsidered { vi: "Văn bản khác đã xét", en: "Other instruments considered" }
        AtNoneConsidered { vi: "chưa nhập văn bản nào nói đến văn bản này; nếu đã có văn bản sửa đổi, bổ sung thì kết quả chưa phản ánh", en: "none that speaks of it was imported; where one amends it, this answer does not show it" }
        AtText { vi: "Nội dung", en: "Text" }
        AtChanges { vi: "Đã thay đổi", en: "What changed it" }
        AtMeanwhile { vi: "Văn bản có thời hạn nói đến điều khoản này (khác nhau thì theo văn bản đó)", en: "Temporary instruments that name it (where they say otherwise, they hold)" }
        AtMeanwhileLine { vi: "{0}, {1}: đến hết ngày {2}", en: "{0}, {1}: until {2}" }
        AtToReview { vi: "Cần xem lại", en: "To review" }
        AtReview { vi: "{0}, dòng {1}: {2}", en: "{0}, line {1}: {2}" }
        AtAnswered { vi: "Đã trả lời bằng tay", en: "Answered by hand" }
        Pairs { vi: "cần từng cặp tệp: văn bản gốc, văn bản đã chỉnh lý", en: "files come in pairs: base, edited" }
        NothingDrafted { vi: "không soạn được nội dung nào nên không ghi tệp", en: "nothing could be drafted, so no file was written" }
        NothingDraftedHint { vi: "nêu văn bản, điều khoản và nội dung đề xuất của phương án bằng: tinhgon measure edit MÃ --instrument SỐ --provision ĐIỀU-KHOẢN --proposed-text @TỆP", en: "to state the instrument, the provision and the proposed text of a measure, run: tinhgon measure edit CODE --instrument NUMBER --provision PROVISION --proposed-text @FILE" }
        NothingToDraft { vi: "hai văn bản giống nhau: không có gì để soạn", en: "the texts are the same: there is nothing to draft" }
        NothingToDraftHint { vi: "chỉnh lý văn bản thứ hai rồi chạy lại lệnh", en: "edit the second text, then run the command again" }
        MoreThanHalf { vi: "{1} trên {2} điều của {0} thay đổi: nên ban hành văn bản thay thế", en: "{1} of {2} articles of {0} {1:changes|change}: replace the instrument instead" }
        DifferentIssuers { vi: "các văn bản do nhiều cơ quan khác nhau ban hành: {0}", en: "the instruments were issued by different bodies: {0}" }
        EffectTooNear { vi: "từ ngày ban hành đến ngày có hiệu lực có {0} ngày, ít nhất phải {1}", en: "{0} {0:day|days} from issue to effect; there must be at least {1}" }
        LetterOutside { vi: "{0}: chữ cái ngoài bảng chữ dùng cho điểm", en: "{0}: a letter outside the alphabet of points" }
        Renumbered { vi: "{0} không đổi nội dung mà thành {1}: điều khoản không sửa phải giữ số", en: "{0} is unchanged but becomes {1}: provisions that are not amended keep their numbers" }
        SeveralIdeas { vi: "{0}: một điểm nên chỉ có một ý", en: "{0}: a point should hold one idea" }
        Unamendable { vi: "{0} thay đổi; văn bản sửa đổi không sửa được phần này", en: "{0} changes; an amending instrument cannot change it" }
        NotExact { vi: "{0}: dự thảo khi áp dụng không cho đúng văn bản đã chỉnh lý; cần sửa lại", en: "{0}: applying the draft does not give the edited text; correct it by hand" }
        NoTextOfIt { vi: "chưa có toàn văn văn bản này; nhập bằng: tinhgon import TỆP", en: "the text of the instrument has not been imported; run: tinhgon import FILE" }
        NoProvisionRead { vi: "chưa nêu điều khoản đọc được", en: "it names no provision that can be read" }
        SeveralPlaces { vi: "một nội dung đề xuất cho nhiều điều khoản; tách mỗi điều khoản một phương án", en: "one proposed text for several provisions; make a measure for each" }
        NoProposal { vi: "chưa có nội dung đề xuất", en: "no text is proposed" }
        ReadsSoAlready { vi: "văn bản đã đúng như nội dung đề xuất", en: "the text already reads as proposed" }
        NotDrafted { vi: "phương án {0} ({1}) không có trong dự thảo: {2}", en: "measure {0} ({1}) is not in the draft: {2}" }
        TwoTexts { vi: "{2} của {3}: phương án {0} và {1} đề xuất khác nhau; dự thảo theo {1}", en: "{2} of {3}: measures {0} and {1} propose different texts; the draft takes {1}" }
        Overlap { vi: "phương án {0} sửa {1}, phương án {2} sửa {3} nằm trong đó ({4}): xem lại cả hai", en: "measure {0} changes {1}, and measure {2} changes {3} inside it ({4}): look at both" }
        OtherCurrent { vi: "phương án {0}: nội dung hiện hành ghi cho {1} của {2} khác bản “{3}”; dự thảo thay toàn bộ điều khoản", en: "measure {0}: the current text given for {1} of {2} differs from version “{3}”; the draft replaces the whole provision" }
        NoMeasures { vi: "không có phương án nào nêu văn bản phải sửa trong phạm vi này", en: "no measure within this scope names an instrument to change" }
        DraftedFrom { vi: "{0} ({1}): {2} phương án", en: "{0} ({1}): {2} {2:measure|measures}" }
        PreambleWord { vi: "phần mở đầu", en: "the preamble" }
        ClosingWord { vi: "phần ký", en: "the signature block" }
        OutsideWord { vi: "phần ngoài các điều", en: "text outside the articles" }
    }
}
