let wasm_bindgen = (function(exports) {
class Trip {
static __wrap(ptr) {
const obj = Object.create(Trip.prototype);
obj.__wbg_ptr = ptr;
TripFinalization.register(obj, obj.__wbg_ptr, obj);
return obj;
}
__destroy_into_raw() {
const ptr = this.__wbg_ptr;
this.__wbg_ptr = 0;
TripFinalization.unregister(this);
return ptr;
}
free() {
const ptr = this.__destroy_into_raw();
wasm.__wbg_trip_free(ptr, 0);
}
add(code_key, rules, lines, numbers) {
const val4 = +code_key;
let ptr0, len0, ptr1, len1, ptr2, len2;
try {
ptr0 = passArray8ToWasm0(rules, wasm.__wbindgen_malloc);
len0 = WASM_VECTOR_LEN;
ptr1 = passArray8ToWasm0(lines, wasm.__wbindgen_malloc);
len1 = WASM_VECTOR_LEN;
ptr2 = passArray32ToWasm0(numbers, wasm.__wbindgen_malloc);
len2 = WASM_VECTOR_LEN;
} catch (e) {
if (ptr2) { wasm.__wbindgen_free(ptr2, len2 * 4, 4); }
if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
throw e;
}
const ret = wasm.trip_add(this.__wbg_ptr, val4, ptr0, len0, ptr1, len1, ptr2, len2);
return ret;
}
answer(matter, question) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_answer(retptr, this.__wbg_ptr, matter, question);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayI32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
answered(matter, question) {
const ret = wasm.trip_answered(this.__wbg_ptr, matter, question);
return ret;
}
choose(matter, question, option) {
wasm.trip_choose(this.__wbg_ptr, matter, question, option);
}
choose_many(matter, question, options) {
const val2 = +matter;
const val3 = +question;
const ptr0 = passArray32ToWasm0(options, wasm.__wbindgen_malloc);
const len0 = WASM_VECTOR_LEN;
wasm.trip_choose_many(this.__wbg_ptr, val2, val3, ptr0, len0);
}
clear(matter, question) {
wasm.trip_clear(this.__wbg_ptr, matter, question);
}
fragment() {
let deferred1_0;
let deferred1_1;
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_fragment(retptr, this.__wbg_ptr);
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
items(matter) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_items(retptr, this.__wbg_ptr, matter);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU8FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 1, 1);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
static key(code) {
const ptr0 = passStringToWasm0(code, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len0 = WASM_VECTOR_LEN;
const ret = wasm.trip_key(ptr0, len0);
return ret >>> 0;
}
merged() {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_merged(retptr, this.__wbg_ptr);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
next() {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_next(retptr, this.__wbg_ptr);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
number(matter, question, text) {
const val2 = +matter;
const val3 = +question;
const ptr0 = passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len0 = WASM_VECTOR_LEN;
const ret = wasm.trip_number(this.__wbg_ptr, val2, val3, ptr0, len0);
return ret;
}
open(matter, item) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_open(retptr, this.__wbg_ptr, matter, item);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
questions() {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_questions(retptr, this.__wbg_ptr);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
reasons(matter, item) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_reasons(retptr, this.__wbg_ptr, matter, item);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
relevant(matter, question) {
const ret = wasm.trip_relevant(this.__wbg_ptr, matter, question);
return ret !== 0;
}
remaining() {
const ret = wasm.trip_remaining(this.__wbg_ptr);
return ret >>> 0;
}
remove(matter) {
wasm.trip_remove(this.__wbg_ptr, matter);
}
restore(fragment) {
const ptr0 = passStringToWasm0(fragment, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len0 = WASM_VECTOR_LEN;
const ret = wasm.trip_restore(this.__wbg_ptr, ptr0, len0);
return ret >>> 0;
}
static open() {
const ret = wasm.trip_start();
return Trip.__wrap(ret);
}
stop(matter) {
const ret = wasm.trip_stop(this.__wbg_ptr, matter);
return ret;
}
stop_open(matter) {
const ret = wasm.trip_stop_open(this.__wbg_ptr, matter);
return ret !== 0;
}
unsure(matter, question) {
wasm.trip_unsure(this.__wbg_ptr, matter, question);
}
wanted() {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
wasm.trip_wanted(retptr, this.__wbg_ptr);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v1 = getArrayU32FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 4, 4);
return v1;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
}
if (Symbol.dispose) Trip.prototype[Symbol.dispose] = Trip.prototype.free;
exports.Trip = Trip;
function __wbg_get_imports() {
const import0 = {
__proto__: null,
__wbg___wbindgen_throw_4c88d8bf264fd984: function(arg0, arg1) {
throw new Error(getStringFromWasm0(arg0, arg1));
},
};
return {
__proto__: null,
"./trip_bg.js": import0,
};
}
const TripFinalization = (typeof FinalizationRegistry === 'undefined')
? { register: () => {}, unregister: () => {} }
: new FinalizationRegistry(ptr => wasm.__wbg_trip_free(ptr, 1));
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
const { byId } = self.onetrip;
const chinese = /([\u3001-\u303f\u3400-\u9fff\uff01-\uff5e](?:[^A-Za-z]*[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e])?)/;
const foreign = !/^zh/.test(document.documentElement.lang);
const there = (value) => Boolean(value) && !(Array.isArray(value) && !value.length);
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => (there(values[key]) || values[key] === 0 ? values[key] : ""));
function write(text, values, into) {
const said = filled(text, values);
(foreign ? said.split(chinese) : [said]).forEach((part, i) => {
if (!part) return;
const node = into.appendChild(i % 2 ? into.ownerDocument.createElement("span") : into.ownerDocument.createTextNode(part));
if (!(i % 2)) return;
node.lang = "zh-CN";
node.textContent = part;
});
}
function set(node, values) {
Array.from(node.attributes).forEach(({ name, value }) => {
if (/^data-(if|each)$/.test(name)) return node.removeAttribute(name);
const wanted = name.replace(/^data-set-/, "");
if (wanted !== name) node.removeAttribute(name);
if (wanted !== name || value.includes("{")) node.setAttribute(wanted, filled(value, values));
});
}
function grow(node, values, into) {
if (node.nodeType === Node.TEXT_NODE) return write(node.data, values, into);
if (node.nodeType !== Node.ELEMENT_NODE) return;
const wanted = node.getAttribute("data-if");
const each = node.getAttribute("data-each");
if (wanted && !there(values[wanted])) return;
(each ? values[each] || [] : [{}]).forEach((entry) => {
const copy = node.cloneNode(false);
const inner = Object.assign(Object.create(values), entry);
set(copy, inner);
node.childNodes.forEach((child) => grow(child, inner, copy));
into.appendChild(copy);
});
}
self.onetrip.fill = (id, values) => {
const box = byId(id).content;
const into = box.ownerDocument.createDocumentFragment();
grow(box.firstElementChild, values, into);
return document.importNode(into, true).firstElementChild;
};
})();
(function () {
"use strict";
const { byId, all, added, fill } = self.onetrip;
const FORMAT = 1;
const arrived = {};
self.onetripData = (code, data) => { arrived[code] = data; };
const known = (data) => (data && data.format === FORMAT ? data : Promise.reject(new Error("data")));
const asScript = (code) => added("data/" + code + ".js").then(() => known(arrived[code]));
const asJson = (code) => fetch("data/" + code + ".json").then((response) => (response.ok ? response.json() : null)).then(known);
const get = (code) => (location.protocol === "file:" ? asScript(code) : asJson(code).catch(() => asScript(code)));
self.onetrip.matters = function () {
const box = byId("plan-matters");
const home = box.parentNode;
const matters = all("li", box).map((node, index) => {
const link = node.querySelector("a");
const summary = node.querySelector("p");
return {
index: index, node: node, title: link.textContent, href: link.getAttribute("href"),
code: link.pathname.replace(/^.*\/|\.html$/g, ""), summary: summary && summary.textContent, data: null,
};
});
const papers = [];
const asks = [];
let told = "";
function number(some, same, one) {
const found = some.findIndex((other) => other[same] === one[same]);
return found >= 0 ? found : some.push(one) - 1;
}
function take(matter, data) {
if (matter.data) return;
matter.data = data;
matter.papers = data.papers.map((paper) => number(papers, "id", paper));
matter.asks = data.questions.map((question) => number(asks, "key", question));
}
function showAsks() {
const form = byId("asks");
asks.slice(form.children.length).forEach((question) => {
const kind = question.kind;
const values = { id: form.children.length, multi: kind === "multi", number: kind === "number", box: kind === "choice" ? "radio" : "checkbox" };
form.appendChild(fill("piece-question", Object.assign({}, question, values)));
});
}
return {
list: matters, papers: papers,
byKey: (wanted) => matters.findIndex(({ code, node }) => Number(node.dataset.key || wasm_bindgen.Trip.key(code)) === wanted),
missing: (indexes) => indexes.filter((index) => !matters[index].data),
load(indexes) {
const wanted = indexes.filter((index) => !matters[index].data);
const one = (index) => get(matters[index].code).catch(() => null);
return Promise.all(wanted.map(one)).then((found) => {
found.forEach((data, i) => { if (data) take(matters[wanted[i]], data); });
showAsks();
});
},
tell(missing) {
const notice = byId("missing");
const now = missing.join(" ");
if (told === now) return;
told = now;
notice.textContent = "";
missing.forEach((index) => notice.appendChild(fill("piece-missing", matters[index])));
notice.hidden = !missing.length;
},
open() {
matters.forEach((matter) => {
Array.from(matter.node.children).forEach((child) => { child.hidden = true; });
matter.node.insertBefore(fill("piece-matter", matter), matter.node.firstChild);
});
byId("choices").appendChild(box);
home.hidden = true;
return all("input", box);
},
close() {
matters.forEach(({ node }) => {
all("label", node).forEach((label) => label.remove());
Array.from(node.children).forEach((child) => { child.hidden = false; });
});
home.appendChild(box);
home.hidden = false;
},
};
};
})();
(function () {
"use strict";
const { byId, all, move, teller, fill } = self.onetrip;
const words = teller("wizard_");
const say = teller("plan_");
function decoded(flat, itemOf) {
let at = 0;
const take = () => flat[at++];
const many = (count, one) => Array.from({ length: count }, one);
const use = () => {
const place = take();
const line = take();
return { place: place, line: line, needed: take() === 1, item: itemOf(place, line) };
};
const uses = () => many(take(), use);
const count = () => ({ originals: take(), handed: take(), copies: take() });
const total = () => { const paper = take(); const least = count(); const fresh = take(); return { paper: paper, least: least, fresh: fresh, most: count() }; };
const rows = [];
while (at < flat.length) {
const kind = take();
const isChoice = Boolean(kind & 1);
const row = { isChoice: isChoice, needed: Boolean(kind & 2), pick: isChoice ? take() : 1, suggested: isChoice ? take() - 1 : -1 };
row.totals = many(take(), total);
row.uses = uses();
row.serves = isChoice ? [] : uses();
if (row.suggested >= 0) row.together = total();
rows.push(row);
}
return rows;
}
const set = (node, text) => { node.textContent = text; node.hidden = !text; };
const counts = (count) => [count.originals && say("originals", { n: count.originals }), count.copies && say("copies", { n: count.copies })].filter(Boolean);
function showPaper(total, needed, values) {
const node = fill("piece-paper", Object.assign({ fresh_days: total.fresh }, values));
const now = needed ? total.least : total.most;
const parts = counts(now);
node.querySelector(".originals").textContent = now.originals ? parts[0] : "";
node.querySelector(".copies").textContent = now.copies ? (now.originals ? " · " : "") + parts[parts.length - 1] : "";
node.querySelector(".counts").hidden = !parts.length;
const kept = !now.originals ? "" : now.handed >= now.originals ? "hand_in" : now.handed ? "hand_in_some" : now.copies ? "hand_back_copies" : "hand_back";
const keeps = node.querySelector(".counts .keep");
set(keeps, kept && say(kept, { n: now.handed }));
keeps.classList.toggle("keep--back", !now.handed);
const most = counts(total.most).join(" · ");
set(node.querySelector(".most"), needed && most !== parts.join(" · ") ? say("most", { counts: most }) : "");
return node;
}
const optional = (item) => (item === undefined ? -1 : item);
function each(own, pick) {
const found = new Map();
own.forEach((line) => {
const values = pick(line.wants);
if (!values) return;
const key = JSON.stringify(values);
const entry = found.get(key) || found.set(key, { values: values, by: [] }).get(key);
entry.by.push(line);
});
const name = (line) => (line.when ? say("by_case", { matter: line.title, when: line.when }) : line.title);
return Array.from(found.values(), ({ values, by }) => Object.assign({
by: by.length < own.length ? say("by", { matters: distinct(by.map(name)).join(words("list_join")) }) : "",
}, values));
}
function said(own) {
const text = (key) => each(own, (wants) => wants[key] && { text: wants[key] });
const file = (key) => each(own, (wants) => wants[key] && Object.assign({ file: !wants[key].image }, wants[key]));
const values = {
copy_notes: text("copy_note"), photo_specs: text("photo_spec"), notes: text("note"),
freshes: each(own, (wants) => wants.fresh && { text: wants.fresh.words }),
defers: each(own, (wants) => wants.defer && { words: wants.defer.words, how: wants.defer.how }),
e_certificates: each(own, (wants) => wants.e_certificate && {}),
issuers: text("issuer"), how_to_gets: text("how_to_get"), withouts: text("without"),
samples: file("sample_form"), blanks: file("blank_form"),
};
values.get = values.issuers.concat(values.how_to_gets, values.withouts);
values.forms = values.samples.concat(values.blanks);
return values;
}
const distinct = (some) => some.filter((index, i, every) => every.indexOf(index) === i);
self.onetrip.papers = function ({ trip, asked, catalogue, chosen, titles }) {
const lines = byId("list").querySelector(".lines");
const matters = catalogue.list;
let shown = new Map();
const rowOf = (use) => matters[chosen[use.place]].data[use.extra ? "extras" : "rows"][use.line];
const itemOf = (place, line) => optional(matters[chosen[place]].data.rows[line].item);
function extras(rows) {
const listed = new Set(rows.filter((row) => !row.isChoice).map((row) => row.totals[0].paper));
const found = new Map();
chosen.forEach((index, place) => {
const status = trip.stop(place) < 0 ? trip.items(place) : [];
const { data, papers } = matters[index];
data.extras.forEach((extra, line) => {
const wants = extra.lines[0].papers[0];
const paper = papers[wants.paper];
const item = optional(extra.item);
const is = item < 0 ? 2 : status[item];
if (trip.stop(place) >= 0 || !is || listed.has(paper)) return;
const count = { originals: wants.originals, handed: 0, copies: wants.copies };
const row = found.get(paper) || { extra: true, pick: 1, suggested: -1, totals: [{ paper: paper, least: count, fresh: 0, most: count }], uses: [], serves: [] };
const most = row.totals[0].most;
most.originals = Math.max(most.originals, wants.originals);
most.copies = Math.max(most.copies, wants.copies);
row.uses.push({ place: place, line: line, extra: true, needed: is === 2, item: item });
row.needed = row.needed || is === 2;
found.set(paper, row);
});
});
return Array.from(found.values());
}
function wordsOf(row, items) {
const uses = row.uses.concat(row.serves);
return row.totals.map(({ paper }) => Object.assign({}, catalogue.papers[paper], details(paper, uses, items)));
}
function details(number, uses, items) {
const own = [];
uses.forEach((use) => {
const { title, papers } = matters[chosen[use.place]];
const there = rowOf(use).lines.filter((line) => line.item === undefined || items[use.place][line.item]);
there.forEach((line) => line.papers.filter((wants) => papers[wants.paper] === number)
.forEach((wants) => own.push({ title: title, when: there.length > 1 && line.when, wants: wants })));
});
return said(own);
}
function reason(row) {
const uses = row.uses;
const of = (needed) => distinct(uses.filter((use) => use.needed === needed).map((use) => chosen[use.place]));
const sure = of(true);
const may = of(false).filter((index) => !sure.includes(index));
const open = [].concat(...uses.filter((use) => !use.needed && use.item >= 0)
.map((use) => Array.from(trip.open(use.place, use.item), (question) => matters[chosen[use.place]].asks[question])));
const parts = [sure.length && say(row.extra ? "should" : sure.length > 1 ? "needs_all" : "needs", { matters: titles(sure) }), may.length && say("may", { matters: titles(may) })];
if (open.length) parts.push(words("depends", { questions: asked.pick(distinct(open)).map((question) => question.label).join(words("list_join")) }));
return parts.filter(Boolean).join(words("join"));
}
const choiceName = (row) => distinct(row.uses.map((use) => rowOf(use).name).filter(Boolean)).join(words("list_join")) || say("choice");
function makeChoice(row, said) {
const node = fill("piece-choice", { name: choiceName(row), pick: row.pick });
node.querySelector(".pick").textContent = say("pick", { n: row.pick });
row.totals.forEach((total, i) => {
const one = showPaper(total, row.needed, said[i]);
all(":scope > .tag, :scope > .why", one).forEach((part) => part.remove());
one.classList.toggle("line--suggested", total.paper === row.suggested);
node.querySelector(".pick-from").appendChild(one);
});
const together = row.suggested < 0 ? "" : counts(row.needed ? row.together.least : row.together.most).join(" · ");
set(node.querySelector(".suggested"), together && say("suggested", { name: catalogue.papers[row.suggested].called, counts: together }));
return node;
}
function makePaper(row, said) {
const node = showPaper(row.totals[0], row.needed, said[0]);
const served = distinct(row.serves.map((use) => chosen[use.place]));
set(node.querySelector(".serves"), served.length ? say("serves", { matters: titles(served) }) : "");
return node;
}
function makeRow(row, said, why) {
const node = row.isChoice ? makeChoice(row, said) : makePaper(row, said);
node.classList.toggle("line--recommended", Boolean(row.extra));
node.dataset.status = row.needed ? "needed" : "depends";
set(node.querySelector(".why"), why);
return node;
}
function show(rows) {
const old = shown;
const items = chosen.map((index, place) => trip.items(place));
shown = new Map();
rows.forEach((row) => {
const why = reason(row);
const said = wordsOf(row, items);
const key = JSON.stringify([row, chosen, said, why]);
shown.set(key, old.get(key) || makeRow(row, said, why));
});
old.forEach((node, key) => { if (!shown.has(key)) node.remove(); });
Array.from(shown.values()).reduceRight((next, node) => { move(node, lines, next); return node; }, null);
}
return {
rows() {
const needs = decoded(trip.merged(), itemOf);
return needs.concat(extras(needs));
},
show: show,
};
};
})();
(function () {
"use strict";
const { byId, all, put, teller, decode, load, announcer, fill, keep, papers, questions } = self.onetrip;
const words = teller("wizard_");
const say = teller("plan_");
const wizard = byId("wizard");
if (!wizard || typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return;
const CHOOSING = -2;
const catalogue = self.onetrip.matters();
const matters = catalogue.list;
const list = byId("list");
const served = { list: byId("list-title").textContent, stops: byId("stops-title").textContent };
const announce = announcer();
const chosen = [];
let boxes;
let trip;
let asked;
let merged;
let stopRows = "[]";
let missing = [];
let offered = false;
function choose(wanted) {
for (let i = chosen.length - 1; i >= 0; i--) {
if (wanted.includes(chosen[i])) continue;
trip.remove(i);
chosen.splice(i, 1);
}
wanted.filter((index) => matters[index].data && !chosen.includes(index)).forEach((index) => {
const { data, papers } = matters[index];
if (trip.add(data.key, decode(data.rules), decode(data.lines), Uint32Array.from(papers)) >= 0) chosen.push(index);
});
}
function fetchAll(wanted) {
const waiting = catalogue.missing(wanted);
return !waiting.length ? null : catalogue.load(waiting).then(() => asked.gather());
}
const pieces = (part) => (part.length > 20000 ? [] : part.split("+"));
const sharedOf = (part) => pieces(part).find((piece) => piece.indexOf("t1.") === 0) || "";
function named(part, keys) {
const byKey = keys.map(catalogue.byKey);
const byCode = pieces(part).map((piece) => matters.findIndex((matter) => matter.code === piece));
return byKey.concat(byCode).filter((index, i, every) => index >= 0 && every.indexOf(index) === i);
}
function restore(part) {
const shared = sharedOf(part);
trip.restore(shared);
const wanted = named(part, Array.from(trip.wanted()));
choose([]);
choose(wanted);
missing = catalogue.missing(wanted);
offered = part !== shared;
return trip.restore(shared);
}
const places = (ask) => chosen.map((index, i) => [i, matters[index].asks.indexOf(ask)]).filter(([, question]) => question >= 0);
const onFirst = (name, otherwise) => (ask, value) => {
const place = places(ask)[0];
return place ? trip[name](place[0], place[1], value) : otherwise;
};
const engine = {
answered: onFirst("answered", 0), answer: onFirst("answer", []), relevant: onFirst("relevant", false),
choose: onFirst("choose"), choose_many: onFirst("choose_many"), number: onFirst("number", 1), unsure: onFirst("unsure"), clear: onFirst("clear"),
next() {
const next = trip.next();
return next.length ? matters[chosen[next[0]]].asks[next[1]] : -1;
},
remaining: () => trip.remaining(),
fragment: () => trip.fragment(),
restore: restore,
};
const titles = (indexes) => indexes.map((index) => matters[index].title).join(words("list_join"));
const stopped = () => chosen.filter((index, i) => trip.stop(i) >= 0);
const running = () => chosen.filter((index, i) => trip.stop(i) < 0);
function showStops() {
const rows = byId("stop-rows");
const certain = stopped().map((index) => [index, trip.stop(chosen.indexOf(index))]);
const now = JSON.stringify(certain);
if (stopRows !== now) {
stopRows = now;
rows.textContent = "";
certain.forEach(([index, at]) => {
const { title, data } = matters[index];
const { tel, text } = data.stops[at].phone || {};
rows.appendChild(fill("piece-stop", Object.assign({}, data.stops[at], { index: at, matter: title, tel: tel, phone: text, consult: !tel })));
});
}
byId("stops").hidden = !certain.length;
put(byId("stops-title"), running().length || !chosen.length ? served.stops : say("stopped"));
}
function showSummary(rows, state) {
list.querySelector(".lines").hidden = !rows.length;
byId("nothing").hidden = Boolean(rows.length);
const count = (some) => some.reduce((sum, row) => sum + row.pick, 0);
const extra = count(rows.filter((row) => row.extra));
const needed = count(rows.filter((row) => row.needed && !row.extra));
const depends = count(rows.filter((row) => !row.needed && !row.extra));
const values = { needed: needed, depends: depends, total: needed + depends, n: needed };
const asking = state === "asking";
const summary = depends && asking ? words("summary", values) : say(depends ? "summary_open" : "summary", values);
put(byId("summary"), extra ? words("summary_extra", { summary: summary, extra: extra }) : summary);
put(byId("list-title"), asking || depends ? served.list : words("list_done"));
const doubtful = chosen.filter((index, i) => trip.stop(i) < 0 && trip.stop_open(i));
const open = [];
const names = all(".lines > [data-status=depends]:not(.line--recommended)", list).map((node) => node.dataset.name);
if (depends) open.push(say("unsure", { n: depends, names: names.join(words("list_join")) }));
if (doubtful.length) open.push(say("unsure_stop", { matters: titles(doubtful) }));
put(byId("finished-title"), words(open.length ? "finished_open" : "finished"));
byId("still-open").hidden = !open.length;
put(byId("still-open-what"), open.join(" "));
}
function showMatters() {
const rows = byId("chosen-matters");
rows.textContent = "";
chosen.forEach((index, i) => {
const row = rows.appendChild(document.createElement("li"));
const link = row.appendChild(document.createElement("a"));
link.className = "matter-link";
link.href = matters[index].href;
link.textContent = matters[index].title;
if (trip.stop(i) < 0) return;
const off = row.appendChild(document.createElement("span"));
off.className = "off";
off.textContent = say("off");
});
}
function showTrip() {
const rows = byId("trip-rows");
const add = (text) => { rows.appendChild(document.createElement("li")).textContent = text; };
const promise = (index) => say("promise", { title: matters[index].title, promise: matters[index].data.promise.words });
const atOnce = (index) => matters[index].data.desk_mode === "on_the_spot";
const spot = running().filter(atOnce);
const passed = running().filter((index) => !atOnce(index));
const days = (index) => matters[index].data.promise.days * (matters[index].data.promise.unit === "workday" ? 1.4 : 1);
const longest = passed.slice().sort((one, other) => days(other) - days(one))[0];
rows.textContent = "";
if (spot.length) add(say("on_the_spot", { matters: titles(spot) }));
if (passed.length) add(say("transfer", { matters: passed.map(promise).join(words("list_join")) }));
if (passed.length > 1) add(say("longest", { title: matters[longest].title, promise: matters[longest].data.promise.words }));
if (running().length > 1) add(say("no_second"));
if (stopped().length) add(say("some_stopped", { matters: titles(stopped()) }));
}
function showSlip() {
const title = chosen.length ? say("title", { n: running().length, matters: titles(running()) }) : "";
byId("keep").dataset.title = title || byId("keep").dataset.title;
document.querySelector(".slip-title").textContent = title;
const reviews = chosen.map((index) => matters[index].data.review_by).sort();
byId("slip-before").textContent = reviews.length ? say("before", { date: reviews[0], phone: byId("visit").dataset.phone }) : "";
byId("slip-version").textContent = chosen.map((index) => matters[index].code + " " + matters[index].data.version).join(words("join"));
}
const page = {
prepare(part) {
const keys = sharedOf(part).split(".").filter((piece) => piece.includes("_"));
return fetchAll(named(part, keys.map((piece) => parseInt(piece, 36))));
},
state(question, editing) {
if (editing === CHOOSING || offered || !chosen.length) return "choosing";
return !running().length && editing < 0 ? "stopped" : question ? "asking" : "finished";
},
target(state) {
if (state === "choosing") return [byId("choosing-title"), byId("choosing")];
return state === "stopped" ? [byId("stops-title"), byId("stops")] : [byId("finished-title"), byId("finished")];
},
fragment: () => trip.fragment(),
sentences: () => asked.sentences(),
show(state, moved) {
const choosing = state === "choosing";
const rows = choosing ? [] : merged.rows();
merged.show(rows);
byId("choosing").hidden = !choosing;
byId("choosing-error").textContent = "";
byId("changes").hidden = choosing;
list.hidden = byId("trip").hidden = choosing || state === "stopped";
byId("trip").hidden = byId("trip").hidden || state === "asking";
if (!choosing) showSummary(rows, state);
boxes.forEach((box) => { box.checked = chosen.concat(missing).includes(Number(box.value)); });
showChosen();
catalogue.tell(missing);
showStops();
showMatters();
showTrip();
showSlip();
announce(choosing ? null : all(".lines > .line", list).map((node) => [node.dataset.name, node.dataset.status]), moved);
const current = all("[data-question]", byId("questions")).find((node) => !node.hidden);
const wanted = current ? places(Number(current.dataset.question)).map(([i]) => chosen[i]) : [];
byId("asked-for").textContent = chosen.length > 1 && wanted.length ? say("asked_for", { matters: titles(wanted) }) : "";
keep.refresh(!choosing && state !== "asking");
},
giveUp() {
catalogue.close();
["list", "trip", "stops", "keep"].forEach((id) => { byId(id).hidden = true; });
document.documentElement.classList.remove("as-slip");
},
actions: {
choose() {
asked.record(1, CHOOSING);
asked.show(true);
},
},
};
const ticked = () => boxes.filter((box) => box.checked).map((box) => Number(box.value));
function showChosen() {
const count = ticked().length;
byId("chosen").textContent = count ? say("chosen", { n: count }) : "";
}
function take(wanted) {
offered = false;
choose(chosen.filter((index) => wanted.includes(index)).concat(wanted));
missing = catalogue.missing(wanted);
if (chosen.length) asked.record(1, -1);
asked.show(true);
}
function onChosen(event) {
event.preventDefault();
const wanted = ticked();
byId("choosing-error").textContent = wanted.length ? "" : say("need_one");
if (!wanted.length) return boxes[0].focus();
byId("chosen").textContent = say("loading");
run().then(() => {
boxes.forEach((box) => { box.checked = wanted.includes(Number(box.value)); });
byId("chosen").textContent = say("loading");
return fetchAll(wanted);
}).then(() => take(wanted)).catch(giveUp);
}
const once = (make) => { let made = null; return () => { if (!made) made = { of: make() }; return made.of; }; };
const engineReady = once(() => load(wasm_bindgen, wizard.dataset.wasm, wizard.dataset.inline, "onetripTrip"));
const run = once(() => engineReady().then(() => {
trip = wasm_bindgen.Trip.open();
asked = questions(engine, page);
merged = papers({ trip: trip, asked: asked, catalogue: catalogue, chosen: chosen, titles: titles });
keep.use(page);
return page.prepare(location.hash.slice(1));
}).then(() => {
open();
asked.start();
}));
function giveUp() {
wizard.hidden = byId("answers").hidden = true;
delete wizard.dataset.state;
page.giveUp();
}
function onTicked() {
showChosen();
byId("choosing-error").textContent = "";
engineReady().catch(() => {});
}
const open = once(() => { boxes = catalogue.open(); });
const hasPart = () => location.hash.length > 1;
function start() {
byId("choosing").addEventListener("submit", onChosen);
byId("choosing").addEventListener("change", onTicked);
window.addEventListener("hashchange", () => { if (hasPart()) run().catch(giveUp); });
if (hasPart()) return run().catch(giveUp);
open();
wizard.dataset.state = "choosing";
byId("changes").hidden = true;
wizard.hidden = false;
}
start();
})();
