/* Makes pieces of the page from its templates, see plan_pieces.html: the theme owns every word and tag, the values come from data. */
(function () {
  "use strict";

  const { byId } = self.onetrip;
  // A run of Chinese; what stands between two Chinese signs belongs to it, but no Latin letter.
  const chinese = /([\u3001-\u303f\u3400-\u9fff\uff01-\uff5e](?:[^A-Za-z]*[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e])?)/;
  const foreign = !/^zh/.test(document.documentElement.lang);

  const there = (value) => Boolean(value) && !(Array.isArray(value) && !value.length);
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => (there(values[key]) || values[key] === 0 ? values[key] : ""));

  // A text with its values; Chinese on a page in another language is marked, as the generator does (WCAG 3.1.2).
  function write(text, values, into) {
    const said = filled(text, values);
    (foreign ? said.split(chinese) : [said]).forEach((part, i) => {
      if (!part) return;
      const node = into.appendChild(i % 2 ? into.ownerDocument.createElement("span") : into.ownerDocument.createTextNode(part));
      if (!(i % 2)) return;
      node.lang = "zh-CN";
      node.textContent = part;
    });
  }

  function set(node, values) {
    Array.from(node.attributes).forEach(({ name, value }) => {
      if (/^data-(if|each)$/.test(name)) return node.removeAttribute(name);
      const wanted = name.replace(/^data-set-/, "");
      if (wanted !== name) node.removeAttribute(name);
      if (wanted !== name || value.includes("{")) node.setAttribute(wanted, filled(value, values));
    });
  }

  function grow(node, values, into) {
    if (node.nodeType === Node.TEXT_NODE) return write(node.data, values, into);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const wanted = node.getAttribute("data-if");
    const each = node.getAttribute("data-each");
    if (wanted && !there(values[wanted])) return;
    (each ? values[each] || [] : [{}]).forEach((entry) => {
      const copy = node.cloneNode(false);
      const inner = Object.assign(Object.create(values), entry);
      set(copy, inner);
      node.childNodes.forEach((child) => grow(child, inner, copy));
      into.appendChild(copy);
    });
  }

  // The element of a template, made in the template's own document: there no picture is loaded before it has its address.
  self.onetrip.fill = (id, values) => {
    const box = byId(id).content;
    const into = box.ownerDocument.createDocumentFragment();
    grow(box.firstElementChild, values, into);
    return document.importNode(into, true).firstElementChild;
  };
})();
