/* 我能申请什么: questions that decide about several matters, three lists of matters, and the way to a plan with what was answered.
   What there is to know is in data/find.js, which calls `onetripFind` (made by render/find.rs); nothing of it is sent.
   Without this script the page lists who does not get what, and it goes back to that if anything fails. */
(function () {
  "use strict";

  const { byId, all, put, tell, decode, load, added, fill, clock, questions } = self.onetrip;
  const wizard = byId("wizard");
  const whole = () => document.documentElement.classList.add("gave-up"); // see finder.css
  if (!wizard) return;
  if (typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return whole();

  // The page's own sentences: no other page loads them.
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const say = (key, values) => filled(wizard.dataset[key], values || {});

  const MAY = 0;
  const OPEN = 1;
  const NO = 2;
  const NAMED = 3; // so many matters are named, of more it is said how many
  const list = byId("list");
  let data; // the matters and their questions
  let finder;
  let asked; // the questions
  let last = null; // the matter whose own question is being asked
  let picked = []; // which are ticked, by their place in `data.matters`

  // What `questions` asks of an engine: a question of the page stands for the same question of several matters.
  const first = (ask) => {
    const at = data.matters.findIndex((matter) => matter.asks.includes(ask));
    return at < 0 ? null : [at, data.matters[at].asks.indexOf(ask)];
  };
  const on = (name, otherwise) => (ask, value) => {
    const place = first(ask);
    return place ? finder[name](place[0], place[1], value) : otherwise;
  };
  const engine = {
    answered: on("answered", 0), answer: on("answer", []), relevant: on("relevant", false), choose: on("choose"),
    choose_many: on("choose_many"), number: on("number", 1), unsure: on("unsure"), clear: on("clear"),
    next() {
      const next = finder.next();
      return next.length ? data.matters[next[0]].asks[next[1]] : -1;
    },
    remaining: () => finder.remaining(),
    visit: (day) => finder.visit(day),
    fragment: () => finder.fragment(),
    restore: (part) => finder.restore(part),
    reads: (part) => /^t1\.[0-9a-z]+_[0-9a-z]+\./.test(part),
  };

  const decides = (index) => Array.from(finder.decisive(index), (question) => data.matters[index].asks[question]);

  function row(matter, index) {
    const stands = finder.standing(index);
    const own = finder.own(index);
    const node = fill("piece-found", {
      index: index, title: matter.title, href: matter.href + (own ? "#" + own : ""), other_language: matter.other_language,
      may: stands === MAY, other: stands !== MAY,
      ways: Array.from(finder.notes(index), (way) => ({ way: matter.ways[way].title, kind: matter.ways[way].kind })),
      reasons: Array.from(finder.reasons(index), (stop) => ({ reason: matter.stops[stop].title, change: matter.stops[stop].change })),
      asks: decides(index).map((ask) => ({ ask: ask, label: data.questions[ask].label })),
    });
    const box = node.querySelector("input");
    if (box) box.checked = picked.includes(index);
    return node;
  }

  function showRows() {
    const groups = [byId("find-may"), byId("find-open"), byId("find-no")];
    const boxes = groups.map((group) => group.querySelector(".find-rows"));
    const free = byId("find-free");
    boxes.concat(free).forEach((box) => { box.textContent = ""; });
    data.matters.forEach((matter, index) => {
      (matter.stops.length ? boxes[finder.standing(index)] : free).appendChild(row(matter, index));
    });
    const counts = boxes.map((box) => box.children.length);
    const write = (group, n) => { const name = group.querySelector("[data-say]"); put(name, filled(name.dataset.say, { n: n })); };
    groups.forEach((group, i) => {
      write(group, counts[i]);
      group.hidden = !counts[i];
    });
    byId("find-may").hidden = !counts[MAY] && !free.children.length;
    write(free.parentNode, free.children.length);
    free.parentNode.hidden = !free.children.length;
    put(byId("summary"), say("tally", { may: counts[MAY], open: counts[OPEN], no: counts[NO] }));
  }

  function pick(wanted) {
    picked = wanted.filter((index, i) => wanted.indexOf(index) === i && finder.standing(index) === MAY);
    const names = picked.map((index) => data.matters[index].title).join(tell("listing"));
    put(byId("chosen"), picked.length ? say("chosen", { n: picked.length, matters: names }) : "");
    byId("together-error").textContent = "";
  }

  function onChosen(event) {
    event.preventDefault();
    byId("together-error").textContent = picked.length ? "" : say("needOne");
    if (!picked.length) return (byId("together").querySelector("input") || byId("together-error")).focus();
    location.href = "plan.html#" + finder.plan(Uint32Array.from(picked));
  }

  const page = {
    state: (question) => (question ? "asking" : "finished"),
    // Who was asked about one matter reads on at that one.
    target() {
      const node = last === null ? null : list.querySelector(`[data-matter="${last}"]`);
      last = null;
      if (!node) return [byId("finished-title"), byId("finished")];
      for (let box = node.closest("details"); box; box = box.parentNode.closest("details")) box.open = true;
      return [node.querySelector("a, input"), node];
    },
    show() {
      pick(picked);
      showRows();
      list.hidden = false;
      const current = all("[data-question]", byId("questions")).find((node) => !node.hidden);
      const ask = current ? Number(current.dataset.question) : -1;
      const about = data.matters.filter((matter, index) => decides(index).includes(ask)).map(({ title }) => title);
      put(byId("asked-for"), about.length ? say(about.length > NAMED ? "askedForMany" : "askedFor", { n: about.length, matters: about.join(tell("listing")) }) : "");
      byId("changes").hidden = false;
    },
    actions: {
      decide(button) {
        last = button.closest("[data-matter]").dataset.matter;
        asked.record(1, Number(button.value));
        asked.show(true);
      },
    },
    giveUp() {
      list.hidden = true;
      byId("find-all").hidden = false;
      whole();
    },
  };

  function giveUp() {
    wizard.hidden = true;
    delete wizard.dataset.state;
    delete document.documentElement.dataset.screen;
    page.giveUp();
  }

  function showAsks() {
    data.questions.forEach((question, id) => {
      const { kind, decimals } = question;
      const number = kind === "number";
      byId("asks").appendChild(fill("piece-question", Object.assign({}, question, {
        id: id, multi: kind === "multi", number: number, date: kind === "date", whole: number && !decimals,
        keypad: decimals ? "decimal" : "numeric", box: kind === "choice" ? "radio" : "checkbox",
      })));
    });
  }

  function run() {
    finder = wasm_bindgen.Finder.open();
    data.matters.forEach((matter) => { if (finder.add(matter.fingerprint, decode(matter.rules)) < 0) throw new Error("rules"); });
    finder.follow(Uint32Array.from(data.follows));
    if (clock) finder.visit(Math.floor(clock.minutes() / 1440));
    showAsks();
    asked = questions(engine, page);
    byId("find-all").hidden = true;
    wizard.hidden = false;
    byId("together").addEventListener("submit", onChosen);
    byId("together").addEventListener("change", ({ target }) => {
      const index = Number(target.value);
      pick(target.checked ? picked.concat(index) : picked.filter((other) => other !== index));
    });
    asked.start();
  }

  self.onetripFind = (found) => { data = found; };
  Promise.all([load(wasm_bindgen, wizard.dataset.wasm, wizard.dataset.inline, "onetripFinder"), added(wizard.dataset.src)]).then(run).catch(giveUp);
})();
