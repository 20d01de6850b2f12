/* The visit: one record of a day, which page, text, slip and calendar file all speak from. What the doors do on that day, and
   when matters are accepted there, says the clock; without a clock there are no visits.

   A desk is a place with the times at which something is done there: the page's own, see hall.html, or those of several matters
   (days/trip.js), which have to be served on one day. */
(function () {
  "use strict";

  const { clock, tell, teller, byId, civil } = self.onetrip;
  if (!clock || !byId("hall")) return;
  const { hours, left, following, earliest, minutes, at, iso, weekday } = clock;
  const say = teller("keep_");
  const SOON = 60; // who has an hour to go may leave now
  const EVENING = 14 * 60; // the calendar speaks so long before, where that is still to come
  const DAY = 1440;

  const desk = (data) => Object.assign({}, data, { hall: clock.read(data) });
  let desks = [clock.home()];

  function now() {
    const day = Math.floor(minutes() / DAY);
    return { day: day, time: minutes() - day * DAY };
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
    date: words(day, today), day: tell("day_" + weekday(day)), hours: listed(hours(desks[0].hall, day).spans),
    phone: desks[0].phone, appointment: desks[0].appointment, book: desks[0].book,
  }, more);
  // A matter's own times have sentences of their own.
  const sayOf = (one, key, values) => say(one.hall.windows.length ? key + "_own" : key, values);

  // The first day that can be had at all of them, as far as something has to be booked.
  const first = () => Math.max(...desks.map((one) => earliest(one.hall, now().day, now().time)));

  function best() {
    return desks.length > 1 ? self.onetrip.several.best(desks) : at(desks[0].hall, minutes()).visit;
  }

  // Of a day on which nobody is served: why, and the next that is open unless it only seems so because its holidays are
  // not known.
  function closed(day, its, moment) {
    const [one] = desks;
    const today = moment.day;
    const late = day === today && its.spans.length;
    const why = late && moment.closes ? sayOf(one, "day_late", { time: clock.clock(moment.closes) })
      : late ? one.hall.windows.length ? say("day_over_own") : clock.say("over") : sayOf(one, its.holiday ? "day_holiday" : "day_closed", told(day, today));
    const other = following(one.hall, Math.max(day, first() - 1));
    const year = (!late && its.unknown) || (other && other.unknown);
    const text = other && !year ? sayOf(one, "day_next", told(other.day, day, { closed: why })) : say("day_other", { closed: why });
    return year ? say("day_unknown", { note: text, year: year, phone: one.phone }) : text;
  }

  // What the visit is when it can be made: `spans`, the time left.
  function open(day, spans, record) {
    const { day: today, time } = now();
    const [start, end] = spans[0].map((minute) => clock.instant(day, minute));
    return Object.assign(record, {
      span: spans[0], start: start, end: end, leave: !record.book && day === today && spans[0][0] - time <= SOON,
      reminder: start - EVENING * 6e4 > clock.instant(today, time) ? "-PT" + EVENING / 60 + "H" : "-PT1H",
    });
  }

  /* What there is to know of a visit on a day: `said`, the day and its hours, in one sentence, `note`, the same beside the
     field of the day, `span`, where it is open for certain and the visitor still in time, `maybe`, that it may be closed,
     `book`, that one has to be expected, `leave`, whether to go now. */
  function visit(day) {
    const record = { day: day, where: places().map((one) => [one.place, one.address].filter(Boolean).join(" ")).join(tell("semicolon")),
      span: null, leave: false, book: desks.map((one) => one.book).find(Boolean) || "" };
    return desks.length > 1 ? self.onetrip.several.visit(desks, day, record) : visitOne(day, record);
  }

  function visitOne(day, record) {
    const [one] = desks;
    const moment = at(one.hall, minutes());
    const today = moment.day;
    const its = hours(one.hall, day);
    const spans = day === today ? left(its, moment.time) : its.spans;
    const values = told(day, today, { year: its.unknown });
    const noted = (note) => Object.assign(record, { note: note, said: say("visit_note", Object.assign(values, { note: note })) });
    const booked = (note) => {
      if (!record.book) return note;
      const text = say("day_book", Object.assign({}, values, { note: note }));
      return day < first() ? say("day_book_late", told(best(), day, { note: text })) : text;
    };
    if (day < today) return noted(say("day_past"));
    // The last half hour of a day that may be a holiday is told as the rest of it.
    if (!spans.length && !(its.unknown && day === today && moment.closes)) {
      const note = booked(closed(day, its, moment));
      return day === today && its.spans.length ? noted(note) : Object.assign(record, { note: note, said: note });
    }
    record.maybe = Boolean(its.unknown);
    if (its.unknown) return noted(booked(sayOf(one, day === today ? "day_maybe_today" : "day_maybe", values)));
    return open(day, spans, Object.assign(record, { note: booked(sayOf(one, "day_open", values)), said: booked(sayOf(one, "visit_open", values)) }));
  }

  // All is packed: whether to go, or when.
  function packed(its, count) {
    if (its.leave) return say("packed_all", { n: count });
    if (its.book && (its.span || its.maybe)) return say("packed_book", { n: count, phone: its.book });
    if (its.maybe) return say("packed_maybe", { n: count, phone: desks[0].phone });
    if (!its.span) return say("packed_not", { n: count, note: its.note });
    const own = desks.find((one) => one.hall.windows.length) || desks[0];
    return sayOf(own, "packed_later", { n: count, day: clock.name(its.day, now().day), time: clock.clock(its.span[0]) });
  }

  // Where one goes, each place once.
  const places = () => desks.filter((one, i) => desks.findIndex((other) => other.place === one.place && other.address === one.address) === i);

  // Place, times and what has to be booked, in plain text.
  function text() {
    const lines = (one) => [].concat(desks.length > 1 ? [say("text_of", one)] : [], say("text_place", one),
      one.accepted ? [say("text_accepted", one)] : [], one.appointment ? [say("text_book", one)] : []);
    return [].concat(...desks.map(lines));
  }

  self.onetrip.days = {
    today: () => now().day, best: best, iso: iso, words: words, parse: parse, visit: visit, packed: packed,
    text: text,
    // For several matters.
    now: now, told: told, listed: listed, open: open, first: first,
    use(places) { desks = places.length ? places.map(desk) : [clock.home()]; },
  };
})();
