/* Deciding. */
const settled = (item, status, reading) => {
  const date = today();
  if (STANDS.includes(status) && reading === item.printed) return {status: "rejected", date};
  if (reading !== undefined && reading !== proposed(item)) return {status, reading, date};
  return {status: status === "edited" ? "accepted" : status, date};
};
const decide = (targets, decision_) => {
  const step = new Map();
  const take = (item, decided) => {
    if (!step.has(item.key)) step.set(item.key, state.decided[item.key] ?? before(item));
    put(item.key, decided);
  };
  let given = 0;
  for (const item of targets) {
    take(item, decision_(item));
    if (stands(item)) for (const other of rivals(item)) { take(other, nothing(other)); given++; }
  }
  state.steps.push([...step]);
  changed([...step.keys()].map(key => known.get(key)));
  return given ? " Of the same characters only one stands: " + counted(given, "correction") + " undecided again." : "";
};
const stands = item => STANDS.includes(statusOf(item));
const rivals = item => (item.over ?? []).map(key => known.get(key)).filter(other => other && stands(other));
const nothing = item => item.status && !UNDECIDED.includes(item.status) ? {status: "proposed", date: today()} : null;
/* With a server, a step back is a decision, too: what is in the file stays there. */
const before = item => data.live ? {status: item.status || "proposed", reading: item.decided} : null;
const put = (key, decided) => { if (decided) state.decided[key] = decided; else delete state.decided[key]; };
const changed = targets => {
  keep();
  if (targets.length < PAGE) targets.forEach(redrawn);
  else groups.filter(group => group.open).forEach(group => toggle(group, true));
  count();
  tell(targets);
};
const one = (status, reading) => {
  if (!current) return;
  const item = current;
  const given = decide([item], () => settled(item, status, reading));
  const what = statusOf(item) + ": " + (STANDS.includes(statusOf(item)) ? change(item) : brief(item.printed));
  const next = onward();
  say(what + "." + given + " " + after(next));
};
const choose = place => {
  const choice = choices(current)[place];
  if (choice) one("accepted", choice[0] === null ? undefined : choice[0]);
  else say("There is no reading " + (place + 1) + ".");
};
const clear = () => {
  if (!current || isOpen(current)) return;
  decide([current], nothing);
  draw();
  say("Undecided again: " + brief(current.printed));
};
const undo = () => {
  const step = state.steps.pop();
  if (!step) { say("There is nothing to undo."); return; }
  const targets = step.map(([key]) => known.get(key)).filter(Boolean);
  for (const [key, before] of step) put(key, before);
  changed(targets);
  if (targets.length) go(targets[0]);
  keep();
  const what = targets.length === 1 ? brief(targets[0].printed) : counted(targets.length, "decision");
  say("Undone: " + what + ". " + $("count").textContent + ".");
};
