/* The letters' size and the contrast, as the visitor wants them: classes on <html>, kept on this device where that is
   possible. Stands in the head, so that nothing jumps. Also: the way to the
   other language takes the answers along. */
(function () {
  "use strict";

  const root = document.documentElement;
  const LARGEST = 3; // 20, 24, 30, 36 px where the browser's own size is 16 px

  // Storage may be forbidden or full: then the choice holds for this page.
  function stored(key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (error) { /* the page works without */ }
    return "";
  }

  let size = Math.min(Math.max(parseInt(stored("onetrip.size"), 10) || 0, 0), LARGEST);
  let contrast = stored("onetrip.contrast") === "1";

  function apply() {
    for (let step = 1; step <= LARGEST; step++) root.classList.toggle("size-" + step, step === size);
    root.classList.toggle("contrast", contrast);
    measure();
  }

  // Whether the letters leave too little of the screen for anything that stays in place. A media query knows neither our sizes nor,
  // everywhere, the browser's own.
  const LEAST = { width: 19, height: 30 }; // in letters as large as the root's
  function measure() {
    const letter = parseFloat(getComputedStyle(root).fontSize);
    root.classList.toggle("low", window.innerWidth < LEAST.width * letter || window.innerHeight < LEAST.height * letter);
  }

  function show(face) {
    const button = (name) => face.querySelector("[data-face=" + name + "]");
    // Not `disabled`: the focus would be lost under the finger.
    button("larger").setAttribute("aria-disabled", String(size === LARGEST));
    button("smaller").setAttribute("aria-disabled", String(size === 0));
    button("contrast").setAttribute("aria-pressed", String(contrast));
  }

  function press(face, name) {
    // What is under the finger stays there while the letters around it grow.
    const top = face.getBoundingClientRect().top;
    if (name === "contrast") contrast = !contrast;
    else size = Math.min(Math.max(size + (name === "larger" ? 1 : -1), 0), LARGEST);
    apply();
    show(face);
    window.scrollBy(0, face.getBoundingClientRect().top - top);
    stored("onetrip.size", size ? String(size) : "");
    stored("onetrip.contrast", contrast ? "1" : "");
    const said = document.getElementById("face-size");
    said.textContent = said.getAttribute("data-size-" + size);
  }

  // The other language shows the same list: questions and answers have the same short names in both.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-language]");
    if (link) link.hash = location.hash;
  });

  window.addEventListener("resize", measure);
  // Letters that grow while the page is open make it longer, and say nothing else.
  if (typeof ResizeObserver === "function") new ResizeObserver(measure).observe(root);
  // The engine of a matter's page is asked for at once; its script, which comes later, takes it over. Where that fails it asks itself.
  const wasm = document.currentScript.dataset.wasm;
  if (wasm && /^http/.test(location.protocol) && typeof WebAssembly === "object" && typeof fetch === "function") {
    const engine = fetch(wasm).then((response) => (response.ok ? response.arrayBuffer() : Promise.reject()));
    engine.catch(() => {});
    self.onetripEngine = { wasm: wasm, engine: engine };
  }

  const load = (address) => {
    const script = document.createElement("script");
    script.src = address;
    document.head.appendChild(script);
  };
  // What a phone keeps of a community, see offline.js; after everything that somebody waits for.
  const offline = document.currentScript.dataset.offline;
  const kept = root.dataset.kept;
  if (offline && "serviceWorker" in navigator) window.addEventListener(kept ? "DOMContentLoaded" : "load", () => setTimeout(load, kept ? 0 : 3000, offline));
  // On a machine in the hall, see kiosk.js.
  const kiosk = document.currentScript.dataset.kiosk;
  let inHall = /[?&]kiosk\b/.test(location.search);
  try { inHall = inHall || Boolean(sessionStorage.getItem("onetrip.kiosk")); } catch (error) { /* the address alone says it */ }
  if (kiosk && inHall) load(kiosk);

  // From the first paint on there is a place for what works only with a script.
  root.classList.add("script");
  apply();
  function start() {
    const face = document.getElementById("face");
    if (!face) return;
    face.addEventListener("click", (event) => {
      const button = event.target.closest("[data-face]");
      if (button) press(face, button.dataset.face);
    });
    show(face);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  // A page that comes back from the browser's memory may be older than the last choice.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    size = Math.min(Math.max(parseInt(stored("onetrip.size"), 10) || 0, 0), LARGEST);
    contrast = stored("onetrip.contrast") === "1";
    apply();
    const face = document.getElementById("face");
    if (face) show(face);
  });
})();
