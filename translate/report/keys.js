// Keys, copying, the theme, and what happens when the page opens.

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
// The first search should not wait for the index.
(globalThis.requestIdleCallback ?? setTimeout)(haystacks);
