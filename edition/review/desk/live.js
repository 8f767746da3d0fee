/* With a server, each decision is written at once and the passage is shown as it is built then. */
let sending = Promise.resolve(), asked = 0;
const post = async (what, body) => {
  const headers = {"Content-Type": "application/json"};
  const answer = await fetch(what, {method: "POST", headers, body: JSON.stringify(body)});
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error || answer.statusText);
  return told;
};
const tell = targets => {
  if (!data.live) return;
  targets.forEach(item => delete state.decided[item.key]?.sent);
  sending = sending.then(() => send(targets)).then(retry).then(ask, refused);
};
const send = async targets => {
  const said = targets.map(item => [item.key, state.decided[item.key] ?? before(item)]);
  await post("decide", {decisions: said.map(([key, {status, reading, date}]) => ({key, status, reading, date}))});
  said.forEach(([, own]) => { own.sent = true; });
  keep();
};
/* What could not be written before is tried again, each for itself, for one may be refused. */
const retry = async () => {
  for (const key of unsent()) await send([known.get(key)]);
  warn("");
};
const refused = error => warn("Not written: " + error.message
  + " It is kept in this browser and tried again; undo it, decide it anew, or save the decisions.");
const unsent = () => Object.keys(state.decided).filter(key => known.has(key) && !state.decided[key].sent);
/* What has been written is no more the browser's to keep: after a reload, the files count. */
const resume = () => {
  if (!data.live) return;
  for (const [key, own] of Object.entries(state.decided)) if (own.sent || !known.has(key)) delete state.decided[key];
  if (unsent().length) sending = sending.then(retry).then(ask, refused);
};
const ask = () => {
  if (!data.live || !current) return;
  const mine = ++asked, key = current.key;
  $("side").setAttribute("aria-busy", "true");
  const latest = show => told => { if (told && mine === asked) show(told); };
  sending.then(() => mine === asked && post("passage", {key})).then(latest(passage),
    latest(error => $("findings").replaceChildren(make("li", {}, error.message))));
};
const passage = told => {
  $("side").removeAttribute("aria-busy");
  $("passage").replaceChildren(...told.reading.map(([how, text]) =>
    how === "text" ? pictured(text) : make(how, {}, pictured(text))));
  $("tei").textContent = told.tei;
  $("findings").replaceChildren(...told.findings.map(text => make("li", {}, text)));
};
