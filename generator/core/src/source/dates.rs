//! Conditions on a date as people write them.

use jiff::civil::Date;

use super::text;
use super::values::parse_date;
use crate::model::{AgeUnit, Range, Side, When, names_in};

/// What stands for a local fact while a condition is taken apart.
const FACT: char = '\u{1}';

/// A condition as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// The same everywhere.
    Fixed(When),
    /// An age that a local fact says.
    Local {
        /// The fact.
        name: String,
        /// Of what it is the number.
        unit: AgeUnit,
        /// On which side.
        side: Side,
    },
}

/// More years than a rule of any office asks for.
const MOST: u32 = 400;

/// `满 80 周岁`, `不满 6 周岁`, `60 天内`, `超过 1 年`, `满 60 周岁不满 65 周岁`, or days of the calendar, see [`parse_days`]. In English `at least
/// 80 years`, `under 6 years`, `within 60 days`, `over 1 year`. All that is returned has to hold.
///
/// `{{name}}` may stand for the number. Calendar years go by name: `今年`, `去年`, `今年或去年`, `前年或更早`; in English `this year`, `last year`,
/// `this year or last year`, `the year before last or earlier`.
pub(super) fn parse_when(written: &str) -> Option<Vec<Written>> {
    if let Some(days) = parse_days(written) {
        return Some(vec![Written::Fixed(When::Days(days))]);
    }
    let mut bare = bare(written);
    if let Some(years) = years(&bare) {
        return Some(vec![Written::Fixed(years)]);
    }
    let names: Vec<_> = names_in(&bare)
        .map(|(range, name)| (range, name.to_owned()))
        .collect();
    for (range, _) in names.iter().rev() {
        bare.replace_range(range.clone(), &FACT.to_string());
    }
    let mut names = names.into_iter().map(|(_, name)| name);
    let mut age = |bare: &str| age(bare, &mut names);
    // 满……不满…… is two conditions.
    let second = bare.char_indices().skip(1).find(|(at, _)| {
        let rest = &bare[*at..];
        rest.starts_with("不满") || rest.starts_with("未满")
    });
    match second {
        Some((at, _)) if bare.starts_with('满') || bare.starts_with("年满") => {
            let first = bare[..at].trim_end_matches([',', '、', '且']);
            Some(vec![age(first)?, age(&bare[at..])?])
        }
        _ => Some(vec![age(&bare)?]),
    }
}

/// `2021-06-01..`, `..2021-05-31`, `2021-06-01..2022-05-31`, one day, or `<`, `<=`, `>`, `>=` before a day.
pub(super) fn parse_days(written: &str) -> Option<Range<Date>> {
    let bare = bare(written).replace('≥', ">=").replace('≤', "<=");
    let behind = |sign: &str| bare.strip_prefix(sign);
    if let Some(rest) = behind(">=") {
        return parse_date(rest).map(Range::AtLeast);
    }
    if let Some(rest) = behind("<=") {
        return parse_date(rest).map(Range::AtMost);
    }
    if let Some(rest) = behind(">") {
        return parse_date(rest).map(Range::Above);
    }
    if let Some(rest) = behind("<") {
        return parse_date(rest).map(Range::Below);
    }
    match bare.split_once("..") {
        Some((from, "")) => parse_date(from).map(Range::AtLeast),
        Some(("", to)) => parse_date(to).map(Range::AtMost),
        Some((from, to)) => Some(Range::Between(parse_date(from)?, parse_date(to)?)),
        None => parse_date(&bare).map(Range::Exactly),
    }
}

fn bare(written: &str) -> String {
    text::name(written).replace([' ', '\u{3000}'], "")
}

/// Calendar years that stand beside each other, and perhaps all before them.
fn years(bare: &str) -> Option<When> {
    let ago = |word: &str| match word {
        "今年" | "thisyear" => Some(0),
        "去年" | "lastyear" | "last" => Some(1),
        "前年" | "theyearbeforelast" => Some(2),
        _ => None,
    };
    let bare = bare.to_lowercase().replace(['或', '、', ','], "|");
    let bare = bare.replace("or", "|");
    let (named, earlier) = match bare.rsplit_once('|') {
        Some((named, "更早" | "earlier")) => (named, true),
        _ => (bare.as_str(), false),
    };
    let mut years: Vec<u32> = named.split('|').map(ago).collect::<Option<_>>()?;
    years.sort_unstable();
    let (newest, oldest) = (*years.first()?, *years.last()?);
    let mut each = newest..=oldest;
    let are_beside = years.iter().all(|year| each.next() == Some(*year)) && each.next().is_none();
    are_beside.then_some(When::Years {
        newest,
        oldest: (!earlier).then_some(oldest),
    })
}

fn age(bare: &str, names: &mut impl Iterator<Item = String>) -> Option<Written> {
    let before = [
        ("年满", Side::Complete),
        ("满", Side::Complete),
        ("不满", Side::Short),
        ("未满", Side::Short),
        ("超过", Side::Beyond),
        ("不超过", Side::Within),
        ("atleast", Side::Complete),
        ("under", Side::Short),
        ("within", Side::Within),
        ("over", Side::Beyond),
    ];
    let (rest, side) = before
        .iter()
        .find_map(|(word, side)| Some((bare.strip_prefix(word)?, *side)))
        .or_else(|| {
            let rest = bare.strip_suffix("以内").or(bare.strip_suffix('内'))?;
            Some((rest, Side::Within))
        })?;
    let units = [
        (&["周岁", "岁"][..], AgeUnit::YearsOld, MOST),
        (&["年", "years", "year"], AgeUnit::Years, MOST),
        (
            &["个月", "月", "months", "month"],
            AgeUnit::Months,
            12 * MOST,
        ),
        (&["天", "日", "days", "day"], AgeUnit::Days, 366 * MOST),
    ];
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == FACT);
    let number = &rest[..rest.len() - behind.len()];
    let mut units = units.into_iter();
    let (_, unit, most) = units.find(|(words, ..)| words.contains(&behind))?;
    if number == FACT.to_string() {
        let name = names.next().filter(|name| !name.is_empty())?;
        return Some(Written::Local { name, unit, side });
    }
    let n: u32 = number.parse().ok()?;
    (n <= most).then_some(Written::Fixed(When::Ago { n, unit, side }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Written, parse_days, parse_when};
    use crate::model::{AgeUnit, Range, Side, When};

    fn one(n: u32, unit: AgeUnit, side: Side) -> Vec<Written> {
        vec![Written::Fixed(When::Ago { n, unit, side })]
    }

    #[test]
    fn a_local_fact_stands_for_a_number() {
        let local = |name: &str, unit, side| Written::Local {
            name: name.to_owned(),
            unit,
            side,
        };
        let within = local("参保期限", AgeUnit::Days, Side::Within);
        assert_eq!(parse_when("{{参保期限}} 天内"), Some(vec![within]));
        let (from, to) = (
            local("甲", AgeUnit::YearsOld, Side::Complete),
            local("乙", AgeUnit::YearsOld, Side::Short),
        );
        assert_eq!(
            parse_when("满｛｛甲｝｝周岁，不满 {{乙}} 周岁"),
            Some(vec![from, to])
        );
        for wrong in [
            "满 {{}} 周岁",
            "满 {{甲}}0 周岁",
            "{{甲}}内",
            "满 8{{甲}} 周岁",
        ] {
            assert_eq!(parse_when(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn ages_as_people_write_them() {
        use AgeUnit::{Days, Months, Years, YearsOld};
        use Side::{Beyond, Complete, Short, Within};
        assert_eq!(parse_when("满 80 周岁"), Some(one(80, YearsOld, Complete)));
        assert_eq!(parse_when("年满80岁"), Some(one(80, YearsOld, Complete)));
        assert_eq!(parse_when("不满６周岁"), Some(one(6, YearsOld, Short)));
        assert_eq!(parse_when("“60 天内”"), Some(one(60, Days, Within)));
        assert_eq!(parse_when("3 个月以内"), Some(one(3, Months, Within)));
        assert_eq!(parse_when("不超过 1 年"), Some(one(1, Years, Within)));
        assert_eq!(parse_when("超过1年"), Some(one(1, Years, Beyond)));
        assert_eq!(parse_when("under 6 years"), Some(one(6, Years, Short)));
        assert_eq!(parse_when("within 60 days"), Some(one(60, Days, Within)));
        let ago = |n, side| {
            Written::Fixed(When::Ago {
                n,
                unit: YearsOld,
                side,
            })
        };
        let both = Some(vec![ago(60, Complete), ago(65, Short)]);
        assert_eq!(parse_when("满 60 周岁不满 65 周岁"), both);
        assert_eq!(parse_when("满60周岁，不满65周岁"), both);
        for wrong in [
            "",
            "满",
            "满周岁",
            "满 80",
            "80 周岁",
            "满八十周岁",
            "满 9999 周岁",
            "1 年以上",
            "满 80 周岁左右",
            "天内",
        ] {
            assert_eq!(parse_when(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn calendar_years_by_their_names() {
        let years = |newest, oldest| Some(vec![Written::Fixed(When::Years { newest, oldest })]);
        assert_eq!(parse_when("今年"), years(0, Some(0)));
        assert_eq!(parse_when("去年、 今年"), years(0, Some(1)));
        assert_eq!(parse_when("今年、去年或前年"), years(0, Some(2)));
        assert_eq!(parse_when("去年或更早"), years(1, None));
        assert_eq!(parse_when("this year or last"), years(0, Some(1)));
        assert_eq!(parse_when("Last year or earlier"), years(1, None));
        for wrong in [
            "今年或前年",
            "更早",
            "明年",
            "去年或",
            "今年今年",
            "今年或今年",
            "去年以前",
        ] {
            assert_eq!(parse_when(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_of_the_calendar() {
        let (one, other): (Date, Date) = (date(2021, 6, 1), date(2022, 5, 31));
        assert_eq!(parse_days("2021-06-01.."), Some(Range::AtLeast(one)));
        assert_eq!(parse_days("..2022-05-31"), Some(Range::AtMost(other)));
        assert_eq!(
            parse_days("2021-06-01..2022-05-31"),
            Some(Range::Between(one, other))
        );
        assert_eq!(parse_days("≥ 2021年6月1日"), Some(Range::AtLeast(one)));
        assert_eq!(parse_days("< 2021/6/1"), Some(Range::Below(one)));
        assert_eq!(parse_days("2021-6-1"), Some(Range::Exactly(one)));
        for wrong in ["2027-02-29", "> 2027-02-29", "..", "2021-06..", "六月一日"] {
            assert_eq!(parse_days(wrong), None, "{wrong}");
        }
    }
}
