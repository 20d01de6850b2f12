// A page without a page: the glue of built scripts, loaded as a browser would.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

// Where the glue ends and our own scripts begin; those need a document, and browsers test them.
const END = /\}\)\(\{ ?__proto__: ?null ?\}\);/;

class Page {
  constructor(dist) {
    this.dist = dist;
    this.inside = { TextDecoder, TextEncoder, URL, WebAssembly };
    vm.createContext(this.inside);
  }

  run(script) {
    return vm.runInContext(script, this.inside);
  }

  // Defines `global` as the script NAME.js does; gives the module's bytes to `bytes`.
  add(name, global) {
    const script = fs.readFileSync(path.join(this.dist, name + ".js"), "utf8");
    new vm.Script(script); // all of it can be parsed
    const end = END.exec(script);
    this.run(script.slice(0, end.index + end[0].length));
    this.inside.bytes = fs.readFileSync(path.join(this.dist, name + ".wasm"));
    return this.run(global);
  }

  // At once, as from file://.
  load(name, global) {
    this.add(name, global);
    this.run(global + ".initSync({ module: bytes })");
    return this.run(global);
  }
}

module.exports = { Page, input: () => JSON.parse(fs.readFileSync(0, "utf8")) };
