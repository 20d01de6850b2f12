(function () {
"use strict";
const DAY = 1440;
const SHANGHAI = 8 * 60;
const AHEAD = 100;
const LEAST = 30;
const date = (day) => new Date(day * DAY * 6e4);
const iso = (day) => date(day).toISOString().slice(0, 10);
const weekday = (day) => (((day + 3) % 7) + 7) % 7;
const list = (text, sign) => (text || "").split(sign).filter(Boolean);
function spans(text) {
const all = list((text || "").trim(), " ").map((span) => span.split("-").map(Number)).sort((one, other) => one[0] - other[0]);
return all.reduce((joined, [from, to]) => {
const last = joined[joined.length - 1];
if (last && from <= last[1]) last[1] = Math.max(last[1], to);
else joined.push([from, to]);
return joined;
}, []);
}
function read(data) {
const week = (data.weekly || "").split(";");
return {
week: [0, 1, 2, 3, 4, 5, 6].map((day) => spans(week[day])),
special: list(data.special, ";").map((entry, i) => {
const [days, times] = entry.split("=");
const [from, to] = days.split("..");
return { from: from, to: to || from, spans: spans(times), holiday: !times && i >= Number(data.own) };
}),
known: list(data.known, " "),
};
}
function hours(hall, day) {
const listed = hall.special.find((entry) => entry.from <= iso(day) && iso(day) <= entry.to);
const years = listed || !hall.known.length ? [] : [iso(day), iso(day + 2)].map((text) => text.slice(0, 4));
return {
spans: listed ? listed.spans : hall.week[weekday(day)],
holiday: Boolean(listed && listed.holiday),
unknown: Number(years.find((year) => !hall.known.includes(year))) || 0,
};
}
const left = (its, time) => its.spans.filter(([from, to]) => from >= time || to - time >= LEAST).map(([from, to]) => [Math.max(from, time), to]);
function following(hall, day) {
for (let other = day + 1; other <= day + AHEAD; other++) {
const its = hours(hall, other);
if (its.spans.length) return { day: other, time: its.spans[0][0], unknown: its.unknown };
}
return null;
}
function at(hall, moment) {
const day = Math.floor(moment / DAY);
const time = moment - day * DAY;
const its = hours(hall, day);
const span = its.spans.find(([from, to]) => from <= time && time < to);
const soon = its.spans.find(([from]) => from > time);
const other = following(hall, day);
return {
day: day, time: time, hours: its, open: Boolean(span) && !its.unknown, closes: span ? span[1] : null,
next: soon ? { day: day, time: soon[0], unknown: its.unknown } : other,
visit: left(its, time).length || !other ? day : other.day,
};
}
const box = document.getElementById("hall");
const data = box ? box.dataset : {};
const hall = read(data);
const now = () => at(hall, Math.floor(Date.now() / 6e4) + SHANGHAI);
const two = (number) => ("0" + number).slice(-2);
const clock = (time) => two(Math.floor(time / 60)) + ":" + two(time % 60);
const texts = {};
if (box) Array.from(box.content.querySelectorAll("[data-key]")).forEach((node) => { texts[node.dataset.key] = node.textContent; });
const say = (key, values) => (texts["now_" + key] || "").replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
function name(day, today) {
if (day === today) return say("today");
if (day === today + 1) return say("tomorrow");
if (day < today + 7) return say("day_" + weekday(day));
const [y, m, d] = iso(day).split("-").map(Number);
return say("date", { y: y, m: m, d: d, iso: iso(day) });
}
function line(moment) {
const { day, time, hours: its, next } = moment;
const ahead = next && next.day > day;
const over = !its.spans.some(([, to]) => time < to);
if (its.unknown && !over) return say("unknown", { phone: data.phone });
if (moment.open) return say("open", { time: clock(moment.closes) });
if (next && !ahead) return say("soon", { time: clock(next.time) });
const text = say(its.spans.length ? "over" : "closed");
if (!next) return text;
return say(next.unknown ? "next_unknown" : "next", { now: text, day: name(next.day, day), time: clock(next.time), phone: data.phone });
}
const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
const byId = (id) => document.getElementById(id);
function showOpen(moment) {
const node = byId("open-now");
if (!node) return;
put(node, line(moment));
node.dataset.state = moment.open ? "open" : "closed";
node.hidden = false;
const year = moment.hours.unknown || (moment.next && moment.next.unknown);
const ended = byId("holidays-unknown");
if (year) put(ended, say("year_unknown", { year: year }));
ended.hidden = !year;
}
function dropPast(today) {
const next = byId("days-off");
const more = byId("days-off-more");
if (!next) return;
const rows = more ? Array.from(more.children) : [];
rows.filter((row) => row.dataset.until < today).forEach((row) => row.remove());
if (next.dataset.until < today) {
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
const past = (text) => text < iso(now().day);
const watchers = [];
function show() {
const moment = now();
showOpen(moment);
dropPast(iso(moment.day));
const overdue = byId("overdue");
if (overdue && overdue.dataset.review && past(overdue.dataset.review)) overdue.hidden = false;
watchers.forEach((watcher) => watcher());
}
function start() {
show();
setInterval(show, 6e4);
window.addEventListener("pageshow", (event) => { if (event.persisted) show(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) show(); });
}
self.onetrip = Object.assign(self.onetrip || {}, {
clock: {
read: read, at: at, hours: hours, left: left, following: following,
hall: hall, now: now, weekday: weekday, iso: iso, clock: clock, name: name, say: say, past: past,
instant: (day, time) => (day * DAY + time - SHANGHAI) * 6e4,
watch(watcher) { watchers.push(watcher); },
},
});
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
})();
