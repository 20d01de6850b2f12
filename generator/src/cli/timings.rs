//! Where the time of a build goes: a table on standard error, or a file for the viewers of Chrome's trace format.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use onetrip_core::diagnostic::{Finding, Lang, OutputFault};
use onetrip_core::output::Sink;
use onetrip_core::site::{Progress, Stage};
use serde_json::json;
use unicode_width::UnicodeWidthStr as _;

use super::report;

/// Passes a build's progress on and notes when each stage began.
pub(super) struct Timings<'p> {
    shown: &'p dyn Progress,
    clock: Clock,
    marks: Mutex<Vec<(Part, Moment)>>,
}

/// What takes time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Stage(Stage),
    Place,
    End,
}

/// Since the build began: by the clock, and of all processors together where the system says it.
#[derive(Clone, Copy, Debug, Default)]
struct Moment {
    wall: Duration,
    cpu: Option<Duration>,
    /// The most memory so far, in bytes.
    peak: Option<u64>,
}

struct Clock {
    begun: Instant,
}

impl Clock {
    fn now(&self) -> Moment {
        Moment {
            wall: self.begun.elapsed(),
            cpu: cpu(),
            peak: peak(),
        }
    }
}

#[cfg(unix)]
fn cpu() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::ProcessCPUTime).try_into().ok()
}

#[cfg(not(unix))]
fn cpu() -> Option<Duration> {
    None
}

/// The most memory that this process had, in bytes, where the system says it.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

impl<'p> Timings<'p> {
    /// The build begins now.
    pub(super) fn new(shown: &'p dyn Progress) -> Self {
        Self {
            shown,
            clock: Clock {
                begun: Instant::now(),
            },
            marks: Mutex::default(),
        }
    }

    fn mark(&self, part: Part) {
        let now = self.clock.now();
        let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        marks.push((part, now));
    }

    /// The new files come to their place.
    pub(super) fn place(&self) {
        self.mark(Part::Place);
    }

    /// All is done; `giving` is the time that went into giving files on.
    pub(super) fn end(self, giving: Duration) -> Told {
        self.mark(Part::End);
        let marks = self.marks.into_inner();
        Told {
            marks: marks.unwrap_or_else(PoisonError::into_inner),
            giving,
        }
    }
}

impl Progress for Timings<'_> {
    fn begin(&self, stage: Stage, total: usize) {
        self.mark(Part::Stage(stage));
        self.shown.begin(stage, total);
    }

    fn step(&self) {
        self.shown.step();
    }
}

/// A sink whose time is taken.
pub(super) struct Timed<'s> {
    sink: &'s mut dyn Sink,
    /// The time so far.
    pub(super) taken: Duration,
}

impl<'s> Timed<'s> {
    pub(super) fn new(sink: &'s mut dyn Sink) -> Self {
        Self {
            sink,
            taken: Duration::ZERO,
        }
    }
}

impl Sink for Timed<'_> {
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        let begun = Instant::now();
        let taken = self.sink.take(files);
        self.taken += begun.elapsed();
        taken
    }

    fn keeps(&self) -> bool {
        self.sink.keeps()
    }

    fn keep(&mut self, paths: Vec<String>) {
        self.sink.keep(paths);
    }
}

/// The times of a build that has ended.
pub(super) struct Told {
    marks: Vec<(Part, Moment)>,
    giving: Duration,
}

impl Told {
    /// Each part with its beginning and what it took.
    fn parts(&self) -> impl Iterator<Item = (Part, Moment, Moment)> {
        self.marks.windows(2).map(|two| {
            let ((part, begin), (_, end)) = (two[0], two[1]);
            let took = Moment {
                wall: end.wall.saturating_sub(begin.wall),
                cpu: end.cpu.zip(begin.cpu).map(|(b, a)| b.saturating_sub(a)),
                peak: end.peak,
            };
            (part, begin, took)
        })
    }

    fn whole(&self) -> Moment {
        let first = self.marks.first().and_then(|(_, moment)| moment.cpu);
        let last = self.marks.last().map(|(_, moment)| *moment);
        let last = last.unwrap_or_default();
        Moment {
            cpu: last.cpu.zip(first).map(|(b, a)| b.saturating_sub(a)),
            ..last
        }
    }

    /// For people.
    pub(super) fn table(&self, lang: Lang) -> String {
        let (head, whole, giving) = match lang {
            Lang::Zh => (["阶段", "用时", "处理器", "内存最多"], "一共", "其中写文件"),
            Lang::En => (
                ["stage", "time", "processors", "most memory"],
                "all",
                "of it writing",
            ),
        };
        let mut rows = vec![head.map(str::to_owned)];
        let parts = self.parts();
        rows.extend(parts.map(|(part, _, took)| row(part.name(lang), took)));
        rows.push(row(whole, self.whole()));
        let wall = self.giving;
        rows.push(row(
            giving,
            Moment {
                wall,
                ..Moment::default()
            },
        ));
        laid_out(&rows)
    }

    /// For Chrome's viewer (chrome://tracing, Perfetto): the Trace Event Format, times in microseconds.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn write(&self, path: &Path) -> Result<(), Finding> {
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let events = self.parts().map(|(part, begin, took)| {
            json!({
                "name": part.name(Lang::En), "ph": "X", "pid": 1, "tid": 1,
                "ts": micros(begin.wall), "dur": micros(took.wall),
                "args": {"processors": took.cpu.map(micros), "most memory": took.peak},
            })
        });
        let whole = json!({
            "traceEvents": events.collect::<Vec<_>>(),
            "displayTimeUnit": "ms",
            "otherData": {"writing": micros(self.giving)},
        });
        fs::write(path, format!("{whole:#}\n")).map_err(|error| {
            let fault = OutputFault::OutputUnwritable {
                path: path.display().to_string(),
                reason: error.into(),
            };
            Finding::nowhere(fault.into())
        })
    }

    /// Tells it as it was asked for.
    pub(super) fn tell(&self, file: &Path, lang: Lang) -> Result<(), Finding> {
        if file == Path::new("-") {
            report::err(&self.table(lang));
            return Ok(());
        }
        self.write(file)
    }
}

fn row(name: &str, took: Moment) -> [String; 4] {
    let cpu = took.cpu.map(seconds).unwrap_or_default();
    let size = |bytes: u64| format!("{} MB", bytes.div_ceil(1_000_000));
    let peak = took.peak.map(size).unwrap_or_default();
    [name.to_owned(), seconds(took.wall), cpu, peak]
}

/// Names to the left, figures to the right.
fn laid_out(rows: &[[String; 4]]) -> String {
    let widest = |column: usize| {
        rows.iter()
            .map(|row| row[column].width())
            .max()
            .unwrap_or(0)
    };
    let widths = [0, 1, 2, 3].map(widest);
    let mut table = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, text) in row.iter().enumerate() {
            let blank = " ".repeat(widths[column] - text.width());
            let (before, behind) = if column == 0 {
                ("", &*blank)
            } else {
                (&*blank, "")
            };
            line.extend([before, text, behind]);
            line.push_str("  ");
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}

impl Part {
    fn name(self, lang: Lang) -> &'static str {
        let [zh, en] = match self {
            Self::Stage(Stage::Load) => ["读取", "read"],
            Self::Stage(Stage::Check) => ["检查", "check"],
            Self::Stage(Stage::Render) => ["页面", "pages"],
            Self::Stage(Stage::Codes) => ["二维码", "codes"],
            Self::Stage(Stage::Print) => ["打印", "sheets"],
            Self::Place => ["放好", "placing"],
            Self::End => ["", ""],
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
