/* The merged list of a plan: the engine's numbers as lines on the page. */
(function () {
  "use strict";

  const { byId, all, move, numbers, teller } = self.onetrip;
  const words = teller("wizard_");
  const say = teller("plan_");

  // The rows that the numbers mean, see `merged` in src/web/trip.rs. `itemOf` gives the engine's item of a line, -1 for none.
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
    const total = () => { const paper = take(); const sure = count(); const fresh = take(); return { paper: paper, sure: sure, fresh: fresh, most: count() }; };
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

  function showPaper(templates, total, needed) {
    const node = document.importNode(templates[total.paper], true);
    const now = needed ? total.sure : total.most;
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
    const fresh = node.querySelector(".fresh-day");
    if (fresh && total.fresh) fresh.dataset.fresh = total.fresh;
    return node;
  }

  const distinct = (some) => some.filter((index, i, every) => every.indexOf(index) === i);

  // `chosen` are the matters of the trip by their place in it, `titles` names some of them.
  self.onetrip.papers = function ({ trip, asked, matters, chosen, titles }) {
    const lines = byId("list").querySelector(".lines");
    const templates = all("[data-paper]", byId("papers").content);
    const choices = all("[data-choice]", byId("matters")).map((node) => ({ name: node.textContent, from: numbers(node.dataset.from), data: node.dataset }));
    let shown = new Map(); // the rows of the list, by what they say

    // What is only recommended, paper by paper, the larger number of each; nothing that the list has anyway.
    function extras(rows) {
      const listed = new Set(rows.filter((row) => !row.isChoice).map((row) => row.totals[0].paper));
      const found = new Map();
      chosen.forEach((index, place) => {
        const status = trip.stop(place) < 0 ? trip.items(place) : [];
        matters[index].extras.forEach(([paper, item, originals, copies]) => {
          const is = item < 0 ? 2 : status[item];
          if (trip.stop(place) >= 0 || !is || listed.has(paper)) return;
          const count = { originals: originals, handed: 0, copies: copies };
          const row = found.get(paper) || { extra: true, pick: 1, suggested: -1, totals: [{ paper: paper, sure: count, fresh: 0, most: count }], uses: [], serves: [] };
          const most = row.totals[0].most;
          most.originals = Math.max(most.originals, originals);
          most.copies = Math.max(most.copies, copies);
          row.uses.push({ place: place, needed: is === 2, item: item });
          row.needed = row.needed || is === 2;
          found.set(paper, row);
        });
      });
      return Array.from(found.values());
    }

    // Which matters want it, and on what that still depends.
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

    function choiceName(row) {
      const within = (choice) => row.totals.every((total) => choice.from.includes(total.paper));
      const exact = (choice) => row.uses.some((use) => choice.data.matter === String(chosen[use.place]) && choice.data.line === String(use.line));
      const fits = choices.filter(exact).concat(choices.filter((choice) => !choice.data.matter && within(choice)))[0];
      return fits ? fits.name : say("choice");
    }

    function makeRow(row, why) {
      let node;
      if (row.isChoice) {
        node = document.importNode(byId("choice").content, true).firstElementChild;
        node.dataset.name = node.querySelector(".line-name").textContent = choiceName(row);
        node.dataset.count = row.pick;
        node.querySelector(".pick").textContent = say("pick", { n: row.pick });
        row.totals.forEach((total) => {
          const one = showPaper(templates, total, row.needed);
          all(":scope > .tag, :scope > .why", one).forEach((part) => part.remove());
          one.classList.toggle("line--suggested", total.paper === row.suggested);
          node.querySelector(".pick-from").appendChild(one);
        });
        set(node.querySelector(".suggested"), row.suggested >= 0 ? say("suggested", { name: templates[row.suggested].dataset.name }) : "");
      } else {
        node = showPaper(templates, row.totals[0], row.needed);
        const served = distinct(row.serves.map((use) => chosen[use.place]));
        set(node.querySelector(".serves"), served.length ? say("serves", { matters: titles(served) }) : "");
      }
      node.classList.toggle("line--recommended", Boolean(row.extra));
      node.dataset.status = row.needed ? "needed" : "depends";
      set(node.querySelector(".why"), why);
      return node;
    }

    // A row that says what it said before stays as it stands.
    function show(rows) {
      const old = shown;
      shown = new Map();
      rows.forEach((row) => {
        const why = reason(row);
        const key = JSON.stringify([row, chosen, why]);
        shown.set(key, old.get(key) || makeRow(row, why));
      });
      old.forEach((node, key) => { if (!shown.has(key)) node.remove(); });
      Array.from(shown.values()).reduceRight((next, node) => { move(node, lines, next); return node; }, null);
    }

    return {
      rows() {
        const needs = decoded(trip.merged(), (place, line) => matters[chosen[place]].items[line]);
        return needs.concat(extras(needs));
      },
      show: show,
    };
  };
})();
