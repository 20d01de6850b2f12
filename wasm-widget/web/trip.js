/* Several matters in one trip: choose them, answer the union of their questions, get one list.
   Without this script the page is the list of all matters, and it goes back to that if anything fails. */
(function () {
  "use strict";

  const { byId, all, put, move, teller, decode, load, announcer, keep, questions } = self.onetrip;
  const words = teller("wizard_");
  const say = teller("plan_");
  const wizard = byId("wizard");
  if (!wizard || typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return;

  const CHOOSING = -2; // beside the numbers of questions, what may stand open
  const numbers = (text) => (text || "").trim().split(/\s+/).filter(Boolean).map(Number);
  const matters = all("[data-rules]", byId("matters")).map((node) => ({
    title: node.textContent, code: node.dataset.code, key: Number(node.dataset.key), data: node.dataset,
    asks: numbers(node.dataset.asks), items: numbers(node.dataset.items),
    extras: (node.dataset.extras || "").trim().split(/\s+/).filter(Boolean).map((extra) => extra.split(",").map(Number)),
  }));
  const choices = all("[data-choice]", byId("matters")).map((node) => ({ name: node.textContent, from: numbers(node.dataset.from), data: node.dataset }));
  const papers = all("[data-paper]", byId("papers").content);
  const boxes = all("input", byId("choosing"));
  const list = byId("list");
  const lines = list.querySelector(".lines");
  const served = { list: byId("list-title").textContent, stops: byId("stops-title").textContent };

  const announce = announcer();

  let trip;
  let asked; // the questions
  let chosen = []; // which matters, in the order of the trip
  let offered = false; // a link names matters, but somebody is still to confirm or to add to them
  let shown = new Map(); // the rows of the list, by what they say

  // The matters of the trip
  function choose(wanted) {
    for (let i = chosen.length - 1; i >= 0; i--) {
      if (wanted.includes(chosen[i])) continue;
      trip.remove(i);
      chosen.splice(i, 1);
    }
    wanted.filter((index) => !chosen.includes(index)).forEach((index) => {
      const matter = matters[index];
      if (trip.add(matter.key, decode(matter.data.rules), decode(matter.data.lines)) >= 0) chosen.push(index);
    });
  }

  /* The address: a trip with its answers (t1.….z), codes of matters that are only proposed (a01+a02), or both; with a +
     the choice is shown first. What is nothing of this kind is ignored. */
  function restore(part) {
    const pieces = part.length > 20000 ? [] : part.split("+");
    const shared = pieces.find((piece) => piece.indexOf("t1.") === 0) || "";
    trip.restore(shared);
    const keys = Array.from(trip.wanted());
    const byKey = keys.map((key) => matters.findIndex((matter) => matter.key === key));
    const byCode = pieces.map((piece) => matters.findIndex((matter) => matter.code === piece));
    const wanted = byKey.concat(byCode).filter((index, i, every) => index >= 0 && every.indexOf(index) === i);
    // Taken out and put in again, so that their order is that of the address.
    choose([]);
    choose(wanted);
    offered = part !== shared;
    return trip.restore(shared);
  }

  // What `questions` asks of an engine: the page's questions stand for the same question of several matters.
  const places = (ask) => chosen.map((index, i) => [i, matters[index].asks.indexOf(ask)]).filter(([, question]) => question >= 0);
  const onFirst = (name, otherwise) => (ask, value) => {
    const place = places(ask)[0];
    return place ? trip[name](place[0], place[1], value) : otherwise;
  };
  const engine = {
    answered: onFirst("answered", 0), answer: onFirst("answer", []), relevant: onFirst("relevant", false),
    choose: onFirst("choose"), choose_many: onFirst("choose_many"), number: onFirst("number", 1), unsure: onFirst("unsure"), clear: onFirst("clear"),
    next() {
      const next = trip.next();
      return next.length ? matters[chosen[next[0]]].asks[next[1]] : -1;
    },
    remaining: () => trip.remaining(),
    fragment: () => trip.fragment(),
    restore: restore,
  };

  const titles = (indexes) => indexes.map((index) => matters[index].title).join(words("list_join"));
  const stopped = () => chosen.filter((index, i) => trip.stop(i) >= 0);
  const running = () => chosen.filter((index, i) => trip.stop(i) < 0);

  // The merged list as numbers, see `merged` in src/web/trip.rs.
  function merged() {
    const flat = trip.merged();
    let at = 0;
    const take = () => flat[at++];
    const many = (count, one) => Array.from({ length: count }, one);
    const use = () => {
      const place = take();
      const line = take();
      return { place: place, line: line, needed: take() === 1, item: matters[chosen[place]].items[line] };
    };
    const uses = () => many(take(), use);
    const count = () => ({ originals: take(), handed: take(), copies: take() });
    const total = () => { const paper = take(); const sure = count(); const fresh = take(); return { paper: paper, sure: sure, fresh: fresh, most: count() }; };
    const rows = [];
    while (at < flat.length) {
      const kind = take();
      const isChoice = Boolean(kind & 1);
      const row = { isChoice: isChoice, needed: Boolean(kind & 2), pick: isChoice ? take() : 1, suggested: isChoice ? take() - 1 : -1 };
      row.totals = many(take(), total);
      row.uses = uses();
      row.serves = isChoice ? [] : uses();
      rows.push(row);
    }
    return rows;
  }

  // What is only recommended, paper by paper, the larger number of each; nothing that the list has anyway.
  function extras(rows) {
    const listed = new Set(rows.filter((row) => !row.isChoice).map((row) => row.totals[0].paper));
    const found = new Map();
    chosen.forEach((index, place) => {
      const status = trip.stop(place) < 0 ? trip.items(place) : [];
      matters[index].extras.forEach(([paper, item, originals, copies]) => {
        const is = item < 0 ? 2 : status[item];
        if (trip.stop(place) >= 0 || !is || listed.has(paper)) return;
        const count = { originals: originals, handed: 0, copies: copies };
        const row = found.get(paper) || { extra: true, pick: 1, suggested: -1, totals: [{ paper: paper, sure: count, fresh: 0, most: count }], uses: [], serves: [] };
        const most = row.totals[0].most;
        most.originals = Math.max(most.originals, originals);
        most.copies = Math.max(most.copies, copies);
        row.uses.push({ place: place, needed: is === 2, item: item });
        row.needed = row.needed || is === 2;
        found.set(paper, row);
      });
    });
    return Array.from(found.values());
  }

  const set = (node, text) => { node.textContent = text; node.hidden = !text; };
  const counts = (count) => [count.originals && say("originals", { n: count.originals }), count.copies && say("copies", { n: count.copies })].filter(Boolean);

  function showPaper(total, needed) {
    const node = document.importNode(papers[total.paper], true);
    const now = needed ? total.sure : total.most;
    const parts = counts(now);
    node.querySelector(".originals").textContent = now.originals ? parts[0] : "";
    node.querySelector(".copies").textContent = now.copies ? (now.originals ? " · " : "") + parts[parts.length - 1] : "";
    node.querySelector(".counts").hidden = !parts.length;
    const kept = !now.originals ? "" : now.handed >= now.originals ? "hand_in" : now.handed ? "hand_in_some" : now.copies ? "hand_back_copies" : "hand_back";
    const keeps = node.querySelector(".counts .keep");
    set(keeps, kept && say(kept, { n: now.handed }));
    keeps.classList.toggle("keep--back", !now.handed);
    const most = counts(total.most).join(" · ");
    set(node.querySelector(".most"), needed && most !== parts.join(" · ") ? say("most", { counts: most }) : "");
    const fresh = node.querySelector(".fresh-day");
    if (fresh && total.fresh) fresh.dataset.fresh = total.fresh;
    return node;
  }

  // Which matters want it, and on what that still depends.
  const distinct = (some) => some.filter((index, i, every) => every.indexOf(index) === i);
  function reason(row) {
    const uses = row.uses;
    const of = (needed) => distinct(uses.filter((use) => use.needed === needed).map((use) => chosen[use.place]));
    const sure = of(true);
    const may = of(false).filter((index) => !sure.includes(index));
    const open = [].concat(...uses.filter((use) => !use.needed && use.item >= 0)
      .map((use) => Array.from(trip.open(use.place, use.item), (question) => matters[chosen[use.place]].asks[question])));
    const parts = [sure.length && say(row.extra ? "should" : sure.length > 1 ? "needs_all" : "needs", { matters: titles(sure) }), may.length && say("may", { matters: titles(may) })];
    if (open.length) parts.push(words("depends", { questions: asked.pick(distinct(open)).map((question) => question.label).join(words("list_join")) }));
    return parts.filter(Boolean).join(words("join"));
  }

  function choiceName(row) {
    const within = (choice) => row.totals.every((total) => choice.from.includes(total.paper));
    const exact = (choice) => row.uses.some((use) => choice.data.matter === String(chosen[use.place]) && choice.data.line === String(use.line));
    const fits = choices.filter(exact).concat(choices.filter((choice) => !choice.data.matter && within(choice)))[0];
    return fits ? fits.name : say("choice");
  }

  function makeRow(row, why) {
    let node;
    if (row.isChoice) {
      node = document.importNode(byId("choice").content, true).firstElementChild;
      node.dataset.name = node.querySelector(".line-name").textContent = choiceName(row);
      node.dataset.count = row.pick;
      node.querySelector(".pick").textContent = say("pick", { n: row.pick });
      row.totals.forEach((total) => {
        const one = showPaper(total, row.needed);
        all(":scope > .tag, :scope > .why", one).forEach((part) => part.remove());
        one.classList.toggle("line--suggested", total.paper === row.suggested);
        node.querySelector(".pick-from").appendChild(one);
      });
      set(node.querySelector(".suggested"), row.suggested >= 0 ? say("suggested", { name: papers[row.suggested].dataset.name }) : "");
    } else {
      node = showPaper(row.totals[0], row.needed);
      const served = distinct(row.serves.map((use) => chosen[use.place]));
      set(node.querySelector(".serves"), served.length ? say("serves", { matters: titles(served) }) : "");
    }
    node.classList.toggle("line--recommended", Boolean(row.extra));
    node.dataset.status = row.needed ? "needed" : "depends";
    set(node.querySelector(".why"), why);
    return node;
  }

  // A row that says what it said before stays as it stands.
  function showRows(rows) {
    const old = shown;
    shown = new Map();
    rows.forEach((row) => {
      const why = reason(row);
      const key = JSON.stringify([row, chosen, why]);
      shown.set(key, old.get(key) || makeRow(row, why));
    });
    old.forEach((node, key) => { if (!shown.has(key)) node.remove(); });
    Array.from(shown.values()).reduceRight((next, node) => { move(node, lines, next); return node; }, null);
  }

  function showStops() {
    all("[data-stop]").forEach((node) => {
      const place = chosen.indexOf(Number(node.dataset.matter));
      const certain = place >= 0 && trip.stop(place) === Number(node.dataset.stop);
      node.hidden = !certain;
      node.classList.toggle("stop--certain", certain);
    });
    byId("stops").hidden = !stopped().length;
    put(byId("stops-title"), running().length ? served.stops : say("stopped"));
  }

  function showSummary(rows, state) {
    const count = (some) => some.reduce((sum, row) => sum + row.pick, 0);
    const extra = count(rows.filter((row) => row.extra));
    const needed = count(rows.filter((row) => row.needed && !row.extra));
    const depends = count(rows.filter((row) => !row.needed && !row.extra));
    const values = { needed: needed, depends: depends, total: needed + depends, n: needed };
    const asking = state === "asking";
    const summary = depends && asking ? words("summary", values) : say(depends ? "summary_open" : "summary", values);
    put(byId("summary"), extra ? words("summary_extra", { summary: summary, extra: extra }) : summary);
    put(byId("list-title"), asking || depends ? served.list : words("list_done"));
    const doubtful = chosen.filter((index, i) => trip.stop(i) < 0 && trip.stop_open(i));
    const open = [];
    if (depends) {
      const names = all(":scope > [data-status=depends]:not(.line--recommended)", lines).map((node) => node.dataset.name);
      open.push(say("unsure", { n: depends, names: names.join(words("list_join")) }));
    }
    if (doubtful.length) open.push(say("unsure_stop", { matters: titles(doubtful) }));
    put(byId("finished-title"), words(open.length ? "finished_open" : "finished"));
    byId("still-open").hidden = !open.length;
    put(byId("still-open-what"), open.join(" "));
  }

  function showMatters() {
    const rows = byId("chosen-matters");
    rows.textContent = "";
    chosen.forEach((index, i) => {
      const row = rows.appendChild(document.createElement("li"));
      const link = row.appendChild(document.createElement("a"));
      link.className = "matter-link";
      link.href = matters[index].data.href;
      link.textContent = matters[index].title;
      if (trip.stop(i) < 0) return;
      const off = row.appendChild(document.createElement("span"));
      off.className = "off";
      off.textContent = say("off");
    });
  }

  // One visit: what is finished on the spot, what is passed on, and what takes longest.
  function showTrip() {
    const rows = byId("trip-rows");
    const add = (text) => { rows.appendChild(document.createElement("li")).textContent = text; };
    const promise = (index) => say("promise", { title: matters[index].title, promise: matters[index].data.promise });
    const atOnce = (index) => matters[index].data.desk === "on_the_spot";
    const spot = running().filter(atOnce);
    const passed = running().filter((index) => !atOnce(index));
    // For the order only: five workdays are about a week.
    const days = (index) => Number(matters[index].data.days) * (matters[index].data.unit === "workday" ? 1.4 : 1);
    const longest = passed.slice().sort((one, other) => days(other) - days(one))[0];
    rows.textContent = "";
    if (spot.length) add(say("on_the_spot", { matters: titles(spot) }));
    if (passed.length) add(say("transfer", { matters: passed.map(promise).join(words("list_join")) }));
    if (passed.length > 1) add(say("longest", { title: matters[longest].title, promise: matters[longest].data.promise }));
    if (running().length > 1) add(say("no_second"));
    if (stopped().length) add(say("some_stopped", { matters: titles(stopped()) }));
  }

  function showSlip() {
    const title = chosen.length ? say("title", { n: running().length, matters: titles(running()) }) : "";
    byId("keep").dataset.title = title || byId("keep").dataset.title;
    document.querySelector(".slip-title").textContent = title;
    const reviews = chosen.map((index) => matters[index].data.review).sort();
    byId("slip-before").textContent = reviews.length ? say("before", { date: reviews[0], phone: byId("visit").dataset.phone }) : "";
    byId("slip-version").textContent = chosen.map((index) => matters[index].code + " " + matters[index].data.version).join(words("join"));
  }

  const page = {
    state(question, editing) {
      if (editing === CHOOSING || offered || !chosen.length) return "choosing";
      return !running().length && editing < 0 ? "stopped" : question ? "asking" : "finished";
    },
    target(state) {
      if (state === "choosing") return [byId("choosing-title"), byId("choosing")];
      return state === "stopped" ? [byId("stops-title"), byId("stops")] : [byId("finished-title"), byId("finished")];
    },
    fragment: () => trip.fragment(),
    sentences: () => asked.sentences(),
    show(state, moved) {
      const choosing = state === "choosing";
      const needs = choosing ? [] : merged();
      const rows = needs.concat(extras(needs));
      showRows(rows);
      byId("choosing").hidden = !choosing;
      byId("choosing-error").textContent = "";
      byId("changes").hidden = choosing;
      list.hidden = byId("trip").hidden = choosing || state === "stopped";
      byId("trip").hidden = byId("trip").hidden || state === "asking";
      lines.hidden = !rows.length;
      byId("nothing").hidden = Boolean(rows.length);
      boxes.forEach((box) => { box.checked = chosen.includes(Number(box.value)); });
      showChosen();
      showStops();
      showSummary(rows, state);
      showMatters();
      showTrip();
      showSlip();
      announce(choosing ? null : all(":scope > .line", lines).map((node) => [node.dataset.name, node.dataset.status]), moved);
      const current = all("[data-question]", byId("questions")).find((node) => !node.hidden);
      const wanted = current ? places(Number(current.dataset.question)).map(([i]) => chosen[i]) : [];
      byId("asked-for").textContent = chosen.length > 1 && wanted.length ? say("asked_for", { matters: titles(wanted) }) : "";
      keep.refresh(!choosing && state !== "asking");
    },
    giveUp() {
      byId("plan-all").hidden = false;
      ["list", "trip", "stops", "keep"].forEach((id) => { byId(id).hidden = true; });
      document.documentElement.classList.remove("as-slip");
    },
    actions: {
      choose() {
        asked.record(1, CHOOSING);
        asked.show(true);
      },
    },
  };

  const ticked = () => boxes.filter((box) => box.checked).map((box) => Number(box.value));
  function showChosen() {
    const count = ticked().length;
    byId("chosen").textContent = count ? say("chosen", { n: count }) : "";
  }

  function onChosen(event) {
    event.preventDefault();
    const wanted = ticked();
    byId("choosing-error").textContent = wanted.length ? "" : say("need_one");
    if (!wanted.length) return boxes[0].focus();
    offered = false;
    choose(chosen.filter((index) => wanted.includes(index)).concat(wanted));
    asked.record(1, -1);
    asked.show(true);
  }

  function start() {
    trip = wasm_bindgen.Trip.open();
    asked = questions(engine, page);
    keep.use(page);
    byId("plan-all").hidden = true;
    asked.start();
    byId("choosing").addEventListener("submit", onChosen);
    byId("choosing").addEventListener("change", () => { showChosen(); byId("choosing-error").textContent = ""; });
  }

  load(wasm_bindgen, wizard.dataset.wasm, wizard.dataset.inline, "onetripTrip").then(start).catch(() => page.giveUp());
})();
