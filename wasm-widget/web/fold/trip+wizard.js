/* The list as rows: what one packs stands there, the rest of a paper unfolds. Without this script all of it is open, and on
   paper everything is; the style sheet says what folds. */
(function () {
  "use strict";

  const { byId, all, teller } = self.onetrip;
  const say = teller("keep_");
  // What folds in a row or in a paper to choose from, see style.css.
  const FOLDS = ".keep--back, .line-note, .e-certificate, .when, .pick-from, .exempt-more, .exempt-note, .looks, figure, details";

  function fold(row, open) {
    row.classList.toggle("line--open", open);
    row.querySelector(".line-more").setAttribute("aria-expanded", String(open));
    // One tap is enough for all of it.
    all("details", row).forEach((more) => { more.open = open; });
  }

  // Every row of a list gets its button, if there is more to say.
  function refresh(list) {
    list.classList.add("rows");
    all(".lines > .line, .exempt", list).forEach((row) => {
      if (row.querySelector(":scope > .line-more") || !row.querySelector(FOLDS)) return;
      const button = document.importNode(byId("line-more").content, true).firstElementChild;
      button.setAttribute("aria-label", say("more", { name: row.dataset.name }));
      row.insertBefore(button, row.firstChild);
      fold(row, false);
    });
  }

  // The small picture of a paper opens its row as well, and there it is large.
  function press(event) {
    const pressed = event.target.closest(".line-more, .looks");
    const row = pressed && pressed.closest(".lines > .line, .exempt");
    const button = row && row.querySelector(":scope > .line-more");
    if (button) fold(row, button.getAttribute("aria-expanded") !== "true");
  }

  self.onetrip.fold = { refresh: refresh, press: press };
})();
