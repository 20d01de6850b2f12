//! The mask of a code: the one of eight that leaves the fewest patterns that mislead a reader (ISO/IEC 18004, 7.8.3).
//!
//! The encoder's own choice of a mask takes fifty times as long as all the rest of the encoding; a row of modules fits into a
//! machine word, and so does the counting.

use qrcode::Color;
use qrcode::canvas::{Canvas, MaskPattern};

use super::Modules;

const PATTERNS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// The modules of a code of `side` modules (at most 64) under each mask, the best first; of equals the first.
pub(super) fn ranked(canvas: &Canvas, side: usize) -> impl Iterator<Item = Modules> + use<> {
    let mut all = PATTERNS.map(|pattern| masked(canvas, side, pattern));
    all.sort_by_cached_key(penalty);
    all.into_iter()
}

/// The modules under one mask, whichever: for who only wants them decoded.
pub(super) fn any(canvas: &Canvas, side: usize) -> Modules {
    masked(canvas, side, PATTERNS[0])
}

fn masked(canvas: &Canvas, side: usize, pattern: MaskPattern) -> Modules {
    let mut canvas = canvas.clone();
    canvas.apply_mask(pattern);
    let colors = canvas.into_colors().into_iter();
    Modules {
        side,
        dark: colors.map(|color| color == Color::Dark).collect(),
    }
}

/// What a reader may stumble over; less is better.
fn penalty(modules: &Modules) -> u32 {
    let rows = lines(modules, |line, at| modules.is_dark(at, line));
    let columns = lines(modules, |line, at| modules.is_dark(line, at));
    let side = modules.side;
    let both = rows.iter().chain(&columns);
    let along: u32 = both
        .map(|line| runs(*line, side) + finders(*line, side))
        .sum();
    let blocks: u32 = rows
        .windows(2)
        .map(|pair| blocks(pair[0], pair[1], side))
        .sum();
    along + blocks + balance(&rows, side)
}

/// Modules as one number a line, the first in the lowest bit.
fn lines(modules: &Modules, dark: impl Fn(usize, usize) -> bool) -> Vec<u64> {
    let side = modules.side;
    (0..side)
        .map(|line| (0..side).fold(0, |bits, at| bits | u64::from(dark(line, at)) << at))
        .collect()
}

/// The lowest `count` bits.
fn low(count: usize) -> u64 {
    (1 << count) - 1
}

/// Five and more of one colour in a line: 3, and 1 for each module beyond five.
fn runs(line: u64, side: usize) -> u32 {
    let same = !(line ^ (line >> 1)) & low(side - 1);
    let five = same & (same >> 1) & (same >> 2) & (same >> 3);
    five.count_ones() + 2 * (five & !(five << 1)).count_ones()
}

/// Squares of two by two in one colour: 3 each.
fn blocks(line: u64, next: u64, side: usize) -> u32 {
    let same = !(line ^ (line >> 1)) & !(next ^ (next >> 1)) & !(line ^ next) & low(side - 1);
    3 * same.count_ones()
}

/// What looks like a finder pattern with four light modules on a side: 40 each.
fn finders(line: u64, side: usize) -> u32 {
    let found = (0..=side - 7).filter(|at| {
        let light_before = ((line << 4) >> at).trailing_zeros() >= 4;
        let light_after = (line >> (at + 7)).trailing_zeros() >= 4;
        line >> at & 0x7f == 0b101_1101 && (light_before || light_after)
    });
    40 * u32::try_from(found.count()).unwrap_or(u32::MAX / 64)
}

/// Dark and light in equal parts: 10 for each 5 % away from it.
fn balance(rows: &[u64], side: usize) -> u32 {
    let dark: u32 = rows.iter().map(|row| row.count_ones()).sum();
    let all = u32::try_from(side * side).unwrap_or(u32::MAX);
    (dark * 20).abs_diff(all * 10) / all * 10
}

#[cfg(test)]
mod tests {
    use super::{balance, blocks, finders, runs};

    #[test]
    fn penalties_of_the_standard() {
        assert_eq!(runs(0b000_0000, 7), 5, "seven light modules");
        assert_eq!(runs(0b001_1111, 7), 3, "five dark modules, two light ones");
        assert_eq!(runs(0b101_0101, 7), 0);
        assert_eq!(blocks(0b0011, 0b0011, 4), 6);
        assert_eq!(finders(0b0000_0101_1101, 12), 40);
        assert_eq!(
            finders(0b1111_0101_1101_1111, 16),
            0,
            "no light modules beside it"
        );
        assert_eq!(balance(&[0b11, 0b00], 2), 0);
        assert_eq!(balance(&[0b11, 0b11], 2), 100);
    }
}
