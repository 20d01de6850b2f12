/* The letters' size and the contrast, as the visitor wants them: classes on <html>, kept on this device where that is
   possible. Stands in the head, so that nothing jumps; the buttons appear once they are there. Also: the way to the
   other language takes the answers along, and the page says whether the hall is open just now. */
(function () {
  "use strict";

  const root = document.documentElement;
  const LARGEST = 3; // 20, 24, 30, 36 px where the browser's own size is 16 px

  // Storage may be forbidden or full: then the choice holds for this page.
  function stored(key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (error) { /* the page works without */ }
    return "";
  }

  let size = Math.min(Math.max(parseInt(stored("onetrip.size"), 10) || 0, 0), LARGEST);
  let contrast = stored("onetrip.contrast") === "1";

  function apply() {
    for (let step = 1; step <= LARGEST; step++) root.classList.toggle("size-" + step, step === size);
    root.classList.toggle("contrast", contrast);
  }

  function show(face) {
    const button = (name) => face.querySelector("[data-face=" + name + "]");
    // Not `disabled`: the focus would be lost under the finger.
    button("larger").setAttribute("aria-disabled", String(size === LARGEST));
    button("smaller").setAttribute("aria-disabled", String(size === 0));
    button("contrast").setAttribute("aria-pressed", String(contrast));
  }

  function press(face, name) {
    // What is under the finger stays there while the letters around it grow.
    const top = face.getBoundingClientRect().top;
    if (name === "contrast") contrast = !contrast;
    else size = Math.min(Math.max(size + (name === "larger" ? 1 : -1), 0), LARGEST);
    apply();
    show(face);
    window.scrollBy(0, face.getBoundingClientRect().top - top);
    stored("onetrip.size", size ? String(size) : "");
    stored("onetrip.contrast", contrast ? "1" : "");
    const said = document.getElementById("face-size");
    said.textContent = said.getAttribute("data-size-" + size);
  }

  // The other language shows the same list: questions and answers have the same short names in both.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-language]");
    if (link) link.hash = location.hash;
  });

  // Whether it is open just now, and what is still to come of the days off. The page may be older than today.
  const DAY = 1440;
  const minutes = () => Math.floor(Date.now() / 6e4) + 8 * 60; // in Shanghai, where there is no summer time
  const iso = (day) => new Date(day * DAY * 6e4).toISOString().slice(0, 10);
  const clock = (minute) => new Date(minute * 6e4).toISOString().slice(11, 16);
  const spans = (text) => text.trim().split(" ").filter(Boolean).map((span) => span.split("-").map(Number));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  // The hours of a day, counted from 1970-01-01: see visit.html for the two attributes.
  function hoursOf(data) {
    const week = data.weekly.split(";").map(spans);
    const special = data.special.split(";").filter(Boolean).map((entry) => {
      const [days, hours] = entry.split("=");
      const [from, to] = days.split("..");
      return { from: from, to: to || from, hours: spans(hours) };
    });
    return (day) => {
      const date = iso(day);
      const own = special.find((entry) => entry.from <= date && date <= entry.to);
      return own ? own.hours : week[(day + 3) % 7]; // that day was a Thursday; Monday is 0
    };
  }

  function showOpen(box) {
    const hours = hoursOf(box.dataset);
    const today = Math.floor(minutes() / DAY);
    const now = minutes() % DAY;
    const open = hours(today).find((span) => span[0] <= now && now < span[1]);
    const soon = hours(today).find((span) => now < span[0]);
    const words = (ahead) => {
      if (ahead === 1) return box.dataset.tomorrow;
      if (ahead < 7) return box.dataset.days.split("|")[(today + ahead + 3) % 7];
      const date = iso(today + ahead);
      return fill(box.dataset.date, { m: Number(date.slice(5, 7)), d: Number(date.slice(8)), iso: date });
    };
    let text = open ? fill(box.dataset.open, { time: clock(open[1]) }) : soon ? fill(box.dataset.soon, { time: clock(soon[0]) }) : "";
    if (!text) {
      text = hours(today).length ? box.dataset.over : box.dataset.closed;
      let ahead = 1;
      while (ahead < 30 && !hours(today + ahead).length) ahead++;
      const next = hours(today + ahead)[0];
      if (next) text = fill(box.dataset.next, { now: text, day: words(ahead), time: clock(next[0]) });
    }
    box.textContent = text;
    box.dataset.state = open ? "open" : "closed";
    box.hidden = false;
  }

  function dropPast() {
    const date = iso(Math.floor(minutes() / DAY));
    const next = document.getElementById("days-off");
    const more = document.getElementById("days-off-more");
    if (!next) return;
    const rows = more ? Array.from(more.children) : [];
    rows.filter((row) => row.dataset.until < date).forEach((row) => row.remove());
    if (next.dataset.until < date) {
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

  function showToday() {
    const box = document.getElementById("open-now");
    if (box) showOpen(box);
    dropPast();
  }

  apply();
  function start() {
    showToday();
    const face = document.getElementById("face");
    if (!face) return;
    face.addEventListener("click", (event) => {
      const button = event.target.closest("[data-face]");
      if (button) press(face, button.dataset.face);
    });
    show(face);
    face.hidden = false;
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  // A page that comes back from the browser's memory may be older than the last choice.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    showToday();
    size = Math.min(Math.max(parseInt(stored("onetrip.size"), 10) || 0, 0), LARGEST);
    contrast = stored("onetrip.contrast") === "1";
    apply();
    const face = document.getElementById("face");
    if (face) show(face);
  });
})();
