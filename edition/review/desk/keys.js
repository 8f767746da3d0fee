/* Keys, buttons, fields. */
const acts = {accept: () => one("accepted"), reject: () => one("rejected"), unsure: () => one("unsure"),
  edit: openEdit, series: openSeries, clear, undo, next: () => move(1), previous: () => move(-1)};
const act = name => document.querySelector('[data-act="' + name + '"]');
const help = () => { $("help").showModal(); $("help-close").focus(); };
const seek = () => { listed(true); $("words").focus(); $("words").select(); };
const keys = {j: acts.next, k: acts.previous, a: acts.accept, r: acts.reject, e: openEdit, u: acts.unsure,
  A: openSeries, x: clear, z: undo, s: save, "/": seek, "?": help,
  1: () => choose(0), 2: () => choose(1), 3: () => choose(2)};
const listed = open => {
  document.body.classList.toggle("listed", open);
  $("open").setAttribute("aria-expanded", open);
};
const pressed = event => {
  const other = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (other || document.querySelector("dialog[open]")) return;
  const what = event.target.closest("input, select, textarea") ? inField(event) : inRow(event) ?? ofKey(event);
  if (!what) return;
  event.preventDefault();
  what();
};
const ofKey = event => {
  const works = Object.hasOwn(keys, event.key) && state.keys && (current || "/?".includes(event.key));
  return works ? keys[event.key] : null;
};
const inRow = event => {
  const row = event.target.closest(".row"), by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  return row && by ? () => move(by, known.get(row.dataset.key)) : null;
};
const inField = event => ({
  "reading Enter": takeEdit,
  "reading Escape": () => { closeEdit(); say("Left as it was."); },
  "words Enter": () => $("item").focus(),
  "words Escape": () => $("item").focus(),
})[event.target.id + " " + event.key];
const refilter = () => {
  list();
  if (current && at.has(current.key)) go(current, false);
  else if (order.length) go(order.find(isOpen) ?? order[0], false);
  say(counted(order.length, "correction") + " listed.");
};
const start = () => {
  document.body.classList.add("runs");
  document.body.classList.toggle("beside", Boolean($("side")));
  $("keys").checked = state.keys;
  resume();
  list();
  if (!items.length) {
    $("where").textContent = "There is nothing to review.";
    document.querySelectorAll("[data-act]").forEach(button => { button.disabled = true; });
    return;
  }
  if (!order.length) { $("status").value = ""; list(); }
  const last = known.get(state.at);
  go(last && at.has(last.key) ? last : order.find(isOpen) ?? order[0], false);
};

document.addEventListener("keydown", pressed);
document.querySelectorAll("[data-act]").forEach(button => button.addEventListener("click", acts[button.dataset.act]));
$("groups").addEventListener("click", event => {
  const row = event.target.closest(".row");
  if (!row) return;
  go(known.get(row.dataset.key), false);
  if (document.body.classList.contains("listed")) { listed(false); $("item").focus(); }
  else rowAt(current)?.focus();
  keep();
});
$("open").addEventListener("click", () => listed(!document.body.classList.contains("listed")));
$("save").addEventListener("click", save);
$("ask").addEventListener("click", help);
$("help-close").addEventListener("click", () => $("help").close());
$("keys").addEventListener("change", () => { state.keys = $("keys").checked; keep(); });
$("hits-no").addEventListener("click", () => $("hits").close());
$("hits-yes").addEventListener("click", takeSeries);
$("hits-list").addEventListener("change", chosenHits);
$("take").addEventListener("click", takeEdit);
$("leave").addEventListener("click", closeEdit);
$("words").addEventListener("input", refilter);
FIELDS.forEach(name => $(name).addEventListener("change", refilter));
addEventListener("storage", event => { // the same page in another window
  if (event.key !== PLACE) return;
  state = kept();
  list();
  if (current) go(current, false);
});
start();
