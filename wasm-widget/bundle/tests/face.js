// Runs a built face as a page would, without a page: standard input says what to call, standard output what came back.
"use strict";
const { Page, input } = require("./page.js");

const { dist, faces, open, calls } = input();
const page = new Page(dist);

const plain = (value) => (ArrayBuffer.isView(value) ? Array.from(value) : value === undefined ? null : value);
const real = (value) => (value && value.bytes ? Uint8Array.from(value.bytes) : value);

// The merged list of a plan as objects; see Trip.merged.
function decodeMerged(flat) {
  let at = 0;
  const next = () => flat[at++];
  const many = (count, read) => Array.from({ length: count }, read);
  const uses = () => many(next(), () => ({ matter: next(), line: next(), needed: next() === 1 }));
  const total = () => ({
    paper: next(), originals: next(), handIn: next(), copies: next(), freshDays: next(),
    maybeOriginals: next(), maybeHandIn: next(), maybeCopies: next(), keep: next(),
  });
  const rows = [];
  while (at < flat.length) {
    const what = next();
    const row = { needed: Boolean(what & 2), pick: 0, suggested: -1, ways: [], together: null };
    if (what & 1) {
      row.pick = next();
      row.suggested = next() - 1;
      row.uses = uses();
      row.ways = many(next(), () => ({ at: many(row.uses.length, next), papers: many(next(), total) }));
      row.serves = [];
      if (row.suggested >= 0) row.together = total();
    } else {
      row.paper = total();
      row.uses = uses();
      row.serves = uses();
    }
    rows.push(row);
  }
  return rows;
}

// The first face is called; the others lie beside it on the page.
async function start() {
  const [face, ...others] = faces;
  page.add(face.name, face.global);
  await page.run(face.global + "({ module_or_path: bytes })");
  others.forEach((other) => page.load(other.name, other.global));
  const make = page.run("(values) => " + face.make);
  const opened = open.map((values) => make(values.map(real)));
  const callee = opened.pop();
  const results = calls.map(([name, ...values]) => {
    const result = plain(callee[name](...values.map(real)));
    return name === "merged" ? decodeMerged(result) : result;
  });
  if (callee.free) callee.free();
  process.stdout.write(JSON.stringify({ refused: opened.map(plain), results }));
}
start();
