"use strict";
(() => {
  const words = document.body.dataset;
  // "1.234,5" and "1,234.5" by the language of the page; a share, a sum and a day are read as what they are.
  const comma = document.documentElement.lang === "vi";
  const value = (cell) => {
    const text = cell.textContent.trim();
    const day = text.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/);
    if (day) return Number(day[3]) * 10000 + Number(day[2]) * 100 + Number(day[1]);
    const figure = text.match(/^[-\u2212]?[\d.,\s]+/);
    if (!figure) return null;
    const plain = figure[0].replace(/\s/g, "").replace("\u2212", "-");
    const number = Number(comma ? plain.replace(/\./g, "").replace(",", ".") : plain.replace(/,/g, ""));
    return Number.isNaN(number) ? null : number;
  };
  for (const table of document.querySelectorAll("table")) {
    const heads = [...table.querySelectorAll("thead th")];
    const body = table.tBodies[0];
    if (!body || body.rows.length < 3 || heads.some((head) => head.textContent.trim() === "")) continue;
    heads.forEach((head, at) => {
      head.scope = "col";
      head.classList.add("sorts");
      head.title = words.sort;
      head.tabIndex = 0;
      const sort = () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].map((row, nth) => ({ row, nth, text: row.cells[at].textContent.trim(), number: value(row.cells[at]) }));
        const numbers = rows.every((one) => one.number !== null || /^[\u2013-]?$/.test(one.text));
        const order = (a, b) =>
          numbers ? (a.number ?? -Infinity) - (b.number ?? -Infinity) : a.text.localeCompare(b.text, document.documentElement.lang);
        rows.sort((a, b) => (down ? order(b, a) : order(a, b)) || a.nth - b.nth);
        rows.forEach((one) => body.append(one.row));
      };
      head.addEventListener("click", sort);
      head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
    });
    if (body.rows.length < 10) continue;
    const filter = document.createElement("input");
    filter.className = "filter";
    filter.type = "search";
    filter.placeholder = filter.ariaLabel = words.filter;
    const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
    filter.addEventListener("input", () => {
      const wanted = plain(filter.value).split(/\s+/).filter(Boolean);
      for (const row of body.rows) {
        const text = plain(row.textContent);
        row.hidden = !wanted.every((word) => text.includes(word));
      }
    });
    table.before(filter);
  }
})();
