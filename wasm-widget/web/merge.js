/* The merged list of a plan: the engine's numbers as lines on the page. Loaded with the engine, when somebody begins to choose. */
(function () {
  "use strict";

  const { byId, all, move, tell, teller, fill } = self.onetrip;
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
    const total = () => { const paper = take(); const least = count(); const fresh = take(); const most = count(); return { paper: paper, least: least, fresh: fresh, most: most, keep: take() }; };
    const rows = [];
    while (at < flat.length) {
      const kind = take();
      const isChoice = Boolean(kind & 1);
      const row = { isChoice: isChoice, needed: Boolean(kind & 2) };
      if (isChoice) {
        Object.assign(row, { pick: take(), suggested: take() - 1, uses: uses(), serves: [] });
        row.ways = many(take(), () => ({ at: many(row.uses.length, take), totals: many(take(), total) }));
        if (row.suggested >= 0) row.together = total();
      } else {
        Object.assign(row, { total: total(), uses: uses(), serves: uses() });
      }
      rows.push(row);
    }
    return rows;
  }

  const set = (node, text) => { node.textContent = text; node.hidden = !text; };
  const counts = (count) => [count.originals && tell("originals", { n: count.originals }), count.copies && tell("copies", { n: count.copies })].filter(Boolean);

  const BACK = 1; // all originals come back, see `merged` in src/web/trip.rs

  function showPaper(total, needed, values) {
    const node = fill("piece-paper", Object.assign({ fresh_days: total.fresh }, values));
    const now = needed ? total.least : total.most;
    // Where an answer is still to say how many, that is the least or the most.
    const open = (key) => (!now[key] || !values.pers.length || total.least[key] === total.most[key] ? now[key]
      : needed ? say("at_least", { n: now[key] }) : words("at_most", { most: now[key] }));
    const parts = counts({ originals: open("originals"), copies: open("copies") });
    node.querySelector(".originals").textContent = now.originals ? parts[0] : "";
    node.querySelector(".copies").textContent = now.copies ? (now.originals ? " · " : "") + parts[parts.length - 1] : "";
    node.querySelector(".counts").hidden = !parts.length;
    const kept = now.originals ? ["", now.copies ? "hand_back_copies" : "hand_back", "hand_in", "hand_in_some"][total.keep] : "";
    const keeps = node.querySelector(".counts .keep");
    set(keeps, kept && tell(kept, { n: now.handed }));
    keeps.classList.toggle("keep--back", total.keep === BACK);
    const most = counts(total.most).join(" · ");
    set(node.querySelector(".most"), needed && most !== counts(now).join(" · ") ? say("most", { counts: most }) : "");
    return node;
  }

  const optional = (item) => (item === undefined ? -1 : item);

  /* Each text once, with the matters whose lines say it; without their names where all lines do. `own` are the lines: the
     matter's title, what the line wants of the paper, and its condition, if the matter has several lines for it. */
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
      by: by.length < own.length ? say("by", { matters: distinct(by.map(name)).join(tell("listing")) }) : "",
    }, values));
  }

  // 「原件 每个孩子 1 份」 where an answer says how many.
  const perWords = (wants) => ["originals", "copies"].filter((key) => wants[key].words).map((key) => tell(key, { n: wants[key].words })).join(tell("listing"));
  // What counts and what does not, each with the way to its picture.
  const withWays = (list) => list.map(({ text, picture }) => ({ text: text, href: picture && picture.href }));
  const criteriaOf = ({ criteria }) => criteria && { accepted: withWays(criteria.accepted), refused: withWays(criteria.refused) };
  // What holds wherever an office does without a paper in the same way.
  function sentences(own) {
    const all = own.map(({ wants }) => (wants.exempt && wants.exempt.more) || []);
    return distinct([].concat(...all)).map((text) => each(own, ({ exempt }) => exempt && (exempt.more || []).includes(text) && { text: text })[0]);
  }

  function said(own) {
    // Of every kind of detail that some line has, in their order, each text once.
    const kinds = new Map();
    own.forEach(({ wants }) => (wants.details || []).forEach((detail) => kinds.set(detail.id, detail)));
    const details = (place) => Array.from(kinds.values()).filter((kind) => kind.place === place).map(({ id, label }) => ({
      label: label,
      texts: each(own, (wants) => (wants.details || []).filter((detail) => detail.id === id).map((detail) => ({ label: label, text: detail.text }))[0]),
    }));
    const texts = (place) => [].concat(...details(place).map((kind) => kind.texts));
    const file = (key) => each(own, (wants) => wants[key] && Object.assign({ file: !wants[key].image }, wants[key]));
    const values = {
      details_line: texts("line"), details_note: texts("note"), details_get: details("get"),
      pers: each(own, (wants) => perWords(wants) && { text: perWords(wants) }),
      freshes: each(own, (wants) => wants.fresh && { text: wants.fresh.words }),
      defers: each(own, (wants) => wants.defer && { words: wants.defer.words, how: wants.defer.how }),
      e_certificates: each(own, (wants) => wants.e_certificate && {}),
      hows: each(own, (wants) => wants.exempt && { text: wants.exempt.how }),
      mores: sentences(own),
      notes: each(own, (wants) => wants.exempt && wants.exempt.note && { text: wants.exempt.note }),
      promises: each(own, (wants) => wants.exempt && wants.exempt.promise_form && Object.assign({ file: !wants.exempt.promise_form.image }, wants.exempt.promise_form)),
      samples: file("sample_form"), blanks: file("blank_form"),
      criteria: each(own, criteriaOf),
      firsts: each(own, (wants) => wants.first && Object.assign({ plain: !wants.first.href }, wants.first)),
    };
    values.forms = values.samples.concat(values.blanks);
    return values;
  }

  const distinct = (some) => some.filter((index, i, every) => every.indexOf(index) === i);

  // `chosen` are the matters of the trip by their place in it, `titles` names some of them.
  self.onetrip.papers = function ({ trip, asked, catalogue, chosen, titles }) {
    const lines = byId("list").querySelector(".lines");
    const exempts = byId("exempts");
    const matters = catalogue.list;
    let shown = new Map(); // the rows of the list, by what they say
    let shownExempts = ""; // what need not be brought, the same

    const rowOf = (use) => matters[chosen[use.place]].data[use.of || "rows"][use.line];
    const itemOf = (place, line) => optional(matters[chosen[place]].data.rows[line].item);

    // A number of pieces, as far as the answers of a matter tell.
    const number = (amount, { place, item }, end) => (typeof amount === "number" ? amount : amount.plus + amount.times * trip.span(place, amount.question, item)[end]);

    // The rows of the matters that are not required (`of` says which), as far as they are or may be on a list.
    function others(of, take) {
      chosen.forEach((index, place) => {
        if (!trip.has_list(place)) return;
        const status = trip.items(place);
        const { data, papers } = matters[index];
        data[of].forEach((row, line) => {
          const wants = row.lines[0].papers[0];
          const item = optional(row.item);
          const is = item < 0 ? 2 : status[item];
          if (is) take(papers[wants.paper], wants, { place: place, line: line, of: of, needed: is === 2, item: item });
        });
      });
    }

    // What is only recommended, paper by paper, the larger number of each; nothing that the list has anyway.
    function extras(rows) {
      const listed = new Set(rows.filter((row) => !row.isChoice).map((row) => row.total.paper));
      const found = new Map();
      others("extras", (paper, wants, use) => {
        if (listed.has(paper)) return;
        const count = (end) => ({ originals: number(wants.originals, use, end), handed: 0, copies: number(wants.copies, use, end) });
        const row = found.get(paper) || { extra: true, total: { paper: paper, least: count(0), fresh: 0, most: count(1), keep: BACK }, uses: [], serves: [] };
        [row.total.least, row.total.most].forEach((total, end) => {
          const here = count(end);
          total.originals = Math.max(total.originals, here.originals);
          total.copies = Math.max(total.copies, here.copies);
        });
        row.uses.push(use);
        row.needed = row.needed || use.needed;
        found.set(paper, row);
      });
      return Array.from(found.values());
    }

    // What need not be brought, paper by paper. The row of a paper that another matter asks for says so itself.
    function spared(rows) {
      const found = new Map();
      others("exempts", (paper, wants, use) => {
        const entry = found.get(paper) || { paper: paper, uses: [], fresh: 0 };
        entry.uses.push(use);
        const days = wants.fresh && wants.fresh.days;
        if (days) entry.fresh = Math.min(entry.fresh || days, days);
        found.set(paper, entry);
      });
      rows.filter((row) => !row.isChoice).forEach((row) => {
        const entry = found.get(row.total.paper);
        if (!entry) return;
        row.spared = entry.uses;
        if (row.needed) found.delete(entry.paper);
      });
      return Array.from(found.values());
    }

    // The words about a paper, of these lines; `get`: whether there is something to say of how to get it.
    function aboutPaper(paper, own) {
      const known = catalogue.papers[paper];
      const words = said(own);
      return Object.assign({
        get: known.page || words.details_get.length,
        adds: matters.filter(({ code, index }) => !chosen.includes(index) && words.firsts.some((first) => first.code === code)),
      }, known, words);
    }

    /* A way of a choice; `ways` is what the row of each use says of it. Nothing of it is left where an answer rules it out. Papers
       that it shares with other ways are told by the words of this one. */
    function wayOf(uses, ways, totals, items) {
      const status = (way, i) => (way.item === undefined ? 2 : items[uses[i].place][way.item]);
      if (!status(ways[0], 0)) return null;
      const when = distinct(ways.filter((way, i) => way.when && status(way, i) === 1).map((way) => way.when)).join(tell("semicolon"));
      const [{ ways: inner, pick, name }] = ways;
      if (inner) {
        return { name: name, when: when, pick: pick, together: pick === inner.length,
          ways: inner.map((one, nth) => wayOf(uses, ways.map((way) => way.ways[nth]), totals, items)).filter(Boolean) };
      }
      const wants = uses.map((use, i) => rowOf(use).lines[0].papers[ways[i].of]);
      const number = matters[chosen[uses[0].place]].papers[wants[0].paper];
      const total = totals.find(({ paper }) => paper === number);
      const own = uses.map((use, i) => ({ title: matters[chosen[use.place]].title, wants: wants[i] }));
      return total && { total: total, when: when, about: aboutPaper(number, own) };
    }

    // What there is to say of a row: of its paper, or of every way.
    const wordsOf = (row, items) => (row.isChoice
      ? row.ways.map(({ at, totals }) => wayOf(row.uses, row.uses.map((use, i) => rowOf(use).ways[at[i]]), totals, items))
      : aboutPaper(row.total.paper, ownOf(row.total.paper, row.uses.concat(row.serves), items)));

    // The lines of a use that are on the list.
    const linesOf = (use, items) => rowOf(use).lines.filter((line) => line.item === undefined || items[use.place][line.item]);

    /* What comes first for whoever lacks a paper: a matter of the trip, and those of it that want what it results in. A paper
       of a choice is none of these: another way needs no second trip. */
    function order(row, { name, firsts }, items) {
      if (row.isChoice || row.extra) return [];
      return firsts.map(({ code }) => {
        const wants = (use) => linesOf(use, items).some(({ papers }) => papers[0].first && papers[0].first.code === code);
        return {
          paper: name, needed: row.needed, then: distinct(row.uses.filter(wants).map((use) => chosen[use.place])),
          first: chosen.find((index, place) => matters[index].code === code && trip.stop(place) < 0),
        };
      }).filter(({ first, then }) => first !== undefined && then.length);
    }

    // The lines on the list that say something of a paper: each keeps its own words, beside its matter's name where not all say the same.
    function ownOf(number, uses, items) {
      const own = [];
      uses.forEach((use) => {
        const { title, papers } = matters[chosen[use.place]];
        const there = linesOf(use, items);
        there.forEach((line) => line.papers.filter((wants) => papers[wants.paper] === number)
          .forEach((wants) => own.push({ title: title, when: there.length > 1 && line.when, wants: wants })));
      });
      return own;
    }

    // Of which matters it is certain, and of which it is still open.
    function certain(uses) {
      const of = (needed) => distinct(uses.filter((use) => use.needed === needed).map((use) => chosen[use.place]));
      const sure = of(true);
      return { sure: sure, may: of(false).filter((index) => !sure.includes(index)) };
    }

    // On which questions that still depends.
    function open(uses) {
      const questions = [].concat(...uses.filter((use) => !use.needed && use.item >= 0)
        .map((use) => Array.from(trip.open(use.place, use.item), (question) => matters[chosen[use.place]].asks[question])));
      return questions.length && words("depends", { questions: asked.pick(distinct(questions)).map((question) => question.label).join(tell("listing")) });
    }

    // Which matters do without it.
    function without(uses) {
      const { sure, may } = certain(uses);
      return [sure.length && say("spared", { matters: titles(sure) }), may.length && say("spared_may", { matters: titles(may) })];
    }

    const sentence = (parts) => parts.filter(Boolean).join(tell("semicolon"));

    // Which matters want it, on what that still depends, and which do without it.
    function reason(row) {
      const { sure, may } = certain(row.uses);
      const want = [sure.length && say(row.extra ? "should" : sure.length > 1 ? "needs_all" : "needs", { matters: titles(sure) }), may.length && say("may", { matters: titles(may) })];
      return sentence(want.concat(open(row.uses), without(row.spared || [])));
    }

    const choiceName = (row) => distinct(row.uses.map((use) => rowOf(use).name).filter(Boolean)).join(tell("listing")) || say("choice");

    function makeWay(row, { total, when, about, name, pick, together, ways }) {
      const node = total ? showPaper(total, row.needed, Object.assign({ when: when }, about))
        : fill("piece-choice", { name: name, when: when, pick: pick, words: tell("together", { n: pick }) });
      all(":scope > .tag, :scope > .why", node).forEach((part) => part.remove());
      if (together) node.dataset.together = "";
      (ways || []).forEach((way) => node.querySelector(".pick-from").appendChild(makeWay(row, way)));
      return node;
    }

    function makeChoice(row, said) {
      const node = fill("piece-choice", { name: choiceName(row), pick: row.pick });
      said.forEach((way) => {
        const one = makeWay(row, way);
        one.classList.toggle("line--suggested", Boolean(way.total) && way.total.paper === row.suggested);
        node.querySelector(".pick-from").appendChild(one);
      });
      const together = row.suggested < 0 ? "" : counts(row.needed ? row.together.least : row.together.most).join(" · ");
      set(node.querySelector(".suggested"), together && say("suggested", { name: catalogue.papers[row.suggested].called, counts: together }));
      return node;
    }

    function makePaper(row, said) {
      const node = showPaper(row.total, row.needed, said);
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

    function makeExempt({ values, why, needed }) {
      const node = fill("piece-exempt", values);
      node.dataset.status = needed ? "needed" : "depends";
      set(node.querySelector(".why"), why);
      return node;
    }

    function showExempts(entries, items) {
      const all = entries.map(({ paper, uses, fresh }) => {
        const values = Object.assign({ fresh_days: fresh }, aboutPaper(paper, ownOf(paper, uses, items)));
        values.how = values.hows.map((how) => how.text).join(tell("listing"));
        return { values: values, why: sentence(without(uses).concat(open(uses))), needed: uses.some((use) => use.needed) };
      });
      const now = JSON.stringify(all);
      exempts.hidden = !all.length;
      if (shownExempts === now) return;
      shownExempts = now;
      const rows = exempts.querySelector("ul");
      rows.textContent = "";
      all.forEach((entry) => rows.appendChild(makeExempt(entry)));
    }

    // A row that says what it said before stays as it stands. Gives what comes first, see `order`.
    function show(rows) {
      const old = shown;
      const items = chosen.map((index, place) => trip.items(place));
      showExempts(rows.length || chosen.length ? spared(rows) : [], items);
      const first = [];
      shown = new Map();
      rows.forEach((row) => {
        const why = reason(row);
        const said = wordsOf(row, items);
        first.push(...order(row, said, items));
        const key = JSON.stringify([row, chosen, said, why]);
        shown.set(key, old.get(key) || makeRow(row, said, why));
      });
      old.forEach((node, key) => { if (!shown.has(key)) node.remove(); });
      Array.from(shown.values()).reduceRight((next, node) => { move(node, lines, next); return node; }, null);
      return first;
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
