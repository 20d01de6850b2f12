/* Draws the code on the printed slip. It follows wasm-bindgen's glue, which defines `onetrip_slip`. */
(function () {
  "use strict";

  const SPACE = "http://www.w3.org/2000/svg";
  const QUIET = 4; // modules of white around the code, as the standard asks for
  let ready = null;

  // A row's dark modules, run by run, as one path.
  function path(modules, side) {
    let steps = "";
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        let end = x;
        while (end < side && modules[1 + y * side + end]) end++;
        if (end > x) steps += "M" + (x + QUIET) + " " + (y + QUIET) + "h" + (end - x) + "v1H" + (x + QUIET) + "z";
        x = Math.max(x, end);
      }
    }
    return steps;
  }

  function make(name, attributes, within) {
    const node = document.createElementNS(SPACE, name);
    Object.keys(attributes).forEach((key) => node.setAttribute(key, attributes[key]));
    if (within) within.appendChild(node);
    return node;
  }

  function draw(text) {
    const modules = onetrip_slip.modules(text);
    const side = modules[0];
    if (!side) return null;
    const all = side + 2 * QUIET;
    const picture = make("svg", { viewBox: "0 0 " + all + " " + all, "shape-rendering": "crispEdges", "aria-hidden": "true" });
    make("path", { fill: "#fff", d: "M0 0h" + all + "v" + all + "H0z" }, picture);
    make("path", { fill: "#000", d: path(modules, side) }, picture);
    return picture;
  }

  // A picture of the text, or null when it is too long for a code.
  self.onetrip.code = function (text, files) {
    ready = ready || self.onetrip.load(onetrip_slip, files.slipWasm, files.slipInline, "onetripSlip");
    return ready.then(() => draw(text));
  };
})();
