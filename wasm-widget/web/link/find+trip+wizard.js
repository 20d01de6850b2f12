/* Addresses and what becomes of them on the way: a chat app appends to them, cuts them, writes their letters in other ways. */
(function () {
  "use strict";

  const { byId } = self.onetrip;

  // The place of this page to which a link leads, whichever way its letters are written.
  function target(link) {
    const name = link.getAttribute("href").slice(1);
    try { return byId(decodeURIComponent(name)) || byId(name); } catch (error) { return byId(name); }
  }

  /* What stands behind # on the page of a plan: a trip with its answers (t1.….z), codes of matters that are only proposed
     (a01+a02), or both. It reaches to the first character that it never has. `more`: the choice is shown first. */
  function plan(part) {
    const text = part.length > 20000 ? "" : part.replace(/%2b/gi, "+").split(/[^0-9a-z._+-]/)[0];
    const pieces = text.split("+");
    const shared = pieces.find((piece) => piece.indexOf("t1.") === 0) || "";
    return { shared: shared, codes: pieces.filter((piece) => piece && piece !== shared), more: text !== shared };
  }

  /* The codes of a link that no matter has, once each. A word that is no code by its looks counts beside a known one only: it
     may be a heading's, or anything that somebody else put there. */
  function strangers(codes, known) {
    const strange = codes.filter((code, i) => !known.includes(code) && codes.indexOf(code) === i && /^[0-9a-z]{1,6}$/.test(code));
    return strange.length < codes.length ? strange : strange.filter((code) => /^(?=.{3})[a-z]+[0-9]+$/.test(code) && !byId(code));
  }

  self.onetrip.link = { target: target, plan: plan, strangers: strangers };
})();
