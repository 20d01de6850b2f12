/* A matter's page in one file (`onetrip build --single-file`): what only scripts need lies packed in two elements, since a file that is
   sent in a chat has to be small. Puts the hidden parts of the page back into their places, has the engine ready, and runs the scripts
   in their order. Where that fails the page is what it is without a script: whole. */
(function () {
  "use strict";

  // Lengths and distances are told by a symbol, the first of a span, and some bits behind it: RFC 1951, 3.2.5.
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const spans = (first, extra) => extra.map((bits) => {
    const span = [first, bits];
    first += 1 << bits;
    return span;
  });
  const steps = (each, from, to) => Array.from({ length: each * (to + 1) }, (_, at) => Math.max(0, Math.floor(at / each) - from));
  const LENGTHS = spans(3, steps(4, 1, 6)).slice(0, 28).concat([[258, 0]]);
  const DISTANCES = spans(1, steps(2, 1, 14));

  function inflate(data) {
    const out = [];
    let at = 0;
    let held = 0;
    let count = 0;
    const bits = (n) => {
      for (; count < n; count += 8) held |= data[at++] << count;
      const value = held & ((1 << n) - 1);
      held >>>= n;
      count -= n;
      return value;
    };
    // How many codes there are of each length, and the symbols in the order of their codes.
    const table = (lengths) => {
      const counts = new Array(16).fill(0);
      lengths.forEach((length) => { counts[length] += 1; });
      counts[0] = 0;
      const symbols = [];
      for (let length = 1; length < 16; length++) lengths.forEach((one, symbol) => { if (one === length) symbols.push(symbol); });
      return { counts: counts, symbols: symbols };
    };
    const symbol = (codes) => {
      let code = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length < 16; length++) {
        code = code << 1 | bits(1);
        const here = codes.counts[length];
        if (code - first < here) return codes.symbols[index + code - first];
        index += here;
        first = first + here << 1;
      }
      throw new Error("not packed as it should be");
    };
    const told = () => {
      const [literals, distances, given] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
      const lengths = new Array(19).fill(0);
      for (let one = 0; one < given; one++) lengths[ORDER[one]] = bits(3);
      const codes = table(lengths);
      const all = [];
      while (all.length < literals + distances) {
        const next = symbol(codes);
        const [value, times] = next < 16 ? [next, 1] : next === 16 ? [all[all.length - 1], 3 + bits(2)] : [0, next === 17 ? 3 + bits(3) : 11 + bits(7)];
        for (let time = 0; time < times; time++) all.push(value);
      }
      return [table(all.slice(0, literals)), table(all.slice(literals))];
    };
    const fixed = () => [table(Array.from({ length: 288 }, (_, one) => (one < 144 ? 8 : one < 256 ? 9 : one < 280 ? 7 : 8))), table(new Array(30).fill(5))];
    for (let last = 0; !last;) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) {
        held = count = 0;
        const length = data[at] | data[at + 1] << 8;
        at += 4;
        for (let one = 0; one < length; one++) out.push(data[at++]);
        continue;
      }
      const [literals, distances] = kind === 1 ? fixed() : told();
      for (let next = symbol(literals); next !== 256; next = symbol(literals)) {
        if (next < 256) {
          out.push(next);
          continue;
        }
        const [length, more] = LENGTHS[next - 257];
        const end = out.length + length + bits(more);
        const [distance, further] = DISTANCES[symbol(distances)];
        const back = distance + bits(further);
        while (out.length < end) out.push(out[out.length - back]);
      }
    }
    return Uint8Array.from(out);
  }

  // Four bytes are five letters, digits to the base of 85: those from $ to y without <, which a page would take for a tag (single/page.rs).
  function bytes(text) {
    const out = [];
    for (let at = 0; at < text.length; at += 5) {
      let four = 0;
      for (let one = at; one < at + 5; one++) {
        const letter = text.charCodeAt(one);
        four = four * 85 + letter - (letter > 60 ? 37 : 36);
      }
      out.push(four / 0x1000000 & 255, four / 0x10000 & 255, four / 0x100 & 255, four & 255);
    }
    return out;
  }

  const unpacked = (id) => inflate(bytes(document.getElementById(id).textContent));
  try {
    const page = JSON.parse(new TextDecoder().decode(unpacked("packed-page")));
    const places = Array.from(document.querySelectorAll("template[data-packed]"));
    places.forEach((place, at) => { place.outerHTML = page.hidden[at]; });
    self.onetripEngine = { wasm: "", engine: Promise.resolve(unpacked("packed-engine").buffer) };
    page.scripts.forEach((text) => {
      const script = document.createElement("script");
      script.textContent = text;
      document.body.appendChild(script);
    });
  } catch (error) {
    document.documentElement.classList.remove("script");
    throw error;
  }
})();
