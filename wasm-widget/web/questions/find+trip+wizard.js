/* Questions one at a time, the answers given so far, and the address that keeps both.
   `engine` knows questions by the number in data-question. `page` says what follows from the answers:
   state(question, editing), show(state, moved), target(state), actions, giveUp() for when anything fails, prepare(part), if
   another address may need what is not there yet, and `door`, the button behind which the questions are, if there is more to
   see on the page. Questions that join the form later are known after gather().
   Which screen is seen stands at the root, for the style sheet: data-screen is the state, or nothing while the door is shut. */
(function () {
  "use strict";

  const { byId, all, put, move, tell, teller, bring, keys, link, civil } = self.onetrip;
  const say = teller("wizard_");

  self.onetrip.questions = function (engine, page) {
    const wizard = byId("wizard");
    const form = byId("questions");
    let questions = [];
    function gather() {
      questions = all("[data-question]", form).map((node) => ({
        node: node, index: Number(node.dataset.question), kind: node.dataset.kind, label: node.dataset.label, inputs: all("input", node),
      }));
    }

    const current = () => questions.find((question) => !question.node.hidden); // the one that stands there

    const root = document.documentElement;
    const door = page.door;
    let asking = !door; // whether the door is open
    let editing = -1; // the question that is open through 改, else -1 (or what the page means by other numbers below 0)
    let seen = ""; // the address that the page shows: popstate and hashchange both report one step back
    let shown = ""; // its # part
    let step = 0; // its depth
    let marked = {}; // the choices of every question as last given, so that going back loses nothing
    let broken = false;
    let started = false;
    let day; // of the visit

    // Answers: an array of input values; "u" is 不清楚, "n" is none of these.
    function given(question) {
      const state = engine.answered(question.index);
      if (state === 0) return null;
      if (state === 2) return ["u"];
      // A number comes in steps of its last decimal, with few enough figures that the quotient is written as it was typed.
      const values = Array.from(engine.answer(question.index), (value) => String(value / 10 ** (question.node.dataset.decimals || 0)));
      return values.length ? values : ["n"];
    }

    // An option in quotation marks cannot be taken for two.
    function describe(question, quoted) {
      const values = given(question);
      const unit = question.node.dataset.unit;
      if (question.kind === "date" && values[0] !== "u") return tell("keep_date_year", civil(values[0]));
      if (question.kind === "number" && values[0] !== "u") return unit ? say("number", { n: values[0], unit: unit }) : values[0];
      return question.inputs.filter((input) => values.includes(input.value) && input.type !== "text")
        .map((input) => input.parentNode.querySelector(".choice-text").textContent)
        .map((text) => (quoted ? tell("cond_quote", { text: text }) : text)).join(tell("listing"));
    }

    const sentence = (question) => tell("cond_answer", { question: question.label, answer: describe(question) });
    const reason = (question) => say("reason", { question: question.label, answer: describe(question, true) });
    const pick = (indexes) => Array.from(indexes, (index) => questions.find((question) => question.index === index)).filter(Boolean);
    const answered = () => questions.filter((question) => engine.answered(question.index));
    const relevant = (some) => some.filter((question) => engine.relevant(question.index));

    function fill(question) {
      const values = given(question) || marked[question.index] || [];
      const known = values.length && values[0] !== "u";
      const { y, m, d } = known && question.kind === "date" ? civil(values[0]) : {};
      question.inputs.forEach((input, i) => {
        if (input.type === "text") input.value = known ? [y || values[0], m, d][i] : "";
        else input.checked = values.includes(input.value);
      });
    }

    // Hands the marked choices to the engine; returns the key of a hint when they are no answer.
    function take(question) {
      const values = question.inputs.filter((input) => input.type !== "text" && input.checked).map((input) => input.value);
      if (values.includes("u")) engine.unsure(question.index);
      else if (/^(number|date)$/.test(question.kind)) {
        // What is pasted into the first field of a date may be the whole of it.
        const text = question.inputs.filter((input) => input.type === "text").map((input) => input.value).join(" ");
        const code = engine.number(question.index, text);
        if (code) return question.kind + "_" + (code === 1 && question.node.dataset.decimals > 0 ? "point" : code);
      } else if (!values.length) return "missing";
      else if (question.kind === "multi") engine.choose_many(question.index, Uint32Array.from(values.filter((value) => value !== "n"), Number));
      else engine.choose(question.index, Number(values[0]));
      return "";
    }

    // What is amiss stands between the question and its choices, where the finger is.
    function hint(question, key) {
      const error = byId("question-error");
      const { node, inputs } = question;
      if (key) {
        move(error, node, node.querySelector("legend").nextSibling);
        node.setAttribute("aria-describedby", error.id);
      } else node.removeAttribute("aria-describedby");
      put(error, key ? say(key, node.dataset) : "");
      inputs.forEach((input) => { if (input.type === "text") input.setAttribute("aria-invalid", String(Boolean(key))); });
      if (!key) return;
      inputs[0].focus();
      error.scrollIntoView({ block: "nearest" });
    }

    // The address: answers stand in its # part; each answer is one step of the browser's own Back.
    const hash = () => location.hash.slice(1);
    const depth = () => (history.state && history.state.depth) || 0;
    const opened = () => !door || Boolean(history.state && history.state.asking);
    const room = () => (history.state && typeof history.state.edit === "number" ? history.state.edit : -1);
    const remember = () => questions.forEach((question) => { marked[question.index] = given(question) || marked[question.index]; });
    const forget = () => questions.forEach((question) => engine.clear(question.index));

    const notices = ["answers-lost", "link-cut", "not-found"];
    const note = () => {
      shown = hash();
      step = depth();
      seen = [shown, editing, asking].join(" ");
    };
    const address = () => [hash(), room(), opened()].join(" ");

    // The address of this step, as one more step of the way or in the place of the last one.
    function write(way, part, deep) {
      const url = location.href.split("#")[0] + (part ? "#" + part : "");
      try { history[way]({ depth: deep, edit: editing, asking: asking }, "", url); } catch (error) { location.hash = part; }
      note();
    }

    function record(steps, edit) {
      asking = true;
      notices.forEach((id) => { if (byId(id)) byId(id).hidden = true; });
      editing = edit;
      write(steps ? "pushState" : "replaceState", engine.fragment(), depth() + steps);
    }

    function load() {
      const part = hash();
      editing = room() < 0 || questions.some((question) => question.index === room()) ? room() : -1;
      asking = opened();
      note();
      remember();
      forget();
      const found = engine.restore(part);
      if (found & 1) byId("old-version").hidden = !(found & 6);
      byId("answers-lost").hidden = (found & 13) !== 4 || !part.includes("-");
      byId("link-cut").hidden = !(found & 8);
      return found;
    }

    // A step of ours knows its depth. What else is no answer is a place of this page, or nothing: the answers stay.
    const strange = (part) => Boolean(part) && !(history.state && "depth" in history.state) && !engine.reads(part);

    // What the address names may have to be fetched first; meanwhile it may have changed again.
    function arrive() {
      const part = hash();
      if (address() === seen) return;
      if (strange(part)) return write("replaceState", shown, step + 1);
      const go = guarded(() => {
        if (hash() !== part || address() === seen) return;
        load();
        show(true);
      });
      const ready = page.prepare && page.prepare(part);
      if (ready) ready.then(go);
      else go();
    }

    // While asking, the answers stand below the question; once it is over, the list comes first.
    function showAnswers(state, said, used) {
      const rows = byId("answer-rows");
      while (rows.children.length > said.length) rows.lastElementChild.remove();
      said.forEach((question, i) => {
        const row = rows.children[i] || rows.appendChild(document.importNode(byId("answer-row").content, true).firstElementChild);
        const counts = state === "stopped" || used.includes(question);
        const button = row.querySelector("button");
        put(row.querySelector(".answer-text"), counts ? sentence(question) : say("aside", { answer: sentence(question), text: say("not_used") }));
        button.value = String(question.index);
        button.setAttribute("aria-label", say("change_label", { question: question.label }));
      });
      const answers = byId("answers");
      const after = byId("keep") || byId("list");
      answers.hidden = !said.length || state === "choosing";
      if (state !== "finished") move(answers, wizard, null);
      else if (after.nextSibling !== answers) after.parentNode.insertBefore(answers, after.nextSibling);
    }

    function showQuestion(question, used) {
      questions.forEach((other) => { other.node.hidden = other !== question; });
      if (!question) return;
      const done = used.filter((other) => other !== question).length;
      const more = engine.remaining() - 1;
      const way = byId("way");
      way.max = done + 1 + more;
      way.value = done;
      way.hidden = editing >= 0;
      put(byId("progress"), editing >= 0 ? say("changing") : say(more > 0 ? "progress" : "progress_last", { n: done + 1, more: more }));
      put(byId("next"), editing >= 0 ? say("changed") : tell("next"));
      fill(question);
      hint(question, "");
    }

    // Everything on the page follows from the engine's answers; nothing is remembered in the DOM.
    function show(moved) {
      const question = pick([editing >= 0 ? editing : engine.next()])[0];
      const state = page.state(question, editing);
      const said = answered();
      const used = relevant(said);
      const fresh = !said.length;
      wizard.dataset.state = state;
      const shut = state === "asking" && !asking;
      if (shut) delete root.dataset.screen;
      else root.dataset.screen = state;
      form.hidden = state !== "asking";
      byId("wizard-intro").hidden = !fresh;
      byId("finished").hidden = state !== "finished";
      showQuestion(state === "asking" && question, used);
      page.show(state, moved);
      showAnswers(state, said, used);
      all("[data-do=back]").forEach((button) => {
        button.hidden = form.contains(button) ? depth() === 0 && fresh && editing < 0 : state === "asking";
        put(button, editing >= 0 ? say("keep") : tell("back"));
      });
      const shown = (name, test) => all("[data-do=" + name + "]").forEach((button) => { button.hidden = !test; });
      shown("show-list", state === "asking");
      put(byId("said"), state === "finished" ? used.map(sentence).join(tell("semicolon")) : "");
      byId("said-all").hidden = state !== "finished" || fresh;
      wizard.hidden = shut;
      if (door) put(door, say(fresh ? "door" : "door_again"));
      if (!moved) return;
      byId("restored").hidden = true;
      if (shut) return door.focus({ preventScroll: true });
      if (state === "asking") bring(question.node.querySelector("legend"), form);
      else bring(...page.target(state), state === "finished");
    }

    const actions = Object.assign({
      change(button) {
        record(1, Number(button.value));
        show(true);
      },
      back() {
        if (depth() > 0) return history.back();
        // Opened from a link with answers: there is no step behind this one, so take back the last answer.
        const last = answered().pop();
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
        // At the window that is the next person.
        if (wizard.classList.contains("wizard--keys")) self.onetrip.keep.nextPerson();
        record(1, -1);
        show(true);
      },
      ask() {
        record(1, -1);
        show(true);
      },
      // Where it does not stand beside the question, it stands on the page behind it.
      "show-list"() {
        if (door && !byId("list").getClientRects().length) {
          asking = false;
          write("pushState", engine.fragment(), depth() + 1);
          show(false);
        }
        bring(byId("list-title"), byId("list"));
      },
      "show-answers"() { bring(byId("answers-title"), byId("answers")); },
    }, page.actions);

    function onSubmit(event) {
      event.preventDefault();
      const question = current();
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
      if (button) {
        event.preventDefault();
        return actions[button.dataset.do](button);
      }
      // Jumps inside the page must not take the answers out of the address.
      const way = event.target.closest('a[href^="#"]');
      if (!way) return;
      event.preventDefault();
      const target = link.target(way);
      if (!target) return;
      for (let box = target.closest("details"); box; box = box.parentNode.closest("details")) box.open = true;
      target.focus({ preventScroll: true });
      target.scrollIntoView();
    }

    // What follows from the same answers on a later day, and from when on: that it can be done then is worth knowing however late it
    // is, that something else is to be brought only to who may well come then.
    const FAR = [Infinity, 366, 60];
    let differs = false;
    function later([first, , , change], words) {
      if (!first || first - day > FAR[change]) return "";
      differs = differs || change === 2;
      const values = { date: tell("keep_date_year", civil(first)), turn: words };
      const when = say(words ? "turn" : "turn_rule", values);
      return say(["turn_start", "turn_end", "turn_change"][change], { date: values.date, when: when });
    }
    function showLater(sentences) {
      const box = byId("turn");
      const add = (tag) => (sentence) => { box.appendChild(document.createElement(tag)).textContent = sentence; };
      box.textContent = "";
      sentences.filter(Boolean).forEach(add("p"));
      // What is to be done about it on the screen is not for paper.
      if (differs) add("small")(say("turn_how"));
      differs = false;
      box.hidden = !box.firstChild;
    }

    const keyboard = keys(form, current, actions);

    const guarded = (run) => (event) => {
      if (broken) return;
      try { run(event); } catch (error) {
        broken = true;
        wizard.hidden = byId("answers").hidden = true;
        delete wizard.dataset.state;
        delete root.dataset.screen;
        page.giveUp();
      }
    };

    const controller = {
      later: later, showLater: showLater, pick: pick, sentence: sentence, reason: reason, record: record, show: show, wizard: wizard, form: form, gather: gather,
      sentences: () => relevant(answered()).map(sentence),
      answered: () => answered().length > 0,
      // On which day one comes: what follows from dates follows it.
      visit(wanted) {
        if (day === wanted) return;
        day = wanted;
        engine.visit(day);
        if (started) show(false);
      },
      start(knocked) {
        started = true;
        gather();
        const found = load();
        // So that Back finds the start again, whatever its address says.
        if (strange(shown)) write("replaceState", shown, 0);
        byId("restored").hidden = !(found & 1) || Boolean(found & 14);
        keyboard.start();
        // Who comes with answers has been through the door, who is to be told what became of them too, and who works at the window need not.
        if (found & 1 || notices.some((id) => byId(id) && !byId(id).hidden) || wizard.classList.contains("wizard--keys")) asking = true;
        if (asking !== opened()) write("replaceState", shown, depth());
        guarded(() => show(false))();
        if (broken) return;
        // So has who knocked before anybody could answer.
        if (!asking && knocked) guarded(actions.ask)();
        form.addEventListener("submit", guarded(onSubmit));
        form.addEventListener("input", guarded(onInput));
        form.addEventListener("change", guarded(onInput));
        document.addEventListener("click", guarded(onClick));
        document.addEventListener("keydown", guarded(keyboard.press));
        window.addEventListener("popstate", guarded(arrive));
        window.addEventListener("hashchange", guarded(arrive));
      },
    };
    return controller;
  };
})();
