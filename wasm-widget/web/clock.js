/* The one clock: whoever speaks of time on a page asks it. Every page of a community loads it before the scripts that do.
   It reads from `#hall` (see hall.html) when the place of the page is open, which is the hall or where its matter is done, and
   when the matter is accepted there; it says whether one may come now, and shows what is overdue.

   A day is a number of days since 1970-01-01, a time of day is in minutes after midnight, both in Shanghai, where there is
   no summer time: the phone's own zone means nothing. */
(function () {
  "use strict";

  const DAY = 1440;
  const SHANGHAI = 8 * 60;
  const AHEAD = 400; // what is closed opens again within so many days, or nobody knows: some matters are accepted once a year
  const LEAST = 30; // who comes with less time left before it closes may not be served any more

  // The calendar: pure functions of what they are given.
  const date = (day) => new Date(day * DAY * 6e4);
  const iso = (day) => date(day).toISOString().slice(0, 10);
  const weekday = (day) => (((day + 3) % 7) + 7) % 7; // that day was a Thursday; Monday is 0
  const list = (text, sign) => (text || "").split(sign).filter(Boolean);

  // "510-720 870-1080"
  const ranges = (text) => list((text || "").trim(), " ").map((range) => range.split("-").map(Number));

  // In order, with those that touch joined.
  const joined = (spans) => spans.slice().sort((one, other) => one[0] - other[0]).reduce((all, [from, to]) => {
    const last = all[all.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
    return all;
  }, []);
  const spans = (text) => joined(ranges(text));

  // What is in both.
  const meet = (some, others) => joined([].concat(...some.map(([from, to]) =>
    others.map(([start, end]) => [Math.max(from, start), Math.min(to, end)]))).filter(([from, to]) => from < to));

  function read(data) {
    const week = (data.weekly || "").split(";");
    return {
      week: [0, 1, 2, 3, 4, 5, 6].map((day) => spans(week[day])),
      special: list(data.special, ";").map((entry, i) => {
        const [days, times] = entry.split("=");
        const [from, to] = days.split("..");
        return { from: from, to: to || from, spans: spans(times), own: i < Number(data.own) };
      }),
      known: list(data.known, " "),
      windows: list(data.windows, ";").map((entry) => entry.split("|").map((part, i) => (i ? ranges(part) : part))),
      ahead: data.ahead || "",
      others: [],
    };
  }

  // The entry that speaks of a day; `all`: also where it is the place's own.
  const listedOn = (hall, day, all) => {
    const text = iso(day);
    return hall.special.find((entry) => (all || !entry.own) && entry.from <= text && text <= entry.to);
  };

  // Whether a number is in one of the ranges, which may go over New Year; without any, all are meant.
  const within = (all, number) => !all.length || all.some(([from, to]) =>
    (from <= to ? from <= number && number <= to : from <= number || number <= to));

  /* Whether an entry of a matter's own times holds on a day. A make-up workday stays the Saturday or Sunday that it is, and counts
     as well where all days from Monday to Friday are named. */
  function holds([days, , year, quarter, month, dates], day, work) {
    const [y, m, d] = iso(day).split("-").map(Number);
    const fromEnd = new Date(Date.UTC(y, m, 0)).getUTCDate() - d + 101;
    return (!days || days.includes(weekday(day)) || (work && days.includes("01234"))) && within(year, m * 100 + d)
      && within(quarter, (m - 1) % 3 + 1) && (within(month, d) || within(month, fromEnd)) && within(dates || [], y * 10000 + m * 100 + d);
  }

  // What is left of the hours of a day when the matter's own times are laid over them.
  function accepted(hall, day, open, work) {
    if (!hall.windows.length) return open;
    const held = hall.windows.filter((entry) => holds(entry, day, work));
    return meet(open, joined([].concat(...held.map(([, times]) => (times.length ? times : [[0, DAY]])))));
  }

  /* When the place is open on a day (`open`), when the matter is accepted then (`spans`, the same where it has no times of its
     own), and how certain that is: `unknown` is the year of holidays that nobody has listed and on which the day hangs, or 0. The
     holiday of a New Year may begin two days before. Who lists no year at all has no holidays. */
  function hours(hall, day) {
    const listed = listedOn(hall, day, true);
    const years = listed || !hall.known.length ? [] : [iso(day), iso(day + 2)].map((text) => text.slice(0, 4));
    const open = listed ? listed.spans : hall.week[weekday(day)];
    const official = Boolean(listed && !listed.own);
    return hall.others.map((other) => hours(other, day)).reduce(both, {
      open: open,
      spans: accepted(hall, day, open, official && open.length),
      holiday: official && !open.length,
      unknown: Number(years.find((year) => !hall.known.includes(year))) || 0,
    });
  }
  // What holds at both of two places.
  const both = (one, other) => ({
    open: meet(one.open, other.open), spans: meet(one.spans, other.spans),
    holiday: one.holiday || other.holiday, unknown: one.unknown || other.unknown,
  });

  const isWorkday = (hall, day) => {
    const listed = listedOn(hall, day, false);
    return listed ? listed.spans.length > 0 : weekday(day) < 5;
  };

  /* The first day that somebody can have who books at this time, or else as soon as somebody is there to answer: that day
     itself where nothing has to be booked. */
  function earliest(hall, day, time) {
    if (!hall.ahead) return day;
    let first = day;
    for (let from = time; first < day + AHEAD && !hours(hall, first).open.some(([, to]) => to > from); from = -1) first++;
    for (let more = parseInt(hall.ahead, 10); more > 0;) if (isWorkday(hall, ++first) || hall.ahead.endsWith("d")) more--;
    return first;
  }

  // What is left of a day's spans for somebody who comes at this time or later.
  const left = (its, time) => its.spans.filter(([from, to]) => from >= time || to - time >= LEAST).map(([from, to]) => [Math.max(from, time), to]);

  // The first day after this one with any hours, or null.
  function following(hall, day) {
    for (let other = day + 1; other <= day + AHEAD; other++) {
      const its = hours(hall, other);
      if (its.spans.length) return { day: other, time: its.spans[0][0], unknown: its.unknown };
    }
    return null;
  }

  /* Everything of one moment, in minutes since 1970: the day and the time, the hours of the day, whether one may come for
     certain, when it closes (null: no hours hold this time), the next opening, and the day on which to come. */
  function at(hall, moment) {
    const day = Math.floor(moment / DAY);
    const time = moment - day * DAY;
    const its = hours(hall, day);
    const first = earliest(hall, day, time);
    const span = its.spans.find(([from, to]) => from <= time && time < to);
    const soon = first === day && its.spans.find(([from]) => from > time);
    const other = following(hall, Math.max(day, first - 1));
    return {
      day: day, time: time, hours: its, open: Boolean(span) && !its.unknown && !hall.ahead, closes: span ? span[1] : null,
      next: soon ? { day: day, time: soon[0], unknown: its.unknown } : other,
      visit: (first === day && left(its, time).length) || !other ? day : other.day,
    };
  }

  // What follows knows this page and the phone's clock.
  const box = document.getElementById("hall");
  const data = box ? box.dataset : {};
  const all = (selector) => (box ? Array.from(box.content.querySelectorAll(selector)) : []);
  // The place; or, of several among which the answers decide, what holds at all of them, under the names that the page has for that.
  const places = all(".place").map((node) => Object.assign({}, data, node.dataset));
  function joint([first, ...others]) {
    return Object.assign({}, others.length ? data : first || data, { hall: Object.assign(read(first || data), { others: others.map(read) }) });
  }
  let home = joint(places);
  let hall = home.hall;
  let silent = false; // the page speaks of other places and times than its own
  const minutes = () => Math.floor(Date.now() / 6e4) + SHANGHAI;
  const today = () => Math.floor(minutes() / DAY);
  const two = (number) => ("0" + number).slice(-2);
  const clock = (time) => two(Math.floor(time / 60)) + ":" + two(time % 60);

  const texts = {};
  all("[data-key]").forEach((node) => { texts[node.dataset.key] = node.textContent; });
  const say = (key, values) => (texts["now_" + key] || "").replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));

  // Another day as one calls it today; `dated`: with its date.
  function name(day, today, dated) {
    const [y, m, d] = iso(day).split("-").map(Number);
    const date = say("date", { y: y, m: m, d: d, iso: iso(day) });
    if (day === today) return say("today");
    if (day >= today + 7) return dated ? say("named", { name: date, date: say("day_" + weekday(day)) }) : date;
    const near = say(day === today + 1 ? "tomorrow" : "day_" + weekday(day));
    return dated ? say("named", { name: near, date: date }) : near;
  }

  function line(moment) {
    const { day, time, hours: its, next } = moment;
    const ahead = next && next.day > day;
    const over = !its.spans.some(([, to]) => time < to);
    // A matter's own times have sentences of their own.
    const own = hall.windows.length > 0;
    const tell = (key, values) => say(own ? key + "_own" : key, values);
    const values = next && { day: name(next.day, day, own || Boolean(hall.ahead)), time: clock(next.time), phone: home.phone };
    if (hall.ahead) return next ? say(next.unknown ? "book_unknown" : "book", values) : say("book_none", { phone: data.book });
    if (its.unknown && !over) return say("unknown", { phone: home.phone });
    if (moment.open) return tell("open", { time: clock(moment.closes) });
    if (next && !ahead) return tell("soon", values);
    const text = tell(its.spans.length ? "over" : "closed");
    return next ? tell(next.unknown ? "next_unknown" : "next", Object.assign(values, { now: text })) : text;
  }

  const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
  const byId = (id) => document.getElementById(id);

  function showOpen() {
    const node = byId("open-now");
    if (!node) return;
    node.hidden = silent;
    const moment = at(hall, minutes());
    put(node, line(moment));
    node.dataset.state = moment.open ? "open" : "closed";
    // A table of holidays that has ended, on every day that hangs on it.
    const year = moment.hours.unknown || (moment.next && moment.next.unknown);
    const ended = byId("holidays-unknown");
    if (year) put(ended, say("year_unknown", { year: year }));
    ended.hidden = !year;
  }

  // Whether a date, as it stands in the page, is before today.
  const past = (text) => text < iso(today());

  // Of the days off, those that are past go; the page may be older than today.
  function dropPast() {
    const next = byId("days-off");
    const more = byId("days-off-more");
    if (!next) return;
    const rows = more ? Array.from(more.children) : [];
    rows.filter((row) => past(row.dataset.until)).forEach((row) => row.remove());
    if (past(next.dataset.until)) {
      const first = more && more.firstElementChild;
      next.hidden = !first;
      if (first) {
        next.textContent = first.textContent;
        next.dataset.until = first.dataset.until;
        first.remove();
      }
    }
    if (more) more.parentNode.hidden = !more.firstElementChild;
  }

  const watchers = [];
  function show() {
    showOpen();
    dropPast();
    // Each of the places among which the answers decide says its next only.
    document.querySelectorAll(".venue-case [data-until]").forEach((node) => { node.hidden = past(node.dataset.until); });
    const overdue = byId("overdue");
    if (overdue && overdue.dataset.review && past(overdue.dataset.review)) overdue.hidden = false;
    watchers.forEach((watcher) => watcher());
  }

  function start() {
    show();
    // A page stays open over closing time, and comes back from the browser's memory days later.
    setInterval(show, 6e4);
    window.addEventListener("pageshow", (event) => { if (event.persisted) show(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) show(); });
  }

  self.onetrip = Object.assign(self.onetrip || {}, {
    clock: {
      read: read, at: at, hours: hours, left: left, following: following, earliest: earliest, meet: meet, joined: joined, // the calendar
      minutes: minutes, weekday: weekday, iso: iso, clock: clock, name: name, say: say, past: past,
      instant: (day, time) => (day * DAY + time - SHANGHAI) * 6e4,
      home: () => home,
      // Where it may be done after these answers: `may` says it of an item.
      choose(may) {
        const left = places.filter(({ item }) => !item || may(item));
        home = joint(left.length ? left : places);
        hall = home.hall;
        showOpen();
      },
      speak(may) {
        silent = !may;
        showOpen();
      },
      watch(watcher) { watchers.push(watcher); },
    },
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
