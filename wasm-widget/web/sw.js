/* What a phone keeps of a site, so that a page that was there once is there without a network too. Everything that somebody opens is
   kept, and of a community all that its list (`offline.json`, see render/offline.rs) names, once a page asks for it (offline.js).
   Who has a network reads the host's page: what is kept stands in only where the host does not answer within some seconds, and is
   marked so (`data-kept` at the root: the moment when it was kept; `data-kept-why`: `off` or `slow`). Assets have names that change
   with their bytes, so the kept ones are as good as the host's. */
(function () {
  "use strict";

  const CACHE = "onetrip-1";
  const PATIENCE = 4000; // milliseconds
  const LANES = 2; // so many files are fetched at once: whoever reads meanwhile comes first
  const NOTE = "x-onetrip"; // when it was kept, the digest of its bytes, and the digest under which a list named it
  const FORMAT = 1; // of a list; of another one a later worker knows more
  const LIST = /(^|\/)offline\.json$/;
  const top = self.registration.scope;
  const pending = new Map(); // pages that the host has yet to send

  const opened = () => caches.open(CACHE);
  const pathOf = (address) => {
    const path = address.split(/[?#]/)[0].slice(top.length);
    const name = path.split("/").pop();
    return name === "" ? path + "index.html" : name.indexOf(".") < 0 ? path + ".html" : path;
  };
  const ours = (address) => address.slice(0, top.length) === top;
  const note = (response) => {
    const [when, is, named] = (response.headers.get(NOTE) || "").split(" ");
    return { when: Number(when), is: is, named: named };
  };

  async function digest(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const told = (response) => {
    const headers = new Headers();
    ["content-type", "content-security-policy"].forEach((name) => { if (response.headers.has(name)) headers.set(name, response.headers.get(name)); });
    return headers;
  };

  // Not as the host sent it: who was led here by the host gets the page all the same, and what was packed is unpacked by now.
  async function put(cache, path, response, named) {
    const bytes = await response.arrayBuffer();
    const headers = told(response);
    headers.set(NOTE, [Date.now(), await digest(bytes), named || "-"].join(" "));
    await cache.put(top + path, new Response(bytes, { headers: headers }));
  }

  const good = (response) => response.status === 200 && response.type === "basic";

  async function asset(event, path) {
    const cache = await opened();
    const kept = await cache.match(top + path);
    if (kept) return kept;
    const response = await fetch(event.request);
    if (good(response)) event.waitUntil(put(cache, path, response.clone()).catch(() => {}));
    return response;
  }

  function fromHost(event, cache, path) {
    // The browser may have asked while the worker was still starting.
    const asked = Promise.resolve(event.preloadResponse).then((response) => response || fetch(event.request));
    let stored = Promise.resolve();
    const answer = asked.then((response) => {
      if (good(response)) stored = put(cache, path, response.clone());
      return response;
    });
    const done = answer.then(() => stored).catch(() => { /* no network, or no room */ }).then(() => {
      if (pending.get(path) === done) pending.delete(path);
    });
    pending.set(path, done);
    event.waitUntil(done);
    return answer;
  }

  // The host's answer, or why there is none worth waiting for.
  const inTime = (answer) => Promise.race([
    answer.then((response) => (response.status < 500 ? response : "slow"), () => "off"),
    new Promise((resolve) => setTimeout(resolve, PATIENCE, "slow")),
  ]);

  async function data(event, path) {
    const cache = await opened();
    const answer = fromHost(event, cache, path);
    const kept = await cache.match(top + path);
    if (!kept) return answer;
    const first = await inTime(answer);
    return typeof first === "string" ? kept : first;
  }

  async function page(event, path) {
    const cache = await opened();
    const answer = fromHost(event, cache, path);
    const kept = await cache.match(top + path);
    if (!kept) return answer.catch((fault) => elsewhere(cache, path, fault));
    const first = await inTime(answer);
    return typeof first === "string" ? marked(kept, first) : first;
  }

  async function marked(page, why) {
    const when = new Date(note(page).when).toISOString();
    const text = (await page.text()).replace("<html ", '<html data-kept="' + when + '" data-kept-why="' + why + '" ');
    return new Response(text, { headers: told(page) });
  }

  // The nearest home above that is kept; it says that the page itself is not.
  async function elsewhere(cache, path, fault) {
    const parts = path.split("/");
    while (parts.length) {
      parts.pop();
      const home = parts.concat("index.html").join("/");
      if (home !== path && await cache.match(top + home)) return Response.redirect(top + home + "?not-kept", 302);
    }
    throw fault;
  }

  self.addEventListener("fetch", (event) => {
    const request = event.request;
    if (request.method !== "GET" || !ours(request.url) || request.headers.has("range")) return;
    const path = pathOf(request.url);
    if (/^assets\//.test(path)) event.respondWith(asset(event, path));
    else if (request.mode === "navigate" && /\.html$/.test(path) && !/(^|\/)print\//.test(path)) event.respondWith(page(event, path));
    else if (/(^|\/)(data\/[^/]+\.js(on)?|qr\/[^/]+\.png)$/.test(path)) event.respondWith(data(event, path));
  });

  // Keeps what a list names and is not yet there; what no list names any more goes once all of it is.
  async function keep(path) {
    const cache = await opened();
    const answer = await fetch(top + path, { cache: "no-cache" });
    if (!good(answer)) return null;
    const text = await answer.text();
    const list = JSON.parse(text);
    if (list.format !== FORMAT) return null;
    const missing = [];
    for (const [file, named] of list.files) {
      const kept = await cache.match(top + file);
      const has = kept && note(kept);
      if (!has || (named && has.is !== named && has.named !== named)) missing.push([file, named]);
    }
    const lane = async () => {
      for (let one = missing.shift(); one; one = missing.shift()) {
        const [file, named] = one;
        const response = await fetch(top + file, named ? { cache: "no-cache" } : {});
        if (good(response)) await put(cache, file, response, named);
        else if (response.status !== 404) throw new Error(file);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    const before = await cache.match(top + path);
    const same = before && (await before.clone().text()) === text;
    await put(cache, path, new Response(text, { headers: { "content-type": "application/json" } }));
    if (before && !same) await clear(cache, path);
    return list;
  }

  async function clear(cache, path) {
    const all = (await cache.keys()).map((request) => pathOf(request.url));
    const lists = all.filter((one) => LIST.test(one));
    const wanted = new Set(lists);
    for (const one of lists) JSON.parse(await (await cache.match(top + one)).text()).files.forEach(([file]) => wanted.add(file));
    const folder = path.replace(LIST, "$1");
    const gone = all.filter((one) => !wanted.has(one) && (one.indexOf(folder) === 0 || /^assets\//.test(one)));
    await Promise.all(gone.map((one) => cache.delete(top + one)));
  }

  const keeping = new Map();
  function keepOnce(path) {
    if (!keeping.has(path)) keeping.set(path, keep(path).then((list) => { keeping.delete(path); return list; }, (fault) => { keeping.delete(path); throw fault; }));
    return keeping.get(path);
  }

  // Whether the host has sent another page than the one that stands in for it.
  async function newer(path, since) {
    const cache = await opened();
    await pending.get(path);
    const kept = await cache.match(top + path);
    return Boolean(kept) && note(kept).when > since;
  }

  self.addEventListener("message", (event) => {
    const { keep: list, newer: address, since } = event.data || {};
    const [port] = event.ports;
    if (!port) return;
    const answer = list && ours(list) && LIST.test(pathOf(list)) ? keepOnce(pathOf(list)).then((kept) => (kept ? { bytes: kept.bytes } : null))
      : address && ours(address) ? newer(pathOf(address), since) : Promise.resolve(null);
    // Full or without a network: what is kept so far stays, and the next page goes on.
    event.waitUntil(answer.catch(() => null).then((told) => port.postMessage(told)));
  });

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => {
    const old = caches.keys().then((names) => Promise.all(names.filter((name) => /^onetrip-/.test(name) && name !== CACHE).map((name) => caches.delete(name))));
    const preload = self.registration.navigationPreload;
    event.waitUntil(old.then(() => preload && preload.enable()).then(() => self.clients.claim()));
  });
})();
