let onetrip_slip = (function(exports) {
function modules(text) {
try {
const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
const ptr0 = passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len0 = WASM_VECTOR_LEN;
wasm.modules(retptr, ptr0, len0);
var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
var v2 = getArrayU8FromWasm0(r0, r1).slice();
wasm.__wbindgen_free(r0, r1 * 1, 1);
return v2;
} finally {
wasm.__wbindgen_add_to_stack_pointer(16);
}
}
exports.modules = modules;
function __wbg_get_imports() {
const import0 = {
__proto__: null,
};
return {
__proto__: null,
"./slip_bg.js": import0,
};
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
let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
}
return cachedUint8ArrayMemory0;
}
function passStringToWasm0(arg, malloc, realloc) {
const buf = cachedTextEncoder.encode(arg);
const ptr = malloc(buf.length, 1) >>> 0;
getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
WASM_VECTOR_LEN = buf.length;
return ptr;
}
const cachedTextEncoder = new TextEncoder();
let WASM_VECTOR_LEN = 0;
let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
wasmInstance = instance;
wasm = instance.exports;
wasmModule = module;
cachedDataViewMemory0 = null;
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
const SPACE = "http://www.w3.org/2000/svg";
const QUIET = 4;
const DAY = 864e5;
let ready = null;
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
function draw(text, box, files) {
ready = ready || self.onetrip.load(onetrip_slip, files.slipWasm, files.slipInline, "onetripSlip");
return ready.then(() => {
const modules = onetrip_slip.modules(text);
const side = modules[0];
const all = side + 2 * QUIET;
self.onetrip.all("svg", box).forEach((old) => old.remove());
if (!side) return;
const picture = make("svg", { viewBox: "0 0 " + all + " " + all, "shape-rendering": "crispEdges", "aria-hidden": "true" });
make("path", { fill: "#fff", d: "M0 0h" + all + "v" + all + "H0z" }, picture);
make("path", { fill: "#000", d: path(modules, side) }, picture);
box.insertBefore(picture, box.firstChild);
});
}
function calendar(visit) {
const stamp = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
const date = (days) => stamp(Date.parse(visit.date) + days * DAY).slice(0, 8);
const safe = (value) => value.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
const now = Date.now();
const rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onetrip//ZH", "BEGIN:VEVENT", "UID:" + visit.uid, "SEQUENCE:" + Math.floor(now / 6e4), "DTSTAMP:" + stamp(now)]
.concat(visit.span ? ["DTSTART:" + stamp(visit.start), "DTEND:" + stamp(visit.end)] : ["DTSTART;VALUE=DATE:" + date(0), "DTEND;VALUE=DATE:" + date(1)])
.concat(["SUMMARY:" + safe(visit.title), "LOCATION:" + safe(visit.where), "DESCRIPTION:" + safe(visit.text), "BEGIN:VALARM", "ACTION:DISPLAY",
"DESCRIPTION:" + safe(visit.title), "TRIGGER:" + (visit.reminder || "-PT14H"), "END:VALARM", "END:VEVENT", "END:VCALENDAR"]);
const fold = (line) => (/^[ -~]{1,75}$/.test(line) ? line : line.match(/[^]{1,18}/gu).join("\r\n "));
const link = document.createElement("a");
link.href = URL.createObjectURL(new Blob([rows.map(fold).join("\r\n") + "\r\n"], { type: "text/calendar" }));
link.download = "onetrip-" + date(0) + ".ics";
document.body.appendChild(link);
link.click();
link.remove();
setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
}
self.onetrip.slip = { draw: draw, calendar: calendar };
})();
