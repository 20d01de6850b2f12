/* The visit: one record of a day, which page, text, slip and calendar file all speak from. What the hall does on that day
   says the clock; without a clock there are no visits. */
(function () {
  "use strict";

  const { clock, tell, teller, byId } = self.onetrip;
  if (!clock || !byId("hall")) return;
  const { hall, hours, left, following, now, iso, weekday } = clock;
  const say = teller("keep_");
  const SOON = 60; // who has an hour to go may leave now
  const EVENING = 14 * 60; // the calendar speaks so long before, where that is still to come
  const place = byId("hall").dataset;

  function civil(day) {
    const [y, m, d] = iso(day).split("-").map(Number);
    return { y: y, m: m, d: d, iso: iso(day) };
  }
  const words = (day, than) => say(civil(day).y === civil(than).y ? "date" : "date_year", civil(day));
  // "2026-11-22", also with full-width digits, other signs between, and 年月日; null when there is no such day.
  function parse(text) {
    const plain = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xFEE0));
    const parts = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(plain);
    const day = parts ? Date.UTC(+parts[1], parts[2] - 1, +parts[3]) / 864e5 : NaN;
    return parts && civil(day).d === Number(parts[3]) ? day : null;
  }

  const listed = (spans) => spans.map((span) => span.map(clock.clock).join("–")).join(tell("listing"));
  // How a day is told: its date, its day of the week, its hours.
  const told = (day, today, more) => Object.assign({
    date: words(day, today), day: tell("day_" + weekday(day)), hours: listed(hours(hall, day).spans), phone: place.phone,
  }, more);

  // Of a day on which nobody is served: why, and the next that is open unless it only seems so because its holidays are
  // not known.
  function closed(day, its, moment) {
    const today = moment.day;
    const late = day === today && its.spans.length;
    const why = late && moment.closes ? say("day_late", { time: clock.clock(moment.closes) })
      : late ? clock.say("over") : say(its.holiday ? "day_holiday" : "day_closed", told(day, today));
    const other = following(hall, day);
    const year = (!late && its.unknown) || (other && other.unknown);
    const text = other && !year ? say("day_next", told(other.day, day, { closed: why })) : say("day_other", { closed: why });
    return year ? say("day_unknown", { note: text, year: year, phone: place.phone }) : text;
  }

  /* What there is to know of a visit on a day: `said`, the day and its hours, in one sentence, `note`, the same beside the
     field of the day, `span`, where it is open for certain and the visitor still in time, `maybe`, that it may be closed,
     `leave`, whether to go now. */
  function visit(day) {
    const moment = now();
    const today = moment.day;
    const its = hours(hall, day);
    const spans = day === today ? left(its, moment.time) : its.spans;
    const values = told(day, today, { year: its.unknown });
    const record = { day: day, where: [place.place, place.address].filter(Boolean).join(" "), span: null, leave: false };
    const noted = (note) => Object.assign(record, { note: note, said: say("visit_note", Object.assign(values, { note: note })) });
    if (day < today) return noted(say("day_past"));
    // The last half hour of a day that may be a holiday is told as the rest of it.
    if (!spans.length && !(its.unknown && day === today && moment.closes)) {
      const note = closed(day, its, moment);
      return day === today && its.spans.length ? noted(note) : Object.assign(record, { note: note, said: note });
    }
    record.maybe = Boolean(its.unknown);
    if (its.unknown) return noted(say(day === today ? "day_maybe_today" : "day_maybe", values));
    const [start, end] = spans[0].map((time) => clock.instant(day, time));
    return Object.assign(record, {
      note: say("day_open", values), said: say("visit_open", values), span: spans[0], start: start, end: end,
      leave: day === today && spans[0][0] - moment.time <= SOON,
      reminder: start - EVENING * 6e4 > clock.instant(today, moment.time) ? "-PT" + EVENING / 60 + "H" : "-PT1H",
    });
  }

  // All is packed: whether to go, or when.
  function packed(its, count) {
    if (its.leave) return say("packed_all", { n: count });
    if (its.maybe) return say("packed_maybe", { n: count, phone: place.phone });
    if (!its.span) return say("packed_not", { n: count, note: its.note });
    const { day } = now();
    return say("packed_later", { n: count, day: clock.name(its.day, day), time: clock.clock(its.span[0]) });
  }

  self.onetrip.days = { today: () => now().day, best: () => now().visit, civil: civil, iso: iso, words: words, parse: parse, visit: visit, packed: packed };
})();
