//! When the door of a community's hall is open, read from the lines of the content itself: nothing here is the product's.

use std::fs;

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use onetrip_tests::tools;

pub(crate) type Spans = Vec<(Time, Time)>;

/// The hours of one community of the demonstration.
pub(crate) struct Hall {
    week: Vec<(String, Spans)>,
    own: Vec<(Date, Spans)>,
    off: Vec<(Date, Date)>,
    work: Vec<(Date, Date)>,
    years: Vec<i16>,
    pub(crate) phone: String,
    /// A matter's own times: days of the week and months of the quarter, as the content names them.
    own_times: Option<(String, String)>,
}

impl Hall {
    pub(crate) fn read(community: &str) -> Self {
        let content = tools::workspace().join("content");
        let read =
            |file: &str| fs::read_to_string(content.join(file)).expect("the content is there");
        let (site, own) = (
            read("site.yaml"),
            read(&format!("communities/{community}.yaml")),
        );
        let mut hall = Self {
            week: Vec::new(),
            own: Vec::new(),
            off: Vec::new(),
            work: Vec::new(),
            years: Vec::new(),
            phone: String::new(),
            own_times: None,
        };
        for line in block(&own, "工作时间:") {
            if let Some(days) = between(line, "星期: [") {
                hall.week.push((days.to_owned(), Spans::new()));
            }
            if let (Some(times), Some(last)) = (between(line, "时段: ["), hall.week.last_mut()) {
                last.1 = spans(times);
            }
        }
        for line in block(&own, "例外:") {
            let date = line
                .split("日期: ")
                .nth(1)
                .expect("an exception has a date");
            let times = between(line, "时段: [").map(spans).unwrap_or_default();
            hall.own
                .push((date[..10].parse().expect("a single day"), times));
        }
        // In brackets, or an entry a line below its key.
        let mut key = "";
        for line in block(&site, "假日:") {
            let said = line.trim();
            hall.years.extend(said.trim_end_matches(':').parse::<i16>());
            let (list, found) = match said.split_once(':') {
                Some((name, rest)) => {
                    key = name;
                    (name, rest.trim().trim_matches(['[', ']']))
                }
                None => (key, said.trim_start_matches("- ")),
            };
            match list {
                "休" => hall.off.extend(days(found)),
                "班" => hall.work.extend(days(found)),
                _ => {}
            }
        }
        assert!(
            hall.off.len() > 5 && hall.work.len() > 3,
            "the holidays are read"
        );
        let phone = own.lines().find_map(|line| line.strip_prefix("咨询电话: "));
        hall.phone.push_str(phone.expect("a community has a phone"));
        hall
    }

    /// The hall as somebody meets it who comes for a matter whose file, below `content/`, has the line 受理时间.
    pub(crate) fn for_matter(community: &str, file: &str) -> Self {
        let text = fs::read_to_string(tools::workspace().join("content").join(file));
        let text = text.expect("the content is there");
        let line = text.lines().find(|line| line.starts_with("受理时间: "));
        let line = line.expect("the matter has times of its own");
        let named = |start| between(line, start).unwrap_or_default().to_owned();
        let quarter = line.split_once("每季度: ").map_or("", |(_, rest)| rest);
        let quarter = quarter.split([',', '}']).next().unwrap_or_default();
        Self {
            own_times: Some((named("星期: ["), quarter.to_owned())),
            ..Self::read(community)
        }
    }

    /// Whether it speaks of a matter with times of its own.
    pub(crate) fn is_for_matter(&self) -> bool {
        self.own_times.is_some()
    }

    /// When one is served on a day, as far as anybody knows.
    pub(crate) fn spans(&self, day: Date) -> Spans {
        let accepted = self.own_times.as_ref().is_none_or(|(days, quarter)| {
            let month = (day.month() - 1) % 3;
            let months = ["第一个月", "第二个月", "最后一个月"];
            let month = months[usize::from(month.unsigned_abs())];
            (days.is_empty() || days.contains(weekday(day)))
                && (quarter.is_empty() || quarter == month)
        });
        if accepted {
            self.open(day)
        } else {
            Spans::new()
        }
    }

    /// When the door is open on a day.
    fn open(&self, day: Date) -> Spans {
        if let Some((_, spans)) = self.own.iter().find(|(own, _)| *own == day) {
            return spans.clone();
        }
        let has = |list: &[(Date, Date)]| list.iter().any(|(from, to)| *from <= day && day <= *to);
        if has(&self.off) {
            return Spans::new();
        }
        let name = weekday(day);
        // A make-up workday is like a Monday, which is a workday everywhere here.
        let name = if has(&self.work) { "一" } else { name };
        let found = self.week.iter().find(|(days, _)| days.contains(name));
        found.map(|(_, spans)| spans.clone()).unwrap_or_default()
    }

    /// Whether the holidays around a day are listed, or the day itself.
    pub(crate) fn knows(&self, day: Date) -> bool {
        let years = [day.year(), day.saturating_add(2.days()).year()];
        self.own.iter().any(|(own, _)| *own == day)
            || years.iter().all(|year| self.years.contains(year))
    }
}

fn weekday(day: Date) -> &'static str {
    let names = ["一", "二", "三", "四", "五", "六", "日"];
    names[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())]
}

/// The indented lines below a key at the margin.
fn block<'t>(text: &'t str, key: &str) -> impl Iterator<Item = &'t str> {
    let lines = text.lines().skip_while(move |line| *line != key).skip(1);
    lines.take_while(|line| line.starts_with(' '))
}

/// What stands between these words and the next bracket.
fn between<'t>(line: &'t str, start: &str) -> Option<&'t str> {
    line.split_once(start)?.1.split(']').next()
}

fn spans(list: &str) -> Spans {
    let time = |text: &str| text.parse::<Time>().expect("a time");
    let times = list.split(',').map(|one| one.trim().trim_matches('"'));
    times
        .map(|one| one.split_once('-').expect("from-to"))
        .map(|(from, to)| (time(&format!("{from}:00")), time(&format!("{to}:00"))))
        .collect()
}

fn days(list: &str) -> Vec<(Date, Date)> {
    let one = |text: &str| text.parse().expect("a date");
    let range = |text: &str| match text.split_once("..") {
        Some((from, to)) => (one(from), one(to)),
        None => (one(text), one(text)),
    };
    let parts = list.split(',').map(str::trim);
    parts.filter(|part| !part.is_empty()).map(range).collect()
}
