//! What can be wrong with 受理时间, 预约, 在哪办 and 地点.

use crate::model::TimeSpan;

/// A fault of a matter's own times or of the place where it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AcceptanceFault {
    /// An entry of 受理时间 that names no day and no time.
    Nothing,
    /// A month beyond the twelfth.
    NoSuchMonth {
        /// As written.
        month: u8,
    },
    /// A day that its month has in no year.
    NoSuchDay {
        /// The month.
        month: u8,
        /// As written.
        day: u8,
        /// Its last day.
        last: u8,
    },
    /// An entry whose parts no day fits.
    Never,
    /// A part of the year alone beside an entry for all of it, which does not narrow that one but adds to it.
    Adds {
        /// Both in one entry.
        both: String,
        /// This entry, with the days of the week that make its meaning plain.
        plain: String,
    },
    /// Times outside the hours of the place.
    Outside(Outside),
    /// A place that there is nowhere.
    UnknownVenue {
        /// As written.
        name: String,
        /// Something like it that is there.
        suggestion: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A community that offers a matter, but lacks the place where it is done.
    VenueMissing {
        /// The community's name.
        community: String,
        /// Its file.
        file: String,
        /// The place.
        venue: String,
        /// The matters that are done there.
        matters: Vec<String>,
    },
    /// A place without hours.
    VenueClosed,
    /// A place that is called as guides call the hall.
    VenueIsHall {
        /// As written.
        name: String,
    },
}

/// Where the times of an entry leave the hours of the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The communities in which it is so.
    pub communities: Vec<String>,
    /// The place in them; none: the hall.
    pub venue: Option<String>,
    /// The day of the week, Monday is 0.
    pub day: u8,
    /// What is outside; none: the place is closed that day.
    pub time: Option<TimeSpan>,
    /// The hours of that day.
    pub hours: Vec<TimeSpan>,
    /// What of the entry's times is inside them.
    pub inside: Vec<TimeSpan>,
    /// Where the first of the communities may say times of its own; none where the site is of one community.
    pub overlay: Option<String>,
}

impl Outside {
    fn zh_where(&self) -> String {
        let named = self.communities.iter().take(3).cloned();
        let mut text = named.collect::<Vec<_>>().join("、");
        if self.communities.len() > 3 {
            text = format!("{text}等 {} 个社区", self.communities.len());
        }
        match &self.venue {
            Some(venue) => format!("{text}的“{venue}”"),
            None => text,
        }
    }

    fn en_where(&self) -> String {
        let named = self.communities.iter().take(3).cloned();
        let mut text = named.collect::<Vec<_>>().join(", ");
        if self.communities.len() > 3 {
            text = format!("{text} and {} more", self.communities.len() - 3);
        }
        match &self.venue {
            Some(venue) => format!("\"{venue}\" in {text}"),
            None => text,
        }
    }
}

const ZH_DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
const EN_DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// `08:30-12:00`, as content has it.
pub(super) fn clock(span: TimeSpan) -> String {
    let two = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    format!("{}-{}", two(span.from), two(span.to))
}

fn clocks(spans: &[TimeSpan], between: &str) -> String {
    let all = spans.iter().map(|span| clock(*span));
    all.collect::<Vec<_>>().join(between)
}

/// The spans as a value of 时段.
fn list(spans: &[TimeSpan]) -> String {
    let all = spans.iter().map(|span| format!("\"{}\"", clock(*span)));
    format!("[{}]", all.collect::<Vec<_>>().join(", "))
}

impl AcceptanceFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Nothing => "accepted-nothing",
            Self::NoSuchMonth { .. } | Self::NoSuchDay { .. } => "no-such-day",
            Self::Never => "accepted-never",
            Self::Adds { .. } => "accepted-adds",
            Self::Outside(_) => "accepted-outside-hours",
            Self::UnknownVenue { .. } => "unknown-venue",
            Self::VenueMissing { .. } => "venue-missing",
            Self::VenueClosed => "venue-hours-missing",
            Self::VenueIsHall { .. } => "venue-is-hall",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::Nothing => "这一条受理时间没写哪天、哪段时间".into(),
            Self::NoSuchMonth { month } => format!("没有 {month} 月"),
            Self::NoSuchDay { month, day, last } => {
                format!("{month} 月没有 {day} 日，最多到 {last} 日")
            }
            Self::Never => "这一条受理时间里的几样凑不到一起，哪一天都不收".into(),
            Self::Adds { .. } => {
                "几条受理时间是“或者”：这段日子天天收，别的日子照另外几条收".into()
            }
            Self::Outside(outside) => {
                let (place, day) = (outside.zh_where(), ZH_DAYS[usize::from(outside.day)]);
                match outside.time {
                    Some(time) => format!(
                        "受理时间周{day} {}，不全在{place}的工作时间里：周{day} {}",
                        clock(time),
                        clocks(&outside.hours, "、")
                    ),
                    None => format!("受理时间里有周{day}，可是{place}周{day}不开门"),
                }
            }
            Self::UnknownVenue { name, .. } => format!("没有“{name}”这个地点"),
            Self::VenueMissing {
                community,
                venue,
                matters,
                ..
            } => format!(
                "{community}没有“{venue}”这个地点，可是“{}”要在那里办",
                matters.join("”“")
            ),
            Self::VenueClosed => "这个地点没有工作时间，在那里办的事会天天说“今天不开门”".into(),
            Self::VenueIsHall { name } => {
                format!("“{name}”说的就是社区自己的大厅，不能再当地点的名字")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::Nothing => {
                "例如 {星期: [一, 三], 时段: [\"08:30-12:00\"]}、{每年: 09-01..12-25}、{每月: 1..10}、{每季度: 最后一个月}。".into()
            }
            Self::NoSuchMonth { .. } | Self::NoSuchDay { .. } => {
                "核对日期，写成 09-01..12-25 这样，月-日。".into()
            }
            Self::Never => {
                "同一条里写的要同时符合；不用同时符合的，分开写成两条，每条以“- ”开头。".into()
            }
            Self::Adds { both, plain } => format!(
                "要同时符合，合成一条：\n受理时间:\n  - {both}\n就是“或者”的，写明这段日子是每周哪几天：\n  - {plain}"
            ),
            Self::Outside(outside) => {
                let inside = &outside.inside;
                let own = outside.overlay.as_ref().map_or_else(String::new, |file| {
                    format!("只有那里不一样的，在 {file} 里写它自己的“受理时间”。")
                });
                let day = ZH_DAYS[usize::from(outside.day)];
                match (outside.time, inside.is_empty()) {
                    (Some(_), false) => format!(
                        "改到开门的时间里，例如：时段: {}。每天不一样的，按星期分开写几条。{own}",
                        list(inside)
                    ),
                    (Some(_), true) => format!(
                        "那时不开门，改成开门的时间，例如：时段: {}。{own}",
                        list(&outside.hours)
                    ),
                    (None, _) => format!("从“星期”里去掉“{day}”，或者核对工作时间。{own}"),
                }
            }
            Self::UnknownVenue {
                suggestion, known, ..
            } => {
                let add = "在社区的文件或 site.yaml 里加上：\n地点:\n  便民中心: {名称: …, 地址: …, 电话: …}";
                match suggestion {
                    Some(name) => format!("是不是“{name}”？"),
                    None if known.is_empty() => format!("还没有写过地点。{add}"),
                    None => format!(
                        "现在有：{}。就在社区办的，写“社区大厅”，或不写“在哪办”。要加新的，{add}",
                        known.join("、")
                    ),
                }
            }
            Self::VenueMissing { file, venue, .. } => format!(
                "在 {file} 里加上（各社区都一样的，写在 site.yaml 里），换成自己的：\n\
                 地点:\n  {venue}: {{名称: …, 地址: …, 电话: …}}\n\
                 这个社区就在大厅办的，在它自己的那份事项里写：\n在哪办: 社区大厅"
            ),
            Self::VenueClosed => {
                "加上工作时间，例如：工作时间: [{星期: [一, 二, 三, 四, 五], 时段: [\"08:30-12:00\", \"14:30-18:00\"]}]".into()
            }
            Self::VenueIsHall { .. } => "换一个名字，例如“便民中心”。".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::Nothing => "this entry of `accepted` (受理时间) names no day and no time".into(),
            Self::NoSuchMonth { month } => format!("there is no month {month}"),
            Self::NoSuchDay { month, day, last } => {
                format!("month {month} has no day {day}: it ends with {last}")
            }
            Self::Never => {
                "nothing fits all that this entry of `accepted` (受理时间) names: no day is ever accepted".into()
            }
            Self::Adds { .. } => {
                "entries of `accepted` (受理时间) add up: in these days every day is accepted, on others what the other entries say".into()
            }
            Self::Outside(outside) => {
                let (place, day) = (outside.en_where(), EN_DAYS[usize::from(outside.day)]);
                match outside.time {
                    Some(time) => format!(
                        "accepted on {day} {}, which is not inside the hours of {place}: {day} {}",
                        clock(time),
                        clocks(&outside.hours, ", ")
                    ),
                    None => format!("accepted on {day}, but {place} is closed on {day}"),
                }
            }
            Self::UnknownVenue { name, .. } => format!("there is no place \"{name}\""),
            Self::VenueMissing {
                community,
                venue,
                matters,
                ..
            } => format!(
                "{community} has no place \"{venue}\", but \"{}\" is done there",
                matters.join("\", \"")
            ),
            Self::VenueClosed => {
                "this place has no hours: what is done there would be closed every day".into()
            }
            Self::VenueIsHall { name } => {
                format!("\"{name}\" means the community's own hall and cannot name a place")
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::Nothing => {
                "such as {星期: [一, 三], 时段: [\"08:30-12:00\"]}, {每年: 09-01..12-25}, {每月: 1..10} or {每季度: 最后一个月}.".into()
            }
            Self::NoSuchMonth { .. } | Self::NoSuchDay { .. } => {
                "check the date and write it as 09-01..12-25, month-day.".into()
            }
            Self::Never => {
                "what stands in one entry has to hold together; write what need not as two entries, each after `- `.".into()
            }
            Self::Adds { both, plain } => format!(
                "where both have to hold, make one entry of them:\n受理时间:\n  - {both}\nwhere either is enough, say which days of the week these are:\n  - {plain}"
            ),
            Self::Outside(outside) => {
                let inside = &outside.inside;
                let own = outside.overlay.as_ref().map_or_else(String::new, |file| {
                    format!("Where that place alone differs, give it `受理时间` of its own in {file}.")
                });
                match (outside.time, inside.is_empty()) {
                    (Some(_), false) => format!(
                        "keep to the hours, such as 时段: {}; write an entry for each kind of day. {own}",
                        list(inside)
                    ),
                    (Some(_), true) => format!(
                        "it is closed then; take hours such as 时段: {}. {own}",
                        list(&outside.hours)
                    ),
                    (None, _) => format!(
                        "take {} out of `days` (星期), or check the hours. {own}",
                        ZH_DAYS[usize::from(outside.day)]
                    ),
                }
            }
            Self::UnknownVenue {
                suggestion, known, ..
            } => {
                let add = "add to the community's file or to site.yaml:\n地点:\n  便民中心: {名称: …, 地址: …, 电话: …}";
                match suggestion {
                    Some(name) => format!("did you mean \"{name}\"?"),
                    None if known.is_empty() => format!("no places were written yet: {add}"),
                    None => format!(
                        "there are: {}. For the hall write 社区大厅 (hall) or leave `venue` (在哪办) out. To have a new one, {add}",
                        known.join(", ")
                    ),
                }
            }
            Self::VenueMissing { file, venue, .. } => format!(
                "add to {file} (or to site.yaml, where it is the same for all), with your own words:\n\
                 地点:\n  {venue}: {{名称: …, 地址: …, 电话: …}}\n\
                 where this community does it in its hall, its own version of the matter says:\n在哪办: 社区大厅"
            ),
            Self::VenueClosed => {
                "add hours, such as 工作时间: [{星期: [一, 二, 三, 四, 五], 时段: [\"08:30-12:00\", \"14:30-18:00\"]}]".into()
            }
            Self::VenueIsHall { .. } => "give it another name, such as 便民中心.".into(),
        }
    }
}
