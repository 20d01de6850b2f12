//! Numbers as people type them: full-width digits, spaces around, a unit behind.

use super::Kind;
use super::day::{self, Day};

/// What became of a number that somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberEntry {
    /// It is the answer now.
    Taken,
    /// It is no number, or no whole one where the question wants that, or no day of the calendar (or the question wants none of
    /// these); the answer stays what it was.
    NotWhole,
    /// It is below the smallest answer.
    BelowMin,
    /// It is above the largest answer.
    AboveMax,
    /// It has more decimals than the question takes.
    TooFine,
}

impl NumberEntry {
    /// The number, or the day, in a text when it answers a question of this kind, else what is wrong with it. `visit`: the day of
    /// the visit, behind which no date lies.
    pub(crate) fn read(
        kind: Option<&Kind>,
        text: &str,
        visit: Option<Day>,
    ) -> Result<i64, NumberEntry> {
        if let Some(Kind::Date { min, max, .. }) = kind {
            return match parse_day(text) {
                None => Err(NumberEntry::NotWhole),
                Some(day) if day < *min => Err(NumberEntry::BelowMin),
                Some(day) if max.or(visit).is_some_and(|max| day > max) => {
                    Err(NumberEntry::AboveMax)
                }
                Some(day) => Ok(day),
            };
        }
        let Some(Kind::Number {
            min, max, scale, ..
        }) = kind
        else {
            return Err(NumberEntry::NotWhole);
        };
        match parse(text, *scale)? {
            number if number < *min => Err(NumberEntry::BelowMin),
            number if number > *max => Err(NumberEntry::AboveMax),
            number => Ok(number),
        }
    }
}

/// The longest unit, in characters.
const UNIT: usize = 4;

/// How far a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Start,
    Sign,
    Digits,
    Point,
    Decimals,
    /// Behind the digits, with so many letters of the unit.
    Unit(usize),
}

/// Reads a number, in steps of the last decimal that it may have; one that is too large for `i64` becomes the largest (or the smallest
/// but one) there is.
///
/// `８５`, ` 85 ` and `85周岁` are understood, and `45.5`, `45．50` and `45。5` where decimals are asked for. `85,5`, `.5`, `8万` and `八十五`
/// are not: a number read wrongly is worse than one asked for again.
fn parse(text: &str, scale: u32) -> Result<i64, NumberEntry> {
    let mut stage = Stage::Start;
    let mut negative = false;
    let mut size = 0;
    let mut decimals = 0;
    let mut too_fine = false;
    for letter in text.chars() {
        stage = match (stage, letter, digit(letter)) {
            (Stage::Digits | Stage::Decimals, ..) if is_space(letter) => Stage::Unit(0),
            (Stage::Start | Stage::Sign | Stage::Unit(_), ..) if is_space(letter) => stage,
            (Stage::Start, '-' | '－' | '−' | '+' | '＋', _) => {
                negative = !matches!(letter, '+' | '＋');
                Stage::Sign
            }
            (Stage::Start | Stage::Sign | Stage::Digits, _, Some(digit)) => {
                size = append(size, digit);
                Stage::Digits
            }
            (Stage::Digits, '.' | '．' | '。', _) if scale > 0 => Stage::Point,
            (Stage::Point | Stage::Decimals, _, Some(digit)) => {
                if decimals < scale {
                    size = append(size, digit);
                    decimals += 1;
                } else {
                    too_fine |= digit > 0;
                }
                Stage::Decimals
            }
            (Stage::Digits | Stage::Decimals, ..) if is_unit(letter) => Stage::Unit(1),
            (Stage::Unit(length), ..) if length < UNIT && is_unit(letter) => {
                Stage::Unit(length + 1)
            }
            _ => return Err(NumberEntry::NotWhole),
        };
    }
    if !matches!(stage, Stage::Digits | Stage::Decimals | Stage::Unit(_)) {
        return Err(NumberEntry::NotWhole);
    }
    if too_fine {
        return Err(NumberEntry::TooFine);
    }
    let size = (decimals..scale).fold(size, |size, _| append(size, 0));
    Ok(if negative { -size } else { size })
}

/// Reads a day: year, month and day of the month with the usual signs between them (`2020-3-5`, `2020年3月5日`,
/// `２０２０．３．５`), or in eight digits (`20200305`). A year has four digits: nobody knows which `59` is meant.
fn parse_day(text: &str) -> Option<Day> {
    let mut parts: [(i64, u32); 3] = Default::default();
    let (mut part, mut inside) = (0, false);
    for letter in text.chars() {
        if let Some(digit) = digit(letter) {
            let (size, digits) = parts.get_mut(part)?;
            *size = append(*size, digit);
            *digits += 1;
            inside = true;
        } else if is_space(letter)
            || matches!(
                letter,
                '-' | '－' | '/' | '／' | '.' | '．' | '年' | '月' | '日' | '号'
            )
        {
            part += usize::from(inside);
            inside = false;
        } else {
            return None;
        }
    }
    match parts {
        [(all, 8), (_, 0), _] => day::day(all / 10_000, all / 100 % 100, all % 100),
        [(year, 4), (month, 1 | 2), (of_month, 1 | 2)] => day::day(year, month, of_month),
        _ => None,
    }
}

fn append(size: i64, digit: u32) -> i64 {
    if size >= i64::MAX / 10 {
        i64::MAX
    } else {
        size * 10 + i64::from(digit)
    }
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(letter as u32 - '0' as u32),
        '０'..='９' => Some(letter as u32 - '０' as u32),
        _ => None,
    }
}

/// Spaces that keyboards and pasted text bring along; a table of all of Unicode would be heavy.
fn is_space(letter: char) -> bool {
    matches!(
        letter,
        '\t' | '\n' | '\r' | ' ' | '\u{a0}' | '\u{200b}' | '\u{3000}' | '\u{feff}'
    )
}

/// A letter of a unit; not one that changes the number in front of it.
fn is_unit(letter: char) -> bool {
    match letter {
        '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百'
        | '千' | '万' | '亿' | '半' | '多' | '余' | '几' | '来' | '约' | '点' => false,
        'a'..='z' | 'A'..='Z' | '\u{4e00}'..='\u{9fff}' => true,
        _ => false,
    }
}
