//! Numbers with more decimals than their question takes (小数), and how findings tell what it takes.

use crate::model::{Decimal, Limits, MOST_DECIMALS};

/// A number that is finer than the answers that it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FineFault {
    /// The question.
    pub question: String,
    /// The number.
    pub number: Decimal,
    /// How many decimals an answer may have.
    pub decimals: u32,
}

impl FineFault {
    pub(super) fn zh(&self) -> String {
        let Self {
            question, number, ..
        } = self;
        match self.decimals {
            0 => format!("问题“{question}”只收整数，{number} 带了小数"),
            n => format!("问题“{question}”最多收 {n} 位小数，{number} 更细"),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        let fine = match self.decimals {
            0 => "整数".to_owned(),
            n => format!("最多 {n} 位小数的数"),
        };
        match key_for(self.number, "小数") {
            Some(key) => format!(
                "改成{fine}；真要这么细，在问题“{}”里写 {key}",
                self.question
            ),
            None => format!("改成{fine}；再细也只到 {MOST_DECIMALS} 位小数。"),
        }
    }

    pub(super) fn en(&self) -> String {
        let Self {
            question, number, ..
        } = self;
        match self.decimals {
            0 => format!(
                "the question \"{question}\" takes whole numbers only, and {number} is none"
            ),
            n => format!(
                "the question \"{question}\" takes at most {}, and {number} has more",
                decimals(n)
            ),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        let fine = match self.decimals {
            0 => "a whole number".to_owned(),
            n => format!("a number with at most {}", decimals(n)),
        };
        match key_for(self.number, "decimals") {
            Some(key) => format!(
                "write {fine}; if it has to be so fine, write into the question \"{}\": {key}",
                self.question
            ),
            None => format!(
                "write {fine}; nothing is asked for finer than with {}.",
                decimals(MOST_DECIMALS)
            ),
        }
    }
}

/// What to write into a question that is to take a number, in one of the languages; nothing where it cannot.
pub(super) fn key_for(number: Decimal, key: &str) -> Option<String> {
    let wanted = number.decimals();
    (wanted <= MOST_DECIMALS).then(|| format!("{key}: {wanted}"))
}

fn decimals(n: u32) -> String {
    match n {
        1 => "1 decimal".to_owned(),
        n => format!("{n} decimals"),
    }
}

/// 「0 到 500 的整数」
pub(super) fn zh_limits(limits: Limits) -> String {
    let [min, max] = ends(limits);
    match limits.decimals {
        0 => format!("{min} 到 {max} 的整数"),
        n => format!("{min} 到 {max} 的数，最多 {n} 位小数"),
    }
}

/// "whole numbers from 0 to 500"
pub(super) fn en_limits(limits: Limits) -> String {
    let [min, max] = ends(limits);
    match limits.decimals {
        0 => format!("whole numbers from {min} to {max}"),
        n => format!("numbers from {min} to {max} with at most {}", decimals(n)),
    }
}

fn ends(limits: Limits) -> [Decimal; 2] {
    [limits.min, limits.max].map(|end| limits.number(end))
}
