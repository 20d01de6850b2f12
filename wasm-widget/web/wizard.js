/* The wizard on a matter's page.
   The page is complete before this runs: the script hides, shows and re-counts what is there. If anything fails, now or
   later, the page goes back to the complete list. */
(function () {
  "use strict";

  const { byId, all, put, move, tell, teller, pieces, decode, load, announcer, counted, clock, days, keep, questions } = self.onetrip;
  const say = teller("wizard_");
  const wizard = byId("wizard");
  if (!wizard) return;
  if (typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return keep.refresh(true);

  const list = byId("list");
  const listTitle = byId("list-title");
  const stops = byId("stops");
  const stopsTitle = byId("stops-title");
  const items = all("[data-item]").map((node) => ({ node: node, item: Number(node.dataset.item), why: node.querySelector(".why") }));
  const lines = all(".lines > .line", list).map((node) => ({
    node: node, name: node.dataset.name, extra: node.classList.contains("line--recommended"),
  }));
  // What a row or line comes to in each case: the case's item, originals, of these handed in, copies; and its words for all cases.
  const rows = all("[data-forms]", list).map((node) => {
    const counts = node.querySelector(":scope > .counts, :scope > .part-counts");
    return { node: node, counts: counts, served: counts.cloneNode(true), forms: node.dataset.forms.split(" ").map((form) => form.split(":")) };
  });
  const brought = all("[data-brought]", list);
  const exempts = byId("exempts"); // what need not be brought
  const requirements = all("[data-stops]"); // what has to hold, with the stops that enforce it
  // What answers decide of fee, visits and time: see RangeView.
  const ranges = all("[data-range]").map((node) => Object.assign({ node: node, served: node.textContent }, JSON.parse(node.dataset.range)));
  const served = { list: listTitle.textContent, stops: stops && stopsTitle.textContent };

  const announce = announcer();

  let engine;
  let asked; // the questions

  // Why an item is needed, or on what that still depends.
  function reason(item, needed) {
    if (!needed) return say("depends", { questions: asked.pick(engine.open(item)).map((question) => question.label).join(tell("listing")) });
    const reasons = asked.pick(engine.reasons(item));
    return reasons.length ? say("because", { answers: reasons.map(asked.reason).join(tell("semicolon")) }) : say("always");
  }

  function showItems() {
    const status = engine.items();
    const begun = asked.answered();
    items.forEach(({ node, item, why }) => {
      node.dataset.status = ["no", "depends", "needed"][status[item]];
      node.hidden = status[item] === 0;
      if (!why) return;
      why.hidden = node.hidden || (status[item] === 1 && !begun);
      if (!why.hidden) put(why, reason(item, status[item] === 2));
    });
    rows.forEach((row) => showForms(row, status));
    brought.forEach((node) => { node.hidden = status[node.dataset.brought] !== 2; });
    ranges.forEach((range) => showRange(range, status));
    if (days) {
      clock.choose((item) => status[item] !== 0);
      days.use([]);
    }
    if (exempts) exempts.hidden = all(".exempt", exempts).every((node) => node.hidden);
  }

  // Of what is still possible the one, the ends, or all of it; nothing where the only case that is left says all itself.
  function showRange({ node, served, span, either, or, cases }, status) {
    const left = cases.filter(([item]) => item === null || status[item] !== 0);
    const words = left.map(([, , , text]) => text).filter((text, i, every) => every.indexOf(text) === i);
    const [least, most] = [(one, other) => one < other, (one, other) => one > other]
      .map((wins) => left.reduce((best, one) => (wins(one[1], best[1]) ? one : best), left[0] || []));
    const values = { least: least[2], most: most[2], words: words.join(or) };
    put(node, !left.length ? served : words.length > 1 ? (span || either).replace(/\{(\w+)\}/g, (whole, name) => values[name]) : words.join(""));
    const entries = all("li", node.parentNode);
    node.hidden = left.length === 1 && entries.length > 0 && entries.filter((one) => !one.hidden).length < 2;
  }

  // The fewest and the most in the cases that are still possible; the page's own words where a single case leaves the number open.
  function showForms({ node, counts, served, forms }, status) {
    const possible = forms.filter(([item]) => item === "" || status[item] !== 0);
    if (!possible.length) return;
    const span = (at) => {
      const ends = (form) => {
        const item = form[0] === "" ? -1 : Number(form[0]);
        return [0, 1].map((end) => pieces(form[at], (question) => engine.span(question, item)[end]));
      };
      const numbers = [].concat(...possible.map(ends));
      return [Math.min(...numbers), Math.max(...numbers)];
    };
    const [originals, handed, copies] = [span(1), span(2), span(3)];
    const words = ([least, most]) => (least === most ? most : say(least ? "span" : "at_most", { least: least, most: most }));
    const show = (part, seen) => all(part, counts).forEach((there) => { there.hidden = !seen; });
    const count = (part, key, number) => {
      show(part, number[1]);
      const open = forms.length === 1 && number[0] !== number[1];
      all(part, counts).forEach((there) => put(there, open ? served.querySelector(part).textContent : tell(key, { n: words(number) })));
    };
    count(".originals", "originals", originals);
    count(".copies", "copies", copies);
    show(".and", originals[1] && copies[1]);
    show("[data-keep-as=back]", originals[1] && !handed[1] && !copies[1]);
    show("[data-keep-as=back-copies]", originals[1] && !handed[1] && copies[1]);
    show("[data-keep-as=in]", handed[1] && possible.every((form) => form[1] === form[2]));
    counts.hidden = !originals[1] && !copies[1];
    showOnly(node);
  }

  // A single line that is left wants what the row says.
  function showOnly(node) {
    const parts = all(":scope > .part", node).filter((part) => !part.hidden);
    parts.forEach((part) => part.classList.toggle("part--only", parts.length === 1));
  }

  // The card at the top says what holds now once something was answered.
  const card = ["answer-served", "answer-now"].map(byId);

  function showCard(told) {
    if (!card[1]) return;
    const begun = told && asked.answered();
    card[0].hidden = begun;
    card[1].hidden = !begun;
    put(card[1], begun ? told : "");
  }

  const status = (line) => line.node.dataset.status || "needed";
  const withStatus = (wanted) => lines.filter((line) => !line.extra && status(line) === wanted);
  const names = (some) => some.map((line) => line.name).join(tell("listing"));

  function showSummary(asking) {
    const [needed, depends] = ["needed", "depends"].map((wanted) => withStatus(wanted).map(({ node }) => node));
    const values = counted(needed, depends);
    const { n: extra } = counted(lines.filter((line) => line.extra && status(line) !== "no").map(({ node }) => node), []);
    const key = !depends.length ? "summary_exact" : asking ? "summary" : "summary_open";
    const nothing = !needed.length && !depends.length && tell("nothing_to_bring");
    const summary = nothing || say(key, values);
    const told = extra ? say("summary_extra", { summary: summary, extra: extra }) : summary;
    put(byId("summary"), told);
    const stop = stops && stops.querySelector(`[data-stop="${engine.stop()}"] h3`);
    showCard(stop ? stop.textContent : told);
    put(listTitle, asking || depends.length ? served.list : say("list_done"));
    const open = [];
    if (depends.length) open.push(say("unsure_lines", { depends: values.depends, names: names(withStatus("depends")) }));
    if (engine.stop_open()) open.push(say("unsure_stop"));
    put(byId("finished-title"), say(open.length ? "finished_open" : "finished"));
    byId("still-open").hidden = !open.length;
    put(byId("still-open-what"), open.join(" "));
  }

  function showStops(stop) {
    if (!stops) return;
    const certain = stop >= 0;
    all("[data-stop]", stops).forEach((node) => {
      node.hidden = certain && Number(node.dataset.stop) !== stop;
      node.classList.toggle("stop--certain", certain);
      all("details", node).forEach((more) => { more.open = certain; });
    });
    stops.hidden = !certain && !engine.stop_open();
    put(stopsTitle, certain ? say("stopped") : served.stops);
    if (certain) move(stops, wizard, byId("changes"));
    else move(stops, list.parentNode, list);
  }

  // What has to hold does, once none of its stops is possible any more. Nothing is marked before something was answered.
  function showRequirements() {
    const possible = Array.from(engine.possible_stops(), String);
    const begun = asked.answered();
    requirements.forEach((node) => {
      node.querySelector(".met").hidden = !begun || node.dataset.stops.split(" ").some((stop) => possible.includes(stop));
    });
  }

  // On which later day something else follows, once the questions are over.
  function showLater(state) {
    if (state === "asking") return asked.showLater([]);
    const turn = engine.turn();
    const node = asked.pick([turn[1]]).map((question) => (question.node.dataset.turns || "").split("|"))[0];
    asked.showLater([asked.later(turn, node && node[turn[2]])]);
  }

  // The way to the plan takes the answers along: its # part holds this matter with them, see share/trip.rs.
  function showPlan() {
    const [, rules, code, ...answers] = engine.fragment().split(".");
    all("[data-plan]").forEach((link) => {
      const codes = link.dataset.plan.split("+");
      if (code) codes[0] = ["t1", code + "_" + (parseInt(rules, 36) % 0x100000).toString(36)].concat(answers).join(".");
      // Alone, a + says that others are to be chosen.
      link.hash = codes.join("+") + (codes[1] ? "" : "+");
    });
  }

  const door = byId("door");
  let knocked = location.hash === "#bring"; // by whoever pressed it before the engine was there

  const page = {
    door: door,
    state: (question) => (question ? "asking" : engine.stop() >= 0 ? "stopped" : "finished"),
    target: (state) => (state === "stopped" && stops ? [stopsTitle, stops] : [byId("finished-title"), byId("finished")]),
    fragment: () => engine.fragment(),
    visit: (day) => asked.visit(day),
    sentences: () => asked.sentences(),
    show(state, moved) {
      const stop = engine.stop();
      byId("changes").hidden = list.hidden = stop >= 0;
      all(".list-intro", list).forEach((node) => { node.hidden = true; });
      showItems();
      showStops(stop);
      showRequirements();
      showSummary(state === "asking");
      announce(stop >= 0 ? null : lines.map((line) => [line.name, status(line)]), moved);
      showPlan();
      showLater(state);
      keep.refresh(state !== "asking");
    },
    giveUp() {
      if (door) put(door, say("door"));
      list.hidden = false;
      showCard("");
      listTitle.textContent = served.list;
      all(".list-intro", list).forEach((node) => { node.hidden = false; });
      items.forEach(({ node, why }) => {
        node.hidden = false;
        node.removeAttribute("data-status");
        if (why) why.hidden = true;
      });
      rows.forEach(({ node, counts, served }) => {
        if (counts.parentNode) counts.parentNode.replaceChild(served, counts);
        showOnly(node);
      });
      brought.forEach((node) => { node.hidden = true; });
      counted(lines.map(({ node }) => node), []);
      ranges.forEach(({ node, served }) => {
        put(node, served);
        node.hidden = false;
      });
      if (days) {
        clock.choose(() => true);
        days.use([]);
      }
      if (exempts) exempts.hidden = false;
      byId("turn").hidden = true;
      requirements.forEach((node) => { node.querySelector(".met").hidden = true; });
      keep.use({});
      keep.refresh(true);
      if (!stops) return;
      list.parentNode.insertBefore(stops, list);
      stops.hidden = false;
      stopsTitle.textContent = served.stops;
      all("[data-stop]", stops).forEach((node) => { node.hidden = false; node.classList.remove("stop--certain"); });
    },
  };

  function start() {
    engine = wasm_bindgen.Wizard.open(decode(wizard.dataset.rules));
    if (!engine) return fail();
    asked = questions(engine, page);
    keep.use(page);
    // What one may look up is folded away; the questions say when it matters.
    all("[data-stop] > .when").forEach((when) => {
      const more = when.parentNode.querySelector("details");
      more.insertBefore(when, more.children[1]);
    });
    asked.start(knocked);
  }

  // Until then the button waits with its visitor; where nothing comes, it leads to the complete list.
  function knock(event) {
    if (asked || !event.target.closest("#door")) return;
    event.preventDefault();
    knocked = true;
    put(door, say("door_wait"));
  }
  function fail() {
    document.removeEventListener("click", knock);
    if (door) put(door, say("door"));
    if (knocked) byId("bring").scrollIntoView();
    keep.refresh(true);
  }

  document.addEventListener("click", knock);
  load(wasm_bindgen, wizard.dataset.wasm, wizard.dataset.inline, "onetripWasm").then(start).catch(fail);
})();
