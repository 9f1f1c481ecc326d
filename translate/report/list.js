// The list, whose segments are drawn in chunks when they come near the screen, and its filters.

let shown = units.map((_, number) => number);
let places = new Map();
let chunks = [];
let sought = "";
let sorted = false;
const watch = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) if (entry.isIntersecting) fill(Number(entry.target.dataset.chunk));
    paint();
  },
  { rootMargin: "1200px 0px" },
);

function fill(number) {
  const chunk = chunks[number];
  if (!chunk || chunk.filled) return;
  chunk.filled = true;
  watch.unobserve(chunk.body);
  chunk.body.replaceChildren(...chunk.numbers.map((unit) => drawUnit(unit, sorted)));
}

function expected(numbers) {
  // A guess of the height, so that the scroll bar is about right from the start.
  const letters = Math.max(20, list.clientWidth / 30);
  return numbers.reduce((height, number) => {
    const lines = Math.ceil(units[number][TARGET].slice(0, SHOWN).length / letters);
    return height + 20 + 25 * Math.max(3, lines);
  }, 0);
}

function group(numbers, body) {
  for (let start = 0; start < numbers.length; start += CHUNK) {
    const own = numbers.slice(start, start + CHUNK);
    const cell = make("td", { colspan: "4" });
    cell.style.height = `${expected(own)}px`;
    const chunk = make("tbody", { role: "rowgroup", "data-chunk": chunks.length }, make("tr", { class: "ahead" }, cell));
    for (const number of own) places.set(number, chunks.length);
    chunks.push({ body: chunk, numbers: own, filled: false });
    body.append(chunk);
  }
}

function table(numbers, label) {
  const names = ["segment", "source", "target", "findings, terms, figures"];
  const heads = names.map((name) => make("th", { scope: "col", role: "columnheader" }, name));
  const row = make("tr", { role: "row" }, ...heads);
  const whole = make("table", { class: "units", role: "table", "aria-label": label, "aria-rowcount": numbers.length + 1 });
  whole.append(make("thead", { role: "rowgroup" }, row));
  group(numbers, whole);
  return whole;
}

function draw() {
  watch.disconnect();
  places = new Map();
  chunks = [];
  const parts = [];
  if (sorted) {
    if (shown.length) parts.push(table(shown, "Segments, worst first"));
  } else {
    let start = 0;
    while (start < shown.length) {
      const article = articleOf[shown[start]];
      let end = start;
      while (end < shown.length && articleOf[shown[end]] === article) end += 1;
      const title = make("h3", { dir: "auto" }, ...plain(data.articles[article].name));
      parts.push(title, table(shown.slice(start, end), data.articles[article].name));
      start = end;
    }
  }
  if (!parts.length) parts.push(make("p", {}, "No segment is like this. “Show all” takes the filters away."));
  list.replaceChildren(...parts);
  for (const chunk of chunks) watch.observe(chunk.body);
  fill(0);
}

const filters = $("filters");
const chosen = (id) => $(id)?.value ?? "";

function wanted() {
  const [severity, check, state, band, article] = ["severity", "check", "state", "band", "article"].map(chosen);
  const checks = new Set(
    data.checks.flatMap(([name, grade], number) =>
      (!check || name === check) && (!["error", "warning", "info"].includes(severity) || grade === severity) ? [number] : []),
  );
  const anyFinding = Boolean(check) || (severity !== "" && severity !== "none");
  const stateNumber = data.states.indexOf(state);
  const bandNumber = data.bands.indexOf(band);
  const texts = sought ? haystacks() : null;
  return (number) => {
    const unit = units[number];
    if (article && articleOf[number] !== Number(article)) return false;
    if (state && unit[STATE] !== stateNumber) return false;
    if (band && unit[BAND] !== bandNumber) return false;
    if (severity === "none" && unit[FINDINGS].length) return false;
    if (anyFinding && !unit[FINDINGS].some(([number]) => checks.has(number))) return false;
    return !texts || texts[number].includes(sought);
  };
}

function filter() {
  sought = folded(chosen("text").trim());
  sorted = chosen("order") === "worst";
  const all = sorted ? data.worst : units.map((_, number) => number);
  shown = all.filter(wanted());
  $("count").textContent =
    shown.length === units.length
      ? `${many.format(units.length)} segments`
      : `${many.format(shown.length)} of ${many.format(units.length)} segments`;
  draw();
  paint();
}

function paint() {
  // Marks what is searched for without touching the text; browsers that cannot do without.
  if (!globalThis.Highlight || !CSS.highlights) return;
  CSS.highlights.delete("sought");
  if (!sought) return;
  const ranges = [];
  for (const cell of list.querySelectorAll("td.text")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("sup, .code, button")) continue;
      nodes.push([text.length, node]);
      text += node.data;
    }
    const low = folded(text);
    if (low.length !== text.length) continue;
    for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + sought.length)) {
      const range = new Range();
      const place = (offset) => nodes.findLast(([start]) => start <= offset);
      const first = place(at);
      const last = place(at + sought.length - 1);
      range.setStart(first[1], at - first[0]);
      range.setEnd(last[1], at + sought.length - last[0]);
      ranges.push(range);
    }
  }
  CSS.highlights.set("sought", new Highlight(...ranges));
}
