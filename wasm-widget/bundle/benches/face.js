// Measures the built wizard, trip and slip in node, each call from JavaScript and back.
"use strict";
const { Page, input } = require("../tests/page.js");

const { dist, rules, matters } = input();
const load = (name, global) => new Page(dist).load(name, global);

function report(name, run, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    run(round);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor(times.length * part)].toFixed(1).padStart(9);
  console.log(name.padEnd(40), "median", at(0.5), "µs   99 %", at(0.99), "µs");
}

const wizard = load("wizard", "wasm_bindgen").Wizard.open(Uint8Array.from(rules));
const lines = wizard.items().length;
for (const given of [0, 5, 10, 15, 19]) {
  const answer = (question, which) => {
    if (question % 4 === 1) wizard.number(question, String(55 + which));
    else if (question % 4 === 2) wizard.choose_many(question, Uint32Array.of(which));
    else wizard.choose(question, which);
  };
  for (let question = 0; question < 20; question++) (question < given ? answer(question, 0) : wizard.clear(question));
  console.log(given + " answers given:");
  report("  an answer: statuses, reasons, next", (round) => {
    answer(given, round % 2);
    wizard.items();
    for (let line = 0; line < lines; line++) wizard.reasons(line);
    wizard.next();
    wizard.stop();
  }, 2000);
  report("  open questions of all lines", () => { for (let line = 0; line < lines; line++) wizard.open(line); }, 2000);
}

const trip = load("trip", "wasm_bindgen").Trip.open();
matters.forEach((matter, code) => trip.add(code, Uint8Array.from(matter.rules), Uint8Array.from(matter.lines)));
console.log(matters.length + " matters:");
report("  merged", () => trip.merged(), 1000);
report("  a shared answer, questions, merged", (round) => {
  trip.choose(0, 0, round % 2);
  trip.questions();
  trip.next();
  trip.merged();
}, 1000);
const fragment = trip.fragment();
report("  restore a fragment", () => trip.restore(fragment), 1000);

const slip = load("slip", "onetrip_slip");
report("a code for 100 characters", () => slip.modules("x".repeat(100)), 50);
report("a code for 600 characters", () => slip.modules("x".repeat(600)), 50);
report("a code for 2,331 characters", () => slip.modules("x".repeat(2331)), 50);
