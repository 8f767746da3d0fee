/* The correction that is looked at. */
let current = null;
const go = (item, focus = true) => {
  const last = current, inList = $("list").contains(document.activeElement);
  if (!item) return;
  closeEdit();
  current = item;
  if (item.group) item.group.entry = item;
  state.at = item.key;
  if (last && last !== item) redrawn(last);
  if (at.has(item.key)) { reveal(item); redrawn(item); }
  draw();
  if (focus) settle(inList);
  ask();
};
const settle = inList => {
  const row = inList && current && rowAt(current), held = document.activeElement;
  if (row) row.focus();
  else if (inList || held === document.body || !held.checkVisibility?.()) $("item").focus({preventScroll: true});
};
const move = (by, from = current) => {
  const place = from && at.has(from.key) ? at.get(from.key) + by : 0;
  const item = order[place];
  if (!item) { say(by > 0 ? "This was the last one." : "This was the first one."); return; }
  go(item);
  say(told(item));
  keep();
};
const told = item => placeOf(item) + ": " + change(item) + (isOpen(item) ? "" : ", " + statusOf(item));
/* What is said after a decision: how far one is, and what comes next. */
const after = next => $("count").textContent + ". " + (next ? "Next: " + told(next) : "All that is listed is decided.");
const onward = () => {
  const here = current && at.has(current.key) ? at.get(current.key) : -1;
  const next = order.find((item, place) => place > here && isOpen(item)) ?? order.find(isOpen);
  if (next) go(next); else draw();
  return next;
};
const draw = () => {
  const item = current, reading = readingOf(item), page = item.page ? ", page " + item.page : "";
  $("where").textContent = placeOf(item) + ", column " + item.column + page + " · " + titleOf(item);
  $("sentence").lang = data.languages[item.text] || "";
  $("sentence").replaceChildren(...sentence(item, reading));
  $("readings").replaceChildren(...choices(item).map(choiceOf));
  $("facts").replaceChildren(...facts(item).filter(([, words]) => words)
    .flatMap(([name, words]) => [make("dt", {}, name), make("dd", {}, words)]));
  act("series").disabled = alike(item).length < 2;
  act("undo").disabled = !state.steps.length;
  act("clear").disabled = isOpen(item);
  picture(item);
};
/* Up to three readings with their probabilities; of a rule that weighs none, the one it proposes. */
const choices = item => item.readings?.length ? item.readings : item.mark ? [[null, 0]] : [[proposed(item), 0]];
const choiceOf = ([reading, share], place) => {
  const chosen = STANDS.includes(statusOf(current)) && readingOf(current) === reading;
  const button = make("button", {type: "button", "aria-pressed": String(chosen)},
    reading === null ? current.says : brief(reading) || "taken out");
  if (share) button.append(make("span", {class: "share"}, percent(share)));
  button.append(make("kbd", {"aria-hidden": "true"}, String(place + 1)));
  button.addEventListener("click", () => choose(place));
  return button;
};
const facts = item => [
  ["Printed", brief(item.printed)],
  ["Reason", pictured(item.reason)],
  ["Misread", item.wrong ? "with a probability of " + percent(item.wrong) : ""],
  ["Certainty", [item.cert, item.evidence && item.evidence + " evidence"].filter(Boolean).join(", ")],
  ["Tier", item.tier === "decision" ? "the file of decisions" : item.tier + ": " + untilDecided(item)],
  ["Alike", likeness(item)],
  ["Decided", decision(item)],
];
const untilDecided = item =>
  item.applied ? "corrected so unless it is rejected" : "stays as printed unless it is accepted";
const likeness = item => {
  const same = items.filter(one => one.printed === item.printed && one.corrected === item.corrected).length;
  return counted(item.alike ?? 1, "correction") + " in this series, " + alike(item).length + " undecided"
    + (same > 1 ? "; this very change " + same + " times" : "");
};
const decision = item => {
  const own = state.decided[item.key], status = statusOf(item);
  if (UNDECIDED.includes(status)) return "not yet";
  const whence = own ? ["here", own.date] : ["in the file", item.by && "by " + item.by];
  const reading = STANDS.includes(status) ? ": " + brief(shown(item)) : "";
  return status + reading + " (" + whence.filter(Boolean).join(", ") + ")";
};
const picture = item => {
  if (!$("image")) return;
  $("image").hidden = !item.facsimile;
  if (!item.facsimile || $("image").dataset.of === item.facsimile) return;
  $("image").dataset.of = item.facsimile;
  $("image").replaceChildren(make("img", {src: item.facsimile, alt: "The page" + (item.page ? " " + item.page : "")}));
};
