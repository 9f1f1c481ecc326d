// The data of the page, and how one segment is drawn.
// A segment in the data: these are the places of its parts.
const [ID, SOURCE, TARGET, STATE, ORIGIN, BAND, SCORE, NOTE, FINDINGS, TERMS, FIGURES, IN_SOURCE, IN_TARGET] =
  Array(13).keys();
const CHUNK = 25;
const SHOWN = 2000;
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const units = [];
const articleOf = [];
data.articles.forEach((article, number) => {
  for (const unit of article.units) {
    units.push(unit);
    articleOf.push(number);
  }
});
const many = new Intl.NumberFormat("en");
const list = $("list");

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") element.className = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

// What is searched: case, apostrophes and kinds of spaces make no difference.
const folded = (text) =>
  text.normalize("NFC").toLocaleLowerCase("uk").replace(/[’ʼ‘`]/g, "'").replace(/[\u00a0\u202f]/g, " ");
let index = null;
const haystacks = () => (index ??= units.map((unit) => folded(unit[SOURCE]) + "\n" + folded(unit[TARGET])));

function plain(text) {
  if (!INVISIBLE.test(text)) return [text];
  const parts = [];
  for (const part of text.split(new RegExp(`(${INVISIBLE.source})`))) {
    if (!part) continue;
    const hidden = INVISIBLE.test(part);
    const code = part.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    parts.push(hidden ? make("span", { class: "hidden-character" }, `U+${code}`) : part);
  }
  return parts;
}

function drawText(cell, text, marks, several, whole) {
  const end = whole ? text.length : Math.min(text.length, SHOWN);
  let done = 0;
  for (const [from, to, kinds, more] of marks) {
    if (from > end) break;
    if (done < from) cell.append(...plain(text.slice(done, from)));
    done = Math.max(done, to);
    if (kinds === "code") {
      cell.append(make("span", { class: "code" }, ...plain(more)));
      continue;
    }
    const mark = make("mark", { class: kinds }, ...plain(text.slice(from, Math.min(to, end))));
    if (more) {
      mark.dataset.findings = more.join(" ");
      if (several) mark.append(make("sup", {}, more.map((number) => number + 1).join(",")));
    }
    cell.append(mark);
  }
  if (done < end) cell.append(...plain(text.slice(done, end)));
  if (end === text.length) return;
  const button = make("button", { type: "button" }, `Show all ${many.format(text.length)} characters`);
  button.addEventListener("click", () => {
    cell.replaceChildren();
    drawText(cell, text, marks, several, true);
  });
  cell.append("… ", button);
}

function drawFixed(unit, language) {
  const rows = unit[TERMS].map(([text, number, found]) => {
    const [target, note, kind] = data.terms[number];
    const about = [note, kind === "other" ? "" : kind].filter(Boolean).join(", ");
    return [text, target, about, found];
  });
  for (const [text, value, written, settled] of unit[FIGURES]) {
    rows.push([text, written, value === text || value === written ? "" : value, settled]);
  }
  return rows.map(([text, target, about, found]) => {
    const item = make("li", {}, ...plain(text), " = ", make("span", { lang: language }, ...plain(target)));
    if (about) item.append(" ", make("span", { class: "muted" }, "(", ...plain(about), ")"));
    if (!found) item.append(" ", make("span", { class: "lost" }, "not found"));
    return item;
  });
}

function drawUnit(number, named) {
  const unit = units[number];
  const article = data.articles[articleOf[number]];
  const head = make("th", { scope: "row", role: "rowheader" });
  if (named) head.append(make("span", { class: "article", dir: "auto" }, ...plain(article.name)));
  const copy = make("button", { type: "button", class: "id", "aria-label": `Copy the id ${unit[ID]}` });
  copy.append(...plain(unit[ID]));
  const state = data.states[unit[STATE]];
  head.append(copy, make("span", { class: `state ${state}` }, state));
  if (unit[BAND] >= 0) {
    const band = data.bands[unit[BAND]];
    head.append(make("span", { class: `band ${band}` }, `${band} ${unit[SCORE]}`));
  }
  if (unit[ORIGIN]) head.append(make("span", { class: "origin" }, unit[ORIGIN]));

  const several = unit[FINDINGS].length > 1;
  const source = make("td", { class: "text", lang: article.from, dir: "auto", role: "cell" });
  const target = make("td", { class: "text", lang: article.to, dir: "auto", role: "cell" });
  drawText(source, unit[SOURCE], unit[IN_SOURCE], several, false);
  drawText(target, unit[TARGET], unit[IN_TARGET], several, false);

  const about = make("td", { role: "cell" });
  if (unit[FINDINGS].length) {
    const items = unit[FINDINGS].map(([check, message], place) => {
      const [name, severity] = data.checks[check];
      return make(
        "li", { "data-finding": place }, several ? `${place + 1} ` : "",
        make("span", { class: `severity ${severity}` }, severity), " ", make("b", {}, name), " ", ...plain(message),
      );
    });
    about.append(make("ul", { class: "findings" }, ...items));
  }
  const fixed = drawFixed(unit, article.to);
  if (fixed.length) about.append(make("ul", { class: "fixed" }, ...fixed));
  if (unit[NOTE]) about.append(make("p", { class: "note" }, ...plain(unit[NOTE])));
  return make("tr", { tabindex: "-1", role: "row", "data-unit": number }, head, source, target, about);
}
