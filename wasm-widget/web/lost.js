/* The page for an address that there is not (404.html): reads from the address what was meant, and says who does it here, who does
   it instead, or what is like it. Without this script the page leads home and to the communities' phones. */
(function () {
  "use strict";

  const box = document.getElementById("lost");
  if (!box) return;
  const rows = box.querySelector("ul");
  const { top } = box.dataset;
  const say = (key, values) => (box.getAttribute("data-" + key) || "").replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const decoded = (part) => { try { return decodeURIComponent(part); } catch (error) { return part; } };
  const places = Array.from(document.querySelectorAll("[data-community]"), (node) => {
    const link = node.querySelector("a");
    return { id: node.dataset.community, name: link.textContent, home: link.getAttribute("href") };
  });

  const added = (src) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = reject;
    document.head.appendChild(script);
  });

  function show(sentence, links) {
    document.getElementById("lost-title").textContent = sentence;
    links.forEach(({ href, text }) => {
      const link = rows.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      link.className = "matter-link";
      link.href = href;
      link.textContent = text;
    });
    box.hidden = false;
    document.getElementById("lost-default").hidden = true;
  }

  // Below the top of the site, or what comes last where it stands elsewhere: a community and a name.
  const path = location.pathname;
  const inner = path.indexOf(top) === 0 ? path.slice(top.length) : path.split("/").slice(-2).join("/");
  const parts = inner.split("/").map(decoded).filter(Boolean);
  const same = (one, other) => one.toLowerCase() === other.toLowerCase();
  const place = places.find(({ id }) => id && same(id, parts[0] || "")) || (places.length === 1 ? places[0] : null);
  const last = parts[parts.length - 1] || "";
  const word = place && same(place.id, last) ? "" : last.replace(/\.\w+$/, "").trim();
  const named = word.toLowerCase();

  // What is like it, among what its community offers.
  function near() {
    const { search, data } = box.dataset;
    const index = new Promise((resolve) => { self.onetripSearch = resolve; });
    return added(search).then(() => added(place.home.replace(/[^/]*$/, "") + data)).then(() => index).then((all) => {
      const found = self.onetrip.finder(all)(word.replace(/[-_]+/g, "") || "-");
      const folder = place.home.replace(/[^/]*$/, "");
      if (found.length) show(say("near", { text: word }), found.slice(0, 5).map(({ matter }) => ({ href: folder + matter.href, text: matter.title })));
    });
  }

  self.onetripWhere = ({ communities, matters }) => {
    const known = matters.find(([code]) => code === named);
    if (!known) return place ? near().catch(() => {}) : null;
    const [code, title, at] = known;
    const offering = at.map((i) => places.find(({ id }) => id === communities[i])).filter(Boolean);
    const to = ({ home, name }) => ({ href: home.replace(/[^/]*$/, "") + code + ".html", text: name });
    if (place && offering.includes(place)) return show(say("here", { title: title }), [Object.assign(to(place), { text: title })]);
    return show(say(place ? "elsewhere" : "where-is", { title: title, community: place ? place.name : "" }), offering.map(to));
  };
  if (word && !same(word, "index")) added(box.dataset.where).catch(() => {});
})();
