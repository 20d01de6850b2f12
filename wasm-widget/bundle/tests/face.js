// Runs the built widget as a page would, without a page: standard input says what to call, standard output what came back.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const { dist, rules, calls } = JSON.parse(fs.readFileSync(0, "utf8"));
const page = { TextDecoder, TextEncoder, URL, WebAssembly, console, document: { currentScript: null, getElementById: () => null } };
vm.createContext(page);
vm.runInContext(fs.readFileSync(path.join(dist, "wizard.js"), "utf8"), page);

const plain = (value) => (ArrayBuffer.isView(value) ? Array.from(value) : value === undefined ? null : value);

page.bytes = fs.readFileSync(path.join(dist, "wizard.wasm"));
page.rules = Uint8Array.from(rules);
vm.runInContext("Promise.resolve(wasm_bindgen({ module_or_path: bytes })).then(() => wasm_bindgen.Wizard)", page).then((Wizard) => {
  const refused = [new Uint8Array(0), page.rules.slice(1), page.rules.map((byte, i) => byte ^ (i === 9 ? 1 : 0))].map((bytes) => plain(Wizard.open(bytes)));
  const wizard = Wizard.open(page.rules);
  const results = calls.map(([name, ...values]) => plain(wizard[name](...values)));
  wizard.free();
  process.stdout.write(JSON.stringify({ refused, results }));
});
