/* Days, counted from 1970-01-01, and on which of them the hall is open; in Shanghai, where there is no summer time.
   The attributes that tell of the hall are described in visit.html. */
(function () {
  "use strict";

  const { byId, teller } = self.onetrip;
  const say = teller("keep_");
  const HOURS = 36e5;
  // A closed hall opens again within so many days, or nobody knows.
  const AHEAD = 100;
  const hall = (byId("visit") || {}).dataset || {};

  const today = () => Math.floor((Date.now() + 8 * HOURS) / (24 * HOURS));
  function civil(day) {
    const date = new Date(day * 24 * HOURS);
    return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate(), iso: date.toISOString().slice(0, 10) };
  }
  const iso = (day) => civil(day).iso;
  const words = (day, than) => say(civil(day).y === civil(than).y ? "date" : "date_year", civil(day));
  // "2026-11-22", also with full-width digits, other signs between, and 年月日; null when there is no such day.
  function parse(text) {
    const plain = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xFEE0));
    const parts = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(plain);
    const day = parts ? Date.UTC(+parts[1], parts[2] - 1, +parts[3]) / (24 * HOURS) : NaN;
    return parts && civil(day).d === Number(parts[3]) ? day : null;
  }

  const list = (text, sign) => (text || "").split(sign).filter(Boolean);
  const spans = (text) => list(text.trim(), " ").map((span) => span.split("-").map(Number));
  const week = hall.weekly ? hall.weekly.split(";").map(spans) : null;
  const special = list(hall.special, ";").map((entry, i) => {
    const [days, hours] = entry.split("=");
    const [from, to] = days.split("..");
    return { from: from, to: to || from, hours: spans(hours), holiday: !hours && i >= Number(hall.own) };
  });
  const known = list(hall.known, " ");

  const weekday = (day) => (((day + 3) % 7) + 7) % 7; // Monday is 0
  const entry = (day) => special.find((some) => some.from <= iso(day) && iso(day) <= some.to);
  const open = (day) => (entry(day) || { hours: (week && week[weekday(day)]) || [] }).hours;

  // The year whose holidays the hall's hours of this day hang on, if nobody has listed them. The holiday of a New Year may
  // begin two days before.
  function unknown(day) {
    const years = [day, day + 2].map((some) => civil(some).y);
    return (!entry(day) && known.length && years.find((year) => !known.includes(String(year)))) || 0;
  }

  const clock = (minutes) => new Date(minutes * 6e4).toISOString().slice(11, 16);
  const hours = (day) => open(day).map((span) => clock(span[0]) + "–" + clock(span[1])).join(say("comma"));
  function next(day) {
    for (let other = day + 1; other <= day + AHEAD; other++) if (open(other).length) return other;
    return 0;
  }

  // What there is to say of a day on which somebody wants to come. The next open day is named unless it only seems open
  // because its holidays are not known.
  function note(day) {
    const now = today();
    if (day < now) return say("day_past");
    const tell = (key, when, than, closed) => say(key, { date: words(when, than), day: say("weekday_" + weekday(when)), hours: hours(when), closed: closed });
    const listed = entry(day);
    let year = unknown(day);
    let text = tell(hours(day) ? "day_open" : "day", day, now);
    if (!hours(day) && (week || listed)) {
      const other = next(day);
      year = year || (other && unknown(other));
      text = tell(other && !year ? "day_next" : "day_other", other, day, tell(listed && listed.holiday ? "day_holiday" : "day_closed", day, now));
    }
    return year ? say("day_unknown", { note: text, year: year, phone: hall.phone }) : text;
  }

  self.onetrip.days = { today: today, civil: civil, iso: iso, words: words, parse: parse, open: open, note: note };
})();
