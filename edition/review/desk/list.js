/* The list: groups in pages of rows, built when they are opened. */
const FIELDS = ["status", "order", "text", "rule", "tier", "cert"];
let groups = [], order = [], at = new Map();
const haystack = item => [item.printed, item.corrected, item.text, item.rule, item.series,
  ...(item.readings ?? []).map(([reading]) => reading)].join("\n").toLowerCase();
const wanted = () => {
  const words = $("words").value.trim().toLowerCase();
  const asked = Object.fromEntries(FIELDS.map(name => [name, $(name).value]));
  return item => (!asked.text || item.text === asked.text) && (!asked.rule || item.rule === asked.rule)
    && (!asked.tier || item.tier === asked.tier) && (!asked.cert || item.cert === asked.cert)
    && (!asked.status || (asked.status === "undecided" ? isOpen(item) : statusOf(item) === asked.status))
    && (!words || haystack(item).includes(words));
};
const byPlace = (a, b) => a.text < b.text ? -1 : a.text > b.text ? 1
  : a.line - b.line || a.column - b.column || (a.key < b.key ? -1 : 1);
/* The group an item is listed in, and its title; series of one are listed together, behind the others. */
const GROUPING = {
  place: item => [item.text, item.text],
  wrong: () => ["", "All"],
  series: item => item.series && (item.alike ?? 1) === 1 ? [item.rule, ruleOf(item) + ": single cases", 1]
    : [groupOf(item), titleOf(item), 0],
};
const grouped = found => {
  const how = $("order").value, parts = new Map();
  for (const item of how === "place" ? [...found].sort(byPlace) : found) {
    const [name, title, behind = 0] = GROUPING[how](item);
    if (!parts.has(name)) parts.set(name, {title, behind, items: [], open: false, page: 0});
    parts.get(name).items.push(item);
  }
  return [...parts.values()].sort((one, other) => one.behind - other.behind);
};
const list = () => {
  groups = grouped(items.filter(wanted()));
  order = groups.flatMap(group => group.items);
  at = new Map(order.map((item, place) => [item.key, place]));
  groups.forEach(group => group.items.forEach(item => { item.group = group; }));
  $("groups").replaceChildren(...groups.map(headOf));
  if (!groups.length) $("groups").append(make("p", {class: "none"}, "Nothing is as the filter asks."));
  count();
};
const headOf = (group, number) => {
  group.number = make("span", {class: "number"});
  group.button = make("button", {type: "button", "aria-expanded": "false", "aria-controls": "rows" + number},
    make("span", {}, group.title), group.number);
  group.rows = make("div", {id: "rows" + number});
  group.button.addEventListener("click", () => toggle(group, !group.open));
  return make("section", {class: "group"}, make("h2", {}, group.button), group.rows);
};
const toggle = (group, open) => {
  group.open = open;
  group.button.setAttribute("aria-expanded", open);
  group.rows.replaceChildren(...open ? rowsOf(group) : []);
};
const rowsOf = group => {
  const from = group.page * PAGE, part = group.items.slice(from, from + PAGE);
  group.entry = part.includes(current) ? current : part[0]; // the row that Tab comes to
  const rows = make("ol", {}, ...part.map(item => make("li", {}, rowOf(item))));
  return group.items.length > PAGE ? [rows, make("div", {class: "pages"}, ...turns(group, from))] : [rows];
};
const turns = (group, from) => {
  const left = group.items.length - from - PAGE;
  return [...from ? [turn(group, "Earlier", -1)] : [], ...left > 0 ? [turn(group, "More (" + left + ")", 1)] : []];
};
const turn = (group, words, by) => {
  const button = make("button", {type: "button"}, words);
  button.addEventListener("click", () => { group.page += by; toggle(group, true); group.button.focus(); });
  return button;
};
const rowOf = item => {
  const status = statusOf(item), here = item === current;
  const attributes = {type: "button", class: "row", "data-key": item.key, "aria-current": here && "true"};
  return make("button", {...attributes, tabindex: here || item === item.group.entry ? 0 : -1},
    make("span", {class: "change"}, change(item)),
    make("span", {class: "state", "data-state": status}, isOpen(item) ? "" : status),
    make("span", {class: "place"}, "line " + item.line + ", " + item.text));
};
const rowAt = item => $("groups").querySelector('[data-key="' + CSS.escape(item.key) + '"]');
const redrawn = item => {
  const row = rowAt(item), held = row === document.activeElement;
  if (!row) return;
  const drawn = rowOf(item);
  row.replaceWith(drawn);
  if (held) drawn.focus();
};
const reveal = item => {
  const group = item.group, page = Math.floor(group.items.indexOf(item) / PAGE);
  if (!group.open || group.page !== page) { group.page = page; toggle(group, true); }
  rowAt(item)?.scrollIntoView({block: "nearest"});
};
const count = () => {
  const done = items.reduce((sum, item) => sum + !isOpen(item), 0);
  $("bar").max = items.length || 1;
  $("bar").value = done;
  $("count").textContent = done + " of " + items.length + " decided";
  for (const group of groups) {
    const all = group.items.length, left = group.items.reduce((sum, item) => sum + isOpen(item), 0);
    group.number.textContent = left === all ? left : left ? left + " left of " + all : "decided: " + all;
  }
  $("save").disabled = !Object.keys(state.decided).length;
};
