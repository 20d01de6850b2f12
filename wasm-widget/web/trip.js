/* Several matters in one trip: choose them, answer the union of their questions, get one list.
   The page names all matters and holds nothing else of them: what is chosen is loaded, and the engine with the first of them.
   Without this script the page is the list of all matters, and it goes back to that if anything fails. */
(function () {
  "use strict";

  const { byId, all, put, tell, teller, decode, load, added, announcer, counted, fill, clock, days, keep, link, questions } = self.onetrip;
  const words = teller("wizard_");
  const say = teller("plan_");
  const wizard = byId("wizard");
  if (!wizard || typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return;

  const CHOOSING = -2; // beside the numbers of questions, what may stand open
  const catalogue = self.onetrip.matters();
  const matters = catalogue.list;
  const list = byId("list");
  const served = { list: byId("list-title").textContent, stops: byId("stops-title").textContent };

  const announce = announcer();

  const chosen = []; // which matters, in the order of the trip
  let picked = []; // which are ticked
  let trip;
  let asked; // the questions
  let merged; // the list
  let stopRows = "[]"; // which stops stand there
  let missing = []; // which matters could not be loaded
  let offered = false; // a link names matters, but somebody is still to confirm or to add to them

  // The matters of the trip; those without data are left out.
  function choose(wanted) {
    for (let i = chosen.length - 1; i >= 0; i--) {
      if (wanted.includes(chosen[i])) continue;
      trip.remove(i);
      chosen.splice(i, 1);
    }
    wanted.filter((index) => matters[index].data && !chosen.includes(index)).forEach((index) => {
      const { data, papers } = matters[index];
      if (trip.add(data.key, decode(data.rules), decode(data.lines), Uint32Array.from(papers)) >= 0) chosen.push(index);
    });
  }

  // Fetches what is wanted and not there yet; null when nothing is.
  function fetchAll(wanted) {
    const waiting = catalogue.missing(wanted);
    return !waiting.length ? null : catalogue.load(waiting).then(() => asked.gather());
  }

  // The address, see `link.plan`. What it names and nobody knows here is said, the rest is taken.
  function named(codes, keys) {
    const byKey = keys.map(catalogue.byKey);
    const byCode = codes.map((code) => matters.findIndex((matter) => matter.code === code));
    return byKey.concat(byCode).filter((index, i, every) => index >= 0 && every.indexOf(index) === i);
  }

  function restore(part) {
    const { shared, codes, more } = link.plan(part);
    trip.restore(shared);
    const keys = Array.from(trip.wanted());
    const wanted = named(codes, keys);
    // Taken out and put in again, so that their order is that of the address.
    choose([]);
    choose(wanted);
    missing = catalogue.missing(wanted);
    offered = more;
    showNotFound(link.strangers(codes, matters.map((matter) => matter.code)), keys.filter((key) => catalogue.byKey(key) < 0).length);
    return trip.restore(shared);
  }

  function reads(part) {
    const { shared, codes } = link.plan(part);
    return /^t1\.[0-9a-z]+_[0-9a-z]+\./.test(shared) || codes.some((code) => matters.some((matter) => matter.code === code));
  }

  function showNotFound(codes, unnamed) {
    const said = [];
    if (codes.length) said.push(say(codes.length > 1 ? "not_found" : "not_found_one", { n: codes.length, codes: codes.join(tell("listing")) }));
    if (unnamed) said.push(say("not_found_unnamed", { n: unnamed }));
    put(byId("not-found"), said.join(" "));
    byId("not-found").hidden = !said.length;
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
    visit: (day) => trip.visit(day),
    fragment: () => trip.fragment(),
    restore: restore,
    reads: reads,
  };

  const titles = (indexes) => indexes.map((index) => matters[index].title).join(tell("listing"));
  // Of what the answers decide in a matter, the cases that may still hold; and what they say.
  const left = (index, cases) => {
    const items = trip.items(chosen.indexOf(index));
    return cases.filter(({ item }) => item === undefined || items[item]);
  };
  const told = (index, key) => [...new Set(left(index, matters[index].data[key].outcomes).map((one) => one.words))].join(tell("case_or"));
  const stopped = () => chosen.filter((index, i) => trip.stop(i) >= 0);
  const running = () => chosen.filter((index, i) => trip.stop(i) < 0);

  function showStops() {
    const rows = byId("stop-rows");
    const certain = stopped().map((index) => [index, trip.stop(chosen.indexOf(index))]);
    const now = JSON.stringify(certain);
    if (stopRows !== now) {
      stopRows = now;
      rows.textContent = "";
      certain.forEach(([index, at]) => {
        const { title, data } = matters[index];
        const { tel, text } = data.stops[at].phone || {};
        rows.appendChild(fill("piece-stop", Object.assign({}, data.stops[at], { index: at, matter: title, tel: tel, phone: text, consult: !tel })));
      });
    }
    byId("stops").hidden = !certain.length;
    put(byId("stops-title"), running().length || !chosen.length ? served.stops : say("stopped"));
  }

  function showSummary(rows, state) {
    list.querySelector(".lines").hidden = !rows.length;
    byId("nothing").hidden = Boolean(rows.length);
    const nodes = all(".lines > .line", list);
    const [extras, asked] = [true, false].map((extra) => nodes.filter((node) => node.classList.contains("line--recommended") === extra));
    const [needed, depends] = ["needed", "depends"].map((status) => asked.filter((node) => node.dataset.status === status));
    const values = counted(needed, depends);
    const { n: extra } = counted(extras, []);
    const asking = state === "asking";
    const summary = depends.length && asking ? words("summary", values) : say(depends.length ? "summary_open" : "summary", values);
    put(byId("summary"), extra ? words("summary_extra", { summary: summary, extra: extra }) : summary);
    put(byId("list-title"), asking || depends.length ? served.list : words("list_done"));
    const doubtful = chosen.filter((index, i) => trip.stop(i) < 0 && trip.stop_open(i));
    const open = [];
    if (depends.length) open.push(say("unsure", { n: values.depends, names: depends.map((node) => node.dataset.name).join(tell("listing")) }));
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
      link.href = matters[index].href;
      link.textContent = matters[index].title;
      if (trip.stop(i) < 0) return;
      const off = row.appendChild(document.createElement("span"));
      off.className = "off";
      off.textContent = say("off");
    });
  }

  // How many trips it takes to come to a matter by these pairs; `above` leads here.
  const trips = (pairs, index, above) => pairs.filter(({ first, then }) => then.includes(index) && !above.includes(first))
    .reduce((most, { first }) => Math.max(most, trips(pairs, first, above.concat(first)) + (atOnce(first) ? 0 : 1)), 1);

  // First this, then that. Gives the number of trips.
  function showOrder(pairs) {
    const count = Math.max(1, ...chosen.map((index) => trips(pairs, index, [index])));
    const box = byId("order-rows");
    const add = (text) => { box.appendChild(document.createElement("p")).textContent = text; };
    box.textContent = "";
    pairs.forEach(({ paper, first, then, needed }) => {
      const values = { paper: paper, first: matters[first].title, promise: told(first, "promise"), matters: titles(then) };
      add((needed ? "" : say("may", values) + tell("semicolon")) + say(atOnce(first) ? "order_spot" : "order", values));
    });
    if (count > 1) add(say("order_trips", { n: count }));
    byId("order").hidden = !pairs.length;
    return count;
  }

  const atOnce = (index) => matters[index].data.desk_mode === "on_the_spot";

  // What can be done without coming, in words: the links are on the matters' own pages.
  const online = () => running().filter((index) => matters[index].data.online.length).map((index) => say("online", {
    title: matters[index].title, ways: matters[index].data.online.map((way) => way.words).join(tell("semicolon")),
  }));

  const promises = (indexes, key) => indexes.map((index) => say("promise", { title: matters[index].title, promise: told(index, key) })).join(tell("listing"));
  // What costs something, and where the answers decide who has to come how often.
  function decided(key, at) {
    const some = running().filter((index) => matters[index].data[key].entries[at]);
    return some.length ? [say(key, { matters: promises(some, key) })] : [];
  }

  // One visit: what is finished on the spot, what is passed on, and what takes longest.
  function showTrip(places, count) {
    const rows = byId("trip-rows");
    const add = (text) => { rows.appendChild(document.createElement("li")).textContent = text; };
    const spot = running().filter(atOnce);
    const passed = running().filter((index) => !atOnce(index));
    const days = (index) => Math.max(...left(index, matters[index].data.promise.outcomes).map((one) => one.days));
    const longest = passed.slice().sort((one, other) => days(other) - days(one))[0];
    rows.textContent = "";
    if (spot.length) add(say("on_the_spot", { matters: titles(spot) }));
    if (passed.length) add(say("transfer", { matters: promises(passed, "promise") }));
    if (passed.length > 1) add(say("longest", { title: matters[longest].title, promise: told(longest, "promise") }));
    if (running().length > 1 && (places.length > 1 || count < 2)) add(say(places.length > 1 ? "by_place" : "no_second"));
    decided("fee", 0).concat(decided("visits", 1), online()).forEach(add);
    if (stopped().length) add(say("some_stopped", { matters: titles(stopped()) }));
  }

  // Where and when a matter is done: its data says in what that differs from the hall.
  const home = byId("hall").dataset;
  // The places of the trip, each with its matters: apart where the times differ. Of a matter whose place is still open all.
  function placesOf(indexes) {
    const places = {};
    indexes.forEach((index) => left(index, matters[index].data.desks).forEach(({ at, label }, i, every) => {
      const place = Object.assign({}, home, at);
      const key = JSON.stringify(place);
      places[key] = places[key] || { place: place, of: [] };
      places[key].of.push(every.length > 1 ? label : matters[index].title);
    }));
    return Object.values(places).map(({ place, of }) => Object.assign(place, { matters: of.join(tell("listing")) }));
  }

  function showPlaces(places) {
    const simple = places.every((one) => one.place === home.place && !one.accepted && !one.appointment);
    const dial = (phone) => (phone || "").replace(/[^0-9+-]/g, "");
    const piece = (one) => fill("piece-place", Object.assign({}, one, { name: one.place, tel: dial(one.phone), book_tel: dial(one.book) }));
    [["trip-hall", "trip-places"], ["slip-place", "slip-places"]].forEach(([hall, several]) => {
      byId(hall).hidden = !simple;
      byId(several).textContent = "";
      if (!simple) places.forEach((one) => byId(several).appendChild(piece(one)));
    });
    // Below the list stands the hall.
    byId("where").hidden = places.length > 0 && places.every((one) => one.place !== home.place);
    if (!days) return;
    days.use(places);
    // Of what is not simply the hall the day speaks, beside its field.
    clock.speak(simple);
  }

  function showSlip() {
    const title = chosen.length ? say("title", { n: running().length, matters: titles(running()) }) : "";
    byId("keep").dataset.title = title || byId("keep").dataset.title;
    document.querySelector(".slip-title").textContent = title;
    byId("slip-online").textContent = online().join(tell("semicolon"));
    const reviews = chosen.map((index) => matters[index].data.review_by).sort();
    byId("slip-before").textContent = reviews.length ? tell("slip_before", { date: reviews[0], phone: byId("hall").dataset.phone }) : "";
    byId("slip-version").textContent = chosen.map((index) => matters[index].code + " " + matters[index].data.version).join(tell("semicolon"));
  }

  // On which later day something else follows for a matter.
  function later(index, i) {
    const turn = trip.turn(i);
    const asks = matters[index].data.questions[turn[1]];
    const text = asked.later(turn, asks && asks.turns && asks.turns[turn[2]]);
    return text && say("later", { title: matters[index].title, text: text });
  }

  function showOverdue(choosing) {
    const overdue = choosing || !clock ? [] : chosen.filter((index) => clock.past(matters[index].data.review_by));
    byId("overdue").hidden = !overdue.length;
    put(byId("overdue-what"), overdue.length ? say("overdue", { matters: titles(overdue) }) : "");
  }

  const page = {
    fee: () => decided("fee", 0),
    // An address with answers names matters by their keys.
    prepare(part) {
      const { shared, codes } = link.plan(part);
      const keys = shared.split(".").filter((piece) => piece.includes("_"));
      return fetchAll(named(codes, keys.map((piece) => parseInt(piece, 36))));
    },
    state(question, editing) {
      if (editing === CHOOSING || offered || !chosen.length) return "choosing";
      return !running().length && editing < 0 ? "stopped" : question ? "asking" : "finished";
    },
    target(state) {
      if (state === "choosing") return [byId("choosing-title"), byId("choosing")];
      return state === "stopped" ? [byId("stops-title"), byId("stops")] : [byId("finished-title"), byId("finished")];
    },
    fragment: () => trip.fragment(),
    visit: (day) => asked.visit(day),
    sentences: () => asked.sentences(),
    show(state, moved) {
      const choosing = state === "choosing";
      const rows = choosing ? [] : merged.rows();
      const pairs = merged.show(rows);
      byId("choosing").hidden = !choosing;
      byId("choosing-error").textContent = "";
      byId("changes").hidden = choosing;
      list.hidden = byId("trip").hidden = choosing || state === "stopped";
      byId("trip").hidden = byId("trip").hidden || state === "asking";
      if (!choosing) showSummary(rows, state);
      // What did not come is tried again with the next choice.
      pick(chosen.concat(missing));
      catalogue.tell(missing);
      showStops();
      showMatters();
      const stations = placesOf(running());
      showPlaces(stations);
      showTrip(stations, showOrder(state === "finished" ? pairs : []));
      showSlip();
      showOverdue(choosing);
      asked.showLater(state === "finished" || state === "stopped" ? chosen.map(later) : []);
      announce(choosing ? null : all(".lines > .line", list).map((node) => [node.dataset.name, node.dataset.status]), moved);
      const current = all("[data-question]", byId("questions")).find((node) => !node.hidden);
      const wanted = current ? places(Number(current.dataset.question)).map(([i]) => chosen[i]) : [];
      byId("asked-for").textContent = chosen.length > 1 && wanted.length ? say("asked_for", { matters: titles(wanted) }) : "";
      keep.refresh(!choosing && state !== "asking");
    },
    giveUp() {
      catalogue.close();
      ["list", "trip", "stops", "keep", "overdue", "turn"].forEach((id) => { byId(id).hidden = true; });
      showPlaces([]);
      document.documentElement.classList.remove("as-slip");
    },
    actions: {
      choose() {
        asked.record(1, CHOOSING);
        asked.show(true);
      },
      // The matter that has to be done first comes into the trip, in front.
      add(button) {
        const wanted = [matters.findIndex(({ code }) => code === button.value)].concat(chosen);
        button.disabled = true;
        Promise.resolve(fetchAll(wanted)).then(() => take(wanted)).catch(giveUp);
      },
    },
  };

  // What leads to all of these is pressed.
  const leads = (event) => matters.filter(({ events }) => events.includes(event)).map(({ index }) => index);
  const presses = (event) => leads(event).every((index) => picked.includes(index));
  const eventButtons = () => all("#events button");

  function showPicked() {
    all("input[data-pick]", byId("choosing")).forEach((box) => { box.checked = picked.includes(Number(box.value)); });
    eventButtons().forEach((button) => button.setAttribute("aria-pressed", presses(button.value)));
    byId("chosen").textContent = picked.length ? say("chosen", { n: picked.length, matters: titles(picked) }) : "";
  }

  function pick(wanted) {
    picked = wanted.filter((index, i) => wanted.indexOf(index) === i).sort((one, other) => one - other);
    showPicked();
  }

  // An event of life ticks what it leads to; pressed again, it takes that back, but for what another leads to that is pressed
  // for more than this.
  function onEvent({ value }) {
    const mine = leads(value);
    if (!presses(value)) return pick(picked.concat(mine));
    const others = eventButtons().map((button) => leads(button.value)).filter((other) => other.some((index) => !mine.includes(index)));
    const kept = [].concat(...others.filter((other) => other.every((index) => picked.includes(index))));
    pick(picked.filter((index) => kept.includes(index) || !mine.includes(index)));
  }

  function take(wanted) {
    offered = false;
    choose(chosen.filter((index) => wanted.includes(index)).concat(wanted));
    missing = catalogue.missing(wanted);
    if (chosen.length) asked.record(1, -1);
    asked.show(true);
  }

  function onChosen(event) {
    event.preventDefault();
    const wanted = picked;
    byId("choosing-error").textContent = wanted.length ? "" : say("need_one");
    if (!wanted.length) return (all("#found input, #choices input, #choices summary").filter((node) => node.offsetParent)[0] || byId("find")).focus();
    byId("chosen").textContent = say("loading");
    run().then(() => {
      // The choice has not been taken over yet.
      pick(wanted);
      byId("chosen").textContent = say("loading");
      return fetchAll(wanted);
    }).then(() => take(wanted)).catch(giveUp);
  }

  // The engine, and the script that makes lines of its numbers, are fetched once somebody begins to choose, and starts with the first choice or with what the address names.
  const once = (make) => { let made = null; return () => { if (!made) made = { of: make() }; return made.of; }; };
  const engineReady = once(() => Promise.all([load(wasm_bindgen, wizard.dataset.wasm, wizard.dataset.inline, "onetripTrip"), added(wizard.dataset.merge)]));
  const run = once(() => engineReady().then(() => {
    trip = wasm_bindgen.Trip.open();
    if (wizard.dataset.follows) trip.follow(Uint32Array.from(wizard.dataset.follows.split(" "), Number));
    asked = questions(engine, page);
    merged = self.onetrip.papers({ trip: trip, asked: asked, catalogue: catalogue, chosen: chosen, titles: titles });
    keep.use(page);
    return page.prepare(location.hash.slice(1));
  }).then(() => {
    open();
    asked.start();
  }));

  function giveUp() {
    wizard.hidden = byId("answers").hidden = true;
    delete wizard.dataset.state;
    delete document.documentElement.dataset.screen;
    page.giveUp();
  }

  function onTicked({ target }) {
    if (!target.hasAttribute("data-pick")) return;
    const index = Number(target.value);
    pick(target.checked ? picked.concat(index) : picked.filter((other) => other !== index));
    byId("choosing-error").textContent = "";
    engineReady().catch(() => {});
  }

  // What the box found is ticked right there; see search.js.
  self.onetrip.foundRow = (code, why) => {
    const matter = matters.find((one) => one.code === code);
    if (!matter) return null;
    const item = document.createElement("li");
    item.appendChild(fill("piece-matter", { index: matter.index, title: matter.title, why: why }));
    item.querySelector("input").checked = picked.includes(matter.index);
    return item;
  };
  let search = null;
  function openSearch() {
    search = search || added(byId("search").dataset.search).catch(() => { search = null; });
  }

  // Until there is more to show than links, the links stay.
  const open = once(() => { catalogue.open(showPicked); });
  const hasPart = () => location.hash.length > 1;
  function start() {
    byId("choosing").addEventListener("submit", onChosen);
    byId("choosing").addEventListener("change", onTicked);
    byId("find").addEventListener("focus", openSearch);
    byId("find").addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    eventButtons().forEach((button) => button.addEventListener("click", () => {
      onEvent(button);
      byId("choosing-error").textContent = "";
      engineReady().catch(() => {});
    }));
    window.addEventListener("hashchange", () => { if (hasPart()) run().catch(giveUp); });
    if (hasPart()) return run().catch(giveUp);
    open();
    wizard.dataset.state = "choosing";
    byId("changes").hidden = true;
    wizard.hidden = false;
  }

  start();
})();
