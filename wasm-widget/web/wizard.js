/* The wizard on the phone. It follows wasm-bindgen's glue, which defines `wasm_bindgen`.
   The page is complete before this runs: the script hides, shows and re-counts what is there, and holds
   no texts of its own. If anything fails, now or later, the page goes back to the complete list. */
(function () {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const wizard = byId("wizard");
  if (!wizard || typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return;

  const form = byId("questions");
  const list = byId("list");
  const listTitle = byId("list-title");
  const stops = byId("stops");
  const stopsTitle = byId("stops-title");
  const items = all("[data-item]");
  const lines = all(".lines > .line").map((node) => ({ node: node, name: node.dataset.name, count: Number(node.dataset.count) || 1 }));
  const questions = all("[data-question]", form).map((node) => ({
    node: node, index: Number(node.dataset.question), kind: node.dataset.kind, label: node.dataset.label, inputs: all("input", node),
  }));
  const served = { list: listTitle.textContent, stops: stops && stopsTitle.textContent };
  const texts = {};
  all("[data-key]", byId("texts").content).forEach((node) => { texts[node.dataset.key] = node.textContent; });
  const say = (key, values) => texts["wizard_" + key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));

  let engine;
  let editing = -1; // the question that is open through 改, else -1
  let seen = ""; // the address that the page shows: popstate and hashchange both report one step back
  let marked = {}; // the choices of every question as last given, so that going back loses nothing
  let before = null; // what the list said before this answer
  let timer = 0;

  // Answers: an array of input values; "u" is 不清楚, "n" is none of these.
  function given(question) {
    const state = engine.answered(question.index);
    if (state === 0) return null;
    if (state === 2) return ["u"];
    const values = Array.from(engine.answer(question.index), String);
    return values.length ? values : ["n"];
  }

  function describe(question) {
    const values = given(question);
    const unit = question.node.dataset.unit;
    if (question.kind === "number" && values[0] !== "u") return unit ? say("number", { n: values[0], unit: unit }) : values[0];
    return question.inputs.filter((input) => values.includes(input.value) && input.type !== "text")
      .map((input) => input.parentNode.querySelector(".choice-text").textContent).join(say("list_join"));
  }

  const sentence = (question) => say("answer", { question: question.label, answer: describe(question) });
  const pick = (indexes) => Array.from(indexes, (index) => questions.find((question) => question.index === index)).filter(Boolean);

  function fill(question) {
    const values = given(question) || marked[question.index] || [];
    question.inputs.forEach((input) => {
      if (input.type === "text") input.value = values.length && values[0] !== "u" ? values[0] : "";
      else input.checked = values.includes(input.value);
    });
  }

  // Hands the marked choices to the engine; returns the key of a hint when they are no answer.
  function take(question) {
    const values = question.inputs.filter((input) => input.type !== "text" && input.checked).map((input) => input.value);
    if (values.includes("u")) engine.unsure(question.index);
    else if (question.kind === "number") {
      const code = engine.number(question.index, question.inputs[0].value);
      if (code) return "number_" + code;
    } else if (!values.length) return "missing";
    else if (question.kind === "multi") engine.choose_many(question.index, Uint32Array.from(values.filter((value) => value !== "n"), Number));
    else engine.choose(question.index, Number(values[0]));
    return "";
  }

  function hint(question, key) {
    byId("question-error").textContent = key ? say(key, question.node.dataset) : "";
    question.inputs.forEach((input) => { if (input.type === "text") input.setAttribute("aria-invalid", String(Boolean(key))); });
    if (key) question.inputs[0].focus();
  }

  // The address: answers stand in its # part; each answer is one step of the browser's own Back.
  const hash = () => location.hash.slice(1);
  const depth = () => (history.state && history.state.depth) || 0;
  const remember = () => questions.forEach((question) => { marked[question.index] = given(question) || marked[question.index]; });
  const forget = () => questions.forEach((question) => engine.clear(question.index));

  function record(step, edit) {
    const part = engine.fragment();
    const url = location.href.split("#")[0] + (part ? "#" + part : "");
    editing = edit;
    try { history[step ? "pushState" : "replaceState"]({ depth: depth() + step, edit: edit }, "", url); } catch (error) { location.hash = part; }
    seen = hash() + " " + edit;
  }

  function load() {
    const part = hash();
    editing = history.state && questions.some((question) => question.index === history.state.edit) ? history.state.edit : -1;
    seen = part + " " + editing;
    remember();
    forget();
    const found = part ? engine.restore(part) : 0;
    if (found & 1) byId("old-version").hidden = !(found & 6);
    return found;
  }

  function arrive() {
    const edit = history.state && history.state.edit >= 0 ? history.state.edit : -1;
    if (hash() + " " + edit === seen) return;
    load();
    show(true);
  }

  // The list
  function showItems() {
    const status = engine.items();
    const any = questions.some((question) => engine.answered(question.index));
    items.forEach((node) => {
      const item = Number(node.dataset.item);
      const why = node.querySelector(".why");
      node.dataset.status = ["no", "depends", "needed"][status[item]];
      node.hidden = status[item] === 0;
      if (!why) return;
      const reasons = pick(engine.reasons(item));
      if (status[item] === 2) why.textContent = reasons.length ? say("because", { answers: reasons.map(sentence).join(say("join")) }) : say("always");
      else why.textContent = say("depends", { questions: pick(engine.open(item)).map((question) => question.label).join(say("list_join")) });
      why.hidden = status[item] === 0 || (status[item] === 1 && !any);
    });
  }

  const status = (line) => line.node.dataset.status || "needed";
  const withStatus = (wanted) => lines.filter((line) => status(line) === wanted);
  const count = (some) => some.reduce((sum, line) => sum + line.count, 0);
  const names = (some) => some.map((line) => line.name).join(say("list_join"));

  function showSummary(asking) {
    const needed = count(withStatus("needed"));
    const depends = count(withStatus("depends"));
    const key = !depends ? "summary_exact" : asking ? "summary" : "summary_open";
    byId("summary").textContent = say(key, { needed: needed, depends: depends, total: needed + depends });
    listTitle.textContent = asking || depends ? served.list : say("list_done");
    const open = [];
    if (depends) open.push(say("unsure_lines", { depends: depends, names: names(withStatus("depends")) }));
    if (engine.stop_open()) open.push(say("unsure_stop"));
    byId("finished-title").textContent = say(open.length ? "finished_open" : "finished");
    byId("still-open").hidden = !open.length;
    byId("still-open-what").textContent = open.join(" ");
  }

  // What came and went, said a moment after the focus has moved, so that one does not drown the other.
  function announce(moved, stopped) {
    const now = lines.map(status);
    const changed = (test) => lines.filter((line, i) => before && before[i] !== now[i] && test(before[i], now[i]));
    const parts = [["sure", (old, is) => old === "depends" && is === "needed"], ["added", (old) => old === "no"], ["removed", (old, is) => is === "no"]]
      .map(([key, test]) => [key, changed(test)]).filter(([, some]) => some.length).map(([key, some]) => say(key, { names: names(some) }));
    const text = moved && !stopped && parts.length ? say("changes", { changes: parts.join(say("join")) }) : "";
    before = stopped ? null : now;
    clearTimeout(timer);
    byId("announce").textContent = "";
    if (text) timer = setTimeout(() => { byId("announce").textContent = text; }, 400);
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
    stopsTitle.textContent = certain ? say("stopped") : served.stops;
    if (certain) wizard.insertBefore(stops, byId("changes"));
    else list.parentNode.insertBefore(stops, list);
  }

  // While asking, the answers stand below the question; once it is over, the list comes first.
  function showAnswers(finished) {
    const rows = byId("answer-rows");
    rows.textContent = "";
    questions.filter((question) => engine.answered(question.index)).forEach((question) => {
      const row = document.importNode(byId("answer-row").content, true);
      const unused = engine.stop() >= 0 || engine.relevant(question.index) ? "" : "（" + say("not_used") + "）";
      const button = row.querySelector("button");
      row.querySelector(".answer-text").textContent = sentence(question) + unused;
      button.value = String(question.index);
      button.setAttribute("aria-label", say("change_label", { question: question.label }));
      rows.appendChild(row);
    });
    const answers = byId("answers");
    answers.hidden = !rows.firstChild;
    if (finished) list.parentNode.insertBefore(answers, list.nextSibling);
    else wizard.appendChild(answers);
  }

  function showQuestion(question) {
    questions.forEach((other) => { other.node.hidden = other !== question; });
    if (!question) return;
    const done = questions.filter((other) => engine.answered(other.index) && engine.relevant(other.index)).length;
    const more = engine.remaining() - 1;
    byId("progress").textContent = editing >= 0 ? say("changing") : say(more > 0 ? "progress" : "progress_last", { n: done + 1, more: more });
    byId("next").textContent = say(editing >= 0 ? "changed" : "next");
    fill(question);
    hint(question, "");
  }

  // Everything on the page follows from the engine's answers; nothing is remembered in the DOM.
  function show(moved) {
    const stop = engine.stop();
    const question = pick([editing >= 0 ? editing : engine.next()])[0];
    const state = question ? "asking" : stop >= 0 ? "stopped" : "finished";
    const fresh = !questions.some((other) => engine.answered(other.index));
    wizard.dataset.state = state;
    form.hidden = state !== "asking";
    byId("wizard-intro").hidden = !fresh;
    byId("finished").hidden = state !== "finished";
    byId("changes").hidden = list.hidden = stop >= 0;
    all(".list-intro", list).forEach((node) => { node.hidden = true; });
    showQuestion(question);
    showItems();
    showStops(stop);
    showSummary(state === "asking");
    showAnswers(state === "finished");
    announce(moved, stop >= 0);
    all("[data-do=back]").forEach((button) => {
      button.hidden = form.contains(button) ? fresh && editing < 0 : state === "asking";
      button.textContent = say(editing >= 0 ? "keep" : "back");
    });
    const shown = (name, test) => all("[data-do=" + name + "]").forEach((button) => { button.hidden = !test; });
    shown("show-list", state === "asking");
    shown("show-answers", state === "finished");
    // WeChat has no way to print; copying needs a secure page.
    shown("print", state === "finished" && window.print && !/MicroMessenger/.test(navigator.userAgent));
    shown("copy", state === "finished" && navigator.clipboard);
    byId("copied").textContent = "";
    wizard.hidden = false;
    if (moved) {
      byId("restored").hidden = true;
      if (question) bring(question.node.querySelector("legend"), form);
      else if (stop >= 0 && stops) bring(stopsTitle, stops);
      else bring(byId("finished-title"), byId("finished"));
    }
  }

  // Focus follows the step; the page scrolls only when the new step is out of sight.
  function bring(node, box) {
    node.focus({ preventScroll: true });
    const hidden = box.getBoundingClientRect().top < 0 || node.getBoundingClientRect().top > window.innerHeight * 0.6;
    if (hidden) box.scrollIntoView();
  }

  const actions = {
    change(button) {
      record(1, Number(button.value));
      show(true);
    },
    back() {
      if (depth() > 0) return history.back();
      // Opened from a link with answers: there is no step behind this one, so take back the last answer.
      const last = questions.filter((question) => engine.answered(question.index)).pop();
      if (!last) return;
      remember();
      engine.clear(last.index);
      record(0, -1);
      show(true);
    },
    restart() {
      marked = {};
      forget();
      byId("old-version").hidden = true;
      record(1, -1);
      show(true);
    },
    "show-list"() { bring(listTitle, list); },
    "show-answers"() { bring(byId("answers-title"), byId("answers")); },
    print() { window.print(); },
    copy() {
      const done = (key) => () => { byId("copied").textContent = say(key); };
      navigator.clipboard.writeText(location.href).then(done("copied"), done("copy_failed"));
    },
  };

  function onSubmit(event) {
    event.preventDefault();
    const question = questions.find((other) => !other.node.hidden);
    const problem = take(question);
    hint(question, problem);
    if (problem) return;
    remember();
    record(1, -1);
    show(true);
  }

  // 不清楚 and "none of these" exclude every other choice of a question.
  function onInput(event) {
    const input = event.target;
    const question = questions.find((other) => other.inputs.includes(input));
    if (!question) return;
    const alone = /^[un]$/.test(input.value) && input.type !== "text";
    if (question.kind !== "choice" && (input.type === "text" || input.checked)) {
      question.inputs.forEach((other) => {
        if (other === input) return;
        if (other.type === "text") other.value = alone ? "" : other.value;
        else if (alone || /^[un]$/.test(other.value)) other.checked = false;
      });
    }
    hint(question, "");
  }

  function onClick(event) {
    const button = event.target.closest("[data-do]");
    if (button) return actions[button.dataset.do](button);
    // Jumps inside the page must not take the answers out of the address.
    const link = event.target.closest('a[href^="#"]');
    const target = link && byId(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  function giveUp() {
    wizard.hidden = byId("answers").hidden = true;
    list.hidden = false;
    listTitle.textContent = served.list;
    all(".list-intro", list).forEach((node) => { node.hidden = false; });
    items.forEach((node) => {
      node.hidden = false;
      node.removeAttribute("data-status");
      all(".why", node).forEach((why) => { why.hidden = true; });
    });
    if (!stops) return;
    list.parentNode.insertBefore(stops, list);
    stops.hidden = false;
    stopsTitle.textContent = served.stops;
    all("[data-stop]", stops).forEach((node) => { node.hidden = false; });
  }

  let broken = false;
  const guarded = (run) => (event) => {
    if (broken) return;
    try { run(event); } catch (error) { broken = true; giveUp(); }
  };

  // Loading: bytes first, then the engine; never streaming (wrong MIME types, faulty WebViews).
  const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const initialise = (bytes) => wasm_bindgen({ module_or_path: bytes });
  const fetched = () => fetch(wizard.dataset.wasm).then((response) => (response.ok ? response.arrayBuffer() : Promise.reject())).then(initialise);
  const inlined = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = wizard.dataset.inline;
    script.onload = () => resolve(self.onetripWasm);
    script.onerror = reject;
    document.head.appendChild(script);
  }).then(decode).then(initialise);

  function start() {
    engine = wasm_bindgen.Wizard.open(decode(wizard.dataset.rules));
    if (!engine) return;
    const found = load();
    byId("restored").hidden = !(found & 1) || Boolean(found & 6);
    guarded(() => show(false))();
    if (broken) return;
    form.addEventListener("submit", guarded(onSubmit));
    form.addEventListener("input", guarded(onInput));
    form.addEventListener("change", guarded(onInput));
    document.addEventListener("click", guarded(onClick));
    window.addEventListener("popstate", guarded(arrive));
    window.addEventListener("hashchange", guarded(arrive));
  }

  (location.protocol === "file:" ? inlined() : fetched().catch(inlined)).then(start).catch(() => {});
})();
