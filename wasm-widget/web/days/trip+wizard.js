/* The visit: one record of a day, which page, text, slip and calendar file all speak from. What the doors do on that day, and
   when matters are accepted there, says the clock; without a clock there are no visits.

   A desk is a place with the times at which something is done there: the page's own, see hall.html, or those of several
   matters (`use`), which have to be served on one day. */
(function () {
  "use strict";

  const { clock, tell, teller, byId } = self.onetrip;
  if (!clock || !byId("hall")) return;
  const { hours, left, following, earliest, minutes, at, iso, weekday, meet, joined } = clock;
  const say = teller("keep_");
  const SOON = 60; // who has an hour to go may leave now
  const EVENING = 14 * 60; // the calendar speaks so long before, where that is still to come
  const NEAR = 60; // a day on which everything is done at once is looked for so far ahead
  const FAR = 400;
  const DAY = 1440;

  const desk = (data) => Object.assign({}, data, { hall: clock.read(data) });
  const home = desk(byId("hall").dataset);
  let desks = [home];

  function now() {
    const day = Math.floor(minutes() / DAY);
    return { day: day, time: minutes() - day * DAY };
  }

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
    date: words(day, today), day: tell("day_" + weekday(day)), hours: listed(hours(desks[0].hall, day).spans),
    phone: desks[0].phone, appointment: desks[0].appointment, book: desks[0].book,
  }, more);
  // A matter's own times have sentences of their own.
  const sayOf = (one, key, values) => say(one.hall.windows.length ? key + "_own" : key, values);

  // What is left of a day at a desk for somebody who comes then, or now.
  function leftAt(one, day) {
    const { day: today, time } = now();
    const its = hours(one.hall, day);
    return day < today ? [] : day === today ? left(its, time) : its.spans;
  }
  // The times at which all desks serve, else those of any of them: one waits between.
  function together(each) {
    const all = each.reduce(meet);
    return all.length ? all : joined([].concat(...each));
  }
  const servedAll = (each) => each.every((spans) => spans.length);
  // The first day that can be had at all of them, as far as something has to be booked.
  const first = () => Math.max(...desks.map((one) => earliest(one.hall, now().day, now().time)));

  // The first near day on which everything is done, or null.
  function common() {
    const last = now().day + NEAR;
    for (let day = first(); day <= last; day++) if (servedAll(desks.map((one) => leftAt(one, day)))) return day;
    return null;
  }

  // Where there is none: the fewest days, each the first on which most of what is left is done, and what has no day at all.
  function apart() {
    const { day: today, time } = now();
    const from = new Map(desks.map((one) => [one, earliest(one.hall, today, time)]));
    const trips = [];
    let rest = desks;
    while (rest.length) {
      let found = { desks: [] };
      for (let day = today; day <= today + FAR && found.desks.length < rest.length; day++) {
        const some = rest.filter((one) => day >= from.get(one) && leftAt(one, day).length);
        if (some.length > found.desks.length) found = { day: day, desks: some };
      }
      if (!found.desks.length) break;
      trips.push(found);
      rest = rest.filter((one) => !found.desks.includes(one));
    }
    return { trips: trips.sort((one, other) => one.day - other.day), never: rest };
  }

  function best() {
    if (desks.length === 1) return at(desks[0].hall, minutes()).visit;
    const day = common();
    if (day !== null) return day;
    const { trips } = apart();
    return trips.length ? trips[0].day : now().day;
  }

  const matters = (some) => some.map((one) => one.matters).join(tell("listing"));
  const maybe = (some, day) => some.map((one) => hours(one.hall, day).unknown).find(Boolean) || 0;

  function sayApart() {
    const { day: today } = now();
    const { trips, never } = apart();
    const sentence = (trip) => say(maybe(trip.desks, trip.day) ? "days_trip_maybe" : "days_trip", told(trip.day, today, { matters: matters(trip.desks) }));
    const all = trips.map(sentence).concat(never.length ? [say("days_never", { matters: matters(never), phone: never[0].phone })] : []);
    return say("days_apart", { n: NEAR, trips: all.join(tell("semicolon")) });
  }

  // Of a day on which nobody is served: why, and the next that is open unless it only seems so because its holidays are
  // not known.
  function closed(day, its, moment) {
    const [one] = desks;
    const today = moment.day;
    const late = day === today && its.spans.length;
    const why = late && moment.closes ? sayOf(one, "day_late", { time: clock.clock(moment.closes) })
      : late ? clock.say(one.hall.windows.length ? "over_own" : "over") : sayOf(one, its.holiday ? "day_holiday" : "day_closed", told(day, today));
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
    return desks.length > 1 ? visitSeveral(day, record) : visitOne(day, record);
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

  // Several desks on one day: when each serves, or who does not, and which day does for all.
  function visitSeveral(day, record) {
    const today = now().day;
    const each = desks.map((one) => leftAt(one, day));
    const year = maybe(desks, day);
    const values = told(day, today, { year: year });
    const noted = (note) => Object.assign(record, { note: note, said: say("visit_note", Object.assign({}, values, { note: note })) });
    const booked = (note) => desks.filter((one) => one.book).reduce((text, one) => say("day_book", { note: text, appointment: one.appointment, book: one.book }), note);
    if (day < today) return noted(say("day_past"));
    const served = each.filter((spans) => spans.length);
    if (!servedAll(each)) {
      const other = common();
      const refused = say("days_refused", Object.assign({}, values, { matters: matters(desks.filter((one, i) => !each[i].length)) }));
      const rest = other === null ? sayApart() : say(maybe(desks, other) ? "days_common_maybe" : "days_common", told(other, day));
      const note = other === null && day === best() ? rest : say("days_both", { refused: refused, rest: rest });
      Object.assign(record, { note: booked(note), said: booked(note), maybe: Boolean(year) });
      return served.length && !year && day === best() ? open(day, together(served), record) : record;
    }
    const times = desks.map((one, i) => say("days_one", { matters: one.matters, hours: listed(each[i]) })).join(tell("semicolon"));
    const all = each.reduce(meet);
    record.maybe = Boolean(year);
    if (year) return noted(booked(say("days_maybe", Object.assign({}, values, { each: times }))));
    const alike = each.every((spans) => listed(spans) === listed(all));
    const note = booked(alike ? say("days_all", Object.assign({}, values, { hours: listed(all) })) : say("days_each", Object.assign({}, values, { each: times })));
    noted(day < first() ? say("day_book_late", told(best(), day, { note: note })) : note);
    return open(day, together(each), record);
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

  // The places of several matters, as hall.html tells one of them, with the names of the `matters` that are done there.
  function use(places) {
    desks = places.length ? places.map(desk) : [home];
    clock.speakOf(desks.length > 1 ? null : desks[0]);
  }

  self.onetrip.days = {
    today: () => now().day, best: best, civil: civil, iso: iso, words: words, parse: parse, visit: visit, packed: packed,
    text: text, use: use,
  };
})();
