/* Where something else holds from a day on: `data-from` is that day, `data-next` the page of what holds then. They stand on
   `#coming` of a matter's page, and on the matters of a list. A page lives longer than what it says, so from that day on it leads
   to what holds; and for a visit on such a day the list gives way to the link. Only pages with such a day load this. */
(function () {
  "use strict";

  const { clock } = self.onetrip;
  const byId = (id) => document.getElementById(id);
  const today = () => clock.iso(Math.floor(clock.minutes() / 1440));
  const turning = (text) => Array.from(document.querySelectorAll("[data-next]")).filter((node) => node.dataset.from <= text);

  function turn() {
    const early = byId("not-yet");
    if (early) early.hidden = early.dataset.from <= today();
    turning(today()).forEach((node) => {
      if (node.id === "coming") return location.replace(node.dataset.next + location.search + location.hash);
      if (node.querySelector("input")) return; // somebody is at it: see `visit`
      const link = node.querySelector("a");
      link.setAttribute("href", node.dataset.next);
      node.lastElementChild.remove(); // what says that it is coming
      node.removeAttribute("data-next");
    });
  }

  // Of a list of matters to choose from, those that are chosen count.
  function isHere(node) {
    const choice = node.querySelector("input");
    return choice ? choice.checked : node.id === "coming";
  }

  clock.visit = function (day) {
    const box = byId("turned");
    if (!box) return;
    const some = turning(clock.iso(day)).filter(isHere);
    const rows = box.querySelector("ul");
    rows.textContent = "";
    some.forEach((node) => {
      const link = node.querySelector("a").cloneNode(true);
      link.hidden = false;
      link.setAttribute("href", node.dataset.next);
      rows.appendChild(document.createElement("li")).appendChild(link);
    });
    box.hidden = !some.length;
    document.documentElement.classList.toggle("turned", some.length > 0);
  };

  clock.watch(turn);
  turn();
})();
