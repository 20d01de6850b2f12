/* What the scripts of a matter's page and of the plan share: the page's texts and how an engine is loaded.
   They follow wasm-bindgen's glue in one file and meet in `onetrip`. No script holds texts of its own. */
(function () {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  // What stands there already is left alone: a browser lays out anew whatever is written or moved.
  const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
  const move = (node, parent, before) => { if (node.parentNode !== parent || node.nextSibling !== before) parent.insertBefore(node, before); };

  // Without the sentences nothing here can speak: the page stays the complete list that it is.
  const texts = self.onetripTexts;
  if (!texts) throw new Error("no texts");
  // The sentences whose keys start with the prefix, with their placeholders filled.
  const teller = (prefix) => (key, values) =>
    (texts[prefix + key] || "").replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  // Those that the served page says too.
  const tell = teller("");

  // A storage that may be forbidden or full: then everything is kept in memory only.
  const stored = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch (error) { /* nothing is lost that the page needs */ }
    return null;
  };

  // A number of pieces, `1+2*0|3`: one and two for each one that question 0 counts, or three if that is more; `of` gives the answer.
  const pieces = (text, of) => Math.max(...text.split("|").map((sum) => sum.split("+").reduce((all, term) => {
    const [n, question] = term.split("*").map(Number);
    return all + n * (question === undefined ? 1 : of(question));
  }, 0)));

  const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const added = (src) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = reject;
    document.head.appendChild(script);
  });

  // Bytes first, then the engine; never streaming (wrong MIME types, faulty WebViews). From file:// nothing can be fetched,
  // but a script can be added, which sets `name` to the bytes.
  function load(glue, wasm, inline, name) {
    const start = (bytes) => glue({ module_or_path: bytes });
    const early = self.onetripEngine || {}; // see face.js, and unpack.js
    const bytes = () => (early.wasm === wasm ? early.engine : fetch(wasm).then((response) => (response.ok ? response.arrayBuffer() : Promise.reject())));
    const fetched = () => bytes().then(start);
    const inlined = () => added(inline).then(() => start(decode(self[name])));
    return location.protocol === "file:" && early.wasm !== wasm ? inlined() : fetched().catch(inlined);
  }

  // Focus follows the step; the page scrolls only when the new step is out of sight, or is to be read from its top.
  function bring(node, box, top) {
    node.focus({ preventScroll: true });
    const hidden = top || box.getBoundingClientRect().top < 0 || node.getBoundingClientRect().top > window.innerHeight * 0.6;
    if (hidden) box.scrollIntoView();
  }

  /* What came and went, said a moment after the focus has moved, so that one does not drown the other. What it gives is called
     with name and status of every line, or with null where there is no list to compare. */
  function announcer() {
    const ranks = ["no", "depends", "needed"];
    const say = teller("wizard_");
    const kinds = { sure: ["depends needed"], added: ["no needed", "no depends"], removed: ["needed no", "depends no"] };
    let before = null;
    let timer = 0;
    // Two lines may have one name: then the surer one counts.
    const surest = (lines) => lines.reduce((now, [name, status]) => (ranks.indexOf(now.get(name)) < ranks.indexOf(status) ? now.set(name, status) : now), new Map());
    return (lines, moved) => {
      const now = lines && surest(lines);
      const was = before || now;
      before = now;
      clearTimeout(timer);
      put(byId("announce"), "");
      if (!now || !moved) return;
      const names = Array.from(new Set(Array.from(now.keys()).concat(Array.from(was.keys()))));
      const step = (name) => (was.get(name) || "no") + " " + (now.get(name) || "no");
      const parts = Object.keys(kinds).map((kind) => [kind, names.filter((name) => kinds[kind].includes(step(name)))])
        .filter(([, some]) => some.length).map(([kind, some]) => say(kind, { names: some.join(tell("listing")) }));
      if (parts.length) timer = setTimeout(() => { byId("announce").textContent = say("changes", { changes: parts.join(tell("semicolon")) }); }, 400);
    };
  }

  /* The papers of a line of the list: at least and at most so many. Of a choice those of the ways that count, and what it says of
     them is put right: where no more are left than are wanted, there is nothing to choose. */
  function papers(node) {
    const { count, together } = node.dataset;
    if (!count) return [1, 1];
    const ways = all(":scope > .pick-from > .line", node).filter((way) => !way.hidden);
    const pick = Math.min(count, ways.length);
    if (together === undefined) put(node.querySelector(":scope > .pick"), tell(ways.length > pick ? "pick" : pick > 1 ? "pick_all" : "pick_only", { n: pick }));
    const ends = ways.map(papers);
    return [0, 1].map((end) => sum(ends.map((one) => one[end]).sort((one, other) => (end ? other - one : one - other)).slice(0, pick)));
  }
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

  // One number, or between which two it lies.
  const spanned = ([least, most]) => (least === most ? most : teller("wizard_")("span", { least: least, most: most }));
  // The papers of these lines, and of those.
  function counted(needed, depends) {
    const [one, other] = [needed, depends].map((nodes) => {
      const ends = nodes.map(papers);
      return [0, 1].map((end) => sum(ends.map((each) => each[end])));
    });
    const both = [0, 1].map((end) => one[end] + other[end]);
    return { needed: spanned(one), depends: spanned(other), total: spanned(both), n: spanned(one) };
  }

  // The parts of a day, which is a number of days since 1970.
  function civil(day) {
    const text = new Date(day * 864e5).toISOString().slice(0, 10);
    const [y, m, d] = text.split("-").map(Number);
    return { y: y, m: m, d: d, iso: text };
  }

  self.onetrip = Object.assign(self.onetrip || {}, { byId: byId, all: all, put: put, move: move, tell: tell, teller: teller, stored: stored, pieces: pieces, decode: decode, added: added, load: load, bring: bring, announcer: announcer, counted: counted, civil: civil });
})();
