/* The matters to choose from, as the page lists them, and what is loaded of those that are chosen (data/CODE.json; from a disk,
   where nothing can be fetched, data/CODE.js). */
(function () {
  "use strict";

  const { byId, all, added, fill } = self.onetrip;
  const FORMAT = 3;

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
      const name = link.pathname.split("/").pop().split(".")[0];
      return {
        index: index, node: node, title: link.textContent, href: link.getAttribute("href"),
        name: name, code: name.split("-")[0], events: (node.dataset.events || "").split(" "), data: null,
      };
    });
    const papers = []; // all papers of what was loaded, each once, in the order in which they came up
    const asks = []; // the same of questions

    let told = ""; // which of them could not be loaded

    // Equal papers and equal questions of several matters have one number on the page.
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
        const { kind, decimals } = question;
        const number = kind === "number";
        const values = { id: form.children.length, multi: kind === "multi", number: number, date: kind === "date", whole: number && !decimals, keypad: decimals ? "decimal" : "numeric", box: kind === "choice" ? "radio" : "checkbox" };
        form.appendChild(fill("piece-question", Object.assign({}, question, values)));
      });
    }

    return {
      list: matters, papers: papers,
      // Which matter an address with answers means; the engine knows most keys by the codes.
      byKey: (wanted) => matters.findIndex(({ code, node }) => Number(node.dataset.key || wasm_bindgen.Trip.key(code)) === wanted),
      missing: (indexes) => indexes.filter((index) => !matters[index].data),
      // Loads them; what cannot be loaded stays without data, and the others go on.
      load(indexes) {
        const wanted = indexes.filter((index) => !matters[index].data);
        const one = (index) => get(matters[index].name).catch(() => null);
        return Promise.all(wanted.map(one)).then((found) => {
          found.forEach((data, i) => { if (data) take(matters[wanted[i]], data); });
          showAsks();
        });
      },
      // What could not be loaded, by name, with the way to its own page.
      tell(missing) {
        const notice = byId("missing");
        const now = missing.join(" ");
        if (told === now) return;
        told = now;
        notice.textContent = "";
        missing.forEach((index) => notice.appendChild(fill("piece-missing", matters[index])));
        notice.hidden = !missing.length;
      },
      // Links become boxes, in the form: those that are folded once they are unfolded.
      open(made) {
        const boxes = (part) => {
          all("li", part).forEach((node) => {
            const matter = matters.find((one) => one.node === node);
            Array.from(node.children).forEach((child) => { child.hidden = true; });
            node.insertBefore(fill("piece-matter", matter), node.firstChild);
          });
          made();
        };
        const folded = all("details", box);
        folded.forEach((part) => {
          part.addEventListener("toggle", () => { if (home.hidden && !part.querySelector("label")) boxes(part); });
        });
        if (!folded.length) boxes(box);
        byId("choices").appendChild(box);
        home.hidden = true;
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
