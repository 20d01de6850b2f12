// Unpacks what another hand has packed: zlib, in all its ways, from a fixed sequence of random inputs. The page around is a stand-in.
"use strict";
const fs = require("fs");
const zlib = require("zlib");
const vm = require("vm");

const dist = process.argv[2];
const script = fs.readFileSync(dist + "/unpack.js", "utf8");
let seed = 20261127;
const random = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * below);
};

// Five letters for four bytes, by big numbers: another way than the generator's.
function lettered(packed) {
  const alphabet = Array.from({ length: 86 }, (_, one) => String.fromCharCode(36 + one)).filter((letter) => letter !== "<").join("");
  let text = "";
  for (let at = 0; at < packed.length; at += 4) {
    let four = BigInt("0x" + Buffer.concat([packed.subarray(at, at + 4), Buffer.alloc(4)]).subarray(0, 4).toString("hex"));
    let digits = "";
    for (let one = 0; one < 5; one += 1, four /= 85n) digits = alphabet[Number(four % 85n)] + digits;
    text += digits;
  }
  return text;
}

function unpacked(packed) {
  const parts = { "packed-page": zlib.deflateRawSync(JSON.stringify({ hidden: ["<p>一</p>"], scripts: ["x"] })), "packed-engine": packed };
  const place = {};
  const ran = [];
  const document = {
    getElementById: (id) => ({ textContent: lettered(parts[id]) }),
    querySelectorAll: () => [place],
    createElement: () => ({}),
    body: { appendChild: ({ textContent }) => ran.push(textContent) },
    documentElement: { classList: { remove: (name) => ran.push("no " + name) } },
  };
  const page = { document, TextDecoder };
  page.self = page;
  vm.runInNewContext(script, page);
  if (place.outerHTML !== "<p>一</p>" || ran.join() !== "x") throw new Error("the page is not put back: " + ran);
  return page.onetripEngine.engine;
}

async function run() {
  let count = 0;
  for (const letters of [2, 16, 256]) {
    for (const level of [0, 1, 6, 9]) {
      for (const strategy of [zlib.constants.Z_DEFAULT_STRATEGY, zlib.constants.Z_HUFFMAN_ONLY, zlib.constants.Z_FIXED]) {
        for (const most of [0, 1, 50, 3000, 70000]) {
          const bytes = Buffer.from(Array.from({ length: most ? random(most) + 1 : 0 }, () => random(letters)));
          const whole = random(2) ? Buffer.concat([bytes, bytes, bytes]) : bytes;
          const got = Buffer.from(await unpacked(zlib.deflateRawSync(whole, { level, strategy })));
          if (!got.equals(whole)) throw new Error([letters, level, strategy, whole.length].join(" "));
          count += 1;
        }
      }
    }
  }
  const engine = fs.readFileSync(dist + "/wizard.wasm");
  if (!Buffer.from(await unpacked(zlib.deflateRawSync(engine, { level: 9 }))).equals(engine)) throw new Error("the engine");
  console.log(count + 1);
}
run().catch((fault) => { console.error(fault); process.exit(1); });
