/* A phone-sized page on a machine in the hall (`?kiosk`, `?kiosk=off` ends it): what somebody answered goes with them. After a minute
   without a touch the machine asks whether somebody is still there, and half a minute later it is at the community's home again, with
   nothing kept. What would lead away from the site, or open a file on the machine, says so and stays. Style and words come with this
   script (`onetripKiosk`, see render/assets.rs), which face.js asks for; no other page pays for it. */
(function () {
  "use strict";

  const { texts, style } = self.onetripKiosk;
  const root = document.documentElement;
  const ASK = 60; // seconds without a touch
  const LEAVE = 90;
  const OURS = "onetrip.";
  const MARK = OURS + "kiosk"; // in the session: "1", or "left" from a reset until the next touch
  const say = (key, values) => (texts["kiosk_" + key] || "").replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  const session = (value) => {
    try {
      if (value) sessionStorage.setItem(MARK, value);
      else if (value === null) sessionStorage.removeItem(MARK);
      else return sessionStorage.getItem(MARK);
    } catch (error) { /* then the address alone knows */ }
    return null;
  };
  if (/[?&]kiosk=off\b/.test(location.search)) return session(null);

  root.classList.add("kiosk");
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL(style, document.currentScript.src).href;
  document.head.appendChild(sheet);

  let last = Date.now();
  let touched = false;
  let asking = null; // the warning, and what had the focus

  const home = () => {
    const link = document.querySelector(".site-name a");
    const url = new URL(link ? link.href : location.href);
    url.search = "?kiosk";
    return url.href;
  };
  const here = () => location.href.split("#")[0].split("?")[0];
  const atHome = () => here() === home().split("?")[0] && !location.hash;

  function leave() {
    try { Object.keys(localStorage).filter((name) => name.indexOf(OURS) === 0).forEach((name) => localStorage.removeItem(name)); } catch (error) { /* nothing was kept */ }
    session("left");
    if (here() === home().split("?")[0] && location.search === "?kiosk") {
      history.replaceState(null, "", home());
      return location.reload();
    }
    location.replace(home());
  }

  // Who comes next must not find the last one's answers behind "back".
  function guard() {
    const [entry] = performance.getEntriesByType ? performance.getEntriesByType("navigation") : [];
    if (session() === "left" && ((entry && entry.type === "back_forward") || location.hash)) leave();
    else if (session() !== "left") session("1");
  }

  function stay() {
    last = Date.now();
    if (!asking) return;
    asking.box.remove();
    if (asking.focus && asking.focus.focus) asking.focus.focus({ preventScroll: true });
    asking = null;
  }

  function ask() {
    const box = document.createElement("div");
    box.className = "kiosk-box";
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-modal", "true");
    box.setAttribute("aria-labelledby", "kiosk-title");
    box.setAttribute("aria-describedby", "kiosk-left");
    const add = (tag, id, text) => {
      const node = box.appendChild(document.createElement(tag));
      node.id = id;
      node.textContent = text;
      return node;
    };
    add("h2", "kiosk-title", say("idle"));
    add("p", "kiosk-left", "");
    const button = add("button", "kiosk-stay", say("stay"));
    button.type = "button";
    button.className = "button";
    button.addEventListener("click", stay);
    asking = { box: box, focus: document.activeElement };
    document.body.appendChild(box);
    button.focus();
  }

  function tick() {
    const idle = Math.floor((Date.now() - last) / 1000);
    if (idle < ASK || (atHome() && !touched)) return;
    if (idle >= LEAVE) return leave();
    if (!asking) ask();
    document.getElementById("kiosk-left").textContent = say("left", { n: LEAVE - idle });
  }

  function onTouch(event) {
    // The page behind the question is not to be touched by mistake.
    if (asking) return;
    last = Date.now();
    if (!event.isTrusted) return;
    touched = true;
    session("1");
  }

  // What leads away, or out of the browser.
  function onClick(event) {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link) return;
    const url = new URL(link.href, location.href);
    const page = /^https?:$|^file:$/.test(url.protocol) && url.origin === location.origin && !link.hasAttribute("download") && !/\.(?!html?$)[a-z0-9]+$/i.test(url.pathname);
    if (page) return;
    event.preventDefault();
    event.stopPropagation();
    tellThere(url.protocol === "tel:" ? say("call", { number: url.pathname }) : say("out"));
  }

  function tellThere(text) {
    const old = document.getElementById("kiosk-said");
    if (old) old.remove();
    const node = document.createElement("p");
    node.id = "kiosk-said";
    node.className = "notice kiosk-said";
    node.setAttribute("role", "alert");
    node.textContent = text;
    document.body.appendChild(node);
    setTimeout(() => node.remove(), 8000);
  }

  ["pointerdown", "keydown", "wheel", "touchstart", "input"].forEach((name) => document.addEventListener(name, onTouch, { capture: true, passive: true }));
  document.addEventListener("click", onClick, true);
  window.addEventListener("pageshow", (event) => { if (event.persisted && session() === "left") leave(); });
  guard();
  setInterval(tick, 1000);
})();
