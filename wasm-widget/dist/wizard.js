let wasm_bindgen = (function(exports) {
let script_src;
if (typeof document !== 'undefined' && document.currentScript !== null) {
script_src = new URL(document.currentScript.src, location.href).toString();
}
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
if (realloc === undefined) {
const buf = cachedTextEncoder.encode(arg);
const ptr = malloc(buf.length, 1) >>> 0;
getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
WASM_VECTOR_LEN = buf.length;
return ptr;
}
let len = arg.length;
let ptr = malloc(len, 1) >>> 0;
const mem = getUint8ArrayMemory0();
let offset = 0;
for (; offset < len; offset++) {
const code = arg.charCodeAt(offset);
if (code > 0x7F) break;
mem[ptr + offset] = code;
}
if (offset !== len) {
if (offset !== 0) {
arg = arg.slice(offset);
}
ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
const ret = cachedTextEncoder.encodeInto(arg, view);
offset += ret.written;
ptr = realloc(ptr, len, offset, 1) >>> 0;
}
WASM_VECTOR_LEN = offset;
return ptr;
}
let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
function decodeText(bytes) {
return cachedTextDecoder.decode(bytes);
}
const cachedTextEncoder = new TextEncoder();
if (!('encodeInto' in cachedTextEncoder)) {
cachedTextEncoder.encodeInto = function (arg, view) {
const buf = cachedTextEncoder.encode(arg);
view.set(buf);
return {
read: arg.length,
written: buf.length
};
};
}
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
async function __wbg_load(module, imports) {
if (typeof Response === 'function' && module instanceof Response) {
if (!module.ok) {
throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);
}
if (typeof WebAssembly.instantiateStreaming === 'function') {
try {
return await WebAssembly.instantiateStreaming(module, imports);
} catch (e) {
const validResponse = expectedResponseType(module.type);
if (validResponse && module.headers.get('Content-Type') !== 'application/wasm') {
console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);
} else { throw e; }
}
}
const bytes = await module.arrayBuffer();
return await WebAssembly.instantiate(bytes, imports);
} else {
const instance = await WebAssembly.instantiate(module, imports);
if (instance instanceof WebAssembly.Instance) {
return { instance, module };
} else {
return instance;
}
}
function expectedResponseType(type) {
switch (type) {
case 'basic': case 'cors': case 'default': return true;
}
return false;
}
}
function initSync(module) {
if (wasm !== undefined) return wasm;
if (module !== undefined) {
if (Object.getPrototypeOf(module) === Object.prototype) {
({module} = module)
} else {
console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
}
}
const imports = __wbg_get_imports();
if (!(module instanceof WebAssembly.Module)) {
module = new WebAssembly.Module(module);
}
const instance = new WebAssembly.Instance(module, imports);
return __wbg_finalize_init(instance, module);
}
let __wbg_init_promise;
async function __wbg_init(module_or_path) {
if (wasm !== undefined) return wasm;
if (__wbg_init_promise === undefined) {
__wbg_init_promise = __wbg_init_once(module_or_path);
__wbg_init_promise.catch(() => { __wbg_init_promise = undefined; });
}
return __wbg_init_promise;
}
async function __wbg_init_once(module_or_path) {
if (module_or_path !== undefined) {
if (Object.getPrototypeOf(module_or_path) === Object.prototype) {
({module_or_path} = module_or_path)
} else {
console.warn('using deprecated parameters for the initialization function; pass a single object instead')
}
}
const imports = __wbg_get_imports();
if (typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)) {
module_or_path = fetch(module_or_path);
}
const { instance, module } = await __wbg_load(await module_or_path, imports);
return __wbg_finalize_init(instance, module);
}
return Object.assign(__wbg_init, { initSync }, exports);
})({ __proto__: null });
/* The wizard on the phone. It follows wasm-bindgen's glue, which defines `wasm_bindgen`.
   The page is complete before this runs: the script hides, shows and re-counts what is there, and holds
   no texts of its own. If anything fails, now or later, the page goes back to the complete list. */
(function () {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const wizard = byId("wizard");
  if (!wizard || typeof WebAssembly !== "object" || typeof wasm_bindgen === "undefined") return;

  const form = byId("questions");
  const list = byId("list");
  const listTitle = byId("list-title");
  const stops = byId("stops");
  const stopsTitle = byId("stops-title");
  const items = all("[data-item]");
  const lines = all(".lines > .line").map((node) => ({ node: node, name: node.dataset.name, count: Number(node.dataset.count) || 1 }));
  const questions = all("[data-question]", form).map((node) => ({
    node: node, index: Number(node.dataset.question), kind: node.dataset.kind, label: node.dataset.label, inputs: all("input", node),
  }));
  const served = { list: listTitle.textContent, stops: stops && stopsTitle.textContent };
  const texts = {};
  all("[data-key]", byId("texts").content).forEach((node) => { texts[node.dataset.key] = node.textContent; });
  const say = (key, values) => texts["wizard_" + key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));

  let engine;
  let editing = -1; // the question that is open through 改, else -1
  let seen = ""; // the address that the page shows: popstate and hashchange both report one step back
  let marked = {}; // the choices of every question as last given, so that going back loses nothing
  let before = null; // what the list said before this answer
  let timer = 0;

  // Answers: an array of input values; "u" is 不清楚, "n" is none of these.
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

  function fill(question) {
    const values = given(question) || marked[question.index] || [];
    question.inputs.forEach((input) => {
      if (input.type === "text") input.value = values.length && values[0] !== "u" ? values[0] : "";
      else input.checked = values.includes(input.value);
    });
  }

  // Hands the marked choices to the engine; returns the key of a hint when they are no answer.
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
    byId("question-error").textContent = key ? say(key, question.node.dataset) : "";
    question.inputs.forEach((input) => { if (input.type === "text") input.setAttribute("aria-invalid", String(Boolean(key))); });
    if (key) question.inputs[0].focus();
  }

  // The address: answers stand in its # part; each answer is one step of the browser's own Back.
  const hash = () => location.hash.slice(1);
  const depth = () => (history.state && history.state.depth) || 0;
  const remember = () => questions.forEach((question) => { marked[question.index] = given(question) || marked[question.index]; });
  const forget = () => questions.forEach((question) => engine.clear(question.index));

  function record(step, edit) {
    const part = engine.fragment();
    const url = location.href.split("#")[0] + (part ? "#" + part : "");
    editing = edit;
    try { history[step ? "pushState" : "replaceState"]({ depth: depth() + step, edit: edit }, "", url); } catch (error) { location.hash = part; }
    seen = hash() + " " + edit;
  }

  function load() {
    const part = hash();
    editing = history.state && questions.some((question) => question.index === history.state.edit) ? history.state.edit : -1;
    seen = part + " " + editing;
    remember();
    forget();
    const found = part ? engine.restore(part) : 0;
    if (found & 1) byId("old-version").hidden = !(found & 6);
    return found;
  }

  function arrive() {
    const edit = history.state && history.state.edit >= 0 ? history.state.edit : -1;
    if (hash() + " " + edit === seen) return;
    load();
    show(true);
  }

  // The list
  function showItems() {
    const status = engine.items();
    const any = questions.some((question) => engine.answered(question.index));
    items.forEach((node) => {
      const item = Number(node.dataset.item);
      const why = node.querySelector(".why");
      node.dataset.status = ["no", "depends", "needed"][status[item]];
      node.hidden = status[item] === 0;
      if (!why) return;
      const reasons = pick(engine.reasons(item));
      if (status[item] === 2) why.textContent = reasons.length ? say("because", { answers: reasons.map(sentence).join(say("join")) }) : say("always");
      else why.textContent = say("depends", { questions: pick(engine.open(item)).map((question) => question.label).join(say("list_join")) });
      why.hidden = status[item] === 0 || (status[item] === 1 && !any);
    });
  }

  const status = (line) => line.node.dataset.status || "needed";
  const withStatus = (wanted) => lines.filter((line) => status(line) === wanted);
  const count = (some) => some.reduce((sum, line) => sum + line.count, 0);
  const names = (some) => some.map((line) => line.name).join(say("list_join"));

  function showSummary(asking) {
    const needed = count(withStatus("needed"));
    const depends = count(withStatus("depends"));
    const key = !depends ? "summary_exact" : asking ? "summary" : "summary_open";
    byId("summary").textContent = say(key, { needed: needed, depends: depends, total: needed + depends });
    listTitle.textContent = asking || depends ? served.list : say("list_done");
    const open = [];
    if (depends) open.push(say("unsure_lines", { depends: depends, names: names(withStatus("depends")) }));
    if (engine.stop_open()) open.push(say("unsure_stop"));
    byId("finished-title").textContent = say(open.length ? "finished_open" : "finished");
    byId("still-open").hidden = !open.length;
    byId("still-open-what").textContent = open.join(" ");
  }

  // What came and went, said a moment after the focus has moved, so that one does not drown the other.
  function announce(moved, stopped) {
    const now = lines.map(status);
    const changed = (test) => lines.filter((line, i) => before && before[i] !== now[i] && test(before[i], now[i]));
    const parts = [["sure", (old, is) => old === "depends" && is === "needed"], ["added", (old) => old === "no"], ["removed", (old, is) => is === "no"]]
      .map(([key, test]) => [key, changed(test)]).filter(([, some]) => some.length).map(([key, some]) => say(key, { names: names(some) }));
    const text = moved && !stopped && parts.length ? say("changes", { changes: parts.join(say("join")) }) : "";
    before = stopped ? null : now;
    clearTimeout(timer);
    byId("announce").textContent = "";
    if (text) timer = setTimeout(() => { byId("announce").textContent = text; }, 400);
  }

  function showStops(stop) {
    if (!stops) return;
    const certain = stop >= 0;
    all("[data-stop]", stops).forEach((node) => { node.hidden = certain && Number(node.dataset.stop) !== stop; });
    stops.hidden = !certain && !engine.stop_open();
    stopsTitle.textContent = certain ? say("stopped") : served.stops;
    if (certain) wizard.insertBefore(stops, byId("changes"));
    else list.parentNode.insertBefore(stops, list);
  }

  // While asking, the answers stand below the question; once it is over, the list comes first.
  function showAnswers(finished) {
    const rows = byId("answer-rows");
    rows.textContent = "";
    questions.filter((question) => engine.answered(question.index)).forEach((question) => {
      const row = document.importNode(byId("answer-row").content, true);
      const unused = engine.stop() >= 0 || engine.relevant(question.index) ? "" : "（" + say("not_used") + "）";
      const button = row.querySelector("button");
      row.querySelector(".answer-text").textContent = sentence(question) + unused;
      button.value = String(question.index);
      button.setAttribute("aria-label", say("change_label", { question: question.label }));
      rows.appendChild(row);
    });
    const answers = byId("answers");
    answers.hidden = !rows.firstChild;
    if (finished) list.parentNode.insertBefore(answers, list.nextSibling);
    else wizard.appendChild(answers);
  }

  function showQuestion(question) {
    questions.forEach((other) => { other.node.hidden = other !== question; });
    if (!question) return;
    const done = questions.filter((other) => engine.answered(other.index) && engine.relevant(other.index)).length;
    const more = engine.remaining() - 1;
    byId("progress").textContent = editing >= 0 ? say("changing") : say(more > 0 ? "progress" : "progress_last", { n: done + 1, more: more });
    byId("next").textContent = say(editing >= 0 ? "changed" : "next");
    fill(question);
    hint(question, "");
  }

  // Everything on the page follows from the engine's answers; nothing is remembered in the DOM.
  function show(moved) {
    const stop = engine.stop();
    const question = pick([editing >= 0 ? editing : engine.next()])[0];
    const state = question ? "asking" : stop >= 0 ? "stopped" : "finished";
    const fresh = !questions.some((other) => engine.answered(other.index));
    wizard.dataset.state = state;
    form.hidden = state !== "asking";
    byId("wizard-intro").hidden = !fresh;
    byId("finished").hidden = state !== "finished";
    byId("changes").hidden = list.hidden = stop >= 0;
    all(".list-intro", list).forEach((node) => { node.hidden = true; });
    showQuestion(question);
    showItems();
    showStops(stop);
    showSummary(state === "asking");
    showAnswers(state === "finished");
    announce(moved, stop >= 0);
    all("[data-do=back]").forEach((button) => {
      button.hidden = form.contains(button) ? fresh && editing < 0 : state === "asking";
      button.textContent = say(editing >= 0 ? "keep" : "back");
    });
    const shown = (name, test) => all("[data-do=" + name + "]").forEach((button) => { button.hidden = !test; });
    shown("show-list", state === "asking");
    shown("show-answers", state === "finished");
    // WeChat has no way to print; copying needs a secure page.
    shown("print", state === "finished" && window.print && !/MicroMessenger/.test(navigator.userAgent));
    shown("copy", state === "finished" && navigator.clipboard);
    byId("copied").textContent = "";
    wizard.hidden = false;
    if (moved) {
      byId("restored").hidden = true;
      if (question) bring(question.node.querySelector("legend"), form);
      else if (stop >= 0 && stops) bring(stopsTitle, stops);
      else bring(byId("finished-title"), byId("finished"));
    }
  }

  // Focus follows the step; the page scrolls only when the new step is out of sight.
  function bring(node, box) {
    node.focus({ preventScroll: true });
    const hidden = box.getBoundingClientRect().top < 0 || node.getBoundingClientRect().top > window.innerHeight * 0.6;
    if (hidden) box.scrollIntoView();
  }

  const actions = {
    change(button) {
      record(1, Number(button.value));
      show(true);
    },
    back() {
      if (depth() > 0) return history.back();
      // Opened from a link with answers: there is no step behind this one, so take back the last answer.
      const last = questions.filter((question) => engine.answered(question.index)).pop();
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
      record(1, -1);
      show(true);
    },
    "show-list"() { bring(listTitle, list); },
    "show-answers"() { bring(byId("answers-title"), byId("answers")); },
    print() { window.print(); },
    copy() {
      const done = (key) => () => { byId("copied").textContent = say(key); };
      navigator.clipboard.writeText(location.href).then(done("copied"), done("copy_failed"));
    },
  };

  function onSubmit(event) {
    event.preventDefault();
    const question = questions.find((other) => !other.node.hidden);
    const problem = take(question);
    hint(question, problem);
    if (problem) return;
    remember();
    record(1, -1);
    show(true);
  }

  // 不清楚 and "none of these" exclude every other choice of a question.
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
    // Jumps inside the page must not take the answers out of the address.
    const link = event.target.closest('a[href^="#"]');
    const target = link && byId(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  function giveUp() {
    wizard.hidden = byId("answers").hidden = true;
    list.hidden = false;
    listTitle.textContent = served.list;
    all(".list-intro", list).forEach((node) => { node.hidden = false; });
    items.forEach((node) => {
      node.hidden = false;
      node.removeAttribute("data-status");
      all(".why", node).forEach((why) => { why.hidden = true; });
    });
    if (!stops) return;
    list.parentNode.insertBefore(stops, list);
    stops.hidden = false;
    stopsTitle.textContent = served.stops;
    all("[data-stop]", stops).forEach((node) => { node.hidden = false; });
  }

  let broken = false;
  const guarded = (run) => (event) => {
    if (broken) return;
    try { run(event); } catch (error) { broken = true; giveUp(); }
  };

  // Loading: bytes first, then the engine; never streaming (wrong MIME types, faulty WebViews).
  const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const initialise = (bytes) => wasm_bindgen({ module_or_path: bytes });
  const fetched = () => fetch(wizard.dataset.wasm).then((response) => (response.ok ? response.arrayBuffer() : Promise.reject())).then(initialise);
  const inlined = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = wizard.dataset.inline;
    script.onload = () => resolve(self.onetripWasm);
    script.onerror = reject;
    document.head.appendChild(script);
  }).then(decode).then(initialise);

  function start() {
    engine = wasm_bindgen.Wizard.open(decode(wizard.dataset.rules));
    if (!engine) return;
    const found = load();
    byId("restored").hidden = !(found & 1) || Boolean(found & 6);
    guarded(() => show(false))();
    if (broken) return;
    form.addEventListener("submit", guarded(onSubmit));
    form.addEventListener("input", guarded(onInput));
    form.addEventListener("change", guarded(onInput));
    document.addEventListener("click", guarded(onClick));
    window.addEventListener("popstate", guarded(arrive));
    window.addEventListener("hashchange", guarded(arrive));
  }

  (location.protocol === "file:" ? inlined() : fetched().catch(inlined)).then(start).catch(() => {});
})();
