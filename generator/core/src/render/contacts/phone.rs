//! Numbers that are phone numbers by their form: with an area code, mobile, 400 and 800, international.

/// The length and the address of a phone number at the beginning of `text`.
pub(super) fn find(before: &str, text: &str) -> Option<(usize, String)> {
    let (length, number) = international(text)
        .or_else(|| mobile(text))
        .or_else(|| service(text))
        .or_else(|| landline(text))?;
    let rest = &text[length..];
    let whole =
        !names_something_else(before) && !goes_on(after_extension(rest)) && !is_amount(rest);
    whole.then(|| (length, format!("tel:{number}")))
}

/// Whether the words before say that the number is of something else. Numbers of accounts and papers have many forms.
fn names_something_else(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '：', ':', '为', '是']);
    [
        "传真",
        "编号",
        "代码",
        "账号",
        "帐号",
        "账户",
        "卡号",
        "证号",
        "证号码",
        "文号",
        "单号",
        "案号",
        "邮编",
        "身份证",
    ]
    .iter()
    .any(|word| before.ends_with(word))
}

/// What stands behind an extension (`-803`). Its caller is told by the words; no phone dials it alike.
fn after_extension(rest: &str) -> &str {
    let digits = rest.strip_prefix(['-', '－']).unwrap_or_default();
    let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    if matches!(digits.len() - after.len(), 1..=5) {
        after
    } else {
        rest
    }
}

/// Whether a longer number, a word or an address goes on behind it.
pub(super) fn goes_on(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        Some(c) if c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '%') => true,
        Some('-' | '.' | ':') => next.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        // `0354-5550101/5550102` are two numbers, `a.cn/12345/x` is none.
        Some('/') => next.next().is_some_and(|c| c.is_ascii_alphabetic()),
        _ => false,
    }
}

fn is_amount(rest: &str) -> bool {
    rest.trim_start_matches(' ')
        .starts_with(['元', '万', '亿', '％', '%'])
}

/// Digits of a text and how far they reach; between groups there may be one space or hyphen.
struct Groups<'t> {
    text: &'t str,
    at: usize,
    digits: String,
}

impl<'t> Groups<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            digits: String::new(),
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Takes one of `signs`, if it is next.
    fn sign(&mut self, signs: &[char]) -> bool {
        let next = self.rest().chars().next().filter(|c| signs.contains(c));
        self.at += next.map_or(0, char::len_utf8);
        next.is_some()
    }

    /// Takes a group of digits.
    fn group(&mut self) -> usize {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        self.digits.push_str(&rest[..length]);
        self.at += length;
        length
    }

    /// Takes groups while all digits together are fewer than `most`.
    fn groups(&mut self, most: usize) {
        while self.digits.len() < most {
            let (at, digits) = (self.at, self.digits.len());
            self.sign(SEPARATORS);
            if self.group() == 0 || self.digits.len() > most {
                self.at = at;
                self.digits.truncate(digits);
                return;
            }
        }
    }

    fn taken(self) -> (usize, String) {
        (self.at, self.digits)
    }
}

const SEPARATORS: &[char] = &[' ', '-', '‐', '‑', '–', '—', '－'];

fn international(text: &str) -> Option<(usize, String)> {
    let rest = text.strip_prefix('+')?;
    if !rest.starts_with(|c: char| matches!(c, '1'..='9')) {
        return None;
    }
    let mut groups = Groups::new(rest);
    groups.groups(15);
    let (length, digits) = groups.taken();
    // The 0 of an area code is not dialled from abroad.
    let number = match digits.strip_prefix("860") {
        Some(local) => format!("86{local}"),
        None => digits,
    };
    (number.len() > 7).then(|| (length + 1, format!("+{number}")))
}

/// A group of exactly `sizes[0]` digits, then of `sizes[1]` …
fn exact(text: &str, sizes: &[usize]) -> Option<(usize, String)> {
    let mut groups = Groups::new(text);
    for (index, size) in sizes.iter().enumerate() {
        if index > 0 && !groups.sign(SEPARATORS) || groups.group() != *size {
            return None;
        }
    }
    Some(groups.taken())
}

fn first_of(text: &str, forms: &[&[usize]]) -> Option<(usize, String)> {
    forms.iter().find_map(|sizes| exact(text, sizes))
}

fn mobile(text: &str) -> Option<(usize, String)> {
    let second = text.as_bytes().get(1)?;
    if !text.starts_with('1') || !(b'3'..=b'9').contains(second) {
        return None;
    }
    first_of(text, &[&[11], &[3, 4, 4]])
}

fn service(text: &str) -> Option<(usize, String)> {
    if !text.starts_with("400") && !text.starts_with("800") {
        return None;
    }
    first_of(
        text,
        &[&[10], &[3, 7], &[3, 3, 4], &[3, 4, 3], &[4, 3, 3], &[4, 6]],
    )
}

fn landline(text: &str) -> Option<(usize, String)> {
    let mut groups = Groups::new(text);
    let bracket = groups.sign(&['(', '（']);
    let area = groups.group();
    if !bracket && (area == 10 || area == 11 || area == 12) {
        let (length, digits) = groups.taken();
        let local = digits.len() - area_length(&digits)?;
        return matches!(local, 7 | 8).then_some((length, digits));
    }
    if area_length(&groups.digits)? != area || bracket && !groups.sign(&[')', '）']) {
        return None;
    }
    // Also ` - `, with spaces around it.
    let parted = (0..3).filter(|_| groups.sign(SEPARATORS)).count();
    if parted == 0 && !bracket {
        return None;
    }
    let first = groups.group();
    if matches!(first, 3 | 4) && groups.sign(SEPARATORS) && groups.group() != 4 {
        return None;
    }
    let local = groups.digits.len() - area;
    matches!(local, 7 | 8).then(|| groups.taken())
}

/// How many digits the area code has: three for Beijing and the cities with 02, else four.
fn area_length(digits: &str) -> Option<usize> {
    let mut figures = digits.bytes();
    match (figures.next()?, figures.next()?, figures.next()?) {
        (b'0', b'1', b'0') | (b'0', b'2', _) => Some(3),
        (b'0', b'3'..=b'9', _) => Some(4),
        _ => None,
    }
}
