//! Amounts of money as guides write them, in whole 分: exact, and only where they are plain.

/// What free of charge is called, in the languages that guides are written in.
const FREE: [&str; 8] = [
    "不收费",
    "不要钱",
    "免费",
    "免收",
    "免",
    "free",
    "free of charge",
    "no charge",
];
const BEFORE: [&str; 4] = ["¥", "￥", "CNY", "RMB"];
const BEHIND: [&str; 6] = ["元", "块钱", "块", "yuan", "CNY", "RMB"];

/// A plain amount (`20 元`, `¥12.50`, `免`) in 分; none where the words say more than a number.
pub fn money(text: &str) -> Option<u64> {
    let text: String = text.trim().chars().map(narrow).collect();
    let text = text.as_str();
    if FREE.iter().any(|free| text.eq_ignore_ascii_case(free)) {
        return Some(0);
    }
    let before = BEFORE.iter().find_map(|sign| text.strip_prefix(sign));
    let behind = || BEHIND.iter().find_map(|sign| text.strip_suffix(sign));
    let number = before.or_else(behind)?.trim();
    let (yuan, fen) = number.split_once('.').unwrap_or((number, "0"));
    let yuan = digits(&yuan.replace(',', ""))?;
    let tenths = if fen.len() == 1 { 10 } else { 1 };
    let fen = digits(fen).filter(|_| fen.len() <= 2)? * tenths;
    yuan.checked_mul(100)?.checked_add(fen)
}

/// The number of yuan in digits: `20`, `12.50`.
pub fn yuan(fen: u64) -> String {
    match fen % 100 {
        0 => (fen / 100).to_string(),
        rest => format!("{}.{rest:02}", fen / 100),
    }
}

/// Full-width digits and points are typed by habit.
fn narrow(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        '．' => '.',
        '，' => ',',
        _ => sign,
    }
}

fn digits(text: &str) -> Option<u64> {
    let plain = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{money, yuan};

    #[test]
    fn plain_amounts_are_numbers() {
        let plain = [
            ("20 元", 2000),
            ("20元", 2000),
            ("２０．５ 元", 2050),
            ("12.5 元", 1250),
            ("1,830.50 元", 183_050),
            ("0.05 元", 5),
            ("¥8", 800),
            ("40 yuan", 4000),
            ("0 元", 0),
            ("免", 0),
            ("不要钱", 0),
            ("Free", 0),
        ];
        for (text, fen) in plain {
            assert_eq!(money(text), Some(fen), "{text}");
        }
        for text in [
            "",
            "元",
            "20",
            "20 元/张",
            "每张 20 元",
            "20–40 元",
            "按实际收",
            "1.234 元",
            "-5 元",
            "1e3 元",
            "12. 元",
        ] {
            assert_eq!(money(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_read_is_written_the_same() {
        for fen in [0, 5, 50, 100, 1250, 183_050] {
            assert_eq!(money(&format!("{} 元", yuan(fen))), Some(fen));
        }
    }
}
