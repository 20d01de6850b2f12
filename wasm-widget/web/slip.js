/* What few people use: the code on the printed slip, and the visit for a calendar. It follows wasm-bindgen's glue, which
   defines `onetrip_slip`, and is added to a page at the first use. */
(function () {
  "use strict";

  const SPACE = "http://www.w3.org/2000/svg";
  const QUIET = 4; // modules of white around the code, as the standard asks for
  const DAY = 864e5;
  let ready = null;

  // A row's dark modules, run by run, as one path.
  function path(modules, side) {
    let steps = "";
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        let end = x;
        while (end < side && modules[1 + y * side + end]) end++;
        if (end > x) steps += "M" + (x + QUIET) + " " + (y + QUIET) + "h" + (end - x) + "v1H" + (x + QUIET) + "z";
        x = Math.max(x, end);
      }
    }
    return steps;
  }

  function make(name, attributes, within) {
    const node = document.createElementNS(SPACE, name);
    Object.keys(attributes).forEach((key) => node.setAttribute(key, attributes[key]));
    if (within) within.appendChild(node);
    return node;
  }

  // Puts the text's code into the box, in place of an older one; none when the text is too long.
  function draw(text, box, files) {
    ready = ready || self.onetrip.load(onetrip_slip, files.slipWasm, files.slipInline, "onetripSlip");
    return ready.then(() => {
      const modules = onetrip_slip.modules(text);
      const side = modules[0];
      const all = side + 2 * QUIET;
      self.onetrip.all("svg", box).forEach((old) => old.remove());
      if (!side) return;
      const picture = make("svg", { viewBox: "0 0 " + all + " " + all, "shape-rendering": "crispEdges", "aria-hidden": "true" });
      make("path", { fill: "#fff", d: "M0 0h" + all + "v" + all + "H0z" }, picture);
      make("path", { fill: "#000", d: path(modules, side) }, picture);
      box.insertBefore(picture, box.firstChild);
    });
  }

  // A visit as days.js tells it, with `date`, `uid`, `title` and `text`: within the hours of its day, or the whole day where
  // these are not certain.
  function calendar(visit) {
    const stamp = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
    const date = (days) => stamp(Date.parse(visit.date) + days * DAY).slice(0, 8);
    const safe = (value) => value.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
    const now = Date.now();
    // A later sequence replaces an earlier one.
    const rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onetrip//ZH", "BEGIN:VEVENT", "UID:" + visit.uid, "SEQUENCE:" + Math.floor(now / 6e4), "DTSTAMP:" + stamp(now)]
      .concat(visit.span ? ["DTSTART:" + stamp(visit.start), "DTEND:" + stamp(visit.end)] : ["DTSTART;VALUE=DATE:" + date(0), "DTEND;VALUE=DATE:" + date(1)])
      // A word on the evening before.
      .concat(["SUMMARY:" + safe(visit.title), "LOCATION:" + safe(visit.where), "DESCRIPTION:" + safe(visit.text), "BEGIN:VALARM", "ACTION:DISPLAY",
        "DESCRIPTION:" + safe(visit.title), "TRIGGER:" + visit.reminder, "END:VALARM", "END:VEVENT", "END:VCALENDAR"]);
    // A line holds at most 75 bytes: 18 characters of four bytes, none of them torn.
    const fold = (line) => (/^[ -~]{1,75}$/.test(line) ? line : line.match(/[^]{1,18}/gu).join("\r\n "));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([rows.map(fold).join("\r\n") + "\r\n"], { type: "text/calendar" }));
    link.download = "onetrip-" + date(0) + ".ics";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
  }

  self.onetrip.slip = { draw: draw, calendar: calendar };
})();
