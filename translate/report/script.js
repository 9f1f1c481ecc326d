"use strict";
(() => {
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

  // ---- One segment

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

  // ---- The list: segments are drawn in chunks, when they come near the screen

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

  // ---- Filters

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

  // ---- Keys, copying, theme

  let current = -1;

  function go(position) {
    if (position < 0 || position >= shown.length) return;
    const number = shown[position];
    fill(places.get(number));
    const row = list.querySelector(`[data-unit="${number}"]`);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
    paint();
  }

  const position = () => shown.indexOf(current);

  function goFinding(step) {
    let place = position() + step;
    if (place < 0 && step < 0) return;
    while (place >= 0 && place < shown.length && !units[shown[place]][FINDINGS].length) place += step;
    if (place >= shown.length || place < 0) say(step > 0 ? "No finding below" : "No finding above");
    else go(place);
  }

  let silence = 0;
  function say(text) {
    $("said").textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => ($("said").textContent = ""), 4000);
  }

  async function copyText(text, told) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const focused = document.activeElement;
      const area = make("textarea", { "aria-hidden": "true", readonly: "" });
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      focused?.focus({ preventScroll: true });
      if (!done) return say("The browser does not allow copying: select the text by hand");
    }
    say(`${told} copied`);
  }

  const copyId = (number) => copyText(units[number][ID], units[number][ID]);

  const KEYS = {
    j: () => go(position() + 1),
    k: () => go(Math.max(position() - 1, 0)),
    n: () => goFinding(1),
    N: () => goFinding(-1),
    c: () => (current >= 0 ? copyId(current) : say("Choose a segment first")),
    "/": () => $("text").focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === $("text")) {
      event.target.blur();
      return go(Math.max(position(), 0));
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !$("shortcuts").checked) return;
    if (event.target.closest("input, select, textarea")) return;
    // With a Ukrainian layout the key of `j` gives `о`: then its place on the keyboard counts.
    const letter = /^[a-z/]$/i.test(event.key) ? event.key : { Slash: "/" }[event.code] ?? event.code.replace("Key", "").toLowerCase();
    const action = KEYS[event.shiftKey && letter.toLowerCase() === "n" ? "N" : letter.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
  list.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-unit]");
    if (row) current = Number(row.dataset.unit);
  });
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-unit]");
    if (!row) return;
    current = Number(row.dataset.unit);
    if (event.target.closest(".id")) copyId(current);
  });
  list.addEventListener("mouseover", (event) => {
    const finding = event.target.closest("[data-finding]");
    for (const mark of list.querySelectorAll("mark.now")) mark.classList.remove("now");
    if (!finding) return;
    for (const mark of finding.closest("[data-unit]").querySelectorAll("mark[data-findings]")) {
      if (mark.dataset.findings.split(" ").includes(finding.dataset.finding)) mark.classList.add("now");
    }
  });
  $("copy-rows")?.addEventListener("click", () => copyText(data.proposals, "The rows are"));

  function isDark() {
    const set = document.documentElement.dataset.theme;
    return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function nameTheme() {
    $("theme").textContent = isDark() ? "Light colours" : "Dark colours";
  }
  $("theme").addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    nameTheme();
    try {
      localStorage.setItem("translate-theme", theme);
    } catch {
      // Without a store the choice lasts as long as the page.
    }
  });
  try {
    const theme = localStorage.getItem("translate-theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  } catch {
    // The browser keeps nothing for pages from a disk.
  }
  nameTheme();

  addEventListener("beforeprint", () => chunks.forEach((_, number) => fill(number)));
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(filter));
  for (const [number, name] of [...document.querySelectorAll(".articles .name")].entries()) {
    const button = make("button", { type: "button", "aria-label": `Show the segments of ${name.textContent}` });
    button.append(...name.childNodes);
    name.append(button);
    button.addEventListener("click", () => {
      $("article").value = String(number);
      filter();
      $("segments").focus();
    });
  }
  for (const element of document.querySelectorAll(".scripted")) element.hidden = false;
  filter();
})();
