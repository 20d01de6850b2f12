/* Asks for what a phone keeps of a community (sw.js), and says of a page that it is a kept one. Comes after everything else, and only
   at the site's own address: previews and copies elsewhere are always the host's. Where keeping is forbidden nothing is said of it.
   Words and address come with this script (`onetripOffline`, see render/assets.rs). */
(function () {
  "use strict";

  const { base, texts } = self.onetripOffline;
  const MARK = "onetrip.offline"; // "0": somebody does not want it
  const root = document.documentElement;
  const here = location.href;
  if (here.slice(0, base.length) !== base || !("serviceWorker" in navigator)) return;
  const workers = navigator.serviceWorker;
  const say = (key, values) => (texts["offline_" + key] || "").replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  const wanted = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(MARK) !== "0";
      if (value) localStorage.removeItem(MARK);
      else localStorage.setItem(MARK, "0");
    } catch (error) { /* then it is as always */ }
    return true;
  };

  const add = (to, name, text, press) => {
    const node = document.createElement(name);
    node.textContent = text;
    if (press) {
      node.type = "button";
      node.addEventListener("click", press);
    }
    to.appendChild(node);
    return node;
  };

  // Lies over the page, so that nothing under a finger moves.
  function bar(text, label, press) {
    const old = document.getElementById("kept-bar");
    if (old) old.remove();
    const box = document.createElement("div");
    box.id = "kept-bar";
    box.className = "notice kept-bar";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", say("label"));
    box.style.cssText = "position:fixed;z-index:9;top:0;left:0;right:0;max-height:70vh;overflow:auto;margin:0";
    document.body.insertBefore(box, document.body.firstChild);
    // An empty region first, or nobody hears what comes into it.
    const said = add(box, "p", "");
    said.setAttribute("role", "status");
    setTimeout(() => {
      said.textContent = text;
      const buttons = add(box, "p", "");
      if (press) add(buttons, "button", label, press).className = "face-button";
      add(buttons, "button", say("close"), () => box.remove()).className = "face-button";
    }, 50);
  }
  const reload = () => location.reload();

  function date(moment) {
    const two = (n) => String(n).padStart(2, "0");
    return say("moment", { month: moment.getMonth() + 1, day: moment.getDate(), time: two(moment.getHours()) + ":" + two(moment.getMinutes()) });
  }

  function ask(message) {
    return workers.ready.then((registration) => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => resolve(event.data);
      registration.active.postMessage(message, [port2]);
    }));
  }

  function tellKept() {
    const kept = new Date(root.dataset.kept);
    const why = root.dataset.keptWhy;
    bar(say(why, { moment: date(kept) }), say("again"), reload);
    window.addEventListener("online", () => bar(say("online"), say("fresh"), reload));
    ask({ newer: here, since: kept.getTime() }).then((newer) => { if (newer) bar(say("changed"), say("fresh"), reload); });
  }

  // In the foot: what is on the phone, and how it goes away again.
  const foot = document.querySelector(".site-footer .width");
  let told = null;
  function tellFoot(text, label, press) {
    if (!foot) return;
    if (told) told.remove();
    told = add(foot, "p", text + " ");
    told.className = "kept-bar";
    told.setAttribute("role", "status");
    add(told, "button", label, press).className = "face-button";
  }

  function forget() {
    wanted(false);
    const gone = [workers.getRegistration(base).then((registration) => registration && registration.unregister()), caches.keys().then((names) => Promise.all(names.filter((name) => /^onetrip-/.test(name)).map((name) => caches.delete(name))))];
    Promise.all(gone).catch(() => {}).then(() => tellFoot(say("gone"), say("want"), () => { wanted(true); begin(); }));
  }

  function begin() {
    const home = document.querySelector(".site-name a");
    if (!home || !wanted()) return;
    const net = navigator.connection || {};
    const list = new URL("offline.json", home.href.split(/[?#]/)[0]).href;
    workers.register(base + "sw.js", { scope: base, updateViaCache: "none" }).then(() => {
      // Who pays for every byte keeps what they open, and no more.
      if (net.saveData || /2g/.test(net.effectiveType || "")) return;
      return ask({ keep: list }).then((kept) => {
        if (kept) tellFoot(say("kept", { size: (kept.bytes / 1e6).toFixed(1) }), say("forget"), forget);
      });
    }).catch(() => { /* forbidden, full or without a network: the page is whole without */ });
  }

  const MISSING = /[?]not-kept\b/; // see elsewhere in sw.js
  if (MISSING.test(location.search)) {
    history.replaceState(null, "", here.replace(MISSING, ""));
    bar(say("missing"));
  } else if (root.dataset.kept) tellKept();
  begin();
})();
