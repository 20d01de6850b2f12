/* The window's mode: a worker goes through the questions by keyboard alone. On with ?window in the address (the computer
   at the window then remembers it) or with a digit pressed inside a question; off with Esc. */
(function () {
  "use strict";

  const { byId, stored } = self.onetrip;

  // `current` gives the question that stands there, `actions` are those of the page's buttons.
  self.onetrip.keys = function (form, current, actions) {
    const wizard = byId("wizard");
    const keys = byId("keys");
    const isOn = () => wizard.classList.contains("wizard--keys");
    function windowMode(on) {
      wizard.classList.toggle("wizard--keys", on);
      keys.hidden = !on;
    }
    const press = {
      Escape() {
        windowMode(false);
        stored("onetrip.window", null);
      },
      Enter(target) {
        if (form.hidden || target.closest("a, button, summary, input")) return false;
        byId("next").click();
        return true;
      },
      ArrowLeft: () => actions.back(),
      Backspace: () => actions.back(),
      p: () => self.onetrip.print(),
      n: () => actions.restart(),
      "?": () => unsure(current()),
    };
    function unsure(question) {
      const input = question && question.inputs.find((other) => other.value === "u" && other.type !== "text");
      if (!input) return false;
      input.focus();
      if (!input.checked) input.click();
      return true;
    }
    function digit(key) {
      const question = current();
      if (question.kind === "number") {
        question.inputs[0].focus();
        question.inputs[0].select();
        return false; // the field takes the digit, in place of what stood there
      }
      if (key === "0") return unsure(question);
      const input = question.inputs[Number(key) - 1];
      if (!input) return false;
      input.focus();
      input.click();
      return true;
    }
    function onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target;
      const typed = target.type === "text" || target.type === "date" || target.tagName === "TEXTAREA";
      const key = event.key === "？" ? "?" : event.key.length === 1 ? event.key.toLowerCase() : event.key;
      let run = null;
      if (/^[0-9]$/.test(key) && !typed && !form.hidden && (isOn() || form.contains(target))) {
        windowMode(true);
        run = () => digit(key);
      } else if (isOn() && press[key] && (!typed || key === "Escape" || key === "?" || (!target.value && key === "Backspace"))) run = () => press[key](target);
      if (run && run() !== false) event.preventDefault();
    }
    return {
      press: onKey,
      start() {
        if (/[?&]window\b/.test(location.search)) stored("onetrip.window", "1");
        if (/[?&]window\b/.test(location.search) || stored("onetrip.window")) windowMode(true);
      },
    };
  };
})();
