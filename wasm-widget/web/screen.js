/* The screen in the hall (screen.html): a few matters at a time, round and round, with nobody at it. clock.js says beside it whether the
   hall is open and when it is closed next. Once a night the page is loaded anew, if the host answers; a screen never goes dark for that. */
(function () {
  "use strict";

  const SECONDS = 15; // long enough to take out a phone and scan
  const NIGHT = [2, 4]; // hours of the day, in Shanghai, between which it is loaded anew
  const HOUR = 36e5;
  const list = document.getElementById("shown");
  const items = Array.from(list.children);
  const page = document.getElementById("shown-page");
  const began = Date.now();
  let at = 0;

  const each = () => (window.innerWidth >= window.innerHeight ? 3 : 4);

  function show() {
    const size = each();
    const pages = Math.ceil(items.length / size) || 1;
    at = at % pages;
    items.forEach((item, i) => { item.hidden = Math.floor(i / size) !== at; });
    page.textContent = pages > 1 ? (list.dataset.page || "").replace("{n}", at + 1).replace("{all}", pages) : "";
  }

  function renew() {
    const hour = new Date(Date.now() + 8 * HOUR).getUTCHours();
    if (Date.now() - began < (NIGHT[1] - NIGHT[0]) * HOUR || hour < NIGHT[0] || hour >= NIGHT[1]) return;
    if (typeof fetch !== "function" || !/^http/.test(location.protocol)) return location.reload();
    fetch(location.href, { method: "HEAD", cache: "no-store" }).then((response) => { if (response.ok) location.reload(); }).catch(() => { /* tonight there is no network */ });
  }

  // Not every browser may keep a screen awake; then the machine's own setting has to.
  function stayAwake() {
    if (navigator.wakeLock && !document.hidden) navigator.wakeLock.request("screen").catch(() => {});
  }

  document.body.classList.add("screen--runs");
  show();
  stayAwake();
  setInterval(() => { at += 1; show(); }, SECONDS * 1000);
  setInterval(renew, HOUR / 6);
  window.addEventListener("resize", show);
  document.addEventListener("visibilitychange", stayAwake);
})();
