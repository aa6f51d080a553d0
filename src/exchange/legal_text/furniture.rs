//! Page furniture of the gazette: running heads, page numbers, stamps of electronic signatures. It stands between the lines of the law as a PDF gives
//! them, and is taken out before they are read; which lines it was is kept.

/// How many lines a stamp has at most, from its first word to its time.
const STAMP: usize = 8;

/// The lines of a text, counted from 0, that are page furniture; in order. Blank lines beside them go with them.
pub(super) fn lines(lines: &[&str]) -> Vec<usize> {
    let mut drop = vec![false; lines.len()];
    let mut mark = |at: usize| {
        if let Some(slot) = drop.get_mut(at) {
            *slot = true;
        }
    };
    for (at, line) in lines.iter().enumerate() {
        let text = line.trim();
        // Most lines are told from their first letter.
        match text.chars().next() {
            Some('N' | 'K') => stamp(lines, at).into_iter().flatten().for_each(&mut mark),
            Some('C' | 'Ô' | '0'..='9') if is_running_head(text) => {
                mark(at);
                [before(lines, at), after(lines, at)]
                    .into_iter()
                    .flatten()
                    .filter(|n| is_number(lines, *n))
                    .for_each(&mut mark);
                // The head of the first page of an instrument stands below.
                let mut below = at;
                for _ in 0..3 {
                    let Some(next) = after(lines, below) else { break };
                    below = next;
                    if lines.get(below).is_some_and(|line| is_section(line.trim())) {
                        mark(below);
                    }
                }
            }
            Some('(') if is_continuation(text) => mark(at),
            _ => {}
        }
    }
    let blank = |at: usize| lines.get(at).is_some_and(|l| l.trim().is_empty());
    let found: Vec<usize> = drop.iter().enumerate().filter_map(|(at, drop)| drop.then_some(at)).collect();
    for at in found {
        (0..at).rev().take_while(|n| blank(*n)).chain((at + 1..lines.len()).take_while(|n| blank(*n))).for_each(|n| {
            if let Some(slot) = drop.get_mut(n) {
                *slot = true;
            }
        });
    }
    drop.iter().enumerate().filter_map(|(at, drop)| drop.then_some(at)).collect()
}

/// `CÔNG BÁO/Số 312/Ngày 07-03-2030`, with the number of the page before or behind it.
fn is_running_head(text: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || c == ' ';
    let head = text.trim_matches(digits);
    // Some pages lost the first letter.
    let Some(rest) = head.strip_prefix('C').unwrap_or(head).strip_prefix("ÔNG BÁO/") else { return false };
    let Some(rest) = rest.trim_start().strip_prefix("Số ") else { return false };
    // What the sentence of the law goes on with is not furniture.
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-'));
    let day = rest.strip_prefix("/Ngày").or_else(|| rest.strip_prefix("/ngày"));
    day.is_some_and(|day| day.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '/' | '.')))
}

/// `(Xem tiếp Công báo số 5 + 6)`, `(Tiếp theo Công báo số 3 + 4)`.
fn is_continuation(text: &str) -> bool {
    let inside = text.trim_start_matches('(');
    (inside.starts_with("Xem tiếp Công báo") || inside.starts_with("Tiếp theo Công báo")) && text.ends_with(')')
}

/// What the gazette calls the part in which an instrument stands: `VĂN BẢN HỢP NHẤT - BỘ TÀI CHÍNH`.
fn is_section(text: &str) -> bool {
    matches!(text, "VĂN BẢN QUY PHẠM PHÁP LUẬT" | "VĂN BẢN KHÁC") || text.starts_with("VĂN BẢN HỢP NHẤT - ")
}

fn is_number(lines: &[&str], at: usize) -> bool {
    let text = lines.get(at).map(|l| l.trim()).unwrap_or_default();
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn before(lines: &[&str], at: usize) -> Option<usize> {
    (0..at).rev().find(|n| lines.get(*n).is_some_and(|l| !l.trim().is_empty()))
}

fn after(lines: &[&str], at: usize) -> Option<usize> {
    (at + 1..lines.len()).find(|n| lines.get(*n).is_some_and(|l| !l.trim().is_empty()))
}

/// The lines of a stamp that begins at a line: `Người ký: …`, `Ký bởi: …`, up to the time of signing.
fn stamp(lines: &[&str], at: usize) -> Option<std::ops::RangeInclusive<usize>> {
    let first = lines.get(at)?.trim();
    if !["Người ký:", "Ký bởi:"].iter().any(|word| first.starts_with(word)) {
        return None;
    }
    let time = |line: &str| {
        let said = ["Thời gian ký:", "Ngày ký:"].iter().find_map(|word| line.trim().strip_prefix(word));
        said.is_some_and(|said| said.contains(':') && said.contains(|c: char| c.is_ascii_digit()))
    };
    let end = (at + 1..lines.len()).take(STAMP).find(|n| lines.get(*n).is_some_and(|l| time(l)))?;
    Some(at..=end)
}

#[cfg(test)]
mod tests {
    #[test]
    fn running_heads_numbers_and_stamps_go_and_the_law_stays() {
        let text = "1. Một bếp có hai\nKý bởi: CÔNG BÁO NƯỚC BÁNH\nCơ quan: VĂN PHÒNG BÁNH\nNgày ký: 2030-03-05 17:03:44 +07:00\n\n\
                    CÔNG BÁO/Số 312 + 313/Ngày 07-03-2030\n47\n\nlò.\n2\n48 CÔNG BÁO/ Số 312/Ngày 07-03-2030\n(Xem tiếp Công báo số 314)\n\
                    49\nÔNG BÁO/Số 312/Ngày 07-03-2030\nNgười ký: Nguyễn Văn Nếp\nCÔNG BÁO/Số 312 đăng việc này.\nNgày ký: hôm nay\n5";
        let lines: Vec<&str> = text.split('\n').collect();
        assert_eq!(super::lines(&lines), [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13]);
    }
}
