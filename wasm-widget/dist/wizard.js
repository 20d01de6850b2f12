let wasm_bindgen = (function(exports) {
class Wizard {
static __wrap(ptr) {
const obj = Object.create(Wizard.prototype);
obj.__wbg_ptr = ptr;
WizardFinalization.register(obj, obj.__wbg_ptr, obj);
return obj;
}
__destroy_into_raw() {
const ptr = this.__wbg_ptr;
this.__wbg_ptr = 0;
WizardFinalization.unregister(this);
return ptr;
}
free() {
const ptr = this.__destroy_into_raw();
wasm.__wbg_wizard_free(ptr, 0);
}
answer(question) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.wizard_answer(retptr, this.__wbg_ptr, question);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayI32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
answered(question) {
const ret = wasm.wizard_answered(this.__wbg_ptr, question);
return ret;
}
choose(question, option) {
wasm.wizard_choose(this.__wbg_ptr, question, option);
}
choose_many(question, options) {
const val2 = +question;
const ptr0 = passArray32ToWasm0(options, wasm.__wbindgen_malloc);
const len0 = WASM_VECTOR_LEN;
wasm.wizard_choose_many(this.__wbg_ptr, val2, ptr0, len0);
}
clear(question) {
wasm.wizard_clear(this.__wbg_ptr, question);
}
fragment() {
let deferred1_0;
let deferred1_1;
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.wizard_fragment(retptr, this.__wbg_ptr);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
deferred1_0 = r0;
deferred1_1 = r1;
return getStringFromWasm0(r0, r1);
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
}
}
items() {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.wizard_items(retptr, this.__wbg_ptr);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU8FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 1, 1);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
next() {
const ret = wasm.wizard_next(this.__wbg_ptr);
return ret;
}
number(question, text) {
const val2 = +question;
const ptr0 = passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len0 = WASM_VECTOR_LEN;
const ret = wasm.wizard_number(this.__wbg_ptr, val2, ptr0, len0);
return ret;
}
open(item) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.wizard_open(retptr, this.__wbg_ptr, item);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
static open(bytes) {
const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
const len0 = WASM_VECTOR_LEN;
const ret = wasm.wizard_read(ptr0, len0);
return ret === 0 ? undefined : Wizard.__wrap(ret);
}
reasons(item) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.wizard_reasons(retptr, this.__wbg_ptr, item);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
relevant(question) {
const ret = wasm.wizard_relevant(this.__wbg_ptr, question);
return ret !== 0;
}
remaining() {
const ret = wasm.wizard_remaining(this.__wbg_ptr);
return ret >>> 0;
}
restore(fragment) {
const ptr0 = passStringToWasm0(fragment, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len0 = WASM_VECTOR_LEN;
const ret = wasm.wizard_restore(this.__wbg_ptr, ptr0, len0);
return ret >>> 0;
}
stop() {
const ret = wasm.wizard_stop(this.__wbg_ptr);
return ret;
}
stop_open() {
const ret = wasm.wizard_stop_open(this.__wbg_ptr);
return ret !== 0;
}
unsure(question) {
wasm.wizard_unsure(this.__wbg_ptr, question);
}
}
if (Symbol.dispose) Wizard.prototype[Symbol.dispose] = Wizard.prototype.free;
exports.Wizard = Wizard;
function __wbg_get_imports() {
const import0 = {
__proto__: null,
__wbg___wbindgen_throw_4c88d8bf264fd984: function(arg0, arg1) {
throw new Error(getStringFromWasm0(arg0, arg1));
},
};
return {
__proto__: null,
"./wizard_bg.js": import0,
};
}
const WizardFinalization = (typeof FinalizationRegistry === 'undefined')
? { register: () => {}, unregister: () => {} }
: new FinalizationRegistry(ptr => wasm.__wbg_wizard_free(ptr, 1));
function getArrayI32FromWasm0(ptr, len) {
ptr = ptr >>> 0;
return getInt32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}
function getArrayU32FromWasm0(ptr, len) {
ptr = ptr >>> 0;
return getUint32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}
function getArrayU8FromWasm0(ptr, len) {
ptr = ptr >>> 0;
return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}
let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
}
return cachedDataViewMemory0;
}
let cachedInt32ArrayMemory0 = null;
function getInt32ArrayMemory0() {
if (cachedInt32ArrayMemory0 === null || cachedInt32ArrayMemory0.byteLength === 0) {
cachedInt32ArrayMemory0 = new Int32Array(wasm.memory.buffer);
}
return cachedInt32ArrayMemory0;
}
function getStringFromWasm0(ptr, len) {
ptr = ptr >>> 0;
return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}
let cachedUint32ArrayMemory0 = null;
function getUint32ArrayMemory0() {
if (cachedUint32ArrayMemory0 === null || cachedUint32ArrayMemory0.byteLength === 0) {
cachedUint32ArrayMemory0 = new Uint32Array(wasm.memory.buffer);
}
return cachedUint32ArrayMemory0;
}
let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
}
return cachedUint8ArrayMemory0;
}
function passArray32ToWasm0(arg, malloc) {
const ptr = malloc(arg.length * 4, 4) >>> 0;
getUint32ArrayMemory0().set(arg, ptr / 4);
WASM_VECTOR_LEN = arg.length;
return ptr;
}
function passArray8ToWasm0(arg, malloc) {
const ptr = malloc(arg.length * 1, 1) >>> 0;
getUint8ArrayMemory0().set(arg, ptr / 1);
WASM_VECTOR_LEN = arg.length;
return ptr;
}
function passStringToWasm0(arg, malloc, realloc) {
const buf = cachedTextEncoder.encode(arg);
const ptr = malloc(buf.length, 1) >>> 0;
getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
WASM_VECTOR_LEN = buf.length;
return ptr;
}
let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
function decodeText(bytes) {
return cachedTextDecoder.decode(bytes);
}
const cachedTextEncoder = new TextEncoder();
let WASM_VECTOR_LEN = 0;
let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
wasmInstance = instance;
wasm = instance.exports;
wasmModule = module;
cachedDataViewMemory0 = null;
cachedInt32ArrayMemory0 = null;
cachedUint32ArrayMemory0 = null;
cachedUint8ArrayMemory0 = null;
return wasm;
}
function initSync(options) {
return __wbg_finalize_init(new WebAssembly.Instance(new WebAssembly.Module(options.module), __wbg_get_imports()));
}
function init(options) {
return WebAssembly.instantiate(options.module_or_path, __wbg_get_imports()).then((made) => __wbg_finalize_init(made.instance));
}
return Object.assign(init, { initSync }, exports);
})({ __proto__: null });
(function () {
"use strict";
const byId = (id) => document.getElementById(id);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
const move = (node, parent, before) => { if (node.parentNode !== parent || node.nextSibling !== before) parent.insertBefore(node, before); };
const texts = self.onetripTexts;
if (!texts) throw new Error("no texts");
const teller = (prefix) => (key, values) =>
(texts[prefix + key] || "").replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
const stored = (key, value) => {
try {
if (value === undefined) return localStorage.getItem(key);
if (value === null) localStorage.removeItem(key);
else localStorage.setItem(key, value);
} catch (error) {}
return null;
};
const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const added = (src) => new Promise((resolve, reject) => {
const script = document.createElement("script");
script.src = src;
script.onload = resolve;
script.onerror = reject;
document.head.appendChild(script);
});
function load(glue, wasm, inline, name) {
const start = (bytes) => glue({ module_or_path: bytes });
const fetched = () => fetch(wasm).then((response) => (response.ok ? response.arrayBuffer() : Promise.reject())).then(start);
const inlined = () => added(inline).then(() => start(decode(self[name])));
return location.protocol === "file:" ? inlined() : fetched().catch(inlined);
}
function bring(node, box) {
node.focus({ preventScroll: true });
const hidden = box.getBoundingClientRect().top < 0 || node.getBoundingClientRect().top > window.innerHeight * 0.6;
if (hidden) box.scrollIntoView();
}
function announcer() {
const ranks = ["no", "depends", "needed"];
const say = teller("wizard_");
const kinds = { sure: ["depends needed"], added: ["no needed", "no depends"], removed: ["needed no", "depends no"] };
let before = null;
let timer = 0;
const surest = (lines) => lines.reduce((now, [name, status]) => (ranks.indexOf(now.get(name)) < ranks.indexOf(status) ? now.set(name, status) : now), new Map());
return (lines, moved) => {
const now = lines && surest(lines);
const was = before || now;
before = now;
clearTimeout(timer);
put(byId("announce"), "");
if (!now || !moved) return;
const names = Array.from(new Set(Array.from(now.keys()).concat(Array.from(was.keys()))));
const step = (name) => (was.get(name) || "no") + " " + (now.get(name) || "no");
const parts = Object.keys(kinds).map((kind) => [kind, names.filter((name) => kinds[kind].includes(step(name)))])
.filter(([, some]) => some.length).map(([kind, some]) => say(kind, { names: some.join(say("list_join")) }));
if (parts.length) timer = setTimeout(() => { byId("announce").textContent = say("changes", { changes: parts.join(say("join")) }); }, 400);
};
}
self.onetrip = { byId: byId, all: all, put: put, move: move, teller: teller, stored: stored, decode: decode, added: added, load: load, bring: bring, announcer: announcer };
})();
(function () {
"use strict";
const { byId, teller } = self.onetrip;
const say = teller("keep_");
const HOURS = 36e5;
const AHEAD = 100;
const hall = (byId("visit") || {}).dataset || {};
const today = () => Math.floor((Date.now() + 8 * HOURS) / (24 * HOURS));
function civil(day) {
const date = new Date(day * 24 * HOURS);
return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate(), iso: date.toISOString().slice(0, 10) };
}
const iso = (day) => civil(day).iso;
const words = (day, than) => say(civil(day).y === civil(than).y ? "date" : "date_year", civil(day));
function parse(text) {
const plain = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xFEE0));
const parts = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(plain);
const day = parts ? Date.UTC(+parts[1], parts[2] - 1, +parts[3]) / (24 * HOURS) : NaN;
return parts && civil(day).d === Number(parts[3]) ? day : null;
}
const list = (text, sign) => (text || "").split(sign).filter(Boolean);
const spans = (text) => list(text.trim(), " ").map((span) => span.split("-").map(Number));
const week = hall.weekly ? hall.weekly.split(";").map(spans) : null;
const special = list(hall.special, ";").map((entry, i) => {
const [days, hours] = entry.split("=");
const [from, to] = days.split("..");
return { from: from, to: to || from, hours: spans(hours), holiday: !hours && i >= Number(hall.own) };
});
const known = list(hall.known, " ");
const weekday = (day) => (((day + 3) % 7) + 7) % 7;
const entry = (day) => special.find((some) => some.from <= iso(day) && iso(day) <= some.to);
const open = (day) => (entry(day) || { hours: (week && week[weekday(day)]) || [] }).hours;
function unknown(day) {
const years = [day, day + 2].map((some) => civil(some).y);
return (!entry(day) && known.length && years.find((year) => !known.includes(String(year)))) || 0;
}
const clock = (minutes) => new Date(minutes * 6e4).toISOString().slice(11, 16);
const hours = (day) => open(day).map((span) => clock(span[0]) + "–" + clock(span[1])).join(say("comma"));
function next(day) {
for (let other = day + 1; other <= day + AHEAD; other++) if (open(other).length) return other;
return 0;
}
function note(day) {
const now = today();
if (day < now) return say("day_past");
const tell = (key, when, than, closed) => say(key, { date: words(when, than), day: say("weekday_" + weekday(when)), hours: hours(when), closed: closed });
const listed = entry(day);
let year = unknown(day);
let text = tell(hours(day) ? "day_open" : "day", day, now);
if (!hours(day) && (week || listed)) {
const other = next(day);
year = year || (other && unknown(other));
text = tell(other && !year ? "day_next" : "day_other", other, day, tell(listed && listed.holiday ? "day_holiday" : "day_closed", day, now));
}
return year ? say("day_unknown", { note: text, year: year, phone: hall.phone }) : text;
}
self.onetrip.days = { today: today, civil: civil, iso: iso, words: words, parse: parse, open: open, note: note };
})();
(function () {
"use strict";
const { byId, all, put, teller, stored, added } = self.onetrip;
const { today, civil, iso, words, parse, open, note } = self.onetrip.days;
const say = teller("keep_");
const list = byId("list");
const keep = byId("keep");
const visit = byId("visit");
const wechat = /MicroMessenger/.test(navigator.userAgent);
let page = {};
const field = byId("visit-day");
let day = today();
function setDay() {
const wanted = field.value.trim() ? parse(field.value) : today();
field.setAttribute("aria-invalid", String(wanted === null));
if (wanted === null) {
byId("visit-note").textContent = say("day_wrong", { example: iso(today()) });
return;
}
day = wanted;
showDay();
}
function showDay() {
put(byId("visit-note"), note(day));
all("[data-fresh]", list).forEach((node) => {
put(node, say("fresh", { date: words(day - Number(node.dataset.fresh), day) }));
node.hidden = false;
});
}
const BAG = "onetrip.bag:";
const key = BAG + location.pathname;
let packed = new Set();
try { packed = new Set(JSON.parse(stored(key) || "[]")); } catch (error) {}
const rows = () => all(".lines > .line", list).map((node, i, every) => ({
node: node, id: node.dataset.name + "#" + every.slice(0, i).filter((other) => other.dataset.name === node.dataset.name).length,
}));
function tick(row) {
if (!row.node.querySelector(":scope > .tick")) {
const piece = document.importNode(byId("tick").content, true);
piece.querySelector("input").setAttribute("aria-label", say("tick", { name: row.node.dataset.name }));
row.node.appendChild(piece);
}
const box = row.node.querySelector(":scope > .tick input");
box.value = row.id;
box.checked = packed.has(row.id);
row.node.classList.toggle("line--packed", box.checked);
}
function showBag() {
const seen = rows().filter((row) => !row.node.hidden);
const done = seen.filter((row) => packed.has(row.id)).length;
put(byId("packed"), !done ? "" : say(done < seen.length ? "packed" : "packed_all", { n: done, left: seen.length - done }));
byId("bag").hidden = !done;
}
function pack(box) {
packed[box.checked ? "add" : "delete"](box.value);
box.closest(".line").classList.toggle("line--packed", box.checked);
stored(key, packed.size ? JSON.stringify(Array.from(packed)) : null);
showBag();
}
function unpack() {
packed = new Set();
stored(key, null);
rows().forEach(tick);
showBag();
}
function nextPerson() {
try { Object.keys(localStorage).filter((name) => name.indexOf(BAG) === 0).forEach((name) => stored(name, null)); } catch (error) {}
unpack();
field.value = iso(today());
setDay();
}
const status = (node) => node.dataset.status || "needed";
const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
const plain = (selector, within) => all(selector, within).filter((node) => !node.closest("[hidden]")).map(text);
function entry(node) {
const kind = status(node) === "depends" ? "may" : node.classList.contains("line--recommended") ? "should" : "";
const counts = (within) => plain(":scope > .counts strong", within).join(say("comma"));
const head = [say("box"), kind && say(kind), node.dataset.name, counts(node)].filter(Boolean).join(" ");
const from = [].concat(...all(".pick-from > .line", node).map((one) =>
[[say("dot"), one.dataset.name, counts(one)].join(" ")].concat(plain(":scope > [data-copy]", one).map((line) => "   " + line)).map((line) => "   " + line)));
const parts = all(":scope > .part", node).filter((part) => !part.hidden);
const part = (one) => [plain(":scope > .part-counts strong", one).join(say("comma")), status(one) === "depends" ? plain(":scope > .why, :scope > .when", one)[0] : ""].filter(Boolean);
const why = kind === "may" && !parts.length ? plain(":scope > .why, :scope > .when", node).slice(0, 1) : [];
const more = why.concat(...parts.map((one) => (parts.length > 1 ? [[say("dot")].concat(part(one)).join(" ")] : []).concat(plain(":scope > [data-copy]", one))))
.concat(plain(":scope > .pick, :scope > [data-copy]", node));
return [head].concat(more.map((line) => "   " + line), from).join("\n");
}
function asText() {
const place = visit ? visit.dataset : {};
const stops = all("[data-stop]").filter((node) => node.classList.contains("stop--certain") && !node.closest("[hidden]"));
const lines = list.hidden ? [] : rows().filter((row) => !row.node.hidden).map((row) => entry(row.node));
return [say("text_title", { title: keep.dataset.title })]
.concat(page.sentences && page.sentences().length ? say("text_answers", { answers: page.sentences().join(say("join")) }) : [])
.concat(stops.map((node) => plain("h3, .stop-text", node).join("\n")), lines)
.concat(place.place ? say("text_place", place) : [], address(""))
.join("\n");
}
function address(part) {
const here = /^https?:$/.test(location.protocol) ? location.origin + location.pathname : keep.dataset.url || location.href.split(/[?#]/)[0];
return here + (part ? "#" + part : "");
}
const fragment = () => (page.fragment ? page.fragment() : "");
function copy(what, done) {
const told = (sentence) => { byId("copied").textContent = say(sentence); };
const byHand = () => {
const button = document.activeElement;
const box = byId("copy-text");
box.value = what;
byId("copy-by-hand").hidden = false;
box.focus();
box.select();
let copied = false;
try { copied = document.execCommand("copy"); } catch (error) {}
byId("copy-by-hand").hidden = copied;
if (copied && button) button.focus({ preventScroll: true });
told(copied ? done : "copy_by_hand");
};
byId("copy-by-hand").hidden = true;
if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(what).then(() => told(done), byHand);
else byHand();
}
const more = () => (self.onetrip.slip ? Promise.resolve(self.onetrip.slip) : added(keep.dataset.slip).then(() => self.onetrip.slip));
const calendar = () => more().then((slip) => {
const title = say("event", { title: keep.dataset.title });
const where = [visit.dataset.place, visit.dataset.address].filter(Boolean).join(" ");
slip.calendar(day, open(day)[0], { title: title, where: where, text: asText() });
put(byId("copied"), "");
}).catch(() => { byId("copied").textContent = say("calendar_failed"); });
const FEW = 6;
const MANY = 10;
let running = null;
try {
running = new CSSStyleSheet();
document.adoptedStyleSheets = Array.from(document.adoptedStyleSheets).concat(running);
} catch (error) {}
let drawn = "";
function fitSlip() {
const shown = (selector) => all(selector, list).filter((node) => !node.closest("[hidden]")).length;
const papers = shown(".lines > .line") + shown(".pick-from > .line") / 2;
const classes = document.documentElement.classList;
const slip = classes.contains("as-slip");
classes.toggle("slip--large", slip && papers <= FEW);
classes.toggle("slip--dense", slip && papers > MANY);
}
function fillSlip() {
if (!byId("slip-answers")) return;
fitSlip();
const said = page.sentences ? page.sentences() : [];
const code = byId("slip-code");
byId("slip-answers").textContent = said.length ? say("slip_answers", { answers: said.join(say("join")) }) : "";
byId("slip-count").textContent = !list.hidden && byId("summary") ? byId("summary").textContent : "";
byId("slip-day").textContent = say("slip_day", { date: say("date_year", civil(today())) });
if (drawn !== fragment()) all("svg", code).forEach((picture) => picture.remove());
const title = JSON.stringify(text(document.querySelector(".slip-kind")) + " · " + keep.dataset.title);
if (running) running.replaceSync("@page { @top-left { content: " + title + "; font-size: 10pt; } } @page :first { @top-left { content: none; } }");
code.classList.toggle("slip-code--drawn", Boolean(code.querySelector("svg")));
}
function drawCode() {
const part = fragment();
if (!part || drawn === part) return Promise.resolve();
return more().then((slip) => slip.draw((keep.dataset.url || address("")) + "#" + part, byId("slip-code"), keep.dataset))
.then(() => { drawn = part; }).catch(() => {});
}
const canPrint = () => keep.dataset.settled === "true" && Boolean(window.print && byId("slip-answers")) && !wechat;
const print = () => { if (canPrint()) drawCode().then(() => { fillSlip(); window.print(); }); };
const actions = {
clear() {
unpack();
refresh();
byId("list-title").focus();
},
text: () => copy(asText(), "copied_text"),
link: () => copy(address(""), "copied"),
"link-answers": () => copy(address(fragment()), "copied_answers"),
calendar: calendar,
print: print,
};
function refresh(settled) {
if (settled !== undefined) keep.dataset.settled = list.dataset.settled = String(settled);
showDay();
document.documentElement.classList.toggle("as-slip", keep.dataset.settled === "true");
keep.hidden = visit.hidden = false;
if (keep.dataset.settled !== "true") return;
rows().forEach(tick);
showBag();
const shown = (name, test) => all("[data-keep=" + name + "]", keep).forEach((node) => { node.hidden = !test; });
shown("link-answers", fragment());
shown("print", canPrint());
shown("calendar", !list.hidden && !wechat && typeof Blob === "function" && "download" in document.createElement("a"));
byId("answers-warning").hidden = !fragment();
put(byId("copied"), "");
byId("copy-by-hand").hidden = true;
}
function start() {
field.value = iso(day);
field.min = iso(day);
byId("visit-form").hidden = field.type === "date";
field.addEventListener("change", setDay);
list.addEventListener("change", (event) => { if (event.target.closest(".tick")) pack(event.target); });
document.addEventListener("click", (event) => {
const button = event.target.closest("[data-keep]");
if (button) actions[button.dataset.keep]();
});
document.addEventListener("keydown", (event) => {
if (!(event.ctrlKey || event.metaKey) || event.key !== "p" || !canPrint()) return;
event.preventDefault();
print();
});
window.addEventListener("beforeprint", fillSlip);
all("[data-plan]").forEach((link) => { link.hash = link.dataset.plan; });
refresh(!byId("wizard"));
}
self.onetrip.print = print;
self.onetrip.keep = { refresh: refresh, nextPerson: nextPerson, use(its) { page = its; } };
if (list && keep && visit) start();
else self.onetrip.keep.refresh = self.onetrip.keep.nextPerson = () => {};
})();
(function () {
"use strict";
const { byId, stored } = self.onetrip;
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
return false;
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
(function () {
"use strict";
const { byId, all, put, move, teller, bring, keys } = self.onetrip;
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
const current = () => questions.find((question) => !question.node.hidden);
let editing = -1;
let seen = "";
let marked = {};
let broken = false;
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
const answered = () => questions.filter((question) => engine.answered(question.index));
const relevant = (some) => some.filter((question) => engine.relevant(question.index));
function fill(question) {
const values = given(question) || marked[question.index] || [];
question.inputs.forEach((input) => {
if (input.type === "text") input.value = values.length && values[0] !== "u" ? values[0] : "";
else input.checked = values.includes(input.value);
});
}
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
put(byId("question-error"), key ? say(key, question.node.dataset) : "");
question.inputs.forEach((input) => { if (input.type === "text") input.setAttribute("aria-invalid", String(Boolean(key))); });
if (key) question.inputs[0].focus();
}
const hash = () => location.hash.slice(1);
const depth = () => (history.state && history.state.depth) || 0;
const room = () => (history.state && typeof history.state.edit === "number" ? history.state.edit : -1);
const remember = () => questions.forEach((question) => { marked[question.index] = given(question) || marked[question.index]; });
const forget = () => questions.forEach((question) => engine.clear(question.index));
function record(step, edit) {
byId("answers-lost").hidden = true;
const part = engine.fragment();
const url = location.href.split("#")[0] + (part ? "#" + part : "");
editing = edit;
try { history[step ? "pushState" : "replaceState"]({ depth: depth() + step, edit: edit }, "", url); } catch (error) { location.hash = part; }
seen = hash() + " " + edit;
}
function load() {
const part = hash();
editing = room() < 0 || questions.some((question) => question.index === room()) ? room() : -1;
seen = part + " " + editing;
remember();
forget();
const found = engine.restore(part);
if (found & 1) byId("old-version").hidden = !(found & 6);
byId("answers-lost").hidden = (found & 5) !== 4 || !part.includes("-");
return found;
}
function arrive() {
const part = hash();
const go = guarded(() => {
if (hash() !== part || part + " " + room() === seen) return;
load();
show(true);
});
if (part + " " + room() === seen) return;
const ready = page.prepare && page.prepare(part);
if (ready) ready.then(go);
else go();
}
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
put(byId("progress"), editing >= 0 ? say("changing") : say(more > 0 ? "progress" : "progress_last", { n: done + 1, more: more }));
put(byId("next"), say(editing >= 0 ? "changed" : "next"));
fill(question);
hint(question, "");
}
function show(moved) {
const question = pick([editing >= 0 ? editing : engine.next()])[0];
const state = page.state(question, editing);
const said = answered();
const used = relevant(said);
const fresh = !said.length;
wizard.dataset.state = state;
form.hidden = state !== "asking";
byId("wizard-intro").hidden = !fresh;
byId("finished").hidden = state !== "finished";
showQuestion(state === "asking" && question, used);
page.show(state, moved);
showAnswers(state, said, used);
all("[data-do=back]").forEach((button) => {
button.hidden = form.contains(button) ? depth() === 0 && fresh && editing < 0 : state === "asking";
put(button, say(editing >= 0 ? "keep" : "back"));
});
const shown = (name, test) => all("[data-do=" + name + "]").forEach((button) => { button.hidden = !test; });
shown("show-list", state === "asking");
shown("show-answers", state === "finished" && !fresh);
wizard.hidden = false;
if (!moved) return;
byId("restored").hidden = true;
if (state === "asking") bring(question.node.querySelector("legend"), form);
else bring(...page.target(state));
}
const actions = Object.assign({
change(button) {
record(1, Number(button.value));
show(true);
},
back() {
if (depth() > 0) return history.back();
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
if (wizard.classList.contains("wizard--keys")) self.onetrip.keep.nextPerson();
record(1, -1);
show(true);
},
"show-list"() { bring(byId("list-title"), byId("list")); },
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
const link = event.target.closest('a[href^="#"]');
const target = link && byId(link.getAttribute("href").slice(1));
if (!target) return;
event.preventDefault();
target.focus({ preventScroll: true });
target.scrollIntoView();
}
const keyboard = keys(form, current, actions);
const guarded = (run) => (event) => {
if (broken) return;
try { run(event); } catch (error) {
broken = true;
wizard.hidden = byId("answers").hidden = true;
delete wizard.dataset.state;
page.giveUp();
}
};
const controller = {
pick: pick, sentence: sentence, record: record, show: show, wizard: wizard, form: form, gather: gather,
sentences: () => relevant(answered()).map(sentence),
answered: () => answered().length > 0,
start() {
gather();
const found = load();
byId("restored").hidden = !(found & 1) || Boolean(found & 6);
keyboard.start();
guarded(() => show(false))();
if (broken) return;
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
(function () {
"use strict";
const { byId, all, put, move, teller, decode, load, announcer, keep, questions } = self.onetrip;
const say = teller("wizard_");
const wizard = byId("wizard");
if (!wizard) return;
if (typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return keep.refresh(true);
const list = byId("list");
const listTitle = byId("list-title");
const stops = byId("stops");
const stopsTitle = byId("stops-title");
const items = all("[data-item]").map((node) => ({ node: node, item: Number(node.dataset.item), why: node.querySelector(".why") }));
const lines = all(".lines > .line", list).map((node) => ({
node: node, name: node.dataset.name, count: Number(node.dataset.count) || 1, extra: node.classList.contains("line--recommended"),
}));
const rows = all("[data-forms]", list).map((node) => ({ node: node, forms: node.dataset.forms.trim().split(" ").map((form) => form.split(":").map(Number)) }));
const brought = all("[data-brought]", list);
const served = { list: listTitle.textContent, stops: stops && stopsTitle.textContent };
const announce = announcer();
let engine;
let asked;
function reason(item, needed) {
if (!needed) return say("depends", { questions: asked.pick(engine.open(item)).map((question) => question.label).join(say("list_join")) });
const reasons = asked.pick(engine.reasons(item));
return reasons.length ? say("because", { answers: reasons.map(asked.sentence).join(say("join")) }) : say("always");
}
function showItems() {
const status = engine.items();
const begun = asked.answered();
items.forEach(({ node, item, why }) => {
node.dataset.status = ["no", "depends", "needed"][status[item]];
node.hidden = status[item] === 0;
if (!why) return;
why.hidden = node.hidden || (status[item] === 1 && !begun);
if (!why.hidden) put(why, reason(item, status[item] === 2));
});
rows.forEach((row) => showForms(row, status));
brought.forEach((node) => { node.hidden = status[node.dataset.brought] !== 2; });
}
function showForms({ node, forms }, status) {
const possible = status ? forms.filter(([item]) => status[item] !== 0) : forms;
if (!possible.length) return;
const span = (at) => { const numbers = possible.map((form) => form[at]); return [Math.min(...numbers), Math.max(...numbers)]; };
const [originals, handed, copies] = [span(1), span(2), span(3)];
const words = ([least, most]) => (least === most ? most : say(least ? "span" : "at_most", { least: least, most: most }));
const counts = node.querySelector(".counts");
const show = (part, seen) => { counts.querySelector(part).hidden = !seen; };
put(counts.querySelector(".originals"), say("originals", { n: words(originals) }));
put(counts.querySelector(".copies"), say("copies", { n: words(copies) }));
show(".originals", originals[1]);
show(".copies", copies[1]);
show(".and", originals[1] && copies[1]);
show("[data-keep-as=back]", originals[1] && !handed[1] && !copies[1]);
show("[data-keep-as=back-copies]", originals[1] && !handed[1] && copies[1]);
show("[data-keep-as=in]", handed[0] && handed.join() === originals.join());
counts.hidden = !originals[1] && !copies[1];
const parts = all(".part", node).filter((part) => !part.hidden);
parts.forEach((part) => part.classList.toggle("part--only", parts.length === 1));
}
const status = (line) => line.node.dataset.status || "needed";
const withStatus = (wanted) => lines.filter((line) => !line.extra && status(line) === wanted);
const count = (some) => some.reduce((sum, line) => sum + line.count, 0);
const names = (some) => some.map((line) => line.name).join(say("list_join"));
function showSummary(asking) {
const needed = count(withStatus("needed"));
const depends = count(withStatus("depends"));
const extra = count(lines.filter((line) => line.extra && status(line) !== "no"));
const key = !depends ? "summary_exact" : asking ? "summary" : "summary_open";
const summary = say(key, { needed: needed, depends: depends, total: needed + depends });
put(byId("summary"), extra ? say("summary_extra", { summary: summary, extra: extra }) : summary);
put(listTitle, asking || depends ? served.list : say("list_done"));
const open = [];
if (depends) open.push(say("unsure_lines", { depends: depends, names: names(withStatus("depends")) }));
if (engine.stop_open()) open.push(say("unsure_stop"));
put(byId("finished-title"), say(open.length ? "finished_open" : "finished"));
byId("still-open").hidden = !open.length;
put(byId("still-open-what"), open.join(" "));
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
put(stopsTitle, certain ? say("stopped") : served.stops);
if (certain) move(stops, wizard, byId("changes"));
else move(stops, list.parentNode, list);
}
function showPlan() {
const [, rules, code, ...answers] = engine.fragment().split(".");
all("[data-plan]").forEach((link) => {
const codes = link.dataset.plan.split("+");
if (code) codes[0] = ["t1", code + "_" + (parseInt(rules, 36) % 0x100000).toString(36)].concat(answers).join(".");
link.hash = codes.join("+") + (codes[1] ? "" : "+");
});
}
const page = {
state: (question) => (question ? "asking" : engine.stop() >= 0 ? "stopped" : "finished"),
target: (state) => (state === "stopped" && stops ? [stopsTitle, stops] : [byId("finished-title"), byId("finished")]),
fragment: () => engine.fragment(),
sentences: () => asked.sentences(),
show(state, moved) {
const stop = engine.stop();
byId("changes").hidden = list.hidden = stop >= 0;
all(".list-intro", list).forEach((node) => { node.hidden = true; });
showItems();
showStops(stop);
showSummary(state === "asking");
announce(stop >= 0 ? null : lines.map((line) => [line.name, status(line)]), moved);
showPlan();
keep.refresh(state !== "asking");
},
giveUp() {
list.hidden = false;
listTitle.textContent = served.list;
all(".list-intro", list).forEach((node) => { node.hidden = false; });
items.forEach(({ node, why }) => {
node.hidden = false;
node.removeAttribute("data-status");
if (why) why.hidden = true;
});
rows.forEach((row) => showForms(row));
brought.forEach((node) => { node.hidden = true; });
keep.use({});
keep.refresh(true);
if (!stops) return;
list.parentNode.insertBefore(stops, list);
stops.hidden = false;
stopsTitle.textContent = served.stops;
all("[data-stop]", stops).forEach((node) => { node.hidden = false; node.classList.remove("stop--certain"); });
},
};
function start() {
engine = wasm_bindgen.Wizard.open(decode(wizard.dataset.rules));
if (!engine) return keep.refresh(true);
asked = questions(engine, page);
keep.use(page);
asked.start();
}
load(wasm_bindgen, wizard.dataset.wasm, wizard.dataset.inline, "onetripWasm").then(start).catch(() => keep.refresh(true));
})();
