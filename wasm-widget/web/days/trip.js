/* The visit of several desks, see days/trip+wizard.js: the day on which all of them serve, or the days that it takes. */
(function () {
  "use strict";

  const { clock, days, tell, teller } = self.onetrip;
  if (!days) return;
  const { hours, left, earliest, meet, joined } = clock;
  const { now, told, listed, open, first } = days;
  const say = teller("keep_");
  const NEAR = 60; // a day on which everything is done at once is looked for so far ahead
  const FAR = 400;

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
  // The first near day on which everything is done, or null.
  function common(desks) {
    const last = now().day + NEAR;
    for (let day = first(); day <= last; day++) if (servedAll(desks.map((one) => leftAt(one, day)))) return day;
    return null;
  }

  // Where there is none: the fewest days, each the first on which most of what is left is done, and what has no day at all.
  function apart(desks) {
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

  function best(desks) {
    const day = common(desks);
    if (day !== null) return day;
    const { trips } = apart(desks);
    return trips.length ? trips[0].day : now().day;
  }

  const matters = (some) => some.map((one) => one.matters).join(tell("listing"));
  const maybe = (some, day) => some.map((one) => hours(one.hall, day).unknown).find(Boolean) || 0;

  function sayApart(desks) {
    const { day: today } = now();
    const { trips, never } = apart(desks);
    const sentence = (trip) => say(maybe(trip.desks, trip.day) ? "days_trip_maybe" : "days_trip", told(trip.day, today, { matters: matters(trip.desks) }));
    const all = trips.map(sentence).concat(never.length ? [say("days_never", { matters: matters(never), phone: never[0].phone })] : []);
    return say("days_apart", { n: NEAR, trips: all.join(tell("semicolon")) });
  }

  // Several desks on one day: when each serves, or who does not, and which day does for all.
  function visit(desks, day, record) {
    const today = now().day;
    const each = desks.map((one) => leftAt(one, day));
    const year = maybe(desks, day);
    const values = told(day, today, { year: year });
    const noted = (note) => Object.assign(record, { note: note, said: say("visit_note", Object.assign({}, values, { note: note })) });
    const booked = (note) => desks.filter((one) => one.book).reduce((text, one) => say("day_book", { note: text, appointment: one.appointment, book: one.book }), note);
    if (day < today) return noted(say("day_past"));
    const served = each.filter((spans) => spans.length);
    if (!servedAll(each)) {
      const other = common(desks);
      const refused = say("days_refused", Object.assign({}, values, { matters: matters(desks.filter((one, i) => !each[i].length)) }));
      const rest = other === null ? sayApart(desks) : say(maybe(desks, other) ? "days_common_maybe" : "days_common", told(other, day));
      const note = other === null && day === best(desks) ? rest : say("days_both", { refused: refused, rest: rest });
      Object.assign(record, { note: booked(note), said: booked(note), maybe: Boolean(year) });
      return served.length && !year && day === best(desks) ? open(day, together(served), record) : record;
    }
    const times = desks.map((one, i) => say("days_one", { matters: one.matters, hours: listed(each[i]) })).join(tell("semicolon"));
    const all = each.reduce(meet);
    record.maybe = Boolean(year);
    if (year) return noted(booked(say("days_maybe", Object.assign({}, values, { each: times }))));
    const alike = each.every((spans) => listed(spans) === listed(all));
    const note = booked(alike ? say("days_all", Object.assign({}, values, { hours: listed(all) })) : say("days_each", Object.assign({}, values, { each: times })));
    noted(day < first() ? say("day_book_late", told(best(desks), day, { note: note })) : note);
    return open(day, together(each), record);
  }

  self.onetrip.several = { best: best, visit: visit };
})();
