/* What one does with a list: set the day of the visit, tick off what is in the bag, copy, print, put the visit into the
   calendar. Needs no engine; a page that has one gives `fragment()`, the answers for the address, and `sentences()`, in words;
   one of several matters `fee()`, what they cost. */
(function () {
  "use strict";

  const { byId, all, put, tell, teller, stored, added, civil } = self.onetrip;
  const { days, clock, fold } = self.onetrip;
  const say = teller("keep_");
  const list = byId("list");
  const keep = byId("keep");
  const visit = byId("visit");
  const wechat = /MicroMessenger/.test(navigator.userAgent);
  let page = {};

  // The day of the visit: the best one, until somebody chooses another.
  const { today, best, iso, words, parse } = days || {};
  const field = byId("visit-day");
  let day = days ? best() : 0;
  let chosen = false;

  function setDay() {
    const wanted = field.value.trim() ? parse(field.value) : best();
    field.setAttribute("aria-invalid", String(wanted === null));
    if (wanted === null) {
      byId("visit-note").textContent = say("day_wrong", { example: iso(today()) });
      return;
    }
    chosen = Boolean(field.value.trim());
    day = wanted;
    showDay();
  }

  function bestDay() {
    chosen = false;
    field.setAttribute("aria-invalid", "false");
    follow();
  }

  // Time goes on while questions are answered.
  function follow() {
    field.min = iso(today());
    if (field.getAttribute("aria-invalid") === "true") return;
    if (!chosen) {
      if (document.activeElement !== field) field.value = iso(best());
      day = best();
    }
    showDay();
  }

  const visitOf = () => days.visit(day);
  // In text and on paper; who is told not to come has no day.
  const saidVisit = () => (list.hidden ? [] : [say("text_visit", { visit: visitOf().said })]);

  function showDay() {
    const { note, span } = visitOf();
    if (page.visit) page.visit(day); // what follows from dates
    if (clock.visit) clock.visit(day); // where something else holds on some days, see versions.js
    put(byId("visit-note"), note);
    byId("visit-note").dataset.open = String(Boolean(span));
    if (keep.dataset.settled === "true") showBag();
    all("[data-fresh]", list).forEach((node) => {
      put(node, say("fresh", { date: words(day - Number(node.dataset.fresh), day) }));
      node.hidden = false;
    });
  }

  // What is in the bag, by the names of the lines; two lines of one name are told apart by their order.
  const BAG = "onetrip.bag:";
  const key = BAG + location.pathname;
  let packed = new Set();
  try { packed = new Set(JSON.parse(stored(key) || "[]")); } catch (error) { /* not ours */ }
  const rows = () => all(".lines > .line", list).map((node, i, every) => ({
    node: node, id: node.dataset.name + "#" + every.slice(0, i).filter((other) => other.dataset.name === node.dataset.name).length,
  }));

  function tick(row) {
    if (!row.node.querySelector(":scope > .tick")) {
      const piece = document.importNode(byId("tick").content, true);
      piece.querySelector("input").setAttribute("aria-label", say("tick", { name: row.node.dataset.name }));
      row.node.insertBefore(piece, row.node.firstChild);
    }
    const box = row.node.querySelector(":scope > .tick input");
    box.value = row.id;
    box.checked = packed.has(row.id);
    row.node.classList.toggle("line--packed", box.checked);
  }

  function showBag() {
    const seen = rows().filter((row) => !row.node.hidden);
    const done = seen.filter((row) => packed.has(row.id)).length;
    const left = seen.length - done;
    put(byId("packed"), !done ? "" : left ? say("packed", { n: done, left: left }) : days.packed(visitOf(), done));
    byId("bag").hidden = !done;
  }

  function pack(box) {
    packed[box.checked ? "add" : "delete"](box.value);
    box.closest(".line").classList.toggle("line--packed", box.checked);
    stored(key, packed.size ? JSON.stringify(Array.from(packed)) : null);
    showBag();
  }

  function unpack() {
    packed = new Set();
    stored(key, null);
    rows().forEach(tick);
    showBag();
  }

  // The next person at the window: nothing is left of the one before, on this page or on another.
  function nextPerson() {
    try { Object.keys(localStorage).filter((name) => name.indexOf(BAG) === 0).forEach((name) => stored(name, null)); } catch (error) { /* then nothing was kept */ }
    unpack();
    field.value = iso(best());
    bestDay();
  }

  // The list as plain text
  const status = (node) => node.dataset.status || "needed";
  const text = (node) => (node.dataset.words || node.textContent).replace(/\s+/g, " ").trim();
  const plain = (selector, within) => all(selector, within).filter((node) => !node.closest("[hidden]")).map(text);
  // What it costs, in text and on paper: the whole of it while answers leave it open. A page of several matters says it itself.
  function saidFee() {
    const fees = document.querySelector("[data-fees]");
    if (list.hidden || !fees) return page.fee && !list.hidden ? page.fee() : [];
    const [sum] = plain(".range", fees);
    const names = plain(".fee", fees).join(tell("semicolon"));
    const open = all("[data-item]", fees).some((node) => !node.hidden && node.dataset.status !== "needed");
    return [say("text_fee", { fee: !sum ? names : open ? sum : say("text_fees", { sum: sum, fees: names }) })];
  }
  function entry(node) {
    const kind = status(node) === "depends" ? "may" : node.classList.contains("line--recommended") ? "should" : "";
    // A dot stands between two numbers on the page.
    const number = (text) => text.replace(/^· /, "");
    const counts = (within) => plain(":scope > .counts strong", within).map(number).filter(Boolean).join(tell("listing"));
    // What does not come back is said; that the rest does goes without saying.
    const kept = (within) => plain(":scope > .counts .keep:not(.keep--back)", within).filter(Boolean)[0];
    const head = [[say("box"), kind && say(kind), node.dataset.name, counts(node)].filter(Boolean).join(" "), kept(node)].filter(Boolean).join(tell("listing"));
    // The ways of a choice, and the ways in them.
    const ways = (within) => [].concat(...all(":scope > .pick-from > .line", within).filter((way) => !way.hidden).map((one) =>
      [[say("dot"), one.dataset.name, [counts(one), kept(one)].filter(Boolean).join(tell("listing"))].concat(plain(":scope > .pick", one)).filter(Boolean).join(" ")]
        .concat((one.dataset.status === "needed" ? [] : plain(":scope > .when", one)).concat(plain(":scope > [data-copy]", one), ways(one)).map((line) => "   " + line))));
    const from = ways(node).map((line) => "   " + line);
    const parts = all(":scope > .part", node).filter((part) => !part.hidden);
    // The lines of one paper: where several count, how much each wants and when; and the words of each.
    const part = (one) => [plain(":scope > .part-counts strong", one).join(tell("listing")), status(one) === "depends" ? plain(":scope > .why, :scope > .when", one)[0] : ""].filter(Boolean);
    const why = kind === "may" && !parts.length ? plain(":scope > .why, :scope > .when", node).slice(0, 1) : [];
    const more = why.concat(...parts.map((one) => (parts.length > 1 ? [[say("dot")].concat(part(one)).join(" ")] : []).concat(plain(":scope > [data-copy]", one))))
      .concat(plain(":scope > .pick, :scope > [data-copy]", node));
    return [head].concat(more.map((line) => "   " + line), from).join("\n");
  }
  // What need not be brought has no box to tick.
  function exemptEntry(node) {
    const may = status(node) === "depends";
    const head = say(may ? "exempt_may" : "exempt", { name: node.dataset.name, how: node.dataset.how });
    const more = (may ? plain(":scope > .why, :scope > .when", node).slice(0, 1) : []).concat(plain(":scope > [data-copy]", node));
    return [head].concat(more.map((line) => "   " + line)).join("\n");
  }
  function asText() {
    const stops = all("[data-stop]").filter((node) => node.classList.contains("stop--certain") && !node.closest("[hidden]"));
    const lines = list.hidden ? [] : rows().filter((row) => !row.node.hidden).map((row) => entry(row.node))
      .concat(all(".exempt", list).filter((node) => !node.closest("[hidden]")).map(exemptEntry));
    const online = byId("slip-online");
    return [say("text_title", { title: keep.dataset.title })]
      .concat(page.sentences && page.sentences().length ? say("text_answers", { answers: page.sentences().join(tell("semicolon")) }) : [])
      .concat(stops.map((node) => plain("h3, .stop-text", node).join("\n")), plain("#turn > p"), plain("#order-rows > p"), lines)
      .concat(saidVisit(), saidFee(), days.text(), list.hidden || !online ? [] : text(online) || [], address(""))
      .join("\n");
  }

  // Addresses: from a file or a window's computer the permanent one; never with ?window.
  function address(part) {
    const here = /^https?:$/.test(location.protocol) ? location.origin + location.pathname : keep.dataset.url || location.href.split(/[?#]/)[0];
    return here + (part ? "#" + part : "");
  }
  const fragment = () => (page.fragment ? page.fragment() : "");

  function copy(what, done) {
    // It is said where the finger is.
    const near = document.activeElement && document.activeElement.closest("#bar") ? byId("bar-said") : byId("copied");
    const told = (sentence) => { near.textContent = say(sentence); };
    const byHand = () => {
      const button = document.activeElement;
      const box = byId("copy-text");
      box.value = what;
      byId("copy-by-hand").hidden = false;
      box.focus();
      box.select();
      let copied = false;
      try { copied = document.execCommand("copy"); } catch (error) { /* then by hand */ }
      byId("copy-by-hand").hidden = copied;
      if (copied && button) button.focus({ preventScroll: true });
      told(copied ? done : "copy_by_hand");
    };
    byId("copy-by-hand").hidden = true;
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(what).then(() => told(done), byHand);
    else byHand();
  }

  // What few people use is in a script of its own, loaded at the first use.
  const more = () => (self.onetrip.slip ? Promise.resolve(self.onetrip.slip) : added(keep.dataset.slip).then(() => self.onetrip.slip));
  const calendar = () => more().then((slip) => {
    // One entry a page and day: put in again, it takes the place of the one before.
    const uid = iso(day) + "-" + (keep.dataset.url || address("")).replace(/^\w+:\/+/, "");
    slip.calendar(Object.assign(visitOf(), { date: iso(day), uid: uid, title: say("event", { title: keep.dataset.title }), text: asText() }));
    put(byId("copied"), "");
  }).catch(() => { byId("copied").textContent = say("calendar_failed"); });

  // The slip: one sheet of paper, with a code that brings the same answers back. Its module is loaded only now.
  // So many papers stand on one sheet in large letters, and in the usual ones; those to choose from stand side by side.
  const FEW = 6;
  const MANY = 10;

  // What a second sheet has at its top. A style sheet made so is kept by the strictest policy, which a style element is not.
  let running = null;
  try {
    running = new CSSStyleSheet();
    document.adoptedStyleSheets = Array.from(document.adoptedStyleSheets).concat(running);
  } catch (error) { /* then it has only its number */ }
  let drawn = ""; // the answers in the code on the page
  // The size of its letters; where nothing is settled, the page is printed as it stands.
  function fitSlip() {
    const shown = (selector) => all(selector, list).filter((node) => !node.closest("[hidden]")).length;
    const papers = shown(".lines > .line") + shown(".pick-from > .line") / 2;
    const classes = document.documentElement.classList;
    const slip = classes.contains("as-slip");
    classes.toggle("slip--large", slip && papers <= FEW);
    classes.toggle("slip--dense", slip && papers > MANY);
  }
  function fillSlip() {
    if (!byId("slip-answers")) return;
    fitSlip();
    const said = page.sentences ? page.sentences() : [];
    const code = byId("slip-code");
    byId("slip-answers").textContent = said.length ? say("slip_answers", { answers: said.join(tell("semicolon")) }) : "";
    byId("slip-visit").textContent = saidVisit().concat(plain("#turn > p")).join(" ");
    byId("slip-count").textContent = !list.hidden && byId("summary") ? byId("summary").textContent : "";
    byId("slip-fee").textContent = saidFee().join("");
    byId("slip-day").textContent = say("slip_day", { date: say("date_year", civil(today())) });
    if (drawn !== fragment()) all("svg", code).forEach((picture) => picture.remove());
    const title = JSON.stringify(text(document.querySelector(".slip-kind")) + " · " + keep.dataset.title);
    if (running) running.replaceSync("@page { @top-left { content: " + title + "; font-size: 10pt; } } @page :first { @top-left { content: none; } }");
    code.classList.toggle("slip-code--drawn", Boolean(code.querySelector("svg")));
  }
  function drawCode() {
    const part = fragment();
    if (!part || drawn === part) return Promise.resolve();
    return more().then((slip) => slip.draw((keep.dataset.url || address("")) + "#" + part, byId("slip-code"), keep.dataset))
      .then(() => { drawn = part; }).catch(() => {});
  }
  const canPrint = () => keep.dataset.settled === "true" && Boolean(window.print && byId("slip-answers")) && !wechat;
  const print = () => { if (canPrint()) drawCode().then(() => { fillSlip(); window.print(); }); };

  const actions = {
    clear() {
      unpack();
      refresh();
      byId("list-title").focus();
    },
    text: () => copy(asText(), "copied_text"),
    link: () => copy(address(""), "copied"),
    "link-answers": () => copy(address(fragment()), "copied_answers"),
    calendar: calendar,
    print: print,
  };

  // Whether the list is one to act on: the questions are over, or there are none.
  function refresh(settled) {
    if (settled !== undefined) keep.dataset.settled = list.dataset.settled = String(settled);
    follow();
    // While questions are open, nothing of the rest is seen.
    document.documentElement.classList.toggle("as-slip", keep.dataset.settled === "true");
    keep.hidden = visit.hidden = false;
    fold.refresh(list);
    if (keep.dataset.settled !== "true") return;
    rows().forEach(tick);
    showBag();
    const shown = (name, test) => all("[data-keep=" + name + "]").forEach((node) => { node.hidden = !test; });
    shown("link-answers", fragment());
    shown("print", canPrint());
    shown("calendar", !list.hidden && !wechat && typeof Blob === "function" && "download" in document.createElement("a"));
    byId("answers-warning").hidden = !fragment();
    put(byId("copied"), "");
    byId("copy-by-hand").hidden = true;
  }

  // Without a clock nobody knows the day, and what hangs on it stays open.
  function use(its) {
    page = its;
    if (page.visit && days) page.visit(day);
  }

  function start() {
    field.value = iso(day);
    clock.watch(follow);
    byId("visit-form").hidden = field.type === "date";
    field.addEventListener("change", setDay);
    list.addEventListener("change", (event) => { if (event.target.closest(".tick")) pack(event.target); });
    list.addEventListener("click", fold.press);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-keep]");
      if (button) actions[button.dataset.keep]();
    });
    // Ctrl+P and ⌘P take the same way, so that the code is on the paper.
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== "p" || !canPrint()) return;
      event.preventDefault();
      print();
    });
    window.addEventListener("beforeprint", fillSlip);
    all("[data-plan]").forEach((link) => { link.hash = link.dataset.plan; });
    refresh(!byId("wizard"));
  }

  self.onetrip.print = print;
  self.onetrip.keep = { refresh: refresh, nextPerson: nextPerson, use };
  if (list && keep && visit && days) start();
  else self.onetrip.keep.refresh = self.onetrip.keep.nextPerson = () => {};
})();
