/* One box that finds a matter, on a community's home and among the matters of the plan: by its title, what else it is called, an event
   of life, a paper, its code; in Chinese, in pinyin or its first letters, with one sign wrong or another of the same sound. What there
   is to find is fetched when somebody goes to the box; nothing is sent anywhere. */
(function () {
  "use strict";

  const clean = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\u200b·’'“”"（）()《》，。、；：？！,.;:?!-]+/g, "");
  // How people of the south hear it: no ng, no zh ch sh.
  const plain = (letters) => letters.replace(/ng/g, "n").replace(/([zcs])h/g, "$1");

  /* What finds in these matters, see render/search.rs. It gives the best first: which matter, and in which words it was found
     where these are not its title. */
  function finder(index) {
    const readings = {};
    Object.keys(index.readings).forEach((sign) => { readings[sign] = index.readings[sign].split(" "); });
    // A text as signs, each with the letters that it may be typed with, and with those that it sounds like.
    const prepare = (text) => {
      const signs = Array.from(clean(text));
      const typed = signs.map((sign) => readings[sign] || [sign]);
      return { text: text, signs: signs, whole: signs.join(""), typed: typed, heard: typed.map((all) => all.map(plain)) };
    };
    const papers = index.papers.map(prepare);
    const offices = index.offices.map(prepare);
    const matters = index.matters.map((matter) => ({
      matter: matter,
      // The field says how near it is, and how the find is explained.
      fields: [["title", 0, [matter.title]], ["also", 10, matter.also || []], ["event", 20, matter.events || []]]
        .map(([name, far, texts]) => ({ name: name, far: far, texts: texts.map(prepare) }))
        .concat({ name: "paper", far: 30, texts: (matter.papers || []).map((at) => papers[at]) }, { name: "office", far: 40, texts: offices.filter((office, at) => at === matter.office) }),
    }));

    // Whether letters from `at` on type these signs: each in full, or its first letter (or zh, ch, sh); the last may be unfinished.
    function types(all, from, letters, at) {
      if (at === letters.length) return true;
      if (from === all.length) return false;
      return all[from].some((one) => {
        if (letters.startsWith(one, at) && types(all, from + 1, letters, at + one.length)) return true;
        if (one.startsWith(letters.slice(at))) return true;
        if (one[0] !== letters[at]) return false;
        return types(all, from + 1, letters, at + 1) || (/^[zcs]h/.test(one) && letters[at + 1] === "h" && types(all, from + 1, letters, at + 2));
      });
    }
    const typed = (all, letters) => all.some((one, from) => types(all, from, letters, 0));

    // The same sounds in a row.
    const sounds = (text, word) => text.typed.some((one, from) => from + word.typed.length <= text.typed.length
      && word.typed.every((wanted, i) => wanted.some((reading) => text.typed[from + i].includes(reading))));

    // In the text with at most one sign more, less or another: then one half of the word is there as it is.
    function nearly(text, word) {
      const half = word.signs.length >> 1;
      const halves = [word.signs.slice(0, half).join(""), word.signs.slice(half).join("")];
      if (!halves.some((part) => text.whole.includes(part))) return false;
      let row = text.signs.map(() => 0).concat(0);
      word.signs.forEach((sign, i) => {
        const next = [i + 1];
        text.signs.forEach((other, j) => next.push(Math.min(row[j] + (sign === other ? 0 : 1), row[j + 1] + 1, next[j] + 1)));
        row = next;
      });
      return Math.min(...row) <= 1;
    }

    // All signs, with others between them: 拖拉机检验 in 拖拉机年度检验.
    function inOrder(text, word) {
      let at = 0;
      text.signs.forEach((sign) => { if (sign === word.signs[at]) at += 1; });
      return at === word.signs.length;
    }

    // How far a word is from a text; nothing where it is not in it.
    function distance(text, word) {
      const at = text.whole.indexOf(word.whole);
      if (at >= 0) return at ? 1 : 0;
      if (/^[a-z0-9]+$/.test(word.whole)) {
        if (typed(text.typed, word.whole)) return 3;
        return word.whole.length > 2 && typed(text.heard, plain(word.whole)) ? 5 : null;
      }
      if (word.signs.length < 2) return null;
      if (sounds(text, word)) return 4;
      if (word.signs.length < 3) return null;
      return nearly(text, word) ? 6 : inOrder(text, word) ? 7 : null;
    }

    // The nearest field in which a word is found.
    function nearest(entry, word) {
      let best = null;
      entry.fields.forEach(({ name, far, texts }) => texts.forEach((text) => {
        if (best && best.far <= far) return;
        // A paper is many matters' paper.
        if (!word.known.has(text)) word.known.set(text, distance(text, word));
        const near = word.known.get(text);
        if (near !== null && (!best || far + near < best.far)) best = { far: far + near, name: name, text: text.text };
      }));
      return best;
    }

    const all = index.matters.map((matter) => ({ matter: matter, far: 0, name: "title", text: "" }));
    return (query) => {
      const words = query.trim().split(/\s+/).map(prepare).filter((word) => word.whole);
      words.forEach((word) => { word.known = new Map(); });
      if (!words.length) return query.trim() ? [] : all;
      const found = [];
      matters.forEach((entry) => {
        if (words.length === 1 && words[0].whole === entry.matter.code) return found.push({ matter: entry.matter, far: -1, name: "title", text: "" });
        const all = words.map((word) => nearest(entry, word));
        if (all.includes(null)) return;
        const worst = all.reduce((one, other) => (other.far > one.far ? other : one));
        found.push({ matter: entry.matter, far: all.reduce((sum, one) => sum + one.far, 0), name: worst.name, text: worst.text });
      });
      return found.map((one, i) => [one, i]).sort(([one, i], [other, j]) => one.far - other.far || i - j).map(([one]) => one);
    };
  }

  const box = document.getElementById("search");
  self.onetrip = Object.assign(self.onetrip || {}, { finder: finder });
  if (!box) return;

  const MOST = 20; // who sees more than that goes on typing
  const field = box.querySelector("input");
  const list = document.getElementById("found");
  const told = document.getElementById("found-count");
  const none = document.getElementById("found-none");
  // On the plan the box stands in the form of the choice, and what is found is chosen there.
  const form = box.querySelector("form");
  const say = (key, values) => (box.getAttribute("data-" + key) || "").replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const KEY = "find=";
  const ONLY = "only=";
  const ways = Array.from(box.querySelectorAll(".ways button"));
  let find = null;
  let only = ""; // the way in which it has to be possible
  let asked = null; // the script with what there is to find

  function row({ matter, name, text }) {
    const reason = name === "title" ? "" : say("by-" + name, { name: text });
    if (self.onetrip.foundRow) return self.onetrip.foundRow(matter.code, reason);
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.className = "matter-link";
    link.href = matter.href;
    link.textContent = matter.title;
    if (!reason) return item;
    const why = item.appendChild(document.createElement("span"));
    why.className = "hint";
    why.textContent = reason;
    return item;
  }

  function show() {
    const query = field.value;
    const some = Boolean(query.trim() || only);
    ways.forEach((way) => way.setAttribute("aria-pressed", String(way.value === only)));
    document.documentElement.classList.toggle("finding", some && Boolean(find));
    list.textContent = "";
    told.textContent = "";
    if (none) none.hidden = true;
    if (!some || !find) return;
    const found = find(query).filter(({ matter }) => !only || (matter.ways || []).includes(only));
    found.slice(0, MOST).map(row).filter(Boolean).forEach((node) => list.appendChild(node));
    told.textContent = found.length > MOST ? say("many", { n: found.length, most: MOST }) : say(found.length ? "found" : "none", { n: found.length, text: query.trim() });
    if (none) none.hidden = found.length > 0;
  }

  function keep() {
    const query = field.value.trim();
    const part = [query && KEY + encodeURIComponent(query), only && ONLY + only].filter(Boolean).join("&");
    const url = location.href.split("#")[0] + (part && "#" + part);
    try { history.replaceState(history.state, "", url); } catch (error) { /* then the address says nothing of it */ }
  }

  function ready() {
    if (asked) return;
    asked = document.createElement("script");
    asked.src = box.dataset.src;
    // Until it comes, and where it does not, the list of all stands there; the next letter tries again.
    asked.onerror = () => {
      asked.remove();
      asked = null;
      if (!only) return;
      only = "";
      show();
      keep();
    };
    document.head.appendChild(asked);
  }
  self.onetripSearch = (index) => {
    find = finder(index);
    show();
  };

  function arrive() {
    const parts = location.hash.slice(1).split("&");
    const value = (key) => parts.filter((part) => part.indexOf(key) === 0).map((part) => part.slice(key.length))[0] || "";
    if (!value(KEY) && !value(ONLY)) return;
    try { field.value = decodeURIComponent(value(KEY)); } catch (error) { return; }
    only = ways.some((way) => way.value === value(ONLY)) ? value(ONLY) : "";
    ready();
    show();
  }

  field.addEventListener("focus", ready);
  field.addEventListener("input", () => {
    ready();
    show();
    if (form) keep();
  });
  ways.forEach((way) => way.addEventListener("click", () => {
    only = only === way.value ? "" : way.value;
    ready();
    show();
    keep();
  }));
  // There this script comes when somebody is in the box already.
  if (!form) return ready();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  window.addEventListener("hashchange", arrive);
  arrive();
})();
