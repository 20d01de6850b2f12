//! A line on a terminal that says how far the build is; silence everywhere else.

use std::io::{self, IsTerminal};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use onetrip_core::diagnostic::Lang;
use onetrip_core::site::{Progress, Stage};

use super::report;

/// Writes on one line of standard error.
pub(super) struct Line {
    lang: Lang,
    shown: bool,
    state: Mutex<State>,
}

struct State {
    stage: &'static str,
    done: usize,
    total: usize,
    drawn: Instant,
}

impl Line {
    pub(super) fn new(lang: Lang) -> Self {
        let state = State {
            stage: "",
            done: 0,
            total: 0,
            drawn: Instant::now(),
        };
        Self {
            lang,
            shown: io::stderr().is_terminal(),
            state: Mutex::new(state),
        }
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if self.shown {
            report::err("\r\x1b[K");
        }
    }

    fn update(&self, change: impl FnOnce(&mut State) -> bool) {
        if !self.shown {
            return;
        }
        // A panic elsewhere cannot leave a counter in a bad state.
        let mut state = self
            .state
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = change(&mut state);
        if now || state.drawn.elapsed() > Duration::from_millis(80) {
            state.drawn = Instant::now();
            let count = if state.total > 0 {
                format!(" {}/{}", state.done, state.total)
            } else {
                String::new()
            };
            report::err(&format!("\r\x1b[K{}{count}", state.stage));
        }
    }
}

impl Progress for Line {
    fn begin(&self, stage: Stage, total: usize) {
        let stage = match (stage, self.lang) {
            (Stage::Load, Lang::Zh) => "读取内容…",
            (Stage::Check, Lang::Zh) => "检查内容…",
            (Stage::Render, Lang::Zh) => "生成页面…",
            (Stage::Codes, Lang::Zh) => "生成并复核二维码…",
            (Stage::Print, Lang::Zh) => "打印并复核…",
            (Stage::Load, Lang::En) => "Reading…",
            (Stage::Check, Lang::En) => "Checking…",
            (Stage::Render, Lang::En) => "Making pages…",
            (Stage::Codes, Lang::En) => "Making and proving codes…",
            (Stage::Print, Lang::En) => "Printing and proving sheets…",
        };
        self.update(|state| {
            *state = State {
                stage,
                done: 0,
                total,
                drawn: state.drawn,
            };
            true
        });
    }

    fn step(&self) {
        self.update(|state| {
            state.done += 1;
            false
        });
    }
}
